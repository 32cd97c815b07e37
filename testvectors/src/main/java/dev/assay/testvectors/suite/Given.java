package dev.assay.testvectors.suite;

import dev.assay.testvectors.manifest.Tee;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** All that a verifier is given in one vector. */
interface Given {
    Tee tee();

    Blob evidence();

    Instant at();

    Settings settings();

    /** Endorsements that are one file, by the name of their member, in the order in which manifests have them. */
    Map<String, Blob> single();

    /** Endorsements that are a list of files. */
    Map<String, List<Blob>> lists();
}
