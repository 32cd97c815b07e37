package dev.assay.testvectors.arbitraries;

import dev.assay.testvectors.encode.QeField;
import dev.assay.testvectors.encode.QeReportEncoder;
import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.SignatureDataEncoder;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random TDX quotes and their bodies: well-formed, but keys, signatures and certificates are opaque bytes. */
@SuppressWarnings("exports") // jqwik is optional: who calls this requires it too
public final class Quotes {
    private static final int LARGEST_CHAIN = 4096;

    private Quotes() {}

    /**
     * Quotes of versions 4 and 5 with all body types, followed by 0 to 100 zero bytes.
     *
     * @return quotes that are framed right
     */
    public static Arbitrary<QuoteEncoder> quotes() {
        Arbitrary<QuoteEncoder> framed = Arbitraries.oneOf(
                bodies(TdReportEncoder.Kind.TD_1_0).map(QuoteEncoder::version4),
                Arbitraries.of(TdReportEncoder.Kind.class)
                        .flatMap(Quotes::bodies)
                        .map(QuoteEncoder::version5));
        return Combinators.combine(
                        framed,
                        OpaqueBytes.ofSize(20),
                        signatureData(),
                        Arbitraries.integers().between(0, 100))
                .as((quote, user, data, zeros) -> quote.header(QuoteHeaderField.USER_DATA, user)
                        .signatureData(before -> data)
                        .trailing(new byte[zeros]));
    }

    /**
     * TD report bodies with every field random; the attributes of the TDX module are zero, as they must be.
     *
     * @param kind the layout
     * @return bodies
     */
    public static Arbitrary<TdReportEncoder> bodies(TdReportEncoder.Kind kind) {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs(), Arbitraries.longs())
                .as((contents, attributes, xfam) -> TdReportEncoder.copyOf(
                                kind, OpaqueBytes.bytes(contents, kind.size()))
                        .set(TdField.SEAM_ATTRIBUTES, 0)
                        .set(TdField.TD_ATTRIBUTES, attributes)
                        .set(TdField.XFAM, xfam));
    }

    /**
     * Signature data whose lengths and types are right.
     *
     * @return signature data with a random enclave report whose reserved bytes are zero
     */
    public static Arbitrary<SignatureDataEncoder> signatureData() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        enclaves(),
                        OpaqueBytes.ofSizeBetween(0, 64),
                        OpaqueBytes.ofSizeBetween(0, LARGEST_CHAIN))
                .as((seed, enclave, auth, chain) -> {
                    byte[] opaque = OpaqueBytes.bytes(seed, 192);
                    return SignatureDataEncoder.valid()
                            .signature(Arrays.copyOf(opaque, 64))
                            .attestationKey(Arrays.copyOfRange(opaque, 64, 128))
                            .qeReportSignature(Arrays.copyOfRange(opaque, 128, 192))
                            .qeReport(enclave)
                            .authData(auth)
                            .certification(5, chain);
                });
    }

    private static Arbitrary<QeReportEncoder> enclaves() {
        return Combinators.combine(
                        OpaqueBytes.ofSize(QeReportEncoder.SIZE),
                        Arbitraries.integers().between(0, 0xFFFF),
                        Arbitraries.integers().between(0, 0xFFFF))
                .as((contents, product, svn) -> {
                    QeReportEncoder report = QeReportEncoder.copyOf(contents)
                            .set(QeField.ISV_PROD_ID, product)
                            .set(QeField.ISV_SVN, svn);
                    for (QeField field : QeField.values()) {
                        report = field.name().startsWith("RESERVED")
                                ? report.set(field, new byte[field.size()])
                                : report;
                    }
                    return report;
                });
    }
}
