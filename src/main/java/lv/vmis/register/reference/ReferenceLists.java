package lv.vmis.register.reference;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every list of this module in one shape, for screens that show any of them. */
@Component
public class ReferenceLists {

    /** A list with its title and the number of its rows. */
    public record Summary(String name, String titleLv, String titleEn, int rows) {
        public String title(Language language) {
            return switch (language) {
                case LV -> titleLv;
                case EN -> titleEn;
            };
        }
    }

    /** A list as a table: {@code columns} are message keys, each row has one text for each column. */
    public record Table(Summary summary, List<String> columns, List<List<String>> rows) {}

    private record Column<T>(String name, Function<T, @Nullable Object> value) {}

    /** Says in the language of the reader what a stored code means. */
    private record Words(Texts texts, Language language, ReferenceData.Snapshot now) {
        String name(String list, String code) {
            return texts.get(language, list + "." + code);
        }

        String country(@Nullable String code) {
            var country = code == null ? null : now.countryIndex().byCode().get(code);
            return country == null ? "" : country.name(language);
        }

        String institution(String code) {
            return now.institutions().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .map(one -> one.title(language))
                    .orElse(code);
        }

        String parameter(@Nullable String code) {
            return now.legalParameters().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .map(one -> one.said().in(language))
                    .orElse("");
        }

        String crossingPoint(String code) {
            return now.borderCrossingPoints().stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .map(one -> one.name(language))
                    .orElse(code);
        }
    }

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy.", Locale.ROOT);

    private final ReferenceData data;
    private final Texts texts;

    ReferenceLists(ReferenceData data, Texts texts) {
        this.data = data;
        this.texts = texts;
    }

    public List<Summary> all() {
        return data.now().codeLists().stream().map(this::summary).toList();
    }

    public Optional<Table> find(String name, Language language) {
        return data.now().codeLists().stream()
                .filter(list -> list.list().equals(name))
                .findFirst()
                .map(list -> table(list, language));
    }

    private Summary summary(CodeList list) {
        return new Summary(
                list.list(), list.titleLv(), list.titleEn(), rowsOf(list).size());
    }

    private List<?> rowsOf(CodeList list) {
        var now = data.now();
        return switch (list.list()) {
            case "country" -> now.countries();
            case "schengen_member" -> now.schengenMembers();
            case "institution" -> now.institutions();
            case "unit" -> now.units();
            case "border_crossing_point" -> now.borderCrossingPoints();
            case "border_crossing_point_status" -> now.borderCrossingPointStatuses();
            case "legal_basis" -> now.legalBases();
            case "legal_parameter" -> now.legalParameters();
            case "holiday" -> now.holidays();
            default -> now.codes().getOrDefault(list.list(), List.of());
        };
    }

    private Table table(CodeList list, Language language) {
        var now = data.now();
        var words = new Words(texts, language, now);
        var summary = summary(list);
        return switch (list.list()) {
            case "country" ->
                table(
                        summary,
                        now.countries().stream()
                                .sorted(Comparator.comparing(Country::code))
                                .toList(),
                        new Column<>("code", Country::code),
                        new Column<>("iso2", Country::iso2),
                        new Column<>("iso3", Country::iso3),
                        new Column<>("icao", Country::icao),
                        new Column<>("eurostat", Country::eurostat),
                        new Column<>("text_lv", Country::nameLv),
                        new Column<>("text_en", Country::nameEn),
                        new Column<>("kind", country -> words.name("reference.country-kind", country.kind())),
                        new Column<>("free_movement_from", Country::freeMovementFrom),
                        new Column<>("free_movement_to", Country::freeMovementTo),
                        new Column<>("valid_from", Country::validFrom),
                        new Column<>("valid_to", Country::validTo),
                        new Column<>("certainty", Country::certainty),
                        new Column<>("source", Country::source));
            case "schengen_member" ->
                table(
                        summary,
                        now.schengenMembers(),
                        new Column<>("code", SchengenMember::country),
                        new Column<>("text_lv", member -> countryName(member.country(), Language.LV)),
                        new Column<>("text_en", member -> countryName(member.country(), Language.EN)),
                        new Column<>("valid_from", SchengenMember::validFrom),
                        new Column<>("valid_to", SchengenMember::validTo),
                        new Column<>("certainty", SchengenMember::certainty),
                        new Column<>("source", SchengenMember::source));
            case "institution" ->
                table(
                        summary,
                        now.institutions(),
                        new Column<>("code", Institution::code),
                        new Column<>("text_lv", one -> Institution.atStart(one.nameLv())),
                        new Column<>("text_en", Institution::nameEn),
                        new Column<>("kind", one -> words.name("reference.institution-kind", one.kind())),
                        new Column<>("valid_from", Institution::validFrom),
                        new Column<>("valid_to", Institution::validTo),
                        new Column<>("certainty", Institution::certainty),
                        new Column<>("source", Institution::source));
            case "unit" ->
                table(
                        summary,
                        now.units(),
                        new Column<>("code", Unit::code),
                        new Column<>("institution", unit -> words.institution(unit.institution())),
                        new Column<>("text_lv", Unit::nameLv),
                        new Column<>("text_en", Unit::nameEn),
                        new Column<>("kind", unit -> words.name("reference.unit-kind", unit.kind())),
                        new Column<>("address", Unit::address),
                        new Column<>("beds", Unit::beds),
                        new Column<>("valid_from", Unit::validFrom),
                        new Column<>("valid_to", Unit::validTo),
                        new Column<>("certainty", Unit::certainty),
                        new Column<>("source", Unit::source));
            case "border_crossing_point" ->
                table(
                        summary,
                        now.borderCrossingPoints(),
                        new Column<>("code", BorderCrossingPoint::code),
                        new Column<>("text_lv", BorderCrossingPoint::nameLv),
                        new Column<>("text_en", BorderCrossingPoint::nameEn),
                        new Column<>("border_type", point -> words.name("reference.border-type", point.borderType())),
                        new Column<>("traffic", point -> words.name("reference.traffic", point.traffic())),
                        new Column<>("neighbour", point -> words.country(point.neighbour())),
                        new Column<>("certainty", BorderCrossingPoint::certainty),
                        new Column<>("source", BorderCrossingPoint::source));
            case "border_crossing_point_status" ->
                table(
                        summary,
                        now.borderCrossingPointStatuses(),
                        new Column<>("code", BorderCrossingPointStatus::borderCrossingPoint),
                        new Column<>("name", one -> words.crossingPoint(one.borderCrossingPoint())),
                        new Column<>("status", one -> words.name("reference.status", one.status())),
                        new Column<>("text_lv", BorderCrossingPointStatus::textLv),
                        new Column<>("text_en", BorderCrossingPointStatus::textEn),
                        new Column<>("valid_from", BorderCrossingPointStatus::validFrom),
                        new Column<>("valid_to", BorderCrossingPointStatus::validTo),
                        new Column<>("certainty", BorderCrossingPointStatus::certainty),
                        new Column<>("source", BorderCrossingPointStatus::source));
            case "legal_basis" ->
                table(
                        summary,
                        now.legalBases(),
                        new Column<>("code", LegalBasis::code),
                        new Column<>("citation", basis -> basis.citation(language)),
                        new Column<>("text_lv", LegalBasis::textLv),
                        new Column<>("text_en", LegalBasis::textEn),
                        new Column<>(
                                "deciding_authority",
                                basis -> basis.authorities().stream()
                                        .map(words::institution)
                                        .collect(Collectors.joining(", "))),
                        new Column<>("use", basis -> words.name("reference.use", basis.use())),
                        new Column<>("sis_basis", LegalBasis::sisBasis),
                        new Column<>("ban_limit", basis -> words.parameter(basis.banLimit())),
                        new Column<>("valid_from", LegalBasis::validFrom),
                        new Column<>("valid_to", LegalBasis::validTo),
                        new Column<>("certainty", LegalBasis::certainty),
                        new Column<>("source", LegalBasis::source));
            case "legal_parameter" ->
                table(
                        summary,
                        now.legalParameters(),
                        new Column<>("code", LegalParameter::code),
                        new Column<>("text_lv", LegalParameter::textLv),
                        new Column<>("text_en", LegalParameter::textEn),
                        new Column<>("value", LegalParameter::shown),
                        new Column<>("unit", parameter -> words.name("reference.unit", parameter.unit())),
                        new Column<>("law", parameter -> parameter.cited().in(language)),
                        new Column<>("valid_from", LegalParameter::validFrom),
                        new Column<>("valid_to", LegalParameter::validTo),
                        new Column<>("certainty", LegalParameter::certainty),
                        new Column<>("source", LegalParameter::source));
            case "holiday" ->
                table(
                        summary,
                        now.holidays(),
                        new Column<>("day", Holiday::day),
                        new Column<>("text_lv", Holiday::nameLv),
                        new Column<>("text_en", Holiday::nameEn),
                        new Column<>("kind", day -> words.name("reference.holiday-kind", day.kind())),
                        new Column<>("certainty", Holiday::certainty),
                        new Column<>("source", Holiday::source));
            default ->
                table(
                        summary,
                        now.codes().getOrDefault(list.list(), List.of()),
                        new Column<>("code", Code::code),
                        new Column<>("text_lv", Code::textLv),
                        new Column<>("text_en", Code::textEn),
                        new Column<>("valid_from", Code::validFrom),
                        new Column<>("valid_to", Code::validTo),
                        new Column<>("certainty", Code::certainty),
                        new Column<>("source", Code::source));
        };
    }

    private String countryName(String code, Language language) {
        var country = data.now().countryIndex().byCode().get(code);
        return country == null ? code : country.name(language);
    }

    @SafeVarargs
    private static <T> Table table(Summary summary, List<T> items, Column<T>... columns) {
        var names = new ArrayList<String>();
        for (var column : columns) {
            names.add("reference.column." + column.name());
        }
        var rows = new ArrayList<List<String>>();
        for (var item : items) {
            var cells = new ArrayList<String>();
            for (var column : columns) {
                cells.add(cell(column.value().apply(item)));
            }
            rows.add(List.copyOf(cells));
        }
        return new Table(summary, List.copyOf(names), List.copyOf(rows));
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDate day -> DAY.format(day);
            default -> value.toString();
        };
    }
}
