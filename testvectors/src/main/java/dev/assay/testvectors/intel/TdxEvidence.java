package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.RootCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.stream.Stream;

/** A signed quote with everything it takes to verify it. Immutable; each part can be exchanged for another. */
public final class TdxEvidence {
    private byte[] quote;
    private byte[] tcbInfo;
    private byte[] qeIdentity;
    private byte[] pckCrl;
    private byte[] rootCrl;
    private byte[] tcbSigningCertificate;
    private byte[] root;
    private Instant at = TdxSimulator.AT;

    TdxEvidence(
            byte[] quote,
            byte[] tcbInfo,
            byte[] qeIdentity,
            byte[] pckCrl,
            byte[] rootCrl,
            byte[] tcbSigningCertificate,
            byte[] root) {
        this.quote = quote;
        this.tcbInfo = tcbInfo;
        this.qeIdentity = qeIdentity;
        this.pckCrl = pckCrl;
        this.rootCrl = rootCrl;
        this.tcbSigningCertificate = tcbSigningCertificate;
        this.root = root;
    }

    private TdxEvidence(TdxEvidence that) {
        this(
                that.quote,
                that.tcbInfo,
                that.qeIdentity,
                that.pckCrl,
                that.rootCrl,
                that.tcbSigningCertificate,
                that.root);
        at = that.at;
    }

    /**
     * The quote, which contains the PCK chain.
     *
     * @return its bytes
     */
    public byte[] quote() {
        return quote.clone();
    }

    /**
     * The signed TCB info.
     *
     * @return JSON as Intel serves it, UTF-8
     */
    public byte[] tcbInfo() {
        return tcbInfo.clone();
    }

    /**
     * The signed identity of the quoting enclave.
     *
     * @return JSON as Intel serves it, UTF-8
     */
    public byte[] qeIdentity() {
        return qeIdentity.clone();
    }

    /**
     * The revocation list of the authority that issued the PCK certificate.
     *
     * @return its DER
     */
    public byte[] pckCrl() {
        return pckCrl.clone();
    }

    /**
     * The root's revocation list.
     *
     * @return its DER
     */
    public byte[] rootCrl() {
        return rootCrl.clone();
    }

    /**
     * The certificate of the key that signed TCB info and identity.
     *
     * @return its DER
     */
    public byte[] tcbSigningCertificate() {
        return tcbSigningCertificate.clone();
    }

    /**
     * The root certificate that the verifier is to trust.
     *
     * @return its DER
     */
    public byte[] root() {
        return root.clone();
    }

    /**
     * What vouches for the quote, in no order that means anything: TCB info, QE identity, both revocation lists and the
     * certificate that signs collateral. Parts that are empty are left out.
     *
     * @return the files as Intel serves them
     */
    public byte[][] endorsements() {
        return Stream.of(tcbInfo, qeIdentity, pckCrl, rootCrl, tcbSigningCertificate)
                .filter(part -> part.length > 0)
                .map(byte[]::clone)
                .toArray(byte[][]::new);
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
     * A time to verify at.
     *
     * @return the time at which everything that is minted is valid, unless it was exchanged
     */
    public Instant at() {
        return at;
    }

    /**
     * Exchanges the quote.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public TdxEvidence withQuote(byte[] bytes) {
        TdxEvidence changed = new TdxEvidence(this);
        changed.quote = bytes.clone();
        return changed;
    }

    /**
     * Exchanges the TCB info.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public TdxEvidence withTcbInfo(byte[] bytes) {
        TdxEvidence changed = new TdxEvidence(this);
        changed.tcbInfo = bytes.clone();
        return changed;
    }

    /**
     * Exchanges the identity of the quoting enclave.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public TdxEvidence withQeIdentity(byte[] bytes) {
        TdxEvidence changed = new TdxEvidence(this);
        changed.qeIdentity = bytes.clone();
        return changed;
    }

    /**
     * Exchanges the revocation list for PCK certificates.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public TdxEvidence withPckCrl(byte[] bytes) {
        TdxEvidence changed = new TdxEvidence(this);
        changed.pckCrl = bytes.clone();
        return changed;
    }

    /**
     * Exchanges the root's revocation list.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public TdxEvidence withRootCrl(byte[] bytes) {
        TdxEvidence changed = new TdxEvidence(this);
        changed.rootCrl = bytes.clone();
        return changed;
    }

    /**
     * Exchanges the certificate of the key that signed TCB info and identity.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public TdxEvidence withTcbSigningCertificate(byte[] bytes) {
        TdxEvidence changed = new TdxEvidence(this);
        changed.tcbSigningCertificate = bytes.clone();
        return changed;
    }

    /**
     * Exchanges the root to trust.
     *
     * @param bytes any bytes
     * @return a changed copy
     */
    public TdxEvidence withRoot(byte[] bytes) {
        TdxEvidence changed = new TdxEvidence(this);
        changed.root = bytes.clone();
        return changed;
    }

    /**
     * Exchanges the time to verify at.
     *
     * @param time any time
     * @return a changed copy
     */
    public TdxEvidence withAt(Instant time) {
        TdxEvidence changed = new TdxEvidence(this);
        changed.at = time;
        return changed;
    }
}
