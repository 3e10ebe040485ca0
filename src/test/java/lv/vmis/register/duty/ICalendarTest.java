package lv.vmis.register.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is written into a calendar is read from it again. */
class ICalendarTest {

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private static final Pattern SUMMARY = Pattern.compile("SUMMARY:(.*?)\r\nURL", Pattern.DOTALL);

    @Property
    void any_text_comes_through(@ForAll String summary) {
        var event = new ICalendar.Event("uid", LocalDate.of(2026, 11, 27), null, summary, "https://example.org/");
        var text = ICalendar.of("Termiņi", List.of(event), Instant.EPOCH);
        assertThat(List.of(text.split("\r\n", -1)))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        var read = SUMMARY.matcher(text.replace("\r\n ", ""));
        assertThat(read.find()).isTrue();
        var unescaped = ESCAPED.matcher(read.group(1))
                .replaceAll(one -> one.group(1).equals("n") ? "\n" : Matcher.quoteReplacement(one.group(1)));
        assertThat(unescaped).isEqualTo(summary.replaceAll("\\R", "\n"));
    }
}
