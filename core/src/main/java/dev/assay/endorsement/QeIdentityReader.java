package dev.assay.endorsement;

/** Reads the body of an enclave identity. */
final class QeIdentityReader {
    private QeIdentityReader() {}

    static QeIdentity read(JsonMembers body, SignedBody signed) throws UnreadableException {
        if (body.integer("version", Integer.MAX_VALUE) != QeIdentity.VERSION) {
            throw new UnreadableException("an enclave identity of another version than " + QeIdentity.VERSION);
        }
        return new QeIdentity(
                body.text("id"),
                body.date("issueDate"),
                body.date("nextUpdate"),
                body.integer("tcbEvaluationDataNumber", Integer.MAX_VALUE),
                bits(body, "miscselect"),
                bits(body, "miscselectMask"),
                body.hex("attributes", 16),
                body.hex("attributesMask", 16),
                body.hex("mrsigner", 32),
                body.integer("isvprodid", 0xFFFF),
                SvnLevelReader.read(body),
                signed);
    }

    /** Digits in the order of a written number, unlike every other field. */
    private static long bits(JsonMembers body, String name) throws UnreadableException {
        return body.hex(name, 4).reversed().u32le(0);
    }
}
