package lv.vmis.register.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lv.vmis.register.decision.BanStart;
import lv.vmis.register.decision.BanTerritory;
import lv.vmis.register.decision.DecisionKind;
import lv.vmis.register.decision.Draft;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.returns.EnterFinding.Facts;

/** What is written in generated histories: circumstances, reasons, bans, and where people are found and leave. */
final class Chapters {

    private Chapters() {}

    /** A way of being found staying or entering illegally. */
    enum Kind {
        OFFICE,
        INLAND,
        AT_EXIT,
        GREEN_BORDER
    }

    private static final List<String> INLAND_PLACES = List.of(
            "Rīga, Centrāltirgus",
            "Rīga, Starptautiskā autoosta",
            "Rīga, Krasta iela",
            "Rīga, būvobjekts Skanstes ielā",
            "Jelgava, dzelzceļa stacija",
            "Jūrmala, Majori",
            "Daugavpils, autoosta",
            "Olaine, ražošanas telpas",
            "Rēzekne, Atbrīvošanas aleja",
            "Liepāja, osta",
            "Salaspils novads, autoceļš A6",
            "Bauskas novads, autoceļš A7");
    private static final List<String> OFFICES = List.of(
            "Pilsonības un migrācijas lietu pārvalde, Rīga", "Pilsonības un migrācijas lietu pārvalde, Daugavpils");
    private static final List<String> INLAND_FACTS = List.of(
            "Pārbaudē konstatēts, ka vīzas derīguma termiņš ir beidzies un cita uzturēšanās dokumenta nav.",
            "Atļautās 90 dienas 180 dienu laikā ir izmantotas; uzturēšanās turpināta bez tiesiska pamata.",
            "Uzturēšanās atļauja anulēta, no valsts nav izbraukts.",
            "Nodarbināts bez tiesībām uz nodarbinātību, uzturēšanās dokuments zaudējis spēku.",
            "Ieradies citas dalībvalsts teritorijā, Latvijā uzturas bez derīga uzturēšanās dokumenta.");
    private static final List<String> OFFICE_FACTS = List.of(
            "Iesniedzot dokumentus, konstatēts, ka iepriekšējā uzturēšanās atļauja ir beigusies un jauna nav pieprasīta laikā.",
            "Pieteikums uzturēšanās atļaujai noraidīts, tiesiska pamata palikt valstī nav.",
            "Studijas pārtrauktas, uzturēšanās atļauja anulēta, izbraukšana nav notikusi.",
            "Vīzas derīguma termiņš beidzies, personas uzturēšanos valstī apliecina pašas iesniegums.");
    private static final List<String> EXIT_FACTS = List.of(
            "Izceļojot konstatēts, ka atļautais uzturēšanās laiks pārsniegts.",
            "Izceļojot uzrādīta vīza, kuras derīguma termiņš ir beidzies.");
    private static final List<String> BORDER_FACTS = List.of(
            "Aizturēts pēc valsts robežas šķērsošanas ārpus robežšķērsošanas vietas; dokumentu, kas dod tiesības ieceļot, nav.",
            "Patruļa pa pēdām konstatēja grupu, kas šķērsojusi zaļo robežu no Baltkrievijas puses.",
            "Novērošanas kamera fiksēja robežas šķērsošanu naktī; persona aizturēta divus kilometrus no robežas.",
            "Transportlīdzeklī pie robežas atrastas personas bez ieceļošanas dokumentiem.");

    static Facts facts(Kind kind, String unit, LocalDate day, Random random) {
        return switch (kind) {
            case OFFICE ->
                new Facts(
                        day,
                        "PMLP_UNIT",
                        null,
                        OFFICES.get(unit.equals("PMLP_DAUGAVPILS") ? 1 : 0),
                        Culture.any(OFFICE_FACTS, random),
                        "IL2002-1-1-6.1");
            case INLAND ->
                new Facts(
                        day,
                        "INLAND",
                        null,
                        Culture.any(INLAND_PLACES, random),
                        Culture.any(INLAND_FACTS, random),
                        "IL2002-1-1-6.1");
            case AT_EXIT -> {
                var point = random.nextInt(3) > 0 ? "LIDOSTA_RIGA" : "TEREHOVA";
                yield new Facts(
                        day,
                        "BCP_EXIT",
                        point,
                        point.equals("TEREHOVA") ? "Robežšķērsošanas vieta Terehova" : "Lidosta „Rīga”",
                        Culture.any(EXIT_FACTS, random),
                        "IL2002-1-1-6.1");
            }
            case GREEN_BORDER ->
                new Facts(
                        day,
                        "OUTSIDE_BCP",
                        null,
                        "%s, robežzīmes Nr. %04d apkārtne".formatted(parish(unit, random), 10 + random.nextInt(700)),
                        Culture.any(BORDER_FACTS, random),
                        "SBC-5");
        };
    }

    private static String parish(String unit, Random random) {
        return Culture.any(
                switch (unit) {
                    case "VRS_LUDZA_IMIGRACIJA" ->
                        List.of("Ludzas novads, Zaļesjes pagasts", "Ludzas novads, Goliševas pagasts");
                    case "VRS_VILAKA_IMIGRACIJA" ->
                        List.of("Balvu novads, Susāju pagasts", "Alūksnes novads, Pededzes pagasts");
                    default ->
                        List.of(
                                "Krāslavas novads, Robežnieku pagasts",
                                "Krāslavas novads, Indras pagasts",
                                "Augšdaugavas novads, Salienas pagasts",
                                "Augšdaugavas novads, Demenes pagasts");
                },
                random);
    }

    /** A decision that only bans, from the departure on: the person has still to leave. */
    static Draft ban(String institution, Facts facts, int months) {
        var basis = institution.equals("PMLP") ? "IL2002-61-4-5" : "IL2002-61-5-4";
        var bans = Arrays.stream(BanTerritory.values())
                .map(where -> new PlannedBan(where, basis, months, null, BanStart.DEPARTURE, null))
                .toList();
        return new Draft(
                DecisionKind.ENTRY_BAN,
                basis,
                null,
                null,
                found(facts) + "Pārkāpums ir atkārtots, tādēļ ir pamats aizliegt ieceļot.",
                NO_TIES + " " + WEIGHED,
                false,
                null,
                bans);
    }

    /** For an indefinite time, for Latvia only. */
    static PlannedBan ofMinister() {
        return new PlannedBan(BanTerritory.LV, "IL2002-61-2", null, null, BanStart.DECISION, null);
    }

    /** An order to leave within a term, with no ban, one for Latvia, or both. */
    static Draft order(String institution, Facts facts, boolean noBan, int days, Random random) {
        var months = noBan ? 0 : List.of(0, 0, 0, 3, 6, 6, 12, 12, 24, 36).get(random.nextInt(10));
        return order(institution, facts, days, months, random.nextInt(6) > 0);
    }

    static Draft order(String institution, Facts facts, int days, int months, boolean schengen) {
        var basis = institution.equals("PMLP") ? "IL2002-61-4-1" : "IL2002-61-5-1";
        return new Draft(
                DecisionKind.DEPARTURE_ORDER,
                "IL2002-41-1",
                null,
                days,
                found(facts)
                        + "Apstākļi, kas liecinātu, ka ārzemnieks izvairīsies no izbraukšanas, nav konstatēti, tādēļ ir"
                        + " pamats noteikt labprātīgas izbraukšanas termiņu.\n"
                        + WEIGHED,
                months == 0 ? null : NO_TIES,
                bans(basis, months, schengen));
    }

    /** A removal with the usual bans, or longer ones. */
    static Draft removal(String institution, Facts facts, String destination, boolean child, Random random) {
        var months = child ? 0 : List.of(12, 24, 36, 36, 36, 36, 48, 60).get(random.nextInt(8));
        return removal(institution, facts, destination, months, random.nextInt(14) > 0);
    }

    static Draft removal(String institution, Facts facts, String destination, int months, boolean schengen) {
        var pmlp = institution.equals("PMLP");
        return new Draft(
                DecisionKind.REMOVAL,
                pmlp ? "IL2002-41-2" : "IL2002-46-1-1",
                destination,
                null,
                found(facts)
                        + "Pastāv iespējamība, ka ārzemnieks izvairīsies no izbraukšanas, tādēļ labprātīgas izbraukšanas"
                        + " termiņš netiek noteikts.\n"
                        + WEIGHED,
                months == 0 ? null : NO_TIES,
                bans(pmlp ? "IL2002-61-4-2" : "IL2002-61-5-2", months, schengen));
    }

    /** After an order that was not obeyed. */
    static Draft afterOrder(String institution, Facts facts, String destination, Random random) {
        var usual = removal(institution, facts, destination, false, random);
        return new Draft(
                usual.kind(),
                "IL2002-46-1-4",
                destination,
                null,
                found(facts)
                        + "Izbraukšanas rīkojums noteiktajā termiņā nav izpildīts, tādēļ labprātīgas izbraukšanas termiņš"
                        + " netiek noteikts.\n"
                        + WEIGHED,
                usual.familyLife(),
                usual.bans());
    }

    private static final String NO_TIES =
            "Ārzemniekam Latvijā nav ģimenes locekļu un ilgstošas privātās dzīves saiknes.";

    private static final String WEIGHED =
            "Ņemti vērā ģimenes apstākļi, veselības stāvoklis un bērna intereses. Apstākļi,"
                    + " kas liegtu atgriešanu, nav konstatēti; izvēlētais līdzeklis ir samērīgs.";

    private static String found(Facts facts) {
        return "%s konstatēts, ka ārzemnieks uzturas Latvijas Republikā nelikumīgi. Vieta: %s. %s\nĀrzemnieks ir uzklausīts. "
                .formatted(upper(LatvianDates.locative(facts.foundOn())), facts.place(), facts.circumstances());
    }

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static List<PlannedBan> bans(String latvianBasis, int months, boolean schengen) {
        var bans = new ArrayList<PlannedBan>();
        if (months > 0) {
            bans.add(new PlannedBan(BanTerritory.LV, latvianBasis, months, null));
            if (schengen) {
                bans.add(new PlannedBan(BanTerritory.SCH, "DIR2008-115-11", months, null));
            }
        }
        return bans;
    }

    /** Where a national of the State leaves; all of these have been open throughout. */
    static String exit(String country, Random random) {
        return switch (country) {
            case "RUS", "KAZ", "UZB", "TJK", "KGZ" ->
                Culture.any(List.of("TEREHOVA", "GREBNEVA", "TEREHOVA", "LIDOSTA_RIGA", "LIDOSTA_RIGA"), random);
            case "BLR" -> Culture.any(List.of("PATERNIEKI", "PATERNIEKI", "PATERNIEKI", "LIDOSTA_RIGA"), random);
            case "UKR", "MDA" -> Culture.any(List.of("IEKSEJA_ROBEZA", "LIDOSTA_RIGA"), random);
            default -> random.nextInt(20) == 0 ? "OSTA_RIGA" : "LIDOSTA_RIGA";
        };
    }

    /** A language the person is served in: mostly his own, often Russian or English. */
    static String language(Invented person, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "en";
            case 1 ->
                person.language().length() == 2
                                && List.of("UZB", "TJK", "KGZ", "KAZ", "BLR", "UKR", "GEO", "ARM", "AZE", "MDA")
                                        .contains(person.country())
                        ? "ru"
                        : person.language();
            default -> person.language();
        };
    }
}
