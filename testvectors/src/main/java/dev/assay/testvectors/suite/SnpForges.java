package dev.assay.testvectors.suite;

import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;

/** One machine of each product and kind of key, all of the same seed. */
record SnpForges(
        SnpForge milan, SnpForge milanVlek, SnpForge genoa, SnpForge genoaVlek, SnpForge turin, SnpForge turinVlek) {
    static SnpForges of(long seed) {
        return new SnpForges(
                SnpForge.of(AmdProduct.MILAN, VekKind.VCEK, seed),
                SnpForge.of(AmdProduct.MILAN, VekKind.VLEK, seed),
                SnpForge.of(AmdProduct.GENOA, VekKind.VCEK, seed),
                SnpForge.of(AmdProduct.GENOA, VekKind.VLEK, seed),
                SnpForge.of(AmdProduct.TURIN, VekKind.VCEK, seed),
                SnpForge.of(AmdProduct.TURIN, VekKind.VLEK, seed));
    }
}
