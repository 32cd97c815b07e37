package dev.assay.testvectors.suite;

import dev.assay.testvectors.manifest.Appraisal;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes one vector, its members in the order in which the README lists them. */
final class VectorJson {
    private final JsonGenerator json;

    VectorJson(JsonGenerator json) {
        this.json = json;
    }

    void write(SuiteVector vector) {
        Given given = vector.given();
        json.writeStartObject();
        json.writeStringProperty("id", vector.id());
        json.writeStringProperty("tee", given.tee().label());
        json.writeStringProperty("evidence", file(given.evidence()));
        json.writeStringProperty("at", given.at().toString());
        endorsements(given);
        if (!given.settings().isNone()) {
            settings(given.settings());
        }
        vector.policy().ifPresent(policy -> {
            json.writeName("policy");
            json.writeRawValue(policy);
        });
        expected(vector);
        json.writeObjectPropertyStart("facts");
        texts("flags", vector.flags().stream().map(Flag::label).toList());
        vector.twin().ifPresent(twin -> json.writeStringProperty("twin", twin));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String file(Blob blob) {
        return SuiteFiles.FOLDER + blob.name();
    }

    private void endorsements(Given given) {
        json.writeObjectPropertyStart("endorsements");
        given.single().forEach((member, blob) -> json.writeStringProperty(member, file(blob)));
        given.lists()
                .forEach((member, blobs) ->
                        texts(member, blobs.stream().map(VectorJson::file).toList()));
        json.writeEndObject();
    }

    private void settings(Settings settings) {
        json.writeObjectPropertyStart("options");
        settings.crl().ifPresent(mode -> json.writeStringProperty("crl", mode.label()));
        if (settings.maskedChipId()) {
            json.writeBooleanProperty("allowMaskedChipId", true);
        }
        settings.product().ifPresent(product -> json.writeStringProperty("product", product));
        settings.grace().ifPresent(grace -> json.writeNumberProperty("grace", grace.toSeconds()));
        settings.skew().ifPresent(skew -> json.writeNumberProperty("skew", skew.toSeconds()));
        json.writeEndObject();
    }

    private void expected(SuiteVector vector) {
        Expected expected = vector.expected();
        json.writeObjectPropertyStart("expect");
        expected.decodes().ifPresent(decodes -> json.writeBooleanProperty("decodes", decodes));
        expected.verdict().ifPresent(verdict -> json.writeStringProperty("verdict", verdict.label()));
        expected.tcb().ifPresent(this::tcb);
        expected.appraisal().ifPresent(appraisal -> json.writeStringProperty("appraisal", word(appraisal)));
        if (!expected.findings().isEmpty()) {
            texts("findings", expected.findings());
        }
        json.writeStringProperty("because", vector.because());
        json.writeEndObject();
    }

    private void tcb(Expected.TcbExpected tcb) {
        json.writeStringProperty("tcbStatus", tcb.status());
        tcb.date().ifPresent(date -> json.writeStringProperty("tcbDate", date));
        tcb.advisories().ifPresent(advisories -> texts("advisories", advisories));
    }

    private static String word(Appraisal appraisal) {
        return appraisal.name().toLowerCase(Locale.ROOT);
    }

    private void texts(String member, List<String> values) {
        json.writeArrayPropertyStart(member);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
