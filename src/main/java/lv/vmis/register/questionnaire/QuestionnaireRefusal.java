package lv.vmis.register.questionnaire;

import lv.vmis.register.kernel.RefusalCode;

/** Why a questionnaire is refused. */
public enum QuestionnaireRefusal implements RefusalCode {
    DECISION_UNKNOWN,
    NOT_A_REMOVAL,
    HAS_LEFT,
    IS_CANCELLED,
    FILLED_MEANWHILE,
    NOTHING_ANSWERED,
    NOT_A_HEIGHT,
    TRANSLATION_NOT_WHOLE
}
