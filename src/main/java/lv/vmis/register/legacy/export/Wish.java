package lv.vmis.register.legacy.export;

import org.jspecify.annotations.Nullable;

/** What somebody says a file is; what is left out is found out. */
public record Wish(
        @Nullable FileFormat format,
        @Nullable CodePage codePage,
        @Nullable Character separator,
        @Nullable String sheet,
        @Nullable OldTable table,
        @Nullable Boolean header) {

    /** Find out everything. */
    public static final Wish NONE = new Wish(null, null, null, null, null, null);

    public static Wish of(OldTable table) {
        return new Wish(null, null, null, null, table, null);
    }

    public Wish with(CodePage page) {
        return new Wish(format, page, separator, sheet, table, header);
    }

    public Wish withSheet(String name) {
        return new Wish(format, codePage, separator, name, table, header);
    }

    public Wish withSeparator(char given) {
        return new Wish(format, codePage, given, sheet, table, header);
    }

    public Wish withHeader(boolean given) {
        return new Wish(format, codePage, separator, sheet, table, given);
    }
}
