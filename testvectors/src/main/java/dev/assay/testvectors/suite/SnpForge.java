package dev.assay.testvectors.suite;

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
import java.util.function.UnaryOperator;

/**
 * A simulated machine, and evidence of it in which one thing is changed and then signed as AMD would, so that nothing
 * else is wrong.
 */
record SnpForge(SnpSimulator machine) {
    private static final int REPORT_VERSION = 5;

    static SnpForge of(AmdProduct product, VekKind kind, long seed) {
        return new SnpForge(SnpSimulator.create(AmdHierarchy.create(product, seed), kind));
    }

    /** The same machine below a hierarchy with the same names and other keys. */
    SnpForge impostor() {
        return new SnpForge(SnpSimulator.create(AmdHierarchy.impostor(product(), amd().seed()), kind()));
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
        return machine.report(REPORT_VERSION, report -> report);
    }

    SnpGiven given() {
        return SnpGiven.of(evidence());
    }

    /** The endorsements stay those of the unchanged report. */
    SnpGiven report(UnaryOperator<SnpReportEncoder> change) {
        return given().report(machine.sign(change.apply(machine.reportTemplate(REPORT_VERSION))));
    }

    byte[] hwId() {
        return Arrays.copyOf(machine.chipId(), product().hwIdSize());
    }

    CertificateEncoder leafTemplate() {
        return amd().leafTemplate(kind(), product().tcb(), hwId());
    }

    SnpGiven leaf(UnaryOperator<CertificateEncoder> change) {
        return given().leaf(change.apply(leafTemplate()).sign(amd().leafSigner(kind())));
    }

    SnpGiven leafExtensions(UnaryOperator<ExtensionList> change) {
        return leaf(leaf -> leaf.extensions(change));
    }

    SnpGiven leafSigned(CertificateSigner signer) {
        return given().leaf(leafTemplate().sign(signer));
    }

    byte[] intermediateDer(UnaryOperator<CertificateEncoder> change) {
        return change.apply(amd().intermediateTemplate(kind())).sign(amd().rootSigner());
    }

    SnpGiven intermediate(UnaryOperator<CertificateEncoder> change) {
        return given().withChain(intermediateDer(change));
    }

    SnpGiven root(UnaryOperator<CertificateEncoder> change) {
        return given().anchors(change.apply(amd().rootTemplate()).sign(amd().rootSigner()));
    }

    byte[] crlDer(UnaryOperator<CrlEncoder> change) {
        return change.apply(amd().crlTemplate()).sign(amd().crlSigner());
    }

    SnpGiven crl(UnaryOperator<CrlEncoder> change) {
        return given().withCrls(crlDer(change));
    }
}
