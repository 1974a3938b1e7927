//! A house dictionary over the built-in ones: `cargo run --example own_dictionary`.

const HOUSE: &str = r#"
never = ["BTC"]                       # in this house nobody expands BTC

[[acronym]]
form = "CTKC"
expansion = "chương trình khuyến công"

[[word]]
text = "làng nghề"
keep = "joined"
"#;

fn main() -> Result<(), vanban::Error> {
    let vb = vanban::Analyzer::builder().dictionary(HOUSE.as_bytes())?.build();
    // "The organizers (BTC) presented the programme (CTKC) at the craft village."
    let doc = vb.read("BTC đã giới thiệu CTKC tại làng nghề.");
    for acronym in doc.acronyms() {
        println!("{}: {}", acronym.form, acronym.expansion.as_deref().unwrap_or("left alone"));
    }
    for token in doc.tokens() {
        print!("[{}] ", token.text);
    }
    println!();
    Ok(())
}
