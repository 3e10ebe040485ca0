package lv.vmis.register.training;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.training.Chapters.Kind;

/**
 * Plans the histories of the generated people: first the fixed people, then the work that waits today, then ten years of
 * ordinary cases. The same seed, day and number of people give the same plan, so that a restart goes on with it.
 */
final class Stories {

    private static final int YEARS = 10;

    /** How the cases of a year compare: quiet before 2020, the wave over the Belarusian border from 2021. */
    private static final int[] WEIGHTS = {6, 7, 7, 8, 5, 11, 14, 15, 13, 8, 6};

    private final Random random;
    private final People people;
    private final Instant end;
    private final LocalDate today;
    private final Predicate<LocalDate> worked;

    private Stories(long seed, Instant end, Predicate<LocalDate> worked) {
        this.random = new Random(seed);
        this.people = new People(Cultures.read());
        this.end = end;
        this.today = LocalDate.ofInstant(end, RegisterClock.RIGA);
        this.worked = worked;
    }

    /** The plan up to a moment, for about so many people. */
    static List<Story> plan(long seed, Instant end, int wanted, Predicate<LocalDate> worked) {
        return new Stories(seed, end, worked).plan(wanted);
    }

    private List<Story> plan(int wanted) {
        var stories = new ArrayList<Story>(FixedPeople.stories(today, end));
        stories.addAll(new TodaysWork(this, random, end).stories());
        var made = stories.stream().mapToInt(story -> story.people().size()).sum();
        var history = new ArrayList<Story>();
        while (made < wanted) {
            var story = ordinary();
            if (!story.steps().isEmpty()) {
                history.add(story);
                made += story.people().size();
            }
        }
        // As it happened: numbers of cases and decisions then follow the calendar.
        history.sort((one, other) ->
                one.steps().getFirst().at().compareTo(other.steps().getFirst().at()));
        stories.addAll(history);
        var all = new ArrayList<Story>();
        var left = wanted;
        for (var story : stories) {
            if (story.people().size() <= left) {
                all.add(story);
                left -= story.people().size();
            }
        }
        return List.copyOf(all);
    }

    /** One person found so on the day. */
    List<Invented> alone(Kind kind, LocalDate day) {
        return List.of(people.single(culture(kind, day), day, kind == Kind.GREEN_BORDER, random));
    }

    List<Invented> family(Kind kind, LocalDate day) {
        return people.family(culture(kind, day), day, kind == Kind.GREEN_BORDER, random);
    }

    private Culture culture(Kind kind, LocalDate day) {
        if (kind != Kind.GREEN_BORDER) {
            return people.cultures().any(random);
        }
        var wave = !day.isBefore(LocalDate.of(2021, 6, 1)) && day.isBefore(LocalDate.of(2025, 1, 1));
        var countries = wave
                ? List.of(
                        "IRQ", "IRQ", "IRQ", "AFG", "AFG", "SYR", "SYR", "IRN", "IND", "ETH", "SOM", "EGY", "TUR",
                        "PAK", "LKA")
                : List.of("VNM", "VNM", "RUS", "IND", "AFG", "BGD", "PAK", "ETH", "SOM", "UZB", "TJK", "NGA", "GEO");
        return people.cultures().of(Culture.any(countries, random));
    }

    private Story ordinary() {
        var start = moment();
        var day = start.atZone(RegisterClock.RIGA).toLocalDate();
        var roll = random.nextInt(100);
        var wave = day.getYear() >= 2021 && day.getYear() <= 2024;
        var border = wave ? 42 : 16;
        var kind = roll < border
                ? Kind.GREEN_BORDER
                : roll < border + 22 ? Kind.OFFICE : roll < border + 34 ? Kind.AT_EXIT : Kind.INLAND;
        var found = random.nextInt(100) < (kind == Kind.GREEN_BORDER ? 9 : 4) && kind != Kind.AT_EXIT
                ? family(kind, day)
                : alone(kind, day);
        var course = new Course(start, end, worked);
        var handedOver = kind == Kind.INLAND && random.nextInt(6) == 0;
        var its = new CaseCourse(course, found, kind, finder(kind), random);
        its.find();
        if (handedOver) {
            its.handOver();
        }
        var removal = kind == Kind.GREEN_BORDER || (kind == Kind.INLAND && random.nextInt(5) == 0);
        if (removal && random.nextInt(3) > 0) {
            its.detain();
        }
        its.decide(removal);
        if (kind == Kind.AT_EXIT) {
            its.leaveAtOnce();
        } else {
            its.leaveOrNot(removal);
        }
        // Some come back while the ban runs, or after it, and are found again.
        if (found.size() == 1 && its.hasLeft() && random.nextInt(18) == 0) {
            course.days(60 + random.nextInt(700));
            var again = new CaseCourse(course, found, Kind.INLAND, finder(Kind.INLAND), random);
            again.find();
            again.decide(true);
            again.leaveOrNot(true);
        }
        return new Story(found, inOrder(course.steps()));
    }

    static List<Step> inOrder(List<Step> steps) {
        return steps.stream()
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    Official finder(Kind kind) {
        return switch (kind) {
            case OFFICE -> random.nextInt(4) == 0 ? Official.of("lietvedis") : Official.of("lietvede");
            case INLAND ->
                switch (random.nextInt(6)) {
                    case 0 -> Official.of("inspektors");
                    case 1 -> Official.of("inspektors", "VRS_VENTSPILS_IMIGRACIJA");
                    default -> Official.of("inspektore");
                };
            case AT_EXIT ->
                random.nextInt(4) == 0 ? Official.of("inspektors", "VRS_LUDZA_IMIGRACIJA") : Official.of("inspektore");
            case GREEN_BORDER ->
                switch (random.nextInt(5)) {
                    case 0 -> Official.of("inspektors", "VRS_LUDZA_IMIGRACIJA");
                    case 1 -> Official.of("inspektors", "VRS_VILAKA_IMIGRACIJA");
                    default -> Official.of("inspektors");
                };
        };
    }

    /** A moment of the last ten years, by the weights of the years. */
    private Instant moment() {
        var sum = 0;
        for (var weight : WEIGHTS) {
            sum += weight;
        }
        while (true) {
            var at = random.nextInt(sum);
            var year = today.getYear() - YEARS;
            for (var weight : WEIGHTS) {
                at -= weight;
                if (at < 0) {
                    break;
                }
                year++;
            }
            var day = LocalDate.ofYearDay(Math.min(year, today.getYear()), 1 + random.nextInt(365));
            var moment = day.atTime(LocalTime.of(random.nextInt(24), random.nextInt(60)))
                    .atZone(RegisterClock.RIGA)
                    .toInstant();
            if (day.isBefore(today.minusDays(1)) && day.isAfter(today.minusYears(YEARS))) {
                return moment;
            }
        }
    }
}
