package lv.vmis.register.person;

import lv.vmis.register.kernel.RefusalCode;

/** Why a search, a stated purpose or a fact about a person is refused. */
public enum PersonRefusal implements RefusalCode {
    COUNTRY_UNKNOWN,
    NAME_TOO_SHORT,
    NOTHING_TO_SEARCH,
    ENDS_BEFORE_IT_BEGINS,
    CASE_OR_REASON,
    PERSON_UNKNOWN,
    NUMBER_UNKNOWN,
    NOT_A_FOREIGNER,
    SPECIMEN,
    NATIONALITY_TWICE,
    CODE_CHECKSUM,
    NOT_A_CODE,
    ENDS_BEFORE_START,
    ONLY_IN_LATVIA,
    NOT_A_REGISTER_CODE,
    NOT_A_POSTCODE,
    RELATIVE_UNKNOWN,
    RELATIVE_IS_SELF,
    ASSESSMENT_UNEXPLAINED,
    REASON_UNEXPLAINED,
    DOCUMENT_HELD,
    PRIMARY_STAYS,
    NOTHING_CHANGED,
    FACT_WITHDRAWN,
    BIRTH_DATE_OTHER
}
