package dev.assay.testvectors.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A root folder with a few files, and manifests written into it. */
final class TemporaryManifest {
    /** A vector to which nothing is wrong; tests change one thing in it. */
    static final String GOOD = """
            {"id": "v", "tee": "sev-snp", "evidence": "files/report.bin", "at": "2026-01-02T03:04:05Z",
             "endorsements": {"vek": "files/vek.der"}, "expect": {"verdict": "verified"}}""";

    static final String GOOD_TDX = """
            {"id": "t", "tee": "tdx", "evidence": "files/report.bin", "at": "2026-01-02T03:04:05Z",
             "endorsements": {"tcbInfo": "files/vek.der"}, "expect": {"verdict": "verified"}}""";

    private final Path root;

    TemporaryManifest(Path folder) throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        Files.createDirectory(root.resolve("files"));
        Files.createDirectory(root.resolve("manifests"));
        Files.write(root.resolve("files/report.bin"), new byte[] {1, 2, 3});
        Files.write(root.resolve("files/vek.der"), new byte[] {4, 5});
        Files.write(folder.resolve("outside.bin"), new byte[] {6});
    }

    Path root() {
        return root;
    }

    Path write(byte[] content) throws IOException {
        return Files.write(root.resolve("manifests/m.json"), content);
    }

    Manifest load(String content) throws IOException, ManifestException {
        return Manifest.load(write(content.getBytes(StandardCharsets.UTF_8)));
    }

    List<Entry> entries(String... vectors) throws IOException, ManifestException {
        return load("{\"schema\": 1, \"vectors\": [" + String.join(",", vectors) + "]}")
                .entries();
    }

    /** The one vector of a manifest, which must be good. */
    Vector vector(String text) throws IOException, ManifestException {
        Entry entry = entries(text).get(0);
        if (entry instanceof Vector vector) {
            return vector;
        }
        throw new AssertionError(entry);
    }

    /** What is wrong with the one vector of a manifest, which must be bad. */
    String problem(String text) throws IOException, ManifestException {
        Entry entry = entries(text).get(0);
        if (entry instanceof UnusableVector unusable) {
            return unusable.problem();
        }
        throw new AssertionError(entry);
    }
}
