package dev.assay.verify;

import java.security.cert.X509Certificate;

/**
 * The certificates from a platform's key to the root, by their names only.
 *
 * @param leaf the PCK certificate
 * @param issuer that of the authority it names as its issuer
 * @param root that of the root, as it came along or as the anchor has it
 */
record PckCertificates(X509Certificate leaf, X509Certificate issuer, X509Certificate root) {}
