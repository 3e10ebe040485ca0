package lv.vmis.register.certificate;

import lv.vmis.register.kernel.RefusalCode;

/** Why a certificate or an extract is not issued. */
public enum CertificateRefusal implements RefusalCode {
    PERSON_UNKNOWN,
    NOT_THE_CONTROLLER,
    UNPRINTABLE
}
