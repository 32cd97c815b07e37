package dev.assay.policy;

import dev.assay.model.Bytes;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lists of byte strings of one size.
 *
 * @param size in bytes
 * @param zeroMeansNone whether all zeros stand for "there is none", which no list may then name
 * @param publicKeys whether an entry may be a public key in PEM in place of its digest
 */
record ValuesForm(int size, boolean zeroMeansNone, boolean publicKeys) implements Form<Bytes> {
    static ValuesForm of(int size) {
        return new ValuesForm(size, false, false);
    }

    static ValuesForm nonZero(int size) {
        return new ValuesForm(size, true, false);
    }

    static ValuesForm keyDigests() {
        return new ValuesForm(SevPublicKey.DIGEST_SIZE, true, true);
    }

    @Override
    public Demand<Bytes> read(JsonNode node) throws JsonException {
        List<Bytes> values = new ArrayList<>();
        for (JsonNode element : node.list()) {
            Bytes value = value(element);
            if (zeroMeansNone && value.isZero()) {
                throw element.fault("is all zeros, which stands for none");
            }
            values.add(value);
        }
        return new Values(values);
    }

    private Bytes value(JsonNode element) throws JsonException {
        if (!publicKeys || !element.text().startsWith("-----BEGIN")) {
            return Hex.read(element, size);
        }
        try {
            return SevPublicKey.ofPem(element.text()).digest();
        } catch (IllegalArgumentException e) {
            throw element.fault(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Object write(Demand<Bytes> demand) {
        if (demand instanceof Values values) {
            return values.allowed().stream().map(Bytes::hex).toList();
        }
        throw Form.unfit(demand);
    }

    @Override
    public String show(Bytes fact) {
        return fact.hex();
    }

    @Override
    public String shape() {
        return "list of " + size + " bytes in hex" + (publicKeys ? ", or of public keys in PEM" : "");
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> hex = Schemas.pattern(Hex.pattern(size));
        return Schemas.listOf(
                publicKeys ? Schemas.either(List.of(hex, Schemas.pattern("^-----BEGIN PUBLIC KEY-----"))) : hex);
    }
}
