package dev.assay.testvectors.arbitraries;

import dev.assay.testvectors.encode.CertificateTableEncoder;
import dev.assay.testvectors.encode.TableGuid;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random certificate tables: well-formed, with opaque contents. */
@SuppressWarnings("exports") // jqwik is optional: who calls this requires it too
public final class CertificateTables {
    private static final int MOST_ENTRIES = 8;
    private static final int LARGEST_CONTENT = 2048;

    private CertificateTables() {}

    /**
     * Tables of 0 to 8 entries with identifiers known and unknown, none twice, with gaps and zero padding.
     *
     * @return tables; the encoder tells identifiers and contents in order
     */
    public static Arbitrary<CertificateTableEncoder> tables() {
        Arbitrary<CertificateTableEncoder> filled = entries()
                .list()
                .ofMaxSize(MOST_ENTRIES)
                .uniqueElements(Entry::guid)
                .map(list -> {
                    CertificateTableEncoder table = CertificateTableEncoder.empty();
                    for (Entry entry : list) {
                        table = table.add(entry.guid, OpaqueBytes.bytes(entry.seed, entry.size));
                    }
                    return table;
                });
        return Combinators.combine(
                        filled,
                        Arbitraries.integers().between(0, 64),
                        Arbitraries.integers().between(0, 64))
                .as((table, gap, padding) -> table.gap(new byte[gap]).padding(new byte[padding]));
    }

    private record Entry(UUID guid, long seed, int size) {}

    private static Arbitrary<Entry> entries() {
        Arbitrary<UUID> known = Arbitraries.of(TableGuid.class).map(TableGuid::guid);
        Arbitrary<UUID> unknown = Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                .as(UUID::new)
                .filter(guid -> guid.getMostSignificantBits() != 0 || guid.getLeastSignificantBits() != 0);
        return Combinators.combine(
                        Arbitraries.oneOf(known, unknown),
                        Arbitraries.longs(),
                        Arbitraries.integers().between(1, LARGEST_CONTENT))
                .as(Entry::new);
    }
}
