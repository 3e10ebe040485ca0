package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lv.vmis.register.legacy.meaning.Who.Paper;
import lv.vmis.register.legacy.value.OldCountry;
import lv.vmis.register.legacy.value.OldDate;
import lv.vmis.register.legacy.value.OldDocument;
import lv.vmis.register.legacy.value.RemarkCode;
import org.jspecify.annotations.Nullable;

/** The documents of a row, in columns of their own or merged; what cannot be read of one is kept as a note. */
final class PaperReader {

    private static final String OTHER = "OTHER";

    private final Cells cells;
    private final List<Paper> papers = new ArrayList<>();

    PaperReader(Cells cells) {
        this.cells = cells;
    }

    List<Paper> read() {
        columns("DOK1");
        columns("DOK2");
        var cell = cells.get("DOKUMENTI");
        // Two digits of its years mean the hundred years until today: a passport is issued before its bearer is met.
        for (var document : OldDocument.readAll(cell, cells.today)) {
            merged(document);
        }
        return papers;
    }

    private void columns(String prefix) {
        var type = cells.get(prefix + "_TIPS");
        var number = Words.singleBlanks(cells.get(prefix + "_NR"));
        var issuedField = prefix + "_IZD_DAT";
        var expiresField = prefix + "_DERIGS";
        var issuer = cells.text(prefix + "_IZDEVEJS");
        var issuedText = cells.get(issuedField);
        var expiresText = cells.get(expiresField);
        if (!isNumber(number)) {
            var rest = String.join(
                    ", ",
                    Stream.of(type, number, issuedText, issuer, expiresText)
                            .filter(part -> !part.isEmpty())
                            .toList());
            if (!rest.isEmpty()) {
                cells.remark(prefix + "_NR", RemarkCode.NO_DOCUMENT_NUMBER, rest);
                cells.note(prefix + "_NR", rest);
            }
            return;
        }
        var from = issuer(issuer);
        var issued = day(issuedField, OldDate.read(issuedText, OldDate.Meaning.EVENT, cells.today), issuedText, number);
        var expires =
                day(expiresField, OldDate.read(expiresText, OldDate.Meaning.UNTIL, cells.today), expiresText, number);
        add(prefix + "_NR", type(prefix + "_TIPS", type, number), number, from, issued, expires);
    }

    /** Letters or digits at least: a dash is no number. */
    private static boolean isNumber(String number) {
        return number.codePoints().anyMatch(Character::isDigit) && number.indexOf('?') < 0;
    }

    private String type(String field, String word, String number) {
        if (word.isEmpty()) {
            cells.remark(field, RemarkCode.UNKNOWN_DOCUMENT_TYPE, number);
            return OTHER;
        }
        if (cells.translate(field, word) instanceof Rules.Translated.To(var code)) {
            return code;
        }
        var known = OldDocument.type(word);
        if (known == null) {
            cells.remark(field, RemarkCode.UNKNOWN_DOCUMENT_TYPE, word);
            cells.note(field, number + ": " + word);
        }
        return Objects.requireNonNullElse(known, OTHER);
    }

    private void merged(OldDocument document) {
        var field = "DOKUMENTI";
        cells.remarks(field, document.remarks());
        if (!isNumber(document.number())) {
            cells.note(field, document.text());
            return;
        }
        if (document.type() == null) {
            cells.note(field, document.text());
        }
        add(
                field,
                Objects.requireNonNullElse(document.type(), OTHER),
                document.number(),
                issuer(document.issuer()),
                day(field, document.issued(), document.text(), ""),
                day(field, document.expires(), document.text(), ""));
    }

    private @Nullable LocalDate day(String field, OldDate date, String text, String number) {
        return switch (date) {
            case OldDate.Known(var known, var remarks)
            when known.isFull() -> {
                cells.remarks(field, remarks);
                yield known.earliest();
            }
            case OldDate.Blank _, OldDate.Unknown _ -> null;
            case OldDate.Unreadable(var remark) -> {
                cells.remark(field, remark);
                yield noted(field, text, number);
            }
            case OldDate.Known _, OldDate.Indefinite _ -> noted(field, text, number);
        };
    }

    private @Nullable LocalDate noted(String field, String text, String number) {
        cells.note(field, number.isEmpty() ? text : number + ": " + text);
        return null;
    }

    /** Who issued a document: the State where the text names one, and the text where it says more. */
    private record Issuer(@Nullable String state, String authority) {}

    private Issuer issuer(String text) {
        if (text.isEmpty()) {
            return new Issuer(null, "");
        }
        if (cells.state(text) instanceof OldCountry.Known(var state, var remarks)) {
            return new Issuer(state, remarks.isEmpty() ? "" : text);
        }
        for (var comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
            for (var part : List.of(text.substring(0, comma), text.substring(comma + 1))) {
                if (cells.state(part.strip()) instanceof OldCountry.Known known) {
                    return new Issuer(known.code(), text);
                }
            }
        }
        return new Issuer(null, text);
    }

    private void add(
            String field,
            String type,
            String number,
            Issuer issuer,
            @Nullable LocalDate issued,
            @Nullable LocalDate expires) {
        var from = issued;
        var until = expires;
        if (issued != null && expires != null && expires.isBefore(issued)) {
            // Which of the two days is wrong nobody can tell here.
            cells.remark(field, RemarkCode.EXPIRES_BEFORE_ISSUED, number, issued.toString(), expires.toString());
            cells.note(field, "%s: %s – %s".formatted(number, issued, expires));
            from = null;
            until = null;
        }
        var paper = new Paper(type, number, issuer.state(), issuer.authority(), from, until);
        if (!papers.contains(paper)) {
            papers.add(paper);
        }
    }
}
