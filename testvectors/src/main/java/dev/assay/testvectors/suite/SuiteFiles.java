package dev.assay.testvectors.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of the set. */
final class SuiteFiles {
    /** Where everything minted is that is not a manifest; its names derive from content. */
    static final String FOLDER = "minted/files/";

    private SuiteFiles() {}

    static Map<String, byte[]> of(Map<String, List<SuiteVector>> manifests) {
        Map<String, byte[]> files = new TreeMap<>();
        manifests.forEach((name, vectors) -> {
            files.put(name, manifest(vectors));
            vectors.stream().flatMap(SuiteFiles::blobs).forEach(blob -> files.put(FOLDER + blob.name(), blob.bytes()));
        });
        return new LinkedHashMap<>(files);
    }

    private static Stream<Blob> blobs(SuiteVector vector) {
        Given given = vector.given();
        return Stream.of(
                        Stream.of(given.evidence()),
                        given.single().values().stream(),
                        given.lists().values().stream().flatMap(List::stream))
                .flatMap(blobs -> blobs);
    }

    private static byte[] manifest(List<SuiteVector> vectors) {
        return SuiteJson.write(json -> {
            json.writeStartObject();
            json.writeNumberProperty("schema", 1);
            json.writeArrayPropertyStart("vectors");
            vectors.forEach(vector -> new VectorJson(json).write(vector));
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
