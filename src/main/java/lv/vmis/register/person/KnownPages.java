package lv.vmis.register.person;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Mistakes;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Outcome.Done;
import lv.vmis.register.kernel.Outcome.Refused;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.reference.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole person as the register knew him at a past moment (P9). */
@RestController
class KnownPages {

    private final Persons persons;
    private final Clusters clusters;
    private final PersonPast past;
    private final Facts facts;
    private final FactTexts texts;
    private final Names names;
    private final Purposes purposes;
    private final Looks looks;
    private final Templates html;
    private final Clock clock;

    KnownPages(
            Persons persons,
            Clusters clusters,
            PersonPast past,
            Facts facts,
            FactTexts texts,
            Names names,
            Purposes purposes,
            Looks looks,
            Templates html,
            Clock clock) {
        this.persons = persons;
        this.clusters = clusters;
        this.past = past;
        this.facts = facts;
        this.texts = texts;
        this.names = names;
        this.purposes = purposes;
        this.looks = looks;
        this.html = html;
        this.clock = clock;
    }

    @Allow(Right.SEE_PERSON)
    @GetMapping("/persons/{id}/known")
    ResponseEntity<JteModel> known(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String time) {
        return switch (moment(day, time)) {
            case Done<Instant>(var moment) ->
                ResponseEntity.ok(page(f, by, new PersonId(id), day, time, moment, Mistakes.NONE));
            case Refused<Instant>(var reasons) ->
                ResponseEntity.unprocessableContent()
                        .body(page(f, by, new PersonId(id), day, time, clock.instant(), new Mistakes(reasons)));
        };
    }

    private JteModel page(
            Frame f,
            Actor by,
            PersonId person,
            @Nullable String day,
            @Nullable String time,
            Instant moment,
            Mistakes mistakes) {
        return looks.at(
                by,
                "person.known",
                purposes.at(by, person),
                () -> html.personKnown(
                        f,
                        names,
                        texts,
                        persons.bar(person).orElseThrow(NotFound::new),
                        moment,
                        day,
                        time,
                        mistakes,
                        clusters.recordsKnownAt(person, moment),
                        facts.knownAt(person, moment).stream()
                                .filter(fact -> fact.kind().isOpenTo(by))
                                .toList(),
                        past.findings(person, moment),
                        past.decisions(person, moment),
                        past.bans(person, moment)),
                _ -> clusters.recordsKnownAt(person, moment).keySet());
    }

    /** The end of a day of which no hour is given; now, if no day is given either. */
    private Outcome<Instant> moment(@Nullable String day, @Nullable String time) {
        var now = clock.instant();
        if (day == null || day.isBlank()) {
            return Outcome.done(now);
        }
        var in = new Parse(LocalDate.now(clock));
        var date = in.pastDay("day", day);
        var hour = time == null || time.isBlank() ? new Parse.Parsed<>(LocalTime.MAX) : in.time("time", time);
        return in.into(() -> {
            var moment =
                    date.get().atTime(hour.get()).atZone(RegisterClock.RIGA).toInstant();
            return moment.isAfter(now) ? now : moment;
        });
    }
}
