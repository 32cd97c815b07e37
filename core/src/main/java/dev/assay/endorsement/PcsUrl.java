package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.util.Locale;

/** Addresses at Intel's provisioning certification service, version 4. Only text is made here; nothing is fetched. */
public final class PcsUrl {
    /** What all addresses but that of the root's revocation list start with; a mirror has something else in its place. */
    public static final String BASE = "https://api.trustedservices.intel.com/";

    private PcsUrl() {}

    /**
     * Where the TCB info of a platform is had.
     *
     * @param fmspc the platform's FMSPC, 6 bytes
     * @return the address of the standard set
     */
    public static String tcbInfo(Bytes fmspc) {
        return BASE + "tdx/certification/v4/tcb?fmspc=" + fmspc.hex();
    }

    /**
     * Where the TCB info of a platform is had.
     *
     * @param fmspc the platform's FMSPC, 6 bytes
     * @param evaluation which of the concurrent sets
     * @return the address
     */
    public static String tcbInfo(Bytes fmspc, EvaluationSet evaluation) {
        return tcbInfo(fmspc) + "&" + choice(evaluation);
    }

    /**
     * Where the identity of the TD quoting enclave is had.
     *
     * @return the address of the standard set
     */
    public static String qeIdentity() {
        return BASE + "tdx/certification/v4/qe/identity";
    }

    /**
     * Where the identity of the TD quoting enclave is had.
     *
     * @param evaluation which of the concurrent sets
     * @return the address
     */
    public static String qeIdentity(EvaluationSet evaluation) {
        return qeIdentity() + "?" + choice(evaluation);
    }

    /**
     * Where the list of evaluations for TDX is had.
     *
     * @return the address
     */
    public static String evaluations() {
        return BASE + "tdx/certification/v4/tcbevaluationdatanumbers";
    }

    /**
     * Where a revocation list is had, as DER.
     *
     * @param issuer the root or one of the two that issue PCK certificates
     * @return the address
     */
    public static String crl(IntelAuthority issuer) {
        return switch (issuer) {
            case PLATFORM_CA -> BASE + "sgx/certification/v4/pckcrl?ca=platform&encoding=der";
            case PROCESSOR_CA -> BASE + "sgx/certification/v4/pckcrl?ca=processor&encoding=der";
            case ROOT, TCB_SIGNING, PCK -> "https://certificates.trustedservices.intel.com/IntelSGXRootCA.der";
        };
    }

    /**
     * Where the PCK certificate of a platform is had, as PEM, by who has a key to Intel's service.
     *
     * @param wanted which
     * @return the address
     */
    public static String pckCertificate(EndorsementRequest.PckCertificate wanted) {
        return BASE + "sgx/certification/v4/pckcert?encrypted_ppid="
                + wanted.encryptedPpid().hex() + versions(wanted);
    }

    /**
     * Where the same is had from a PCCS, which knows platforms by their quoting enclave's identity as well.
     *
     * @param wanted which
     * @return the address
     */
    public static String pckCertificateByQe(EndorsementRequest.PckCertificate wanted) {
        return BASE + "sgx/certification/v4/pckcert?qeid=" + wanted.qeId().hex() + "&encrypted_ppid="
                + wanted.encryptedPpid().hex() + versions(wanted);
    }

    /** The security version is in the order of its bytes in memory. */
    private static String versions(EndorsementRequest.PckCertificate wanted) {
        return String.format(
                Locale.ROOT,
                "&cpusvn=%s&pcesvn=%02x%02x&pceid=%s",
                wanted.cpuSvn().hex(),
                wanted.pceSvn() & 0xFF,
                wanted.pceSvn() >> 8,
                wanted.pceId().hex());
    }

    /** The service takes one or the other, never both. */
    private static String choice(EvaluationSet evaluation) {
        return evaluation instanceof EvaluationSet.Numbered numbered
                ? "tcbEvaluationDataNumber=" + numbered.number()
                : "update=" + evaluation.key();
    }
}
