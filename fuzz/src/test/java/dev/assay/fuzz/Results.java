package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.result.AttestationResult;
import dev.assay.result.Ear;
import dev.assay.result.HtmlPage;
import dev.assay.result.ResultFormatException;

/** All forms of a result, which exist for every result, and the JSON form of which reads back. */
final class Results {
    private Results() {}

    static String text(AttestationResult result) throws ResultFormatException {
        String json = result.toJson();
        assertEquals(result, AttestationResult.fromJson(json));
        return json + Ear.of(result).claims() + HtmlPage.of(result);
    }
}
