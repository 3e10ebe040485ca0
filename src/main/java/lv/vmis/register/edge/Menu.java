package lv.vmis.register.edge;

import java.util.List;
import lv.vmis.register.kernel.Right;

/** The main menu: what each role finds there follows from its rights, and it stays one line. */
public final class Menu {

    /** So many stand beside each other; of more, those that are not for every day stand behind the last. */
    private static final int MOST = 8;

    /**
     * A place to go: the key of its text, its address, the right it needs and the keys that lead there.
     *
     * @param isDaily whether it stands in the line also where there are many
     */
    public record Item(String key, String href, Right right, String keys, boolean isDaily) {}

    public static final List<Item> ITEMS = List.of(
            daily("menu.desktop", "/", Right.SIGNED_IN, "g d"),
            daily("menu.check", "/check", Right.CHECK, "g r"),
            daily("menu.persons", "/persons", Right.SEARCH, "g p"),
            daily("menu.cases", "/cases", Right.SEE_PERSON, "g l"),
            other("menu.duties", "/duties", Right.SEE_PERSON, "g n"),
            other("menu.detentions", "/detentions", Right.SEE_PERSON, "g z"),
            daily("menu.decisions", "/decisions", Right.SEE_PERSON, "g e"),
            daily("menu.removals", "/removals", Right.SEE_SPECIAL, "g t"),
            daily("menu.bans", "/bans", Right.SEE_PERSON, "g i"),
            other("menu.notices", "/notices", Right.ENTER_NOTICE, "g y"),
            other("menu.exchange", "/exchange", Right.KEEP_EXCHANGE, "g m"),
            other("menu.sis", "/sis", Right.KEEP_ALERTS, "g s"),
            other("menu.agreements", "/agreements", Right.SEE_AGREEMENTS, "g o"),
            other("menu.devices", "/devices", Right.SEE_DEVICES, "g b"),
            other("menu.old-registers", "/old-registers", Right.SEE_TAKING, "g v"),
            other("menu.accounts", "/accounts", Right.SEE_ACCOUNTS, "g a"),
            other("menu.reference", "/reference", Right.SEE_REFERENCE, "g k"));

    private Menu() {}

    private static Item daily(String key, String href, Right right, String keys) {
        return new Item(key, href, right, keys, true);
    }

    private static Item other(String key, String href, Right right, String keys) {
        return new Item(key, href, right, keys, false);
    }

    /** Those that stand in the line. */
    static List<Item> line(List<Item> all) {
        return all.size() <= MOST ? all : all.stream().filter(Item::isDaily).toList();
    }

    /** Those that stand behind the last of the line. */
    static List<Item> more(List<Item> all) {
        return all.size() <= MOST
                ? List.of()
                : all.stream().filter(item -> !item.isDaily()).toList();
    }
}
