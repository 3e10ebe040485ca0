package lv.vmis.register.person;

import org.jspecify.annotations.Nullable;

/**
 * A field of a fact, named like its column.
 *
 * @param list the code list of a {@link Type#CODE}
 * @param longest in characters
 * @param special whether only those who need them see data of a special category
 */
public record FactField(String name, Type type, @Nullable String list, boolean required, int longest, boolean special) {

    private static final int SHORT = 100;
    private static final int LONG = 4000;

    /** What a field holds, and how it is typed, stored and shown. */
    public enum Type {
        TEXT,
        STORY,
        CODE,
        NATIONALITY,
        BIRTH_COUNTRY,
        ISSUER,
        DAY,
        BIRTH_DATE,
        /** The number of another person of the register. */
        PERSON;

        boolean isCountry() {
            return this == NATIONALITY || this == BIRTH_COUNTRY || this == ISSUER;
        }
    }

    static FactField text(String name, int longest) {
        return new FactField(name, Type.TEXT, null, false, longest, false);
    }

    static FactField story(String name) {
        return new FactField(name, Type.STORY, null, false, LONG, false);
    }

    static FactField code(String name, String list) {
        return new FactField(name, Type.CODE, list, false, SHORT, false);
    }

    static FactField nationality(String name) {
        return new FactField(name, Type.NATIONALITY, null, false, SHORT, false);
    }

    static FactField birthCountry(String name) {
        return new FactField(name, Type.BIRTH_COUNTRY, null, false, SHORT, false);
    }

    static FactField issuer(String name) {
        return new FactField(name, Type.ISSUER, null, false, SHORT, false);
    }

    static FactField day(String name) {
        return new FactField(name, Type.DAY, null, false, SHORT, false);
    }

    static FactField birthDate(String name) {
        return new FactField(name, Type.BIRTH_DATE, null, false, SHORT, false);
    }

    static FactField person(String name) {
        return new FactField(name, Type.PERSON, null, false, SHORT, false);
    }

    FactField must() {
        return new FactField(name, type, list, true, longest, special);
    }

    FactField sensitive() {
        return new FactField(name, type, list, required, longest, true);
    }

    public boolean isCode() {
        return type == Type.CODE;
    }

    public boolean isPerson() {
        return type == Type.PERSON;
    }

    public boolean isCountry() {
        return type.isCountry();
    }

    public boolean isStory() {
        return type == Type.STORY;
    }

    public boolean isDay() {
        return type == Type.DAY;
    }
}
