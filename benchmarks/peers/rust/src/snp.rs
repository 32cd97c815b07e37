//! The `sev` crate, with its cryptography in Rust.

use crate::evidence::{Job, Vector};
use crate::Failure;
use sev::certs::snp::{builtin, ca, Certificate, Chain, Verifiable};
use sev::firmware::guest::AttestationReport;
use sev::parser::ByteParser;

/// `whole` is from the bytes of report and certificates to the verdict. `kept` is the report alone against a certificate
/// that was parsed and checked before; the library has no other way to do less work for a chip that is known.
///
/// The library checks signatures only: no dates, no revocation, and not whether the certificate is for this report.
pub fn jobs(vector: &Vector) -> Result<Vec<Job>, Failure> {
    let evidence = vector.file(&vector.evidence)?;
    let vek = vector.der(vector.endorsements.vek.as_deref().ok_or("no certificate of the signing key")?)?;
    let (ask, ark) = authorities(vector, &vek)?;
    let kept = Certificate::from_der(&vek)?;
    let report = evidence.clone();
    Ok(vec![
        (
            "whole",
            Box::new(move || {
                let report = AttestationReport::from_bytes(report.get(..1184).ok_or("shorter than a report")?)?;
                let chain = Chain {
                    ca: ca::Chain { ark: Certificate::from_der(&ark)?, ask: Certificate::from_der(&ask)? },
                    vek: Certificate::from_der(&vek)?,
                };
                (&chain, &report).verify()?;
                Ok(String::new())
            }),
        ),
        (
            "kept",
            Box::new(move || {
                let report = AttestationReport::from_bytes(evidence.get(..1184).ok_or("shorter than a report")?)?;
                (&kept, &report).verify()?;
                Ok(String::new())
            }),
        ),
    ])
}

/// The vector's own authorities if it names trust anchors, and otherwise those that the library embeds.
fn authorities(vector: &Vector, vek: &[u8]) -> Result<(Vec<u8>, Vec<u8>), Failure> {
    let names = |wanted: &str| find(vek, wanted.as_bytes());
    if let (Some(ask), Some(ark)) = (vector.endorsements.chain.first(), vector.endorsements.trust_anchors.first()) {
        return Ok((vector.der(ask)?, vector.der(ark)?));
    }
    let (ask, ark) = if names("SEV-Milan") {
        (builtin::milan::ask()?, builtin::milan::ark()?)
    } else if names("SEV-Genoa") {
        (builtin::genoa::ask()?, builtin::genoa::ark()?)
    } else if names("SEV-Turin") {
        (builtin::turin::ask()?, builtin::turin::ark()?)
    } else {
        return Err("the library embeds no authority of that name".into());
    };
    Ok((ask.to_der()?, ark.to_der()?))
}

fn find(content: &[u8], wanted: &[u8]) -> bool {
    content.windows(wanted.len()).any(|window| window == wanted)
}
