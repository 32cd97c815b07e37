//! A verdict for each vector.

use crate::evidence::read;
use crate::Failure;

pub fn run(manifests: &[String]) -> Result<(), Failure> {
    for manifest in manifests {
        for vector in read(manifest)? {
            let outcome = vector.jobs().and_then(|jobs| jobs[0].1());
            println!(
                "{}",
                serde_json::json!({
                    "id": vector.id,
                    "verdict": if outcome.is_ok() { "verified" } else { "rejected" },
                    "reason": outcome.err().map(|failure| failure.to_string()),
                })
            );
        }
    }
    Ok(())
}
