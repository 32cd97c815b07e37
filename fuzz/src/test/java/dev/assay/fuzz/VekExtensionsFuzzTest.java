package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.endorsement.Endorsements;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.ExtensionList;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The extensions of VCEK and VLEK certificates: the input says which of them get other values, are left out or doubled. */
class VekExtensionsFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0, 0},
                new byte[] {1, 1, 2, 0, 3, 2, 1, 5},
                new byte[] {2, 0, 9, 1, 3, 0, 4, 2, 2, 0, (byte) 0x80},
                new byte[] {0, 1, 10, 0, 5, 0x16, 3, 'a', 'b', 'c', 4, 2});
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdTotal(input, bytes -> {
            Choices choices = new Choices(bytes);
            AmdProduct product = choices.of(AmdProduct.values());
            VekKind kind = choices.of(VekKind.values());
            AmdHierarchy amd = Minted.machine(product, kind).hierarchy();
            CertificateEncoder leaf = amd.leafTemplate(kind, product.tcb(), new byte[product.hwIdSize()]);
            ExtensionList extensions = leaf.extensions();
            for (int i = 0; i < 8 && choices.more() && !extensions.all().isEmpty(); i++) {
                extensions = changed(extensions, choices);
            }
            return EndorsementsText.of(
                    Endorsements.of(leaf.extensions(extensions).sign(Unsigned.ECDSA)));
        });
    }

    private static ExtensionList changed(ExtensionList extensions, Choices choices) {
        CertificateExtension chosen =
                extensions.all().get(choices.below(extensions.all().size()));
        return switch (choices.below(5)) {
            case 1 -> extensions.without(chosen.oid());
            case 2 -> extensions.duplicated(chosen.oid());
            case 3 -> extensions.marked(chosen.oid(), !chosen.critical());
            case 4 -> extensions.and(CertificateExtension.of("1.3.6.1.4.1.3704.1." + choices.u8(), false, new byte[1]));
            default -> extensions.with(chosen.oid(), choices.bytes(choices.u8() % 80));
        };
    }
}
