/**
 * Judging stored bundles again: with newer endorsements, by another policy, for another time. {@link
 * dev.assay.reappraisal.Reappraisal} judges one bundle and says what has changed and why; {@link
 * dev.assay.reappraisal.ReappraisalRun} judges a stream of them on several threads, in constant memory and in order.
 *
 * <p>Nothing here reads files or the clock: a stream of bundles, the time and what is newer are given by the caller.
 */
@NullMarked
package dev.assay.reappraisal;

import org.jspecify.annotations.NullMarked;
