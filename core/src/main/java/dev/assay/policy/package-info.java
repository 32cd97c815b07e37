/**
 * Appraisal: whether verified evidence is what the relying party wants. Only verified values are taken; that is the
 * point.
 *
 * <p>{@link dev.assay.policy.Baseline} is what every SEV-SNP guest is held to when nothing else is asked for. Uses {@link
 * dev.assay.model}, {@link dev.assay.snp} and the types of {@link dev.assay.verify}.
 */
@NullMarked
package dev.assay.policy;

import org.jspecify.annotations.NullMarked;
