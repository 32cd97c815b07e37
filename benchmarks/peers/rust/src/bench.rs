//! How many verifications a second.

use crate::evidence::{read, Job};
use crate::Failure;
use std::time::{Duration, Instant};

pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let [manifest, id, seconds] = arguments else {
        return Err("bench MANIFEST ID SECONDS".into());
    };
    let duration = Duration::from_secs_f64(seconds.parse()?);
    let vector = read(manifest)?.into_iter().find(|vector| vector.id == *id).ok_or("no such vector")?;
    for job in vector.jobs()? {
        measure(&vector.id, &vector.tee, &job, duration)?;
    }
    Ok(())
}

/// The least that every harness warms up.
const WARM_UP: Duration = Duration::from_secs(4);

/// Warms up as long as the others, then counts. Every verdict must be good: a fast refusal is no result.
fn measure(id: &str, tee: &str, (name, verify): &Job, duration: Duration) -> Result<(), Failure> {
    count(verify, WARM_UP.max(duration / 2))?;
    let (runs, seconds) = count(verify, duration)?;
    let (peer, version) = if tee == "tdx" { ("dcap-qvl (Rust)", "0.7.1") } else { ("sev", "8.0.0") };
    println!(
        "{}",
        serde_json::json!({
            "peer": peer, "version": version, "vector": id, "job": name,
            "runs": runs, "seconds": seconds, "perSecond": runs as f64 / seconds,
        })
    );
    Ok(())
}

fn count(verify: &dyn Fn() -> Result<String, Failure>, duration: Duration) -> Result<(u64, f64), Failure> {
    let start = Instant::now();
    let mut runs = 0;
    while start.elapsed() < duration {
        verify()?;
        runs += 1;
    }
    Ok((runs, start.elapsed().as_secs_f64()))
}
