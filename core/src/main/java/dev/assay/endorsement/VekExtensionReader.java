package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.snp.SigningKey;
import dev.assay.snp.TcbComponent;
import dev.assay.snp.TcbLayout;
import dev.assay.snp.TcbVersion;
import dev.assay.x509.Facts;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes AMD's extensions of one certificate and collects what is wrong with them.
 *
 * <p>The values are primitive and short, so each encoding is compared whole: {@code 02 01 xx} below 0x80 and
 * {@code 02 02 00 xx} above for an INTEGER of 0 to 255, {@code 16 len} for an IA5String. hwID is the exception that
 * breaks generic parsers: its bytes stand in the extension without an encoding of their own.
 */
public final class VekExtensionReader {
    /** Longer than any real productName or cspID. */
    private static final int LONGEST_STRING = 127;

    private final X509Certificate certificate;
    private final SigningKey key;
    private final TcbLayout layout;
    private final List<String> missing = new ArrayList<>();
    private final List<String> invalid = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<VekOid, Integer> integers = new EnumMap<>(VekOid.class);
    private String productName = "";
    private @Nullable Bytes hwId;
    private @Nullable String cspId;
    private final Optional<VekExtensions> extensions;

    /**
     * Reads a certificate's extensions.
     *
     * @param certificate a VCEK or VLEK certificate, by its subject
     * @param key which of the two it should be
     * @param layout the TCB layout of the issuer's product
     */
    public VekExtensionReader(X509Certificate certificate, SigningKey key, TcbLayout layout) {
        this.certificate = certificate;
        this.key = key;
        this.layout = layout;
        read();
        this.extensions = missing.isEmpty() && invalid.isEmpty() ? Optional.of(decoded()) : Optional.empty();
    }

    /**
     * The extensions that the profile demands and the certificate lacks.
     *
     * @return their names and OIDs
     */
    public List<String> missing() {
        return Collections.unmodifiableList(missing);
    }

    /**
     * The extensions whose value or presence contradicts the profile.
     *
     * @return what is wrong with each
     */
    public List<String> invalid() {
        return Collections.unmodifiableList(invalid);
    }

    /**
     * The extensions that have no meaning here.
     *
     * @return their OIDs
     */
    public List<String> unknown() {
        return Collections.unmodifiableList(unknown);
    }

    /**
     * The decoded values.
     *
     * @return empty if an extension is missing or invalid
     */
    public Optional<VekExtensions> extensions() {
        return extensions;
    }

    private VekExtensions decoded() {
        return new VekExtensions(
                integer(VekOid.STRUCT_VERSION),
                productName,
                tcb(),
                Optional.ofNullable(hwId),
                Optional.ofNullable(cspId),
                unknown);
    }

    /**
     * Reads a certificate's extensions, once for each certificate object.
     *
     * @param certificate a VCEK or VLEK certificate, by its subject
     * @param key which of the two it should be
     * @param layout the TCB layout of the issuer's product
     * @return what was read, and what is wrong with it
     */
    public static VekExtensionReader of(X509Certificate certificate, SigningKey key, TcbLayout layout) {
        return Facts.of(
                certificate,
                new Role(key, layout),
                VekExtensionReader.class,
                subject -> new VekExtensionReader(subject, key, layout));
    }

    private record Role(SigningKey key, TcbLayout layout) {
        /** As a record does by itself, but without code that the platform has to generate for the first one. */
        @Override
        public int hashCode() {
            return key.hashCode() * 31 + layout.hashCode();
        }
    }

    private void read() {
        List<VekOid> required = VekExtensions.required(key, layout);
        Set<VekOid> present = EnumSet.noneOf(VekOid.class);
        for (String oid : oids()) {
            Optional<VekOid> known = VekOid.named(oid);
            if (known.isEmpty()) {
                unknown.add(oid);
                continue;
            }
            present.add(known.get());
            if (required.contains(known.get())) {
                decode(known.get());
            } else {
                invalid.add(label(known.get()) + " does not belong in a " + key + " of this product");
            }
        }
        required.stream()
                .filter(oid -> !present.contains(oid))
                .map(VekExtensionReader::label)
                .forEach(missing::add);
    }

    private List<String> oids() {
        List<String> all = new ArrayList<>();
        for (Set<String> part : List.of(
                Optional.ofNullable(certificate.getCriticalExtensionOIDs()).orElse(Set.of()),
                Optional.ofNullable(certificate.getNonCriticalExtensionOIDs()).orElse(Set.of()))) {
            part.stream().sorted().forEach(all::add);
        }
        return all;
    }

    private void decode(VekOid oid) {
        Bytes value = value(oid);
        switch (oid) {
            case PRODUCT_NAME -> productName = string(oid, value);
            case CSP_ID -> cspId = string(oid, value);
            case HW_ID -> {
                int size = layout == TcbLayout.TURIN ? 8 : 64;
                if (value.length() != size) {
                    invalid.add(label(oid) + " has " + value.length() + " bytes, expected " + size);
                }
                hwId = value;
            }
            default -> integers.put(oid, unsignedByte(oid, value));
        }
    }

    /** The content of the OCTET STRING that wraps every extension's value; the platform has checked its length. */
    private Bytes value(VekOid oid) {
        Bytes wrapped = Bytes.copyOf(certificate.getExtensionValue(oid.oid()));
        int lengthBytes = wrapped.u8(1) < 0x80 ? 0 : wrapped.u8(1) & 0x7F;
        return wrapped.from(2 + lengthBytes);
    }

    private int unsignedByte(VekOid oid, Bytes value) {
        if (value.length() == 3 && value.u8(0) == 2 && value.u8(1) == 1 && value.u8(2) < 0x80) {
            return value.u8(2);
        }
        if (value.length() == 4 && value.u8(0) == 2 && value.u8(1) == 2 && value.u8(2) == 0 && value.u8(3) >= 0x80) {
            return value.u8(3);
        }
        invalid.add(label(oid) + " is not an INTEGER of 0 to 255: " + value);
        return 0;
    }

    private String string(VekOid oid, Bytes value) {
        if (value.length() < 3
                || value.u8(0) != 0x16
                || value.u8(1) != value.length() - 2
                || value.u8(1) > LONGEST_STRING) {
            invalid.add(label(oid) + " is not an IA5String of 1 to " + LONGEST_STRING + " characters: " + value);
            return "";
        }
        for (int i = 2; i < value.length(); i++) {
            if (value.u8(i) < 0x20 || value.u8(i) > 0x7E) {
                invalid.add(label(oid) + " has characters that do not print: " + value);
                return "";
            }
        }
        return new String(value.from(2).toArray(), StandardCharsets.US_ASCII);
    }

    private TcbVersion tcb() {
        byte[] packed = new byte[TcbVersion.SIZE];
        if (layout == TcbLayout.MILAN_GENOA) {
            // The bytes that no component owns have their own extensions: they are compared like the others.
            packed[2] = (byte) integer(VekOid.SPL_4);
            packed[3] = (byte) integer(VekOid.SPL_5);
            packed[4] = (byte) integer(VekOid.SPL_6);
            packed[5] = (byte) integer(VekOid.SPL_7);
        } else {
            packed[4] = (byte) integer(VekOid.SPL_5);
            packed[5] = (byte) integer(VekOid.SPL_6);
            packed[6] = (byte) integer(VekOid.SPL_7);
        }
        for (TcbComponent component : layout.components()) {
            packed[layout.offset(component)] = (byte) integer(VekOid.of(component));
        }
        return new TcbVersion(layout, Bytes.copyOf(packed));
    }

    private int integer(VekOid oid) {
        return integers.getOrDefault(oid, 0);
    }

    private static String label(VekOid oid) {
        return oid + " (" + oid.oid() + ")";
    }
}
