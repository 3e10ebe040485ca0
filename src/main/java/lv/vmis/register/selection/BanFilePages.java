package lv.vmis.register.selection;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lv.vmis.pages.Templates;
import lv.vmis.register.ban.BanFilter;
import lv.vmis.register.ban.BanList;
import lv.vmis.register.ban.BanQuery;
import lv.vmis.register.ban.BanRow;
import lv.vmis.register.ban.BanWords;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of bans as a file, ban by ban; one longer than an official may take alone goes as a selection, by four eyes. */
@RestController
class BanFilePages {

    private static final Purpose STATISTICS = Purpose.of("STATISTICS");

    private final BanList bans;
    private final BanWords words;
    private final Countries countries;
    private final Names names;
    private final ListFile file;
    private final Exports exports;
    private final Purposes purposes;
    private final Templates html;

    BanFilePages(
            BanList bans,
            BanWords words,
            Countries countries,
            Names names,
            ListFile file,
            Exports exports,
            Purposes purposes,
            Templates html) {
        this.bans = bans;
        this.words = words;
        this.countries = countries;
        this.names = names;
        this.file = file;
        this.exports = exports;
        this.purposes = purposes;
        this.html = html;
    }

    @Allow(Right.SELECT_PERSONS)
    @GetMapping("/bans/file")
    ResponseEntity<JteModel> page(Frame f, Actor by, @ModelAttribute BanFilter filter) {
        // Asked for here, where it leads back to this page: a form that was sent cannot be gone back to.
        purpose(by);
        return switch (filter.parse(countries, f.today())) {
            case Done<BanQuery>(var query) -> ResponseEntity.ok(page(f, filter, words.of(query, f), Mistakes.NONE));
            case Refused<BanQuery>(var reasons) -> refused(f, filter, Map.of(), reasons);
        };
    }

    @Allow(Right.SELECT_PERSONS)
    @PostMapping("/bans/file")
    @Nullable
    ResponseEntity<JteModel> file(
            Frame f,
            Actor by,
            @ModelAttribute BanFilter filter,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        return switch (filter.parse(countries, f.today())) {
            case Refused<BanQuery>(var reasons) -> refused(f, filter, Map.of(), reasons);
            case Done<BanQuery>(var query) -> {
                try {
                    file.send(
                            content(query, by, f),
                            FileFormat.of(format),
                            purpose(by),
                            exports.alone(),
                            by,
                            f,
                            response);
                    yield null;
                } catch (ListFile.TooLong _) {
                    var tooMany = Refusal.of(SelectionRefusal.TOO_MANY_BANS, exports.alone());
                    yield refused(f, filter, words.of(query, f), List.of(tooMany));
                }
            }
        };
    }

    private ListFile.Content<BanRow> content(BanQuery query, Actor by, Frame f) {
        var isNamed = Selection.isNamedTo(by);
        var heads = new ArrayList<String>();
        if (isNamed) {
            heads.addAll(List.of(f.t("ban.person"), f.t("ban.born")));
        }
        heads.addAll(List.of(
                f.t("ban.nationality"),
                f.t("ban.territory"),
                f.t("ban.state"),
                f.t("ban.from"),
                f.t("ban.to"),
                f.t("ban.term-months"),
                f.t("ban.legal-basis"),
                f.t("ban.decider"),
                f.t("ban.decision"),
                f.t("ban.decided-on")));
        return new ListFile.Content<>(
                "ban.file",
                f.t("ban.file-name", f.today().toString()),
                words.of(query, f),
                Map.of("columns", heads),
                some -> bans.find(query, null, some),
                BanRow::personId,
                heads,
                part -> part.stream().map(row -> cells(row, isNamed, f)).toList());
    }

    private List<String> cells(BanRow row, boolean isNamed, Frame f) {
        var cells = new ArrayList<String>();
        if (isNamed) {
            cells.addAll(List.of(row.name(), f.day(row.birthDate())));
        }
        cells.addAll(List.of(
                words.nationalities(row.nationalities(), f),
                f.name("ban.territory", row.territory()),
                row.supersededBy() == null || !isNamed
                        ? f.name("ban.state", row.shown())
                        : f.t("ban.state-by", f.name("ban.state", row.shown()), row.supersededBy()),
                f.day(row.fromDay()),
                row.termMonths() == null ? f.t("ban.indefinite") : f.day(row.toDay()),
                row.termMonths() == null ? "" : row.termMonths().toString(),
                names.citation(f, row.legalBasis(), row.decidedOn()),
                names.institution(f, row.decider()),
                isNamed ? row.decisionNumber() : "",
                f.day(row.decidedOn())));
        return cells;
    }

    private ResponseEntity<JteModel> refused(
            Frame f, BanFilter filter, Map<String, String> said, List<Refusal> reasons) {
        return ResponseEntity.unprocessableContent().body(page(f, filter, said, new Mistakes(reasons)));
    }

    private JteModel page(Frame f, BanFilter filter, Map<String, String> said, Mistakes mistakes) {
        return html.selectionBanFile(f, filter, said, exports.alone(), mistakes);
    }

    private Purpose purpose(Actor by) {
        return by.may(Right.SEARCH) ? purposes.searching(by) : STATISTICS;
    }
}
