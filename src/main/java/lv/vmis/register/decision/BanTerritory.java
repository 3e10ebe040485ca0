package lv.vmis.register.decision;

import lv.vmis.register.document.DecisionDocument;

/** Where an entry ban holds. */
public enum BanTerritory {
    /** Latvia. */
    LV,
    /** The Schengen States. */
    SCH;

    /** The prefix of its fields in a form. */
    public String field() {
        return this == LV ? "lv" : "sch";
    }

    DecisionDocument.Territory printed() {
        return this == LV ? DecisionDocument.Territory.LATVIA : DecisionDocument.Territory.SCHENGEN;
    }
}
