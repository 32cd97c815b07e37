package dev.assay.verify;

import static dev.assay.testvectors.encode.SnpField.RESERVED_04C;
import static dev.assay.testvectors.encode.SnpField.SIGNATURE_ALGO;

import java.math.BigInteger;
import java.util.List;

/** Cases of what a report says of itself, and of its signature. Every report is signed unless its case is about that. */
final class SnpReportCases {
    private SnpReportCases() {}

    static List<SnpCase> all() {
        SnpForge milan = SnpForge.MILAN;
        SnpForge turin = SnpForge.TURIN;
        SnpTrial good = milan.trial();
        BigInteger order = milan.amd().vekKey(milan.kind()).order();
        return List.of(
                new SnpCase(
                        SnpCheck.REPORT_IRREGULAR,
                        "a reserved byte set, let pass by lenient decoding",
                        good.lenient(),
                        milan.report(report -> report.set(RESERVED_04C, 1)).lenient()),
                new SnpCase(
                        SnpCheck.REPORT_IRREGULAR,
                        "version 6, let pass by lenient decoding",
                        good.lenient(),
                        milan.report(report -> report.version(6)).lenient()),
                new SnpCase(
                        SnpCheck.REPORT_UNKNOWN_BITS,
                        "POLICY bit 26",
                        milan.report(report -> report.policy(0x2030000)),
                        milan.report(report -> report.policy(0x4030000))),
                new SnpCase(
                        SnpCheck.REPORT_UNKNOWN_BITS,
                        "POLICY without the bit that must be one",
                        good,
                        milan.report(report -> report.policy(0x10000))),
                new SnpCase(
                        SnpCheck.REPORT_UNKNOWN_BITS,
                        "PLATFORM_INFO bit 8",
                        milan.report(report -> report.platformInfo(0x80)),
                        milan.report(report -> report.platformInfo(0x100))),
                new SnpCase(
                        SnpCheck.REPORT_UNKNOWN_BITS,
                        "a byte of CURRENT_TCB that Milan does not use",
                        good,
                        milan.report(report -> report.currentTcb(0xDB18_0000_0000_0004L | 1L << 16))),
                new SnpCase(
                        SnpCheck.REPORT_UNKNOWN_BITS,
                        "a byte of COMMITTED_TCB that Turin does not use",
                        turin.trial(),
                        turin.report(report -> report.committedTcb(1L << 32))),
                new SnpCase(
                        SnpCheck.REPORT_UNKNOWN_BITS,
                        "a byte of LAUNCH_TCB that Turin does not use",
                        turin.trial(),
                        turin.report(report -> report.launchTcb(1L << 48))),
                new SnpCase(
                        SnpCheck.REPORT_SIGNATURE_ALGORITHM,
                        "SIGNATURE_ALGO 2",
                        good,
                        milan.report(report -> report.set(SIGNATURE_ALGO, 2))),
                new SnpCase(
                        SnpCheck.REPORT_SIGNATURE_ALGORITHM,
                        "SIGNATURE_ALGO 0",
                        good,
                        milan.report(report -> report.set(SIGNATURE_ALGO, 0))),
                new SnpCase(
                        SnpCheck.SIGNER_RESERVED,
                        "bit 5 of the signer info",
                        milan.report(report -> report.signerInfo(1)),
                        milan.report(report -> report.signerInfo(1 << 5))),
                new SnpCase(
                        SnpCheck.SIGNER_RESERVED,
                        "SIGNING_KEY 2",
                        good,
                        milan.report(report -> report.signerInfo(2 << 2))),
                new SnpCase(
                        SnpCheck.SIGNER_RESERVED,
                        "SIGNING_KEY 6",
                        good,
                        milan.report(report -> report.signerInfo(6 << 2))),
                new SnpCase(
                        SnpCheck.NOT_SIGNED,
                        "MASK_CHIP_KEY, with a good signature all the same",
                        good,
                        milan.report(report -> report.signerInfo(2))),
                new SnpCase(
                        SnpCheck.NOT_SIGNED,
                        "SIGNING_KEY none, with a good signature all the same",
                        good,
                        milan.report(report -> report.signerInfo(7 << 2))),
                range("r is zero", BigInteger.ZERO, BigInteger.ONE),
                range("s is zero", BigInteger.ONE, BigInteger.ZERO),
                range("r is the order", order, BigInteger.ONE),
                range("s is the order", BigInteger.ONE, order),
                range("r is above the order", order.add(BigInteger.ONE), BigInteger.ONE),
                range("s is above the order", BigInteger.ONE, order.add(BigInteger.ONE)),
                invalid("a bit of REPORT_DATA", 0x50),
                invalid("a bit of MEASUREMENT", 0x90),
                invalid("a bit of the signature's r", 0x2A0),
                invalid("a bit of the signature's s", 0x2E8));
    }

    private static SnpCase range(String description, BigInteger r, BigInteger s) {
        SnpForge milan = SnpForge.MILAN;
        byte[] report = milan.machine().reportTemplate(5).signature(r, s).encode();
        return new SnpCase(
                SnpCheck.SIGNATURE_RANGE,
                description,
                milan.trial(),
                milan.trial().report(report));
    }

    private static SnpCase invalid(String description, int offset) {
        SnpTrial good = SnpForge.MILAN.trial();
        byte[] flipped = good.report().toArray();
        flipped[offset] ^= 1;
        return new SnpCase(SnpCheck.SIGNATURE_INVALID, description + " flipped", good, good.report(flipped));
    }
}
