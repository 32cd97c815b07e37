package dev.assay.benchmarks;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.SignedBody;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.tdx.PckChain;
import dev.assay.tdx.Quote;
import dev.assay.tdx.QuoteSignatureData;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.ManifestException;
import dev.assay.testvectors.manifest.Vector;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A quote with what it takes to verify it. Intel's collateral is not shipped: besides the quote that the simulator makes
 * there is a real one only for who has a corpus, and names its folder by the system property {@code assay.corpus}.
 */
final class TdxSample extends Sample {
    private final byte[] quote;

    TdxSample(byte[] quote, List<byte[]> items, TrustAnchors anchors, Instant at) {
        super(items, anchors, at);
        this.quote = quote;
    }

    byte[] quote() {
        return quote;
    }

    private static final int INTEGER = 32;

    private static final String CORPUS = "assay.corpus";

    /** The origins that are at hand. */
    static List<Origin> origins() {
        return Files.exists(manifest()) ? List.of(Origin.values()) : List.of(Origin.MINTED);
    }

    static TdxSample of(Origin origin) throws ManifestException {
        return origin == Origin.REAL ? real() : minted();
    }

    private static Path manifest() {
        return Path.of(System.getProperty(CORPUS, ""), "tdx", "verdicts.json");
    }

    /** The first of the corpus whose platform is up to date. */
    private static TdxSample real() throws ManifestException {
        Vector vector = Manifest.load(manifest()).entries().stream()
                .filter(Vector.class::isInstance)
                .map(Vector.class::cast)
                .filter(each -> "UpToDate".equals(each.expect().tcb().status()))
                .findFirst()
                .orElseThrow();
        return new TdxSample(
                vector.evidence().bytes(),
                VectorItems.items(vector),
                VectorItems.anchors(vector),
                Objects.requireNonNull(vector.at()));
    }

    static TdxSample minted() {
        TdxEvidence minted = TdxSimulator.create().quote(4, TdReportEncoder.Kind.TD_1_0, right -> right);
        return new TdxSample(
                minted.quote(),
                List.of(
                        minted.tcbInfo(),
                        minted.qeIdentity(),
                        minted.pckCrl(),
                        minted.rootCrl(),
                        minted.tcbSigningCertificate()),
                TrustAnchors.of(Endorsements.of(minted.root()).certificates()),
                minted.at());
    }

    Quote decoded() throws MalformedEvidenceException {
        return Quote.decode(quote);
    }

    /** The check of the quote's signature, which a warm verification is bounded by. */
    Primitive.Signed signed() throws MalformedEvidenceException {
        Quote decoded = decoded();
        QuoteSignatureData data = decoded.signatureData();
        return raw(decoded.signedBytes(), data.signature(), point(data.attestationKey()));
    }

    /** All that a first verification has to check; the anchor's own signature is checked once for all. */
    List<Primitive.Signed> all() throws GeneralSecurityException, MalformedEvidenceException {
        Quote decoded = decoded();
        QuoteSignatureData data = decoded.signatureData();
        List<X509Certificate> chain = Endorsements.of(
                        ((PckChain) data.certificationData()).content().toArray())
                .certificates();
        X509Certificate leaf = chain.get(0);
        X509Certificate issuer = chain.get(1);
        X509Certificate root = chain.get(2);
        Endorsements given = endorsements();
        X509Certificate signer = given.certificates().get(0);
        List<Primitive.Signed> all = new ArrayList<>();
        all.add(der(issuer.getTBSCertificate(), issuer.getSignature(), root.getPublicKey()));
        all.add(der(signer.getTBSCertificate(), signer.getSignature(), root.getPublicKey()));
        for (X509CRL crl : given.crls()) {
            boolean ofRoot = crl.getIssuerX500Principal().equals(root.getSubjectX500Principal());
            PublicKey key = (ofRoot ? root : issuer).getPublicKey();
            all.add(der(crl.getTBSCertList(), crl.getSignature(), key));
        }
        all.add(der(leaf.getTBSCertificate(), leaf.getSignature(), issuer.getPublicKey()));
        SignedBody info = given.tcbInfos().get(0).signed();
        SignedBody identity = given.qeIdentities().get(0).signed();
        all.add(raw(info.compact(), info.signature(), Primitive.point(signer.getPublicKey())));
        all.add(raw(identity.compact(), identity.signature(), Primitive.point(signer.getPublicKey())));
        all.add(raw(data.qeReport().raw(), data.qeReportSignature(), Primitive.point(leaf.getPublicKey())));
        all.add(signed());
        return all;
    }

    private static ECPoint point(Bytes key) {
        return new ECPoint(unsigned(key.slice(0, INTEGER)), unsigned(key.from(INTEGER)));
    }

    private static Primitive.Signed raw(Bytes message, Bytes signature, ECPoint key) {
        return new Primitive.Signed(
                "secp256r1",
                "SHA-256",
                message.toArray(),
                unsigned(signature.slice(0, INTEGER)),
                unsigned(signature.from(INTEGER)),
                key);
    }

    /** The signature is a sequence of two short integers. */
    private static Primitive.Signed der(byte[] message, byte[] signature, PublicKey key) {
        int second = 4 + signature[3];
        return new Primitive.Signed(
                "secp256r1",
                "SHA-256",
                message,
                new BigInteger(1, Arrays.copyOfRange(signature, 4, second)),
                new BigInteger(1, Arrays.copyOfRange(signature, second + 2, signature.length)),
                Primitive.point(key));
    }

    private static BigInteger unsigned(Bytes bytes) {
        return new BigInteger(1, bytes.toArray());
    }
}
