package lv.vmis.register.bench;

import java.util.List;

/** What an engine answered to a query. */
record Answer(QueryRow query, List<Engine.Found> found) {

    /** The score of the first hit; without one less than any score. */
    double score() {
        return found.isEmpty() ? Double.NEGATIVE_INFINITY : found.getFirst().score();
    }

    boolean isRight() {
        return isAmong(1);
    }

    boolean isAmong(int first) {
        return query.isKnown()
                && found.stream().limit(first).anyMatch(hit -> hit.eid().equals(query.eid()));
    }
}
