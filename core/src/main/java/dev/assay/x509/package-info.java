/**
 * Certificates and revocation lists that remember what was worked out from their bytes. Internal: users see them as
 * {@link java.security.cert.X509Certificate} and {@link java.security.cert.X509CRL}.
 *
 * <p>A relying party meets the same few certificates at every verification. Their encodings, digests, profiles and
 * extensions depend on nothing but their bytes, so each is worked out once for each object. Conclusions are not kept here:
 * dates, revocation and signatures are for verification.
 */
@NullMarked
package dev.assay.x509;

import org.jspecify.annotations.NullMarked;
