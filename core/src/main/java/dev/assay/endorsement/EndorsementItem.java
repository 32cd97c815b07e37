package dev.assay.endorsement;

import dev.assay.model.Bytes;
import java.time.Instant;

/**
 * One endorsement as a source gave it. That there is such an object means that the bytes read as what was asked for, of
 * the very chip, TCB, product, platform or authority; whether they are genuine is for verification to find out.
 *
 * <p>Immutable.
 */
public final class EndorsementItem {
    private final EndorsementRequest request;
    private final Bytes content;
    private final Bytes issuerChain;
    private final String origin;
    private final Instant retrievedAt;
    private final Instant goodUntil;

    private EndorsementItem(
            EndorsementRequest request,
            Bytes content,
            Bytes issuerChain,
            String origin,
            Instant retrievedAt,
            Instant goodUntil) {
        this.request = request;
        this.content = content;
        this.issuerChain = issuerChain;
        this.origin = origin;
        this.retrievedAt = retrievedAt;
        this.goodUntil = goodUntil;
    }

    /**
     * Checks that bytes are what was asked for.
     *
     * @param request what was asked for
     * @param content the item as it was given: DER, PEM, hexadecimal or base64, or JSON
     * @param issuerChain the certificates above its signer, PEM; may be empty
     * @param origin who gave it
     * @param retrievedAt when
     * @return {@link SourceAnswer.Found}, {@link SourceAnswer.Stale} if it had ended then, or
     *     {@link SourceAnswer.Unavailable} with {@link SourceFailure#UNFIT}
     */
    public static SourceAnswer examine(
            EndorsementRequest request, Bytes content, Bytes issuerChain, String origin, Instant retrievedAt) {
        try {
            ItemFit fit = ItemFit.of(request, content, issuerChain);
            EndorsementItem item =
                    new EndorsementItem(request, fit.content(), issuerChain, origin, retrievedAt, fit.goodUntil());
            return item.isStale(retrievedAt)
                    ? new SourceAnswer.Stale(item, "the source has nothing newer")
                    : new SourceAnswer.Found(item);
        } catch (UnreadableException e) {
            return new SourceAnswer.Unavailable(origin, SourceFailure.UNFIT, String.valueOf(e.getMessage()));
        }
    }

    /**
     * What was asked for.
     *
     * @return the request
     */
    public EndorsementRequest request() {
        return request;
    }

    /**
     * The item itself: certificates and revocation lists as DER, a chain as PEM, a document of Intel's as it was served.
     *
     * @return its bytes
     */
    public Bytes content() {
        return content;
    }

    /**
     * The certificates above the item's signer, where the source gives them apart.
     *
     * @return PEM, or nothing
     */
    public Bytes issuerChain() {
        return issuerChain;
    }

    /**
     * Who gave it first; keeping it in a cache does not change that.
     *
     * @return a name, for a service its base address
     */
    public String origin() {
        return origin;
    }

    /**
     * When it was had from there.
     *
     * @return the time
     */
    public Instant retrievedAt() {
        return retrievedAt;
    }

    /**
     * When it ends by what it says itself, or when the first certificate of its issuer chain does.
     *
     * @return the end of a certificate's validity, or nextUpdate
     */
    public Instant goodUntil() {
        return goodUntil;
    }

    /**
     * Whether it is past its own dates.
     *
     * @param at the time to ask for
     * @return whether it had ended then
     */
    public boolean isStale(Instant at) {
        return at.isAfter(goodUntil);
    }

    /**
     * Adds content and issuer chain to a set.
     *
     * @param target where to
     */
    public void addTo(Endorsements.Builder target) {
        if (request instanceof EndorsementRequest.Evaluations) {
            return;
        }
        target.add(request.toString(), content);
        if (!issuerChain.isEmpty()) {
            target.add("issuer chain of " + request, issuerChain);
        }
    }

    /** What it is, without the chip's identity. */
    @Override
    public String toString() {
        return request.toString();
    }
}
