package lv.vmis.register.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.reference.Ground;
import lv.vmis.register.reference.GroundChange;
import lv.vmis.register.reference.LegalBases;
import org.springframework.stereotype.Component;

/** What must hold of a change of a ground before it is proposed. */
@Component
class GroundRules {

    private final LegalBases bases;

    GroundRules(LegalBases bases) {
        this.bases = bases;
    }

    /** A ground changes from a later day: what was signed today rests on it as it is. */
    List<Refusal> mistakes(GroundChange change, LocalDate today) {
        var mistakes = new ArrayList<Refusal>();
        if (!change.validFrom().isAfter(today)) {
            mistakes.add(Refusal.at("validFrom", LawRefusal.BACKWARDS, LatvianDates.numeric(today.plusDays(1))));
        }
        var ending = bases.ending(change.code(), change.validFrom());
        switch (change.kind()) {
            case ADDED -> {
                if (bases.isKnownFrom(change.code(), change.validFrom())) {
                    mistakes.add(Refusal.at("code", LawRefusal.CODE_TAKEN));
                }
            }
            case CHANGED, ENDED -> {
                if (ending.isEmpty()) {
                    mistakes.add(Refusal.at("validFrom", LawRefusal.GROUND_NOT_IN_FORCE));
                } else if (change.isSameAs(ending.get())) {
                    mistakes.add(Refusal.of(LawRefusal.SAME_GROUND));
                }
            }
        }
        var ground = change.ground();
        if (ground == null) {
            return mistakes;
        }
        if (ending.isPresent() && !ending.get().use().equals(ground.use())) {
            mistakes.add(Refusal.at("use", LawRefusal.USE_STAYS));
        }
        if (!ground.mayBearAlert()) {
            mistakes.add(Refusal.at("sisBasis", LawRefusal.SIS_BASIS_OF_ANOTHER_USE));
        }
        if (ground.banLimit() != null && !ground.use().equals(Ground.BAN)) {
            mistakes.add(Refusal.at("banLimit", LawRefusal.LIMIT_ONLY_FOR_BANS));
        }
        return mistakes;
    }
}
