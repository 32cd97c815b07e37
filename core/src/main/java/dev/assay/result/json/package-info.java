/**
 * JSON as policies and results use it: values that know where they stand, read strictly and written in one way only.
 * Internal to the library and not exported; may be used from {@code dev.assay.policy} and {@code dev.assay.result}. The
 * only one of these packages that sees the JSON parser.
 */
@NullMarked
package dev.assay.result.json;

import org.jspecify.annotations.NullMarked;
