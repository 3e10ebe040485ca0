package lv.vmis.register.bench;

import java.util.Iterator;
import java.util.List;

/** Something that finds people of a register; several threads may ask at once. */
interface Engine extends AutoCloseable {

    /** A person it found, by the register's number, and how sure it is. */
    record Found(String eid, double score) {}

    String name();

    /** Whether a score says how probable it is that this is the person. */
    boolean scoresAreProbabilities();

    /** Takes these rows instead of others; the seconds it took once they were read. */
    double build(Iterator<RegisterRow> rows);

    /** The best first, each person once. */
    List<Found> search(QueryRow query, int limit);

    @Override
    default void close() {}
}
