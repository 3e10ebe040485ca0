package lv.vmis.register.legacy.staging;

import gg.jte.models.runtime.JteModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Raw rows of a file, and what it looks like. Each is a look at personal data. */
@RestController
class OldRowPages {

    private static final int PAGE = 50;

    private final Loads loads;
    private final OldFiles files;
    private final StagedRows rows;
    private final Profiles profiles;
    private final Looks looks;
    private final Templates html;

    OldRowPages(Loads loads, OldFiles files, StagedRows rows, Profiles profiles, Looks looks, Templates html) {
        this.loads = loads;
        this.files = files;
        this.rows = rows;
        this.profiles = profiles;
        this.looks = looks;
        this.html = html;
    }

    private record Of<T>(OldFile file, OldLoad load, T what) {}

    /** Some rows: behind a place, with a number of the old register, or certain ones. */
    @Allow(Right.TAKE_OVER)
    @GetMapping(OldFilePages.PUT + "/{id}/rows")
    JteModel rows(
            Frame f,
            Actor by,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String only) {
        var wanted = Parse.numbers("only", only);
        var key = number == null ? "" : number.strip().replace("\0", "");
        var asked = new LinkedHashMap<String, Object>();
        asked.put("file", id);
        asked.put("after", after);
        if (!key.isEmpty()) {
            asked.put("number", key);
        }
        if (!wanted.isEmpty()) {
            asked.put("rows", wanted);
        }
        var shown = looks.searching(
                        by,
                        "old-register.rows",
                        OldFilePages.MIGRATION,
                        asked,
                        () -> of(
                                id,
                                _ -> !wanted.isEmpty()
                                        ? rows.at(
                                                id, wanted.stream().limit(PAGE).toList())
                                        : key.isEmpty()
                                                ? rows.after(id, after, PAGE + 1)
                                                : rows.withKey(id, key, PAGE)),
                        _ -> List.of())
                .value();
        var some = shown.what();
        var more = some.size() > PAGE;
        return html.legacyRows(
                f,
                shown.load(),
                shown.file(),
                more ? some.subList(0, PAGE) : some,
                key,
                wanted.isEmpty() && key.isEmpty() ? Math.max(0, after) : -1,
                more);
    }

    @Allow(Right.TAKE_OVER)
    @GetMapping(OldFilePages.PUT + "/{id}/rows/{row}")
    JteModel row(Frame f, Actor by, @PathVariable UUID id, @PathVariable long row) {
        var shown = looks.searching(
                        by,
                        "old-register.rows",
                        OldFilePages.MIGRATION,
                        Map.of("file", id, "rows", List.of(row)),
                        () -> of(id, _ -> rows.at(id, List.of(row))),
                        _ -> List.of())
                .value();
        if (shown.what().isEmpty()) {
            throw new NotFound();
        }
        return html.legacyRow(f, shown.load(), shown.file(), shown.what().getFirst());
    }

    private record Whole(FileProfile whole, List<ProfiledColumn> columns) {}

    @Allow(Right.TAKE_OVER)
    @GetMapping(OldFilePages.PUT + "/{id}/profile")
    JteModel profile(Frame f, Actor by, @PathVariable UUID id) {
        var shown = looks.searching(
                        by,
                        "old-register.profile",
                        OldFilePages.MIGRATION,
                        Map.of("file", id),
                        () -> of(id, this::whole),
                        _ -> List.of())
                .value();
        return html.legacyProfile(
                f,
                shown.load(),
                shown.file(),
                shown.what().whole(),
                shown.what().columns());
    }

    private Whole whole(OldFile file) {
        return new Whole(profiles.find(file.id()).orElseThrow(NotFound::new), profiles.columns(file.id()));
    }

    @Allow(Right.TAKE_OVER)
    @GetMapping(OldFilePages.PUT + "/{id}/profile/{place}")
    JteModel column(Frame f, Actor by, @PathVariable UUID id, @PathVariable int place) {
        var shown = looks.searching(
                        by,
                        "old-register.profile",
                        OldFilePages.MIGRATION,
                        Map.of("file", id, "column", place),
                        () -> of(
                                id,
                                file -> profiles.columns(file.id()).stream()
                                        .filter(one -> one.place() == place)
                                        .findFirst()
                                        .orElseThrow(NotFound::new)),
                        _ -> List.of())
                .value();
        return html.legacyColumn(f, shown.load(), shown.file(), shown.what());
    }

    /** Numbers that several rows have. */
    @Allow(Right.TAKE_OVER)
    @GetMapping(OldFilePages.PUT + "/{id}/repeated")
    JteModel repeated(Frame f, Actor by, @PathVariable UUID id, @RequestParam(defaultValue = "0") int from) {
        var start = Math.max(0, from);
        var shown = looks.searching(
                        by,
                        "old-register.rows",
                        OldFilePages.MIGRATION,
                        Map.of("file", id, "repeated", start),
                        () -> of(id, _ -> rows.repeated(id, start, PAGE + 1)),
                        _ -> List.of())
                .value();
        var some = shown.what();
        var more = some.size() > PAGE;
        return html.legacyRepeated(
                f, shown.load(), shown.file(), more ? some.subList(0, PAGE) : some, start, more ? start + PAGE : -1);
    }

    private <T> Of<T> of(UUID id, java.util.function.Function<OldFile, T> what) {
        var file = files.find(id).orElseThrow(NotFound::new);
        return new Of<>(
                file, loads.find(file.loadId()).orElseThrow(NotFound::new), Objects.requireNonNull(what.apply(file)));
    }
}
