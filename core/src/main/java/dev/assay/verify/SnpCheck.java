package dev.assay.verify;

import dev.assay.model.Effect;
import dev.assay.model.FindingCode;

/** Every check of {@link SnpVerification}, in the order of the procedure. */
public enum SnpCheck implements FindingCode {
    /** The report was decoded leniently and is not well-formed. */
    REPORT_IRREGULAR(
            "snp.report.irregular",
            Effect.REJECTS,
            "56860, ATTESTATION_REPORT",
            "Decode strictly; a report with reserved bytes set comes from firmware that this library does not know."),
    /** Bits without a known meaning are set. */
    REPORT_UNKNOWN_BITS(
            "snp.report.unknown-bits",
            Effect.NOTED,
            "56860, POLICY, PLATFORM_INFO and TCB_VERSION",
            "Look them up in the newest revision of the document, and decide in the policy whether they may be set."),
    /** SIGNATURE_ALGO is not ECDSA P-384 with SHA-384. */
    REPORT_SIGNATURE_ALGORITHM(
            "snp.report.signature-algo",
            Effect.REJECTS,
            "56860, SIGNATURE_ALGO",
            "There is no other algorithm; look for damage on the way from the guest."),
    /** The signer info has a reserved key number or bits without a meaning. */
    SIGNER_RESERVED(
            "snp.signer.reserved",
            Effect.REJECTS,
            "56860, ATTESTATION_REPORT offset 0x48",
            "Update this library if the firmware is newer than it."),
    /** The firmware did not sign: MASK_CHIP_KEY, or SIGNING_KEY is none. */
    NOT_SIGNED(
            "snp.signer.not-signed",
            Effect.REJECTS,
            "56860, MASK_CHIP_KEY and SIGNING_KEY",
            "Ask the host's operator to stop masking the chip key (SNP_CONFIG), then get a new report."),
    /** Something given as an endorsement is neither a certificate nor a revocation list. */
    ENDORSEMENT_UNREADABLE(
            "snp.endorsement.unreadable",
            Effect.REJECTS,
            "RFC 5280, 4.1 and 5.1",
            "Remove the item, or get it again from AMD."),
    /** No certificate for the signing key was given. */
    LEAF_MISSING(
            "snp.leaf.missing",
            Effect.UNDETERMINED,
            "57230 and 58369",
            "Give the VCEK or VLEK certificate, or the host's certificate table."),
    /** SIGNING_KEY, the leaf's subject and its issuer do not agree on the kind of key. */
    LEAF_KIND(
            "snp.leaf.kind",
            Effect.REJECTS,
            "56860, SIGNING_KEY; 57230 and 58369",
            "Give the certificate of the key that signed: VCEK under an ASK, VLEK under an ASVK."),
    /** The leaf's key is not a point on P-384. */
    LEAF_KEY("snp.leaf.key", Effect.REJECTS, "57230, VCEK key", "Get the certificate again from AMD."),
    /** The leaf is not for signing reports by its standard extensions. */
    LEAF_USAGE(
            "snp.leaf.usage", Effect.REJECTS, "RFC 5280, 4.2.1.3 and 4.2.1.9", "Get the certificate again from AMD."),
    /** The leaf lacks extensions of its profile. */
    LEAF_EXTENSION_MISSING(
            "snp.leaf.extension-missing",
            Effect.REJECTS,
            "57230 and 58369, certificate extensions",
            "Get the certificate again from AMD."),
    /** An extension of the leaf has a value or is in a place that its profile does not allow. */
    LEAF_EXTENSION_INVALID(
            "snp.leaf.extension-invalid",
            Effect.REJECTS,
            "57230 and 58369, certificate extensions",
            "Get the certificate again from AMD."),
    /** The leaf has extensions that are not in its profile. */
    LEAF_EXTENSION_UNKNOWN(
            "snp.leaf.extension-unknown",
            Effect.NOTED,
            "57230 and 58369, certificate extensions",
            "None is critical; look them up in the newest revision of the document."),
    /** The leaf's productName is not its issuer's product. */
    LEAF_PRODUCT_NAME(
            "snp.leaf.product-name",
            Effect.REJECTS,
            "57230 and 58369, productName",
            "Get the certificate again from AMD."),
    /** No intermediate certificate of the leaf's issuer is known. */
    CHAIN_INTERMEDIATE_MISSING(
            "snp.chain.intermediate-missing",
            Effect.UNDETERMINED,
            "57230, cert_chain",
            "Give the ASK or ASVK certificate of the leaf's issuer."),
    /** The chain does not end at a trust anchor. */
    CHAIN_UNTRUSTED(
            "snp.chain.untrusted",
            Effect.REJECTS,
            "RFC 5280, 6.1; 57230, ARK",
            "Not AMD's chain: somebody else made these certificates. Name another anchor only for a test hierarchy."),
    /** The leaf was not signed by its issuer. */
    CHAIN_LEAF_SIGNATURE(
            "snp.chain.leaf-signature",
            Effect.REJECTS,
            "RFC 5280, 6.1.3 (a)(1)",
            "Get the certificate and its chain again from AMD."),
    /** A certificate is signed with another algorithm, or other parameters, than AMD uses. */
    CHAIN_ALGORITHM(
            "snp.chain.algorithm",
            Effect.REJECTS,
            "57230, RSASSA-PSS with SHA-384 and 48 bytes of salt",
            "Get the certificate and its chain again from AMD."),
    /** An authority's key is not RSA with 4096 bits. */
    CHAIN_KEY("snp.chain.key", Effect.REJECTS, "57230, ARK and ASK keys", "Get the chain again from AMD."),
    /** An intermediate's authority is of another product than its root. */
    CHAIN_NAMES("snp.chain.names", Effect.REJECTS, "57230, ARK and ASK names", "Get the chain again from AMD."),
    /** An authority's basic constraints do not make it one. */
    CHAIN_BASIC_CONSTRAINTS(
            "snp.chain.basic-constraints", Effect.REJECTS, "RFC 5280, 4.2.1.9", "Get the chain again from AMD."),
    /** The root does not allow an intermediate below it. */
    CHAIN_PATH_LENGTH("snp.chain.path-length", Effect.REJECTS, "RFC 5280, 4.2.1.9", "Get the chain again from AMD."),
    /** An authority's key may not sign certificates. */
    CHAIN_KEY_USAGE("snp.chain.key-usage", Effect.REJECTS, "RFC 5280, 4.2.1.3", "Get the chain again from AMD."),
    /** Below anchors of the caller's own, an authority lacks what AMD's have and verification does not need. */
    CHAIN_REDUCED(
            "snp.chain.reduced-profile",
            Effect.NOTED,
            "57230, ARK and ASK key usage",
            "AMD's authorities always have it; make the test hierarchy in the full profile."),
    /** A certificate has a critical extension that is not understood here. */
    CHAIN_CRITICAL_EXTENSION(
            "snp.chain.critical-extension", Effect.REJECTS, "RFC 5280, 4.2", "Get the chain again from AMD."),
    /** A certificate is not valid at the time asked about. */
    CHAIN_VALIDITY(
            "snp.chain.validity",
            Effect.UNDETERMINED,
            "RFC 5280, 4.1.2.5",
            "Get the certificate again from AMD, or check the time."),
    /** A revocation list is required and none for this chain was given. */
    CRL_MISSING("snp.crl.missing", Effect.UNDETERMINED, "57230, CRL", "Give the revocation list of the product's ARK."),
    /** Revocation was not checked. */
    CRL_NOT_CHECKED(
            "snp.crl.not-checked",
            Effect.NOTED,
            "57230, CRL",
            "Give the revocation list of the product's ARK, and require it."),
    /** A revocation list in the ARK's name was not signed by it, or the ARK may not sign lists. */
    CRL_SIGNATURE(
            "snp.crl.signature",
            Effect.REJECTS,
            "RFC 5280, 6.3.3 (f) and (g)",
            "Get the revocation list again from AMD."),
    /** A revocation list has a form that cannot be judged here. */
    CRL_UNSUPPORTED(
            "snp.crl.unsupported",
            Effect.REJECTS,
            "RFC 5280, 5.2",
            "Give a complete list as AMD serves it: no delta, no unknown critical extension, with a next update."),
    /** No revocation list is current at the time asked about. */
    CRL_VALIDITY(
            "snp.crl.validity",
            Effect.UNDETERMINED,
            "RFC 5280, 5.1.2.4 and 5.1.2.5",
            "Get the current revocation list from AMD, or check the time."),
    /** An authority of the chain is revoked. */
    CHAIN_REVOKED(
            "snp.chain.revoked",
            Effect.REJECTS,
            "57230, CRL",
            "The key is not to be trusted any more; get the chain that replaced it from AMD."),
    /** The report's processor is not of the chain's product. */
    BINDING_PRODUCT(
            "snp.binding.product",
            Effect.REJECTS,
            "56860, CPUID_FAM_ID and CPUID_MOD_ID; 57230, products",
            "Give the certificate of the chip that made the report."),
    /** The chain's product is not the one that the caller expects. */
    BINDING_EXPECTED_PRODUCT(
            "snp.binding.expected-product",
            Effect.REJECTS,
            "verification options, expected product",
            "Expect the product that the evidence is from, if it is one that you want."),
    /** The leaf was issued for another TCB than the report states. */
    BINDING_TCB(
            "snp.binding.tcb",
            Effect.REJECTS,
            "57230, SPL extensions; 56860, REPORTED_TCB",
            "Get the certificate for the reported TCB."),
    /** The leaf was issued for another chip. */
    BINDING_CHIP_ID(
            "snp.binding.chip-id",
            Effect.REJECTS,
            "57230, hwID; 56860, CHIP_ID",
            "Give the certificate of the chip that made the report."),
    /** The report hides its chip, and the caller does not allow that. */
    BINDING_CHIP_ID_MASKED(
            "snp.binding.chip-id-masked",
            Effect.REJECTS,
            "56860, MASK_CHIP_ID",
            "Ask the host's operator to stop masking CHIP_ID, or allow it if the chip does not matter to you."),
    /** The report hides its chip, and the caller allows that. */
    BINDING_UNBOUND(
            "snp.binding.unbound",
            Effect.NOTED,
            "56860, MASK_CHIP_ID",
            "Know that any chip of this product and TCB could have made the report."),
    /** r or s is not between 1 and the order of the curve less 1. */
    SIGNATURE_RANGE(
            "snp.signature.range",
            Effect.REJECTS,
            "FIPS 186-5, 6.4.2",
            "No implementation makes such a signature; the report was altered or made up."),
    /** The report was not signed with the leaf's key. */
    SIGNATURE_INVALID(
            "snp.signature.invalid",
            Effect.REJECTS,
            "56860, SIGNATURE",
            "The report was altered, or the certificate is not that of the key that signed it.");

    private final String code;
    private final Effect effect;
    private final String source;
    private final String nextStep;

    SnpCheck(String code, Effect effect, String source, String nextStep) {
        this.code = code;
        this.effect = effect;
        this.source = source;
        this.nextStep = nextStep;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Effect effect() {
        return effect;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public String nextStep() {
        return nextStep;
    }
}
