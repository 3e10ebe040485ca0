package lv.vmis.register.duty;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes deadlines as a calendar reads them (RFC 5545). */
final class ICalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Of a line, in bytes (RFC 5545, 3.1). */
    private static final int LONGEST_LINE = 75;

    private ICalendar() {}

    /**
     * One deadline.
     *
     * @param uid the same on every reading, so that a calendar moves it and does not add another
     * @param at the moment of the day, where it counts
     */
    record Event(String uid, LocalDate day, @Nullable Instant at, String summary, String address) {}

    static String of(String name, List<Event> events, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//VMIS//Register of Removed Foreigners and Entry Bans//LV");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escaped(name));
        line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        for (var event : events) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + escaped(event.uid));
            line(text, "DTSTAMP:" + MOMENT.format(now));
            line(
                    text,
                    event.at == null
                            ? "DTSTART;VALUE=DATE:" + DAY.format(event.day)
                            : "DTSTART:" + MOMENT.format(event.at));
            line(text, "SUMMARY:" + escaped(event.summary));
            line(text, "URL:" + event.address);
            line(text, "CLASS:CONFIDENTIAL");
            line(text, "TRANSP:TRANSPARENT");
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Folded so that no line is longer than it may be, and no letter is torn apart. */
    private static void line(StringBuilder text, String line) {
        var length = 0;
        for (var i = 0; i < line.length(); ) {
            var letter = Character.toString(line.codePointAt(i));
            var bytes = letter.getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > LONGEST_LINE) {
                text.append("\r\n ");
                length = 1;
            }
            text.append(letter);
            length += bytes;
            i += letter.length();
        }
        text.append("\r\n");
    }
}
