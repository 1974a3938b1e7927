//! The three formats of dictionary files.

use super::{Acronym, Dictionary, Domain, Expand, Keep, Sense, UserWord};
use crate::error::Error;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads a file in whichever format it is.
pub(super) fn any(text: &str, name: &str) -> Result<Dictionary, Error> {
    let first =
        text.lines().map(|l| l.trim_matches(' ')).find(|l| !l.trim().is_empty() && !l.starts_with('#')).unwrap_or("");
    match first {
        _ if first.starts_with('{') => json(text, name),
        _ if first.contains('\t') || has_ending(name, ".tsv") => tsv(text, name),
        _ if has_ending(name, ".csv") => {
            Err(Error::new(name, None, "no CSV is read here; save it with tabs between the cells, as .tsv"))
        }
        _ => toml(text, name),
    }
}

fn has_ending(name: &str, ending: &str) -> bool {
    name.to_lowercase().ends_with(ending)
}

/// An object with the keys of the TOML format.
fn json(text: &str, name: &str) -> Result<Dictionary, Error> {
    let file = File::new(text, name);
    let root = super::json::parse(text).map_err(|(at, cause)| file.wrong(at, cause))?;
    file.dictionary(&root)
}

/// `form<TAB>expansion[<TAB>domain]`; an empty expansion means: leave alone.
fn tsv(text: &str, name: &str) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary::default();
    for (n, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let wrong = |cause: String| Error::new(name, Some(n + 1), cause);
        let mut fields = line.split('\t').map(str::trim);
        let form = fields.next().filter(|f| !f.is_empty()).ok_or_else(|| wrong("a form is missing".into()))?;
        let expansion = fields.next().ok_or_else(|| wrong(format!("{form}: no tab and expansion after the form")))?;
        let domain = match fields.next() {
            None | Some("") => Domain::User,
            Some(d) => Domain::from_name(d).ok_or_else(|| wrong(format!("{d}: no such domain")))?,
        };
        let senses = if expansion.is_empty() { vec![] } else { vec![sense(expansion, domain)] };
        let expand = if senses.is_empty() { Expand::Never } else { Expand::Always };
        dictionary.acronyms.push(Acronym { form: form.into(), also: vec![], expand, senses, line: n + 1 });
    }
    Ok(dictionary)
}

fn sense(expansion: &str, domain: Domain) -> Sense {
    Sense {
        expansion: expansion.into(),
        domain,
        weight: 5,
        cues: vec![],
        left: vec![],
        right: vec![],
        from: None,
        until: None,
    }
}

/// A file of `[[acronym]]` and `[[word]]` tables, and a list `never = [...]` of forms to be left alone.
fn toml(text: &str, name: &str) -> Result<Dictionary, Error> {
    let file = File::new(text, name);
    let root = DeTable::parse(text)
        .map_err(|e| Error::new(name, e.span().map(|s| file.line(s.start)), e.message().to_string()))?;
    file.dictionary(root.get_ref())
}

impl File<'_> {
    fn unknown(&self, key: &Spanned<toml::de::DeString<'_>>, known: &str) -> Error {
        self.wrong(key.span().start, format!("{}: no such key; there are {known}", key.get_ref()))
    }

    /// The entries of a file, whichever format it was read from.
    fn dictionary(&self, root: &DeTable<'_>) -> Result<Dictionary, Error> {
        let mut dictionary = Dictionary::default();
        let mut domain = Domain::User;
        for (key, value) in root {
            match key.get_ref().as_ref() {
                "domain" => domain = self.domain(value)?,
                "source" | "licence" | "date" | "note" => {}
                "never" => {
                    for form in self.strings(value)? {
                        let line = self.line(value.span().start);
                        dictionary.acronyms.push(Acronym {
                            form,
                            also: vec![],
                            expand: Expand::Never,
                            senses: vec![],
                            line,
                        });
                    }
                }
                "acronym" | "word" => {}
                _ => return Err(self.unknown(key, "acronym, word, never, domain, source, licence, date, note")),
            }
        }
        if let Some(value) = root.get("acronym") {
            for entry in self.tables(value)? {
                dictionary.acronyms.push(self.acronym(entry, domain)?);
            }
        }
        if let Some(value) = root.get("word") {
            for entry in self.tables(value)? {
                dictionary.words.push(self.word(entry)?);
            }
        }
        Ok(dictionary)
    }
}

/// A TOML file under way, for messages that name a line.
struct File<'a> {
    /// Where its lines end.
    breaks: Vec<usize>,
    name: &'a str,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl<'a> File<'a> {
    fn new(text: &str, name: &'a str) -> File<'a> {
        let breaks = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at).collect();
        File { breaks, name }
    }
}

impl File<'_> {
    fn line(&self, at: usize) -> usize {
        self.breaks.partition_point(|&b| b < at) + 1
    }

    fn wrong(&self, at: usize, cause: impl Into<String>) -> Error {
        Error::new(self.name, Some(self.line(at)), cause)
    }

    fn string(&self, value: &Value<'_>) -> Result<String, Error> {
        match value.get_ref() {
            DeValue::String(s) => Ok(s.to_string()),
            _ => Err(self.wrong(value.span().start, "a text in quotes is wanted here")),
        }
    }

    fn strings(&self, value: &Value<'_>) -> Result<Vec<String>, Error> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().map(|v| self.string(v)).collect(),
            _ => Err(self.wrong(value.span().start, "a list of texts is wanted here")),
        }
    }

    fn tables<'v, 'a>(&self, value: &'v Value<'a>) -> Result<Vec<&'v Value<'a>>, Error> {
        match value.get_ref() {
            DeValue::Array(list) => Ok(list.iter().collect()),
            _ => Err(self.wrong(value.span().start, "a list of tables is wanted here: [[…]]")),
        }
    }

    fn table<'v, 'a>(&self, value: &'v Value<'a>) -> Result<&'v DeTable<'a>, Error> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(table),
            _ => Err(self.wrong(value.span().start, "a table is wanted here")),
        }
    }

    fn domain(&self, value: &Value<'_>) -> Result<Domain, Error> {
        let name = self.string(value)?;
        Domain::from_name(&name).ok_or_else(|| self.wrong(value.span().start, format!("{name}: no such domain")))
    }

    fn date(&self, value: &Value<'_>) -> Result<Date, Error> {
        let text = self.string(value)?;
        text.parse().map_err(|_| self.wrong(value.span().start, format!("{text}: a date as 2025-03-01 is wanted")))
    }

    fn weight(&self, value: &Value<'_>) -> Result<u8, Error> {
        let wrong = || self.wrong(value.span().start, "a weight from 1 to 9 is wanted");
        match value.get_ref() {
            DeValue::Integer(n) => n.as_str().parse().ok().filter(|n| (1..=9).contains(n)).ok_or_else(wrong),
            _ => Err(wrong()),
        }
    }

    fn acronym(&self, value: &Value<'_>, domain: Domain) -> Result<Acronym, Error> {
        let line = self.line(value.span().start);
        let mut entry = Acronym { form: String::new(), also: vec![], expand: Expand::Always, senses: vec![], line };
        for (key, value) in self.table(value)? {
            match key.get_ref().as_ref() {
                "form" => entry.form = self.string(value)?,
                "also" => entry.also = self.strings(value)?,
                "expand" => entry.expand = self.expand(value)?,
                "expansion" => entry.senses.push(sense(&self.string(value)?, domain)),
                "sense" => {
                    for sense in self.tables(value)? {
                        entry.senses.push(self.sense(sense, domain)?);
                    }
                }
                "note" => {}
                _ => return Err(self.unknown(key, "form, also, expand, expansion, sense, note")),
            }
        }
        if entry.form.trim().is_empty() {
            return Err(Error::new(self.name, Some(line), "an acronym without its form"));
        }
        if entry.senses.is_empty() && entry.expand != Expand::Never {
            return Err(Error::new(self.name, Some(line), format!("{}: no expansion given", entry.form)));
        }
        Ok(entry)
    }

    fn expand(&self, value: &Value<'_>) -> Result<Expand, Error> {
        match self.string(value)?.as_str() {
            "always" => Ok(Expand::Always),
            "context" => Ok(Expand::Context),
            "never" => Ok(Expand::Never),
            other => Err(self.wrong(value.span().start, format!("{other}: always, context or never is wanted"))),
        }
    }

    fn sense(&self, value: &Value<'_>, domain: Domain) -> Result<Sense, Error> {
        let mut made = sense("", domain);
        for (key, value) in self.table(value)? {
            match key.get_ref().as_ref() {
                "expansion" => made.expansion = self.string(value)?,
                "domain" => made.domain = self.domain(value)?,
                "weight" => made.weight = self.weight(value)?,
                "cues" => made.cues = self.strings(value)?,
                "left" => made.left = self.strings(value)?,
                "right" => made.right = self.strings(value)?,
                "from" => made.from = Some(self.date(value)?),
                "until" => made.until = Some(self.date(value)?),
                "note" => {}
                _ => return Err(self.unknown(key, "expansion, domain, weight, cues, left, right, from, until, note")),
            }
        }
        if made.expansion.trim().is_empty() {
            return Err(self.wrong(value.span().start, "a sense without its expansion"));
        }
        Ok(made)
    }

    fn word(&self, value: &Value<'_>) -> Result<UserWord, Error> {
        let mut word = UserWord { text: String::new(), keep: Keep::Joined };
        for (key, value) in self.table(value)? {
            match key.get_ref().as_ref() {
                "text" => word.text = self.string(value)?,
                "keep" => {
                    word.keep = match self.string(value)?.as_str() {
                        "joined" => Keep::Joined,
                        "apart" => Keep::Apart,
                        other => {
                            return Err(self.wrong(value.span().start, format!("{other}: joined or apart is wanted")));
                        }
                    }
                }
                "note" => {}
                _ => return Err(self.unknown(key, "text, keep, note")),
            }
        }
        if word.text.trim().is_empty() {
            return Err(self.wrong(value.span().start, "a word without its text"));
        }
        Ok(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn toml_and_tsv_give_the_same_entries() {
        assert_eq!(any("USD\t\n", "a.tsv").unwrap().acronyms.len(), 1);
        let tsv = any("CCN\tcụm công nghiệp\tcong-thuong\nUSD\t\n", "a.tsv").unwrap();
        let toml = any(
            "domain = \"cong-thuong\"\nnever = [\"USD\"]\n[[acronym]]\nform = \"CCN\"\nexpansion = \"cụm công nghiệp\"\n",
            "a.toml",
        )
        .unwrap();
        assert_eq!(tsv.acronyms[0].senses, toml.acronyms[1].senses);
        assert_eq!(tsv.acronyms[1].expand, Expand::Never);
        assert_eq!(toml.acronyms[0].expand, Expand::Never);
    }

    #[test]
    fn json_has_the_keys_of_toml() {
        let json = r#"{
  "domain": "cong-thuong", "never": ["USD"],
  "acronym": [{"form": "CCN", "also": ["C\u0043N."], "sense": [{"expansion": "cụm công nghiệp", "weight": 9}]}]
}"#;
        let read = any(json, "a.json").unwrap();
        assert_eq!(read.acronyms.len(), 2);
        assert_eq!((read.acronyms[1].form.as_str(), read.acronyms[1].line), ("CCN", 3));
        assert_eq!(read.acronyms[1].also, ["CCN."]);
        assert_eq!((read.acronyms[1].senses[0].weight, read.acronyms[1].senses[0].domain), (9, Domain::CongThuong));
        for (text, message) in [
            ("{\n\"acronym\": [}", "a.json:2: a value is wanted here"),
            (
                "{\"nver\": []}",
                "a.json:1: nver: no such key; there are acronym, word, never, domain, source, licence, date, note",
            ),
            ("{\"never\": [\"A", "a.json:1: a text without its end"),
            (&format!("{{\"never\": {}", "[".repeat(100_000)), "a.json:1: nested too deeply"),
        ] {
            assert_eq!(any(text, "a.json").unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn errors_name_file_and_line() {
        for (text, message) in [
            ("domain = \"x\"", "a.toml:1: x: no such domain"),
            (
                "\n[[acronym]]\nform = \"A\"\nexpnd = \"always\"",
                "a.toml:4: expnd: no such key; there are form, also, expand, expansion, sense, note",
            ),
            ("[[acronym]]\nform = \"AB\"", "a.toml:1: AB: no expansion given"),
            ("AB\tan ba\tmars", "a.toml:1: mars: no such domain"),
            ("[[word]]\ntext = \"a b\"\nkeep = \"so\"", "a.toml:3: so: joined or apart is wanted"),
        ] {
            assert_eq!(any(text, "a.toml").unwrap_err().to_string(), message);
        }
        assert_eq!(any("[[acronym]\n", "a.toml").unwrap_err().line(), Some(1));
    }
}
