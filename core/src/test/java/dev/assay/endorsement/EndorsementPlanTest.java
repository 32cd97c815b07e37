package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import dev.assay.snp.CertificateTable;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.pki.ExtensionList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked for, by what comes with the evidence. */
class EndorsementPlanTest {
    private static final EndorsementRequest IDENTITY = new EndorsementRequest.QeIdentity(EvaluationSet.Update.STANDARD);
    private static final EndorsementRequest ROOT_CRL = new EndorsementRequest.IntelRootCrl();

    /** Its issuer is Genoa's root. */
    private static final byte[] GENOA_ASK =
            AmdHierarchy.create(AmdProduct.GENOA, 0).intermediate(VekKind.VCEK);

    private static EndorsementPlan plan(SnpEvidence old, CertificateTableEncoder table)
            throws MalformedEvidenceException {
        return EndorsementPlan.of(
                AttestationReport.decode(old.report()),
                Optional.of(CertificateTable.decode(table.encode())),
                PlanOptions.defaults().withCrls(false).withAmdChain(true));
    }

    /** A table comes from a host, which may put anything into it. */
    @Test
    void theProductOfAnOldReportIsThatOfTheKeysCertificateAndOfNoOther() throws Exception {
        SnpEvidence old = MintedItems.MILAN.report(2, report -> report);
        CertificateTableEncoder others = CertificateTableEncoder.empty().add(TableGuid.ASK, GENOA_ASK);
        assertEquals(
                List.of(MintedItems.vcek(old), new EndorsementRequest.AmdChain(Product.MILAN, SigningKey.VCEK)),
                plan(old, others.add(TableGuid.VCEK, old.leaf())).requests());
        SnpEvidence cloud = MintedItems.CLOUD.report(2, report -> report);
        assertEquals(
                List.of(
                        new EndorsementRequest.Vlek(Product.MILAN, MintedItems.tcb(cloud)),
                        new EndorsementRequest.AmdChain(Product.MILAN, SigningKey.VLEK)),
                plan(cloud, others.add(TableGuid.VLEK, cloud.leaf())).requests());
        EndorsementPlan unknown = plan(old, others);
        assertEquals(List.of(), unknown.requests());
        assertEquals(
                List.of("The report does not say its product, nor does a certificate with it: name the product."),
                unknown.obstacles());
    }

    private static EndorsementPlan plan(TdxSimulator machine) throws MalformedEvidenceException {
        byte[] quote =
                machine.quote(5, TdReportEncoder.Kind.TD_1_5, right -> right).quote();
        return EndorsementPlan.of(Quote.decode(quote), PlanOptions.defaults());
    }

    @Test
    void thePlatformOfAQuoteIsThatOfItsPckCertificateWhereverItStands() throws Exception {
        List<EndorsementRequest> expected = List.of(
                new EndorsementRequest.TcbInfo(Bytes.fromHex("b0c06f000000"), EvaluationSet.Update.STANDARD),
                IDENTITY,
                new EndorsementRequest.PckCrl(IntelAuthority.PLATFORM_CA),
                ROOT_CRL);
        assertEquals(expected, plan(MintedItems.INTEL).requests());
        assertEquals(expected, plan(MintedItems.INTEL.chain(PemChain::reversed)).requests());
    }

    @Test
    void aPckCertificateThatDoesNotSayItsPlatformIsAnObstacle() throws Exception {
        EndorsementPlan plan = plan(
                MintedItems.INTEL.certificate(IntelCertificate.PCK, right -> right.extensions(ExtensionList.of())));
        assertEquals(List.of(IDENTITY, ROOT_CRL), plan.requests());
        assertEquals(List.of("The PCK certificate in the quote does not say its platform."), plan.obstacles());
    }

    @Test
    void aQuoteWithNeitherCertificateNorEncryptedIdentityIsAnObstacle() throws Exception {
        TdxSimulator machine = MintedItems.INTEL;
        byte[] quote = machine.signed(machine.quoteTemplate(5, machine.reportTemplate(TdReportEncoder.Kind.TD_1_5))
                        .signatureData(data -> data.certification(1, new byte[36])))
                .encode();
        EndorsementPlan plan = EndorsementPlan.of(Quote.decode(quote), PlanOptions.defaults());
        assertEquals(List.of(IDENTITY, ROOT_CRL), plan.requests());
        assertEquals(
                List.of("The quote has no PCK certificate, certification data of type 1 instead:"
                        + " its chain must be given."),
                plan.obstacles());
    }
}
