package lv.vmis.register.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits: how much, since when, how much of it is late, and the first rows.
 *
 * @param key of its name: {@code duty.queue.<key>}
 * @param all where the whole list is
 * @param total 1001 stands for more than a thousand
 */
public record Queue(
        String key, String all, long total, @Nullable Instant oldest, long late, List<Item> items) {

    /** More are not counted: nobody works through them today, and counting them all costs. */
    static final int MOST = 1_000;

    public Queue {
        items = List.copyOf(items);
    }

    /** The same queue, whose whole list begins there. */
    Queue wholeFrom(String address) {
        return new Queue(key, address, total, oldest, late, items);
    }

    public boolean isEmpty() {
        return total == 0;
    }

    public boolean isMoreThanCounted() {
        return total > MOST;
    }

    public boolean hasDue() {
        return items.stream().anyMatch(item -> item.due() != null);
    }

    /** Whole days the oldest has waited. */
    public long days(Instant now) {
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toDays());
    }

    /** One thing to do. */
    public record Item(
            String href,
            PersonId person,
            String familyName,
            @Nullable String givenNames,
            PartialDate birthDate,
            String number,
            @Nullable String kind,
            Instant since,
            @Nullable Due due) {

        /** "NGUYEN Van An". */
        public String name() {
            var family = familyName.toUpperCase(Locale.ROOT);
            return givenNames == null ? family : family + " " + givenNames;
        }
    }

    /**
     * A deadline, with the law it comes from.
     *
     * @param key of the words: {@code duty.due.<key>}
     * @param at the time of that day, where it counts
     */
    public record Due(String key, LocalDate day, @Nullable Instant at, Bilingual law, boolean late) {

        /** "MK not. Nr. 454, 4. p." for "Ministru kabineta noteikumi Nr. 454 (2011), 4. punkts". */
        public String citation(Language language) {
            return law.in(language)
                    .replace("Ministru kabineta noteikumi", "MK not.")
                    .replace("Cabinet Regulation", "Cab. Reg.")
                    .replaceAll(" \\(\\d{4}\\)", "")
                    .replace("punkts", "p.")
                    .replace("pants", "p.")
                    .replace("Paragraph", "para.")
                    .replace("Section", "s.");
        }
    }
}
