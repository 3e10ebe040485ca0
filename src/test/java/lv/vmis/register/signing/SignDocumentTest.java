package lv.vmis.register.signing;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.order;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.file.Receiving;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.person.Persons;
import lv.vmis.register.signing.ElectronicSignature.Answer;
import lv.vmis.register.signing.ElectronicSignature.Order;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.RegisterTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A signed decision, signed electronically: once in each format, by its signatory, and whatever the service does, the decision stands. */
@RegisterTest
class SignDocumentTest {

    private final DecisionSamples samples;
    private final SigningDesk desk;
    private final AllDocuments documents;
    private final SignedDocuments signed;
    private final ElectronicSignature local;
    private final SignatureCheck check;
    private final SignDocument sign;
    private final SigningSettings settings;
    private final Receiving receiving;
    private final Persons persons;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final Actor inspector = official("inspektore");
    private final Actor decider = official("vrs.vaditajs");

    SignDocumentTest(
            DecisionSamples samples,
            SigningDesk desk,
            AllDocuments documents,
            SignedDocuments signed,
            ElectronicSignature local,
            SignatureCheck check,
            SignDocument sign,
            SigningSettings settings,
            Receiving receiving,
            Persons persons,
            Purposes purposes,
            Looks looks,
            Once once,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.samples = samples;
        this.desk = desk;
        this.documents = documents;
        this.signed = signed;
        this.local = local;
        this.check = check;
        this.sign = sign;
        this.settings = settings;
        this.receiving = receiving;
        this.persons = persons;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Test
    void both_formats_are_kept_with_what_their_certificate_says() {
        var decision = decision();
        for (var format : SignatureFormat.values()) {
            assertThat(done(signed(desk, decision, form(format), decider))).isEqualTo("/decisions/" + decision);
        }
        var kept = samples.reading(() -> signed.of(SignableKind.RETURN_DECISION, decision));

        assertThat(kept).extracting(SignedDocument::format).containsExactly(SignatureFormat.values());
        assertThat(kept).allSatisfy(one -> {
            assertThat(one.subject()).isEqualTo("Gunta Bērziņa");
            assertThat(one.issuer()).isEqualTo("Demonstration keys of the Register");
            assertThat(one.origin()).isEqualTo(SignedDocument.Origin.MADE);
            assertThat(samples.entries(one.id(), SignDocument.class)).isEqualTo(1);
        });
        var document = document(decision);
        var inside = samples.reading(
                        () -> signed.content(SignableKind.RETURN_DECISION, decision, SignatureFormat.ASICE))
                .orElseThrow();
        assertThat(SomeSignature.entries(inside)).containsEntry(document.fileName(), document.content());
        assertThat(refusals(check.of(inside, SignatureFormat.ASICE, document))).isEmpty();
    }

    @Test
    void the_same_form_sent_twice_takes_effect_once() {
        var decision = decision();
        var form = form(SignatureFormat.ASICE);
        var first = done(signed(desk, decision, form, decider));
        assertThat(done(signed(desk, decision, form, decider))).isEqualTo(first);
        assertThat(kept(decision)).isEqualTo(1);
        assertThat(refusals(signed(desk, decision, form(SignatureFormat.ASICE), decider)))
                .containsExactly("ALREADY_SIGNED");
        assertThat(kept(decision)).isEqualTo(1);
    }

    @Test
    void several_at_once_keep_one() throws Exception {
        var decision = decision();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var runs = IntStream.range(0, 4)
                    .mapToObj(_ ->
                            pool.submit(() -> refusals(signed(desk, decision, form(SignatureFormat.PADES), decider))))
                    .toList();
            var all = new ArrayList<String>();
            for (var run : runs) {
                all.addAll(run.get());
            }
            assertThat(all).hasSize(3).containsOnly("ALREADY_SIGNED");
        }
        assertThat(kept(decision)).isEqualTo(1);
    }

    @Test
    void only_the_signatory_signs_and_only_what_he_signed_in_the_register() {
        var decision = decision();
        assertThat(refusals(signed(desk, decision, form(SignatureFormat.ASICE), official("pmlp.vaditajs"))))
                .containsExactly("NOT_THE_SIGNATORY");
        var draft = samples.toSign(order(), inspector);
        assertThatThrownBy(() -> signed(desk, draft, form(SignatureFormat.ASICE), decider))
                .isInstanceOf(lv.vmis.register.edge.NotFound.class);
        assertThat(refusals(
                        signed(desk, decision, new SignForm(UUID.randomUUID().toString(), "doc"), decider)))
                .containsExactly("NOT_IN_LIST");
    }

    /** The decision was signed in the register before, and stays so; the next try is free. */
    @Test
    void a_service_that_declines_or_is_silent_loses_nothing() {
        var decision = decision();
        var form = form(SignatureFormat.ASICE);
        assertThat(refusals(signed(with(_ -> new Answer.Declined("PIN")), decision, form, decider)))
                .containsExactly("DECLINED");
        assertThat(refusals(signed(with(_ -> new Answer.Silent("timeout")), decision, form, decider)))
                .containsExactly("SILENT");
        assertThat(kept(decision)).isZero();
        assertThat(document(decision).number()).startsWith("VRS-R-");
        assertThat(refusals(signed(desk, decision, form, decider))).isEmpty();
    }

    @Test
    void what_a_service_gives_back_is_not_believed_unseen() {
        var decision = decision();
        var other = decision();
        assertThat(refusals(signed(
                        with(order -> local.sign(new Order(document(other), order.format(), order.signatory()))),
                        decision,
                        form(SignatureFormat.ASICE),
                        decider)))
                .containsExactly("OTHER_DOCUMENT");
        assertThat(refusals(signed(
                        with(order ->
                                local.sign(new Order(order.document(), order.format(), official("pmlp.vaditajs")))),
                        decision,
                        form(SignatureFormat.PADES),
                        decider)))
                .containsExactly("OTHER_PERSON");
        assertThat(refusals(signed(
                        with(_ -> new Answer.Signed(new byte[] {1})), decision, form(SignatureFormat.ASICE), decider)))
                .containsExactly("CONTAINER_BROKEN");
        assertThat(kept(decision)).isZero();
    }

    @Test
    void no_transaction_is_open_while_the_service_is_asked() {
        var decision = decision();
        var open = new ArrayList<Boolean>();
        signed(
                with(
                        _ -> {
                            open.add(org.springframework.transaction.support.TransactionSynchronizationManager
                                    .isActualTransactionActive());
                            return new Answer.Silent("slow");
                        }),
                decision,
                form(SignatureFormat.ASICE),
                decider);
        assertThat(open).containsExactly(false);
    }

    @Test
    void the_database_holds_what_the_action_holds() {
        var decision = decision();
        done(signed(desk, decision, form(SignatureFormat.ASICE), decider));
        var copy = """
                insert into signed_document (id, document_kind, document_id, document_sha256, person_id, format, origin,
                                             content, sha256, signed_by, signed_at, certificate_subject,
                                             certificate_issuer, certificate_serial, certificate_until, kept_by, kept_at)
                select gen_random_uuid(), %s, document_id, %s, person_id, %s, %s, content, %s, %s, %s, certificate_subject,
                       certificate_issuer, certificate_serial, %s, kept_by, kept_at
                  from signed_document
                 where document_id = :id
                """;
        var good = List.of(
                "document_kind",
                "document_sha256",
                "'PADES'",
                "origin",
                "sha256",
                "signed_by",
                "signed_at",
                "certificate_until");
        assertThat(written(copy, good, 2, "format", decision)).contains("signed_document_once");
        assertThat(written(copy, good, 0, "'LETTER'", decision)).contains("signed_document_kind_known");
        assertThat(written(copy, good, 1, "sha256", decision)).contains("signed_document_is_the_printed");
        assertThat(written(copy, good, 2, "'XML'", decision)).contains("signed_document_format_known");
        assertThat(written(copy, good, 3, "'FOUND'", decision)).contains("signed_document_origin_known");
        assertThat(written(copy, good, 4, "document_sha256", decision)).contains("signed_document_as_hashed");
        assertThat(written(copy, good, 5, "person_id", decision)).contains("who signed it in the register");
        assertThat(written(copy, good, 6, "kept_at + interval '1 hour'", decision))
                .contains("signed_document_not_in_future");
        assertThat(written(copy, good, 7, "kept_at - interval '1 hour'", decision))
                .contains("signed_document_certificate_in_force");
        assertThat(written("update signed_document set format = format where document_id = :id", decision))
                .contains("is never changed");
        assertThat(written("delete from signed_document where document_id = :id", decision))
                .contains("permission denied");
        assertThat(written(copy.formatted(good.toArray()), decision)).isEmpty();
    }

    @Test
    void local_keys_are_their_owners_only_and_made_once() throws Exception {
        var now = clock.instant();
        var keys = new LocalKeys(
                settings, new lv.vmis.register.edge.EdgeSettings(lv.vmis.register.edge.Environment.DEMO, 0));
        var first = keys.of(decider.account(), decider.name(), decider.institution(), now);
        assertThat(keys.of(decider.account(), decider.name(), decider.institution(), now)
                        .chain())
                .isEqualTo(first.chain());
        assertThat(keys.of(decider.account(), "Gunta Kalna", decider.institution(), now)
                        .chain())
                .isNotEqualTo(first.chain());
        for (Path file : List.of(
                settings.folder().resolve("keys.p12"), settings.secrets().resolve("signing"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private String written(String copy, List<String> good, int at, String bad, UUID decision) {
        var values = new ArrayList<>(good);
        values.set(at, bad);
        return written(copy.formatted(values.toArray()), decision);
    }

    /** What the database says to a statement; nothing when it takes it. */
    private String written(String statement, UUID decision) {
        try {
            samples.reading(() -> jdbc.sql(statement).param("id", decision).update());
            return "";
        } catch (RuntimeException refused) {
            return String.valueOf(org.springframework.core.NestedExceptionUtils.getMostSpecificCause(refused)
                    .getMessage());
        }
    }

    private UUID decision() {
        return samples.signed(order(), inspector, decider).decision();
    }

    private DocumentToSign document(UUID decision) {
        return samples.reading(
                () -> documents.find(SignableKind.RETURN_DECISION, decision).orElseThrow());
    }

    private int kept(UUID decision) {
        return samples.reading(
                () -> signed.of(SignableKind.RETURN_DECISION, decision).size());
    }

    private static SignForm form(SignatureFormat format) {
        return new SignForm(UUID.randomUUID().toString(), format.path());
    }

    private Outcome<String> signed(SigningDesk at, UUID decision, SignForm form, Actor by) {
        return as(by, () -> at.sign(SignableKind.RETURN_DECISION, decision, form, LocalDate.now(clock), by));
    }

    private interface Service {
        Answer answer(Order order);
    }

    private SigningDesk with(Service service) {
        var port = new ElectronicSignature() {
            @Override
            public boolean isOffered() {
                return true;
            }

            @Override
            public Answer sign(Order order) {
                return service.answer(order);
            }
        };
        return new SigningDesk(
                documents, signed, port, check, sign, receiving, persons, purposes, looks, once, transactions);
    }
}
