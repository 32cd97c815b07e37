/**
 * The simulator as a product, for the tests of services that verify evidence: guests in the states that a service must
 * accept or refuse. They are changes to hand to {@link dev.assay.testvectors.amd.SnpSimulator} and
 * {@link dev.assay.testvectors.intel.TdxSimulator}, which sign them and mint everything that vouches for them:
 *
 * <pre>{@code
 * SnpSimulator machine = SnpSimulator.create(AmdProduct.GENOA);
 * SnpEvidence evidence = machine.report(SnpGuests.debuggable());
 * assertFalse(service.admits(evidence.report(), evidence.endorsements(), evidence.at()));
 * }</pre>
 *
 * <p>Have the service trust {@code evidence.rootCertificate()} in the test, and nowhere else: its key is public. In a policy
 * the root has the name {@code evidence.rootKeyDigest()}.
 *
 * <p>Package {@code junit} injects machines into tests, package {@code arbitraries} varies evidence in properties.
 *
 * <p>Uses the encoders; may be used from anywhere.
 */
@NullMarked
package dev.assay.testvectors.simulator;

import org.jspecify.annotations.NullMarked;
