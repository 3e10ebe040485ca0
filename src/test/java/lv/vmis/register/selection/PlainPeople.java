package lv.vmis.register.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.selection.PlainTables.Act;
import lv.vmis.register.selection.PlainTables.Ban;
import lv.vmis.register.selection.PlainTables.Decision;
import lv.vmis.register.selection.PlainTables.Departure;
import lv.vmis.register.selection.PlainTables.Finding;
import lv.vmis.register.selection.PlainTables.FollowUp;
import lv.vmis.register.selection.PlainTables.Identity;
import lv.vmis.register.selection.PlainTables.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everybody in a register, selected in plain Java from tables read without a join: what the SQL of a selection has to agree
 * with. It shares no text with it.
 */
final class PlainPeople {

    private final LocalDate today;
    private final PlainTables all;

    PlainPeople(JdbcClient jdbc, LocalDate today) {
        this.today = today;
        all = new PlainTables(jdbc);
    }

    int size() {
        return (int) all.persons.stream()
                .filter(person -> person.id().equals(person.head()))
                .count();
    }

    /** Who meets all conditions. */
    Set<UUID> find(List<Condition> conditions) {
        return all.persons.stream()
                .filter(person -> person.id().equals(person.head()))
                .filter(person -> meets(person, conditions))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private boolean meets(Person head, List<Condition> conditions) {
        var records = all.persons.stream()
                .filter(person -> person.head().equals(head.id()))
                .map(Person::id)
                .collect(Collectors.toSet());
        var main = all.identities.stream()
                .filter(identity ->
                        identity.person().equals(head.id()) && identity.kind().equals("PRIMARY"))
                .findFirst()
                .orElseThrow();
        var ofPerson = conditions.stream()
                .filter(condition -> !isOfAThing(condition))
                .allMatch(condition -> isTrue(condition, head, main, records));
        return ofPerson
                && one(
                        conditions,
                        of(Field.FOUND, Field.FOUND_PLACE, Field.FOUND_POINT, Field.FOUND_UNIT),
                        all.findings.stream()
                                .filter(finding -> records.contains(finding.person()))
                                .toList(),
                        this::ofFinding)
                && one(
                        conditions,
                        of(Field.DECISION_KIND, Field.DECISION_STATE, Field.DECISION_BODY, Field.DECIDED),
                        all.decisions.stream()
                                .filter(decision -> records.contains(decision.person()))
                                .toList(),
                        this::ofDecision)
                && one(
                        conditions,
                        of(Field.BAN_TERRITORY, Field.BAN_STATE, Field.BAN_TERM, Field.BAN_FROM, Field.BAN_TO),
                        all.bans.stream()
                                .filter(ban -> records.contains(ban.person()) && decided(ban) != null)
                                .toList(),
                        this::ofBan)
                && one(
                        conditions,
                        of(Field.DEPARTED_ON, Field.RETURN_TYPE, Field.DESTINATION),
                        all.departures.stream()
                                .filter(departure -> records.contains(departure.person()))
                                .toList(),
                        this::ofDeparture)
                && one(
                        conditions,
                        of(Field.ENTERED_UNIT, Field.ENTERED),
                        all.persons.stream()
                                .filter(person -> records.contains(person.id()))
                                .toList(),
                        this::ofRecord);
    }

    private static final Set<Field> OF_A_THING = of(
            Field.FOUND,
            Field.FOUND_PLACE,
            Field.FOUND_POINT,
            Field.FOUND_UNIT,
            Field.DECISION_KIND,
            Field.DECISION_STATE,
            Field.DECISION_BODY,
            Field.DECIDED,
            Field.BAN_TERRITORY,
            Field.BAN_STATE,
            Field.BAN_TERM,
            Field.BAN_FROM,
            Field.BAN_TO,
            Field.DEPARTED_ON,
            Field.RETURN_TYPE,
            Field.DESTINATION,
            Field.ENTERED_UNIT,
            Field.ENTERED);

    private static boolean isOfAThing(Condition condition) {
        return OF_A_THING.contains(condition.field());
    }

    private interface Holds<T> {
        boolean holds(Condition condition, T thing);
    }

    /** Whether one and the same thing meets all conditions on such a thing. */
    private static <T> boolean one(List<Condition> conditions, Set<Field> fields, List<T> things, Holds<T> holds) {
        var its = conditions.stream()
                .filter(condition -> fields.contains(condition.field()))
                .toList();
        return its.isEmpty()
                || things.stream().anyMatch(thing -> its.stream().allMatch(condition -> holds.holds(condition, thing)));
    }

    private boolean isTrue(Condition condition, Person head, Identity main, Set<UUID> records) {
        var values = condition.values();
        return switch (condition.field()) {
            case NATIONALITY ->
                all.identities.stream()
                        .filter(identity -> records.contains(identity.person())
                                && !identity.kind().equals("MISUSED"))
                        .flatMap(identity -> all.nationalities.getOrDefault(identity.id(), Set.of()).stream())
                        .anyMatch(values::contains);
            case SEX -> values.contains(main.sex());
            case AGE -> {
                var youngest = Period.between(main.latest(), today).getYears();
                var eldest = Period.between(main.earliest(), today).getYears();
                yield within(condition, youngest, eldest);
            }
            case BIRTH_YEAR ->
                within(condition, main.earliest().getYear(), main.latest().getYear());
            case BORN ->
                (condition.from() == null || !main.latest().isBefore(LocalDate.parse(condition.from())))
                        && (condition.to() == null || !main.earliest().isAfter(LocalDate.parse(condition.to())));
            case MINOR -> yes(condition, Period.between(main.latest(), today).getYears() < 18);
            case UNACCOMPANIED ->
                yes(
                        condition,
                        all.vulnerabilities.stream()
                                .anyMatch(flag -> records.contains(flag.person())
                                        && flag.code().equals("UAM")
                                        && flag.holds(today)));
            case WARNING ->
                all.warnings.stream()
                        .anyMatch(flag ->
                                records.contains(flag.person()) && values.contains(flag.code()) && flag.holds(today));
            case PRESENT ->
                yes(
                        condition,
                        all.cases.stream()
                                .filter(each -> records.contains(each.person()))
                                .anyMatch(each -> all.departures.stream()
                                        .noneMatch(
                                                departure -> departure.caseId().equals(each.id())
                                                        && !departure.on().isAfter(today))));
            case DUPLICATE ->
                yes(
                        condition,
                        all.likenesses.stream()
                                .filter(alike -> !(records.contains(alike.one()) && records.contains(alike.other())))
                                .anyMatch(alike -> alike.one().equals(head.id())
                                        || alike.other().equals(head.id())));
            case DEPARTED ->
                yes(condition, all.departures.stream().anyMatch(departure -> records.contains(departure.person())));
            case CHANGED -> {
                var last = all.acts.stream()
                        .filter(act -> act.persons().stream().anyMatch(records::contains))
                        .map(Act::at)
                        .max(Instant::compareTo);
                yield last.isPresent() && between(condition, LocalDate.ofInstant(last.get(), RegisterClock.RIGA));
            }
            default -> throw new IllegalStateException("not of a person: " + condition.field());
        };
    }

    private boolean ofFinding(Condition condition, Finding finding) {
        return switch (condition.field()) {
            case FOUND -> between(condition, finding.on());
            case FOUND_PLACE -> condition.values().contains(finding.place());
            case FOUND_POINT -> finding.point() != null && condition.values().contains(finding.point());
            case FOUND_UNIT -> condition.values().contains(finding.unit());
            default -> throw new IllegalStateException();
        };
    }

    private boolean ofDecision(Condition condition, Decision decision) {
        return switch (condition.field()) {
            case DECISION_KIND -> condition.values().contains(decision.kind());
            case DECISION_BODY -> condition.values().contains(decision.institution());
            case DECIDED -> between(condition, decision.decided());
            case DECISION_STATE -> condition.values().contains(state(decision));
            default -> throw new IllegalStateException();
        };
    }

    /** Another decision of its case was signed since, the person has left under it, or the case is closed. */
    private boolean isPast(Decision decision) {
        var of = decision.caseId();
        var signed = decision.signed();
        return of != null
                && signed != null
                && (all.closed.contains(of)
                        || all.departures.stream().anyMatch(one -> one.caseId().equals(of))
                        || all.decisions.stream()
                                .anyMatch(one -> of.equals(one.caseId())
                                        && one.signed() != null
                                        && one.signed().isAfter(signed)
                                        && cancelled(one.id(), null) == null));
    }

    private String state(Decision decision) {
        var left = left(decision.id());
        var told = all.served.get(decision.id());
        var cancelled = cancelled(decision.id(), null);
        if (cancelled != null && !cancelled.isAfter(today)) {
            return "CANCELLED";
        }
        if (left != null && !left.isAfter(today)) {
            return "CARRIED_OUT";
        }
        var suspended = suspended(decision.id(), null);
        if (suspended != null && !suspended.isAfter(today)) {
            return "SUSPENDED";
        }
        if (decision.decided() != null && !decision.decided().isAfter(today) && isPast(decision)) {
            return "PAST";
        }
        if (told != null && !told.isAfter(today)) {
            return decision.leaveBy() != null && decision.leaveBy().isBefore(today) ? "OVERDUE" : "SERVED";
        }
        if (decision.decided() != null && !decision.decided().isAfter(today)) {
            return "SIGNED";
        }
        return decision.isWithdrawn()
                ? "WITHDRAWN"
                : decision.isSent() ? "TO_SIGN" : decision.isReturned() ? "RETURNED" : "DRAFT";
    }

    /** From when the decision is cancelled, or its ban by itself or with it. */
    private @Nullable LocalDate cancelled(UUID decision, @Nullable UUID ban) {
        return all.followUps.stream()
                .filter(next -> next.kind().equals("CANCEL") && next.decision().equals(decision))
                .filter(next -> next.ban() == null || next.ban().equals(ban))
                .map(FollowUp::effect)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Since when exactly this is suspended. */
    private @Nullable LocalDate suspended(UUID decision, @Nullable UUID ban) {
        LocalDate since = null;
        for (var next : all.followUps) {
            if (next.decision().equals(decision) && Objects.equals(next.ban(), ban)) {
                since = switch (next.kind()) {
                    case "SUSPEND" -> next.effect();
                    case "RESUME" -> null;
                    default -> since;
                };
            }
        }
        return since;
    }

    private @Nullable LocalDate left(UUID decision) {
        return all.departures.stream()
                .filter(departure -> departure.decision().equals(decision))
                .map(Departure::on)
                .findFirst()
                .orElse(null);
    }

    /** The first departure of the person under the decision, or under any other since its day. */
    private @Nullable LocalDate left(Ban ban) {
        var decided = decided(ban);
        return decided == null
                ? null
                : all.departures.stream()
                        .filter(departure -> departure.decision().equals(ban.decision())
                                || (head(departure.person()).equals(head(ban.person()))
                                        && !departure.on().isBefore(decided)))
                        .map(Departure::on)
                        .min(LocalDate::compareTo)
                        .orElse(null);
    }

    private UUID head(UUID record) {
        return all.persons.stream()
                .filter(person -> person.id().equals(record))
                .findFirst()
                .orElseThrow()
                .head();
    }

    private @Nullable LocalDate decided(Ban ban) {
        return all.decisions.stream()
                .filter(decision -> decision.id().equals(ban.decision()))
                .findFirst()
                .orElseThrow()
                .decided();
    }

    private boolean ofBan(Condition condition, Ban ban) {
        var begins = ban.starts().equals("DECISION") ? decided(ban) : left(ban);
        var cancelled = cancelled(ban.decision(), ban.id());
        if (cancelled != null && (begins == null || !cancelled.isAfter(begins))) {
            return false;
        }
        // While it is suspended it does not begin.
        var from = begins != null
                        && Stream.of(suspended(ban.decision(), null), suspended(ban.decision(), ban.id()))
                                .filter(Objects::nonNull)
                                .anyMatch(since -> !since.isAfter(begins))
                ? null
                : begins;
        var months = all.followUps.stream()
                .filter(next -> ban.id().equals(next.ban()) && next.months() != null)
                .map(FollowUp::months)
                .min(Integer::compareTo)
                .orElse(ban.months());
        var to = from == null
                ? null
                : Stream.of(
                                Optional.ofNullable(months).map(from::plusMonths),
                                before(cancelled),
                                before(suspended(ban.decision(), null)),
                                before(suspended(ban.decision(), ban.id())))
                        .flatMap(Optional::stream)
                        .min(LocalDate::compareTo)
                        .orElse(null);
        return switch (condition.field()) {
            case BAN_TERRITORY -> condition.values().contains(ban.territory());
            case BAN_TERM -> months != null && within(condition, months, months);
            case BAN_FROM -> between(condition, from);
            case BAN_TO -> between(condition, to);
            case BAN_STATE ->
                condition
                        .values()
                        .contains(
                                from == null || from.isAfter(today)
                                        ? "PENDING"
                                        : to != null && to.isBefore(today) ? "EXPIRED" : "IN_FORCE");
            default -> throw new IllegalStateException();
        };
    }

    private static Optional<LocalDate> before(@Nullable LocalDate day) {
        return Optional.ofNullable(day).map(first -> first.minusDays(1));
    }

    private boolean ofDeparture(Condition condition, Departure departure) {
        return switch (condition.field()) {
            case DEPARTED_ON -> between(condition, departure.on());
            case RETURN_TYPE -> condition.values().contains(departure.type());
            case DESTINATION -> condition.values().contains(departure.destination());
            default -> throw new IllegalStateException();
        };
    }

    private boolean ofRecord(Condition condition, Person person) {
        return condition.field() == Field.ENTERED
                ? between(condition, person.entered())
                : condition.values().contains(person.unit());
    }

    /** What the data say of a field, for conditions that meet somebody. */
    List<String> values(Field field) {
        return switch (field) {
            case NATIONALITY ->
                all.nationalities.values().stream()
                        .flatMap(Set::stream)
                        .distinct()
                        .toList();
            case DESTINATION ->
                all.departures.stream().map(Departure::destination).distinct().toList();
            case FOUND_UNIT ->
                all.findings.stream().map(Finding::unit).distinct().toList();
            case ENTERED_UNIT ->
                all.persons.stream().map(Person::unit).distinct().toList();
            case FOUND_PLACE ->
                all.findings.stream().map(Finding::place).distinct().toList();
            case FOUND_POINT -> List.of("LIDOSTA_RIGA", "TEREHOVA", "PATERNIEKI");
            case SEX -> List.of("M", "F", "X");
            case WARNING -> List.of("ARMED", "VIOLENT", "ABSCONDED");
            case RETURN_TYPE ->
                all.departures.stream().map(Departure::type).distinct().toList();
            case DECISION_KIND -> List.of("DEPARTURE_ORDER", "REMOVAL");
            case DECISION_STATE ->
                List.of(
                        "DRAFT",
                        "TO_SIGN",
                        "RETURNED",
                        "WITHDRAWN",
                        "SIGNED",
                        "SERVED",
                        "OVERDUE",
                        "PAST",
                        "CARRIED_OUT",
                        "SUSPENDED",
                        "CANCELLED");
            case DECISION_BODY -> List.of("VRS", "PMLP");
            case BAN_TERRITORY -> List.of("LV", "SCH");
            case BAN_STATE -> List.of("PENDING", "IN_FORCE", "EXPIRED");
            default -> List.of();
        };
    }

    private static boolean within(Condition condition, int least, int most) {
        return (condition.from() == null || most >= Integer.parseInt(condition.from()))
                && (condition.to() == null || least <= Integer.parseInt(condition.to()));
    }

    private static boolean between(Condition condition, @Nullable LocalDate day) {
        return day != null
                && (condition.from() == null || !day.isBefore(LocalDate.parse(condition.from())))
                && (condition.to() == null || !day.isAfter(LocalDate.parse(condition.to())));
    }

    private static boolean yes(Condition condition, boolean is) {
        return condition.values().equals(List.of("YES")) == is;
    }

    private static Set<Field> of(Field... fields) {
        return Set.of(fields);
    }
}
