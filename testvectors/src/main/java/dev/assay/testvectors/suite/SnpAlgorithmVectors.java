package dev.assay.testvectors.suite;

import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.Hash;
import dev.assay.testvectors.pki.RsaKey;
import dev.assay.testvectors.pki.RsaPkcs1Signer;
import dev.assay.testvectors.pki.RsaPssSigner;
import dev.assay.testvectors.pki.ThrowAwayKeys;
import java.util.List;

/** How AMD's certificates are signed: RSASSA-PSS with SHA-384 and a salt of 48 bytes, by keys of 4096 bits. */
final class SnpAlgorithmVectors {
    private final Chapter chapter = new Chapter("snp/algorithm");
    private final SnpForge milan;
    private final String good;

    private SnpAlgorithmVectors(SnpForges forges) {
        this.milan = forges.milan();
        this.good = SnpTwins.of(milan);
    }

    static List<SuiteVector> of(SnpForges forges) {
        SnpAlgorithmVectors all = new SnpAlgorithmVectors(forges);
        all.leaves();
        all.authorities();
        return all.chapter.vectors();
    }

    private void leaves() {
        RsaKey ask = milan.amd().intermediateKey(milan.kind());
        String older = chapter.valid(
                "leaf-trailer-explicit",
                milan.leafSigned(RsaPssSigner.sha384(ask, true)),
                Flag.VARIANT,
                "the parameters spell out the default trailer field, as AMD did until 2024");
        leaf(older, "leaf-pkcs1", new RsaPkcs1Signer(ask, Hash.SHA384), "PKCS #1 v1.5");
        leaf(older, "leaf-sha256", new RsaPssSigner(ask, Hash.SHA256, Hash.SHA256, 48, true), "SHA-256");
        leaf(older, "leaf-mgf1-sha256", new RsaPssSigner(ask, Hash.SHA384, Hash.SHA256, 48, true), "MGF1 with SHA-256");
        leaf(older, "leaf-salt-47", new RsaPssSigner(ask, Hash.SHA384, Hash.SHA384, 47, true), "a salt of 47 bytes");
        leaf(older, "leaf-salt-49", new RsaPssSigner(ask, Hash.SHA384, Hash.SHA384, 49, true), "a salt of 49 bytes");
        leaf(older, "leaf-salt-0", new RsaPssSigner(ask, Hash.SHA384, Hash.SHA384, 0, true), "no salt");
    }

    private void leaf(String twin, String name, CertificateSigner signer, String what) {
        chapter.rejected(
                twin,
                name,
                milan.leafSigned(signer),
                "snp.chain.algorithm",
                Flag.WRONG_ALGORITHM,
                "the issuer signed the leaf with " + what + ", which AMD does not do");
    }

    private void authorities() {
        chapter.rejected(
                good,
                "intermediate-pkcs1",
                milan.given()
                        .withChain(milan.amd()
                                .intermediateTemplate(milan.kind())
                                .sign(new RsaPkcs1Signer(milan.amd().rootKey(), Hash.SHA384))),
                "snp.chain.algorithm",
                Flag.WRONG_ALGORITHM,
                "the root signed the intermediate with PKCS #1 v1.5");
        for (String name : List.of("spare-3072", "spare-2048")) {
            RsaKey key = ThrowAwayKeys.rsa(name);
            chapter.rejected(
                    good,
                    "intermediate-of-" + key.bits() + "-bits",
                    milan.intermediate(ask -> ask.publicKey(key.publicKeyInfo()))
                            .leaf(milan.leafTemplate().sign(RsaPssSigner.sha384(key, false))),
                    "snp.chain.key",
                    Flag.WEAK_KEY,
                    "the intermediate's key has " + key.bits() + " bits");
        }
        RsaKey small = ThrowAwayKeys.rsa("spare-3072");
        chapter.rejected(
                good,
                "root-of-3072-bits",
                milan.root(ark -> ark.publicKey(small.publicKeyInfo()))
                        .withChain(
                                milan.amd().intermediateTemplate(milan.kind()).sign(RsaPssSigner.sha384(small, true))),
                "snp.chain.key",
                Flag.WEAK_KEY,
                "the root's key has 3072 bits");
    }
}
