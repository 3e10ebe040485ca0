package lv.vmis.register.law;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.LegalBases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What rests on a ground and stays as it is when the ground changes, and who finds it in his forms before and after. */
@Component
class GroundTrial {

    private final JdbcClient jdbc;
    private final Law law;

    GroundTrial(JdbcClient jdbc, Law law) {
        this.jdbc = jdbc;
        this.law = law;
    }

    GroundEffects of(GroundChange change) {
        var kept = jdbc.sql(KEPT)
                .param("code", change.code())
                .param("day", change.validFrom())
                .query(Rows.of(GroundEffects.Kept.class))
                .single();
        return new GroundEffects(kept, offers(change));
    }

    private List<GroundEffects.Offer> offers(GroundChange change) {
        var now = law.bases();
        var then = now.with(change);
        var ending = now.ending(change.code(), change.validFrom());
        var ground = change.ground();
        var use = ground == null ? ending.orElseThrow().use() : ground.use();
        var institutions = new TreeSet<String>();
        // A ground that is tied to nobody is offered to whoever decides on others of its use.
        now.inForce(use, change.validFrom()).forEach(basis -> institutions.addAll(basis.authorities()));
        then.inForce(use, change.validFrom()).forEach(basis -> institutions.addAll(basis.authorities()));
        return institutions.stream()
                .map(institution -> new GroundEffects.Offer(
                        institution,
                        isOffered(now, use, change, institution),
                        isOffered(then, use, change, institution),
                        then.inForce(use, change.validFrom(), institution).size()))
                .filter(offer -> offer.before() || offer.after())
                .toList();
    }

    private static boolean isOffered(LegalBases bases, String use, GroundChange change, String institution) {
        return bases.inForce(use, change.validFrom(), institution).stream()
                .anyMatch(basis -> Objects.equals(basis.code(), change.code()));
    }

    static final String KEPT = """
            select (select count(*) from decision where legal_basis = :code and open) as decisions,
                   (select count(*)
                      from ban_clock
                     where legal_basis = :code and (to_day is null or to_day >= :day)) as bans,
                   (select count(*)
                      from alert a
                      join decision d on d.id = a.decision_id
                      left join ban b on b.id = a.ban_id
                     where coalesce(b.legal_basis, d.legal_basis) = :code
                       and a.state in ('ENTERED', 'PROPOSED', 'DELETING')) as alerts,
                   (select count(*)
                      from decision d
                      join ban b on b.decision_id = d.id and b.dropped_at is null and b.territory = 'SCH'
                     where d.signed_at is null and d.withdrawn_at is null and b.legal_basis = :code) as planned
            """;
}
