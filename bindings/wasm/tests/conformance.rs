//! The cases that all bindings share: `bindings/conformance/cases.json`. Another binding brings that file; where it is not
//! in this checkout, the test says so and passes.

use serde_json::Value;
use std::path::Path;
use vanban_wasm::calls;

type Call = fn(&str, &str) -> Result<String, String>;

/// The call of a case; those of other bindings have none.
fn call(case: &Value) -> Option<Call> {
    match case["call"].as_str()? {
        "analyze" => Some(calls::analyze),
        "expand" => Some(calls::expand),
        "summarize" => Some(calls::summarize),
        _ => None,
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
    let mut run = 0;
    for case in cases.iter().filter(|c| c["options"].get("offsets").is_some()) {
        let Some(call) = call(case) else { continue };
        run += 1;
        if let Err(why) = check(case, call) {
            failed.push(format!("{}: {why}", case["name"]));
        }
    }
    assert!(run > 0, "no case for this binding");
    assert!(failed.is_empty(), "{} of {run} cases:\n{}", failed.len(), failed.join("\n"));
    println!("{run} cases");
}
