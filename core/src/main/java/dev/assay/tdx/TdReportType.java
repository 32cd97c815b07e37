package dev.assay.tdx;

import java.util.Optional;

/**
 * The TD report layouts that a quote can carry. Version 5 names one in its body descriptor; version 4 always has
 * {@link #TD_1_0} and does not say so. Source: DCAP {@code sgx_quote_5.h}, {@code sgx_quote5_t}.
 */
public enum TdReportType {
    /** TD report of TDX 1.0: 584 bytes, body type 2. */
    TD_1_0(2, 584, "TD report 1.0"),
    /** TD report of TDX 1.5: 648 bytes, body type 3. */
    TD_1_5(3, 648, "TD report 1.5"),
    /** Extended TD report of TDX 1.5: 885 bytes, body type 4. */
    TD_1_5_EX(4, 885, "TD report 1.5-EX");

    private final int number;
    private final int size;
    private final String title;

    TdReportType(int number, int size, String title) {
        this.number = number;
        this.size = size;
        this.title = title;
    }

    /**
     * The number in the body descriptor of a version 5 quote.
     *
     * @return 2, 3 or 4
     */
    public int number() {
        return number;
    }

    /**
     * The only size that a report of this type can have.
     *
     * @return bytes
     */
    public int size() {
        return size;
    }

    /**
     * The name for a person to read.
     *
     * @return for instance {@code TD report 1.5}
     */
    public String title() {
        return title;
    }

    /**
     * Finds the type of a number.
     *
     * @param number what the body descriptor says
     * @return the type; empty for numbers that stand for no TD report
     */
    public static Optional<TdReportType> of(int number) {
        for (TdReportType type : values()) {
            if (type.number == number) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
