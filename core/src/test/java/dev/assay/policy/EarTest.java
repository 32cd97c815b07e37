package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.result.AttestationResult;
import dev.assay.result.Ear;
import dev.assay.result.JwsSigner;
import dev.assay.result.RuleStatus;
import dev.assay.result.TrustClaim;
import dev.assay.result.TrustTier;
import dev.assay.result.TrustVector;
import dev.assay.result.Verdict;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonReader;
import dev.assay.snp.AttestationReport;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import dev.assay.testvectors.intel.TcbPart;
import dev.assay.testvectors.intel.TdxStatus;
import dev.assay.verify.Outcome;
import dev.assay.verify.SnpVerification;
import dev.assay.verify.TdxVerification;
import dev.assay.verify.VerificationOptions;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Results as EAR, and results of evidence that was not accepted. */
class EarTest {
    private static final Policy PINNED =
            Minted.snp(snp -> snp.with(SnpRules.MEASUREMENT, Values.of(Minted.filled(48, 0x3E))));

    private static TrustVector vector(AttestationResult result) {
        return TrustVector.of(result);
    }

    @Test
    void aPassIsAffirming() {
        TrustVector vector = vector(PINNED.appraise(Minted.milan()));
        assertEquals(TrustTier.AFFIRMING, vector.status());
        assertEquals(
                Map.of(
                        TrustClaim.HARDWARE, 2,
                        TrustClaim.CONFIGURATION, 2,
                        TrustClaim.EXECUTABLES, 3,
                        TrustClaim.RUNTIME_OPAQUE, 2,
                        TrustClaim.INSTANCE_IDENTITY, 0),
                vector.values());
    }

    @Test
    void whatIsNotPinnedIsNotApproved() {
        Map<TrustClaim, Integer> values =
                vector(Minted.snp(snp -> snp).appraise(Minted.milan())).values();
        assertFalse(values.containsKey(TrustClaim.EXECUTABLES));
        assertEquals(
                2,
                vector(Minted.snp(snp -> snp.with(SnpRules.CHIP_ID, Values.of(Bytes.copyOf(Minted.MILAN.chipId()))))
                                .appraise(Minted.milan()))
                        .values()
                        .get(TrustClaim.INSTANCE_IDENTITY));
        assertEquals(
                0,
                vector(Minted.snp(snp -> snp.with(SnpRules.MIN_GUEST_SVN, new AtLeast(0)))
                                .appraise(Minted.milan()))
                        .values()
                        .get(TrustClaim.EXECUTABLES));
    }

    static List<RuleCase<VerifiedReport, ?>> cases() {
        return SnpRulesTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <F> void aFailedRuleSpeaksOnItsClaim(RuleCase<VerifiedReport, F> rule) {
        AttestationResult result =
                Minted.snp(snp -> snp.with(rule.rule(), rule.unmet())).appraise(rule.evidence());
        assertEquals(RuleStatus.FAILED, RuleCase.status(result, rule.rule()));
        TrustVector vector = vector(result);
        assertTrue(vector.status().compareTo(TrustTier.WARNING) >= 0);
        assertEquals(
                rule.rule().failedValue().orElseThrow(),
                vector.values().get(rule.rule().claim().orElseThrow()));
    }

    @Test
    void aFailedRuleWithoutAClaimCondemnsTheWhole() {
        AttestationResult result =
                PINNED.withReportData(ReportData.exact(Minted.filled(64, 1))).appraise(Minted.milan());
        assertEquals(TrustTier.CONTRAINDICATED, vector(result).status());
        CustomRule custom = new CustomRule("x", "", "Fix it.", v -> new CustomRule.Ruling(false, "", ""));
        assertEquals(
                TrustTier.CONTRAINDICATED,
                vector(PINNED.appraise(Minted.milan(), custom)).status());
    }

    @Test
    void anAcceptedWeaknessIsAWarningAndAnAcceptedDebuggerIsWorse() {
        VerifiedQuote old = Minted.quote(Minted.INTEL.status(TcbPart.PLATFORM, TdxStatus.OUT_OF_DATE), right -> right);
        AttestationResult accepted = Minted.tdx(
                        tdx -> tdx.with(TdxRules.TCB_STATUS, AcceptedStatuses.of(TcbStatus.OUT_OF_DATE)))
                .appraise(old);
        assertTrue(accepted.passed());
        assertEquals(TrustTier.WARNING, vector(accepted).status());
        VerifiedQuote debug = Minted.quote(Minted.INTEL, td -> td.set(TdField.TD_ATTRIBUTES, 1));
        AttestationResult debugged =
                Minted.tdx(tdx -> tdx.with(TdxRules.DEBUG, Demand.any())).appraise(debug);
        assertTrue(debugged.passed());
        assertEquals(96, vector(debugged).values().get(TrustClaim.RUNTIME_OPAQUE));
        assertEquals(TrustTier.CONTRAINDICATED, vector(debugged).status());
        assertEquals(
                TrustTier.AFFIRMING,
                vector(Minted.tdx(tdx -> tdx).appraise(Minted.td())).status());
    }

    private static JsonObject submod(String claims, String name) throws JsonException {
        JsonObject top = JsonReader.read(claims).object();
        assertEquals(Ear.PROFILE, top.member("eat_profile").text());
        assertEquals(1, top.member("submods").object().members().size());
        return top.member("submods").object().member(name).object();
    }

    @Test
    void theClaimsAreThoseOfTheProfile() throws JsonException {
        AttestationResult result = PINNED.appraise(Minted.milan());
        String claims = Ear.of(result).withNonce(Minted.filled(8, 0xFF)).claims();
        JsonObject top = JsonReader.read(claims).object();
        assertEquals("__________8", top.member("eat_nonce").text());
        assertEquals(1_788_220_800L, top.member("iat").number(0, Long.MAX_VALUE));
        assertEquals(
                result.audit().library(),
                top.member("ear.verifier-id").object().member("build").text());
        JsonObject submod = submod(claims, "SEVSNP");
        assertEquals("affirming", submod.member("ear.status").text());
        assertEquals(
                3,
                submod.member("ear.trustworthiness-vector")
                        .object()
                        .member("executables")
                        .number(0, 99));
        assertEquals(
                "tag:assay.dev,2026:policy/minted/1",
                submod.member("ear.appraisal-policy-id").text());
        JsonObject own = submod.member(Ear.RESULT).object();
        assertEquals(result.rules().size(), own.member("rules").list().size());
        assertEquals(
                "3e".repeat(48),
                submod.member("ear.veraison.annotated-evidence")
                        .object()
                        .member("snp_measurement")
                        .text());
        submod(Ear.of(Minted.tdx(tdx -> tdx).appraise(Minted.td())).claims(), "TDX");
    }

    @Test
    void namesOfPoliciesAreEncoded() throws JsonException {
        Policy odd = Policy.allOf("a b/ü", "1%-._~09azAZ@[`{", PINNED);
        assertEquals(
                "tag:assay.dev,2026:policy/a%20b%2F%C3%BC/1%25-._~09azAZ%40%5B%60%7B",
                submod(Ear.of(odd.appraise(Minted.milan())).claims(), "SEVSNP")
                        .member("ear.appraisal-policy-id")
                        .text());
    }

    @Test
    void aNonceHasTheSizeOfTheStandard() {
        Ear ear = Ear.of(PINNED.appraise(Minted.milan()));
        assertThrows(IllegalArgumentException.class, () -> ear.withNonce(Minted.filled(7, 1)));
        assertThrows(IllegalArgumentException.class, () -> ear.withNonce(Minted.filled(65, 1)));
        assertTrue(ear.withNonce(Minted.filled(64, 1)).claims().contains("eat_nonce"));
    }

    @Test
    void aSignatureIsThatOfTheCallersKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        JwsSigner signer = new JwsSigner("ES256", Optional.of("k1"), input -> {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
                signature.initSign(keys.getPrivate());
                signature.update(input);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        });
        Ear ear = Ear.of(PINNED.appraise(Minted.milan()));
        String[] parts = ear.sign(signer).split("\\.", -1);
        assertEquals(3, parts.length);
        Signature verification = Signature.getInstance("SHA256withECDSAinP1363Format");
        verification.initVerify(keys.getPublic());
        verification.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(verification.verify(Base64.getUrlDecoder().decode(parts[2])));
        assertEquals("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"k1\"}", decoded(parts[0]));
        assertEquals(
                JsonReader.read(ear.claims()).object().members().keySet(),
                JsonReader.read(decoded(parts[1])).object().members().keySet());
    }

    private static String decoded(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsNoSignatureIsRefused() {
        Ear ear = Ear.of(PINNED.appraise(Minted.milan()));
        assertThrows(IllegalArgumentException.class, () -> ear.sign(JwsSigner.of("ES256", input -> new byte[70])));
        assertThrows(IllegalArgumentException.class, () -> ear.sign(JwsSigner.of("ES384", input -> new byte[64])));
        assertThrows(IllegalArgumentException.class, () -> ear.sign(JwsSigner.of("RS256", input -> new byte[0])));
        assertThrows(IllegalArgumentException.class, () -> JwsSigner.of("none", input -> input));
        assertThrows(IllegalArgumentException.class, () -> JwsSigner.of("NONE", input -> input));
        for (String unsigned : List.of(" ", "none ", "HS256", "HS512", "es256", "dir", "A128GCM", "ES256K1")) {
            assertThrows(IllegalArgumentException.class, () -> JwsSigner.of(unsigned, input -> input), unsigned);
        }
        assertThrows(IllegalArgumentException.class, () -> ear.sign(JwsSigner.of("Ed25519", input -> new byte[63])));
        assertTrue(ear.sign(JwsSigner.of("PS256", input -> new byte[256])).length() > 256);
        assertTrue(ear.sign(JwsSigner.of("ES512", input -> new byte[132])).length() > 132);
    }

    @Test
    void evidenceThatIsRejectedHasAResultToo() throws Exception {
        var minted = Minted.MILAN.report(5, right -> right);
        byte[] altered = minted.report();
        altered[0x90] ^= 1;
        AttestationReport report = AttestationReport.decode(altered);
        Outcome<VerifiedReport> outcome = new SnpVerification(Minted.options(minted.root()))
                .verify(report, Endorsements.of(minted.leaf(), minted.intermediate()), minted.at());
        AttestationResult result = PINNED.appraise(outcome, report, minted.at());
        assertEquals(Verdict.REJECTED, result.verdict());
        assertUnauthenticated(result, "SEVSNP", "contraindicated");
        assertEquals(99, vector(result).values().get(TrustClaim.HARDWARE));
        assertTrue(result.findings().stream().anyMatch(it -> it.code().equals("snp.signature.invalid")));
    }

    @Test
    void evidenceThatCannotBeJudgedHasAResultToo() throws Exception {
        byte[] bytes = Minted.INTEL.quote(5, Kind.TD_1_5, right -> right).quote();
        Quote quote = Quote.decode(bytes);
        byte[] root = Minted.INTEL.quote(5, Kind.TD_1_5, right -> right).root();
        Instant at = Instant.parse("2026-09-01T00:00:00Z");
        Outcome<VerifiedQuote> outcome =
                new TdxVerification(Minted.options(root)).verify(quote, Endorsements.none(), at);
        AttestationResult result = PINNED.appraise(outcome, quote, at);
        assertEquals(Verdict.INDETERMINATE, result.verdict());
        assertUnauthenticated(result, "TDX", "none");
        assertEquals(Map.of(), vector(result).values());
    }

    private static void assertUnauthenticated(AttestationResult result, String submod, String status) throws Exception {
        assertFalse(result.passed());
        assertFalse(result.authenticated());
        assertEquals(List.of(), result.rules());
        assertEquals(result, AttestationResult.fromJson(result.toJson()));
        JsonObject ear = submod(Ear.of(result).claims(), submod);
        assertEquals(status, ear.member("ear.status").text());
        assertFalse(ear.members().containsKey("ear.veraison.annotated-evidence"));
        assertFalse(ear.member(Ear.RESULT).object().member("authenticated").flag());
        assertTrue(ear.member(Ear.RESULT).object().members().containsKey("unauthenticatedClaims"));
    }

    @Test
    void aRootThatNobodyTrustsIsNotRecognised() throws Exception {
        var minted = Minted.MILAN.report(5, right -> right);
        AttestationReport report = AttestationReport.decode(minted.report());
        Outcome<VerifiedReport> outcome = new SnpVerification(VerificationOptions.defaults())
                .verify(report, Endorsements.of(minted.leaf(), minted.intermediate()), minted.at());
        TrustVector vector = vector(PINNED.appraise(outcome, report, minted.at()));
        assertEquals(TrustTier.CONTRAINDICATED, vector.status());
        assertNotEquals(2, vector.values().get(TrustClaim.HARDWARE));
    }

    @Test
    void anAcceptedOutcomeIsAppraisedAndCannotBeCalledRefused() throws Exception {
        var minted = Minted.MILAN.report(5, right -> right);
        AttestationReport report = AttestationReport.decode(minted.report());
        Outcome<VerifiedReport> outcome = new SnpVerification(Minted.options(minted.root()))
                .verify(report, Endorsements.of(minted.leaf(), minted.intermediate()), minted.at());
        assertTrue(PINNED.appraise(outcome, report, minted.at()).passed());
        assertThrows(
                IllegalArgumentException.class,
                () -> AttestationResult.refused(outcome, report, minted.at(), PINNED.reference()));
        assertArrayEquals(minted.report(), report.raw().toArray());
    }

    /** What speaks against evidence in a result that was stored. */
    private static TrustVector rejectedFor(String... codes) throws Exception {
        var minted = Minted.MILAN.report(5, right -> right);
        AttestationReport report = AttestationReport.decode(minted.report());
        Outcome<VerifiedReport> outcome = new SnpVerification(VerificationOptions.defaults())
                .verify(report, Endorsements.of(minted.leaf(), minted.intermediate()), minted.at());
        String json = PINNED.appraise(outcome, report, minted.at()).toJson();
        String findings = json.substring(json.indexOf("  \"findings\""), json.indexOf("  \"claims\""));
        String finding = findings.substring(findings.indexOf("    {"), findings.indexOf("    }") + 5);
        String all = Arrays.stream(codes)
                .map(code -> finding.replaceAll("\"code\": \"[^\"]*\"", "\"code\": \"" + code + "\"")
                        .replaceAll(
                                "\"effect\": \"[^\"]*\"",
                                "\"effect\": \"" + (code.startsWith("noted") ? "noted" : "rejects") + "\""))
                .collect(Collectors.joining(",\n"));
        return vector(AttestationResult.fromJson(json.replace(findings, "  \"findings\": [\n" + all + "\n  ],\n")));
    }

    @Test
    void aRejectionSpeaksOnHardwareByItsReason() throws Exception {
        assertEquals(99, rejectedFor("snp.signature.invalid").values().get(TrustClaim.HARDWARE));
        assertEquals(96, rejectedFor("snp.chain.revoked").values().get(TrustClaim.HARDWARE));
        assertEquals(
                99,
                rejectedFor("snp.chain.revoked", "snp.signature.invalid")
                        .values()
                        .get(TrustClaim.HARDWARE));
        assertEquals(97, rejectedFor("snp.binding.chip-id").values().get(TrustClaim.HARDWARE));
        assertEquals(
                97,
                rejectedFor("snp.binding.chip-id", "noted.signature", "noted.revoked")
                        .values()
                        .get(TrustClaim.HARDWARE));
    }

    /** Of two failures on one claim the worse tier counts, and within it the higher number. */
    @Test
    void theWorstFailureOfAClaimCounts() {
        assertEquals(
                97,
                vector(Minted.snp(snp -> snp.with(SnpRules.PRODUCTS, Words.of("Genoa"))
                                        .with(SnpRules.MIN_FIRMWARE, VersionFloor.of(9, 0, 0)))
                                .appraise(Minted.milan()))
                        .values()
                        .get(TrustClaim.HARDWARE));
        assertEquals(
                33,
                vector(Minted.snp(snp -> snp.with(SnpRules.MEASUREMENT, Values.of(Minted.filled(48, 1)))
                                        .with(SnpRules.MIN_GUEST_SVN, new AtLeast(9)))
                                .appraise(Minted.milan()))
                        .values()
                        .get(TrustClaim.EXECUTABLES));
        assertEquals(
                96,
                vector(Minted.snp(snp -> snp.with(SnpRules.HOST_DATA, Values.of(Minted.filled(32, 1)))
                                        .with(SnpRules.PLATFORM_UNKNOWN, BitState.FORBIDDEN)
                                        .with(SnpRules.MIN_ABI, VersionFloor.of(9, 0)))
                                .appraise(Minted.milan()))
                        .values()
                        .get(TrustClaim.CONFIGURATION));
    }
}
