package lv.vmis.register.matching;

import java.util.List;

/**
 * A person who may be meant.
 *
 * @param person the number he was put in under
 * @param parts what speaks for and against him
 * @param probability that he, and none of the others found, is meant; 0 to 1
 * @param kind how sure that is, whoever else was found
 * @param weights the version of the weights it was scored with
 */
public record Hit(long person, List<Part> parts, double probability, HitClass kind, String weights) {

    public Hit {
        parts = List.copyOf(parts);
    }

    /** In bits, the sum of the parts: the odds that he is meant against that he is not, doubled so many times. */
    public double score() {
        return parts.stream().mapToInt(Part::hundredths).sum() / 100.0;
    }
}
