package lv.vmis.register.selection;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;

/** Deletes a saved search; only its owner does. The journal keeps what it was. */
@Action
class DeleteSearch {

    record Input(UUID search) {}

    private final SavedSearches searches;
    private final Journal journal;

    DeleteSearch(SavedSearches searches, Journal journal) {
        this.searches = searches;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var saved = searches.own(in.search(), by).orElse(null);
        if (saved == null) {
            return refused(SelectionRefusal.SEARCH_UNKNOWN);
        }
        searches.delete(saved.id());
        journal.record(
                by,
                Entry.act(DeleteSearch.class)
                        .on("saved_search", saved.id(), saved.version() + 1)
                        .with(Map.of("kind", saved.kind(), "name", saved.name(), "criteria", saved.criteria())));
        return done(saved.id());
    }
}
