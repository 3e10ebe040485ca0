package lv.vmis.register.kernel;

/** The same words in both languages, for a refusal that does not know yet who reads it. */
public record Bilingual(String latvian, String english) {

    public String in(Language language) {
        return switch (language) {
            case LV -> latvian;
            case EN -> english;
        };
    }

    @Override
    public String toString() {
        return latvian;
    }
}
