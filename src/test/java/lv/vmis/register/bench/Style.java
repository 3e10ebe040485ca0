package lv.vmis.register.bench;

/** A hand that writes names: its letters, its school, how it joins syllables, whether it writes optional parts. */
record Style(Script script, long seed, Culture.School school, double habit, String joint, boolean writesOptional) {

    enum Script {
        LATIN,
        NATIVE,
        LATVIAN
    }

    static Style any(Culture culture, Chance chance) {
        return any(culture, Script.LATIN, chance);
    }

    static Style any(Culture culture, Script script, Chance chance) {
        var joint = chance.fraction();
        return new Style(
                script,
                chance.number(),
                culture.schools().draw(chance),
                chance.fraction(),
                joint < 0.66 ? "" : joint < 0.84 ? " " : "-",
                chance.percent(culture.shown()));
    }

    Style as(Script other) {
        return new Style(other, seed, school, habit, joint, writesOptional);
    }
}
