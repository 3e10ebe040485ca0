package lv.vmis.register.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.Environment;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.Units;
import org.springframework.stereotype.Component;

/** Prints the answer to a check that was just made. The print is a look of its own. */
@Component
class SlipPrinter {

    private final Receipts receipts;
    private final Looks looks;
    private final Texts texts;
    private final Countries countries;
    private final Units units;
    private final Templates html;
    private final PdfPrinter printer;
    private final EdgeSettings settings;

    SlipPrinter(
            Receipts receipts,
            Looks looks,
            Texts texts,
            Countries countries,
            Units units,
            Templates html,
            PdfPrinter printer,
            EdgeSettings settings) {
        this.receipts = receipts;
        this.looks = looks;
        this.texts = texts;
        this.countries = countries;
        this.units = units;
        this.html = html;
        this.printer = printer;
        this.settings = settings;
    }

    /** The slip as a PDF; nothing when the official did not make this check, or made it too long ago. */
    Optional<byte[]> print(UUID entry, Purpose purpose, Actor by) {
        var looked = looks.searching(
                by,
                "check.slip",
                purpose,
                Map.of("check", entry.toString()),
                () -> receipts.fresh(entry, by),
                found -> found.map(Receipt::persons).orElse(List.of()));
        return looked.value().map(receipt -> pdf(receipt, by));
    }

    private byte[] pdf(Receipt receipt, Actor by) {
        var page = html.documentSlip(slip(receipt, by)).render();
        return printer.print(page, new PdfPrinter.Facts(receipt.entry(), receipt.at()));
    }

    private CheckSlip slip(Receipt receipt, Actor by) {
        var told = receipt.told();
        var bans = told.bans().stream()
                .map(ban -> new CheckSlip.BanFact(
                        text("check.territory." + ban.territory()),
                        ban.from(),
                        ban.until(),
                        ban.indefinite(),
                        ban.decision()))
                .toList();
        var instruction = Stream.concat(
                        told.reasons().stream().map(reason -> reason.text(texts, Language.LV)),
                        text("check.todo." + told.verdict()).lines())
                .collect(Collectors.joining("\n"));
        return new CheckSlip(
                told.verdict(),
                asked(receipt.asked()),
                bans,
                instruction,
                receipt.entry().toString(),
                LocalDateTime.ofInstant(receipt.at(), RegisterClock.RIGA),
                units.name(by.unit(), Language.LV),
                by.name(),
                settings.env() == Environment.PRODUCTION ? null : text("check.slip.watermark"));
    }

    private List<CheckSlip.Fact> asked(Map<String, String> data) {
        var facts = new ArrayList<CheckSlip.Fact>();
        for (var name : List.of(
                "familyName",
                "givenNames",
                "birthDate",
                "sex",
                "nationality",
                "number",
                "issuer",
                "expiry",
                Receipt.AS_OF)) {
            var value = data.get(name);
            if (value != null) {
                facts.add(new CheckSlip.Fact(text("check.fact." + name), shown(name, value)));
            }
        }
        return facts;
    }

    private String shown(String name, String value) {
        return switch (name) {
            case "birthDate" -> PartialDate.valueOf(value).shown();
            case "expiry" -> PartialDate.of(LocalDate.parse(value)).shown();
            case Receipt.AS_OF -> {
                var moment = LocalDateTime.ofInstant(Instant.parse(value), RegisterClock.RIGA);
                yield LatvianDates.numeric(moment.toLocalDate()) + " "
                        + moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
            }
            case "sex" -> text("check.sex." + value);
            case "nationality", "issuer" -> countries.name(value, Language.LV);
            default -> value;
        };
    }

    /** The slip is handed over in the language of the State. */
    private String text(String key) {
        return texts.get(Language.LV, key);
    }
}
