package dev.assay.bundle;

import dev.assay.model.Bytes;
import dev.assay.model.TcbStatus;
import dev.assay.result.PolicyReference;
import dev.assay.result.Verdict;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads bundles: everything that is not as documented is refused, with the path of the member at fault. */
final class BundleReader {
    static final String FORMAT = "assay-bundle";
    static final long VERSION = 1;

    /** A start that no other JSON has. Other programs may put white space in between. */
    private static final Pattern START = Pattern.compile("\\A\\s*\\{\\s*\"format\"\\s*:\\s*\"" + FORMAT + "\"");

    private static final int LONGEST_START = 512;
    private static final int DIGEST_SIZE = 32;

    private BundleReader() {}

    static boolean looksLikeBundle(Bytes file) {
        Bytes start = file.slice(0, Math.min(LONGEST_START, file.length()));
        return START.matcher(new String(start.toArray(), StandardCharsets.ISO_8859_1))
                .find();
    }

    static Bundle read(Bytes file) throws BundleException {
        try {
            return bundle(JsonReader.read(text(file)).object());
        } catch (JsonException e) {
            throw new BundleException(e);
        } catch (IllegalArgumentException e) {
            throw new BundleException("", "is refused: " + e.getMessage());
        }
    }

    private static String text(Bytes file) throws BundleException {
        if (file.length() > Bundle.LARGEST) {
            throw new BundleException("", "has more than " + Bundle.LARGEST + " bytes");
        }
        byte[] bytes = file.toArray();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                throw new BundleException("", "has a byte at offset " + i + " that is not ASCII");
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** The version comes before all else: what members another version has is not known here. */
    private static Bundle bundle(JsonObject members) throws JsonException {
        JsonNode format = members.member("format");
        if (!format.is(FORMAT)) {
            throw format.fault("must be \"" + FORMAT + "\"");
        }
        JsonNode version = members.member("version");
        long number = version.number(1, Integer.MAX_VALUE);
        if (number != VERSION) {
            throw version.fault("is " + number + ", and this library reads bundles of version " + VERSION);
        }
        only(members, Set.of("format", "version", "at", "evidence", "endorsements", "earlier"));
        Optional<JsonNode> evidence = optional(members, "evidence");
        Optional<JsonNode> earlier = optional(members, "earlier");
        return new Bundle(
                time(members.member("at")),
                evidence.isPresent() ? Optional.of(evidence(evidence.get().object())) : Optional.empty(),
                items(members.member("endorsements").list()),
                earlier.isPresent() ? Optional.of(summary(earlier.get().object())) : Optional.empty());
    }

    private static Bytes evidence(JsonObject members) throws JsonException {
        only(members, Set.of("sha256", "bytes"));
        return content(members);
    }

    private static List<BundleItem> items(List<JsonNode> nodes) throws JsonException {
        List<BundleItem> items = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonObject members = node.object();
            only(members, Set.of("kind", "origin", "sha256", "bytes"));
            JsonNode kind = members.member("kind");
            Optional<ItemKind> known = ItemKind.named(kind.text());
            if (known.isEmpty()) {
                throw kind.fault("is no kind of endorsement that is known here");
            }
            JsonNode origin = members.member("origin");
            if (origin.text().length() > BundleItem.LONGEST_ORIGIN) {
                throw origin.fault("has more than " + BundleItem.LONGEST_ORIGIN + " characters");
            }
            items.add(new BundleItem(known.get(), origin.text(), content(members)));
        }
        return items;
    }

    private static Bytes content(JsonObject members) throws JsonException {
        JsonNode encoded = members.member("bytes");
        Bytes bytes = base64(encoded);
        JsonNode digest = members.member("sha256");
        if (!digest(digest).equals(bytes.sha256())) {
            throw digest.fault("is not the digest of the bytes: the bundle is damaged");
        }
        return bytes;
    }

    private static Bytes base64(JsonNode node) throws JsonException {
        String text = node.text();
        try {
            byte[] decoded = Base64.getDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
            if (Base64.getEncoder().encodeToString(decoded).equals(text)) {
                return Bytes.copyOf(decoded);
            }
        } catch (IllegalArgumentException e) {
            // The message below says what would be understood.
        }
        throw node.fault("must be base64 (RFC 4648, section 4) with padding and no white space");
    }

    private static Bytes digest(JsonNode node) throws JsonException {
        String text = node.text();
        try {
            Bytes digest = Bytes.fromHex(text);
            if (digest.length() == DIGEST_SIZE && digest.hex().equals(text)) {
                return digest;
            }
        } catch (IllegalArgumentException e) {
            // The message below says what would be understood.
        }
        throw node.fault("must be 64 hexadecimal digits in lower case");
    }

    private static Instant time(JsonNode node) throws JsonException {
        String text = node.text();
        try {
            Instant time = Instant.parse(text);
            if (time.toString().equals(text)) {
                return time;
            }
        } catch (DateTimeException e) {
            // The message below says what would be understood.
        }
        throw node.fault("must be a time like 2026-01-31T00:00:00Z");
    }

    private static ResultSummary summary(JsonObject members) throws JsonException {
        only(members, Set.of("verdict", "codes", "tcbStatus", "advisories", "policy", "sha256"));
        JsonNode verdict = members.member("verdict");
        String label = verdict.text();
        Optional<Verdict> known = Arrays.stream(Verdict.values())
                .filter(one -> one.label().equals(label))
                .findFirst();
        if (known.isEmpty()) {
            throw verdict.fault("is no verdict that is known here");
        }
        return new ResultSummary(
                known.get(),
                texts(members.member("codes")),
                status(optional(members, "tcbStatus")),
                texts(members.member("advisories")),
                policy(members.member("policy").object()),
                digest(members.member("sha256")));
    }

    private static Optional<TcbStatus> status(Optional<JsonNode> node) throws JsonException {
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<TcbStatus> status = TcbStatus.named(node.get().text());
        if (status.isEmpty()) {
            throw node.get().fault("is no TCB status that is known here");
        }
        return status;
    }

    private static PolicyReference policy(JsonObject members) throws JsonException {
        only(members, Set.of("id", "version", "sha256"));
        return new PolicyReference(
                members.member("id").text(), members.member("version").text(), digest(members.member("sha256")));
    }

    private static List<String> texts(JsonNode list) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list.list()) {
            texts.add(node.text());
        }
        return texts;
    }

    private static Optional<JsonNode> optional(JsonObject object, String name) {
        return Optional.ofNullable(object.members().get(name));
    }

    private static void only(JsonObject object, Set<String> known) throws JsonException {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                throw new JsonException(JsonObject.path(object.path(), name), "is no member that is known here");
            }
        }
    }
}
