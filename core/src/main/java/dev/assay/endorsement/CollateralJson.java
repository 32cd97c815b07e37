package dev.assay.endorsement;

import dev.assay.endorsement.StrictJson.JsonText;
import dev.assay.endorsement.StrictJson.Value;
import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * Reads the signed documents as Intel serves them: an object with the body and its signature. The body's bytes are cut
 * out of the text at the very braces that the parser saw, so that the bytes verified are the bytes read.
 */
final class CollateralJson {
    private static final String TCB_INFO = "tcbInfo";
    private static final String IDENTITY = "enclaveIdentity";

    private CollateralJson() {}

    static boolean isDocument(JsonObject object) {
        return object.has(TCB_INFO) || object.has(IDENTITY);
    }

    /** Adds the document that an object of some text is. */
    static void addDocument(String text, JsonObject object, Endorsements.Builder target) throws UnreadableException {
        JsonMembers members = JsonMembers.of("document", object);
        if (members.has(TCB_INFO) == members.has(IDENTITY)) {
            throw new UnreadableException("neither or both of a TCB info and an enclave identity");
        }
        Bytes signature = members.hex("signature", SignedBody.SIGNATURE_SIZE);
        if (members.has(TCB_INFO)) {
            target.add(tcbInfo(text, members.inner(TCB_INFO), signature));
        } else {
            target.add(identity(text, members.inner(IDENTITY), signature));
        }
    }

    static TcbInfo tcbInfo(String text, JsonMembers body, Bytes signature) throws UnreadableException {
        return TcbInfoReader.read(body, signed(text, body.object(), signature));
    }

    static QeIdentity identity(String text, JsonMembers body, Bytes signature) throws UnreadableException {
        return QeIdentityReader.read(body, signed(text, body.object(), signature));
    }

    /** Text that is itself a member's value, as bundles have it; a member that is an object is cut out as it stands. */
    static String nested(String text, Value value) throws UnreadableException {
        if (value instanceof JsonText inner) {
            return StrictJson.text(Bytes.copyOf(inner.text().getBytes(StandardCharsets.UTF_8)));
        }
        if (value instanceof JsonObject object) {
            return text.substring(object.start(), object.end());
        }
        throw new UnreadableException("a document that is neither an object nor text");
    }

    private static SignedBody signed(String text, JsonObject body, Bytes signature) {
        String span = text.substring(body.start(), body.end());
        Bytes given = Bytes.copyOf(span.getBytes(StandardCharsets.US_ASCII));
        return new SignedBody(given, signature);
    }
}
