package lv.vmis.register.legacy.reconciling;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import lv.vmis.pages.Templates;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.legacy.job.Job;
import lv.vmis.register.legacy.reconciling.OldRegisterDocument.Counted;
import lv.vmis.register.legacy.reconciling.OldRegisterDocument.Kind;
import lv.vmis.register.legacy.reconciling.OldRegisterDocument.Step;
import lv.vmis.register.legacy.staging.OldLoad;
import lv.vmis.register.legacy.taking.Commits;
import lv.vmis.register.legacy.taking.Fates;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints what became of an old register: its reorganisation or liquidation report, and the liquidation act. */
@Component
class OldRegisterPapers {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final List<String> INSTITUTIONS = List.of("PMLP", "VRS");

    private final DocumentFacts facts;
    private final Units units;
    private final PdfPrinter printer;
    private final Templates html;
    private final Clock clock;

    OldRegisterPapers(DocumentFacts facts, Units units, PdfPrinter printer, Templates html, Clock clock) {
        this.facts = facts;
        this.units = units;
        this.printer = printer;
        this.html = html;
        this.clock = clock;
    }

    /**
     * What a paper is made of.
     *
     * @param commit by which rows were taken over
     * @param isCurrent whether the same has become of the rows since they were compared
     */
    record Source(
            OldLoad load,
            Job job,
            Reconciliation result,
            Commits.@Nullable Commit commit,
            List<Commits.SignedOff> signed,
            boolean isCurrent) {}

    /** @param f words in Latvian, whatever language the official reads */
    byte[] print(Kind kind, Source source, Frame f, Actor by) {
        var document = new Words(f).document(kind, source, by);
        return printer.print(
                html.documentOldRegister(document).render(), new PdfPrinter.Facts(source.result.run(), ended(source)));
    }

    private static Instant ended(Source source) {
        return Objects.requireNonNull(source.job.endedAt()).toInstant();
    }

    /** Numbers as words of the document. */
    private final class Words {

        private final Frame f;

        Words(Frame f) {
            this.f = f;
        }

        OldRegisterDocument document(Kind kind, Source source, Actor by) {
            var register = source.load.register();
            var tables = source.result.tables();
            return new OldRegisterDocument(
                    kind,
                    facts.issuer(by.institution(), by.unit()),
                    facts.place(by.unit()),
                    source.load.number(),
                    f.name("reconciliation.paper-register", register),
                    f.name("reconciliation.paper-law", register),
                    LocalDate.now(clock),
                    moment(Objects.requireNonNull(source.job.endedAt())),
                    source.signed.size() == INSTITUTIONS.size(),
                    source.isCurrent,
                    tables.stream().allMatch(Reconciliation.OfTable::addsUp),
                    moved(tables),
                    notMoved(tables),
                    came(tables),
                    tables.stream()
                            .flatMap(table -> table.years().stream()
                                    .map(year -> new OldRegisterDocument.Years(
                                            value(year.what()),
                                            f.count(year.rows()),
                                            f.count(year.imported() + year.joined()),
                                            f.count(year.rejected()))))
                            .toList(),
                    fields(tables),
                    steps(source),
                    source.result.files().stream()
                            .map(file -> new OldRegisterDocument.File(
                                    file.name(), f.count(file.rows()), file.sha256(), file.rowsHash()))
                            .toList(),
                    facts.watermark());
        }

        private List<Counted> moved(List<Reconciliation.OfTable> tables) {
            return List.of(
                    counted("reconciliation.rows-in", tables, Reconciliation.OfTable::found),
                    counted("reconciliation.imported", tables, Reconciliation.OfTable::imported),
                    counted("reconciliation.joined", tables, Reconciliation.OfTable::joined),
                    counted("reconciliation.rejected", tables, Reconciliation.OfTable::allRejected),
                    counted("reconciliation.missing", tables, Reconciliation.OfTable::missing));
        }

        private List<Counted> notMoved(List<Reconciliation.OfTable> tables) {
            return tables.stream()
                    .flatMap(table -> table.rejected().stream())
                    .map(one -> new Counted(Fates.name(f, one.reason()), f.count(one.rows())))
                    .toList();
        }

        private List<Counted> came(List<Reconciliation.OfTable> tables) {
            var hasBans = tables.stream().anyMatch(table -> table.came().bans().old() > 0);
            return Stream.of(
                            counted(
                                    "reconciliation.persons",
                                    tables,
                                    table -> table.came().persons().here()),
                            counted(
                                    "reconciliation.bans",
                                    tables,
                                    table -> table.came().bans().here()),
                            counted(
                                    "reconciliation.documents",
                                    tables,
                                    table -> table.came().documents().here()),
                            counted(
                                    "reconciliation.addresses",
                                    tables,
                                    table -> table.came().addresses().here()))
                    .filter(one -> hasBans || !one.what().equals(f.t("reconciliation.bans")))
                    .toList();
        }

        private Counted counted(
                String key, List<Reconciliation.OfTable> tables, ToLongFunction<Reconciliation.OfTable> rows) {
            return new Counted(f.t(key), f.count(tables.stream().mapToLong(rows).sum()));
        }

        private List<OldRegisterDocument.Field> fields(List<Reconciliation.OfTable> tables) {
            return tables.stream()
                    .flatMap(table -> table.kept().stream())
                    .map(kept -> new OldRegisterDocument.Field(
                            f.name("reconciliation.field", kept.field()),
                            f.count(kept.old().filled()),
                            f.count(kept.here().filled()),
                            f.count(kept.explained()),
                            f.count(kept.unexplained())))
                    .toList();
        }

        private List<Step> steps(Source source) {
            var steps = new ArrayList<Step>();
            var load = source.load;
            steps.add(new Step(f.t("reconciliation.step-opened"), load.madeByName(), moment(load.madeAt())));
            var commit = source.commit;
            if (commit == null) {
                steps.add(new Step(f.t("reconciliation.step-approved"), null, null));
            } else {
                steps.add(new Step(
                        f.t("reconciliation.step-asked", commit.rulesVersion()),
                        commit.askedByName(),
                        moment(commit.askedAt())));
                steps.add(new Step(
                        f.t("reconciliation.step-approved"),
                        commit.answeredByName(),
                        moment(Objects.requireNonNull(commit.answeredAt()))));
            }
            for (var institution : INSTITUTIONS) {
                var what = f.t("reconciliation.step-accepted", units.institutionName(institution, Language.LV));
                steps.add(source.signed.stream()
                        .filter(one -> one.institution().equals(institution))
                        .findFirst()
                        .map(one -> new Step(what, one.signedByName(), moment(one.signedAt())))
                        .orElse(new Step(what, null, null)));
            }
            return steps;
        }

        private String value(String value) {
            return RowGroups.value(f, value);
        }

        private static String moment(OffsetDateTime at) {
            var here = at.atZoneSameInstant(RegisterClock.RIGA);
            return LatvianDates.numeric(here.toLocalDate()) + " " + TIME.format(here);
        }
    }
}
