package lv.vmis.register.ban;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.LegalBases;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of entry bans. */
@RestController
class BanPages {

    private static final int PAGE = 50;
    private static final String ALL = "all";

    private final Bans bans;
    private final LegalBases bases;
    private final Looks looks;
    private final Templates html;

    BanPages(Bans bans, LegalBases bases, Looks looks, Templates html) {
        this.bans = bans;
        this.bases = bases;
        this.looks = looks;
        this.html = html;
    }

    /** The bans an institution keeps are its task list, so no case has to be named to see them. */
    @Allow(Right.SEE_PERSON)
    @GetMapping("/bans")
    JteModel list(
            Frame f,
            Actor by,
            @RequestParam(defaultValue = "IN_FORCE") String state,
            @RequestParam(defaultValue = ALL) String territory,
            @RequestParam(defaultValue = ALL) String institution,
            @RequestParam(required = false) @Nullable UUID after) {
        var rows = looks.at(
                by,
                "ban.list",
                Purpose.TASK_LIST,
                () -> bans.list(
                        code(state),
                        territory.equals(ALL) ? null : territory,
                        institution.equals(ALL) ? null : institution,
                        f.today(),
                        after,
                        PAGE + 1),
                found -> found.stream()
                        .limit(PAGE)
                        .map(BanRow::personId)
                        .distinct()
                        .toList());
        var more = rows.size() > PAGE;
        return html.banList(f, bases, more ? rows.subList(0, PAGE) : rows, more, state, territory, institution);
    }

    private static BanState.@Nullable Code code(String state) {
        for (var code : BanState.Code.values()) {
            if (code.name().equals(state)) {
                return code;
            }
        }
        return null;
    }
}
