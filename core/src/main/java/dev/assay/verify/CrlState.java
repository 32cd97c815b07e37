package dev.assay.verify;

/** What is known about revocation of the chain that a conclusion rests on. */
public enum CrlState {
    /**
     * A current, authentic list was given, and nothing of the chain is in it. For SEV-SNP that is a list by the ARK. AMD
     * serves one for VCEKs and one for VLEKs; neither limits its scope, so that by RFC 5280 (5.2.5) each is complete for
     * all that the ARK has issued, and nothing in them says which of the two one has. Who wants both looked at gives both.
     */
    CHECKED,
    /** No list for this chain was given, and none was required. */
    NOT_GIVEN,
    /** The caller switched the check off. */
    OFF
}
