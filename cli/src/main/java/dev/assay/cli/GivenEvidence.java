package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.bundle.Bundle;
import java.util.Optional;

/**
 * Evidence that the command line names.
 *
 * @param evidence the evidence
 * @param bundle the bundle that it was in, if it was in one
 */
record GivenEvidence(Evidence evidence, Optional<Bundle> bundle) {}
