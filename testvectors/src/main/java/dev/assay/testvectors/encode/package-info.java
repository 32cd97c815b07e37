/**
 * Encoders of attestation evidence: every field of an SEV-SNP report, of the certificate table that may follow it and
 * of a TDX quote can be set by name, and every length, offset and reserved byte can be made wrong.
 *
 * <p>All encoders are immutable: a method that sets something returns a changed copy, so that one good value can be the
 * start of many bad ones. What is refused is only what cannot be encoded at all (a number that does not fit its field,
 * an array of another size than its field), since that would be a mistake of the caller and not a wish for wrong bytes.
 *
 * <p>Offsets come from the vendors' documents (AMD 56860, 56421; Intel's TDX DCAP quoting library reference) and from
 * nowhere else; the package uses nothing else of Assay and may be used from every test.
 */
@NullMarked
package dev.assay.testvectors.encode;

import org.jspecify.annotations.NullMarked;
