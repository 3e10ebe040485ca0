package lv.vmis.register.sis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gathers what an alert says from the register, field by field: docs/sis.md names the Article and the source of each. What is not of the
 * minimum is told where the register has it.
 */
@Component
class AlertContents {

    private final JdbcClient jdbc;
    private final Clock clock;

    AlertContents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Name(
            String kind,
            String familyName,
            @Nullable String givenNames,
            String sex,
            String birthDate,
            @Nullable String birthPlace) {}

    record Paper(
            String type,
            String issuer,
            String number,
            @Nullable LocalDate issuedOn) {}

    record Basis(
            String kind,
            String number,
            LocalDate decidedOn,
            String institution,
            @Nullable LocalDate leaveBy,
            boolean suspended,
            boolean withBan,
            @Nullable String basis) {}

    AlertContent of(PersonId head, DueAlert due, AlertFacts facts, @Nullable Particulars added) {
        var names = jdbc.sql(NAMES)
                .param("head", head.value())
                .query(Rows.of(Name.class))
                .list();
        var primary = names.stream()
                .filter(name -> name.kind().equals("PRIMARY"))
                .findFirst()
                .orElse(null);
        var basis = jdbc.sql(BASIS)
                .param("decision", due.decisionId())
                .param("ban", due.banId(), java.sql.Types.OTHER)
                .query(Rows.of(Basis.class))
                .single();
        var missing = new ArrayList<String>();
        if (primary == null || primary.familyName().isBlank()) {
            missing.add("SURNAME");
        }
        if (primary == null || primary.birthDate().isBlank()) {
            missing.add("BIRTH_DATE");
        }
        if (basis.number().isBlank()) {
            missing.add("REFERENCE");
        }
        if (basis.kind().equals("DEPARTURE_ORDER") && due.banId() == null && basis.leaveBy() == null) {
            missing.add("LAST_DAY");
        }
        if (due.banId() != null && basis.basis() == null) {
            missing.add("BASIS");
        }
        if (primary == null) {
            return new AlertContent(missing, null, Markup.element("person"), null);
        }
        var person = person(head, primary, names, added);
        if (!missing.isEmpty()) {
            return new AlertContent(missing, null, person, null);
        }
        return due.banId() == null
                ? returning(primary, basis, person, added)
                : refusing(primary, basis, person, facts, due.banId(), added);
    }

    private static AlertContent returning(Name name, Basis basis, Markup person, @Nullable Particulars added) {
        var minimum = new Minimum(
                name.familyName(),
                name.birthDate(),
                basis.kind(),
                basis.number(),
                AlertCategory.RETURN.action(),
                basis.leaveBy(),
                basis.withBan(),
                null);
        var reason = Markup.element(
                        switch (basis.kind()) {
                            case "DEPARTURE_ORDER" -> "departureOrder";
                            case "REMOVAL" -> "removal";
                            default -> "expulsion";
                        })
                .with("reference", basis.number())
                .with("decidedOn", basis.decidedOn())
                .with("authority", basis.institution())
                .with("lastDay", basis.kind().equals("DEPARTURE_ORDER") ? basis.leaveBy() : null);
        var alert = Markup.element("returnAlert")
                .holding(person)
                .holding(reason)
                .holding("action", minimum.action())
                .holding(links(added))
                .holding("threat", added != null && added.threat())
                .holding("offence", added == null ? null : added.offence())
                .holding("suspended", basis.suspended())
                .holding("withBan", basis.withBan());
        return new AlertContent(List.of(), minimum, person, alert);
    }

    private static AlertContent refusing(
            Name name, Basis basis, Markup person, AlertFacts facts, UUID ban, @Nullable Particulars added) {
        var minimum = new Minimum(
                name.familyName(),
                name.birthDate(),
                "ENTRY_BAN",
                basis.number(),
                AlertCategory.REFUSAL.action(),
                null,
                null,
                basis.basis());
        var days = facts.bans().stream()
                .filter(one -> one.banId().equals(ban))
                .findFirst()
                .flatMap(AlertRule::days)
                .orElseThrow();
        var alert = Markup.element("refusalAlert")
                .holding(person)
                .holding(Markup.element("ban")
                        .with("reference", basis.number())
                        .with("decidedOn", basis.decidedOn())
                        .with("authority", basis.institution())
                        .with("basis", Objects.requireNonNull(basis.basis()))
                        .with("from", days.from())
                        .with("until", days.to()))
                .holding("action", minimum.action())
                .holding(links(added))
                .holding("familyMember", added != null && added.familyMember())
                .holding("offence", added == null ? null : added.offence());
        return new AlertContent(List.of(), minimum, person, alert);
    }

    private Markup person(PersonId head, Name primary, List<Name> names, @Nullable Particulars added) {
        return Markup.element("person")
                .holding("surname", primary.familyName())
                .holding("forenames", primary.givenNames())
                .holding(names.stream()
                        .filter(name -> !name.kind().equals("PRIMARY"))
                        .map(name -> Markup.element("otherName")
                                .with("kind", name.kind())
                                .with("surname", name.familyName())
                                .with("forenames", name.givenNames())))
                .holding("birthPlace", primary.birthPlace())
                .holding("birthDate", primary.birthDate())
                .holding("gender", primary.sex())
                .holding(strings(NATIONALITIES, head).map(country -> text("nationality", country)))
                .holding(jdbc
                        .sql(WARNINGS)
                        .param("head", head.value())
                        .param("day", LocalDate.now(clock))
                        .query((row, _) -> row.getString("warning"))
                        .list()
                        .stream()
                        .map(warning -> text("warning", warning)))
                .holding(jdbc.sql(PAPERS).param("head", head.value()).query(Rows.of(Paper.class)).list().stream()
                        .map(paper -> Markup.element("document")
                                .with("category", paper.type())
                                .with("country", paper.issuer())
                                .with("number", paper.number())
                                .with("issuedOn", paper.issuedOn())))
                .holding(strings(FACE, head).map(file -> text("photograph", file)))
                .holding("fingerprints", added == null ? null : added.fingerprints())
                .holding(strings(COPIES, head).map(file -> text("documentCopy", file)));
    }

    private static Stream<Markup> links(@Nullable Particulars added) {
        return added == null || added.links() == null
                ? Stream.of()
                : Stream.of(added.links().strip().split("\\s+")).map(number -> text("link", number));
    }

    private static Markup text(String name, String content) {
        return Markup.element(name).content(content);
    }

    private Stream<String> strings(String sql, PersonId head) {
        return jdbc.sql(sql).param("head", head.value()).query((row, _) -> row.getString("value")).list().stream();
    }

    static final String NAMES = """
            select distinct i.kind, i.family_name, i.given_names, i.sex, i.birth_date, i.birth_place
              from identity i
              join person p on p.id = i.person_id
             where p.head_id = :head and (i.kind <> 'PRIMARY' or i.person_id = p.head_id)
             order by i.kind, i.family_name, i.given_names
            """;

    static final String NATIONALITIES = """
            select n.country as value
              from nationality n
              join identity i on i.id = n.identity_id
             where i.person_id = :head and i.kind = 'PRIMARY'
             order by n.country
            """;

    static final String WARNINGS = """
            select distinct w.warning
              from warning w
              join person p on p.id = w.person_id
             where p.head_id = :head and w.valid_from <= :day and (w.valid_to is null or w.valid_to >= :day)
             order by w.warning
            """;

    static final String PAPERS = """
            select distinct d.type, d.issuer, d.number, d.issued_on
              from document d
              join person p on p.id = d.person_id
             where p.head_id = :head
             order by d.type, d.issuer, d.number, d.issued_on
            """;

    static final String FACE = """
            select f.id::text as value
              from file f
              join person p on p.id = f.person_id
             where p.head_id = :head and f.kind = 'FACE' and f.withdrawn_at is null and f.malware is null
             order by f.entered_at desc
             limit 1
            """;

    static final String COPIES = """
            select f.id::text as value
              from file f
              join person p on p.id = f.person_id
             where p.head_id = :head and f.kind = 'IDENTITY_COPY' and f.withdrawn_at is null and f.malware is null
             order by f.entered_at, f.id
            """;

    static final String BASIS = """
            select d.kind, coalesce(d.number, '') as number, d.decided_on, coalesce(d.decider, d.institution) as institution, d.leave_by,
                   d.suspended_on is not null as suspended,
                   exists (select 1
                             from ban o
                             join decision x on x.id = o.decision_id and x.signed_at is not null
                            where o.person_id in (select * from records_of(d.person_id)) and o.territory = 'SCH'
                              and o.dropped_at is null and o.cancelled_on is null
                              and coalesce(o.last_on, 'infinity') >= d.decided_on) as with_ban,
                   b.basis
              from decision d
              left join alert_refusal b on b.ban_id = :ban
             where d.id = :decision
            """;
}
