package dev.assay.verify;

import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.VekExtensionReader;
import dev.assay.endorsement.VekExtensions;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.SigningKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Step 4: whether the leaf is a VCEK or VLEK in all that its certificate says. */
final class SnpLeafProfile {
    private static final int DIGITAL_SIGNATURE = 0;

    private SnpLeafProfile() {}

    /** Returns AMD's extensions if all of them are as they must be. */
    static Optional<VekExtensions> check(AttestationReport report, SnpPath path, FindingList findings) {
        SigningKey key = report.signerInfo().signingKey();
        AmdAuthority.Role role = key == SigningKey.VCEK ? AmdAuthority.Role.ASK : AmdAuthority.Role.ASVK;
        if (path.issuer().role() != role) {
            findings.add(
                    SnpCheck.LEAF_KIND,
                    "a " + key + " issued by an " + role,
                    "issued by " + path.issuer().commonName());
        }
        checkUsage(path.leaf(), findings);
        VekExtensionReader reader =
                VekExtensionReader.of(path.leaf(), key, path.product().tcbLayout());
        for (String missing : reader.missing()) {
            findings.add(SnpCheck.LEAF_EXTENSION_MISSING, "extension " + missing, "none");
        }
        for (String invalid : reader.invalid()) {
            findings.add(SnpCheck.LEAF_EXTENSION_INVALID, "the extensions of a " + key, invalid);
        }
        if (!reader.unknown().isEmpty()) {
            findings.add(
                    SnpCheck.LEAF_EXTENSION_UNKNOWN,
                    "the extensions of a " + key,
                    reader.unknown().toString());
        }
        Optional<VekExtensions> extensions = reader.extensions();
        extensions
                .filter(present -> !present.productLine().equals(path.product().label()))
                .ifPresent(present ->
                        findings.add(SnpCheck.LEAF_PRODUCT_NAME, path.product().label(), present.productName()));
        return extensions;
    }

    /** AMD's leaves say nothing about usage; one that does must not say that it is something else. */
    private static void checkUsage(X509Certificate leaf, FindingList findings) {
        if (leaf.getBasicConstraints() >= 0) {
            findings.add(SnpCheck.LEAF_USAGE, "an end entity", "CA:TRUE");
        }
        boolean[] usage = leaf.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            findings.add(SnpCheck.LEAF_USAGE, "key usage digitalSignature, if any", "key usage without it");
        }
    }
}
