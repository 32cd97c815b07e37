package dev.assay.testvectors.amd;

/** The two kinds of key that sign reports. */
public enum VekKind {
    /** The chip's own key, certified by the ASK. */
    VCEK("SEV-VCEK", "SEV-", "ask", "vcek", 0, 7),
    /** A cloud provider's key, certified by the ASVK. */
    VLEK("SEV-VLEK", "SEV-VLEK-", "asvk", "vlek", 1, 1);

    private final String leafName;
    private final String issuerPrefix;
    private final String poolName;
    private final String path;
    private final int signingKey;
    private final int years;

    VekKind(String leafName, String issuerPrefix, String poolName, String path, int signingKey, int years) {
        this.leafName = leafName;
        this.issuerPrefix = issuerPrefix;
        this.poolName = poolName;
        this.path = path;
        this.signingKey = signingKey;
        this.years = years;
    }

    /**
     * The common name of such a key's certificate.
     *
     * @return {@code SEV-VCEK} or {@code SEV-VLEK}
     */
    public String leafName() {
        return leafName;
    }

    /**
     * The common name of the intermediate certificate.
     *
     * @param product the product
     * @return for instance {@code SEV-Milan} or {@code SEV-VLEK-Milan}
     */
    public String issuerName(AmdProduct product) {
        return issuerPrefix + product.label();
    }

    /**
     * The key's number in bits 4:2 of a report's signer information.
     *
     * @return 0 or 1
     */
    public int signingKey() {
        return signingKey;
    }

    /**
     * The address of the revocation list, as the intermediate certificate names it.
     *
     * @param product the product
     * @return a URI of AMD's key distribution service
     */
    public String crlAddress(AmdProduct product) {
        return "https://kdsintf.amd.com/" + path + "/v1/" + product.label() + "/crl";
    }

    String poolName() {
        return poolName;
    }

    int years() {
        return years;
    }
}
