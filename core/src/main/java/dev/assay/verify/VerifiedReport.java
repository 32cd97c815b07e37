package dev.assay.verify;

import dev.assay.endorsement.VekExtensions;
import dev.assay.model.Bytes;
import dev.assay.model.Finding;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An SEV-SNP report that was found genuine, and what was established on the way. */
public final class VerifiedReport implements Verified<AttestationReport> {
    private final AttestationReport report;
    private final Instant at;
    private final SnpPath path;
    private final VekExtensions extensions;
    private final List<Finding> findings;
    private final ChainFacts chain;

    VerifiedReport(
            AttestationReport report, Instant at, SnpPath path, VekExtensions extensions, List<Finding> findings) {
        this.report = report;
        this.at = at;
        this.path = path;
        this.extensions = extensions;
        this.findings = findings;
        this.chain = new ChainFacts(path.leaf(), path.intermediate(), path.root());
    }

    @Override
    public AttestationReport evidence() {
        return report;
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public ValidityWindow window() {
        return path.window();
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    /**
     * The kind of key that signed.
     *
     * @return VCEK or VLEK
     */
    public SigningKey signingKey() {
        return report.signerInfo().signingKey();
    }

    /**
     * The product, by the issuer's name and, from version 3 on, by the report's CPUID.
     *
     * @return the product
     */
    public Product product() {
        return path.product();
    }

    /**
     * The chip that the report is bound to by its certificate.
     *
     * @return hwID of the VCEK (64 bytes, on Turin 8); empty if CHIP_ID is masked, and for a VLEK, which belongs to no
     *     chip
     */
    public Optional<Bytes> chipId() {
        return report.chipId().isZero() ? Optional.empty() : extensions.hwId();
    }

    /**
     * The cloud provider that a VLEK was issued to.
     *
     * @return cspID, or empty for a VCEK
     */
    public Optional<String> cspId() {
        return extensions.cspId();
    }

    /**
     * REPORTED_TCB in the product's layout: the one that the certificate vouches for.
     *
     * @return the TCB version
     */
    public TcbVersion reportedTcb() {
        return extensions.tcb();
    }

    /**
     * CURRENT_TCB in the product's layout.
     *
     * @return the TCB version
     */
    public TcbVersion currentTcb() {
        return new TcbVersion(product().tcbLayout(), report.currentTcb());
    }

    /**
     * COMMITTED_TCB in the product's layout.
     *
     * @return the TCB version
     */
    public TcbVersion committedTcb() {
        return new TcbVersion(product().tcbLayout(), report.committedTcb());
    }

    /**
     * LAUNCH_TCB in the product's layout.
     *
     * @return the TCB version
     */
    public TcbVersion launchTcb() {
        return new TcbVersion(product().tcbLayout(), report.launchTcb());
    }

    /**
     * The certificates that the conclusion rests on.
     *
     * @return leaf, intermediate, root
     */
    public List<CertificateFact> chain() {
        return chain.facts();
    }

    /**
     * What is known about revocation of the chain.
     *
     * @return whether lists were checked
     */
    public CrlState crlState() {
        return path.crlState();
    }

    /** The product and key kind, and what the report says of itself. */
    @Override
    public String toString() {
        return "verified " + product().label() + " " + report;
    }
}
