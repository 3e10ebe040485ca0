package lv.vmis.register.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.Values;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.edge.Texts;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.person.FactField;
import lv.vmis.register.person.FactKind;
import lv.vmis.register.person.FactRow;
import lv.vmis.register.person.Facts;
import lv.vmis.register.reference.BorderCrossingPoints;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an extract says of a stored thing: a line for each of its fields, called as on the pages of the register. */
@Component
class ExtractTexts {

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final Facts facts;
    private final DocumentFacts names;
    private final Units units;
    private final BorderCrossingPoints crossings;
    private final Texts texts;
    private final PdfPrinter printer;
    private final JsonMapper json;

    ExtractTexts(
            Facts facts,
            DocumentFacts names,
            Units units,
            BorderCrossingPoints crossings,
            Texts texts,
            PdfPrinter printer,
            JsonMapper json) {
        this.facts = facts;
        this.names = names;
        this.units = units;
        this.crossings = crossings;
        this.texts = texts;
        this.printer = printer;
        this.json = json;
    }

    /** The facts of the person, and of his family what each says of itself and no more. */
    List<Told> facts(PersonId person, Actor by) {
        return facts.of(person).stream()
                .map(fact -> new Told(section(fact.kind()), fact.kind().path() + "_fact", said(fact, by)))
                .toList();
    }

    /** A row, each column named as {@link Extracts} says. A legal basis is cited as on the first day the row names. */
    Bilingual lines(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var lines = new ArrayList<Bilingual>();
        var day = LocalDate.MAX;
        for (var i = 1; i <= columns.getColumnCount(); i++) {
            var name = columns.getColumnLabel(i);
            var stroke = name.indexOf('/');
            var type = columns.getColumnType(i);
            if (type == Types.DATE && day.equals(LocalDate.MAX)) {
                day = Objects.requireNonNullElse(row.getObject(i, LocalDate.class), day);
            }
            var value = stroke < 0 ? plain(row, i, type) : coded(name.substring(stroke + 1), row.getString(i), day);
            if (value != null) {
                lines.add(line("extract.field." + (stroke < 0 ? name : name.substring(0, stroke)), value));
            }
        }
        return joined(lines);
    }

    private static ExtractSection section(FactKind kind) {
        return switch (kind) {
            case IDENTITY, DOCUMENT, ADDRESS -> ExtractSection.IDENTITY;
            case KINSHIP -> ExtractSection.FAMILY;
            case WARNING, VULNERABILITY, MARK, REMARK -> ExtractSection.TRAITS;
        };
    }

    private Bilingual said(FactRow fact, Actor by) {
        var lines = new ArrayList<Bilingual>();
        for (var field : fact.kind().fields(by)) {
            var value = fact.value(field);
            if (value != null) {
                lines.add(line(fact.kind().label(field), value(field, value)));
            }
        }
        return joined(lines);
    }

    private Bilingual value(FactField field, String value) {
        return switch (field.type()) {
            case CODE -> names.code(Objects.requireNonNull(field.list()), value);
            case NATIONALITY, BIRTH_COUNTRY, ISSUER -> Objects.requireNonNull(names.country(value));
            case DAY -> Values.same(LatvianDates.numeric(LocalDate.parse(value)));
            case BIRTH_DATE -> Values.same(PartialDate.valueOf(value).shown());
            case PERSON -> Values.same("P-%07d".formatted(Long.parseLong(value)));
            case TEXT, STORY -> Values.same(value);
        };
    }

    private @Nullable Bilingual plain(ResultSet row, int column, int type) throws SQLException {
        return switch (type) {
            case Types.DATE -> {
                var day = row.getObject(column, LocalDate.class);
                yield day == null ? null : Values.same(LatvianDates.numeric(day));
            }
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
                var at = row.getObject(column, OffsetDateTime.class);
                yield at == null ? null : Values.same(moment(at));
            }
            case Types.BIT, Types.BOOLEAN -> both(language -> yes(row.getBoolean(column), language));
            default -> {
                var value = row.getString(column);
                yield value == null ? null : Values.same(value);
            }
        };
    }

    private interface Words {
        String in(Language language) throws SQLException;
    }

    private static Bilingual both(Words words) throws SQLException {
        return new Bilingual(words.in(Language.LV), words.in(Language.EN));
    }

    private String yes(boolean is, Language language) {
        return texts.get(language, is ? "extract.yes" : "extract.no");
    }

    private static String moment(OffsetDateTime at) {
        var here = at.atZoneSameInstant(RegisterClock.RIGA);
        return LatvianDates.numeric(here.toLocalDate()) + " %02d:%02d".formatted(here.getHour(), here.getMinute());
    }

    private @Nullable Bilingual coded(String how, @Nullable String value, LocalDate day) throws SQLException {
        if (value == null) {
            return null;
        }
        if (how.indexOf('.') > 0) {
            return both(language -> texts.get(language, how + "." + value));
        }
        return switch (how) {
            case "basis" -> names.citation(value, day);
            case "institution" -> both(language -> units.institutionName(value, language));
            case "unit" -> both(language -> units.name(value, language));
            case "country" -> names.country(value);
            case "crossing" -> both(language -> crossings.name(value, language));
            case "state" -> both(language -> texts.get(language, "extract.state." + value));
            case "listed" ->
                names.code(value.substring(0, value.indexOf('/')), value.substring(value.indexOf('/') + 1));
            case "questionnaire_item" -> answers(how, value);
            default -> names.code(how, value);
        };
    }

    private Bilingual answers(String list, String value) {
        return joined(json.readValue(value, ANSWERS).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(answer -> {
                    var question = names.code(list, answer.getKey());
                    var said = printable(answer.getValue());
                    return new Bilingual(
                            question.latvian() + ": " + said.latvian(), question.english() + ": " + said.english());
                })
                .toList());
    }

    private Bilingual line(String label, Bilingual value) {
        var latvian = printable(value.latvian());
        var english = printable(value.english());
        return new Bilingual(
                texts.get(Language.LV, label) + ": " + latvian.latvian(),
                texts.get(Language.EN, label) + ": " + english.english());
    }

    /** What stands in letters that no font has is told to be so: the rest of the extract is not refused for it. */
    private Bilingual printable(String text) {
        return printer.unprintable(text).isEmpty()
                ? Values.same(text)
                : new Bilingual(
                        texts.get(Language.LV, "extract.unprintable"), texts.get(Language.EN, "extract.unprintable"));
    }

    private static Bilingual joined(List<Bilingual> lines) {
        Function<Function<Bilingual, String>, String> all =
                in -> lines.stream().map(in).collect(Collectors.joining("\n"));
        return new Bilingual(all.apply(Bilingual::latvian), all.apply(Bilingual::english));
    }
}
