package lv.vmis.register.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.MrzReading;
import org.junit.jupiter.api.Test;

/** The plan of generated people: the same for the same seed, sound documents, and steps in an order that can happen. */
class StoriesTest {

    private static final Instant END = Instant.parse("2026-11-23T09:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<Story> PLAN = plan(7);

    private static List<Story> plan(long seed) {
        return Stories.plan(seed, END, 2_000, StoriesTest::isWeekday);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static List<NewPerson> people(List<Story> plan) {
        return plan.stream()
                .flatMap(story -> story.people().stream())
                .map(Invented::entered)
                .toList();
    }

    @Test
    void the_same_seed_makes_the_same_people_and_histories() {
        assertThat(plan(7)).isEqualTo(PLAN);
    }

    @Test
    void another_seed_makes_other_people() {
        assertThat(people(plan(8))).isNotEqualTo(people(PLAN));
    }

    @Test
    void about_as_many_people_as_wanted_come_from_many_states_and_none_from_latvia() {
        assertThat(people(PLAN)).hasSizeBetween(1_990, 2_000);
        var states = people(PLAN).stream().map(NewPerson::nationality).collect(Collectors.toSet());
        assertThat(states).hasSizeGreaterThanOrEqualTo(25).doesNotContain("LVA");
    }

    @Test
    void every_document_has_its_own_number_and_a_sound_zone() {
        var numbers = new HashSet<String>();
        var zones = 0;
        for (var person : people(PLAN)) {
            var document = person.document();
            if (document == null) {
                continue;
            }
            assertThat(numbers.add(document.issuer() + document.number()))
                    .as(document.number())
                    .isTrue();
            assertThat(document.issuedOn()).isBeforeOrEqualTo(document.expiresOn());
            assertThat(document.issuedOn()).isAfterOrEqualTo(person.birthDate().earliest());
            if (document.mrz() != null) {
                zones++;
                assertThat(mrz(document.mrz()).isSound()).as(document.mrz()).isTrue();
                assertThat(mrz(document.mrz()).documentNumber()).isEqualTo(document.number());
            }
        }
        assertThat(zones).isGreaterThan(1_000);
    }

    static Mrz mrz(String zone) {
        var reading = Mrz.read(zone, TODAY);
        assertThat(reading).isInstanceOf(MrzReading.Read.class);
        return ((MrzReading.Read) reading).mrz();
    }

    @Test
    void names_agree_with_the_sex() {
        for (var person : people(PLAN)) {
            if (person.nationality().equals("RUS") && person.patronymic() != null) {
                assertThat(person.patronymic().endsWith(person.sex().equals("M") ? "ich" : "na"))
                        .as(person.toString())
                        .isTrue();
                assertThat(person.familyName().endsWith("a"))
                        .as(person.toString())
                        .isEqualTo(person.sex().equals("F"));
            }
        }
    }

    @Test
    void nothing_happens_after_now_or_before_ten_years_ago() {
        for (var story : PLAN) {
            assertThat(story.steps()).isNotEmpty();
            assertThat(story.steps()).allSatisfy(step -> {
                assertThat(step.at()).isBeforeOrEqualTo(END);
                assertThat(day(step)).isAfter(TODAY.minusYears(10).minusDays(1));
            });
        }
    }

    @Test
    void steps_come_in_an_order_that_can_happen() {
        for (var story : PLAN) {
            var last = new HashMap<Integer, String>();
            for (var step : story.steps()) {
                var before = last.put(step.who(), step.getClass().getSimpleName());
                assertThat(FOLLOWS.get(step.getClass().getSimpleName()))
                        .as("%s after %s in %s", step, before, story)
                        .contains(String.valueOf(before));
            }
        }
    }

    private static final Map<String, List<String>> FOLLOWS = Map.ofEntries(
            Map.entry("Found", List.of("null", "Left")),
            Map.entry("HandedOver", List.of("Found")),
            Map.entry("Detained", List.of("Found")),
            Map.entry("Prepared", List.of("Found", "HandedOver", "Detained", "Served")),
            Map.entry("Sent", List.of("Prepared", "Banned", "Returned")),
            Map.entry("Banned", List.of("Found")),
            Map.entry("Noticed", List.of("null", "Found")),
            Map.entry("Returned", List.of("Sent")),
            Map.entry("Signed", List.of("Sent")),
            Map.entry("Served", List.of("Signed")),
            Map.entry("Noted", List.of("Served", "Assessed", "Noted")),
            Map.entry("Ruled", List.of("Served", "Noted")),
            Map.entry("Released", List.of("Served", "Ruled", "Noted")),
            Map.entry("Measured", List.of("Released")),
            Map.entry("Assessed", List.of("Served", "Ruled", "Noted")),
            Map.entry("Left", List.of("Served", "Assessed", "Noted")));

    @Test
    void some_are_held_until_they_are_released_or_removed() {
        var held = 0;
        for (var story : PLAN) {
            var isHeld = false;
            for (var step : story.steps()) {
                isHeld = switch (step) {
                    case Step.Detained _ -> true;
                    case Step.Released _ -> false;
                    case Step.Left left -> {
                        assertThat(isHeld && List.of("VOLUNTARY", "ASSISTED").contains(left.returnType()))
                                .as("%s", story)
                                .isFalse();
                        yield false;
                    }
                    default -> isHeld;
                };
                held += step instanceof Step.Detained ? 1 : 0;
            }
        }
        assertThat(held).isPositive();
    }

    @Test
    void the_four_eyes_are_two_people() {
        for (var story : PLAN) {
            var preparers = new HashMap<Integer, Official>();
            for (var step : story.steps()) {
                if (step instanceof Step.Prepared || step instanceof Step.Banned) {
                    preparers.put(step.who(), step.by());
                }
                if (step instanceof Step.Signed) {
                    var preparer = Objects.requireNonNull(preparers.get(step.who()));
                    assertThat(step.by().id()).isNotEqualTo(preparer.id());
                    assertThat(step.by().institution()).isEqualTo(preparer.institution());
                }
            }
        }
    }

    @Test
    void the_work_of_today_comes_before_the_past() {
        var people = 0;
        for (var story : PLAN) {
            people += story.people().size();
            if (people > 180) {
                return;
            }
            var first = story.steps().getFirst();
            assertThat(day(first)).isAfter(TODAY.minusYears(3));
        }
    }

    private static LocalDate day(Step step) {
        return LocalDate.ofInstant(step.at(), RegisterClock.RIGA);
    }
}
