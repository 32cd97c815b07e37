package dev.assay.testvectors.suite;

import dev.assay.testvectors.encode.QuoteEncoder;
import dev.assay.testvectors.encode.QuoteHeaderField;
import dev.assay.testvectors.encode.SignatureDataEncoder;
import dev.assay.testvectors.encode.TdReportEncoder.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Bytes that are no TDX quote. What is in the signed part is rightly signed. */
final class TdxDecodingVectors {
    private static final String GOOD = TdxQuoteVectors.GOOD;

    private final Chapter chapter = new Chapter("tdx/decoding");
    private final TdxForge forge;

    private TdxDecodingVectors(TdxForge forge) {
        this.forge = forge;
    }

    static List<SuiteVector> of(TdxForge forge) {
        TdxDecodingVectors all = new TdxDecodingVectors(forge);
        all.sizes();
        all.header();
        all.descriptor();
        all.lengths();
        all.debatable();
        return all.chapter.vectors();
    }

    /** What Intel's own library judges otherwise. */
    private void debatable() {
        chapter.debatable(
                "Intel's library does not look behind the quote", "one-byte-more", "one-byte-behind-the-padding");
        chapter.debatable("Intel's library does not look behind the certification data", "slack");
    }

    private void malformed(String name, TdxGiven given, String reason, Flag flag, String because) {
        chapter.malformed(GOOD, name, given, reason, flag, because);
    }

    private TdxGiven bytes(byte[] quote) {
        return forge.given().with(all -> all.withQuote(quote));
    }

    private void sizes() {
        byte[] quote = forge.given().all().quote();
        malformed("empty", bytes(new byte[0]), "truncated", Flag.TRUNCATED, "no bytes at all");
        for (int size : List.of(4, 48, 54, 702, 706, 1000, quote.length - 1)) {
            String shown = size == quote.length - 1 ? "all-but-one" : String.valueOf(size);
            malformed(
                    "cut-to-" + shown,
                    bytes(Arrays.copyOf(quote, size)),
                    "truncated",
                    Flag.TRUNCATED,
                    "only the first " + size + " bytes");
        }
        byte[] longer = Arrays.copyOf(quote, quote.length + 1);
        longer[quote.length] = 1;
        malformed("one-byte-more", bytes(longer), "trailing-bytes", Flag.TRAILING, "a byte behind the quote");
        byte[] padded = Arrays.copyOf(quote, quote.length + 65);
        padded[quote.length + 64] = 1;
        malformed(
                "one-byte-behind-the-padding",
                bytes(padded),
                "trailing-bytes",
                Flag.TRAILING,
                "zeros behind the quote, and a byte that is not zero behind them");
    }

    private void header() {
        for (int version : List.of(0, 1, 2, 6)) {
            header("version-" + version, QuoteHeaderField.VERSION, version, "unsupported-version", Flag.VERSION);
        }
        header("version-3", QuoteHeaderField.VERSION, 3, "not-a-tdx-quote", Flag.SGX);
        header("tee-type-sgx", QuoteHeaderField.TEE_TYPE, 0, "not-a-tdx-quote", Flag.SGX);
        header("tee-type-unknown", QuoteHeaderField.TEE_TYPE, 0x82, "unsupported-type", Flag.TYPE);
        header("tee-type-high-bytes", QuoteHeaderField.TEE_TYPE, 0x0100_0081L, "unsupported-type", Flag.TYPE);
        header("key-type-p384", QuoteHeaderField.ATTESTATION_KEY_TYPE, 3, "unsupported-type", Flag.TYPE);
        header("key-type-epid", QuoteHeaderField.ATTESTATION_KEY_TYPE, 1, "unsupported-type", Flag.TYPE);
    }

    private void header(String name, QuoteHeaderField field, long value, String reason, Flag flag) {
        malformed(
                name,
                forge.signed(quote -> quote.header(field, value)),
                reason,
                flag,
                "the header says " + value + " for " + field.name().toLowerCase(java.util.Locale.ROOT));
    }

    private void descriptor() {
        Kind kind = Kind.TD_1_5;
        descriptor("body-type-sgx", 1, kind.size(), "not-a-tdx-quote", Flag.SGX);
        descriptor("body-type-0", 0, kind.size(), "unsupported-type", Flag.TYPE);
        descriptor("body-type-5", 5, kind.size(), "unsupported-type", Flag.TYPE);
        descriptor("body-size-less", kind.bodyType(), kind.size() - 1L, "bad-length", Flag.LENGTH);
        descriptor("body-size-more", kind.bodyType(), kind.size() + 1L, "bad-length", Flag.LENGTH);
        descriptor("body-size-huge", kind.bodyType(), 0xFFFFFFFFL, "bad-length", Flag.LENGTH);
        descriptor("body-size-of-another-type", kind.bodyType(), Kind.TD_1_0.size(), "bad-length", Flag.LENGTH);
        malformed(
                "descriptor-in-version-4",
                forge.signed(quote -> quote.header(QuoteHeaderField.VERSION, 4)),
                "bad-length",
                Flag.LENGTH,
                "version 4 has no descriptor, so that all that follows is displaced");
    }

    private void descriptor(String name, int type, long size, String reason, Flag flag) {
        malformed(
                name,
                forge.signed(quote -> quote.descriptor(type, size)),
                reason,
                flag,
                "the descriptor says type " + type + " and " + size + " bytes");
    }

    private void lengths() {
        quote("signature-length-zero", quote -> quote.signatureDataLength(0), "bad-length");
        quote("signature-length-579", quote -> quote.signatureDataLength(579), "bad-length");
        quote("signature-length-huge", quote -> quote.signatureDataLength(0xFFFFFFFFL), "truncated");
        quote("signature-length-sign-bit", quote -> quote.signatureDataLength(0x80000000L), "truncated");
        data("outer-type-5", data -> data.outerType(5), "unsupported-type");
        data("outer-type-0", data -> data.outerType(0), "unsupported-type");
        data("outer-length-less", data -> data.outerLength(0), "bad-length");
        data("outer-length-huge", data -> data.outerLength(0xFFFFFFFFL), "bad-length");
        data("outer-slack", data -> data.outerSlack((byte) 0), "bad-length");
        data("slack", data -> data.slack((byte) 0), "bad-length");
        data("authentication-length-huge", data -> data.authLength(0xFFFF), "out-of-bounds");
        data("inner-type-0", data -> data.certification(0, data.certification()), "unsupported-type");
        data("inner-type-6", data -> data.certification(6, data.certification()), "unsupported-type");
        data("inner-type-8", data -> data.certification(8, data.certification()), "unsupported-type");
        data("inner-length-less", data -> data.innerLength(1), "bad-length");
        data("inner-length-huge", data -> data.innerLength(0xFFFFFFFFL), "bad-length");
        data("clear-ppid-of-35-bytes", data -> data.certification(1, new byte[35]), "bad-length");
    }

    private void quote(String name, UnaryOperator<QuoteEncoder> change, String reason) {
        malformed(
                name,
                forge.tampered(change),
                reason,
                Flag.LENGTH,
                "the length is not signed, so that anybody can set it");
    }

    private void data(String name, UnaryOperator<SignatureDataEncoder> change, String reason) {
        malformed(
                name,
                forge.tamperedData(change),
                reason,
                reason.equals("unsupported-type") ? Flag.TYPE : Flag.LENGTH,
                "types and lengths in the signature data are not signed, so that anybody can set them");
    }
}
