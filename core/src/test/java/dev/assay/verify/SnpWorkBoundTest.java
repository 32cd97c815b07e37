package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import java.math.BigInteger;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** However many revocation lists come along, the work that they make is bounded. */
class SnpWorkBoundTest {
    private static final AmdHierarchy HIERARCHY = AmdHierarchy.create(AmdProduct.MILAN, 1);

    private static SnpTrial withLists(int count) {
        SnpTrial trial =
                SnpTrial.of(SnpSimulator.create(HIERARCHY, VekKind.VCEK).report(3, report -> report));
        for (int i = 1; i < count; i++) {
            trial = trial.with(HIERARCHY
                    .crlTemplate()
                    .revoke(BigInteger.valueOf(1000 + i), SnpSimulator.AT)
                    .sign(HIERARCHY.crlSigner()));
        }
        return trial.with(HIERARCHY.crl());
    }

    @Test
    void sixteenListsByOneAuthorityAreJudged() {
        assertEquals(Set.of(), SnpTrial.refusals(withLists(16).outcome()));
    }

    @Test
    void moreListsAreRefusedUnread() {
        assertEquals(
                Set.of(SnpCheck.CRL_UNSUPPORTED.code()),
                SnpTrial.refusals(withLists(17).outcome()));
    }
}
