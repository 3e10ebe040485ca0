package lv.vmis.register.matching;

import java.util.Arrays;

/** Texts of ASCII laid one after another. */
final class Letters {

    private final Ints starts = new Ints();
    private byte[] letters = new byte[1024];
    private int length;

    Letters() {
        starts.add(0);
    }

    /** Adds a text and gives its number. */
    int add(String text) {
        if (length + text.length() > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(letters.length * 2, length + text.length()));
        }
        for (int i = 0; i < text.length(); i++) {
            letters[length++] = (byte) text.charAt(i);
        }
        starts.add(length);
        return starts.size() - 2;
    }

    byte[] packed() {
        return Arrays.copyOf(letters, length);
    }

    int[] starts() {
        return starts.packed();
    }
}
