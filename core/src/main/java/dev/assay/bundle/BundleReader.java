package dev.assay.bundle;

import dev.assay.bundle.json.Members;
import dev.assay.bundle.json.SummaryJson;
import dev.assay.model.Bytes;
import dev.assay.result.json.JsonException;
import dev.assay.result.json.JsonNode;
import dev.assay.result.json.JsonNode.JsonObject;
import dev.assay.result.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private BundleReader() {}

    static boolean looksLikeBundle(Bytes file) {
        Bytes start = file.slice(0, Math.min(LONGEST_START, file.length()));
        return START.matcher(start.latin1()).find();
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
        Members.only(members, Set.of("format", "version", "at", "evidence", "endorsements", "earlier"));
        Optional<JsonNode> evidence = Members.optional(members, "evidence");
        Optional<JsonNode> earlier = Members.optional(members, "earlier");
        return new Bundle(
                Members.time(members.member("at")),
                evidence.isPresent() ? Optional.of(evidence(evidence.get().object())) : Optional.empty(),
                items(members.member("endorsements")),
                earlier.isPresent() ? Optional.of(SummaryJson.read(earlier.get().object())) : Optional.empty());
    }

    private static Bytes evidence(JsonObject members) throws JsonException {
        Members.only(members, Set.of("sha256", "bytes"));
        return content(members);
    }

    /** Repetitions count, as they do in the schema: the limit is on what has to be decoded. */
    private static List<BundleItem> items(JsonNode list) throws JsonException {
        List<JsonNode> nodes = list.list();
        if (nodes.size() > Bundle.MOST_ITEMS) {
            throw list.fault("has more than " + Bundle.MOST_ITEMS + " items");
        }
        List<BundleItem> items = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonObject members = node.object();
            Members.only(members, Set.of("kind", "origin", "sha256", "bytes"));
            ItemKind kind = Members.word(members.member("kind"), ItemKind::named);
            JsonNode origin = members.member("origin");
            if (origin.text().length() > BundleItem.LONGEST_ORIGIN) {
                throw origin.fault("has more than " + BundleItem.LONGEST_ORIGIN + " characters");
            }
            items.add(new BundleItem(kind, origin.text(), content(members)));
        }
        return items;
    }

    private static Bytes content(JsonObject members) throws JsonException {
        Bytes bytes = Members.base64(members.member("bytes"));
        JsonNode digest = members.member("sha256");
        if (!Members.digest(digest).equals(bytes.sha256())) {
            throw digest.fault("is not the digest of the bytes: the bundle is damaged");
        }
        return bytes;
    }
}
