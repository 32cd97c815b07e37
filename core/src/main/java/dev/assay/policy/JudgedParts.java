package dev.assay.policy;

import dev.assay.result.Branch;
import dev.assay.result.Combination;
import dev.assay.verify.Verified;
import java.util.List;

/** What a policy that is made of others came to: all of them are judged, also alternatives that are not needed. */
final class JudgedParts implements Judged {
    private final CompositePolicy policy;
    private final List<Judged> parts;

    private JudgedParts(CompositePolicy policy, List<Judged> parts) {
        this.policy = policy;
        this.parts = parts;
    }

    static JudgedParts of(CompositePolicy policy, Verified<?> verified) {
        return new JudgedParts(
                policy,
                policy.parts().stream()
                        .map(part -> Evaluation.judge(part, verified))
                        .toList());
    }

    @Override
    public boolean passed() {
        return policy.combination() == Combination.ALL_OF
                ? parts.stream().allMatch(Judged::passed)
                : parts.stream().anyMatch(Judged::passed);
    }

    @Override
    public Branch explain() {
        return new Branch(
                policy.id(),
                policy.version(),
                policy.combination(),
                List.of(),
                parts.stream().map(Judged::explain).toList());
    }

    @Override
    public PlainPolicy deciding() {
        return parts.stream()
                .filter(Judged::passed)
                .findFirst()
                .orElse(parts.get(0))
                .deciding();
    }
}
