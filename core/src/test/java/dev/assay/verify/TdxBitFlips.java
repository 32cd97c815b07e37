package dev.assay.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.endorsement.Endorsements;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.intel.TdxEvidence;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Verifies evidence once for each bit of one of its parts, with that bit inverted, and says which are accepted. */
final class TdxBitFlips {
    private static final int BITS = 8;

    private final TdxMinted genuine;
    private final TdxVerification verification;
    private final Endorsements endorsements;

    /** Verifies the evidence as it is: a memory without its facts would have all signatures checked for each bit. */
    TdxBitFlips(TdxMinted genuine) {
        this.genuine = genuine;
        this.verification = new TdxVerification(genuine.allOptions()
                .withSignatures(SignaturesBackends.corretto().orElse(Signatures.bouncyCastle()))
                .withMemory(SignatureMemory.ofCapacity(1024)));
        this.endorsements = genuine.endorsements();
        assertTrue(unflippedIsAccepted());
    }

    /** Whether the evidence as it is, is accepted: otherwise none of this would say anything. */
    boolean unflippedIsAccepted() {
        return isVerified(genuine.quote(), endorsements);
    }

    /** Whether a quote is verified with the genuine collateral. */
    boolean isQuoteVerified(byte[] quote) {
        try {
            return isVerified(Quote.decode(Bytes.copyOf(quote)), endorsements);
        } catch (MalformedEvidenceException e) {
            return false;
        }
    }

    int quoteLength() {
        return genuine.evidence().quote().length;
    }

    /** The places in a part of the quote, as {@code 8 * offset + bit}, whose inversion is accepted. */
    Set<Integer> acceptedInQuote(int from, int to) {
        return accepted(genuine.evidence().quote(), IntStream.range(from * BITS, to * BITS), this::isQuoteVerified);
    }

    /** The same of some bits of a part of the quote. */
    Set<Integer> acceptedInSampleOfQuote(int from, int to, long seed, int count) {
        return accepted(
                genuine.evidence().quote(),
                new Random(seed).ints(count, from * BITS, to * BITS),
                this::isQuoteVerified);
    }

    /** The places in a piece of collateral whose inversion is accepted beside the rest of the collateral. */
    Set<Integer> acceptedIn(byte[] item, TdxEvidence rest) {
        return accepted(item, beside(rest));
    }

    /** The same of certain bits of it. */
    Set<Integer> acceptedAmong(Set<Integer> bits, byte[] item, TdxEvidence rest) {
        return accepted(item, bits.stream().mapToInt(Integer::intValue), beside(rest));
    }

    /** The same of some bits of it. */
    Set<Integer> acceptedInSampleOf(byte[] item, TdxEvidence rest, long seed, int count) {
        return accepted(item, new Random(seed).ints(count, 0, item.length * BITS), beside(rest));
    }

    /** The places in any bytes whose inversion some use of them does not mind. */
    static Set<Integer> accepted(byte[] good, Predicate<byte[]> isVerified) {
        return accepted(good, IntStream.range(0, good.length * BITS), isVerified);
    }

    private static Set<Integer> accepted(byte[] good, IntStream bits, Predicate<byte[]> isVerified) {
        return bits.parallel()
                .filter(bit -> isVerified.test(flipped(good, bit)))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Predicate<byte[]> beside(TdxEvidence rest) {
        Endorsements others = TdxMinted.of(rest).endorsements();
        Quote quote = genuine.quote();
        return item -> isVerified(
                quote,
                Endorsements.builder()
                        .add(others)
                        .add("flipped", Bytes.copyOf(item))
                        .build());
    }

    private boolean isVerified(Quote quote, Endorsements given) {
        return verification.verify(quote, given, genuine.at()) instanceof Accepted;
    }

    static byte[] flipped(byte[] good, int bit) {
        byte[] bytes = good.clone();
        bytes[bit / BITS] ^= (byte) (1 << bit % BITS);
        return bytes;
    }
}
