package lv.vmis.register.duty;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.kernel.Plans;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases that are not at an end, each with its next step, which the database keeps beside it: whoever waits longest is first. */
@Component
class WaitingCases {

    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final LegalParameters parameters;
    private final WorkingDays workingDays;

    WaitingCases(JdbcClient jdbc, LegalParameters parameters, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.parameters = parameters;
        this.workingDays = workingDays;
    }

    /**
     * Those of an institution, from below one on; one more than a page when there are more.
     *
     * @param unit only those of the unit; nothing: of all units, and of none in particular
     */
    List<WaitingCase> of(
            String institution,
            @Nullable String unit,
            @Nullable NextStep step,
            @Nullable LocalDate after,
            @Nullable UUID id) {
        Plans.each(jdbc);
        var ofUnit = after == null ? FIRST_OF_UNIT : NEXT_OF_UNIT;
        var ofInstitution = after == null ? FIRST : NEXT;
        var statement = unit == null ? ofInstitution : ofUnit;
        return jdbc
                .sql(statement)
                .param("institution", institution)
                .param("unit", unit, Types.VARCHAR)
                .param("step", step == null ? null : step.name(), Types.VARCHAR)
                .param("after", after, Types.DATE)
                .param("id", id, Types.OTHER)
                .param("most", PAGE + 1)
                .query(Rows.of(WaitingCase.Row.class))
                .list()
                .stream()
                .map(row -> new WaitingCase(row, term(row)))
                .toList();
    }

    /** Reg. 454 p. 3 and 4: each body tells the other of its removal decisions; the term to leave stands in the decision. */
    private WaitingCase.@Nullable Term term(WaitingCase.Row row) {
        var from = row.stepFrom();
        var due = row.stepDue();
        if (due != null) {
            return new WaitingCase.Term(from, due, parameters.get("departure.term.max", from));
        }
        if (row.nextStep() == NextStep.SERVE && "REMOVAL".equals(row.decisionKind())) {
            var code = row.stepOwner().equals("PMLP") ? "removal.pmlp.to_vrs" : "removal.vrs.to_pmlp";
            var until = workingDays.plus(from, parameters.workingDays(code, from));
            return new WaitingCase.Term(from, until, parameters.get(code, from));
        }
        return null;
    }

    private static final String ROWS = """
            select c.id, c.number, c.person_id, i.family_name, i.given_names, i.birth_date, c.next_step, c.step_from, c.step_due,
                   c.step_owner, c.step_unit, c.step_place as place,
                   (select d.kind from decision d where d.case_id = c.id and d.open order by d.signed_at desc limit 1)
                       as decision_kind
              from return_case c
              join person p on p.id = c.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
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

    private static final String PAGE_OF_ROWS = """
             order by c.step_place, c.id
             limit :most
            """;

    private static final String NEXT_PAGE = """
               and (c.step_place, c.id) > (:after, :id)
            """ + PAGE_OF_ROWS;

    static final String FIRST = OF_INSTITUTION + PAGE_OF_ROWS;

    static final String NEXT = OF_INSTITUTION + NEXT_PAGE;

    static final String FIRST_OF_UNIT = OF_UNIT + PAGE_OF_ROWS;

    static final String NEXT_OF_UNIT = OF_UNIT + NEXT_PAGE;
}
