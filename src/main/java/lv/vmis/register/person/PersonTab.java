package lv.vmis.register.person;

import java.util.Arrays;
import java.util.List;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Right;

/** The pages of a person. */
public enum PersonTab {
    SUMMARY("", Right.SEE_PERSON),
    IDENTITIES("identities", Right.SEE_PERSON),
    CASES("cases", Right.SEE_PERSON),
    BANS("bans", Right.SEE_PERSON),
    SIS("sis", Right.SEE_PERSON),
    JOINING("joining", Right.SEE_PERSON),
    FILES("files", Right.SEE_FILES),
    VMIS("vmis", Right.SEE_SPECIAL),
    HISTORY("history", Right.SEE_PERSON),
    LOOKS("looks", Right.SEE_LOOKS);

    private final String path;
    private final Right right;

    PersonTab(String path, Right right) {
        this.path = path;
        this.right = right;
    }

    /** The tabs somebody may open. */
    public static List<PersonTab> of(Actor actor) {
        return Arrays.stream(values()).filter(tab -> actor.may(tab.right)).toList();
    }

    public String key() {
        return this == SUMMARY ? "summary" : path;
    }

    public String path(PersonId person) {
        return "/persons/" + person + (path.isEmpty() ? "" : "/" + path);
    }
}
