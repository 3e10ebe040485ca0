package lv.vmis.register.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import lv.vmis.register.reading.Mrz;
import lv.vmis.register.reading.MrzDate;
import lv.vmis.register.reading.MrzFormat;
import org.junit.jupiter.api.Test;

class ZonesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void zones_of_every_format_are_read_one_below_another() {
        var text = zone(MrzFormat.TD3, "AZIZ") + "\n" + zone(MrzFormat.TD1, "NIGORA") + "\n\n"
                + zone(MrzFormat.TD2, "JASUR").replace("\n", "") + "\r\n" + zone(MrzFormat.TD3, "MALIKA");

        assertThat(Zones.read(text, TODAY))
                .extracting(zone -> Objects.requireNonNull(zone.mrz()).givenNames())
                .containsExactly("AZIZ", "NIGORA", "JASUR", "MALIKA");
    }

    @Test
    void a_damaged_zone_is_named_by_its_line_and_the_others_are_read() {
        var damaged = zone(MrzFormat.TD3, "NIGORA").substring(0, 60);
        var zones =
                Zones.read(zone(MrzFormat.TD3, "AZIZ") + "\n" + damaged + "\n" + zone(MrzFormat.TD1, "JASUR"), TODAY);

        assertThat(zones).extracting(Zones.Zone::line).containsExactly(1, 3, 5);
        assertThat(zones.get(1).mrz()).isNull();
        assertThat(Objects.requireNonNull(zones.get(2).mrz()).givenNames()).isEqualTo("JASUR");
    }

    private static String zone(MrzFormat format, String givenNames) {
        return Mrz.of(
                        format,
                        format == MrzFormat.TD3 ? "P" : "ID",
                        "UZB",
                        "AB1234567",
                        "UZB",
                        "KARIMOV",
                        givenNames,
                        MrzDate.of(LocalDate.of(1991, 4, 17)),
                        Mrz.Sex.MALE,
                        MrzDate.of(LocalDate.of(2033, 3, 19)),
                        "")
                .emit();
    }
}
