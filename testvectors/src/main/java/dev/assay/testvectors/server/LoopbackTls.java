package dev.assay.testvectors.server;

import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.DerValue;
import dev.assay.testvectors.pki.DistinguishedName;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.NameAttribute;
import dev.assay.testvectors.pki.StringForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS for the loopback interface, with a fresh key and a certificate signed by nobody else. */
final class LoopbackTls {
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";

    /** DNS name localhost, address 127.0.0.1. */
    private static final byte[] NAMES = {
        0x30, 17, (byte) 0x82, 9, 'l', 'o', 'c', 'a', 'l', 'h', 'o', 's', 't', (byte) 0x87, 4, 127, 0, 0, 1
    };

    private final SSLContext context;
    private final byte[] certificate;

    private LoopbackTls(SSLContext context, byte[] certificate) {
        this.context = context;
        this.certificate = certificate;
    }

    SSLContext context() {
        return context;
    }

    byte[] certificate() {
        return certificate.clone();
    }

    static LoopbackTls create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            DistinguishedName name =
                    DistinguishedName.empty().and(NameAttribute.COMMON_NAME, StringForm.UTF8, "localhost");
            byte[] der = CertificateEncoder.blank()
                    .subject(name)
                    .issuer(name)
                    .validity(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2049-01-01T00:00:00Z"))
                    .publicKey(pair.getPublic().getEncoded())
                    .extensions(
                            ExtensionList.of(CertificateExtension.of(SUBJECT_ALTERNATIVE_NAME, false, NAMES.clone())))
                    .sign(new KeySigner(pair.getPrivate()));
            return new LoopbackTls(context(pair.getPrivate(), der), der);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform has P-256 and TLS", e);
        }
    }

    private static SSLContext context(PrivateKey key, byte[] der) throws GeneralSecurityException, IOException {
        Certificate own = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("localhost", key, new char[0], new Certificate[] {own});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private record KeySigner(PrivateKey key) implements CertificateSigner {
        @Override
        public byte[] algorithm() {
            return DerValue.sequence(DerValue.oid(ECDSA_SHA256));
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(key);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has ECDSA", e);
            }
        }
    }
}
