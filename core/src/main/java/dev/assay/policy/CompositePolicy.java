package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.Combination;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A policy that is made of others. */
public final class CompositePolicy implements Policy {
    /** How deep policies may be made of each other. */
    public static final int DEEPEST = 8;

    /** How many policies with rules one may be made of. */
    public static final int MOST = 64;

    static final Combination ALL_OF = Combination.ALL_OF;
    static final Combination ANY_OF = Combination.ANY_OF;

    private final String id;
    private final String version;
    private final Combination combination;
    private final List<Policy> parts;
    private final PolicyDigest digest = new PolicyDigest();

    /**
     * Keeps its own copy of the parts.
     *
     * @param id what the author calls it
     * @param version which edition it is
     * @param combination {@link Combination#ALL_OF} or {@link Combination#ANY_OF}
     * @param parts the others, at least one
     * @throws PolicyException if there is none, they are no combination, or there are too many or too deep
     */
    public CompositePolicy(String id, String version, Combination combination, List<? extends Policy> parts) {
        PolicyJson.checkName("id", id);
        PolicyJson.checkName("version", version);
        this.id = id;
        this.version = version;
        this.combination = combination;
        this.parts = List.copyOf(parts);
        if (combination == Combination.RULES) {
            throw new PolicyException("", "has parts, so that it is no policy of rules");
        }
        if (this.parts.isEmpty()) {
            throw new PolicyException(combination.label(), "must name at least one policy");
        }
        if (depth(this.parts) >= DEEPEST) {
            throw new PolicyException(combination.label(), "is more than " + DEEPEST + " policies deep");
        }
        if (this.parts.stream().mapToLong(part -> part.leaves().size()).sum() > MOST) {
            throw new PolicyException(combination.label(), "has more than " + MOST + " policies");
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String version() {
        return version;
    }

    /**
     * How the parts are combined.
     *
     * @return {@link Combination#ALL_OF} or {@link Combination#ANY_OF}
     */
    public Combination combination() {
        return combination;
    }

    /**
     * What it is made of.
     *
     * @return at least one, unmodifiable
     */
    public List<Policy> parts() {
        return parts;
    }

    @Override
    public Bytes digest() {
        return digest.of(this);
    }

    private static int depth(List<Policy> parts) {
        return 1
                + parts.stream()
                        .mapToInt(part -> part instanceof CompositePolicy inner ? depth(inner.parts()) : 0)
                        .max()
                        .orElse(0);
    }

    @Override
    public List<PlainPolicy> leaves() {
        return parts.stream().flatMap(part -> part.leaves().stream()).toList();
    }

    @Override
    public CompositePolicy withReportData(Demand<Bytes> demand) {
        return with(parts.stream().map(part -> part.withReportData(demand)).toList());
    }

    @Override
    public CompositePolicy withTrustAnchors(TrustedRoots roots) {
        return with(parts.stream().map(part -> part.withTrustAnchors(roots)).toList());
    }

    private CompositePolicy with(List<? extends Policy> others) {
        return new CompositePolicy(id, version, combination, others);
    }

    /** By name, version, combination and parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CompositePolicy that
                && id.equals(that.id)
                && version.equals(that.version)
                && combination == that.combination
                && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version, combination, parts);
    }

    /** Its name and version. */
    @Override
    public String toString() {
        return "policy " + id + ", version " + version;
    }
}
