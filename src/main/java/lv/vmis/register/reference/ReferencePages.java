package lv.vmis.register.reference;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.ReferenceLists.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The code lists, the working-day calculator and the data dictionary. */
@RestController
class ReferencePages {

    private static final int MOST_DAYS = 500;
    private static final int LONGEST_TEXT = 100;
    private static final int PAGE = 100;

    private final ReferenceLists lists;
    private final DataDictionary dictionary;
    private final WorkingDays workingDays;
    private final Holidays holidays;
    private final Clock clock;
    private final Templates html;

    ReferencePages(
            ReferenceLists lists,
            DataDictionary dictionary,
            WorkingDays workingDays,
            Holidays holidays,
            Clock clock,
            Templates html) {
        this.lists = lists;
        this.dictionary = dictionary;
        this.workingDays = workingDays;
        this.holidays = holidays;
        this.clock = clock;
        this.html = html;
    }

    @Allow(Right.SEE_REFERENCE)
    @GetMapping("/reference")
    JteModel lists(Frame f) {
        return html.referenceLists(f, lists.all());
    }

    @Allow(Right.SEE_REFERENCE)
    @GetMapping("/reference/{list}")
    JteModel list(
            Frame f,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") String after) {
        var table = lists.find(list, f.language()).orElseThrow(NotFound::new);
        var wanted = shortened(q).strip();
        var found = filtered(table, wanted);
        var first = first(after, found.rows().size());
        var page = new Table(
                found.summary(),
                found.columns(),
                found.rows().subList(first, Math.min(first + PAGE, found.rows().size())));
        return html.referenceList(f, page, first, found.rows().size(), wanted);
    }

    private static int first(String after, int rows) {
        try {
            return Math.clamp(Integer.parseInt(after), 0, rows);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static Table filtered(Table table, String wanted) {
        var folded = Folded.of(wanted);
        if (folded.isEmpty()) {
            return table;
        }
        return new Table(
                table.summary(),
                table.columns(),
                table.rows().stream()
                        .filter(row ->
                                row.stream().anyMatch(cell -> Folded.of(cell).contains(folded)))
                        .toList());
    }

    @Allow(Right.SEE_REFERENCE)
    @GetMapping("/reference/working-days")
    ResponseEntity<JteModel> workingDays(
            Frame f,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String days) {
        if (from == null && days == null) {
            return ResponseEntity.ok(html.referenceWorkingDays(f, Mistakes.NONE, "", "", null));
        }
        var parse = new Parse(LocalDate.now(clock));
        var first = parse.day("from", from);
        var number = parse.number("days", days, 0, MOST_DAYS);
        var counted = parse.into(() -> {
            var last = workingDays.plus(first.get(), number.get());
            return new Counted(first.get(), number.get(), last, holidays.between(first.get(), last, f.language()));
        });
        var typedFrom = shortened(from);
        var typedDays = shortened(days);
        return switch (counted) {
            case Done<Counted>(var value) ->
                ResponseEntity.ok(html.referenceWorkingDays(f, Mistakes.NONE, typedFrom, typedDays, value));
            case Refused<Counted>(var mistakes) ->
                ResponseEntity.unprocessableContent()
                        .body(html.referenceWorkingDays(f, new Mistakes(mistakes), typedFrom, typedDays, null));
        };
    }

    private static String shortened(@Nullable String typed) {
        var text = Objects.requireNonNullElse(typed, "");
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    @Allow(Right.SEE_REFERENCE)
    @GetMapping("/reference/dictionary")
    JteModel dictionary(Frame f, @RequestParam(defaultValue = "") String q) {
        var wanted = shortened(q).strip();
        var folded = Folded.of(wanted);
        var tables = dictionary.tables().stream()
                .map(table -> folded.isEmpty() || Folded.of(table.name()).contains(folded)
                        ? table
                        : new DataDictionary.Described(
                                table.name(),
                                table.owner(),
                                table.text(),
                                table.source(),
                                table.retention(),
                                table.columns().stream()
                                        .filter(column -> Folded.of(column.name() + " " + column.item() + " "
                                                        + column.dataClass() + " " + column.text())
                                                .contains(folded))
                                        .toList()))
                .filter(table -> !table.columns().isEmpty())
                .toList();
        return html.referenceDictionary(f, tables, wanted);
    }
}
