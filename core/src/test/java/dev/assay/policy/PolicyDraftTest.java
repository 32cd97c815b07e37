package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.Evidence;
import dev.assay.Verifier;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import dev.assay.testvectors.manifest.Entry;
import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.Vector;
import dev.assay.testvectors.manifest.Verdict;
import dev.assay.verify.CrlMode;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A drafted policy accepts the evidence that it was drafted from, and nothing that differs in one pinned fact. */
class PolicyDraftTest {
    static Stream<Verified<?>> minted() {
        return Stream.of(
                Minted.milan(),
                Minted.report(Minted.MILAN, 2, right -> right),
                Minted.report(Minted.TURIN, 5, right -> right, true),
                Minted.report(Minted.CLOUD, 3, right -> right),
                Minted.report(
                        Minted.GENOA,
                        3,
                        report -> report.chipId(new byte[64])
                                .policy(0x40F0000)
                                .vmpl(0xFFFFFFFFL)
                                .platformInfo(0x1FF)),
                Minted.report(
                        Minted.GENOA,
                        5,
                        report -> report.idKeyDigest(Minted.filled(48, 1).toArray())
                                .authorKeyDigest(Minted.filled(48, 2).toArray())
                                .signerInfo(1)),
                Minted.td(),
                Minted.verified(Minted.INTEL.quote(4, Kind.TD_1_0, right -> right), CrlMode.OFF),
                Minted.quote(
                        Minted.INTEL,
                        td -> td.set(TdField.TD_ATTRIBUTES, 1)
                                .set(TdField.MR_SERVICE_TD, Minted.filled(48, 1).toArray())));
    }

    @ParameterizedTest
    @MethodSource("minted")
    void whatIsMintedIsAcceptedAndItsNeighboursAreNot(Verified<?> verified) {
        assertTrue(check(verified) >= 15, "too few rules were tightened");
    }

    @Test
    void whatIsDraftedReadsBackAndLeavesOnlyReportDataOpen() {
        PlainPolicy draft = PolicyDraft.from(Minted.milan(), "draft", "1");
        assertEquals(draft, Policy.fromJson(draft.toJson()));
        assertEquals(
                List.of("policy.report-data"),
                PolicyDescription.of(draft).lines(PolicyDescription.Origin.LEFT_OPEN).stream()
                        .map(PolicyDescription.Line::code)
                        .toList());
    }

    @Test
    void protectionOfThePlatformIsPinnedAndItsOtherBitsAreNot() {
        PolicySection<?> section =
                PolicyDraft.from(Minted.milan(), "draft", "1").snp().orElseThrow();
        assertTrue(section.toString().contains("\"platformInfo\":{\"aliasCheckComplete\":\"required\"}"));
    }

    @ParameterizedTest
    @CsvSource({"snp/vectors.json, 50", "snp/policies.json, 120", "tdx/policies.json, 90"})
    void realEvidenceIsAcceptedAndItsNeighboursAreNot(String manifest, int atLeast) throws Exception {
        String corpus = System.getProperty("assay.corpus", "");
        assumeFalse(corpus.isEmpty(), "no corpus");
        Verifier verifier = Verifier.standard();
        Set<Object> seen = new HashSet<>();
        int count = 0;
        for (Entry entry : Manifest.load(Path.of(corpus).resolve(manifest)).entries()) {
            Vector vector = (Vector) entry;
            if (vector.expect().verdict() != Verdict.VERIFIED
                    || vector.options().allowMaskedChipId()) {
                continue;
            }
            Optional<? extends Verified<?>> verified = verifier.verify(
                            Evidence.decode(vector.evidence().bytes()),
                            PolicySubject.endorsements(vector),
                            Objects.requireNonNull(vector.at()))
                    .verified();
            count++;
            if (seen.add(vector.evidence())) {
                check(verified.orElseThrow());
            }
        }
        assertTrue(count >= atLeast, count + " vectors");
    }

    private static int check(Verified<?> verified) {
        PlainPolicy draft = PolicyDraft.from(verified, "draft", "1");
        assertEquals(List.of(), RuleCase.failed(draft.appraise(verified)), draft.toJson());
        int[] tightened = {0};
        draft.snp()
                .ifPresent(section -> Tightening.all(section).forEach((rule, tighter) -> {
                    tightened[0]++;
                    refusedBy(rule, draft, Optional.of(tighter), Optional.empty(), verified);
                }));
        draft.tdx()
                .ifPresent(section -> Tightening.all(section).forEach((rule, tighter) -> {
                    tightened[0]++;
                    refusedBy(rule, draft, Optional.empty(), Optional.of(tighter), verified);
                }));
        return tightened[0];
    }

    private static void refusedBy(
            PolicyRule<?, ?> rule,
            PlainPolicy draft,
            Optional<PolicySection<VerifiedReport>> snp,
            Optional<PolicySection<VerifiedQuote>> tdx,
            Verified<?> verified) {
        PlainPolicy tighter;
        try {
            tighter = new PlainPolicy("t", "1", draft.common(), snp, tdx);
        } catch (PolicyException contradiction) {
            return;
        }
        assertEquals(List.of(rule.code()), RuleCase.failed(tighter.appraise(verified)), tighter.toJson());
    }

    @Test
    void aDescriptionSaysWhyEachRuleApplies() {
        Map<String, PolicyDescription.Line> lines = new HashMap<>();
        PolicyDescription.of(Minted.snp(snp -> snp.with(SnpRules.MIN_GUEST_SVN, new AtLeast(3))))
                .lines()
                .forEach(line -> lines.put(line.code(), line));
        assertEquals(PolicyDescription.Origin.LEFT_OPEN, origin(lines, "policy.measurement"));
        assertEquals(PolicyDescription.Origin.DEMANDED, origin(lines, "policy.min-guest-svn"));
        assertEquals(PolicyDescription.Origin.DEFAULT, origin(lines, "policy.vmpl"));
        assertEquals(PolicyDescription.Origin.UNMENTIONED, origin(lines, "policy.host-data"));
        PolicyDescription.Line svn = lines.get("policy.min-guest-svn");
        assertEquals("snp.minGuestSvn", svn == null ? "" : svn.path());
        assertEquals("at least 3", svn == null ? "" : svn.demand());
        assertEquals(CommonRules.rules().size() + SnpRules.rules().size(), lines.size());
    }

    private static PolicyDescription.Origin origin(Map<String, PolicyDescription.Line> lines, String code) {
        return Objects.requireNonNull(lines.get(code)).origin();
    }

    /** Found by fuzzing: genuine, since the firmware vouches for it, but nothing that a policy may name. */
    @Test
    void thereIsNoDraftFromAVmplThatDoesNotExist() {
        VerifiedReport verified = Minted.report(Minted.MILAN, 5, report -> report.vmpl(0x800));
        PolicyException e = assertThrows(PolicyException.class, () -> PolicyDraft.from(verified, "draft", "1"));
        assertEquals("snp.vmpl[0]", e.path());
    }
}
