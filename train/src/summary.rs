//! How rare each syllable is in news: the document frequencies that summaries weigh words by.

use crate::data;
use std::fs;
use std::path::Path;

/// Counts documents and writes dictionaries/models/rarity.bin, or checks that the file is what the data give.
pub fn train(data: &Path, check: bool) -> Result<(), String> {
    let articles = data::text(&data.join("summaries/news-train.jsonl.xz"))?;
    let texts = articles.lines().filter_map(|line| {
        let record: serde_json::Value = serde_json::from_str(line).ok()?;
        record["text"].as_str().map(str::to_owned)
    });
    let bytes = vanban::training::rarity(texts);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dictionaries/models/rarity.bin");
    if check {
        let same = fs::read(&path).is_ok_and(|b| b == bytes);
        return if same {
            Ok(())
        } else {
            Err(format!("{} is not what the data give: run train summary", path.display()))
        };
    }
    fs::write(&path, &bytes).map_err(|e| format!("{}: {e}", path.display()))?;
    println!("{} bytes written to {}", bytes.len(), path.display());
    Ok(())
}
