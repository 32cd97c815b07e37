package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.SnpTcb;
import java.util.List;

/** What ties the certificate to the report: product, TCB and chip. */
final class SnpBindingVectors {
    private final Chapter chapter = new Chapter("snp/binding");
    private final SnpForges forges;
    private final SnpForge milan;
    private final SnpForge turin;

    private SnpBindingVectors(SnpForges forges) {
        this.forges = forges;
        this.milan = forges.milan();
        this.turin = forges.turin();
    }

    static List<SuiteVector> of(SnpForges forges) {
        SnpBindingVectors all = new SnpBindingVectors(forges);
        all.products();
        all.tcbs();
        all.chips();
        all.debatable();
        return all.chapter.vectors();
    }

    private void debatable() {
        chapter.debatable("AMD leaves it to the host to hide the chip", "chip-masked");
    }

    private void products() {
        product(milan, "milan-last-model", 0x19, 0x0F, 0x19, 0x10);
        product(milan, "milan-first-model", 0x19, 0x00, 0x19, 0xA0);
        product(forges.genoa(), "bergamo-first-model", 0x19, 0xA0, 0x19, 0x01);
        product(forges.genoa(), "bergamo-last-model", 0x19, 0xAF, 0x19, 0xB0);
        product(forges.genoaVlek(), "genoa-last-model", 0x19, 0x1F, 0x19, 0x20);
        product(turin, "turin-first-model", 0x1A, 0x02, 0x19, 0x02);
        product(turin, "turin-last-model", 0x1A, 0x11, 0x1A, 0x50);
        chapter.rejected(
                SnpTwins.of(milan),
                "unknown-family",
                milan.report(report -> report.cpuid(0x1B, 1, 1)),
                "snp.binding.product",
                Flag.PRODUCT_BINDING,
                "CPUID family 0x1B is of no product that has a root");
        String expected = chapter.valid(
                "expected-product",
                milan.given().set(settings -> settings.withProduct("Milan")),
                Flag.VARIANT,
                "the caller expects Milan");
        chapter.rejected(
                expected,
                "other-product-expected",
                milan.given().set(settings -> settings.withProduct("Genoa")),
                "snp.binding.expected-product",
                Flag.PRODUCT_BINDING,
                "the caller expects Genoa");
    }

    private void product(SnpForge forge, String name, int family, int model, int otherFamily, int otherModel) {
        String twin = chapter.valid(
                name,
                forge.report(report -> report.cpuid(family, model, 1)),
                Flag.PRODUCT_MODELS,
                "this CPUID is of " + forge.product().label());
        chapter.rejected(
                twin,
                name + "-exceeded",
                forge.report(report -> report.cpuid(otherFamily, otherModel, 1)),
                "snp.binding.product",
                Flag.PRODUCT_BINDING,
                "this CPUID is not of " + forge.product().label());
    }

    private void tcbs() {
        for (SnpForge forge : List.of(milan, turin, forges.milanVlek())) {
            for (int part = 0; part < 8; part++) {
                long value = forge.product().tcb().value() ^ 1L << (8 * part);
                chapter.rejected(
                        SnpTwins.of(forge),
                        "tcb-byte-" + part + "-" + forge.product().label() + "-" + forge.kind(),
                        forge.report(report -> report.reportedTcb(value)),
                        "snp.binding.tcb",
                        Flag.TCB_BINDING,
                        "REPORTED_TCB differs from the certificate's TCB in byte " + part);
            }
        }
        SnpTcb newer = SnpTcb.classic(4, 0, 0x19, 0xDB);
        SnpGiven updated = milan.report(report -> report.currentTcb(newer.value()));
        String twin = chapter.valid(
                "updated-and-not-committed",
                updated,
                Flag.VARIANT,
                "CURRENT_TCB is newer than REPORTED_TCB, for which the certificate is");
        chapter.rejected(
                twin,
                "certificate-of-the-current-tcb",
                updated.leaf(milan.amd().leaf(milan.kind(), newer, milan.hwId())),
                "snp.binding.tcb",
                Flag.TCB_BINDING,
                "the certificate is for CURRENT_TCB, the key derives from REPORTED_TCB");
    }

    private void chips() {
        byte[] chip = milan.machine().chipId();
        chip(milan, "first-byte", changed(chip, 0));
        chip(milan, "last-byte", changed(chip, 63));
        chip(forges.genoa(), "genoa", changed(forges.genoa().machine().chipId(), 31));
        byte[] eight = turin.machine().chipId();
        chip(turin, "turin-last-of-eight", changed(eight, 7));
        chip(turin, "turin-behind-the-eight", changed(eight, 8));
        chip(turin, "turin-last-byte", changed(eight, 63));
        chapter.rejected(
                SnpTwins.of(milan),
                "chip-masked",
                milan.report(report -> report.chipId(new byte[64])),
                "snp.binding.chip-id-masked",
                Flag.MASKED_CHIP,
                "the report hides its chip, and the caller does not allow that");
        chapter.noted(
                SnpTwins.of(milan),
                "chip-masked-as-allowed",
                milan.report(report -> report.chipId(new byte[64])).set(Settings::withMaskedChipId),
                "snp.binding.unbound",
                Flag.MASKED_CHIP,
                "the report hides its chip, and the caller allows that");
        chapter.rejected(
                "snp/binding/chip-masked-as-allowed",
                "other-chip-where-masked-are-allowed",
                milan.report(report -> report.chipId(changed(chip, 5))).set(Settings::withMaskedChipId),
                "snp.binding.chip-id",
                Flag.CHIP_BINDING,
                "hidden chips are allowed, this is another one");
    }

    private void chip(SnpForge forge, String name, byte[] chipId) {
        chapter.rejected(
                SnpTwins.of(forge),
                "chip-" + name,
                forge.report(report -> report.chipId(chipId)),
                "snp.binding.chip-id",
                Flag.CHIP_BINDING,
                "CHIP_ID is not the hwID of the certificate");
    }

    private static byte[] changed(byte[] bytes, int index) {
        byte[] copy = bytes.clone();
        copy[index] ^= 1;
        return copy;
    }
}
