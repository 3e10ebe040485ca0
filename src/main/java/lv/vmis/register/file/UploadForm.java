package lv.vmis.register.file;

import java.util.Arrays;
import java.util.List;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Parse;
import org.jspecify.annotations.Nullable;

/** What is said about files that are added together, as typed. The files themselves come beside it. */
public record UploadForm(
        @Nullable String key,
        @Nullable String kind,
        @Nullable String source,
        @Nullable String datedOn) {

    /** The field that holds the files. */
    static final String FILES = "files";

    static UploadForm empty(@Nullable String kind) {
        return new UploadForm(
                lv.vmis.register.kernel.Ids.next().toString(),
                kind == null ? FileKind.CASE_DOCUMENT.name() : kind,
                FileSource.OWN.name(),
                null);
    }

    /** The same words for another try; what is already kept must not be refused as sent twice. */
    UploadForm again() {
        return new UploadForm(lv.vmis.register.kernel.Ids.next().toString(), kind, source, datedOn);
    }

    FileKind kindIn(Parse in) {
        return chosen(in, "kind", kind, FileKind.ADDED, FileKind.OTHER);
    }

    FileSource sourceIn(Parse in) {
        return chosen(in, "source", source, FileSource.ADDED, FileSource.OWN);
    }

    public static List<Option> kinds(Frame f, List<FileKind> kinds) {
        return kinds.stream()
                .map(kind -> new Option(kind.name(), f.name("file.kind", kind)))
                .toList();
    }

    public static List<Option> kinds(Frame f) {
        return kinds(f, FileKind.ADDED);
    }

    public static List<Option> allKinds(Frame f) {
        return kinds(f, Arrays.asList(FileKind.values()));
    }

    public static List<Option> sources(Frame f) {
        return FileSource.ADDED.stream()
                .map(source -> new Option(source.name(), f.name("file.source", source)))
                .toList();
    }

    private static <E extends Enum<E>> E chosen(
            Parse in, String field, @Nullable String sent, List<E> allowed, E otherwise) {
        var value = in.oneOf(field, sent, otherwise.getDeclaringClass()).orNull();
        if (value != null && !allowed.contains(value)) {
            in.refuse(field, lv.vmis.register.edge.EdgeRefusal.NOT_IN_LIST);
        }
        return value == null || !allowed.contains(value) ? otherwise : value;
    }
}
