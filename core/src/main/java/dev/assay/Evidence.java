package dev.assay;

import dev.assay.endorsement.EndorsementPlan;
import dev.assay.endorsement.PlanOptions;
import dev.assay.explain.Description;
import dev.assay.model.Bytes;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.model.Strictness;

/**
 * Evidence (RFC 9334) of either kind, decoded and not yet verified: what a confidential VM's hardware says about it, if
 * these bytes are from it.
 */
public sealed interface Evidence permits SnpEvidence, TdxEvidence {
    /** The largest input that is looked at, in bytes: 1 MiB and a report. */
    int LARGEST = (1 << 20) + 1184;

    /**
     * Recognises and decodes evidence: an SEV-SNP report, alone, padded with zeros or followed by its certificate table,
     * or a TDX quote, alone or padded with zeros.
     *
     * @param bytes the evidence, not encoded as text
     * @return the evidence
     * @throws MalformedEvidenceException if it is none of these, or not well-formed
     */
    static Evidence decode(byte[] bytes) throws MalformedEvidenceException {
        EvidenceFormat.checkSize(bytes.length, LARGEST);
        return decode(Bytes.copyOf(bytes), Strictness.STRICT);
    }

    /**
     * Recognises and decodes evidence.
     *
     * @param bytes the evidence, not encoded as text
     * @param strictness what to do with faults that leave the rest readable
     * @return the evidence
     * @throws MalformedEvidenceException if it is no evidence, or strictness demands it
     */
    static Evidence decode(Bytes bytes, Strictness strictness) throws MalformedEvidenceException {
        return EvidenceFormat.decode(bytes, strictness);
    }

    /**
     * Everything that was given, padding included.
     *
     * @return the bytes as received
     */
    Bytes raw();

    /**
     * Describes the evidence to a person or a program.
     *
     * @return its fields, none of them authenticated
     */
    Description describe();

    /**
     * Says which endorsements it takes to verify the evidence.
     *
     * @param options what to ask for, where there is a choice
     * @return what to ask for, and what the evidence brings along
     */
    EndorsementPlan endorsementPlan(PlanOptions options);
}
