package lv.vmis.register.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A person who may be the one searched for, with what agrees. */
public record PersonHit(
        PersonId id,
        long number,
        String kind,
        String familyName,
        @Nullable String givenNames,
        PartialDate birthDate,
        String sex,
        String nationalitiesLv,
        String nationalitiesEn,
        @Nullable String document,
        int bans,
        int pendingBans,
        int openDecisions,
        boolean numberAgrees,
        boolean documentAgrees,
        boolean codeAgrees,
        boolean nameAgrees,
        double nameLikeness,
        boolean birthAgrees,
        boolean nationalityAgrees) {

    public String name() {
        var family = familyName.toUpperCase(Locale.ROOT);
        return givenNames == null ? family : family + " " + givenNames;
    }

    public String shownNumber() {
        return "P-%07d".formatted(number);
    }

    /** Keys of the texts that say what agrees. */
    public List<String> reasons() {
        var reasons = new ArrayList<String>();
        add(reasons, numberAgrees, "number");
        add(reasons, documentAgrees, "document");
        add(reasons, codeAgrees, "code");
        add(reasons, nameAgrees, "name");
        add(reasons, !nameAgrees && nameLikeness >= PersonSearch.LIKE, "name-like");
        add(reasons, birthAgrees, "birth");
        add(reasons, nationalityAgrees, "nationality");
        add(reasons, !kind.equals("PRIMARY"), "other-identity");
        return List.copyOf(reasons);
    }

    private static void add(List<String> reasons, boolean holds, String reason) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
