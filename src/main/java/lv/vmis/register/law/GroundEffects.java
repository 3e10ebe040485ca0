package lv.vmis.register.law;

import java.util.List;

/**
 * What a change of a ground leaves as it is, and what the forms offer after it.
 *
 * @param kept acts that rest on the version of their day and go on to
 */
public record GroundEffects(Kept kept, List<Offer> offers) {

    /**
     * What rests on the ground now.
     *
     * @param decisions signed decisions that are not carried out
     * @param bans bans that are not over
     * @param alerts alerts in SIS that rest on such a decision or ban
     * @param planned bans for Schengen in drafts, whose alerts will hang on what the ground says when they are signed
     */
    public record Kept(int decisions, int bans, int alerts, int planned) {

        public boolean isNone() {
            return decisions + bans + alerts + planned == 0;
        }
    }

    /**
     * Whether the form of an institution offers the ground.
     *
     * @param left how many grounds for such acts it can choose from after the change
     */
    public record Offer(String institution, boolean before, boolean after, int left) {}

    /** Institutions that would have no ground left for such acts. */
    public List<Offer> withoutAny() {
        return offers.stream().filter(offer -> offer.left() == 0).toList();
    }
}
