package dev.assay.testvectors.amd;

import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/** What AMD's certificates and revocation lists look like, for any keys. Public keys are DER. */
final class AmdProfile {
    static final Instant REVOKED = Instant.parse("2026-03-01T00:00:00Z");

    private static final Instant VCEK_ISSUED = Instant.parse("2025-11-06T21:14:00Z");
    private static final Instant VLEK_ISSUED = Instant.parse("2026-03-10T22:14:21Z");
    private static final Instant CRL_ISSUED = Instant.parse("2026-03-02T04:36:24Z");
    private static final Instant CRL_OUTDATED = Instant.parse("2027-03-13T01:00:00Z");

    /**
     * A BIT STRING with keyCertSign alone. AMD leaves one more bit in it than DER does, which drops trailing zeros of
     * named bits.
     */
    private static final byte[] INTERMEDIATE_USAGE = {0x03, 0x02, 0x01, 0x04};

    private static final String CSP_ID = "CN=cc-simulator.example";

    private AmdProfile() {}

    static CertificateEncoder root(AmdProduct product, byte[] publicKey) {
        return authority(product.root(), "ARK-" + product.label(), product)
                .publicKey(publicKey)
                .extensions(ExtensionList.of(
                        StandardExtensions.keyUsage(Usage.CERTIFICATE_SIGN, Usage.CRL_SIGN),
                        StandardExtensions.subjectKeyIdentifier(publicKey),
                        StandardExtensions.basicConstraints(true, OptionalInt.empty()),
                        StandardExtensions.crlDistributionPoint(VekKind.VCEK.crlAddress(product))));
    }

    static CertificateEncoder intermediate(AmdProduct product, VekKind kind, byte[] publicKey, byte[] rootKey) {
        return authority(product.intermediate(kind), kind.issuerName(product), product)
                .publicKey(publicKey)
                .extensions(ExtensionList.of(
                        StandardExtensions.subjectKeyIdentifier(publicKey),
                        StandardExtensions.authorityKeyIdentifier(rootKey),
                        StandardExtensions.basicConstraints(true, OptionalInt.of(0)),
                        CertificateExtension.of(StandardExtensions.KEY_USAGE, true, INTERMEDIATE_USAGE),
                        StandardExtensions.crlDistributionPoint(kind.crlAddress(product))));
    }

    static CertificateEncoder leaf(AmdProduct product, VekKind kind, byte[] publicKey, SnpTcb tcb, byte[] hwId) {
        Instant issued = kind == VekKind.VCEK ? VCEK_ISSUED : VLEK_ISSUED;
        return CertificateEncoder.blank()
                .serial(BigInteger.ZERO)
                .issuer(AmdNames.of(kind.issuerName(product)))
                .validity(issued, yearsAfter(issued, kind.years()))
                .subject(AmdNames.of(kind.leafName()))
                .publicKey(publicKey)
                .extensions(
                        kind == VekKind.VCEK
                                ? VekExtensions.vcek(product, tcb, hwId)
                                : VekExtensions.vlek(product, tcb, CSP_ID));
    }

    static CrlEncoder crl(AmdProduct product, byte[] rootKey) {
        return CrlEncoder.of(AmdNames.of("ARK-" + product.label()), CRL_ISSUED, CRL_OUTDATED)
                .extensions(ExtensionList.of(
                        StandardExtensions.authorityKeyIdentifier(rootKey), StandardExtensions.crlNumber(4)));
    }

    private static CertificateEncoder authority(AmdProduct.Authority authority, String name, AmdProduct product) {
        Instant issued = authority.notBefore();
        return CertificateEncoder.blank()
                .serial(authority.serial())
                .issuer(AmdNames.of("ARK-" + product.label()))
                .validity(issued, yearsAfter(issued, 25))
                .subject(AmdNames.of(name));
    }

    private static Instant yearsAfter(Instant start, int years) {
        return start.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
    }
}
