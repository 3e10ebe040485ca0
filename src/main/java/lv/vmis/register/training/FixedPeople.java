package lv.vmis.register.training;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.person.NewPerson;
import lv.vmis.register.person.NewPerson.NewDocument;
import lv.vmis.register.reading.MrzFormat;
import lv.vmis.register.removal.StepKind;
import lv.vmis.register.returns.EnterFinding.Facts;
import org.jspecify.annotations.Nullable;

/** Invented people who are the same in every demo, so that anybody can try the journey with their documents. */
final class FixedPeople {

    private static final Official INSPECTOR = Official.of("inspektore");
    private static final Official VRS_DECIDER = Official.of("vrs.vaditajs");
    private static final Official ESCORT = Official.of("konvojs");

    private FixedPeople() {}

    /** A fixed person. Who shows up with the zone to try may have another document than the register knows. */
    record Fixed(
            String key,
            MrzFormat format,
            String code,
            String country,
            String number,
            String shownNumber,
            String family,
            String given,
            @Nullable String original,
            boolean male,
            LocalDate born,
            LocalDate issued,
            LocalDate expires,
            String place,
            String language) {

        /** The zone of the document the person shows. */
        String mrz() {
            return People.mrz(format, code, country, shownNumber, family, given, male, born, expires);
        }

        Invented person() {
            var mrz = People.mrz(format, code, country, number, family, given, male, born, expires);
            return new Invented(
                    new NewPerson(
                            family,
                            given,
                            null,
                            original,
                            male ? "M" : "F",
                            PartialDate.of(born),
                            country,
                            place,
                            country,
                            "CITIZEN",
                            null,
                            "MRZ",
                            new NewDocument(code.equals("P") ? "P" : "ID", number, country, null, issued, expires, mrz),
                            null),
                    language);
        }
    }

    static final Fixed UNKNOWN = passport(
            "unknown",
            "UZB",
            "FA5512340",
            "Tursunov",
            "Shavkat",
            "Шавкат Турсунов",
            true,
            "1991-04-17",
            "Samarkanda",
            "uz");
    static final Fixed SCHENGEN =
            passport("schengen", "MDA", "AA7314025", "Ciobanu", "Sergiu", null, true, "1987-09-30", "Kišiņeva", "ro");
    static final Fixed LATVIA = passport(
            "latvia", "TUR", "U20417735", "Yildiz", "Murat", "Murat Yıldız", true, "1979-01-22", "Izmira", "tr");
    static final Fixed PENDING =
            passport("pending", "IND", "P4406182", "Singh", "Manpreet", null, true, "1996-11-03", "Ludhiāna", "pa");
    static final Fixed EXPIRED = passport(
            "expired", "GEO", "14AB60218", "Kapanadze", "Nino", "ნინო კაპანაძე", false, "1984-06-12", "Kutaisi", "ka");
    static final Fixed CONFUSABLE = new Fixed(
            "confusable",
            MrzFormat.TD3,
            "P",
            "VNM",
            "C80151078",
            "C8O151O78",
            "Nguyen",
            "Van An",
            "Nguyễn Văn Án",
            true,
            day("1990-03-12"),
            day("2022-05-03"),
            day("2032-05-03"),
            "Haifona",
            "vi");
    static final Fixed CARD_TD1 = new Fixed(
            "td1",
            MrzFormat.TD1,
            "ID",
            "UKR",
            "004417720",
            "004417720",
            "Kravchuk",
            "Oksana",
            "Кравчук Оксана",
            false,
            day("1993-08-25"),
            day("2023-02-14"),
            day("2033-02-14"),
            "Odesa",
            "uk");
    static final Fixed CARD_TD2 = new Fixed(
            "td2",
            MrzFormat.TD2,
            "ID",
            "MAR",
            "UX5530214",
            "UX5530214",
            "El Idrissi",
            "Youssef",
            "يوسف الإدريسي",
            true,
            day("1998-02-06"),
            day("2024-01-09"),
            day("2034-01-09"),
            "Fesa",
            "ar");
    static final Fixed NAMESAKE =
            passport("namesake", "ROU", "058812047", "Ciobanu", "Sergiu", null, true, "1987-09-30", "Jasi", "ro");
    static final Fixed UNDECIDED =
            passport("undecided", "NGA", "B50127744", "Okafor", "Chinedu", null, true, "1994-12-19", "Lagosa", "en");
    static final Fixed OVERDUE = passport(
            "overdue",
            "ARM",
            "AR2204519",
            "Petrosyan",
            "Lusine",
            "Լուսինե Պետրոսյան",
            false,
            "1989-07-08",
            "Gjumri",
            "hy");

    static final List<Fixed> ALL = List.of(
            UNKNOWN, SCHENGEN, LATVIA, PENDING, EXPIRED, CONFUSABLE, CARD_TD1, CARD_TD2, NAMESAKE, UNDECIDED, OVERDUE);

    /** People whom two officials have entered, each as he heard the name: likely duplicates to judge. */
    private static final Fixed HEARD =
            passport("heard", "UKR", "FK3301942", "Shevchenko", "Andrii", null, true, "1988-04-02", "Poltava", "uk");

    private static final Fixed HEARD_AGAIN = passport(
            "heard-again", "UKR", "FN8840016", "Ševčenko", "Andrijs", null, true, "1988-04-02", "Poltava", "uk");
    private static final Fixed READ =
            passport("read", "TJK", "400718823", "Rahmonov", "Firuz", null, true, "1992-07-15", "Hudžanda", "tg");
    private static final Fixed READ_AGAIN = passport(
            "read-again", "TJK", "401129950", "Rakhmonov", "Firouz", null, true, "1992-07-15", "Hudžanda", "tg");
    private static final Fixed STATED =
            passport("stated", "IRQ", "A15502873", "Al Rashid", "Mohammed", null, true, "1985-02-11", "Mosula", "ar");
    private static final Fixed STATED_AGAIN = passport(
            "stated-again", "IRQ", "A19930417", "Alrashid", "Muhammad", null, true, "1985-11-02", "Mosula", "ar");

    private static Fixed passport(
            String key,
            String country,
            String number,
            String family,
            String given,
            @Nullable String original,
            boolean male,
            String born,
            String place,
            String language) {
        return new Fixed(
                key,
                MrzFormat.TD3,
                "P",
                country,
                number,
                number,
                family,
                given,
                original,
                male,
                day(born),
                day("2023-03-20"),
                day("2033-03-19"),
                place,
                language);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** What the register knows of those who are in it. */
    static List<Story> stories(LocalDate today, Instant end) {
        var all = new ArrayList<Story>();
        all.add(removed(SCHENGEN, today.minusMonths(14), 36, true, true, end));
        all.add(left(LATVIA, today.minusMonths(3), 12, false, end));
        all.add(removed(PENDING, today.minusDays(9), 36, true, false, end));
        all.add(left(EXPIRED, today.minusMonths(30), 6, true, end));
        all.add(removed(CONFUSABLE, today.minusMonths(20), 60, true, true, end));
        all.add(left(CARD_TD1, today.minusMonths(5), 24, true, end));
        all.add(ordered(CARD_TD2, today.minusDays(4), 30, end));
        all.add(found(UNDECIDED, today.minusDays(2), end));
        all.add(ordered(OVERDUE, today.minusDays(25), 14, end));
        all.add(removed(HEARD, today.minusMonths(26), 60, true, true, end));
        all.add(found(HEARD_AGAIN, today.minusDays(6), end));
        all.add(left(READ, today.minusMonths(7), 12, false, end));
        all.add(ordered(READ_AGAIN, today.minusDays(5), 14, end));
        all.add(found(STATED, today.minusMonths(11), end));
        all.add(found(STATED_AGAIN, today.minusDays(3), end));
        return all;
    }

    private static Story found(Fixed who, LocalDate on, Instant end) {
        return story(who, on, end, (course, facts) -> {});
    }

    private static Story ordered(Fixed who, LocalDate on, int term, Instant end) {
        return story(who, on, end, (course, facts) -> {
            decide(course, Chapters.order("VRS", facts, term, 0, false), who);
        });
    }

    private static Story left(Fixed who, LocalDate on, int months, boolean schengen, Instant end) {
        return story(who, on, end, (course, facts) -> {
            decide(course, Chapters.order("VRS", facts, 10, months, schengen), who);
            course.days(4).then(at -> new Step.Left(at, 0, INSPECTOR, "LIDOSTA_RIGA", who.country(), "VOLUNTARY"));
        });
    }

    private static Story removed(Fixed who, LocalDate on, int months, boolean schengen, boolean executed, Instant end) {
        return story(who, on, end, (course, facts) -> {
            decide(course, Chapters.removal("VRS", facts, who.country(), months, schengen), who);
            if (executed) {
                course.days(5).then(at -> new Step.Assessed(at, 0, INSPECTOR));
                course.then(at -> new Step.Noted(at, 0, ESCORT, StepKind.MEDICAL_CHECK, "FIT", null));
                course.then(
                        at -> new Step.Noted(at, 0, ESCORT, StepKind.SCHEDULED, "FLIGHT", at.plus(Duration.ofDays(1))));
                course.then(at -> new Step.Noted(at, 0, ESCORT, StepKind.NOTIFIED, "SIGNED", null));
                course.days(1)
                        .then(at -> new Step.Left(at, 0, ESCORT, "LIDOSTA_RIGA", who.country(), "FORCED_ESCORTED"));
            }
        });
    }

    private static void decide(Course course, Draft draft, Fixed who) {
        course.minutes(45).then(at -> new Step.Prepared(at, 0, INSPECTOR, draft));
        course.minutes(10).then(at -> new Step.Sent(at, 0, INSPECTOR));
        course.minutes(30).then(at -> new Step.Signed(at, 0, VRS_DECIDER));
        course.minutes(25).then(at -> new Step.Served(at, 0, INSPECTOR, "SIGNED", who.language(), null));
    }

    private static Story story(Fixed who, LocalDate on, Instant end, BiConsumer<Course, Facts> then) {
        var start = on.atTime(LocalTime.of(10, 5)).atZone(RegisterClock.RIGA).toInstant();
        var course = new Course(start, end, null);
        var facts = new Facts(
                on,
                "INLAND",
                null,
                "Rīga, Starptautiskā autoosta",
                "Pārbaudē konstatēts, ka vīzas derīguma termiņš ir beidzies un cita uzturēšanās dokumenta nav.",
                "IL2002-1-1-6.1");
        course.then(at -> new Step.Found(at, 0, INSPECTOR, facts, false));
        then.accept(course, facts);
        return new Story(List.of(who.person()), course.steps());
    }
}
