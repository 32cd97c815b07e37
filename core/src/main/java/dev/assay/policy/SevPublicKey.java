package dev.assay.policy;

import dev.assay.model.Bytes;
import java.util.Base64;
import java.util.List;

/**
 * A public key on P-384 as the SEV firmware writes it (document 56860, ECDSA public key): 1028 bytes, curve number, X and
 * Y in 72 bytes each, all little-endian, and zeros. Its digest is what reports call an ID or author key by.
 *
 * @param encoded the 1028 bytes
 */
public record SevPublicKey(Bytes encoded) {
    /** The size of the structure in bytes. */
    public static final int SIZE = 0x404;

    /** The size of its digest in bytes. */
    public static final int DIGEST_SIZE = 48;

    private static final int COORDINATE = 48;
    private static final int COORDINATE_SPACE = 72;
    private static final int P384 = 2;
    private static final String HEAD = "-----BEGIN PUBLIC KEY-----";
    private static final String FOOT = "-----END PUBLIC KEY-----";

    /** SubjectPublicKeyInfo of an uncompressed point on P-384, up to the point's coordinates (RFC 5480). */
    private static final Bytes SPKI = Bytes.fromHex("3076301006072a8648ce3d020106052b8104002203620004");

    /**
     * Checks the size.
     *
     * @param encoded the 1028 bytes
     * @throws IllegalArgumentException if there are not 1028 bytes
     */
    public SevPublicKey {
        if (encoded.length() != SIZE) {
            throw new IllegalArgumentException("an SEV public key has 1028 bytes, not " + encoded.length());
        }
    }

    /**
     * Converts a SubjectPublicKeyInfo.
     *
     * @param der its DER, with an uncompressed point on P-384
     * @return the key
     * @throws IllegalArgumentException if it is anything else
     */
    public static SevPublicKey ofDer(Bytes der) {
        if (der.length() != SPKI.length() + 2 * COORDINATE || !der.startsWith(SPKI)) {
            throw new IllegalArgumentException("is not a public key on P-384 with an uncompressed point");
        }
        byte[] encoded = new byte[SIZE];
        encoded[0] = P384;
        Bytes x = der.slice(SPKI.length(), COORDINATE).reversed();
        Bytes y = der.slice(SPKI.length() + COORDINATE, COORDINATE).reversed();
        System.arraycopy(x.toArray(), 0, encoded, 4, COORDINATE);
        System.arraycopy(y.toArray(), 0, encoded, 4 + COORDINATE_SPACE, COORDINATE);
        return new SevPublicKey(Bytes.copyOf(encoded));
    }

    /**
     * Converts a public key in PEM.
     *
     * @param pem one block {@code PUBLIC KEY} with an uncompressed point on P-384
     * @return the key
     * @throws IllegalArgumentException if it is anything else
     */
    public static SevPublicKey ofPem(String pem) {
        String text = pem.strip();
        if (!text.startsWith(HEAD) || !text.endsWith(FOOT)) {
            throw new IllegalArgumentException("is not a public key in PEM");
        }
        String body = text.substring(HEAD.length(), Math.max(HEAD.length(), text.length() - FOOT.length()));
        return ofDer(Bytes.copyOf(Base64.getDecoder().decode(body.replaceAll("\\s", ""))));
    }

    /**
     * The digest that reports state.
     *
     * @return SHA-384 of the 1028 bytes, 48 bytes
     */
    public Bytes digest() {
        return HashAlgorithm.SHA384.digest(List.of(encoded));
    }

    /** The digest in hexadecimal. */
    @Override
    public String toString() {
        return "SEV public key " + digest().hex();
    }
}
