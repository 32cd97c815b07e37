package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.EcKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A TCB info or enclave identity as Intel serves it: an object with the body under its name and, as 128 hexadecimal
 * digits, the signature (r then s, 32 bytes each, big-endian) over exactly the bytes of the body (Intel PCS API v4).
 * Immutable; body, signature and what is around them can be made to disagree.
 */
public final class SignedJson {
    private static final String BODY = "%BODY%";
    private static final String SIGNATURE = "%SIGNATURE%";

    private final String frame;
    private final String body;
    private final String signature;

    private SignedJson(String frame, String body, String signature) {
        this.frame = frame;
        this.body = body;
        this.signature = signature;
    }

    /**
     * Signs a body.
     *
     * @param name the name of the body's member, {@code tcbInfo} or {@code enclaveIdentity}
     * @param body any text
     * @param key whose signature it gets
     * @return the document
     */
    public static SignedJson sign(String name, String body, EcKey key) {
        byte[] signature = key.signRaw(body.getBytes(StandardCharsets.UTF_8));
        return of(name, body, HexFormat.of().formatHex(signature));
    }

    /**
     * Puts parts together.
     *
     * @param name the name of the body's member
     * @param body any text
     * @param signature any text, which is put in quotation marks
     * @return the document
     */
    public static SignedJson of(String name, String body, String signature) {
        String frame = "{\"" + name + "\":" + BODY + ",\"signature\":\"" + SIGNATURE + "\"}";
        return new SignedJson(frame, body, signature);
    }

    /**
     * Serves another body under the same signature.
     *
     * @param text any text
     * @return a changed copy
     */
    public SignedJson body(String text) {
        return new SignedJson(frame, text, signature);
    }

    /**
     * Serves another signature.
     *
     * @param text any text
     * @return a changed copy
     */
    public SignedJson signature(String text) {
        return new SignedJson(frame, body, text);
    }

    /**
     * Serves the signature in capital hexadecimal digits.
     *
     * @return a changed copy, as genuine as this
     */
    public SignedJson signatureInCapitals() {
        return signature(signature.toUpperCase(Locale.ROOT));
    }

    /**
     * Puts the signature before the body.
     *
     * @return a changed copy
     */
    public SignedJson signatureFirst() {
        String name = frame.substring(0, frame.indexOf(BODY));
        return new SignedJson(
                "{\"signature\":\"" + SIGNATURE + "\"," + name.substring(1) + BODY + "}", body, signature);
    }

    /**
     * Puts a member before all others.
     *
     * @param name its name, also one that follows
     * @param value its text
     * @return a changed copy
     */
    public SignedJson startingWith(String name, String value) {
        return new SignedJson("{\"" + name + "\":" + value + "," + frame.substring(1), body, signature);
    }

    /**
     * Puts a member after all others.
     *
     * @param name its name, also one that is there
     * @param value its text
     * @return a changed copy
     */
    public SignedJson endingWith(String name, String value) {
        String open = frame.substring(0, frame.length() - 1);
        return new SignedJson(open + ",\"" + name + "\":" + value + "}", body, signature);
    }

    /**
     * Puts white space around everything but the body's inside.
     *
     * @return a changed copy, as genuine as this
     */
    public SignedJson spacedAround() {
        String spaced = frame.replace(",\"", "\n, \"").replace("\":", "\" : ").replace("{\"", " {\t\"");
        return new SignedJson(spaced + "\r\n", body, signature);
    }

    /**
     * The body.
     *
     * @return its text as served
     */
    public String body() {
        return body;
    }

    /**
     * The signature.
     *
     * @return its text as served, without the quotation marks
     */
    public String signature() {
        return signature;
    }

    /**
     * The document.
     *
     * @return its text
     */
    public String text() {
        return frame.replace(SIGNATURE, signature).replace(BODY, body);
    }

    /**
     * The document.
     *
     * @return its bytes, UTF-8
     */
    public byte[] encode() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
