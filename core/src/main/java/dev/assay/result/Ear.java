package dev.assay.result;

import dev.assay.model.Bytes;
import dev.assay.result.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A result as an EAT attestation result (EAR, draft-fv-rats-ear) by the profile of Veraison,
 * {@code tag:github.com,2023:veraison/ear}: an unsigned set of claims, or signed as a compact JWS by a function of the
 * caller's. All rules and findings are in it under a private claim, so that nothing is lost.
 */
public final class Ear {
    /** The profile. */
    public static final String PROFILE = "tag:github.com,2023:veraison/ear";

    /** The private claim with rules, findings and the audit's core. */
    public static final String RESULT = "dev.assay.result";

    private final AttestationResult result;
    private final Optional<String> nonce;

    private Ear(AttestationResult result, Optional<String> nonce) {
        this.result = result;
        this.nonce = nonce;
    }

    /**
     * The EAR of a result.
     *
     * @param result the result, of any verdict
     * @return its EAR, without a nonce
     */
    public static Ear of(AttestationResult result) {
        return new Ear(result, Optional.empty());
    }

    /**
     * The same with the nonce of the relying party that asked for it.
     *
     * @param value 8 to 64 bytes; written in base64url
     * @return a new EAR
     * @throws IllegalArgumentException if there are fewer or more bytes (RFC 9711, 4.1)
     */
    public Ear withNonce(Bytes value) {
        if (value.length() < 8 || value.length() > 64) {
            throw new IllegalArgumentException("a nonce has 8 to 64 bytes, not " + value.length());
        }
        return new Ear(result, Optional.of(base64(value.toArray())));
    }

    /**
     * The claims, unsigned.
     *
     * @return JSON, indented, with a line feed at the end
     */
    public String claims() {
        return JsonWriter.indented(members());
    }

    /**
     * The claims, signed (RFC 7515, compact serialization).
     *
     * @param signer who signs; the key may be anywhere
     * @return header, claims and signature in base64url, with dots in between
     * @throws IllegalArgumentException if the signature cannot be one of the algorithm
     */
    public String sign(JwsSigner signer) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", signer.algorithm());
        header.put("typ", "JWT");
        signer.keyId().ifPresent(id -> header.put("kid", id));
        String input = base64(ascii(JsonWriter.compact(header))) + "." + base64(ascii(JsonWriter.compact(members())));
        return input + "." + base64(signer.signature(ascii(input)));
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("eat_profile", PROFILE);
        members.put("iat", result.audit().at().getEpochSecond());
        nonce.ifPresent(value -> members.put("eat_nonce", value));
        Map<String, Object> verifier = new LinkedHashMap<>();
        verifier.put("build", result.audit().library());
        verifier.put("developer", "https://assay.dev");
        members.put("ear.verifier-id", verifier);
        members.put("submods", Map.of(result.tee().equals(AttestationResult.TDX) ? "TDX" : "SEVSNP", appraisal()));
        return members;
    }

    private Map<String, Object> appraisal() {
        TrustVector vector = TrustVector.of(result);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("ear.status", vector.status().label());
        Map<String, Object> values = new LinkedHashMap<>();
        vector.values().forEach((claim, value) -> values.put(claim.label(), value));
        members.put("ear.trustworthiness-vector", values);
        members.put("ear.appraisal-policy-id", policyUri(result.audit().policy()));
        if (result.authenticated()) {
            members.put("ear.veraison.annotated-evidence", result.claims());
        }
        members.put(RESULT, own());
        return members;
    }

    /** Claims that are not authenticated stand here only, and are marked. */
    private Map<String, Object> own() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("verdict", result.verdict().label());
        members.put("authenticated", result.authenticated());
        members.put("policySha256", result.audit().policy().sha256().hex());
        members.put("evidenceSha256", result.audit().evidenceSha256().hex());
        members.put("rules", ResultWriter.rules(result.rules()));
        members.put(
                "findings",
                result.findings().stream().map(ResultWriter::finding).toList());
        if (!result.authenticated()) {
            members.put("unauthenticatedClaims", result.claims());
        }
        return members;
    }

    private static String policyUri(PolicyReference policy) {
        return "tag:assay.dev,2026:policy/" + encoded(policy.id()) + "/" + encoded(policy.version());
    }

    /** Percent-encodes everything but unreserved characters (RFC 3986, 2.3). */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            encoded.append(unreserved ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return encoded.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
