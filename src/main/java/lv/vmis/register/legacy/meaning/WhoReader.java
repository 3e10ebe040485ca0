package lv.vmis.register.legacy.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Who.Nation;
import lv.vmis.register.legacy.meaning.Who.Place;
import lv.vmis.register.legacy.value.OldAddress;
import lv.vmis.register.legacy.value.OldCode;
import lv.vmis.register.legacy.value.OldCountry;
import lv.vmis.register.legacy.value.OldDate;
import lv.vmis.register.legacy.value.Remark;
import lv.vmis.register.legacy.value.RemarkCode;
import org.jspecify.annotations.Nullable;

/** The person of a row. */
final class WhoReader {

    private static final String LATVIA = "LVA";
    private static final Set<String> NOBODY_KNOWS =
            Set.of("-", "?", "nav", "nav zinama", "nav zinams", "nezinama", "nezinams", "n/z");

    private static final Set<String> SEXES = Set.of("M", "F", "X", "U");
    private static final Set<String> TYPES =
            Set.of("CITIZEN", "SUBJECT", "STATELESS", "REFUGEE", "PROTECTED", "NON_CITIZEN", "UNKNOWN");
    private static final Pattern LOST = Pattern.compile("\\p{L}\\?\\p{L}");

    private static final PartialDate NONE = new PartialDate(1, 0, 0, true);

    private final Cells cells;
    private @Nullable String birthCountry;
    private @Nullable String code;

    WhoReader(Cells cells) {
        this.cells = cells;
    }

    Who read() {
        var name = new NameReader(cells).read();
        var sex = sex();
        var own = OldCode.read(cells.get("PERS_KODS"));
        var birth = birth(own);
        var place = birthPlace();
        var nations = nationalities();
        code(own);
        return new Who(
                name.surname(),
                name.given(),
                name.patronymic(),
                name.form(),
                name.others(),
                sex,
                birth,
                birthCountry,
                place,
                nations,
                code,
                code == null ? null : LATVIA,
                ethnicity(),
                new PaperReader(cells).read(),
                addresses(),
                List.of(),
                marks());
    }

    private String sex() {
        var text = cells.get("DZIMUMS");
        return text.isEmpty() ? "U" : coded("DZIMUMS", text, SEXES, "U");
    }

    /** A code that no rule knows concerns a detail: it is kept as a note. */
    private String coded(String field, String text, Set<String> allowed, String otherwise) {
        return switch (cells.translate(field, text)) {
            case Rules.Translated.To(var found) when allowed.contains(found) -> found;
            case Rules.Translated.To _, Rules.Translated.Nothing _, Rules.Translated.Several _ -> {
                cells.remark(field, RemarkCode.UNKNOWN_CODE, text);
                cells.note(field, text);
                yield otherwise;
            }
        };
    }

    /** What the cell does not say, a personal code of Latvia says. */
    private PartialDate birth(OldCode own) {
        var text = cells.get("DZ_DATUMS");
        var born = own instanceof OldCode.Latvian latvian ? latvian.born() : null;
        switch (OldDate.read(text, OldDate.Meaning.BIRTH, cells.entered())) {
            case OldDate.Known(var date, var remarks) -> {
                cells.remarks("DZ_DATUMS", remarks);
                if (born != null && (born.isBefore(date.earliest()) || born.isAfter(date.latest()))) {
                    cells.remark("DZ_DATUMS", RemarkCode.CELLS_DIFFER, text, cells.get("PERS_KODS"));
                }
                return date;
            }
            case OldDate.Unreadable(var remark) -> {
                cells.remark("DZ_DATUMS", remark);
                if (born == null) {
                    cells.refuse(ReasonCode.BIRTH_DATE_UNREADABLE, "DZ_DATUMS", text);
                }
                cells.note("DZ_DATUMS", text);
            }
            case OldDate.Unknown _, OldDate.Blank _, OldDate.Indefinite _ -> {
                if (born == null) {
                    cells.refuse(ReasonCode.NO_BIRTH_DATE, "DZ_DATUMS", text);
                }
                cells.note("DZ_DATUMS", text);
            }
        }
        if (born == null) {
            return NONE;
        }
        cells.remark("DZ_DATUMS", RemarkCode.BIRTH_FROM_CODE, born.toString());
        return PartialDate.of(born);
    }

    /** The State at its end is the country of birth; what stands alone may be a town of that name, and stays as text too. */
    private String birthPlace() {
        var text = cells.text("DZ_VIETA");
        if (NOBODY_KNOWS.contains(Words.folded(text))) {
            cells.remark("DZ_VIETA", RemarkCode.MEANS_UNKNOWN, text);
            return "";
        }
        damaged("DZ_VIETA", text);
        var comma = text.lastIndexOf(',');
        if (comma > 0 && cells.state(text.substring(comma + 1)) instanceof OldCountry.Known(var state, var remarks)) {
            cells.remarks("DZ_VIETA", remarks);
            birthCountry = state;
            return text.substring(0, comma).strip();
        }
        if (comma < 0 && !text.isEmpty() && cells.state(text) instanceof OldCountry.Known(var state, var remarks)) {
            cells.remarks("DZ_VIETA", remarks);
            birthCountry = state;
        }
        return text;
    }

    private void damaged(String field, String text) {
        // "?" within a word is a letter that a code page could not hold.
        if (text.indexOf('?') > 0 && LOST.matcher(text).find()) {
            cells.remark(field, RemarkCode.DAMAGED, text);
        }
    }

    private List<Nation> nationalities() {
        var text = cells.get("VALSTS_PIED");
        var typeText = cells.get("PIED_VEIDS");
        var type = typeText.isEmpty() ? "" : coded("PIED_VEIDS", typeText, TYPES, "UNKNOWN");
        var state = switch (cells.translate("VALSTS_PIED", text)) {
            case Rules.Translated.To(var found) -> new OldCountry.Known(found, List.of());
            case Rules.Translated.Nothing _, Rules.Translated.Several _ -> cells.state(text);
        };
        return switch (state) {
            case OldCountry.Known(var known, var remarks) -> {
                cells.remarks("VALSTS_PIED", remarks);
                if (known.equals(LATVIA)) {
                    cells.refuse(ReasonCode.LATVIAN, "VALSTS_PIED", text);
                }
                if (remarks.stream().anyMatch(remark -> remark.code() == RemarkCode.FORMER_STATE)) {
                    cells.refuse(ReasonCode.FORMER_STATE, "VALSTS_PIED", text);
                }
                yield List.of(new Nation(known, type(known, type)));
            }
            case OldCountry.Unknown(var remarks) -> {
                cells.remarks("VALSTS_PIED", remarks);
                yield List.of(nobodys(type));
            }
            case OldCountry.Blank _ -> {
                if (type.equals("STATELESS") || type.equals("REFUGEE") || type.equals("UNKNOWN")) {
                    yield List.of(nobodys(type));
                }
                cells.refuse(ReasonCode.NO_STATE, "VALSTS_PIED");
                yield List.of();
            }
            case OldCountry.Unreadable(var remark) -> {
                cells.remark("VALSTS_PIED", remark);
                cells.refuse(refusal(remark), "VALSTS_PIED", text);
                yield List.of();
            }
        };
    }

    private static ReasonCode refusal(Remark remark) {
        if (remark.code() == RemarkCode.NON_CITIZEN) {
            return ReasonCode.LATVIAN;
        }
        return remark.code() == RemarkCode.SEVERAL_STATES ? ReasonCode.SEVERAL_STATES : ReasonCode.UNKNOWN_STATE;
    }

    /** Whose type is not said, of him it is not known. */
    private static String type(String state, String type) {
        if (!type.isEmpty()) {
            return type;
        }
        return switch (state) {
            case "XXA" -> "STATELESS";
            case "XXB", "XXC" -> "REFUGEE";
            default -> "UNKNOWN";
        };
    }

    private static Nation nobodys(String type) {
        return switch (type) {
            case "STATELESS" -> new Nation("XXA", "STATELESS");
            case "REFUGEE" -> new Nation("XXB", "REFUGEE");
            default -> new Nation("XXX", "UNKNOWN");
        };
    }

    /** A number without its State cannot be asked for anywhere: it is kept as a note. */
    private void code(OldCode own) {
        switch (own) {
            case OldCode.Latvian latvian -> code = latvian.code().value();
            case OldCode.Foreign(var number) -> {
                cells.remark("PERS_KODS", RemarkCode.NO_STATE_SAID, number);
                cells.note("PERS_KODS", number);
            }
            case OldCode.Doubtful(var text, var remark) -> {
                cells.remark("PERS_KODS", remark);
                cells.note("PERS_KODS", text);
            }
            case OldCode.Blank _ -> {}
        }
    }

    private @Nullable String ethnicity() {
        var text = cells.text("TAUTIBA");
        if (text.isEmpty()) {
            return null;
        }
        if (NOBODY_KNOWS.contains(Words.folded(text))) {
            cells.remark("TAUTIBA", RemarkCode.MEANS_UNKNOWN, text);
            return null;
        }
        return text.toLowerCase(Locale.ROOT).equals(text) ? text : Words.titleCase(text);
    }

    private List<String> marks() {
        var text = cells.text("PAZIMES");
        damaged("PAZIMES", text);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private List<Place> addresses() {
        var places = new ArrayList<Place>();
        if (cells.table() == OldTable.NIR_CASES) {
            var latvian = OldAddress.of(
                    cells.get("PILSETA"),
                    cells.get("RAJONS"),
                    cells.get("NOVADS"),
                    cells.get("CIEMS"),
                    cells.get("MAJA"),
                    cells.get("IELA"),
                    cells.get("MAJAS_NR"),
                    cells.get("KORPUSS"),
                    cells.get("DZIVOKLIS"));
            if (!latvian.text().isEmpty()) {
                cells.remarks("PILSETA", latvian.remarks());
                places.add(new Place(LATVIA, latvian.text()));
            }
            address("ARV_ADRESE", null, places);
        } else {
            address("ADRESE", LATVIA, places);
        }
        return places;
    }

    /** @param otherwise the State of an address that names none; without it the address is a note */
    private void address(String field, @Nullable String otherwise, List<Place> into) {
        var address = OldAddress.read(List.of(cells.get(field)));
        if (address.text().isEmpty()) {
            return;
        }
        cells.remarks(field, address.remarks());
        var comma = address.text().lastIndexOf(',');
        var last = comma < 0 ? "" : address.text().substring(comma + 1).strip();
        if (!last.isEmpty()
                && cells.state(last) instanceof OldCountry.Known(var state, var remarks)
                && remarks.isEmpty()) {
            into.add(new Place(state, address.text().substring(0, comma).strip()));
        } else if (otherwise != null) {
            cells.remark(field, RemarkCode.STATE_ASSUMED, address.text(), otherwise);
            into.add(new Place(otherwise, address.text()));
        } else {
            cells.remark(field, RemarkCode.NO_STATE_SAID, address.text());
            cells.note(field, address.text());
        }
    }
}
