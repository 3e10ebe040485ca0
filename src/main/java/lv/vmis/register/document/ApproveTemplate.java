package lv.vmis.register.document;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/**
 * Approves a version of a template, as another official than who wrote it. Its first day is a later one, so that what was
 * printed before can be printed again as it was.
 */
@Action
public class ApproveTemplate {

    public record Input(UUID template) {}

    private final DocumentTemplates templates;
    private final Journal journal;
    private final Clock clock;

    ApproveTemplate(DocumentTemplates templates, Journal journal, Clock clock) {
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
        if (found.isBy(by)) {
            return refused(TemplateRefusal.FOUR_EYES);
        }
        if (!found.validFrom().isAfter(LocalDate.now(clock))) {
            return refused(TemplateRefusal.TOO_LATE);
        }
        templates.approve(found.id(), by, clock.instant());
        journal.record(
                by,
                Entry.act(ApproveTemplate.class)
                        .on("document_template", found.id(), 1)
                        .with(Map.of("template", found)));
        return done(found.id());
    }
}
