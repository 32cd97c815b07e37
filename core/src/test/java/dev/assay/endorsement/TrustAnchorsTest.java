package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.snp.Product;
import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdNames;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.VekKind;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

/** Anchors are the vendors' roots or what the caller names, and nothing else. */
class TrustAnchorsTest {
    private static final AmdHierarchy AMD = AmdHierarchy.create(AmdProduct.GENOA, 0);

    @Test
    void theEmbeddedOnesAreOneForEachProductAndIntels() {
        TrustAnchors embedded = TrustAnchors.embedded();
        assertFalse(embedded.custom());
        assertEquals(4, embedded.certificates().size());
        for (Product product : Product.values()) {
            X500Principal name = new AmdAuthority(AmdAuthority.Role.ARK, product).name();
            assertEquals(1, embedded.named(name).size());
        }
        assertEquals(
                1,
                embedded.named(new X500Principal(
                                        "CN=Intel SGX Root CA, O=Intel Corporation, L=Santa Clara, ST=CA, C=US"))
                                .size()
                        + embedded.named(new X500Principal(
                                        "C=US, ST=CA, L=Santa Clara, O=Intel Corporation, CN=Intel SGX Root CA"))
                                .size());
    }

    @Test
    void intermediatesAreNoneOfThem() {
        List<X509Certificate> intermediates = TrustAnchors.embeddedAmdIntermediates();
        assertEquals(6, intermediates.size());
        for (X509Certificate one : intermediates) {
            assertTrue(
                    TrustAnchors.embedded().named(one.getSubjectX500Principal()).isEmpty());
            assertThrows(IllegalArgumentException.class, () -> TrustAnchors.of(List.of(one)));
        }
    }

    @Test
    void ofNoAnchorsThereAreNone() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> TrustAnchors.of(List.of()));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("no trust anchors"));
    }

    @Test
    void anchorsOfNobodysNameAreRefused() {
        X509Certificate rome =
                read(AMD.rootTemplate().subject(AmdNames.of("ARK-Rome")).sign(AMD.rootSigner()));
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> TrustAnchors.of(List.of(read(AMD.root()), rome)));
        assertTrue(String.valueOf(thrown.getMessage()).contains("CN=ARK-Rome"));
        X509Certificate leaf = read(AMD.leaf(VekKind.VCEK, AmdProduct.GENOA.tcb(), new byte[64]));
        assertThrows(IllegalArgumentException.class, () -> TrustAnchors.of(List.of(leaf)));
    }

    @Test
    void customOnesReplaceTheEmbeddedOnes() {
        List<X509Certificate> roots = new ArrayList<>(List.of(read(AMD.root())));
        TrustAnchors custom = TrustAnchors.of(roots);
        assertTrue(custom.custom());
        roots.clear();
        assertEquals(List.of(read(AMD.root())), custom.certificates());
        assertEquals(List.of(), custom.named(new AmdAuthority(AmdAuthority.Role.ARK, Product.MILAN).name()));
        assertTrue(TrustAnchors.of(TrustAnchors.embedded().certificates()).custom(), "the caller gave them");
    }

    @Test
    void severalOfOneNameAreAllFound() {
        X509Certificate other = read(AmdHierarchy.impostor(AmdProduct.GENOA, 0).root());
        TrustAnchors both = TrustAnchors.of(List.of(read(AMD.root()), other));
        assertEquals(2, both.named(other.getSubjectX500Principal()).size());
    }

    private static X509Certificate read(byte[] der) {
        return Endorsements.of(der).certificates().get(0);
    }
}
