package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.tdx.TdReport;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** A measurement in a TD report, 48 bytes. */
public enum TdxRegister {
    /** The TD's initial contents. */
    MR_TD("mrTd", TdReport::mrTd),
    /** Configuration that is not the owner's. */
    MR_CONFIG_ID("mrConfigId", TdReport::mrConfigId),
    /** By convention the firmware's configuration. */
    RTMR0("rtmr0", TdReport::rtmr0),
    /** By convention boot loader and kernel. */
    RTMR1("rtmr1", TdReport::rtmr1),
    /** By convention command line, initrd and operating system. */
    RTMR2("rtmr2", TdReport::rtmr2),
    /** By convention the application. */
    RTMR3("rtmr3", TdReport::rtmr3);

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
    private final Function<TdReport, Bytes> reader;

    TdxRegister(String label, Function<TdReport, Bytes> reader) {
        this.label = label;
        this.reader = reader;
    }

    /**
     * The name in policies.
     *
     * @return for instance {@code rtmr0}
     */
    public String label() {
        return label;
    }

    /**
     * Reads the register.
     *
     * @param report the report
     * @return 48 bytes
     */
    public Bytes of(TdReport report) {
        return reader.apply(report);
    }

    static Optional<TdxRegister> named(String label) {
        return Arrays.stream(values()).filter(r -> r.label.equals(label)).findFirst();
    }
}
