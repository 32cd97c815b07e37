package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.Combination;
import java.util.List;

/**
 * A policy that is made of others.
 *
 * @param id what the author calls it
 * @param version which edition it is
 * @param combination {@link Combination#ALL_OF} or {@link Combination#ANY_OF}
 * @param parts the others, at least one
 */
public record CompositePolicy(String id, String version, Combination combination, List<Policy> parts)
        implements Policy {
    /** How deep policies may be made of each other. */
    public static final int DEEPEST = 8;

    /** How many policies with rules one may be made of. */
    public static final int MOST = 64;

    static final Combination ALL_OF = Combination.ALL_OF;
    static final Combination ANY_OF = Combination.ANY_OF;

    /**
     * Keeps its own copy of the parts.
     *
     * @param id what the author calls it
     * @param version which edition it is
     * @param combination {@link Combination#ALL_OF} or {@link Combination#ANY_OF}
     * @param parts the others, at least one
     * @throws PolicyException if there is none, they are no combination, or there are too many or too deep
     */
    public CompositePolicy {
        PolicyJson.checkName("id", id);
        PolicyJson.checkName("version", version);
        parts = List.copyOf(parts);
        if (combination == Combination.RULES) {
            throw new PolicyException("", "has parts, so that it is no policy of rules");
        }
        if (parts.isEmpty()) {
            throw new PolicyException(combination.label(), "must name at least one policy");
        }
        if (depth(parts) >= DEEPEST) {
            throw new PolicyException(combination.label(), "is more than " + DEEPEST + " policies deep");
        }
        if (parts.stream().mapToLong(part -> part.leaves().size()).sum() > MOST) {
            throw new PolicyException(combination.label(), "has more than " + MOST + " policies");
        }
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
        return new CompositePolicy(id, version, combination, List.copyOf(others));
    }
}
