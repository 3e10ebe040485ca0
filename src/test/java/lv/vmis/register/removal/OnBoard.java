package lv.vmis.register.removal;

import static lv.vmis.register.support.DecisionSamples.official;

import java.util.List;
import java.util.stream.Stream;
import lv.vmis.register.support.DecisionSamples;
import org.jspecify.annotations.Nullable;

/** What stands on the first page of the board of removals. */
final class OnBoard {

    private final DecisionSamples samples;
    private final Removals removals;

    OnBoard(DecisionSamples samples, Removals removals) {
        this.samples = samples;
        this.removals = removals;
    }

    List<WaitingRemoval> all() {
        var first = page(null, null, false);
        return Stream.concat(first.scheduled().stream(), first.page().stream()).toList();
    }

    List<WaitingRemoval> scheduled() {
        return page(null, null, false).scheduled();
    }

    RemovalBoard page(RemovalBoard.@Nullable Whose whose, @Nullable Block block, boolean isReady) {
        var filter = new RemovalBoard.Filter(whose, block, isReady);
        return samples.reading(() -> removals.board(filter, null, official("inspektore")));
    }
}
