package dev.assay.endorsement;

import dev.assay.snp.Product;
import java.util.Optional;

/**
 * What to ask for, as far as the evidence leaves a choice.
 *
 * @param crls whether revocation lists are wanted
 * @param amdChain whether AMD's authorities are wanted too; those of today are built in, so that only other trust anchors
 *     or a set that must stand alone need them
 * @param evaluation which of Intel's concurrent TCB evaluations
 * @param product the product of a report of version 2, which does not say it; one that says it is taken at its word
 */
public record PlanOptions(boolean crls, boolean amdChain, EvaluationSet evaluation, Optional<Product> product) {
    /**
     * Revocation lists, no AMD authorities, Intel's standard evaluation, no product.
     *
     * @return the options
     */
    public static PlanOptions defaults() {
        return new PlanOptions(true, false, EvaluationSet.Update.STANDARD, Optional.empty());
    }

    /**
     * With or without revocation lists.
     *
     * @param wanted whether they are wanted
     * @return changed options
     */
    public PlanOptions withCrls(boolean wanted) {
        return new PlanOptions(wanted, amdChain, evaluation, product);
    }

    /**
     * With or without AMD's authorities.
     *
     * @param wanted whether they are wanted
     * @return changed options
     */
    public PlanOptions withAmdChain(boolean wanted) {
        return new PlanOptions(crls, wanted, evaluation, product);
    }

    /**
     * With another evaluation.
     *
     * @param set which
     * @return changed options
     */
    public PlanOptions withEvaluation(EvaluationSet set) {
        return new PlanOptions(crls, amdChain, set, product);
    }

    /**
     * With a product for reports that do not say theirs.
     *
     * @param expected the product
     * @return changed options
     */
    public PlanOptions withProduct(Product expected) {
        return new PlanOptions(crls, amdChain, evaluation, Optional.of(expected));
    }
}
