package dev.assay.policy;

import dev.assay.endorsement.PlatformConfiguration;
import java.util.function.Predicate;

/** What a PCK certificate says of a platform with several packages. */
public enum PlatformFlag {
    /** Packages can be added. */
    DYNAMIC_PLATFORM("packages can be added to the platform", PlatformConfiguration::dynamicPlatform),
    /** Intel keeps the platform's root keys. */
    CACHED_KEYS("Intel keeps the platform's root keys", PlatformConfiguration::cachedKeys),
    /** Simultaneous multithreading is on. */
    SMT_ENABLED("simultaneous multithreading is enabled", PlatformConfiguration::smtEnabled);

    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
    private final Predicate<PlatformConfiguration> reader;

    PlatformFlag(String meaning, Predicate<PlatformConfiguration> reader) {
        this.meaning = meaning;
        this.reader = reader;
    }

    /**
     * What the flag says when it is set.
     *
     * @return a phrase for people
     */
    public String meaning() {
        return meaning;
    }

    boolean of(PlatformConfiguration configuration) {
        return reader.test(configuration);
    }
}
