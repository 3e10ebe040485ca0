package lv.vmis.register.reading;

import java.time.LocalDate;

/** What an official typed, pasted or scanned into the one search box. */
public sealed interface QuickInput {

    /** A machine readable zone, possibly with wrong check digits. */
    record MrzText(Mrz mrz) implements QuickInput {}

    /** Meant as a machine readable zone, but not readable: wrong length or a visa. */
    record DamagedMrz(MrzReading reading) implements QuickInput {}

    /** Anything shaped like a personas kods; {@code reading} is never {@link PersonalCode.Reading.NotACode}. */
    record PersonalCodeText(PersonalCode.Reading reading) implements QuickInput {}

    /** Normalised, e.g. {@code L-2026-000123}. */
    record CaseNumber(String number) implements QuickInput {}

    /** Normalised, e.g. {@code VRS-R-2026-00012} (R = rīkojums, L = lēmums). */
    record DecisionNumber(String number) implements QuickInput {}

    /** Normalised, e.g. {@code P-0001234}. */
    record PersonNumber(String number) implements QuickInput {}

    /** A day, a partial day or an impossible day; two-digit years are read as years of birth. */
    record DateText(FlexibleDate date) implements QuickInput {}

    /** As typed in capitals without blanks and hyphens, and the key to compare by. */
    record DocumentNumber(String number, String key) implements QuickInput {}

    /** A name with single blanks, and its key, which is empty for scripts {@link Latin} does not know. */
    record NameText(String name, NameKey key) implements QuickInput {}

    record Empty() implements QuickInput {}

    /** Fewer letters than a search needs. */
    record TooShort() implements QuickInput {}

    record TooLong(int length, int limit) implements QuickInput {}

    /** Recognises the kind of input; {@code today} decides the century of two-digit years. Never throws. */
    static QuickInput recognise(String text, LocalDate today) {
        if (text.length() > MrzReader.LIMIT) {
            return new TooLong(text.length(), MrzReader.LIMIT);
        }
        var typed = text.strip().replaceAll("\\s+", " ");
        if (typed.isEmpty()) {
            return new Empty();
        }
        return switch (Mrz.read(text, today)) {
            case MrzReading.Read(var mrz) -> new MrzText(mrz);
            case MrzReading.WrongLength damaged -> new DamagedMrz(damaged);
            case MrzReading.Visa visa -> new DamagedMrz(visa);
            case MrzReading.TooLong(int length, int limit) -> new TooLong(length, limit);
            case MrzReading.NotMrz() -> new QuickPatterns(typed, today).recognise();
        };
    }
}
