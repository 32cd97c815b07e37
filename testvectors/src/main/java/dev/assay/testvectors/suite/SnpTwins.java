package dev.assay.testvectors.suite;

import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;

/** The genuine vectors that most others differ from in one thing. */
final class SnpTwins {
    private SnpTwins() {}

    static String of(SnpForge forge) {
        return forge.product() == AmdProduct.MILAN && forge.kind() == VekKind.VCEK
                ? "snp/report/genuine"
                : "snp/report/" + forge.product().label() + "-" + forge.kind();
    }
}
