//! The `dcap-qvl` crate, with `ring` for signatures.

use crate::evidence::{pem_blocks, Job, Vector};
use crate::Failure;
use dcap_qvl::verify::QuoteVerifier;
use dcap_qvl::QuoteCollateralV3;

/// `whole` is from the bytes of quote and collateral to the verdict; the library keeps nothing between calls.
pub fn jobs(vector: &Vector) -> Result<Vec<Job>, Failure> {
    let quote = vector.file(&vector.evidence)?;
    let collateral = collateral(vector, &quote)?;
    let now = vector.seconds()?;
    let verifier = match vector.endorsements.trust_anchors.first() {
        Some(anchor) => QuoteVerifier::new(vector.der(anchor)?),
        None => QuoteVerifier::new_prod(),
    };
    Ok(vec![(
        "whole",
        Box::new(move || {
            let verified = verifier.verify(&quote, &collateral, now).map_err(|failure| format!("{failure:#}"))?;
            Ok(verified.status)
        }),
    )])
}

fn collateral(vector: &Vector, quote: &[u8]) -> Result<QuoteCollateralV3, Failure> {
    let given = &vector.endorsements;
    let chain = pem_blocks(quote);
    if chain.len() < 3 {
        return Err("the quote has fewer than three certificates".into());
    }
    let signer_name = given.tcb_signing_certificate.as_deref().ok_or("no TCB signing certificate")?;
    let signers = format!("{}{}", pem(&vector.der(signer_name)?), chain[2].0);
    let (tcb_info, tcb_info_signature) = signed(&vector.given(&given.tcb_info)?, "tcbInfo")?;
    let (qe_identity, qe_identity_signature) = signed(&vector.given(&given.qe_identity)?, "enclaveIdentity")?;
    Ok(QuoteCollateralV3 {
        pck_crl_issuer_chain: format!("{}{}", chain[1].0, chain[2].0),
        root_ca_crl: vector.der(given.root_crl.as_deref().ok_or("no root CRL")?)?,
        pck_crl: vector.der(given.pck_crl.as_deref().ok_or("no PCK CRL")?)?,
        tcb_info_issuer_chain: signers.clone(),
        tcb_info,
        tcb_info_signature,
        qe_identity_issuer_chain: signers,
        qe_identity,
        qe_identity_signature,
        pck_certificate_chain: None,
    })
}

/// The text of the named member, as it stands, and the signature beside it.
fn signed(document: &[u8], member: &str) -> Result<(String, Vec<u8>), Failure> {
    let text = std::str::from_utf8(document)?.trim();
    let start = text.find(&format!("\"{member}\"")).ok_or("not a signed document")?;
    let body = start + text[start..].find('{').ok_or("not a signed document")?;
    let end = text.rfind("\"signature\"").ok_or("no signature")?;
    let body_end = text[..end].rfind('}').ok_or("not a signed document")? + 1;
    let signature = text[end + 11..].split('"').nth(1).ok_or("no signature")?;
    let bytes: Result<Vec<u8>, _> =
        (0..signature.len()).step_by(2).map(|i| u8::from_str_radix(&signature[i..i + 2], 16)).collect();
    Ok((text[body..body_end].to_string(), bytes?))
}

fn pem(der: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in der.chunks(3) {
        let bits = (u32::from(group[0]) << 16)
            | (u32::from(*group.get(1).unwrap_or(&0)) << 8)
            | u32::from(*group.get(2).unwrap_or(&0));
        for i in 0..4 {
            text.push(if i <= group.len() { ALPHABET[(bits >> (18 - 6 * i)) as usize & 63] as char } else { '=' });
        }
    }
    let lines: Vec<&str> = text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap_or("")).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
}
