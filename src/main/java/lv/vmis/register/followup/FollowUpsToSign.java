package lv.vmis.register.followup;

import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.person.Persons;
import lv.vmis.register.signing.DocumentToSign;
import lv.vmis.register.signing.DocumentsToSign;
import lv.vmis.register.signing.SignableKind;
import org.springframework.stereotype.Component;

/** Follow-up decisions signed in the register, in their printed form, for whoever signs them electronically. */
@Component
class FollowUpsToSign implements DocumentsToSign {

    private final FollowUps followUps;
    private final PrintedFollowUps printed;
    private final DocumentFacts facts;
    private final Persons persons;

    FollowUpsToSign(FollowUps followUps, PrintedFollowUps printed, DocumentFacts facts, Persons persons) {
        this.followUps = followUps;
        this.printed = printed;
        this.facts = facts;
        this.persons = persons;
    }

    @Override
    public SignableKind kind() {
        return SignableKind.FOLLOW_UP;
    }

    @Override
    public Optional<DocumentToSign> find(UUID id) {
        return followUps.find(id).flatMap(this::document);
    }

    @Override
    public Optional<DocumentToSign> locked(UUID id) {
        return followUps.find(id).flatMap(found -> {
            persons.lock(found.personId());
            return find(id);
        });
    }

    private Optional<DocumentToSign> document(FollowUp followUp) {
        var signatory = followUp.signedBy();
        var signedAt = followUp.signedAt();
        var number = followUp.number();
        if (signatory == null || signedAt == null || number == null) {
            return Optional.empty();
        }
        var page = "/follow-ups/" + followUp.id();
        return printed.file(followUp.id())
                .map(content -> new DocumentToSign(
                        kind(),
                        followUp.id(),
                        followUp.personId(),
                        followUp.caseId(),
                        number,
                        followUp.institution(),
                        signatory,
                        facts.name(signatory),
                        signedAt,
                        followUp.legalBasis(),
                        content,
                        page,
                        page + "/follow-up.pdf"));
    }
}
