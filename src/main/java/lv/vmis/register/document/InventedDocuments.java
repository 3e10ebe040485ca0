package lv.vmis.register.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.LatvianDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Documents about a person who is invented, so that a template can be seen before anybody is served with it. */
@Component
class InventedDocuments {

    private static final String SPECIMEN = "PARAUGS – izdomāta persona";
    private static final DecisionDocument.Person PERSON = new DecisionDocument.Person(
            "PARAUGA",
            "Anna Marija",
            null,
            "Анна Мария Парауга",
            "ru",
            null,
            "sieviete",
            "05.03.1990.",
            "Uzbekistāna, Samarkanda",
            List.of("Uzbekistāna (pilsonis)"),
            null,
            "Brīvības iela 1, Rīga, LV-1010",
            List.of());
    private static final List<DecisionDocument.PersonDocument> PAPERS =
            List.of(new DecisionDocument.PersonDocument("pase", "AA0000000", "Uzbekistāna", LocalDate.of(2030, 1, 31)));

    private final DocumentFacts facts;
    private final DocumentTemplates templates;
    private final DocumentPrinter printer;
    private final Clock clock;

    InventedDocuments(DocumentFacts facts, DocumentTemplates templates, DocumentPrinter printer, Clock clock) {
        this.facts = facts;
        this.templates = templates;
        this.printer = printer;
        this.clock = clock;
    }

    /** A version printed; a translation beside the Latvian text of the day, reasons within a decision. */
    byte[] print(DocumentTemplate template, LocalDate day) {
        var made = new PdfPrinter.Facts(template.id(), clock.instant());
        if (template.kind().isReasons()) {
            return printer.print(
                    decision(
                            templates.latvian(DocumentKind.DEPARTURE_ORDER, day),
                            TemplateText.of(template.fixed().text("text")).filled(values(day, Bilingual::latvian)),
                            day),
                    made);
        }
        return template.language().equals("lv")
                ? printer.print(document(template.fixed(), day), made)
                : printer.sheet(document(templates.latvian(template.kind(), day), day), template.fixed(), made);
    }

    private PrintedText document(FixedTexts texts, LocalDate day) {
        return switch (texts.kind()) {
            case DEPARTURE_ORDER, REMOVAL_DECISION, ENTRY_BAN -> decision(texts, "Pamatojumu raksta amatpersona.", day);
            case FOLLOW_UP,
                    REMOVAL_NOTICE,
                    EMBASSY_REQUEST,
                    ESCORT_SHEET,
                    HAND_OVER,
                    CERTIFICATE,
                    DATA_EXTRACT,
                    REASONS -> form(texts, day);
        };
    }

    private DecisionDocument decision(FixedTexts texts, String reasons, LocalDate day) {
        var isRemoval = texts.kind() == DocumentKind.REMOVAL_DECISION;
        var isBan = texts.kind() == DocumentKind.ENTRY_BAN;
        var basis = same("Imigrācijas likums");
        return new DecisionDocument(
                texts,
                facts.issuer("VRS", "VRS_GP"),
                "Rīgā",
                "VRS-0-0000-00000",
                day,
                PERSON,
                PAPERS,
                isBan
                        ? null
                        : new DecisionDocument.Finding(day, null, "Rīga, Parauga iela 1", "Valsts robežsardze", ""),
                List.of(basis),
                reasons,
                isBan ? "Izvērtējumu raksta amatpersona." : null,
                new DecisionDocument.Departure(
                        isRemoval || isBan ? null : 15,
                        isBan ? null : new Bilingual("Uzbekistāna", "Uzbekistan"),
                        true,
                        isRemoval ? basis : null),
                List.of(
                        new DecisionDocument.Ban(DecisionDocument.Territory.LATVIA, 36, isBan ? day : null, basis),
                        new DecisionDocument.Ban(DecisionDocument.Territory.SCHENGEN, null, null, basis)),
                facts.appeal(
                        "VRS",
                        "VRS_GP",
                        isBan ? "ban.contest" : isRemoval ? "removal.contest" : "departure.contest",
                        day),
                new DecisionDocument.Signatory("Valsts robežsardzes amatpersona", "Vārds Uzvārds", false),
                "Vārds Uzvārds",
                isRemoval ? facts.citation("R454-5", day).latvian() : null,
                SPECIMEN);
    }

    /** Every part of the kind, whether or not they would ever stand together. */
    private FormDocument form(FixedTexts texts, LocalDate day) {
        var values = values(day);
        return new FormDocument(
                texts,
                facts.issuer("VRS", "VRS_GP"),
                "Rīgā",
                null,
                day,
                false,
                PERSON,
                PAPERS,
                texts.kind().parts().stream().map(part -> clause(part, values)).toList(),
                null,
                null,
                SPECIMEN);
    }

    private static Clause clause(Part part, Map<String, Bilingual> values) {
        var own = part.fields().stream()
                .collect(Collectors.toMap(field -> field, field -> values.getOrDefault(field, same(field))));
        return new Clause(part.name(), own, null, List.of());
    }

    private static Map<String, String> values(LocalDate day, Function<Bilingual, String> in) {
        return values(day).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> in.apply(entry.getValue())));
    }

    private static Map<String, Bilingual> values(LocalDate day) {
        var values = new HashMap<String, Bilingual>();
        values.put("found_on", Values.on(day));
        values.put("starts_on", Values.on(day));
        values.put("starts_at", new Bilingual("plkst. 09.40", "09:40"));
        values.put("effect_on", Values.from(day));
        values.put("leave_by", Values.until(day));
        values.put("ban_from", Values.from(day));
        values.put("ban_until", Values.until(day));
        Stream.of("issued_on", "departed_on").forEach(field -> values.put(field, Values.on(day)));
        values.put("served_on", Values.from(day));
        values.put("decision", same("VRS-0-0000-00000"));
        values.put("ban_term", same(Values.term(24)));
        values.put("contest_term", same(Values.within(7)));
        Stream.of("days", "contest_days").forEach(field -> values.put(field, same("7")));
        Stream.of("hours", "full_hours").forEach(field -> values.put(field, same("12")));
        values.put("months", same("24"));
        values.put("court_days", same("30"));
        values.put("number", same("VRS-0-0000-00000"));
        values.put("date", same(LatvianDates.numeric(day)));
        Stream.of("legal_bases", "notice_basis", "court_basis", "finding_basis")
                .forEach(field -> values.put(field, same("Imigrācijas likums")));
        values.put("issuer", same("Valsts robežsardze"));
        values.put("unit", same("Valsts robežsardze"));
        values.put("place", same("Rīga, Parauga iela 1"));
        values.put("court", new Bilingual("Administratīvajā rajona tiesā", "Administrative District Court"));
        values.put("name", same(PERSON.name()));
        values.put("born", same("05.03.1990."));
        values.put("nationality", same("Uzbekistāna"));
        values.put("destination", new Bilingual("Uzbekistāna", "Uzbekistan"));
        return values;
    }

    private static Bilingual same(@Nullable String text) {
        return Values.same(String.valueOf(text));
    }
}
