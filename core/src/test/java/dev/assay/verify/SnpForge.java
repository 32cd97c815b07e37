package dev.assay.verify;

import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.SnpReportEncoder;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateSigner;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.ExtensionList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A simulated machine, and evidence of it in which one thing is not as AMD makes it: changed, and then signed as AMD
 * would, so that nothing else is wrong.
 */
record SnpForge(SnpSimulator machine) {
    static final SnpForge MILAN = of(AmdProduct.MILAN, VekKind.VCEK);
    static final SnpForge MILAN_VLEK = of(AmdProduct.MILAN, VekKind.VLEK);
    static final SnpForge GENOA = of(AmdProduct.GENOA, VekKind.VCEK);
    static final SnpForge GENOA_VLEK = of(AmdProduct.GENOA, VekKind.VLEK);
    static final SnpForge TURIN = of(AmdProduct.TURIN, VekKind.VCEK);
    static final SnpForge TURIN_VLEK = of(AmdProduct.TURIN, VekKind.VLEK);
    static final List<SnpForge> ALL = List.of(MILAN, MILAN_VLEK, GENOA, GENOA_VLEK, TURIN, TURIN_VLEK);

    private static SnpForge of(AmdProduct product, VekKind kind) {
        return new SnpForge(SnpSimulator.create(AmdHierarchy.create(product, 0), kind));
    }

    AmdHierarchy amd() {
        return machine.hierarchy();
    }

    AmdProduct product() {
        return amd().product();
    }

    VekKind kind() {
        return machine.kind();
    }

    SnpEvidence evidence() {
        return machine.report(5, report -> report);
    }

    SnpTrial trial() {
        return SnpTrial.of(evidence());
    }

    /** The endorsements stay those of the unchanged report. */
    SnpTrial report(UnaryOperator<SnpReportEncoder> change) {
        return trial().report(machine.sign(change.apply(machine.reportTemplate(5))));
    }

    byte[] hwId() {
        return Arrays.copyOf(machine.chipId(), product().hwIdSize());
    }

    CertificateEncoder leafTemplate() {
        return amd().leafTemplate(kind(), product().tcb(), hwId());
    }

    byte[] leafDer(UnaryOperator<CertificateEncoder> change) {
        return change.apply(leafTemplate()).sign(amd().leafSigner(kind()));
    }

    SnpTrial leaf(UnaryOperator<CertificateEncoder> change) {
        return SnpTrial.of(evidence().withLeaf(leafDer(change)));
    }

    SnpTrial leafExtensions(UnaryOperator<ExtensionList> change) {
        return leaf(leaf -> leaf.extensions(change));
    }

    SnpTrial leafSigned(CertificateSigner signer) {
        return SnpTrial.of(evidence().withLeaf(leafTemplate().sign(signer)));
    }

    byte[] intermediateDer(UnaryOperator<CertificateEncoder> change) {
        return change.apply(amd().intermediateTemplate(kind())).sign(amd().rootSigner());
    }

    SnpTrial intermediate(UnaryOperator<CertificateEncoder> change) {
        return SnpTrial.of(evidence().withIntermediate(intermediateDer(change)));
    }

    SnpTrial root(UnaryOperator<CertificateEncoder> change) {
        return SnpTrial.of(
                evidence().withRoot(change.apply(amd().rootTemplate()).sign(amd().rootSigner())));
    }

    byte[] crlDer(UnaryOperator<CrlEncoder> change) {
        return change.apply(amd().crlTemplate()).sign(amd().crlSigner());
    }

    SnpTrial crl(UnaryOperator<CrlEncoder> change) {
        return SnpTrial.of(evidence().withCrl(crlDer(change)));
    }

    @Override
    public String toString() {
        return product().label() + " " + kind();
    }
}
