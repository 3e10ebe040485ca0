package lv.vmis.register.judgment;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judgments as stored. */
@Component
class Judgments {

    private final JdbcClient jdbc;

    Judgments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Judgment> find(UUID decision) {
        return jdbc.sql(FIND)
                .param("decision", decision)
                .query(Rows.of(Judgment.class))
                .optional();
    }

    List<Judgment> ofCase(UUID caseId) {
        return jdbc.sql(OF_CASE)
                .param("case", caseId)
                .query(Rows.of(Judgment.class))
                .list();
    }

    /** Those of prisoners of whom the prison has not told. */
    List<Judgment> untold() {
        return jdbc.sql(UNTOLD).query(Rows.of(Judgment.class)).list();
    }

    /** False when somebody changed the judgment meanwhile. */
    boolean name(UUID decision, int version, String destination, Actor by, Instant now) {
        return jdbc.sql(NAME)
                        .param("decision", decision)
                        .param("version", version)
                        .param("destination", destination)
                        .param("by", by.account())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The case of the person that is not at an end, the latest first. */
    @Nullable
    UUID openCase(PersonId person) {
        return jdbc.sql(OPEN_CASE)
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** Whether somebody is preparing a decision in the case: two decisions at once would contradict each other. */
    boolean hasDraft(UUID caseId) {
        return jdbc.sql(HAS_DRAFT).param("case", caseId).query(Boolean.class).single();
    }

    boolean isEntered(PersonId person, String number) {
        return jdbc.sql(IS_ENTERED)
                .param("person", person.value())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    void add(UUID decision, PersonId person, EnterJudgment.Input in, Actor by, Instant now) {
        var prison = in.imprisonment();
        jdbc.sql(ADD)
                .param("decision", decision)
                .param("person", person.value())
                .param("court", in.court())
                .param("in_force", in.inForceOn())
                .param("prison", prison.prison(), Types.VARCHAR)
                .param("placed", prison.placedOn(), Types.DATE)
                .param("informed", prison.informedOn(), Types.DATE)
                .param("release", prison.releaseOn(), Types.DATE)
                .param("by", by.account())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when somebody changed the judgment meanwhile. */
    boolean change(UUID decision, int version, Imprisonment prison, Actor by, Instant now) {
        return jdbc.sql(CHANGE)
                        .param("decision", decision)
                        .param("version", version)
                        .param("prison", prison.prison(), Types.VARCHAR)
                        .param("placed", prison.placedOn(), Types.DATE)
                        .param("informed", prison.informedOn(), Types.DATE)
                        .param("release", prison.releaseOn(), Types.DATE)
                        .param("by", by.account())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when somebody changed the judgment meanwhile. */
    boolean end(EndJudgment.Input in, Actor by, Instant now) {
        return jdbc.sql(END)
                        .param("decision", in.decision())
                        .param("version", in.version())
                        .param("on", in.endedOn())
                        .param("reason", in.reason())
                        .param("note", in.note(), Types.VARCHAR)
                        .param("by", by.account())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What contradicts itself in when somebody is in prison. */
    static List<Refusal> mistakes(Imprisonment prison) {
        var mistakes = new ArrayList<Refusal>();
        var placed = prison.placedOn();
        if (isBefore(prison.informedOn(), placed)) {
            mistakes.add(Refusal.at("informedOn", JudgmentRefusal.INFORMED_BEFORE_PLACED, shown(placed)));
        }
        if (isBefore(prison.releaseOn(), placed)) {
            mistakes.add(Refusal.at("releaseOn", JudgmentRefusal.RELEASED_BEFORE_PLACED, shown(placed)));
        }
        return mistakes;
    }

    private static boolean isBefore(@Nullable LocalDate day, @Nullable LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }

    private static String shown(@Nullable LocalDate day) {
        return day == null ? "" : LatvianDates.numeric(day);
    }

    private static final String COLUMNS = """
            select j.decision_id, d.case_id, j.person_id, d.number, j.court, d.decided_on, j.in_force_on, j.prison, j.placed_on,
                   j.informed_on, j.release_on, j.ended_on, j.end_reason, j.end_note, d.destination as decided_destination,
                   j.destination as named_destination, j.version
              from judgment j
              join decision d on d.id = j.decision_id
            """;

    static final String FIND = COLUMNS + """
             where j.decision_id = :decision
            """;

    static final String OF_CASE = COLUMNS + """
             where d.case_id = :case
             order by j.in_force_on
            """;

    static final String UNTOLD = COLUMNS + """
             where j.placed_on is not null and j.informed_on is null and j.ended_on is null and d.open
             order by j.placed_on, j.decision_id
            """;

    static final String OPEN_CASE = """
            select id
              from return_case
             where person_id in (select * from records_of(:person)) and next_step is not null
             order by opened_on desc, id desc
             limit 1
            """;

    static final String HAS_DRAFT = """
            select exists (select 1 from decision where case_id = :case and signed_at is null and withdrawn_at is null)
            """;

    static final String IS_ENTERED = """
            select exists (select 1
                             from decision
                            where person_id in (select * from records_of(:person)) and kind = 'COURT_EXPULSION'
                              and number = :number)
            """;

    static final String ADD = """
            insert into judgment (decision_id, person_id, court, in_force_on, prison, placed_on, informed_on, release_on,
                                  changed_by, changed_at)
            values (:decision, :person, :court, :in_force, :prison, :placed, :informed, :release, :by, :now)
            """;

    static final String CHANGE = """
            update judgment
               set prison = :prison, placed_on = :placed, informed_on = :informed, release_on = :release, changed_by = :by,
                   changed_at = :now, version = version + 1
             where decision_id = :decision and version = :version
            """;

    static final String NAME = """
            update judgment
               set destination = :destination, destination_named_by = :by, destination_named_at = :now, changed_by = :by,
                   changed_at = :now, version = version + 1
             where decision_id = :decision and version = :version
            """;

    static final String END = """
            update judgment
               set ended_on = :on, end_reason = :reason, end_note = :note, changed_by = :by, changed_at = :now,
                   version = version + 1
             where decision_id = :decision and version = :version and ended_on is null
            """;
}
