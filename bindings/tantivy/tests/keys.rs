//! Keys are what an index on disk holds: none may change unless the version does.

use serde::Deserialize;
use tantivy_tokenizer_api::{TokenStream, Tokenizer};
use vanban_tantivy::{Folding, Terms, VanbanTokenizer, key_version};

#[derive(Deserialize)]
struct Table {
    version: String,
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    folded: Vec<String>,
    bare: Vec<String>,
}

fn keys(text: &str, folding: Folding) -> Vec<String> {
    let mut keys = Vec::new();
    let mut tokenizer = VanbanTokenizer::new(Terms::WordsAndSyllables, folding);
    tokenizer.token_stream(text).process(&mut |t| keys.push(format!("{}:{}", t.position, t.text)));
    keys
}

#[test]
fn keys_are_those_of_the_table() {
    let table: Table = toml::from_str(include_str!("keys.toml")).unwrap();
    assert_eq!(
        table.version,
        key_version(),
        "the data have another version: build the table anew and say in CHANGELOG.md that indexes are to be built anew"
    );
    assert!(table.case.len() >= 15);
    let mut changed = String::new();
    for case in &table.case {
        let (folded, bare) = (keys(&case.text, Folding::Case), keys(&case.text, Folding::Marks));
        if (&folded, &bare) != (&case.folded, &case.bare) {
            let [text, folded, bare] = [case.text.clone().into(), folded.into(), bare.into()] as [toml::Value; 3];
            changed += &format!("\n[[case]]\ntext = {text}\nfolded = {folded}\nbare = {bare}\n");
        }
    }
    assert!(changed.is_empty(), "keys have changed: raise DATA_VERSION, or undo what changed them. Now:\n{changed}");
}
