package dev.assay.testvectors.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;

/**
 * Extensions in the order in which they are encoded; the same one may be there twice. Immutable.
 *
 * @param all the extensions, first to last
 */
public record ExtensionList(List<CertificateExtension> all) {
    /**
     * Keeps a copy of the list.
     *
     * @param all the extensions, first to last
     */
    public ExtensionList {
        all = List.copyOf(all);
    }

    /**
     * Makes a list.
     *
     * @param extensions first to last
     * @return the list
     */
    public static ExtensionList of(CertificateExtension... extensions) {
        return new ExtensionList(List.of(extensions));
    }

    /**
     * Appends an extension, even if there is one with the same identifier.
     *
     * @param extension the extension
     * @return a changed copy
     */
    public ExtensionList and(CertificateExtension extension) {
        return new ExtensionList(
                Stream.concat(all.stream(), Stream.of(extension)).toList());
    }

    /**
     * Leaves an extension out.
     *
     * @param oid its identifier
     * @return a changed copy
     * @throws NoSuchElementException if it is not there
     */
    public ExtensionList without(String oid) {
        require(oid);
        return new ExtensionList(
                all.stream().filter(one -> !one.oid().equals(oid)).toList());
    }

    /**
     * Puts an extension twice, one right after the other.
     *
     * @param oid its identifier
     * @return a changed copy
     * @throws NoSuchElementException if it is not there
     */
    public ExtensionList duplicated(String oid) {
        require(oid);
        List<CertificateExtension> more = new ArrayList<>();
        for (CertificateExtension one : all) {
            more.add(one);
            if (one.oid().equals(oid)) {
                more.add(one);
            }
        }
        return new ExtensionList(more);
    }

    /**
     * Gives an extension another value.
     *
     * @param oid its identifier
     * @param value the content of the octet string, DER or not
     * @return a changed copy
     * @throws NoSuchElementException if it is not there
     */
    public ExtensionList with(String oid, byte[] value) {
        return changed(oid, one -> CertificateExtension.of(oid, one.critical(), value));
    }

    /**
     * Gives an extension another mark.
     *
     * @param oid its identifier
     * @param critical whether it is marked critical
     * @return a changed copy
     * @throws NoSuchElementException if it is not there
     */
    public ExtensionList marked(String oid, boolean critical) {
        return changed(oid, one -> one.critical(critical));
    }

    /**
     * The same extensions, last to first.
     *
     * @return a changed copy
     */
    public ExtensionList reversed() {
        List<CertificateExtension> turned = new ArrayList<>();
        for (CertificateExtension one : all) {
            turned.add(0, one);
        }
        return new ExtensionList(turned);
    }

    private ExtensionList changed(String oid, UnaryOperator<CertificateExtension> change) {
        require(oid);
        return new ExtensionList(all.stream()
                .map(one -> one.oid().equals(oid) ? change.apply(one) : one)
                .toList());
    }

    private void require(String oid) {
        if (all.stream().noneMatch(one -> one.oid().equals(oid))) {
            throw new NoSuchElementException("there is no extension " + oid);
        }
    }

    DERSequence encode() {
        return Der.sequence(all.stream().map(CertificateExtension::encode).toArray(ASN1Encodable[]::new));
    }
}
