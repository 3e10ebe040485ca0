package lv.vmis.register.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Passing;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.person.NamedSearches;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Searches and selections that officials have saved under a name, for themselves or for their unit. */
@Component
class SavedSearches implements Passing, NamedSearches {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LegalParameters parameters;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SavedSearches(
            JdbcClient jdbc,
            JsonMapper json,
            LegalParameters parameters,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.parameters = parameters;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Named> of(Actor by) {
        return Objects.requireNonNull(transaction.execute(_ -> visible(by))).stream()
                .map(saved -> new Named(
                        saved.name(),
                        saved.kind().path() + "/" + saved.id(),
                        saved.kind().name(),
                        saved.isOf(by) ? null : saved.ownerName()))
                .toList();
    }

    /** The official's own and those shared with his unit, of what he may open, by name. */
    List<SavedSearch> visible(Actor by) {
        return jdbc
                .sql(VISIBLE)
                .param("by", by.account())
                .param("unit", by.unit())
                .query(SavedSearches::row)
                .list()
                .stream()
                .filter(saved -> isOpenTo(saved, by))
                .toList();
    }

    /** One of those. */
    Optional<SavedSearch> visible(UUID id, SavedSearch.Kind kind, Actor by) {
        return visible(by).stream()
                .filter(saved -> saved.id().equals(id) && saved.kind() == kind)
                .findFirst();
    }

    /** One's own, once nobody else can change it before this transaction ends. */
    Optional<SavedSearch> own(UUID id, Actor by) {
        return jdbc.sql(OWN)
                .param("id", id)
                .param("by", by.account())
                .query(SavedSearches::row)
                .optional();
    }

    private boolean isOpenTo(SavedSearch saved, Actor by) {
        return switch (saved.kind()) {
            case PERSON -> by.may(Right.SEARCH);
            case SELECTION ->
                by.may(Right.SELECT_PERSONS)
                        && json.readValue(saved.criteria(), Selection.class).isOpenTo(by);
        };
    }

    boolean isTaken(SavedSearch.Kind kind, String name, @Nullable UUID except, Actor by) {
        return jdbc.sql(IS_TAKEN)
                .param("by", by.account())
                .param("kind", kind.name())
                .param("name", name)
                .param("except", except, Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    UUID save(SavedSearch.Kind kind, String name, String criteria, boolean isShared, Actor by) {
        var id = Ids.next();
        jdbc.sql(SAVE)
                .param("id", id)
                .param("kind", kind.name())
                .param("name", name)
                .param("owner", by.account())
                .param("unit", isShared ? by.unit() : null, Types.VARCHAR)
                .param("criteria", criteria, Types.OTHER)
                .param("now", now())
                .update();
        return id;
    }

    void rename(UUID id, String name) {
        jdbc.sql(RENAME).param("id", id).param("name", name).update();
    }

    void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    /** Notes that it is in use, so that it is kept. */
    void opened(UUID id) {
        transaction.executeWithoutResult(
                _ -> jdbc.sql(OPENED).param("id", id).param("now", now()).update());
    }

    @Override
    public String name() {
        return "saved_search";
    }

    @Override
    public int removePast(OffsetDateTime now) {
        return jdbc.sql(REMOVE)
                .param("before", now.minus(parameters.period("saved.search.retention", LocalDate.now(clock))))
                .update();
    }

    private OffsetDateTime now() {
        return KeptSelections.utc(clock.instant());
    }

    private static SavedSearch row(ResultSet row, int number) throws SQLException {
        return new SavedSearch(
                row.getObject("id", UUID.class),
                SavedSearch.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("owner", UUID.class),
                row.getString("owner_name"),
                row.getString("unit"),
                row.getString("criteria"),
                row.getInt("version"));
    }

    static final String SAVED = """
            select s.id, s.kind, s.name, s.owner, coalesce(a.name, '–') as owner_name, s.unit, s.criteria, s.version
              from saved_search s
              left join account a on a.id = s.owner
            """;

    static final String VISIBLE = SAVED + """
             where s.owner = :by or s.unit = :unit
             order by s.name collate "lv-x-icu", s.id
            """;

    static final String OWN = SAVED + """
             where s.id = :id and s.owner = :by
               for update of s
            """;

    static final String IS_TAKEN = """
            select exists (select 1 from saved_search
                            where owner = :by and kind = :kind and lower(name) = lower(:name)
                              and id is distinct from cast(:except as uuid))
            """;

    static final String SAVE = """
            insert into saved_search (id, kind, name, owner, unit, criteria, saved_at, used_at)
            values (:id, :kind, :name, :owner, :unit, :criteria, :now, :now)
            """;

    static final String RENAME = """
            update saved_search
               set name = :name, version = version + 1
             where id = :id
            """;

    static final String DELETE = """
            delete from saved_search
             where id = :id
            """;

    static final String OPENED = """
            update saved_search
               set used_at = :now
             where id = :id
            """;

    static final String REMOVE = """
            delete from saved_search
             where used_at < :before
            """;
}
