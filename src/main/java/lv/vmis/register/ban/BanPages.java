package lv.vmis.register.ban;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Option;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of banned persons (Reg. 122 5.10–5.14), narrowed by what stands in the address. */
@RestController
class BanPages {

    private static final int PAGE = 50;

    /** @param found how many there are; more than the most that is counted: unknown how many */
    record Listed(List<BanRow> rows, int found) {}

    private final BanList bans;
    private final BanWords words;
    private final Countries countries;
    private final LegalBases bases;
    private final Names names;
    private final Looks looks;
    private final Templates html;

    BanPages(
            BanList bans,
            BanWords words,
            Countries countries,
            LegalBases bases,
            Names names,
            Looks looks,
            Templates html) {
        this.bans = bans;
        this.words = words;
        this.countries = countries;
        this.bases = bases;
        this.names = names;
        this.looks = looks;
        this.html = html;
    }

    /** The bans an institution keeps are its task list, so no case has to be named to see them. */
    @Allow(Right.SEE_PERSON)
    @GetMapping("/bans")
    ResponseEntity<JteModel> list(
            Frame f, Actor by, @ModelAttribute BanFilter filter, @RequestParam(required = false) @Nullable UUID after) {
        return switch (filter.parse(countries, f.today())) {
            case Done<BanQuery>(var query) -> ResponseEntity.ok(listed(f, by, filter, query, after));
            case Refused<BanQuery>(var reasons) ->
                ResponseEntity.unprocessableContent()
                        .body(page(f, filter, new Listed(List.of(), 0), new Mistakes(reasons)));
        };
    }

    private JteModel listed(Frame f, Actor by, BanFilter filter, BanQuery query, @Nullable UUID after) {
        var listed = looks.searching(
                        by,
                        "ban.list",
                        Purpose.TASK_LIST,
                        words.of(query, f),
                        () -> new Listed(bans.find(query, after, PAGE + 1), bans.count(query)),
                        found -> found.rows().stream()
                                .limit(PAGE)
                                .map(BanRow::personId)
                                .distinct()
                                .toList())
                .value();
        return page(f, filter, listed, Mistakes.NONE);
    }

    private JteModel page(Frame f, BanFilter filter, Listed listed, Mistakes mistakes) {
        var more = listed.rows().size() > PAGE;
        return html.banList(
                f,
                names,
                words,
                filter,
                bases.inForce("ban", f.today()).stream()
                        .map(basis -> new Option(basis.code(), basis.citation(f.language())))
                        .toList(),
                more ? listed.rows().subList(0, PAGE) : listed.rows(),
                more,
                listed.found(),
                mistakes);
    }
}
