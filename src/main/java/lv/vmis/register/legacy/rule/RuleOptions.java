package lv.vmis.register.legacy.rule;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Rule;
import lv.vmis.register.legacy.meaning.Rule.Cleaning;
import lv.vmis.register.reference.Law;
import lv.vmis.register.reference.Units;
import org.springframework.stereotype.Component;

/** What may be chosen in a rule, and how it is shown. */
@Component
public class RuleOptions {

    private final Law law;
    private final Units units;

    RuleOptions(Law law, Units units) {
        this.law = law;
        this.units = units;
    }

    /** The columns a kind of rule may be about. */
    public List<Option> fields(Frame f, OldTable table, Rule.Kind kind) {
        return table.fields().stream()
                .filter(field -> switch (kind) {
                    case TRANSLATION ->
                        field.kind() == OldField.Kind.CODE
                                || field.kind() == OldField.Kind.COUNTRY
                                || field.name().equals("LEM_IESTADE");
                    case COLUMN -> true;
                    case CLEANING -> field.kind() != OldField.Kind.KEY && field.kind() != OldField.Kind.FILE;
                    case LEGAL_BASIS -> field.name().equals("TIES_NORMA");
                })
                .map(field ->
                        new Option(field.name(), field.name() + " – " + f.pick(field.meaningLv(), field.meaningEn())))
                .toList();
    }

    /** What a value may become, where that is a short list; otherwise the code is typed. */
    public List<Option> becomes(Frame f, Rule.Kind kind) {
        return switch (kind) {
            case CLEANING ->
                Arrays.stream(Cleaning.values())
                        .map(one -> new Option(one.name(), f.name("legacy.rule.cleaning", one)))
                        .toList();
            case LEGAL_BASIS ->
                law.bases().all().stream()
                        .filter(basis -> basis.use().equals("ban"))
                        .map(basis -> new Option(basis.code(), basis.code() + " – " + basis.citation(f.language())))
                        .distinct()
                        .toList();
            case TRANSLATION, COLUMN -> List.of();
        };
    }

    /** What something becomes, in words where there are such. */
    public String shown(Frame f, StoredRule rule) {
        return switch (rule.kind()) {
            case COLUMN -> rule.field();
            case CLEANING -> f.name("legacy.rule.cleaning", Cleaning.valueOf(rule.becomes()));
            case LEGAL_BASIS -> rule.becomes() + " – " + law.bases().citation(rule.becomes(), f.today(), f.language());
            case TRANSLATION ->
                rule.field().equals("LEM_IESTADE")
                        ? units.institutionName(rule.becomes(), f.language())
                        : rule.becomes();
        };
    }

    /** The rules of each column, in the order of the table. */
    public LinkedHashMap<OldField, List<StoredRule>> byField(OldTable table, List<StoredRule> rules) {
        var all = new LinkedHashMap<OldField, List<StoredRule>>();
        for (var field : table.fields()) {
            var own = rules.stream()
                    .filter(rule -> rule.field().equals(field.name()))
                    .toList();
            if (!own.isEmpty()) {
                all.put(field, own);
            }
        }
        return all;
    }

    /** The certainties, as the reference data names them. */
    public List<Option> certainties(Frame f) {
        return Stream.of("confirmed", "memory", "open")
                .map(one -> new Option(one, f.t("reference.certainty." + one)))
                .toList();
    }
}
