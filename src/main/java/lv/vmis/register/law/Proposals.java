package lv.vmis.register.law;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.Amendment;
import lv.vmis.register.reference.Ground;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals to change the law, as stored. */
@Component
class Proposals {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that wait first, then the newest. */
    List<Proposal> all() {
        return jdbc.sql(ALL)
                .param("shown", SHOWN)
                .query(Rows.of(Proposal.class))
                .list();
    }

    Optional<Proposal> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Proposal.class)).optional();
    }

    /** Nobody else answers it before this transaction ends. */
    Optional<Proposal> locked(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().flatMap(this::find);
    }

    boolean oneWaits(String code) {
        return jdbc.sql(WAITS).param("code", code).query(Boolean.class).single();
    }

    /** Nothing when another proposal for the same came in at the same moment. */
    Optional<UUID> add(Amendment change, LegalParameters parameters, Actor by) {
        var value = change instanceof LawChange given ? given : null;
        var added = jdbc.sql(ADD)
                .param("id", Ids.next())
                .param("kind", ChangeKind.of(change).name())
                .param("code", change.code())
                .param("value", value == null ? null : value.value(), Types.NUMERIC)
                .param("value_text", value == null ? null : value.valueText(), Types.VARCHAR)
                .param(
                        "unit",
                        value == null
                                ? null
                                : parameters
                                        .get(value.code(), value.validFrom())
                                        .unit(),
                        Types.VARCHAR)
                .param("valid_from", change.validFrom())
                .param("source", change.source())
                .param("certainty", change.certainty())
                .param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
        var ground = change instanceof GroundChange given ? given.ground() : null;
        if (ground != null) {
            added.ifPresent(id -> add(id, ground));
        }
        return added;
    }

    private void add(UUID id, Ground ground) {
        jdbc.sql(ADD_GROUND)
                .param("id", id)
                .param("law", ground.law())
                .param("section", ground.section())
                .param("paragraph", ground.paragraph(), Types.VARCHAR)
                .param("clause", ground.clause(), Types.VARCHAR)
                .param("citation_lv", ground.citationLv())
                .param("citation_en", ground.citationEn())
                .param("text_lv", ground.textLv())
                .param("text_en", ground.textEn())
                .param("authority", ground.decidingAuthority(), Types.VARCHAR)
                .param("use", ground.use())
                .param("sis_basis", ground.sisBasis(), Types.VARCHAR)
                .param("ban_limit", ground.banLimit(), Types.VARCHAR)
                .update();
    }

    void answer(UUID id, Proposal.State answer, @Nullable String reason, Actor by) {
        jdbc.sql(ANSWER)
                .param("id", id)
                .param("answer", answer.name())
                .param("reason", reason, Types.VARCHAR)
                .param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static final String PROPOSALS = """
            select l.id, l.kind, l.code, l.value, l.value_text, g.law, g.section, g.paragraph, g.clause, g.citation_lv, g.citation_en,
                   g.text_lv, g.text_en, g.deciding_authority, g.use, g.sis_basis, g.ban_limit, l.valid_from, l.source, l.certainty,
                   l.proposed_by, coalesce(p.name, '–') as proposed_by_name, l.proposed_at, l.answer, l.answer_reason,
                   a.name as answered_by_name, l.answered_at, l.version
              from law_change l
              left join law_change_ground g on g.change_id = l.id
              left join account p on p.id = l.proposed_by
              left join account a on a.id = l.answered_by
            """;

    static final String ALL = PROPOSALS + """
             order by (l.answer is null) desc, l.proposed_at desc, l.id desc
             limit :shown
            """;

    static final String FIND = PROPOSALS + """
             where l.id = :id
            """;

    static final String LOCK = """
            select id
              from law_change
             where id = :id
               for update
            """;

    static final String WAITS = """
            select exists (select 1 from law_change where code = :code and answer is null)
            """;

    static final String ADD = """
            insert into law_change (id, kind, code, value, value_text, unit, valid_from, source, certainty, proposed_by, proposed_at)
            values (:id, :kind, :code, :value, :value_text, :unit, :valid_from, :source, :certainty, :by, :at)
            on conflict (code) where answer is null do nothing
            returning id
            """;

    static final String ADD_GROUND = """
            insert into law_change_ground (change_id, law, section, paragraph, clause, citation_lv, citation_en, text_lv, text_en,
                                           deciding_authority, use, sis_basis, ban_limit)
            values (:id, :law, :section, :paragraph, :clause, :citation_lv, :citation_en, :text_lv, :text_en, :authority, :use,
                    :sis_basis, :ban_limit)
            """;

    static final String ANSWER = """
            update law_change
               set answer = :answer, answer_reason = :reason, answered_by = :by, answered_at = :at, version = version + 1
             where id = :id
            """;
}
