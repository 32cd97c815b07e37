package dev.assay.testvectors.suite;

import dev.assay.testvectors.intel.IntelHierarchy;
import dev.assay.testvectors.intel.JsonLiteral;
import dev.assay.testvectors.intel.QeIdentityTemplate;
import dev.assay.testvectors.intel.SignedJson;
import dev.assay.testvectors.intel.TcbInfoTemplate;
import dev.assay.testvectors.intel.TdxSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** TCB info and QE identity: whether they are there, are the right ones, are signed, and are current. */
final class TdxCollateralVectors {
    private static final Instant AT = TdxSimulator.AT;
    private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");
    private static final String UNREADABLE = "tdx.endorsement.unreadable";

    private final Chapter chapter;
    private final String good;
    private final TdxForge forge;
    private final IntelHierarchy impostor;

    private TdxCollateralVectors(TdxForge forge) {
        this.chapter = new Chapter("tdx/collateral" + forge.suffix());
        this.good = forge.good();
        this.forge = forge;
        this.impostor = IntelHierarchy.impostor(forge.intel().seed());
    }

    static List<SuiteVector> of(TdxForge forge) {
        TdxCollateralVectors all = new TdxCollateralVectors(forge);
        all.presence();
        all.identity();
        all.signatures();
        all.dates();
        all.forms();
        all.numbers();
        all.debatable();
        return all.chapter.vectors();
    }

    /** What Intel's own library judges otherwise. */
    private void debatable() {
        chapter.debatable("Intel's library does not look at its start", "tcb-info-from-the-future");
        chapter.debatable("Intel's library takes the lowest byte of the number", "svn-256");
    }

    private void presence() {
        chapter.indeterminate(
                good,
                "tcb-info-missing",
                forge.given().with(all -> all.withTcbInfo(new byte[0])),
                "tdx.tcb-info.missing",
                Flag.MISSING_ENDORSEMENT,
                "no TCB info is given");
        chapter.indeterminate(
                good,
                "qe-identity-missing",
                forge.given().with(all -> all.withQeIdentity(new byte[0])),
                "tdx.qe-identity.missing",
                Flag.MISSING_ENDORSEMENT,
                "no identity of a quoting enclave is given");
    }

    private void identity() {
        tcbInfo("tcb-info-for-sgx", TdxCollateralVectors::forSgx, "tdx.tcb-info.id", "the TCB info is for SGX");
        tcbInfo(
                "tcb-info-of-another-platform",
                info -> info.fmspc("00806F050000"),
                "tdx.tcb-info.fmspc",
                "the TCB info is for another FMSPC");
        tcbInfo(
                "tcb-info-of-another-pce",
                info -> info.pceId("0001"),
                "tdx.tcb-info.pceid",
                "the TCB info is for another PCEID");
        identity("qe-identity-for-sgx", QeIdentityTemplate::forSgx, "the identity is that of the SGX quoting enclave");
        identity("qe-identity-named-qe", identity -> identity.id("QE"), "the identity is named QE, for SGX");
        identity("qe-identity-named-qve", identity -> identity.id("QVE"), "the identity is that of Intel's verifier");
    }

    private TcbInfoTemplate template() {
        return TcbInfoTemplate.valid().fmspc(forge.fmspc());
    }

    private void tcbInfo(String name, UnaryOperator<TcbInfoTemplate> change, String code, String because) {
        chapter.rejected(
                good, name, forge.machine(machine -> machine.tcbInfo(change)), code, Flag.COLLATERAL_MISMATCH, because);
    }

    private void identity(String name, UnaryOperator<QeIdentityTemplate> change, String because) {
        chapter.rejected(
                good,
                name,
                forge.machine(machine -> machine.qeIdentity(change)),
                "tdx.qe-identity.id",
                Flag.COLLATERAL_MISMATCH,
                because);
    }

    /** Without the level that only differs from another in its TDX components. */
    private static TcbInfoTemplate forSgx(TcbInfoTemplate info) {
        TcbInfoTemplate sgx = info.forSgx();
        return sgx.levels(List.of(sgx.levels().get(0), sgx.levels().get(2)));
    }

    private void signatures() {
        SignedJson info = forge.machine().signedTcbInfo();
        SignedJson identity = forge.machine().signedQeIdentity();
        signature("tcb-info-other-signature", info.signature(identity.signature()), true, "another document's");
        signature("qe-identity-other-signature", identity.signature(info.signature()), false, "another document's");
        signature("tcb-info-signed-by-another-key", template().sign(impostor.tcbSigningKey()), true, "another key's");
        signature(
                "qe-identity-signed-by-another-key",
                QeIdentityTemplate.valid().sign(impostor.tcbSigningKey()),
                false,
                "another key's");
        signature(
                "tcb-info-altered",
                info.body(info.body().replace("\"OutOfDate\"", "\"UpToDate\"")),
                true,
                "the unaltered document's");
        signature(
                "tcb-info-reordered",
                info.body(info.body().replace("\"id\":\"TDX\",\"version\":3", "\"version\":3,\"id\":\"TDX\"")),
                true,
                "the document's before its members changed places");
        signature("tcb-info-signature-zero", info.signature("00".repeat(64)), true, "zero");
        signature(
                "qe-identity-attacker-s-enclave",
                QeIdentityTemplate.valid().mrSigner("00".repeat(32)).sign(impostor.tcbSigningKey()),
                false,
                "another key's, over an identity that fits another enclave");
    }

    private void signature(String name, SignedJson document, boolean info, String whose) {
        byte[] bytes = document.encode();
        boolean attacker = name.equals("qe-identity-attacker-s-enclave");
        TdxGiven start = attacker
                ? forge.machine(machine -> machine.qeReport(
                        report -> report.set(dev.assay.testvectors.encode.QeField.MR_SIGNER, new byte[32])))
                : forge.given();
        chapter.rejected(
                good,
                name,
                start.with(all -> info ? all.withTcbInfo(bytes) : all.withQeIdentity(bytes)),
                info ? "tdx.tcb-info.signature" : "tdx.qe-identity.signature",
                info ? Flag.COLLATERAL_SIGNATURE : Flag.QE_IDENTITY_SIGNATURE,
                "the signature is " + whose);
    }

    private void dates() {
        String edge = chapter.valid(
                "last-second",
                forge.machine(machine -> machine.tcbInfo(info -> info.validity(START, AT))
                        .qeIdentity(identity -> identity.validity(START, AT))),
                Flag.COLLATERAL_VALIDITY,
                "the last second counts");
        TdxGiven info = info(START, AT.minusSeconds(1));
        TdxGiven identity =
                forge.machine(machine -> machine.qeIdentity(right -> right.validity(START, AT.minusSeconds(1))));
        date(edge, "tcb-info-outdated", info, "tdx.tcb-info.validity");
        date(edge, "qe-identity-outdated", identity, "tdx.qe-identity.validity");
        TdxGiven future = info(AT.plusSeconds(60), AT.plus(Duration.ofDays(30)));
        date(edge, "tcb-info-from-the-future", future, "tdx.tcb-info.validity");
        chapter.valid(
                "tcb-info-from-the-future-within-skew",
                future.set(settings -> settings.withSkew(Duration.ofMinutes(1))),
                Flag.COLLATERAL_VALIDITY,
                "clocks may disagree by a minute");
        TdxGiven yesterday = info(START, AT.minus(Duration.ofDays(1)));
        chapter.noted(
                good,
                "tcb-info-outdated-within-grace",
                yesterday.set(settings -> settings.withGrace(Duration.ofDays(1))),
                "tdx.collateral.expired",
                Flag.COLLATERAL_VALIDITY,
                "collateral counts for a day after its end, as the caller chose");
        date(
                "tdx/collateral" + forge.suffix() + "/tcb-info-outdated-within-grace",
                "tcb-info-outdated-beyond-grace",
                yesterday.set(settings -> settings.withGrace(Duration.ofDays(1).minusSeconds(1))),
                "tdx.tcb-info.validity");
    }

    private TdxGiven info(Instant from, Instant to) {
        return forge.machine(machine -> machine.tcbInfo(info -> info.validity(from, to)));
    }

    private void date(String twin, String name, TdxGiven given, String code) {
        chapter.indeterminate(
                twin, name, given, code, Flag.COLLATERAL_VALIDITY, "the document is not current at the time");
    }

    private void forms() {
        byte[] pretty = forge.machine().signedTcbInfo().spacedAround().encode();
        chapter.valid(
                "white-space-around",
                forge.given().with(all -> all.withTcbInfo(pretty)),
                Flag.VARIANT,
                "white space outside the signed part means nothing");
        String text = forge.machine().signedTcbInfo().text();
        String body = forge.machine().signedTcbInfo().body();
        String twice = "{\"tcbInfo\":" + body.replace("OutOfDate", "UpToDate") + "," + text.substring(1);
        unreadable("tcb-info-twice", twice, "the member tcbInfo stands there twice, and only the second is signed");
        unreadable("tcb-info-cut", text.substring(0, text.length() - 1), "the last brace is missing");
        unreadable("tcb-info-with-more-behind", text + "{}", "something stands behind the document");
        edited("tdx-components-15-only", "tcbLevels/0/tcb/tdxtcbcomponents/15");
        edited("sgx-components-15-only", "tcbLevels/0/tcb/sgxtcbcomponents/0");
        edited("level-without-tdx-components", "tcbLevels/0/tcb/tdxtcbcomponents");
        edited("level-without-status", "tcbLevels/0/tcbStatus");
        edited("without-fmspc", "fmspc");
        for (String status : List.of("Fine", "uptodate", "TDRelaunchAdvised", "")) {
            unreadable(
                    "status-" + (status.isEmpty() ? "empty" : status),
                    template().level(0, level -> level.withStatus(status)),
                    "a level has the status '" + status + "', which TCB infos do not know");
        }
    }

    private void edited(String name, String path) {
        unreadable(
                name,
                template().edited(json -> json.without(path)),
                path + " is missing, in a document that is rightly signed");
    }

    private void numbers() {
        for (String svn : List.of("256", "4294967296", "1.0", "1e0", "-1", "99999999999999999999999")) {
            unreadable(
                    "svn-" + svn,
                    template()
                            .edited(json -> json.with("tcbLevels/0/tcb/sgxtcbcomponents/0/svn", new JsonLiteral(svn))),
                    "a component's version is " + svn + ", in a document that is rightly signed");
        }
    }

    private void unreadable(String name, TcbInfoTemplate info, String because) {
        unreadable(name, info.sign(forge.intel().tcbSigningKey()).text(), because);
    }

    private void unreadable(String name, String text, String because) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        chapter.rejected(
                good,
                name,
                forge.given().with(all -> all.withTcbInfo(bytes)),
                UNREADABLE,
                Flag.COLLATERAL_FORM,
                because);
    }
}
