package lv.vmis.register.legacy.staging;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.value.Misread;
import lv.vmis.register.legacy.value.OldCode;
import lv.vmis.register.legacy.value.OldCountry;
import lv.vmis.register.legacy.value.OldDate;
import lv.vmis.register.legacy.value.OldDocument;
import lv.vmis.register.legacy.value.OldName;
import lv.vmis.register.legacy.value.Remark;
import lv.vmis.register.legacy.value.RemarkCode;
import org.jspecify.annotations.Nullable;

/** Reads a value as the register would, to say how much of a column it understands. */
final class ValueReading {

    static final String NOT_IN_LIST = "staging.not-in-list";

    private static final Set<RemarkCode> TO_DECIDE = Set.of(
            RemarkCode.DAMAGED,
            RemarkCode.DIGITS_IN_NAME,
            RemarkCode.MAYBE_EMPTY,
            RemarkCode.UNKNOWN_DOCUMENT_TYPE,
            RemarkCode.NO_DOCUMENT_NUMBER);

    private final Function<String, Optional<String>> countries;
    private final LocalDate today;

    ValueReading(Function<String, Optional<String>> countries, LocalDate today) {
        this.countries = countries;
        this.today = today;
    }

    /** Something to say of a value: the key of its text and what that names. */
    record Said(String key, List<String> words) {}

    record Reading(boolean isRead, List<Said> said) {
        static final Reading PLAIN = new Reading(true, List.of());
    }

    Reading read(@Nullable OldField field, String cell, LocalDate entered) {
        if (field == null) {
            return Reading.PLAIN;
        }
        return switch (field.kind()) {
            case DATE -> date(field, cell, entered);
            case COUNTRY -> country(OldCountry.read(cell, countries));
            case CODE ->
                field.codes().containsKey(cell.strip().toUpperCase(Locale.ROOT))
                        ? Reading.PLAIN
                        : new Reading(false, List.of(new Said(NOT_IN_LIST, List.of(cell.strip()))));
            case DOCUMENTS -> of(OldDocument.readAll(cell, entered).stream().flatMap(one -> one.remarks().stream()));
            case NAME -> of(name(field, cell).remarks().stream());
            case TEXT -> field.name().equals("PERS_KODS") ? code(OldCode.read(cell)) : text(cell);
            case KEY, FILE, NUMBER -> text(cell);
        };
    }

    private static OldName name(OldField field, String cell) {
        return switch (field.name()) {
            case "VARDS" -> OldName.read("", cell, "");
            case "TEVVARDS" -> OldName.read("", "", cell);
            default -> OldName.read(cell, "", "");
        };
    }

    /** What happened after the entry, as its change or cancelling, may be later than it: two digits are counted back from today. */
    private Reading date(OldField field, String cell, LocalDate entered) {
        var meaning = meaning(field);
        return date(OldDate.read(cell, meaning, meaning == OldDate.Meaning.EVENT ? today : entered));
    }

    private static OldDate.Meaning meaning(OldField field) {
        return field.name().equals("DZ_DATUMS")
                ? OldDate.Meaning.BIRTH
                : field.name().endsWith("_LIDZ") || field.name().endsWith("_DERIGS")
                        ? OldDate.Meaning.UNTIL
                        : OldDate.Meaning.EVENT;
    }

    private static Reading date(OldDate date) {
        return switch (date) {
            case OldDate.Known known -> of(known.remarks().stream());
            case OldDate.Unknown unknown -> of(unknown.remarks().stream());
            case OldDate.Indefinite indefinite -> of(indefinite.remarks().stream());
            case OldDate.Blank _ -> Reading.PLAIN;
            case OldDate.Unreadable unreadable -> unread(unreadable.remark());
        };
    }

    private static Reading country(OldCountry country) {
        return switch (country) {
            case OldCountry.Known known -> of(known.remarks().stream());
            case OldCountry.Unknown unknown -> of(unknown.remarks().stream());
            case OldCountry.Blank _ -> Reading.PLAIN;
            case OldCountry.Unreadable unreadable -> unread(unreadable.remark());
        };
    }

    private static Reading code(OldCode code) {
        return switch (code) {
            case OldCode.Latvian latvian -> of(latvian.remarks().stream());
            case OldCode.Foreign _, OldCode.Blank _ -> Reading.PLAIN;
            case OldCode.Doubtful doubtful -> unread(doubtful.remark());
        };
    }

    private static Reading text(String cell) {
        var remark = Misread.repair(cell).remark();
        return remark == null ? Reading.PLAIN : of(Stream.of(remark));
    }

    private static Reading unread(Remark remark) {
        return new Reading(false, List.of(said(remark)));
    }

    private static Reading of(Stream<Remark> remarks) {
        var all = remarks.toList();
        return all.isEmpty()
                ? Reading.PLAIN
                : new Reading(
                        all.stream().noneMatch(one -> TO_DECIDE.contains(one.code())),
                        all.stream().map(ValueReading::said).toList());
    }

    private static Said said(Remark remark) {
        return new Said(remark.code().key(), remark.values());
    }
}
