package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The vendors' certificates that are part of this library; {@code PROVENANCE.md} beside them says where they are from. */
final class EmbeddedCertificates {
    private static final List<String> PRODUCTS = List.of("milan", "genoa", "turin");

    private EmbeddedCertificates() {}

    static List<X509Certificate> amdRoots() {
        return amd("ark");
    }

    static List<X509Certificate> amdIntermediates() {
        List<X509Certificate> all = new ArrayList<>(amd("ask"));
        all.addAll(amd("asvk"));
        return List.copyOf(all);
    }

    static X509Certificate intelRoot() {
        return read("intel/sgx-root-ca.der");
    }

    private static List<X509Certificate> amd(String role) {
        return PRODUCTS.stream()
                .map(product -> read("amd/" + role + "-" + product + ".der"))
                .toList();
    }

    private static X509Certificate read(String name) {
        try (InputStream in = EmbeddedCertificates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("this build of the library lacks its certificate " + name);
            }
            return new X509Reader().certificate(Bytes.copyOf(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableException e) {
            throw new IllegalStateException("this build of the library has a broken certificate " + name, e);
        }
    }
}
