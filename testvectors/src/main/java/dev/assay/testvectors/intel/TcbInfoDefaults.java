package dev.assay.testvectors.intel;

import java.util.ArrayList;
import java.util.List;

/** The levels of {@link TcbInfoTemplate#valid}. */
final class TcbInfoDefaults {
    /** The two versions of modules that the identities have levels for. */
    static final int NEWEST_MODULE = 6;

    static final int OLDER_MODULE = 4;

    /** The version of the provisioning certification enclave at the oldest level. */
    static final int OLDER_PCE_SVN = 11;

    private static final String BIOS = "BIOS";
    private static final String OS = "OS/VMM";
    private static final int COMPONENTS = 16;

    private static final List<TcbComponent> SGX = padded(
            new TcbComponent(0, BIOS, "Early Microcode Update"),
            new TcbComponent(0, OS, "SGX Late Microcode Update"),
            new TcbComponent(0, OS, "TXT SINIT"),
            new TcbComponent(0, BIOS, ""),
            new TcbComponent(0, BIOS, ""),
            new TcbComponent(0, BIOS, ""),
            TcbComponent.of(0),
            new TcbComponent(0, OS, "SEAMLDR ACM"));

    private static final List<TcbComponent> TDX = padded(
            new TcbComponent(5, OS, "TDX Module"),
            new TcbComponent(0, OS, "TDX Module"),
            new TcbComponent(4, OS, "TDX Late Microcode Update"));

    private TcbInfoDefaults() {}

    static List<TcbLevel> levels() {
        List<TcbComponent> newest = versions(TcbInfoTemplate.NEWEST);
        TcbLevel level = new TcbLevel(
                newest, TcbInfoTemplate.NEWEST_PCE_SVN, TDX, TcbVerdict.of("2025-08-13", TdxStatus.UP_TO_DATE));
        TcbLevel microcode =
                level.withTdx(2, 3).withVerdict(TcbVerdict.of("2025-05-14", TdxStatus.OUT_OF_DATE, "INTEL-SA-01245"));
        TcbLevel older = microcode
                .withSgx(versions(TcbInfoTemplate.OLDER))
                .withPceSvn(OLDER_PCE_SVN)
                .withVerdict(TcbVerdict.of("2024-03-13", TdxStatus.OUT_OF_DATE, "INTEL-SA-01036", "INTEL-SA-01245"));
        return List.of(level, microcode, older);
    }

    static List<ModuleIdentity> identities() {
        return List.of(identity(3), identity(1));
    }

    static ModuleIdentity identity(int major) {
        return ModuleIdentity.of(
                major,
                List.of(
                        new SvnLevel(NEWEST_MODULE, TcbVerdict.of("2025-09-10", TdxStatus.UP_TO_DATE)),
                        new SvnLevel(
                                OLDER_MODULE, TcbVerdict.of("2023-08-09", TdxStatus.OUT_OF_DATE, "INTEL-SA-01192"))));
    }

    private static List<TcbComponent> versions(List<Integer> svns) {
        List<TcbComponent> components = new ArrayList<>();
        for (int i = 0; i < COMPONENTS; i++) {
            components.add(SGX.get(i).withSvn(svns.get(i)));
        }
        return components;
    }

    private static List<TcbComponent> padded(TcbComponent... first) {
        List<TcbComponent> components = new ArrayList<>(List.of(first));
        while (components.size() < COMPONENTS) {
            components.add(TcbComponent.of(0));
        }
        return List.copyOf(components);
    }
}
