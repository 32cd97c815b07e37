package dev.assay.result;

import dev.assay.result.json.JsonWriter;
import dev.assay.verify.CertificateFact;
import dev.assay.verify.ValidityWindow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a result into JSON. Members are only ever added, never renamed. */
final class ResultWriter {
    /** The form that this library writes and reads. */
    static final long SCHEMA = 1;

    private ResultWriter() {}

    static String text(ResultContents contents) {
        return JsonWriter.indented(members(contents));
    }

    static Map<String, Object> members(ResultContents contents) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("schema", SCHEMA);
        members.put("verdict", contents.verdict().label());
        members.put("passed", contents.verdict() == Verdict.PASS);
        members.put("tee", contents.tee());
        members.put("audit", audit(contents.audit()));
        members.put("authenticated", contents.appraisal().isPresent());
        List<Object> rules = new ArrayList<>();
        members.put("leftOpen", leftOpen(contents));
        contents.appraisal().ifPresent(branch -> rules.addAll(rules(branch.decisive())));
        members.put("rules", rules);
        contents.appraisal()
                .filter(branch -> branch.combination() != Combination.RULES)
                .ifPresent(branch -> members.put("branches", branch(branch)));
        members.put(
                "notices", contents.notices().stream().map(ResultWriter::notice).toList());
        members.put(
                "findings",
                contents.findings().stream().map(ResultWriter::finding).toList());
        members.put("claims", contents.claims());
        members.put("tcb", contents.tcb().stream().map(ResultWriter::row).toList());
        members.put(
                "chain",
                contents.chain().stream().map(ResultWriter::certificate).toList());
        contents.window().ifPresent(window -> members.put("window", window(window)));
        return members;
    }

    /** Said again in one place, since it limits what the verdict means. */
    private static List<String> leftOpen(ResultContents contents) {
        return contents.appraisal().map(Branch::decisive).orElse(List.of()).stream()
                .filter(RuleResult::leftOpen)
                .map(RuleResult::code)
                .distinct()
                .toList();
    }

    private static Map<String, Object> audit(Audit audit) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("at", audit.at().toString());
        members.put("policyId", audit.policy().id());
        members.put("policyVersion", audit.policy().version());
        members.put("policySha256", audit.policy().sha256().hex());
        members.put("evidenceSha256", audit.evidenceSha256().hex());
        List<Object> endorsements = new ArrayList<>();
        for (EndorsementDigest endorsement : audit.endorsements()) {
            Map<String, Object> member = new LinkedHashMap<>();
            member.put("kind", endorsement.kind());
            member.put("name", endorsement.name());
            member.put("sha256", endorsement.sha256().hex());
            endorsements.add(member);
        }
        members.put("endorsements", endorsements);
        members.put("library", audit.library());
        return members;
    }

    private static Map<String, Object> branch(Branch branch) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("policyId", branch.policyId());
        members.put("policyVersion", branch.policyVersion());
        members.put("passed", branch.passed());
        if (branch.combination() == Combination.RULES) {
            members.put(Combination.RULES.label(), rules(branch.rules()));
        } else {
            members.put(
                    branch.combination().label(),
                    branch.branches().stream().map(ResultWriter::branch).toList());
        }
        return members;
    }

    static List<Object> rules(List<RuleResult> results) {
        List<Object> rules = new ArrayList<>();
        for (RuleResult rule : results) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("code", rule.code());
            members.put("status", rule.status().label());
            members.put("byDefault", rule.byDefault());
            members.put("expected", rule.expected());
            members.put("actual", rule.actual());
            members.put("source", rule.source());
            members.put("nextStep", rule.nextStep());
            rule.claim().ifPresent(claim -> members.put("claim", claim.label()));
            rule.failedValue().ifPresent(value -> members.put("failedValue", value));
            rules.add(members);
        }
        return rules;
    }

    private static Map<String, Object> notice(Notice notice) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", notice.code());
        members.put("text", notice.text());
        members.put("nextStep", notice.nextStep());
        return members;
    }

    static Map<String, Object> finding(FindingFact finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", finding.code());
        members.put("effect", Labels.of(finding.effect()));
        members.put("expected", finding.expected());
        members.put("actual", finding.actual());
        members.put("source", finding.source());
        members.put("nextStep", finding.nextStep());
        return members;
    }

    private static Map<String, Object> row(TcbRow row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", row.version());
        members.put("component", row.component());
        members.put("actual", row.actual());
        row.floor().ifPresent(floor -> members.put("floor", floor));
        return members;
    }

    private static Map<String, Object> certificate(CertificateFact certificate) {
        Map<String, Object> members = new LinkedHashMap<>();
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
}
