/**
 * A simulator of AMD as a vendor and of SEV-SNP machines: certificates, revocation lists and signed reports in the exact
 * profile of the real ones (AMD 57230, 58369, 56860), under throw-away keys.
 *
 * <p>Start at {@link dev.assay.testvectors.amd.SnpSimulator}. What is minted is right; {@code ...Template} methods hand
 * out what would be minted before it is signed, so that a test can make one property wrong. The same arguments give the
 * same bytes on every machine.
 *
 * <p>Uses the packages {@code encode} and {@code pki}; may be used from tests.
 */
@NullMarked
package dev.assay.testvectors.amd;

import org.jspecify.annotations.NullMarked;
