//! The cases that all bindings share: `bindings/conformance/cases.json`. Another binding brings that file; where it is not
//! in this checkout, the test says so and passes.

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use vanban_wasm::calls;

type Call = fn(&str, &str) -> Result<String, String>;

/// What other bindings have and this one has not.
const OTHER_CALLS: [&str; 5] = ["tokenize", "extract", "summarize_together", "lint", "normalize"];
const OTHER_OPTIONS: [&str; 2] = ["hard", "lead"];

/// The call of a case, or what of it this binding has not.
fn call(case: &Value) -> Result<Call, &str> {
    if let Some(option) = OTHER_OPTIONS.into_iter().find(|o| case["options"].get(o).is_some()) {
        return Err(option);
    }
    match case["call"].as_str().unwrap_or_default() {
        "analyze" => Ok(calls::analyze),
        "expand" => Ok(calls::expand),
        "summarize" => Ok(calls::summarize),
        other if OTHER_CALLS.contains(&other) => Err(other),
        other => panic!("{}: {other:?} is no call that is known", case["name"]),
    }
}

/// The options of a case; a title stands beside them.
fn options(case: &Value) -> String {
    let mut options = case["options"].clone();
    if let Some(title) = case.get("title") {
        options["title"] = title.clone();
    }
    options.to_string()
}

fn check(case: &Value, call: Call) -> Result<(), String> {
    let text = case["text"].as_str().ok_or("a case without text")?;
    let answer = call(text, &options(case));
    match (case.get("error"), answer) {
        (Some(error), Err(said)) if *error == said => Ok(()),
        (Some(error), Err(said)) => Err(format!("{said:?} instead of {error}")),
        (Some(error), Ok(_)) => Err(format!("should fail: {error}")),
        (None, Err(error)) => Err(error),
        (None, Ok(json)) => {
            let got: Value = serde_json::from_str(&json).map_err(|e| e.to_string())?;
            if got == case["expected"] { Ok(()) } else { Err(format!("{got}\n  instead of\n{}", case["expected"])) }
        }
    }
}

#[test]
fn cases_of_all_bindings() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance/cases.json");
    let Ok(file) = std::fs::read_to_string(&path) else {
        println!("skipped: no {} in this checkout", path.display());
        return;
    };
    let cases: Vec<Value> = serde_json::from_str(&file).unwrap();
    let mut failed = Vec::new();
    let mut skipped = Vec::new();
    let mut run = 0;
    for case in cases.iter().filter(|c| c["options"].get("offsets").is_some()) {
        let call = match call(case) {
            Ok(call) => call,
            Err(missing) => {
                skipped.push(format!("{} ({missing})", case["name"]));
                continue;
            }
        };
        run += 1;
        if let Err(why) = check(case, call) {
            failed.push(format!("{}: {why}", case["name"]));
        }
    }
    assert!(run > 0, "no case for this binding");
    assert!(failed.is_empty(), "{} of {run} cases:\n{}", failed.len(), failed.join("\n"));
    // Past the test harness, which shows what a passed test prints to nobody.
    let told = format!("{run} cases; SKIPPED {}: {}\n", skipped.len(), skipped.join(", "));
    std::io::stderr().write_all(told.as_bytes()).unwrap();
}
