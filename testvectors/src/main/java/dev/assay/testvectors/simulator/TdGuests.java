package dev.assay.testvectors.simulator;

import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Trust domains as a service's tests want them, each a change to the report of an ordinary one: not under debug, without
 * a service TD, with MRTD {@code 7d..7d}. Join them with {@code andThen}, or use the encoder itself for whatever is not
 * here:
 *
 * <pre>{@code
 * TdxEvidence evidence = machine.quote(TdGuests.debuggable());
 * TdxEvidence other = machine.quote(td -> TdGuests.measured(mrTd).apply(td).set(TdField.RTMR0, rtmr0));
 * }</pre>
 */
public final class TdGuests {
    private static final long DEBUG = 1;

    private TdGuests() {}

    /**
     * The ordinary trust domain.
     *
     * @return a change that changes nothing
     */
    public static UnaryOperator<TdReportEncoder> ordinary() {
        return td -> td;
    }

    /**
     * A trust domain that the host may debug, so that nothing in it is secret.
     *
     * @return the change
     */
    public static UnaryOperator<TdReportEncoder> debuggable() {
        return td -> td.set(TdField.TD_ATTRIBUTES, td.number(TdField.TD_ATTRIBUTES) | DEBUG);
    }

    /**
     * A trust domain with a given measurement of its initial contents.
     *
     * @param mrTd 48 bytes
     * @return the change
     */
    public static UnaryOperator<TdReportEncoder> measured(byte[] mrTd) {
        byte[] digest = mrTd.clone();
        return td -> td.set(TdField.MR_TD, digest);
    }

    /**
     * A trust domain that had data of its own signed, a nonce or the digest of a key.
     *
     * @param data at most 64 bytes; zeros are put behind
     * @return the change
     */
    public static UnaryOperator<TdReportEncoder> saying(byte[] data) {
        byte[] padded = Arrays.copyOf(data, TdField.REPORT_DATA.size());
        return td -> td.set(TdField.REPORT_DATA, padded);
    }

    /**
     * A trust domain with service TDs bound to it; only bodies of TDX 1.5 and later can say so.
     *
     * @param digest 48 bytes
     * @return the change
     */
    public static UnaryOperator<TdReportEncoder> withServiceTd(byte[] digest) {
        byte[] bound = digest.clone();
        return td -> td.set(TdField.MR_SERVICE_TD, bound);
    }
}
