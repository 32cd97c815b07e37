package dev.assay.cli;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.testvectors.manifest.VectorFile;
import java.util.function.Predicate;

/**
 * A file of endorsements that a vector gives as something. If it reads as something else, that is an error of the
 * endorsements, not an extra that does no harm.
 */
final class ExpectedFile {
    private ExpectedFile() {}

    static void add(Endorsements.Builder builder, VectorFile file, String expected, Predicate<Endorsements> fits) {
        Endorsements read = Endorsements.builder()
                .add(file.name(), Bytes.copyOf(file.bytes()))
                .build();
        if (!read.unreadable().isEmpty() || fits.test(read)) {
            builder.add(read);
        } else {
            // Nothing at all, under a name that says why: verification refuses what cannot be read.
            builder.add(file.name() + " (not " + expected + ")", Bytes.empty());
        }
    }
}
