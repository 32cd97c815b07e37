/**
 * Appraisal: whether verified evidence is what the relying party wants. Only verified values are taken; that is the
 * point.
 *
 * <p>A {@link dev.assay.policy.Policy} is data: sections of demands, one for each rule of {@link
 * dev.assay.policy.CommonRules}, {@link dev.assay.policy.SnpRules} and {@link dev.assay.policy.TdxRules}, with a safe
 * default for what it does not mention. {@link dev.assay.policy.Policy#appraise} evaluates all of it. {@link
 * dev.assay.policy.Baseline} is the policy that applies when there is none.
 *
 * <p>Each family of rules is a kind of {@link dev.assay.policy.Demand}, in a class of its own. Uses {@link
 * dev.assay.model}, {@link dev.assay.snp}, {@link dev.assay.tdx}, {@link dev.assay.endorsement}, the types of {@link
 * dev.assay.verify}, and {@link dev.assay.result}, whose results it makes.
 */
@NullMarked
package dev.assay.policy;

import org.jspecify.annotations.NullMarked;
