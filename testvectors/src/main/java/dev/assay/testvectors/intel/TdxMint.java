package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CrlEncoder;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** The certificates and revocation lists for one platform, with what is to be changed in them before they are signed. */
final class TdxMint {
    private final IntelHierarchy hierarchy;
    private final PckCa ca;
    private UnaryOperator<SgxExtension> extension = right -> right;
    private UnaryOperator<CertificateEncoder> pck = right -> right;
    private UnaryOperator<CertificateEncoder> caCertificate = right -> right;
    private UnaryOperator<CertificateEncoder> root = right -> right;
    private UnaryOperator<CertificateEncoder> tcbSigning = right -> right;
    private UnaryOperator<CrlEncoder> pckCrl = right -> right;
    private UnaryOperator<CrlEncoder> rootCrl = right -> right;
    private Instant at = TdxSimulator.AT;

    TdxMint(IntelHierarchy hierarchy, PckCa ca) {
        this.hierarchy = hierarchy;
        this.ca = ca;
    }

    private TdxMint(TdxMint that) {
        this(that.hierarchy, that.ca);
        extension = that.extension;
        pck = that.pck;
        caCertificate = that.caCertificate;
        root = that.root;
        tcbSigning = that.tcbSigning;
        pckCrl = that.pckCrl;
        rootCrl = that.rootCrl;
        at = that.at;
    }

    static <T> UnaryOperator<T> then(UnaryOperator<T> first, UnaryOperator<T> second) {
        return value -> second.apply(first.apply(value));
    }

    IntelHierarchy hierarchy() {
        return hierarchy;
    }

    PckCa ca() {
        return ca;
    }

    TdxMint at(Instant time) {
        TdxMint changed = new TdxMint(this);
        changed.at = time;
        return changed;
    }

    TdxMint extension(UnaryOperator<SgxExtension> change) {
        TdxMint changed = new TdxMint(this);
        changed.extension = then(extension, change);
        return changed;
    }

    TdxMint pck(UnaryOperator<CertificateEncoder> change) {
        TdxMint changed = new TdxMint(this);
        changed.pck = then(pck, change);
        return changed;
    }

    TdxMint caCertificate(UnaryOperator<CertificateEncoder> change) {
        TdxMint changed = new TdxMint(this);
        changed.caCertificate = then(caCertificate, change);
        return changed;
    }

    TdxMint root(UnaryOperator<CertificateEncoder> change) {
        TdxMint changed = new TdxMint(this);
        changed.root = then(root, change);
        return changed;
    }

    TdxMint tcbSigning(UnaryOperator<CertificateEncoder> change) {
        TdxMint changed = new TdxMint(this);
        changed.tcbSigning = then(tcbSigning, change);
        return changed;
    }

    TdxMint pckCrl(UnaryOperator<CrlEncoder> change) {
        TdxMint changed = new TdxMint(this);
        changed.pckCrl = then(pckCrl, change);
        return changed;
    }

    TdxMint rootCrl(UnaryOperator<CrlEncoder> change) {
        TdxMint changed = new TdxMint(this);
        changed.rootCrl = then(rootCrl, change);
        return changed;
    }

    TdxMint revoking(IntelCertificate what) {
        return switch (what) {
            case PCK -> pckCrl(crl -> IntelHierarchy.revoked(crl, hierarchy.pckSerial()));
            case ROOT -> rootCrl(crl -> IntelHierarchy.revoked(crl, hierarchy.rootSerial()));
            case PCK_CA -> rootCrl(crl -> IntelHierarchy.revoked(crl, hierarchy.caSerial(ca)));
            case TCB_SIGNING -> rootCrl(crl -> IntelHierarchy.revoked(crl, hierarchy.tcbSigningSerial()));
        };
    }

    /** Leaf, authority, root. */
    PemChain chain(SgxPlatform platform) {
        SgxExtension sgx = extension.apply(SgxExtension.of(ca, platform));
        return PemChain.of(
                pck.apply(hierarchy.pckTemplate(ca, sgx)).sign(hierarchy.caSigner(ca)),
                caCertificate.apply(hierarchy.caTemplate(ca)).sign(hierarchy.rootSigner()),
                rootCertificate());
    }

    TdxEvidence evidence(byte[] quote, SignedJson tcbInfo, SignedJson qeIdentity) {
        return new TdxEvidence(
                        quote.clone(),
                        tcbInfo.encode(),
                        qeIdentity.encode(),
                        pckRevocations(),
                        rootRevocations(),
                        tcbSigningCertificate(),
                        rootCertificate())
                .withAt(at);
    }

    byte[] rootCertificate() {
        return root.apply(hierarchy.rootTemplate()).sign(hierarchy.rootSigner());
    }

    byte[] tcbSigningCertificate() {
        return tcbSigning.apply(hierarchy.tcbSigningTemplate()).sign(hierarchy.rootSigner());
    }

    byte[] pckRevocations() {
        return pckCrl.apply(hierarchy.pckCrlTemplate(ca)).sign(hierarchy.caSigner(ca));
    }

    byte[] rootRevocations() {
        return rootCrl.apply(hierarchy.rootCrlTemplate()).sign(hierarchy.rootSigner());
    }
}
