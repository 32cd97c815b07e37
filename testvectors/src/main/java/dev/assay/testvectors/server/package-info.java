/**
 * A stand-in for the vendors' services on this machine's loopback interface: AMD's key distribution service (document
 * 57230), Intel's provisioning certification service (API version 4), a PCCS, and the host of a confidential VM at Azure.
 * It serves what it is given, minted or real, and breaks in the ways that services break.
 *
 * <p>Start at {@link dev.assay.testvectors.server.VendorServer}.
 *
 * <p>Uses the packages {@code amd}, {@code intel}, {@code encode} and {@code pki}, and the JDK's own HTTP server; may be used
 * from tests.
 */
@NullMarked
package dev.assay.testvectors.server;

import org.jspecify.annotations.NullMarked;
