package dev.assay.reappraisal;

import dev.assay.bundle.BundleItem;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.TcbInfo;
import java.util.List;
import java.util.stream.Stream;

/**
 * The endorsements of a bundle beside those that are newer. Certificates and revocation lists are put together: more of
 * them never make a verdict better than it should be. A TCB info takes the place of those for the same platform, and an
 * enclave identity of those for the same enclave, so that no older opinion of Intel's is left to choose.
 */
final class NewerEndorsements {
    private final Endorsements newer;

    NewerEndorsements(Endorsements newer) {
        this.newer = newer;
    }

    static Endorsements own(List<BundleItem> items, ItemMemory memory) {
        Endorsements.Builder own = Endorsements.builder();
        items.forEach(item -> own.add(memory.read(item)));
        return own.build();
    }

    Endorsements beside(Endorsements own) {
        if (newer == Endorsements.none()) {
            return own;
        }
        Stream<TcbInfo> infos = own.tcbInfos().stream()
                .filter(old -> newer.tcbInfos().stream()
                        .noneMatch(
                                one -> one.id().equals(old.id()) && one.fmspc().equals(old.fmspc())));
        Stream<QeIdentity> identities = own.qeIdentities().stream()
                .filter(old ->
                        newer.qeIdentities().stream().noneMatch(one -> one.id().equals(old.id())));
        return Endorsements.builder()
                .add(own)
                .add(newer)
                .build()
                .withTcb(
                        Stream.concat(newer.tcbInfos().stream(), infos).toList(),
                        Stream.concat(newer.qeIdentities().stream(), identities).toList());
    }
}
