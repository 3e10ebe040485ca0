package lv.vmis.register.sis;

import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.sis.Happening.*;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what happens into the tables of the register, whose triggers and views do the rest; of one day, one after the other. */
final class StoredCourse {

    private static final ZoneId RIGA = ZoneId.of("Europe/Riga");
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);
    private static int numbers;

    private final JdbcClient jdbc;
    final PersonId person = PersonId.next();
    private final UUID identity = UUID.randomUUID();
    private final UUID alert = UUID.randomUUID();
    private final Map<Integer, UUID> cases = new HashMap<>();
    final List<UUID> decisions = new ArrayList<>();
    final Map<Integer, UUID> bans = new HashMap<>();
    private int order;

    StoredCourse(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("""
                insert into person (id, head_id, entered_at, entered_by, institution, unit)
                values (:id, :id, timestamptz '2100-01-01 12:00Z', :by, 'VRS', 'VRS_RIGA_IMIGRACIJA')
                """).param("id", person.value()).param("by", ONE).update();
        jdbc.sql("""
                insert into identity (id, person_id, kind, family_name, name_key, sex, birth_date, birth_earliest, birth_latest,
                                      source, noted_at, noted_by)
                values (:id, :person, 'PRIMARY', 'Course', ' course ', 'M', '1980-01-01', '1980-01-01', '1980-01-01', 'DOCUMENT',
                        timestamptz '2100-01-01 12:00Z', :by)
                """)
                .param("id", identity)
                .param("person", person.value())
                .param("by", ONE)
                .update();
    }

    void happens(Happening what) {
        order++;
        switch (what) {
            case Decided one -> decide(one);
            case Cancelled one -> follow(one.decision(), one.banOnly(), "CANCEL", one.from(), null);
            case Suspended one -> follow(one.decision(), one.banOnly(), "SUSPEND", one.from(), null);
            case Resumed one -> follow(one.decision(), one.banOnly(), "RESUME", one.from(), null);
            case Reduced one -> follow(one.decision(), true, "REDUCE", one.from(), one.months());
            case Contested one -> contest(one);
            case Resolved one -> resolve(one);
            case Departed one -> depart(one);
            case Seen one -> see(one);
            case NotHim _ -> notHim();
            case Closed one -> close(one);
            case Reopened one ->
                jdbc.sql("""
                        update case_closing set reopened_at = timestamptz '2100-01-01 12:00Z', reopened_by = :by, reopen_reason = 'Atrasts'
                         where case_id = :case and reopened_at is null
                        """)
                        .param("case", cases.get(one.returnCase()))
                        .param("by", ONE)
                        .update();
            case Detained one -> detain(one);
            case Released one ->
                jdbc.sql("""
                        update detention set released_at = :at, release_reason = 'OTHER', released_by = :by, release_noted_at = timestamptz '2100-01-01 12:00Z'
                         where person_id = :person and released_at is null
                        """)
                        .param("at", at(one.on(), 12))
                        .param("by", ONE)
                        .param("person", person.value())
                        .update();
            case Permitted one -> permit(one);
            case Naturalised _ ->
                jdbc.sql(
                                "insert into nationality (identity_id, country, type) values (:id, 'DEU', 'CITIZEN') on conflict do nothing")
                        .param("id", identity)
                        .update();
        }
    }

    private static OffsetDateTime at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(RIGA).toOffsetDateTime();
    }

    private UUID returnCase(int number, LocalDate day) {
        return cases.computeIfAbsent(number, _ -> {
            var id = UUID.randomUUID();
            jdbc.sql("""
                    insert into return_case (id, number, person_id, opened_on, opened_by, institution, unit, competent)
                    values (:id, :number, :person, :day, :by, 'VRS', 'VRS_RIGA_IMIGRACIJA', 'VRS')
                    """)
                    .param("id", id)
                    .param("number", "L-1998-%06d".formatted(numbers++))
                    .param("person", person.value())
                    .param("day", day)
                    .param("by", ONE)
                    .update();
            return id;
        });
    }

    private void decide(Decided one) {
        var id = UUID.randomUUID();
        var isCourt = one.kind() == Kind.COURT_EXPULSION;
        var isOrder = one.kind() == Kind.DEPARTURE_ORDER;
        var number = numbers++;
        jdbc.sql("""
                insert into decision (id, case_id, person_id, kind, institution, unit, legal_basis, destination, term_days, leave_by,
                                      reasons, prepared_by, prepared_at, signed_by, signed_at, decided_on, number, number_year,
                                      number_in_year)
                values (:id, :case, :person, :kind, 'VRS', 'VRS_RIGA_IMIGRACIJA', 'IL2002-46-1-1', 'UZB', :term, :leave, 'Fakti',
                        :by, :at, :signer, :at, :day, :number, :year, :n)
                """)
                .param("id", id)
                .param("case", returnCase(one.returnCase(), one.on()))
                .param("person", person.value())
                .param("kind", one.kind().name())
                .param("term", isOrder ? 14 : null, Types.INTEGER)
                .param("leave", isOrder ? one.on().plusDays(14) : null, Types.DATE)
                .param("by", ONE)
                .param("at", at(one.on(), 9).plusSeconds(order))
                .param("signer", isCourt ? null : OTHER, Types.OTHER)
                .param("day", one.on())
                .param("number", "KURSS-%d".formatted(number))
                .param("year", isCourt ? null : 1998, Types.INTEGER)
                .param("n", isCourt ? null : number, Types.INTEGER)
                .update();
        if (isCourt) {
            jdbc.sql("""
                    insert into judgment (decision_id, person_id, court, in_force_on, changed_by, changed_at)
                    values (:id, :person, 'RPT', :day, :by, timestamptz '2100-01-01 12:00Z')
                    """)
                    .param("id", id)
                    .param("person", person.value())
                    .param("day", one.on())
                    .param("by", ONE)
                    .update();
        }
        if (one.months() != null) {
            var ban = UUID.randomUUID();
            jdbc.sql("""
                    insert into ban (id, decision_id, person_id, territory, legal_basis, term_months, noted_by, noted_at)
                    values (:id, :decision, :person, 'SCH', 'IL2002-61-5-2', :months, :by, timestamptz '2100-01-01 12:00Z')
                    """)
                    .param("id", ban)
                    .param("decision", id)
                    .param("person", person.value())
                    .param("months", one.months() == 0 ? null : one.months(), Types.INTEGER)
                    .param("by", ONE)
                    .update();
            bans.put(decisions.size(), ban);
        }
        decisions.add(id);
        if (decisions.size() == 1) {
            jdbc.sql("""
                    insert into alert (id, person_id, category, decision_id, family_name, birth_date, reason, reference, action,
                                       with_ban, told_hash, state, state_at, ended_why)
                    values (:id, :person, 'RETURN', :decision, 'Course', '1980-01-01', 'REMOVAL', '1', 'RETURN', false, '', 'WITHDRAWN',
                            timestamptz '2100-01-01 12:00Z', 'OTHER_ALERT')
                    """)
                    .param("id", alert)
                    .param("person", person.value())
                    .param("decision", id)
                    .update();
        }
    }

    private void follow(int decision, boolean banOnly, String kind, LocalDate from, @Nullable Integer months) {
        jdbc.sql("""
                insert into follow_up (id, case_id, person_id, decision_id, ban_id, kind, institution, unit, legal_basis, effect_on,
                                       term_months, reasons, prepared_by, prepared_at, number, decided_on, signed_by, signed_at)
                select :id, d.case_id, d.person_id, d.id, :ban, :kind, 'VRS', 'VRS_RIGA_IMIGRACIJA', 'IL2002-63-1', :from, :months,
                       'Fakti', :by, :at, :number, :from, :signer, :at
                  from decision d
                 where d.id = :decision
                """)
                .param("id", UUID.randomUUID())
                .param("ban", banOnly ? bans.get(decision) : null, Types.OTHER)
                .param("kind", kind)
                .param("from", from)
                .param("months", months, Types.INTEGER)
                .param("by", ONE)
                .param("at", at(LocalDate.of(2100, 1, 1), 9).plusSeconds(order))
                .param("number", "KURSS-F-%d".formatted(numbers++))
                .param("signer", OTHER)
                .param("decision", decisions.get(decision))
                .update();
    }

    private void contest(Contested one) {
        jdbc.sql("""
                insert into remedy (id, decision_id, person_id, kind, filed_on, addressee, suspends, entered_by, entered_at)
                values (:id, :decision, :person, 'CONTEST', :day, 'VRS', true, :by, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("decision", decisions.get(one.decision()))
                .param("person", person.value())
                .param("day", one.on())
                .param("by", ONE)
                .param("at", at(one.on(), 12))
                .update();
    }

    private void resolve(Resolved one) {
        jdbc.sql("""
                update remedy set result = :result, result_on = :day, resolved_by = :by, resolved_at = :at
                 where decision_id = :decision and result is null
                """)
                .param("result", one.cancels() ? "CANCELLED" : "UPHELD")
                .param("day", one.on())
                .param("by", ONE)
                .param("at", at(one.on(), 13))
                .param("decision", decisions.get(one.decision()))
                .update();
    }

    private void depart(Departed one) {
        jdbc.sql("""
                insert into departure (id, case_id, decision_id, person_id, departed_on, crossing_point, destination, return_type,
                                       source, note, confirmed_by, confirmed_at)
                select :id, d.case_id, d.id, d.person_id, :day, 'LIDOSTA_RIGA', 'UZB', 'VOLUNTARY', 'VRS', 'Zīmogs', :by, :at
                  from decision d
                 where d.id = :decision
                """)
                .param("id", UUID.randomUUID())
                .param("day", one.on())
                .param("by", ONE)
                .param("at", at(one.on(), 9).plusSeconds(order))
                .param("decision", decisions.get(one.decision()))
                .update();
    }

    private void see(Seen one) {
        jdbc.sql("""
                insert into alert_notice (id, message, person_id, alert_id, kind, country, happened_on, has_left, received_at)
                values (:id, :message, :person, :alert, 'EXIT', 'DEU', :day, true, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("message", UUID.randomUUID().toString())
                .param("person", person.value())
                .param("alert", alert)
                .param("day", one.on())
                .param("at", at(one.on(), 9).plusSeconds(order))
                .update();
    }

    private void notHim() {
        jdbc.sql("""
                update alert_notice set answer = 'NOT_HIM', answer_note = 'Cita persona', answered_by = :by, answered_at = timestamptz '2100-01-01 12:00Z'
                 where id = (select id from alert_notice where person_id = :person and answer is null
                              order by happened_on, received_at limit 1)
                """).param("by", ONE).param("person", person.value()).update();
    }

    private void close(Closed one) {
        jdbc.sql("""
                insert into case_closing (id, case_id, person_id, reason, closed_on, closed_by, closed_at)
                values (:id, :case, :person, :reason, :day, :by, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("case", cases.get(one.returnCase()))
                .param("person", person.value())
                .param("reason", one.reason())
                .param("day", one.on())
                .param("by", ONE)
                .param("at", at(one.on(), 9).plusSeconds(order))
                .update();
    }

    private void detain(Detained one) {
        jdbc.sql("""
                insert into detention (id, case_id, person_id, detained_at, ground, unit, circumstances, entered_by, entered_at)
                values (:id, :case, :person, :at, 'OTHER', 'VRS_RIGA_IMIGRACIJA', 'Fakti', :by, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("case", cases.get(0))
                .param("person", person.value())
                .param("at", at(one.on(), 10))
                .param("by", ONE)
                .update();
    }

    private void permit(Permitted one) {
        jdbc.sql("""
                insert into alert_consultation (id, message, person_id, alert_id, direction, kind, country, subject, asked_at, due_on,
                                                answer, answered_at, ended_on)
                values (:id, :message, :person, :alert, 'OUT', 'PERMIT_HELD', 'DEU', 'RP1', :at, :due, 'PERMIT_KEPT', :at, :day)
                """)
                .param("id", UUID.randomUUID())
                .param("message", UUID.randomUUID().toString())
                .param("person", person.value())
                .param("alert", alert)
                .param("at", at(one.on(), 9).plusSeconds(order))
                .param("due", one.on().plusDays(14))
                .param("day", one.on())
                .update();
    }
}
