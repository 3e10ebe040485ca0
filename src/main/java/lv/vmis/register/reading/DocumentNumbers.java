package lv.vmis.register.reading;

/** Makes document numbers comparable however they were typed, printed or read by a camera. */
public final class DocumentNumbers {

    private DocumentNumbers() {}

    /**
     * Capital letters and digits only, letters that readers confuse with digits written as the digit
     * (O→0, I→1, B→8, S→5, Z→2). Letters of other scripts are transliterated first; empty if nothing is left.
     *
     * <p>Two different numbers may share a key: it finds candidates and proves nothing.
     */
    public static String key(String number) {
        var latin = Latin.transliterate(number);
        var key = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            char c = latin.charAt(i);
            if (Latin.isMachineReadable(c)) {
                key.append(digitFor(c));
            }
        }
        return key.toString();
    }

    /** The digit that looks like this letter, or the character itself. */
    static char digitFor(char c) {
        return switch (c) {
            case 'O' -> '0';
            case 'I' -> '1';
            case 'B' -> '8';
            case 'S' -> '5';
            case 'Z' -> '2';
            default -> c;
        };
    }

    /** The letter that looks like this digit, or the character itself. */
    static char letterFor(char c) {
        return switch (c) {
            case '0' -> 'O';
            case '1' -> 'I';
            case '8' -> 'B';
            case '5' -> 'S';
            case '2' -> 'Z';
            default -> c;
        };
    }
}
