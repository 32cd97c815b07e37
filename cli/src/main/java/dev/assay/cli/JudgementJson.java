package dev.assay.cli;

import dev.assay.endorsement.TrustAnchors;
import dev.assay.model.Finding;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.Appraisal;
import dev.assay.policy.RuleResult;
import dev.assay.snp.Product;
import dev.assay.snp.TcbVersion;
import dev.assay.verify.CertificateFact;
import dev.assay.verify.CrlState;
import dev.assay.verify.ValidityWindow;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code verify} found out, for a program. Members are only ever added, never renamed. */
final class JudgementJson {
    /** What the certificates of a chain are, in its order. */
    static final List<String> ROLES = List.of("leaf", "intermediate", "root");

    private JudgementJson() {}

    static Map<String, Object> of(Judgement judgement) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verdict", lower(judgement.verdict()));
        members.put("passed", judgement.passed());
        members.put(
                "appraisal",
                judgement
                        .appraisal()
                        .map(Appraisal::passed)
                        .map(passed -> passed ? "passed" : "failed")
                        .orElse("not-done"));
        members.put("evidence", judgement.claims().format());
        members.put("at", judgement.settings().at().toString());
        members.put("settings", settings(judgement.settings()));
        members.put(
                "findings",
                judgement.findings().stream().map(JudgementJson::finding).toList());
        members.put("rules", judgement.rules().stream().map(JudgementJson::rule).toList());
        members.put(
                "established",
                judgement.verified().map(JudgementJson::established).orElse(null));
        Map<String, Object> claims = judgement.claims().members();
        claims.replace("authenticated", judgement.verified().isPresent());
        members.put("claims", claims);
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

    static String word(CrlState state) {
        return switch (state) {
            case CHECKED -> "checked";
            case NOT_GIVEN -> "not-given";
            case OFF -> "off";
        };
    }

    private static Map<String, Object> settings(VerifySettings settings) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("trustAnchors", anchors(settings.anchors()));
        members.put("crl", VerifySettings.word(settings.crlMode()));
        members.put("product", settings.product().map(Product::label).orElse(null));
        members.put("allowMaskedChipId", settings.allowMaskedChipId());
        members.put("verifyOnly", settings.verifyOnly());
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

    private static Map<String, Object> rule(RuleResult result) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", result.rule().code());
        members.put("status", lower(result.status()));
        members.put("expected", result.expected());
        members.put("actual", result.actual());
        members.put("source", result.rule().source());
        members.put("nextStep", result.rule().nextStep());
        return members;
    }

    private static Map<String, Object> established(VerifiedReport verified) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("product", verified.product().label());
        members.put("signingKey", verified.signingKey().name());
        members.put("chipId", verified.chipId().map(chip -> chip.hex()).orElse(null));
        members.put("cspId", verified.cspId().orElse(null));
        members.put("reportedTcb", tcb(verified.reportedTcb()));
        members.put("currentTcb", tcb(verified.currentTcb()));
        members.put("committedTcb", tcb(verified.committedTcb()));
        members.put("launchTcb", tcb(verified.launchTcb()));
        members.put("crl", word(verified.crlState()));
        members.put("window", window(verified.window()));
        List<Object> chain = new ArrayList<>();
        for (CertificateFact certificate : verified.chain()) {
            chain.add(certificate(ROLES.get(chain.size()), certificate));
        }
        members.put("chain", chain);
        return members;
    }

    private static Map<String, Object> tcb(TcbVersion version) {
        Map<String, Object> members = new LinkedHashMap<>();
        version.layout().components().forEach(component -> members.put(component.label(), version.spl(component)));
        return members;
    }

    private static Map<String, Object> certificate(String role, CertificateFact certificate) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("role", role);
        members.put("subject", certificate.subject());
        members.put("serial", certificate.serial().toString(16));
        members.put("sha256", certificate.fingerprint().hex());
        members.put("keySha256", certificate.keyFingerprint().hex());
        members.putAll(window(certificate.window()));
        return members;
    }

    private static Map<String, Object> window(ValidityWindow window) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("notBefore", window.notBefore().toString());
        members.put("notAfter", window.notAfter().toString());
        return members;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
