package dev.assay.testvectors.arbitraries;

import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Signed evidence of simulated machines, genuine and altered, for properties such as "nothing altered is ever accepted". */
@SuppressWarnings("exports") // jqwik is optional: who calls this requires it too
public final class SignedEvidence {
    /** A version 5 quote with a TD report 1.5: header, descriptor and body are signed. */
    private static final int SIGNED_QUOTE = 48 + 6 + TdReportEncoder.Kind.TD_1_5.size();

    private SignedEvidence() {}

    /**
     * Genuine reports of a machine: all fields that are a guest's are random, those that are the machine's are not.
     *
     * @param machine who signs them
     * @return evidence that a verifier which trusts the machine's root must find genuine
     */
    public static Arbitrary<SnpEvidence> reports(SnpSimulator machine) {
        SnpReportEncoder template = machine.reportTemplate(5);
        return Arbitraries.integers()
                .between(0, 3)
                .flatMap(vmpl -> OpaqueBytes.ofSize(64)
                        .flatMap(data -> OpaqueBytes.ofSize(48)
                                .map(digest -> machine.evidence(
                                        template.vmpl(vmpl).reportData(data).measurement(digest)))));
    }

    /**
     * Reports of a machine in which one signed bit was flipped after signing.
     *
     * @param machine who signed them
     * @return evidence that no verifier may find genuine
     */
    public static Arbitrary<SnpEvidence> alteredReports(SnpSimulator machine) {
        return Arbitraries.integers()
                .between(0, 8 * SnpReportEncoder.SIGNED_SIZE - 1)
                .flatMap(bit -> reports(machine).map(genuine -> genuine.withReport(flipped(genuine.report(), bit))));
    }

    /**
     * Genuine quotes of a machine, version 5 with a TD report 1.5, whose fields are random where they are a TD's.
     *
     * @param machine who signs them
     * @return evidence that a verifier which trusts the machine's root must find genuine
     */
    public static Arbitrary<TdxEvidence> quotes(TdxSimulator machine) {
        return OpaqueBytes.ofSize(64)
                .flatMap(data -> OpaqueBytes.ofSize(48)
                        .map(digest -> machine.quote(
                                td -> td.set(TdField.REPORT_DATA, data).set(TdField.MR_TD, digest))));
    }

    /**
     * Quotes of a machine in which one signed bit was flipped after signing.
     *
     * @param machine who signed them
     * @return evidence that no verifier may find genuine
     */
    public static Arbitrary<TdxEvidence> alteredQuotes(TdxSimulator machine) {
        return Arbitraries.integers()
                .between(0, 8 * SIGNED_QUOTE - 1)
                .flatMap(bit -> quotes(machine).map(genuine -> genuine.withQuote(flipped(genuine.quote(), bit))));
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return bytes;
    }
}
