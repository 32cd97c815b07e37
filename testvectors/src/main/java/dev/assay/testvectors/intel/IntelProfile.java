package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.DistinguishedName;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.OptionalInt;

/** What Intel's certificates and revocation lists look like, for any keys. Public keys are DER. */
final class IntelProfile {
    static final Instant REVOKED = Instant.parse("2026-08-12T23:57:11Z");

    private static final String ROOT_ADDRESS = "https://certificates.trustedservices.intel.com/IntelSGXRootCA.der";
    private static final String OLDER_ROOT_ADDRESS =
            "https://certificates.trustedservices.intel.com/IntelSGXRootCA.crl";

    /** The number of the reason keyCompromise, the only one that Intel gives. */
    private static final int KEY_COMPROMISE = 1;

    private IntelProfile() {}

    static CertificateEncoder root(byte[] publicKey) {
        return CertificateEncoder.blank()
                .serial(authoritySerial(publicKey))
                .issuer(IntelNames.of(IntelNames.ROOT))
                .validity(Instant.parse("2018-05-21T10:45:10Z"), Instant.parse("2049-12-31T23:59:59Z"))
                .subject(IntelNames.of(IntelNames.ROOT))
                .publicKey(publicKey)
                .extensions(authority(ROOT_ADDRESS, publicKey, publicKey, 1));
    }

    static CertificateEncoder olderRoot(byte[] publicKey) {
        return root(publicKey)
                .validity(Instant.parse("2018-05-21T10:41:11Z"), Instant.parse("2033-05-21T10:41:10Z"))
                .extensions(authority(OLDER_ROOT_ADDRESS, publicKey, publicKey, 1));
    }

    static CertificateEncoder ca(PckCa ca, byte[] publicKey, byte[] rootKey) {
        return CertificateEncoder.blank()
                .serial(authoritySerial(publicKey))
                .issuer(IntelNames.of(IntelNames.ROOT))
                .validity(Instant.parse("2018-05-21T10:50:10Z"), Instant.parse("2033-05-21T10:50:10Z"))
                .subject(IntelNames.of(ca.commonName()))
                .publicKey(publicKey)
                .extensions(authority(ROOT_ADDRESS, publicKey, rootKey, 0));
    }

    static CertificateEncoder tcbSigning(byte[] publicKey, byte[] rootKey) {
        return CertificateEncoder.blank()
                .serial(authoritySerial(publicKey))
                .issuer(IntelNames.of(IntelNames.ROOT))
                .validity(Instant.parse("2025-05-06T09:25:00Z"), Instant.parse("2032-05-06T09:25:00Z"))
                .subject(IntelNames.of(IntelNames.TCB_SIGNING))
                .publicKey(publicKey)
                .extensions(signer(ROOT_ADDRESS, publicKey, rootKey));
    }

    static CertificateEncoder pck(PckCa ca, byte[] publicKey, byte[] caKey, BigInteger serial, SgxExtension extension) {
        return CertificateEncoder.blank()
                .serial(serial)
                .issuer(IntelNames.of(ca.commonName()))
                .validity(Instant.parse("2025-02-06T23:25:51Z"), Instant.parse("2032-02-06T23:25:51Z"))
                .subject(IntelNames.of(IntelNames.PCK))
                .publicKey(publicKey)
                .extensions(signer(ca.crlAddress(), publicKey, caKey)
                        .and(CertificateExtension.of(SgxExtension.OID, false, extension.encode())));
    }

    static CrlEncoder rootCrl(byte[] rootKey) {
        return crl(
                IntelNames.of(IntelNames.ROOT),
                rootKey,
                Instant.parse("2026-02-26T13:04:00Z"),
                Instant.parse("2027-02-26T13:04:00Z"));
    }

    static CrlEncoder pckCrl(PckCa ca, byte[] caKey) {
        return crl(
                IntelNames.of(ca.commonName()),
                caKey,
                Instant.parse("2026-08-12T23:57:11Z"),
                Instant.parse("2026-09-11T23:57:11Z"));
    }

    static CrlEncoder revoked(CrlEncoder crl, BigInteger serial, Instant since) {
        return crl.revoke(serial, since, ExtensionList.of(StandardExtensions.reasonCode(KEY_COMPROMISE)));
    }

    /** The serial number of everything that Intel's root issues is the identifier of the certified key. */
    static BigInteger authoritySerial(byte[] publicKey) {
        return new BigInteger(1, keyIdentifier(publicKey));
    }

    private static CrlEncoder crl(DistinguishedName issuer, byte[] issuerKey, Instant from, Instant to) {
        return CrlEncoder.of(issuer, from, to)
                .extensions(ExtensionList.of(
                        StandardExtensions.crlNumber(1),
                        StandardExtensions.authorityIdentifiedBy(keyIdentifier(issuerKey))));
    }

    private static ExtensionList authority(String crlAddress, byte[] publicKey, byte[] issuerKey, int pathLength) {
        return identified(crlAddress, publicKey, issuerKey)
                .and(StandardExtensions.keyUsage(Usage.CERTIFICATE_SIGN, Usage.CRL_SIGN))
                .and(StandardExtensions.basicConstraints(true, OptionalInt.of(pathLength)));
    }

    private static ExtensionList signer(String crlAddress, byte[] publicKey, byte[] issuerKey) {
        return identified(crlAddress, publicKey, issuerKey)
                .and(StandardExtensions.keyUsage(Usage.DIGITAL_SIGNATURE, Usage.NON_REPUDIATION))
                .and(StandardExtensions.basicConstraints(false, OptionalInt.empty()));
    }

    private static ExtensionList identified(String crlAddress, byte[] publicKey, byte[] issuerKey) {
        return ExtensionList.of(
                StandardExtensions.authorityIdentifiedBy(keyIdentifier(issuerKey)),
                StandardExtensions.crlDistributionPoint(crlAddress),
                StandardExtensions.subjectIdentifiedBy(keyIdentifier(publicKey)));
    }

    /** SHA-1 of the whole SubjectPublicKeyInfo, where RFC 5280 suggests the key's bits alone. */
    private static byte[] keyIdentifier(byte[] publicKey) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(publicKey);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
