package dev.assay.testvectors.intel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The identity of the TDX modules of one major version.
 *
 * @param id {@code TDX_} and two hexadecimal digits, the major version
 * @param module signer and attributes
 * @param levels the TCB levels, newest first
 */
public record ModuleIdentity(String id, TdxModule module, List<SvnLevel> levels) {
    /**
     * Keeps a copy of the list.
     *
     * @param id the identity's name
     * @param module signer and attributes
     * @param levels the TCB levels
     */
    public ModuleIdentity {
        levels = List.copyOf(levels);
    }

    /**
     * The identity of Intel's modules.
     *
     * @param major the major version, 0 to 255
     * @param levels the TCB levels, newest first
     * @return the identity
     */
    public static ModuleIdentity of(int major, List<SvnLevel> levels) {
        return new ModuleIdentity(id(major), TdxModule.intel(), levels);
    }

    /**
     * The name of an identity.
     *
     * @param major the major version, 0 to 255
     * @return for instance {@code TDX_01} or {@code TDX_0A}
     */
    public static String id(int major) {
        return String.format(Locale.ROOT, "TDX_%02X", major);
    }

    /**
     * Changes the name.
     *
     * @param name any text
     * @return a changed copy
     */
    public ModuleIdentity withId(String name) {
        return new ModuleIdentity(name, module, levels);
    }

    /**
     * Changes signer and attributes.
     *
     * @param other the new ones
     * @return a changed copy
     */
    public ModuleIdentity withModule(TdxModule other) {
        return new ModuleIdentity(id, other, levels);
    }

    /**
     * Changes the levels.
     *
     * @param others the new ones, in any order
     * @return a changed copy
     */
    public ModuleIdentity withLevels(List<SvnLevel> others) {
        return new ModuleIdentity(id, module, others);
    }

    /**
     * Changes the status of one level.
     *
     * @param index its place, 0 for the newest
     * @param status any text
     * @return a changed copy
     */
    public ModuleIdentity withStatus(int index, String status) {
        List<SvnLevel> changed = new ArrayList<>(levels);
        changed.set(index, levels.get(index).withStatus(status));
        return withLevels(changed);
    }

    JsonValue json() {
        return module.appendTo(JsonObject.empty().and("id", id)).and("tcbLevels", JsonArray.of(levels, SvnLevel::json));
    }
}
