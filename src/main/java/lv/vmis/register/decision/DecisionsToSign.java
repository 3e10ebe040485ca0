package lv.vmis.register.decision;

import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.accounts.Account;
import lv.vmis.register.accounts.Accounts;
import lv.vmis.register.signing.DocumentToSign;
import lv.vmis.register.signing.DocumentsToSign;
import lv.vmis.register.signing.SignableKind;
import org.springframework.stereotype.Component;

/** Decisions signed in the register, in their printed form, for whoever signs them electronically. */
@Component
class DecisionsToSign implements DocumentsToSign {

    private final Decisions decisions;
    private final PrintedDecisions printed;
    private final Accounts accounts;

    DecisionsToSign(Decisions decisions, PrintedDecisions printed, Accounts accounts) {
        this.decisions = decisions;
        this.printed = printed;
        this.accounts = accounts;
    }

    @Override
    public SignableKind kind() {
        return SignableKind.RETURN_DECISION;
    }

    @Override
    public Optional<DocumentToSign> find(UUID id) {
        return decisions.find(id).flatMap(this::document);
    }

    @Override
    public Optional<DocumentToSign> locked(UUID id) {
        return decisions.locked(id).flatMap(this::document);
    }

    private Optional<DocumentToSign> document(Decision decision) {
        var signatory = decision.signedBy();
        var signedAt = decision.signedAt();
        var number = decision.number();
        if (signatory == null || signedAt == null || number == null) {
            return Optional.empty();
        }
        return printed.kept(decision.id())
                .map(content -> new DocumentToSign(
                        kind(),
                        decision.id(),
                        decision.personId(),
                        decision.returnCaseId(),
                        number,
                        decision.institution(),
                        signatory,
                        accounts.byId(signatory).map(Account::name).orElse(""),
                        signedAt,
                        decision.legalBasis(),
                        content,
                        "/decisions/" + decision.id(),
                        "/decisions/" + decision.id() + "/decision.pdf"));
    }
}
