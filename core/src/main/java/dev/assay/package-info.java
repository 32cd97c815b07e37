/**
 * The front door. {@link dev.assay.Evidence} recognises and decodes bytes, {@link dev.assay.Verifier} verifies what was
 * decoded.
 *
 * <p>Behind it, one package for each idea: {@link dev.assay.snp} and {@link dev.assay.tdx} decode, {@link
 * dev.assay.endorsement} holds what vendors vouch with, {@link dev.assay.verify} has every rule of verification, {@link
 * dev.assay.explain} describes evidence to people and programs, {@link dev.assay.model} is the vocabulary of all.
 */
@NullMarked
package dev.assay;

import org.jspecify.annotations.NullMarked;
