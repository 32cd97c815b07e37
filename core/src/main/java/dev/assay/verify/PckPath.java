package dev.assay.verify;

import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.PckExtensions;
import java.util.List;
import java.util.Optional;

/**
 * The platform's certificates with what was read from them. That a path exists does not make it good: the findings say
 * that.
 *
 * @param certificates the certificates
 * @param authority who issued the PCK certificate, by name
 * @param extensions what the PCK certificate says of the platform, if that could be read
 * @param items the validity of the three
 */
record PckPath(
        PckCertificates certificates,
        IntelAuthority authority,
        Optional<PckExtensions> extensions,
        List<DatedItem> items) {}
