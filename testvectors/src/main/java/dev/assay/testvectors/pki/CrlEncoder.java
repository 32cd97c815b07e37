package dev.assay.testvectors.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/** A revocation list in the making (RFC 5280, section 5.1). Immutable; nothing is checked. */
public final class CrlEncoder {
    private final int version;
    private final DistinguishedName issuer;
    private final Instant thisUpdate;
    private final Optional<Instant> nextUpdate;
    private final List<Revoked> revoked;
    private final ExtensionList extensions;

    private record Revoked(BigInteger serial, Instant at, ExtensionList extensions) {}

    private CrlEncoder(
            int version,
            DistinguishedName issuer,
            Instant thisUpdate,
            Optional<Instant> nextUpdate,
            List<Revoked> revoked,
            ExtensionList extensions) {
        this.version = version;
        this.issuer = issuer;
        this.thisUpdate = thisUpdate;
        this.nextUpdate = nextUpdate;
        this.revoked = List.copyOf(revoked);
        this.extensions = extensions;
    }

    /**
     * A list of version 2 that revokes nothing.
     *
     * @param issuer the issuer's name
     * @param thisUpdate when it was issued
     * @param nextUpdate when it is outdated
     * @return the list
     */
    public static CrlEncoder of(DistinguishedName issuer, Instant thisUpdate, Instant nextUpdate) {
        return new CrlEncoder(2, issuer, thisUpdate, Optional.of(nextUpdate), List.of(), ExtensionList.of());
    }

    /**
     * Sets the version.
     *
     * @param value 2 if right; 1 leaves the field out, and such a list should have no extensions
     * @return a changed copy
     */
    public CrlEncoder version(int value) {
        return new CrlEncoder(value, issuer, thisUpdate, nextUpdate, revoked, extensions);
    }

    /**
     * Sets the issuer's name.
     *
     * @param name the name
     * @return a changed copy
     */
    public CrlEncoder issuer(DistinguishedName name) {
        return new CrlEncoder(version, name, thisUpdate, nextUpdate, revoked, extensions);
    }

    /**
     * Sets when the list was issued.
     *
     * @param at the time
     * @return a changed copy
     */
    public CrlEncoder thisUpdate(Instant at) {
        return new CrlEncoder(version, issuer, at, nextUpdate, revoked, extensions);
    }

    /**
     * Sets when the list is outdated.
     *
     * @param at the time
     * @return a changed copy
     */
    public CrlEncoder nextUpdate(Instant at) {
        return new CrlEncoder(version, issuer, thisUpdate, Optional.of(at), revoked, extensions);
    }

    /**
     * Does not say when the list is outdated.
     *
     * @return a changed copy
     */
    public CrlEncoder withoutNextUpdate() {
        return new CrlEncoder(version, issuer, thisUpdate, Optional.empty(), revoked, extensions);
    }

    /**
     * Revokes a certificate.
     *
     * @param serial its serial number
     * @param at since when
     * @return a changed copy
     */
    public CrlEncoder revoke(BigInteger serial, Instant at) {
        return revoke(serial, at, ExtensionList.of());
    }

    /**
     * Revokes many certificates at once: one by one, each copies all that were revoked before.
     *
     * @param serials their serial numbers
     * @param at since when
     * @return a changed copy
     */
    public CrlEncoder revoke(List<BigInteger> serials, Instant at) {
        List<Revoked> entries = new ArrayList<>(revoked);
        serials.forEach(serial -> entries.add(new Revoked(serial, at, ExtensionList.of())));
        return new CrlEncoder(version, issuer, thisUpdate, nextUpdate, entries, extensions);
    }

    /**
     * Revokes a certificate, with extensions of the entry.
     *
     * @param serial its serial number
     * @param at since when
     * @param more the entry's extensions; none leaves the field out
     * @return a changed copy
     */
    public CrlEncoder revoke(BigInteger serial, Instant at, ExtensionList more) {
        List<Revoked> entries = new ArrayList<>(revoked);
        entries.add(new Revoked(serial, at, more));
        return new CrlEncoder(version, issuer, thisUpdate, nextUpdate, entries, extensions);
    }

    /**
     * Sets the extensions of the list.
     *
     * @param list the extensions in their order; none leaves the field out
     * @return a changed copy
     */
    public CrlEncoder extensions(ExtensionList list) {
        return new CrlEncoder(version, issuer, thisUpdate, nextUpdate, revoked, list);
    }

    /**
     * Changes the extensions of the list.
     *
     * @param change gets the present extensions, gives the new
     * @return a changed copy
     */
    public CrlEncoder extensions(UnaryOperator<ExtensionList> change) {
        return extensions(change.apply(extensions));
    }

    /**
     * The extensions of the list.
     *
     * @return as they are now, to derive others from
     */
    public ExtensionList extensions() {
        return extensions;
    }

    /**
     * Signs.
     *
     * @param signer the issuer's key
     * @return the DER of the list
     */
    public byte[] sign(CertificateSigner signer) {
        ASN1EncodableVector body = new ASN1EncodableVector();
        if (version != 1) {
            body.add(new ASN1Integer(version - 1L));
        }
        body.add(Der.decode(signer.algorithm()));
        body.add(Der.decode(issuer.encode()));
        body.add(Der.time(thisUpdate));
        nextUpdate.ifPresent(at -> body.add(Der.time(at)));
        if (!revoked.isEmpty()) {
            ASN1EncodableVector entries = new ASN1EncodableVector();
            for (Revoked one : revoked) {
                entries.add(entry(one));
            }
            body.add(new DERSequence(entries));
        }
        if (!extensions.all().isEmpty()) {
            body.add(new DERTaggedObject(true, 0, extensions.encode()));
        }
        return Der.signed(new DERSequence(body), signer);
    }

    private static DERSequence entry(Revoked one) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(one.serial));
        parts.add(Der.time(one.at));
        if (!one.extensions.all().isEmpty()) {
            parts.add(one.extensions.encode());
        }
        return new DERSequence(parts);
    }
}
