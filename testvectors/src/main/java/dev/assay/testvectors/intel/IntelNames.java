package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.DistinguishedName;
import dev.assay.testvectors.pki.NameAttribute;
import dev.assay.testvectors.pki.StringForm;

/** The names in Intel's certificates, which differ in the common name only. */
public final class IntelNames {
    /** Common name of the root. */
    public static final String ROOT = "Intel SGX Root CA";

    /** Common name of the certificate whose key signs TCB infos and enclave identities. */
    public static final String TCB_SIGNING = "Intel SGX TCB Signing";

    /** Common name of a platform's certificate. */
    public static final String PCK = "Intel SGX PCK Certificate";

    private IntelNames() {}

    /**
     * A name of Intel's: CN, O, L, ST, C in this order, the country as PrintableString, everything else as UTF8String.
     *
     * @param commonName for instance {@code Intel SGX Root CA}
     * @return the name
     */
    public static DistinguishedName of(String commonName) {
        return DistinguishedName.empty()
                .and(NameAttribute.COMMON_NAME, StringForm.UTF8, commonName)
                .and(NameAttribute.ORGANIZATION, StringForm.UTF8, "Intel Corporation")
                .and(NameAttribute.LOCALITY, StringForm.UTF8, "Santa Clara")
                .and(NameAttribute.STATE, StringForm.UTF8, "CA")
                .and(NameAttribute.COUNTRY, StringForm.PRINTABLE, "US");
    }
}
