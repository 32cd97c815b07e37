package dev.assay.testvectors.intel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plain reading of how Intel's library comes to a TCB status, on evidence whose signatures are taken to be right: what
 * minted evidence is held against.
 */
final class IntelJudge {
    private static final Set<String> CURRENT =
            Set.of("UpToDate", "SWHardeningNeeded", "ConfigurationNeeded", "ConfigurationAndSWHardeningNeeded");

    private final RealJson tcbInfo;
    private final RealJson qeIdentity;
    private final SgxPlatform platform;
    private final byte[] quote;
    private final int bodyAt;
    private final int bodySize;
    private final TreeSet<String> advisories = new TreeSet<>();
    private final TreeSet<String> dates = new TreeSet<>();

    private IntelJudge(TdxEvidence evidence, SgxPlatform platform) {
        this.tcbInfo = read(evidence.tcbInfo()).at("tcbInfo");
        this.qeIdentity = read(evidence.qeIdentity()).at("enclaveIdentity");
        this.platform = platform;
        this.quote = evidence.quote();
        boolean five = quote[0] == 5;
        this.bodyAt = five ? 54 : 48;
        this.bodySize = five ? (quote[50] & 0xFF) + 256 * (quote[51] & 0xFF) : 584;
    }

    /** The status; or {@code not supported} without a level, {@code module mismatch} without an identity. */
    static String status(TdxEvidence evidence, SgxPlatform platform) {
        return new IntelJudge(evidence, platform).status();
    }

    /** Status, earliest date and advisories, without relaunch. */
    static String verdict(TdxEvidence evidence, SgxPlatform platform) {
        IntelJudge judge = new IntelJudge(evidence, platform);
        String status = judge.merged(judge.bytes(0));
        return status + " " + judge.dates.first().substring(0, 10) + " " + judge.advisories;
    }

    private String status() {
        String launch = merged(bytes(0));
        String current = bodySize < 648 ? launch : merged(bytes(584));
        if (current.startsWith("not")) {
            return current;
        }
        if (!launch.startsWith("OutOfDate") || !CURRENT.contains(current)) {
            return launch;
        }
        boolean configuration = launch.contains("Configuration") || current.contains("Configuration");
        return configuration ? "TDRelaunchAdvisedConfigurationNeeded" : "TDRelaunchAdvised";
    }

    private String merged(byte[] svn) {
        int major = svn[1];
        String module = "UpToDate";
        if (major > 0) {
            String id = "TDX_" + HexFormat.of().withUpperCase().toHexDigits(svn[1]);
            List<RealJson> found = tcbInfo.list("tdxModuleIdentities").stream()
                    .filter(one -> one.text("id").equals(id))
                    .toList();
            if (found.isEmpty()) {
                return "module mismatch";
            }
            module = byVersion(found.get(0), svn[0]);
        }
        int isvSvn = quote[bodyAt + bodySize + 4 + 134 + 258] & 0xFF;
        String enclave = byVersion(qeIdentity, isvSvn);
        String own = platformStatus(svn);
        List<String> all = List.of(own, module, enclave);
        if (all.stream().anyMatch(one -> one.startsWith("not"))) {
            return "not supported";
        }
        if (all.stream().anyMatch(one -> one.startsWith("Revoked"))) {
            return "Revoked";
        }
        boolean old = module.equals("OutOfDate") || enclave.equals("OutOfDate");
        if (!old || !CURRENT.contains(own)) {
            return own;
        }
        return own.startsWith("Configuration") ? "OutOfDateConfigurationNeeded" : "OutOfDate";
    }

    private String platformStatus(byte[] svn) {
        for (RealJson level : tcbInfo.list("tcbLevels")) {
            RealJson tcb = level.at("tcb");
            boolean fits = tcb.number("pcesvn") <= platform.pceSvn();
            for (int i = 0; i < 16; i++) {
                fits &= tcb.list("sgxtcbcomponents").get(i).number("svn")
                        <= platform.components().get(i);
                boolean skipped = i < 2 && svn[1] > 0;
                fits &= skipped || tcb.list("tdxtcbcomponents").get(i).number("svn") <= (svn[i] & 0xFF);
            }
            if (fits) {
                return taken(level);
            }
        }
        return "not supported";
    }

    private String byVersion(RealJson identity, int version) {
        for (RealJson level : identity.list("tcbLevels")) {
            if (level.at("tcb").number("isvsvn") <= version) {
                return taken(level);
            }
        }
        return "not supported";
    }

    private String taken(RealJson level) {
        dates.add(level.text("tcbDate"));
        level.list("advisoryIDs").forEach(one -> advisories.add((String) one.value()));
        return level.text("tcbStatus");
    }

    private byte[] bytes(int offset) {
        return Arrays.copyOfRange(quote, bodyAt + offset, bodyAt + offset + 16);
    }

    private static RealJson read(byte[] json) {
        return RealJson.read(new String(json, StandardCharsets.UTF_8));
    }
}
