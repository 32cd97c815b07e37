package dev.assay.bundle;

import java.util.Arrays;
import java.util.Optional;

/** What an item of a bundle is. The kind is for people and tools: verification goes by the content alone. */
public enum ItemKind {
    /** One X.509 certificate in DER. */
    CERTIFICATE("certificate"),
    /** One revocation list in DER. */
    CRL("crl"),
    /** A TCB info as Intel serves it: a JSON object with the body and its signature. */
    TCB_INFO("tcb-info"),
    /** An enclave identity as Intel serves it: a JSON object with the body and its signature. */
    QE_IDENTITY("qe-identity"),
    /** Anything else that was given as an endorsement, as it was given; verification refuses it. */
    OTHER("other");

    private final String label;

    ItemKind(String label) {
        this.label = label;
    }

    /**
     * The name in bundles.
     *
     * @return lower case, words joined by hyphens
     */
    public String label() {
        return label;
    }

    static Optional<ItemKind> named(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
