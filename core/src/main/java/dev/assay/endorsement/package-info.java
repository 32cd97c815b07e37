/**
 * What vendors vouch with: trust anchors, certificates with their extensions, revocation lists, Intel's TCB infos and
 * enclave identities, and the set of them that a verification is given. Reading them needs no network and trusts nothing: an endorsement counts once verification has
 * followed it to an anchor.
 *
 * <p>Start at {@link dev.assay.endorsement.Endorsements}. To get them, {@link dev.assay.endorsement.EndorsementPlan} says
 * what evidence takes, an {@link dev.assay.endorsement.EndorsementSource} gives it, and
 * {@link dev.assay.endorsement.EndorsementCollector} brings the two together. Uses {@link dev.assay.model},
 * {@link dev.assay.snp} and {@link dev.assay.tdx}.
 */
@NullMarked
package dev.assay.endorsement;

import org.jspecify.annotations.NullMarked;
