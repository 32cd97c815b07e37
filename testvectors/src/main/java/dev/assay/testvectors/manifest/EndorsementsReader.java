package dev.assay.testvectors.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code endorsements}, whose members depend on the kind of evidence. */
final class EndorsementsReader {
    static final Set<String> SNP_MEMBERS = Set.of("vek", "chain", "crl", "trustAnchors");
    static final Set<String> TDX_MEMBERS =
            Set.of("tcbInfo", "qeIdentity", "pckCrl", "rootCrl", "tcbSigningCertificate", "trustAnchors");

    private final Path root;
    private final Members members;

    private EndorsementsReader(Path root, Members members) {
        this.root = root;
        this.members = members;
    }

    static Endorsements read(Path root, Tee tee, @Nullable Json json) throws VectorProblem {
        if (json == null) {
            return Endorsements.none(tee);
        }
        return switch (tee) {
            case SEV_SNP -> new EndorsementsReader(root, Members.of(json, SNP_MEMBERS)).snp();
            case TDX -> new EndorsementsReader(root, Members.of(json, TDX_MEMBERS)).tdx();
        };
    }

    private Endorsements snp() throws VectorProblem {
        List<VectorFile> chain = files("chain");
        List<VectorFile> crl = files("crl");
        return new SnpEndorsements(
                file("vek"), chain == null ? List.of() : chain, crl == null ? List.of() : crl, files("trustAnchors"));
    }

    private Endorsements tdx() throws VectorProblem {
        return new TdxEndorsements(
                file("tcbInfo"),
                file("qeIdentity"),
                file("pckCrl"),
                file("rootCrl"),
                file("tcbSigningCertificate"),
                files("trustAnchors"));
    }

    private @Nullable VectorFile file(String member) throws VectorProblem {
        String name = members.text(member);
        return name == null ? null : VectorFile.find(root, name);
    }

    private @Nullable List<VectorFile> files(String member) throws VectorProblem {
        Json list = members.get(member);
        if (list == null) {
            return null;
        }
        List<VectorFile> files = new ArrayList<>();
        for (String name : list.strings()) {
            files.add(VectorFile.find(root, name));
        }
        return files;
    }
}
