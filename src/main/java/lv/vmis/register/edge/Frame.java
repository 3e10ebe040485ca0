package lv.vmis.register.edge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Right;
import org.jspecify.annotations.Nullable;

/** What every page knows: the language and its texts, who looks and for what, and how days and times are written. */
public record Frame(
        Texts texts,
        Language language,
        Environment environment,
        @Nullable Actor actor,
        String unitName,
        String path,
        String back,
        Csrf csrf,
        String assets,
        Instant now,
        boolean part,
        Preparing.@Nullable Reached preparing) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy.");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy. HH:mm");

    /**
     * The token each form carries, the header scripts send it in, and under seal to whom the form is given; empty where
     * nobody has signed in.
     */
    public record Csrf(String parameter, String header, String token, String given) {}

    public String t(String key, Object... values) {
        return texts.get(language, key, values);
    }

    public String t(Refusal refusal) {
        return texts.of(language, refusal);
    }

    /** The text of a code that a list of the interface explains: {@code t("role", "GUARD")} reads {@code role.GUARD}. */
    public String name(String list, Object code) {
        return texts.get(language, list + "." + code);
    }

    public boolean isLatvian() {
        return language == Language.LV;
    }

    /** The one of two stored texts that is in the language of the page. */
    public String pick(String latvian, String english) {
        return isLatvian() ? latvian : english;
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public String day(@Nullable PartialDate day) {
        return day == null ? "" : day.shown();
    }

    /** "+3,25" or "−3,25", with the sign before and the separator of the language. */
    public String signed(double number) {
        var text = String.format(Locale.ROOT, "%+.2f", number).replace('-', '−');
        return isLatvian() ? text.replace('.', ',') : text;
    }

    /** "18 239". */
    public String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u00A0');
    }

    /** "1 240,50 EUR" or "EUR 1 240.50". */
    public String euros(BigDecimal amount) {
        var text = String.format(Locale.ROOT, "%,.2f", amount).replace(',', '\u00A0');
        return isLatvian() ? text.replace('.', ',') + "\u00A0EUR" : "EUR\u00A0" + text;
    }

    public String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(ZonedDateTime.ofInstant(instant, RegisterClock.RIGA));
    }

    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : MOMENT.format(ZonedDateTime.ofInstant(instant, RegisterClock.RIGA));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, RegisterClock.RIGA);
    }

    public boolean may(Right right) {
        return actor != null && actor.may(right);
    }

    public List<Menu.Item> menu() {
        return Menu.ITEMS.stream().filter(item -> may(item.right())).toList();
    }

    public List<Menu.Item> menuLine() {
        return Menu.line(menu());
    }

    public List<Menu.Item> menuMore() {
        return Menu.more(menu());
    }

    public boolean isAt(Menu.Item item) {
        return item.href().equals("/") ? path.equals("/") : path.startsWith(item.href());
    }

    public Actor someone() {
        return Objects.requireNonNull(actor, "nobody has signed in");
    }
}
