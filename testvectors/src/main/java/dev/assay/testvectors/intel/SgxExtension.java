package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.DerValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The SGX extension of a PCK certificate in the making (Intel SGX PCK Certificate Profile): a sequence of pairs of
 * identifier and value, two of which hold such sequences themselves. Immutable; every entry at every depth can be
 * replaced, left out, put twice or moved.
 */
public final class SgxExtension {
    /** The extension itself. */
    public static final String OID = "1.2.840.113741.1.13.1";

    /** Platform provisioning identity, OCTET STRING of 16. */
    public static final String PPID = OID + ".1";

    /** The TCB, a sequence of 18. */
    public static final String TCB = OID + ".2";

    /** SVN of the provisioning certification enclave, INTEGER. */
    public static final String PCE_SVN = TCB + ".17";

    /** Raw CPU SVN, OCTET STRING of 16. */
    public static final String CPU_SVN = TCB + ".18";

    /** Identity of the provisioning certification enclave, OCTET STRING of 2. */
    public static final String PCE_ID = OID + ".3";

    /** Family, model, stepping, platform type and custom SKU, OCTET STRING of 6. */
    public static final String FMSPC = OID + ".4";

    /** Kind of memory protection, ENUMERATED. */
    public static final String SGX_TYPE = OID + ".5";

    /** Identity of the platform's set-up, OCTET STRING of 16; platform CA only. */
    public static final String PLATFORM_INSTANCE_ID = OID + ".6";

    /** The configuration, a sequence of 3; platform CA only. */
    public static final String CONFIGURATION = OID + ".7";

    /** Whether packages can be added, BOOLEAN. */
    public static final String DYNAMIC_PLATFORM = CONFIGURATION + ".1";

    /** Whether Intel keeps the platform's keys, BOOLEAN. */
    public static final String CACHED_KEYS = CONFIGURATION + ".2";

    /** Whether simultaneous multithreading is on, BOOLEAN. */
    public static final String SMT_ENABLED = CONFIGURATION + ".3";

    private final List<SgxEntry> entries;

    private SgxExtension(List<SgxEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * The extension as the authority writes it: 7 entries if it is the platform CA, 5 if it is the processor CA.
     *
     * @param ca who issues the certificate
     * @param platform what it says
     * @return the extension
     */
    public static SgxExtension of(PckCa ca, SgxPlatform platform) {
        List<SgxEntry> entries = new ArrayList<>();
        entries.add(SgxEntry.of(PPID, DerValue.octets(platform.ppid())));
        entries.add(SgxEntry.of(TCB, tcb(platform)));
        entries.add(SgxEntry.of(PCE_ID, DerValue.octets(platform.pceId())));
        entries.add(SgxEntry.of(FMSPC, DerValue.octets(platform.fmspc())));
        entries.add(SgxEntry.of(SGX_TYPE, DerValue.enumerated(platform.sgxType())));
        if (ca == PckCa.PLATFORM) {
            entries.add(SgxEntry.of(PLATFORM_INSTANCE_ID, DerValue.octets(platform.instanceId())));
            entries.add(SgxEntry.of(
                    CONFIGURATION,
                    List.of(
                            SgxEntry.of(DYNAMIC_PLATFORM, DerValue.bool(platform.dynamicPlatform())),
                            SgxEntry.of(CACHED_KEYS, DerValue.bool(platform.cachedKeys())),
                            SgxEntry.of(SMT_ENABLED, DerValue.bool(platform.smtEnabled())))));
        }
        return new SgxExtension(entries);
    }

    /**
     * The identifier of a component SVN, INTEGER.
     *
     * @param index 0 to 15
     * @return the identifier, whose last number is one more
     */
    public static String component(int index) {
        return TCB + "." + (index + 1);
    }

    /**
     * Gives an entry another value.
     *
     * @param oid its identifier
     * @param der any bytes, for instance of {@link DerValue}
     * @return a changed copy
     * @throws NoSuchElementException if it is not there
     */
    public SgxExtension with(String oid, byte[] der) {
        SgxEntry replaced = SgxEntry.of(oid, der);
        return edited(oid, entry -> Stream.of(replaced));
    }

    /**
     * Leaves an entry out.
     *
     * @param oid its identifier
     * @return a changed copy
     * @throws NoSuchElementException if it is not there
     */
    public SgxExtension without(String oid) {
        return edited(oid, entry -> Stream.empty());
    }

    /**
     * Puts an entry twice, one right after the other.
     *
     * @param oid its identifier
     * @return a changed copy
     * @throws NoSuchElementException if it is not there
     */
    public SgxExtension duplicated(String oid) {
        return edited(oid, entry -> Stream.of(entry, entry));
    }

    /**
     * Puts another entry after one.
     *
     * @param oid the identifier of the one before
     * @param other the identifier of the new one
     * @param der its value
     * @return a changed copy
     * @throws NoSuchElementException if the one before is not there
     */
    public SgxExtension andAfter(String oid, String other, byte[] der) {
        SgxEntry added = SgxEntry.of(other, der);
        return edited(oid, entry -> Stream.of(entry, added));
    }

    /**
     * Gives an entry another identifier.
     *
     * @param oid its identifier
     * @param other the new identifier
     * @return a changed copy
     * @throws NoSuchElementException if it is not there
     */
    public SgxExtension renamed(String oid, String other) {
        return edited(oid, entry -> Stream.of(entry.withOid(other)));
    }

    /**
     * The same entries, last to first, at the outermost level.
     *
     * @return a changed copy
     */
    public SgxExtension reversed() {
        return new SgxExtension(reversed(entries));
    }

    /**
     * The same entries, with the members of one last to first.
     *
     * @param oid {@link #TCB} or {@link #CONFIGURATION}
     * @return a changed copy
     * @throws NoSuchElementException if it is not there
     */
    public SgxExtension reversed(String oid) {
        return edited(oid, entry -> Stream.of(entry.withMembers(reversed(entry.members()))));
    }

    /**
     * The content of the extension.
     *
     * @return its DER
     */
    public byte[] encode() {
        return SgxEntry.sequence(entries);
    }

    private SgxExtension edited(String oid, Function<SgxEntry, Stream<SgxEntry>> change) {
        boolean[] found = new boolean[1];
        List<SgxEntry> changed = edited(entries, oid, entry -> {
            found[0] = true;
            return change.apply(entry);
        });
        if (!found[0]) {
            throw new NoSuchElementException("there is no entry " + oid);
        }
        return new SgxExtension(changed);
    }

    private static List<SgxEntry> edited(
            List<SgxEntry> entries, String oid, Function<SgxEntry, Stream<SgxEntry>> change) {
        return entries.stream()
                .flatMap(entry -> entry.oid().equals(oid)
                        ? change.apply(entry)
                        : Stream.of(entry.withMembers(edited(entry.members(), oid, change))))
                .toList();
    }

    private static List<SgxEntry> reversed(List<SgxEntry> entries) {
        List<SgxEntry> turned = new ArrayList<>(entries);
        Collections.reverse(turned);
        return turned;
    }

    private static List<SgxEntry> tcb(SgxPlatform platform) {
        List<SgxEntry> entries = new ArrayList<>();
        for (int i = 0; i < platform.components().size(); i++) {
            entries.add(SgxEntry.of(
                    component(i), DerValue.integer(platform.components().get(i))));
        }
        entries.add(SgxEntry.of(PCE_SVN, DerValue.integer(platform.pceSvn())));
        entries.add(SgxEntry.of(CPU_SVN, DerValue.octets(platform.cpuSvn())));
        return entries;
    }
}
