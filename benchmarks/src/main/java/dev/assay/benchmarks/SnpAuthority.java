package dev.assay.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.StandardExtensions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/**
 * An ASK with a key of its own, since the simulator's signs some fifty times a second, and thousands of chips are wanted
 * here. What it issues is what the simulator's does: RSASSA-PSS with SHA-384 under RSA-4096.
 */
final class SnpAuthority implements CertificateSigner {
    private static final int BITS = 4096;
    private static final Provider PROVIDER = AmazonCorrettoCryptoProvider.INSTANCE;
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, PSSParameterSpec.TRAILER_FIELD_BC);

    private final PrivateKey key;
    private final byte[] algorithm;
    private final byte[] certificate;

    private SnpAuthority(PrivateKey key, byte[] algorithm, byte[] certificate) {
        this.key = key;
        this.algorithm = algorithm;
        this.certificate = certificate;
    }

    /** An authority below the root of a hierarchy. */
    static SnpAuthority below(AmdHierarchy hierarchy) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", PROVIDER);
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        byte[] info = pair.getPublic().getEncoded();
        byte[] certificate = hierarchy
                .intermediateTemplate(VekKind.VCEK)
                .publicKey(info)
                .extensions(list -> list.without(StandardExtensions.SUBJECT_KEY_IDENTIFIER)
                        .and(StandardExtensions.subjectKeyIdentifier(info)))
                .sign(hierarchy.rootSigner());
        return new SnpAuthority(
                pair.getPrivate(), hierarchy.leafSigner(VekKind.VCEK).algorithm(), certificate);
    }

    byte[] certificate() {
        return certificate;
    }

    @Override
    public byte[] algorithm() {
        return algorithm.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS", PROVIDER);
            signature.setParameter(PSS);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the provider signs with RSASSA-PSS", e);
        }
    }
}
