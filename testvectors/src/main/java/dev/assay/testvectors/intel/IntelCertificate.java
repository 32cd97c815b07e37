package dev.assay.testvectors.intel;

/** The certificates that it takes to verify a quote. */
public enum IntelCertificate {
    /** The root. */
    ROOT,
    /** The authority for PCK certificates. */
    PCK_CA,
    /** The platform's. */
    PCK,
    /** That of the key which signs TCB infos and enclave identities. */
    TCB_SIGNING
}
