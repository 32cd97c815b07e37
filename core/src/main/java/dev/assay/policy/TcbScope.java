package dev.assay.policy;

import dev.assay.snp.Cpuid;
import dev.assay.snp.Product;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a TCB floor is for: a product, or one processor model of it.
 *
 * @param product the product
 * @param model family and model, as CPUID states them; empty for all models that have no floor of their own
 */
public record TcbScope(Product product, Optional<Model> model) implements Comparable<TcbScope> {
    private static final Pattern TEXT = Pattern.compile("([A-Za-z]+)(?:/([0-9a-f]{2})/([0-9a-f]{2}))?");
    private static final Comparator<TcbScope> ORDER = Comparator.comparing(TcbScope::product)
            .thenComparingInt(scope -> scope.model.map(Model::number).orElse(-1));

    /**
     * A processor model.
     *
     * @param family the combined family, 0 to 255
     * @param model the combined model, 0 to 255
     */
    public record Model(int family, int model) {
        /**
         * Checks the numbers.
         *
         * @param family the combined family, 0 to 255
         * @param model the combined model, 0 to 255
         * @throws IllegalArgumentException if one is not 0 to 255
         */
        public Model {
            if ((family | model) >>> 8 != 0) {
                throw new IllegalArgumentException("family and model must be from 0 to 255");
            }
        }

        private int number() {
            return family << 8 | model;
        }
    }

    /**
     * Checks that the product has such a model.
     *
     * @param product the product
     * @param model the combined model, 0 to 255
     * @throws IllegalArgumentException if the model is known to be another product's, or not known
     */
    public TcbScope {
        Product own = product;
        if (model.isPresent()
                && !new Cpuid(model.get().family(), model.get().model(), 0)
                        .product()
                        .equals(Optional.of(own))) {
            throw new IllegalArgumentException(text(product, model) + " is not a model of " + product.label());
        }
    }

    /**
     * All models of a product.
     *
     * @param product the product
     * @return the scope
     */
    public static TcbScope of(Product product) {
        return new TcbScope(product, Optional.empty());
    }

    /**
     * One model of a product.
     *
     * @param product the product
     * @param cpuid a processor, whose stepping does not matter
     * @return the scope
     * @throws IllegalArgumentException if it is not a model of the product
     */
    public static TcbScope of(Product product, Cpuid cpuid) {
        return new TcbScope(product, Optional.of(new Model(cpuid.family(), cpuid.model())));
    }

    /** The inverse of {@link #toString}. */
    static TcbScope parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        Optional<Product> product = matcher.matches() ? Product.named(matcher.group(1)) : Optional.empty();
        if (product.isEmpty()) {
            throw new IllegalArgumentException("is not a product (Milan, Genoa, Turin) or a model like Genoa/19/a0");
        }
        return matcher.group(2) == null
                ? of(product.get())
                : new TcbScope(
                        product.get(),
                        Optional.of(new Model(
                                Integer.parseInt(matcher.group(2), 16), Integer.parseInt(matcher.group(3), 16))));
    }

    /** Whether a processor is of this model; never so for a whole product. */
    boolean isModelOf(Product itsProduct, Cpuid cpuid) {
        return product == itsProduct
                && model.isPresent()
                && model.get().family() == cpuid.family()
                && model.get().model() == cpuid.model();
    }

    @Override
    public int compareTo(TcbScope other) {
        return ORDER.compare(this, other);
    }

    /** As policies spell it, for instance {@code Genoa} or {@code Genoa/19/a0}. */
    @Override
    public String toString() {
        return text(product, model);
    }

    private static String text(Product product, Optional<Model> model) {
        return product.label()
                + model.map(it -> String.format("/%02x/%02x", it.family(), it.model()))
                        .orElse("");
    }
}
