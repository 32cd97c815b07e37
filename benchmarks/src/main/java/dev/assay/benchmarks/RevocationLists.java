package dev.assay.benchmarks;

import dev.assay.endorsement.Endorsements;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.pki.CrlEncoder;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.stream.IntStream;

/** Lists of revoked PCK certificates, of any length, among the endorsements of one quote. */
final class RevocationLists {
    /** More than the Java platform keeps of the lists that it parsed last, which are 750. */
    private static final int MORE_THAN_KEPT = 800;

    /** The simulator's lists are never empty. */
    static final int ALWAYS = 2;

    private static final long FIRST_SERIAL = 1_000_000_007L;
    private static final long OTHER_SERIAL = 1L << 40;

    private final TdxSimulator simulator = TdxSimulator.create();
    private final TdxEvidence evidence = simulator.quote(4, TdReportEncoder.Kind.TD_1_0, right -> right);
    private final List<byte[]> others = different(1, MORE_THAN_KEPT);

    byte[] quote() {
        return evidence.quote();
    }

    /** Lists of so many entries beside the simulator's own, of which each has one that no other list has. */
    List<byte[]> different(int entries, int lists) {
        List<BigInteger> same = IntStream.range(1, entries)
                .mapToObj(i -> BigInteger.valueOf(FIRST_SERIAL + i))
                .toList();
        CrlEncoder shorter =
                simulator.hierarchy().pckCrlTemplate(simulator.ca()).revoke(same, evidence.at());
        return IntStream.range(0, lists)
                .parallel()
                .mapToObj(i -> shorter.revoke(BigInteger.valueOf(OTHER_SERIAL + i), evidence.at())
                        .sign(simulator.hierarchy().caSigner(simulator.ca())))
                .toList();
    }

    /** Reads everything that the quote needs, this list among it. */
    Endorsements endorsements(byte[] list) {
        return Endorsements.of(
                evidence.tcbInfo(), evidence.qeIdentity(), list, evidence.rootCrl(), evidence.tcbSigningCertificate());
    }

    /** Has the Java platform forget the lists that it parsed before, so that it reads them anew. */
    void makeUnread() throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        for (byte[] list : others) {
            factory.generateCRL(new ByteArrayInputStream(list));
        }
    }
}
