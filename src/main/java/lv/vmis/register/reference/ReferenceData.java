package lv.vmis.register.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The reference tables, read whole into memory at first use, and again when the law was changed, in whichever process. A
 * request takes one snapshot and sees the lists as they stood together. What runs without a request, such as the index of
 * persons, asks millions of times: it sees a change within a second, and in the process that made it at once.
 */
@Component
public class ReferenceData {

    /** @param changes how many changes of the law it has */
    record Snapshot(
            long changes,
            List<Country> countries,
            List<SchengenMember> schengenMembers,
            List<Institution> institutions,
            List<Unit> units,
            List<BorderCrossingPoint> borderCrossingPoints,
            List<BorderCrossingPointStatus> borderCrossingPointStatuses,
            List<CodeList> codeLists,
            Map<String, List<Code>> codes,
            List<LegalBasis> legalBases,
            List<LegalParameter> legalParameters,
            List<Holiday> holidays,
            WorkingCalendar calendar,
            CountryIndex countryIndex) {}

    private static final String OF_REQUEST = ReferenceData.class.getName();
    private static final long SECOND = 1_000_000_000;

    private final JdbcClient jdbc;
    private volatile @Nullable Snapshot snapshot;
    private volatile long until = System.nanoTime();

    ReferenceData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Snapshot now() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            var known = snapshot;
            return known != null && System.nanoTime() - until < 0 ? known : current();
        }
        if (request.getAttribute(OF_REQUEST, RequestAttributes.SCOPE_REQUEST) instanceof Snapshot seen) {
            return seen;
        }
        var current = current();
        request.setAttribute(OF_REQUEST, current, RequestAttributes.SCOPE_REQUEST);
        return current;
    }

    /** The law was changed in this transaction: everybody sees it once that is durable, and nobody before. */
    void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                until = System.nanoTime();
            }
        });
    }

    private Snapshot current() {
        var known = snapshot;
        try {
            var changes = jdbc.sql(CHANGES).query(Long.class).single();
            var current = known != null && known.changes() == changes ? known : renewed(changes);
            until = System.nanoTime() + SECOND;
            return current;
        } catch (DataAccessException failure) {
            // The page that says so needs its names as well.
            if (known == null) {
                throw failure;
            }
            return known;
        }
    }

    private synchronized Snapshot renewed(long changes) {
        var known = snapshot;
        if (known == null || known.changes() != changes) {
            known = read(changes);
            snapshot = known;
        }
        return known;
    }

    private Snapshot read(long changes) {
        var countries = rows(COUNTRIES, Country.class);
        var holidays = rows(HOLIDAYS, Holiday.class);
        var codeLists = rows(CODE_LISTS, CodeList.class);
        var codes = rows(CODES, Code.class).stream().collect(Collectors.groupingBy(Code::list));
        codeLists.stream().filter(list -> !list.ownTable()).forEach(list -> codes.putIfAbsent(list.list(), List.of()));
        var days = holidays.stream()
                .collect(Collectors.partitioningBy(
                        Holiday::isWorked, Collectors.mapping(Holiday::day, Collectors.toSet())));
        return new Snapshot(
                changes,
                countries,
                rows(SCHENGEN_MEMBERS, SchengenMember.class),
                rows(INSTITUTIONS, Institution.class),
                rows(UNITS, Unit.class),
                rows(BORDER_CROSSING_POINTS, BorderCrossingPoint.class),
                rows(BORDER_CROSSING_POINT_STATUSES, BorderCrossingPointStatus.class),
                codeLists,
                Map.copyOf(codes),
                rows(LEGAL_BASES, LegalBasis.class),
                rows(LEGAL_PARAMETERS, LegalParameter.class),
                holidays.stream().sorted(Comparator.comparing(Holiday::day)).toList(),
                new WorkingCalendar(days.getOrDefault(false, Set.of()), days.getOrDefault(true, Set.of())),
                CountryIndex.of(countries));
    }

    private <T> List<T> rows(String sql, Class<T> type) {
        return jdbc.sql(sql).query(Rows.of(type)).list();
    }

    static final String CHANGES = """
            select count(*)
              from law_change
             where answer = 'APPROVED'
            """;

    static final String COUNTRIES = """
            select code, iso2, iso3, icao, eurostat, name_lv, name_en, other_names, kind, foreigner, birth_only, specimen,
                   free_movement_from, free_movement_to, eu_free_movement, valid_from, valid_to, certainty, source
              from country
             order by name_lv collate "lv-x-icu"
            """;

    static final String SCHENGEN_MEMBERS = """
            select country, valid_from, valid_to, certainty, source
              from schengen_member
             order by country, valid_from
            """;

    static final String INSTITUTIONS = """
            select code, name_lv, name_lv_genitive, name_lv_dative, name_lv_locative, name_en, kind, competent, sort,
                   valid_from, valid_to, certainty, source
              from institution
             order by sort
            """;

    static final String UNITS = """
            select code, institution, parent, name_lv, name_en, kind, address, beds, sort,
                   valid_from, valid_to, certainty, source
              from unit
             order by sort
            """;

    static final String BORDER_CROSSING_POINTS = """
            select code, name_lv, name_en, border_type, traffic, neighbour, sort, certainty, source
              from border_crossing_point
             order by sort
            """;

    static final String BORDER_CROSSING_POINT_STATUSES = """
            select border_crossing_point, status, text_lv, text_en, valid_from, valid_to, certainty, source
              from border_crossing_point_status
             order by border_crossing_point, valid_from
            """;

    static final String CODE_LISTS = """
            select list, title_lv, title_en, own_table, sort
              from code_list
             order by sort
            """;

    static final String CODES = """
            select list, code, text_lv, text_en, sort, valid_from, valid_to, certainty, source
              from code
             order by list, sort, code, valid_from
            """;

    static final String LEGAL_BASES = """
            select code, law, section, paragraph, clause, citation_lv, citation_en, text_lv, text_en,
                   deciding_authority, use, sis_basis, ban_limit, sort, valid_from, valid_to, certainty, source
              from legal_basis
             order by sort, code, valid_from
            """;

    static final String LEGAL_PARAMETERS = """
            select code, value, value_text, unit, text_lv, text_en, law, law_en, sort, valid_from, valid_to, certainty,
                   source
              from legal_parameter
             order by sort, code, valid_from
            """;

    static final String HOLIDAYS = """
            select day, name_lv, name_en, kind, certainty, source
              from holiday
             order by day, name_lv
            """;
}
