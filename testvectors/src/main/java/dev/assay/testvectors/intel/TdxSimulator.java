package dev.assay.testvectors.intel;

import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.QeReportEncoder;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CrlEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A TDX machine together with the vendor that vouches for it. Three lines make evidence that a verifier which trusts
 * {@link TdxEvidence#root} must judge as wanted:
 *
 * <pre>{@code
 * TdxSimulator machine = TdxSimulator.create().status(TcbPart.PLATFORM, TdxStatus.SW_HARDENING_NEEDED);
 * TdxEvidence evidence = machine.quote(td -> td.set(TdField.REPORT_DATA, nonce));
 * verify(evidence.quote(), evidence.tcbInfo(), evidence.qeIdentity(), evidence.pckCrl(), evidence.rootCrl(), ...);
 * }</pre>
 *
 * <p>Immutable: a method that changes something returns a changed copy. The same arguments give the same bytes.
 */
public final class TdxSimulator {
    /** A time at which everything that is minted is valid: 2026-09-01T00:00:00Z. */
    public static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");

    private TdxMint mint;
    private SgxPlatform platform;
    private TcbInfoTemplate tcbInfo = TcbInfoTemplate.valid();
    private QeIdentityTemplate qeIdentity = QeIdentityTemplate.valid();
    private UnaryOperator<QeReportEncoder> qeReport = right -> right;
    private UnaryOperator<PemChain> chain = right -> right;
    private ModuleSvn launched = new ModuleSvn(TcbInfoDefaults.NEWEST_MODULE, 1, 4);
    private ModuleSvn current = launched;

    private TdxSimulator(TdxMint mint) {
        this.mint = mint;
        this.platform = SgxPlatform.valid(mint.hierarchy().seed());
    }

    private TdxSimulator(TdxSimulator that) {
        mint = that.mint;
        platform = that.platform;
        tcbInfo = that.tcbInfo;
        qeIdentity = that.qeIdentity;
        qeReport = that.qeReport;
        chain = that.chain;
        launched = that.launched;
        current = that.current;
    }

    /**
     * A machine that is registered with Intel, with seed 0, everything UpToDate, a TDX module of major version 1.
     *
     * @return the machine
     */
    public static TdxSimulator create() {
        return create(IntelHierarchy.create(0), PckCa.PLATFORM);
    }

    /**
     * A machine with everything UpToDate and a TDX module of major version 1.
     *
     * @param hierarchy who vouches for it
     * @param ca who issues its certificate
     * @return the machine
     */
    public static TdxSimulator create(IntelHierarchy hierarchy, PckCa ca) {
        TdxSimulator machine = new TdxSimulator(new TdxMint(hierarchy, ca));
        return ca == PckCa.PLATFORM ? machine : machine.platform(right -> right.sgxType(0));
    }

    /**
     * Who vouches for the machine.
     *
     * @return the hierarchy, to mint wrong certificates from
     */
    public IntelHierarchy hierarchy() {
        return mint.hierarchy();
    }

    /**
     * Who issues the machine's certificate.
     *
     * @return the authority given
     */
    public PckCa ca() {
        return mint.ca();
    }

    /**
     * What the PCK certificate says about the machine.
     *
     * @return as it is now
     */
    public SgxPlatform platform() {
        return platform;
    }

    /**
     * Gives a part of the machine a status. The part falls behind to a level that has the status; the others stay as
     * they are. For the platform and the statuses up to Revoked that is level 2 of the TCB info, and UpToDate leaves it
     * at level 0; the relaunch statuses have the late microcode of the launch at level 1, which is OutOfDate or
     * OutOfDateConfigurationNeeded, and the present one at level 0, so that they need a body with TEE_TCB_SVN_2. For
     * module and quoting enclave it is level 1 of their identities, with any status.
     *
     * @param part what falls behind
     * @param wanted its status
     * @return a changed copy
     */
    public TdxSimulator status(TcbPart part, TdxStatus wanted) {
        return switch (part) {
            case PLATFORM -> PlatformStatus.of(this, wanted);
            case MODULE ->
                modules(svn -> svn.withMinor(TcbInfoDefaults.OLDER_MODULE))
                        .tcbInfo(info -> info.moduleStatus(launched.major(), 1, wanted.label()));
            case QUOTING_ENCLAVE ->
                qeReport(report -> report.set(QeField.ISV_SVN, QeIdentityTemplate.OLDER))
                        .qeIdentity(identity -> identity.level(1, level -> level.withStatus(wanted.label())));
        };
    }

    /**
     * Makes a part of the machine older than all levels that there are for it.
     *
     * @param part what falls behind
     * @return a changed copy
     */
    public TdxSimulator belowAllLevels(TcbPart part) {
        return switch (part) {
            case PLATFORM -> platform(right -> right.pceSvn(1));
            case MODULE -> modules(svn -> svn.withMinor(TcbInfoDefaults.OLDER_MODULE - 1));
            case QUOTING_ENCLAVE -> qeReport(report -> report.set(QeField.ISV_SVN, QeIdentityTemplate.OLDER - 1));
        };
    }

    /**
     * Runs a TDX module of another major version, and puts an identity for it into the TCB info if it needs one and
     * there is none.
     *
     * @param major 0 to 255; 0 is judged by the TCB levels alone
     * @return a changed copy
     */
    public TdxSimulator module(int major) {
        TdxSimulator changed = modules(svn -> svn.withMajor(major));
        return major == 0 ? changed : changed.tcbInfo(info -> info.knowing(major));
    }

    /**
     * Mints everything around another time: collateral is some weeks old then, as it is at {@link #AT} by default.
     *
     * @param time when to verify, in the years 2024 to 2032
     * @return a changed copy, whose evidence has this time
     */
    public TdxSimulator at(Instant time) {
        return MintingTime.around(minting(mint.at(time)), time);
    }

    /**
     * Has a certificate revoked: the PCK certificate on its authority's list, the others on the root's.
     *
     * @param what which
     * @return a changed copy
     */
    public TdxSimulator revoking(IntelCertificate what) {
        return minting(mint.revoking(what));
    }

    /**
     * Changes what the PCK certificate says about the machine. The TCB info does not follow.
     *
     * @param change gets the present platform, gives the new
     * @return a changed copy
     */
    public TdxSimulator platform(UnaryOperator<SgxPlatform> change) {
        TdxSimulator changed = new TdxSimulator(this);
        changed.platform = change.apply(platform);
        return changed;
    }

    /**
     * Changes the TCB info before it is signed.
     *
     * @param change gets the present info, gives the new
     * @return a changed copy
     */
    public TdxSimulator tcbInfo(UnaryOperator<TcbInfoTemplate> change) {
        TdxSimulator changed = new TdxSimulator(this);
        changed.tcbInfo = change.apply(tcbInfo);
        return changed;
    }

    /**
     * Changes the identity of the quoting enclave before it is signed.
     *
     * @param change gets the present identity, gives the new
     * @return a changed copy
     */
    public TdxSimulator qeIdentity(UnaryOperator<QeIdentityTemplate> change) {
        TdxSimulator changed = new TdxSimulator(this);
        changed.qeIdentity = change.apply(qeIdentity);
        return changed;
    }

    /**
     * Changes the quoting enclave's report before it is bound to the attestation key and signed.
     *
     * @param change gets the right report, gives the one to sign
     * @return a changed copy
     */
    public TdxSimulator qeReport(UnaryOperator<QeReportEncoder> change) {
        TdxSimulator changed = new TdxSimulator(this);
        changed.qeReport = TdxMint.then(qeReport, change);
        return changed;
    }

    /**
     * Changes the PCK chain in the quote, after its certificates were signed.
     *
     * @param change gets leaf, authority and root, gives what the quote carries
     * @return a changed copy
     */
    public TdxSimulator chain(UnaryOperator<PemChain> change) {
        TdxSimulator changed = new TdxSimulator(this);
        changed.chain = TdxMint.then(chain, change);
        return changed;
    }

    /**
     * Changes the SGX extension of the PCK certificate.
     *
     * @param change gets the right extension, gives the new
     * @return a changed copy
     */
    public TdxSimulator sgxExtension(UnaryOperator<SgxExtension> change) {
        return minting(mint.extension(change));
    }

    /**
     * Changes a certificate before it is signed.
     *
     * @param which the certificate
     * @param change gets the right certificate, gives the one to sign
     * @return a changed copy
     */
    public TdxSimulator certificate(IntelCertificate which, UnaryOperator<CertificateEncoder> change) {
        return minting(
                switch (which) {
                    case ROOT -> mint.root(change);
                    case PCK_CA -> mint.caCertificate(change);
                    case PCK -> mint.pck(change);
                    case TCB_SIGNING -> mint.tcbSigning(change);
                });
    }

    /**
     * Changes the revocation list for PCK certificates before it is signed.
     *
     * @param change gets the right list, gives the one to sign
     * @return a changed copy
     */
    public TdxSimulator pckCrl(UnaryOperator<CrlEncoder> change) {
        return minting(mint.pckCrl(change));
    }

    /**
     * Changes the root's revocation list before it is signed.
     *
     * @param change gets the right list, gives the one to sign
     * @return a changed copy
     */
    public TdxSimulator rootCrl(UnaryOperator<CrlEncoder> change) {
        return minting(mint.rootCrl(change));
    }

    /**
     * The TCB info as it is served now.
     *
     * @return the signed document
     */
    public SignedJson signedTcbInfo() {
        return tcbInfo.sign(hierarchy().tcbSigningKey());
    }

    /**
     * The identity of the quoting enclave as it is served now.
     *
     * @return the signed document
     */
    public SignedJson signedQeIdentity() {
        return qeIdentity.sign(hierarchy().tcbSigningKey());
    }

    /**
     * The PCK chain as quotes carry it now.
     *
     * @return leaf, authority, root
     */
    public PemChain pckChain() {
        return chain.apply(mint.chain(platform));
    }

    /**
     * Makes a quote with everything it takes to verify it.
     *
     * @param version 4 or 5
     * @param kind the layout of the body
     * @param change gets a valid body, gives the one to sign
     * @return the evidence
     */
    public TdxEvidence quote(int version, TdReportEncoder.Kind kind, UnaryOperator<TdReportEncoder> change) {
        return evidence(signed(quoteTemplate(version, change.apply(reportTemplate(kind))))
                .encode());
    }

    /**
     * Makes a quote of version 5 with a TD report 1.5, and everything it takes to verify it.
     *
     * @param change gets a valid body, gives the one to sign
     * @return the evidence
     */
    public TdxEvidence quote(UnaryOperator<TdReportEncoder> change) {
        return quote(5, TdReportEncoder.Kind.TD_1_5, change);
    }

    /**
     * A valid body of a TD on this machine.
     *
     * @param kind the layout
     * @return the body, to be changed
     */
    public TdReportEncoder reportTemplate(TdReportEncoder.Kind kind) {
        TdReportEncoder body = TdReportEncoder.valid(kind).set(TdField.TEE_TCB_SVN, launched.encode());
        return kind.has(TdField.TEE_TCB_SVN_2) ? body.set(TdField.TEE_TCB_SVN_2, current.encode()) : body;
    }

    /**
     * A quote of this machine before it is signed: with its quoting enclave's report and its PCK chain.
     *
     * @param version 4 or 5
     * @param body the body
     * @return the quote, to be changed
     */
    public QuoteEncoder quoteTemplate(int version, TdReportEncoder body) {
        QuoteEncoder quote = version == 5 ? QuoteEncoder.version5(body) : QuoteEncoder.version4(body);
        byte[] machine = Arrays.copyOf(Derived.bytes(hierarchy().seed(), "platform of the quoting enclave", 16), 20);
        QeReportEncoder report = qeReport.apply(QeReportEncoder.valid().set(QeField.CPU_SVN, platform.cpuSvn()));
        return quote.header(QuoteHeaderField.VERSION, version)
                .header(QuoteHeaderField.USER_DATA, machine)
                .signatureData(data ->
                        data.qeReport(report).certification(5, pckChain().encode()));
    }

    /**
     * Signs a quote as this machine does.
     *
     * @param quote the quote; its present keys, binding and signatures do not matter
     * @return the quote with them
     */
    public QuoteEncoder signed(QuoteEncoder quote) {
        IntelHierarchy keys = hierarchy();
        return quote.signed(
                keys.attestationKey().coordinates(), keys.attestationKey()::signRaw, keys.pckKey()::signRaw);
    }

    /**
     * Puts a quote together with everything that is right for this machine.
     *
     * @param quote any bytes
     * @return the evidence
     */
    public TdxEvidence evidence(byte[] quote) {
        return mint.evidence(quote, signedTcbInfo(), signedQeIdentity());
    }

    /** Launches TDs under the late microcode that was there before the present one. */
    TdxSimulator launchedBehind() {
        TdxSimulator changed = new TdxSimulator(this);
        changed.launched = launched.withMicrocode(3);
        return changed;
    }

    private TdxSimulator modules(UnaryOperator<ModuleSvn> change) {
        TdxSimulator changed = new TdxSimulator(this);
        changed.launched = change.apply(launched);
        changed.current = change.apply(current);
        return changed;
    }

    private TdxSimulator minting(TdxMint other) {
        TdxSimulator changed = new TdxSimulator(this);
        changed.mint = other;
        return changed;
    }
}
