package lv.vmis.register.ban;

/**
 * How many bans of one territory, decider and legal basis were in force on a day.
 *
 * @param then as the register knew it at a moment
 * @param now as it knows it now
 */
public record BanCount(String territory, String decider, String legalBasis, long then, long now) {}
