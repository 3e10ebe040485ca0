package lv.vmis.register.legacy.rule;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.legacy.export.OldField;
import lv.vmis.register.legacy.meaning.Rule;
import lv.vmis.register.legacy.meaning.Rule.Cleaning;
import lv.vmis.register.legacy.meaning.Words;
import org.springframework.stereotype.Component;

/** Whether a rule can be followed: its column is of the table, and what it becomes is known here. */
@Component
class RuleCheck {

    private static final String INSTITUTION = "LEM_IESTADE";
    private static final String NORM = "TIES_NORMA";

    /** Codes of this register that no old code of the definition becomes. */
    private static final Set<String> MORE_SEXES = Set.of("X");

    private final KnownHere known;

    RuleCheck(KnownHere known) {
        this.known = known;
    }

    List<Refusal> mistakes(Rule rule) {
        var field = rule.table().field(rule.field());
        if (field.isEmpty()) {
            return List.of(Refusal.at("field", RuleRefusal.FIELD_UNKNOWN));
        }
        var isForAll = rule.kind() == Rule.Kind.CLEANING && !rule.becomes().equals(Cleaning.EMPTY.name());
        if (Words.folded(rule.word()).isEmpty() && !isForAll) {
            return List.of(Refusal.at("word", RuleRefusal.WORD_NEEDED));
        }
        return switch (rule.kind()) {
            case TRANSLATION -> translation(rule, field.get());
            case COLUMN ->
                rule.table().field(rule.word()).isPresent()
                        ? List.of(Refusal.at("word", RuleRefusal.HEADER_OF_THE_TABLE))
                        : List.of();
            case CLEANING -> cleaning(rule, field.get());
            case LEGAL_BASIS -> norm(rule);
        };
    }

    private List<Refusal> translation(Rule rule, OldField field) {
        var codes = codes(field);
        var isKnown = codes.isPresent()
                ? codes.get().contains(rule.becomes())
                : field.kind() == OldField.Kind.COUNTRY
                        ? known.now().state().apply(rule.becomes()).equals(Optional.of(rule.becomes()))
                        : known.now().institution().test(rule.becomes());
        if (codes.isEmpty()
                && field.kind() != OldField.Kind.COUNTRY
                && !field.name().equals(INSTITUTION)) {
            return List.of(Refusal.at("field", RuleRefusal.NOT_TRANSLATED));
        }
        return isKnown ? List.of() : List.of(Refusal.at("becomes", RuleRefusal.CODE_UNKNOWN));
    }

    /** What a code of the column may become; nothing for a column that has no list of codes. */
    private static Optional<Set<String>> codes(OldField field) {
        if (field.kind() != OldField.Kind.CODE) {
            return Optional.empty();
        }
        var codes = new HashSet<>(field.codes().values());
        if (field.name().equals("DZIMUMS")) {
            codes.addAll(MORE_SEXES);
        }
        return Optional.of(codes);
    }

    private static List<Refusal> cleaning(Rule rule, OldField field) {
        if (field.kind() == OldField.Kind.KEY || field.kind() == OldField.Kind.FILE) {
            return List.of(Refusal.at("field", RuleRefusal.NOT_CLEANED));
        }
        var isKnown =
                Arrays.stream(Cleaning.values()).anyMatch(one -> one.name().equals(rule.becomes()));
        return isKnown ? List.of() : List.of(Refusal.at("becomes", RuleRefusal.CODE_UNKNOWN));
    }

    private List<Refusal> norm(Rule rule) {
        if (!rule.field().equals(NORM)) {
            return List.of(Refusal.at("field", RuleRefusal.NOT_A_NORM));
        }
        return known.now().legalBasis().test(rule.becomes())
                ? List.of()
                : List.of(Refusal.at("becomes", RuleRefusal.CODE_UNKNOWN));
    }
}
