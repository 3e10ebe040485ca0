package lv.vmis.register.training;

import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.person.NewPerson;

/** An invented person: what an official would enter, and the language in which a decision is explained to him. */
record Invented(NewPerson entered, String language) {

    String country() {
        return entered.nationality();
    }

    boolean male() {
        return entered.sex().equals("M");
    }

    PartialDate born() {
        return entered.birthDate();
    }

    boolean hasDocument() {
        return entered.document() != null;
    }
}
