package lv.vmis.register.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fixed texts of a kind of document in one language, as one version has them.
 *
 * @param texts by the name of the part
 */
public record FixedTexts(DocumentKind kind, String language, Map<String, String> texts) {

    private static final Set<String> STRONG = Set.of(
            "term",
            "destination",
            "ban_term",
            "ban_until",
            "contest_term",
            "leave_by",
            "departed_on",
            "effect_on",
            "starts_on",
            "starts_at");
    private static final Set<String> KEPT_TOGETHER = Set.of("ban_term", "contest_term");

    public FixedTexts {
        texts = Map.copyOf(texts);
    }

    /**
     * A piece of a printed sentence.
     *
     * @param isKept whether no line may end within it
     */
    public record Run(String text, boolean isStrong, boolean isKept) {}

    /** A fixed text without fields; the name of the part where this version has no text for it. */
    public String text(String part) {
        return texts.getOrDefault(part, part);
    }

    public String line(Clause clause) {
        return TemplateText.of(text(clause.part())).filled(clause.in(language));
    }

    /** The sentence in pieces, with what matters most of it set in bold. */
    public List<Run> runs(Clause clause) {
        var values = clause.in(language);
        var runs = new ArrayList<Run>();
        var plain = new StringBuilder();
        for (var piece : TemplateText.of(text(clause.part())).pieces()) {
            var text = piece.isField()
                    ? Optional.ofNullable(values.get(piece.text())).orElse("{" + piece.text() + "}")
                    : piece.text();
            if (piece.isField() && STRONG.contains(piece.text())) {
                if (!plain.isEmpty()) {
                    runs.add(new Run(plain.toString(), false, false));
                    plain.setLength(0);
                }
                runs.add(new Run(text, true, KEPT_TOGETHER.contains(piece.text())));
            } else {
                plain.append(text);
            }
        }
        if (!plain.isEmpty()) {
            runs.add(new Run(plain.toString(), false, false));
        }
        return runs;
    }
}
