package lv.vmis.register.legacy.taking;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That loads are asked for, answered, signed off and taken back, as stored. */
@Component
public class Commits {

    private final JdbcClient jdbc;

    Commits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * That a load was asked for, and the answer.
     *
     * @param rulesVersion by which its rows are understood
     */
    public record Commit(
            UUID id,
            UUID loadId,
            boolean isDelta,
            int rulesVersion,
            UUID askedBy,
            String askedByName,
            String askedUnit,
            OffsetDateTime askedAt,
            @Nullable String answer,
            @Nullable String answeredByName,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String answerReason) {

        public boolean waits() {
            return answer == null;
        }

        public boolean isApproved() {
            return "APPROVED".equals(answer);
        }
    }

    /** That an institution accepts a load as complete. */
    public record SignedOff(String institution, String signedByName, OffsetDateTime signedAt) {}

    /** Who acts: an official, and the unit. */
    record Wanted(UUID account, String name, String unit) {}

    /** Whoever else decides about the load waits until this transaction ends. */
    public void lock(UUID load) {
        jdbc.sql(LOCK).param("load", load).query(UUID.class).optional();
    }

    /** The last that was asked. */
    Optional<Commit> last(UUID load) {
        return jdbc.sql(LAST).param("load", load).query(Rows.of(Commit.class)).optional();
    }

    /** The one by which rows are taken over. */
    public Optional<Commit> approved(UUID load) {
        return last(load).filter(Commit::isApproved);
    }

    UUID ask(UUID load, int rules, Actor by, Instant at) {
        var id = Ids.next();
        jdbc.sql(ASK)
                .param("id", id)
                .param("load", load)
                .param("rules", rules)
                .param("by", by.account())
                .param("by_name", by.name())
                .param("unit", by.unit())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    void answer(UUID commit, String answer, @Nullable String reason, Actor by, Instant at) {
        jdbc.sql(ANSWER)
                .param("id", commit)
                .param("answer", answer)
                .param("reason", reason, Types.VARCHAR)
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who has accepted it. */
    public List<SignedOff> signedOff(UUID load) {
        return jdbc.sql(SIGNED_OFF)
                .param("load", load)
                .query(Rows.of(SignedOff.class))
                .list();
    }

    boolean hasSignedOff(UUID load, UUID account) {
        return jdbc.sql(HAS_SIGNED)
                .param("load", load)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    void signOff(UUID load, Actor by, Instant at) {
        jdbc.sql(SIGN_OFF)
                .param("load", load)
                .param("institution", by.institution())
                .param("by", by.account())
                .param("by_name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who wanted the load taken back, while that is done. */
    Optional<Wanted> wantedBack(UUID load) {
        return jdbc.sql(WANTED_BACK)
                .param("load", load)
                .query(Rows.of(Wanted.class))
                .optional();
    }

    static final String LOCK = """
            select id from old_load where id = :load for no key update
            """;

    static final String LAST = """
            select c.id, c.load_id, l.kind = 'DELTA' as is_delta, c.rules_version, c.asked_by, c.asked_by_name, c.asked_unit, c.asked_at,
                   c.answer, c.answered_by_name, c.answered_at, c.answer_reason
              from old_commit c
              join old_load l on l.id = c.load_id
             where c.load_id = :load
             order by c.asked_at desc, c.id desc
             limit 1
            """;

    static final String ASK = """
            insert into old_commit (id, load_id, rules_version, asked_by, asked_by_name, asked_unit, asked_at)
            values (:id, :load, :rules, :by, :by_name, :unit, :at)
            """;

    static final String ANSWER = """
            update old_commit
               set answer = :answer, answered_by = :by, answered_by_name = :by_name, answered_at = :at, answer_reason = :reason
             where id = :id and answer is null
            """;

    static final String SIGNED_OFF = """
            select institution, signed_by_name, signed_at from old_sign_off where load_id = :load order by signed_at
            """;

    static final String HAS_SIGNED = """
            select exists (select 1 from old_sign_off where load_id = :load and signed_by = :account) as signed
            """;

    static final String SIGN_OFF = """
            insert into old_sign_off (load_id, institution, signed_by, signed_by_name, signed_at)
            values (:load, :institution, :by, :by_name, :at)
            """;

    static final String WANTED_BACK = """
            select j.made_by as account, j.made_by_name as name, a.unit
              from old_job j
              join account a on a.id = j.made_by
             where j.load_id = :load and j.kind = 'UNDO' and j.state = 'RUNNING'
            """;
}
