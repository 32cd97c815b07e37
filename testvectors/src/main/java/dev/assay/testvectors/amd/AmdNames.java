package dev.assay.testvectors.amd;

import dev.assay.testvectors.pki.DistinguishedName;
import dev.assay.testvectors.pki.NameAttribute;
import dev.assay.testvectors.pki.StringForm;

/** The names in AMD's certificates, which differ in the common name only. */
public final class AmdNames {
    private AmdNames() {}

    /**
     * A name of AMD's: OU, C, L, ST, O, CN in this order, the country as PrintableString, everything else as UTF8String.
     *
     * @param commonName for instance {@code ARK-Milan}
     * @return the name
     */
    public static DistinguishedName of(String commonName) {
        return DistinguishedName.empty()
                .and(NameAttribute.ORGANIZATIONAL_UNIT, StringForm.UTF8, "Engineering")
                .and(NameAttribute.COUNTRY, StringForm.PRINTABLE, "US")
                .and(NameAttribute.LOCALITY, StringForm.UTF8, "Santa Clara")
                .and(NameAttribute.STATE, StringForm.UTF8, "CA")
                .and(NameAttribute.ORGANIZATION, StringForm.UTF8, "Advanced Micro Devices")
                .and(NameAttribute.COMMON_NAME, StringForm.UTF8, commonName);
    }
}
