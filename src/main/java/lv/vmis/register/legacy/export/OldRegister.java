package lv.vmis.register.legacy.export;

/** A register that this one replaces. */
public enum OldRegister {
    /** The entry ban register of PMLP, which is reorganised. */
    LGM("605/2005", "PMLP"),
    /** The illegal immigration register of the State Border Guard, which is liquidated. */
    NIR("502/2008", "VRS");

    private final String regulation;
    private final String institution;

    OldRegister(String regulation, String institution) {
        this.regulation = regulation;
        this.institution = institution;
    }

    /** The Cabinet Regulation that said what it holds. */
    public String regulation() {
        return regulation;
    }

    /** Who kept it. */
    public String institution() {
        return institution;
    }
}
