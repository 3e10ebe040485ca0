package lv.vmis.register.selection;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.edge.Csv;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Xlsx;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.journal.Looks.Looked;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import lv.vmis.register.reference.Names;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/**
 * A list as a file: one look at everybody in it, durable before the first line leaves, then the lines part by part. Its first line says
 * who took it out, when, for what, and under which number the journal knows it.
 */
@Component
class ListFile {

    private static final int PART = 500;

    /** Who and when, for what, and the number of the entry: what of the mark stands below every printed page. */
    private static final int FOOTED = 3;

    private final Names names;
    private final Looks looks;

    ListFile(Names names, Looks looks) {
        this.names = names;
        this.looks = looks;
    }

    /** A list is longer than it may be: nothing was recorded and nothing left. */
    static final class TooLong extends RuntimeException {
        TooLong() {
            super("too long", null, false, false);
        }
    }

    /**
     * What a file holds.
     *
     * @param operation of the look
     * @param said what the list is narrowed by
     * @param recorded what the journal keeps of the file besides
     * @param find so many and no more
     * @param lines of these, in their order
     */
    record Content<T>(
            String operation,
            String name,
            Map<String, String> said,
            Map<String, ?> recorded,
            IntFunction<List<T>> find,
            Function<T, PersonId> person,
            List<String> heads,
            Function<List<T>, List<List<String>>> lines) {}

    /** Takes a line of a file, whatever its format. */
    private interface Line {
        void add(List<String> values) throws IOException;
    }

    <T> void send(
            Content<T> content,
            FileFormat format,
            Purpose purpose,
            int most,
            Actor by,
            Frame f,
            HttpServletResponse response)
            throws IOException {
        var found = looked(content, format, purpose, most, by);
        response.setContentType(format.contentType());
        if (format == FileFormat.CSV) {
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(format.named(content.name()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        var mark = mark(content, purpose, found.entry(), by, f);
        switch (format) {
            case CSV -> {
                try (var out = new BufferedWriter(
                        new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
                    write(content, found.value(), mark, f, new Csv(out)::line);
                }
            }
            case XLSX -> {
                var sheet = new Xlsx(
                        response.getOutputStream(),
                        f.t("selection.sheet"),
                        String.join(" · ", mark.subList(0, FOOTED)));
                write(content, found.value(), mark, f, sheet::line);
                sheet.end();
            }
        }
    }

    private static <T> void write(Content<T> content, List<T> found, List<String> mark, Frame f, Line to)
            throws IOException {
        to.add(mark);
        to.add(content.heads());
        for (var at = 0; at < found.size(); at += PART) {
            for (var line : content.lines().apply(found.subList(at, Math.min(at + PART, found.size())))) {
                to.add(line);
            }
        }
        // Whoever misses this line has not got the whole file.
        to.add(List.of(f.t("selection.file-end", found.size())));
    }

    private <T> Looked<List<T>> looked(Content<T> content, FileFormat format, Purpose purpose, int most, Actor by) {
        return looks.searching(
                by,
                content.operation(),
                purpose,
                content.said(),
                () -> {
                    var found = content.find().apply(most + 1);
                    if (found.size() > most) {
                        throw new TooLong();
                    }
                    return found;
                },
                found -> found.stream().map(content.person()).distinct().toList(),
                _ -> {
                    var recorded = new LinkedHashMap<String, Object>(content.recorded());
                    recorded.put("format", format);
                    return recorded;
                });
    }

    private <T> List<String> mark(Content<T> content, Purpose purpose, UUID entry, Actor by, Frame f) {
        var mark = new ArrayList<String>();
        mark.add(f.t("selection.file-of", by.name(), f.unitName(), f.moment(f.now())));
        mark.add(f.t("selection.file-purpose", purposeText(purpose, f)));
        mark.add(f.t("selection.file-entry", entry.toString()));
        var said = content.said().entrySet().stream()
                .map(word -> word.getKey() + ": " + word.getValue())
                .collect(Collectors.joining(", "));
        mark.add(f.t("selection.file-conditions", said.isEmpty() ? f.t("selection.no-conditions") : said));
        return mark;
    }

    private String purposeText(Purpose purpose, Frame f) {
        return Stream.of(names.of(f, "purpose", purpose.code()), purpose.caseRef(), purpose.reason())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
