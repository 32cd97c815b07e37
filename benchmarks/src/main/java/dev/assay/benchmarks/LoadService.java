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
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The smallest relying party: takes evidence by HTTP and answers 200 if it is genuine and the policy is met, 403 if not,
 * 400 if it is none, with the whole result as JSON in each but the last. On the loopback interface only.
 */
public final class LoadService {
    private static final int LARGEST = 1 << 16;
    private static final int MEMORY = 4096;

    private final SnpSample snp = SnpSample.of(Origin.MINTED);
    private final TdxSample tdx = TdxSample.minted();
    private final Endorsements snpEndorsements = snp.endorsements();
    private final Endorsements tdxEndorsements = tdx.endorsements();
    private final Verifier snpVerifier;
    private final Verifier tdxVerifier;
    private final Policy snpPolicy;
    private final Policy tdxPolicy;

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
     * @param arguments the port, the number of threads, and the name of a backend
     * @throws Exception if the port is taken
     */
    public static void main(String[] arguments) throws Exception {
        LoadService service = new LoadService(Backend.valueOf(arguments[2]));
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.createContext("/verify", service::verify);
        server.createContext("/heap", exchange -> answer(exchange, 200, Long.toString(heapAfterCollection())));
        server.setExecutor(Executors.newFixedThreadPool(Integer.parseInt(arguments[1])));
        server.start();
        System.out.println("ready");
    }

    private void verify(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
        try {
            Optional<AttestationResult> result = appraise(Evidence.decode(body));
            answer(
                    exchange,
                    result.filter(AttestationResult::passed).isPresent() ? 200 : 403,
                    result.map(AttestationResult::toJson).orElse("rejected"));
        } catch (MalformedEvidenceException e) {
            answer(exchange, 400, String.valueOf(e.getMessage()));
        }
    }

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

    /** What was in use after the last collection, so that garbage does not look like growth. */
    private static long heapAfterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
