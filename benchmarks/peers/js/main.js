'use strict';

// Runs a JavaScript verifier over Assay's vectors, for comparison.
//
//     node main.js bench MANIFEST ID SECONDS    how many verifications a second, as one line of JSON
//     node main.js vectors MANIFEST...          a verdict for each vector, as lines of JSON

const modes = { bench: './bench.js', vectors: './vectors.js' };
const [mode, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(modes, mode ?? '')) {
    console.error('usage: node main.js bench MANIFEST ID SECONDS | node main.js vectors MANIFEST...');
    process.exit(64);
}
try {
    require(modes[mode])(rest);
} catch (failure) {
    console.error(failure.message);
    process.exit(1);
}
