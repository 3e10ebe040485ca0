package lv.vmis.register.partner;

import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.document.DecisionDocument.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * What the annex of an agreement says.
 *
 * @param institution with which it was made
 * @param since the day the terms hold from
 * @param systems names of systems with a key
 */
public record AnnexDocument(
        Issuer issuer,
        String place,
        String number,
        String institution,
        LocalDate since,
        LocalDate printedOn,
        List<TermLine> terms,
        List<String> systems,
        @Nullable String watermark) {}
