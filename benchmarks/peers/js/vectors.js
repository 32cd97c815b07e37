'use strict';

const { read, prepare } = require('./evidence.js');

const PEER = 'dcap-qvl (JavaScript)';

/**
 * Prints a verdict for each vector: verified or refused if the library judged it, and unsupported if it cannot be given what
 * the vector has. It has one kind of exception, so that a crash cannot be told from a refusal.
 */
module.exports = function vectors(manifests) {
    for (const manifest of manifests) {
        for (const vector of read(manifest)) {
            console.log(JSON.stringify({ id: vector.id, peer: PEER, ...judge(vector) }));
        }
    }
};

function judge(vector) {
    let verify;
    try {
        verify = prepare(vector);
    } catch (failure) {
        return { verdict: 'unsupported', reason: failure.message };
    }
    try {
        return { verdict: 'verified', reason: '', tcbStatus: verify().status };
    } catch (failure) {
        return { verdict: 'refused', reason: failure.message };
    }
}
