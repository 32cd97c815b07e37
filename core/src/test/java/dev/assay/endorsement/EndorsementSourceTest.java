package dev.assay.endorsement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.model.Bytes;
import dev.assay.snp.Product;
import dev.assay.snp.SigningKey;
import dev.assay.tdx.PckChain;
import dev.assay.tdx.Quote;
import dev.assay.testvectors.amd.SnpSimulator;
import dev.assay.testvectors.encode.TdReportEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sources are put together, and those that need no network. */
class EndorsementSourceTest {
    private static final EndorsementRequest CRL = new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VCEK);

    @TempDir
    private Path folder;

    private static EndorsementSource crls(String origin, Instant now) {
        return EndorsementSource.of(Endorsements.of(MintedItems.amdCrl()), origin, () -> now);
    }

    private static EndorsementSource answering(SourceAnswer answer) {
        return request -> answer;
    }

    @Test
    void theFirstThatHasItFreshIsAsked() {
        List<String> asked = new ArrayList<>();
        EndorsementSource later = request -> {
            asked.add("later");
            return new SourceAnswer.NotFound("later", "no");
        };
        SourceAnswer answer = EndorsementSource.firstOf(
                        crls("empty", SnpSimulator.AT).restrictedTo(request -> false),
                        crls("set", SnpSimulator.AT),
                        later)
                .fetch(CRL);
        assertEquals(
                "set", assertInstanceOf(SourceAnswer.Found.class, answer).item().origin());
        assertEquals(List.of(), asked);
    }

    @Test
    void aStaleItemIsOnlyTakenIfNobodyHasAFreshOne() {
        EndorsementSource stale = crls("stale", SnpSimulator.AT.plus(Duration.ofDays(5000)));
        EndorsementSource fresh = crls("fresh", SnpSimulator.AT);
        EndorsementSource down = answering(new SourceAnswer.Unavailable("down", SourceFailure.TIMED_OUT, "no answer"));
        assertInstanceOf(
                SourceAnswer.Found.class,
                EndorsementSource.firstOf(stale, down, fresh).fetch(CRL));
        assertInstanceOf(
                SourceAnswer.Stale.class,
                EndorsementSource.firstOf(down, stale, down).fetch(CRL));
    }

    @Test
    void whatIsLeftOutIsNotOfferedAndNobodyAsked() {
        List<EndorsementRequest> asked = new ArrayList<>();
        EndorsementSource inner = request -> {
            asked.add(request);
            return new SourceAnswer.NotFound("inner", "no");
        };
        EndorsementSource some = inner.restrictedTo(EndorsementRequest.AmdCrl.class::isInstance);
        assertEquals(
                new SourceAnswer.NotOffered("restriction", "not to be asked for here"),
                some.fetch(new EndorsementRequest.IntelRootCrl()));
        assertEquals(List.of(), asked);
        assertEquals(new SourceAnswer.NotFound("inner", "no"), some.fetch(CRL));
        assertEquals(List.of(CRL), asked);
    }

    private static SourceAnswer stalePckCrl(Duration rest) {
        byte[] list = MintedItems.INTEL
                .pckCrl(crl -> crl.nextUpdate(SnpSimulator.AT.plus(rest)))
                .quote(5, TdReportEncoder.Kind.TD_1_5, right -> right)
                .pckCrl();
        return EndorsementSource.of(Endorsements.of(list), "set", () -> SnpSimulator.AT.plus(Duration.ofDays(5000)))
                .fetch(new EndorsementRequest.PckCrl(IntelAuthority.PLATFORM_CA));
    }

    @Test
    void ofTwoStaleItemsTheLaterIsTakenWhicheverCameFirst() {
        SourceAnswer earlier = stalePckCrl(Duration.ofDays(10));
        SourceAnswer later = stalePckCrl(Duration.ofDays(11));
        assertInstanceOf(SourceAnswer.Stale.class, earlier);
        assertInstanceOf(SourceAnswer.Stale.class, later);
        assertSame(
                later,
                EndorsementSource.firstOf(answering(earlier), answering(later)).fetch(CRL));
        assertSame(
                later,
                EndorsementSource.firstOf(answering(later), answering(earlier)).fetch(CRL));
    }

    private static List<String> issuers(SourceAnswer answer) {
        Bytes chain = assertInstanceOf(SourceAnswer.Found.class, answer).item().issuerChain();
        return Endorsements.of(chain.toArray()).certificates().stream()
                .map(certificate -> certificate.getSubjectX500Principal().getName())
                .toList();
    }

    @Test
    void aSetGivesDocumentsAndPckCertificatesWithThoseWhoIssuedThem() throws Exception {
        EndorsementSource all = MintedItems.everything();
        List<String> signers = List.of(
                IntelAuthority.TCB_SIGNING.subject().getName(),
                IntelAuthority.ROOT.subject().getName());
        assertEquals(
                signers,
                issuers(all.fetch(new EndorsementRequest.TcbInfo(MintedItems.fmspc(), EvaluationSet.Update.STANDARD))));
        assertEquals(signers, issuers(all.fetch(new EndorsementRequest.QeIdentity(EvaluationSet.Update.STANDARD))));
        Bytes text = ((PckChain)
                        Quote.decode(MintedItems.QUOTE.quote()).signatureData().certificationData())
                .content();
        Endorsements chain = Endorsements.of(text.toArray(), MintedItems.QUOTE.tcbSigningCertificate());
        PckExtensions pck =
                PckExtensionReader.of(chain.certificates().get(0)).extensions().orElseThrow();
        SourceAnswer answer = EndorsementSource.of(chain, "set", () -> SnpSimulator.AT)
                .fetch(new EndorsementRequest.PckCertificate(
                        Bytes.copyOf(new byte[16]),
                        Bytes.copyOf(new byte[384]),
                        pck.cpuSvn(),
                        pck.pceSvn(),
                        pck.pceId()));
        assertEquals(
                List.of(
                        IntelAuthority.PLATFORM_CA.subject().getName(),
                        IntelAuthority.ROOT.subject().getName()),
                issuers(answer));
    }

    @Test
    void theMostTellingAnswerIsGiven() {
        SourceAnswer down = new SourceAnswer.Unavailable("down", SourceFailure.TIMED_OUT, "no answer");
        SourceAnswer none = new SourceAnswer.NotFound("a", "has none");
        SourceAnswer never = new SourceAnswer.NotOffered("b", "never");
        assertSame(
                down,
                EndorsementSource.firstOf(answering(none), answering(down), answering(never))
                        .fetch(CRL));
        assertSame(
                none,
                EndorsementSource.firstOf(answering(none), answering(never)).fetch(CRL));
        assertInstanceOf(
                SourceAnswer.NotOffered.class, EndorsementSource.firstOf().fetch(CRL));
    }

    @Test
    void whoGaveUpAsksNobodyElse() {
        SourceAnswer cancelled = new SourceAnswer.Unavailable("a", SourceFailure.CANCELLED, "interrupted");
        assertSame(
                cancelled,
                EndorsementSource.firstOf(answering(cancelled), crls("set", SnpSimulator.AT))
                        .fetch(CRL));
    }

    @Test
    void aSetHasWhatFitsAndNothingElse() {
        EndorsementSource set = MintedItems.everything();
        for (EndorsementRequest request : MintedItems.requests()) {
            SourceAnswer answer = set.fetch(request);
            assertEquals(
                    request,
                    assertInstanceOf(SourceAnswer.Found.class, answer, request::key)
                            .item()
                            .request());
        }
        for (EndorsementRequest other : MintedItems.requestsForOthers()) {
            assertInstanceOf(SourceAnswer.NotFound.class, set.fetch(other), other.key());
        }
    }

    @Test
    void ofSeveralTheOneThatEndsLastIsGiven() {
        byte[] longer = MintedItems.MILAN
                .hierarchy()
                .crlTemplate()
                .nextUpdate(SnpSimulator.AT.plus(Duration.ofDays(3000)))
                .sign(MintedItems.MILAN.hierarchy().crlSigner());
        EndorsementSource set =
                EndorsementSource.of(Endorsements.of(MintedItems.amdCrl(), longer), "set", () -> SnpSimulator.AT);
        assertEquals(
                Bytes.copyOf(longer), set.fetch(CRL).anyItem().orElseThrow().content());
    }

    @Test
    void aFolderIsReadWhateverItsFilesAreCalled() throws IOException {
        Files.write(folder.resolve("x"), MintedItems.amdCrl());
        Files.writeString(folder.resolve("notes.txt"), "hello");
        Files.createDirectory(folder.resolve("sub"));
        SourceAnswer answer =
                EndorsementSource.ofFolder(folder, () -> SnpSimulator.AT).fetch(CRL);
        assertEquals(
                folder.toString(),
                assertInstanceOf(SourceAnswer.Found.class, answer).item().origin());
    }

    @Test
    void aFolderWithTooMuchInItIsRefused() throws IOException {
        Files.write(folder.resolve("large"), new byte[(1 << 23) + 1]);
        assertThrows(IOException.class, () -> EndorsementSource.ofFolder(folder, () -> SnpSimulator.AT));
        Files.delete(folder.resolve("large"));
        for (int i = 0; i < 1001; i++) {
            Files.createFile(folder.resolve("file" + i));
        }
        assertThrows(IOException.class, () -> EndorsementSource.ofFolder(folder, () -> SnpSimulator.AT));
        assertThrows(
                IOException.class, () -> EndorsementSource.ofFolder(folder.resolve("absent"), () -> SnpSimulator.AT));
    }

    @Test
    void keysAreStableAndNeverMixKinds() {
        assertEquals("amd/crl/vcek/Milan", CRL.key());
        assertEquals("amd/crl/vlek/Milan", new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.VLEK).key());
        assertEquals("amd/chain/vcek/Turin", new EndorsementRequest.AmdChain(Product.TURIN, SigningKey.VCEK).key());
        assertEquals(
                "intel/tcb-info/00806f050000/standard",
                new EndorsementRequest.TcbInfo(Bytes.fromHex("00806F050000"), EvaluationSet.Update.STANDARD).key());
        assertEquals("intel/qe-identity/early", new EndorsementRequest.QeIdentity(EvaluationSet.Update.EARLY).key());
        assertEquals("intel/qe-identity/e17", new EndorsementRequest.QeIdentity(new EvaluationSet.Numbered(17)).key());
        assertEquals("intel/pck-crl/platform", new EndorsementRequest.PckCrl(IntelAuthority.PLATFORM_CA).key());
        assertEquals("intel/pck-crl/processor", new EndorsementRequest.PckCrl(IntelAuthority.PROCESSOR_CA).key());
        assertEquals("intel/root-crl", new EndorsementRequest.IntelRootCrl().key());
        assertEquals("intel/evaluations", new EndorsementRequest.Evaluations().key());
        EndorsementRequest.Vcek vcek = MintedItems.vcek();
        assertEquals(
                "amd/vcek/Milan/" + vcek.chipId().hex() + "/"
                        + vcek.reportedTcb().bytes().hex(),
                vcek.key());
    }

    @Test
    void nonsenseCannotBeAskedFor() {
        EndorsementRequest.Vcek good = MintedItems.vcek();
        Bytes masked = Bytes.copyOf(new byte[64]);
        assertThrows(
                IllegalArgumentException.class,
                () -> new EndorsementRequest.Vcek(Product.MILAN, masked, good.reportedTcb()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EndorsementRequest.Vcek(Product.MILAN, good.chipId().slice(0, 8), good.reportedTcb()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EndorsementRequest.Vcek(Product.TURIN, good.chipId(), good.reportedTcb()));
        assertThrows(
                IllegalArgumentException.class, () -> new EndorsementRequest.AmdCrl(Product.MILAN, SigningKey.NONE));
        assertThrows(IllegalArgumentException.class, () -> new EndorsementRequest.PckCrl(IntelAuthority.ROOT));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EndorsementRequest.TcbInfo(Bytes.fromHex("00"), EvaluationSet.Update.EARLY));
        assertThrows(IllegalArgumentException.class, () -> new EvaluationSet.Numbered(0));
        assertThrows(IllegalArgumentException.class, () -> new EvaluationSet.Numbered(0x10000));
    }

    @Test
    void whatGoesIntoALogNamesNoChip() {
        EndorsementRequest.Vcek vcek = MintedItems.vcek();
        String start = vcek.chipId().hex().substring(0, 8);
        SourceAnswer found = MintedItems.everything().fetch(vcek);
        for (Object printed : List.of(vcek, found, found.anyItem().orElseThrow())) {
            assertTrue(!printed.toString().contains(start), printed::toString);
        }
        List<EndorsementEvent> events = new ArrayList<>();
        EndorsementObserver usual = events::add;
        EndorsementObserver curious = new EndorsementObserver() {
            @Override
            public void observe(EndorsementEvent event) {
                events.add(event);
            }

            @Override
            public boolean wantsIdentifiers() {
                return true;
            }
        };
        for (EndorsementObserver observer : List.of(usual, curious)) {
            observer.tell(EndorsementEvent.Kind.CACHE_HIT, vcek, "cache", Duration.ZERO, Optional.empty());
        }
        assertTrue(!events.get(0).toString().contains(start));
        assertEquals(vcek.key(), events.get(1).subject());
    }

    @Test
    void anObserverThatThrowsIsNoHindrance() {
        EndorsementObserver broken = event -> {
            throw new IllegalStateException("a metric");
        };
        broken.tell(EndorsementEvent.Kind.REQUEST, CRL, "x", Duration.ZERO, Optional.empty());
    }
}
