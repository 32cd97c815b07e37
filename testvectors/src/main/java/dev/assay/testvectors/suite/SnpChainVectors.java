package dev.assay.testvectors.suite;

import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekExtensions;
import dev.assay.testvectors.manifest.CrlMode;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** The chain from the leaf to the anchor: who issued what, what the authorities may do, and when. */
final class SnpChainVectors {
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final Instant AT = SnpSimulator.AT;

    private final Chapter chapter = new Chapter("snp/chain");
    private final SnpForges forges;
    private final SnpForge milan;
    private final SnpForge vlek;
    private final String good;

    private SnpChainVectors(SnpForges forges) {
        this.forges = forges;
        this.milan = forges.milan();
        this.vlek = forges.turinVlek();
        this.good = SnpTwins.of(milan);
    }

    static List<SuiteVector> of(SnpForges forges) {
        SnpChainVectors all = new SnpChainVectors(forges);
        all.anchors();
        all.signatures();
        all.authorities();
        all.criticalExtensions();
        all.dates();
        all.debatable();
        return all.chapter.vectors();
    }

    private void debatable() {
        chapter.debatable(
                "a verifier that applies such constraints finds nothing in the leaf that they exclude",
                "intermediate-with-constraints-critical");
        chapter.debatable(
                "RFC 5280 takes from an anchor its name and its key, and nothing else",
                "root-no-authority",
                "root-for-lists-only",
                "root-of-depth-0",
                "root-expired");
    }

    private void anchors() {
        SnpForge impostor = milan.impostor();
        byte[] milanRoot = milan.amd().root();
        byte[] genoaRoot = forges.genoa().amd().root();
        untrusted("forged-hierarchy", impostor.given().anchors(milanRoot), "a complete hierarchy under AMD's names");
        untrusted(
                "forged-hierarchy-with-its-root",
                impostor.given()
                        .withChain(
                                impostor.evidence().intermediate(),
                                impostor.evidence().root())
                        .anchors(milanRoot),
                "a complete hierarchy under AMD's names, its root given as an endorsement");
        untrusted(
                "forged-vlek-hierarchy",
                vlek.impostor().given().anchors(vlek.amd().root()),
                "a complete hierarchy under AMD's names, for a VLEK");
        String two = chapter.valid(
                "two-anchors",
                milan.given().anchors(genoaRoot, milanRoot),
                Flag.VARIANT,
                "one of two anchors is right");
        chapter.rejected(
                two,
                "anchor-of-another-product",
                milan.given().anchors(genoaRoot),
                "snp.chain.untrusted",
                Flag.FORGED_CHAIN,
                "the only anchor is the root of another product");
        byte[] byOther = milan.amd()
                .intermediateTemplate(milan.kind())
                .sign(impostor.amd().rootSigner());
        chapter.rejected(
                good,
                "intermediate-of-another-root",
                milan.given().withChain(byOther),
                "snp.chain.untrusted",
                Flag.UNTRUSTED_INTERMEDIATE,
                "the intermediate has the right key and name, and was signed by another root");
        byte[] byRoot = milan.leafTemplate()
                .issuer(AmdNames.of("ARK-Milan"))
                .sign(milan.amd().rootSigner());
        untrusted("leaf-of-the-root", milan.given().leaf(byRoot), "the root itself issued the leaf");
        untrusted(
                "leaf-of-nobody",
                milan.leaf(leaf -> leaf.issuer(AmdNames.of("SEV-Rome"))),
                "the leaf's issuer has none of AMD's names");
        chapter.indeterminate(
                good,
                "intermediate-missing",
                milan.given().withChain(),
                "snp.chain.intermediate-missing",
                Flag.MISSING_ENDORSEMENT,
                "no intermediate certificate is given, and none is known below this anchor");
        byte[] milanUnderGenoa = milan.amd()
                .intermediateTemplate(milan.kind())
                .issuer(AmdNames.of("ARK-Genoa"))
                .sign(forges.genoa().amd().rootSigner());
        byte[] genoaCrl = forges.genoa().amd().crl();
        String both = chapter.valid(
                "two-anchors-and-lists",
                milan.given().anchors(milanRoot, genoaRoot).andCrl(genoaCrl),
                Flag.VARIANT,
                "anchors and revocation lists of two products are given");
        chapter.rejected(
                both,
                "intermediate-of-another-product-s-root",
                milan.given()
                        .withChain(milanUnderGenoa)
                        .anchors(milanRoot, genoaRoot)
                        .andCrl(genoaCrl),
                "snp.chain.names",
                Flag.PRODUCT_BINDING,
                "Milan's intermediate was issued by Genoa's root");
    }

    private void untrusted(String name, SnpGiven given, String because) {
        chapter.rejected(good, name, given, "snp.chain.untrusted", Flag.FORGED_CHAIN, because);
    }

    private void signatures() {
        chapter.rejected(
                good,
                "leaf-signature-broken",
                milan.leafSigned(milan.amd().leafSigner(milan.kind()).corrupted()),
                "snp.chain.leaf-signature",
                Flag.CERTIFICATE_SIGNATURE,
                "the last bit of the leaf's signature is wrong");
        chapter.rejected(
                good,
                "leaf-signed-by-another-key",
                milan.leafSigned(milan.impostor().amd().leafSigner(milan.kind())),
                "snp.chain.leaf-signature",
                Flag.CERTIFICATE_SIGNATURE,
                "another key than the issuer's signed the leaf");
        chapter.rejected(
                good,
                "intermediate-signature-broken",
                milan.given()
                        .withChain(milan.amd()
                                .intermediateTemplate(milan.kind())
                                .sign(milan.amd().rootSigner().corrupted())),
                "snp.chain.untrusted",
                Flag.CERTIFICATE_SIGNATURE,
                "the last bit of the intermediate's signature is wrong");
    }

    private void authorities() {
        CertificateExtension none = StandardExtensions.basicConstraints(false, OptionalInt.empty());
        CertificateExtension depth0 = StandardExtensions.basicConstraints(true, OptionalInt.of(0));
        CertificateExtension depth1 = StandardExtensions.basicConstraints(true, OptionalInt.of(1));
        CertificateExtension crlOnly = StandardExtensions.keyUsage(Usage.CRL_SIGN);
        String constraints = StandardExtensions.BASIC_CONSTRAINTS;
        String usage = StandardExtensions.KEY_USAGE;
        authority(
                milan,
                "intermediate-no-authority",
                milan.intermediate(ask -> ask.extensions(list -> list.with(constraints, none.value()))),
                "snp.chain.basic-constraints");
        authority(
                vlek,
                "intermediate-without-constraints",
                vlek.intermediate(asvk -> asvk.extensions(list -> list.without(constraints))),
                "snp.chain.basic-constraints");
        authority(
                milan,
                "root-no-authority",
                milan.root(ark -> ark.extensions(list -> list.with(constraints, none.value()))),
                "snp.chain.basic-constraints");
        authority(
                milan,
                "intermediate-for-lists-only",
                milan.intermediate(ask -> ask.extensions(list -> list.with(usage, crlOnly.value()))),
                "snp.chain.key-usage");
        chapter.noted(
                good,
                "intermediate-without-key-usage",
                milan.intermediate(ask -> ask.extensions(list -> list.without(usage))),
                "snp.chain.reduced-profile",
                Flag.VARIANT,
                "AMD's own always name it; below another root, who says nothing of it is not restricted");
        authority(
                milan,
                "root-for-lists-only",
                milan.root(ark -> ark.extensions(list -> list.with(usage, crlOnly.value()))),
                "snp.chain.key-usage");
        String deep = chapter.valid(
                "root-of-depth-1",
                milan.root(ark -> ark.extensions(list -> list.with(constraints, depth1.value()))),
                Flag.VARIANT,
                "the root allows one intermediate");
        chapter.rejected(
                deep,
                "root-of-depth-0",
                milan.root(ark -> ark.extensions(list -> list.with(constraints, depth0.value()))),
                "snp.chain.path-length",
                Flag.NOT_AN_AUTHORITY,
                "the root allows no intermediate");
    }

    private void authority(SnpForge forge, String name, SnpGiven given, String code) {
        chapter.rejected(
                SnpTwins.of(forge),
                name,
                given,
                code,
                Flag.NOT_AN_AUTHORITY,
                "by its extensions the certificate is not one of an authority for certificates");
    }

    private void criticalExtensions() {
        CertificateExtension strange = CertificateExtension.of("1.2.3.4", false, new byte[] {5, 0});
        // An excluded subtree for the DNS name "example", which libraries can parse and verifiers tend not to apply.
        CertificateExtension constraints = CertificateExtension.of(
                NAME_CONSTRAINTS, false, HexFormat.of().parseHex("300da10b300982076578616d706c65"));
        String leaf = chapter.valid(
                "leaf-with-unknown-extension",
                milan.leafExtensions(list -> list.and(strange)),
                Flag.UNKNOWN_EXTENSION,
                "an unknown extension that is not critical can be ignored");
        critical(leaf, "leaf-with-critical-extension", milan.leafExtensions(list -> list.and(strange.critical(true))));
        critical(good, "leaf-with-critical-hwid", milan.leafExtensions(list -> list.marked(VekExtensions.HW_ID, true)));
        for (CertificateExtension extension : List.of(strange, constraints)) {
            String name =
                    extension == strange ? "intermediate-with-unknown-extension" : "intermediate-with-constraints";
            String twin = chapter.valid(
                    name,
                    milan.intermediate(ask -> ask.extensions(list -> list.and(extension))),
                    Flag.UNKNOWN_EXTENSION,
                    "the extension is not critical");
            critical(
                    twin,
                    name + "-critical",
                    milan.intermediate(ask -> ask.extensions(list -> list.and(extension.critical(true)))));
        }
    }

    private void critical(String twin, String name, SnpGiven given) {
        chapter.rejected(
                twin,
                name,
                given,
                "snp.chain.critical-extension",
                Flag.CRITICAL_EXTENSION,
                "the extension is critical, and AMD's profile does not have it so");
    }

    private void dates() {
        SnpGiven off = milan.given().set(settings -> settings.withCrl(CrlMode.OFF));
        SnpGiven vlekOff = vlek.given().set(settings -> settings.withCrl(CrlMode.OFF));
        Instant start = milan.leafTemplate().notBefore();
        Instant end = vlek.leafTemplate().notAfter();
        String first = chapter.valid("leaf-first-second", off.at(start), Flag.VALIDITY, "the first second counts");
        invalid(first, "leaf-not-yet-valid", off.at(start.minusSeconds(1)));
        String last = chapter.valid("leaf-last-second", vlekOff.at(end), Flag.VALIDITY, "the last second counts");
        invalid(last, "leaf-expired", vlekOff.at(end.plusSeconds(1)));
        String skewed = chapter.valid(
                "leaf-expired-within-skew",
                vlekOff.at(end.plusSeconds(60)).set(settings -> settings.withSkew(Duration.ofMinutes(1))),
                Flag.VALIDITY,
                "clocks may disagree by a minute");
        invalid(
                skewed,
                "leaf-expired-beyond-skew",
                vlekOff.at(end.plusSeconds(61)).set(settings -> settings.withSkew(Duration.ofMinutes(1))));
        String now = chapter.valid(
                "intermediate-first-and-last-second",
                milan.intermediate(ask -> ask.validity(AT, AT)),
                Flag.VALIDITY,
                "both ends count");
        invalid(
                now,
                "intermediate-not-yet-valid",
                milan.intermediate(ask -> ask.validity(AT.plusSeconds(1), AT.plusSeconds(2))));
        invalid(
                now,
                "intermediate-expired",
                milan.intermediate(ask -> ask.validity(AT.minusSeconds(2), AT.minusSeconds(1))));
        invalid(good, "root-expired", milan.root(ark -> ark.validity(AT.minusSeconds(2), AT.minusSeconds(1))));
    }

    private void invalid(String twin, String name, SnpGiven given) {
        chapter.indeterminate(
                twin,
                name,
                given,
                "snp.chain.validity",
                Flag.VALIDITY,
                "a certificate of the chain is not valid at the time");
    }
}
