package dev.assay.testvectors.simulator;

import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.SnpTcb;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Guests as a service's tests want them, each a change to the report of an ordinary guest: launched at VMPL 0 without
 * debugging, with the measurement {@code 3e..3e} and report data {@code 5d..5d}. Join them with {@code andThen}, or use
 * the encoder itself for whatever is not here:
 *
 * <pre>{@code
 * SnpEvidence evidence = machine.report(SnpGuests.debuggable());
 * SnpEvidence other = machine.report(report -> SnpGuests.measured(digest).apply(report).vmpl(2));
 * }</pre>
 */
public final class SnpGuests {
    private static final long DEBUG = 1L << 19;
    private static final long MIGRATE_MA = 1L << 18;

    private SnpGuests() {}

    /**
     * The ordinary guest.
     *
     * @return a change that changes nothing
     */
    public static UnaryOperator<SnpReportEncoder> ordinary() {
        return report -> report;
    }

    /**
     * A guest that the host may debug, so that nothing in it is secret.
     *
     * @return the change
     */
    public static UnaryOperator<SnpReportEncoder> debuggable() {
        return report -> report.policy(report.number(SnpField.POLICY) | DEBUG);
    }

    /**
     * A guest that may be associated with a migration agent.
     *
     * @return the change
     */
    public static UnaryOperator<SnpReportEncoder> migratable() {
        return report -> report.policy(report.number(SnpField.POLICY) | MIGRATE_MA);
    }

    /**
     * A guest with a given launch digest.
     *
     * @param measurement 48 bytes
     * @return the change
     */
    public static UnaryOperator<SnpReportEncoder> measured(byte[] measurement) {
        byte[] digest = measurement.clone();
        return report -> report.measurement(digest);
    }

    /**
     * A guest that had data of its own signed, a nonce or the digest of a key.
     *
     * @param data at most 64 bytes; zeros are put behind
     * @return the change
     */
    public static UnaryOperator<SnpReportEncoder> saying(byte[] data) {
        byte[] padded = Arrays.copyOf(data, SnpField.REPORT_DATA.size());
        return report -> report.reportData(padded);
    }

    /**
     * A report that somebody else than the guest's most privileged level asked for.
     *
     * @param level 0 to 3, or {@code 0xFFFFFFFFL} for the host
     * @return the change
     */
    public static UnaryOperator<SnpReportEncoder> atVmpl(long level) {
        return report -> report.vmpl(level);
    }

    /**
     * A guest on a machine with a given TCB, running, committed, reported and at launch. The key's certificate follows.
     *
     * @param tcb the TCB, in the layout of the machine's product
     * @return the change
     */
    public static UnaryOperator<SnpReportEncoder> onTcb(SnpTcb tcb) {
        return report -> report.tcb(tcb.value());
    }

    /**
     * A report of a machine whose operator hides which chip it is.
     *
     * @return the change
     */
    public static UnaryOperator<SnpReportEncoder> onHiddenChip() {
        return report -> report.chipId(new byte[SnpField.CHIP_ID.size()]);
    }
}
