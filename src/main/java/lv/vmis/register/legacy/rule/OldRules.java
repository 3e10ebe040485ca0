package lv.vmis.register.legacy.rule;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Rule;
import lv.vmis.register.legacy.meaning.Rules;
import lv.vmis.register.legacy.meaning.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules, as stored. */
@Component
public class OldRules {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    OldRules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The number of the newest version: what a trial or a load names as the one it followed. */
    public int newest() {
        return jdbc.sql(NEWEST).query(Integer.class).single();
    }

    /** The rules of today. */
    public Rules inForce() {
        return of(newest());
    }

    /** The rules of a version, for ever the same. */
    public Rules of(int version) {
        return Rules.of(
                version,
                jdbc.sql(OF_VERSION).param("version", version).query(Rows.of(StoredRule.class)).stream()
                        .map(StoredRule::rule)
                        .toList());
    }

    /** Those in force and those that wait, by column. */
    List<StoredRule> of(OldTable table) {
        return jdbc.sql(OF_TABLE)
                .param("table", table.name())
                .query(Rows.of(StoredRule.class))
                .list();
    }

    /** The newest of all that ever were proposed. */
    List<StoredRule> history() {
        return jdbc.sql(HISTORY)
                .param("shown", SHOWN)
                .query(Rows.of(StoredRule.class))
                .list();
    }

    /** All that ever were proposed about the same word, the newest first. */
    List<StoredRule> ofWord(Rule rule) {
        return place(jdbc.sql(OF_WORD), rule).query(Rows.of(StoredRule.class)).list();
    }

    Optional<StoredRule> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(StoredRule.class)).optional();
    }

    /** Nobody else answers it before this transaction ends. */
    Optional<StoredRule> locked(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().flatMap(this::find);
    }

    /** The rule that stands for the word today. */
    Optional<StoredRule> standing(Rule rule) {
        return ofWord(rule).stream()
                .filter(one -> one.state() == StoredRule.State.IN_FORCE)
                .findFirst();
    }

    boolean oneWaits(Rule rule) {
        return ofWord(rule).stream().anyMatch(one -> one.state() == StoredRule.State.WAITING);
    }

    /** Nothing when another proposal for the same word came in at the same moment. */
    Optional<UUID> add(RuleStep step, Rule rule, String why, String certainty, Actor by) {
        return place(jdbc.sql(ADD), rule)
                .param("id", Ids.next())
                .param("step", step.name())
                .param("word", rule.word())
                .param("becomes", rule.becomes())
                .param("why", why)
                .param("certainty", certainty)
                .param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    private static JdbcClient.StatementSpec place(JdbcClient.StatementSpec statement, Rule rule) {
        return statement
                .param("table", rule.table().name())
                .param("field", rule.field())
                .param("kind", rule.kind().name())
                .param("match", rule.match().name())
                .param("key", Words.folded(rule.word()));
    }

    /** The number of a new version; nobody else makes one before this transaction ends. */
    int next() {
        jdbc.sql(NEXT_ALONE).query().listOfRows();
        return newest() + 1;
    }

    void end(UUID id, int until) {
        jdbc.sql(END).param("id", id).param("until", until).update();
    }

    void answer(UUID id, String answer, @Nullable String reason, @Nullable Integer from, Actor by) {
        jdbc.sql(ANSWER)
                .param("id", id)
                .param("answer", answer)
                .param("reason", reason, Types.VARCHAR)
                .param("from", from, Types.INTEGER)
                .param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static final String RULES = """
            select r.id, r.step, r.old_table, r.field, r.kind, r.match, r.word, r.becomes, r.why, r.certainty, r.proposed_by,
                   p.name as proposed_by_name, r.proposed_at, r.answer, r.answer_reason, a.name as answered_by_name,
                   r.answered_at, r.from_version, r.until_version, r.version
              from old_rule r
              left join account p on p.id = r.proposed_by
              left join account a on a.id = r.answered_by
            """;

    static final String NEWEST = """
            select coalesce(max(from_version), 1)
              from old_rule
            """;

    static final String OF_VERSION = RULES + """
             where r.answer = 'APPROVED' and r.step = 'ADDED' and r.from_version <= :version
               and (r.until_version is null or r.until_version > :version)
             order by r.old_table, r.field, r.kind, r.word_key, r.match
            """;

    static final String OF_TABLE = RULES + """
             where r.old_table = :table
               and (r.answer is null or (r.answer = 'APPROVED' and r.step = 'ADDED' and r.until_version is null))
             order by r.field, r.kind, r.word_key, r.match, r.proposed_at
            """;

    static final String HISTORY = RULES + """
             where r.proposed_by is not null
             order by (r.answer is null) desc, r.proposed_at desc, r.id desc
             limit :shown
            """;

    static final String OF_WORD = RULES + """
             where r.old_table = :table and r.field = :field and r.kind = :kind and r.match = :match and r.word_key = :key
             order by r.proposed_at desc, r.id desc
            """;

    static final String FIND = RULES + """
             where r.id = :id
            """;

    static final String LOCK = """
            select id
              from old_rule
             where id = :id
               for update
            """;

    static final String NEXT_ALONE = """
            select pg_advisory_xact_lock(hashtextextended('old rules', 0))
            """;

    static final String ADD = """
            insert into old_rule (id, step, old_table, field, kind, match, word, word_key, becomes, why, certainty, proposed_by,
                                  proposed_at)
            values (:id, :step, :table, :field, :kind, :match, :word, :key, :becomes, :why, :certainty, :by, :at)
            on conflict (old_table, field, kind, match, word_key) where answer is null do nothing
            returning id
            """;

    static final String END = """
            update old_rule
               set until_version = :until, version = version + 1
             where id = :id
            """;

    static final String ANSWER = """
            update old_rule
               set answer = :answer, answer_reason = :reason, from_version = :from, answered_by = :by, answered_at = :at,
                   version = version + 1
             where id = :id
            """;
}
