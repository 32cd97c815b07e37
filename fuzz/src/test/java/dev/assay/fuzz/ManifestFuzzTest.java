package dev.assay.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.testvectors.manifest.Manifest;
import dev.assay.testvectors.manifest.ManifestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifests of test vectors. */
class ManifestFuzzTest {
    private static final Path FOLDER = folder();

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"schema\":1,\"vectors\":[]}",
                        "{\"schema\":1,\"vectors\":[{\"id\":\"a\",\"tee\":\"sev-snp\",\"evidence\":\"set/report.bin\","
                                + "\"at\":\"2026-09-01T00:00:00Z\",\"endorsements\":{\"vek\":\"set/report.bin\",\"chain\":"
                                + "[\"set/report.bin\"],\"trustAnchors\":[]},\"options\":{\"crl\":\"off\",\"skew\":\"PT1S\"},"
                                + "\"expect\":{\"decodes\":true,\"verdict\":\"verified\",\"findings\":[\"x\"],"
                                + "\"fields\":{\"vmpl\":0}}}]}",
                        "{\"vectors\":[{\"id\":\"b\",\"tee\":\"tdx\",\"evidence\":\"../x\",\"expect\":{\"verdict\":"
                                + "\"malformed\",\"because\":\"y\"},\"comment\":\"c\"}],\"schema\":1}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) throws IOException {
        Path file = Files.write(FOLDER.resolve("set/manifest.json"), input);
        Promises.hold(
                input,
                ManifestException.class,
                bytes -> Manifest.load(file).entries().toString());
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("assay-fuzz");
            Files.createDirectory(folder.resolve("set"));
            Files.write(folder.resolve("set/report.bin"), new byte[1]);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
