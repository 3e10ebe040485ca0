package lv.vmis.register.check;

import java.util.List;

/** Finds the persons checks have to weigh. */
interface CheckIndex {

    /**
     * Who is asked about.
     *
     * @param least from how many bits on whoever is like him is weighed
     */
    record Asked(Traveller traveller, double least) {}

    /** For each of those asked about, in their order. */
    List<Judgement.Found> find(List<Asked> asked);

    /** The version of the weights names are compared with. */
    String weights();
}
