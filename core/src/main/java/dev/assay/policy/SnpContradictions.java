package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.snp.SigningKey;
import dev.assay.verify.VerifiedReport;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Demands that no report can meet together. Their author meant something else, so they are refused. */
final class SnpContradictions {
    private final PolicySection<VerifiedReport> snp;

    private SnpContradictions(PolicySection<VerifiedReport> snp) {
        this.snp = snp;
    }

    static void check(PolicySection<VerifiedReport> snp) {
        SnpContradictions section = new SnpContradictions(snp);
        section.checkIdBlock();
        section.checkKeys();
        section.checkChip();
        section.checkProducts();
    }

    /** Without an ID block its fields are zero. */
    private void checkIdBlock() {
        if (snp.demand(SnpRules.ID_BLOCK) != BitState.FORBIDDEN) {
            return;
        }
        for (PolicyRule<VerifiedReport, Bytes> rule : List.of(SnpRules.ID_KEY_DIGESTS, SnpRules.AUTHOR_KEY_DIGESTS)) {
            if (snp.pins(rule)) {
                throw contradiction(rule, "needs an ID block, which idBlock forbids");
            }
        }
        for (PolicyRule<VerifiedReport, Bytes> rule : List.of(SnpRules.FAMILY_ID, SnpRules.IMAGE_ID)) {
            if (snp.demand(rule) instanceof Values values
                    && values.allowed().stream().noneMatch(Bytes::isZero)) {
                throw contradiction(rule, "needs an ID block, which idBlock forbids");
            }
        }
        if (snp.demand(SnpRules.MIN_GUEST_SVN) instanceof AtLeast floor && floor.least() > 0) {
            throw contradiction(SnpRules.MIN_GUEST_SVN, "needs an ID block, which idBlock forbids");
        }
    }

    private void checkKeys() {
        if (snp.demand(SnpRules.SIGNING_KEY) instanceof Words keys) {
            if (snp.pins(SnpRules.CHIP_ID) && !keys.allowed().contains(SigningKey.VCEK.name())) {
                throw contradiction(SnpRules.CHIP_ID, "needs a VCEK, which signingKey does not allow");
            }
            if (snp.pins(SnpRules.MASKED_CHIP_ID) && !keys.allowed().contains(SigningKey.VCEK.name())) {
                throw contradiction(SnpRules.MASKED_CHIP_ID, "needs a VCEK, which signingKey does not allow");
            }
            if (snp.pins(SnpRules.CSP_ID) && !keys.allowed().contains(SigningKey.VLEK.name())) {
                throw contradiction(SnpRules.CSP_ID, "needs a VLEK, which signingKey does not allow");
            }
        }
    }

    private void checkChip() {
        if (snp.pins(SnpRules.CHIP_ID) && snp.demand(SnpRules.MASKED_CHIP_ID) == BitState.REQUIRED) {
            throw contradiction(SnpRules.CHIP_ID, "needs a chip id, which maskedChipId demands to be hidden");
        }
        if (snp.pins(SnpRules.CHIP_ID) && snp.pins(SnpRules.CSP_ID)) {
            throw contradiction(SnpRules.CSP_ID, "needs a VLEK, whose reports have no chip for chipId");
        }
        if (snp.pins(SnpRules.MASKED_CHIP_ID) && snp.pins(SnpRules.CSP_ID)) {
            throw contradiction(SnpRules.CSP_ID, "needs a VLEK, whose reports have no chip for maskedChipId");
        }
    }

    /** Floors refuse what they do not name, so that they have to name a product that is allowed. */
    private void checkProducts() {
        if (!(snp.demand(SnpRules.PRODUCTS) instanceof Words products)) {
            return;
        }
        for (PolicyRule<VerifiedReport, ScopedTcb> rule : List.of(
                SnpRules.MIN_TCB, SnpRules.MIN_COMMITTED_TCB, SnpRules.MIN_CURRENT_TCB, SnpRules.MIN_LAUNCH_TCB)) {
            if (snp.demand(rule) instanceof TcbFloors floors) {
                Set<String> named = floors.floors().keySet().stream()
                        .map(scope -> scope.product().label())
                        .collect(Collectors.toSet());
                if (products.allowed().stream().noneMatch(named::contains)) {
                    throw contradiction(rule, "names no product that products allows");
                }
            }
        }
    }

    private PolicyException contradiction(PolicyRule<VerifiedReport, ?> rule, String why) {
        return new PolicyException(snp.table().path(rule.member()), why);
    }
}
