package lv.vmis.register.edge;

/** How a system shows which one it is. */
public enum Way {
    /** A key that the register gave to it. */
    KEY,
    /** A token (OAuth 2, client credentials) of the issuer that the register trusts. */
    TOKEN,
    /** The certificate of its connection (mutual TLS). */
    CERTIFICATE
}
