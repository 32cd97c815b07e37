'use strict';

const { read, prepare } = require('./evidence.js');
const { version } = require('@phala/dcap-qvl/package.json');

const WARM_UP_SECONDS = 4;

/** Warms up as long as the others, then counts. A refusal throws: a fast one is no result. */
module.exports = function bench([manifest, id, seconds]) {
    const vector = read(manifest).find((candidate) => candidate.id === id);
    if (!vector) {
        throw new Error(`no vector ${id}`);
    }
    const verify = prepare(vector);
    count(verify, Math.max(WARM_UP_SECONDS, seconds / 2));
    const [runs, elapsed] = count(verify, seconds);
    console.log(
        JSON.stringify({
            peer: '@phala/dcap-qvl (JavaScript)',
            version,
            vector: id,
            job: 'whole',
            runs,
            seconds: elapsed,
            perSecond: runs / elapsed,
        }),
    );
};

function count(verify, seconds) {
    const start = process.hrtime.bigint();
    const elapsed = () => Number(process.hrtime.bigint() - start) / 1e9;
    let runs = 0;
    while (elapsed() < seconds) {
        verify();
        runs++;
    }
    return [runs, elapsed()];
}
