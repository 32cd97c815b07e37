package dev.assay.cli;

import dev.assay.endorsement.PlatformConfiguration;
import dev.assay.endorsement.SgxType;
import dev.assay.verify.DatedItem;
import dev.assay.verify.VerifiedQuote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What verification established about a TDX quote. */
final class QuoteFacts {
    private static final List<String> ROLES = List.of("leaf", "intermediate", "root", "tcb-signing");
    private static final int WIDTH = 15;

    private QuoteFacts() {}

    static void print(Page page, VerifiedQuote verified) {
        FactList facts = new FactList(page, WIDTH);
        facts.heading("Established");
        QuoteTcbFacts.print(facts, verified);
        facts.fact("FMSPC", verified.fmspc().hex());
        facts.fact("PCE id", verified.pck().pceId().hex());
        facts.fact("PPID", verified.ppid().hex());
        facts.fact(
                "instance id",
                verified.platformInstanceId().map(id -> id.hex()).orElse("none: a platform with one package"));
        verified.sgxType().ifPresent(type -> facts.fact("SGX type", type.label()));
        verified.configuration().ifPresent(flags -> facts.fact("flags", flags(flags)));
        facts.fact("revocation", ChainFacts.word(verified.crlState()));
        facts.fact("holds", verified.window().toString());
        ChainFacts.print(facts, ROLES, verified.chain());
        items(page, verified.items());
        ShortfallFacts.print(facts, verified.explain());
    }

    static Map<String, Object> members(VerifiedQuote verified) {
        Map<String, Object> members = new LinkedHashMap<>(QuoteTcbFacts.members(verified));
        members.put("shortfalls", ShortfallFacts.members(verified.explain()));
        members.put("fmspc", verified.fmspc().hex());
        members.put("pceId", verified.pck().pceId().hex());
        members.put("ppid", verified.ppid().hex());
        members.put(
                "platformInstanceId",
                verified.platformInstanceId().map(id -> id.hex()).orElse(null));
        members.put("sgxType", verified.sgxType().map(SgxType::label).orElse(null));
        members.put(
                "configuration",
                verified.configuration().map(QuoteFacts::configuration).orElse(null));
        members.put("crl", ChainFacts.word(verified.crlState()));
        members.put("window", ChainFacts.window(verified.window()));
        members.put("items", verified.items().stream().map(QuoteFacts::item).toList());
        members.put("chain", ChainFacts.members(ROLES, verified.chain()));
        return members;
    }

    private static void items(Page page, List<DatedItem> items) {
        int width = items.stream().mapToInt(item -> item.item().length()).max().orElse(0);
        FactList facts = new FactList(page, width);
        facts.heading("What this rests on, and when it is valid");
        items.forEach(item -> facts.fact(item.item(), item.window().toString()));
    }

    private static String flags(PlatformConfiguration flags) {
        return (flags.dynamicPlatform() ? "packages can be added" : "packages fixed")
                + (flags.cachedKeys() ? ", keys cached at Intel" : ", keys not cached")
                + (flags.smtEnabled() ? ", multithreading on" : ", multithreading off");
    }

    private static Map<String, Object> configuration(PlatformConfiguration flags) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("dynamicPlatform", flags.dynamicPlatform());
        members.put("cachedKeys", flags.cachedKeys());
        members.put("smtEnabled", flags.smtEnabled());
        return members;
    }

    private static Map<String, Object> item(DatedItem item) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("item", item.item());
        members.putAll(ChainFacts.window(item.window()));
        return members;
    }
}
