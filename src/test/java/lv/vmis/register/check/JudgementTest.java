package lv.vmis.register.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.check.Known.Identity;
import lv.vmis.register.check.Known.Paper;
import lv.vmis.register.check.Reason.Code;
import lv.vmis.register.check.Reason.Trait;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.reading.DocumentNumbers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String NUMBER = "B1234567";

    @Property(tries = 300)
    void a_ban_holds_from_its_first_to_its_last_day(
            @ForAll @IntRange(min = -2000, max = 2000) int from, @ForAll @IntRange(min = 0, max = 2000) int length) {
        var first = DAY.plusDays(from);
        var last = first.plusDays(length);
        var known = known("1990-03-12", ban(first, last));
        var isInForce = !DAY.isBefore(first) && !DAY.isAfter(last);

        var verdict = verdict(asked(NUMBER, "1990-03-12"), known).kind();

        assertThat(verdict == CheckSlip.Verdict.BAN).isEqualTo(isInForce);
        assertThat(verdict == CheckSlip.Verdict.NO_BAN).isEqualTo(DAY.isAfter(last));
    }

    @Test
    void the_first_and_the_last_day_count_and_the_days_around_them_do_not() {
        var known = known("1990-03-12", ban(DAY, DAY.plusDays(5)));
        assertThat(on(DAY.minusDays(1), known)).isEqualTo(CheckSlip.Verdict.NEEDS_LOOK);
        assertThat(on(DAY, known)).isEqualTo(CheckSlip.Verdict.BAN);
        assertThat(on(DAY.plusDays(5), known)).isEqualTo(CheckSlip.Verdict.BAN);
        assertThat(on(DAY.plusDays(6), known)).isEqualTo(CheckSlip.Verdict.NO_BAN);
    }

    @Test
    void an_indefinite_ban_never_ends() {
        var known = known("1990-03-12", ban(DAY.minusYears(40), null));
        assertThat(on(DAY.plusYears(60), known)).isEqualTo(CheckSlip.Verdict.BAN);
    }

    @Test
    void a_ban_that_waits_for_the_departure_and_an_open_decision_need_a_look() {
        assertThat(verdict(asked(NUMBER, "1990-03-12"), known("1990-03-12", ban(null, null))))
                .isInstanceOfSatisfying(Verdict.NeedsLook.class, look -> {
                    assertThat(look.reasons()).extracting(Reason::standing).containsExactly(Standing.BAN_WAITS);
                    assertThat(look.bans()).hasSize(1);
                });
        var open = new Known(
                PersonId.next(), 1, List.of(identity("1990-03-12")), papers(), List.of(), List.of("VRS-R-2026-00001"));
        assertThat(verdict(asked(NUMBER, "1990-03-12"), open).why())
                .extracting(Reason::standing)
                .containsExactly(Standing.DECISION_OPEN);
    }

    @Property(tries = 200)
    void a_partial_birth_date_contradicts_only_dates_outside_it(
            @ForAll @IntRange(min = 1989, max = 1991) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 28) int day) {
        var known = known("1990-05-00", ban(DAY, null));
        var asked = asked(NUMBER, "%04d-%02d-%02d".formatted(year, month, day));

        var verdict = verdict(asked, known);

        assertThat(verdict.kind() == CheckSlip.Verdict.BAN).isEqualTo(year == 1990 && month == 5);
        if (year != 1990 || month != 5) {
            assertThat(verdict.why()).extracting(Reason::code).containsExactly(Code.DOCUMENT_OF_ANOTHER);
        }
    }

    @Test
    void the_document_of_somebody_born_on_another_day_needs_a_look_even_without_a_ban() {
        var look = verdict(asked(NUMBER, "1991-03-12"), known("1990-03-12"));
        assertThat(look.why()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo(Code.DOCUMENT_OF_ANOTHER);
            assertThat(reason.agrees()).contains(Trait.DOCUMENT);
            assertThat(reason.differs()).contains(Trait.BIRTH_DATE);
        });
    }

    @Test
    void a_number_read_with_O_for_0_is_the_same_document() {
        assertThat(verdict(asked("B1O3", "1990-03-12"), paper("B103")).kind()).isEqualTo(CheckSlip.Verdict.BAN);
        assertThat(verdict(asked("B1O3", "1991-03-12"), paper("B103")).kind()).isEqualTo(CheckSlip.Verdict.NO_BAN);
    }

    @Test
    void the_same_number_of_another_state_needs_a_look() {
        var other = asked(NUMBER, "IND", "IND", "1990-03-12", null, null, true);
        assertThat(verdict(other, known("1990-03-12", ban(DAY, null))).why())
                .extracting(Reason::code)
                .containsExactly(Code.DOCUMENT_ALIKE);
        assertThat(verdict(other, known("1990-03-12")).kind()).isEqualTo(CheckSlip.Verdict.NO_BAN);
    }

    @Test
    void the_same_names_in_either_order_with_a_birth_date_that_fits_need_a_look() {
        var known = known("1990-00-00", ban(DAY, null));
        for (var names :
                List.of(List.of("Nguyen", "Van An"), List.of("Van An", "Nguyen"), List.of("NGUYỄN", "Văn Án"))) {
            var asked = asked("X9", "VNM", "VNM", "1990-03-12", names.getFirst(), names.getLast(), true);
            assertThat(byName(asked, known).why())
                    .as(names.toString())
                    .extracting(Reason::code)
                    .containsExactly(Code.SAME_NAME);
        }
        assertThat(byName(asked("X9", "VNM", "VNM", "1991-03-12", "Nguyen", "Van An", true), known)
                        .kind())
                .isEqualTo(CheckSlip.Verdict.NO_BAN);
        assertThat(byName(asked("X9", "IND", "IND", "1990-03-12", "Nguyen", "Van An", true), known)
                        .kind())
                .isEqualTo(CheckSlip.Verdict.NO_BAN);
        assertThat(byName(asked("X9", "VNM", "VNM", "1990-03-12", "Nguyen", "Van Binh", true), known)
                        .kind())
                .isEqualTo(CheckSlip.Verdict.NO_BAN);
        assertThat(byName(asked("X9", "VNM", "VNM", "1990-03-12", "Nguyen", "Van An", true), known("1990-00-00"))
                        .kind())
                .isEqualTo(CheckSlip.Verdict.NO_BAN);
    }

    @Test
    void the_same_names_and_full_birth_date_need_a_look_also_with_another_nationality() {
        var known = known("1990-03-12", ban(DAY, null));
        assertThat(byName(asked("X9", "IND", "IND", "1990-03-12", "Nguyen", "Van An", true), known)
                        .kind())
                .isEqualTo(CheckSlip.Verdict.NEEDS_LOOK);
        for (var birth : List.of("1990-03-13", "1990-03-00", "~1990-03-12")) {
            assertThat(byName(asked("X9", "IND", "IND", birth, "Nguyen", "Van An", true), known)
                            .kind())
                    .as(birth)
                    .isEqualTo(CheckSlip.Verdict.NO_BAN);
        }
    }

    @Test
    void a_number_one_character_away_needs_a_look_only_with_the_same_birth_date_and_nationality() {
        var known = known("1990-03-12", ban(DAY, null));
        for (var number : List.of("B1234568", "B123456", "B12345677", "1234567")) {
            assertThat(byBirth(asked(number, "1990-03-12"), known).why())
                    .as(number)
                    .extracting(Reason::code)
                    .containsExactly(Code.NUMBER_NEAR);
        }
        assertThat(byBirth(asked("B1234576", "1990-03-12"), known).kind()).isEqualTo(CheckSlip.Verdict.NO_BAN);
        assertThat(byBirth(asked("B1234568", "1990-03-13"), known).kind()).isEqualTo(CheckSlip.Verdict.NO_BAN);
        assertThat(byBirth(asked("B1234568", "IND", "IND", "1990-03-12", null, null, true), known)
                        .kind())
                .isEqualTo(CheckSlip.Verdict.NO_BAN);
    }

    @Test
    void somebody_like_a_person_with_a_ban_needs_a_look_and_somebody_like_a_person_with_nothing_passes() {
        var asked = asked("X9", "VNM", "VNM", "1990-03-12", "Ngujen", "Van An", true);
        assertThat(byLikeness(asked, known("1990-03-12", ban(DAY, null))).why())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.code()).isEqualTo(Code.LIKELY);
                    assertThat(reason.differs()).contains(Trait.NAMES);
                });
        assertThat(byLikeness(asked, known("1990-03-12")).kind()).isEqualTo(CheckSlip.Verdict.NO_BAN);
    }

    @Test
    void a_zone_that_was_not_read_well_never_says_that_there_is_no_ban() {
        var asked = asked(NUMBER, "VNM", "VNM", "1990-03-12", "Nguyen", "Van An", false);
        assertThat(Judgement.of(asked, new Judgement.Found(List.of(), List.of(), List.of(), List.of()), DAY)
                        .verdict()
                        .why())
                .extracting(Reason::code)
                .containsExactly(Code.MRZ_UNSOUND);
    }

    @Test
    void without_a_birth_date_only_the_same_number_to_the_letter_identifies() {
        var letters = asked("B1O3", null);
        assertThat(verdict(letters, paper("B1O3")).kind()).isEqualTo(CheckSlip.Verdict.BAN);
        assertThat(verdict(letters, paper("B103")).kind()).isEqualTo(CheckSlip.Verdict.NEEDS_LOOK);
    }

    private static CheckSlip.Verdict on(LocalDate day, Known known) {
        var found = new Judgement.Found(List.of(known), List.of(), List.of(), List.of());
        return Judgement.of(asked(NUMBER, "1990-03-12"), found, day).verdict().kind();
    }

    private static Verdict verdict(Traveller asked, Known known) {
        return Judgement.of(asked, new Judgement.Found(List.of(known), List.of(), List.of(), List.of()), DAY)
                .verdict();
    }

    private static Verdict byName(Traveller asked, Known known) {
        return Judgement.of(asked, new Judgement.Found(List.of(), List.of(known), List.of(), List.of()), DAY)
                .verdict();
    }

    private static Verdict byLikeness(Traveller asked, Known known) {
        return Judgement.of(asked, new Judgement.Found(List.of(), List.of(), List.of(), List.of(known)), DAY)
                .verdict();
    }

    private static Verdict byBirth(Traveller asked, Known known) {
        return Judgement.of(asked, new Judgement.Found(List.of(), List.of(), List.of(known), List.of()), DAY)
                .verdict();
    }

    private static Traveller asked(String number, @Nullable String birth) {
        return asked(number, "VNM", "VNM", birth, null, null, true);
    }

    private static Traveller asked(
            String number,
            String issuer,
            String nationality,
            @Nullable String birth,
            @Nullable String family,
            @Nullable String given,
            boolean sound) {
        return new Traveller(
                number,
                issuer,
                nationality,
                birth == null ? null : PartialDate.valueOf(birth),
                family,
                given,
                null,
                null,
                false,
                null,
                sound);
    }

    private static Known known(String birth, KnownBan... bans) {
        return new Known(PersonId.next(), 1, List.of(identity(birth)), papers(), List.of(bans), List.of());
    }

    private static Known paper(String number) {
        var paper = new Paper(number, DocumentNumbers.key(number), "VNM");
        return new Known(
                PersonId.next(),
                1,
                List.of(identity("1990-03-12")),
                List.of(paper),
                Stream.of(ban(DAY, null)).toList(),
                List.of());
    }

    private static List<Paper> papers() {
        return List.of(new Paper(NUMBER, DocumentNumbers.key(NUMBER), "VNM"));
    }

    private static Identity identity(String birth) {
        return new Identity("Nguyen", "Van An", null, null, "M", PartialDate.valueOf(birth), List.of("VNM"));
    }

    private static KnownBan ban(@Nullable LocalDate from, @Nullable LocalDate until) {
        return new KnownBan(
                "LV", from, until, from != null && until == null, "VRS-L-2026-00001", "VRS", "IL2002-61-1-1", DAY);
    }
}
