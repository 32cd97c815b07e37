package dev.assay.endorsement;

/**
 * How a platform with several packages is configured: the SEQUENCE 1.2.840.113741.1.13.1.7 of a PCK certificate that the
 * Platform CA issued.
 *
 * @param dynamicPlatform whether packages can be added (.7.1)
 * @param cachedKeys whether Intel keeps the platform's root keys (.7.2)
 * @param smtEnabled whether simultaneous multithreading is on (.7.3)
 */
public record PlatformConfiguration(boolean dynamicPlatform, boolean cachedKeys, boolean smtEnabled) {}
