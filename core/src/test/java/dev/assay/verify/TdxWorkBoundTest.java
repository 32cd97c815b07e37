package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxSimulator;
import java.math.BigInteger;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What whoever chooses the endorsements can make a verification cost. */
class TdxWorkBoundTest {
    private static final TdxSimulator MACHINE = TdxSimulator.create();
    private static final IntelHierarchy INTEL = MACHINE.hierarchy();

    private final TdxMinted genuine = TdxMinted.of(MACHINE);

    private Outcome<VerifiedQuote> withLists(int count) {
        Endorsements.Builder all = Endorsements.builder().add(genuine.endorsements());
        for (int i = 1; i < count; i++) {
            byte[] list = IntelHierarchy.revoked(INTEL.pckCrlTemplate(PckCa.PLATFORM), BigInteger.valueOf(i))
                    .sign(INTEL.caSigner(PckCa.PLATFORM));
            all.add("list", Bytes.copyOf(list));
        }
        return new TdxVerification(genuine.allOptions()).verify(genuine.quote(), all.build(), genuine.at());
    }

    @Test
    void sixteenListsByOneAuthorityAreJudged() {
        assertEquals(Set.of(), TdxMinted.failing(withLists(16)));
    }

    /** Each would cost a signature check; SEV-SNP had this bound before TDX did. */
    @Test
    void moreListsAreRefusedUnread() {
        assertEquals(Set.of("tdx.crl.profile"), TdxMinted.failing(withLists(17)));
    }

    /** Sixteen documents of a kind are tried with sixteen certificates, whatever else is given. */
    @Test
    void documentsAndCertificatesWithoutEndDoNotCostSignaturesWithoutEnd() {
        CountingProvider provider = new CountingProvider();
        Endorsements.Builder all = Endorsements.builder();
        for (int i = 0; i < 40; i++) {
            int number = 30 + i;
            byte[] signer = IntelHierarchy.impostor(i)
                    .tcbSigningTemplate()
                    .serial(BigInteger.valueOf(i))
                    .sign(IntelHierarchy.impostor(i).rootSigner());
            all.add("signer", Bytes.copyOf(signer));
            all.add(
                    "info",
                    Bytes.copyOf(MACHINE.tcbInfo(info -> info.evaluationNumber(number))
                            .signedTcbInfo()
                            .encode()));
        }
        all.add(genuine.endorsements());
        VerificationOptions options = genuine.allOptions()
                .withSignatures(Signatures.provider(provider))
                .withMemory(SignatureMemory.none());
        Outcome<VerifiedQuote> outcome =
                new TdxVerification(options).verify(genuine.quote(), all.build(), genuine.at());
        assertTrue(outcome.verified().isEmpty());
        assertTrue(provider.checks() < 16 * 16 + 16 + 10, "" + provider.checks());
    }
}
