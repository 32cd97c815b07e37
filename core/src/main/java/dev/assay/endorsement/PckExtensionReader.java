package dev.assay.endorsement;

import dev.assay.model.Bytes;
import dev.assay.x509.Facts;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the SGX extension of one certificate: five entries, or seven if the Platform CA issued it, each of them once,
 * each an OID and a value of the type, size and range that Intel's profile gives it. Their order is free. The first four
 * alone are read too, since test hierarchies have no more; {@link PckExtensions#complete()} tells.
 */
public final class PckExtensionReader {
    /** 1.2.840.113741.1.13.1 as the content of an OBJECT IDENTIFIER. */
    private static final Bytes ARC = Bytes.fromHex("2a864886f84d010d01");

    private static final int JUDGED_ENTRIES = 4;
    private static final int PROCESSOR_ENTRIES = 5;
    private static final int PLATFORM_ENTRIES = 7;
    private static final int TCB_ENTRIES = 18;
    private static final int CONFIGURATION_ENTRIES = 3;
    private static final int PCESVN = 17;
    private static final int CPUSVN = 18;

    private @Nullable PckExtensions extensions;
    private String fault = "";

    /**
     * Reads a certificate's extension.
     *
     * @param certificate a PCK certificate, by its subject
     */
    public PckExtensionReader(X509Certificate certificate) {
        try {
            extensions = read(certificate);
        } catch (UnreadableException e) {
            fault = String.valueOf(e.getMessage());
        }
    }

    /**
     * Reads a certificate's extension, once for each certificate object.
     *
     * @param certificate a PCK certificate, by its subject
     * @return what was read, and what is wrong with it
     */
    public static PckExtensionReader of(X509Certificate certificate) {
        return Facts.of(certificate, PckExtensionReader.class, PckExtensionReader::new);
    }

    /**
     * The decoded values.
     *
     * @return empty if the extension is missing or invalid
     */
    public Optional<PckExtensions> extensions() {
        return Optional.ofNullable(extensions);
    }

    /**
     * What is wrong with the extension.
     *
     * @return one sentence, empty if nothing is
     */
    public String fault() {
        return fault;
    }

    private static PckExtensions read(X509Certificate certificate) throws UnreadableException {
        byte[] wrapped = certificate.getExtensionValue(PckExtensions.OID);
        if (wrapped == null) {
            throw new UnreadableException("there is no SGX extension");
        }
        DerElement outer = DerElement.single(Bytes.copyOf(wrapped));
        List<DerElement> top = DerElement.single(outer.content()).sequence(PLATFORM_ENTRIES);
        boolean judgedOnly = top.size() == JUDGED_ENTRIES;
        if (!judgedOnly && top.size() != PROCESSOR_ENTRIES && top.size() != PLATFORM_ENTRIES) {
            throw new UnreadableException("the SGX extension has " + top.size() + " entries, expected "
                    + PROCESSOR_ENTRIES + " or " + PLATFORM_ENTRIES);
        }
        Entries entries = new Entries("SGX extension", ARC, top);
        Entries tcb = entries.group(2, "TCB", TCB_ENTRIES);
        boolean platform = top.size() == PLATFORM_ENTRIES;
        return new PckExtensions(
                entries.octets(1, "PPID", 16),
                components(tcb),
                tcb.integer(PCESVN, "PCESVN", 0xFFFF),
                tcb.octets(CPUSVN, "CPUSVN", 16),
                entries.octets(3, "PCEID", 2),
                entries.octets(4, "FMSPC", 6),
                judgedOnly ? Optional.empty() : Optional.of(sgxType(entries)),
                platform ? Optional.of(entries.octets(6, "platform instance id", 16)) : Optional.empty(),
                platform ? Optional.of(configuration(entries)) : Optional.empty());
    }

    private static Bytes components(Entries tcb) throws UnreadableException {
        byte[] svns = new byte[PckExtensions.COMPONENTS];
        for (int i = 0; i < svns.length; i++) {
            svns[i] = (byte) tcb.integer(i + 1, "component SVN " + (i + 1), 0xFF);
        }
        return Bytes.copyOf(svns);
    }

    private static SgxType sgxType(Entries entries) throws UnreadableException {
        int value = entries.value(5, "SGX type").enumerated(0xFF);
        return SgxType.of(value)
                .orElseThrow(() -> new UnreadableException("SGX type: no meaning is known for " + value));
    }

    private static PlatformConfiguration configuration(Entries entries) throws UnreadableException {
        Entries flags = entries.group(7, "configuration", CONFIGURATION_ENTRIES);
        return new PlatformConfiguration(
                flags.value(1, "dynamic platform").truth(),
                flags.value(2, "cached keys").truth(),
                flags.value(3, "SMT enabled").truth());
    }

    /** The members of one SEQUENCE of (OID, value), by the last arc of their OID. */
    private static final class Entries {
        private final String name;
        private final Bytes arc;
        private final Map<Integer, DerElement> values = new HashMap<>();

        Entries(String name, Bytes arc, List<DerElement> elements) throws UnreadableException {
            this.name = name;
            this.arc = arc;
            for (DerElement element : elements) {
                List<DerElement> pair = element.sequence(2);
                if (pair.size() != 2 || pair.get(0).tag() != DerElement.OBJECT_IDENTIFIER) {
                    throw new UnreadableException(name + ": an entry that is not an OID and a value");
                }
                Bytes oid = pair.get(0).content();
                if (oid.length() != arc.length() + 1 || !oid.startsWith(arc)) {
                    throw new UnreadableException(name + ": an entry with a foreign OID");
                }
                if (values.put(oid.u8(arc.length()), pair.get(1)) != null) {
                    throw new UnreadableException(name + ": entry ." + oid.u8(arc.length()) + " stands there twice");
                }
            }
        }

        DerElement value(int last, String what) throws UnreadableException {
            DerElement value = values.get(last);
            if (value == null) {
                throw new UnreadableException(name + ": " + what + " (." + last + ") is missing");
            }
            return value;
        }

        Bytes octets(int last, String what, int size) throws UnreadableException {
            try {
                return value(last, what).octets(size);
            } catch (UnreadableException e) {
                throw new UnreadableException(what + ": " + e.getMessage());
            }
        }

        int integer(int last, String what, int largest) throws UnreadableException {
            try {
                return value(last, what).integer(largest);
            } catch (UnreadableException e) {
                throw new UnreadableException(what + ": " + e.getMessage());
            }
        }

        Entries group(int last, String what, int size) throws UnreadableException {
            List<DerElement> members = value(last, what).sequence(size);
            if (members.size() != size) {
                throw new UnreadableException(what + " has " + members.size() + " entries, expected " + size);
            }
            byte[] longer = new byte[arc.length() + 1];
            System.arraycopy(arc.toArray(), 0, longer, 0, arc.length());
            longer[arc.length()] = (byte) last;
            return new Entries(what, Bytes.copyOf(longer), members);
        }
    }
}
