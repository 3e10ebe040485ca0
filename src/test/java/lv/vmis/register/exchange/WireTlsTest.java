package lv.vmis.register.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The other system asks for a certificate, and is trusted by its own. */
class WireTlsTest {

    private static final String SECRET = "izdomata";

    @TempDir
    private static Path folder;

    private HttpsServer server;
    private URI address;

    @BeforeAll
    static void everybody_has_a_certificate() throws Exception {
        owner("system");
        owner("register");
        owner("stranger");
        trusts("system", "register");
        trusts("register", "system");
        trusts("stranger", "system");
        trusts("suspicious", "stranger");
    }

    @BeforeEach
    void listens() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var context = Objects.requireNonNull(trust("nsis", store("system", "system")));
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var asked = context.getDefaultSSLParameters();
                asked.setNeedClientAuth(true);
                parameters.setSSLParameters(asked);
            }
        });
        server.createContext("/messages", exchange -> {
            var nothing = Envelope.text(List.<Envelope.Telling>of()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, nothing.length);
            try (var out = exchange.getResponseBody()) {
                out.write(nothing);
            }
        });
        server.start();
        address = URI.create("https://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void is_silent() {
        server.stop(0);
    }

    @Test
    void a_system_that_asks_for_the_certificate_of_the_register_gets_it() throws Exception {
        assertThat(asked(trust("nsis", store("register", "register")))).isEmpty();
    }

    @Test
    void nobody_is_spoken_to_who_is_not_trusted_and_without_the_certificate_nobody_answers() throws Exception {
        var wrong = new ArrayList<@Nullable SSLContext>();
        wrong.add(trust("nsis", store("stranger", "stranger")));
        wrong.add(trust("nsis", store("register", "suspicious")));
        wrong.add(trust("", store("register", "register")));
        for (var context : wrong) {
            assertThatThrownBy(() -> asked(context)).isInstanceOf(LineFailure.class);
        }
    }

    private List<Envelope.Telling> asked(@Nullable SSLContext trust) throws LineFailure, InterruptedException {
        return new Wire(address, Duration.ofSeconds(5), trust).after(null);
    }

    /** As the settings of the register make it. */
    private static @Nullable SSLContext trust(String bundle, String... stores) {
        var found = new ArrayList<@Nullable SSLContext>();
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withPropertyValues(stores)
                .withPropertyValues("register.exchange.nsis.ssl-bundle=" + bundle)
                .run(context -> found.add(Binder.get(context.getEnvironment())
                        .bindOrCreate("register.exchange", ExchangeSettings.class)
                        .trust(Correspondent.NSIS, context.getBean(SslBundles.class))));
        return found.getFirst();
    }

    /** A bundle with the key of one and whom another trusts. */
    private static String[] store(String owner, String trusting) {
        return new String[] {
            "spring.ssl.bundle.jks.nsis.keystore.location=file:" + folder.resolve(owner + ".p12"),
            "spring.ssl.bundle.jks.nsis.keystore.password=" + SECRET,
            "spring.ssl.bundle.jks.nsis.keystore.type=PKCS12",
            "spring.ssl.bundle.jks.nsis.truststore.location=file:" + folder.resolve(trusting + "-trusts.p12"),
            "spring.ssl.bundle.jks.nsis.truststore.password=" + SECRET,
            "spring.ssl.bundle.jks.nsis.truststore.type=PKCS12"
        };
    }

    private static void owner(String name) throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=dns:localhost",
                "-keystore",
                name + ".p12");
        keytool("-exportcert", "-alias", name, "-keystore", name + ".p12", "-file", name + ".cer");
    }

    private static void trusts(String name, String other) throws IOException, InterruptedException {
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                other,
                "-file",
                other + ".cer",
                "-keystore",
                name + "-trusts.p12");
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", SECRET));
        var run = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
    }
}
