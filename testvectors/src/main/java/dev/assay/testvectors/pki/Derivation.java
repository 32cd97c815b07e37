package dev.assay.testvectors.pki;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bytes that look random and depend on nothing but the arguments: HMAC-SHA-512 in counter mode. */
final class Derivation {
    private Derivation() {}

    static byte[] bytes(byte[] key, byte[] label, int count) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(key, "HmacSHA512"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int block = 0; out.size() < count; block++) {
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(block).array());
                out.writeBytes(mac.doFinal(label));
            }
            return Arrays.copyOf(out.toByteArray(), count);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-512", e);
        }
    }
}
