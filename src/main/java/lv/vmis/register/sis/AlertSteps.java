package lv.vmis.register.sis;

import org.springframework.stereotype.Component;

/** What officials can do about alerts. */
@Component
class AlertSteps {

    final NoteParticulars note;
    final AnswerConsultation consultation;
    final AnswerNotice notice;
    final ReviewAlert review;
    final TellAgain again;

    AlertSteps(
            NoteParticulars note,
            AnswerConsultation consultation,
            AnswerNotice notice,
            ReviewAlert review,
            TellAgain again) {
        this.note = note;
        this.consultation = consultation;
        this.notice = notice;
        this.review = review;
        this.again = again;
    }
}
