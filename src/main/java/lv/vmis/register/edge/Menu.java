package lv.vmis.register.edge;

import java.util.List;
import lv.vmis.register.kernel.Right;

/** The main menu: what each role finds there follows from its rights. */
public final class Menu {

    /** A place to go: the key of its text, its address, the right it needs and the keys that lead there. */
    public record Item(String key, String href, Right right, String keys) {}

    public static final List<Item> ITEMS = List.of(
            new Item("menu.desktop", "/", Right.SIGNED_IN, "g d"),
            new Item("menu.check", "/check", Right.CHECK, "g r"),
            new Item("menu.persons", "/persons", Right.SEARCH, "g p"),
            new Item("menu.cases", "/cases", Right.SEE_PERSON, "g l"),
            new Item("menu.duties", "/duties", Right.SEE_PERSON, "g n"),
            new Item("menu.detentions", "/detentions", Right.SEE_PERSON, "g z"),
            new Item("menu.decisions", "/decisions", Right.SEE_PERSON, "g e"),
            new Item("menu.removals", "/removals", Right.SEE_SPECIAL, "g t"),
            new Item("menu.bans", "/bans", Right.SEE_PERSON, "g i"),
            new Item("menu.notices", "/notices", Right.ENTER_NOTICE, "g y"),
            new Item("menu.exchange", "/exchange", Right.KEEP_EXCHANGE, "g m"),
            new Item("menu.sis", "/sis", Right.KEEP_ALERTS, "g s"),
            new Item("menu.agreements", "/agreements", Right.SEE_AGREEMENTS, "g o"),
            new Item("menu.devices", "/devices", Right.SEE_DEVICES, "g b"),
            new Item("menu.accounts", "/accounts", Right.SEE_ACCOUNTS, "g a"),
            new Item("menu.reference", "/reference", Right.SEE_REFERENCE, "g k"));

    private Menu() {}
}
