package dev.assay.cli;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.result.AttestationResult;
import dev.assay.result.RuleResult;
import dev.assay.snp.Product;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code verify} found out, for a program. Members are only ever added, never renamed. */
final class JudgementJson {
    private JudgementJson() {}

    static Map<String, Object> of(Judgement judgement) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verdict", lower(judgement.verdict()));
        members.put("passed", judgement.passed());
        members.put(
                "appraisal",
                judgement
                        .appraisal()
                        .map(AttestationResult::passed)
                        .map(passed -> passed ? "passed" : "failed")
                        .orElse("not-done"));
        members.put("evidence", judgement.claims().format());
        members.put("at", judgement.settings().at().toString());
        members.put("settings", settings(judgement));
        members.put(
                "findings",
                judgement.findings().stream().map(JudgementJson::finding).toList());
        members.put(
                "rules",
                RuleTree.news(judgement
                                .appraisal()
                                .map(AttestationResult::rules)
                                .orElse(List.of()))
                        .stream()
                        .map(JudgementJson::rule)
                        .toList());
        members.put(
                "established",
                judgement.verified().map(JudgementJson::established).orElse(null));
        Map<String, Object> claims = judgement.claims().members();
        claims.replace("authenticated", judgement.verified().isPresent());
        members.put("claims", claims);
        members.put("result", judgement.result().map(AttestationResult::members).orElse(null));
        return members;
    }

    /** The form for evidence that decoding refuses: there is nothing else to say of it. */
    static Map<String, Object> malformed(MalformedEvidenceException fault) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verdict", "malformed");
        members.put("passed", false);
        members.put("reason", fault.reason().code());
        members.put("offset", fault.offset());
        members.put("field", fault.field());
        members.put("detail", fault.irregularity().detail());
        return members;
    }

    private static Map<String, Object> settings(Judgement judgement) {
        VerifySettings settings = judgement.settings();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("trustAnchors", anchors(settings.anchors()));
        members.put("crl", VerifySettings.word(judgement.crlMode()));
        members.put("product", settings.product().map(Product::label).orElse(null));
        members.put("allowMaskedChipId", settings.allowMaskedChipId());
        members.put("grace", settings.grace().map(Duration::toString).orElse(null));
        members.put("verifyOnly", judgement.verifyOnly());
        return members;
    }

    private static Object anchors(TrustAnchors anchors) {
        if (!anchors.custom()) {
            return "embedded";
        }
        List<Object> roots = new ArrayList<>();
        anchors.certificates().forEach(root -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("subject", root.getSubjectX500Principal().getName());
            members.put("sha256", CertificateDigest.of(root).hex());
            roots.add(members);
        });
        return roots;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", finding.code());
        members.put("effect", lower(finding.effect()));
        members.put("expected", finding.expected());
        members.put("actual", finding.actual());
        members.put("source", finding.check().source());
        members.put("nextStep", finding.nextStep());
        return members;
    }

    private static Map<String, Object> rule(RuleResult rule) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", rule.code());
        members.put("status", rule.status().label());
        members.put("expected", rule.expected());
        members.put("actual", rule.actual());
        members.put("source", rule.source());
        members.put("nextStep", rule.nextStep());
        return members;
    }

    private static Map<String, Object> established(Verified<?> verified) {
        return verified instanceof VerifiedReport report
                ? ReportFacts.members(report)
                : QuoteFacts.members((VerifiedQuote) verified);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
