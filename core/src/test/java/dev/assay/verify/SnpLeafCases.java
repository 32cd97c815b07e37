package dev.assay.verify;

import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.amd.VekExtensions;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.EcCurve;
import dev.assay.testvectors.pki.EcKey;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.testvectors.pki.StandardExtensions;
import dev.assay.testvectors.pki.StandardExtensions.Usage;
import dev.assay.testvectors.pki.StringForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Cases of the leaf: whether there is one, of which kind it is, and what its certificate says. */
final class SnpLeafCases {
    private static final SnpForge MILAN = SnpForge.MILAN;
    private static final SnpForge VLEK = SnpForge.MILAN_VLEK;
    private static final SnpForge TURIN = SnpForge.TURIN;

    private SnpLeafCases() {}

    static List<SnpCase> all() {
        List<SnpCase> cases = new ArrayList<>(selection());
        cases.addAll(key());
        cases.addAll(extensions());
        return cases;
    }

    private static List<SnpCase> selection() {
        SnpTrial good = MILAN.trial();
        byte[] ask = MILAN.evidence().intermediate();
        byte[] crl = MILAN.evidence().crl();
        byte[] vlekByAsk = VLEK.leafTemplate()
                .issuer(AmdNames.of("SEV-Milan"))
                .sign(MILAN.amd().leafSigner(VekKind.VCEK));
        byte[] vcekByAsvk = MILAN.leafTemplate()
                .issuer(AmdNames.of("SEV-VLEK-Milan"))
                .sign(MILAN.amd().leafSigner(VekKind.VLEK));
        return List.of(
                new SnpCase(
                        SnpCheck.ENDORSEMENT_UNREADABLE,
                        "an extra that is neither certificate nor list",
                        good,
                        good.with(new byte[] {1, 2, 3})),
                new SnpCase(
                        SnpCheck.ENDORSEMENT_UNREADABLE,
                        "an extra that is a certificate cut short",
                        good.with(ask),
                        good.with(Arrays.copyOf(ask, ask.length - 1))),
                new SnpCase(SnpCheck.LEAF_MISSING, "chain and list only", good, good.only(ask, crl)),
                new SnpCase(SnpCheck.LEAF_MISSING, "nothing at all", good, good.only()),
                new SnpCase(
                        SnpCheck.LEAF_KIND,
                        "a VLEK alone for a report signed by a VCEK",
                        good,
                        good.only(VLEK.evidence().leaf(), ask, crl)),
                new SnpCase(
                        SnpCheck.LEAF_KIND,
                        "a VCEK alone for a report signed by a VLEK",
                        VLEK.trial(),
                        VLEK.trial().only(MILAN.evidence().leaf(), ask, crl)),
                new SnpCase(
                        SnpCheck.LEAF_KIND,
                        "a VLEK issued by the ASK",
                        VLEK.trial(),
                        VLEK.trial().only(vlekByAsk, ask, crl)),
                new SnpCase(
                        SnpCheck.LEAF_KIND,
                        "a VCEK issued by the ASVK",
                        good,
                        good.only(vcekByAsvk, VLEK.evidence().intermediate(), crl)));
    }

    private static List<SnpCase> key() {
        byte[] offCurve = MILAN.leafTemplate().publicKey();
        offCurve[offCurve.length - 1] ^= 1;
        return List.of(
                new SnpCase(SnpCheck.LEAF_KEY, "a key on P-256", MILAN.trial(), MILAN.leaf(with(EcCurve.P256))),
                new SnpCase(SnpCheck.LEAF_KEY, "a key on P-521", MILAN.trial(), MILAN.leaf(with(EcCurve.P521))),
                new SnpCase(
                        SnpCheck.LEAF_KEY,
                        "an RSA key",
                        MILAN.trial(),
                        MILAN.leaf(leaf -> leaf.publicKey(MILAN.amd().rootKey().publicKeyInfo()))),
                new SnpCase(
                        SnpCheck.LEAF_KEY,
                        "a point that is not on the curve",
                        MILAN.trial(),
                        MILAN.leaf(leaf -> leaf.publicKey(offCurve))),
                new SnpCase(
                        SnpCheck.LEAF_USAGE,
                        "a leaf that may issue certificates",
                        MILAN.leafExtensions(
                                list -> list.and(StandardExtensions.basicConstraints(false, OptionalInt.empty()))),
                        MILAN.leafExtensions(
                                list -> list.and(StandardExtensions.basicConstraints(true, OptionalInt.empty())))),
                new SnpCase(
                        SnpCheck.LEAF_USAGE,
                        "a leaf that may issue certificates, but no authorities",
                        MILAN.trial(),
                        MILAN.leafExtensions(
                                list -> list.and(StandardExtensions.basicConstraints(true, OptionalInt.of(0))))),
                new SnpCase(
                        SnpCheck.LEAF_USAGE,
                        "a key that is not for signing data",
                        MILAN.leafExtensions(list -> list.and(StandardExtensions.keyUsage(Usage.DIGITAL_SIGNATURE))),
                        MILAN.leafExtensions(list -> list.and(StandardExtensions.keyUsage(Usage.CERTIFICATE_SIGN)))));
    }

    private static UnaryOperator<CertificateEncoder> with(EcCurve curve) {
        return leaf -> leaf.publicKey(EcKey.derive(curve, 0, "wrong curve").publicKeyInfo());
    }

    private static List<SnpCase> extensions() {
        CertificateExtension unknown = CertificateExtension.of("1.3.6.1.4.1.3704.1.99", false, new byte[] {5, 0});
        return List.of(
                missing(MILAN, VekExtensions.HW_ID),
                missing(VLEK, VekExtensions.CSP_ID),
                missing(MILAN, VekExtensions.SPL_4),
                missing(TURIN, VekExtensions.FMC_SPL),
                missing(TURIN, VekExtensions.PRODUCT_NAME),
                missing(TURIN, VekExtensions.STRUCT_VERSION),
                invalid(MILAN, "a TCB part of 256", VekExtensions.SNP_SPL, VekExtensions.integer(256)),
                invalid(MILAN, "a hwID of 8 bytes", VekExtensions.HW_ID, new byte[8]),
                invalid(TURIN, "a hwID of 64 bytes", VekExtensions.HW_ID, Arrays.copyOf(TURIN.hwId(), 64)),
                invalid(VLEK, "an empty cspID", VekExtensions.CSP_ID, StringForm.IA5.der("")),
                surplus(VLEK, MILAN, VekExtensions.HW_ID),
                surplus(MILAN, VLEK, VekExtensions.CSP_ID),
                surplus(TURIN, MILAN, VekExtensions.SPL_4),
                surplus(MILAN, TURIN, VekExtensions.FMC_SPL),
                new SnpCase(
                        SnpCheck.LEAF_EXTENSION_UNKNOWN,
                        "one more under AMD's arc",
                        MILAN.trial(),
                        MILAN.leafExtensions(list -> list.and(unknown))),
                product(MILAN, "Genoa"),
                product(MILAN, "Milan2"),
                product(MILAN, "milan"),
                product(MILAN, "M"),
                product(TURIN, "Milan-B0"));
    }

    private static SnpCase missing(SnpForge forge, String oid) {
        return new SnpCase(
                SnpCheck.LEAF_EXTENSION_MISSING,
                forge + " without " + oid,
                forge.trial(),
                forge.leafExtensions(list -> list.without(oid)));
    }

    private static SnpCase invalid(SnpForge forge, String description, String oid, byte[] value) {
        return new SnpCase(
                SnpCheck.LEAF_EXTENSION_INVALID,
                forge + " with " + description,
                forge.trial(),
                forge.leafExtensions(list -> list.with(oid, value)));
    }

    private static SnpCase surplus(SnpForge forge, SnpForge owner, String oid) {
        ExtensionList others = owner.leafTemplate().extensions();
        CertificateExtension extra = others.all().stream()
                .filter(one -> one.oid().equals(oid))
                .findFirst()
                .orElseThrow();
        return new SnpCase(
                SnpCheck.LEAF_EXTENSION_INVALID,
                forge + " with " + oid + ", which belongs to " + owner,
                forge.trial(),
                forge.leafExtensions(list -> list.and(extra)));
    }

    private static SnpCase product(SnpForge forge, String name) {
        return new SnpCase(
                SnpCheck.LEAF_PRODUCT_NAME,
                forge + " with productName " + name,
                forge.trial(),
                forge.leafExtensions(list -> list.with(VekExtensions.PRODUCT_NAME, StringForm.IA5.der(name))));
    }
}
