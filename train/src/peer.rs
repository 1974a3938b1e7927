//! Tools from PyPI that are measured beside the library, each by a script of `train/peers`.

use std::io::Write;
use std::process::{Command, Stdio};

/// What a peer made of its input, and how long that took.
pub struct Answer {
    /// A line for each line of input.
    pub lines: Vec<String>,
    pub seconds: f64,
    pub version: String,
}

/// Runs a script with the name of a peer over lines of input; `None` where the peer is not installed.
pub fn run(script: &str, name: &str, input: &[&str]) -> Result<Option<Answer>, String> {
    let failed = |e: std::io::Error| format!("{name}: {e}");
    let child = Command::new("python3")
        .arg(format!("{}/peers/{script}", env!("CARGO_MANIFEST_DIR")))
        .arg(name)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else { return Ok(None) };
    let text = input.join("\n") + "\n";
    let mut stdin = child.stdin.take();
    let writer = std::thread::spawn(move || stdin.as_mut().map(|s| s.write_all(text.as_bytes())));
    let output = child.wait_with_output().map_err(failed)?;
    let _ = writer.join();
    if output.status.code() == Some(3) {
        return Ok(None);
    }
    let notes = String::from_utf8_lossy(&output.stderr);
    let last = notes.trim().lines().last().unwrap_or("");
    let (seconds, version) = last.split_once(' ').ok_or_else(|| format!("{name} failed: {last}"))?;
    let lines: Vec<String> = String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    if lines.len() != input.len() {
        return Err(format!("{name} gave {} lines for {}", lines.len(), input.len()));
    }
    let seconds = seconds.parse().map_err(|e| format!("{name}: {e}"))?;
    Ok(Some(Answer { lines, seconds, version: version.to_owned() }))
}
