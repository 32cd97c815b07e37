//! Vectors, as far as peers can use them.

use crate::Failure;
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Manifest {
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Vector {
    pub id: String,
    pub tee: String,
    pub evidence: String,
    pub at: Option<String>,
    #[serde(default)]
    pub endorsements: Endorsements,
    #[serde(skip)]
    root: PathBuf,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Endorsements {
    pub vek: Option<String>,
    pub chain: Vec<String>,
    pub crl: Vec<String>,
    pub tcb_info: Option<String>,
    pub qe_identity: Option<String>,
    pub pck_crl: Option<String>,
    pub root_crl: Option<String>,
    pub tcb_signing_certificate: Option<String>,
    pub trust_anchors: Vec<String>,
}

/// A prepared verification, from bytes to verdict and the TCB's status if there is such a thing, and what its result is called.
pub type Job = (&'static str, Box<dyn Fn() -> Result<String, Failure>>);

/// Reads a manifest, whose file names count from the folder above its own.
pub fn read(manifest: &str) -> Result<Vec<Vector>, Failure> {
    let path = std::fs::canonicalize(manifest)?;
    let parsed: Manifest = serde_json::from_slice(&std::fs::read(&path)?)?;
    let root = path.parent().and_then(Path::parent).ok_or("a manifest has a folder above its own")?;
    let mut vectors = parsed.vectors;
    for vector in &mut vectors {
        vector.root = root.to_path_buf();
    }
    Ok(vectors)
}

impl Vector {
    pub fn file(&self, name: &str) -> Result<Vec<u8>, Failure> {
        Ok(std::fs::read(self.root.join(name))?)
    }

    pub fn given(&self, name: &Option<String>) -> Result<Vec<u8>, Failure> {
        self.file(name.as_deref().ok_or("the vector lacks an endorsement")?)
    }

    /// A certificate or revocation list in DER, PEM or hexadecimal, as DER.
    pub fn der(&self, name: &str) -> Result<Vec<u8>, Failure> {
        let content = self.file(name)?;
        if let Some((_, der)) = pem_blocks(&content).into_iter().next() {
            return Ok(der);
        }
        Ok(hex(&content).unwrap_or(content))
    }

    /// Seconds since 1970.
    pub fn seconds(&self) -> Result<u64, Failure> {
        seconds(self.at.as_deref().unwrap_or("2026-09-01T00:00:00Z"))
    }

    pub fn jobs(&self) -> Result<Vec<Job>, Failure> {
        match self.tee.as_str() {
            "sev-snp" => crate::snp::jobs(self),
            "tdx" => crate::tdx::jobs(self),
            other => Err(format!("unknown TEE {other}").into()),
        }
    }
}

/// The PEM text and the DER of each certificate or list in a text.
pub fn pem_blocks(content: &[u8]) -> Vec<(String, Vec<u8>)> {
    let text = String::from_utf8_lossy(content);
    let mut blocks = Vec::new();
    let mut rest: &str = &text;
    while let Some(start) = rest.find("-----BEGIN ") {
        let Some(end) = rest[start..].find("-----END ") else { break };
        let Some(tail) = rest[start + end + 9..].find("-----") else { break };
        let whole = &rest[start..start + end + 9 + tail + 5];
        let body: String = whole.lines().filter(|line| !line.starts_with("-----")).collect();
        blocks.push((format!("{whole}\n"), base64(&body)));
        rest = &rest[start + end + 9 + tail + 5..];
    }
    blocks
}

fn base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for symbol in text.bytes() {
        let value = match symbol {
            b'A'..=b'Z' => symbol - b'A',
            b'a'..=b'z' => symbol - b'a' + 26,
            b'0'..=b'9' => symbol - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

fn hex(content: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(content).ok()?.trim();
    if text.len() % 2 != 0 || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok()).collect()
}

/// RFC 3339 in UTC, without parts of a second.
fn seconds(text: &str) -> Result<u64, Failure> {
    let number = |from: usize, to: usize| -> Result<i64, Failure> { Ok(text.get(from..to).ok_or("a short date")?.parse()?) };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (shifted, of_year) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (of_year * 153 + 2) / 5 + day - 1 - 719_468;
    Ok((((days * 24 + number(11, 13)?) * 60 + number(14, 16)?) * 60 + number(17, 19)?) as u64)
}
