package lv.vmis.register.check;

import java.util.List;
import lv.vmis.register.matching.CheckDigit;
import lv.vmis.register.matching.Mrz;
import org.jspecify.annotations.Nullable;

/** What was read of a machine readable zone, check digit by check digit. */
public record MrzReport(CheckDigit check, String read) {

    public static List<MrzReport> of(@Nullable Mrz mrz) {
        return mrz == null
                ? List.of()
                : mrz.checks().stream()
                        .map(check -> new MrzReport(check, read(mrz, check.field())))
                        .toList();
    }

    private static String read(Mrz mrz, CheckDigit.Field field) {
        return switch (field) {
            case NUMBER -> mrz.documentNumber();
            case BIRTH -> mrz.birth().printed();
            case EXPIRY -> mrz.expiry().printed();
            case OPTIONAL -> mrz.optionalData();
            case COMPOSITE -> "";
        };
    }
}
