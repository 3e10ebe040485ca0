package lv.vmis.register.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lv.vmis.register.kernel.Language;
import org.springframework.stereotype.Component;

/** Border crossing points and whether they were open on a day. */
@Component
public class BorderCrossingPoints {

    private final ReferenceData data;

    BorderCrossingPoints(ReferenceData data) {
        this.data = data;
    }

    public List<BorderCrossingPoint> all() {
        return data.now().borderCrossingPoints();
    }

    /** Those a person could leave through on the day: not suspended, and not for freight, baggage or post only. */
    public List<BorderCrossingPoint> usable(LocalDate day) {
        return all().stream()
                .filter(point -> switch (point.traffic()) {
                    case "freight", "baggage", "post" -> false;
                    default -> true;
                })
                .filter(point -> status(point.code(), day)
                        .map(status -> !status.isSuspended())
                        .orElse(false))
                .toList();
    }

    public Optional<BorderCrossingPoint> find(String code) {
        return all().stream().filter(point -> point.code().equals(code)).findFirst();
    }

    public Optional<BorderCrossingPointStatus> status(String code, LocalDate day) {
        return data.now().borderCrossingPointStatuses().stream()
                .filter(status -> status.borderCrossingPoint().equals(code) && status.isInForce(day))
                .findFirst();
    }

    public String name(String code, Language language) {
        return find(code).map(found -> found.name(language)).orElse(code);
    }
}
