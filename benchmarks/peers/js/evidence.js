'use strict';

// Vectors, as far as peers can use them.

const fs = require('fs');
const path = require('path');
const { QuoteVerifier } = require('@phala/dcap-qvl');

/** Reads a manifest, whose file names count from the folder above its own. */
function read(manifest) {
    const root = path.dirname(path.dirname(path.resolve(manifest)));
    const vectors = JSON.parse(fs.readFileSync(manifest, 'utf8')).vectors;
    return vectors.map((vector) => ({ endorsements: {}, ...vector, root }));
}

function file(vector, name) {
    if (!name) {
        throw new Error('the vector lacks an endorsement');
    }
    return fs.readFileSync(path.join(vector.root, name));
}

/** The PEM text of each certificate in some bytes. */
function pemBlocks(content) {
    return content.toString('latin1').match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) || [];
}

/** A certificate or revocation list in DER, PEM or hexadecimal, as DER. */
function der(vector, name) {
    const content = file(vector, name);
    const block = pemBlocks(content)[0];
    if (block) {
        return Buffer.from(block.replace(/-----[^-]+-----/g, ''), 'base64');
    }
    const text = content.toString('latin1').trim();
    return /^(?:[0-9a-fA-F]{2})+$/.test(text) ? Buffer.from(text, 'hex') : content;
}

function pem(bytes) {
    const lines = bytes.toString('base64').match(/.{1,64}/g).join('\n');
    return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----`;
}

/** The text of the named member, as it stands, and the signature beside it. */
function signed(document, member) {
    const text = document.toString('utf8');
    const start = text.indexOf('{', text.indexOf(`"${member}"`));
    const end = text.lastIndexOf('}', text.lastIndexOf('"signature"')) + 1;
    return [text.slice(start, end), JSON.parse(text).signature];
}

/** From the bytes of quote and collateral to the verdict; the library keeps nothing between calls. Throws on refusal. */
function prepare(vector) {
    if (vector.tee !== 'tdx') {
        throw new Error('the library verifies quotes of Intel only');
    }
    const given = vector.endorsements;
    const quote = file(vector, vector.evidence);
    const chain = pemBlocks(quote);
    if (chain.length < 3) {
        throw new Error('the quote has fewer than three certificates');
    }
    const signers = `${pem(der(vector, given.tcbSigningCertificate))}\n${chain[2]}\n`;
    const [tcbInfo, tcbInfoSignature] = signed(file(vector, given.tcbInfo), 'tcbInfo');
    const [qeIdentity, qeIdentitySignature] = signed(file(vector, given.qeIdentity), 'enclaveIdentity');
    const collateral = {
        pck_crl_issuer_chain: `${chain[1]}\n${chain[2]}\n`,
        root_ca_crl: der(vector, given.rootCrl).toString('hex'),
        pck_crl: der(vector, given.pckCrl).toString('hex'),
        tcb_info_issuer_chain: signers,
        tcb_info: tcbInfo,
        tcb_info_signature: tcbInfoSignature,
        qe_identity_issuer_chain: signers,
        qe_identity: qeIdentity,
        qe_identity_signature: qeIdentitySignature,
    };
    const now = Math.floor(Date.parse(vector.at || '2026-09-01T00:00:00Z') / 1000);
    const anchors = given.trustAnchors || [];
    const verifier = anchors.length ? QuoteVerifier.newWithRootCa(der(vector, anchors[0])) : QuoteVerifier.newProd();
    return () => verifier.verify(quote, collateral, now);
}

module.exports = { read, prepare };
