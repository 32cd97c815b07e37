package dev.assay.testvectors.amd;

import dev.assay.testvectors.encode.SnpTcb;
import java.math.BigInteger;
import java.time.Instant;

/** The products that AMD has roots for, with what differs between them. */
@SuppressWarnings("ImmutableEnumChecker") // records of immutable values, which the checker cannot know
public enum AmdProduct {
    /** The third generation of EPYC. */
    MILAN(
            "Milan",
            "Milan-B0",
            0x19,
            0x01,
            SnpTcb.classic(4, 0, 0x18, 0xDB),
            new Authority(0x10000, "2020-10-22T17:23:05Z"),
            new Authority(0x10001, "2020-10-22T18:24:20Z"),
            new Authority(0x10101, "2022-11-16T22:45:24Z")),
    /** The fourth generation of EPYC. */
    GENOA(
            "Genoa",
            "Genoa",
            0x19,
            0x11,
            SnpTcb.classic(10, 0, 0x17, 0x54),
            new Authority(0x20000, "2022-01-26T15:34:37Z"),
            new Authority(0x20002, "2022-10-31T13:33:48Z"),
            new Authority(0x20101, "2022-11-18T20:48:34Z")),
    /** The fifth generation of EPYC. */
    TURIN(
            "Turin",
            "Turin",
            0x1A,
            0x02,
            SnpTcb.turin(1, 1, 1, 0x04, 0x51),
            new Authority(0x30000, "2023-05-15T20:03:12Z"),
            new Authority(0x30001, "2023-05-15T20:25:21Z"),
            new Authority(0x30101, "2023-05-15T21:09:41Z"));

    private final String label;
    private final String silicon;
    private final int family;
    private final int model;
    private final SnpTcb tcb;
    private final Authority root;
    private final Authority ask;
    private final Authority asvk;

    /** What tells one CA certificate from another. */
    record Authority(BigInteger serial, Instant notBefore) {
        Authority(long serial, String notBefore) {
            this(BigInteger.valueOf(serial), Instant.parse(notBefore));
        }
    }

    AmdProduct(
            String label,
            String silicon,
            int family,
            int model,
            SnpTcb tcb,
            Authority root,
            Authority ask,
            Authority asvk) {
        this.label = label;
        this.silicon = silicon;
        this.family = family;
        this.model = model;
        this.tcb = tcb;
        this.root = root;
        this.ask = ask;
        this.asvk = asvk;
    }

    /**
     * The name in certificates and addresses.
     *
     * @return for instance {@code Milan}
     */
    public String label() {
        return label;
    }

    /**
     * The combined family that CPUID tells.
     *
     * @return 1 byte
     */
    public int family() {
        return family;
    }

    /**
     * A combined model that CPUID tells for this product.
     *
     * @return 1 byte
     */
    public int model() {
        return model;
    }

    /**
     * How TCBs are packed.
     *
     * @return the layout
     */
    public SnpTcb.Layout layout() {
        return tcb.layout();
    }

    /**
     * A TCB that real machines of this product had.
     *
     * @return the TCB of simulated machines
     */
    public SnpTcb tcb() {
        return tcb;
    }

    /**
     * The size of a chip's identity.
     *
     * @return 64 bytes, or 8 for Turin
     */
    public int hwIdSize() {
        return this == TURIN ? 8 : 64;
    }

    /** What the product name extension of a key certificate says. */
    String productName(VekKind kind) {
        return kind == VekKind.VCEK ? silicon : label;
    }

    Authority root() {
        return root;
    }

    Authority intermediate(VekKind kind) {
        return kind == VekKind.VCEK ? ask : asvk;
    }
}
