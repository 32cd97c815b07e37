//! Runs Rust's verifiers over Assay's vectors, for comparison.
//!
//!     assay-peers bench MANIFEST ID SECONDS    how many verifications a second, as lines of JSON
//!     assay-peers vectors MANIFEST...          a verdict for each vector, as lines of JSON

mod bench;
mod evidence;
mod snp;
mod tdx;
mod vectors;

use std::process::ExitCode;

/// Whatever goes wrong is only ever shown.
pub type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.split_first() {
        Some((mode, rest)) if mode == "bench" => bench::run(rest),
        Some((mode, rest)) if mode == "vectors" => vectors::run(rest),
        _ => Err("usage: assay-peers bench MANIFEST ID SECONDS | assay-peers vectors MANIFEST...".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
