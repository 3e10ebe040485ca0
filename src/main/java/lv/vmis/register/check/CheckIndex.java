package lv.vmis.register.check;

/** Finds the persons a check has to weigh. */
interface CheckIndex {

    Judgement.Found find(Traveller asked);

    /** The version of the weights names are compared with. */
    String weights();
}
