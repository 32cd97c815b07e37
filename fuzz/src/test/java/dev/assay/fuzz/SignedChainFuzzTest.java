package dev.assay.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.TdReportEncoder;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.PemChain;
import dev.assay.testvectors.intel.SgxExtension;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.pki.CertificateEncoder;
import dev.assay.testvectors.pki.CertificateExtension;
import dev.assay.testvectors.pki.CrlEncoder;
import dev.assay.testvectors.pki.ExtensionList;
import java.math.BigInteger;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PCK certificates with other extensions and revocation lists with other contents, signed by the simulated vendor. The
 * input says what to do to them.
 */
class SignedChainFuzzTest {
    private static final IntelHierarchy INTEL = Minted.INTEL.hierarchy();
    private static final QuoteEncoder QUOTE =
            Minted.INTEL.quoteTemplate(5, Minted.INTEL.reportTemplate(TdReportEncoder.Kind.TD_1_5));
    private static final byte[] SGX =
            SgxExtension.of(PckCa.PLATFORM, Minted.INTEL.platform()).encode();

    static Stream<byte[]> seeds() {
        return Stream.of(
                new byte[] {0, 0, 0},
                new byte[] {1, 60, 0, 0, 7, 0, 0},
                new byte[] {0, 2, 0, 1, 2, 1, 0},
                new byte[] {0, 0, 3, 1, 0, 5, 2, 1, 2, 3},
                new byte[] {0, 0, 2, 0, 0, 6, 1});
    }

    @MethodSource("seeds")
    @FuzzTest
    void fuzz(byte[] input) {
        Promises.holdCostly(input, MalformedEvidenceException.class, bytes -> {
            Choices choices = new Choices(bytes);
            byte[] sgx = choices.patch(SGX, choices.below(4));
            CertificateEncoder pck = INTEL.pckTemplate(
                            PckCa.PLATFORM, SgxExtension.of(PckCa.PLATFORM, Minted.INTEL.platform()))
                    .extensions(list -> list.with(SgxExtension.OID, sgx));
            for (int i = choices.below(4); i > 0; i--) {
                pck = pck.extensions(list -> changed(list, choices));
            }
            byte[] leaf = pck.sign(INTEL.caSigner(PckCa.PLATFORM));
            PemChain chain = Minted.INTEL.pckChain().with(0, leaf);
            QuoteEncoder quote =
                    Minted.INTEL.signed(QUOTE.signatureData(data -> data.certification(5, chain.encode())));
            Crl crl = Crl.of(choices);
            TdxEvidence evidence = Minted.TD.withQuote(quote.encode()).withPckCrl(crl.der.toArray());
            JudgedQuote judged = JudgedQuote.of(evidence);
            if (judged.verified()) {
                assertTrue(!crl.revokes, "verified and revoked");
                assertTrue(!crl.outdated, "verified with a list of another time");
            }
            return judged.text();
        });
    }

    private static ExtensionList changed(ExtensionList list, Choices choices) {
        if (list.all().isEmpty()) {
            return list;
        }
        CertificateExtension chosen = list.all().get(choices.below(list.all().size()));
        return switch (choices.below(5)) {
            case 1 -> list.without(chosen.oid());
            case 2 -> list.duplicated(chosen.oid());
            case 3 -> list.marked(chosen.oid(), !chosen.critical());
            case 4 -> list.and(CertificateExtension.of("2.5.29." + choices.u8(), choices.flag(), choices.bytes(4)));
            default -> list.with(chosen.oid(), choices.patch(chosen.value(), 2));
        };
    }

    private record Crl(Bytes der, boolean revokes, boolean outdated) {
        static Crl of(Choices choices) {
            CrlEncoder crl = INTEL.pckCrlTemplate(PckCa.PLATFORM);
            boolean revokes = false;
            boolean outdated = false;
            for (int i = choices.below(4); i > 0; i--) {
                Duration away = Duration.ofHours(choices.u16());
                switch (choices.below(8)) {
                    case 1 -> {
                        revokes = true;
                        crl = crl.revoke(INTEL.pckSerial(), Minted.TD.at().minus(away));
                    }
                    case 2 -> {
                        BigInteger serial = new BigInteger(choices.bytes(1 + choices.u8() % 20));
                        revokes |= serial.equals(INTEL.pckSerial());
                        crl = crl.revoke(serial, Minted.TD.at());
                    }
                    case 3 -> {
                        outdated = true;
                        crl = crl.nextUpdate(Minted.TD.at().minus(away).minusSeconds(600));
                    }
                    case 4 -> {
                        outdated = true;
                        crl = crl.thisUpdate(Minted.TD.at().plus(away).plusSeconds(600));
                    }
                    case 5 -> crl = crl.version(choices.u8());
                    case 6 -> crl = crl.extensions(list -> changed(list, choices));
                    default -> crl = crl.extensions(list -> list);
                }
            }
            return new Crl(Bytes.copyOf(crl.sign(INTEL.caSigner(PckCa.PLATFORM))), revokes, outdated);
        }
    }
}
