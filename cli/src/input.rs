//! Documents in: from files or standard input, one a file, one a line, or one a JSON record.

use crate::args::{Common, Encoding, From};
use crate::encoding::decode;
use crate::failure::plain;
use crate::size::{self, Line};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A document to be read.
#[derive(Debug)]
pub struct Input {
    pub id: Value,
    /// Where it stands, as messages say it.
    pub place: String,
    /// When it is given up.
    pub deadline: Option<Instant>,
    /// The text; those of `documents` one after the other where there are several.
    pub text: String,
    pub title: Option<String>,
    /// The texts of a record that holds several to be read as one.
    pub documents: Vec<Part>,
    /// Whether the text was taken out of a web page.
    pub extracted: bool,
}

impl Input {
    fn new(id: Value, place: String, text: String) -> Input {
        Input { id, place, deadline: None, text, title: None, documents: Vec::new(), extracted: false }
    }

    /// What a report calls it: its id, as a text.
    pub fn name(&self) -> String {
        self.id.as_str().map_or_else(|| self.id.to_string(), str::to_owned)
    }
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
    /// What is to be read, with directories and patterns spelled out.
    files: std::vec::IntoIter<Result<PathBuf, Bad>>,
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
        Inputs { common, files: files(common).into_iter(), open: None, pieces: false }
    }

    /// As [`new`](Inputs::new), but a text comes in pieces that end where a paragraph does.
    pub fn in_pieces(common: &'a Common) -> Self {
        Inputs { pieces: true, ..Inputs::new(common) }
    }

    /// Whether there is one document at most: then JSON is one object and not a list. A directory or a pattern names a
    /// list, whatever it holds.
    pub fn is_single(common: &Common) -> bool {
        let whole = |path: &Path| matches!(format(common, path), From::Text | From::Html);
        let one = match &common.files[..] {
            [] => true,
            [path] => whole(path) && !names_several(path),
            _ => false,
        };
        one && !matches!(common.from, From::Lines | From::Jsonl)
    }

    /// Whether several files may be read.
    pub fn may_be_files(common: &Common) -> bool {
        common.files.len() > 1 || common.files.iter().any(|path| names_several(path))
    }

    fn open_next(&mut self) -> Option<Item> {
        let path = match self.files.next()? {
            Ok(path) => path,
            Err(bad) => return Some(Err(bad)),
        };
        let path = path.as_path();
        let name = if path == Path::new("-") { "standard input".to_owned() } else { path.display().to_string() };
        let bad = |cause: String| Bad { id: json!(name), place: name.clone(), cause };
        let reader: Box<dyn Read + Send> = if path == Path::new("-") {
            Box::new(io::stdin())
        } else {
            match File::open(path) {
                Ok(file) if is_packed(path) => Box::new(flate2::read::MultiGzDecoder::new(BufReader::new(file))),
                Ok(file) => Box::new(file),
                Err(e) => return Some(Err(bad(plain(&e)))),
            }
        };
        let most = self.common.max_bytes;
        let limited = most.is_some() || self.common.max_seconds.is_some();
        match format(self.common, path) {
            // Limits are those of the whole text.
            From::Auto | From::Text if self.pieces && self.common.encoding == Encoding::Utf8 && !limited => {
                self.open = Some(Open::Pieces(Pieces { reader, name, rest: Vec::new(), offset: 0, done: false }));
                self.next()
            }
            From::Auto | From::Text => Some(whole(reader, &name, self.common)),
            From::Html => Some(whole(reader, &name, self.common).and_then(|page| article(page).map_err(bad))),
            from => {
                let lines = BufReader::with_capacity(1 << 16, reader);
                let records =
                    Records { lines, name, line: 0, from, encoding: self.common.encoding, most, broken: false };
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

/// What the command line names, with directories and patterns spelled out, in order of names.
fn files(common: &Common) -> Vec<Result<PathBuf, Bad>> {
    if common.files.is_empty() {
        return vec![Ok("-".into())];
    }
    common.files.iter().flat_map(|path| spelled_out(path)).collect()
}

fn spelled_out(path: &Path) -> Vec<Result<PathBuf, Bad>> {
    let name = path.display().to_string();
    let bad = |place: &str, cause: String| Bad { id: json!(place), place: place.to_owned(), cause };
    let unreadable = |path: Option<&Path>, cause: Option<&io::Error>| {
        let place = path.map_or(name.clone(), |p| p.display().to_string());
        bad(&place, cause.map_or("cannot be listed".into(), plain))
    };
    if !names_several(path) {
        return vec![Ok(path.to_owned())];
    }
    let (found, none): (Vec<Result<PathBuf, Bad>>, _) = if path.is_dir() {
        let entries = walkdir::WalkDir::new(path).sort_by_file_name().into_iter();
        let wanted = entries.filter(|e| e.as_ref().map_or(true, |f| f.file_type().is_file() && is_text(f.path())));
        let item = |e: walkdir::Result<walkdir::DirEntry>| {
            e.map(walkdir::DirEntry::into_path).map_err(|e| unreadable(e.path(), e.io_error()))
        };
        (wanted.map(item).collect(), "no .txt, .html, .jsonl or .gz file is in this directory")
    } else {
        let paths = match glob::glob(&name) {
            Ok(paths) => paths,
            Err(e) => return vec![Err(bad(&name, format!("not a pattern: {}", e.msg)))],
        };
        let wanted = paths.filter(|p| p.as_ref().map_or(true, |p| p.is_file()));
        let item = |p: glob::GlobResult| p.map_err(|e| unreadable(Some(e.path()), Some(e.error())));
        (wanted.map(item).collect(), "no file fits this pattern")
    };
    if found.is_empty() { vec![Err(bad(&name, none.into()))] } else { found }
}

/// Whether a path is a directory, or a pattern that no shell has spelled out.
fn names_several(path: &Path) -> bool {
    path.is_dir() || (!path.exists() && path.to_string_lossy().contains(['*', '?', '[']))
}

/// The ending of a file's name, without that of packing.
fn ending(path: &Path) -> String {
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_owned())
}

fn is_packed(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case("gz"))
}

fn is_text(path: &Path) -> bool {
    matches!(ending(path).as_str(), "txt" | "text" | "md" | "html" | "htm" | "jsonl" | "ndjson") || is_packed(path)
}

/// The format of a file, by the option or by its name.
fn format(common: &Common, path: &Path) -> From {
    match common.from {
        From::Auto => match ending(path).as_str() {
            "jsonl" | "ndjson" => From::Jsonl,
            "html" | "htm" | "xhtml" => From::Html,
            _ => From::Text,
        },
        from => from,
    }
}

/// The article of a web page.
fn article(page: Input) -> Result<Input, String> {
    let article = crate::html::article(&page.text)?;
    Ok(Input { title: article.title, extracted: true, ..Input::new(page.id, page.place, article.text) })
}

fn whole(reader: impl Read, name: &str, common: &Common) -> Item {
    let bad = |cause| Bad { id: json!(name), place: name.to_owned(), cause };
    let bytes = size::whole(reader, common.max_bytes).map_err(|e| bad(plain(&e)))?;
    let bytes = bytes.ok_or_else(|| bad(size::too_large(common.max_bytes.unwrap_or(0))))?;
    let text = decode(bytes, common.encoding).map_err(bad)?;
    Ok(Input::new(json!(name), name.to_owned(), text))
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
            return Some(text.map(|text| Input::new(json!(name), name.clone(), text)));
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
        Some(text.map(|text| Input::new(json!(name), name.clone(), text)))
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
    /// The most bytes of a line.
    most: Option<u64>,
    /// Set where reading failed: what comes after that is not asked for, for it would fail again without end.
    broken: bool,
}

impl Iterator for Records {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        while !self.broken {
            let read = size::line(&mut self.lines, self.most);
            self.line += 1;
            let place = format!("{}:{}", self.name, self.line);
            let bad = |cause: String| Bad { id: json!(self.line), place: place.clone(), cause };
            let bytes = match read {
                Ok(Line::End) => return None,
                Ok(Line::Whole(bytes)) => bytes,
                Ok(Line::TooLarge(most)) => return Some(Err(bad(size::too_large(most)))),
                Err(e) => {
                    let told = bad(plain(&e));
                    self.broken = true;
                    return Some(Err(told));
                }
            };
            let text = match decode(bytes, self.encoding) {
                Ok(text) => text,
                Err(cause) => return Some(Err(bad(cause))),
            };
            if self.from == From::Lines {
                return Some(Ok(Input::new(json!(self.line), place, text)));
            }
            if !text.trim().is_empty() {
                return Some(record(&text, self.line, &place).map_err(|(id, cause)| Bad { id, ..bad(cause) }));
            }
        }
        None
    }
}

/// One line of jsonl.
fn record(line: &str, number: usize, place: &str) -> Result<Input, (Value, String)> {
    let line = line.strip_prefix('\u{FEFF}').unwrap_or(line);
    let value: Value =
        serde_json::from_str(line).map_err(|e| (json!(number), format!("not valid JSON at column {}", e.column())))?;
    let Value::Object(mut fields) = value else {
        return Err((json!(number), "a JSON object {\"id\":…, \"text\":…} is wanted".into()));
    };
    let id = fields.remove("id").filter(|id| !id.is_null()).unwrap_or(json!(number));
    if let (false, Some(documents)) = (fields.contains_key("text"), fields.remove("documents")) {
        return several(&documents).map(|documents| joined(id.clone(), place, documents)).map_err(|cause| (id, cause));
    }
    let Part { text, title } = part(&mut fields).map_err(|cause| (id.clone(), cause))?;
    Ok(Input { title, ..Input::new(id, place.to_owned(), text) })
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

fn joined(id: Value, place: &str, documents: Vec<Part>) -> Input {
    let text = documents.iter().map(|d| d.text.as_str()).collect::<Vec<_>>().join("\n\n");
    Input { documents, ..Input::new(id, place.to_owned(), text) }
}
