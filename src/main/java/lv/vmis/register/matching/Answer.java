package lv.vmis.register.matching;

import java.util.List;

/**
 * What was found for a description.
 *
 * @param hits the persons who may be meant, the most likely first
 * @param namesakes how many rows have the rarest of the names, 0 if a name is in no row
 * @param notWeighed how many rows share a word but were too many to weigh: above 0 more should be said of the person
 * @param unread words of a script that nothing is known of
 * @param weights the version of the weights
 */
public record Answer(List<Hit> hits, long namesakes, long notWeighed, int unread, String weights) {

    public Answer {
        hits = List.copyOf(hits);
    }
}
