package lv.vmis.register.notice;

import java.util.List;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Terms;
import lv.vmis.register.returns.Obligation;
import lv.vmis.register.returns.Obligations;
import org.springframework.stereotype.Component;

/** Every notice that was received is entered (Reg. 122 p. 9–12), each kind by its own term. */
@Component
class NoticeObligations implements Obligations {

    /** More than wait in a year. */
    private static final int MOST = 1_000;

    private final Notices notices;
    private final Terms terms;

    NoticeObligations(Notices notices, Terms terms) {
        this.notices = notices;
        this.terms = terms;
    }

    @Override
    public List<Obligation> open(LegalParameters law) {
        var under = terms.under(law);
        return notices.list(true, null, MOST).stream()
                .flatMap(notice -> Notices.term(notice, under)
                        .map(term -> new Obligation(
                                Obligation.Kind.ENTER_NOTICE,
                                notice.id(),
                                notice.reference(),
                                notice.personId(),
                                "PMLP",
                                null,
                                "PMLP",
                                Notices.day(notice.receivedAt()),
                                term,
                                "/notices/" + notice.id()))
                        .stream())
                .toList();
    }
}
