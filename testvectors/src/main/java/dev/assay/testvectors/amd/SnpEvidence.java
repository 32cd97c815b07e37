package dev.assay.testvectors.amd;

import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.testvectors.pki.RootCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;

/** A signed report with everything it takes to verify it. Immutable; each part can be exchanged for another. */
public final class SnpEvidence {
    private final VekKind kind;
    private final byte[] report;
    private final byte[] leaf;
    private final byte[] intermediate;
    private final byte[] root;
    private final byte[] crl;
    private final Instant at;

    SnpEvidence(VekKind kind, byte[] report, byte[] leaf, byte[] intermediate, byte[] root, byte[] crl, Instant at) {
        this.kind = kind;
        this.report = report;
        this.leaf = leaf;
        this.intermediate = intermediate;
        this.root = root;
        this.crl = crl;
        this.at = at;
    }

    /**
     * The report.
     *
     * @return 1184 bytes
     */
    public byte[] report() {
        return report.clone();
    }

    /**
     * The certificate of the key that signed the report, a VCEK or VLEK.
     *
     * @return its DER
     */
    public byte[] leaf() {
        return leaf.clone();
    }

    /**
     * The intermediate certificate, an ASK or ASVK.
     *
     * @return its DER
     */
    public byte[] intermediate() {
        return intermediate.clone();
    }

    /**
     * The root certificate, an ARK.
     *
     * @return its DER
     */
    public byte[] root() {
        return root.clone();
    }

    /**
     * The root's revocation list.
     *
     * @return its DER
     */
    public byte[] crl() {
        return crl.clone();
    }

    /**
     * A time at which all of it is valid.
     *
     * @return {@link SnpSimulator#AT}, unless the machine was given another
     */
    public Instant at() {
        return at;
    }

    /**
     * What vouches for the report, in no order that means anything: key and intermediate certificate, revocation list.
     *
     * @return the DER of each
     */
    public byte[][] endorsements() {
        return new byte[][] {leaf(), intermediate(), crl()};
    }

    /**
     * The root certificate, parsed, for verifiers that take it so.
     *
     * @return the certificate of {@link #root}
     */
    public X509Certificate rootCertificate() {
        return RootCertificate.parse(root);
    }

    /**
     * The name that policies give to the root.
     *
     * @return SHA-256 of its public key, 64 lower-case hexadecimal digits
     */
    public String rootKeyDigest() {
        return RootCertificate.keyDigest(root);
    }

    /**
     * A certificate table with key, intermediate and root certificate.
     *
     * @return the table, to be changed
     */
    public CertificateTableEncoder certificateTable() {
        return CertificateTableEncoder.empty()
                .add(kind == VekKind.VCEK ? TableGuid.VCEK : TableGuid.VLEK, leaf)
                .add(TableGuid.ASK, intermediate)
                .add(TableGuid.ARK, root);
    }

    /**
     * The report followed by the certificate table, as a guest gets it.
     *
     * @return the bytes
     */
    public byte[] extendedReport() {
        byte[] table = certificateTable().encode();
        byte[] both = Arrays.copyOf(report, report.length + table.length);
        System.arraycopy(table, 0, both, report.length, table.length);
        return both;
    }

    /**
     * Exchanges the report.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public SnpEvidence withReport(byte[] bytes) {
        return new SnpEvidence(kind, bytes.clone(), leaf, intermediate, root, crl, at);
    }

    /**
     * Exchanges the key certificate.
     *
     * @param der any bytes
     * @return a changed copy
     */
    public SnpEvidence withLeaf(byte[] der) {
        return new SnpEvidence(kind, report, der.clone(), intermediate, root, crl, at);
    }

    /**
     * Exchanges the intermediate certificate.
     *
     * @param der any bytes
     * @return a changed copy
     */
    public SnpEvidence withIntermediate(byte[] der) {
        return new SnpEvidence(kind, report, leaf, der.clone(), root, crl, at);
    }

    /**
     * Exchanges the root certificate.
     *
     * @param der any bytes
     * @return a changed copy
     */
    public SnpEvidence withRoot(byte[] der) {
        return new SnpEvidence(kind, report, leaf, intermediate, der.clone(), crl, at);
    }

    /**
     * Exchanges the revocation list.
     *
     * @param der any bytes
     * @return a changed copy
     */
    public SnpEvidence withCrl(byte[] der) {
        return new SnpEvidence(kind, report, leaf, intermediate, root, der.clone(), at);
    }
}
