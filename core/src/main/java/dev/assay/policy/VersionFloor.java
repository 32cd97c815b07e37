package dev.assay.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A least version, compared as one tuple: a greater major version makes up for any minor.
 *
 * @param parts the parts of the version, most significant first, each 0 to 255
 */
public record VersionFloor(List<Integer> parts) implements Demand<List<Integer>> {
    /**
     * Checks the parts.
     *
     * @param parts the parts of the version, most significant first, each 0 to 255
     * @throws IllegalArgumentException if there are none, or one is not 0 to 255
     */
    public VersionFloor {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part < 0 || part > 255)) {
            throw new IllegalArgumentException("a version has parts from 0 to 255");
        }
    }

    /**
     * A least version.
     *
     * @param parts most significant first
     * @return the demand
     * @throws IllegalArgumentException if there are none, or one is not 0 to 255
     */
    public static VersionFloor of(Integer... parts) {
        return new VersionFloor(List.of(parts));
    }

    @Override
    public boolean accepts(List<Integer> fact) {
        for (int i = 0; i < parts.size(); i++) {
            int difference = i < fact.size() ? Integer.compare(fact.get(i), parts.get(i)) : -1;
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }

    @Override
    public String words() {
        return "at least " + text(parts);
    }

    static String text(List<Integer> parts) {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
