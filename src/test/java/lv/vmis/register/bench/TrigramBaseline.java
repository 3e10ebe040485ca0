package lv.vmis.register.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import lv.vmis.register.database.EmbeddedPostgres;
import org.postgresql.PGConnection;

/** What a register without a matching of its own would do: similar names by pg_trgm, scored again plainly. */
final class TrigramBaseline implements Engine {

    /** A connection and its statement, lent to one search at a time. */
    private record Session(Connection connection, PreparedStatement search) {}

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();

    TrigramBaseline() {
        try {
            var target = Files.createDirectories(Path.of(System.getProperty("register.bench.folder", "target"))
                    .toAbsolutePath());
            this.folder = Files.createTempDirectory(target, "bench-data");
            this.postgres = EmbeddedPostgres.start(folder, target.resolve("postgres"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public String name() {
        return "pg_trgm";
    }

    @Override
    public boolean scoresAreProbabilities() {
        return false;
    }

    @Override
    public double build(Iterator<RegisterRow> rows) {
        long begun = System.nanoTime();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : PREPARE) {
                statement.execute(sql);
            }
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            var lines = new StringBuilder();
            while (rows.hasNext()) {
                var row = rows.next();
                // Neither keys, dates nor numbers hold what COPY would have to escape.
                lines.append(row.eid()).append('\t');
                lines.append(PlainScore.key(row.name())).append('\t');
                lines.append(String.join("|", row.dobs())).append('\t');
                lines.append(row.doc()).append('\n');
                if (lines.length() > 1 << 20 || !rows.hasNext()) {
                    copy.copyIn(COPY, new StringReader(lines.toString()));
                    lines.setLength(0);
                }
            }
            for (var sql : FINISH) {
                statement.execute(sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The register cannot be put into PostgreSQL", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public List<Found> search(QueryRow query, int limit) {
        var name = PlainScore.key(query.name());
        var best = new HashMap<String, Double>();
        try {
            var lent = idle.pollFirst();
            var session = lent == null ? open() : lent;
            var search = session.search();
            search.setString(1, name);
            search.setString(2, name);
            search.setString(3, query.doc().isEmpty() ? null : query.doc());
            try (var found = search.executeQuery()) {
                while (found.next()) {
                    var dobs = found.getString(3);
                    var score = PlainScore.of(
                            name,
                            query.dob(),
                            query.doc(),
                            found.getString(2),
                            dobs.isEmpty() ? List.of() : List.of(dobs.split("\\|")),
                            found.getString(4));
                    best.merge(found.getString(1), score, Math::max);
                }
            }
            idle.addFirst(session);
        } catch (SQLException failure) {
            throw new IllegalStateException("The search for %s failed".formatted(query.qid()), failure);
        }
        return best.entrySet().stream()
                .map(entry -> new Found(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble((Found found) -> -found.score())
                        .thenComparing(Found::eid))
                .limit(limit)
                .toList();
    }

    private Session open() throws SQLException {
        var connection = connect();
        try (var statement = connection.createStatement()) {
            statement.execute(THRESHOLD);
        }
        return new Session(connection, connection.prepareStatement(SEARCH));
    }

    private Connection connect() throws SQLException {
        try {
            var password = Files.readString(folder.resolve("secrets").resolve("superuser"));
            return DriverManager.getConnection(postgres.url("postgres"), "postgres", password.strip());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            for (var session : idle) {
                session.connection().close();
            }
            postgres.close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("A connection cannot be closed", failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final List<String> PREPARE = List.of(
            "create extension if not exists pg_trgm",
            "drop table if exists known",
            "create unlogged table known (eid text, name text, dobs text, doc text)");

    private static final String COPY = "copy known (eid, name, dobs, doc) from stdin";

    private static final List<String> FINISH = List.of(
            "create index known_name on known using gin (name gin_trgm_ops)",
            "create index known_doc on known (doc)",
            "vacuum analyze known");

    private static final String THRESHOLD = "set pg_trgm.similarity_threshold = 0.3";

    private static final String SEARCH = """
            (select eid, name, dobs, doc
               from known
              where name % ?
              order by similarity(name, ?) desc
              limit 100)
            union all
            (select eid, name, dobs, doc
               from known
              where doc = ?
              limit 100)
            """;
}
