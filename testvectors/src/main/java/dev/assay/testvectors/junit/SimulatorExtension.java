package dev.assay.testvectors.junit;

import dev.assay.testvectors.amd.AmdHierarchy;
import dev.assay.testvectors.amd.AmdProduct;
import dev.assay.testvectors.amd.SnpEvidence;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.amd.VekKind;
import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.PckCa;
import dev.assay.testvectors.intel.TdxEvidence;
import dev.assay.testvectors.intel.TdxSimulator;
import dev.assay.testvectors.simulator.SnpGuests;
import dev.assay.testvectors.simulator.TdGuests;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives simulated machines, and evidence of ordinary guests on them, to tests that have parameters of the types
 * {@link SnpSimulator}, {@link SnpEvidence}, {@link TdxSimulator} and {@link TdxEvidence}:
 *
 * <pre>{@code
 * @ExtendWith(SimulatorExtension.class)
 * class GateTest {
 *     @Test
 *     void refusesADebuggableGuest(@SnpMachine(product = AmdProduct.GENOA) SnpSimulator machine) {
 *         SnpEvidence evidence = machine.report(SnpGuests.debuggable());
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>{@link SnpMachine} and {@link TdxMachine} say which machine it is; without them it is a Milan that signs with its
 * VCEK, and a platform that is registered with Intel. Machines of the same kind share their authorities in the whole run,
 * so that these are minted once.
 */
@SuppressWarnings("exports") // JUnit is optional: who calls this requires it too
public final class SimulatorExtension implements ParameterResolver {
    private static final Namespace SHARED = Namespace.create(SimulatorExtension.class);

    /** Made by JUnit. */
    public SimulatorExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == SnpSimulator.class
                || type == SnpEvidence.class
                || type == TdxSimulator.class
                || type == TdxEvidence.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == SnpSimulator.class || type == SnpEvidence.class) {
            SnpSimulator machine = snp(parameter.findAnnotation(SnpMachine.class), context);
            return type == SnpSimulator.class ? machine : machine.report(SnpGuests.ordinary());
        }
        TdxSimulator machine = tdx(parameter.findAnnotation(TdxMachine.class));
        return type == TdxSimulator.class ? machine : machine.quote(TdGuests.ordinary());
    }

    private static SnpSimulator snp(Optional<SnpMachine> wanted, ExtensionContext context) {
        AmdProduct product = wanted.map(SnpMachine::product).orElse(AmdProduct.MILAN);
        VekKind key = wanted.map(SnpMachine::key).orElse(VekKind.VCEK);
        long seed = wanted.map(SnpMachine::seed).orElse(0L);
        AmdHierarchy hierarchy = context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent(
                        product + ":" + seed, name -> AmdHierarchy.create(product, seed), AmdHierarchy.class);
        return SnpSimulator.create(hierarchy, key);
    }

    private static TdxSimulator tdx(Optional<TdxMachine> wanted) {
        PckCa ca = wanted.map(TdxMachine::ca).orElse(PckCa.PLATFORM);
        return TdxSimulator.create(
                IntelHierarchy.create(wanted.map(TdxMachine::seed).orElse(0L)), ca);
    }
}
