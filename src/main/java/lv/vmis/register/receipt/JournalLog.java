package lv.vmis.register.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.edge.Repeating;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs what the journal holds: its entries in their order, group after group, each over the Merkle tree of its entries and the group before,
 * from the first entry on. A process at a time does it; stopped anywhere, the next goes on.
 */
@Component
class JournalLog implements SmartLifecycle {

    /** The most entries of a checkpoint, so that a proof is short and soon worked out. */
    static final int MOST = 1024;

    /** Whoever waits for a proof waits no longer, and a quiet hour makes few checkpoints. */
    static final Duration EVERY = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final ReceiptIssuer issuer;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Repeating work = new Repeating("journal log", this::sign);

    JournalLog(JdbcClient jdbc, ReceiptIssuer issuer, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.issuer = issuer;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Last(long number, Instant at, int entries, String statement, long transaction, UUID entry) {}

    private record Leaf(int place, byte[] hash) {}

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.stop();
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** Some entries; true when more may wait. */
    private boolean sign() throws Exception {
        return Acting.as(itself(), () -> Objects.requireNonNull(transaction.execute(_ -> signed())));
    }

    private boolean signed() {
        if (!jdbc.sql(LOCK).query(Boolean.class).single()) {
            return false;
        }
        var last = jdbc.sql(LAST).query(Rows.of(Last.class)).optional();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (last.isPresent()
                && last.get().entries() < MOST
                && now.isBefore(last.get().at().plus(EVERY))) {
            return false;
        }
        var number = last.map(Last::number).orElse(0L) + 1;
        var leaves = jdbc.sql(HASH)
                .param("number", number)
                .param("transaction", Long.toString(last.map(Last::transaction).orElse(0L)))
                .param("entry", last.map(Last::entry).orElse(new UUID(0, 0)))
                .param("most", MOST)
                .query(Rows.of(Leaf.class))
                .list();
        if (leaves.isEmpty()) {
            return false;
        }
        var statement = """
                register-checkpoint/v1
                number %d
                at %s
                entries %d
                root %s
                previous %s
                """.formatted(
                        number,
                        now,
                        leaves.size(),
                        base64(Merkle.root(leaves.stream().map(Leaf::hash).toList())),
                        last.map(one -> base64(sha256(one.statement()))).orElse(""));
        jdbc.sql(ADD)
                .param("number", number)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("entries", leaves.size())
                .param("statement", statement)
                .param("jws", issuer.jws(statement))
                .update();
        return leaves.size() == MOST;
    }

    /** An entry of a call, and where it stands in the log; nowhere yet when there is no checkpoint. */
    record Placed(
            UUID id,
            @Nullable Long checkpoint,
            @Nullable Integer place,
            @Nullable String statement,
            @Nullable String signed,
            @Nullable String jws) {}

    /** The entries of a call of an institution. */
    List<Placed> of(UUID call, String institution) {
        return jdbc.sql(OF_CALL)
                .param("call", call)
                .param("institution", institution)
                .query(Rows.of(Placed.class))
                .list();
    }

    /** That the log holds the entries; nothing while one of them is not in it. */
    Optional<List<String>> proofs(List<Placed> entries) {
        var trees = new HashMap<Long, List<byte[]>>();
        var proofs = new ArrayList<String>();
        for (var entry : entries) {
            var checkpoint = entry.checkpoint();
            if (checkpoint == null) {
                return Optional.empty();
            }
            proofs.add(proof(entry, checkpoint, trees));
        }
        return Optional.of(proofs);
    }

    private String proof(Placed entry, long checkpoint, Map<Long, List<byte[]>> trees) {
        var leaves = trees.computeIfAbsent(
                checkpoint,
                one -> jdbc.sql(LEAVES).param("checkpoint", one).query(Rows.of(Leaf.class)).list().stream()
                        .map(Leaf::hash)
                        .toList());
        var place = Objects.requireNonNull(entry.place());
        var proof = new StringBuilder("register-proof/v1\n").append(entry.statement());
        proof.append("\nleaf %d %d\n".formatted(place, leaves.size()));
        Merkle.path(leaves, place).forEach(hash -> proof.append(base64(hash)).append('\n'));
        return proof.append(entry.signed())
                .append("jws ")
                .append(entry.jws())
                .append('\n')
                .toString();
    }

    private static Actor itself() {
        return new Actor(new UUID(0, 6), "–", null, "–", "–", null, null, null, Ids.next());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static final String LOCK = """
            select pg_try_advisory_xact_lock(hashtextextended('journal log', 0))
            """;

    static final String LAST = """
            select number, at, entries, statement, transaction, entry
              from journal_checkpoint
             order by number desc
             limit 1
            """;

    // Nothing can come any more before a transaction that is older than every running one.
    static final String HASH = """
            with next as (
                select e.id, row_number() over (order by e.tx, e.id) - 1 as place, uuid_send(gen_random_uuid()) as salt
                  from (select n.tx, n.id
                          from entry n
                         where (n.tx, n.id) > (cast(:transaction as xid8), cast(:entry as uuid))
                           and n.tx < pg_snapshot_xmin(pg_current_snapshot())
                         order by n.tx, n.id
                         limit :most) e
            )
            insert into journal_leaf (checkpoint, place, entry, salt, hash)
            select :number, n.place, n.id, n.salt, sha256(decode('00', 'hex') || convert_to(entry_statement(e, n.salt), 'UTF8'))
              from next n
              join entry e on e.id = n.id
             order by n.place
            returning place, hash
            """;

    static final String ADD = """
            insert into journal_checkpoint (number, at, entries, statement, jws, transaction, entry)
            select :number, :at, :entries, :statement, :jws, e.tx::text::bigint, e.id
              from journal_leaf l
              join entry e on e.id = l.entry
             where l.checkpoint = :number and l.place = cast(:entries as integer) - 1
            """;

    static final String OF_CALL = """
            select e.id, l.checkpoint, l.place, entry_statement(e, l.salt) as statement, c.statement as signed, c.jws
              from entry e
              left join journal_leaf l on l.entry = e.id
              left join journal_checkpoint c on c.number = l.checkpoint
             where e.request = :call and e.agreement is not null and e.institution = :institution
             order by e.id
            """;

    static final String LEAVES = """
            select place, hash
              from journal_leaf
             where checkpoint = :checkpoint
             order by place
            """;
}
