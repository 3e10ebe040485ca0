package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.DefaultCsrfToken;

class SessionStoreTest {

    private static final class Unknown implements Serializable {}

    @Test
    void reads_what_sessions_of_the_register_hold() throws IOException {
        var context = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated("id", null, List.of()));
        assertThat(SessionStore.read(stored(context))).isEqualTo(context);
        assertThat(SessionStore.read(stored(new DefaultCsrfToken("h", "p", "t"))))
                .isInstanceOf(DefaultCsrfToken.class);
        assertThat(SessionStore.read(stored("text"))).isEqualTo("text");
        assertThat(SessionStore.read(stored(17L))).isEqualTo(17L);
    }

    @Test
    void reads_nothing_else() throws IOException {
        assertThat(SessionStore.read(stored(new Unknown()))).isNull();
        assertThat(SessionStore.read(stored(new HashMap<>()))).isNull();
        assertThat(SessionStore.read(stored(new PriorityQueue<>(List.of("a"))))).isNull();
        assertThat(SessionStore.read(stored(new Object[] {new Unknown()}))).isNull();
        assertThat(SessionStore.read(new byte[] {1, 2, 3})).isNull();
    }

    private static byte[] stored(Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var output = new ObjectOutputStream(bytes)) {
            output.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
