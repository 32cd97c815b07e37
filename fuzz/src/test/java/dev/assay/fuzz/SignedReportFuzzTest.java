package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import dev.assay.result.AttestationResult;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerifiedReport;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports changed and then signed by the simulated machine, so that everything behind the signature is reached. The
 * input is product, kind of key, version, and what to overwrite.
 */
class SignedReportFuzzTest {
    private static final long DEBUG = 1L << 19;
    private static final long MIGRATION = 1L << 18;

    /** What the guest and its owner choose, or what appraisal alone is about: verification minds none of it. */
    private static final Set<SnpField> FREE = EnumSet.of(
            SnpField.GUEST_SVN,
            SnpField.POLICY,
            SnpField.FAMILY_ID,
            SnpField.IMAGE_ID,
            SnpField.REPORT_DATA,
            SnpField.MEASUREMENT,
            SnpField.HOST_DATA,
            SnpField.REPORT_ID,
            SnpField.REPORT_ID_MA);

    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0, 0, 0},
                new byte[] {1, 0, 1, 0x08, 0, 3, 0, 0, 3, 0},
                new byte[] {2, 1, 3, 0x30, 0, 0, 1},
                new byte[] {0, 1, 2, (byte) 0x80, 1, 7, 9, 9, 9, 9, 9, 9, 9, 9, 0x48, 0, 0, 4});
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdCostly(input, MalformedEvidenceException.class, bytes -> {
            Choices choices = new Choices(bytes);
            AmdProduct product = choices.of(AmdProduct.values());
            VekKind kind = choices.of(VekKind.values());
            SnpSimulator machine = Minted.machine(product, kind);
            int version = 2 + choices.below(4);
            SnpReportEncoder genuine = machine.reportTemplate(version);
            SnpReportEncoder changed = SnpReportEncoder.copyOf(choices.patch(genuine.encode(), 16));
            byte[] signed = machine.sign(changed);
            Endorsements endorsements = Minted.endorsements(product, kind);
            return lenient(signed, endorsements) + judged(genuine, SnpReportEncoder.copyOf(signed), endorsements);
        });
    }

    private static String judged(SnpReportEncoder genuine, SnpReportEncoder signed, Endorsements endorsements)
            throws Exception {
        AttestationReport report = AttestationReport.decode(signed.encode());
        Outcome<VerifiedReport> outcome = Minted.VERIFIER.verify(report, endorsements, SnpSimulator.AT);
        boolean verified = outcome.verified().isPresent();
        assertEquals(
                !verified, outcome.findings().stream().anyMatch(Findings::stands), "verified, or a reason why not");
        assertTrue(verified || !onlyFreeFieldsDiffer(genuine, signed), () -> "refused: " + outcome.findings());
        if (verified) {
            for (SnpField bound : new SnpField[] {SnpField.REPORTED_TCB, SnpField.SIGNATURE_ALGO}) {
                assertArrayEquals(genuine.bytes(bound), signed.bytes(bound), bound + " is bound");
            }
            long chip = signed.number(SnpField.VERSION) < 3 ? 0 : genuine.number(SnpField.CPUID_FAM_ID);
            assertEquals(chip, signed.number(SnpField.VERSION) < 3 ? 0 : signed.number(SnpField.CPUID_FAM_ID));
        }
        AttestationResult result = Minted.DEFAULTS.appraise(outcome, report, SnpSimulator.AT);
        assertTrue(verified || !result.passed(), "passed and not verified");
        if (result.passed()) {
            assertEquals(0, signed.number(SnpField.POLICY) & (DEBUG | MIGRATION), "guest policy");
            assertEquals(0, signed.number(SnpField.VMPL), "VMPL");
        }
        return outcome.findings() + Results.text(result) + outcome.verified().map(Drafts::text);
    }

    private static boolean onlyFreeFieldsDiffer(SnpReportEncoder one, SnpReportEncoder other) {
        SnpReportEncoder rest = other;
        for (SnpField field : FREE) {
            rest = rest.set(field, one.bytes(field));
        }
        return java.util.Arrays.equals(one.signedPart(), rest.signedPart());
    }

    /** What was decoded leniently, with faults, never verifies. */
    private static String lenient(byte[] signed, Endorsements endorsements) throws MalformedEvidenceException {
        AttestationReport report = AttestationReport.decode(Bytes.copyOf(signed), Strictness.LENIENT);
        Outcome<VerifiedReport> outcome = Minted.VERIFIER.verify(report, endorsements, SnpSimulator.AT);
        assertFalse(
                outcome.verified().isPresent() && !report.irregularities().isEmpty(), "verified with irregularities");
        return outcome.findings().toString();
    }
}
