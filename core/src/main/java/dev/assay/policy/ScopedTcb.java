package dev.assay.policy;

import dev.assay.snp.Cpuid;
import dev.assay.snp.Product;
import dev.assay.snp.TcbVersion;
import java.util.Optional;

/**
 * A TCB version with what it takes to find its floor.
 *
 * @param product the product
 * @param cpuid the processor, which reports of version 2 do not state
 * @param tcb the version
 */
public record ScopedTcb(Product product, Optional<Cpuid> cpuid, TcbVersion tcb) {}
