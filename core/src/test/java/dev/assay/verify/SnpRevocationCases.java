package dev.assay.verify;

import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.RsaPkcs1Signer;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Cases of revocation lists. The good ones are accepted with a list required, unless the case is about that. */
final class SnpRevocationCases {
    private static final SnpForge MILAN = SnpForge.MILAN;
    private static final Instant AT = SnpSimulator.AT;
    private static final BigInteger ARK = BigInteger.valueOf(0x10000);
    private static final BigInteger ASK = BigInteger.valueOf(0x10001);
    private static final BigInteger ASVK = BigInteger.valueOf(0x10101);
    private static final BigInteger OTHER = BigInteger.valueOf(0x20001);

    /** An extension of an entry that names ARK-Genoa as the issuer of it and of those after it. */
    private static final CertificateExtension OTHER_ISSUER = otherIssuer();

    private SnpRevocationCases() {}

    static List<SnpCase> all() {
        List<SnpCase> cases = new ArrayList<>(presence());
        cases.addAll(forms());
        cases.addAll(signatures());
        cases.addAll(dates());
        cases.addAll(revoked());
        return cases;
    }

    private static SnpTrial required(SnpTrial trial) {
        return trial.options(options -> options.withCrlMode(CrlMode.REQUIRED));
    }

    private static SnpTrial list(UnaryOperator<CrlEncoder> change) {
        return required(MILAN.crl(change));
    }

    private static List<SnpCase> presence() {
        SnpTrial good = MILAN.trial();
        SnpTrial without = good.only(MILAN.evidence().leaf(), MILAN.evidence().intermediate());
        return List.of(
                new SnpCase(SnpCheck.CRL_MISSING, "none given, one required", required(good), required(without)),
                new SnpCase(
                        SnpCheck.CRL_MISSING,
                        "another product's given, one required",
                        required(good.with(SnpForge.GENOA.amd().crl())),
                        required(without.with(SnpForge.GENOA.amd().crl()))),
                new SnpCase(SnpCheck.CRL_NOT_CHECKED, "none given, none required", good, without),
                new SnpCase(
                        SnpCheck.CRL_NOT_CHECKED,
                        "switched off, though one is given",
                        good,
                        good.options(options -> options.withCrlMode(CrlMode.OFF))));
    }

    private static List<SnpCase> forms() {
        CertificateExtension strange = CertificateExtension.of("1.2.3.4", false, new byte[] {5, 0});
        CertificateExtension scope = CertificateExtension.of(
                StandardExtensions.ISSUING_DISTRIBUTION_POINT,
                false,
                HexFormat.of().parseHex("30038201ff"));
        SnpTrial good = required(MILAN.trial());
        return List.of(
                new SnpCase(
                        SnpCheck.CRL_UNSUPPORTED,
                        "a delta list",
                        good,
                        list(crl -> crl.extensions(list -> list.and(StandardExtensions.deltaCrlIndicator(1))))),
                new SnpCase(
                        SnpCheck.CRL_UNSUPPORTED,
                        "a delta list that does not mark itself as critical",
                        good,
                        list(crl -> crl.extensions(list ->
                                list.and(StandardExtensions.deltaCrlIndicator(1).critical(false))))),
                new SnpCase(
                        SnpCheck.CRL_UNSUPPORTED,
                        "a list of limited scope that does not mark itself as critical",
                        good,
                        list(crl -> crl.extensions(list -> list.and(scope)))),
                new SnpCase(
                        SnpCheck.CRL_UNSUPPORTED,
                        "an unknown critical extension",
                        list(crl -> crl.extensions(list -> list.and(strange))),
                        list(crl -> crl.extensions(list -> list.and(strange.critical(true))))),
                new SnpCase(
                        SnpCheck.CRL_UNSUPPORTED,
                        "a known extension marked critical",
                        good,
                        list(crl -> crl.extensions(list -> list.marked(StandardExtensions.CRL_NUMBER, true)))),
                new SnpCase(
                        SnpCheck.CRL_UNSUPPORTED,
                        "an entry with an unknown critical extension",
                        list(crl -> crl.revoke(OTHER, AT, ExtensionList.of(strange))),
                        list(crl -> crl.revoke(OTHER, AT, ExtensionList.of(strange.critical(true))))),
                new SnpCase(
                        SnpCheck.CRL_UNSUPPORTED,
                        "an entry for another issuer, behind which the ASK's would go unseen",
                        list(crl -> crl.revoke(OTHER, AT, ExtensionList.of())),
                        list(crl -> crl.revoke(OTHER, AT, ExtensionList.of(OTHER_ISSUER))
                                .revoke(ASK, AT))),
                new SnpCase(SnpCheck.CRL_UNSUPPORTED, "no next update", good, list(CrlEncoder::withoutNextUpdate)),
                new SnpCase(
                        SnpCheck.CRL_UNSUPPORTED,
                        "version 1",
                        list(crl -> crl.extensions(ExtensionList.of())),
                        list(crl -> crl.extensions(ExtensionList.of()).version(1))));
    }

    private static List<SnpCase> signatures() {
        CertificateSigner root = MILAN.amd().crlSigner();
        CertificateSigner pkcs1 = new RsaPkcs1Signer(MILAN.amd().rootKey(), Hash.SHA384);
        CertificateSigner ask = MILAN.amd().leafSigner(MILAN.kind());
        CertificateSigner impostor = SnpChainCases.impostor(MILAN).amd().crlSigner();
        return List.of(
                new SnpCase(
                        SnpCheck.CRL_SIGNATURE,
                        "a root whose key is not for signing lists",
                        required(usage(Usage.CERTIFICATE_SIGN, Usage.CRL_SIGN)),
                        required(usage(Usage.CERTIFICATE_SIGN))),
                new SnpCase(
                        SnpCheck.CRL_SIGNATURE,
                        "a root whose key is not for signing lists, with one that revokes the ASK",
                        required(usage(Usage.CERTIFICATE_SIGN, Usage.CRL_SIGN)),
                        required(usage(Usage.CERTIFICATE_SIGN)
                                .only(
                                        MILAN.evidence().leaf(),
                                        MILAN.evidence().intermediate(),
                                        MILAN.amd().crlRevoking(MILAN.kind())))),
                signed("the last bit of the signature", root.corrupted()),
                signed("another key in the ARK's name", impostor),
                new SnpCase(
                        SnpCheck.CRL_SIGNATURE,
                        "an outdated list by another key that revokes the ASK, which proves nothing of it",
                        required(MILAN.trial()),
                        required(SnpTrial.of(MILAN.evidence()
                                .withCrl(MILAN.amd()
                                        .crlTemplate()
                                        .nextUpdate(AT.minusSeconds(1))
                                        .revoke(ASK, AT)
                                        .sign(impostor))))),
                signed("the ASK's key in the ARK's name", ask),
                signed("PKCS #1 v1.5", pkcs1));
    }

    private static SnpTrial usage(Usage... usages) {
        return MILAN.root(ark -> ark.extensions(list -> list.with(
                StandardExtensions.KEY_USAGE,
                StandardExtensions.keyUsage(usages).value())));
    }

    private static SnpCase signed(String description, CertificateSigner signer) {
        byte[] crl = MILAN.amd().crlTemplate().sign(signer);
        return new SnpCase(
                SnpCheck.CRL_SIGNATURE,
                description,
                required(MILAN.trial()),
                required(SnpTrial.of(MILAN.evidence().withCrl(crl))));
    }

    private static List<SnpCase> dates() {
        return List.of(
                new SnpCase(
                        SnpCheck.CRL_VALIDITY,
                        "a list that is outdated since a second",
                        list(crl -> crl.nextUpdate(AT)),
                        list(crl -> crl.nextUpdate(AT.minusSeconds(1)))),
                new SnpCase(
                        SnpCheck.CRL_VALIDITY,
                        "a list from a second in the future",
                        list(crl -> crl.thisUpdate(AT)),
                        list(crl -> crl.thisUpdate(AT.plusSeconds(1)))),
                new SnpCase(
                        SnpCheck.CRL_VALIDITY,
                        "an outdated list that nobody required",
                        MILAN.trial(),
                        MILAN.crl(crl -> crl.nextUpdate(AT.minusSeconds(1)))),
                new SnpCase(
                        SnpCheck.CRL_VALIDITY,
                        "two lists, one outdated and one from the future",
                        list(crl -> crl).with(MILAN.crlDer(crl -> crl.nextUpdate(AT.minusSeconds(1)))),
                        list(crl -> crl.thisUpdate(AT.plusSeconds(1)))
                                .with(MILAN.crlDer(crl -> crl.nextUpdate(AT.minusSeconds(1))))));
    }

    private static List<SnpCase> revoked() {
        SnpForge vlek = SnpForge.MILAN_VLEK;
        SnpTrial good = required(MILAN.trial());
        return List.of(
                new SnpCase(
                        SnpCheck.CHAIN_REVOKED,
                        "the ASK",
                        list(crl -> crl.revoke(ASVK, AT)),
                        list(crl -> crl.revoke(ASK, AT))),
                new SnpCase(
                        SnpCheck.CHAIN_REVOKED,
                        "the ASVK",
                        required(vlek.crl(crl -> crl.revoke(ASK, AT))),
                        required(vlek.crl(crl -> crl.revoke(ASVK, AT)))),
                new SnpCase(
                        SnpCheck.CHAIN_REVOKED,
                        "the ARK itself",
                        list(crl -> crl.revoke(OTHER, AT)),
                        list(crl -> crl.revoke(ARK, AT))),
                new SnpCase(
                        SnpCheck.CHAIN_REVOKED,
                        "the ASK, by a list that nobody required",
                        MILAN.trial(),
                        MILAN.crl(crl -> crl.revoke(ASK, AT))),
                new SnpCase(
                        SnpCheck.CHAIN_REVOKED,
                        "the ASK, by an outdated list beside a current one that lost it",
                        good.with(MILAN.crlDer(crl -> crl.nextUpdate(AT.minusSeconds(1)))),
                        good.with(MILAN.crlDer(
                                crl -> crl.nextUpdate(AT.minusSeconds(1)).revoke(ASK, AT.minusSeconds(9))))));
    }

    private static CertificateExtension otherIssuer() {
        byte[] name = AmdNames.of("ARK-Genoa").encode();
        byte[] der = new byte[name.length + 4];
        der[0] = 0x30;
        der[1] = (byte) (name.length + 2);
        der[2] = (byte) 0xA4;
        der[3] = (byte) name.length;
        if (name.length > 125) {
            return CertificateExtension.of("2.5.29.29", false, longForm(name));
        }
        System.arraycopy(name, 0, der, 4, name.length);
        return CertificateExtension.of("2.5.29.29", false, der);
    }

    private static byte[] longForm(byte[] name) {
        byte[] der = new byte[name.length + 6];
        der[0] = 0x30;
        der[1] = (byte) 0x81;
        der[2] = (byte) (name.length + 3);
        der[3] = (byte) 0xA4;
        der[4] = (byte) 0x81;
        der[5] = (byte) name.length;
        System.arraycopy(name, 0, der, 6, name.length);
        return der;
    }
}
