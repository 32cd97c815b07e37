//! A verdict for each vector: verified or refused if the library judged it, crashed if it panicked, and unsupported if it
//! cannot be given what the vector has.

use crate::evidence::{read, Vector};
use crate::Failure;
use std::panic::{catch_unwind, AssertUnwindSafe};

pub fn run(manifests: &[String]) -> Result<(), Failure> {
    std::panic::set_hook(Box::new(|_| {}));
    for manifest in manifests {
        for vector in read(manifest)? {
            let (verdict, reason, status) = judge(&vector);
            println!(
                "{}",
                serde_json::json!({
                    "id": vector.id,
                    "peer": if vector.tee == "tdx" { "dcap-qvl (Rust)" } else { "sev" },
                    "verdict": verdict,
                    "reason": reason,
                    "tcbStatus": status,
                })
            );
        }
    }
    Ok(())
}

fn judge(vector: &Vector) -> (&'static str, String, String) {
    let none = String::new;
    let jobs = match vector.jobs() {
        Ok(jobs) => jobs,
        Err(failure) => return ("unsupported", failure.to_string(), none()),
    };
    match catch_unwind(AssertUnwindSafe(|| jobs[0].1())) {
        Ok(Ok(status)) => ("verified", none(), status),
        Ok(Err(failure)) => ("refused", failure.to_string(), none()),
        Err(_) => ("crashed", "panicked".to_string(), none()),
    }
}
