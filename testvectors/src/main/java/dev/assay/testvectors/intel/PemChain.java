package dev.assay.testvectors.intel;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * Certificates in PEM, one after the other, as a quote carries them. Immutable; they may come in any number and order,
 * with any line ends and with anything behind them.
 */
public final class PemChain {
    private static final int LINE = 64;

    private final List<byte[]> certificates;
    private final String lineEnd;
    private final byte[] tail;

    private PemChain(List<byte[]> certificates, String lineEnd, byte[] tail) {
        this.certificates = certificates;
        this.lineEnd = lineEnd;
        this.tail = tail;
    }

    /**
     * A chain that ends with a line feed and one NUL, as in four of five real quotes.
     *
     * @param certificates the DER of each; leaf, authority, root if right
     * @return the chain
     */
    public static PemChain of(byte[]... certificates) {
        List<byte[]> copies = new ArrayList<>();
        for (byte[] certificate : certificates) {
            copies.add(certificate.clone());
        }
        return new PemChain(copies, "\n", new byte[1]);
    }

    /**
     * Sets what comes after the last line feed.
     *
     * @param bytes any bytes; none or one NUL in real quotes
     * @return a changed copy
     */
    public PemChain tail(byte... bytes) {
        return new PemChain(certificates, lineEnd, bytes.clone());
    }

    /**
     * Sets how lines end.
     *
     * @param end a line feed in real quotes
     * @return a changed copy
     */
    public PemChain lineEnd(String end) {
        return new PemChain(certificates, end, tail);
    }

    /**
     * Exchanges a certificate.
     *
     * @param index 0 for the leaf
     * @param der the other certificate, any bytes
     * @return a changed copy
     */
    public PemChain with(int index, byte[] der) {
        List<byte[]> changed = new ArrayList<>(certificates);
        changed.set(index, der.clone());
        return new PemChain(changed, lineEnd, tail);
    }

    /**
     * Leaves a certificate out.
     *
     * @param index 0 for the leaf
     * @return a changed copy
     */
    public PemChain without(int index) {
        List<byte[]> changed = new ArrayList<>(certificates);
        changed.remove(index);
        return new PemChain(changed, lineEnd, tail);
    }

    /**
     * Appends a certificate.
     *
     * @param der any bytes
     * @return a changed copy
     */
    public PemChain and(byte[] der) {
        List<byte[]> changed = new ArrayList<>(certificates);
        changed.add(der.clone());
        return new PemChain(changed, lineEnd, tail);
    }

    /**
     * The same certificates, last to first.
     *
     * @return a changed copy
     */
    public PemChain reversed() {
        List<byte[]> changed = new ArrayList<>(certificates);
        Collections.reverse(changed);
        return new PemChain(changed, lineEnd, tail);
    }

    /**
     * The certificates.
     *
     * @return the DER of each, in their order
     */
    public List<byte[]> certificates() {
        return certificates.stream().map(byte[]::clone).toList();
    }

    /**
     * The chain as certification data of type 5.
     *
     * @return its bytes
     */
    public byte[] encode() {
        Base64.Encoder base64 = Base64.getMimeEncoder(LINE, lineEnd.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] certificate : certificates) {
            String text = "-----BEGIN CERTIFICATE-----" + lineEnd + base64.encodeToString(certificate) + lineEnd
                    + "-----END CERTIFICATE-----" + lineEnd;
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(tail);
        return out.toByteArray();
    }
}
