package dev.assay.verify;

import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekExtensions;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.RsaKey;
import dev.assay.testvectors.pki.RsaPkcs1Signer;
import dev.assay.testvectors.pki.RsaPssSigner;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import dev.assay.testvectors.pki.ThrowAwayKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/** Cases of the chain from the leaf to the anchor. */
final class SnpChainCases {
    private static final SnpForge MILAN = SnpForge.MILAN;
    private static final SnpForge VLEK = SnpForge.TURIN_VLEK;
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private SnpChainCases() {}

    static List<SnpCase> all() {
        List<SnpCase> cases = new ArrayList<>(anchors());
        cases.addAll(algorithms());
        cases.addAll(authorities());
        cases.addAll(criticalExtensions());
        cases.addAll(dates());
        return cases;
    }

    private static List<SnpCase> anchors() {
        SnpTrial good = MILAN.trial();
        SnpForge impostor = impostor(MILAN);
        byte[] byOther = MILAN.amd()
                .intermediateTemplate(MILAN.kind())
                .sign(impostor.amd().rootSigner());
        byte[] milanUnderGenoa = MILAN.amd()
                .intermediateTemplate(MILAN.kind())
                .issuer(AmdNames.of("ARK-Genoa"))
                .sign(SnpForge.GENOA.amd().rootSigner());
        byte[] genoaRoot = SnpForge.GENOA.amd().root();
        byte[] genoaCrl = SnpForge.GENOA.amd().crl();
        byte[] milanRoot = MILAN.amd().root();
        return List.of(
                new SnpCase(
                        SnpCheck.CHAIN_UNTRUSTED,
                        "a complete hierarchy under AMD's names",
                        good,
                        impostor.trial().anchors(milanRoot)),
                new SnpCase(
                        SnpCheck.CHAIN_UNTRUSTED,
                        "an intermediate with the right key, signed by another root",
                        good,
                        SnpTrial.of(MILAN.evidence().withIntermediate(byOther))),
                new SnpCase(
                        SnpCheck.CHAIN_UNTRUSTED,
                        "an anchor of another product only",
                        good.anchors(genoaRoot, milanRoot),
                        good.anchors(genoaRoot)),
                new SnpCase(
                        SnpCheck.CHAIN_UNTRUSTED,
                        "a leaf issued by the root itself",
                        good,
                        SnpTrial.of(MILAN.evidence()
                                .withLeaf(MILAN.leafTemplate()
                                        .issuer(AmdNames.of("ARK-Milan"))
                                        .sign(MILAN.amd().rootSigner())))),
                new SnpCase(
                        SnpCheck.CHAIN_UNTRUSTED,
                        "a leaf whose issuer is nobody of AMD's",
                        good,
                        MILAN.leaf(leaf -> leaf.issuer(AmdNames.of("SEV-Rome")))),
                new SnpCase(
                        SnpCheck.CHAIN_INTERMEDIATE_MISSING,
                        "the leaf alone, below an anchor that is not AMD's own",
                        good,
                        good.only(MILAN.evidence().leaf(), MILAN.evidence().crl())),
                new SnpCase(
                        SnpCheck.CHAIN_LEAF_SIGNATURE,
                        "the last bit of the leaf's signature",
                        good,
                        MILAN.leafSigned(MILAN.amd().leafSigner(MILAN.kind()).corrupted())),
                new SnpCase(
                        SnpCheck.CHAIN_LEAF_SIGNATURE,
                        "a leaf signed by another intermediate key in the issuer's name",
                        good,
                        MILAN.leafSigned(impostor.amd().leafSigner(MILAN.kind()))),
                new SnpCase(
                        SnpCheck.CHAIN_NAMES,
                        "Milan's ASK below Genoa's ARK",
                        good.anchors(milanRoot, genoaRoot).with(genoaCrl),
                        SnpTrial.of(MILAN.evidence().withIntermediate(milanUnderGenoa))
                                .anchors(milanRoot, genoaRoot)
                                .with(genoaCrl)));
    }

    /** The same machine below a hierarchy with the same names and other keys. */
    static SnpForge impostor(SnpForge genuine) {
        AmdHierarchy forged =
                AmdHierarchy.impostor(genuine.product(), genuine.amd().seed());
        return new SnpForge(SnpSimulator.create(forged, genuine.kind()));
    }

    private static List<SnpCase> algorithms() {
        RsaKey askKey = MILAN.amd().intermediateKey(MILAN.kind());
        RsaKey rootKey = MILAN.amd().rootKey();
        CertificateSigner older = RsaPssSigner.sha384(askKey, true);
        List<SnpCase> cases = new ArrayList<>();
        leaf(cases, "PKCS #1 v1.5 on the leaf", older, new RsaPkcs1Signer(askKey, Hash.SHA384));
        leaf(cases, "SHA-256 on the leaf", older, new RsaPssSigner(askKey, Hash.SHA256, Hash.SHA256, 48, true));
        leaf(
                cases,
                "MGF1 with SHA-256 on the leaf",
                older,
                new RsaPssSigner(askKey, Hash.SHA384, Hash.SHA256, 48, true));
        leaf(
                cases,
                "a salt of 47 bytes on the leaf",
                older,
                new RsaPssSigner(askKey, Hash.SHA384, Hash.SHA384, 47, true));
        leaf(
                cases,
                "a salt of 49 bytes on the leaf",
                older,
                new RsaPssSigner(askKey, Hash.SHA384, Hash.SHA384, 49, true));

        cases.add(new SnpCase(
                SnpCheck.CHAIN_ALGORITHM,
                "PKCS #1 v1.5 on the intermediate",
                MILAN.trial(),
                SnpTrial.of(MILAN.evidence()
                        .withIntermediate(MILAN.amd()
                                .intermediateTemplate(MILAN.kind())
                                .sign(new RsaPkcs1Signer(rootKey, Hash.SHA384))))));
        for (String name : List.of("spare-3072", "spare-2048")) {
            cases.add(shortKey(ThrowAwayKeys.rsa(name)));
        }
        cases.addAll(unusualKeys(askKey));
        RsaKey small = ThrowAwayKeys.rsa("spare-3072");
        byte[] smallRoot = MILAN.amd()
                .rootTemplate()
                .publicKey(small.publicKeyInfo())
                .sign(MILAN.amd().rootSigner());
        byte[] below = MILAN.amd().intermediateTemplate(MILAN.kind()).sign(RsaPssSigner.sha384(small, true));
        cases.add(new SnpCase(
                SnpCheck.CHAIN_KEY,
                "an anchor with 3072 bits",
                MILAN.trial(),
                SnpTrial.of(MILAN.evidence().withRoot(smallRoot).withIntermediate(below))));
        return cases;
    }

    private static void leaf(List<SnpCase> cases, String description, CertificateSigner good, CertificateSigner bad) {
        cases.add(new SnpCase(SnpCheck.CHAIN_ALGORITHM, description, MILAN.leafSigned(good), MILAN.leafSigned(bad)));
    }

    /** The right size of modulus under another exponent, and under the name of an algorithm that AMD does not use. */
    private static List<SnpCase> unusualKeys(RsaKey key) {
        try {
            RSAPublicKey usual = (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key.publicKeyInfo()));
            RSAPublicKeySpec three = new RSAPublicKeySpec(usual.getModulus(), BigInteger.valueOf(3));
            RSAPublicKeySpec same = new RSAPublicKeySpec(usual.getModulus(), usual.getPublicExponent());
            byte[] exponent =
                    KeyFactory.getInstance("RSA").generatePublic(three).getEncoded();
            byte[] name =
                    KeyFactory.getInstance("RSASSA-PSS").generatePublic(same).getEncoded();
            byte[] elliptic = EcKey.derive(EcCurve.P384, 0, "no authority").publicKeyInfo();
            return List.of(
                    unusualKey("exponent 3", exponent),
                    unusualKey("a key for RSASSA-PSS only", name),
                    unusualKey("a key on P-384", elliptic));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static SnpCase unusualKey(String description, byte[] publicKey) {
        return new SnpCase(
                SnpCheck.CHAIN_KEY,
                "an intermediate with " + description,
                MILAN.trial(),
                MILAN.intermediate(ask -> ask.publicKey(publicKey)));
    }

    private static SnpCase shortKey(RsaKey key) {
        byte[] intermediate = MILAN.intermediateDer(ask -> ask.publicKey(key.publicKeyInfo()));
        byte[] leaf = MILAN.leafTemplate().sign(RsaPssSigner.sha384(key, false));
        return new SnpCase(
                SnpCheck.CHAIN_KEY,
                "an intermediate with " + key.bits() + " bits",
                MILAN.trial(),
                SnpTrial.of(MILAN.evidence().withIntermediate(intermediate).withLeaf(leaf)));
    }

    private static List<SnpCase> authorities() {
        CertificateExtension noAuthority = StandardExtensions.basicConstraints(false, OptionalInt.empty());
        CertificateExtension depth0 = StandardExtensions.basicConstraints(true, OptionalInt.of(0));
        CertificateExtension depth1 = StandardExtensions.basicConstraints(true, OptionalInt.of(1));
        CertificateExtension crlOnly = StandardExtensions.keyUsage(Usage.CRL_SIGN);
        return List.of(
                new SnpCase(
                        SnpCheck.CHAIN_BASIC_CONSTRAINTS,
                        "an intermediate that is no authority",
                        MILAN.trial(),
                        MILAN.intermediate(ask -> ask.extensions(
                                list -> list.with(StandardExtensions.BASIC_CONSTRAINTS, noAuthority.value())))),
                new SnpCase(
                        SnpCheck.CHAIN_BASIC_CONSTRAINTS,
                        "an intermediate that does not say whether it is an authority",
                        VLEK.trial(),
                        VLEK.intermediate(
                                asvk -> asvk.extensions(list -> list.without(StandardExtensions.BASIC_CONSTRAINTS)))),
                new SnpCase(
                        SnpCheck.CHAIN_BASIC_CONSTRAINTS,
                        "a root that is no authority",
                        MILAN.trial(),
                        MILAN.root(ark -> ark.extensions(
                                list -> list.with(StandardExtensions.BASIC_CONSTRAINTS, noAuthority.value())))),
                new SnpCase(
                        SnpCheck.CHAIN_PATH_LENGTH,
                        "a root that allows no intermediate",
                        MILAN.root(ark -> ark.extensions(
                                list -> list.with(StandardExtensions.BASIC_CONSTRAINTS, depth1.value()))),
                        MILAN.root(ark -> ark.extensions(
                                list -> list.with(StandardExtensions.BASIC_CONSTRAINTS, depth0.value())))),
                new SnpCase(
                        SnpCheck.CHAIN_KEY_USAGE,
                        "an intermediate that may sign revocation lists only",
                        MILAN.trial(),
                        MILAN.intermediate(ask ->
                                ask.extensions(list -> list.with(StandardExtensions.KEY_USAGE, crlOnly.value())))),
                new SnpCase(
                        SnpCheck.CHAIN_REDUCED,
                        "an intermediate without key usage, below an anchor of the caller's",
                        MILAN.trial(),
                        MILAN.intermediate(ask -> ask.extensions(list -> list.without(StandardExtensions.KEY_USAGE)))),
                new SnpCase(
                        SnpCheck.CHAIN_KEY_USAGE,
                        "a root that may sign revocation lists only",
                        MILAN.trial(),
                        MILAN.root(ark ->
                                ark.extensions(list -> list.with(StandardExtensions.KEY_USAGE, crlOnly.value())))));
    }

    private static List<SnpCase> criticalExtensions() {
        CertificateExtension strange = CertificateExtension.of("1.2.3.4", false, new byte[] {5, 0});
        // An excluded subtree for the DNS name "example": the platform can parse it, and nobody here looks at it.
        CertificateExtension constraints = CertificateExtension.of(
                NAME_CONSTRAINTS, false, HexFormat.of().parseHex("300da10b300982076578616d706c65"));
        return List.of(
                new SnpCase(
                        SnpCheck.CHAIN_CRITICAL_EXTENSION,
                        "an unknown one on the leaf",
                        MILAN.leafExtensions(list -> list.and(strange)),
                        MILAN.leafExtensions(list -> list.and(strange.critical(true)))),
                new SnpCase(
                        SnpCheck.CHAIN_CRITICAL_EXTENSION,
                        "AMD's own, marked critical on the leaf",
                        MILAN.trial(),
                        MILAN.leafExtensions(list -> list.marked(VekExtensions.HW_ID, true))),
                new SnpCase(
                        SnpCheck.CHAIN_CRITICAL_EXTENSION,
                        "an unknown one on the intermediate",
                        MILAN.intermediate(ask -> ask.extensions(list -> list.and(strange))),
                        MILAN.intermediate(ask -> ask.extensions(list -> list.and(strange.critical(true))))),
                new SnpCase(
                        SnpCheck.CHAIN_CRITICAL_EXTENSION,
                        "name constraints on the intermediate, which the platform counts as supported",
                        MILAN.intermediate(ask -> ask.extensions(list -> list.and(constraints))),
                        MILAN.intermediate(ask -> ask.extensions(list -> list.and(constraints.critical(true))))));
    }

    private static List<SnpCase> dates() {
        SnpTrial good = MILAN.trial();
        return List.of(
                new SnpCase(
                        SnpCheck.CHAIN_VALIDITY,
                        "a second before the leaf is valid",
                        good.at(MILAN.leafTemplate().notBefore()).options(options -> options.withCrlMode(CrlMode.OFF)),
                        good.at(MILAN.leafTemplate().notBefore().minusSeconds(1))
                                .options(options -> options.withCrlMode(CrlMode.OFF))),
                new SnpCase(
                        SnpCheck.CHAIN_VALIDITY,
                        "a second after the leaf was valid",
                        VLEK.trial()
                                .at(VLEK.leafTemplate().notAfter())
                                .options(options -> options.withCrlMode(CrlMode.OFF)),
                        VLEK.trial()
                                .at(VLEK.leafTemplate().notAfter().plusSeconds(1))
                                .options(options -> options.withCrlMode(CrlMode.OFF))),
                new SnpCase(
                        SnpCheck.CHAIN_VALIDITY,
                        "an intermediate that is not yet valid",
                        MILAN.intermediate(ask -> ask.validity(SnpSimulator.AT, SnpSimulator.AT.plusSeconds(1))),
                        MILAN.intermediate(
                                ask -> ask.validity(SnpSimulator.AT.plusSeconds(1), SnpSimulator.AT.plusSeconds(2)))),
                new SnpCase(
                        SnpCheck.CHAIN_VALIDITY,
                        "an expired intermediate",
                        MILAN.intermediate(ask -> ask.validity(SnpSimulator.AT.minusSeconds(1), SnpSimulator.AT)),
                        MILAN.intermediate(
                                ask -> ask.validity(SnpSimulator.AT.minusSeconds(2), SnpSimulator.AT.minusSeconds(1)))),
                new SnpCase(
                        SnpCheck.CHAIN_VALIDITY,
                        "an expired root",
                        MILAN.root(ark -> ark.validity(SnpSimulator.AT.minusSeconds(1), SnpSimulator.AT)),
                        MILAN.root(ark ->
                                ark.validity(SnpSimulator.AT.minusSeconds(2), SnpSimulator.AT.minusSeconds(1)))));
    }
}
