package dev.assay.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.Evidence;
import dev.assay.SnpEvidence;
import dev.assay.TdxEvidence;
import dev.assay.Verifier;
import dev.assay.endorsement.Endorsements;
import dev.assay.model.MalformedEvidenceException;
import dev.assay.policy.Policy;
import dev.assay.policy.PolicyDraft;
import dev.assay.result.AttestationResult;
import dev.assay.verify.SignatureMemory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The smallest relying party: takes evidence by HTTP and answers 200 if it is genuine and the policy is met, 403 if not,
 * 400 if it is none, with the whole result as JSON if the evidence is genuine. On the loopback interface only.
 */
public final class LoadService {
    private static final int LARGEST = 1 << 16;
    private static final int MEMORY = 4096;
    private static final long BARE_NANOS = 5_000_000_000L;

    private final SnpSample snp = SnpSample.of(Origin.MINTED);
    private final TdxSample tdx = TdxSample.minted();
    private final Endorsements snpEndorsements = snp.endorsements();
    private final Endorsements tdxEndorsements = tdx.endorsements();
    private final Verifier snpVerifier;
    private final Verifier tdxVerifier;
    private final Policy snpPolicy;
    private final Policy tdxPolicy;
    private final List<LoadRequest> mix = LoadRequest.mix();

    private LoadService(Backend backend) throws Exception {
        SignatureMemory memory = SignatureMemory.ofCapacity(MEMORY);
        snpVerifier = Verifier.of(snp.options(backend).withMemory(memory));
        tdxVerifier = Verifier.of(tdx.options(backend).withMemory(memory));
        snpPolicy = PolicyDraft.from(
                snpVerifier.verify(snp.decoded(), snpEndorsements, snp.at()).orElseThrow(), "load", "1");
        tdxPolicy = PolicyDraft.from(
                tdxVerifier.verify(tdx.decoded(), tdxEndorsements, tdx.at()).orElseThrow(), "load", "1");
    }

    /**
     * Serves until the process is ended.
     *
     * @param arguments the port, the number of threads if Java has no virtual ones, and the name of a backend
     * @throws Exception if the port is taken
     */
    public static void main(String[] arguments) throws Exception {
        // Headers and body are two writes, and the second would wait for the first to be acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        LoadService service = new LoadService(Backend.valueOf(arguments[2]));
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.createContext("/verify", service::verify);
        server.createContext("/heap", exchange -> answer(exchange, 200, Long.toString(Heap.used())));
        server.createContext("/bare", exchange -> answer(exchange, 200, Long.toString(service.bare())));
        server.setExecutor(ServerThreads.of(Integer.parseInt(arguments[1])));
        server.start();
        System.out.println("ready");
    }

    private void verify(HttpExchange exchange) throws IOException {
        Response response = respond(exchange.getRequestBody().readNBytes(LARGEST));
        answer(exchange, response.status(), response.text());
    }

    private Response respond(byte[] body) {
        try {
            Optional<AttestationResult> result = appraise(Evidence.decode(body));
            return new Response(
                    result.filter(AttestationResult::passed).isPresent() ? 200 : 403,
                    result.map(AttestationResult::toJson).orElse("rejected"));
        } catch (MalformedEvidenceException e) {
            return new Response(400, String.valueOf(e.getMessage()));
        }
    }

    private record Response(int status, String text) {}

    private Optional<AttestationResult> appraise(Evidence evidence) {
        if (evidence instanceof SnpEvidence report) {
            return snpVerifier
                    .verify(report, snpEndorsements, snp.at())
                    .verified()
                    .map(snpPolicy::appraise);
        }
        return tdxVerifier
                .verify((TdxEvidence) evidence, tdxEndorsements, tdx.at())
                .verified()
                .map(tdxPolicy::appraise);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** How many requests of the mix one thread answers a second if they come without HTTP. */
    private long bare() throws IOException {
        long start = System.nanoTime();
        long answers = 0;
        while (System.nanoTime() - start < BARE_NANOS) {
            for (LoadRequest request : mix) {
                answers += respond(request.body()).status() == request.status() ? 1 : 0;
            }
        }
        return answers * 1_000_000_000L / (System.nanoTime() - start);
    }
}
