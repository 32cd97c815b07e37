'use strict';

// Compares verdicts with what vectors expect, and prints Markdown: node vectors.table.js VERDICTS MANIFEST...

const fs = require('fs');

/** What a harness cannot put to its library, so that the library's answer says nothing. */
const NOT_ASKED = [
    {
        peers: ['sev'],
        id: /^snp\/revocation\//,
        reason: 'the library has nothing for revocation lists',
    },
    {
        peers: ['go-sev-guest'],
        id: /^snp\/(report\/with-certificate-table|leaf\/(unreadable|cut-short))$/,
        reason: 'the library takes its roots in pairs of root and intermediate, which the harness makes from the chain',
    },
    {
        peers: ['sev'],
        id: /^snp\/(decoding\/(table|one-byte-more|zeros-behind)|leaf\/(unreadable|cut-short)|chain\/two-anchors)/,
        reason: 'the library takes one report and three certificates, which the harness cuts out',
    },
    {
        peers: ['dcap-qvl (Rust)', 'dcap-qvl (JavaScript)'],
        id: /^tdx\/collateral(-v4)?\/(tcb-info-(cut|with-more-behind|twice)|white-space-around)$/,
        reason: 'the library takes body and signature apart, which the harness cuts out',
    },
    {
        peers: ['go-tdx-guest'],
        id: /^(?!tdx\/decoding\/version-)/,
        answer: /quote format not supported/,
        reason: 'the library does not implement version 5, so that it says nothing about what else is right or wrong',
    },
];

/** The options of vectors that a harness can pass on. Vectors with others are not put to the library. */
const OPTIONS = { 'go-sev-guest': ['crl'], 'go-tdx-guest': ['crl'] };

const OUTCOMES = ['as expected', 'accepts what is wrong', 'refuses what is right', 'other status', 'crashes', 'debatable', 'not asked'];

const [verdicts, ...manifests] = process.argv.slice(2);
const vectors = new Map(
    manifests.flatMap((name) => JSON.parse(fs.readFileSync(name, 'utf8')).vectors).map((vector) => [vector.id, vector]),
);
const results = fs
    .readFileSync(verdicts, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

const flags = (vector) => vector.facts?.flags ?? ['Real'];

/** Whether a result says anything about its peer. */
function asked(result, vector) {
    const options = Object.keys(vector.options ?? {}).every((name) => OPTIONS[result.peer]?.includes(name));
    const harness = !NOT_ASKED.some(
        (rule) =>
            rule.peers.includes(result.peer) && rule.id.test(result.id) && (rule.answer?.test(result.reason) ?? true),
    );
    return options && harness && result.verdict !== 'unsupported';
}

function outcome(result) {
    const vector = vectors.get(result.id);
    if (!asked(result, vector)) {
        return 'not asked';
    }
    if (result.verdict === 'crashed') {
        return 'crashes';
    }
    const right = vector.expect.verdict === 'verified';
    if (right !== (result.verdict === 'verified')) {
        const wrong = right ? 'refuses what is right' : 'accepts what is wrong';
        return flags(vector).includes('Debatable') ? 'debatable' : wrong;
    }
    const status = right && vector.expect.tcbStatus;
    return status && result.tcbStatus && result.tcbStatus !== status ? 'other status' : 'as expected';
}

/** The ids, joined where they share all but what is behind the last slash. */
function shown(ids) {
    const groups = new Map();
    for (const id of ids) {
        const cut = id.lastIndexOf('/') + 1;
        groups.set(id.slice(0, cut), [...(groups.get(id.slice(0, cut)) ?? []), id.slice(cut)]);
    }
    return [...groups].map(([start, ends]) => `\`${start}\`: ${ends.join(', ')}`).join('; ');
}

const peers = [...new Set(results.map((result) => result.peer))]
    .filter((peer) => results.some((result) => result.peer === peer && outcome(result) !== 'not asked'))
    .sort();

console.log(`| peer | ${OUTCOMES.join(' | ')} |\n|---|${'---|'.repeat(OUTCOMES.length)}`);
for (const peer of peers) {
    const own = results.filter((result) => result.peer === peer);
    const counts = OUTCOMES.map((name) => own.filter((result) => outcome(result) === name).length);
    console.log(`| ${peer} | ${counts.join(' | ')} |`);
}
for (const peer of peers) {
    console.log(`\n### ${peer}`);
    for (const name of OUTCOMES.slice(1, -1)) {
        const byFlag = new Map();
        for (const result of results.filter((one) => one.peer === peer && outcome(one) === name)) {
            const flag = flags(vectors.get(result.id))[0];
            byFlag.set(flag, [...(byFlag.get(flag) ?? []), result.id]);
        }
        if (byFlag.size > 0) {
            console.log(`\n| ${name} | flag | vectors |\n|---|---|---|`);
            for (const [flag, ids] of [...byFlag].sort()) {
                console.log(`| ${ids.length} | ${flag} | ${shown(ids)} |`);
            }
        }
    }
}
