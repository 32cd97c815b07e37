package dev.assay.testvectors.intel;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What a PCK certificate says about its platform (Intel SGX PCK Certificate Profile, SGX extensions). Immutable; sizes
 * and ranges are not checked.
 */
public final class SgxPlatform {
    /** How many component SVNs there are: 16. */
    public static final int COMPONENTS = 16;

    private byte[] ppid;
    private List<Integer> components = List.of();
    private int pceSvn;
    private byte[] cpuSvn = new byte[COMPONENTS];
    private byte[] pceId;
    private byte[] fmspc;
    private int sgxType;
    private byte[] instanceId;
    private boolean dynamicPlatform;
    private boolean cachedKeys;
    private boolean smtEnabled;

    private SgxPlatform(byte[] ppid, byte[] pceId, byte[] fmspc, byte[] instanceId) {
        this.ppid = ppid;
        this.pceId = pceId;
        this.fmspc = fmspc;
        this.instanceId = instanceId;
    }

    private SgxPlatform(SgxPlatform that) {
        ppid = that.ppid;
        components = that.components;
        pceSvn = that.pceSvn;
        cpuSvn = that.cpuSvn;
        pceId = that.pceId;
        fmspc = that.fmspc;
        sgxType = that.sgxType;
        instanceId = that.instanceId;
        dynamicPlatform = that.dynamicPlatform;
        cachedKeys = that.cachedKeys;
        smtEnabled = that.smtEnabled;
    }

    /**
     * A server platform at the newest TCB of {@link TcbInfoTemplate#valid}.
     *
     * @param seed what PPID and platform instance derive from
     * @return the platform
     */
    public static SgxPlatform valid(long seed) {
        return new SgxPlatform(
                        Derived.bytes(seed, "ppid", 16),
                        new byte[2],
                        HexFormat.of().parseHex("b0c06f000000"),
                        Derived.bytes(seed, "platform instance", 16))
                .components(TcbInfoTemplate.NEWEST)
                .pceSvn(TcbInfoTemplate.NEWEST_PCE_SVN)
                .sgxType(1)
                .configuration(true, true, true);
    }

    /**
     * Sets the identity of the provisioning enclave's key.
     *
     * @param value 16 bytes if right
     * @return a changed copy
     */
    public SgxPlatform ppid(byte[] value) {
        SgxPlatform changed = new SgxPlatform(this);
        changed.ppid = value.clone();
        return changed;
    }

    /**
     * Sets the component SVNs, and the CPU SVN to the same bytes, as on current processors.
     *
     * @param svns 16 numbers of 0 to 255 if right; missing ones are left out of the certificate and zero in the CPU SVN
     * @return a changed copy
     */
    public SgxPlatform components(List<Integer> svns) {
        SgxPlatform changed = new SgxPlatform(this);
        changed.components = List.copyOf(svns);
        byte[] raw = new byte[COMPONENTS];
        for (int i = 0; i < Math.min(svns.size(), COMPONENTS); i++) {
            raw[i] = svns.get(i).byteValue();
        }
        changed.cpuSvn = raw;
        return changed;
    }

    /**
     * Sets one component SVN, and its byte in the CPU SVN.
     *
     * @param index 0 to 15
     * @param svn 0 to 255 if right
     * @return a changed copy
     */
    public SgxPlatform component(int index, int svn) {
        Integer[] all = components.toArray(Integer[]::new);
        all[index] = svn;
        return components(List.of(all));
    }

    /**
     * Sets the SVN of the provisioning certification enclave.
     *
     * @param svn 0 to 65535 if right
     * @return a changed copy
     */
    public SgxPlatform pceSvn(int svn) {
        SgxPlatform changed = new SgxPlatform(this);
        changed.pceSvn = svn;
        return changed;
    }

    /**
     * Sets the raw CPU SVN alone, so that it can differ from the component SVNs.
     *
     * @param value 16 bytes if right
     * @return a changed copy
     */
    public SgxPlatform cpuSvn(byte[] value) {
        SgxPlatform changed = new SgxPlatform(this);
        changed.cpuSvn = value.clone();
        return changed;
    }

    /**
     * Sets the identity of the provisioning certification enclave.
     *
     * @param value 2 bytes if right
     * @return a changed copy
     */
    public SgxPlatform pceId(byte[] value) {
        SgxPlatform changed = new SgxPlatform(this);
        changed.pceId = value.clone();
        return changed;
    }

    /**
     * Sets family, model, stepping, platform type and custom SKU.
     *
     * @param value 6 bytes if right
     * @return a changed copy
     */
    public SgxPlatform fmspc(byte[] value) {
        SgxPlatform changed = new SgxPlatform(this);
        changed.fmspc = value.clone();
        return changed;
    }

    /**
     * Sets the kind of memory protection.
     *
     * @param type 0 standard, 1 scalable, 2 scalable with integrity
     * @return a changed copy
     */
    public SgxPlatform sgxType(int type) {
        SgxPlatform changed = new SgxPlatform(this);
        changed.sgxType = type;
        return changed;
    }

    /**
     * Sets the identity of the platform's current set-up, which only certificates of the platform CA have.
     *
     * @param value 16 bytes if right
     * @return a changed copy
     */
    public SgxPlatform instanceId(byte[] value) {
        SgxPlatform changed = new SgxPlatform(this);
        changed.instanceId = value.clone();
        return changed;
    }

    /**
     * Sets the configuration, which only certificates of the platform CA have.
     *
     * @param dynamic whether packages can be added
     * @param cached whether Intel keeps the platform's root keys
     * @param smt whether simultaneous multithreading is on
     * @return a changed copy
     */
    public SgxPlatform configuration(boolean dynamic, boolean cached, boolean smt) {
        SgxPlatform changed = new SgxPlatform(this);
        changed.dynamicPlatform = dynamic;
        changed.cachedKeys = cached;
        changed.smtEnabled = smt;
        return changed;
    }

    /**
     * The identity of the provisioning enclave's key.
     *
     * @return 16 bytes
     */
    public byte[] ppid() {
        return ppid.clone();
    }

    /**
     * The component SVNs.
     *
     * @return 16 numbers
     */
    public List<Integer> components() {
        return components;
    }

    /**
     * The SVN of the provisioning certification enclave.
     *
     * @return the number
     */
    public int pceSvn() {
        return pceSvn;
    }

    /**
     * The raw CPU SVN.
     *
     * @return 16 bytes
     */
    public byte[] cpuSvn() {
        return cpuSvn.clone();
    }

    /**
     * The identity of the provisioning certification enclave.
     *
     * @return 2 bytes
     */
    public byte[] pceId() {
        return pceId.clone();
    }

    /**
     * Family, model, stepping, platform type and custom SKU.
     *
     * @return 6 bytes
     */
    public byte[] fmspc() {
        return fmspc.clone();
    }

    /**
     * The kind of memory protection.
     *
     * @return 0 standard, 1 scalable, 2 scalable with integrity
     */
    public int sgxType() {
        return sgxType;
    }

    /**
     * The identity of the platform's current set-up.
     *
     * @return 16 bytes
     */
    public byte[] instanceId() {
        return instanceId.clone();
    }

    /**
     * Whether packages can be added.
     *
     * @return true if so
     */
    public boolean dynamicPlatform() {
        return dynamicPlatform;
    }

    /**
     * Whether Intel keeps the platform's root keys.
     *
     * @return true if so
     */
    public boolean cachedKeys() {
        return cachedKeys;
    }

    /**
     * Whether simultaneous multithreading is on.
     *
     * @return true if so
     */
    public boolean smtEnabled() {
        return smtEnabled;
    }

    /**
     * Certification data of type 2 or 3, by which a quote names the platform where it does not carry its certificate:
     * the encrypted PPID, CPUSVN, PCESVN and PCEID. Nobody here can encrypt to Intel, so that noise stands for it.
     *
     * @param type 2 or 3
     * @return 276 or 404 bytes
     */
    public byte[] encryptedIdentity(int type) {
        int rsa = type == 2 ? 256 : 384;
        byte[] all = Arrays.copyOf(Derived.bytes(Arrays.hashCode(ppid), "encrypted PPID", rsa), rsa + 20);
        System.arraycopy(cpuSvn, 0, all, rsa, 16);
        all[rsa + 16] = (byte) pceSvn;
        all[rsa + 17] = (byte) (pceSvn >> 8);
        System.arraycopy(pceId, 0, all, rsa + 18, 2);
        return all;
    }
}
