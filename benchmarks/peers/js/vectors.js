'use strict';

const { read, prepare } = require('./evidence.js');

/** Prints a verdict for each vector. */
module.exports = function vectors(manifests) {
    for (const manifest of manifests) {
        for (const vector of read(manifest)) {
            console.log(JSON.stringify({ id: vector.id, ...verdict(vector) }));
        }
    }
};

function verdict(vector) {
    try {
        prepare(vector)();
        return { verdict: 'verified', reason: null };
    } catch (failure) {
        return { verdict: 'rejected', reason: failure.message };
    }
}
