package dev.assay.verify;

import java.util.List;
import java.util.stream.Stream;

/** The whole table. Made once: it takes more than a hundred RSA signatures. */
final class SnpCases {
    static final List<SnpCase> ALL = Stream.of(
                    SnpReportCases.all(),
                    SnpLeafCases.all(),
                    SnpChainCases.all(),
                    SnpRevocationCases.all(),
                    SnpBindingCases.all())
            .flatMap(List::stream)
            .toList();

    private SnpCases() {}
}
