package dev.assay.cli;

import dev.assay.bundle.BundleItem;
import dev.assay.endorsement.AmdAuthority;
import dev.assay.endorsement.Endorsements;
import dev.assay.endorsement.IntelAuthority;
import dev.assay.endorsement.QeIdentity;
import dev.assay.endorsement.TcbInfo;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Names by which a person finds an endorsement among the files of a folder. */
final class ItemNames {
    private final Map<String, Integer> taken = new HashMap<>();

    /** A name that no item before had; the same items in the same order get the same names. */
    String of(BundleItem item) {
        Endorsements read =
                Endorsements.builder().add(item.origin(), item.bytes()).build();
        return switch (item.kind()) {
            case CERTIFICATE -> unique(word(read.certificates().get(0).getSubjectX500Principal()), ".der");
            case CRL -> unique(word(read.crls().get(0).getIssuerX500Principal()), ".crl");
            case TCB_INFO -> {
                TcbInfo info = read.tcbInfos().get(0);
                yield unique("tcb-info-" + info.fmspc().hex() + "-" + info.tcbEvaluationDataNumber(), ".json");
            }
            case QE_IDENTITY -> {
                QeIdentity identity = read.qeIdentities().get(0);
                yield unique(
                        "identity-" + identity.id().toLowerCase(Locale.ROOT).replace('_', '-') + "-"
                                + identity.tcbEvaluationDataNumber(),
                        ".json");
            }
            case OTHER -> unique("other", ".bin");
        };
    }

    private String unique(String word, String ending) {
        int count = taken.merge(word + ending, 1, Integer::sum);
        return count == 1 ? word + ending : word + "-" + count + ending;
    }

    private static String word(X500Principal holder) {
        if (holder.equals(AmdAuthority.VCEK)) {
            return "vcek";
        }
        if (holder.equals(AmdAuthority.VLEK)) {
            return "vlek";
        }
        Optional<AmdAuthority> amd = AmdAuthority.named(holder);
        if (amd.isPresent()) {
            return (amd.get().role() + "-" + amd.get().product().label()).toLowerCase(Locale.ROOT);
        }
        return IntelAuthority.named(holder)
                .map(one -> switch (one) {
                    case ROOT -> "intel-root";
                    case PLATFORM_CA -> "pck-platform-ca";
                    case PROCESSOR_CA -> "pck-processor-ca";
                    case TCB_SIGNING -> "tcb-signing";
                    case PCK -> "pck";
                })
                .orElse("certificate");
    }
}
