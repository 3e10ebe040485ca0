package lv.vmis.register.legacy.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text that was read in a wrong code page before it came here: repaired where it can have been one thing only. */
public final class Misread {

    private static final Charset BALTIC = Charset.forName("windows-1257");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final short[] BALTIC_BYTES = table(BALTIC);
    private static final short[] WESTERN_BYTES = table(WESTERN);

    private static final String LATVIAN = "āčēģīķļņŗšūžĀČĒĢĪĶĻŅŖŠŪŽõÕ";

    /** The letters beyond ASCII of languages whose names may stand there as they are. */
    private static final List<String> LANGUAGES = List.of(
            "àâæçèéêëîïôœùûüÿ", // French
            "àèéìòóù", // Italian
            "áéíñóúü", // Spanish
            "àáâãçéêíóôõúü", // Portuguese
            "àçèéíïòóúü", // Catalan
            "âçğıîöşûü", // Turkish
            "áæéíðóöúýþ", // Icelandic
            "áíðóúýæø", // Faroese
            "äöüßåæøéõ", // German, the Nordic languages, Estonian
            "áäéíóôúýčďěľĺňŕřšťůž", // Czech and Slovak
            "àáâãèéêìíòóôõùúýăđĩũơưỳ", // Vietnamese
            "âîăşţșț", // Romanian
            "áéíóöőúüű", // Hungarian
            "ąćęłńóśźż", // Polish
            "ąčęėįšųūž", // Lithuanian
            "āčēģīķļņŗšūžõ"); // Latvian, Livonian

    private Misread() {}

    /** A text, and what was made of it. */
    public record Repaired(String text, @Nullable Remark remark) {}

    /** Repairs a text where that is certain, and says so; otherwise leaves it as it is. */
    public static Repaired repair(String text) {
        if (isAscii(text)) {
            return new Repaired(text, null);
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return new Repaired(text, Remark.of(RemarkCode.DAMAGED, text));
        }
        for (var page : List.of(BALTIC, WESTERN)) {
            var utf8 = readAgain(text, page);
            if (utf8.isPresent()) {
                return new Repaired(utf8.get(), Remark.of(RemarkCode.REPAIRED, text, utf8.get(), "UTF-8", page.name()));
            }
        }
        return baltic(text);
    }

    private static boolean isAscii(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Whether what is beyond ASCII comes in sequences of UTF-8, which costs nothing to ask. */
    private static boolean mayBeUtf8(byte[] bytes) {
        for (var at = 0; at < bytes.length; at++) {
            var value = bytes[at] & 0xFF;
            if (value >= 0x80) {
                var more = value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : 1;
                if (value < 0xC2 || value > 0xF4 || at + more >= bytes.length) {
                    return false;
                }
                for (var next = 1; next <= more; next++) {
                    if ((bytes[at + next] & 0xC0) != 0x80) {
                        return false;
                    }
                }
                at += more;
            }
        }
        return true;
    }

    /** UTF-8 that was read as a code page of single bytes: sequences of it come about by no accident. */
    private static Optional<String> readAgain(String text, Charset page) {
        var bytes = bytes(text, page.equals(BALTIC) ? BALTIC_BYTES : WESTERN_BYTES);
        if (bytes == null || !mayBeUtf8(bytes)) {
            return Optional.empty();
        }
        try {
            var decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var plausible = decoded.codePoints()
                    .filter(letter -> letter >= 0x80)
                    .allMatch(letter -> Character.isLetter(letter) || "–—“”„’‘".indexOf(letter) >= 0);
            return plausible && !decoded.equals(text) ? Optional.of(decoded) : Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** What byte a page writes a letter as, by the letter; a negative number where it has none. */
    private static short[] table(Charset page) {
        var table = new short[1 << 16];
        Arrays.fill(table, (short) -1);
        for (var value = 0xFF; value >= 0xA0; value--) {
            table[value] = (short) (value == 0xA1 || value == 0xA5 ? value : -1);
        }
        for (var value = 0xFF; value >= 0; value--) {
            var letter = new String(new byte[] {(byte) value}, page).charAt(0);
            if (letter != '\uFFFD') {
                table[letter] = (short) value;
            }
        }
        // What the page does not define, programs keep as a control of the same number.
        for (var value = 0; value < 0xA0; value++) {
            table[value] = (short) value;
        }
        return table;
    }

    private static byte @Nullable [] bytes(String text, short[] table) {
        var bytes = new byte[text.length()];
        for (var at = 0; at < bytes.length; at++) {
            var value = table[text.charAt(at)];
            if (value < 0) {
                return null;
            }
            bytes[at] = (byte) value;
        }
        return bytes;
    }

    /** The Baltic page read as the Western one: certain where no language has all these letters, and every one becomes Latvian. */
    private static Repaired baltic(String text) {
        var bytes = bytes(text, WESTERN_BYTES);
        if (bytes == null) {
            return new Repaired(text, null);
        }
        var read = new String(bytes, BALTIC);
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80 && LATVIAN.indexOf(read.charAt(at)) < 0) {
                return new Repaired(text, null);
            }
        }
        var special = text.toLowerCase(java.util.Locale.ROOT)
                .chars()
                .filter(letter -> letter >= 0x80)
                .toArray();
        var isOfALanguage = LANGUAGES.stream()
                .anyMatch(letters -> Arrays.stream(special).allMatch(letter -> letters.indexOf(letter) >= 0));
        return isOfALanguage
                ? new Repaired(text, suspicion(text, read))
                : new Repaired(read, Remark.of(RemarkCode.REPAIRED, text, read, BALTIC.name(), WESTERN.name()));
    }

    /** A lone strange letter before a Latvian ending; said only where the other reading ends as Latvian names do. */
    private static @Nullable Remark suspicion(String text, String read) {
        // Of these letters alone, since most others are common in names of other languages.
        var isLikely = text.toLowerCase(java.util.Locale.ROOT).matches("[\\p{ASCII}âîûðþ]*")
                && read.toLowerCase(java.util.Locale.ROOT).matches(".*(?:[šņķģļž]s|[šņļž]|is|ns|ts|rs|ška)$");
        return isLikely ? Remark.of(RemarkCode.LOOKS_DAMAGED, text, read) : null;
    }
}
