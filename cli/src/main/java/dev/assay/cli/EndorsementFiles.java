package dev.assay.cli;

import dev.assay.bundle.Bundle;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@code --endorsements} names: files, and folders whose files are taken in the order of their names. What a
 * file holds is found out from its content; of a bundle the endorsements are taken, and not the evidence; one that holds nothing that a vendor vouches with is reported by
 * verification, not passed over. Only the evidence may lie in the same folder.
 */
final class EndorsementFiles {
    /** The largest file, in bytes: the vendors' own are below 100 kB, the library reads up to this. */
    static final int LARGEST = 1 << 23;

    /** The most files of one folder. */
    static final int MOST = 1000;

    /** The most that is read in all, in bytes. */
    static final long LARGEST_SUM = 1L << 26;

    private final List<Path> evidence;
    private final List<GivenEndorsement> found = new ArrayList<>();
    private long sum;

    private EndorsementFiles(List<Path> evidence) {
        this.evidence = evidence;
    }

    static Endorsements read(List<String> names, EvidenceInput input) throws UsageException {
        return together(list(names, input));
    }

    static Endorsements together(List<GivenEndorsement> given) {
        Endorsements.Builder all = Endorsements.builder();
        given.forEach(one -> all.add(one.name(), one.content()));
        return all.build();
    }

    static List<GivenEndorsement> list(List<String> names, EvidenceInput input) throws UsageException {
        List<Path> evidence = new ArrayList<>();
        if (!input.file().equals(InputFile.STANDARD_INPUT)) {
            evidence.add(InputFile.path(input.file()));
        }
        Optional<String> certificates = input.certificates();
        if (certificates.isPresent()) {
            evidence.add(InputFile.path(certificates.get()));
        }
        return list(names, evidence);
    }

    /** Some of the files are no endorsements: they are passed over in folders. */
    static List<GivenEndorsement> list(List<String> names, List<Path> others) throws UsageException {
        EndorsementFiles files = new EndorsementFiles(others);
        for (String name : names) {
            Path path = InputFile.path(name);
            if (Files.isDirectory(path)) {
                files.addFolder(path);
            } else {
                files.add(path);
            }
        }
        return files.found;
    }

    private void addFolder(Path folder) throws UsageException {
        List<Path> inside = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (inside.size() == MOST) {
                    throw new UsageException("cannot use " + folder + ": more than " + MOST + " files");
                }
                if (Files.isRegularFile(entry) && !isEvidence(entry)) {
                    inside.add(entry);
                }
            }
        } catch (IOException e) {
            throw InputFile.unreadable(folder.toString(), e);
        }
        inside.sort((a, b) -> a.toString().compareTo(b.toString()));
        for (Path file : inside) {
            add(file);
        }
    }

    private boolean isEvidence(Path entry) throws IOException {
        for (Path file : evidence) {
            if (Files.exists(file) && Files.isSameFile(file, entry)) {
                return true;
            }
        }
        return false;
    }

    private void add(Path file) throws UsageException {
        Bytes content = InputFile.whole(LARGEST, file);
        sum += content.length();
        if (sum > LARGEST_SUM) {
            throw new UsageException("the endorsements have more than " + LARGEST_SUM + " bytes in all");
        }
        if (Bundle.isBundle(content)) {
            BundleFile.endorsements(file.toString(), content)
                    .items()
                    .forEach(item -> found.add(GivenEndorsement.of(item)));
        } else {
            found.add(GivenEndorsement.of(file, content));
        }
    }
}
