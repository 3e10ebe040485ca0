package lv.vmis.register.file;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** What is said about one file, and why it is corrected or withdrawn, as typed. */
public record FileForm(
        @Nullable String key,
        @Nullable String version,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String source,
        @Nullable String datedOn,
        @Nullable String reason) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy.");
    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_REASON = 2000;

    static FileForm of(StoredFile file) {
        return new FileForm(
                Ids.next().toString(),
                Integer.toString(file.version()),
                file.kind().name(),
                file.title(),
                file.source().name(),
                file.datedOn() == null ? null : DAY.format(file.datedOn()),
                null);
    }

    /** The same words on the file as it is now. */
    FileForm on(StoredFile file) {
        return new FileForm(
                Ids.next().toString(), Integer.toString(file.version()), kind, title, source, datedOn, reason);
    }

    Outcome<CorrectFile.Input> correction(StoredFile file, LocalDate today) {
        var in = new Parse(today);
        var sure = FileKind.CORRECTED.contains(file.kind())
                ? in.oneOf("kind", kind, FileKind.class)
                : new Parse.Parsed<FileKind>(null);
        if (sure.orNull() != null && !FileKind.CORRECTED.contains(sure.get())) {
            in.refuse("kind", lv.vmis.register.edge.EdgeRefusal.NOT_IN_LIST);
        }
        var name = in.text("title", title, LONGEST_TITLE);
        var from = file.source() == FileSource.REGISTER
                ? new Parse.Parsed<>(FileSource.REGISTER)
                : in.oneOf("source", source, FileSource.class);
        var day = optionalPastDay(in, datedOn);
        var why = in.text("reason", reason, LONGEST_REASON);
        var seen = in.number("version", version, 0, Integer.MAX_VALUE);
        return in.into(() ->
                new CorrectFile.Input(file.id(), seen.get(), sure.orNull(), name.get(), from.get(), day, why.get()));
    }

    Outcome<WithdrawFile.Input> withdrawal(StoredFile file, LocalDate today) {
        var in = new Parse(today);
        var why = in.text("reason", reason, LONGEST_REASON);
        var seen = in.number("version", version, 0, Integer.MAX_VALUE);
        return in.into(() -> new WithdrawFile.Input(file.id(), seen.get(), why.get()));
    }

    /** The day something was taken or issued: not after today, where it is known. */
    static @Nullable LocalDate optionalPastDay(Parse in, @Nullable String typed) {
        return typed == null || typed.isBlank()
                ? null
                : in.pastDay("datedOn", typed).orNull();
    }
}
