package dev.assay.result;

import dev.assay.model.Bytes;
import dev.assay.snp.AttestationReport;
import dev.assay.tdx.Quote;
import dev.assay.verify.CertificateFact;
import dev.assay.verify.Indeterminate;
import dev.assay.verify.Outcome;
import dev.assay.verify.ValidityWindow;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The attestation result (RFC 9334): whether evidence is what a relying party wants, with every rule that was applied and
 * everything it takes to explain, store and repeat the decision. Act on {@link #passed()}; show {@link #rules()}.
 *
 * <p>Results are made by appraisal, which needs verified evidence. Evidence that was not accepted gives a result of the
 * same form whose claims are marked as not authenticated. One that {@link #fromJson} reads back is worth as much as the
 * place that its text was kept in.
 */
public final class AttestationResult {
    /** What SEV-SNP evidence is called. */
    public static final String SEV_SNP = "sev-snp";

    /** What TDX evidence is called. */
    public static final String TDX = "tdx";

    private final Verdict verdict;
    private final Deferred<ResultContents> contents;

    private AttestationResult(Verdict verdict, Deferred<ResultContents> contents) {
        this.verdict = verdict;
        this.contents = contents;
    }

    private AttestationResult(ResultContents contents) {
        this(contents.verdict(), Deferred.of(contents));
    }

    /**
     * The result for evidence that was found genuine. Called by policies, which alone know how to make the parts.
     *
     * @param verified the evidence
     * @param passed whether the policy is met
     * @param appraisal puts into words what the policy came to; called when somebody first asks for more than the verdict
     * @return the result
     */
    public static AttestationResult appraised(Verified<?> verified, boolean passed, Supplier<Appraisal> appraisal) {
        Verdict verdict = passed ? Verdict.PASS : Verdict.FAIL;
        return new AttestationResult(
                verdict, Deferred.from(() -> ResultContents.appraised(verified, verdict, appraisal.get())));
    }

    /**
     * The result for a report that verification did not accept.
     *
     * @param outcome the refusal
     * @param report what was refused
     * @param at the time that was verified for
     * @param policy which policy would have been asked
     * @return the result
     * @throws IllegalArgumentException if verification did accept
     */
    public static AttestationResult refused(
            Outcome<VerifiedReport> outcome, AttestationReport report, Instant at, PolicyReference policy) {
        return refused(outcome, EvidenceFacts.unverified(report), at, policy);
    }

    /**
     * The result for a quote that verification did not accept.
     *
     * @param outcome the refusal
     * @param quote what was refused
     * @param at the time that was verified for
     * @param policy which policy would have been asked
     * @return the result
     * @throws IllegalArgumentException if verification did accept
     */
    public static AttestationResult refused(Outcome<?> outcome, Quote quote, Instant at, PolicyReference policy) {
        return refused(outcome, EvidenceFacts.unverified(quote), at, policy);
    }

    private static AttestationResult refused(
            Outcome<?> outcome, EvidenceFacts facts, Instant at, PolicyReference policy) {
        if (outcome.verified().isPresent()) {
            throw new IllegalArgumentException("the evidence was accepted; appraise it");
        }
        return new AttestationResult(new ResultContents(
                facts.tee(),
                outcome instanceof Indeterminate ? Verdict.INDETERMINATE : Verdict.REJECTED,
                Optional.empty(),
                outcome.findings().stream().map(FindingFact::of).toList(),
                List.of(),
                facts.claims(),
                List.of(),
                List.of(),
                Optional.empty(),
                new Audit(at, policy, facts.digest(), List.of(), LibraryVersion.label())));
    }

    /**
     * The answer.
     *
     * @return true only if the evidence is genuine and the policy is met
     */
    public boolean passed() {
        return verdict == Verdict.PASS;
    }

    /**
     * The answer, with the kind of no.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * The kind of evidence.
     *
     * @return {@link #SEV_SNP} or {@link #TDX}
     */
    public String tee() {
        return contents.value().tee();
    }

    /**
     * Whether the claims are facts.
     *
     * @return false if verification did not accept the evidence: then whoever made it chose them
     */
    public boolean authenticated() {
        return contents.value().appraisal().isPresent();
    }

    /**
     * The rules that the verdict rests on, each with what it came to, see {@link Branch#decisive()}.
     *
     * @return an immutable list; empty if verification did not accept, since then no rule was asked
     */
    public List<RuleResult> rules() {
        return contents.value().appraisal().map(Branch::decisive).orElse(List.of());
    }

    /**
     * What speaks against the evidence by the policy.
     *
     * @return those of {@link #rules()} that failed
     */
    public List<RuleResult> failedRules() {
        return rules().stream().filter(RuleResult::failed).toList();
    }

    /**
     * What the policy says may be anything, in so many words. To be shown wherever the verdict is.
     *
     * @return those of {@link #rules()} that were left open on purpose
     */
    public List<RuleResult> leftOpen() {
        return rules().stream().filter(RuleResult::leftOpen).toList();
    }

    /**
     * The policy with all of its parts, also alternatives that were not needed or not met.
     *
     * @return empty if verification did not accept
     */
    public Optional<Branch> appraisal() {
        return contents.value().appraisal();
    }

    /**
     * Everything that verification had to say.
     *
     * @return an immutable list in the order of the procedure
     */
    public List<FindingFact> findings() {
        return contents.value().findings();
    }

    /**
     * What should be known although it is no reason to refuse.
     *
     * @return an immutable list
     */
    public List<Notice> notices() {
        return contents.value().notices();
    }

    /**
     * What the evidence says, by standard names: {@code snp_} and a field's name in document 56860, or those of the EAT
     * profile for TDX. Values are texts (bytes in hexadecimal), {@link Long}s, {@link Boolean}s and lists of texts.
     *
     * @return an unmodifiable map in a fixed order; facts only if {@link #authenticated()}
     */
    public Map<String, Object> claims() {
        return contents.value().claims();
    }

    /**
     * The security versions beside the policy's floors.
     *
     * @return an immutable list
     */
    public List<TcbRow> tcb() {
        return contents.value().tcb();
    }

    /**
     * The certificates that the conclusion rests on.
     *
     * @return leaf, intermediate, root; empty if verification did not accept
     */
    public List<CertificateFact> chain() {
        return contents.value().chain();
    }

    /**
     * When the evidence counts as genuine with these endorsements.
     *
     * @return the window; empty if verification did not accept
     */
    public Optional<ValidityWindow> window() {
        return contents.value().window();
    }

    /**
     * What was judged, by what and for when.
     *
     * @return the audit's core
     */
    public Audit audit() {
        return contents.value().audit();
    }

    /**
     * The JSON form. Equal results have equal texts.
     *
     * @return ASCII, indented, with a line feed at the end
     */
    public String toJson() {
        return ResultWriter.text(contents.value());
    }

    /**
     * The members of the JSON form, for a document of the caller's own that has the result in it.
     *
     * @return an unmodifiable map in a fixed order, to texts, whole numbers, booleans, and lists and maps of them
     */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(ResultWriter.members(contents.value()));
    }

    /**
     * SHA-256 of the JSON form, to recognise a stored result by.
     *
     * @return 32 bytes
     */
    public Bytes digest() {
        return Bytes.copyOf(toJson().getBytes(StandardCharsets.US_ASCII)).sha256();
    }

    /**
     * Reads the JSON form back.
     *
     * @param text what {@link #toJson()} gave, at most 8 MiB
     * @return an equal result
     * @throws ResultFormatException if it is anything else
     */
    public static AttestationResult fromJson(String text) throws ResultFormatException {
        return new AttestationResult(ResultReader.read(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttestationResult that && that.contents.value().equals(contents.value());
    }

    @Override
    public int hashCode() {
        return contents.value().hashCode();
    }

    /** Verdict, policy and kind of evidence, for logs. */
    @Override
    public String toString() {
        return verdict.label() + " by policy "
                + contents.value().audit().policy().id() + " ("
                + contents.value().tee() + ", "
                + contents.value().audit().at() + ")";
    }
}
