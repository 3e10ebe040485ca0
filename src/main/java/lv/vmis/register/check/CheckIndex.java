package lv.vmis.register.check;

import java.util.List;

/** Finds the persons checks have to weigh. */
interface CheckIndex {

    /** For each of those asked about, in their order. */
    List<Judgement.Found> find(List<Traveller> asked);

    /** The version of the weights names are compared with. */
    String weights();
}
