package dev.assay.endorsement.online;

import dev.assay.endorsement.EndorsementItem;
import dev.assay.endorsement.EndorsementRequest;
import dev.assay.model.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * An item as a file. In this order, numbers big-endian, texts as {@link DataOutputStream#writeUTF} has them: the text
 * {@code assay-endorsement-1}, the request's key, the origin, the time of retrieval as text, the issuer chain and the item
 * itself, each behind its length of 4 bytes, and SHA-256 of all before.
 */
final class CacheFile {
    /** More than the largest item with its chain. */
    static final int LARGEST = 1 << 24;

    private static final String FORMAT = "assay-endorsement-1";
    private static final int DIGEST_SIZE = 32;

    private CacheFile() {}

    /** Fails on an origin of more than 65,535 bytes. */
    static byte[] encode(EndorsementItem item) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(whole)) {
            out.writeUTF(FORMAT);
            out.writeUTF(item.request().key());
            out.writeUTF(item.origin());
            out.writeUTF(item.retrievedAt().toString());
            for (Bytes part : new Bytes[] {item.issuerChain(), item.content()}) {
                out.writeInt(part.length());
                out.write(part.toArray());
            }
            out.write(Bytes.copyOf(whole.toByteArray()).sha256().toArray());
        }
        return whole.toByteArray();
    }

    /** Empty if the file is not whole, or holds something else than its name says. */
    static Optional<EndorsementItem> decode(byte[] file, EndorsementRequest request) {
        Bytes bytes = Bytes.copyOf(file);
        int signed = bytes.length() - DIGEST_SIZE;
        if (signed < 0 || !bytes.slice(0, signed).sha256().equals(bytes.from(signed))) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file, 0, signed))) {
            if (!in.readUTF().equals(FORMAT) || !in.readUTF().equals(request.key())) {
                return Optional.empty();
            }
            String origin = in.readUTF();
            Instant retrievedAt = Instant.parse(in.readUTF());
            Bytes chain = part(in);
            Bytes content = part(in);
            return in.available() > 0
                    ? Optional.empty()
                    : EndorsementItem.examine(request, content, chain, origin, retrievedAt)
                            .anyItem();
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Bytes part(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a part beyond the end");
        }
        return Bytes.copyOf(in.readNBytes(length));
    }
}
