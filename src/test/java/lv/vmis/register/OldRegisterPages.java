package lv.vmis.register;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.EveryPage.Page;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Rule;
import lv.vmis.register.legacy.reconciling.ReconciledSamples;
import lv.vmis.register.legacy.rule.ProposeOldRule;
import lv.vmis.register.legacy.rule.RuleStep;
import lv.vmis.register.legacy.staging.StagingSamples;
import lv.vmis.register.legacy.taking.TakenSamples;
import lv.vmis.register.support.DecisionSamples;
import org.springframework.stereotype.Component;

/** The pages of the old registers among {@link EveryPage}. */
@Component
class OldRegisterPages {

    private final StagingSamples staging;
    private final TakenSamples taken;
    private final ReconciledSamples reconciled;
    private final ProposeOldRule propose;

    OldRegisterPages(StagingSamples staging, TakenSamples taken, ReconciledSamples reconciled, ProposeOldRule propose) {
        this.staging = staging;
        this.taken = taken;
        this.reconciled = reconciled;
        this.propose = propose;
    }

    void put(Map<String, Page> all) {
        var load = staging.load(OldRegister.LGM);
        var file = staging.staged(load, 60);
        for (var page : new String[] {"", "/new", "/{id}", "/{id}/file"}) {
            all.put(
                    "/old-registers" + page,
                    new Page("parzine", "/old-registers" + page.replace("{id}", load.toString())));
        }
        takings(all, load);
        rules(all);
        for (var page : new String[] {"", "/rows", "/rows/{row}", "/profile", "/profile/{place}", "/repeated"}) {
            all.put(
                    "/old-registers/files/{id}" + page,
                    new Page(
                            "parzine",
                            "/old-registers/files/" + file
                                    + page.replace("{row}", "2").replace("{place}", "3")));
        }
    }

    private void takings(Map<String, Page> all, UUID load) {
        var here = "/old-registers/" + load + "/taking";
        all.put("/old-registers/{load}/taking", new Page("pmlp.vaditajs", here));
        all.put("/old-registers/{load}/trial", new Page("parzine", "/old-registers/" + load + "/trial"));
        all.put("/old-registers/{load}/taking/rows", new Page("parzine", here + "/rows?what=OPEN"));
        var compared = "/old-registers/" + reconciled.differing() + "/reconciliation";
        all.put("/old-registers/{load}/reconciliation", new Page("pmlp.vaditajs", compared));
        all.put("/old-registers/{load}/reconciliation/differences", new Page("parzine", compared + "/differences"));
        all.put("/old-registers/sis-lists", new Page("parzine", "/old-registers/sis-lists"));
        all.put("/old-registers/sis-lists/{id}", new Page("parzine", "/old-registers/sis-lists/" + reconciled.list()));
        var card = taken.one();
        all.put(
                "/persons/{id}/old/{file}/{row}",
                new Page("parzine", "/persons/" + card.person() + "/old/" + card.file() + "/" + card.row()));
    }

    private void rules(Map<String, Page> all) {
        all.put("/old-registers/rules", new Page("parzine", "/old-registers/rules"));
        all.put("/old-registers/rules/history", new Page("parzine", "/old-registers/rules/history"));
        all.put("/old-registers/rules/new", new Page("parzine", "/old-registers/rules/new?kind=CLEANING"));
        var by = DecisionSamples.official("parzine");
        var word = "izdomāts " + UUID.randomUUID();
        var rule = new Rule(OldTable.NIR_CASES, Rule.Kind.TRANSLATION, "DZIMUMS", Rule.Match.CONTAINS, word, "M");
        var input = new ProposeOldRule.Input(RuleStep.ADDED, rule, "Vēstule (izdomāta)", "open");
        var id = DecisionSamples.as(by, () -> DecisionSamples.done(propose.run(input, by)));
        all.put("/old-registers/rules/{id}", new Page("parzine", "/old-registers/rules/" + id));
    }
}
