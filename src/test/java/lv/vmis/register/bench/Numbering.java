package lv.vmis.register.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers texts from 0 as they come, in little more memory than their letters: a register has millions of them. */
final class Numbering {

    private byte[] letters = new byte[1 << 10];
    private int[] ends = new int[1 << 6];
    /** By hash, one more than the number, or 0. */
    private int[] places = new int[1 << 8];

    private int size;

    /** The number of a text, a new one if it is new. */
    int number(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int place = place(bytes);
        if (places[place] == 0) {
            append(bytes);
            places[place] = size;
            if (size * 2 > places.length) {
                grow();
            }
            return size - 1;
        }
        return places[place] - 1;
    }

    String text(int number) {
        return new String(letters, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
    }

    int size() {
        return size;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private int place(byte[] bytes) {
        int mask = places.length - 1;
        int hash = Arrays.hashCode(bytes) * 0x9E3779B9;
        int place = (hash ^ hash >>> 15) & mask;
        while (places[place] != 0 && !isText(places[place] - 1, bytes)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private boolean isText(int number, byte[] bytes) {
        return Arrays.equals(letters, start(number), ends[number], bytes, 0, bytes.length);
    }

    private void append(byte[] bytes) {
        int end = start(size) + bytes.length;
        if (end > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(end, letters.length + letters.length / 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 2);
        }
        System.arraycopy(bytes, 0, letters, start(size), bytes.length);
        ends[size++] = end;
    }

    private void grow() {
        places = new int[places.length * 2];
        for (int number = 0; number < size; number++) {
            places[place(Arrays.copyOfRange(letters, start(number), ends[number]))] = number + 1;
        }
    }
}
