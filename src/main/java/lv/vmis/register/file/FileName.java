package lv.vmis.register.file;

import java.text.Normalizer;
import java.util.Locale;
import lv.vmis.register.kernel.Outcome;

/** The name of a file as its sender called it: without a path, and with nothing in it that could lie. */
record FileName(String text) {

    /** What file systems allow. */
    private static final int LONGEST = 255;

    private static final int SHOWN = 60;

    static Outcome<FileName> of(String sent) {
        var name = Normalizer.normalize(
                        sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1),
                        Normalizer.Form.NFC)
                .strip();
        if (name.length() > LONGEST) {
            return Examination.refused(FileRefusal.NAME_TOO_LONG, shown(name), LONGEST);
        }
        if (name.codePoints().anyMatch(FileName::isUnreadable)
                || name.replace(".", "").isBlank()) {
            return Examination.refused(FileRefusal.NAME_UNREADABLE, shown(name));
        }
        return Outcome.done(new FileName(name));
    }

    /** A name fit to be shown in a message, whatever was sent. */
    static String shown(String sent) {
        var text = sent.codePoints()
                .limit(SHOWN)
                .map(point -> isUnreadable(point) ? '·' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return sent.codePointCount(0, sent.length()) > SHOWN ? text + "…" : text;
    }

    String extension() {
        return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name without what says its format: a title until somebody gives a better one. */
    String title() {
        var dot = text.lastIndexOf('.');
        return dot > 0 ? text.substring(0, dot) : text;
    }

    /** Controls, invisible marks and marks that turn the direction: "gpj.exe" can look like "exe.jpg". */
    private static boolean isUnreadable(int point) {
        // Joiners belong to names in Persian and in scripts of India.
        var isJoiner = point == 0x200C || point == 0x200D;
        return switch (Character.getType(point)) {
            case Character.FORMAT -> !isJoiner;
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> point == 0xFFFD;
        };
    }
}
