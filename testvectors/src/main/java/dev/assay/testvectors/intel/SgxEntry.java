package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.DerValue;
import java.util.List;

/** A pair of identifier and value in an SGX extension. Immutable; the value of one with members is their sequence. */
final class SgxEntry {
    private final String oid;
    private final byte[] value;
    private final List<SgxEntry> members;

    private SgxEntry(String oid, byte[] value, List<SgxEntry> members) {
        this.oid = oid;
        this.value = value;
        this.members = members;
    }

    static SgxEntry of(String oid, byte[] der) {
        return new SgxEntry(oid, der.clone(), List.of());
    }

    static SgxEntry of(String oid, List<SgxEntry> members) {
        return new SgxEntry(oid, DerValue.sequence(), List.copyOf(members));
    }

    String oid() {
        return oid;
    }

    List<SgxEntry> members() {
        return members;
    }

    SgxEntry withOid(String other) {
        return new SgxEntry(other, value, members);
    }

    SgxEntry withMembers(List<SgxEntry> others) {
        return new SgxEntry(oid, value, List.copyOf(others));
    }

    byte[] encode() {
        return DerValue.sequence(DerValue.oid(oid), members.isEmpty() ? value : sequence(members));
    }

    static byte[] sequence(List<SgxEntry> entries) {
        return DerValue.sequence(entries.stream().map(SgxEntry::encode).toArray(byte[][]::new));
    }
}
