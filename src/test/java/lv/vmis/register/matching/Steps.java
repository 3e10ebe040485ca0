package lv.vmis.register.matching;

import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** The first steps of a question one by one, for whoever measures them. */
public final class Steps {

    private final View view;

    /** Over the rows that are handed in. */
    public Steps(Consumer<ObjLongConsumer<Description>> rows) {
        var builder = new SegmentBuilder();
        rows.accept((identity, person) -> builder.add(person, identity));
        view = new View(builder.done(), Gone.NOBODY);
    }

    /** Reads the names of a description. */
    public static Object read(Description who) {
        return NameReader.read(who);
    }

    /** Reads the names, and looks for the words of the register that agree with each. */
    public Object expand(Description who) {
        return new Expansion(view, NameReader.read(who).words());
    }
}
