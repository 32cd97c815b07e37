package dev.assay.testvectors.pki;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.signers.PSSSigner;

/**
 * Signs with RSASSA-PSS and explicit parameters, which is how AMD signs certificates and revocation lists: SHA-384,
 * MGF1 with SHA-384 and a salt of 48 bytes. The salt derives from key and message, so that signatures are
 * deterministic.
 *
 * @param key the issuer's key
 * @param hash the hash function of the message
 * @param maskHash the hash function of MGF1
 * @param saltSize the size of the salt in bytes
 * @param explicitTrailer whether the parameters spell out the trailer field, which has its default value: AMD did so
 *     (59 bytes of parameters) until 2024 and does not since (54 bytes)
 */
public record RsaPssSigner(RsaKey key, Hash hash, Hash maskHash, int saltSize, boolean explicitTrailer)
        implements CertificateSigner {
    /**
     * Signs as AMD does.
     *
     * @param key the issuer's key
     * @param explicitTrailer whether the parameters spell out the trailer field
     * @return the signer
     */
    public static RsaPssSigner sha384(RsaKey key, boolean explicitTrailer) {
        return new RsaPssSigner(key, Hash.SHA384, Hash.SHA384, 48, explicitTrailer);
    }

    @Override
    public byte[] algorithm() {
        ASN1EncodableVector parameters = new ASN1EncodableVector();
        parameters.add(new DERTaggedObject(true, 0, hash.identifier()));
        parameters.add(new DERTaggedObject(
                true, 1, new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, maskHash.identifier())));
        parameters.add(new DERTaggedObject(true, 2, new ASN1Integer(saltSize)));
        if (explicitTrailer) {
            parameters.add(new DERTaggedObject(true, 3, new ASN1Integer(1)));
        }
        return Der.encode(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, new DERSequence(parameters)));
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] salt = Derivation.bytes(key.salting(), message, saltSize);
        PSSSigner signer = new PSSSigner(new RSAEngine(), hash.digest(), maskHash.digest(), salt);
        signer.init(true, key.parameters());
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalArgumentException("the key is too small for this hash and salt", e);
        }
    }
}
