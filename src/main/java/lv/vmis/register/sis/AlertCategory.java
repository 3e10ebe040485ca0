package lv.vmis.register.sis;

/** The two kinds of alerts an entry ban or a return decision leads to. */
public enum AlertCategory {
    /** On return (Regulation (EU) 2018/1860, Art. 3). */
    RETURN("RETURN"),
    /** On refusal of entry and stay (Regulation (EU) 2018/1861, Art. 24). */
    REFUSAL("REFUSE_ENTRY_AND_STAY");

    private final String action;

    AlertCategory(String action) {
        this.action = action;
    }

    /** What is to be done where he is found (2018/1860 Art. 4(1)(m), 2018/1861 Art. 20(2)(n)). */
    public String action() {
        return action;
    }
}
