package dev.assay.verify;

import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.PckExtensions;
import dev.assay.endorsement.PcsUrl;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.SignedBody;
import dev.assay.endorsement.TcbInfo;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Steps 8.3, 8.4 and the last part of 8.5: the TCB info and the identity of the quoting enclave, each for this platform
 * and TEE, signed by Intel, valid at the time, and not older than the caller has seen.
 *
 * <p>Several may be given, of several evaluations or dates. Those that are valid at the time come first, and of those the
 * one of the highest evaluation number, then the latest date; the first with nothing against it is taken, and if there is
 * none, what speaks against the very first is reported.
 */
final class TdxCollateral {
    private static final int MOST_CANDIDATES = 16;

    private final TdxTimeline timeline;
    private final TdxSigner signer;
    private final RollbackFloor floor;

    TdxCollateral(TdxTimeline timeline, TdxSigner signer, RollbackFloor floor) {
        this.timeline = timeline;
        this.signer = signer;
        this.floor = floor;
    }

    /**
     * A document that Intel signed.
     *
     * @param document what it says
     * @param signer the certificate of the key that signed it
     * @param signers the validity of that certificate, and of what it rests on
     * @param own its own validity
     */
    record Authentic<T>(T document, X509Certificate signer, List<DatedItem> signers, DatedItem own) {}

    Optional<Authentic<TcbInfo>> tcbInfo(
            Endorsements endorsements, Optional<PckExtensions> platform, FindingList findings) {
        List<TcbInfo> given = endorsements.tcbInfos();
        if (given.isEmpty()) {
            String next = platform.map(pck -> "Get it from " + PcsUrl.tcbInfo(pck.fmspc()))
                    .orElse(TdxCheck.TCB_INFO_MISSING.nextStep());
            findings.add(TdxCheck.TCB_INFO_MISSING, "a TCB info", "none", next);
            return Optional.empty();
        }
        List<TcbInfo> forTdx = only(
                given, TdxCheck.TCB_INFO_ID, () -> "id TDX", info -> info.id().equals(TcbInfo.TDX), findings);
        if (platform.isPresent()) {
            PckExtensions pck = platform.get();
            forTdx = only(
                    forTdx,
                    TdxCheck.TCB_INFO_FMSPC,
                    () -> "FMSPC " + pck.fmspc().hex(),
                    info -> info.fmspc().equals(pck.fmspc()),
                    findings);
            forTdx = only(
                    forTdx,
                    TdxCheck.TCB_INFO_PCEID,
                    () -> "PCEID " + pck.pceId().hex(),
                    info -> info.pceId().equals(pck.pceId()),
                    findings);
        }
        List<Candidate<TcbInfo>> candidates = new ArrayList<>(forTdx.size());
        for (TcbInfo info : forTdx) {
            candidates.add(new Candidate<>(
                    info,
                    info.signed(),
                    new ValidityWindow(info.issueDate(), info.nextUpdate()),
                    RollbackFloor.markOf(info),
                    floor.above(info)));
        }
        return best(
                candidates,
                new Names(
                        "TCB info",
                        () -> platform.map(pck -> PcsUrl.tcbInfo(pck.fmspc())).orElse("Intel"),
                        TdxCheck.TCB_INFO_SIGNATURE,
                        TdxCheck.TCB_INFO_VALIDITY,
                        TdxCheck.TCB_INFO_ROLLED_BACK),
                findings);
    }

    Optional<Authentic<QeIdentity>> qeIdentity(Endorsements endorsements, FindingList findings) {
        List<QeIdentity> given = endorsements.qeIdentities();
        if (given.isEmpty()) {
            findings.add(
                    TdxCheck.QE_IDENTITY_MISSING,
                    "the identity of the TD quoting enclave",
                    "none",
                    "Get it from " + PcsUrl.qeIdentity());
            return Optional.empty();
        }
        List<QeIdentity> forTdx = only(
                given,
                TdxCheck.QE_IDENTITY_ID,
                () -> "id " + QeIdentity.TD_QE,
                identity -> identity.id().equals(QeIdentity.TD_QE),
                findings);
        List<Candidate<QeIdentity>> candidates = new ArrayList<>(forTdx.size());
        for (QeIdentity identity : forTdx) {
            candidates.add(new Candidate<>(
                    identity,
                    identity.signed(),
                    new ValidityWindow(identity.issueDate(), identity.nextUpdate()),
                    RollbackFloor.markOf(identity),
                    floor.above(identity)));
        }
        return best(
                candidates,
                new Names(
                        "QE identity",
                        PcsUrl::qeIdentity,
                        TdxCheck.QE_IDENTITY_SIGNATURE,
                        TdxCheck.QE_IDENTITY_VALIDITY,
                        TdxCheck.QE_IDENTITY_ROLLED_BACK),
                findings);
    }

    /** Documents for others do no harm beside one that fits; alone they are a mistake that is worth its own finding. */
    private static <T> List<T> only(
            List<T> given, TdxCheck check, Supplier<String> expected, Predicate<T> fits, FindingList findings) {
        List<T> fitting = new ArrayList<>(given.size());
        for (T each : given) {
            if (fits.test(each)) {
                fitting.add(each);
            }
        }
        if (fitting.isEmpty() && !given.isEmpty()) {
            findings.add(check, expected.get(), "only " + given);
        }
        return fitting;
    }

    private <T> Optional<Authentic<T>> best(List<Candidate<T>> candidates, Names names, FindingList findings) {
        Attempt<T> first = null;
        for (Candidate<T> candidate : candidates.size() == 1 ? candidates : inOrder(candidates)) {
            Attempt<T> attempt = attempt(candidate, names);
            if (attempt.findings().clean()) {
                findings.addAll(attempt.findings());
                return attempt.result();
            }
            first = first == null ? attempt : first;
        }
        if (first == null) {
            return Optional.empty();
        }
        findings.addAll(first.findings());
        return first.result();
    }

    private <T> List<Candidate<T>> inOrder(List<Candidate<T>> candidates) {
        return candidates.stream()
                .sorted(Comparator.<Candidate<T>>comparingInt(each -> timeline.current(each.window()) ? 0 : 1)
                        .thenComparing(Candidate::mark, Comparator.reverseOrder()))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private <T> Attempt<T> attempt(Candidate<T> candidate, Names names) {
        FindingList findings = new FindingList();
        Optional<TdxSigner.Signer> signed =
                signer.of(candidate.signed(), names.document(), names.signature(), findings);
        signed.ifPresent(by -> findings.addAll(by.findings()));
        candidate
                .floor()
                .ifPresent(newer -> findings.add(
                        names.rolledBack(),
                        "nothing older than " + newer,
                        candidate.mark().toString()));
        DatedItem own = timeline.collateral(
                names.validity(),
                names.document(),
                candidate.window(),
                () -> "Get it from " + names.url().get(),
                findings);
        return new Attempt<>(
                signed.filter(TdxSigner.Signer::trusted)
                        .map(by -> new Authentic<>(candidate.document(), by.certificate(), by.items(), own)),
                findings);
    }

    private record Candidate<T>(
            T document,
            SignedBody signed,
            ValidityWindow window,
            CollateralMark mark,
            Optional<CollateralMark> floor) {}

    private record Attempt<T>(Optional<Authentic<T>> result, FindingList findings) {}

    private record Names(
            String document, Supplier<String> url, TdxCheck signature, TdxCheck validity, TdxCheck rolledBack) {}
}
