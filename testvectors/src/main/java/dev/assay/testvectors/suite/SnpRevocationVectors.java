package dev.assay.testvectors.suite;

import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.manifest.CrlMode;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.RsaPkcs1Signer;
import dev.assay.testvectors.pki.StandardExtensions;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Revocation lists: whether there is one, its form, its signature, its time, and what it revokes. */
final class SnpRevocationVectors {
    private static final Instant AT = SnpSimulator.AT;
    private static final BigInteger ARK = BigInteger.valueOf(0x10000);
    private static final BigInteger ASK = BigInteger.valueOf(0x10001);
    private static final BigInteger ASVK = BigInteger.valueOf(0x10101);
    private static final BigInteger OTHER = BigInteger.valueOf(0x20001);

    private final Chapter chapter = new Chapter("snp/revocation");
    private final SnpForges forges;
    private final SnpForge milan;
    private final String required;

    private SnpRevocationVectors(SnpForges forges) {
        this.forges = forges;
        this.milan = forges.milan();
        this.required = chapter.valid(
                "required-and-given", milan.given().crlRequired(), Flag.NORMAL, "a list is required, and it is there");
    }

    static List<SuiteVector> of(SnpForges forges) {
        SnpRevocationVectors all = new SnpRevocationVectors(forges);
        all.presence();
        all.forms();
        all.signatures();
        all.dates();
        all.revoked();
        all.debatable();
        return all.chapter.vectors();
    }

    private void debatable() {
        chapter.debatable("a verifier that knows CRL numbers may take it", "critical-number");
        chapter.debatable("its scope is that of authorities, which are all that AMD revokes", "limited-scope");
        chapter.debatable("RFC 5280 does not look for an anchor on lists", "revoked-ark");
    }

    private SnpGiven list(UnaryOperator<CrlEncoder> change) {
        return milan.crl(change).crlRequired();
    }

    private void presence() {
        byte[] foreign = forges.genoa().amd().crl();
        chapter.indeterminate(
                required,
                "required-and-missing",
                milan.given().withCrls().crlRequired(),
                "snp.crl.missing",
                Flag.CRL_REQUIRED,
                "a list is required, and none is given");
        String beside = chapter.valid(
                "beside-another-product-s",
                milan.given().andCrl(foreign).crlRequired(),
                Flag.VARIANT,
                "the list is given beside that of another product");
        chapter.indeterminate(
                beside,
                "only-another-product-s",
                milan.given().withCrls(foreign).crlRequired(),
                "snp.crl.missing",
                Flag.CRL_REQUIRED,
                "only the list of another product is given");
        chapter.noted(
                SnpTwins.of(milan),
                "not-required-and-missing",
                milan.given().withCrls(),
                "snp.crl.not-checked",
                Flag.CRL_OFF,
                "no list is required and none is given");
        chapter.noted(
                SnpTwins.of(milan),
                "switched-off",
                milan.crl(crl -> crl.revoke(ASK, AT)).set(settings -> settings.withCrl(CrlMode.OFF)),
                "snp.crl.not-checked",
                Flag.CRL_OFF,
                "the caller switched revocation off, so that the list that revokes the ASK has no say");
    }

    private void forms() {
        CertificateExtension strange = CertificateExtension.of("1.2.3.4", false, new byte[] {5, 0});
        CertificateExtension scope = CertificateExtension.of(
                StandardExtensions.ISSUING_DISTRIBUTION_POINT,
                false,
                HexFormat.of().parseHex("30038201ff"));
        CertificateExtension delta = StandardExtensions.deltaCrlIndicator(1);
        form(required, "delta", crl -> crl.extensions(list -> list.and(delta)));
        form(required, "delta-not-critical", crl -> crl.extensions(list -> list.and(delta.critical(false))));
        form(required, "limited-scope", crl -> crl.extensions(list -> list.and(scope)));
        form(
                required,
                "critical-number",
                crl -> crl.extensions(list -> list.marked(StandardExtensions.CRL_NUMBER, true)));
        form(required, "without-next-update", CrlEncoder::withoutNextUpdate);
        String plain = chapter.valid(
                "unknown-extension",
                list(crl -> crl.extensions(list -> list.and(strange))),
                Flag.UNKNOWN_EXTENSION,
                "the extension is not critical");
        form(plain, "critical-extension", crl -> crl.extensions(list -> list.and(strange.critical(true))));
        String entry = chapter.valid(
                "entry-with-unknown-extension",
                list(crl -> crl.revoke(OTHER, AT, ExtensionList.of(strange))),
                Flag.UNKNOWN_EXTENSION,
                "the entry's extension is not critical, and the entry is for another certificate");
        form(
                entry,
                "entry-with-critical-extension",
                crl -> crl.revoke(OTHER, AT, ExtensionList.of(strange.critical(true))));
        form(
                entry,
                "entry-of-another-issuer",
                crl -> crl.revoke(OTHER, AT, ExtensionList.of(otherIssuer())).revoke(ASK, AT));
        String bare = chapter.valid(
                "version-2-without-extensions",
                list(crl -> crl.extensions(ExtensionList.of())),
                Flag.VARIANT,
                "the list has no extensions");
        form(bare, "version-1", crl -> crl.extensions(ExtensionList.of()).version(1));
    }

    private void form(String twin, String name, UnaryOperator<CrlEncoder> change) {
        chapter.rejected(
                twin,
                name,
                list(change),
                "snp.crl.unsupported",
                Flag.CRL_FORM,
                "a list in this form may leave out what is revoked, so that it cannot be relied on");
    }

    private void signatures() {
        CertificateSigner root = milan.amd().crlSigner();
        signed("signature-broken", root.corrupted(), "the last bit of the signature is wrong");
        signed("signed-by-another-key", milan.impostor().amd().crlSigner(), "another key signed in the ARK's name");
        signed("signed-by-the-ask", milan.amd().leafSigner(milan.kind()), "the ASK signed in the ARK's name");
        signed(
                "signed-with-pkcs1",
                new RsaPkcs1Signer(milan.amd().rootKey(), Hash.SHA384),
                "the ARK signed with PKCS #1 v1.5");
    }

    private void signed(String name, CertificateSigner signer, String because) {
        chapter.rejected(
                required,
                name,
                milan.given().withCrls(milan.amd().crlTemplate().sign(signer)).crlRequired(),
                "snp.crl.signature",
                Flag.CRL_SIGNATURE,
                because);
    }

    private void dates() {
        String edge = chapter.valid(
                "first-and-last-second",
                list(crl -> crl.thisUpdate(AT).nextUpdate(AT)),
                Flag.CRL_VALIDITY,
                "both ends count");
        byte[] outdated = milan.crlDer(crl -> crl.nextUpdate(AT.minusSeconds(1)));
        date(edge, "outdated", list(crl -> crl.nextUpdate(AT.minusSeconds(1))));
        date(edge, "from-the-future", list(crl -> crl.thisUpdate(AT.plusSeconds(1))));
        date(SnpTwins.of(milan), "outdated-not-required", milan.given().withCrls(outdated));
        String two = chapter.valid(
                "outdated-beside-current",
                milan.given().andCrl(outdated).crlRequired(),
                Flag.CRL_VALIDITY,
                "an outdated list does not disturb a current one");
        date(
                two,
                "outdated-beside-future",
                list(crl -> crl.thisUpdate(AT.plusSeconds(1))).andCrl(outdated));
    }

    private void date(String twin, String name, SnpGiven given) {
        chapter.indeterminate(
                twin, name, given, "snp.crl.validity", Flag.CRL_VALIDITY, "no list is current at the time");
    }

    private void revoked() {
        SnpForge vlek = forges.milanVlek();
        String others = chapter.valid(
                "others-revoked",
                list(crl -> crl.revoke(ASVK, AT).revoke(OTHER, AT)),
                Flag.REVOKED,
                "the list revokes the authority for the other kind of key, and a certificate of another product");
        revoked(others, "ask", list(crl -> crl.revoke(ASK, AT)));
        revoked(others, "ask-among-others", list(crl -> crl.revoke(OTHER, AT).revoke(ASK, AT)));
        revoked(others, "ark", list(crl -> crl.revoke(ARK, AT)));
        revoked(SnpTwins.of(milan), "ask-by-a-list-not-required", milan.crl(crl -> crl.revoke(ASK, AT)));
        String ask = chapter.valid(
                "vlek-while-ask-revoked",
                vlek.crl(crl -> crl.revoke(ASK, AT)).crlRequired(),
                Flag.REVOKED,
                "the revoked ASK does not issue VLEK certificates");
        revoked(ask, "asvk", vlek.crl(crl -> crl.revoke(ASVK, AT)).crlRequired());
        revoked(
                "snp/revocation/outdated-beside-current",
                "ask-by-an-outdated-list",
                milan.given()
                        .andCrl(milan.crlDer(
                                crl -> crl.nextUpdate(AT.minusSeconds(1)).revoke(ASK, AT.minusSeconds(9))))
                        .crlRequired());
    }

    private void revoked(String twin, String name, SnpGiven given) {
        chapter.rejected(
                twin,
                "revoked-" + name,
                given,
                "snp.chain.revoked",
                Flag.REVOKED,
                "a list that the root signed revokes an authority of the chain");
    }

    /** An extension of an entry that names ARK-Genoa as the issuer of the certificates from here on. */
    private static CertificateExtension otherIssuer() {
        byte[] name = AmdNames.of("ARK-Genoa").encode();
        HexFormat hex = HexFormat.of();
        String der = "30" + hex.toHexDigits((byte) (name.length + 2)) + "a4" + hex.toHexDigits((byte) name.length)
                + hex.formatHex(name);
        return CertificateExtension.of("2.5.29.29", false, hex.parseHex(der));
    }
}
