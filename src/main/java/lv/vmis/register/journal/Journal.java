package lv.vmis.register.journal;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
        var id = Ids.next();
        var purpose = entry.purpose;
        jdbc.sql(ADD)
                .param("id", id)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("kind", entry.kind.name().toLowerCase(java.util.Locale.ROOT))
                .param("operation", entry.operation)
                .param("actor", by.account())
                .param("actor_name", by.name())
                .param("role", by.role() == null ? null : by.role().name())
                .param("institution", by.institution())
                .param("unit", by.unit())
                .param("agreement", by.agreement())
                .param("address", by.address())
                .param("session", by.session())
                .param("request", by.request())
                .param("object_type", entry.objectType)
                .param("object_id", entry.objectId)
                .param("object_version", entry.objectVersion)
                .param("persons", entry.persons.stream().map(p -> p.value()).toArray(UUID[]::new))
                .param("purpose", purpose == null ? null : purpose.code())
                .param("legal_basis", entry.legalBasis)
                .param("case_ref", purpose == null ? null : purpose.caseRef())
                .param("reason", reason(entry.reason, purpose))
                .param("search_data", text(entry.searchData), Types.OTHER)
                .param("result_count", entry.resultCount)
                .param("decision", entry.allowed ? "allow" : "deny")
                .param("payload", text(entry.payload), Types.OTHER)
                .update();
        if (entry.kind == Entry.Kind.ACT && !entry.persons.isEmpty()) {
            tellBeforeCommit(entry.persons);
        }
        return id;
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

    private @Nullable String text(Map<String, ?> data) {
        return data.isEmpty() ? null : json.writeValueAsString(data);
    }

    // Who looks at a person has looked at all records that are joined in him.
    static final String ADD = """
            insert into entry (id, at, kind, operation, actor, actor_name, role, institution, unit, agreement, address,
                               session, request, object_type, object_id, object_version, persons, purpose, legal_basis,
                               case_ref, reason, search_data, result_count, decision, payload)
            values (:id, :at, :kind, :operation, :actor, :actor_name, :role, :institution, :unit, :agreement, :address,
                    :session, :request, :object_type, :object_id, :object_version,
                    case when :kind = 'look'
                         then array(select unnest(cast(:persons as uuid[]))
                                    union
                                    select m.id from person p join person m on m.head_id = p.head_id
                                     where p.id = any(cast(:persons as uuid[])))
                         else :persons end,
                    :purpose, :legal_basis, :case_ref, :reason, :search_data, :result_count, :decision, :payload)
            """;
}
