package lv.vmis.register.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;

@RegisterTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReferenceDataTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private final Codes codes;
    private final LegalBases legalBases;
    private final LegalParameters legalParameters;
    private final Units units;
    private final BorderCrossingPoints borderCrossingPoints;
    private final ReferenceLists referenceLists;
    private final ReferenceData data;

    ReferenceDataTest(
            Codes codes,
            LegalBases legalBases,
            LegalParameters legalParameters,
            Units units,
            BorderCrossingPoints borderCrossingPoints,
            ReferenceLists referenceLists,
            ReferenceData data) {
        this.codes = codes;
        this.legalBases = legalBases;
        this.legalParameters = legalParameters;
        this.units = units;
        this.borderCrossingPoints = borderCrossingPoints;
        this.referenceLists = referenceLists;
        this.data = data;
    }

    @Test
    void every_code_list_offers_codes() {
        assertThat(codes.lists())
                .isNotEmpty()
                .allSatisfy(list -> assertThat(codes.inForce(list.list(), DAY)).isNotEmpty());
    }

    @Test
    void codes_read_in_both_languages_and_an_unknown_one_as_itself() {
        assertThat(codes.text("follow_up_kind", "CANCEL", Language.LV)).isEqualTo("Atceļ");
        assertThat(codes.text("follow_up_kind", "CANCEL", Language.EN)).isEqualTo("Cancels");
        assertThat(codes.text("follow_up_kind", "OLD", Language.LV)).isEqualTo("OLD");
        assertThat(codes.isInForce("document_type", "P", DAY)).isTrue();
        assertThatThrownBy(() -> codes.inForce("nothing", DAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void parameters_are_those_of_the_day_and_a_missing_one_throws() {
        assertThat(legalParameters.days("departure.term.min", DAY)).isEqualTo(7);
        assertThat(legalParameters.days("departure.term.max", DAY)).isEqualTo(30);
        assertThat(legalParameters.workingDays("removal.vrs.to_pmlp", DAY)).isEqualTo(3);
        assertThat(legalParameters.hours("removal.notice", DAY)).isEqualTo(12);
        assertThat(legalParameters.euros("removal.allowance", DAY)).isEqualByComparingTo("30");
        assertThat(legalParameters.period("detention.max", DAY)).isEqualTo(Period.ofMonths(18));
        assertThatThrownBy(() -> legalParameters.days("departure.term.min", LocalDate.of(1999, 1, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> legalParameters.days("removal.notice", DAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void each_use_has_norms_for_those_who_decide() {
        for (var use : List.of("finding", "departure_order", "removal", "ban")) {
            assertThat(legalBases.inForce(use, DAY, "PMLP")).as(use).isNotEmpty();
            assertThat(legalBases.inForce(use, DAY, "VRS")).as(use).isNotEmpty();
        }
        assertThat(legalBases.inForce("ban", DAY, "IEM_MINISTRS"))
                .extracting(LegalBasis::code)
                .contains("IL2002-61-1-1")
                .doesNotContain("IL2002-61-2");
        assertThat(legalBases.citation("IL2002-61.1-1", DAY, Language.LV))
                .isEqualTo("Imigrācijas likuma 61.¹ panta pirmā daļa");
    }

    @Test
    void every_deciding_authority_is_an_institution() {
        assertThat(data.now().legalBases())
                .flatExtracting(LegalBasis::authorities)
                .allSatisfy(
                        authority -> assertThat(units.institution(authority)).isPresent());
    }

    @Test
    void both_centres_are_places_of_detention() {
        assertThat(units.places(DAY)).extracting(Unit::code).contains("VRS_AAIC_DAUGAVPILS", "VRS_AAIC_MUCENIEKI");
        assertThat(units.of("PMLP", DAY)).isNotEmpty();
        assertThat(units.institutionName("VRS", Language.LV)).isEqualTo("Valsts robežsardze");
    }

    @Test
    void a_suspended_crossing_point_is_usable_only_before() {
        assertThat(borderCrossingPoints.usable(LocalDate.of(2023, 10, 12)))
                .extracting(BorderCrossingPoint::code)
                .contains("VIENTULI");
        assertThat(borderCrossingPoints.usable(DAY))
                .extracting(BorderCrossingPoint::code)
                .contains("LIDOSTA_RIGA", "TEREHOVA", "CITA_DALIBVALSTS")
                .doesNotContain("VIENTULI", "SILENE", "LATVIJAS_PASTS");
    }

    @Test
    void every_list_shows_as_a_table() {
        assertThat(referenceLists.all()).hasSizeGreaterThan(40).allSatisfy(summary -> {
            var table = referenceLists.find(summary.name(), Language.LV).orElseThrow();
            assertThat(table.rows()).as(summary.name()).hasSize(summary.rows()).isNotEmpty();
            assertThat(table.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
        });
        assertThat(referenceLists.find("nothing", Language.LV)).isEmpty();
    }
}
