package dev.assay.fuzz;

import dev.assay.model.Effect;
import dev.assay.model.Finding;

/** What findings mean for an outcome. */
final class Findings {
    private Findings() {}

    static boolean stands(Finding finding) {
        return finding.effect() != Effect.NOTED;
    }
}
