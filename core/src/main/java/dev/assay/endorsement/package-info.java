/**
 * What vendors vouch with: trust anchors, certificates with their extensions, revocation lists, Intel's TCB infos and
 * enclave identities, and the set of them that a verification is given. Reading them needs no network and trusts nothing: an endorsement counts once verification has
 * followed it to an anchor.
 *
 * <p>Start at {@link dev.assay.endorsement.Endorsements}. Uses {@link dev.assay.model} and {@link dev.assay.snp}.
 */
@NullMarked
package dev.assay.endorsement;

import org.jspecify.annotations.NullMarked;
