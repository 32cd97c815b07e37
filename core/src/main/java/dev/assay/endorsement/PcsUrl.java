package dev.assay.endorsement;

import dev.assay.model.Bytes;

/** Addresses at Intel's provisioning certification service, version 4. Only text is made here; nothing is fetched. */
public final class PcsUrl {
    private static final String BASE = "https://api.trustedservices.intel.com/";

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
     * Where the identity of the TD quoting enclave is had.
     *
     * @return the address of the standard set
     */
    public static String qeIdentity() {
        return BASE + "tdx/certification/v4/qe/identity";
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
}
