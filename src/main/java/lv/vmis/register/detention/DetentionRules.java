package lv.vmis.register.detention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Units;
import lv.vmis.register.returns.Finding;
import lv.vmis.register.returns.Prisons;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold of a detention when it is entered, and again when it is corrected. */
@Component
class DetentionRules {

    private final ReturnCases cases;
    private final Persons persons;
    private final Detentions detentions;
    private final Prisons prisons;
    private final LegalParameters parameters;
    /** The release of who was removed: his departure by force is confirmed, and ends the detention with it. */
    static final String REMOVED = "REMOVED";

    private final Codes codes;
    private final Units units;
    private final Clock clock;

    DetentionRules(
            ReturnCases cases,
            Persons persons,
            Detentions detentions,
            Prisons prisons,
            LegalParameters parameters,
            Codes codes,
            Units units,
            Clock clock) {
        this.cases = cases;
        this.persons = persons;
        this.detentions = detentions;
        this.prisons = prisons;
        this.parameters = parameters;
        this.codes = codes;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A detention as it is to be.
     *
     * @param known itself, when it is corrected
     * @param knownAt when it was entered
     * @param until when he was released; nothing while he is held
     * @param lastResort of a minor: why no measure instead of detention is enough
     * @param ruling the decision of a judge by which it begins, if one decided before
     */
    record Planned(
            UUID caseId,
            PersonId person,
            @Nullable UUID known,
            Instant knownAt,
            Instant from,
            @Nullable Instant until,
            String ground,
            String unit,
            @Nullable String lastResort,
            RulingRules.@Nullable Ruling ruling) {}

    List<Refusal> mistakes(Planned in) {
        var day = Moments.day(in.from());
        if (!DetentionLaw.isKnownOn(day, parameters)) {
            return List.of(Refusal.at("detainedOn", DetentionRefusal.NO_LAW_THEN));
        }
        var mistakes = new ArrayList<Refusal>();
        cases.findings(in.caseId()).stream()
                .map(Finding::foundOn)
                .min(LocalDate::compareTo)
                .filter(found -> found.isAfter(day))
                .ifPresent(found -> mistakes.add(
                        Refusal.at("detainedOn", DetentionRefusal.BEFORE_FINDING, LatvianDates.numeric(found))));
        if (in.from().isAfter(clock.instant())) {
            mistakes.add(Refusal.at("detainedOn", DetentionRefusal.IN_FUTURE));
        }
        var age = parameters.get("detention.age.min", day);
        var born = persons.bar(in.person()).orElseThrow().birthDate();
        var least = parameters.years("detention.age.min", day);
        if (born.earliest().plusYears(least).isAfter(day)) {
            mistakes.add(Refusal.of(DetentionRefusal.TOO_YOUNG, age.shown(), age.cited()));
        } else if (born.latest().plusYears(least).isAfter(day)) {
            // In doubt a child is a child: his age is found out first.
            mistakes.add(Refusal.of(DetentionRefusal.MAYBE_TOO_YOUNG, age.shown(), age.cited()));
        } else if (in.lastResort() == null && detentions.isMinor(in.person(), day)) {
            mistakes.add(Refusal.at("lastResort", DetentionRefusal.LAST_RESORT_MISSING));
        }
        if (in.known() == null) {
            prisons.on(in.person(), day)
                    .ifPresent(found ->
                            mistakes.add(Refusal.at("detainedOn", DetentionRefusal.IN_PRISON, found.prison())));
        }
        detentions.of(in.person()).stream()
                .filter(other -> !other.id().equals(in.known()))
                .forEach(other -> apart(in, other, mistakes));
        if (!codes.isInForce("detention_ground", in.ground(), day)) {
            mistakes.add(Refusal.at("ground", EdgeRefusal.NOT_IN_LIST));
        }
        if (units.of("VRS", day).stream().noneMatch(unit -> unit.code().equals(in.unit()))) {
            mistakes.add(Refusal.at("unit", EdgeRefusal.NOT_IN_LIST));
        }
        var ruling = in.ruling();
        if (ruling != null) {
            mistakes.addAll(
                    RulingRules.first(ruling, in.from(), detentions.earlier(in), DetentionLaw.on(day, parameters)));
        } else if (mistakes.isEmpty() && !byGuardUntil(in).isAfter(in.from())) {
            var days = parameters.get("detention.vrs.max", day);
            mistakes.add(Refusal.at("detainedOn", DetentionRefusal.GUARD_DAYS_USED, days.shown(), days.cited()));
        }
        return mistakes;
    }

    /** By what right it begins. */
    DetentionTitle firstTitle(Planned in) {
        return in.ruling() == null
                ? new DetentionTitle(DetentionTitle.VRS, byGuardUntil(in), null, null, null)
                : in.ruling().title();
    }

    /** Until when the Border Guard may hold him by itself: what it has used of its days in the same procedure is gone. */
    Instant byGuardUntil(Planned in) {
        var law = DetentionLaw.on(Moments.day(in.from()), parameters);
        return in.from().plus(law.byGuard()).minus(detentions.byGuardBefore(in));
    }

    /** Nobody is held twice at a time. */
    private static void apart(Planned in, Detention other, List<Refusal> mistakes) {
        var released = other.releasedAt();
        if (in.until() != null && !in.until().isAfter(other.detainedAt())) {
            return;
        }
        if (released == null) {
            mistakes.add(Refusal.of(DetentionRefusal.ALREADY_DETAINED, Moments.shown(other.detainedAt())));
        } else if (released.isAfter(in.from())) {
            mistakes.add(Refusal.at(
                    "detainedOn",
                    DetentionRefusal.DETAINED_THEN,
                    Moments.shown(other.detainedAt()),
                    Moments.shown(released)));
        }
    }
}
