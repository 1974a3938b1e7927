//! Reads a page and prints what it says in short: `cargo run --example quickstart [FILE]`.

use vanban::summary::{Limit, Summarizer};

fn main() -> std::io::Result<()> {
    let file = std::env::args().nth(1).unwrap_or_else(|| "examples/page.txt".into());
    let text = std::fs::read_to_string(file)?;
    let vb = vanban::Analyzer::new();
    let doc = vb.read(&text);

    for sentence in doc.summarize(&Summarizer::new(Limit::Sentences(3))).sentences {
        println!("• {}", sentence.text);
    }
    for official in doc.officials() {
        println!("{} – {} – {}", official.name, official.title, official.organization.unwrap_or_default());
    }
    for sum in doc.money() {
        let value = sum.value.map(|v| v.to_string()).unwrap_or_default();
        println!("{} = {value} {}", sum.span.of(doc.text()), sum.currency);
    }
    for acronym in doc.acronyms() {
        if let Some(expansion) = acronym.expansion {
            println!("{} = {expansion} ({})", acronym.form, acronym.source.name());
        }
    }
    Ok(())
}
