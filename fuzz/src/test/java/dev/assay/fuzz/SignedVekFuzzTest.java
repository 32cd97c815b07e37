package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.snp.AttestationReport;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekExtensions;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.ExtensionList;
import dev.assay.verify.Outcome;
import dev.assay.verify.VerifiedReport;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Certificates of report keys whose extensions were changed, and which then were signed by the simulated AMD: whatever
 * the certificate says, what is verified agrees with what the report says. Slow, since an RSA-4096 signature is.
 */
class SignedVekFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0, 0, 0}, new byte[] {1, 0, 1, 2, 0, 3, 2, 1, 5}, new byte[] {2, 0, 1, 9, 1}, new byte[] {
                    0, 1, 1, 10, 2
                });
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdCostly(input, MalformedEvidenceException.class, bytes -> {
            Choices choices = new Choices(bytes);
            AmdProduct product = choices.of(AmdProduct.values());
            VekKind kind = choices.of(VekKind.values());
            SnpSimulator machine = Minted.machine(product, kind);
            AmdHierarchy amd = machine.hierarchy();
            var leaf = amd.leafTemplate(kind, product.tcb(), Arrays.copyOf(machine.chipId(), product.hwIdSize()));
            ExtensionList genuine = leaf.extensions();
            ExtensionList extensions = genuine;
            for (int i = choices.below(4); i > 0 && !extensions.all().isEmpty(); i--) {
                extensions = changed(extensions, choices);
            }
            SnpEvidence evidence = Minted.snp(product, kind)
                    .withLeaf(leaf.extensions(extensions).sign(amd.leafSigner(kind)));
            Outcome<VerifiedReport> outcome = Minted.CRL_VERIFIER.verify(
                    AttestationReport.decode(evidence.report()), Minted.endorsements(evidence), evidence.at());
            if (outcome.verified().isPresent()) {
                sameBindings(genuine, extensions);
            }
            return outcome.findings().toString();
        });
    }

    /** TCB, chip and provider are what the report is bound by; none of them may differ from what fits it. */
    private static void sameBindings(ExtensionList genuine, ExtensionList actual) {
        for (CertificateExtension right : genuine.all()) {
            if (right.oid().startsWith("1.3.6.1.4.1.3704.1.3.") || right.oid().equals(VekExtensions.HW_ID)) {
                assertEquals(value(genuine, right.oid()), value(actual, right.oid()), right.oid());
            }
        }
    }

    private static String value(ExtensionList list, String oid) {
        return list.all().stream()
                .filter(one -> one.oid().equals(oid))
                .map(one -> Arrays.toString(one.value()))
                .toList()
                .toString();
    }

    private static ExtensionList changed(ExtensionList list, Choices choices) {
        CertificateExtension chosen = list.all().get(choices.below(list.all().size()));
        return switch (choices.below(4)) {
            case 1 -> list.without(chosen.oid());
            case 2 -> list.duplicated(chosen.oid());
            case 3 -> list.marked(chosen.oid(), !chosen.critical());
            default -> list.with(chosen.oid(), choices.bytes(choices.u8() % 80));
        };
    }
}
