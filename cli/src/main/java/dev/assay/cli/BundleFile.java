package dev.assay.cli;

import dev.assay.Evidence;
import dev.assay.bundle.Bundle;
import dev.assay.bundle.BundleException;
import dev.assay.model.Bytes;
import dev.assay.model.Faults;
import dev.assay.model.Malformation;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;
import java.util.Arrays;
import java.util.Optional;

/** Bundles among the files that the command line names. */
final class BundleFile {
    private static final int START = 512;

    private BundleFile() {}

    static boolean isBundle(byte[] content) {
        return Bundle.isBundle(Bytes.copyOf(Arrays.copyOf(content, Math.min(START, content.length))));
    }

    /** Takes the evidence out of a bundle that stands in its place. A damaged bundle is malformed evidence. */
    static GivenEvidence evidence(byte[] content, Strictness strictness) throws MalformedEvidenceException {
        Bundle bundle;
        try {
            bundle = Bundle.read(Bytes.copyOf(content));
        } catch (BundleException e) {
            throw fault(String.valueOf(e.getMessage()));
        }
        if (bundle.evidence().isEmpty()) {
            throw fault("the bundle holds endorsements only: name it with --endorsements, beside the evidence");
        }
        return new GivenEvidence(Evidence.decode(bundle.evidence().get(), strictness), Optional.of(bundle));
    }

    /** Reads a bundle of endorsements. */
    static Bundle endorsements(String name, Bytes content) throws UsageException {
        try {
            return Bundle.read(content);
        } catch (BundleException e) {
            throw new UsageException("cannot use " + name + ": " + e.getMessage());
        }
    }

    private static MalformedEvidenceException fault(String detail) {
        return new Faults(Strictness.STRICT).fatal(Malformation.INVALID_BUNDLE, 0, "bundle", detail);
    }
}
