package dev.assay.testvectors.amd;

import dev.assay.testvectors.encode.SnpField;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.pki.EcSignature;
import dev.assay.testvectors.pki.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * An SEV-SNP machine together with the vendor that vouches for it. Three lines make evidence that a verifier which
 * trusts {@link SnpEvidence#root} must accept:
 *
 * <pre>{@code
 * SnpSimulator machine = SnpSimulator.create(AmdProduct.MILAN);
 * SnpEvidence evidence = machine.report(5, report -> report.vmpl(0).reportData(nonce));
 * verify(evidence.report(), evidence.leaf(), evidence.intermediate(), evidence.crl(), evidence.at());
 * }</pre>
 *
 * <p>Thread-safe. The same arguments give the same bytes.
 */
public final class SnpSimulator {
    /** A time at which everything that is minted is valid: 2026-09-01T00:00:00Z. */
    public static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");

    private static final int CHIP_ID_SIZE = 64;

    private final AmdHierarchy hierarchy;
    private final VekKind kind;
    private final SnpMint mint;

    private SnpSimulator(AmdHierarchy hierarchy, VekKind kind, SnpMint mint) {
        this.hierarchy = hierarchy;
        this.kind = kind;
        this.mint = mint;
    }

    /**
     * A machine that signs with its VCEK, with seed 0.
     *
     * @param product what it is
     * @return the machine
     */
    public static SnpSimulator create(AmdProduct product) {
        return create(AmdHierarchy.create(product, 0), VekKind.VCEK);
    }

    /**
     * A machine.
     *
     * @param hierarchy who vouches for it
     * @param kind the kind of key it signs with
     * @return the machine
     */
    public static SnpSimulator create(AmdHierarchy hierarchy, VekKind kind) {
        return new SnpSimulator(hierarchy, kind, new SnpMint(hierarchy, kind, AT, false));
    }

    /**
     * Who vouches for the machine.
     *
     * @return the hierarchy, to mint wrong certificates from
     */
    public AmdHierarchy hierarchy() {
        return hierarchy;
    }

    /**
     * The kind of key the machine signs with.
     *
     * @return the one given
     */
    public VekKind kind() {
        return kind;
    }

    /**
     * Mints everything around another time, at which the revocation list is half a year old, as it is at {@link #AT} by
     * default.
     *
     * @param time when to verify, in the years 2024 to 2044
     * @return a changed copy, whose evidence has this time
     */
    public SnpSimulator at(Instant time) {
        return new SnpSimulator(hierarchy, kind, mint.at(time));
    }

    /**
     * Has the authority revoked that certifies the machine's key.
     *
     * @return a changed copy, whose revocation list says so
     */
    public SnpSimulator revoked() {
        return new SnpSimulator(hierarchy, kind, mint.revoked());
    }

    /**
     * The identity of the chip, whether or not its reports show it.
     *
     * @return 64 bytes, of which Turin uses 8 and leaves the others zero
     */
    public byte[] chipId() {
        try {
            String name = hierarchy.product() + ":" + hierarchy.seed();
            byte[] id = MessageDigest.getInstance("SHA-512").digest(name.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(Arrays.copyOf(id, hierarchy.product().hwIdSize()), CHIP_ID_SIZE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }

    /**
     * A valid report of the machine, not signed. With a VLEK its chip identity is zero, as it is on the cloud that uses
     * such keys.
     *
     * @param version the version of the report
     * @return the report, to be changed
     */
    public SnpReportEncoder reportTemplate(int version) {
        AmdProduct product = hierarchy.product();
        SnpReportEncoder report = SnpReportEncoder.valid(version)
                .currentTcb(product.tcb().value())
                .reportedTcb(product.tcb().value())
                .signerInfo((long) kind.signingKey() << 2)
                .chipId(kind == VekKind.VCEK ? chipId() : new byte[CHIP_ID_SIZE]);
        report = version < 2 ? report : report.tcb(product.tcb().value());
        return version < 3 ? report : report.cpuid(product.family(), product.model(), 1);
    }

    /**
     * Signs a report as the firmware does.
     *
     * @param report the report; its present signature does not matter
     * @return the report with its signature
     */
    public SnpReportEncoder signed(SnpReportEncoder report) {
        EcSignature signature = hierarchy.vekKey(kind).sign(Hash.SHA384, report.signedPart());
        return report.signature(signature.r(), signature.s());
    }

    /**
     * Signs a report as the firmware does.
     *
     * @param report the report; its present signature does not matter
     * @return 1184 bytes
     */
    public byte[] sign(SnpReportEncoder report) {
        return signed(report).encode();
    }

    /**
     * Makes a version 3 report with everything it takes to verify it.
     *
     * @param change gets a valid report, gives the one to sign
     * @return the evidence
     */
    public SnpEvidence report(UnaryOperator<SnpReportEncoder> change) {
        return report(3, change);
    }

    /**
     * Makes a report with everything it takes to verify it.
     *
     * @param version the version of the report
     * @param change gets a valid report of that version, gives the one to sign
     * @return the evidence
     */
    public SnpEvidence report(int version, UnaryOperator<SnpReportEncoder> change) {
        return evidence(change.apply(reportTemplate(version)));
    }

    /**
     * Signs a report and mints a certificate that is right for it: for its reported TCB and its chip identity, or the
     * machine's own where the report hides it.
     *
     * @param report any report
     * @return the evidence
     */
    public SnpEvidence evidence(SnpReportEncoder report) {
        AmdProduct product = hierarchy.product();
        SnpTcb tcb = SnpTcb.of(product.layout(), report.number(SnpField.REPORTED_TCB));
        byte[] shown = report.bytes(SnpField.CHIP_ID);
        boolean masked = Arrays.equals(shown, new byte[CHIP_ID_SIZE]);
        byte[] hwId = Arrays.copyOf(masked ? chipId() : shown, product.hwIdSize());
        return new SnpEvidence(
                kind,
                sign(report),
                mint.leaf(tcb, hwId),
                hierarchy.intermediate(kind),
                hierarchy.root(),
                mint.crl(),
                mint.at());
    }
}
