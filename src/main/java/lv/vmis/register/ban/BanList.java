package lv.vmis.register.ban;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of banned persons: bans of signed decisions by what they are narrowed by, those decided last first, or those that end first when they are asked for by their end. */
@Component
public class BanList {

    /** Counted so far and no further. */
    public static final int COUNTED = 1_000;

    private static final int MANY = 5_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

    private final JdbcClient jdbc;
    private final Clock clock;

    BanList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The bans from the one after the given. */
    public List<BanRow> find(BanQuery query, @Nullable UUID after, int most) {
        var values = values(query);
        var conditions = conditions(query);
        if (query.nationality() != null && isOfMany(query.nationality())) {
            conditions.remove(BanCondition.NATIONALITY);
            conditions.add(BanCondition.NATIONALITY_OF_MANY);
        }
        var last = after == null
                ? null
                : jdbc.sql(PLACE)
                        .param("id", after)
                        .query(Rows.of(Place.class))
                        .optional()
                        .orElse(null);
        if (last != null) {
            conditions.add(isByEnd(query) ? BanCondition.AFTER_IN_END : BanCondition.AFTER);
            values.put("last_day", last.decidedOn());
            values.put("last_decision", last.decisionId());
            values.put("last_end", last.lastOn());
            values.put("last", last.id());
        }
        jdbc.sql(FOR_THESE_VALUES).update();
        var statement = LISTED + wheres(conditions) + (isByEnd(query) ? IN_ORDER_OF_END : IN_ORDER);
        return superseded(
                jdbc.sql(statement)
                        .params(values)
                        .param("most", most)
                        .query(Rows.of(BanRow.class))
                        .list(),
                query.day());
    }

    /** Asked for the persons of a page together: of whom there is one with many bans, there are many rows. */
    private List<BanRow> superseded(List<BanRow> rows, LocalDate day) {
        var by = new HashMap<UUID, String>();
        jdbc.sql(SUPERSEDED)
                .param("day", day)
                .param("bans", rows.stream().map(BanRow::id).toArray(UUID[]::new))
                .query(row -> {
                    by.put(row.getObject("ban_id", UUID.class), row.getString("decision_number"));
                });
        return rows.stream()
                .map(row -> row.state() == BanState.Code.IN_FORCE ? row.supersededBy(by.get(row.id())) : row)
                .toList();
    }

    /** How many there are; one more than {@link #COUNTED} when there are more. */
    int count(BanQuery query) {
        jdbc.sql(FOR_THESE_VALUES).update();
        var statement = EACH + wheres(conditions(query)) + LIMIT;
        return jdbc.sql(statement)
                .params(values(query))
                .param("most", COUNTED + 1)
                .query(Integer.class)
                .list()
                .size();
    }

    private Map<String, Object> values(BanQuery query) {
        var values = new HashMap<String, Object>();
        values.put("day", query.day());
        values.put("past", query.day().isBefore(LocalDate.now(clock)));
        values.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        values.put("ends_from", Objects.requireNonNullElse(query.endsFrom(), FIRST_DAY));
        values.put("ends_to", Objects.requireNonNullElse(query.endsTo(), LAST_DAY));
        put(values, "state", query.state() == null ? null : query.state().name());
        put(values, "territory", query.territory());
        put(values, "decider", query.decider());
        put(values, "basis", query.legalBasis());
        put(values, "nationality", query.nationality());
        put(values, "born_from", query.bornFrom());
        put(values, "born_to", query.bornTo());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private List<BanCondition> conditions(BanQuery query) {
        var conditions = new ArrayList<BanCondition>();
        if (query.state() != null) {
            conditions.add(BanCondition.STATE);
        }
        if (query.state() == BanState.Code.CANCELLED) {
            conditions.add(BanCondition.CANCELLED);
        }
        if (query.state() == BanState.Code.SUSPENDED) {
            var isPast = query.day().isBefore(LocalDate.now(clock));
            conditions.add(isPast ? BanCondition.EVER_SUSPENDED : BanCondition.SUSPENDED);
        }
        if (query.territory() != null) {
            conditions.add(BanCondition.TERRITORY);
        }
        if (query.decider() != null) {
            conditions.add(
                    switch (query.decider()) {
                        case "PMLP", "VRS" -> BanCondition.KEEPER;
                        case BanQuery.COURT -> BanCondition.COURT;
                        default -> BanCondition.DECIDER;
                    });
        }
        if (query.legalBasis() != null) {
            conditions.add(BanCondition.LEGAL_BASIS);
        }
        if (query.nationality() != null) {
            conditions.add(BanCondition.NATIONALITY);
        }
        if (query.bornFrom() != null) {
            conditions.add(BanCondition.BORN);
        }
        if (query.isIndefinite() != null) {
            conditions.add(query.isIndefinite() ? BanCondition.INDEFINITE : BanCondition.LIMITED);
        }
        if (isByEnd(query)) {
            conditions.add(BanCondition.ENDS);
        }
        return conditions;
    }

    /** Whether a page in order comes sooner by looking from decision to decision than from person to person; a count never does. */
    private boolean isOfMany(String nationality) {
        return jdbc.sql(OF_NATIONALITY)
                        .param("nationality", nationality)
                        .param("most", MANY)
                        .query(Integer.class)
                        .list()
                        .size()
                == MANY;
    }

    private static boolean isByEnd(BanQuery query) {
        return query.endsFrom() != null || query.endsTo() != null;
    }

    private static String wheres(List<BanCondition> conditions) {
        return conditions.stream()
                .map(condition -> " and " + condition.where() + "\n")
                .collect(Collectors.joining());
    }

    /** Where a ban stands in the list. */
    record Place(
            LocalDate decidedOn,
            UUID decisionId,
            UUID id,
            @Nullable LocalDate lastOn) {}

    /** A plan of its own for each asking: what is rare decides which index is gone along. */
    static final String FOR_THESE_VALUES = """
            set local plan_cache_mode = force_custom_plan
            """;

    /** The days a ban runs as in the view ban_clock, and its state on a day, by what is known now; a past day asks what held on it. */
    private static final String BANS = """
              from decision d
              join ban b on b.decision_id = d.id
              join person p on p.id = b.person_id
              join identity i on i.person_id = p.head_id and i.kind = 'PRIMARY'
             cross join lateral (select b.term_ends_on as day,
                                        b.suspended_on <= :day
                                        or (:past and b.decision_id in (select f.decision_id from follow_up f
                                                                         where f.kind = 'SUSPEND' and f.signed_at is not null
                                                                        union all
                                                                        select r.decision_id from remedy r where r.suspends)
                                            and ban_suspended(b.decision_id, b.id, :day, :now) is not null) as suspended) e
             cross join lateral (select case when coalesce(b.suspended_on > b.first_on, true) then b.first_on end as from_day,
                                        b.last_on as to_day,
                                        case when b.cancelled_on <= :day and coalesce(b.cancelled_on <= e.day, true) then 'CANCELLED'
                                             when e.day < :day then 'EXPIRED'
                                             when e.suspended then 'SUSPENDED'
                                             when coalesce(b.first_on > :day, true) then 'PENDING'
                                             else 'IN_FORCE'
                                        end as state) t
             where d.signed_at is not null and b.dropped_at is null and d.decided_on <= :day
            """;

    static final String LISTED = """
            select b.id, d.id as decision_id, b.person_id, i.family_name, i.given_names, i.birth_date,
                   coalesce((select string_agg(n.country, ',' order by n.country) from nationality n where n.identity_id = i.id), '')
                       as nationalities,
                   b.territory, b.legal_basis, coalesce(b.reduced_months, b.term_months) as term_months, d.number as decision_number,
                   coalesce(d.decider, (select j.court from judgment j where j.decision_id = d.id), d.institution) as decider,
                   d.decided_on, t.from_day, t.to_day, t.state,
                   null::text as superseded_by
            """ + BANS;

    private static final String IN_ORDER = """
             order by d.decided_on desc, d.id desc, b.id desc
             limit :most
            """;

    private static final String IN_ORDER_OF_END = """
             order by b.last_on, b.id
             limit :most
            """;

    static final String SUPERSEDED = """
            select s.ban_id, s.decision_number
              from (select distinct p.head_id
                      from ban b
                      join person p on p.id = b.person_id
                     where b.id = any(:bans)) h
             cross join lateral bans_superseded(h.head_id, :day) s
            """;

    static final String EACH = """
            select 1
            """ + BANS;

    private static final String LIMIT = """
             limit :most
            """;

    static final String OF_NATIONALITY = """
            select 1 from nationality where country = :nationality limit :most
            """;

    static final String PLACE = """
            select d.decided_on, d.id as decision_id, b.id, b.last_on
              from ban b
              join decision d on d.id = b.decision_id and d.signed_at is not null
             where b.id = :id
            """;
}
