package dev.assay.testvectors.suite;

import java.util.Locale;

/** What a vector is an example of. What each means is in {@code vectors/flags.json}, which is written by hand. */
enum Flag {
    NORMAL,
    DEBATABLE,
    VARIANT,
    REPORT_VERSIONS,
    QUOTE_VERSIONS,
    MODULE_VERSIONS,
    PRODUCT_MODELS,
    CERTIFICATE_TABLE,
    TRAILING_ZEROS,
    CRL_ENCODING,
    UNKNOWN_BITS,
    UNKNOWN_EXTENSION,
    POLICY_MET,
    POLICY_UNMET,
    POLICY_DEFAULT,
    FORGED_CHAIN,
    UNTRUSTED_INTERMEDIATE,
    CERTIFICATE_SIGNATURE,
    BAD_SIGNATURE,
    SIGNATURE_RANGE,
    SIGNATURE_PADDING,
    ATTESTATION_KEY,
    NOT_SIGNED,
    SIGNER_RESERVED,
    WRONG_ALGORITHM,
    WEAK_KEY,
    LEAF_KEY,
    NOT_AN_AUTHORITY,
    CRITICAL_EXTENSION,
    VALIDITY,
    KEY_KIND,
    LEAF_EXTENSIONS,
    PRODUCT_BINDING,
    TCB_BINDING,
    CHIP_BINDING,
    MASKED_CHIP,
    MISSING_ENDORSEMENT,
    UNREADABLE_ENDORSEMENT,
    CRL_REQUIRED,
    CRL_OFF,
    CRL_FORM,
    CRL_SIGNATURE,
    CRL_VALIDITY,
    REVOKED,
    QE_VENDOR,
    QE_IDENTITY_SIGNATURE,
    COLLATERAL_SIGNATURE,
    COLLATERAL_MISMATCH,
    COLLATERAL_VALIDITY,
    COLLATERAL_FORM,
    QE_REPORT_SIGNATURE,
    QE_KEY_BINDING,
    QE_IDENTITY,
    MODULE_IDENTITY,
    PCK_EXTENSION,
    CHAIN_FORM,
    CHAIN_PROFILE,
    TCB_STATUS,
    TCB_COMPONENTS,
    STATUS_MERGE,
    RELAUNCH,
    TCB_REVOKED,
    TCB_NOT_SUPPORTED,
    TRUNCATED,
    TRAILING,
    VERSION,
    TYPE,
    SGX,
    LENGTH,
    RESERVED,
    TABLE;

    /** The name in vectors: the constant's words, each with a capital, without anything between them. */
    String label() {
        StringBuilder label = new StringBuilder();
        for (String word : name().split("_", -1)) {
            label.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return label.toString();
    }
}
