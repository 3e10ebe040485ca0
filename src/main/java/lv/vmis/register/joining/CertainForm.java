package lv.vmis.register.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Pairs that were marked, and how many there are where somebody decides about them. */
public record CertainForm(
        UUID key, @Nullable List<String> pair, @Nullable String count) {

    /** So many stand on a page. */
    static final int MOST = 20;

    static CertainForm fresh() {
        return new CertainForm(Ids.next(), null, null);
    }

    public boolean isMarked(CertainPair of) {
        return marked().contains(of.place());
    }

    private List<String> marked() {
        return Objects.requireNonNullElse(pair, List.of());
    }

    Outcome<List<CertainPairs.Two>> pairs(LocalDate today) {
        var in = some(today);
        return in.into(() -> marked().stream().distinct().map(CertainForm::two).toList());
    }

    Outcome<ApproveLinks.Input> links(LocalDate today) {
        var in = some(today);
        var typed = in.number("count", count, 1, MOST);
        return in.into(() -> new ApproveLinks.Input(
                marked().stream().distinct().map(id -> Parse.id("pair", id)).toList(), typed.get()));
    }

    private Parse some(LocalDate today) {
        var in = new Parse(today);
        if (marked().isEmpty()) {
            in.refuse("pair", JoiningRefusal.NONE_MARKED);
        } else if (marked().size() > MOST) {
            in.refuse("pair", JoiningRefusal.NOT_CERTAIN);
        }
        return in;
    }

    private static CertainPairs.Two two(String place) {
        var parts = place.split("~", 2);
        return new CertainPairs.Two(Parse.id("pair", parts[0]), Parse.id("pair", parts[parts.length - 1]));
    }
}
