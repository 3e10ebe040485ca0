package lv.vmis.register.partner;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lv.vmis.pages.Templates;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.Units;
import org.springframework.stereotype.Component;

/** Prints the annex of an agreement from the data it is held to, in the language of the State. */
@Component
class AgreementAnnex {

    private final DocumentFacts facts;
    private final Units units;
    private final TermWords words;
    private final PdfPrinter printer;
    private final Templates html;
    private final Clock clock;

    AgreementAnnex(DocumentFacts facts, Units units, TermWords words, PdfPrinter printer, Templates html, Clock clock) {
        this.facts = facts;
        this.units = units;
        this.words = words;
        this.printer = printer;
        this.html = html;
        this.clock = clock;
    }

    byte[] print(Agreement agreement, Terms terms, List<AgreementChange> changes, List<ClientKey> keys, Actor by) {
        var approved = changes.stream()
                .filter(change ->
                        change.kind() == AgreementChange.Kind.TERMS && change.state() == AgreementChange.State.APPROVED)
                .findFirst()
                .orElseThrow();
        var since = Objects.requireNonNull(approved.answeredAt());
        var document = new AnnexDocument(
                facts.issuer(by.institution(), by.unit()),
                facts.place(by.unit()),
                agreement.number(),
                units.institutionName(agreement.institution(), Language.LV),
                LocalDate.ofInstant(since, RegisterClock.RIGA),
                LocalDate.now(clock),
                words.of(terms, Language.LV),
                keys.stream().filter(ClientKey::opens).map(ClientKey::name).toList(),
                facts.watermark());
        return printer.print(html.documentAnnex(document).render(), new PdfPrinter.Facts(approved.id(), since));
    }
}
