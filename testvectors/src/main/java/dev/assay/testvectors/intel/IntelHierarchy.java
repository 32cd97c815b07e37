package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.EcdsaSigner;
import dev.assay.testvectors.pki.Hash;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Intel's certificates: the root, the two authorities for PCK certificates, the certificate whose key signs TCB infos
 * and enclave identities, PCK certificates and the three revocation lists, all ECDSA P-256 with SHA-256.
 *
 * <p>What is minted for authorities is remembered. Thread-safe.
 */
public final class IntelHierarchy {
    /** The seed of the authorities' keys, which are the same for every platform. */
    private static final long AUTHORITIES = 0;

    private final long seed;
    private final String set;
    private final EcKey rootKey;
    private final EcKey platformCaKey;
    private final EcKey processorCaKey;
    private final EcKey tcbSigningKey;
    private final EcKey pckKey;
    private final EcKey attestationKey;
    private final Map<String, byte[]> minted = new ConcurrentHashMap<>();

    private IntelHierarchy(long seed, String set) {
        this.seed = seed;
        this.set = set;
        this.rootKey = key(AUTHORITIES, "root");
        this.platformCaKey = key(AUTHORITIES, "platform ca");
        this.processorCaKey = key(AUTHORITIES, "processor ca");
        this.tcbSigningKey = key(AUTHORITIES, "tcb signing");
        this.pckKey = key(seed, "pck");
        this.attestationKey = key(seed, "attestation");
    }

    /**
     * The hierarchy that a verifier under test is to trust. Authorities have the same keys for every seed.
     *
     * @param seed what the platform's keys and identities derive from
     * @return the hierarchy
     */
    public static IntelHierarchy create(long seed) {
        return new IntelHierarchy(seed, "genuine");
    }

    /**
     * A hierarchy that is the same in everything but its keys, and in what derives from these: what an attacker mints
     * under Intel's names, and what Intel's pre-production hierarchy looks like to a verifier.
     *
     * @param seed what the platform's keys and identities derive from
     * @return the hierarchy, with no key in common with a genuine one
     */
    public static IntelHierarchy impostor(long seed) {
        return new IntelHierarchy(seed, "impostor");
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
     * The root's key.
     *
     * @return the P-256 key
     */
    public EcKey rootKey() {
        return rootKey;
    }

    /**
     * The key of an authority for PCK certificates.
     *
     * @param ca which
     * @return the P-256 key
     */
    public EcKey caKey(PckCa ca) {
        return ca == PckCa.PLATFORM ? platformCaKey : processorCaKey;
    }

    /**
     * The key that signs TCB infos and enclave identities.
     *
     * @return the P-256 key
     */
    public EcKey tcbSigningKey() {
        return tcbSigningKey;
    }

    /**
     * The platform's PCK, which signs the quoting enclave's report. It depends on the seed only and not, as on real
     * machines, on the TCB, so that a certificate can be wrong about it and still fit the signature.
     *
     * @return the P-256 key
     */
    public EcKey pckKey() {
        return pckKey;
    }

    /**
     * The quoting enclave's key, which signs quotes.
     *
     * @return the P-256 key
     */
    public EcKey attestationKey() {
        return attestationKey;
    }

    /**
     * The root's key as it signs certificates and its revocation list.
     *
     * @return a signer
     */
    public CertificateSigner rootSigner() {
        return new EcdsaSigner(rootKey, Hash.SHA256);
    }

    /**
     * An authority's key as it signs PCK certificates and its revocation list.
     *
     * @param ca which
     * @return a signer
     */
    public CertificateSigner caSigner(PckCa ca) {
        return new EcdsaSigner(caKey(ca), Hash.SHA256);
    }

    /**
     * The root certificate before it is signed.
     *
     * @return a right certificate, to be changed
     */
    public CertificateEncoder rootTemplate() {
        return IntelProfile.root(rootKey.publicKeyInfo());
    }

    /**
     * The certificate of an authority for PCK certificates before it is signed.
     *
     * @param ca which
     * @return a right certificate, to be changed
     */
    public CertificateEncoder caTemplate(PckCa ca) {
        return IntelProfile.ca(ca, caKey(ca).publicKeyInfo(), rootKey.publicKeyInfo());
    }

    /**
     * The certificate of the key that signs TCB infos and enclave identities, before it is signed.
     *
     * @return a right certificate, to be changed
     */
    public CertificateEncoder tcbSigningTemplate() {
        return IntelProfile.tcbSigning(tcbSigningKey.publicKeyInfo(), rootKey.publicKeyInfo());
    }

    /**
     * The platform's certificate before it is signed.
     *
     * @param ca who issues it
     * @param extension its SGX extension
     * @return a certificate that is right if the extension is, to be changed
     */
    public CertificateEncoder pckTemplate(PckCa ca, SgxExtension extension) {
        byte[] issuer = caKey(ca).publicKeyInfo();
        return IntelProfile.pck(ca, pckKey.publicKeyInfo(), issuer, pckSerial(), extension);
    }

    /**
     * The root's revocation list before it is signed.
     *
     * @return a right list that revokes nothing, to be changed
     */
    public CrlEncoder rootCrlTemplate() {
        return IntelProfile.rootCrl(rootKey.publicKeyInfo());
    }

    /**
     * The revocation list of an authority for PCK certificates before it is signed.
     *
     * @param ca which
     * @return a right list that revokes two certificates of nobody's, to be changed
     */
    public CrlEncoder pckCrlTemplate(PckCa ca) {
        CrlEncoder crl = IntelProfile.pckCrl(ca, caKey(ca).publicKeyInfo());
        CrlEncoder one = revoked(crl, Derived.serial(AUTHORITIES, "revoked 1"));
        return revoked(one, Derived.serial(AUTHORITIES, "revoked 2"));
    }

    /**
     * Puts a certificate on a revocation list as Intel does: since 2026-08-12T23:57:11Z, for a compromised key.
     *
     * @param crl the list
     * @param serial the certificate's serial number
     * @return a changed copy
     */
    public static CrlEncoder revoked(CrlEncoder crl, BigInteger serial) {
        return IntelProfile.revoked(crl, serial, IntelProfile.REVOKED);
    }

    /**
     * The serial number of the root certificate: the identifier of its key.
     *
     * @return the number
     */
    public BigInteger rootSerial() {
        return IntelProfile.authoritySerial(rootKey.publicKeyInfo());
    }

    /**
     * The serial number of an authority's certificate: the identifier of its key.
     *
     * @param ca which
     * @return the number
     */
    public BigInteger caSerial(PckCa ca) {
        return IntelProfile.authoritySerial(caKey(ca).publicKeyInfo());
    }

    /**
     * The serial number of the certificate that signs TCB infos and enclave identities: the identifier of its key.
     *
     * @return the number
     */
    public BigInteger tcbSigningSerial() {
        return IntelProfile.authoritySerial(tcbSigningKey.publicKeyInfo());
    }

    /**
     * The serial number of the platform's certificate.
     *
     * @return the number, at most 20 bytes
     */
    public BigInteger pckSerial() {
        return Derived.serial(seed, "pck serial");
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
     * The older root certificate, which circulates too: the same key, names and serial number, other dates and another
     * address of the revocation list.
     *
     * @return its DER
     */
    public byte[] olderRoot() {
        return IntelProfile.olderRoot(rootKey.publicKeyInfo()).sign(rootSigner());
    }

    /**
     * The certificate of an authority for PCK certificates.
     *
     * @param ca which
     * @return its DER
     */
    public byte[] ca(PckCa ca) {
        return remembered(ca.commonName(), () -> caTemplate(ca).sign(rootSigner()));
    }

    /**
     * The certificate of the key that signs TCB infos and enclave identities, valid from 2025 to 2032.
     *
     * @return its DER
     */
    public byte[] tcbSigning() {
        return remembered("tcb signing", () -> tcbSigningTemplate().sign(rootSigner()));
    }

    /**
     * The older certificate with the same key and serial number, valid until 2025-05-21T10:50:10Z.
     *
     * @return its DER
     */
    public byte[] olderTcbSigning() {
        return tcbSigningTemplate()
                .validity(Instant.parse("2018-05-21T10:50:10Z"), Instant.parse("2025-05-21T10:50:10Z"))
                .sign(rootSigner());
    }

    /**
     * The platform's certificate.
     *
     * @param ca who issues it
     * @param platform what it says about the platform
     * @return its DER
     */
    public byte[] pck(PckCa ca, SgxPlatform platform) {
        return pckTemplate(ca, SgxExtension.of(ca, platform)).sign(caSigner(ca));
    }

    /**
     * The root's revocation list.
     *
     * @return the DER of a list that revokes nothing
     */
    public byte[] rootCrl() {
        return remembered("root crl", () -> rootCrlTemplate().sign(rootSigner()));
    }

    /**
     * The revocation list of an authority for PCK certificates.
     *
     * @param ca which
     * @return the DER of a list that does not name the platform's certificate
     */
    public byte[] pckCrl(PckCa ca) {
        return remembered("crl of " + ca, () -> pckCrlTemplate(ca).sign(caSigner(ca)));
    }

    private EcKey key(long of, String label) {
        return EcKey.derive(EcCurve.P256, of, "intel " + set + ":" + label);
    }

    private byte[] remembered(String name, Supplier<byte[]> mint) {
        return minted.computeIfAbsent(name, absent -> mint.get()).clone();
    }
}
