package dev.assay.verify;

import dev.assay.endorsement.PckExtensions;
import dev.assay.endorsement.PlatformConfiguration;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.SgxType;
import dev.assay.endorsement.TcbInfo;
import dev.assay.model.Bytes;
import dev.assay.model.Finding;
import dev.assay.model.TcbStatus;
import dev.assay.tdx.Quote;
import dev.assay.tdx.TeeTcbSvn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A TDX quote that was found genuine, and what was established on the way. Genuine says nothing about the TCB status, but
 * for {@link TcbStatus#REVOKED}, which is never verified, nor about what runs in the TD: debug mode and bound service TDs
 * are for appraisal to refuse.
 */
public final class VerifiedQuote implements Verified<Quote> {
    private final Quote quote;
    private final Instant at;
    private final QuoteBasis basis;
    private final List<Finding> findings;
    private final ChainFacts chain;

    VerifiedQuote(Quote quote, Instant at, QuoteBasis basis, List<Finding> findings) {
        this.quote = quote;
        this.at = at;
        this.basis = basis;
        this.findings = findings;
        this.chain = new ChainFacts(
                basis.certificates().leaf(),
                basis.certificates().issuer(),
                basis.certificates().root(),
                basis.signer());
    }

    @Override
    public Quote evidence() {
        return quote;
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public ValidityWindow window() {
        return basis.items().stream()
                .map(DatedItem::window)
                .reduce(ValidityWindow::intersect)
                .orElseThrow();
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Everything that the conclusion rests on, with its validity: certificates, revocation lists, TCB info and identity.
     *
     * @return an immutable list
     */
    public List<DatedItem> items() {
        return basis.items();
    }

    /**
     * Intel's judgement of the TCB, a TD's need of relaunch included.
     *
     * @return any status but {@link TcbStatus#REVOKED}
     */
    public TcbStatus tcbStatus() {
        return basis.tcb().status();
    }

    /**
     * The date to which the TCB at the TD's launch stands for everything known.
     *
     * @return the earliest date of the levels of platform, TDX module and quoting enclave
     */
    public Instant tcbDate() {
        return launch().tcbDate();
    }

    /**
     * The security advisories that the TCB at the TD's launch is open to.
     *
     * @return sorted, none twice
     */
    public List<String> advisories() {
        return launch().advisories();
    }

    /**
     * What the TCB at the TD's launch amounts to.
     *
     * @return the levels that were reached
     */
    public TcbEvaluation launch() {
        return basis.tcb().launch();
    }

    /**
     * What the present TCB amounts to, which a TD report since TDX 1.5 has besides.
     *
     * @return the levels that were reached; empty for a report of TDX 1.0
     */
    public Optional<TcbEvaluation> current() {
        return basis.tcb().current();
    }

    /**
     * The status of the quoting enclave by itself.
     *
     * @return {@link TcbStatus#UP_TO_DATE} or {@link TcbStatus#OUT_OF_DATE}
     */
    public TcbStatus qeStatus() {
        return launch().qe().status();
    }

    /**
     * Why the parts have the status that they have, at the TD's launch.
     *
     * @return for the platform, the TDX module (not for major version 0) and the quoting enclave
     */
    public List<TcbExplanation> explain() {
        TeeTcbSvn svn = quote.body().teeTcbSvn();
        List<TcbExplanation> parts = new ArrayList<>();
        parts.add(TcbExplanation.platform(basis.info(), basis.pck(), svn));
        TcbExplanation.module(basis.info(), svn).ifPresent(parts::add);
        parts.add(TcbExplanation.quotingEnclave(
                basis.identity(), quote.signatureData().qeReport().isvSvn()));
        return List.copyOf(parts);
    }

    /**
     * The evaluation number of the TCB info.
     *
     * @return 0 or more
     */
    public int tcbEvaluationDataNumber() {
        return basis.info().tcbEvaluationDataNumber();
    }

    /**
     * The evaluation number of the quoting enclave's identity.
     *
     * @return 0 or more
     */
    public int qeEvaluationDataNumber() {
        return basis.identity().tcbEvaluationDataNumber();
    }

    /**
     * The TCB info that was used.
     *
     * @return found authentic
     */
    public TcbInfo tcbInfo() {
        return basis.info();
    }

    /**
     * The quoting enclave's identity that was used.
     *
     * @return found authentic
     */
    public QeIdentity qeIdentity() {
        return basis.identity();
    }

    /**
     * What the PCK certificate says of the platform.
     *
     * @return all of its SGX extension
     */
    public PckExtensions pck() {
        return basis.pck();
    }

    /**
     * The kind of platform.
     *
     * @return FMSPC, 6 bytes
     */
    public Bytes fmspc() {
        return basis.pck().fmspc();
    }

    /**
     * The platform's provisioning id. Quotes with the same come from the same machine.
     *
     * @return PPID, 16 bytes
     */
    public Bytes ppid() {
        return basis.pck().ppid();
    }

    /**
     * The id of this installation of the platform.
     *
     * @return 16 bytes; empty for platforms with one package
     */
    public Optional<Bytes> platformInstanceId() {
        return basis.pck().platformInstanceId();
    }

    /**
     * How the platform protects memory.
     *
     * @return the type in the PCK certificate; empty only below anchors of the caller's own
     */
    public Optional<SgxType> sgxType() {
        return basis.pck().sgxType();
    }

    /**
     * Whether the platform can get more packages, has keys cached at Intel, and has multithreading on.
     *
     * @return the flags in the PCK certificate; empty for platforms with one package
     */
    public Optional<PlatformConfiguration> configuration() {
        return basis.pck().configuration();
    }

    /**
     * The certificates that the conclusion rests on.
     *
     * @return PCK certificate, its issuer, root, TCB signing certificate
     */
    public List<CertificateFact> chain() {
        return chain.facts();
    }

    /**
     * What is known about revocation of the PCK certificate, its issuer and the TCB signing certificate.
     *
     * @return {@link CrlState#CHECKED} only if the lists of root and issuer both were
     */
    public CrlState crlState() {
        return basis.crlState();
    }

    /**
     * The newest collateral seen so far, to be kept by the caller and given to the next verification.
     *
     * @return the floor of the options, raised by what was used here
     */
    public RollbackFloor floor() {
        return basis.floor().raisedBy(basis.info(), basis.identity());
    }

    /** The status and what the quote says of itself. */
    @Override
    public String toString() {
        return "verified " + tcbStatus().label() + " " + quote;
    }
}
