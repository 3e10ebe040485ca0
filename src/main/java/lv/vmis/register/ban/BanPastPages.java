package lv.vmis.register.ban;

import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What has become of bans since a moment, how many were in force as the register knew it, and which contradict each other. */
@RestController
class BanPastPages {

    private static final int PAGE = 50;

    private static final int MOST = 200;

    private final BanPast past;
    private final BanWords words;
    private final Names names;
    private final Looks looks;
    private final TransactionTemplate reading;
    private final Templates html;

    BanPastPages(
            BanPast past,
            BanWords words,
            Names names,
            Looks looks,
            PlatformTransactionManager transactions,
            Templates html) {
        this.past = past;
        this.words = words;
        this.names = names;
        this.looks = looks;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.html = html;
    }

    /** A week back when nothing is asked. */
    @Allow(Right.SEE_PERSON)
    @GetMapping("/bans/changes")
    ResponseEntity<JteModel> changes(
            Frame f,
            Actor by,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String time,
            @RequestParam(defaultValue = BanFilter.ALL) String territory,
            @RequestParam(required = false) @Nullable UUID after) {
        var day = Objects.requireNonNullElseGet(since, () -> f.day(f.today().minusDays(7)));
        var at = Objects.requireNonNullElse(time, "00:00");
        var in = new Parse(f.today());
        var moment = in.moment("since", day, "time", at);
        refuseFuture(in, moment.orNull(), f, "since");
        return switch (in.into(moment::get)) {
            case Done<Instant>(var from) -> {
                var rows = looks.searching(
                                by,
                                "ban.changes",
                                Purpose.TASK_LIST,
                                Map.of("since", from.toString(), "territory", territory),
                                () -> past.since(
                                        from, territory.equals(BanFilter.ALL) ? null : territory, after, PAGE + 1),
                                found -> found.stream()
                                        .map(BanChange::personId)
                                        .distinct()
                                        .toList())
                        .value();
                var shown = rows.stream().limit(PAGE).toList();
                var next = rows.size() > PAGE ? next(day, at, territory, shown.getLast()) : null;
                yield ResponseEntity.ok(html.banChanges(f, names, day, at, territory, shown, next, Mistakes.NONE));
            }
            case Refused<Instant>(var reasons) ->
                ResponseEntity.unprocessableContent()
                        .body(html.banChanges(f, names, day, at, territory, List.of(), null, new Mistakes(reasons)));
        };
    }

    /** The address of the page that follows after a ban. */
    private static String next(String since, String time, String territory, BanChange last) {
        return UriComponentsBuilder.fromPath("/bans/changes")
                .queryParam("since", "{since}")
                .queryParam("time", "{time}")
                .queryParam("territory", "{territory}")
                .queryParam("after", last.id())
                .encode()
                .buildAndExpand(since, time, territory)
                .toUriString();
    }

    /** Figures only: nobody is named. */
    @Allow(Right.SELECT_PERSONS)
    @GetMapping("/bans/figures")
    ResponseEntity<JteModel> figures(
            Frame f,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable String time) {
        var on = Objects.requireNonNullElseGet(day, () -> f.day(f.today()));
        var until = Objects.requireNonNullElseGet(known, () -> f.day(f.today()));
        var at = Objects.requireNonNullElseGet(time, () -> f.time(f.now()));
        var in = new Parse(f.today());
        var asked = in.day("day", on);
        var moment = in.moment("known", until, "time", at);
        refuseFuture(in, moment.orNull(), f, "known");
        record Asked(LocalDate day, Instant moment) {}
        return switch (in.into(() -> new Asked(asked.get(), moment.get()))) {
            case Done<Asked>(var what) -> {
                // Whoever names a minute means what was known at its end.
                var end = what.moment().plus(Duration.ofMinutes(1)).minusNanos(1);
                var counts = Objects.requireNonNull(
                        reading.execute(_ -> past.counts(what.day(), end.isAfter(f.now()) ? f.now() : end)));
                yield ResponseEntity.ok(html.banFigures(f, names, words, on, until, at, counts, Mistakes.NONE));
            }
            case Refused<Asked>(var reasons) ->
                ResponseEntity.unprocessableContent()
                        .body(html.banFigures(f, names, words, on, until, at, List.of(), new Mistakes(reasons)));
        };
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/bans/contradictions")
    JteModel contradictions(Frame f, Actor by) {
        var rows = looks.at(
                by,
                "ban.contradictions",
                Purpose.TASK_LIST,
                () -> past.contradictions(MOST),
                found -> found.stream()
                        .map(BanContradiction::personId)
                        .distinct()
                        .toList());
        return html.banContradictions(f, names, rows, rows.size() == MOST);
    }

    private static void refuseFuture(Parse in, @Nullable Instant moment, Frame f, String field) {
        if (moment != null && moment.isAfter(f.now())) {
            in.refuse(field, BanRefusal.SINCE_IN_FUTURE, f.moment(f.now()));
        }
    }
}
