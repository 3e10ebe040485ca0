package lv.vmis.register.selection;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;

/** Saves a search or a selection under a name; whom it finds is asked anew each time. */
@Action
class SaveSearch {

    /** @param isShared whether the whole unit of the official may open it */
    record Input(SavedSearch.Kind kind, String name, String criteria, boolean isShared) {}

    private final SavedSearches searches;
    private final Journal journal;

    SaveSearch(SavedSearches searches, Journal journal) {
        this.searches = searches;
        this.journal = journal;
    }

    public Outcome<UUID> run(Input in, Actor by) {
        if (searches.isTaken(in.kind(), in.name(), null, by)) {
            return refused(List.of(Refusal.at("name", SelectionRefusal.NAME_TAKEN)));
        }
        var saved = searches.save(in.kind(), in.name(), in.criteria(), in.isShared(), by);
        journal.record(
                by,
                Entry.act(SaveSearch.class)
                        .on("saved_search", saved, 0)
                        .with(Map.of(
                                "kind",
                                in.kind(),
                                "name",
                                in.name(),
                                "shared",
                                in.isShared(),
                                "criteria",
                                in.criteria())));
        return done(saved);
    }
}
