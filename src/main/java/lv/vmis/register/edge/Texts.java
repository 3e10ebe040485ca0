package lv.vmis.register.edge;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Refusal;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every text of the interface, by language and key: one file per module and language, one bundle in all. */
@Component
public class Texts {

    private final Map<Language, Map<String, String>> texts = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    public Texts() throws IOException {
        for (var language : Language.values()) {
            texts.put(language, read(language));
        }
    }

    /** The text of a key. An unknown key shows itself in brackets, and a test finds it before a user does. */
    public String get(Language language, String key, Object... values) {
        var pattern = texts.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            return "[" + key + "]";
        }
        if (values.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        var format = formats.computeIfAbsent(language + "/" + key, _ -> new MessageFormat(pattern, language.locale()));
        // ICU formats hold state while they work.
        return format.clone().format(values);
    }

    public boolean has(Language language, String key) {
        return texts.getOrDefault(language, Map.of()).containsKey(key);
    }

    public String of(Language language, Refusal refusal) {
        var values = refusal.values().stream()
                .map(value -> value instanceof Bilingual both ? both.in(language) : value)
                .toArray();
        return get(language, refusal.code().key(), values);
    }

    private static Map<String, String> read(Language language) throws IOException {
        var all = new HashMap<String, String>();
        var files = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language.tag() + ".properties");
        for (var file : files) {
            var properties = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            for (var key : properties.stringPropertyNames()) {
                if (all.put(key, properties.getProperty(key)) != null) {
                    throw new IllegalStateException("Two texts for %s in %s".formatted(key, language));
                }
            }
        }
        return Map.copyOf(all);
    }
}
