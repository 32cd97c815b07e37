/**
 * What comes out: the {@link dev.assay.result.AttestationResult} that a relying party acts on, stores and shows, and its
 * forms as JSON, as EAR (draft-fv-rats-ear) and as a page for an auditor.
 *
 * <p>Uses {@link dev.assay.model}, {@link dev.assay.snp}, {@link dev.assay.tdx}, {@link dev.assay.endorsement} and the
 * types of {@link dev.assay.verify}. It does not know policies: {@code dev.assay.policy} makes results, so that it is
 * the one that looks down.
 */
@NullMarked
package dev.assay.result;

import org.jspecify.annotations.NullMarked;
