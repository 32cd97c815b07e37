package dev.assay.verify;

import dev.assay.endorsement.AmdAuthority;
import dev.assay.snp.Product;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * The certificates that a conclusion would rest on. That a path exists does not make it good: the findings say that.
 *
 * @param leaf the certificate of the key that signed the report
 * @param issuer the authority that issued the leaf, by its name
 * @param intermediate the issuer's certificate
 * @param root the anchor
 * @param crlState what is known about revocation
 * @param crlWindow when the revocation list that was used is current
 */
record SnpPath(
        X509Certificate leaf,
        AmdAuthority issuer,
        X509Certificate intermediate,
        X509Certificate root,
        CrlState crlState,
        Optional<ValidityWindow> crlWindow) {
    Product product() {
        return issuer.product();
    }

    ValidityWindow window() {
        ValidityWindow chain = CertificateFact.window(leaf)
                .intersect(CertificateFact.window(intermediate))
                .intersect(CertificateFact.window(root));
        return crlWindow.map(chain::intersect).orElse(chain);
    }
}
