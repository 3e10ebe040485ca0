package lv.vmis.register.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Adds entries to the journal. An action calls it inside its own transaction: both are kept, or neither. */
@Component
public class Journal {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<Committing> committing;

    Journal(JdbcClient jdbc, JsonMapper json, Clock clock, ObjectProvider<Committing> committing) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.committing = committing;
    }

    /** Writes the entry and gives its number. */
    public UUID record(Actor by, Entry entry) {
        return record(List.of(new Written(by, entry))).getFirst();
    }

    /** An entry and whose act or look it is about. */
    record Written(Actor by, Entry entry) {}

    /** Writes the entries at once and gives their numbers. */
    List<UUID> record(List<Written> entries) {
        var rows = json.createArrayNode();
        var at = clock.instant();
        var ids = entries.stream()
                .map(written -> {
                    var id = Ids.next();
                    rows.add(row(id, at, written.by(), written.entry()));
                    return id;
                })
                .toList();
        jdbc.sql(ADD).param("entries", json.writeValueAsString(rows)).update();
        entries.stream()
                .map(Written::entry)
                .filter(entry -> entry.kind == Entry.Kind.ACT && !entry.persons.isEmpty())
                .forEach(entry -> tellBeforeCommit(entry.persons));
        return ids;
    }

    private ObjectNode row(UUID id, Instant at, Actor by, Entry entry) {
        var purpose = entry.purpose;
        var row = json.createObjectNode()
                .put("id", id.toString())
                .put("at", at.toString())
                .put("kind", entry.kind.name().toLowerCase(Locale.ROOT))
                .put("operation", entry.operation)
                .put("actor", text(by.account()))
                .put("actor_name", by.name())
                .put("role", by.role() == null ? null : by.role().name())
                .put("institution", by.institution())
                .put("unit", by.unit())
                .put("agreement", by.agreement())
                .put("address", by.address())
                .put("session", by.session())
                .put("request", text(by.request()))
                .put("object_type", entry.objectType)
                .put("object_id", text(entry.objectId))
                .put("object_version", entry.objectVersion)
                .put("purpose", purpose == null ? null : purpose.code())
                .put("legal_basis", entry.legalBasis)
                .put("case_ref", purpose == null ? null : purpose.caseRef())
                .put("reason", reason(entry.reason, purpose))
                .put("result_count", entry.resultCount)
                .put("decision", entry.allowed ? "allow" : "deny");
        var persons = row.putArray("persons");
        entry.persons.forEach(person -> persons.add(person.value().toString()));
        if (!entry.searchData.isEmpty()) {
            row.set("search_data", json.valueToTree(entry.searchData));
        }
        if (!entry.payload.isEmpty()) {
            row.set("payload", json.valueToTree(entry.payload));
        }
        return row;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private void tellBeforeCommit(List<PersonId> persons) {
        committing.forEach(
                told -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    private Runnable kept = () -> {};

                    @Override
                    public void beforeCommit(boolean readOnly) {
                        kept = told.changed(persons);
                    }

                    @Override
                    public void afterCommit() {
                        kept.run();
                    }
                }));
    }

    private static @Nullable String reason(@Nullable String reason, @Nullable Purpose purpose) {
        return reason == null && purpose != null ? purpose.reason() : reason;
    }

    // Who looks at a person has looked at all records that are joined in him.
    static final String ADD = """
            insert into entry (id, at, kind, operation, actor, actor_name, role, institution, unit, agreement, address,
                               session, request, object_type, object_id, object_version, persons, purpose, legal_basis,
                               case_ref, reason, search_data, result_count, decision, payload)
            select e.id, e.at, e.kind, e.operation, e.actor, e.actor_name, e.role, e.institution, e.unit, e.agreement, e.address,
                   e.session, e.request, e.object_type, e.object_id, e.object_version,
                   case when e.kind = 'look' and e.persons <> '{}'
                        then array(select unnest(e.persons)
                                   union
                                   select m.id from person p join person m on m.head_id = p.head_id
                                    where p.id = any(e.persons))
                        else e.persons end,
                   e.purpose, e.legal_basis, e.case_ref, e.reason, e.search_data, e.result_count, e.decision, e.payload
              from jsonb_to_recordset(cast(:entries as jsonb))
                   as e(id uuid, at timestamptz, kind text, operation text, actor uuid, actor_name text, role text,
                        institution text, unit text, agreement text, address text, session text, request uuid,
                        object_type text, object_id uuid, object_version integer, persons uuid[], purpose text,
                        legal_basis text, case_ref text, reason text, search_data jsonb, result_count integer,
                        decision text, payload jsonb)
            """;
}
