package lv.vmis.register.law;

import java.util.List;

/**
 * What a rule makes of a change of the law.
 *
 * @param open the cases it was worked out for
 * @param earlier those whose event was before the change begins
 * @param earlierTouched those of them that would have another date all the same, which must be none
 */
public record TriedRule(String key, int open, int earlier, int earlierTouched, List<Touched> touched) {

    public TriedRule {
        touched = List.copyOf(touched);
    }

    public int later() {
        return open - earlier;
    }
}
