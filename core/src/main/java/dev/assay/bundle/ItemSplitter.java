package dev.assay.bundle;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.SignedBody;
import dev.assay.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes what was given as endorsements apart into things that a vendor signed, one an item, each in the form in which
 * the vendor serves it. What is signed is taken over byte by byte; only wrappings of others are left behind: PEM,
 * hexadecimal, other programs' bundles, white space around a signed body.
 */
final class ItemSplitter {
    private ItemSplitter() {}

    /** An item of which any part cannot be read stays whole, so that a verdict that rests on this stays the same. */
    static List<BundleItem> split(String origin, Bytes item) {
        Endorsements read = Endorsements.builder().add(origin, item).build();
        return read.unreadable().isEmpty()
                ? split(origin, read)
                : List.of(new BundleItem(ItemKind.OTHER, origin, item));
    }

    static List<BundleItem> split(String origin, Endorsements read) {
        List<BundleItem> items = new ArrayList<>();
        read.certificates().forEach(one -> items.add(new BundleItem(ItemKind.CERTIFICATE, origin, der(one))));
        read.crls().forEach(one -> items.add(new BundleItem(ItemKind.CRL, origin, der(one))));
        read.tcbInfos()
                .forEach(
                        one -> items.add(new BundleItem(ItemKind.TCB_INFO, origin, document("tcbInfo", one.signed()))));
        read.qeIdentities()
                .forEach(one -> items.add(
                        new BundleItem(ItemKind.QE_IDENTITY, origin, document("enclaveIdentity", one.signed()))));
        return items;
    }

    private static Bytes document(String name, SignedBody signed) {
        String body = new String(signed.bytes().toArray(), StandardCharsets.US_ASCII);
        String text = "{\"" + name + "\":" + body + ",\"signature\":\""
                + signed.signature().hex() + "\"}";
        return Bytes.copyOf(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Bytes der(X509Certificate certificate) {
        try {
            return Bytes.copyOf(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read from DER has DER", e);
        }
    }

    private static Bytes der(X509CRL crl) {
        try {
            return Bytes.copyOf(crl.getEncoded());
        } catch (CRLException e) {
            throw new IllegalStateException("a revocation list that was read from DER has DER", e);
        }
    }
}
