package lv.vmis.register.legacy.staging;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.legacy.export.CodePage;
import lv.vmis.register.legacy.export.FileFormat;
import lv.vmis.register.legacy.export.OldRegister;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.export.Wish;
import org.jspecify.annotations.Nullable;

/** What is said about a file that is put, or why one is taken out, as typed. What is left out is found out. */
public record OldFileForm(
        @Nullable UUID key,
        @Nullable String load,
        @Nullable String table,
        @Nullable String format,
        @Nullable String codePage,
        @Nullable String separator,
        @Nullable String sheet,
        @Nullable String header,
        @Nullable String why) {

    private static final int SHEET = 31;
    private static final int WHY = 1_000;

    static OldFileForm fresh() {
        return new OldFileForm(Ids.next(), null, null, null, null, null, null, null, null);
    }

    /** The same words for another try; a file can only be chosen by a person. */
    OldFileForm again() {
        return new OldFileForm(Ids.next(), load, table, format, codePage, separator, sheet, header, why);
    }

    Outcome<Wish> wish(LocalDate today) {
        var in = new Parse(today);
        var asTable = chosen(in, "table", table, OldTable.class);
        var asFormat = chosen(in, "format", format, FileFormat.class);
        var asPage = chosen(in, "codePage", codePage, CodePage.class);
        var asSeparator = separator == null || separator.isEmpty()
                ? null
                : Arrays.stream(Separator.values())
                        .filter(one -> one.name().equals(separator))
                        .findFirst()
                        .orElse(null);
        if (separator != null && !separator.isEmpty() && asSeparator == null) {
            in.refuse("separator", StagingRefusal.NOT_SEPARATOR);
        }
        var asSheet = in.optionalText("sheet", sheet, SHEET);
        var asHeader = chosen(in, "header", header, Header.class);
        return in.into(() -> new Wish(
                asFormat,
                asPage,
                asSeparator == null ? null : asSeparator.sign(),
                asSheet.orNull(),
                asTable,
                asHeader == null ? null : asHeader == Header.YES));
    }

    Outcome<String> because(LocalDate today) {
        var in = new Parse(today);
        var reason = in.text("why", why, WHY);
        return in.into(reason::get);
    }

    private static <E extends Enum<E>> @Nullable E chosen(
            Parse in, String field, @Nullable String typed, Class<E> values) {
        return typed == null || typed.isBlank()
                ? null
                : in.oneOf(field, typed, values).orNull();
    }

    enum Header {
        YES,
        NO
    }

    /** What stands between two values. */
    enum Separator {
        SEMICOLON(';'),
        COMMA(','),
        TAB('\t');

        private final char sign;

        Separator(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    public static List<Option> tables(Frame f, OldRegister register) {
        return Arrays.stream(OldTable.values())
                .filter(one -> one.register() == register)
                .map(one -> new Option(one.name(), f.name("staging.table", one)))
                .toList();
    }

    public static List<Option> formats() {
        return Arrays.stream(FileFormat.values())
                .map(one -> new Option(one.name(), one.name()))
                .toList();
    }

    public static List<Option> codePages() {
        return Arrays.stream(CodePage.values())
                .map(one -> new Option(one.name(), one.shown()))
                .toList();
    }

    public static List<Option> separators(Frame f) {
        return Arrays.stream(Separator.values())
                .map(one -> new Option(one.name(), f.name("staging.separator", one)))
                .toList();
    }

    public static List<Option> headers(Frame f) {
        return Arrays.stream(Header.values())
                .map(one -> new Option(one.name(), f.name("staging.header", one)))
                .toList();
    }
}
