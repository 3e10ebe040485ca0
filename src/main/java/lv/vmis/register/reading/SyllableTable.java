package lv.vmis.register.reading;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a table of lines, each of characters written alike and their Latin forms: {@code 陈陳 CHAN TAN}. */
final class SyllableTable {

    private SyllableTable() {}

    static Map<String, List<String>> of(String lines) {
        var table = new HashMap<String, List<String>>();
        lines.lines().map(line -> Arrays.asList(line.split(" "))).forEach(line -> {
            var forms = List.copyOf(line.subList(1, line.size()));
            line.getFirst().chars().forEach(c -> table.put(Character.toString(c), forms));
        });
        return Map.copyOf(table);
    }
}
