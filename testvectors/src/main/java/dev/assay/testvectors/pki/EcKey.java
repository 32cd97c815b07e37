package dev.assay.testvectors.pki;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** A throw-away elliptic-curve key pair. Its signatures are deterministic (RFC 6979). */
public final class EcKey {
    private final EcCurve curve;
    private final BigInteger secret;
    private final byte[] point;

    private EcKey(EcCurve curve, BigInteger secret) {
        this.curve = curve;
        this.secret = secret;
        this.point = new FixedPointCombMultiplier()
                .multiply(curve.domain().getG(), secret)
                .getEncoded(false);
    }

    /**
     * Derives a key: the same arguments always give the same one.
     *
     * @param curve the curve
     * @param seed any number
     * @param label what the key is for
     * @return the key
     */
    public static EcKey derive(EcCurve curve, long seed, String label) {
        byte[] key = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
        byte[] material = Derivation.bytes(key, (curve + ":" + label).getBytes(StandardCharsets.UTF_8), 80);
        BigInteger range = curve.domain().getN().subtract(BigInteger.ONE);
        return new EcKey(curve, new BigInteger(1, material).mod(range).add(BigInteger.ONE));
    }

    /**
     * The curve.
     *
     * @return the one given
     */
    public EcCurve curve() {
        return curve;
    }

    /**
     * The public key's coordinates.
     *
     * @return x then y, big-endian, each of the curve's coordinate size
     */
    public byte[] coordinates() {
        return Arrays.copyOfRange(point, 1, point.length);
    }

    /**
     * The public key as certificates have it.
     *
     * @return the DER of a SubjectPublicKeyInfo with a named curve and an uncompressed point
     */
    public byte[] publicKeyInfo() {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve.oid());
        return Der.encode(new SubjectPublicKeyInfo(algorithm, point));
    }

    /**
     * Signs.
     *
     * @param hash the hash function, for the message and the nonce
     * @param message the bytes, not yet hashed
     * @return the signature
     */
    public EcSignature sign(Hash hash, byte[] message) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(hash.digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, curve.domain()));
        BigInteger[] components = signer.generateSignature(hash.of(message));
        return new EcSignature(components[0], components[1]);
    }

    /**
     * Signs with the curve's usual hash function.
     *
     * @param message the bytes, not yet hashed
     * @return r then s, big-endian, each of the curve's coordinate size
     */
    public byte[] signRaw(byte[] message) {
        return sign(curve.hash(), message).raw(curve.coordinateSize());
    }

    /**
     * The order of the curve's base point, the bound of both signature components.
     *
     * @return n
     */
    public BigInteger order() {
        return curve.domain().getN();
    }
}
