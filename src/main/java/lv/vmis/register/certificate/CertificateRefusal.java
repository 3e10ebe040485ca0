package lv.vmis.register.certificate;

import lv.vmis.register.kernel.RefusalCode;

/** Why a certificate is not issued. */
public enum CertificateRefusal implements RefusalCode {
    PERSON_UNKNOWN,
    UNPRINTABLE
}
