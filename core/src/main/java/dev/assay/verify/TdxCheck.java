package dev.assay.verify;

import dev.assay.model.Effect;
import dev.assay.model.FindingCode;
import dev.assay.model.TcbStatus;

/**
 * Every check of {@link TdxVerification}, in the order of the procedure. The numbers in the sources are the status codes
 * of Intel's quote verification library (QVL), which ends at the first of them; here, checking goes on.
 */
public enum TdxCheck implements FindingCode {
    /** The quote was decoded leniently and is not well-formed. */
    QUOTE_IRREGULAR(
            "tdx.quote.irregular",
            "Intel QVL 37, unsupported quote format",
            "Decode strictly; look for what was added behind the quote."),
    /** Reserved bytes of the header are set. */
    QUOTE_RESERVED(
            "tdx.quote.reserved",
            Effect.NOTED,
            "DCAP sgx_quote_4.h, sgx_quote4_header_t",
            "Look them up in the newest revision of the format."),
    /** The quoting enclave is not Intel's by the header. */
    QUOTE_VENDOR(
            "tdx.quote.vendor-id", "Intel QVL 37, QE vendor id", "Have the quote made by Intel's quoting enclave."),
    /** Something given as an endorsement is no certificate, revocation list or collateral. */
    ENDORSEMENT_UNREADABLE(
            "tdx.endorsement.unreadable",
            "Intel QVL 19, 28 and 42, format of collateral",
            "Remove the item, or get it again from Intel."),
    /** Neither the quote nor the endorsements have the certificates from the PCK to the root. */
    CHAIN_MISSING(
            "tdx.chain.missing",
            Effect.UNDETERMINED,
            "Intel QVL 36, missing parameters",
            "Give the PCK certificate and that of its issuer."),
    /** The quote's certification data is not exactly the certificates it should be. */
    CHAIN_FORM(
            "tdx.chain.form",
            "Intel QVL 1, unsupported certificate format",
            "Get a new quote; nobody makes quotes with other chains."),
    /** The certificates are not one PCK certificate, its issuer and the root. */
    CHAIN_ROLES(
            "tdx.chain.roles",
            "Intel QVL 2, 7 and 12, subjects and issuers",
            "Get a new quote; nobody makes quotes with other chains."),
    /** A certificate's key is not a point on P-256. */
    CHAIN_KEY("tdx.chain.key", "Intel QVL 1, unsupported certificate format", "Get the certificates again from Intel."),
    /** A certificate is not signed with ECDSA and SHA-256, or says two different things about it. */
    CHAIN_ALGORITHM(
            "tdx.chain.algorithm",
            "Intel SGX PCK certificate profile, signature algorithm",
            "Get the certificates again from Intel."),
    /** A certificate's version or extensions are not those of Intel's profile. */
    CHAIN_PROFILE(
            "tdx.chain.profile",
            "Intel SGX PCK certificate profile; Intel QVL 4, 9 and 14",
            "Get the certificates again from Intel."),
    /** Below the caller's own anchors, certificates or lists lack what Intel's have and verification does not need. */
    CHAIN_REDUCED(
            "tdx.chain.reduced-profile",
            Effect.NOTED,
            "Intel SGX PCK certificate profile; Intel QVL 4, 9, 14 and 28",
            "Intel's own library refuses such a hierarchy; make the test hierarchy in the full profile."),
    /** A certificate was not signed by the key of its issuer. */
    CHAIN_SIGNATURE(
            "tdx.chain.signature",
            "Intel QVL 6, 11 and 16, invalid issuer",
            "The certificates were altered, or do not belong together."),
    /** The chain does not end at a trust anchor. */
    CHAIN_UNTRUSTED(
            "tdx.chain.untrusted",
            "Intel QVL 18, untrusted chain",
            "If the machine is of a pre-production hierarchy, give its root as trust anchor."),
    /** A certificate of the chain is not valid at the time. */
    CHAIN_VALIDITY(
            "tdx.chain.validity",
            Effect.UNDETERMINED,
            "Intel QVL 78, PCK chain expired; RFC 5280, 4.1.2.5",
            "Have the platform get a new PCK certificate, or check the time."),
    /** The issuer of the PCK certificate is revoked. */
    CHAIN_REVOKED("tdx.chain.revoked", "Intel QVL 11, intermediate revoked", "Do not trust this platform."),
    /** The PCK certificate is revoked. */
    PCK_REVOKED(
            "tdx.pck.revoked", "Intel QVL 43, PCK revoked", "Do not trust this platform: its key is known to others."),
    /** The SGX extension of the PCK certificate is not as its profile demands. */
    PCK_EXTENSION(
            "tdx.pck.extension",
            "Intel SGX PCK certificate profile, SGX extensions",
            "Get the certificate again from Intel."),
    /** CPUSVN of the PCK certificate differs from its component versions. */
    PCK_CPUSVN(
            "tdx.pck.cpu-svn",
            Effect.NOTED,
            "Intel SGX PCK certificate profile, SGX extensions",
            "The component versions were used, as Intel does."),
    /** A revocation list is required and was not given. */
    CRL_MISSING(
            "tdx.crl.missing",
            Effect.UNDETERMINED,
            "Intel QVL 36, missing parameters",
            "Give the lists of the root and of the PCK certificate's issuer."),
    /** A revocation list is of a form that Intel does not issue. */
    CRL_PROFILE(
            "tdx.crl.profile", "Intel SGX PCK revocation list profile; Intel QVL 28", "Get the list again from Intel."),
    /** A revocation list was not signed by its issuer. */
    CRL_SIGNATURE("tdx.crl.signature", "Intel QVL 32, invalid signature", "Get the list again from Intel."),
    /** No revocation list that was given is current. */
    CRL_VALIDITY(
            "tdx.crl.validity",
            Effect.UNDETERMINED,
            "Intel QVL 79, revocation list expired",
            "Get the list again from Intel."),
    /** Revocation was not checked, as the caller chose. */
    CRL_NOT_CHECKED(
            "tdx.crl.not-checked",
            Effect.NOTED,
            "RFC 5280, 6.3",
            "Give revocation lists and require them, or accept that revoked keys pass."),
    /** The certificate of the key that signs collateral was not given. */
    SIGNER_MISSING(
            "tdx.signer.missing",
            Effect.UNDETERMINED,
            "Intel QVL 36, missing parameters",
            "Give the TCB signing certificate that comes with the collateral."),
    /** The TCB signing certificate is not as Intel's profile has it. */
    SIGNER_PROFILE(
            "tdx.signer.profile",
            "Intel QVL 22 to 25, TCB signing certificate",
            "Get the issuer chain of the collateral again from Intel."),
    /** The TCB signing certificate was not issued by the trust anchor. */
    SIGNER_UNTRUSTED(
            "tdx.signer.untrusted",
            "Intel QVL 26, TCB signing chain untrusted",
            "Get the issuer chain of the collateral again from Intel."),
    /** The TCB signing certificate is revoked. */
    SIGNER_REVOKED(
            "tdx.signer.revoked",
            "Intel QVL 27, TCB signing certificate revoked",
            "Get collateral that a newer key signed."),
    /** The TCB signing certificate is not valid at the time. */
    SIGNER_VALIDITY(
            "tdx.signer.validity",
            Effect.UNDETERMINED,
            "Intel QVL 80, signing chain expired",
            "Get the collateral's issuer chain again; Intel issued a new certificate for the key in 2025."),
    /** No TCB info was given. */
    TCB_INFO_MISSING(
            "tdx.tcb-info.missing",
            Effect.UNDETERMINED,
            "Intel QVL 36, missing parameters",
            "Give the TCB info of the platform's FMSPC."),
    /** The TCB info is not for TDX. */
    TCB_INFO_ID(
            "tdx.tcb-info.id", "Intel QVL 44, TCB info mismatch", "Give the TCB info from Intel's address for TDX."),
    /** The TCB info is for another kind of platform. */
    TCB_INFO_FMSPC(
            "tdx.tcb-info.fmspc", "Intel QVL 44, TCB info mismatch", "Give the TCB info of the platform's FMSPC."),
    /** The TCB info is for another provisioning certification enclave. */
    TCB_INFO_PCEID(
            "tdx.tcb-info.pceid",
            "Intel QVL 44, TCB info mismatch",
            "Give the TCB info of the platform's FMSPC and PCEID."),
    /** The TCB info was not signed by the TCB signing key. */
    TCB_INFO_SIGNATURE(
            "tdx.tcb-info.signature",
            "Intel QVL 21, TCB info signature",
            "Get the TCB info again, and keep the bytes as Intel serves them."),
    /** The TCB info is not valid at the time. */
    TCB_INFO_VALIDITY(
            "tdx.tcb-info.validity",
            Effect.UNDETERMINED,
            "Intel QVL 75, TCB info expired",
            "Get the TCB info again from Intel."),
    /** The TCB info is older than one that was accepted before. */
    TCB_INFO_ROLLED_BACK(
            "tdx.tcb-info.rolled-back",
            "The caller's roll-back floor",
            "Find out why old collateral is served; get it from Intel."),
    /** No identity of a quoting enclave was given. */
    QE_IDENTITY_MISSING(
            "tdx.qe-identity.missing",
            Effect.UNDETERMINED,
            "Intel QVL 36, missing parameters",
            "Give the identity of the TD quoting enclave."),
    /** The identity is not that of the TD quoting enclave. */
    QE_IDENTITY_ID(
            "tdx.qe-identity.id",
            "Intel QVL 74, QE identity mismatch",
            "Give TD_QE, from Intel's address for TDX; QE is for SGX."),
    /** The identity was not signed by the TCB signing key. */
    QE_IDENTITY_SIGNATURE(
            "tdx.qe-identity.signature",
            "Intel QVL 76, identity signature",
            "Get the identity again, and keep the bytes as Intel serves them."),
    /** The identity is not valid at the time. */
    QE_IDENTITY_VALIDITY(
            "tdx.qe-identity.validity",
            Effect.UNDETERMINED,
            "Intel QVL 81, identity expired",
            "Get the identity again from Intel."),
    /** The identity is older than one that was accepted before. */
    QE_IDENTITY_ROLLED_BACK(
            "tdx.qe-identity.rolled-back",
            "The caller's roll-back floor",
            "Find out why old collateral is served; get it from Intel."),
    /** Something that has expired was used, within the grace that the caller gave. */
    COLLATERAL_EXPIRED(
            "tdx.collateral.expired",
            Effect.NOTED,
            "The caller's grace for collateral",
            "Get it again from Intel before the grace ends."),
    /** The TCB info does not know the TDX module's major version. */
    MODULE_UNKNOWN(
            "tdx.module.unknown",
            "Intel QVL 85, TDX module mismatch",
            "Get a newer TCB info; those of early 2023 know no module of TDX 1.5."),
    /** MRSIGNERSEAM is not what the TCB info demands. */
    MODULE_SIGNER(
            "tdx.module.signer",
            "Intel QVL 85, TDX module mismatch",
            "The TDX module is not Intel's; do not trust the platform."),
    /** SEAMATTRIBUTES is not zero, or not what the TCB info demands. */
    MODULE_ATTRIBUTES(
            "tdx.module.attributes",
            "Intel QVL 85, TDX module mismatch",
            "The TDX module runs in a mode that is not for production."),
    /** The QE report was not signed with the PCK. */
    QE_REPORT_SIGNATURE(
            "tdx.qe.report-signature",
            "Intel QVL 55, QE report signature",
            "The quote was altered, or the PCK certificate is another platform's."),
    /** The QE report does not vouch for the attestation key. */
    QE_KEY_BINDING("tdx.qe.key-binding", "Intel QVL 56, QE report data", "The quote was altered or made up."),
    /** MISCSELECT of the QE is not what its identity demands. */
    QE_MISCSELECT(
            "tdx.qe.miscselect",
            "Intel QVL 74, QE identity mismatch",
            "The quoting enclave is not Intel's, or not in production mode."),
    /** The QE's attributes are not what its identity demands. */
    QE_ATTRIBUTES(
            "tdx.qe.attributes",
            "Intel QVL 74, QE identity mismatch",
            "The quoting enclave is not Intel's, or can be debugged."),
    /** The QE's signer is not what its identity demands. */
    QE_SIGNER("tdx.qe.signer", "Intel QVL 74, QE identity mismatch", "The quoting enclave is not Intel's."),
    /** The QE's product number is not what its identity demands. */
    QE_PRODUCT("tdx.qe.product", "Intel QVL 74, QE identity mismatch", "Another enclave of Intel's made the report."),
    /** The attestation key is not a point on P-256. */
    SIGNATURE_KEY("tdx.signature.key", "Intel QVL 37, attestation key", "The quote was altered or made up."),
    /** r or s is not between 1 and the order of the curve less 1. */
    SIGNATURE_RANGE(
            "tdx.signature.range",
            "FIPS 186-5, 6.4.2",
            "No implementation makes such a signature; the quote was altered or made up."),
    /** The quote was not signed with the attestation key. */
    SIGNATURE_INVALID("tdx.signature.invalid", "Intel QVL 57, quote signature", "The quote was altered."),
    /** The platform reaches no level of the TCB info. */
    TCB_NOT_SUPPORTED(
            "tdx.tcb.not-supported",
            "Intel QVL 49, TCB not supported",
            "Update the platform's firmware, then restart it."),
    /** The TDX module reaches no level of its identity. */
    TCB_MODULE_NOT_SUPPORTED(
            "tdx.tcb.module-not-supported", "Intel QVL 49, TCB not supported", "Update the TDX module."),
    /** The quoting enclave reaches no level of its identity. */
    TCB_QE_NOT_SUPPORTED("tdx.tcb.qe-not-supported", "Intel QVL 49, TCB not supported", "Update the quoting enclave."),
    /** The TCB is revoked. */
    TCB_REVOKED("tdx.tcb.revoked", "Intel QVL 46, TCB revoked", "Do not trust this platform until it is updated."),
    /** TCB status SWHardeningNeeded. */
    TCB_SW_HARDENING_NEEDED(
            "tdx.tcb.sw-hardening-needed",
            Effect.NOTED,
            "Intel QVL 82",
            "Read the advisories; decide in the policy whether the status is accepted."),
    /** TCB status ConfigurationNeeded. */
    TCB_CONFIGURATION_NEEDED(
            "tdx.tcb.configuration-needed",
            Effect.NOTED,
            "Intel QVL 47",
            "Read the advisories; decide in the policy whether the status is accepted."),
    /** TCB status ConfigurationAndSWHardeningNeeded. */
    TCB_CONFIGURATION_AND_SW_HARDENING_NEEDED(
            "tdx.tcb.configuration-and-sw-hardening-needed",
            Effect.NOTED,
            "Intel QVL 83",
            "Read the advisories; decide in the policy whether the status is accepted."),
    /** TCB status OutOfDate. */
    TCB_OUT_OF_DATE(
            "tdx.tcb.out-of-date",
            Effect.NOTED,
            "Intel QVL 45",
            "Update what falls short; decide in the policy whether the status is accepted."),
    /** TCB status OutOfDateConfigurationNeeded. */
    TCB_OUT_OF_DATE_CONFIGURATION_NEEDED(
            "tdx.tcb.out-of-date-configuration-needed",
            Effect.NOTED,
            "Intel QVL 48",
            "Update what falls short; decide in the policy whether the status is accepted."),
    /** TCB status TDRelaunchAdvised. */
    TCB_TD_RELAUNCH_ADVISED(
            "tdx.tcb.td-relaunch-advised", Effect.NOTED, "Intel QVL 87", "Launch the TD anew on the updated platform."),
    /** TCB status TDRelaunchAdvisedConfigurationNeeded. */
    TCB_TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED(
            "tdx.tcb.td-relaunch-advised-configuration-needed",
            Effect.NOTED,
            "Intel QVL 88",
            "Launch the TD anew on the updated platform, and read the advisories."),
    /** The platform's present TCB is revoked, though that at the TD's launch is not. */
    TCB_CURRENT_REVOKED(
            "tdx.tcb.current-revoked",
            Effect.NOTED,
            "Intel QVL, relaunch: the launch status stands",
            "Find out why the platform went back to an older TCB.");

    private final String code;
    private final Effect effect;
    private final String source;
    private final String nextStep;

    /** Whatever does not say otherwise, rejects. */
    TdxCheck(String code, String source, String nextStep) {
        this(code, Effect.REJECTS, source, nextStep);
    }

    TdxCheck(String code, Effect effect, String source, String nextStep) {
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

    /** The finding that says a status; there is none for {@link TcbStatus#UP_TO_DATE}. */
    static TdxCheck of(TcbStatus status) {
        return switch (status) {
            case UP_TO_DATE -> throw new IllegalArgumentException("nothing to say about " + status.label());
            case SW_HARDENING_NEEDED -> TCB_SW_HARDENING_NEEDED;
            case CONFIGURATION_NEEDED -> TCB_CONFIGURATION_NEEDED;
            case CONFIGURATION_AND_SW_HARDENING_NEEDED -> TCB_CONFIGURATION_AND_SW_HARDENING_NEEDED;
            case OUT_OF_DATE -> TCB_OUT_OF_DATE;
            case OUT_OF_DATE_CONFIGURATION_NEEDED -> TCB_OUT_OF_DATE_CONFIGURATION_NEEDED;
            case REVOKED -> TCB_REVOKED;
            case TD_RELAUNCH_ADVISED -> TCB_TD_RELAUNCH_ADVISED;
            case TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED -> TCB_TD_RELAUNCH_ADVISED_CONFIGURATION_NEEDED;
        };
    }
}
