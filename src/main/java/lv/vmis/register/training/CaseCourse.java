package lv.vmis.register.training;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import lv.vmis.register.removal.StepKind;
import lv.vmis.register.returns.EnterFinding.Facts;
import lv.vmis.register.training.Chapters.Kind;

/** What happens to people found together, from the finding to the departure or to where it stays open. */
final class CaseCourse {

    private static final Official VRS_DECIDER = Official.of("vrs.vaditajs");
    private static final Official PMLP_DECIDER = Official.of("pmlp.vaditajs");
    private static final Official ESCORT = Official.of("konvojs");

    /** A judge is asked in time before the ten days of the Border Guard end. */
    private static final int BEFORE_A_JUDGE = 8;

    private static final Duration ORDERED = Duration.ofDays(60);

    private final Course course;
    private final List<Invented> people;
    private final Kind kind;
    private final Official finder;
    private final Random random;
    private final Facts facts;
    private final int fate;
    private Official worker;
    private int term;
    private boolean left;
    private boolean isHeld;

    CaseCourse(Course course, List<Invented> people, Kind kind, Official finder, Random random) {
        this.course = course;
        this.people = people;
        this.kind = kind;
        this.finder = finder;
        this.worker = finder;
        this.random = random;
        this.fate = random.nextInt(100);
        if (isPmlp()) {
            course.inOffice();
        }
        this.facts = Chapters.facts(kind, finder.unit(), course.day(), random);
    }

    private boolean isPmlp() {
        return worker.institution().equals("PMLP");
    }

    private Official decider() {
        return isPmlp() ? PMLP_DECIDER : VRS_DECIDER;
    }

    boolean hasLeft() {
        return left && !course.isOver();
    }

    CaseCourse find() {
        for (var i = 0; i < people.size(); i++) {
            var who = i;
            course.minutes(2).then(at -> new Step.Found(at, who, finder, facts, who > 0));
        }
        return this;
    }

    /** Drafts a decision that only bans. */
    CaseCourse ban(int months) {
        course.minutes(20)
                .then(at -> new Step.Banned(at, 0, worker, Chapters.ban(worker.institution(), facts, months)));
        return this;
    }

    /** A minister has banned the person; the office has received his notice, and perhaps entered it. */
    CaseCourse noticed(String reference, boolean isEntered) {
        course.minutes(5)
                .then(at ->
                        new Step.Noticed(at, 0, worker, "AM_MINISTRS", reference, Chapters.ofMinister(), isEntered));
        return this;
    }

    CaseCourse handOver() {
        course.minutes(30 + random.nextInt(200));
        for (var i = 0; i < people.size(); i++) {
            var who = i;
            course.minutes(1)
                    .then(at -> new Step.HandedOver(
                            at,
                            who,
                            finder,
                            "Konstatēts pārkāpums, par kuru lemj Pilsonības un migrācijas lietu pārvalde (Ministru kabineta"
                                    + " noteikumu Nr. 122 8. punkts)."));
        }
        worker = random.nextInt(4) == 0 ? Official.of("lietvedis") : Official.of("lietvede");
        return this;
    }

    /** Detains whoever was found alone and is grown up; the Border Guard only. */
    CaseCourse detain() {
        if (people.size() > 1 || isPmlp() || people.getFirst().born().ageOn(course.day()) < 18) {
            return this;
        }
        var ground = kind == Kind.GREEN_BORDER
                ? "ILLEGAL_CROSSING"
                : random.nextInt(3) == 0 ? "HIDES_IDENTITY" : "NO_PLACE_OF_STAY";
        var east = List.of("VRS_DAUGAVPILS_IMIGRACIJA", "VRS_LUDZA_IMIGRACIJA", "VRS_VILAKA_IMIGRACIJA");
        // The centre Mucenieki was opened in 2017.
        var place = east.contains(worker.unit()) || course.day().getYear() < 2017
                ? "VRS_AAIC_DAUGAVPILS"
                : "VRS_AAIC_MUCENIEKI";
        isHeld = true;
        course.minutes(5).then(at -> new Step.Detained(at, 0, worker, ground, place));
        return this;
    }

    /** Held until he is taken away, longer than a week by the decision of a judge. */
    private void hold(int days) {
        if (isHeld && days > BEFORE_A_JUDGE) {
            var number =
                    "KD-%04d-%d".formatted(random.nextInt(10_000), course.day().getYear() % 100);
            course.days(BEFORE_A_JUDGE).then(at -> new Step.Ruled(at, 0, worker, number, ORDERED));
            course.days(days - BEFORE_A_JUDGE);
        } else {
            course.days(days);
        }
        // His removal ends the detention with it.
        isHeld = false;
    }

    private void release(String reason) {
        if (isHeld) {
            isHeld = false;
            course.then(at -> new Step.Released(at, 0, worker, reason));
        }
    }

    /** Prepares, signs and serves, as quickly as the body usually does. */
    CaseCourse decide(boolean removal) {
        if (isPmlp()) {
            course.days(random.nextInt(4)).minutes(random.nextInt(300)).inOffice();
        } else {
            course.minutes(40 + random.nextInt(300));
        }
        prepare(removal, 7 + random.nextInt(24));
        send(10 + random.nextInt(50));
        if (random.nextInt(14) == 0) {
            giveBack(20 + random.nextInt(60));
            send(30 + random.nextInt(90));
        }
        sign(15 + random.nextInt(isPmlp() ? 600 : 120));
        return serve(10 + random.nextInt(isPmlp() ? 2_500 : 90));
    }

    CaseCourse prepare(boolean removal, int days) {
        term = days;
        for (var i = 0; i < people.size(); i++) {
            var who = i;
            var person = people.get(i);
            var child = person.born().ageOn(course.day()) < 18;
            var draft = removal
                    ? Chapters.removal(worker.institution(), facts, person.country(), child, random)
                    : Chapters.order(worker.institution(), facts, child || isRemovedLater(), days, random);
            course.minutes(3).then(at -> new Step.Prepared(at, who, worker, draft));
        }
        return this;
    }

    CaseCourse send(int minutes) {
        course.minutes(minutes);
        return each(who -> course.then(at -> new Step.Sent(at, who, worker)));
    }

    CaseCourse giveBack(int minutes) {
        course.minutes(minutes);
        return each(who -> course.then(at -> new Step.Returned(
                at, who, decider(), "Lūdzu papildināt pamatojumu ar personas paskaidrojumu un precizēt vietu.")));
    }

    CaseCourse sign(int minutes) {
        course.minutes(minutes);
        if (isPmlp()) {
            course.inOffice();
        }
        return each(who -> course.then(at -> new Step.Signed(at, who, decider())));
    }

    CaseCourse serve(int minutes) {
        course.minutes(minutes);
        if (isPmlp()) {
            course.inOffice();
        }
        return each(who -> {
            var refused = random.nextInt(25) == 0;
            var language = Chapters.language(people.get(who), random);
            course.then(at -> new Step.Served(
                    at,
                    who,
                    worker,
                    refused ? "REFUSED_TO_SIGN" : "SIGNED",
                    language,
                    refused ? "Atteicās parakstīties, lēmuma saturs izskaidrots mutiski." : null));
        });
    }

    /** Most leave in time, some late, some never; some of those are then removed. */
    CaseCourse leaveOrNot(boolean removal) {
        var roll = fate;
        if (removal) {
            if (roll >= 92) {
                if (isHeld) {
                    course.days(4);
                    release("ALTERNATIVE");
                    course.minutes(10)
                            .then(at -> new Step.Measured(
                                    at, 0, worker, "REPORTING", "Reizi nedēļā, pirmdienās no plkst. 9.00 līdz 12.00"));
                }
                course.stop();
                return this;
            }
            var days = 2 + random.nextInt(kind == Kind.GREEN_BORDER ? 20 : 60);
            schedule(days);
            hold(days);
            return assess().leave(ESCORT, roll < 60 ? "FORCED_ESCORTED" : roll < 85 ? "FORCED" : "READMISSION");
        }
        if (roll < 78) {
            course.days(1 + random.nextInt(term));
            return leave(worker, roll < 8 ? "ASSISTED" : "VOLUNTARY");
        }
        if (roll < 85) {
            course.days(term + 2 + random.nextInt(40));
            return leave(worker, "VOLUNTARY");
        }
        if (!isRemovedLater()) {
            course.stop();
            return this;
        }
        return removedAfterOrder();
    }

    /** The order is not obeyed and a removal follows; its bans count then, so that the order has none. */
    private boolean isRemovedLater() {
        return fate >= 85 && fate < 93;
    }

    private CaseCourse removedAfterOrder() {
        course.days(term + 20 + random.nextInt(300));
        if (isPmlp()) {
            course.inOffice();
        }
        for (var i = 0; i < people.size(); i++) {
            var who = i;
            var person = people.get(i);
            var draft = Chapters.afterOrder(worker.institution(), facts, person.country(), random);
            course.minutes(3).then(at -> new Step.Prepared(at, who, worker, draft));
        }
        send(15);
        sign(45);
        serve(60);
        var days = 3 + random.nextInt(30);
        schedule(days);
        course.days(days);
        return assess().leave(ESCORT, "FORCED_ESCORTED");
    }

    CaseCourse leaveAtOnce() {
        course.minutes(20);
        return leave(worker, "VOLUNTARY");
    }

    /** The time of the removal is set, and the foreigner is told, as soon as the decision is served. */
    CaseCourse schedule(int days) {
        return each(who -> {
            course.then(at -> new Step.Noted(at, who, ESCORT, StepKind.MEDICAL_CHECK, "FIT", null));
            course.then(at ->
                    new Step.Noted(at, who, ESCORT, StepKind.SCHEDULED, "FLIGHT", at.plus(Duration.ofDays(days))));
            course.then(at -> new Step.Noted(at, who, ESCORT, StepKind.NOTIFIED, "SIGNED", null));
        });
    }

    CaseCourse assess() {
        return each(who -> course.then(at -> new Step.Assessed(at, who, worker)));
    }

    CaseCourse leave(Official by, String returnType) {
        var first = people.getFirst();
        var point = facts.crossingPoint() == null || kind != Kind.AT_EXIT
                ? Chapters.exit(first.country(), random)
                : facts.crossingPoint();
        left = true;
        course.minutes(60);
        return each(who -> course.then(
                at -> new Step.Left(at, who, by, point, people.get(who).country(), returnType)));
    }

    private CaseCourse each(IntConsumer step) {
        for (var i = 0; i < people.size(); i++) {
            course.minutes(1);
            step.accept(i);
        }
        return this;
    }
}
