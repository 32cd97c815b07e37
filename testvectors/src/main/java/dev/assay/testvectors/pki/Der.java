package dev.assay.testvectors.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;

/** DER in and out of byte arrays. */
final class Der {
    private static final DateTimeFormatter FOUR_DIGIT_YEAR = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");
    private static final DateTimeFormatter TWO_DIGIT_YEAR = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");

    private Der() {}

    static byte[] encode(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ASN1Primitive decode(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            throw new IllegalArgumentException("not DER", e);
        }
    }

    static DERSequence sequence(ASN1Encodable... members) {
        return new DERSequence(members);
    }

    /** The form that certificates and revocation lists share: what is signed, with which algorithm, the signature. */
    static byte[] signed(DERSequence body, CertificateSigner signer) {
        byte[] signature = signer.sign(encode(body));
        return encode(sequence(body, decode(signer.algorithm()), new DERBitString(signature)));
    }

    /** A time as X.509 wants it: two-digit years to 2049, four digits from then on. */
    static ASN1Encodable time(Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        boolean twoDigits = utc.getYear() >= 1950 && utc.getYear() < 2050;
        return twoDigits
                ? new DERUTCTime(TWO_DIGIT_YEAR.format(utc))
                : new DERGeneralizedTime(FOUR_DIGIT_YEAR.format(utc));
    }
}
