package dev.assay.verify;

/**
 * What one check is there for: evidence that it alone refuses (or notes), beside evidence that differs from it in that one
 * thing and is accepted without a finding of that code.
 */
record SnpCase(SnpCheck check, String description, SnpTrial good, SnpTrial broken) {
    @Override
    public String toString() {
        return check.code() + ": " + description;
    }
}
