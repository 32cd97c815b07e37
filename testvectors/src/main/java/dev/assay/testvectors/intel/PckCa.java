package dev.assay.testvectors.intel;

/** The two authorities that issue PCK certificates; each has a revocation list of its own. */
public enum PckCa {
    /** For platforms that are registered with Intel, with several packages or in a cloud: every real TDX platform. */
    PLATFORM("Intel SGX PCK Platform CA", "platform"),
    /** For single processors. */
    PROCESSOR("Intel SGX PCK Processor CA", "processor");

    private final String commonName;
    private final String parameter;

    PckCa(String commonName, String parameter) {
        this.commonName = commonName;
        this.parameter = parameter;
    }

    /**
     * The common name in its certificate.
     *
     * @return for instance {@code Intel SGX PCK Platform CA}
     */
    public String commonName() {
        return commonName;
    }

    /**
     * The address of its revocation list, as the certificates that it issues name it.
     *
     * @return a URI of Intel's provisioning certification service
     */
    public String crlAddress() {
        return "https://api.trustedservices.intel.com/sgx/certification/v4/pckcrl?ca=" + parameter + "&encoding=der";
    }
}
