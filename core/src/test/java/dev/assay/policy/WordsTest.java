package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.assay.result.AttestationResult;
import dev.assay.snp.Product;
import dev.assay.snp.TcbComponent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is demanded and what is there are said in the same words. */
class WordsTest {
    private static String expectedAndFound(PolicyRule<?, ?> rule, AttestationResult result) {
        return RuleCase.find(result, rule).expected() + " / "
                + RuleCase.find(result, rule).actual();
    }

    @Test
    void bitsAreCalledWhatTheyMean() {
        AttestationResult result = Minted.snp(snp -> snp.with(SnpRules.ID_BLOCK, BitState.REQUIRED)
                        .with(SnpRules.PROVISIONAL_FIRMWARE, BitState.REQUIRED)
                        .with(SnpRules.MASKED_CHIP_ID, BitState.REQUIRED)
                        .with(SnpRules.PLATFORM_UNKNOWN, BitState.FORBIDDEN))
                .appraise(Minted.milan());
        assertEquals("there / none", expectedAndFound(SnpRules.ID_BLOCK, result));
        assertEquals("not committed / committed", expectedAndFound(SnpRules.PROVISIONAL_FIRMWARE, result));
        assertEquals("CHIP_ID is masked / CHIP_ID is shown", expectedAndFound(SnpRules.MASKED_CHIP_ID, result));
        assertEquals("as they must be / as they must be", expectedAndFound(SnpRules.GUEST_POLICY_RESERVED, result));
        assertEquals("clear / clear", expectedAndFound(SnpRules.PLATFORM_UNKNOWN, result));
        AttestationResult odd =
                Minted.snp(snp -> snp).appraise(Minted.report(Minted.MILAN, 5, report -> report.policy(0x4030000)));
        assertEquals(
                "as they must be / reserved bits of the policy have another value",
                expectedAndFound(SnpRules.GUEST_POLICY_RESERVED, odd));
    }

    @Test
    void whatAQuoteHasIsCalledWhatItMeans() {
        AttestationResult result = Minted.tdx(tdx -> tdx).appraise(Minted.td());
        assertEquals("none bound / none bound", expectedAndFound(TdxRules.MR_SERVICE_TD, result));
        assertEquals("not under debug / not under debug", expectedAndFound(TdxRules.DEBUG, result));
    }

    @Test
    void floorsNameEveryProductAndComponent() {
        TcbFloors floors = new TcbFloors(Map.of(
                TcbScope.parse("Genoa/19/a0"), Map.of(TcbComponent.SNP, 0),
                TcbScope.of(Product.MILAN), Map.of(TcbComponent.SNP, 24, TcbComponent.MICROCODE, 255)));
        assertEquals("at least Milan: snp 24, microcode 255; Genoa/19/a0: snp 0", floors.words());
    }

    @Test
    void sectionsAreEqualByWhatTheySay() {
        PolicySection<?> one = PolicySection.snp().with(SnpRules.MIN_GUEST_SVN, new AtLeast(1));
        PolicySection<?> same = PolicySection.snp().with(SnpRules.MIN_GUEST_SVN, new AtLeast(1));
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        assertNotEquals(one, PolicySection.snp().with(SnpRules.MIN_GUEST_SVN, new AtLeast(2)));
        assertNotEquals(PolicySection.snp(), PolicySection.tdx());
        assertNotEquals(one.hashCode(), PolicySection.snp().hashCode());
    }

    @Test
    void whatIsTakenBackIsSaidNoMore() {
        PolicySection<?> taken = PolicySection.snp()
                .with(SnpRules.MIN_GUEST_SVN, new AtLeast(1))
                .with(SnpRules.VMPL, Demand.any())
                .without(SnpRules.VMPL);
        assertEquals(PolicySection.snp().with(SnpRules.MIN_GUEST_SVN, new AtLeast(1)), taken);
    }
}
