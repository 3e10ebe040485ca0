package lv.vmis.register.document;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Declines a version of a template that waits; who wrote it may take it back so. */
@Action
public class DeclineTemplate {

    public record Input(UUID template, String reason) {}

    private final DocumentTemplates templates;
    private final Journal journal;
    private final Clock clock;

    DeclineTemplate(DocumentTemplates templates, Journal journal, Clock clock) {
        this.templates = templates;
        this.journal = journal;
        this.clock = clock;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var found = templates.locked(in.template()).orElse(null);
        if (found == null) {
            return refused(TemplateRefusal.TEMPLATE_UNKNOWN);
        }
        if (!found.isWaiting()) {
            return refused(TemplateRefusal.ALREADY_ANSWERED);
        }
        templates.decline(found.id(), in.reason(), by, clock.instant());
        journal.record(
                by,
                Entry.act(DeclineTemplate.class)
                        .on("document_template", found.id(), 1)
                        .because(in.reason())
                        .with(Map.of("template", found)));
        return done(found.id());
    }
}
