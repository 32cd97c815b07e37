/**
 * The vocabulary that every stage shares: bytes, what can be wrong with them, and findings.
 *
 * <p>Uses nothing else of Assay; every other package may use it.
 */
@NullMarked
package dev.assay.model;

import org.jspecify.annotations.NullMarked;
