package lv.vmis.register.selection;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.edge.EdgeRefusal;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** Gives a saved search another name; only its owner does. */
@Action
class RenameSearch {

    /** @param version the version the official saw */
    record Input(UUID search, int version, String name) {}

    private final SavedSearches searches;
    private final Journal journal;

    RenameSearch(SavedSearches searches, Journal journal) {
        this.searches = searches;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        var saved = searches.own(in.search(), by).orElse(null);
        if (saved == null) {
            return refused(SelectionRefusal.SEARCH_UNKNOWN);
        }
        if (saved.version() != in.version()) {
            return refused(EdgeRefusal.CHANGED_MEANWHILE);
        }
        if (searches.isTaken(saved.kind(), in.name(), saved.id(), by)) {
            return refused(List.of(Refusal.at("name", SelectionRefusal.NAME_TAKEN)));
        }
        searches.rename(saved.id(), in.name());
        journal.record(
                by,
                Entry.act(RenameSearch.class)
                        .on("saved_search", saved.id(), saved.version() + 1)
                        .with(Map.of("name", in.name(), "before", saved.name())));
        return done(saved.id());
    }
}
