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
    let (peer, package) = if tee == "tdx" { ("dcap-qvl (Rust)", "dcap-qvl") } else { ("sev", "sev") };
    println!(
        "{}",
        serde_json::json!({
            "peer": peer, "version": version(package), "vector": id, "job": name,
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

/// The version of a package that this was built with.
fn version(package: &str) -> &'static str {
    let mut lines = include_str!("../Cargo.lock").lines();
    lines.find(|line| *line == format!("name = \"{package}\""));
    lines.next().and_then(|line| line.strip_prefix("version = ")).map_or("unknown", |quoted| quoted.trim_matches('"'))
}
