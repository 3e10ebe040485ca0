package lv.vmis.register.duty;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Plans;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reading.Latin;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that are not at an end, each with its next step, which the database keeps beside it: whoever waits longest is first. */
@Component
class WaitingCases {

    static final int PAGE = 50;
    static final String TO_VRS = "removal.pmlp.to_vrs";
    static final String TO_PMLP = "removal.vrs.to_pmlp";

    /** Within how many working days a follow-up decision is served. */
    static final String TO_TELL = "follow_up.service";

    /** Within how many working days a case is concluded whose person has left before a decision. */
    static final String TO_CONCLUDE = "case.conclude";

    private final JdbcClient jdbc;
    private final LegalParameters parameters;
    private final WorkingDays workingDays;
    private final Clock clock;

    WaitingCases(JdbcClient jdbc, LegalParameters parameters, WorkingDays workingDays, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.workingDays = workingDays;
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
    List<WaitingCase> of(Whose whose, @Nullable NextStep step, @Nullable LocalDate after, @Nullable UUID id) {
        Plans.each(jdbc);
        var isFirst = after == null;
        var statement = switch (whose) {
            case Whose.Institution _ -> isFirst ? FIRST : NEXT;
            case Whose.Unit _ -> isFirst ? FIRST_OF_UNIT : NEXT_OF_UNIT;
            case Whose.Free _ -> isFirst ? FIRST_FREE : NEXT_FREE;
            case Whose.Holder _ -> isFirst ? FIRST_OF_HOLDER : NEXT_OF_HOLDER;
        };
        var asked = jdbc.sql(statement);
        var named = switch (whose) {
            case Whose.Institution(var code) -> asked.param("institution", code);
            case Whose.Unit(var code) -> asked.param("unit", code);
            case Whose.Free(var institution) -> asked.param("institution", institution);
            case Whose.Holder(var account) -> asked.param("holder", account);
        };
        return waiting(named.param("step", step == null ? null : step.name(), Types.VARCHAR)
                .param("after", after, Types.DATE)
                .param("id", id, Types.OTHER)
                .param("most", PAGE + 1));
    }

    /** The case of the number, if it has a next step. */
    List<WaitingCase> numbered(String number) {
        return waiting(jdbc.sql(NUMBERED).param("step", null, Types.VARCHAR).param("number", number));
    }

    /** Those of persons one of whose names begins with each of the words; one more than a page when there are more. */
    List<WaitingCase> named(String name) {
        var words = Arrays.stream(Latin.fold(name).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> "% " + word + "%")
                .toArray(String[]::new);
        return words.length == 0
                ? List.of()
                : waiting(jdbc.sql(NAMED)
                        .param("step", null, Types.VARCHAR)
                        .param("words", words)
                        .param("most", PAGE + 1));
    }

    /** Those of an institution or unit with a term that ends within two months or has ended within one, the first to end first. */
    List<WaitingCase> due(Whose whose) {
        var today = LocalDate.now(clock);
        var named = switch (whose) {
            case Whose.Institution(var code) -> jdbc.sql(DUE).param("institution", code);
            case Whose.Unit(var code) -> jdbc.sql(DUE_OF_UNIT).param("unit", code);
            default -> throw new IllegalArgumentException("deadlines are those of a unit or an institution");
        };
        return waiting(named.param("step", null, Types.VARCHAR)
                        .param("from", today.minusMonths(1))
                        .param("to", today.plusMonths(2)))
                .stream()
                .filter(one -> one.term() != null)
                .toList();
    }

    /** Those whose decision waits to be served, as the law has it that is in force or only tried. */
    List<WaitingCase> toServe(LegalParameters law) {
        return waiting(jdbc.sql(TO_SERVE).param("step", NextStep.SERVE.name()), law);
    }

    private List<WaitingCase> waiting(JdbcClient.StatementSpec statement) {
        return waiting(statement, parameters);
    }

    private List<WaitingCase> waiting(JdbcClient.StatementSpec statement, LegalParameters law) {
        var today = LocalDate.now(clock);
        // A case that has moved on since then has not stalled.
        var moved = today.minus(law.period("duty.stalled", today));
        return statement.query(Rows.of(WaitingCase.Row.class)).list().stream()
                .map(row -> {
                    var term = term(row, law);
                    return new WaitingCase(
                            row, term, term == null && row.stepFrom().isBefore(moved));
                })
                .toList();
    }

    /** Reg. 454 p. 3 and 4: each body tells the other of its removal decisions; the term to leave stands in the decision, that of a review in its note. */
    private WaitingCase.@Nullable Term term(WaitingCase.Row row, LegalParameters law) {
        var from = row.stepFrom();
        var due = row.stepDue();
        if (due != null) {
            var code = row.nextStep() == NextStep.REVIEW ? "whereabouts.review" : "departure.term.max";
            return new WaitingCase.Term(from, due, law.get(code, from));
        }
        if (row.nextStep() == NextStep.SERVE && "REMOVAL".equals(row.decisionKind())) {
            var code = row.stepOwner().equals("PMLP") ? TO_VRS : TO_PMLP;
            var until = workingDays.plus(from, law.workingDays(code, from));
            return new WaitingCase.Term(from, until, law.get(code, from));
        }
        if (row.nextStep() == NextStep.SERVE_FOLLOW_UP || row.nextStep() == NextStep.CONCLUDE) {
            var code = row.nextStep() == NextStep.CONCLUDE ? TO_CONCLUDE : TO_TELL;
            var until = workingDays.plus(from, law.workingDays(code, from));
            return new WaitingCase.Term(from, until, law.get(code, from));
        }
        return null;
    }

    private static final String ROWS = """
            select c.id, c.number, c.person_id, i.family_name, i.given_names, i.birth_date, c.next_step, c.step_from, c.step_due,
                   c.step_owner, c.step_unit, c.step_place as place, h.name as holder,
                   (select d.kind from decision d where d.case_id = c.id and d.open order by d.signed_at desc limit 1)
                       as decision_kind
              from return_case c
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
              left join account h on h.id = c.holder
             where c.next_step is not null
               and (cast(:step as text) is null or c.next_step = cast(:step as text))
            """;

    private static final String OF_INSTITUTION = ROWS + """
               and c.step_owner = :institution
            """;

    // A unit is of one institution; asked for both, the wrong index is taken.
    private static final String OF_UNIT = ROWS + """
               and c.step_unit = :unit
            """;

    private static final String FREE = OF_INSTITUTION + """
               and c.holder is null
            """;

    private static final String OF_HOLDER = ROWS + """
               and c.holder = :holder
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

    private static final String PAGE_OF_ROWS = """
             order by c.step_place, c.id
             limit :most
            """;

    private static final String NEXT_PAGE = """
               and (c.step_place, c.id) > (:after, :id)
            """ + PAGE_OF_ROWS;

    static final String TO_SERVE = ROWS + """
             order by c.step_place, c.id
            """;

    static final String FIRST = OF_INSTITUTION + PAGE_OF_ROWS;

    static final String NEXT = OF_INSTITUTION + NEXT_PAGE;

    static final String FIRST_OF_UNIT = OF_UNIT + PAGE_OF_ROWS;

    static final String NEXT_OF_UNIT = OF_UNIT + NEXT_PAGE;

    static final String FIRST_FREE = FREE + PAGE_OF_ROWS;

    static final String NEXT_FREE = FREE + NEXT_PAGE;

    static final String FIRST_OF_HOLDER = OF_HOLDER + PAGE_OF_ROWS;

    static final String NEXT_OF_HOLDER = OF_HOLDER + NEXT_PAGE;

    private static final String IN_SIGHT = """
               and c.step_place between :from and :to
             order by c.step_place, c.id
             limit 1000
            """;

    static final String DUE = OF_INSTITUTION + IN_SIGHT;

    static final String DUE_OF_UNIT = OF_UNIT + IN_SIGHT;
}
