package lv.vmis.register.edge;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A mark of the style sheet and scripts of this build, so that browsers may keep them until the next. */
@Component
class Assets {

    private final String mark;

    Assets() throws IOException, NoSuchAlgorithmException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        for (var name : new String[] {"static/register.css", "static/register.js", "static/htmx.min.js"}) {
            try (var file = new ClassPathResource(name).getInputStream()) {
                sha256.update(file.readAllBytes());
            }
        }
        mark = HexFormat.of().formatHex(sha256.digest(), 0, 6);
    }

    String mark() {
        return mark;
    }
}
