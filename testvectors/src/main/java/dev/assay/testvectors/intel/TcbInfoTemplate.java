package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.EcKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A TCB info of version 3 in the making (Intel PCS API v4), written with the members, their order and the lack of white
 * space that Intel has. Immutable.
 */
public final class TcbInfoTemplate {
    static final List<Integer> NEWEST = List.of(4, 4, 2, 2, 4, 1, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0);
    static final List<Integer> OLDER = List.of(3, 3, 2, 2, 3, 1, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0);
    static final int NEWEST_PCE_SVN = 13;

    private String id = "TDX";
    private int version = 3;
    private Instant issueDate = Instant.parse("2026-08-13T10:45:38Z");
    private Instant nextUpdate = Instant.parse("2026-09-12T10:45:38Z");
    private String fmspc = "B0C06F000000";
    private String pceId = "0000";
    private int tcbType;
    private long evaluationNumber = 20;
    private Optional<TdxModule> module = Optional.of(TdxModule.intel());
    private Optional<List<ModuleIdentity>> identities = Optional.of(TcbInfoDefaults.identities());
    private List<TcbLevel> levels = TcbInfoDefaults.levels();
    private UnaryOperator<JsonValue> edit = json -> json;

    private TcbInfoTemplate() {}

    private TcbInfoTemplate(TcbInfoTemplate that) {
        id = that.id;
        version = that.version;
        issueDate = that.issueDate;
        nextUpdate = that.nextUpdate;
        fmspc = that.fmspc;
        pceId = that.pceId;
        tcbType = that.tcbType;
        evaluationNumber = that.evaluationNumber;
        module = that.module;
        identities = that.identities;
        levels = that.levels;
        edit = that.edit;
    }

    /**
     * The TCB info for {@link SgxPlatform#valid}. Its platform levels, newest first:
     *
     * <ol start="0">
     *   <li>the newest components, PCE 13, TDX late microcode 4: UpToDate since 2025-08-13;
     *   <li>the same, TDX late microcode 3: OutOfDate since 2025-05-14, INTEL-SA-01245;
     *   <li>older components, PCE 11, TDX late microcode 3: OutOfDate since 2024-03-13, INTEL-SA-01036 and
     *       INTEL-SA-01245.
     * </ol>
     *
     * <p>Its module identities are TDX_03 and TDX_01. Both have the levels 6, UpToDate since 2025-09-10, and 4, OutOfDate
     * since 2023-08-09 with INTEL-SA-01192.
     *
     * @return the template
     */
    public static TcbInfoTemplate valid() {
        return new TcbInfoTemplate();
    }

    /**
     * Sets what the info is for.
     *
     * @param value {@code TDX} if right, {@code SGX} if not
     * @return a changed copy
     */
    public TcbInfoTemplate id(String value) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.id = value;
        return changed;
    }

    /**
     * Sets the version of the format.
     *
     * @param value 3 if right
     * @return a changed copy
     */
    public TcbInfoTemplate version(int value) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.version = value;
        return changed;
    }

    /**
     * Sets when the info was issued and when the next will be.
     *
     * @param from when it was issued
     * @param to until when it should be used
     * @return a changed copy
     */
    public TcbInfoTemplate validity(Instant from, Instant to) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.issueDate = from;
        changed.nextUpdate = to;
        return changed;
    }

    /**
     * Sets the kind of platform.
     *
     * @param hex 12 hexadecimal digits if right
     * @return a changed copy
     */
    public TcbInfoTemplate fmspc(String hex) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.fmspc = hex;
        return changed;
    }

    /**
     * Sets the identity of the provisioning certification enclave.
     *
     * @param hex 4 hexadecimal digits if right
     * @return a changed copy
     */
    public TcbInfoTemplate pceId(String hex) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.pceId = hex;
        return changed;
    }

    /**
     * Sets how TCB levels are to be compared.
     *
     * @param value 0 if right
     * @return a changed copy
     */
    public TcbInfoTemplate tcbType(int value) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.tcbType = value;
        return changed;
    }

    /**
     * Sets the number of the evaluation data set.
     *
     * @param value a number that grows with each TCB recovery
     * @return a changed copy
     */
    public TcbInfoTemplate evaluationNumber(long value) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.evaluationNumber = value;
        return changed;
    }

    /**
     * Sets what TDX modules of major version 0 must be like.
     *
     * @param value signer and attributes
     * @return a changed copy
     */
    public TcbInfoTemplate module(TdxModule value) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.module = Optional.of(value);
        return changed;
    }

    /**
     * Sets the identities of TDX modules of other major versions.
     *
     * @param values the identities, in any order
     * @return a changed copy
     */
    public TcbInfoTemplate identities(List<ModuleIdentity> values) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.identities = Optional.of(List.copyOf(values));
        return changed;
    }

    /**
     * Changes one identity.
     *
     * @param index its place
     * @param change gets the present identity, gives the new
     * @return a changed copy
     */
    public TcbInfoTemplate identity(int index, UnaryOperator<ModuleIdentity> change) {
        return identities(changed(identities(), index, change));
    }

    /**
     * Changes the status of one level of a module identity.
     *
     * @param major the major version of the modules
     * @param index the place of the level, 0 for the newest
     * @param status any text
     * @return a changed copy; the same if there is no such identity
     */
    public TcbInfoTemplate moduleStatus(int major, int index, String status) {
        return identities(identities().stream()
                .map(one -> one.id().equals(ModuleIdentity.id(major)) ? one.withStatus(index, status) : one)
                .toList());
    }

    /**
     * Puts an identity for modules of a major version before the others if there is none.
     *
     * @param major the major version
     * @return a changed copy; the same if there is one
     */
    public TcbInfoTemplate knowing(int major) {
        List<ModuleIdentity> known = identities();
        boolean there = known.stream().anyMatch(one -> one.id().equals(ModuleIdentity.id(major)));
        ModuleIdentity more = TcbInfoDefaults.identity(major);
        return there
                ? this
                : identities(Stream.concat(Stream.of(more), known.stream()).toList());
    }

    /**
     * Leaves the module identities out, as the infos of early 2023 do.
     *
     * @return a changed copy
     */
    public TcbInfoTemplate withoutIdentities() {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.identities = Optional.empty();
        return changed;
    }

    /**
     * Sets the platform levels.
     *
     * @param values the levels; newest first if right
     * @return a changed copy
     */
    public TcbInfoTemplate levels(List<TcbLevel> values) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        changed.levels = List.copyOf(values);
        return changed;
    }

    /**
     * Changes one platform level.
     *
     * @param index its place, 0 for the newest
     * @param change gets the present level, gives the new
     * @return a changed copy
     */
    public TcbInfoTemplate level(int index, UnaryOperator<TcbLevel> change) {
        return levels(changed(levels, index, change));
    }

    /**
     * Takes everything away that an info for SGX lacks, and says that it is for SGX: what the same platform gets for
     * SGX quotes.
     *
     * @return a changed copy
     */
    public TcbInfoTemplate forSgx() {
        TcbInfoTemplate changed = withoutIdentities()
                .id("SGX")
                .levels(levels.stream().map(level -> level.withTdx(List.of())).toList());
        changed.module = Optional.empty();
        return changed;
    }

    /**
     * Fits the info to a platform: takes over its FMSPC, in capital digits, and its PCE identity.
     *
     * @param platform the platform
     * @return a changed copy
     */
    public TcbInfoTemplate forPlatform(SgxPlatform platform) {
        return fmspc(HexFormat.of().withUpperCase().formatHex(platform.fmspc()))
                .pceId(HexFormat.of().withUpperCase().formatHex(platform.pceId()));
    }

    /**
     * Changes the JSON before it is signed, after all changes that were asked for so far.
     *
     * @param change gets the body as it is now, gives the new
     * @return a changed copy
     */
    public TcbInfoTemplate edited(UnaryOperator<JsonValue> change) {
        TcbInfoTemplate changed = new TcbInfoTemplate(this);
        UnaryOperator<JsonValue> before = edit;
        changed.edit = json -> change.apply(before.apply(json));
        return changed;
    }

    /**
     * The module identities.
     *
     * @return in their order; empty if they are left out
     */
    public List<ModuleIdentity> identities() {
        return identities.orElse(List.of());
    }

    /**
     * The platform levels.
     *
     * @return in their order
     */
    public List<TcbLevel> levels() {
        return levels;
    }

    /**
     * The body.
     *
     * @return what is to be signed
     */
    public JsonValue json() {
        JsonObject json = JsonObject.empty()
                .and("id", id)
                .and("version", version)
                .and("issueDate", issueDate.toString())
                .and("nextUpdate", nextUpdate.toString())
                .and("fmspc", fmspc)
                .and("pceId", pceId)
                .and("tcbType", tcbType)
                .and("tcbEvaluationDataNumber", evaluationNumber);
        if (module.isPresent()) {
            json = json.and("tdxModule", module.get().appendTo(JsonObject.empty()));
        }
        if (identities.isPresent()) {
            json = json.and("tdxModuleIdentities", JsonArray.of(identities.get(), ModuleIdentity::json));
        }
        return edit.apply(json.and("tcbLevels", JsonArray.of(levels, TcbLevel::json)));
    }

    /**
     * Signs.
     *
     * @param key whose signature it gets, {@link IntelHierarchy#tcbSigningKey} if right
     * @return the info as Intel serves it
     */
    public SignedJson sign(EcKey key) {
        return SignedJson.sign("tcbInfo", json().compact(), key);
    }

    private static <T> List<T> changed(List<T> list, int index, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(list);
        changed.set(index, change.apply(list.get(index)));
        return changed;
    }
}
