package lv.vmis.register.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Parse.Parsed;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.reference.Ground;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.LegalBasis;
import org.jspecify.annotations.Nullable;

/**
 * What a ground is to say, as typed.
 *
 * @param authorities codes of the institutions that may decide on it
 */
public record GroundForm(
        @Nullable String law,
        @Nullable String section,
        @Nullable String paragraph,
        @Nullable String clause,
        @Nullable String citationLv,
        @Nullable String citationEn,
        @Nullable String textLv,
        @Nullable String textEn,
        @Nullable List<String> authorities,
        @Nullable String use,
        @Nullable String sisBasis,
        @Nullable String banLimit) {

    static final GroundForm EMPTY =
            new GroundForm(null, null, null, null, null, null, null, null, null, null, null, null);

    private static final int SHORT = 20;
    private static final int LINE = 200;
    private static final int TEXT = 500;
    private static final int CODE = 40;
    private static final Pattern CODES = Pattern.compile("[A-Z][A-Za-z0-9.-]*");

    static GroundForm of(LegalBasis row) {
        return new GroundForm(
                row.law(),
                row.section(),
                row.paragraph(),
                row.clause(),
                row.citationLv(),
                row.citationEn(),
                row.textLv(),
                row.textEn(),
                row.authorities(),
                row.use(),
                row.sisBasis(),
                row.banLimit());
    }

    public boolean isBy(String institution) {
        return authorities != null && authorities.contains(institution);
    }

    /**
     * A change of a ground, as proposed.
     *
     * @param limits codes of the parameters that can limit a ban
     */
    Outcome<GroundChange> parse(
            LawChangeForm form, LocalDate today, LegalBases bases, Set<String> institutions, Set<String> limits) {
        var in = new Parse(today);
        var kind = Objects.requireNonNull(form.changes().ground());
        var code = kind == GroundChange.Kind.ADDED
                ? in.text("code", form.code(), CODE)
                : in.code(
                        "code",
                        form.code(),
                        typed -> bases.all().stream().anyMatch(row -> row.code().equals(typed)));
        if (code.orNull() != null && !CODES.matcher(code.get()).matches()) {
            in.refuse("code", LawRefusal.NOT_A_CODE);
        }
        var from = in.day("validFrom", form.validFrom());
        var cited = in.text("source", form.source(), LawChangeForm.TEXT);
        var certain = in.code("certainty", form.certainty(), LawChangeForm.CERTAINTIES::contains);
        if (kind == GroundChange.Kind.ENDED) {
            return in.into(() -> new GroundChange(kind, code.get(), null, from.get(), cited.get(), certain.get()));
        }
        var ground = ground(in, bases, institutions, limits);
        return in.into(() -> new GroundChange(kind, code.get(), ground.get(), from.get(), cited.get(), certain.get()));
    }

    private Supplier<Ground> ground(Parse in, LegalBases bases, Set<String> institutions, Set<String> limits) {
        var statute = in.text("law", law, LINE);
        var article = in.text("section", section, SHORT);
        var part = in.optionalText("paragraph", paragraph, SHORT);
        var point = in.optionalText("clause", clause, SHORT);
        var latvianly = in.text("citationLv", citationLv, LINE);
        var englishly = in.text("citationEn", citationEn, LINE);
        var latvian = in.text("textLv", textLv, TEXT);
        var english = in.text("textEn", textEn, TEXT);
        var act = in.code(
                "use",
                use,
                typed -> bases.all().stream().anyMatch(row -> row.use().equals(typed)));
        var alert = optional(in, "sisBasis", sisBasis, Set.copyOf(Ground.SIS_BASES));
        var limit = optional(in, "banLimit", banLimit, limits);
        var deciders = authorities == null ? List.<String>of() : authorities;
        for (var decider : deciders) {
            in.code("authorities", decider, institutions::contains);
        }
        return () -> new Ground(
                statute.get(),
                article.get(),
                part.orNull(),
                point.orNull(),
                latvianly.get(),
                englishly.get(),
                latvian.get(),
                english.get(),
                deciders.isEmpty() ? null : deciders.stream().distinct().collect(Collectors.joining(",")),
                act.get(),
                alert.orNull(),
                limit.orNull());
    }

    private static Parsed<String> optional(Parse in, String field, @Nullable String typed, Set<String> known) {
        return typed == null || typed.isBlank() ? new Parsed<>(null) : in.code(field, typed, known::contains);
    }
}
