package com.example.keyrelease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.junit.SimulatorExtension;
import dev.assay.testvectors.simulator.SnpGuests;
import dev.assay.testvectors.simulator.TdGuests;
import dev.assay.verify.NotVerifiedException;
import dev.assay.verify.VerificationOptions;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** One check for guests of both vendors, on machines that JUnit's extension gives. */
@ExtendWith(SimulatorExtension.class)
class GuestCheckTest {
    private static final Bytes SECRET = Bytes.copyOf(new byte[] {1, 2, 3});
    private static final Bytes NONCE = Bytes.copyOf(new byte[] {4, 5, 6});
    private static final Bytes GUEST_KEY = Bytes.copyOf(new byte[] {7, 8, 9});

    @Test
    void aSnpGuestGetsTheSecret(SnpSimulator machine) throws Exception {
        assertEquals(SECRET, release(machine.report(SnpGuests.saying(bound())), NONCE));
    }

    @Test
    void aTrustDomainGetsTheSecret(TdxSimulator machine) throws Exception {
        assertEquals(SECRET, release(machine.quote(TdGuests.saying(bound())), NONCE));
    }

    @Test
    void aDebuggableGuestIsRefused(SnpSimulator snp, TdxSimulator tdx) {
        refused("policy.debug", () -> release(snp.report(SnpGuests.debuggable()), NONCE));
        refused("policy.td-debug", () -> release(tdx.quote(TdGuests.debuggable()), NONCE));
    }

    @Test
    void anotherNonceIsRefused(SnpSimulator snp, TdxSimulator tdx) throws Exception {
        SnpEvidence report = snp.report(SnpGuests.saying(bound()));
        TdxEvidence quote = tdx.quote(TdGuests.saying(bound()));
        refused("policy.report-data", () -> release(report, GUEST_KEY));
        refused("policy.report-data", () -> release(quote, GUEST_KEY));
    }

    @Test
    void aMachineOfNobodysIsRefused(SnpEvidence report, TdxEvidence quote) {
        GuestCheck check = new GuestCheck(Verifier.standard(), policy("vendor"), SECRET);
        assertThrows(
                NotVerifiedException.class,
                () -> check.release(
                        report.report(), Endorsements.of(report.endorsements()), NONCE, GUEST_KEY, report.at()));
        assertThrows(
                NotVerifiedException.class,
                () -> check.release(
                        quote.quote(), Endorsements.of(quote.endorsements()), NONCE, GUEST_KEY, quote.at()));
    }

    private static void refused(String rule, Executable release) {
        SecurityException e = assertThrows(SecurityException.class, release);
        assertTrue(e.getMessage().contains(rule), e.getMessage());
    }

    private static Bytes release(SnpEvidence guest, Bytes nonce) throws Exception {
        return trusting(guest.rootCertificate(), guest.rootKeyDigest())
                .release(guest.report(), Endorsements.of(guest.endorsements()), nonce, GUEST_KEY, guest.at());
    }

    private static Bytes release(TdxEvidence guest, Bytes nonce) throws Exception {
        return trusting(guest.rootCertificate(), guest.rootKeyDigest())
                .release(guest.quote(), Endorsements.of(guest.endorsements()), nonce, GUEST_KEY, guest.at());
    }

    /** What the guest hashes into its report. */
    private static byte[] bound() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(NONCE.toArray());
        return digest.digest(GUEST_KEY.toArray());
    }

    /** The service with its own policy, which is made to trust the simulated vendor for the test. */
    private static GuestCheck trusting(X509Certificate root, String rootKeyDigest) {
        VerificationOptions options = VerificationOptions.defaults().withTrustAnchors(TrustAnchors.of(List.of(root)));
        return new GuestCheck(Verifier.of(options), policy(rootKeyDigest), SECRET);
    }

    private static String policy(String root) {
        return """
                {"id": "images", "version": "1", "reportData": "any", "trustAnchors": ["%s"],
                 "snp": {"measurement": "any", "minTcb": {"Milan": {"snp": 24}}},
                 "tdx": {"mrTd": "any"}}
                """.formatted(root);
    }
}
