package lv.vmis.register.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.vmis.register.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A search by what happened to a person as SQL: only what is asked stands in it, so that PostgreSQL begins with what is rarest.
 * Nothing that anybody typed is part of the text.
 */
record NarrowedSql(String text, Map<String, Object> values) {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9998, 12, 31);

    /**
     * The numbers of persons to whom that happened, the newest first.
     *
     * @param exactly who has this nationality and date of birth to the letter, where given
     * @param among only of these, where given
     */
    static NarrowedSql of(
            Narrowing narrowing,
            @Nullable SearchCriteria exactly,
            @Nullable List<Long> among,
            LocalDate day,
            int most) {
        var wheres = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        values.put("day", day);
        values.put("most", most);
        if (among != null) {
            wheres.add(AMONG);
            values.put("among", among.toArray(Long[]::new));
        }
        if (narrowing.sex() != null) {
            wheres.add(SEX);
            values.put("sex", narrowing.sex());
        }
        if (exactly != null) {
            exactly(exactly, wheres, values);
        }
        if (narrowing.matter() != null) {
            wheres.add(MATTER);
            values.put("matter", narrowing.matter());
        }
        found(narrowing, wheres, values);
        if (narrowing.decidedFrom() != null || narrowing.decidedTo() != null) {
            wheres.add(DECIDED);
            values.put("decided_from", from(narrowing.decidedFrom()));
            values.put("decided_to", to(narrowing.decidedTo()));
        }
        narrowing.statuses().stream().map(NarrowedSql::where).forEach(wheres::add);
        return new NarrowedSql(SPEAKS_FOR_A_PERSON + String.join("", wheres) + NEWEST, values);
    }

    private static void exactly(SearchCriteria who, List<String> wheres, Map<String, Object> values) {
        if (who.birthDate() != null) {
            var birth = PartialDate.valueOf(who.birthDate());
            values.put("earliest", birth.earliest());
            values.put("latest", birth.latest());
        }
        if (who.nationality() != null) {
            values.put("nationality", who.nationality());
        }
        if (who.birthDate() != null || who.nationality() != null) {
            // Of one identity.
            wheres.add(IDENTITY
                    + (who.birthDate() == null ? "" : BORN)
                    + (who.nationality() == null ? "" : NATIONALITY)
                    + ")\n");
        }
    }

    private static void found(Narrowing narrowing, List<String> wheres, Map<String, Object> values) {
        var hasDays = narrowing.foundFrom() != null || narrowing.foundTo() != null;
        if (hasDays) {
            values.put("found_from", from(narrowing.foundFrom()));
            values.put("found_to", to(narrowing.foundTo()));
        }
        if (narrowing.place() != null) {
            values.put("place", anywhere(narrowing.place()));
        }
        if (hasDays || narrowing.place() != null) {
            // Of one finding.
            wheres.add(FINDING + (hasDays ? FOUND : "") + (narrowing.place() == null ? "" : PLACE) + ")\n");
        }
    }

    private static String where(Narrowing.Status status) {
        return switch (status) {
            case BAN -> BAN;
            case PENDING_BAN -> PENDING_BAN;
            case OPEN_DECISION -> OPEN_DECISION;
            case PRESENT -> PRESENT;
        };
    }

    private static LocalDate from(@Nullable LocalDate day) {
        return day == null ? FIRST_DAY : day;
    }

    private static LocalDate to(@Nullable LocalDate day) {
        return day == null ? LAST_DAY : day;
    }

    /** A pattern that finds the text as typed wherever it stands. */
    private static String anywhere(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static final String SPEAKS_FOR_A_PERSON = """
            select p.number
              from person p
             where p.head_id = p.id
            """;

    private static final String NEWEST = """
             order by p.number desc
             limit :most
            """;

    private static final String AMONG = """
               and p.number = any(:among)
            """;

    private static final String SEX = """
               and exists (select 1 from person m join identity i on i.person_id = m.id
                            where m.head_id = p.id and i.kind <> 'MISUSED' and i.sex = :sex)
            """;

    private static final String IDENTITY = """
               and exists (select 1 from person m join identity i on i.person_id = m.id
                            where m.head_id = p.id and i.kind <> 'MISUSED'
            """;

    private static final String BORN = """
                              and i.birth_earliest <= :latest and i.birth_latest >= :earliest
            """;

    private static final String NATIONALITY = """
                              and exists (select 1 from nationality n where n.identity_id = i.id and n.country = :nationality)
            """;

    private static final String MATTER = """
               and p.id in (select m.head_id
                              from person m
                              join (select c.person_id from return_case c where c.number = :matter
                                    union all
                                    select d.person_id from decision d where d.number = :matter) w on w.person_id = m.id)
            """;

    private static final String FINDING = """
               and exists (select 1 from person m join finding f on f.person_id = m.id
                            where m.head_id = p.id
            """;

    private static final String FOUND = """
                              and f.found_on between :found_from and :found_to
            """;

    private static final String PLACE = """
                              and f.place ilike :place
            """;

    private static final String DECIDED = """
               and exists (select 1 from person m join decision d on d.person_id = m.id
                            where m.head_id = p.id and d.decided_on between :decided_from and :decided_to)
            """;

    private static final String BAN = """
               and exists (select 1 from person m join ban_clock b on b.person_id = m.id
                            where m.head_id = p.id and b.from_day <= :day and (b.to_day is null or b.to_day >= :day))
            """;

    private static final String PENDING_BAN = """
               and exists (select 1 from person m join ban_clock b on b.person_id = m.id
                            where m.head_id = p.id and b.from_day is null)
            """;

    private static final String OPEN_DECISION = """
               and exists (select 1 from person m join decision d on d.person_id = m.id
                            where m.head_id = p.id and d.signed_at is not null and d.departed_on is null
                              and d.cancelled_on is null and d.kind <> 'ENTRY_BAN')
            """;

    private static final String PRESENT = """
               and exists (select 1 from person m join return_case c on c.person_id = m.id
                            where m.head_id = p.id
                              and not exists (select 1 from departure e where e.case_id = c.id))
            """;
}
