package dev.assay.testvectors.pki;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;

/**
 * The name of a subject or issuer: attributes in the order in which they are encoded, each in a set of its own.
 * Immutable.
 *
 * @param parts the attributes, first to last
 */
public record DistinguishedName(List<Part> parts) {
    /**
     * One attribute.
     *
     * @param attribute which
     * @param form the ASN.1 type of its value
     * @param value its value
     */
    public record Part(NameAttribute attribute, StringForm form, String value) {}

    /**
     * Keeps a copy of the list.
     *
     * @param parts the attributes, first to last
     */
    public DistinguishedName {
        parts = List.copyOf(parts);
    }

    /**
     * A name without attributes.
     *
     * @return the name
     */
    public static DistinguishedName empty() {
        return new DistinguishedName(List.of());
    }

    /**
     * Appends an attribute.
     *
     * @param attribute which
     * @param form the ASN.1 type of its value
     * @param value its value
     * @return a changed copy
     */
    public DistinguishedName and(NameAttribute attribute, StringForm form, String value) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(attribute, form, value));
        return new DistinguishedName(more);
    }

    /**
     * Replaces the value of an attribute, keeping its place and form.
     *
     * @param attribute which
     * @param value its new value
     * @return a changed copy
     */
    public DistinguishedName with(NameAttribute attribute, String value) {
        return new DistinguishedName(parts.stream()
                .map(part -> part.attribute == attribute ? new Part(attribute, part.form, value) : part)
                .toList());
    }

    /**
     * Leaves an attribute out.
     *
     * @param attribute which
     * @return a changed copy
     */
    public DistinguishedName without(NameAttribute attribute) {
        return new DistinguishedName(
                parts.stream().filter(part -> part.attribute != attribute).toList());
    }

    /**
     * The encoded name.
     *
     * @return its DER
     */
    public byte[] encode() {
        ASN1EncodableVector sets = new ASN1EncodableVector();
        for (Part part : parts) {
            sets.add(new DERSet(Der.sequence(part.attribute.oid(), part.form.encode(part.value))));
        }
        return Der.encode(new DERSequence(sets));
    }
}
