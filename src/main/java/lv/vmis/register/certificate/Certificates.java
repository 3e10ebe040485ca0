package lv.vmis.register.certificate;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Certificates and extracts as stored, and what the register holds that a certificate says. */
@Component
class Certificates {

    private final JdbcClient jdbc;

    Certificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Certificate> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Certificate.class)).optional();
    }

    /** What is to be issued now, with the next number of the institution; nothing is stored. */
    Certificate next(
            CertificateKind kind,
            PersonId person,
            Recipient recipient,
            @Nullable String purpose,
            @Nullable LocalDate requestedOn,
            Instant now,
            Actor by) {
        var today = now.atZone(RegisterClock.RIGA).toLocalDate();
        return new Certificate(
                Ids.next(),
                kind,
                person,
                "%s-I-%d-%05d"
                        .formatted(by.institution(), today.getYear(), nextNumber(by.institution(), today.getYear())),
                recipient.kind().name(),
                recipient.name(),
                purpose,
                requestedOn,
                by.institution(),
                by.unit(),
                today,
                by.account(),
                by.name(),
                now);
    }

    /** The row of the counter stays locked, so a number that is not used is not lost. */
    private int nextNumber(String institution, int year) {
        return jdbc.sql(NEXT_NUMBER)
                .param("institution", institution)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    Held held(PersonId person, LocalDate day) {
        return new Held(
                jdbc.sql(BANS)
                        .param("person", person.value())
                        .param("day", day)
                        .query(Rows.of(Held.Ban.class))
                        .list(),
                jdbc.sql(DECISIONS)
                        .param("person", person.value())
                        .param("day", day)
                        .query(Rows.of(Held.ReturnDecision.class))
                        .list());
    }

    void add(Certificate certificate) {
        jdbc.sql(ADD)
                .param("id", certificate.id())
                .param("kind", certificate.kind().name())
                .param("person", certificate.personId().value())
                .param("number", certificate.number())
                .param("recipient", certificate.recipient())
                .param("name", certificate.recipientName(), Types.VARCHAR)
                .param("purpose", certificate.purpose(), Types.VARCHAR)
                .param("requested", certificate.requestedOn(), Types.DATE)
                .param("institution", certificate.institution())
                .param("unit", certificate.unit())
                .param("day", certificate.issuedOn())
                .param("by", certificate.issuedBy())
                .param("at", certificate.issuedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void withhold(UUID extract, Withholding what) {
        for (var section : what.sections()) {
            jdbc.sql(WITHHOLD)
                    .param("extract", extract)
                    .param("section", section.name())
                    .param("ground", what.ground())
                    .param("reason", what.reason())
                    .update();
        }
    }

    record Withheld(ExtractSection section, String ground, String reason) {}

    /** What the extract does not tell; nothing where it tells all. */
    Optional<Withholding> withheld(UUID extract) {
        var rows = jdbc.sql(WITHHELD)
                .param("extract", extract)
                .query(Rows.of(Withheld.class))
                .list();
        return rows.stream()
                .findFirst()
                .map(one -> new Withholding(
                        rows.stream().map(Withheld::section).collect(Collectors.toCollection(TreeSet::new)),
                        one.ground(),
                        one.reason()));
    }

    static final String FIND = """
            select c.id, c.kind, c.person_id, c.number, c.recipient, c.recipient_name, c.purpose, c.requested_on,
                   c.institution, c.unit, c.issued_on, c.issued_by, coalesce(a.name, '–') as issued_by_name, c.issued_at
              from certificate c
              left join account a on a.id = c.issued_by
             where c.id = :id
            """;

    /** A ban waits only while its decision does: one that was replaced or is suspended begins with no departure. */
    static final String BANS = """
            select c.territory, c.decision_kind as kind, c.decision_number as number, c.decided_on, c.decider, c.from_day,
                   c.to_day
              from ban_clock c
              join ban b on b.id = c.id
              join decision d on d.id = c.decision_id
             where c.person_id in (select * from records_of(:person)) and c.decided_on <= :day
               and case when c.from_day is null
                        then (d.open or d.kind = 'ENTRY_BAN') and (b.suspended_on is null or b.suspended_on > :day)
                        else c.to_day is null or c.to_day >= :day
                   end
             order by c.territory, c.from_day nulls last, c.decided_on, c.id
            """;

    static final String DECISIONS = """
            select d.kind, d.number, d.decided_on, coalesce(j.court, d.institution) as decider, d.served_on, d.leave_by,
                   d.departed_on,
                   coalesce(d.suspended_on <= :day, false) as suspended
              from decision d
              left join judgment j on j.decision_id = d.id
             where d.person_id in (select * from records_of(:person))
               and d.kind <> 'ENTRY_BAN' and d.decided_on <= :day and (d.cancelled_on is null or d.cancelled_on > :day)
               and (d.open or d.departed_on is not null)
             order by d.decided_on desc, d.id
            """;

    static final String NEXT_NUMBER = """
            insert into certificate_counter (institution, year, last)
            values (:institution, :year, 1)
            on conflict (institution, year) do update
               set last = certificate_counter.last + 1
            returning last
            """;

    static final String ADD = """
            insert into certificate (id, kind, person_id, number, recipient, recipient_name, purpose, requested_on, institution,
                                     unit, issued_on, issued_by, issued_at)
            values (:id, :kind, :person, :number, :recipient, :name, :purpose, :requested, :institution, :unit, :day, :by, :at)
            """;

    static final String WITHHOLD = """
            insert into certificate_withheld (certificate_id, section, ground, reason)
            values (:extract, :section, :ground, :reason)
            """;

    static final String WITHHELD = """
            select section, ground, reason
              from certificate_withheld
             where certificate_id = :extract
             order by section
            """;
}
