package dev.assay.policy;

import dev.assay.result.Notice;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonReader;
import dev.assay.result.json.JsonWriter;
import dev.assay.verify.Verified;
import dev.assay.verify.VerifiedQuote;
import dev.assay.verify.VerifiedReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy demands of one kind of evidence: for each rule a demand, or the rule's default. Immutable.
 *
 * <pre>{@code
 * PolicySection.snp()
 *         .with(SnpRules.MEASUREMENT, Values.of(release7, release8))
 *         .with(SnpRules.VMPL, Numbers.of(0));
 * }</pre>
 *
 * @param <V> the kind of verified evidence
 */
public final class PolicySection<V> {
    private final RuleTable<V> table;
    private final Map<PolicyRule<V, ?>, Demand<?>> said;
    private final List<BoundRule<V, ?>> bound;

    PolicySection(RuleTable<V> table, Map<PolicyRule<V, ?>, Demand<?>> said) {
        this.table = table;
        this.said = Map.copyOf(said);
        List<BoundRule<V, ?>> all = new ArrayList<>();
        for (PolicyRule<V, ?> rule : table.rules()) {
            all.add(bind(rule));
        }
        this.bound = List.copyOf(all);
    }

    private <F> BoundRule<V, F> bind(PolicyRule<V, F> rule) {
        return new BoundRule<>(rule, said(rule));
    }

    /**
     * Starts a section for SEV-SNP.
     *
     * @return a section that says nothing yet; a policy demands that it says something of the measurement or its signer
     */
    public static PolicySection<VerifiedReport> snp() {
        return new PolicySection<>(SnpRules.TABLE, Map.of());
    }

    /**
     * Starts a section for TDX.
     *
     * @return a section that says nothing yet; a policy demands that it says something of MRTD
     */
    public static PolicySection<VerifiedQuote> tdx() {
        return new PolicySection<>(TdxRules.TABLE, Map.of());
    }

    static PolicySection<Verified<?>> common() {
        return new PolicySection<>(CommonRules.TABLE, Map.of());
    }

    /**
     * The same section with one demand more, or another.
     *
     * @param rule the rule
     * @param demand what it demands; {@link Demand#any()} to leave it open
     * @param <F> the type of the fact
     * @return a new section
     * @throws PolicyException if the rule is not of this section, or cannot demand that
     */
    public <F> PolicySection<V> with(PolicyRule<V, F> rule, Demand<F> demand) {
        if (!table.has(rule)) {
            throw new PolicyException(rule.member(), "is no rule of the section " + table.section());
        }
        if (!demand.open()) {
            checkWritable(rule, demand);
        }
        Map<PolicyRule<V, ?>, Demand<?>> more = new HashMap<>(said);
        more.put(rule, demand);
        return new PolicySection<>(table, more);
    }

    /** What cannot be written and read back is no demand of the rule. So there is one set of checks, the reader's. */
    private <F> void checkWritable(PolicyRule<V, F> rule, Demand<F> demand) {
        try {
            String text = JsonWriter.compact(rule.form().write(demand));
            if (!rule.form().read(JsonReader.read(text)).equals(demand)) {
                throw new PolicyException(table.path(rule.member()), "cannot demand " + demand.words());
            }
        } catch (JsonException e) {
            throw new PolicyException(table.path(rule.member()) + e.path(), e.problem());
        } catch (PolicyException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new PolicyException(table.path(rule.member()), String.valueOf(e.getMessage()));
        }
    }

    /**
     * The same section without a demand, so that the rule's default applies.
     *
     * @param rule the rule
     * @return a new section
     */
    public PolicySection<V> without(PolicyRule<V, ?> rule) {
        Map<PolicyRule<V, ?>, Demand<?>> fewer = new HashMap<>(said);
        fewer.remove(rule);
        return new PolicySection<>(table, fewer);
    }

    /**
     * What the section says of a rule.
     *
     * @param rule the rule
     * @param <F> the type of the fact
     * @return its demand; empty if the section does not mention the rule
     */
    @SuppressWarnings("unchecked") // with() puts nothing else in
    public <F> Optional<Demand<F>> said(PolicyRule<V, F> rule) {
        return Optional.ofNullable((Demand<F>) said.get(rule));
    }

    /**
     * What applies for a rule.
     *
     * @param rule the rule
     * @param <F> the type of the fact
     * @return the section's demand, or the rule's default
     */
    public <F> Demand<F> demand(PolicyRule<V, F> rule) {
        return said(rule).orElse(rule.unsaid());
    }

    /**
     * All rules of the section, mentioned or not.
     *
     * @return an immutable list in the order of results
     */
    public List<PolicyRule<V, ?>> rules() {
        return table.rules();
    }

    /** Whether the section demands something of a rule by itself. */
    boolean pins(PolicyRule<V, ?> rule) {
        Demand<?> demand = said.get(rule);
        return demand != null && !demand.open();
    }

    boolean mentions(PolicyRule<V, ?> rule) {
        return said.containsKey(rule);
    }

    RuleTable<V> table() {
        return table;
    }

    JudgedSection<V> judge(V verified) {
        return new JudgedSection<>(bound, verified);
    }

    List<Notice> notices(V verified) {
        return table.rules().stream()
                .flatMap(rule -> rule.notice(verified).stream())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicySection<?> that && that.table == table && that.said.equals(said);
    }

    @Override
    public int hashCode() {
        return said.hashCode();
    }

    /** The section in JSON. */
    @Override
    public String toString() {
        return JsonWriter.compact(SectionJson.write(this));
    }
}
