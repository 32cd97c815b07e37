package dev.assay.verify;

import dev.assay.snp.Product;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.encode.SnpTcb;
import java.util.ArrayList;
import java.util.List;

/** Cases of what ties the leaf to the report: product, TCB and chip. */
final class SnpBindingCases {
    private static final SnpForge MILAN = SnpForge.MILAN;
    private static final SnpForge TURIN = SnpForge.TURIN;

    private SnpBindingCases() {}

    static List<SnpCase> all() {
        List<SnpCase> cases = new ArrayList<>(products());
        cases.addAll(tcbs());
        cases.addAll(chips());
        return cases;
    }

    private static List<SnpCase> products() {
        return List.of(
                product(MILAN, 0x19, 0x0F, 0x19, 0x10),
                product(MILAN, 0x19, 0x00, 0x19, 0xA0),
                product(SnpForge.GENOA, 0x19, 0xA0, 0x19, 0x01),
                product(SnpForge.GENOA, 0x19, 0xAF, 0x19, 0xB0),
                product(SnpForge.GENOA_VLEK, 0x19, 0x1F, 0x19, 0x20),
                product(TURIN, 0x1A, 0x02, 0x19, 0x02),
                product(TURIN, 0x1A, 0x11, 0x1A, 0x50),
                new SnpCase(
                        SnpCheck.BINDING_PRODUCT,
                        "a family that nobody knows",
                        MILAN.trial(),
                        MILAN.report(report -> report.cpuid(0x1B, 1, 1))),
                new SnpCase(
                        SnpCheck.BINDING_EXPECTED_PRODUCT,
                        "Genoa expected",
                        MILAN.trial().options(options -> options.withExpectedProduct(Product.MILAN)),
                        MILAN.trial().options(options -> options.withExpectedProduct(Product.GENOA))));
    }

    private static SnpCase product(SnpForge forge, int family, int model, int otherFamily, int otherModel) {
        return new SnpCase(
                SnpCheck.BINDING_PRODUCT,
                forge + " and CPUID family " + otherFamily + " model " + otherModel,
                forge.report(report -> report.cpuid(family, model, 1)),
                forge.report(report -> report.cpuid(otherFamily, otherModel, 1)));
    }

    private static List<SnpCase> tcbs() {
        List<SnpCase> cases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            cases.add(tcb(MILAN, i));
            cases.add(tcb(TURIN, i));
            cases.add(tcb(SnpForge.MILAN_VLEK, i));
        }
        SnpTcb newer = SnpTcb.classic(4, 0, 0x19, 0xDB);
        cases.add(new SnpCase(
                SnpCheck.BINDING_TCB,
                "the certificate of the CURRENT_TCB though an older one is reported",
                SnpTrial.of(MILAN.machine().report(5, report -> report.currentTcb(newer.value()))),
                SnpTrial.of(MILAN.evidence().withLeaf(MILAN.amd().leaf(MILAN.kind(), newer, MILAN.hwId())))
                        .report(MILAN.machine()
                                .report(5, report -> report.currentTcb(newer.value()))
                                .report())));
        return cases;
    }

    private static SnpCase tcb(SnpForge forge, int part) {
        long value = forge.product().tcb().value() ^ 1L << (8 * part);
        return new SnpCase(
                SnpCheck.BINDING_TCB,
                forge + " and byte " + part + " of REPORTED_TCB",
                forge.trial(),
                forge.report(report -> report.reportedTcb(value)));
    }

    private static List<SnpCase> chips() {
        byte[] milan = MILAN.machine().chipId();
        byte[] turin = TURIN.machine().chipId();
        return List.of(
                chip(MILAN, "the last byte", changed(milan, 63)),
                chip(MILAN, "the first byte", changed(milan, 0)),
                chip(TURIN, "the last of the eight bytes", changed(turin, 7)),
                chip(TURIN, "the first byte behind the eight", changed(turin, 8)),
                chip(TURIN, "the last byte, which must be zero", changed(turin, 63)),
                new SnpCase(
                        SnpCheck.BINDING_CHIP_ID_MASKED,
                        "a hidden chip",
                        MILAN.trial(),
                        MILAN.report(report -> report.chipId(new byte[64]))),
                new SnpCase(
                        SnpCheck.BINDING_UNBOUND,
                        "a hidden chip, as allowed",
                        MILAN.trial().options(options -> options.withMaskedChipId(true)),
                        MILAN.report(report -> report.chipId(new byte[64]))
                                .options(options -> options.withMaskedChipId(true))),
                new SnpCase(
                        SnpCheck.BINDING_CHIP_ID,
                        "another chip where hidden ones are allowed",
                        MILAN.report(report -> report.chipId(new byte[64]))
                                .options(options -> options.withMaskedChipId(true)),
                        MILAN.report(report -> report.chipId(changed(milan, 5)))
                                .options(options -> options.withMaskedChipId(true))));
    }

    private static SnpCase chip(SnpForge forge, String description, byte[] chipId) {
        return new SnpCase(
                SnpCheck.BINDING_CHIP_ID,
                forge + " and " + description + " of CHIP_ID",
                forge.trial(),
                forge.report(report -> report.chipId(chipId)));
    }

    private static byte[] changed(byte[] bytes, int index) {
        byte[] copy = bytes.clone();
        copy[index] ^= 1;
        return copy;
    }

    /** The product of a forge as the library calls it. */
    static Product product(AmdProduct product) {
        return Product.named(product.label()).orElseThrow();
    }
}
