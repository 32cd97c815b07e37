package dev.assay.testvectors.suite;

import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import java.math.BigInteger;
import java.util.List;

/** What a report says of itself, and its signature. */
final class SnpReportVectors {
    private final Chapter chapter = new Chapter("snp/report");
    private final SnpForges forges;
    private final SnpForge milan;
    private final String good;

    private SnpReportVectors(SnpForges forges) {
        this.forges = forges;
        this.milan = forges.milan();
        this.good = chapter.valid("genuine", milan.given(), Flag.NORMAL, "a version 5 report of a Milan machine");
    }

    static List<SuiteVector> of(SnpForges forges) {
        SnpReportVectors all = new SnpReportVectors(forges);
        all.kinds();
        all.statements();
        all.signatures();
        all.debatable();
        return all.chapter.vectors();
    }

    private void debatable() {
        chapter.debatable(
                "today's firmware starts no such guest, so that refusing it loses nothing yet",
                "policy-bit-26",
                "policy-bit-17-clear");
        chapter.debatable(
                "no firmware makes such a report, and its signature is by the right key",
                "mask-chip-key",
                "signing-key-none",
                "author-key-and-masked");
    }

    private void kinds() {
        for (SnpForge forge :
                List.of(forges.milanVlek(), forges.genoa(), forges.genoaVlek(), forges.turin(), forges.turinVlek())) {
            String name = forge.product().label() + "-" + forge.kind();
            chapter.valid(name, forge.given(), Flag.NORMAL, "a " + name + " signs the report");
        }
        for (AmdProduct product : AmdProduct.values()) {
            for (int version = 2; version <= 4; version++) {
                if (product == AmdProduct.TURIN && version == 2) {
                    continue; // Turin never had firmware that made it.
                }
                SnpEvidence evidence = SnpSimulator.create(product).report(version, report -> report);
                chapter.valid(
                        product.label() + "-version-" + version,
                        SnpGiven.of(evidence),
                        Flag.REPORT_VERSIONS,
                        "report version " + version + " of a " + product.label() + " machine");
            }
        }
        SnpEvidence evidence = milan.evidence();
        chapter.valid(
                "with-certificate-table",
                milan.given()
                        .report(evidence.extendedReport())
                        .withoutLeaf()
                        .withChain()
                        .withCrls(evidence.crl()),
                Flag.CERTIFICATE_TABLE,
                "the certificates come in the table behind the report, as extended guest requests give it");
    }

    private void statements() {
        noted("policy-bit-26", "POLICY bit 26 has no meaning", milan.report(report -> report.policy(0x4030000)));
        noted("policy-bit-17-clear", "POLICY bit 17 must be one", milan.report(report -> report.policy(0x10000)));
        noted(
                "platform-info-bit-8",
                "PLATFORM_INFO bit 8 has no meaning",
                milan.report(report -> report.platformInfo(0x100)));
        noted(
                "tcb-byte-unused",
                "byte 2 of CURRENT_TCB is not used on Milan",
                milan.report(report -> report.currentTcb(0xDB18_0000_0000_0004L | 1L << 16)));

        for (int number : List.of(0, 2, 0x10001)) {
            chapter.rejected(
                    good,
                    "signature-algo-" + number,
                    milan.report(report -> report.set(SnpField.SIGNATURE_ALGO, number)),
                    "snp.report.signature-algo",
                    Flag.WRONG_ALGORITHM,
                    "SIGNATURE_ALGO " + number + " is not ECDSA P-384 with SHA-384");
        }
        reserved("bit-5", 1L << 5);
        reserved("bit-31", 1L << 31);
        for (int key = 2; key <= 6; key++) {
            reserved("key-" + key, (long) key << 2);
        }
        notSigned("mask-chip-key", 2, "MASK_CHIP_KEY is set: the firmware signs nothing");
        notSigned("signing-key-none", 7 << 2, "SIGNING_KEY is none");
        String author = chapter.valid(
                "author-key-enabled",
                milan.report(report -> report.signerInfo(1)),
                Flag.VARIANT,
                "AUTHOR_KEY_EN is set, which says nothing about who signed");
        chapter.rejected(
                author,
                "author-key-and-masked",
                milan.report(report -> report.signerInfo(3)),
                "snp.signer.not-signed",
                Flag.NOT_SIGNED,
                "MASK_CHIP_KEY is set beside AUTHOR_KEY_EN");
    }

    private void noted(String name, String because, SnpGiven given) {
        chapter.noted(good, name, given, "snp.report.unknown-bits", Flag.UNKNOWN_BITS, because);
    }

    private void reserved(String name, long signerInfo) {
        chapter.rejected(
                good,
                "signer-" + name,
                milan.report(report -> report.signerInfo(signerInfo)),
                "snp.signer.reserved",
                Flag.SIGNER_RESERVED,
                "the signer info has a reserved value");
    }

    private void notSigned(String name, long signerInfo, String because) {
        chapter.rejected(
                good,
                name,
                milan.report(report -> report.signerInfo(signerInfo)),
                "snp.signer.not-signed",
                Flag.NOT_SIGNED,
                because + "; the signature is good all the same");
    }

    private void signatures() {
        BigInteger order = milan.amd().vekKey(milan.kind()).order();
        BigInteger one = BigInteger.ONE;
        range("r-zero", BigInteger.ZERO, one);
        range("s-zero", one, BigInteger.ZERO);
        range("both-zero", BigInteger.ZERO, BigInteger.ZERO);
        range("r-order", order, one);
        range("s-order", one, order);
        range("r-above-order", order.add(one), one);
        range("s-above-order", one, order.add(one));
        range("r-largest", one.shiftLeft(384).subtract(one), one);

        for (SnpField field : List.of(
                SnpField.GUEST_SVN,
                SnpField.POLICY,
                SnpField.VMPL,
                SnpField.REPORT_DATA,
                SnpField.MEASUREMENT,
                SnpField.HOST_DATA,
                SnpField.ID_KEY_DIGEST,
                SnpField.COMMITTED_TCB,
                SnpField.CURRENT_MIT_VECTOR,
                SnpField.SIGNATURE_R,
                SnpField.SIGNATURE_S)) {
            chapter.rejected(
                    good,
                    "flipped-" + field.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    milan.given()
                            .report(milan.machine()
                                    .signed(milan.machine().reportTemplate(5))
                                    .flipped(field.offset(), 0)
                                    .encode()),
                    "snp.signature.invalid",
                    Flag.BAD_SIGNATURE,
                    "a bit of " + field + " was flipped after signing");
        }
        SnpReportEncoder other =
                milan.machine().signed(milan.machine().reportTemplate(5).vmpl(1));
        chapter.rejected(
                good,
                "signature-of-another-report",
                milan.given()
                        .report(milan.machine()
                                .reportTemplate(5)
                                .set(SnpField.SIGNATURE_R, other.bytes(SnpField.SIGNATURE_R))
                                .set(SnpField.SIGNATURE_S, other.bytes(SnpField.SIGNATURE_S))
                                .encode()),
                "snp.signature.invalid",
                Flag.BAD_SIGNATURE,
                "the signature is good, but for another report of the same machine");
        chapter.rejected(
                good,
                "signed-by-another-key",
                milan.given()
                        .report(milan.impostor().machine().sign(milan.machine().reportTemplate(5))),
                "snp.signature.invalid",
                Flag.BAD_SIGNATURE,
                "another key than the certified one signed the report");
    }

    private void range(String name, BigInteger r, BigInteger s) {
        chapter.rejected(
                good,
                "range-" + name,
                milan.given()
                        .report(milan.machine()
                                .reportTemplate(5)
                                .signature(r, s)
                                .encode()),
                "snp.signature.range",
                Flag.SIGNATURE_RANGE,
                "r and s must be between 1 and the order of the curve less 1");
    }
}
