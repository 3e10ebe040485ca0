package lv.vmis.register.certificate;

import lv.vmis.register.document.DocumentKind;

/** What is issued on a person. */
public enum CertificateKind {
    /** Bans and return decisions of the day. */
    CERTIFICATE(DocumentKind.CERTIFICATE),
    /** All that may be told. */
    EXTRACT(DocumentKind.DATA_EXTRACT);

    private final DocumentKind printed;

    CertificateKind(DocumentKind printed) {
        this.printed = printed;
    }

    DocumentKind printed() {
        return printed;
    }
}
