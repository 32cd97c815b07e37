'use strict';

// Compares verdicts with what vectors expect, and prints Markdown: node vectors.table.js VERDICTS MANIFEST...

const fs = require('fs');

/** What a harness cannot put to its library, so that the library's answer says nothing. */
const NOT_ASKED = [
    {
        peers: ['sev', 'go-sev-guest'],
        id: /^snp\/revocation\//,
        reason: 'revocation lists cannot be given to the library without the network, or at all',
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
];

const [verdicts, ...manifests] = process.argv.slice(2);
const vectors = new Map(
    manifests.flatMap((name) => JSON.parse(fs.readFileSync(name, 'utf8')).vectors).map((vector) => [vector.id, vector]),
);
const results = fs
    .readFileSync(verdicts, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

function outcome(result) {
    const vector = vectors.get(result.id);
    const asked = !NOT_ASKED.some((rule) => rule.peers.includes(result.peer) && rule.id.test(result.id));
    if (!asked || vector.options || result.verdict === 'unsupported') {
        return 'not asked';
    }
    if (result.verdict === 'crashed') {
        return 'crashes';
    }
    const right = vector.expect.verdict === 'verified';
    if (right === (result.verdict === 'verified')) {
        return 'as expected';
    }
    return right ? 'refuses what is right' : 'accepts what is wrong';
}

const OUTCOMES = ['as expected', 'accepts what is wrong', 'refuses what is right', 'crashes', 'not asked'];
const peers = [...new Set(results.map((result) => result.peer))].filter((peer) =>
    results.some((result) => result.peer === peer && outcome(result) !== 'not asked'),
);

console.log(`| peer | ${OUTCOMES.join(' | ')} |\n|---|${'---|'.repeat(OUTCOMES.length)}`);
for (const peer of peers) {
    const own = results.filter((result) => result.peer === peer);
    const counts = OUTCOMES.map((name) => own.filter((result) => outcome(result) === name).length);
    console.log(`| ${peer} | ${counts.join(' | ')} |`);
}
for (const peer of peers) {
    console.log(`\n### ${peer}\n`);
    for (const name of OUTCOMES.slice(1, 4)) {
        const byFlag = new Map();
        for (const result of results.filter((one) => one.peer === peer && outcome(one) === name)) {
            const flag = vectors.get(result.id).facts.flags[0];
            byFlag.set(flag, [...(byFlag.get(flag) || []), result.id]);
        }
        if (byFlag.size > 0) {
            console.log(`| ${name} | flag | vectors |\n|---|---|---|`);
            for (const [flag, ids] of [...byFlag].sort()) {
                const shown = ids.slice(0, 8).map((id) => `\`${id}\``).join(', ');
                console.log(`| ${ids.length} | ${flag} | ${shown}${ids.length > 8 ? ', ...' : ''} |`);
            }
            console.log();
        }
    }
}
