package lv.vmis.register.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.kernel.RegisterClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours of an agreement are those of the clocks of Latvia, also over midnight and when the clocks are set. */
class AgreedHoursTest {

    // Winter is two hours before UTC, summer three. On 29.03.2026 the clocks leave out 3.00 to 4.00, on 25.10.2026
    // they show it twice.
    @ParameterizedTest
    @CsvSource({
        "22:00, 06:00, 2026-11-27T19:59:59Z, false",
        "22:00, 06:00, 2026-11-27T20:00:00Z, true",
        "22:00, 06:00, 2026-11-27T21:59:59Z, true",
        "22:00, 06:00, 2026-11-27T22:00:00Z, true",
        "22:00, 06:00, 2026-11-28T03:59:59Z, true",
        "22:00, 06:00, 2026-11-28T04:00:00Z, false",
        "22:00, 06:00, 2026-11-28T10:00:00Z, false",
        "22:00, 06:00, 2026-07-01T19:00:00Z, true",
        "22:00, 06:00, 2026-07-02T03:00:00Z, false",
        "22:00, 00:00, 2026-11-27T21:59:59Z, true",
        "22:00, 00:00, 2026-11-27T22:00:00Z, false",
        "00:00, 06:00, 2026-11-27T22:00:00Z, true",
        "00:00, 06:00, 2026-11-27T21:59:59Z, false",
        "07:00, 20:00, 2026-11-27T05:00:00Z, true",
        "07:00, 20:00, 2026-11-27T18:00:00Z, false",
        "22:00, 03:30, 2026-03-29T00:59:59Z, true",
        "22:00, 03:30, 2026-03-29T01:00:00Z, false",
        "03:30, 22:00, 2026-03-29T00:59:59Z, false",
        "03:30, 22:00, 2026-03-29T01:00:00Z, true",
        "22:00, 03:30, 2026-10-25T00:29:59Z, true",
        "22:00, 03:30, 2026-10-25T00:30:00Z, false",
        "22:00, 03:30, 2026-10-25T01:00:00Z, true",
        "22:00, 03:30, 2026-10-25T01:30:00Z, false"
    })
    void a_system_is_answered_within_its_hours(LocalTime from, LocalTime to, Instant now, boolean isOpen) {
        var client = new Clients.Client(
                UUID.randomUUID(),
                "sistēma",
                "VP",
                "VP-1",
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                false,
                true,
                false,
                null,
                null,
                from,
                to,
                List.of());

        assertThat(client.isOpenAt(now.atZone(RegisterClock.RIGA).toLocalTime()))
                .isEqualTo(isOpen);
    }
}
