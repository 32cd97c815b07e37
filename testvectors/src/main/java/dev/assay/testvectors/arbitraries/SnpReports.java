package dev.assay.testvectors.arbitraries;

import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random SEV-SNP reports. They are well-formed, but their signatures are random numbers. */
@SuppressWarnings("exports") // jqwik is optional: who calls this requires it too
public final class SnpReports {
    private static final int COMPONENT_BITS = 384;

    /** Bits 25:0 of the guest policy are defined; bit 17 must be one. */
    private static final long POLICY_BITS = 0x3FFFFFF;

    private static final long POLICY_ONE = 1L << 17;

    private SnpReports() {}

    /**
     * Reports of versions 2 to 5.
     *
     * @return reports whose reserved bytes are zero and whose other fields are random within what is defined
     */
    public static Arbitrary<SnpReportEncoder> reports() {
        return Arbitraries.integers().between(2, 5).flatMap(SnpReports::reports);
    }

    /**
     * Reports of one version.
     *
     * @param version 2 to 5
     * @return reports whose reserved bytes are zero and whose other fields are random within what is defined
     */
    public static Arbitrary<SnpReportEncoder> reports(int version) {
        return Combinators.combine(numbers(version), Arbitraries.longs(), components(), components())
                .as((report, seed, r, s) -> opaque(report, seed).signature(r, s));
    }

    private static Arbitrary<SnpReportEncoder> numbers(int version) {
        Arbitrary<Long> words = Arbitraries.longs();
        Arbitrary<SnpReportEncoder> meanings = Combinators.combine(
                        Arbitraries.longs().between(0, 0xFFFFFFFFL),
                        words,
                        Arbitraries.of(0L, 1L, 2L, 3L, 0xFFFFFFFFL),
                        Arbitraries.longs().between(0, 0xFF),
                        Arbitraries.of(0L, 1L, 4L, 5L),
                        cpus(version))
                .as((svn, policy, vmpl, platform, signer, cpu) -> SnpReportEncoder.valid(version)
                        .guestSvn(svn)
                        .policy((policy & POLICY_BITS) | POLICY_ONE)
                        .vmpl(vmpl)
                        .platformInfo(platform)
                        .signerInfo(signer)
                        .set(SnpField.CPUID_FAM_ID, cpu >>> 16)
                        .set(SnpField.CPUID_MOD_ID, (cpu >>> 8) & 0xFF)
                        .set(SnpField.CPUID_STEP, cpu & 0xFF));
        Arbitrary<SnpReportEncoder> withTcbs = Combinators.combine(meanings, words, words, words, words)
                .as((report, current, reported, committed, launch) -> report.currentTcb(tcb(report, current))
                        .reportedTcb(tcb(report, reported))
                        .committedTcb(tcb(report, committed))
                        .launchTcb(tcb(report, launch)));
        return version < 5
                ? withTcbs
                : Combinators.combine(withTcbs, words, words).as(SnpReportEncoder::mitigations);
    }

    /** Family, model and stepping, a byte each, of products that exist; zero where the version does not tell. */
    private static Arbitrary<Long> cpus(int version) {
        return version < 3 ? Arbitraries.just(0L) : Arbitraries.of(0x190101L, 0x191101L, 0x19A002L, 0x1A0201L);
    }

    /** Keeps the bytes that the CPU's layout has: 0, 1, 6, 7 of the old one, 0 to 3 and 7 of Turin's. */
    private static long tcb(SnpReportEncoder report, long bits) {
        return bits & (report.number(SnpField.CPUID_FAM_ID) >= 0x1A ? 0xFF000000FFFFFFFFL : 0xFFFF00000000FFFFL);
    }

    private static SnpReportEncoder opaque(SnpReportEncoder report, long seed) {
        SnpReportEncoder changed = report;
        SnpField[] fields = {
            SnpField.FAMILY_ID,
            SnpField.IMAGE_ID,
            SnpField.REPORT_DATA,
            SnpField.MEASUREMENT,
            SnpField.HOST_DATA,
            SnpField.ID_KEY_DIGEST,
            SnpField.AUTHOR_KEY_DIGEST,
            SnpField.REPORT_ID,
            SnpField.REPORT_ID_MA,
            SnpField.CHIP_ID,
            SnpField.CURRENT_BUILD,
            SnpField.CURRENT_MINOR,
            SnpField.CURRENT_MAJOR,
            SnpField.COMMITTED_BUILD,
            SnpField.COMMITTED_MINOR,
            SnpField.COMMITTED_MAJOR
        };
        for (SnpField field : fields) {
            // Zero and minus one stay what they are, so that whole reports of zeros and ones come up too.
            long own = seed == 0 || seed == -1 ? seed : seed + field.offset();
            changed = changed.set(field, OpaqueBytes.bytes(own, field.size()));
        }
        return changed;
    }

    private static Arbitrary<BigInteger> components() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ONE, BigInteger.TWO.pow(COMPONENT_BITS).subtract(BigInteger.ONE));
    }
}
