package dev.assay.testvectors.suite;

import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.amd.VekExtensions;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import dev.assay.testvectors.pki.StringForm;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The certificate of the key that signs reports: whether there is one, of which kind, and what it says. */
final class SnpLeafVectors {
    private final Chapter chapter = new Chapter("snp/leaf");
    private final SnpForges forges;
    private final SnpForge milan;
    private final SnpForge vlek;
    private final SnpForge turin;

    private SnpLeafVectors(SnpForges forges) {
        this.forges = forges;
        this.milan = forges.milan();
        this.vlek = forges.milanVlek();
        this.turin = forges.turin();
    }

    static List<SuiteVector> of(SnpForges forges) {
        SnpLeafVectors all = new SnpLeafVectors(forges);
        all.selection();
        all.keys();
        all.extensions();
        return all.chapter.vectors();
    }

    private String good(SnpForge forge) {
        return SnpTwins.of(forge);
    }

    private void selection() {
        byte[] ask = milan.evidence().intermediate();
        byte[] asvk = vlek.evidence().intermediate();
        byte[] vlekByAsk = vlek.leafTemplate()
                .issuer(AmdNames.of("SEV-Milan"))
                .sign(milan.amd().leafSigner(VekKind.VCEK));
        byte[] vcekByAsvk = milan.leafTemplate()
                .issuer(AmdNames.of("SEV-VLEK-Milan"))
                .sign(milan.amd().leafSigner(VekKind.VLEK));
        chapter.indeterminate(
                good(milan),
                "missing",
                milan.given().withoutLeaf(),
                "snp.leaf.missing",
                Flag.MISSING_ENDORSEMENT,
                "no certificate of the signing key is given");
        chapter.indeterminate(
                good(milan),
                "nothing-given",
                milan.given().withoutLeaf().withChain().withCrls(),
                "snp.leaf.missing",
                Flag.MISSING_ENDORSEMENT,
                "no endorsement at all is given");
        chapter.rejected(
                good(milan),
                "unreadable",
                milan.given().withChain(ask, new byte[] {1, 2, 3}),
                "snp.endorsement.unreadable",
                Flag.UNREADABLE_ENDORSEMENT,
                "one more file is given, which is neither certificate nor revocation list");
        chapter.rejected(
                good(milan),
                "cut-short",
                milan.given().withChain(ask, Arrays.copyOf(ask, ask.length - 1)),
                "snp.endorsement.unreadable",
                Flag.UNREADABLE_ENDORSEMENT,
                "one more file is given, a certificate without its last byte");
        kind(
                milan,
                "vlek-for-vcek",
                milan.given().leaf(vlek.evidence().leaf()).withChain(ask, asvk),
                "a VLEK certificate");
        kind(
                vlek,
                "vcek-for-vlek",
                vlek.given().leaf(milan.evidence().leaf()).withChain(ask, asvk),
                "a VCEK certificate");
        kind(
                vlek,
                "vlek-by-ask",
                vlek.given().leaf(vlekByAsk).withChain(ask),
                "a VLEK certificate that the ASK issued");
        kind(
                milan,
                "vcek-by-asvk",
                milan.given().leaf(vcekByAsvk).withChain(asvk),
                "a VCEK certificate that the ASVK issued");
        chapter.rejected(
                good(milan),
                "signer-info-says-vlek",
                milan.report(report -> report.signerInfo(1 << 2)),
                "snp.leaf.kind",
                Flag.KEY_KIND,
                "the report says that a VLEK signed it, and comes with its VCEK");
    }

    private void kind(SnpForge forge, String name, SnpGiven given, String what) {
        chapter.rejected(
                good(forge),
                name,
                given,
                "snp.leaf.kind",
                Flag.KEY_KIND,
                "the report is signed by a " + forge.kind() + "; given is " + what);
    }

    private void keys() {
        byte[] offCurve = milan.leafTemplate().publicKey();
        offCurve[offCurve.length - 1] ^= 1;
        key("p256-key", EcKey.derive(EcCurve.P256, 0, "wrong curve").publicKeyInfo(), "the key is on P-256");
        key("p521-key", EcKey.derive(EcCurve.P521, 0, "wrong curve").publicKeyInfo(), "the key is on P-521");
        key("rsa-key", milan.amd().rootKey().publicKeyInfo(), "the key is an RSA key");
        key("off-curve-key", offCurve, "the key is no point of the curve");

        String plain = chapter.valid(
                "says-it-is-no-authority",
                milan.leafExtensions(list -> list.and(StandardExtensions.basicConstraints(false, OptionalInt.empty()))),
                Flag.VARIANT,
                "basic constraints, which AMD leaves out, say what holds without them");
        usage(plain, "authority", StandardExtensions.basicConstraints(true, OptionalInt.empty()));
        usage(plain, "authority-of-depth-0", StandardExtensions.basicConstraints(true, OptionalInt.of(0)));
        String signs = chapter.valid(
                "for-signing-data",
                milan.leafExtensions(list -> list.and(StandardExtensions.keyUsage(Usage.DIGITAL_SIGNATURE))),
                Flag.VARIANT,
                "key usage, which AMD leaves out, allows to sign data");
        usage(signs, "for-signing-certificates", StandardExtensions.keyUsage(Usage.CERTIFICATE_SIGN));
    }

    private void key(String name, byte[] publicKey, String because) {
        chapter.rejected(
                good(milan),
                name,
                milan.leaf(leaf -> leaf.publicKey(publicKey)),
                "snp.leaf.key",
                Flag.LEAF_KEY,
                because);
    }

    private void usage(String twin, String name, CertificateExtension extension) {
        chapter.rejected(
                twin,
                name,
                milan.leafExtensions(list -> list.and(extension)),
                "snp.leaf.usage",
                Flag.NOT_AN_AUTHORITY,
                "the key that signs reports may not issue certificates, and must be allowed to sign data");
    }

    private void extensions() {
        missing(milan, "hwid", VekExtensions.HW_ID);
        missing(vlek, "csp-id", VekExtensions.CSP_ID);
        missing(milan, "boot-loader", VekExtensions.BL_SPL);
        missing(milan, "spl-4", VekExtensions.SPL_4);
        missing(milan, "microcode", VekExtensions.UCODE_SPL);
        missing(turin, "fmc", VekExtensions.FMC_SPL);
        missing(turin, "product-name", VekExtensions.PRODUCT_NAME);
        missing(turin, "structure-version", VekExtensions.STRUCT_VERSION);
        invalid(milan, "tcb-of-256", VekExtensions.SNP_SPL, VekExtensions.integer(256));
        invalid(milan, "tcb-as-text", VekExtensions.SNP_SPL, StringForm.IA5.der("24"));
        invalid(milan, "hwid-of-8-bytes", VekExtensions.HW_ID, Arrays.copyOf(milan.hwId(), 8));
        invalid(milan, "hwid-of-63-bytes", VekExtensions.HW_ID, Arrays.copyOf(milan.hwId(), 63));
        invalid(turin, "hwid-of-64-bytes", VekExtensions.HW_ID, Arrays.copyOf(turin.hwId(), 64));
        invalid(milan, "product-name-empty", VekExtensions.PRODUCT_NAME, StringForm.IA5.der(""));
        invalid(vlek, "csp-id-empty", VekExtensions.CSP_ID, StringForm.IA5.der(""));
        surplus(vlek, milan, "hwid-in-vlek", VekExtensions.HW_ID);
        surplus(milan, vlek, "csp-id-in-vcek", VekExtensions.CSP_ID);
        surplus(turin, milan, "spl-4-in-turin", VekExtensions.SPL_4);
        surplus(milan, turin, "fmc-in-milan", VekExtensions.FMC_SPL);
        chapter.noted(
                good(milan),
                "unknown-extension",
                milan.leafExtensions(
                        list -> list.and(CertificateExtension.of("1.3.6.1.4.1.3704.1.99", false, new byte[] {5, 0}))),
                "snp.leaf.extension-unknown",
                Flag.UNKNOWN_EXTENSION,
                "one more extension under AMD's arc, not critical");
        for (String name : List.of("Genoa", "Milan2", "milan", "M")) {
            product(milan, name);
        }
        product(turin, "Milan-B0");
        product(forges.genoa(), "Turin");
    }

    private void missing(SnpForge forge, String name, String oid) {
        chapter.rejected(
                good(forge),
                "without-" + name,
                forge.leafExtensions(list -> list.without(oid)),
                "snp.leaf.extension-missing",
                Flag.LEAF_EXTENSIONS,
                "the certificate lacks extension " + oid);
    }

    private void invalid(SnpForge forge, String name, String oid, byte[] value) {
        chapter.rejected(
                good(forge),
                name,
                forge.leafExtensions(list -> list.with(oid, value)),
                "snp.leaf.extension-invalid",
                Flag.LEAF_EXTENSIONS,
                "extension " + oid + " has a value that its profile does not allow");
    }

    private void surplus(SnpForge forge, SnpForge owner, String name, String oid) {
        CertificateExtension extra = owner.leafTemplate().extensions().all().stream()
                .filter(one -> one.oid().equals(oid))
                .findFirst()
                .orElseThrow();
        chapter.rejected(
                good(forge),
                name,
                forge.leafExtensions(list -> list.and(extra)),
                "snp.leaf.extension-invalid",
                Flag.LEAF_EXTENSIONS,
                "extension " + oid + " belongs to another kind of certificate");
    }

    private void product(SnpForge forge, String name) {
        chapter.rejected(
                good(forge),
                "product-name-" + forge.product().label() + "-" + name,
                forge.leafExtensions(list -> list.with(VekExtensions.PRODUCT_NAME, StringForm.IA5.der(name))),
                "snp.leaf.product-name",
                Flag.PRODUCT_BINDING,
                "productName '" + name + "' is not a name of " + forge.product().label());
    }
}
