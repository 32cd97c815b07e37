package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.AttestationResult;
import dev.assay.result.PolicyReference;
import dev.assay.snp.AttestationReport;
import dev.assay.tdx.Quote;
import dev.assay.verify.Outcome;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.time.Instant;
import java.util.List;

/**
 * What a relying party wants of evidence, as data: either rules ({@link PlainPolicy}) or a combination of other policies
 * ({@link CompositePolicy}). Immutable, and the same thing as its JSON form.
 *
 * <pre>{@code
 * Policy policy = Policy.builder("web", "7")
 *         .reportData(ReportData.hashOf(HashAlgorithm.SHA256, nonce, channelKey))
 *         .snp(PolicySection.snp().with(SnpRules.MEASUREMENT, Values.of(measurement)))
 *         .build();
 * AttestationResult result = policy.appraise(verified);
 * }</pre>
 */
public sealed interface Policy permits PlainPolicy, CompositePolicy {
    /**
     * What the author calls the policy.
     *
     * @return 1 to 200 characters
     */
    String id();

    /**
     * Which edition of the policy it is.
     *
     * @return 1 to 200 characters
     */
    String version();

    /**
     * The policies with rules that this one is made of.
     *
     * @return this one alone, or those of all its parts in order
     */
    List<PlainPolicy> leaves();

    /**
     * The same policy with another expectation of report data in all of its parts: a nonce is another one every time.
     *
     * @param demand the expectation, see {@link ReportData}
     * @return a new policy
     * @throws PolicyException if it is not one that can be demanded
     */
    Policy withReportData(Demand<Bytes> demand);

    /**
     * The same policy with other roots in all of its parts.
     *
     * @param roots the roots that are accepted
     * @return a new policy
     */
    Policy withTrustAnchors(TrustedRoots roots);

    /**
     * Appraises evidence that was found genuine.
     *
     * @param verified the evidence
     * @param custom rules of the caller's own, which must be met besides
     * @return every rule with what it came to, and what follows
     */
    default AttestationResult appraise(Verified<?> verified, CustomRule... custom) {
        return Evaluation.of(this, verified, List.of(custom));
    }

    /**
     * Appraises a report if it was found genuine, and otherwise says why not in the same form.
     *
     * @param outcome what verification concluded
     * @param report what was verified
     * @param at the time that was verified for
     * @param custom rules of the caller's own, which must be met besides
     * @return the result
     */
    default AttestationResult appraise(
            Outcome<VerifiedReport> outcome, AttestationReport report, Instant at, CustomRule... custom) {
        return outcome.verified()
                .map(verified -> appraise(verified, custom))
                .orElseGet(() -> AttestationResult.refused(outcome, report, at, reference()));
    }

    /**
     * Appraises a quote if it was found genuine, and otherwise says why not in the same form.
     *
     * @param outcome what verification concluded
     * @param quote what was verified
     * @param at the time that was verified for
     * @param custom rules of the caller's own, which must be met besides
     * @return the result
     */
    default AttestationResult appraise(Outcome<VerifiedQuote> outcome, Quote quote, Instant at, CustomRule... custom) {
        return outcome.verified()
                .map(verified -> appraise(verified, custom))
                .orElseGet(() -> AttestationResult.refused(outcome, quote, at, reference()));
    }

    /**
     * The JSON form. Equal policies have equal texts.
     *
     * @return ASCII, indented, with a line feed at the end
     */
    default String toJson() {
        return PolicyJson.indented(this);
    }

    /**
     * By what results call the policy.
     *
     * @return SHA-256 of the canonical form: the JSON form without white space, 32 bytes; computed once for each object
     */
    Bytes digest();

    /**
     * Id, version and digest.
     *
     * @return what results have of the policy
     */
    default PolicyReference reference() {
        return new PolicyReference(id(), version(), digest());
    }

    /**
     * Reads the JSON form, as strictly as an author would wish: a misspelt rule is one that is not applied.
     *
     * @param text the policy, at most 1 MiB
     * @return the policy
     * @throws PolicyException if it is no policy, with the path of the member at fault
     */
    static Policy fromJson(String text) {
        return PolicyJson.read(text);
    }

    /**
     * Reads the JSON form.
     *
     * @param utf8 the policy in UTF-8, at most 1 MiB
     * @return the policy
     * @throws PolicyException if it is no policy, with the path of the member at fault
     */
    static Policy fromJson(Bytes utf8) {
        return PolicyJson.read(utf8);
    }

    /**
     * Starts a policy with rules.
     *
     * @param id what to call it
     * @param version which edition it is
     * @return an empty builder
     */
    static PolicyBuilder builder(String id, String version) {
        return new PolicyBuilder(id, version);
    }

    /**
     * A policy that is met if all of its parts are.
     *
     * @param id what to call it
     * @param version which edition it is
     * @param parts at least one
     * @return the policy
     * @throws PolicyException if there is no part, or it would be too deep or too large
     */
    static Policy allOf(String id, String version, Policy... parts) {
        return new CompositePolicy(id, version, CompositePolicy.ALL_OF, List.of(parts));
    }

    /**
     * A policy that is met if one of its parts is: several releases side by side, for instance.
     *
     * @param id what to call it
     * @param version which edition it is
     * @param parts at least one
     * @return the policy
     * @throws PolicyException if there is no part, or it would be too deep or too large
     */
    static Policy anyOf(String id, String version, Policy... parts) {
        return new CompositePolicy(id, version, CompositePolicy.ANY_OF, List.of(parts));
    }
}
