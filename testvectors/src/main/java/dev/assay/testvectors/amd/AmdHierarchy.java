package dev.assay.testvectors.amd;

import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.RsaKey;
import dev.assay.testvectors.pki.RsaPssSigner;
import dev.assay.testvectors.pki.ThrowAwayKeys;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * AMD's certificates for one product: the root (ARK), the intermediates for both kinds of key (ASK, ASVK), key
 * certificates (VCEK, VLEK) and revocation lists, all RSASSA-PSS with SHA-384 under RSA-4096.
 *
 * <p>What is minted is remembered, since an RSA signature takes tens of milliseconds. Thread-safe.
 */
public final class AmdHierarchy {
    private final AmdProduct product;
    private final long seed;
    private final String set;
    private final RsaKey rootKey;
    private final RsaKey askKey;
    private final RsaKey asvkKey;
    private final Map<String, byte[]> minted = new ConcurrentHashMap<>();

    private AmdHierarchy(AmdProduct product, long seed, String set) {
        this.product = product;
        this.seed = seed;
        this.set = set;
        this.rootKey = key("ark");
        this.askKey = key(VekKind.VCEK.poolName());
        this.asvkKey = key(VekKind.VLEK.poolName());
    }

    /**
     * The hierarchy that a verifier under test is to trust. Authorities have the same keys for every seed.
     *
     * @param product the product
     * @param seed what the keys that sign reports derive from
     * @return the hierarchy
     */
    public static AmdHierarchy create(AmdProduct product, long seed) {
        return new AmdHierarchy(product, seed, "genuine");
    }

    /**
     * A hierarchy that is the same in everything but its keys: what an attacker mints under AMD's names.
     *
     * @param product the product
     * @param seed what the keys that sign reports derive from
     * @return the hierarchy, with no key in common with a genuine one
     */
    public static AmdHierarchy impostor(AmdProduct product, long seed) {
        return new AmdHierarchy(product, seed, "impostor");
    }

    /**
     * The product.
     *
     * @return the one given
     */
    public AmdProduct product() {
        return product;
    }

    /**
     * The seed.
     *
     * @return the one given
     */
    public long seed() {
        return seed;
    }

    /**
     * The root's key, as it signs CA certificates: with the trailer field spelt out.
     *
     * @return a signer
     */
    public CertificateSigner rootSigner() {
        return RsaPssSigner.sha384(rootKey, true);
    }

    /**
     * The root's key, as it signs revocation lists: without the trailer field.
     *
     * @return a signer
     */
    public CertificateSigner crlSigner() {
        return RsaPssSigner.sha384(rootKey, false);
    }

    /**
     * An intermediate's key, as it signs since 2024: without the trailer field.
     *
     * @param kind the kind of key that it certifies
     * @return a signer
     */
    public CertificateSigner leafSigner(VekKind kind) {
        return RsaPssSigner.sha384(intermediateKey(kind), false);
    }

    /**
     * The root's key itself, to sign in wrong ways.
     *
     * @return the RSA-4096 key
     */
    public RsaKey rootKey() {
        return rootKey;
    }

    /**
     * An intermediate's key itself, to sign in wrong or older ways.
     *
     * @param kind the kind of key that it certifies
     * @return the RSA-4096 key
     */
    public RsaKey intermediateKey(VekKind kind) {
        return kind == VekKind.VCEK ? askKey : asvkKey;
    }

    /**
     * The key that signs reports. It depends on seed, product and kind only, and not, as on real machines, on the TCB
     * and the chip, so that a certificate can be wrong about these and still fit the signature.
     *
     * @param kind the kind of key
     * @return the P-384 key
     */
    public EcKey vekKey(VekKind kind) {
        return EcKey.derive(EcCurve.P384, seed, set + ":" + product + ":" + kind);
    }

    /**
     * The root certificate before it is signed.
     *
     * @return a right certificate, to be changed
     */
    public CertificateEncoder rootTemplate() {
        return AmdProfile.root(product, rootKey.publicKeyInfo());
    }

    /**
     * An intermediate certificate before it is signed.
     *
     * @param kind the kind of key that it certifies
     * @return a right certificate, to be changed
     */
    public CertificateEncoder intermediateTemplate(VekKind kind) {
        byte[] publicKey = intermediateKey(kind).publicKeyInfo();
        return AmdProfile.intermediate(product, kind, publicKey, rootKey.publicKeyInfo());
    }

    /**
     * The certificate of a key that signs reports, before it is signed.
     *
     * @param kind the kind of key
     * @param tcb the TCB that the key was derived for
     * @param hwId the identity of the chip, 64 bytes or 8 for Turin; a VLEK certificate ignores it
     * @return a right certificate, to be changed
     */
    public CertificateEncoder leafTemplate(VekKind kind, SnpTcb tcb, byte[] hwId) {
        return AmdProfile.leaf(product, kind, vekKey(kind).publicKeyInfo(), tcb, hwId);
    }

    /**
     * The revocation list before it is signed. AMD serves one for each kind of key; they do not differ.
     *
     * @return a right list that revokes nothing, to be changed
     */
    public CrlEncoder crlTemplate() {
        return AmdProfile.crl(product, rootKey.publicKeyInfo());
    }

    /**
     * The root certificate.
     *
     * @return its DER
     */
    public byte[] root() {
        return remembered("root", () -> rootTemplate().sign(rootSigner()));
    }

    /**
     * An intermediate certificate.
     *
     * @param kind the kind of key that it certifies
     * @return its DER
     */
    public byte[] intermediate(VekKind kind) {
        return remembered(kind.poolName(), () -> intermediateTemplate(kind).sign(rootSigner()));
    }

    /**
     * The certificate of a key that signs reports.
     *
     * @param kind the kind of key
     * @param tcb the TCB that the key was derived for
     * @param hwId the identity of the chip, 64 bytes or 8 for Turin; a VLEK certificate ignores it
     * @return its DER
     */
    public byte[] leaf(VekKind kind, SnpTcb tcb, byte[] hwId) {
        String name = kind + ":" + tcb + (kind == VekKind.VCEK ? HexFormat.of().formatHex(hwId) : "");
        return remembered(name, () -> leafTemplate(kind, tcb, hwId).sign(leafSigner(kind)));
    }

    /**
     * The revocation list.
     *
     * @return the DER of a list that revokes nothing
     */
    public byte[] crl() {
        return remembered("crl", () -> crlTemplate().sign(crlSigner()));
    }

    /**
     * A revocation list with the intermediate certificate on it, since 2026-03-01.
     *
     * @param kind the kind of key that the revoked authority certifies
     * @return its DER
     */
    public byte[] crlRevoking(VekKind kind) {
        return remembered(
                "crl-" + kind,
                () -> crlTemplate()
                        .revoke(product.intermediate(kind).serial(), AmdProfile.REVOKED)
                        .sign(crlSigner()));
    }

    private RsaKey key(String authority) {
        return ThrowAwayKeys.rsa(product.label().toLowerCase(Locale.ROOT) + "-" + authority + "-" + set);
    }

    private byte[] remembered(String name, Supplier<byte[]> mint) {
        return minted.computeIfAbsent(name, absent -> mint.get()).clone();
    }
}
