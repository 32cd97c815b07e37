package dev.assay.testvectors.pki;

/**
 * Signs with ECDSA: Intel's certificates with P-256 and SHA-256.
 *
 * @param key the issuer's key
 * @param hash the hash function
 */
public record EcdsaSigner(EcKey key, Hash hash) implements CertificateSigner {
    @Override
    public byte[] algorithm() {
        return Der.encode(hash.withEcdsa());
    }

    @Override
    public byte[] sign(byte[] message) {
        return key.sign(hash, message).der();
    }
}
