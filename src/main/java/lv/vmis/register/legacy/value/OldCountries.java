package lv.vmis.register.legacy.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What officials of twenty years called States, beside what the register knows itself. */
final class OldCountries {

    private static final int LIMIT = 200;

    private static final Map<String, String> NAMES = names(
            "RUS krievijas federacija, kf, rf, rossija, krievijas fed",
            "BLR baltkrievijas republika, bkr, belorusija, belarus",
            "UKR ukrainas republika, ukr",
            "KGZ kirgizija, kirgizstana, kirgistana",
            "MDA moldavija, moldova, moldovas republika",
            "TKM turkmenija, turkmenistana",
            "GEO gruzija",
            "MMR birma",
            "USA asv, savienotas valstis, amerika",
            "DEU vfr, vacijas federativa republika, fri",
            "NLD holande",
            "GBR lielbritanija, apvienota karaliste",
            "LKA ceilona",
            "CIV kotdivuara, ziloņkaula krasts",
            "VNM vjetnamas sr, vsr",
            "CHN ktr, kinas tautas republika",
            "LVA latvijas republika",
            "COD zaira");
    private static final Map<String, String> FORMER = names(
            "SUN psrs, ussr, cccp, sssr, padomju savieniba, krievijas psfs, kpfsr, ukrainas psr, latvijas psr, baltkrievijas psr,"
                    + " gruzijas psr, kazahijas psr, uzbekijas psr",
            "YUG dienvidslavija, dfsr, dienvidslavijas fr",
            "CSK cehoslovakija",
            "SCG serbija un melnkalne",
            "DDR vdr, vacijas demokratiska republika");
    private static final Map<String, String> PARTS = names(
            "RUS cecenija, cecenijas republika, ickerija, dagestana, ingusija, tatarstana, baskirija, baskortostana, kalmikija, kaliningrada",
            "UKR krima, krimas autonoma republika",
            "GBR anglija, skotija, velsa, ziemelirija",
            "MDA padnestra, piednestra, pridnestrovje",
            "GEO abhazija, dienvidosetija",
            "IRQ kurdistana",
            "CHN tibeta");
    private static final Map<String, String> STATELESS = names(
            "XXA bezvalstnieks, bezvalstniece, bezpavalstnieks, bezpavalstniece, b/v, bv, apatrids, bez pilsonibas, bez pavalstniecibas",
            "XXB beglis, begle");
    private static final Set<String> NOBODY_KNOWS = Set.of(
            "-",
            "?",
            "nav",
            "nav zinama",
            "nav zinams",
            "nezinama",
            "nezinams",
            "nav noteikta",
            "n/z",
            "xxx",
            "00",
            "0");
    private static final Set<String> NON_CITIZENS = Set.of(
            "nepilsonis", "nepilsone", "lr nepilsonis", "lr nepilsone", "latvijas nepilsonis", "latvijas nepilsone");

    /** Two letters that officials used for one State and the standard uses for another. */
    private static final Map<String, List<String>> AMBIGUOUS = Map.of(
            "br", List.of("BLR", "BRA"),
            "lr", List.of("LVA", "LBR"),
            "gr", List.of("GEO", "GRC"),
            "kr", List.of("RUS", "KOR"),
            "li", List.of("LTU", "LIE"),
            "uk", List.of("UKR", "GBR"),
            "ar", List.of("ARM", "ARG"));

    private static final Pattern CITIZEN = Pattern.compile(
            " (?:pilsonis|pilsone|pilsoniba|pilsonibas|pavalstnieks|pavalstniece|pavalstnieciba|pils\\.?)$");
    private static final Pattern BRACKET = Pattern.compile("^([^()]+)\\(([^()]+)\\)$");

    private final Function<String, Optional<String>> known;
    private final List<Remark> remarks = new ArrayList<>();

    OldCountries(Function<String, Optional<String>> known) {
        this.known = known;
    }

    private static Map<String, String> names(String... lines) {
        var names = new HashMap<String, String>();
        for (var line : lines) {
            for (var name : line.substring(4).split(", *", -1)) {
                names.put(folded(name), line.substring(0, 3));
            }
        }
        return Map.copyOf(names);
    }

    OldCountry read(String given) {
        var text = given.strip();
        if (text.isEmpty()) {
            return new OldCountry.Blank();
        }
        if (text.length() > LIMIT) {
            return unreadable(RemarkCode.UNKNOWN_STATE, text.substring(0, LIMIT));
        }
        var repaired = Misread.repair(text);
        if (repaired.remark() != null) {
            remarks.add(repaired.remark());
        }
        var plain = repaired.text();
        if (plain.endsWith("?") && plain.length() > 1) {
            remarks.add(Remark.of(RemarkCode.UNCERTAIN, text));
            plain = plain.replaceFirst("[ ?]+$", "");
        }
        var folded = folded(plain);
        if (NOBODY_KNOWS.contains(folded)) {
            return new OldCountry.Unknown(List.of(Remark.of(RemarkCode.MEANS_UNKNOWN, text)));
        }
        if (NON_CITIZENS.contains(folded)) {
            return unreadable(RemarkCode.NON_CITIZEN, text);
        }
        var two = AMBIGUOUS.get(folded.replace(".", ""));
        if (two != null) {
            return unreadable(RemarkCode.TWO_READINGS, text, two.get(0), two.get(1));
        }
        var one = find(plain);
        return one.isPresent() ? new OldCountry.Known(one.get(), List.copyOf(remarks)) : several(plain, text);
    }

    /** A State with a part of it in brackets is that State; two States need a person. */
    private OldCountry several(String plain, String text) {
        var bracket = BRACKET.matcher(plain);
        var parts = bracket.matches()
                ? List.of(bracket.group(1).strip(), bracket.group(2).strip())
                : List.of(plain.split("\\s*[/,;+]\\s*|\\s+un\\s+", -1));
        var codes = parts.stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (parts.size() > 1 && codes.size() > 1) {
            return unreadable(RemarkCode.SEVERAL_STATES, text, String.join(", ", codes));
        }
        if (bracket.matches() && codes.size() == 1 && find(parts.getFirst()).isPresent()) {
            if (remarks.stream().noneMatch(remark -> remark.code() == RemarkCode.PART_OF_STATE)) {
                remarks.add(Remark.of(RemarkCode.PART_OF_STATE, text, codes.getFirst()));
            }
            return new OldCountry.Known(codes.getFirst(), List.copyOf(remarks));
        }
        return unreadable(RemarkCode.UNKNOWN_STATE, text);
    }

    private Optional<String> find(String name) {
        for (var way : List.of(name, ofCitizen(name))) {
            var folded = folded(way);
            var own = Optional.ofNullable(NAMES.get(folded)).or(() -> Optional.ofNullable(STATELESS.get(folded)));
            if (own.isPresent()) {
                return own;
            }
            if (FORMER.containsKey(folded)) {
                return told(RemarkCode.FORMER_STATE, name, FORMER.get(folded));
            }
            if (PARTS.containsKey(folded)) {
                return told(RemarkCode.PART_OF_STATE, name, PARTS.get(folded));
            }
            var today = way.isBlank() ? Optional.<String>empty() : known.apply(way.strip());
            if (today.isPresent()) {
                return today;
            }
        }
        return Optional.empty();
    }

    private Optional<String> told(RemarkCode code, String name, String state) {
        var remark = Remark.of(code, name, state);
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
        return Optional.of(state);
    }

    /** {@code Krievijas pilsonis} is of {@code Krievija}. */
    private static String ofCitizen(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var without =
                CITIZEN.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
        if (!without.find()) {
            return name;
        }
        return lower.substring(0, Math.min(without.start(), lower.length())).replaceFirst("s$", "");
    }

    private static OldCountry unreadable(RemarkCode code, String... values) {
        return new OldCountry.Unreadable(Remark.of(code, values));
    }

    /** In small letters without marks, as they were typed by whoever lacked them. */
    private static String folded(String name) {
        return Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ");
    }
}
