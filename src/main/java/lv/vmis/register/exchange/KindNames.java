package lv.vmis.register.exchange;

import lv.vmis.register.edge.Frame;
import org.springframework.stereotype.Component;

/** What messages tell, in words; a kind that nobody here knows stands as it came. */
@Component
public class KindNames {

    private final Correspondences correspondences;

    KindNames(Correspondences correspondences) {
        this.correspondences = correspondences;
    }

    public String of(Frame f, Correspondent system, String kind) {
        return correspondences
                .with(system)
                .flatMap(known -> known.named(kind))
                .map(name -> f.pick(name.latvian(), name.english()))
                .orElse(kind);
    }
}
