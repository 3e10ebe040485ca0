package lv.vmis.register.partner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.edge.Way;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.partner.AgreementChange.Kind;
import lv.vmis.register.partner.AgreementChange.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements and the changes of each, as stored. */
@Component
class AgreementChanges {

    private final JdbcClient jdbc;

    AgreementChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every agreement, those with something to answer first. */
    List<Agreement> agreements(LocalDate day) {
        return jdbc.sql(AGREEMENTS)
                .param("day", day)
                .param("number", null, Types.VARCHAR)
                .query((row, _) -> agreement(row))
                .list();
    }

    Optional<Agreement> agreement(String number, LocalDate day) {
        return jdbc.sql(AGREEMENTS)
                .param("day", day)
                .param("number", number)
                .query((row, _) -> agreement(row))
                .optional();
    }

    /** Nobody else changes the agreement before this transaction ends. */
    boolean lock(String number) {
        return jdbc.sql(LOCK)
                .param("number", number)
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Changes of an agreement, the newest first. */
    List<AgreementChange> of(String agreement) {
        return jdbc.sql(OF)
                .param("agreement", agreement)
                .query((row, _) -> change(row))
                .list();
    }

    Optional<AgreementChange> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> change(row)).optional();
    }

    boolean add(String number, String institution) {
        return jdbc.sql(ADD_AGREEMENT)
                        .param("number", number)
                        .param("institution", institution)
                        .update()
                == 1;
    }

    UUID propose(String agreement, Kind kind, @Nullable Terms terms, String reason, @Nullable UUID by, Instant at) {
        var id = Ids.next();
        jdbc.sql(ADD)
                .param("id", id)
                .param("agreement", agreement)
                .param("kind", kind.name())
                .param("legal_basis", terms == null ? null : terms.legalBasis(), Types.VARCHAR)
                .param("signed_on", terms == null ? null : terms.signedOn(), Types.DATE)
                .param("ways", terms == null ? null : names(terms.ways()), Types.ARRAY)
                .param("services", terms == null ? null : names(terms.services()), Types.ARRAY)
                .param("attributes", terms == null ? null : names(terms.attributes()), Types.ARRAY)
                .param("purposes", terms == null ? null : terms.purposes().toArray(String[]::new), Types.ARRAY)
                .param("per_minute", terms == null ? null : terms.perMinute(), Types.INTEGER)
                .param("per_day", terms == null ? null : terms.perDay(), Types.INTEGER)
                .param("hours_from", terms == null ? null : terms.hoursFrom(), Types.TIME)
                .param("hours_to", terms == null ? null : terms.hoursTo(), Types.TIME)
                .param("networks", terms == null ? null : terms.networks().toArray(String[]::new), Types.ARRAY)
                .param("valid_from", terms == null ? null : terms.validFrom(), Types.DATE)
                .param("valid_to", terms == null ? null : terms.validTo(), Types.DATE)
                .param("events_url", terms == null ? null : terms.eventsUrl(), Types.VARCHAR)
                .param("contact", terms == null ? null : terms.contact(), Types.VARCHAR)
                .param("reason", reason)
                .param("by", by, Types.OTHER)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Suspends at once: nobody has to agree that nothing is answered. */
    UUID suspend(String agreement, String reason, Actor by, Instant at) {
        var id = Ids.next();
        jdbc.sql(SUSPEND)
                .param("id", id)
                .param("agreement", agreement)
                .param("reason", reason)
                .param("by", by.account())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        apply(agreement);
        return id;
    }

    void answer(UUID id, State answer, @Nullable String reason, UUID by, Instant at) {
        jdbc.sql(ANSWER)
                .param("id", id)
                .param("answer", answer.name())
                .param("reason", reason, Types.VARCHAR)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Puts what was approved last where the door reads it. */
    void apply(String agreement) {
        jdbc.sql(APPLY).param("agreement", agreement).update();
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static Set<Way> ways(ResultSet row) throws SQLException {
        return texts(row, "ways").stream().map(Way::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static Set<ApiCall> services(ResultSet row) throws SQLException {
        return texts(row, "services").stream().map(ApiCall::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static Set<Attribute> attributes(ResultSet row) throws SQLException {
        return texts(row, "attributes").stream().map(Attribute::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Terms terms(ResultSet row) throws SQLException {
        if (row.getString("legal_basis") == null) {
            return null;
        }
        return new Terms(
                row.getString("legal_basis"),
                row.getObject("signed_on", LocalDate.class),
                ways(row),
                services(row),
                attributes(row),
                texts(row, "purposes"),
                row.getObject("per_minute", Integer.class),
                row.getObject("per_day", Integer.class),
                row.getObject("hours_from", LocalTime.class),
                row.getObject("hours_to", LocalTime.class),
                texts(row, "networks"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("events_url"),
                row.getString("contact"));
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                row.getString("number"),
                row.getString("institution"),
                terms(row),
                instant(row, "suspended_at"),
                row.getObject("waiting", UUID.class),
                row.getInt("systems"),
                row.getInt("used_today"));
    }

    private static AgreementChange change(ResultSet row) throws SQLException {
        return new AgreementChange(
                row.getObject("id", UUID.class),
                row.getString("agreement"),
                row.getString("institution"),
                Kind.valueOf(row.getString("kind")),
                terms(row),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                Objects.requireNonNull(instant(row, "proposed_at")),
                Stream.ofNullable(row.getString("answer"))
                        .map(State::valueOf)
                        .findFirst()
                        .orElse(State.WAITING),
                row.getString("answer_reason"),
                row.getString("answered_by_name"),
                instant(row, "answered_at"),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = (@Nullable OffsetDateTime) row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static final String AGREEMENTS = """
            select a.number, a.institution, a.suspended_at, c.legal_basis, c.signed_on, c.ways, c.services, c.attributes, c.purposes,
                   c.per_minute, c.per_day, c.hours_from, c.hours_to, c.networks, c.valid_from, c.valid_to, c.events_url, c.contact,
                   w.id as waiting,
                   (select count(*) from client k where k.agreement = a.number and k.blocked_at is null) as systems,
                   (select coalesce(sum(u.questions), 0) from agreement_use u where u.agreement = a.number and u.day = :day) as used_today
              from agreement a
              left join agreement_change c on c.id = a.terms
              left join agreement_change w on w.agreement = a.number and w.answer is null
             where :number::text is null or a.number = :number
             order by (w.id is null), a.number
            """;

    static final String LOCK = """
            select number
              from agreement
             where number = :number
               for update
            """;

    private static final String CHANGES = """
            select c.id, c.agreement, a.institution, c.kind, c.legal_basis, c.signed_on, c.ways, c.services, c.attributes, c.purposes,
                   c.per_minute, c.per_day, c.hours_from, c.hours_to, c.networks, c.valid_from, c.valid_to, c.events_url, c.contact, c.reason,
                   c.proposed_by, coalesce(p.name, '–') as proposed_by_name, c.proposed_at, c.answer, c.answer_reason,
                   n.name as answered_by_name, c.answered_at, c.version
              from agreement_change c
              join agreement a on a.number = c.agreement
              left join account p on p.id = c.proposed_by
              left join account n on n.id = c.answered_by
            """;

    static final String OF = CHANGES + """
             where c.agreement = :agreement
             order by c.proposed_at desc, c.id desc
            """;

    static final String FIND = CHANGES + """
             where c.id = :id
            """;

    static final String ADD_AGREEMENT = """
            insert into agreement (number, institution)
            values (:number, :institution)
            on conflict (number) do nothing
            """;

    static final String ADD = """
            insert into agreement_change (id, agreement, kind, legal_basis, signed_on, ways, services, attributes, purposes, per_minute, per_day,
                                          hours_from, hours_to, networks, valid_from, valid_to, events_url, contact, reason,
                                          proposed_by, proposed_at)
            values (:id, :agreement, :kind, :legal_basis, :signed_on, :ways, :services, :attributes, :purposes, :per_minute, :per_day,
                    :hours_from, :hours_to, :networks, :valid_from, :valid_to, :events_url, :contact, :reason,
                    :by, :at)
            """;

    static final String SUSPEND = """
            insert into agreement_change (id, agreement, kind, reason, proposed_by, proposed_at, answer, answered_by, answered_at)
            values (:id, :agreement, 'SUSPENSION', :reason, :by, :at, 'APPROVED', :by, :at)
            """;

    static final String ANSWER = """
            update agreement_change
               set answer = :answer, answer_reason = :reason, answered_by = :by, answered_at = :at, version = version + 1
             where id = :id
            """;

    static final String APPLY = """
            update agreement
               set terms = (select c.id
                              from agreement_change c
                             where c.agreement = :agreement and c.kind = 'TERMS' and c.answer = 'APPROVED'
                             order by c.answered_at desc, c.id desc
                             limit 1),
                   suspended_at = (select case c.kind when 'SUSPENSION' then c.answered_at end
                                     from agreement_change c
                                    where c.agreement = :agreement and c.kind <> 'TERMS' and c.answer = 'APPROVED'
                                    order by c.answered_at desc, c.id desc
                                    limit 1)
             where number = :agreement
            """;
}
