/**
 * Gets endorsements from the vendors' services, and keeps them on disk: AMD's key distribution service, Intel's
 * provisioning certification service, a PCCS, Azure's hosts, or a mirror of any of these. The only package of the library
 * that uses the network, and nobody has to use it.
 *
 * <p>What is fetched is never trusted; it must only be what was asked for. Verification judges it.
 *
 * <p>Start at {@link dev.assay.endorsement.online.OnlineSources}. Uses {@link dev.assay.endorsement} and
 * {@link dev.assay.model}.
 */
@NullMarked
package dev.assay.endorsement.online;

import org.jspecify.annotations.NullMarked;
