//! Documents in: from files or standard input, one a file, one a line, or one a JSON record.

use crate::args::{Common, Encoding, From};
use crate::encoding::decode;
use crate::failure::plain;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// A document to be read.
#[derive(Debug)]
pub struct Input {
    pub id: Value,
    pub text: String,
    pub title: Option<String>,
}

/// Why a record could not be read, and where it stands.
#[derive(Debug)]
pub struct Bad {
    pub id: Value,
    pub place: String,
    pub cause: String,
}

pub type Item = Result<Input, Bad>;

/// All documents of the command line, one after the other, none held longer than it is used.
pub struct Inputs<'a> {
    common: &'a Common,
    next: usize,
    open: Option<Records>,
}

impl<'a> Inputs<'a> {
    pub fn new(common: &'a Common) -> Self {
        Inputs { common, next: 0, open: None }
    }

    /// Whether there is one document at most: then JSON is one object and not a list.
    pub fn is_single(common: &Common) -> bool {
        let standard = common.files.is_empty();
        let one = common.files.len() <= 1 && (standard || format(common, &common.files[0]) == From::Text);
        one && !matches!(common.from, From::Lines | From::Jsonl)
    }

    fn open_next(&mut self) -> Option<Item> {
        let standard = self.common.files.is_empty() && self.next == 0;
        let path = if standard { Path::new("-") } else { self.common.files.get(self.next)?.as_path() };
        self.next += 1;
        let name = if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() };
        let bad = |cause: String| Bad { id: json!(name), place: name.clone(), cause };
        let reader: Box<dyn Read + Send> = if path == Path::new("-") {
            Box::new(io::stdin())
        } else {
            match File::open(path) {
                Ok(file) if file.metadata().is_ok_and(|m| m.is_dir()) => {
                    return Some(Err(bad("is a directory; name the files in it".into())));
                }
                Ok(file) => Box::new(file),
                Err(e) => return Some(Err(bad(plain(&e)))),
            }
        };
        match format(self.common, path) {
            From::Auto | From::Text => Some(whole(reader, &name, self.common.encoding)),
            from => {
                let lines = BufReader::with_capacity(1 << 16, reader);
                self.open = Some(Records { lines, name, line: 0, from, encoding: self.common.encoding });
                self.next()
            }
        }
    }
}

impl Iterator for Inputs<'_> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        if let Some(records) = &mut self.open {
            if let Some(item) = records.next() {
                return Some(item);
            }
            self.open = None;
        }
        self.open_next()
    }
}

/// The format of a file, by the option or by its name.
fn format(common: &Common, path: &Path) -> From {
    let name = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    match common.from {
        From::Auto if matches!(name, "jsonl" | "ndjson") => From::Jsonl,
        From::Auto => From::Text,
        from => from,
    }
}

fn whole(mut reader: impl Read, name: &str, encoding: Encoding) -> Item {
    let mut bytes = Vec::new();
    let bad = |cause| Bad { id: json!(name), place: name.to_owned(), cause };
    reader.read_to_end(&mut bytes).map_err(|e| bad(plain(&e)))?;
    let text = decode(bytes, encoding).map_err(bad)?;
    Ok(Input { id: json!(name), text, title: None })
}

/// A file of records, a line each.
struct Records {
    lines: BufReader<Box<dyn Read + Send>>,
    name: String,
    line: usize,
    from: From,
    encoding: Encoding,
}

impl Iterator for Records {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            let mut bytes = Vec::new();
            let read = self.lines.read_until(b'\n', &mut bytes);
            self.line += 1;
            let bad =
                |cause: String| Bad { id: json!(self.line), place: format!("{}:{}", self.name, self.line), cause };
            match read {
                Ok(0) => return None,
                Err(e) => return Some(Err(bad(plain(&e)))),
                Ok(_) => {}
            }
            while bytes.last().is_some_and(|b| matches!(b, b'\n' | b'\r')) {
                bytes.pop();
            }
            let text = match decode(bytes, self.encoding) {
                Ok(text) => text,
                Err(cause) => return Some(Err(bad(cause))),
            };
            if self.from == From::Lines {
                return Some(Ok(Input { id: json!(self.line), text, title: None }));
            }
            if !text.trim().is_empty() {
                return Some(record(&text, self.line).map_err(|(id, cause)| Bad { id, ..bad(cause) }));
            }
        }
    }
}

/// One line of jsonl.
fn record(line: &str, number: usize) -> Result<Input, (Value, String)> {
    let line = line.strip_prefix('\u{FEFF}').unwrap_or(line);
    let value: Value =
        serde_json::from_str(line).map_err(|e| (json!(number), format!("not valid JSON at column {}", e.column())))?;
    let Value::Object(mut fields) = value else {
        return Err((json!(number), "a JSON object {\"id\":…, \"text\":…} is wanted".into()));
    };
    let id = fields.remove("id").filter(|id| !id.is_null()).unwrap_or(json!(number));
    match (fields.remove("text"), fields.remove("title")) {
        (Some(Value::String(text)), None | Some(Value::Null)) => Ok(Input { id, text, title: None }),
        (Some(Value::String(text)), Some(Value::String(title))) => Ok(Input { id, text, title: Some(title) }),
        (Some(Value::String(_)), Some(_)) => Err((id, "the \"title\" is not a text".into())),
        (Some(_), _) => Err((id, "the \"text\" is not a text".into())),
        (None, _) => Err((id, "no \"text\" in the record".into())),
    }
}
