package dev.assay.testvectors.intel;

import dev.assay.testvectors.pki.EcKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An enclave identity of version 2 in the making (Intel PCS API v4), written with the members, their order and the lack
 * of white space that Intel has. Immutable.
 */
public final class QeIdentityTemplate {
    /** The two versions of the quoting enclave that there are levels for. */
    static final int NEWEST = 8;

    static final int OLDER = 4;

    private static final String TD_SIGNER = "DC9E2A7C6F948F17474E34A7FC43ED030F7C1563F1BABDDF6340C82E0E54A8C5";
    private static final String SGX_SIGNER = "8C4F5775D796503E96137F77C68A829A0056AC8DED70140B081B094490C57BFF";

    private String id = "TD_QE";
    private int version = 2;
    private Instant issueDate = Instant.parse("2026-08-12T23:57:43Z");
    private Instant nextUpdate = Instant.parse("2026-09-11T23:57:43Z");
    private long evaluationNumber = 20;
    private String miscSelect = "00000000";
    private String miscSelectMask = "FFFFFFFF";
    private String attributes = "11" + "00".repeat(15);
    private String attributesMask = "FB" + "FF".repeat(7) + "00".repeat(8);
    private String mrSigner = TD_SIGNER;
    private int isvProdId = 2;
    private List<SvnLevel> levels = List.of(
            new SvnLevel(NEWEST, TcbVerdict.of("2025-10-08", TdxStatus.UP_TO_DATE)),
            new SvnLevel(OLDER, TcbVerdict.of("2023-02-15", TdxStatus.OUT_OF_DATE, "INTEL-SA-00837")));
    private UnaryOperator<JsonValue> edit = json -> json;

    private QeIdentityTemplate() {}

    private QeIdentityTemplate(QeIdentityTemplate that) {
        id = that.id;
        version = that.version;
        issueDate = that.issueDate;
        nextUpdate = that.nextUpdate;
        evaluationNumber = that.evaluationNumber;
        miscSelect = that.miscSelect;
        miscSelectMask = that.miscSelectMask;
        attributes = that.attributes;
        attributesMask = that.attributesMask;
        mrSigner = that.mrSigner;
        isvProdId = that.isvProdId;
        levels = that.levels;
        edit = that.edit;
    }

    /**
     * The identity of Intel's quoting enclave for TDs, with the levels 8, UpToDate since 2025-10-08, and 4, OutOfDate
     * since 2023-02-15 with INTEL-SA-00837.
     *
     * @return the template
     */
    public static QeIdentityTemplate valid() {
        return new QeIdentityTemplate();
    }

    /**
     * Sets which enclave it is.
     *
     * @param value {@code TD_QE} if right, {@code QE} or {@code QVE} if not
     * @return a changed copy
     */
    public QeIdentityTemplate id(String value) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        changed.id = value;
        return changed;
    }

    /**
     * Sets the version of the format.
     *
     * @param value 2 if right
     * @return a changed copy
     */
    public QeIdentityTemplate version(int value) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        changed.version = value;
        return changed;
    }

    /**
     * Sets when the identity was issued and when the next will be.
     *
     * @param from when it was issued
     * @param to until when it should be used
     * @return a changed copy
     */
    public QeIdentityTemplate validity(Instant from, Instant to) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        changed.issueDate = from;
        changed.nextUpdate = to;
        return changed;
    }

    /**
     * Sets the number of the evaluation data set.
     *
     * @param value a number that grows with each TCB recovery
     * @return a changed copy
     */
    public QeIdentityTemplate evaluationNumber(long value) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        changed.evaluationNumber = value;
        return changed;
    }

    /**
     * Sets the extra features, bytes as they stand in the report.
     *
     * @param hex 8 hexadecimal digits if right
     * @param mask which bits of them count
     * @return a changed copy
     */
    public QeIdentityTemplate miscSelect(String hex, String mask) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        changed.miscSelect = hex;
        changed.miscSelectMask = mask;
        return changed;
    }

    /**
     * Sets the attributes, bytes as they stand in the report.
     *
     * @param hex 32 hexadecimal digits if right
     * @param mask which bits of them count
     * @return a changed copy
     */
    public QeIdentityTemplate attributes(String hex, String mask) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        changed.attributes = hex;
        changed.attributesMask = mask;
        return changed;
    }

    /**
     * Sets the signer.
     *
     * @param hex 64 hexadecimal digits if right
     * @return a changed copy
     */
    public QeIdentityTemplate mrSigner(String hex) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        changed.mrSigner = hex;
        return changed;
    }

    /**
     * Sets the product.
     *
     * @param value 2 bytes; 2 for the quoting enclave for TDs
     * @return a changed copy
     */
    public QeIdentityTemplate isvProdId(int value) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        changed.isvProdId = value;
        return changed;
    }

    /**
     * Sets the levels.
     *
     * @param values the levels; newest first if right
     * @return a changed copy
     */
    public QeIdentityTemplate levels(List<SvnLevel> values) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        changed.levels = List.copyOf(values);
        return changed;
    }

    /**
     * Changes one level.
     *
     * @param index its place, 0 for the newest
     * @param change gets the present level, gives the new
     * @return a changed copy
     */
    public QeIdentityTemplate level(int index, UnaryOperator<SvnLevel> change) {
        List<SvnLevel> changed = new ArrayList<>(levels);
        changed.set(index, change.apply(levels.get(index)));
        return levels(changed);
    }

    /**
     * The identity of the quoting enclave for SGX: another name, signer and product.
     *
     * @return a changed copy
     */
    public QeIdentityTemplate forSgx() {
        return id("QE").mrSigner(SGX_SIGNER).isvProdId(1);
    }

    /**
     * Changes the JSON before it is signed, after all changes that were asked for so far.
     *
     * @param change gets the body as it is now, gives the new
     * @return a changed copy
     */
    public QeIdentityTemplate edited(UnaryOperator<JsonValue> change) {
        QeIdentityTemplate changed = new QeIdentityTemplate(this);
        UnaryOperator<JsonValue> before = edit;
        changed.edit = json -> change.apply(before.apply(json));
        return changed;
    }

    /**
     * The levels.
     *
     * @return in their order
     */
    public List<SvnLevel> levels() {
        return levels;
    }

    /**
     * The body.
     *
     * @return what is to be signed
     */
    public JsonValue json() {
        return edit.apply(JsonObject.empty()
                .and("id", id)
                .and("version", version)
                .and("issueDate", issueDate.toString())
                .and("nextUpdate", nextUpdate.toString())
                .and("tcbEvaluationDataNumber", evaluationNumber)
                .and("miscselect", miscSelect)
                .and("miscselectMask", miscSelectMask)
                .and("attributes", attributes)
                .and("attributesMask", attributesMask)
                .and("mrsigner", mrSigner)
                .and("isvprodid", isvProdId)
                .and("tcbLevels", JsonArray.of(levels, SvnLevel::json)));
    }

    /**
     * Signs.
     *
     * @param key whose signature it gets, {@link IntelHierarchy#tcbSigningKey} if right
     * @return the identity as Intel serves it
     */
    public SignedJson sign(EcKey key) {
        return SignedJson.sign("enclaveIdentity", json().compact(), key);
    }
}
