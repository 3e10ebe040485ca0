package lv.vmis.register.signing;

import static lv.vmis.register.kernel.Outcome.done;
import static lv.vmis.register.kernel.Outcome.refused;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Once;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.file.FileType;
import lv.vmis.register.file.Receiving;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Outcome;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import lv.vmis.register.signing.ElectronicSignature.Answer;
import lv.vmis.register.signing.ElectronicSignature.Order;
import lv.vmis.register.signing.SignedDocument.Origin;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has a document signed, or takes in one that was signed elsewhere. Whatever signs is asked outside of a transaction, so that one
 * who is slow or refuses holds nothing and loses nothing: the document stays signed on paper, and may be tried again.
 */
@Component
class SigningDesk {

    private static final Set<FileType> TYPES = Set.of(FileType.ASICE, FileType.PDF);

    private final AllDocuments documents;
    private final SignedDocuments signed;
    private final ElectronicSignature signature;
    private final SignatureCheck check;
    private final SignDocument sign;
    private final Receiving receiving;
    private final Persons persons;
    private final Purposes purposes;
    private final Looks looks;
    private final Once once;
    private final TransactionTemplate transaction;

    SigningDesk(
            AllDocuments documents,
            SignedDocuments signed,
            ElectronicSignature signature,
            SignatureCheck check,
            SignDocument sign,
            Receiving receiving,
            Persons persons,
            Purposes purposes,
            Looks looks,
            Once once,
            PlatformTransactionManager transactions) {
        this.documents = documents;
        this.signed = signed;
        this.signature = signature;
        this.check = check;
        this.sign = sign;
        this.receiving = receiving;
        this.persons = persons;
        this.purposes = purposes;
        this.looks = looks;
        this.once = once;
        this.transaction = new TransactionTemplate(transactions);
    }

    DocumentFile open(SignableKind kind, UUID id, Actor by) {
        return look("signing.show", kind, id, by, () -> {
            var document = documents.find(kind, id).orElseThrow(NotFound::new);
            return new DocumentFile(
                    document,
                    persons.bar(document.personId()).orElseThrow(NotFound::new),
                    signed.of(kind, id),
                    signature.isOffered(),
                    document.signatory().equals(by.account()));
        });
    }

    /** A signed document as it leaves the register. */
    record Leaving(byte[] content, String number) {}

    Leaving leaving(SignableKind kind, UUID id, SignatureFormat format, Actor by) {
        return look(
                "signing.download",
                kind,
                id,
                by,
                () -> new Leaving(
                        signed.content(kind, id, format).orElseThrow(NotFound::new),
                        documents.find(kind, id).orElseThrow(NotFound::new).number()));
    }

    Outcome<String> sign(SignableKind kind, UUID id, SignForm form, LocalDate today, Actor by) {
        var document = found(kind, id);
        if (!document.signatory().equals(by.account())) {
            return refused(SigningRefusal.NOT_THE_SIGNATORY, document.signatoryName());
        }
        return form.parse(today)
                .then(format ->
                        answered(new Order(document, format, by)).then(content -> check.of(content, format, document)))
                .then(checked -> kept(form, Origin.MADE, document, checked, "", by));
    }

    Outcome<String> bring(SignableKind kind, UUID id, SignForm form, HttpServletRequest request, Actor by) {
        var document = found(kind, id);
        if (!document.institution().equals(by.institution())) {
            return refused(SigningRefusal.OTHER_INSTITUTION, document.institution());
        }
        return receiving
                .one(document.personId(), request, TYPES, by)
                .then(file -> atFile(
                        check.of(file.content(), SignatureFormat.of(file.type()).orElseThrow(), document)))
                .then(checked -> kept(form, Origin.BROUGHT, document, checked, Hash.of(checked.content), by));
    }

    private Outcome<byte[]> answered(Order order) {
        if (!signature.isOffered()) {
            return refused(SigningRefusal.NOT_OFFERED);
        }
        return switch (signature.sign(order)) {
            case Answer.Signed(var content) -> done(content);
            case Answer.Declined(var why) -> refused(SigningRefusal.DECLINED, why);
            case Answer.Silent(var why) -> refused(SigningRefusal.SILENT, why);
        };
    }

    private Outcome<String> kept(
            SignForm form, Origin origin, DocumentToSign document, CheckedSignature checked, String sent, Actor by) {
        return once.run(
                Parse.id("key", form.key()),
                by,
                document.kind() + " " + document.id() + " " + origin + " " + checked.format + " " + sent,
                () -> sign.run(new SignDocument.Input(document.kind(), document.id(), origin, checked), by),
                _ -> document.page());
    }

    /** What is wrong with a file is told beside its field. */
    private static <T> Outcome<T> atFile(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done;
            case Outcome.Refused<T>(var reasons) ->
                refused(reasons.stream()
                        .map(reason -> new Refusal(reason.code(), "files", reason.values()))
                        .toList());
        };
    }

    private <T> T look(String operation, SignableKind kind, UUID id, Actor by, Supplier<T> read) {
        var document = found(kind, id);
        return looks.at(
                by, operation, purposes.at(by, document.personId(), document.caseId()), document.personId(), read);
    }

    /** Of which person and case it is; nothing of it is shown before the purpose is known. */
    private DocumentToSign found(SignableKind kind, UUID id) {
        Optional<DocumentToSign> found = Objects.requireNonNull(transaction.execute(_ -> documents.find(kind, id)));
        return found.orElseThrow(NotFound::new);
    }
}
