package lv.vmis.register.legacy.rule;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Rule;
import lv.vmis.register.legacy.meaning.Rule.Cleaning;
import org.jspecify.annotations.Nullable;

/** A rule as typed; and the reason and the version of an answer. */
public record RuleForm(
        @Nullable UUID key,
        @Nullable Integer version,
        @Nullable String table,
        @Nullable String kind,
        @Nullable String field,
        @Nullable String match,
        @Nullable String word,
        @Nullable String becomes,
        @Nullable String certainty,
        @Nullable String reason) {

    static final Set<String> CERTAINTIES = Set.of("confirmed", "memory", "open");

    private static final int WORD = 300;
    private static final int CODE = 30;
    private static final int REASON = 1_000;

    static RuleForm fresh(OldTable table, Rule.Kind kind, @Nullable String field) {
        return new RuleForm(
                Ids.next(), null, table.name(), kind.name(), field, "EQUALS", null, null, "confirmed", null);
    }

    /** The kind as sent; the first where nothing such was. */
    public Rule.Kind ofKind() {
        for (var one : Rule.Kind.values()) {
            if (one.name().equals(kind)) {
                return one;
            }
        }
        return Rule.Kind.TRANSLATION;
    }

    /** The table as sent; the first where nothing such was. */
    public OldTable ofTable() {
        return tableOf(table);
    }

    static OldTable tableOf(@Nullable String sent) {
        for (var one : OldTable.values()) {
            if (one.name().equals(sent)) {
                return one;
            }
        }
        return OldTable.LGM_ENTRIES;
    }

    int seen() {
        return version == null ? 0 : version;
    }

    Outcome<ProposeOldRule.Input> proposed(LocalDate today) {
        var in = new Parse(today);
        var isColumn = ofKind() == Rule.Kind.COLUMN;
        var known = in.code("field", field, name -> ofTable().field(name).isPresent());
        var how = isColumn ? null : in.oneOf("match", match, Rule.Match.class);
        var typed = in.optionalText("word", word, WORD);
        var code = isColumn ? null : in.text("becomes", becomes, CODE);
        var certain = in.code("certainty", certainty, CERTAINTIES::contains);
        var why = in.text("reason", reason, REASON);
        return in.into(() -> {
            var isForAll = ofKind() == Rule.Kind.CLEANING
                    && code != null
                    && !code.get().equals(Cleaning.EMPTY.name());
            var text = Objects.requireNonNullElse(typed.orNull(), "");
            return new ProposeOldRule.Input(
                    RuleStep.ADDED,
                    new Rule(
                            ofTable(),
                            ofKind(),
                            known.get(),
                            how == null || (isForAll && text.isEmpty()) ? Rule.Match.EQUALS : how.get(),
                            text,
                            code == null ? "" : code.get()),
                    why.get(),
                    certain.get());
        });
    }

    Outcome<String> why(LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, REASON);
        return in.into(why::get);
    }
}
