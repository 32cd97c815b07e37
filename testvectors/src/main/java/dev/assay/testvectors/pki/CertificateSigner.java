package dev.assay.testvectors.pki;

/** An issuer's key together with the way it signs. */
public interface CertificateSigner {
    /**
     * The algorithm that certificates name, inside and outside the signed part.
     *
     * @return the DER of an AlgorithmIdentifier
     */
    byte[] algorithm();

    /**
     * Signs.
     *
     * @param message the bytes, not yet hashed
     * @return the content of the certificate's signature bits
     */
    byte[] sign(byte[] message);

    /**
     * The same signatures under another name.
     *
     * @param algorithm the DER of any AlgorithmIdentifier
     * @return a signer that claims to use that algorithm
     */
    default CertificateSigner claiming(byte[] algorithm) {
        CertificateSigner honest = this;
        byte[] claim = algorithm.clone();
        return new CertificateSigner() {
            @Override
            public byte[] algorithm() {
                return claim.clone();
            }

            @Override
            public byte[] sign(byte[] message) {
                return honest.sign(message);
            }
        };
    }

    /**
     * Signatures that are wrong in their last bit.
     *
     * @return a signer that names the same algorithm
     */
    default CertificateSigner corrupted() {
        CertificateSigner honest = this;
        return new CertificateSigner() {
            @Override
            public byte[] algorithm() {
                return honest.algorithm();
            }

            @Override
            public byte[] sign(byte[] message) {
                byte[] signature = honest.sign(message);
                signature[signature.length - 1] ^= 1;
                return signature;
            }
        };
    }
}
