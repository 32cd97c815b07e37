package dev.assay.benchmarks;

import dev.assay.verify.Signatures;

/** The implementations of the signature algorithms that are compared. */
public enum Backend {
    /** The library's default. */
    BOUNCY_CASTLE {
        @Override
        Signatures signatures() {
            return Signatures.bouncyCastle();
        }

        @Override
        BareCheck bareCheck(byte[] report) throws Exception {
            return BareCheck.bouncyCastle(report);
        }
    },
    /** What the Java platform brings along. */
    PLATFORM {
        @Override
        Signatures signatures() {
            return Signatures.platform();
        }

        @Override
        BareCheck bareCheck(byte[] report) throws Exception {
            return BareCheck.platform(report);
        }
    };

    abstract Signatures signatures();

    abstract BareCheck bareCheck(byte[] report) throws Exception;
}
