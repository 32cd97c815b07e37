package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Verifier;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.policy.Policy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.SnpTcb;
import dev.assay.testvectors.intel.IntelCertificate;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.intel.TdxStatus;
import dev.assay.testvectors.junit.SimulatorExtension;
import dev.assay.testvectors.junit.SnpMachine;
import dev.assay.testvectors.simulator.SnpGuests;
import dev.assay.testvectors.simulator.TdGuests;
import dev.assay.verify.VerificationOptions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class GateTest {
    static boolean admits(SnpEvidence guest) {
        return gate(guest.rootCertificate(), guest.rootKeyDigest())
                .admits(guest.report(), guest.endorsements(), guest.at());
    }

    static boolean admits(TdxEvidence guest) {
        return gate(guest.rootCertificate(), guest.rootKeyDigest())
                .admits(guest.quote(), guest.endorsements(), guest.at());
    }

    /** The service with its own policy, which is made to trust the simulated vendor for the test. */
    private static Gate gate(X509Certificate root, String rootKeyDigest) {
        VerificationOptions options = VerificationOptions.defaults().withTrustAnchors(TrustAnchors.of(List.of(root)));
        String policy = """
                {"id": "gate", "version": "1", "reportData": "any", "trustAnchors": ["vendor", "%s"],
                 "snp": {"measurement": "any", "minTcb": {"Milan": {"snp": 24}, "Genoa": {"snp": 23}}},
                 "tdx": {"mrTd": "any"}}
                """;
        return new Gate(Verifier.of(options), Policy.fromJson(policy.formatted(rootKeyDigest)));
    }

    @Test
    void admitsAnOrdinaryGuest(SnpEvidence guest) {
        assertTrue(admits(guest));
    }

    @Test
    void refusesADebuggableGuest(SnpSimulator machine) {
        assertFalse(admits(machine.report(SnpGuests.debuggable())));
    }

    @Test
    void refusesAGuestOnOldFirmware(@SnpMachine(product = AmdProduct.GENOA) SnpSimulator machine) {
        assertTrue(admits(machine.report(SnpGuests.onTcb(SnpTcb.classic(10, 0, 23, 84)))));
        assertFalse(admits(machine.report(SnpGuests.onTcb(SnpTcb.classic(10, 0, 22, 84)))));
    }

    @Test
    void refusesAMachineWhoseAuthorityIsRevoked(SnpSimulator machine) {
        assertFalse(admits(machine.revoked().report(SnpGuests.ordinary())));
    }

    @Test
    void refusesATrustDomainUnderDebug(TdxSimulator machine) {
        assertFalse(admits(machine.quote(TdGuests.debuggable())));
    }

    @Test
    void refusesAnOutdatedPlatform(TdxSimulator machine) {
        assertTrue(admits(machine.quote(TdGuests.ordinary())));
        assertFalse(
                admits(machine.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE).quote(TdGuests.ordinary())));
    }

    @Test
    void refusesARevokedPlatform(TdxSimulator machine) {
        assertFalse(admits(machine.revoking(IntelCertificate.PCK).quote(TdGuests.ordinary())));
    }

    @Test
    void goesByTheTimeThatItIsGiven(SnpSimulator snp, TdxSimulator tdx) {
        Instant later = Instant.parse("2031-01-01T00:00:00Z");
        assertTrue(admits(snp.at(later).report(SnpGuests.ordinary())));
        assertTrue(admits(tdx.at(later).quote(TdGuests.ordinary())));
    }
}
