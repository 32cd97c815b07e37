package dev.assay.policy;

import dev.assay.model.Bytes;
import java.util.Arrays;
import java.util.List;

/**
 * What the 64 bytes that the guest chose for its report must be. They are what makes a report fresh, and what ties it to
 * a channel; a policy that accepts any ({@link Demand#any()}) accepts old reports and other guests' too.
 */
public sealed interface ReportData extends Demand<Bytes> {
    /** The size of report data in bytes, of both kinds of evidence. */
    int SIZE = 64;

    /**
     * All bytes, exactly.
     *
     * @param value 64 bytes
     */
    record Exact(Bytes value) implements ReportData {
        /**
         * Checks the size.
         *
         * @param value 64 bytes
         * @throws IllegalArgumentException if there are not 64 bytes
         */
        public Exact {
            if (value.length() != SIZE) {
                throw new IllegalArgumentException("must be 64 bytes; fewer are a prefix");
            }
        }

        @Override
        public boolean accepts(Bytes fact) {
            return value.equals(fact);
        }

        @Override
        public String words() {
            return value.hex();
        }
    }

    /**
     * The first bytes, with zeros after them.
     *
     * @param value 1 to 64 bytes
     */
    record Prefix(Bytes value) implements ReportData {
        /**
         * Checks the size.
         *
         * @param value 1 to 64 bytes
         * @throws IllegalArgumentException if there are not 1 to 64 bytes
         */
        public Prefix {
            if (value.isEmpty() || value.length() > SIZE) {
                throw new IllegalArgumentException("must be 1 to 64 bytes");
            }
        }

        @Override
        public boolean accepts(Bytes fact) {
            return settled().accepts(fact);
        }

        @Override
        public ReportData settled() {
            return new Exact(padded(value));
        }

        @Override
        public String words() {
            return value.hex() + (value.length() == SIZE ? "" : " and zeros after it");
        }
    }

    /**
     * The hash of some parts one after the other, with zeros after it. Nothing marks where a part ends: parts of varying
     * size need lengths or separators of their own to mean one thing only.
     *
     * @param algorithm the hash
     * @param parts what was hashed, for instance a nonce and the public key of the channel
     */
    record HashOf(HashAlgorithm algorithm, List<Bytes> parts) implements ReportData {
        /**
         * Keeps its own copy of the parts.
         *
         * @param algorithm the hash
         * @param parts what was hashed, for instance a nonce and the public key of the channel
         * @throws IllegalArgumentException if there are none, or one is empty
         */
        public HashOf {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || parts.stream().anyMatch(Bytes::isEmpty)) {
                throw new IllegalArgumentException("must name at least one part, none of them empty");
            }
        }

        @Override
        public boolean accepts(Bytes fact) {
            return settled().accepts(fact);
        }

        @Override
        public ReportData settled() {
            return new Exact(padded(algorithm.digest(parts)));
        }

        @Override
        public String words() {
            Bytes digest = algorithm.digest(parts);
            return digest.hex() + (digest.length() == SIZE ? "" : " and zeros after it") + " (" + algorithm.label()
                    + " of " + parts.size() + (parts.size() == 1 ? " part)" : " parts)");
        }
    }

    /**
     * Demands all bytes.
     *
     * @param value 64 bytes
     * @return the demand
     * @throws IllegalArgumentException if there are not 64 bytes
     */
    static ReportData exact(Bytes value) {
        return new Exact(value);
    }

    /**
     * Demands the first bytes, and zeros after them.
     *
     * @param value 1 to 64 bytes
     * @return the demand
     * @throws IllegalArgumentException if there are not 1 to 64 bytes
     */
    static ReportData prefix(Bytes value) {
        return new Prefix(value);
    }

    /**
     * Demands a hash, and zeros after it.
     *
     * @param algorithm the hash
     * @param parts what was hashed
     * @return the demand
     * @throws IllegalArgumentException if there are no parts, or one is empty
     */
    static ReportData hashOf(HashAlgorithm algorithm, Bytes... parts) {
        return new HashOf(algorithm, List.of(parts));
    }

    private static Bytes padded(Bytes value) {
        return Bytes.copyOf(Arrays.copyOf(value.toArray(), SIZE));
    }
}
