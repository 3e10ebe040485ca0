package lv.vmis.register.legacy.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the bytes of a text file look like, counted over the whole of it: which code pages it fits. */
final class Bytes {

    private static final int BLOCK = 1 << 16;
    private static final double MANY = 0.02;

    private long size;
    private long high;
    private long sequences;
    private long broken;
    private long controls;
    private long undefined;
    private int following;
    private int lead;
    private int second;
    private byte[] start = {};

    static Bytes of(Path file) throws IOException {
        var counted = new Bytes();
        try (InputStream in = Files.newInputStream(file)) {
            var block = new byte[BLOCK];
            for (var read = in.readNBytes(block, 0, BLOCK); read > 0; read = in.readNBytes(block, 0, BLOCK)) {
                if (counted.size == 0) {
                    counted.start = java.util.Arrays.copyOf(block, Math.min(read, 4));
                }
                counted.count(block, read);
            }
        }
        if (counted.following > 0) {
            counted.broken++;
        }
        return counted;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean hasMark() {
        return starts(0xEF, 0xBB, 0xBF);
    }

    boolean isUtf16() {
        return starts(0xFF, 0xFE) || starts(0xFE, 0xFF);
    }

    boolean isContainer() {
        return starts('P', 'K', 3, 4) || starts('P', 'K', 5, 6);
    }

    /** The old binary spreadsheets begin so. */
    boolean isOldSpreadsheet() {
        return starts(0xD0, 0xCF, 0x11, 0xE0);
    }

    private boolean starts(int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (var at = 0; at < bytes.length; at++) {
            if ((start[at] & 0xFF) != bytes[at]) {
                return false;
            }
        }
        return true;
    }

    private void count(byte[] block, int length) {
        size += length;
        for (var at = 0; at < length; at++) {
            var one = block[at] & 0xFF;
            if (one < 0x80) {
                if (following > 0) {
                    broken++;
                    following = 0;
                }
                continue;
            }
            high++;
            if (one < 0xA0) {
                controls++;
            }
            if (isUndefined(one)) {
                undefined++;
            }
            utf8(one);
        }
    }

    private void utf8(int one) {
        if (following > 0 && one < 0xC0) {
            var fits = second == 0
                    || switch (lead) {
                        case 0xE0 -> one >= 0xA0;
                        case 0xED -> one < 0xA0;
                        case 0xF0 -> one >= 0x90;
                        case 0xF4 -> one < 0x90;
                        default -> true;
                    };
            second = 0;
            if (!fits) {
                broken++;
                following = 0;
            } else if (--following == 0) {
                sequences++;
            }
            return;
        }
        if (following > 0) {
            broken++;
        }
        lead = one;
        second = 1;
        following =
                one >= 0xC2 && one <= 0xDF ? 1 : one >= 0xE0 && one <= 0xEF ? 2 : one >= 0xF0 && one <= 0xF4 ? 3 : 0;
        if (following == 0) {
            broken++;
        }
    }

    private static boolean isUndefined(int one) {
        return switch (one) {
            case 0x81, 0x83, 0x88, 0x8A, 0x8C, 0x90, 0x98, 0x9A, 0x9C, 0x9F, 0xA1, 0xA5 -> true;
            default -> false;
        };
    }

    /** How many places of the file a code page makes no sense of. */
    long damage(CodePage page) {
        // Letters that are whole sequences of UTF-8 are there by no accident.
        var meantAsUtf8 = sequences > 4 * broken ? sequences : 0;
        return switch (page) {
            case UTF_8 -> broken;
            case WINDOWS_1257 -> undefined + meantAsUtf8;
            case ISO_8859_13 -> controls + meantAsUtf8;
        };
    }

    /** The share of letters beyond ASCII that make no sense. */
    double share(CodePage page) {
        return high == 0 ? 0 : (double) damage(page) / high;
    }

    CodePage best() {
        var best = CodePage.UTF_8;
        for (var page : CodePage.values()) {
            if (damage(page) < damage(best)) {
                best = page;
            }
        }
        return best;
    }

    boolean isWrong(CodePage page) {
        return share(page) > MANY && damage(best()) < damage(page);
    }
}
