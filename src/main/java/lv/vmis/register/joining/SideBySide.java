package lv.vmis.register.joining;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.person.PersonBar;
import lv.vmis.register.person.PersonFile.BanRow;
import lv.vmis.register.person.PersonFile.DecisionRow;
import lv.vmis.register.person.PersonFile.DocumentRow;
import lv.vmis.register.person.PersonFile.IdentityRow;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;

/** Persons side by side, line by line, with what differs. */
public record SideBySide(List<Side> sides) {

    public SideBySide {
        sides = List.copyOf(sides);
    }

    /** One person as far as he is compared. */
    public record Side(
            PersonBar bar,
            List<IdentityRow> identities,
            List<DocumentRow> documents,
            List<DecisionRow> decisions,
            List<BanRow> bans) {

        IdentityRow primary() {
            return identities.getFirst();
        }
    }

    /** Whether all say the same; of what somebody does not say nothing can be told. */
    public enum Sameness {
        SAME,
        DIFFERENT,
        UNKNOWN
    }

    /**
     * A line.
     *
     * @param key of its text
     * @param values what each person's record says, several lines where it says several things
     */
    public record Line(String key, List<List<String>> values, Sameness sameness) {

        public Line {
            values = List.copyOf(values);
        }
    }

    public List<Line> lines(Frame f, Names names) {
        return Stream.of(
                        line("person.family-name", side -> side.primary().familyName()),
                        line("person.given-names", side -> side.primary().givenNames()),
                        line("person.patronymic", side -> side.primary().patronymic()),
                        line("person.original-name", side -> side.primary().originalName()),
                        line(
                                "person.sex",
                                side -> side.primary().sex().equals("U")
                                        ? null
                                        : names.of(f, "sex", side.primary().sex())),
                        line("person.birth-date", side -> f.day(side.primary().birthDate())),
                        line("person.birth-place", side -> birthPlace(f, side.primary())),
                        line("person.nationality", side -> blankAsNull(nationalities(f, side.primary()))),
                        line("person.personal-code", side -> side.primary().personalCode()),
                        lines(
                                "joining.other-names",
                                side -> side.identities().stream()
                                        .skip(1)
                                        .map(SideBySide::name)
                                        .toList()),
                        lines(
                                "person.documents",
                                side -> side.documents().stream()
                                        .map(document -> document.number() + " ("
                                                + f.pick(document.issuerLv(), document.issuerEn()) + ", "
                                                + names.of(f, "document_type", document.type()) + ")")
                                        .toList()),
                        lines(
                                "person.decisions",
                                side -> side.decisions().stream()
                                        .map(decision -> names.of(f, "decision_kind", decision.kind())
                                                + (decision.number() == null ? "" : " " + decision.number()))
                                        .toList()),
                        lines(
                                "person.bans",
                                side -> side.bans().stream()
                                        .map(ban -> f.name("ban.territory", ban.territory()) + ": " + period(f, ban))
                                        .toList()))
                .filter(line -> line.values().stream().anyMatch(value -> !value.isEmpty()))
                .toList();
    }

    private Line line(String key, Function<Side, @Nullable String> value) {
        return lines(key, side -> Stream.ofNullable(value.apply(side)).toList());
    }

    private Line lines(String key, Function<Side, List<String>> value) {
        var values = sides.stream().map(value).toList();
        var sameness = values.stream().anyMatch(List::isEmpty)
                ? Sameness.UNKNOWN
                : values.stream().distinct().count() == 1 ? Sameness.SAME : Sameness.DIFFERENT;
        return new Line(key, values, sameness);
    }

    private static String name(IdentityRow identity) {
        return identity.givenNames() == null
                ? identity.familyName()
                : identity.familyName() + " " + identity.givenNames();
    }

    private static String nationalities(Frame f, IdentityRow identity) {
        return f.pick(identity.nationalitiesLv(), identity.nationalitiesEn());
    }

    private static @Nullable String birthPlace(Frame f, IdentityRow identity) {
        var country = identity.birthCountryLv() == null
                ? null
                : f.pick(identity.birthCountryLv(), Objects.requireNonNullElse(identity.birthCountryEn(), ""));
        return identity.birthPlace() == null || country == null
                ? Stream.of(identity.birthPlace(), country)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : identity.birthPlace() + ", " + country;
    }

    private static String period(Frame f, BanRow ban) {
        if (ban.fromDay() == null) {
            return f.name("ban.state", ban.shown());
        }
        return f.day(ban.fromDay()) + " – " + (ban.toDay() == null ? f.t("ban-facts.indefinite") : f.day(ban.toDay()));
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text;
    }
}
