package dev.assay.testvectors.pki;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.signers.RSADigestSigner;

/**
 * Signs with RSASSA-PKCS1-v1_5, which AMD never does.
 *
 * @param key the issuer's key
 * @param hash the hash function
 */
public record RsaPkcs1Signer(RsaKey key, Hash hash) implements CertificateSigner {
    @Override
    public byte[] algorithm() {
        return Der.encode(hash.withRsa());
    }

    @Override
    public byte[] sign(byte[] message) {
        RSADigestSigner signer = new RSADigestSigner(hash.digest());
        signer.init(true, key.parameters());
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalArgumentException("the key is too small for this hash", e);
        }
    }
}
