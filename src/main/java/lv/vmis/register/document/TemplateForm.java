package lv.vmis.register.document;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template as typed.
 *
 * @param texts by part
 */
public record TemplateForm(
        UUID key,
        DocumentKind kind,
        @Nullable String language,
        @Nullable String legalBasis,
        @Nullable String name,
        @Nullable String validFrom,
        Map<String, String> texts) {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_NAME = 100;

    static TemplateForm sent(DocumentKind kind, Map<String, String> sent) {
        return new TemplateForm(
                Parse.id("key", sent.get("key")),
                kind,
                kind.isReasons() ? "lv" : sent.get("language"),
                kind.isReasons() ? sent.get("legalBasis") : null,
                kind.isReasons() ? sent.get("name") : null,
                sent.get("validFrom"),
                sent);
    }

    /** A form with the texts of a version, or with none. */
    static TemplateForm fresh(DocumentKind kind, @Nullable DocumentTemplate from) {
        return from == null
                ? new TemplateForm(Ids.next(), kind, kind.isReasons() ? "lv" : null, null, null, null, Map.of())
                : new TemplateForm(
                        Ids.next(), kind, from.language(), from.legalBasis(), from.name(), null, from.texts());
    }

    public @Nullable String text(Part part) {
        return texts.get(part.name());
    }

    Outcome<WriteTemplate.Input> parse(LocalDate today) {
        var in = new Parse(today);
        var tongue = in.text("language", language, 2);
        var basis = kind.isReasons() ? in.text("legalBasis", legalBasis, 50).orNull() : null;
        var called = kind.isReasons() ? in.text("name", name, LONGEST_NAME).orNull() : null;
        var from = in.day("validFrom", validFrom);
        var written = new HashMap<String, String>();
        for (var part : kind.parts()) {
            var text = in.text(part.name(), texts.get(part.name()), LONGEST).orNull();
            if (text != null) {
                written.put(part.name(), text);
            }
        }
        return in.into(() -> new WriteTemplate.Input(kind, tongue.get(), basis, called, from.get(), written));
    }
}
