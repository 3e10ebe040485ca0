package lv.vmis.register.legacy.meaning;

import java.time.LocalDate;
import lv.vmis.register.legacy.value.OldDate;
import lv.vmis.register.legacy.value.RemarkCode;
import org.jspecify.annotations.Nullable;

/** The ban of an entry. A wrong one would keep somebody out, or let him in: whatever is not certain is refused. */
final class BanReader {

    private final Cells cells;
    private @Nullable LocalDate lastDay;

    BanReader(Cells cells) {
        this.cells = cells;
    }

    /** The last day of the ban; nothing while it runs, is indefinite, or cannot be read. */
    @Nullable
    LocalDate lastDay() {
        return lastDay;
    }

    /** Nothing when the row is refused for it. */
    @Nullable
    OldBan read() {
        var from = day("AIZL_NO", false);
        var set = decidedOn();
        var until = until();
        var cancelled = day("ATCELTS_DAT", true);
        judge(from, set, until, cancelled);
        var number = cells.text("LEM_NR");
        if (number.isEmpty()) {
            cells.refuse(ReasonCode.NO_DECISION_NUMBER, "LEM_NR");
        }
        var institution = cells.text("LEM_IESTADE");
        var decider = decider(institution);
        var basisText = cells.text("TIES_NORMA");
        var basis = basis(basisText);
        var schengen = schengen();
        var reasons = cells.text("IEMESLS");
        var official = cells.text("LEM_AUTORS");
        var cancelNumber = cells.text("ATCEL_LEM_NR");
        if (from == null || set == null || decider == null || basis == null) {
            return null;
        }
        return new OldBan(
                number,
                set,
                institution,
                decider,
                official,
                basisText,
                basis,
                from,
                until,
                schengen,
                cancelled,
                cancelNumber,
                reasons);
    }

    private void judge(
            @Nullable LocalDate from,
            @Nullable LocalDate set,
            @Nullable LocalDate until,
            @Nullable LocalDate cancelled) {
        if (from != null && until != null && until.isBefore(from)) {
            cells.refuse(ReasonCode.BAN_ENDS_BEFORE_IT_BEGINS, "AIZL_LIDZ", from.toString(), until.toString());
            return;
        }
        if (set != null && cancelled != null && cancelled.isBefore(set)) {
            cells.refuse(ReasonCode.CANCELLED_BEFORE_DECIDED, "ATCELTS_DAT", set.toString(), cancelled.toString());
            return;
        }
        for (var day : new @Nullable LocalDate[] {set, cancelled}) {
            if (day != null && day.isAfter(cells.today)) {
                cells.refuse(
                        ReasonCode.BAN_DATE_IN_FUTURE, day.equals(set) ? "LEM_DATUMS" : "ATCELTS_DAT", day.toString());
                return;
            }
        }
        var last = until == null ? cancelled : cancelled == null || until.isBefore(cancelled) ? until : cancelled;
        lastDay = last != null && last.isBefore(cells.today) ? last : null;
    }

    /** Both columns are the day of the decision; where they differ, the decision's own is followed and the other one kept. */
    private @Nullable LocalDate decidedOn() {
        var decision = cells.get("LEM_DATUMS");
        var set = cells.get("AIZL_DATUMS");
        if (decision.isEmpty()) {
            return day("AIZL_DATUMS", false);
        }
        var day = day("LEM_DATUMS", false);
        var other = set.isEmpty() ? null : full(cells.event("AIZL_DATUMS"));
        if (!set.isEmpty() && (other == null || !other.equals(day))) {
            cells.remark("AIZL_DATUMS", RemarkCode.CELLS_DIFFER, set, decision);
            cells.note("AIZL_DATUMS", set);
        }
        return day;
    }

    private static @Nullable LocalDate full(OldDate date) {
        return date instanceof OldDate.Known known && known.date().isFull()
                ? known.date().earliest()
                : null;
    }

    private @Nullable LocalDate day(String field, boolean mayBeBlank) {
        var text = cells.get(field);
        return switch (cells.event(field)) {
            case OldDate.Known(var date, var remarks)
            when date.isFull() && !date.estimated() -> {
                cells.remarks(field, remarks);
                yield date.earliest();
            }
            case OldDate.Blank _ -> {
                if (!mayBeBlank) {
                    cells.refuse(ReasonCode.NO_BAN_DATE, field);
                }
                yield null;
            }
            case OldDate.Unreadable(var remark) -> {
                cells.remark(field, remark);
                cells.refuse(ReasonCode.BAN_DATE_UNREADABLE, field, text);
                yield null;
            }
            case OldDate.Known _, OldDate.Unknown _, OldDate.Indefinite _ -> {
                cells.refuse(ReasonCode.BAN_DATE_UNREADABLE, field, text);
                yield null;
            }
        };
    }

    /** Without an end is only what says so. */
    private @Nullable LocalDate until() {
        var field = "AIZL_LIDZ";
        var text = cells.get(field);
        return switch (OldDate.read(text, OldDate.Meaning.UNTIL, cells.entered())) {
            case OldDate.Known(var date, var remarks)
            when date.isFull() && !date.estimated() -> {
                cells.remarks(field, remarks);
                yield date.earliest();
            }
            case OldDate.Indefinite(var remarks) -> {
                cells.remarks(field, remarks);
                yield null;
            }
            case OldDate.Blank _ -> {
                cells.refuse(ReasonCode.NO_BAN_DATE, field);
                yield null;
            }
            case OldDate.Unreadable(var remark) -> {
                cells.remark(field, remark);
                cells.refuse(ReasonCode.BAN_DATE_UNREADABLE, field, text);
                yield null;
            }
            case OldDate.Known _, OldDate.Unknown _ -> {
                cells.refuse(ReasonCode.BAN_DATE_UNREADABLE, field, text);
                yield null;
            }
        };
    }

    private @Nullable String decider(String institution) {
        var field = "LEM_IESTADE";
        if (institution.isEmpty()) {
            cells.refuse(ReasonCode.NO_INSTITUTION, field);
            return null;
        }
        return switch (cells.translate(field, institution)) {
            case Rules.Translated.To(var code)
            when cells.columns().known.institution().test(code) -> code;
            case Rules.Translated.Several(var codes) -> contradiction(field, institution, codes);
            case Rules.Translated.To _, Rules.Translated.Nothing _ -> {
                cells.refuse(ReasonCode.UNKNOWN_INSTITUTION, field, institution);
                yield null;
            }
        };
    }

    private @Nullable String basis(String text) {
        var field = "TIES_NORMA";
        if (text.isEmpty()) {
            cells.refuse(ReasonCode.NO_LEGAL_BASIS, field);
            return null;
        }
        return switch (cells.translate(field, text)) {
            case Rules.Translated.To(var code)
            when cells.columns().known.legalBasis().test(code) -> code;
            case Rules.Translated.Several(var codes) -> contradiction(field, text, codes);
            case Rules.Translated.To _, Rules.Translated.Nothing _ -> {
                cells.refuse(ReasonCode.UNKNOWN_LEGAL_BASIS, field, text);
                yield null;
            }
        };
    }

    private @Nullable String contradiction(String field, String text, java.util.List<String> codes) {
        cells.refuse(ReasonCode.RULES_CONTRADICT, field, text, String.join(", ", codes));
        return null;
    }

    /** Officials look at the Schengen part anew in any case: an unknown code is kept for them as a note. */
    private boolean schengen() {
        var text = cells.get("SENGENA");
        if (text.isEmpty()) {
            return false;
        }
        if (cells.translate("SENGENA", text) instanceof Rules.Translated.To(var code)
                && (code.equals("true") || code.equals("false"))) {
            return code.equals("true");
        }
        cells.remark("SENGENA", RemarkCode.UNKNOWN_CODE, text);
        cells.note("SENGENA", text);
        return false;
    }
}
