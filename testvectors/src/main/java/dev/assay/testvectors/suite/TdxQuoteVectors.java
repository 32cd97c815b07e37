package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.SignatureDataEncoder;
import dev.assay.testvectors.encode.TdField;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxSimulator;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The quote itself: its layouts, its header, its signature. */
final class TdxQuoteVectors {
    static final String GOOD = "tdx/quote/genuine";

    /** The order of P-256. */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final Chapter chapter = new Chapter("tdx/quote");
    private final TdxForge forge;

    private TdxQuoteVectors(TdxForge forge) {
        this.forge = forge;
    }

    static List<SuiteVector> of(TdxForge forge) {
        TdxQuoteVectors all = new TdxQuoteVectors(forge);
        all.layouts();
        all.header();
        all.signature();
        return all.chapter.vectors();
    }

    private void layouts() {
        chapter.valid(
                "genuine",
                forge.given(),
                TdxStatusVectors.upToDate(),
                Flag.NORMAL,
                "a version 5 quote of an up-to-date platform, TD report 1.5");
        layout("version-4", 4, Kind.TD_1_0);
        chapter.valid(
                "version-4-fmspc-in-lower-case",
                TdxForge.version4(forge.intel().seed()).given(),
                TdxStatusVectors.upToDate(),
                Flag.VARIANT,
                "quote version 4; the TCB info has the FMSPC in lower case, which means the same");
        layout("version-5-td-1-0", 5, Kind.TD_1_0);
        layout("version-5-td-1-5-ex", 5, Kind.TD_1_5_EX);
        TdxSimulator small =
                TdxSimulator.create(IntelHierarchy.create(forge.intel().seed()), PckCa.PROCESSOR);
        chapter.valid(
                "processor-ca",
                TdxGiven.of(small),
                TdxStatusVectors.upToDate(),
                Flag.NORMAL,
                "the PCK certificate is of the processor CA, without platform instance and configuration");
        chapter.valid(
                "zero-padded",
                forge.given().with(all -> all.withQuote(Arrays.copyOf(all.quote(), all.quote().length + 64))),
                Flag.TRAILING_ZEROS,
                "zeros behind the quote, as from producers with fixed buffers");
        for (int length : List.of(0, 1, 1000)) {
            chapter.valid(
                    "authentication-data-" + length,
                    forge.signed(quote -> quote.signatureData(data -> data.authData(new byte[length]))),
                    Flag.VARIANT,
                    length + " bytes of authentication data");
        }
    }

    private void layout(String name, int version, Kind kind) {
        chapter.valid(
                name,
                TdxGiven.of(forge.machine().quote(version, kind, right -> right)),
                TdxStatusVectors.upToDate(),
                Flag.QUOTE_VERSIONS,
                "quote version " + version + ", body type " + kind.bodyType());
    }

    private void header() {
        chapter.noted(
                GOOD,
                "reserved-set",
                forge.signed(quote -> quote.header(QuoteHeaderField.QE_SVN, 1)),
                "tdx.quote.reserved",
                Flag.UNKNOWN_BITS,
                "bytes 8 and 9 of the header are reserved since version 4");
        chapter.rejected(
                GOOD,
                "other-vendor",
                forge.signed(quote -> quote.header(QuoteHeaderField.QE_VENDOR_ID, new byte[16])),
                "tdx.quote.vendor-id",
                Flag.QE_VENDOR,
                "the header names another vendor's quoting enclave");
        chapter.rejected(
                GOOD,
                "vendor-bit-flipped",
                forge.signed(quote -> quote.header(
                        QuoteHeaderField.QE_VENDOR_ID,
                        TdxForge.flipped(quote.bytes(QuoteHeaderField.QE_VENDOR_ID), 15))),
                "tdx.quote.vendor-id",
                Flag.QE_VENDOR,
                "the last bit of the vendor's identity is wrong");
    }

    private void signature() {
        rejected(
                "attestation-key-zero",
                forge.tamperedData(data -> data.attestationKey(new byte[64])
                        .bound()
                        .certified(forge.intel().pckKey()::signRaw)),
                "tdx.signature.key",
                Flag.ATTESTATION_KEY,
                "the attestation key is no point of the curve, though the enclave vouches for it");
        byte[] order = fixed(ORDER);
        byte[] one = fixed(BigInteger.ONE);
        byte[] zero = new byte[32];
        range("both-zero", zero, zero);
        range("r-zero", zero, one);
        range("s-zero", one, zero);
        range("r-order", order, one);
        range("s-order", one, order);
        for (TdField field : List.of(
                TdField.TEE_TCB_SVN, TdField.TD_ATTRIBUTES, TdField.MR_TD, TdField.RTMR3, TdField.REPORT_DATA)) {
            rejected(
                    "flipped-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    forge.tampered(quote -> quote.body(TdxForge.flipped(quote.body(), field.offset()))),
                    "tdx.signature.invalid",
                    Flag.BAD_SIGNATURE,
                    "a bit of " + field + " was flipped after signing");
        }
        rejected(
                "flipped-user-data",
                forge.tampered(quote -> quote.header(
                        QuoteHeaderField.USER_DATA, TdxForge.flipped(quote.bytes(QuoteHeaderField.USER_DATA), 0))),
                "tdx.signature.invalid",
                Flag.BAD_SIGNATURE,
                "a bit of the header was flipped after signing");
        rejected(
                "signature-bit",
                forge.tamperedData(data -> data.signature(TdxForge.flipped(data.signature(), 40))),
                "tdx.signature.invalid",
                Flag.BAD_SIGNATURE,
                "a bit of the signature is wrong");
        QuoteEncoder right = forge.machine().signed(forge.quote());
        byte[] without =
                forge.intel().attestationKey().signRaw(right.withoutDescriptor().signedPart());
        rejected(
                "signed-without-descriptor",
                forge.tamperedData(data -> data.signature(without)),
                "tdx.signature.invalid",
                Flag.BAD_SIGNATURE,
                "the signature leaves out the descriptor, which is signed in version 5");
        SignatureDataEncoder foreign = right.signatureData()
                .attestationKey(IntelHierarchy.impostor(forge.intel().seed())
                        .attestationKey()
                        .coordinates());
        rejected(
                "attestation-key-exchanged",
                forge.tamperedData(data -> data.signature(
                                IntelHierarchy.impostor(forge.intel().seed())
                                        .attestationKey()
                                        .signRaw(right.signedPart()))
                        .attestationKey(foreign.attestationKey())),
                "tdx.qe.key-binding",
                Flag.QE_KEY_BINDING,
                "somebody else's key signed the quote and stands in it; the enclave does not vouch for it");
    }

    private void range(String name, byte[] r, byte[] s) {
        byte[] both = Arrays.copyOf(r, 64);
        System.arraycopy(s, 0, both, 32, 32);
        rejected(
                "range-" + name,
                forge.tamperedData(data -> data.signature(both)),
                "tdx.signature.range",
                Flag.SIGNATURE_RANGE,
                "r and s must be between 1 and the order of the curve less 1");
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int size = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - size, fixed, 32 - size, size);
        return fixed;
    }

    private void rejected(String name, TdxGiven given, String code, Flag flag, String because) {
        chapter.rejected(GOOD, name, given, code, flag, because);
    }
}
