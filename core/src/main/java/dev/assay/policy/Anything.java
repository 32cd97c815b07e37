package dev.assay.policy;

/**
 * No demand at all. What a policy leaves open like this is listed in every result.
 *
 * @param <F> the type of the fact
 */
public record Anything<F>() implements Demand<F> {
    @Override
    public boolean accepts(F fact) {
        return true;
    }

    @Override
    public String words() {
        return "anything";
    }

    @Override
    public boolean open() {
        return true;
    }
}
