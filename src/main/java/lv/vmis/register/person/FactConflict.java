package lv.vmis.register.person;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What another official made of a fact while it was being corrected, field by field.
 *
 * @param form the correction on top of the other's: fields left alone have the other's values
 * @param theirs what the other changed
 * @param by who the other is
 */
public record FactConflict(FactForm form, List<Theirs> theirs, FactRow by) {

    /**
     * A field another changed.
     *
     * @param before what it said when the correction was begun
     * @param after what the other made of it
     * @param mine what was typed, if it is something else again
     */
    public record Theirs(
            FactField field,
            String before,
            String after,
            @Nullable String mine) {}

    static FactConflict of(Frame f, FactTexts texts, FactForm form, FactRow seen, FactRow now, Actor by) {
        var merged = new TreeMap<>(form.typed());
        var theirs = new ArrayList<Theirs>();
        for (var field : now.kind().fields(by)) {
            var before = texts.typed(f, field, seen.value(field));
            var after = texts.typed(f, field, now.value(field));
            var mine = form.value(field).strip();
            if (!after.equals(before)) {
                var isMine = !mine.equals(before) && !mine.equals(after);
                if (!isMine) {
                    merged.put(field.name(), after);
                }
                theirs.add(new Theirs(
                        field,
                        texts.shown(f, field, seen.value(field)),
                        texts.shown(f, field, now.value(field)),
                        isMine ? mine : null));
            }
        }
        return new FactConflict(form.with(now.version(), merged), theirs, now);
    }

    /** The key of a correction made on top: it is another one. */
    FactConflict under(UUID key) {
        return new FactConflict(
                new FactForm(key.toString(), form.seen(), form.field(), form.reasonCode(), form.reason(), form.typed()),
                theirs,
                by);
    }
}
