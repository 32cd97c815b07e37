package dev.assay.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.PolicyException;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.verify.NotVerifiedException;
import dev.assay.verify.VerificationOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The README's example is {@link GuestCheck}, and does what it says. */
class ReadmeExampleTest {
    private static final String VECTORS = "testvectors/vectors/snp/real/";
    private static final Instant AT = Instant.parse("2026-09-01T00:00:00Z");
    private static final Bytes SECRET = ascii("the key of the guest's disk");
    private static final Bytes NONCE = ascii("asked for once, at noon");
    private static final Bytes GUEST_KEY = ascii("the public key of the guest's channel");

    /** What the simulator's guests measure. */
    private static final String MEASUREMENT = "3e".repeat(48);

    private static final SnpSimulator MACHINE = SnpSimulator.create(AmdProduct.MILAN);

    private static Bytes ascii(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] sha512(Bytes first, Bytes second) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(first.toArray());
        return digest.digest(second.toArray());
    }

    private static String policy(String measurement, String more) {
        return ("{'id': 'disk-key', 'version': '1', 'reportData': 'any'" + more + ", 'snp': {'measurement': ['"
                        + measurement + "'], 'minTcb': {'Milan': {'snp': 24, 'microcode': 219}}}}")
                .replace('\'', '"');
    }

    /** Somebody who trusts the simulator, as nobody should in earnest. */
    private static GuestCheck trusting(String measurement) {
        byte[] root = MACHINE.report(right -> right).root();
        TrustAnchors anchors = TrustAnchors.of(Endorsements.of(root).certificates());
        String key = Bytes.copyOf(anchors.certificates().get(0).getPublicKey().getEncoded())
                .sha256()
                .hex();
        return new GuestCheck(
                Verifier.of(VerificationOptions.defaults().withTrustAnchors(anchors)),
                policy(measurement, ", 'trustAnchors': ['" + key + "']"),
                SECRET);
    }

    private static Bytes release(GuestCheck check, long guestPolicy, Bytes nonce) throws Exception {
        byte[] bound = sha512(NONCE, GUEST_KEY);
        var minted = MACHINE.report(report -> report.reportData(bound).policy(guestPolicy));
        return check.release(
                minted.report(), Endorsements.of(minted.leaf(), minted.intermediate()), nonce, GUEST_KEY, minted.at());
    }

    @Test
    void theReadmeHasExactlyThisExample() throws IOException {
        String source = ProjectFiles.read("core/src/test/java/dev/assay/docs/GuestCheck.java");
        String example = source.substring(source.indexOf("import "));
        assertTrue(
                ProjectFiles.read("README.md").contains("```java\n" + example + "```\n"),
                "README.md must contain GuestCheck.java from its first import on");
    }

    @Test
    void theReadmeNamesEvidenceThatIsThere() throws IOException {
        String readme = ProjectFiles.read("README.md");
        for (String file : new String[] {"milan-v2.report.bin", "milan-v2.vcek.der"}) {
            assertTrue(readme.contains(VECTORS + file));
            assertTrue(Files.exists(ProjectFiles.root().resolve(VECTORS + file)));
        }
    }

    @Test
    void itReleasesTheSecretToTheGuestThatIsExpected() throws Exception {
        assertEquals(SECRET, release(trusting(MEASUREMENT), 0x30000, NONCE));
    }

    @Test
    void itReleasesNothingForAnotherNonceAnotherImageOrADebugger() {
        assertRefused("policy.report-data", trusting(MEASUREMENT), 0x30000, ascii("another nonce"));
        assertRefused("policy.measurement", trusting("3f".repeat(48)), 0x30000, NONCE);
        assertRefused("policy.debug", trusting(MEASUREMENT), 0xB0000, NONCE);
    }

    private static void assertRefused(String code, GuestCheck check, long guestPolicy, Bytes nonce) {
        SecurityException refused = assertThrows(SecurityException.class, () -> release(check, guestPolicy, nonce));
        assertTrue(String.valueOf(refused.getMessage()).contains(code), refused.getMessage());
    }

    @Test
    void itReleasesNothingToARealGuestThatBoundSomethingElse() throws Exception {
        String measurement =
                "7a1e5c266c0108dbc9bb94fa926951320940915d0aafb42464bd88b579ea158d3e1a0dc39b2c60bd95b9c480cd81841f";
        GuestCheck check = new GuestCheck(
                Verifier.standard(),
                policy(measurement, "").replace(": 24", ": 8").replace(": 219", ": 115"),
                SECRET);
        Endorsements vcek = Endorsements.of(vcek());
        SecurityException refused =
                assertThrows(SecurityException.class, () -> check.release(report(), vcek, NONCE, GUEST_KEY, AT));
        assertTrue(String.valueOf(refused.getMessage()).contains("policy.report-data"));
        assertFalse(String.valueOf(refused.getMessage()).contains("policy.measurement"));
    }

    @Test
    void itReleasesNothingForAnAlteredReportOrNoReport() throws IOException {
        byte[] altered = report();
        altered[0x90] ^= 1;
        Endorsements vcek = Endorsements.of(vcek());
        GuestCheck check = new GuestCheck(Verifier.standard(), policy(MEASUREMENT, ""), SECRET);
        NotVerifiedException refused =
                assertThrows(NotVerifiedException.class, () -> check.release(altered, vcek, NONCE, GUEST_KEY, AT));
        assertFalse(refused.findings().isEmpty());
        assertThrows(MalformedEvidenceException.class, () -> check.release(new byte[3], vcek, NONCE, GUEST_KEY, AT));
    }

    @Test
    void itDoesNotStartWithoutAPolicy() {
        assertThrows(PolicyException.class, () -> new GuestCheck(Verifier.standard(), "{}", SECRET));
    }

    private static byte[] report() throws IOException {
        return Files.readAllBytes(ProjectFiles.root().resolve(VECTORS + "milan-v2.report.bin"));
    }

    private static byte[] vcek() throws IOException {
        return Files.readAllBytes(ProjectFiles.root().resolve(VECTORS + "milan-v2.vcek.der"));
    }
}
