package lv.vmis.register.document;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sheet that is handed over with a document: its Latvian text beside that in another language. What an official wrote is
 * in Latvian only, with room for the translator.
 *
 * @param language name of the language in Latvian
 */
public record TranslationSheet(PrintedText of, FixedTexts other, String language) {

    /** @param translated nothing leaves room to write */
    public record Line(String latvian, @Nullable String translated) {}

    public List<Line> lines() {
        return of.clauses().stream().flatMap(this::lines).toList();
    }

    private Stream<Line> lines(Clause clause) {
        var isLabel = switch (of.texts().kind().named(clause.part()).type()) {
            case ROW -> true;
            case TITLE, NEXT_TITLE, HEADING, TEXT, POINT, BOX, SIGN, SIGN_HIGH -> false;
        };
        var fact = clause.fact();
        var latvian = of.texts().line(clause);
        var translated = other.line(clause);
        var line = isLabel && fact != null
                ? new Line(latvian + ": " + fact.latvian(), translated + ": " + fact.english())
                : new Line(latvian, translated);
        return Stream.concat(Stream.of(line), clause.paragraphs().stream().map(paragraph -> new Line(paragraph, null)));
    }

    public String title() {
        return Objects.requireNonNullElse(of.number(), "").isEmpty() ? of.title() : of.title() + " Nr. " + of.number();
    }
}
