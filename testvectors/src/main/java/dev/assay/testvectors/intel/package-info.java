/**
 * A simulator of Intel as a vendor and of TDX machines: certificates, revocation lists, TCB info, quoting enclave
 * identities and signed quotes in the exact profile of the real ones (Intel SGX PCK Certificate and CRL Profile
 * Specification; Intel PCS API v4; Intel TDX DCAP quoting library), under throw-away keys.
 *
 * <p>Start at {@link dev.assay.testvectors.intel.TdxSimulator}. What is minted is right; {@code ...Template} methods and
 * classes hand out what would be minted before it is signed, so that a test can make one property wrong. The same
 * arguments give the same bytes on every machine.
 *
 * <p>Uses the packages {@code encode} and {@code pki}; may be used from tests.
 */
@NullMarked
package dev.assay.testvectors.intel;

import org.jspecify.annotations.NullMarked;
