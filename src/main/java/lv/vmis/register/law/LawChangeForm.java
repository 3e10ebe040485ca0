package lv.vmis.register.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.reference.LegalParameter;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;

/** A change of the law as typed, to be proposed or only tried; and the reason and the version of an answer. */
public record LawChangeForm(
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable String kind,
        @Nullable String code,
        @Nullable String value,
        @Nullable String validFrom,
        @Nullable String source,
        @Nullable String certainty,
        @Nullable String reason) {

    static final Set<String> CERTAINTIES = Set.of("confirmed", "memory", "open");

    static final int TEXT = 300;
    private static final int REASON = 1_000;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");
    private static final Pattern MONEY = Pattern.compile("\\d{1,7}([.,]\\d{1,2})?");

    static LawChangeForm fresh(ChangeKind kind, @Nullable String code) {
        return new LawChangeForm(Ids.next(), null, kind.name(), code, null, null, null, "confirmed", null);
    }

    public ChangeKind changes() {
        return ChangeKind.typed(kind);
    }

    int seen() {
        return version == null ? 0 : version;
    }

    /** What is proposed: with its source and how certain it is. */
    Outcome<LawChange> proposed(LocalDate today, LegalParameters law) {
        var in = new Parse(today);
        var cited = in.text("source", source, TEXT);
        var certain = in.code("certainty", certainty, CERTAINTIES::contains);
        return change(in, law, cited, certain);
    }

    /** What is only tried: a value and a day. */
    Outcome<LawChange> tried(LocalDate today, LegalParameters law) {
        var change = change(new Parse(today), law, new Parse.Parsed<>(""), new Parse.Parsed<>("open"));
        return change.then(asked -> law.ending(asked.code(), asked.validFrom()).isPresent()
                ? Outcome.done(asked)
                : Outcome.refused(List.of(Refusal.at("validFrom", LawRefusal.NOTHING_TO_CHANGE))));
    }

    Outcome<String> why(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }

    private Outcome<LawChange> change(
            Parse in, LegalParameters law, Parse.Parsed<String> cited, Parse.Parsed<String> certain) {
        var known = in.code(
                "code",
                code,
                wanted -> law.all().stream().anyMatch(row -> row.code().equals(wanted)));
        var from = in.day("validFrom", validFrom);
        var typed = in.text("value", value, TEXT);
        if (known.value() == null || typed.value() == null) {
            return in.into(() -> new LawChange("", null, null, from.get(), "", ""));
        }
        var unit = law.all().stream()
                .filter(row -> row.code().equals(known.get()))
                .map(LegalParameter::unit)
                .findFirst()
                .orElseThrow();
        if (unit.equals("text")) {
            return in.into(() -> new LawChange(known.get(), null, typed.get(), from.get(), cited.get(), certain.get()));
        }
        if (!(unit.equals("eur") ? MONEY : WHOLE).matcher(typed.get()).matches()) {
            in.refuse("value", LawRefusal.NOT_A_VALUE);
        }
        return in.into(() -> new LawChange(
                known.get(),
                new BigDecimal(typed.get().replace(',', '.')),
                null,
                from.get(),
                cited.get(),
                certain.get()));
    }
}
