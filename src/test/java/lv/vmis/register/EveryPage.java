package lv.vmis.register;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import lv.vmis.register.certificate.IssueCertificate;
import lv.vmis.register.certificate.Recipient;
import lv.vmis.register.check.HandedSamples;
import lv.vmis.register.contingency.RegisterDevice;
import lv.vmis.register.decision.PlannedBan;
import lv.vmis.register.file.AddFile;
import lv.vmis.register.file.Arrived;
import lv.vmis.register.file.Examined;
import lv.vmis.register.file.FileKind;
import lv.vmis.register.file.FileSource;
import lv.vmis.register.file.FileType;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.joining.JoiningSamples;
import lv.vmis.register.judgment.EnterJudgment;
import lv.vmis.register.judgment.Imprisonment;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.law.ProposeLawChange;
import lv.vmis.register.notice.NoticeKind;
import lv.vmis.register.person.FactKind;
import lv.vmis.register.reference.LawChange;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.removal.NoteRemovalStep;
import lv.vmis.register.removal.StepKind;
import lv.vmis.register.sis.AlertSamples;
import lv.vmis.register.support.BanSamples;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.DetentionSamples;
import lv.vmis.register.training.DemoAccounts;
import lv.vmis.register.vmis.AskVmis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An address for the pattern of each page, with something in it to look at, and who opens it. */
@Component
class EveryPage {

    private final DecisionSamples samples;
    private final DetentionSamples detentions;
    private final JoiningSamples joining;
    private final EnterJudgment judgments;
    private final BanSamples bans;
    private final HandedSamples handed;
    private final AddFile addFile;
    private final PrepareFollowUp followUps;
    private final FileRemedy remedies;
    private final IssueCertificate certificates;
    private final JdbcClient jdbc;
    private final ProposeLawChange law;
    private final NoteRemovalStep removalSteps;
    private final AskVmis vmis;
    private final RegisterDevice devices;
    private final OldRegisterPages oldRegisters;
    private final Clock clock;

    EveryPage(
            DecisionSamples samples,
            DetentionSamples detentions,
            JoiningSamples joining,
            EnterJudgment judgments,
            BanSamples bans,
            HandedSamples handed,
            AddFile addFile,
            PrepareFollowUp followUps,
            FileRemedy remedies,
            IssueCertificate certificates,
            JdbcClient jdbc,
            ProposeLawChange law,
            NoteRemovalStep removalSteps,
            AskVmis vmis,
            RegisterDevice devices,
            OldRegisterPages oldRegisters,
            Clock clock) {
        this.samples = samples;
        this.detentions = detentions;
        this.joining = joining;
        this.judgments = judgments;
        this.bans = bans;
        this.handed = handed;
        this.addFile = addFile;
        this.followUps = followUps;
        this.remedies = remedies;
        this.certificates = certificates;
        this.jdbc = jdbc;
        this.law = law;
        this.removalSteps = removalSteps;
        this.vmis = vmis;
        this.devices = devices;
        this.oldRegisters = oldRegisters;
        this.clock = clock;
    }

    record Page(String login, String address) {}

    /** One page for each pattern, in the order of who looks. */
    Map<String, Page> pages() {
        var inspector = DecisionSamples.official("inspektore");
        var decider = DecisionSamples.official("vrs.vaditajs");
        var opened = samples.open(inspector);
        var order = DecisionSamples.order();
        var toSign = samples.toSign(order, inspector);
        var draft = samples.prepared(samples.open(inspector).caseId(), order, inspector);
        var signed = samples.signed(order, inspector, decider).decision();
        var served = samples.served(order, inspector, decider);
        var departed = samples.departed(DecisionSamples.removal(new PlannedBan[0]), inspector, decider);
        var person = opened.person();
        var all = new LinkedHashMap<String, Page>();
        for (var open : new String[] {
            "/sign-in", "/sign-in/first", "/help/keys", "/help/rules", "/help/accessibility", "/help/api"
        }) {
            all.put(open, new Page("", open));
        }
        for (var own : new String[] {
            "/",
            "/kept",
            "/unsent",
            "/profile",
            "/persons",
            "/purpose",
            "/cases",
            "/detentions",
            "/duties",
            "/duties/calendar",
            "/decisions",
            "/bans",
            "/check",
            "/check/requests",
            "/check/cleared",
            "/findings/new",
            "/findings/family",
            "/persons/likely",
            "/persons/likely/certain",
            "/reference",
            "/reference/dictionary",
            "/reference/terms",
            "/reference/working-days"
        }) {
            all.put(own, new Page("inspektore", own));
        }
        all.put("/reference/{list}", new Page("inspektore", "/reference/legal_parameter"));
        for (var tab : new String[] {
            "",
            "/identities",
            "/cases",
            "/bans",
            "/sis",
            "/files",
            "/files/new",
            "/joining",
            "/vmis",
            "/history",
            "/known",
            "/judgment",
            "/ban"
        }) {
            all.put("/persons/{id}" + tab, new Page("inspektore", "/persons/" + person + tab));
        }
        var identity = DecisionSamples.as(inspector, () -> samples.identity(person));
        for (var kind : FactKind.values()) {
            all.put(
                    "/persons/{id}/facts/" + kind.path() + "/new",
                    new Page("inspektore", "/persons/" + person + "/facts/" + kind.path() + "/new"));
        }
        all.put("/persons/{id}/facts/{kind}/new", new Page("inspektore", "/persons/" + person + "/facts/address/new"));
        for (var step : new String[] {"", "/edit", "/withdraw"}) {
            all.put(
                    "/persons/{id}/facts/{kind}/{fact}" + step,
                    new Page("inspektore", "/persons/" + person + "/facts/identity/" + identity + step));
        }
        var other = samples.open(inspector).person();
        all.put("/persons/compare", new Page("inspektore", "/persons/compare?p=" + person + "&p=" + other));
        all.put("/links/{id}", new Page("inspektore", "/links/" + joining.proposed(person, other)));
        all.put("/links/certain", new Page("vrs.vaditajs", "/links/certain"));
        var photo = photoOf(person, inspector);
        for (var step : new String[] {"", "/correct", "/withdraw", "/face"}) {
            all.put("/files/{id}" + step, new Page("inspektore", "/files/" + photo + step));
        }
        all.put("/cases/{id}", new Page("inspektore", "/cases/" + opened.caseId()));
        all.put("/cases/{id}/hand-over", new Page("inspektore", "/cases/" + opened.caseId() + "/hand-over"));
        for (var step : new String[] {
            "/detention", "/alternative", "/safeguards", "/whereabouts", "/deadlines", "/assign", "/close", "/reopen"
        }) {
            all.put("/cases/{id}" + step, new Page("inspektore", "/cases/" + opened.caseId() + step));
        }
        var detention = detentions.detained(detentions.found(8, inspector), Duration.ofDays(8), inspector);
        for (var step :
                new String[] {"", "/submission", "/ruling", "/ruling/withdraw", "/placement", "/release", "/correct"}) {
            all.put("/detentions/{id}" + step, new Page("inspektore", "/detentions/" + detention + step));
        }
        var measure = detentions.measured(opened, inspector);
        all.put("/alternatives/{id}/end", new Page("inspektore", "/alternatives/" + measure + "/end"));
        all.put("/findings/{id}/correct", new Page("inspektore", "/findings/" + finding(opened.caseId()) + "/correct"));
        all.put("/cases/{caseId}/decision", new Page("inspektore", "/cases/" + opened.caseId() + "/decision"));
        all.put("/cases/{caseId}/family", new Page("inspektore", "/cases/" + opened.caseId() + "/family"));
        all.put("/decisions/{id}", new Page("inspektore", "/decisions/" + toSign));
        all.put("/decisions/{id}/change", new Page("inspektore", "/decisions/" + draft + "/change"));
        all.put("/decisions/{id}/service", new Page("inspektore", "/decisions/" + signed + "/service"));
        all.put("/decisions/{id}/departure", new Page("inspektore", "/decisions/" + served + "/departure"));
        all.put(
                "/decisions/{id}/service/withdraw",
                new Page("inspektore", "/decisions/" + served + "/service/withdraw"));
        all.put(
                "/decisions/{id}/departure/withdraw",
                new Page("inspektore", "/decisions/" + departed + "/departure/withdraw"));
        var removal = samples.served(DecisionSamples.removal(), inspector, DecisionSamples.official("vrs.vaditajs"));
        var contested = DecisionSamples.as(
                inspector,
                () -> DecisionSamples.done(remedies.run(
                        new FileRemedy.Input(
                                removal, RemedyKind.CONTEST, LocalDate.now(clock), "Priekšnieks", null, true, "Ģimene"),
                        inspector)));
        all.put("/decisions/{id}/remedies", new Page("inspektore", "/decisions/" + removal + "/remedies"));
        all.put("/decisions/{id}/remedies/new", new Page("inspektore", "/decisions/" + served + "/remedies/new"));
        all.put("/remedies/{id}/withdraw", new Page("inspektore", "/remedies/" + contested + "/withdraw"));
        all.put("/remedies/{id}/result", new Page("inspektore", "/remedies/" + contested + "/result"));
        var judged = DecisionSamples.as(
                inspector,
                () -> DecisionSamples.done(judgments.run(
                        new EnterJudgment.Input(
                                opened.person(),
                                "RPT",
                                "K11810999",
                                LocalDate.now(clock),
                                LocalDate.now(clock),
                                null,
                                "Izraidīt",
                                List.of(),
                                new Imprisonment(null, null, null, null)),
                        inspector)));
        for (var step : new String[] {"", "/destination", "/end"}) {
            all.put(
                    "/decisions/{id}/judgment" + step,
                    new Page("inspektore", "/decisions/" + judged + "/judgment" + step));
        }
        banned(all);
        all.put("/removals", new Page("konvojs", "/removals"));
        all.put("/decisions/{id}/removal", new Page("konvojs", "/decisions/" + removal + "/removal"));
        for (var kind : StepKind.values()) {
            all.put(
                    "/decisions/{id}/removal/" + kind.path(),
                    new Page("konvojs", "/decisions/" + removal + "/removal/" + kind.path()));
        }
        all.put(
                "/decisions/{id}/removal/questionnaire",
                new Page("konvojs", "/decisions/" + removal + "/removal/questionnaire"));
        var step = stepOf(removal, inspector);
        all.put(
                "/decisions/{id}/removal/steps/{place}/withdraw",
                new Page("konvojs", "/decisions/" + removal + "/removal/steps/" + step + "/withdraw"));
        all.put("/decisions/{id}/removal/{kind}", new Page("konvojs", "/decisions/" + removal + "/removal/failed"));
        all.put("/decisions/{id}/follow-up", new Page("inspektore", "/decisions/" + served + "/follow-up?kind=EXTEND"));
        var followUp = extended(served, inspector);
        for (var part : new String[] {"", "/service", "/change"}) {
            all.put("/follow-ups/{id}" + part, new Page("inspektore", "/follow-ups/" + followUp + part));
        }
        all.put("/persons/{id}/certificate", new Page("inspektore", "/persons/" + person + "/certificate"));
        all.put("/persons/{id}/extract", new Page("lietvede", "/persons/" + person + "/extract"));
        all.put("/certificates/{id}", new Page("inspektore", "/certificates/" + certificateOf(person, inspector)));
        all.put("/signatures/{kind}/{id}", new Page("vrs.vaditajs", "/signatures/decision/" + signed));
        all.put("/persons/{id}/looks", new Page("auditore", "/persons/" + person + "/looks"));
        all.put("/persons/selections", new Page("lietvede", "/persons/selections"));
        all.put("/persons/saved", new Page("lietvede", "/persons/saved"));
        all.put("/persons/selections/saved", new Page("lietvede", "/persons/selections/saved"));
        all.put("/persons/exports", new Page("lietvede", "/persons/exports"));
        var alert = AlertSamples.of(samples.open(inspector).person(), signed, samples, jdbc);
        all.put("/sis", new Page("lietvede", "/sis"));
        all.put("/sis/lists/{list}", new Page("lietvede", "/sis/lists/notices"));
        all.put("/sis/figures", new Page("lietvede", "/sis/figures"));
        all.put("/persons/{id}/sis/particulars", new Page("lietvede", "/persons/" + person + "/sis/particulars"));
        all.put("/sis/alerts/{id}/review", new Page("lietvede", "/sis/alerts/" + alert.alert() + "/review"));
        all.put("/sis/notices/{id}", new Page("lietvede", "/sis/notices/" + alert.notice()));
        all.put("/sis/consultations/{id}", new Page("lietvede", "/sis/consultations/" + alert.consultation()));
        var clearing = handed.cleared();
        all.put("/check/requests/{id}/clearing", new Page("inspektore", "/check/requests/" + clearing + "/clearing"));
        all.put("/check/cleared/{id}", new Page("inspektore", "/check/cleared/" + clearedOf(clearing)));
        var account = accountOf("sargs");
        var template = templateOf("FOLLOW_UP", "ru");
        all.put("/templates", new Page("administrators", "/templates"));
        all.put("/templates/{id}", new Page("administrators", "/templates/" + template));
        all.put("/templates/new", new Page("administrators", "/templates/new?from=" + template));
        all.put("/accounts", new Page("administrators", "/accounts"));
        all.put("/accounts/new", new Page("administrators", "/accounts/new"));
        all.put("/exchange", new Page("parzine", "/exchange?show=ALL"));
        all.put("/exchange/{side}/{id}", new Page("parzine", "/exchange/out/" + askedOf(person, inspector)));
        all.put("/reference/changes", new Page("parzine", "/reference/changes"));
        all.put("/reference/changes/new", new Page("parzine", "/reference/changes/new"));
        all.put(
                "/reference/changes/try",
                new Page("parzine", "/reference/changes/try?code=departure.contest&value=9&validFrom=1.10.2026"));
        var change = proposedChange();
        all.put("/reference/changes/{id}", new Page("parzine", "/reference/changes/" + change));
        all.put("/reference/changes/{id}/trial", new Page("parzine", "/reference/changes/" + change + "/trial"));
        agreements(all);
        devices(all);
        oldRegisters.put(all);
        all.put("/accounts/{id}", new Page("administrators", "/accounts/" + account));
        all.put("/accounts/{id}/change", new Page("administrators", "/accounts/" + account + "/change"));
        all.put("/accounts/{id}/setup-code", new Page("administrators", "/accounts/" + account + "/setup-code"));
        return all;
    }

    private void agreements(Map<String, Page> all) {
        for (var own : new String[] {"/agreements", "/agreements/new", "/agreements/use"}) {
            all.put(own, new Page("administrators", own));
        }
        all.put("/agreements/{number}", new Page("parzine", "/agreements/VP-2026-1"));
        all.put("/agreements/{number}/events", new Page("parzine", "/agreements/VP-2026-1/events"));
        all.put("/agreements/{number}/change", new Page("administrators", "/agreements/VID-2026-1/change"));
        var waiting = jdbc.sql("select id from agreement_change where agreement = 'VP-2026-1' and answer is null")
                .query(UUID.class)
                .single();
        all.put("/agreements/changes/{id}", new Page("parzine", "/agreements/changes/" + waiting));
        var system = jdbc.sql("select id from client where agreement = 'VP-2026-1'")
                .query(UUID.class)
                .single();
        all.put("/agreements/keys/{id}", new Page("administrators", "/agreements/keys/" + system));
    }

    private void devices(Map<String, Page> all) {
        var by = DecisionSamples.official("administrators");
        try {
            var key = KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic();
            var device = DecisionSamples.as(
                    by,
                    () -> DecisionSamples.done(
                            devices.run(new RegisterDevice.Input("Terehova, 2. kabīne", "VRS_RIGA", key), by)));
            all.put("/devices", new Page("administrators", "/devices"));
            all.put("/devices/new", new Page("administrators", "/devices/new"));
            all.put("/devices/{id}", new Page("inspektore", "/devices/" + device));
            all.put("/devices/checks", new Page("inspektore", "/devices/checks"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void banned(Map<String, Page> all) {
        var caseworker = DecisionSamples.official("lietvede");
        var draft = bans.draft(samples.withoutReturn(caseworker), caseworker);
        all.put("/decisions/{id}/ban", new Page("lietvede", "/decisions/" + draft + "/ban"));
        all.put("/bans/reviews", new Page("lietvede", "/bans/reviews"));
        for (var own : new String[] {"/bans/changes", "/bans/contradictions", "/bans/figures", "/bans/file"}) {
            all.put(own, new Page("lietvede", own));
        }
        all.put("/bans/{id}/review", new Page("lietvede", "/bans/" + bans.forever(caseworker) + "/review"));
        for (var own : new String[] {"/notices", "/notices/new"}) {
            all.put(own, new Page("lietvede", own));
        }
        var notice = bans.notice(NoticeKind.BAN, caseworker);
        all.put("/notices/{id}", new Page("lietvede", "/notices/" + notice));
        all.put("/notices/{id}/ban", new Page("lietvede", "/notices/" + notice + "/ban"));
        var change = bans.notice(NoticeKind.CHANGE, caseworker);
        all.put("/notices/{id}/change", new Page("lietvede", "/notices/" + change + "/change"));
    }

    private UUID certificateOf(PersonId person, Actor by) {
        var input = new IssueCertificate.Input(person, Recipient.authority("Valsts policija"), "Pārbaude");
        return DecisionSamples.as(by, () -> DecisionSamples.done(certificates.run(input, by)));
    }

    private UUID clearedOf(UUID request) {
        return samples.reading(() -> jdbc.sql("select id from cleared_hit where request_id = :id")
                .param("id", request)
                .query(UUID.class)
                .single());
    }

    private UUID askedOf(PersonId person, Actor by) {
        return DecisionSamples.as(by, () -> DecisionSamples.done(vmis.run(person, by)));
    }

    private UUID proposedChange() {
        var by = DecisionSamples.official("parzine");
        var from = LocalDate.now(clock).plusYears(1);
        var change = new LawChange("ban.contest", BigDecimal.valueOf(14), null, from, "Grozījumi (izdomāti)", "open");
        return DecisionSamples.as(by, () -> DecisionSamples.done(law.run(new ProposeLawChange.Input(change), by)));
    }

    private int stepOf(UUID removal, Actor by) {
        var input = new NoteRemovalStep.Input(
                removal,
                List.of(),
                0,
                StepKind.MEDICAL_CHECK,
                clock.instant(),
                "FIT",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        DecisionSamples.as(by, () -> DecisionSamples.done(removalSteps.run(input, by)));
        return 1;
    }

    private UUID extended(UUID order, Actor by) {
        var today = LocalDate.now(clock);
        var input = new PrepareFollowUp.Input(
                order, null, FollowUpKind.EXTEND, "IL2002-43-3", today, today.plusDays(60), null, "Bērns slimo");
        return DecisionSamples.as(by, () -> DecisionSamples.done(followUps.run(input, by)));
    }

    private UUID photoOf(PersonId person, Actor by) {
        var drawn = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(400, 500, BufferedImage.TYPE_INT_RGB), "jpeg", drawn);
            try (var content = Arrived.of(new ByteArrayInputStream(drawn.toByteArray()))) {
                var input = new AddFile.Input(
                        person,
                        FileKind.PHOTO,
                        "Fotogrāfija",
                        "foto.jpg",
                        FileSource.OWN,
                        null,
                        new Examined(FileType.JPEG, null, 400, 500),
                        content,
                        null,
                        "test");
                return DecisionSamples.as(by, () -> DecisionSamples.done(addFile.run(input, by)));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private UUID templateOf(String kind, String language) {
        return samples.reading(() -> jdbc.sql(
                        "select id from document_template where kind = :kind and language = :language order by version desc limit 1")
                .param("kind", kind)
                .param("language", language)
                .query(UUID.class)
                .single());
    }

    private static UUID accountOf(String login) {
        return DemoAccounts.ALL.stream()
                .filter(demo -> demo.login().equals(login))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID finding(UUID caseId) {
        return samples.reading(() -> jdbc.sql("select id from finding where case_id = :case")
                .param("case", caseId)
                .query(UUID.class)
                .single());
    }
}
