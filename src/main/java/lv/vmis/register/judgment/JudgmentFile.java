package lv.vmis.register.judgment;

import java.util.List;
import lv.vmis.register.decision.BanLine;
import lv.vmis.register.person.PersonBar;

/**
 * A judgment with what its page shows.
 *
 * @param isDeparted whether the person has left
 */
public record JudgmentFile(Judgment judgment, PersonBar bar, List<BanLine> bans, boolean isDeparted) {}
