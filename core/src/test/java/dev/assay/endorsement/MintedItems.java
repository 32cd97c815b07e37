package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbVersion;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import java.util.List;

/** What simulated vendors give, and what it is asked for by. */
final class MintedItems {
    static final SnpSimulator MILAN = SnpSimulator.create(AmdProduct.MILAN);
    static final SnpSimulator CLOUD = SnpSimulator.create(AmdHierarchy.create(AmdProduct.MILAN, 0), VekKind.VLEK);
    static final SnpEvidence REPORT = MILAN.report(report -> report);
    static final SnpEvidence CLOUD_REPORT = CLOUD.report(report -> report);
    static final TdxSimulator INTEL = TdxSimulator.create();
    static final TdxEvidence QUOTE = INTEL.quote(5, TdReportEncoder.Kind.TD_1_5, right -> right);

    private MintedItems() {}

    static byte[] amdCrl() {
        return MILAN.hierarchy().crl();
    }

    static EndorsementRequest.Vcek vcek() {
        return vcek(REPORT);
    }

    static EndorsementRequest.Vcek vcek(SnpEvidence evidence) {
        return new EndorsementRequest.Vcek(
                Product.MILAN, Bytes.copyOf(evidence.report()).slice(0x1A0, 64), tcb(evidence));
    }

    static TcbVersion tcb(SnpEvidence evidence) {
        return new TcbVersion(
                Product.MILAN.tcbLayout(), Bytes.copyOf(evidence.report()).slice(0x180, TcbVersion.SIZE));
    }

    static EndorsementSource everything() {
        Endorsements all = Endorsements.of(
                REPORT.leaf(),
                REPORT.intermediate(),
                REPORT.root(),
                REPORT.crl(),
                CLOUD_REPORT.leaf(),
                CLOUD_REPORT.intermediate(),
                QUOTE.tcbInfo(),
                QUOTE.qeIdentity(),
                QUOTE.pckCrl(),
                QUOTE.rootCrl(),
                QUOTE.tcbSigningCertificate(),
                QUOTE.root());
        return EndorsementSource.of(all, "set", () -> SnpSimulator.AT);
    }

    /** What the set has. */
    static List<EndorsementRequest> requests() {
        return List.of(
                vcek(),
                new EndorsementRequest.Vlek(Product.MILAN, tcb(CLOUD_REPORT)),
                new EndorsementRequest.AmdChain(Product.MILAN, SigningKey.VCEK),
                new EndorsementRequest.AmdChain(Product.MILAN, SigningKey.VLEK),
                new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VCEK),
                new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VLEK),
                new EndorsementRequest.TcbInfo(fmspc(), EvaluationSet.Update.STANDARD),
                new EndorsementRequest.QeIdentity(EvaluationSet.Update.STANDARD),
                new EndorsementRequest.PckCrl(IntelAuthority.PLATFORM_CA),
                new EndorsementRequest.IntelRootCrl());
    }

    /** The same for another chip, TCB, product, platform, authority or evaluation. */
    static List<EndorsementRequest> requestsForOthers() {
        Bytes otherChip = Bytes.copyOf(MILAN.chipId()).reversed();
        TcbVersion otherTcb = new TcbVersion(Product.MILAN.tcbLayout(), Bytes.fromHex("0000000000000000"));
        return List.of(
                new EndorsementRequest.Vcek(Product.MILAN, otherChip, tcb(REPORT)),
                new EndorsementRequest.Vcek(Product.MILAN, vcek().chipId(), otherTcb),
                new EndorsementRequest.Vcek(Product.GENOA, vcek().chipId(), tcb(REPORT)),
                new EndorsementRequest.Vlek(Product.MILAN, otherTcb),
                new EndorsementRequest.Vlek(Product.GENOA, tcb(CLOUD_REPORT)),
                new EndorsementRequest.AmdChain(Product.GENOA, SigningKey.VCEK),
                new EndorsementRequest.AmdCrl(Product.GENOA, SigningKey.VCEK),
                new EndorsementRequest.TcbInfo(fmspc().reversed(), EvaluationSet.Update.STANDARD),
                new EndorsementRequest.TcbInfo(fmspc(), new EvaluationSet.Numbered(9999)),
                new EndorsementRequest.QeIdentity(new EvaluationSet.Numbered(9999)),
                new EndorsementRequest.PckCrl(IntelAuthority.PROCESSOR_CA));
    }

    static Bytes fmspc() {
        return Bytes.copyOf(INTEL.platform().fmspc());
    }
}
