//! Officials of several files as CSV: `cargo run --example officials_to_csv FILE...`.

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

fn main() -> std::io::Result<()> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        files.push("examples/page.txt".into());
    }
    let vb = vanban::Analyzer::new();
    println!("file,name,title,organization");
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        for o in vb.read(&text).officials() {
            let organization = o.organization.unwrap_or_default();
            println!("{},{},{},{}", quoted(&file), quoted(&o.name), quoted(&o.title), quoted(&organization));
        }
    }
    Ok(())
}
