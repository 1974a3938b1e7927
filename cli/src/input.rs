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
    /// The text; those of `documents` one after the other where there are several.
    pub text: String,
    pub title: Option<String>,
    /// The texts of a record that holds several to be read as one.
    pub documents: Vec<Part>,
}

/// One of several texts of a record.
#[derive(Debug, Clone)]
pub struct Part {
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
    open: Option<Open>,
    /// Whether a text may come in pieces: for what needs no view of the whole.
    pieces: bool,
}

/// The file that is being read.
enum Open {
    Records(Records),
    Pieces(Pieces),
}

impl<'a> Inputs<'a> {
    pub fn new(common: &'a Common) -> Self {
        Inputs { common, next: 0, open: None, pieces: false }
    }

    /// As [`new`](Inputs::new), but a text comes in pieces that end where a paragraph does.
    pub fn in_pieces(common: &'a Common) -> Self {
        Inputs { pieces: true, ..Inputs::new(common) }
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
            From::Auto | From::Text if self.pieces && self.common.encoding == Encoding::Utf8 => {
                self.open = Some(Open::Pieces(Pieces { reader, name, rest: Vec::new(), offset: 0, done: false }));
                self.next()
            }
            From::Auto | From::Text => Some(whole(reader, &name, self.common.encoding)),
            from => {
                let lines = BufReader::with_capacity(1 << 16, reader);
                let records = Records { lines, name, line: 0, from, encoding: self.common.encoding };
                self.open = Some(Open::Records(records));
                self.next()
            }
        }
    }
}

impl Iterator for Inputs<'_> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let item = match &mut self.open {
            Some(Open::Records(records)) => records.next(),
            Some(Open::Pieces(pieces)) => pieces.next(),
            None => None,
        };
        if item.is_none() {
            self.open = None;
            return self.open_next();
        }
        item
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
    Ok(Input { id: json!(name), text, title: None, documents: Vec::new() })
}

/// A text in pieces of about this size.
const PIECE: usize = 1 << 20;

/// A text file that is read piece by piece.
struct Pieces {
    reader: Box<dyn Read + Send>,
    name: String,
    /// What was read beyond the last piece.
    rest: Vec<u8>,
    /// Where in the file `rest` begins.
    offset: usize,
    done: bool,
}

impl Pieces {
    fn fill(&mut self) -> io::Result<()> {
        while !self.done && self.rest.len() < PIECE {
            let wanted = (PIECE - self.rest.len()) as u64;
            self.done = (&mut self.reader).take(wanted).read_to_end(&mut self.rest)? == 0;
        }
        Ok(())
    }

    /// The next piece up to `cut`; what follows stays.
    fn cut(&mut self, cut: usize) -> Vec<u8> {
        let after = self.rest.split_off(cut);
        std::mem::replace(&mut self.rest, after)
    }
}

impl Iterator for Pieces {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let name = self.name.clone();
        let bad = |cause: String| Bad { id: json!(name), place: name.clone(), cause };
        if let Err(e) = self.fill() {
            (self.done, self.rest) = (true, Vec::new());
            return Some(Err(bad(plain(&e))));
        }
        // UTF-16 cannot be cut at a byte that looks like a line break.
        if self.offset == 0 && (self.rest.starts_with(&[0xFF, 0xFE]) || self.rest.starts_with(&[0xFE, 0xFF])) {
            let read = self.reader.read_to_end(&mut self.rest).map_err(|e| bad(plain(&e)));
            self.done = true;
            let text = read.and_then(|_| decode(std::mem::take(&mut self.rest), Encoding::Utf8).map_err(bad));
            return Some(text.map(|text| Input { id: json!(name), text, title: None, documents: Vec::new() }));
        }
        if self.rest.is_empty() {
            return None;
        }
        let end = if self.done { self.rest.len() } else { paragraph_end(&self.rest) };
        let at = self.offset;
        self.offset += end;
        let bytes = self.cut(end);
        let text = crate::encoding::utf8_at(bytes, at).map_err(|cause| {
            (self.done, self.rest) = (true, Vec::new());
            bad(cause)
        });
        Some(text.map(|text| Input { id: json!(name), text, title: None, documents: Vec::new() }))
    }
}

/// Where to cut: behind the last blank line, else the last line break, else the last space.
fn paragraph_end(bytes: &[u8]) -> usize {
    let blank = bytes.windows(2).rposition(|w| w == b"\n\n").map(|n| n + 2);
    let line = || bytes.iter().rposition(|&b| b == b'\n').map(|n| n + 1);
    let space = || bytes.iter().rposition(|&b| b == b' ').map(|n| n + 1);
    blank.or_else(line).or_else(space).unwrap_or(bytes.len())
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
                return Some(Ok(Input { id: json!(self.line), text, title: None, documents: Vec::new() }));
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
    if let (false, Some(documents)) = (fields.contains_key("text"), fields.remove("documents")) {
        return several(&documents).map(|documents| joined(id.clone(), documents)).map_err(|cause| (id, cause));
    }
    let Part { text, title } = part(&mut fields).map_err(|cause| (id.clone(), cause))?;
    Ok(Input { id, text, title, documents: Vec::new() })
}

/// The text and the title of an object.
fn part(fields: &mut serde_json::Map<String, Value>) -> Result<Part, String> {
    match (fields.remove("text"), fields.remove("title")) {
        (Some(Value::String(text)), None | Some(Value::Null)) => Ok(Part { text, title: None }),
        (Some(Value::String(text)), Some(Value::String(title))) => Ok(Part { text, title: Some(title) }),
        (Some(Value::String(_)), Some(_)) => Err("the \"title\" is not a text".into()),
        (Some(_), _) => Err("the \"text\" is not a text".into()),
        (None, _) => Err("no \"text\" in the record".into()),
    }
}

fn several(documents: &Value) -> Result<Vec<Part>, String> {
    let list = documents.as_array().ok_or("the \"documents\" are not a list")?;
    let one = |(n, value): (usize, &Value)| {
        let fields = value.as_object().ok_or("is not an object {\"title\":…, \"text\":…}".to_owned());
        fields.and_then(|f| part(&mut f.clone())).map_err(|cause| format!("document {}: {cause}", n + 1))
    };
    list.iter().enumerate().map(one).collect()
}

fn joined(id: Value, documents: Vec<Part>) -> Input {
    let text = documents.iter().map(|d| d.text.as_str()).collect::<Vec<_>>().join("\n\n");
    Input { id, text, title: None, documents }
}
