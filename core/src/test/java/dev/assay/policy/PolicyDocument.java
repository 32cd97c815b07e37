package dev.assay.policy;

import dev.assay.result.TrustClaim;
import java.util.List;

/** The text of {@code docs/policy.md}: every rule with its spelling and default, from the table that applies them. */
final class PolicyDocument {
    private PolicyDocument() {}

    static String text() {
        StringBuilder text = new StringBuilder("""
                # Policies

                The tables are generated from the source by `PolicyDocumentTest`, which fails when this file differs. To
                write it anew:

                    mvn -q -B -pl core -am test -Dtest=PolicyDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dassay.docs.write=true

                A policy says what a relying party wants of evidence that was found genuine. It is a JSON object, or the
                same thing built in Java; its form is in the JSON Schema `policy.schema.json`, beside the class
                `dev.assay.policy.Policy`.

                    {
                      "id": "web",
                      "version": "7",
                      "reportData": {"sha256": ["<nonce in hex>", "<public key in hex>"]},
                      "snp": {
                        "measurement": ["<48 bytes in hex>"],
                        "minTcb": {"Milan": {"snp": 24, "microcode": 219}},
                        "guestPolicy": {"singleSocket": "required"}
                      },
                      "tdx": {"mrTd": ["<48 bytes in hex>"]}
                    }

                - **All rules are applied**, whatever came of the others, and all are in the result: passed, failed,
                  not asked, or not applicable.
                - **A section that is absent refuses** that kind of evidence (`policy.tee`).
                - **What must be said**: `reportData`; and `measurement`, or a key that signs ID blocks, in `snp`;
                  and `mrTd`, alone or in all sets of `registers`, in `tdx`. `"any"` says that anything will do, and
                  is listed in every result. A policy that forgets one of them is refused.
                - **Lists are alternatives.** `"any"` stands for any rule's demand and turns its default off.
                - **A demand on what the evidence does not have fails**; a default on it does not apply.
                - **Strict**: unknown and repeated names, other types, empty lists and texts, and demands that
                  contradict each other are refused with the path of the member at fault. At most 1 MiB,
                  1000 sets of `registers` and 100 statuses.
                - **Composition**: `{"id", "version", "allOf": [policy, ...]}` is met if all parts are, `anyOf` if one
                  is; the result shows which one, and why the others were not. At most 8 deep and 64 parts.
                - **No floors are invented.** Without `minTcb` any TCB will do; a product that `minTcb` does not name
                  is refused by it. Numbers are per product, or per model where `Genoa/19/a0` (family and model in
                  hexadecimal) has its own.
                - **Digest**: SHA-256 of the JSON form without white space, with members in the order below. It is in
                  every result.

                The column *claim* says what a failure does to the trustworthiness vector of an EAR (AR4SI): the claim
                and its value. A failure without one makes the whole contraindicated.

                """);
        defaults(text);
        text.append("## Rules for all evidence\n\nMembers of the policy itself.\n\n");
        head(text);
        CommonRules.rules().forEach(rule -> row(text, rule));
        cells(
                text,
                "`" + TeeRule.CODE + "`",
                "",
                TeeRule.MEANING,
                "sections `snp` and `tdx`",
                "at least one",
                TrustClaim.HARDWARE.label() + " 97",
                TeeRule.SOURCE,
                TeeRule.NEXT_STEP);
        text.append("\nA rule of the caller's own, as code, has the code `policy.custom.` and its name.\n");
        section(text, "SEV-SNP", "snp", SnpRules.rules());
        section(text, "TDX", "tdx", TdxRules.rules());
        return text.toString();
    }

    /** Everything that applies although the policy does not mention it. */
    private static void defaults(StringBuilder text) {
        text.append("""
                ## What applies if the policy does not say otherwise

                Rules that are not in this table demand nothing unless the policy mentions them. What is noticed is no
                reason to refuse; it stands in the result, with what to do about it.

                """);
        cells(text, "code", "member", "default");
        text.append("|---|---|---|\n");
        cells(text, "`" + TeeRule.CODE + "`", "", "evidence without a section of its own is refused");
        CommonRules.rules().forEach(rule -> defaults(text, "", rule));
        SnpRules.rules().forEach(rule -> defaults(text, "snp.", rule));
        TdxRules.rules().forEach(rule -> defaults(text, "tdx.", rule));
        text.append('\n');
    }

    private static <F> void defaults(StringBuilder text, String section, PolicyRule<?, F> rule) {
        if (rule == CommonRules.REPORT_DATA
                || rule == SnpRules.MEASUREMENT
                || rule == TdxRules.MR_TD
                || !rule.unsaid().open()) {
            cells(text, "`" + rule.code() + "`", "`" + section + rule.member() + "`", unsaid(rule));
        } else if (rule.notices()) {
            cells(
                    text,
                    "`" + rule.code() + "`",
                    "`" + section + rule.member() + "`",
                    "anything; noticed in the result: " + rule.noticed());
        }
    }

    private static void section(
            StringBuilder text, String title, String member, List<? extends PolicyRule<?, ?>> rules) {
        text.append("\n## Rules for ")
                .append(title)
                .append("\n\nMembers of `")
                .append(member)
                .append("`; `a.b` is the member `b` of `a`.\n\n");
        head(text);
        rules.forEach(rule -> row(text, rule));
    }

    private static void head(StringBuilder text) {
        cells(text, "code", "member", "the rule", "demand", "default", "claim", "subject defined in", "if it fails");
        text.append("|---|---|---|---|---|---|---|---|\n");
    }

    private static <F> void row(StringBuilder text, PolicyRule<?, F> rule) {
        cells(
                text,
                "`" + rule.code() + "`",
                "`" + rule.member() + "`",
                rule.meaning(),
                rule.shape(),
                unsaid(rule),
                rule.claim()
                        .map(claim -> claim.label() + " " + rule.failedValue().orElseThrow())
                        .orElse("none"),
                rule.source(),
                rule.nextStep());
    }

    private static <F> String unsaid(PolicyRule<?, F> rule) {
        if (rule == CommonRules.REPORT_DATA) {
            return "none: must be said";
        }
        if (rule == SnpRules.MEASUREMENT || rule == TdxRules.MR_TD) {
            return "none: must be said, or what can stand for it";
        }
        return rule.words(rule.unsaid());
    }

    private static void cells(StringBuilder text, String... cells) {
        text.append('|');
        for (String cell : cells) {
            text.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        text.append('\n');
    }
}
