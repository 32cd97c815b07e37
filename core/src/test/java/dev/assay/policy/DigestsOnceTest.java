package dev.assay.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.assay.model.Bytes;
import dev.assay.result.Audit;
import dev.assay.verify.VerifiedQuote;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Digests for the audit are computed once for each policy, piece of evidence and document, however many results name them. */
class DigestsOnceTest {
    private static final PlainPolicy PLAIN = Minted.tdx(tdx -> tdx);

    @Test
    void twoResultsOfOnePolicyAndQuoteNameTheVerySameDigests() {
        VerifiedQuote verified = Minted.td();
        for (Policy policy : List.of(PLAIN, new CompositePolicy("all", "1", CompositePolicy.ALL_OF, List.of(PLAIN)))) {
            Audit one = policy.appraise(verified).audit();
            Audit other = policy.appraise(verified).audit();
            assertNotSame(one, other);
            assertSame(one.policy().sha256(), other.policy().sha256());
            assertSame(one.evidenceSha256(), other.evidenceSha256());
            assertEquals(6, one.endorsements().size());
            for (int i = 0; i < one.endorsements().size(); i++) {
                assertSame(
                        one.endorsements().get(i).sha256(),
                        other.endorsements().get(i).sha256());
            }
        }
    }

    /** Made equal, each with its own work. */
    @Test
    void anEqualPolicyHasAnEqualDigestOfItsOwn() {
        Policy again = Policy.fromJson(PLAIN.toJson());
        assertEquals(PLAIN, again);
        assertEquals(PLAIN.hashCode(), again.hashCode());
        assertEquals(PLAIN.digest(), again.digest());
        assertNotSame(PLAIN.digest(), again.digest());
    }

    @Test
    void bytesAreHashedOnce() {
        Bytes abc = Bytes.copyOf(new byte[] {'a', 'b', 'c'});
        assertSame(abc.sha256(), abc.sha256());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                abc.sha256().hex());
    }
}
