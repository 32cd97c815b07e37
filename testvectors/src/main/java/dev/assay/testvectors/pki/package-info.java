/**
 * X.509 for liars: certificates and revocation lists of which every single property can be set to anything, and the
 * throw-away keys to sign them. Nothing here knows a vendor.
 *
 * <p>Everything is deterministic: elliptic-curve keys derive from a seed and a label, RSA keys come from a pool that is
 * checked in, nonces follow RFC 6979, and the salts of RSASSA-PSS derive from key and message. All keys are public; they
 * must protect nothing. Bouncy Castle's lightweight API is used, so that no provider is registered or looked up; none of
 * its types is in a public signature.
 *
 * <p>Uses nothing else of Assay; may be used from the simulators and from tests.
 */
@NullMarked
package dev.assay.testvectors.pki;

import org.jspecify.annotations.NullMarked;
