package lv.vmis.register.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.training.Chapters.Kind;

/** What waits on the desktops today: a few cases of every kind, stopped where somebody has to go on. */
final class TodaysWork {

    private static final Official RIGA = Official.of("inspektore");
    private static final Official DAUGAVPILS = Official.of("inspektors");
    private static final Official OFFICE = Official.of("lietvede");
    private static final Official OFFICE_DAUGAVPILS = Official.of("lietvedis");

    private final Stories stories;
    private final Random random;
    private final Instant end;
    private final List<Story> all = new ArrayList<>();

    TodaysWork(Stories stories, Random random, Instant end) {
        this.stories = stories;
        this.random = random;
        this.end = end;
    }

    List<Story> stories() {
        // One of each for everybody first, so that no desktop stays empty while the rest is made.
        for (var round = 0; round < 5; round++) {
            for (var worker : List.of(RIGA, DAUGAVPILS, OFFICE, OFFICE_DAUGAVPILS)) {
                work(worker, round);
            }
            handedOver(round);
            handedOver(round + 5);
            banned(round);
        }
        return all;
    }

    private void work(Official worker, int round) {
        var removal = round % 2 == 1;
        undecided(worker, round);
        add(worker, hours(3 + 26 * round), course -> course.find().prepare(removal, 14));
        add(
                worker,
                hours(1 + 9 * round),
                course -> course.find().prepare(removal, 7 + round).send(4));
        if (round < 2) {
            add(
                    worker,
                    hours(5 + 20 * round),
                    course -> course.find().prepare(removal, 10).send(5).giveBack(10));
        }
        if (round < 4) {
            add(
                    worker,
                    hours(2 + 22 * round),
                    course -> course.find().prepare(removal, 15).send(5).sign(6));
            ordered(worker, 14, 14);
            ordered(worker, 7, 8 + 3 * round);
        }
        if (worker.institution().equals("VRS")) {
            add(
                    worker,
                    hours(30 + 47 * round),
                    course -> course.find()
                            .detain()
                            .prepare(true, 0)
                            .send(3)
                            .sign(4)
                            .serve(5));
        }
        ordered(worker, 30, 3 * round);
        removal(worker, 1 + 6 * round, round);
    }

    /** A case that nobody has begun to decide. */
    private void undecided(Official worker, int round) {
        var family = round == 2;
        var start = before(hours(2 + 31 * round));
        var kind = kind(worker);
        var day = start.atZone(RegisterClock.RIGA).toLocalDate();
        var found = family ? stories.family(kind, day) : stories.alone(kind, day);
        var course = always(start);
        new CaseCourse(course, found, kind, worker, random).find();
        all.add(new Story(found, course.steps()));
    }

    /** Decisions that only ban wait in every place, and notices wait or are entered. */
    private void banned(int round) {
        var worker = round % 2 == 0 ? OFFICE : RIGA;
        add(worker, hours(3 + 17 * round), course -> {
            course.find().ban(12 * (1 + round));
            if (round > 0) {
                course.send(4);
            }
            if (round > 2) {
                course.sign(5);
            }
        });
        var reference =
                "01-%d/%d".formatted(100 + round, end.atZone(RegisterClock.RIGA).getYear());
        var isEntered = round < 3;
        add(OFFICE, hours(4 + 21 * round), course -> {
            if (!isEntered) {
                course.find();
            }
            course.noticed(reference, isEntered);
        });
    }

    private void handedOver(int round) {
        var start = before(hours(9 + 20 * round));
        var found = stories.alone(Kind.INLAND, start.atZone(RegisterClock.RIGA).toLocalDate());
        var course = always(start);
        new CaseCourse(course, found, Kind.INLAND, round % 3 == 0 ? DAUGAVPILS : RIGA, random)
                .find()
                .handOver();
        all.add(new Story(found, course.steps()));
    }

    /** An order served some days ago: the last day to leave is its term later. */
    private void ordered(Official worker, int term, int servedDaysAgo) {
        add(
                worker,
                Duration.ofDays(servedDaysAgo).plusMinutes(25 + random.nextInt(20)),
                course -> course.find().prepare(false, term).send(3).sign(4).serve(5));
    }

    /** Of every three one waits for everything, one is assessed, and one only for the day that is set. */
    private void removal(Official worker, int daysAgo, int round) {
        add(worker, Duration.ofDays(daysAgo).plusMinutes(35), course -> {
            course.find().prepare(true, 0).send(3).sign(4).serve(5);
            if (round % 3 != 2) {
                course.assess();
            }
            if (round % 3 == 0) {
                course.schedule(daysAgo + 1 + round);
            }
        });
    }

    private void add(Official worker, Duration ago, Consumer<CaseCourse> happened) {
        var start = before(ago);
        var kind = kind(worker);
        var found = stories.alone(kind, start.atZone(RegisterClock.RIGA).toLocalDate());
        var course = always(start);
        happened.accept(new CaseCourse(course, found, kind, worker, random));
        all.add(new Story(found, course.steps()));
    }

    private Kind kind(Official worker) {
        return worker.institution().equals("PMLP")
                ? Kind.OFFICE
                : worker.equals(DAUGAVPILS) && random.nextInt(3) > 0 ? Kind.GREEN_BORDER : Kind.INLAND;
    }

    private Instant before(Duration ago) {
        return end.minus(ago).minus(Duration.ofMinutes(random.nextInt(15)));
    }

    /** Whenever the demo is started, nothing is put off to opening hours: it has to wait on the desktops now. */
    private Course always(Instant start) {
        return new Course(start, end, null);
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
