package lv.vmis.register.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import lv.vmis.register.kernel.Plans;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reading.Latin;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that are not at an end, each with its next step, which the database keeps beside it: overdue first, then stalled. */
@Component
class WaitingCases {

    static final int PAGE = 50;

    /** Within how many working days a signed decision is served. */
    static final String TO_SERVE = "decision.service";

    /** Within how many working days a follow-up decision is served. */
    static final String TO_TELL = "follow_up.service";

    /** Within how many working days a case is concluded whose person has left before a decision. */
    static final String TO_CONCLUDE = "case.conclude";

    /** How long a case without a term may wait. */
    static final String STALLED = "duty.stalled";

    private final JdbcClient jdbc;
    private final LegalParameters parameters;
    private final WaitingStreams streams;
    private final Clock clock;

    WaitingCases(JdbcClient jdbc, LegalParameters parameters, WaitingStreams streams, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.streams = streams;
    }

    /** Whose next step is asked for. */
    sealed interface Whose {

        /** Of an institution. */
        record Institution(String code) implements Whose {}

        /** Of a unit. */
        record Unit(String code) implements Whose {}

        /** Of an institution and taken on by nobody. */
        record Free(String institution) implements Whose {}

        /** Taken on by an official. */
        record Holder(UUID account) implements Whose {}
    }

    /** A page of them, from below one on; one more than a page when there are more. */
    List<WaitingCase> of(Whose whose, @Nullable NextStep step, @Nullable WaitPlace after) {
        Plans.each(jdbc);
        var found = new ArrayList<WaitingCase>();
        for (var group : WaitPlace.Group.values()) {
            // One group after the other, each along the index: who wants the first page seldom needs more than the
            // first.
            if (found.size() <= PAGE && (after == null || group.compareTo(after.group()) >= 0)) {
                var reach = after != null && group == after.group() ? after : null;
                found.addAll(read(whose, streams.of(group, step, reach)));
            }
        }
        return found.stream().limit(PAGE + 1).toList();
    }

    private List<WaitingCase> read(Whose whose, List<WaitingStreams.Stream> of) {
        if (of.isEmpty()) {
            return List.of();
        }
        var asked = switch (whose) {
            case Whose.Institution(var code) -> jdbc.sql(PAGE_OF).param("institution", code);
            case Whose.Unit(var code) -> jdbc.sql(PAGE_OF_UNIT).param("unit", code);
            case Whose.Free(var institution) -> jdbc.sql(PAGE_FREE).param("institution", institution);
            case Whose.Holder(var account) -> jdbc.sql(PAGE_OF_HOLDER).param("holder", account);
        };
        return waiting(asked.param("steps", each(of, one -> one.step().name()))
                        .param("rules", each(of, WaitingStreams.Stream::rule))
                        .param("afters", each(of, one -> one.after().toString()))
                        .param("ids", each(of, one -> one.afterId().toString()))
                        .param("befores", each(of, one -> one.before().toString()))
                        .param("most", PAGE + 1))
                .stream()
                .sorted(Comparator.comparing(WaitingCase::place))
                .toList();
    }

    private static String[] each(List<WaitingStreams.Stream> streams, Function<WaitingStreams.Stream, String> value) {
        return streams.stream().map(value).toArray(String[]::new);
    }

    /** The case of the number, if it has a next step. */
    List<WaitingCase> numbered(String number) {
        return waiting(jdbc.sql(NUMBERED).param("number", number));
    }

    /** Those of persons one of whose names begins with each of the words; one more than a page when there are more. */
    List<WaitingCase> named(String name) {
        var words = words(name);
        return words.length == 0
                ? List.of()
                : waiting(jdbc.sql(NAMED).param("words", words).param("most", PAGE + 1));
    }

    static String[] words(String name) {
        return Arrays.stream(Latin.fold(name).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> "% " + word + "%")
                .toArray(String[]::new);
    }

    /** Those of an institution or unit with a term that ends within two months or has ended within one, the first to end first. */
    List<WaitingCase> due(Whose whose) {
        var today = LocalDate.now(clock);
        var named = switch (whose) {
            case Whose.Institution(var code) -> jdbc.sql(DUE).param("institution", code);
            case Whose.Unit(var code) -> jdbc.sql(DUE_OF_UNIT).param("unit", code);
            default -> throw new IllegalArgumentException("deadlines are those of a unit or an institution");
        };
        return waiting(named.param("from", today.minusMonths(1)).param("to", today.plusMonths(2)));
    }

    /** Those whose next step waits by one of the rules, as the law has it that is in force or only tried. */
    List<WaitingCase> by(Set<String> rules, LegalParameters law) {
        return waiting(jdbc.sql(BY_RULE).param("rules", rules.toArray(String[]::new)), law);
    }

    private List<WaitingCase> waiting(JdbcClient.StatementSpec statement) {
        return waiting(statement, parameters);
    }

    private List<WaitingCase> waiting(JdbcClient.StatementSpec statement, LegalParameters law) {
        var today = LocalDate.now(clock);
        // A case that has moved on since then has not stalled.
        var moved = today.minus(law.period(STALLED, today));
        return statement.query(Rows.of(WaitingCase.Row.class)).list().stream()
                .map(row -> {
                    var term = term(row, law);
                    var isStalled = term == null && row.stepFrom().isBefore(moved);
                    return new WaitingCase(row, term, isStalled, place(row, term, isStalled, today));
                })
                .toList();
    }

    private static WaitPlace place(
            WaitingCase.Row row, WaitingCase.@Nullable Term term, boolean isStalled, LocalDate today) {
        if (term == null) {
            var group = isStalled ? WaitPlace.Group.STALLED : WaitPlace.Group.WAITING;
            return new WaitPlace(group, row.place(), row.place(), row.id());
        }
        var group = term.isPast(today) ? WaitPlace.Group.OVERDUE : WaitPlace.Group.DUE;
        return new WaitPlace(group, term.until(), row.place(), row.id());
    }

    /** The rule stands beside the step; a day that a decision, a note or a prison has set is stored, any other is counted. */
    private WaitingCase.@Nullable Term term(WaitingCase.Row row, LegalParameters law) {
        if (row.stepRule().equals(STALLED)) {
            return null;
        }
        var from = row.stepFrom();
        var due = row.stepDue();
        var until = due == null ? streams.until(row.stepRule(), from, law) : due;
        return new WaitingCase.Term(from, until, law.get(row.stepRule(), from));
    }

    private static final String COLUMNS = """
                   c.id, c.number, c.person_id, i.family_name, i.given_names, i.birth_date, c.next_step, c.step_from, c.step_due,
                   c.step_owner, c.step_unit, c.step_rule, c.step_place as place, h.name as holder
            """;

    private static final String OF_WHOM = """
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
              left join account h on h.id = c.holder
            """;

    private static final String ROWS = """
            select
            """ + COLUMNS + """
              from return_case c
            """ + OF_WHOM + """
             where c.next_step is not null
            """;

    static final String NUMBERED = ROWS + """
               and c.number = :number
            """;

    static final String NAMED = ROWS + """
               and p.head_id in (select q.head_id
                                   from identity x
                                   join person q on q.id = x.person_id
                                  where x.name_key like all (cast(:words as text[])))
             order by c.step_place, c.id
             limit :most
            """;

    static final String BY_RULE = ROWS + """
               and c.step_rule = any(cast(:rules as text[]))
             order by c.step_place, c.id
            """;

    // What waits by one rule ends in the order in which it began: each is a stretch of an index.
    private static final String STREAMS = """
              from unnest(cast(:steps as text[]), cast(:rules as text[]), cast(cast(:afters as text[]) as date[]),
                          cast(cast(:ids as text[]) as uuid[]), cast(cast(:befores as text[]) as date[]))
                       as s(step, rule, after_day, after_id, before_day)
             cross join lateral (
                   select *
                     from return_case x
                    where x.next_step is not null and x.next_step = s.step and x.step_rule = s.rule
                      and (x.step_place, x.id) > (s.after_day, s.after_id) and x.step_place < s.before_day
            """;

    private static final String STREAMS_END = """
                    order by x.step_place, x.id
                    limit :most) c
            """ + OF_WHOM;

    static final String PAGE_OF = """
            select
            """ + COLUMNS + STREAMS + """
                      and x.step_owner = :institution
            """ + STREAMS_END;

    // A unit is of one institution; asked for both, the wrong index is taken.
    static final String PAGE_OF_UNIT = """
            select
            """ + COLUMNS + STREAMS + """
                      and x.step_unit = :unit
            """ + STREAMS_END;

    static final String PAGE_FREE = """
            select
            """ + COLUMNS + STREAMS + """
                      and x.step_owner = :institution and x.holder is null
            """ + STREAMS_END;

    static final String PAGE_OF_HOLDER = """
            select
            """ + COLUMNS + STREAMS + """
                      and x.holder = :holder
            """ + STREAMS_END;

    private static final String IN_SIGHT = """
               and c.step_rule <> 'duty.stalled' and c.step_place between :from and :to
             order by c.step_place, c.id
             limit 1000
            """;

    static final String DUE = ROWS + """
               and c.step_owner = :institution
            """ + IN_SIGHT;

    static final String DUE_OF_UNIT = ROWS + """
               and c.step_unit = :unit
            """ + IN_SIGHT;
}
