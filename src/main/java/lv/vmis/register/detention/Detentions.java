package lv.vmis.register.detention;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.person.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Detentions, their titles and placements, as stored. */
@Component
public class Detentions {

    private final JdbcClient jdbc;
    private final Persons persons;

    Detentions(JdbcClient jdbc, Persons persons) {
        this.jdbc = jdbc;
        this.persons = persons;
    }

    /** The detention of somebody who is held, while nobody else acts on him. */
    Outcome<Detention> locked(UUID id) {
        var found = find(id);
        if (found.isEmpty()) {
            return Outcome.refused(DetentionRefusal.DETENTION_UNKNOWN);
        }
        persons.lock(found.get().personId());
        var seen = find(id).orElseThrow();
        return seen.releasedAt() == null
                ? Outcome.done(seen)
                : Outcome.refused(DetentionRefusal.ALREADY_RELEASED, Moments.shown(seen.releasedAt()));
    }

    public Optional<Detention> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Detention.class)).optional();
    }

    /** All detentions of all records of a person, the latest first. */
    List<Detention> of(PersonId person) {
        return jdbc.sql(OF_PERSON)
                .param("person", person.value())
                .query(Rows.of(Detention.class))
                .list();
    }

    /** The detention of the case that has not ended. */
    Optional<Detention> openOf(UUID caseId) {
        return jdbc.sql(OPEN_OF_CASE)
                .param("case", caseId)
                .query(Rows.of(Detention.class))
                .optional();
    }

    /** What the detention said before, the latest first. */
    List<PastDetention> past(UUID detention) {
        return jdbc.sql(PAST)
                .param("detention", detention)
                .query(Rows.of(PastDetention.class))
                .list();
    }

    /** Keeps what the detention says, and lets it say something else. */
    void correct(Detention seen, CorrectDetention.Input in, Instant byGuardUntil, Actor by, Instant now) {
        jdbc.sql(KEEP_PAST)
                .param("id", seen.id())
                .param("why", in.why())
                .param("by", by.account())
                .param("now", utc(now))
                .update();
        jdbc.sql(CORRECT)
                .param("id", seen.id())
                .param("at", utc(in.detainedAt()))
                .param("ground", in.ground())
                .param("unit", in.unit())
                .param("circumstances", in.circumstances())
                .param("last_resort", in.lastResort(), Types.VARCHAR)
                .param("released", in.releasedAt() == null ? null : utc(in.releasedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", in.releaseReason(), Types.VARCHAR)
                .update();
        moveFirstTitle(seen.id(), byGuardUntil);
    }

    /** Until when the Border Guard holds him by itself; nothing happens where a judge had decided before. */
    void moveFirstTitle(UUID detention, Instant until) {
        jdbc.sql(MOVE_FIRST_TITLE)
                .param("detention", detention)
                .param("until", utc(until))
                .update();
    }

    List<DetentionTitle> titles(UUID detention) {
        return jdbc.sql(TITLES)
                .param("detention", detention)
                .query(Rows.of(DetentionTitle.class))
                .list();
    }

    List<Placement> placements(UUID detention) {
        return jdbc.sql(PLACEMENTS)
                .param("detention", detention)
                .query(Rows.of(Placement.class))
                .list();
    }

    /** When the same procedure held him before, in this case or in another. */
    List<DetentionClock.Earlier> earlier(Detention detention) {
        return earlier(detention.caseId(), detention.personId(), detention.detainedAt(), null);
    }

    List<DetentionClock.Earlier> earlier(DetentionRules.Planned in) {
        return earlier(in.caseId(), in.person(), in.from(), in.known());
    }

    private List<DetentionClock.Earlier> earlier(UUID caseId, PersonId person, Instant before, @Nullable UUID but) {
        return jdbc.sql(EARLIER)
                .param("case", caseId)
                .param("person", person.value())
                .param("before", utc(before))
                .param("but", but, Types.OTHER)
                .query((row, _) -> new DetentionClock.Earlier(
                        row.getObject("detained_at", OffsetDateTime.class).toInstant(),
                        row.getObject("released_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How long the Border Guard has held him before by itself in the procedure, as far as it counts towards its days. */
    Duration byGuardBefore(DetentionRules.Planned in) {
        return Duration.ofSeconds(jdbc.sql(BY_GUARD_BEFORE)
                .param("case", in.caseId())
                .param("person", in.person().value())
                .param("ground", in.ground())
                .param("before", utc(in.from()))
                .param("known", utc(in.knownAt()))
                .param("but", in.known(), Types.OTHER)
                .query(Long.class)
                .single());
    }

    /** Whether he has left the country under the case. */
    boolean hasLeft(UUID caseId) {
        return jdbc.sql(HAS_LEFT).param("case", caseId).query(Boolean.class).single();
    }

    /** Whether the person is, or may be, a minor on the day. */
    boolean isMinor(PersonId person, LocalDate day) {
        return jdbc.sql(IS_MINOR)
                .param("person", person.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** How many are placed in each place now. */
    Map<String, Integer> placed() {
        var placed = new HashMap<String, Integer>();
        jdbc.sql(PLACED).query(row -> {
            placed.put(row.getString("place"), row.getInt("persons"));
        });
        return placed;
    }

    UUID add(Detain.Input in, PersonId person, DetentionTitle title, Actor by, Instant now) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("case", in.caseId())
                .param("person", person.value())
                .param("at", utc(in.detainedAt()))
                .param("ground", in.ground())
                .param("unit", in.unit())
                .param("circumstances", in.circumstances())
                .param("last_resort", in.lastResort(), Types.VARCHAR)
                .param("by", by.account())
                .param("now", utc(now))
                .update();
        title(id, person, title, by, now);
        if (in.place() != null) {
            place(id, person, new Placement(in.place(), in.detainedAt()), by, now);
        }
        return id;
    }

    private void title(UUID detention, PersonId person, DetentionTitle title, Actor by, Instant now) {
        jdbc.sql(ADD_TITLE)
                .param("id", Ids.next())
                .param("detention", detention)
                .param("person", person.value())
                .param("kind", title.kind())
                .param("until", utc(title.untilAt()))
                .param("court", title.court(), Types.VARCHAR)
                .param("number", title.number(), Types.VARCHAR)
                .param("decided", title.decidedOn(), Types.DATE)
                .param("by", by.account())
                .param("now", utc(now))
                .update();
    }

    private void place(UUID detention, PersonId person, Placement placement, Actor by, Instant now) {
        jdbc.sql(ADD_PLACEMENT)
                .param("id", Ids.next())
                .param("detention", detention)
                .param("person", person.value())
                .param("place", placement.place())
                .param("at", utc(placement.placedAt()))
                .param("by", by.account())
                .param("now", utc(now))
                .update();
    }

    /** False when somebody changed the detention meanwhile. */
    boolean extend(Detention seen, int version, DetentionTitle title, Actor by, Instant now) {
        if (!changes(seen, version)) {
            return false;
        }
        title(seen.id(), seen.personId(), title, by, now);
        return true;
    }

    /** False when somebody changed the detention meanwhile. */
    boolean submit(Detention seen, NoteSubmission.Input in, Actor by, Instant now) {
        if (!changes(seen, in.version())) {
            return false;
        }
        jdbc.sql(SUBMIT)
                .param("detention", seen.id())
                .param("at", utc(in.submittedAt()))
                .param("court", in.court())
                .param("by", by.account())
                .param("now", utc(now))
                .update();
        return true;
    }

    /** False when somebody changed the detention meanwhile. */
    boolean move(Detention seen, int version, Placement placement, Actor by, Instant now) {
        if (!changes(seen, version)) {
            return false;
        }
        place(seen.id(), seen.personId(), placement, by, now);
        return true;
    }

    private boolean changes(Detention seen, int version) {
        return jdbc.sql(CHANGES)
                        .param("id", seen.id())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** False when somebody changed the detention meanwhile. */
    boolean release(
            Detention seen, int version, Instant at, String reason, @Nullable String note, Actor by, Instant now) {
        return jdbc.sql(RELEASE)
                        .param("id", seen.id())
                        .param("version", version)
                        .param("at", utc(at))
                        .param("reason", reason)
                        .param("note", note, Types.VARCHAR)
                        .param("by", by.account())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static final String COLUMNS = """
            select d.id, d.case_id, d.person_id, d.detained_at, d.ground, d.unit, d.circumstances, d.last_resort, d.entered_by,
                   coalesce(a.name, '–') as entered_by_name, d.entered_at, d.released_at, d.release_reason, d.release_note,
                   d.version
              from detention d
              left join account a on a.id = d.entered_by
            """;

    static final String FIND = COLUMNS + """
             where d.id = :id
            """;

    static final String OF_PERSON = COLUMNS + """
             where d.person_id in (select * from records_of(:person))
             order by d.detained_at desc
            """;

    static final String OPEN_OF_CASE = COLUMNS + """
             where d.case_id = :case and d.released_at is null
            """;

    static final String TITLES = """
            select kind, until_at, court, number, decided_on, submitted_at, submitted_to
              from detention_title
             where detention_id = :detention
             order by until_at
            """;

    static final String PLACEMENTS = """
            select place, placed_at
              from placement
             where detention_id = :detention
             order by placed_at
            """;

    static final String EARLIER = """
            select detained_at, released_at
              from held_before(:case, :person, :before, :but)
            """;

    static final String BY_GUARD_BEFORE = """
            select ceil(extract(epoch from held_by_guard_before(:case, :person, :ground, :before, :known, :but)))::bigint
            """;

    static final String HAS_LEFT = """
            select exists (select 1 from departure where case_id = :case)
            """;

    static final String IS_MINOR = """
            select is_minor(:person, :day)
            """;

    static final String PLACED = """
            select p.place, count(*) as persons
              from detention d
              join lateral (select place from placement where detention_id = d.id order by placed_at desc limit 1) p on true
             where d.released_at is null
             group by p.place
            """;

    static final String ADD = """
            insert into detention (id, case_id, person_id, detained_at, ground, unit, circumstances, last_resort, entered_by,
                                   entered_at)
            values (:id, :case, :person, :at, :ground, :unit, :circumstances, :last_resort, :by, :now)
            """;

    static final String ADD_TITLE = """
            insert into detention_title (id, detention_id, person_id, kind, until_at, court, number, decided_on, entered_by,
                                         entered_at)
            values (:id, :detention, :person, :kind, :until, :court, :number, :decided, :by, :now)
            """;

    static final String ADD_PLACEMENT = """
            insert into placement (id, detention_id, person_id, place, placed_at, entered_by, entered_at)
            values (:id, :detention, :person, :place, :at, :by, :now)
            """;

    static final String CHANGES = """
            update detention
               set version = version + 1
             where id = :id and version = :version and released_at is null
            """;

    static final String SUBMIT = """
            update detention_title
               set submitted_at = :at, submitted_to = :court, submitted_by = :by, submission_noted_at = :now
             where detention_id = :detention
               and until_at = (select max(l.until_at) from detention_title l where l.detention_id = :detention)
            """;

    static final String RELEASE = """
            update detention
               set released_at = :at, release_reason = :reason, release_note = :note, released_by = :by,
                   release_noted_at = :now, version = version + 1
             where id = :id and version = :version and released_at is null
            """;

    static final String PAST = """
            select p.detained_at, p.ground, p.unit, p.circumstances, p.last_resort, p.released_at, p.release_reason, p.reason,
                   coalesce(a.name, '–') as corrected_by, p.corrected_at
              from detention_past p
              left join account a on a.id = p.corrected_by
             where p.detention_id = :detention
             order by p.version desc
            """;

    static final String KEEP_PAST = """
            insert into detention_past (detention_id, version, person_id, detained_at, ground, unit, circumstances, last_resort, released_at,
                                        release_reason, reason, corrected_by, corrected_at)
            select id, version, person_id, detained_at, ground, unit, circumstances, last_resort, released_at, release_reason, :why, :by, :now
              from detention
             where id = :id
            """;

    static final String CORRECT = """
            update detention
               set detained_at = :at, ground = :ground, unit = :unit, circumstances = :circumstances,
                   last_resort = :last_resort, released_at = :released, release_reason = :reason, version = version + 1
             where id = :id
            """;

    static final String MOVE_FIRST_TITLE = """
            update detention_title
               set until_at = :until
             where detention_id = :detention and kind = 'VRS'
            """;
}
