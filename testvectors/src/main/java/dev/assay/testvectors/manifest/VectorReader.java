package dev.assay.testvectors.manifest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one vector, strictly. */
final class VectorReader {
    static final Set<String> MEMBERS = Set.of(
            "id", "tee", "evidence", "at", "endorsements", "options", "policy", "expect", "comment", "source", "facts");
    static final Set<String> OPTION_MEMBERS = Set.of("crl", "allowMaskedChipId", "product", "grace", "skew");

    private final Path root;

    VectorReader(Path root) {
        this.root = root;
    }

    Entry read(String text, int position) {
        String name = "vectors[" + position + "]";
        try {
            Json json = new Json("", text);
            Json id = json.members().get("id");
            if (id != null && id.isText() && !id.string().isEmpty()) {
                name = id.string();
            }
            return vector(Members.of(json, MEMBERS));
        } catch (VectorProblem e) {
            return new UnusableVector(name, Printable.of(String.valueOf(e.getMessage())));
        }
    }

    private Vector vector(Members members) throws VectorProblem {
        String id = members.required("id").string();
        if (id.isEmpty()) {
            throw new VectorProblem("id: must not be empty");
        }
        members.required("tee");
        Tee tee = members.word("tee", Tee.values(), Tee::label);
        if (tee == null) {
            throw new VectorProblem("tee: missing");
        }
        VectorFile evidence = VectorFile.find(root, members.required("evidence").string());
        Members expect = Members.of(members.required("expect"), ExpectationReader.MEMBERS);
        Expectation expectation = ExpectationReader.read(expect);
        return new Vector(
                id,
                tee,
                evidence,
                at(members, expectation),
                EndorsementsReader.read(root, tee, members.get("endorsements")),
                options(tee, members.get("options")),
                policy(members.get("policy")),
                expectation,
                new Notes(
                        members.note("comment"),
                        members.note("source"),
                        members.note("facts"),
                        expect.note("because"),
                        expect.note("referenceStatus")));
    }

    private static @Nullable Instant at(Members members, Expectation expectation) throws VectorProblem {
        Json at = members.get("at");
        if (at != null && !at.isNull()) {
            return members.instant("at");
        }
        return expectation.verdict() == null ? null : Vector.AT_WITHOUT_ENDORSEMENTS;
    }

    private static Options options(Tee tee, @Nullable Json json) throws VectorProblem {
        if (json == null) {
            return Options.defaultsFor(tee);
        }
        Members members = Members.of(json, OPTION_MEMBERS);
        CrlMode crl = members.word("crl", CrlMode.values(), CrlMode::label);
        return new Options(
                crl == null ? CrlMode.defaultFor(tee) : crl,
                Boolean.TRUE.equals(members.bool("allowMaskedChipId")),
                members.text("product"),
                members.duration("grace"),
                members.duration("skew"));
    }

    /** What a policy may say is the verifier's business; here it is only known to be an object. */
    private static @Nullable String policy(@Nullable Json json) throws VectorProblem {
        if (json == null) {
            return null;
        }
        json.members();
        return json.text();
    }
}
