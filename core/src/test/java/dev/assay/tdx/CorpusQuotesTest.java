package dev.assay.tdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All quotes of the corpus, where there is one: the fields that its manifest lists, and the sweeps over each file. */
class CorpusQuotesTest {
    private Path corpus = Path.of("");

    @BeforeEach
    void onlyWithACorpus() {
        String folder = System.getProperty("assay.corpus", "");
        assumeFalse(folder.isEmpty(), "no corpus");
        corpus = Path.of(folder);
    }

    @Test
    void fieldsAreThoseOfTheManifest() throws IOException, MalformedEvidenceException {
        JsonNode vectors = JsonMapper.shared()
                .readTree(Files.readAllBytes(corpus.resolve("tdx/quotes.json")))
                .get("vectors");
        int compared = 0;
        for (JsonNode vector : vectors) {
            Path file = corpus.resolve(vector.get("evidence").asString());
            Quote quote = Quote.decode(Files.readAllBytes(file));
            Map<String, String> actual = DecodedFields.of(quote.body());
            actual.put("version", Integer.toString(quote.header().version()));
            for (Map.Entry<String, JsonNode> field :
                    vector.get("expect").get("fields").properties()) {
                assertEquals(field.getValue().asString(), actual.get(field.getKey()), file + " " + field.getKey());
                compared++;
            }
            JsonNode facts = vector.get("facts");
            QuoteSignatureData data = quote.signatureData();
            assertEquals(facts.get("length").asString(), Integer.toString(quote.length()));
            assertEquals(
                    facts.get("qeIsvSvn").asString(),
                    Integer.toString(data.qeReport().isvSvn()));
            assertEquals(
                    facts.get("innerCertType").asString(),
                    Integer.toString(data.certificationData().type()));
        }
        assertTrue(compared > 700, compared + " fields compared");
    }

    @Test
    void everyChainHasThreeBlocksAndATailOfANewlineAndAtMostANul() throws IOException, MalformedEvidenceException {
        for (Path file : quotes()) {
            Quote quote = Quote.decode(Files.readAllBytes(file));
            PckChain chain = (PckChain) quote.signatureData().certificationData();
            PemText text = chain.split();
            assertEquals(3, text.blocks().size(), file.toString());
            assertEquals(0, text.strayBytes(), file.toString());
            assertEquals(0, text.tailOthers(), file.toString());
            assertEquals(1, text.tailNewlines(), file.toString());
            assertEquals(text.tail().length() - 1, text.tailNuls(), file.toString());
        }
    }

    @Test
    void slicesPutTogetherAreTheFileAgain() throws IOException, MalformedEvidenceException {
        for (Path file : quotes()) {
            byte[] bytes = Files.readAllBytes(file);
            Quote quote = Quote.decode(bytes);
            assertEquals(Bytes.copyOf(bytes), quote.raw());
            assertEquals(Bytes.copyOf(bytes), Reassembled.from(quote));
        }
    }

    @Test
    void cutsAndChangesAreRefusedOrHarmless() throws IOException {
        List<byte[]> quotes = new ArrayList<>();
        for (Path file : quotes()) {
            quotes.add(Files.readAllBytes(file));
        }
        quotes.parallelStream().forEach(bytes -> {
            QuoteSweep.truncateEverywhere(bytes);
            QuoteSweep.changeEveryByte(bytes);
        });
    }

    private List<Path> quotes() throws IOException {
        try (Stream<Path> files = Files.list(corpus.resolve("tdx/quotes"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".bin"))
                    .sorted()
                    .toList();
            assertTrue(found.size() >= 50, found.size() + " quotes");
            return found;
        }
    }
}
