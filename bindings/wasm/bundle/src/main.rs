//! `bundle IN.wasm OUT_DIR`: writes the module and the JavaScript around it, for a page that loads it by a script element.

use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [input, out] = args.as_slice() else {
        eprintln!("usage: bundle IN.wasm OUT_DIR");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(input)
        .out_name("vanban")
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    let done = bindgen.no_modules(true).and_then(|b| b.generate(out));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("bundle: {input}: {e:#}");
            ExitCode::FAILURE
        }
    }
}
