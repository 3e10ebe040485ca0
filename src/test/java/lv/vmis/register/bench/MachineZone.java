package lv.vmis.register.bench;

import org.jspecify.annotations.Nullable;

/** The line of names in a machine-readable zone, and what is left where it is too short for them (ICAO 9303). */
final class MachineZone {

    /** Room for names in a passport (TD3), an older visa or card (TD2), and a card (TD1). */
    private static final Shares<Integer> ROOM =
            new Shares<Integer>().add(50, 39).add(25, 31).add(25, 30);

    private MachineZone() {}

    static Writing.Name read(Writing.Name name) {
        return new Writing.Name(Letters.ofMachine(name.surname()), Letters.ofMachine(name.given()));
    }

    static String raw(Writing.Name name) {
        return name.surname().replace(' ', '<') + "<<" + name.given().replace(' ', '<');
    }

    /** The name as far as there is room, or null where there is room for all of it. */
    static Writing.@Nullable Name truncated(Writing.Name name, Chance chance) {
        var read = read(name);
        var room = ROOM.draw(chance);
        var length = read.surname().length() + 2 + read.given().length();
        if (length <= room || read.given().isEmpty()) {
            return null;
        }
        // The surname keeps its place as long as one letter of the given names can be seen.
        var surname = cut(read.surname(), room - 3);
        return new Writing.Name(surname, cut(read.given(), room - 2 - surname.length()));
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length())).strip();
    }
}
