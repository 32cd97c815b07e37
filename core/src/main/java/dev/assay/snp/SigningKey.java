package dev.assay.snp;

/** Which key the firmware signed a report with (SIGNING_KEY, bits 4:2 of the signer info). */
public enum SigningKey {
    /** The versioned chip endorsement key: one for each chip and TCB version. */
    VCEK,
    /** The versioned loaded endorsement key: one that a cloud provider loaded, not bound to a chip. */
    VLEK,
    /** None: the report is not signed. */
    NONE,
    /** A number without a meaning in any known revision of the document. */
    RESERVED
}
