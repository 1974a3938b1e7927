//! `vanban tokenize`

use super::{to_json, unit, with_text};
use crate::args::{Fold, From, To, Tokenize};
use crate::failure::Failure;
use crate::input::{Input, Inputs};
use crate::output::for_output;
use crate::run;
use serde_json::{Value, json};
use vanban::record::{Layer, SCHEMA};
use vanban::summary::{Limit, Summarizer};
use vanban::{Analyzer, DATA_VERSION, Document, Folding, Span, Term, Unit};

pub fn run(args: &Tokenize) -> Result<bool, Failure> {
    let common = &args.common;
    let vb = run::analyzer(common)?;
    if args.index {
        return index(args, &vb);
    }
    if args.to != To::Text {
        let layers = [Layer::Sentences, Layer::Tokens];
        let none = || Summarizer::new(Limit::Sentences(0));
        return to_json(common, args.to, |i| super::full(&vb, i, unit(common), &layers, none()));
    }
    let one_line = common.from == From::Lines;
    let bad = |_: &_| if one_line { "\n".to_owned() } else { String::new() };
    let inputs = Inputs::in_pieces(common);
    run::from(inputs, common, |i| for_output(text(&vb, &i.text, one_line)), bad, |_, _| Ok(()))
}

/// Terms for a search index.
fn index(args: &Tokenize, vb: &Analyzer) -> Result<bool, Failure> {
    let common = &args.common;
    let folding = match args.fold {
        Fold::Case => Folding::Case,
        Fold::Marks => Folding::Marks,
    };
    if args.to != To::Text {
        return to_json(common, args.to, |i| {
            let doc = vb.read(&i.text);
            let terms: Vec<Value> = terms(&doc, unit(common), folding)
                .map(|(t, s)| {
                    json!({ "position": t.position, "start": s.start(), "end": s.end(), "kind": t.kind.name(), "key": t.key })
                })
                .collect();
            let offsets = unit(common).name();
            let record =
                json!({ "id": i.id, "offsets": offsets, "schema": SCHEMA, "data": DATA_VERSION, "terms": terms });
            with_text(record, i)
        });
    }
    let lines = |i: &Input| -> String {
        let doc = vb.read(&i.text);
        let line = |(t, s): (Term, Span)| {
            format!("{}\t{}\t{}\t{}\t{}\n", t.position, s.start(), s.end(), t.kind.name(), t.key)
        };
        terms(&doc, unit(common), folding).map(line).collect()
    };
    run::all(
        common,
        |i| for_output(lines(i)),
        |_| String::new(),
        |n, out| if n > 0 { out.write_all(b"\n") } else { Ok(()) },
    )
}

/// The terms of a document with their places in the wanted unit.
fn terms(doc: &Document<'_>, unit: Unit, folding: Folding) -> impl Iterator<Item = (Term, Span)> {
    doc.terms(folding).map(move |t| {
        let span = doc.convert(t.span, unit);
        (t, span)
    })
}

/// A sentence a line (or all in one line), words by a space, syllables of a word joined by "_".
fn text(vb: &Analyzer, text: &str, one_line: bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut sentence = 0;
    for token in vb.segment(text) {
        if token.sentence != sentence {
            sentence = token.sentence;
            out.push(if one_line { ' ' } else { '\n' });
        } else if !out.is_empty() {
            out.push(' ');
        }
        push_word(&mut out, token.text);
    }
    if one_line || !out.is_empty() {
        out.push('\n');
    }
    out
}

/// A word with its inner white space as "_", and a literal "_" as "\_".
fn push_word(out: &mut String, word: &str) {
    match word.bytes().fold(0, |all, byte| all | CLASS[usize::from(byte)]) {
        0 => out.push_str(word),
        SPACE => push_syllables(out, word.split(' ').filter(|s| !s.is_empty())),
        _ => push_syllables(out, word.split_whitespace()),
    }
}

fn push_syllables<'w>(out: &mut String, syllables: impl Iterator<Item = &'w str>) {
    for (n, syllable) in syllables.enumerate() {
        if n > 0 {
            out.push('_');
        }
        if syllable.contains('_') {
            out.push_str(&syllable.replace('_', "\\_"));
        } else {
            out.push_str(syllable);
        }
    }
}

const SPACE: u8 = 1;
const RARE: u8 = 2;

/// Bytes by what they may begin: a space; a "_" or other white space; neither.
static CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        class[byte] = match byte {
            0x20 => SPACE,
            0..0x20 | 0x5F | 0xC2 | 0xE2 | 0xE3 => RARE,
            _ => 0,
        };
        byte += 1;
    }
    class
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_is_the_input_up_to_white_space() {
        let vb = Analyzer::new();
        let input = "Bộ  Công  Thương ban\u{2003}hành hôm_nay. Cục\u{A0}CTĐP\nđã_ làm tốt.";
        let back = |s: &str| {
            s.replace("\\_", "\u{1}").replace('_', " ").replace('\u{1}', "_").split_whitespace().collect::<String>()
        };
        assert_eq!(back(&text(&vb, input, true)), input.split_whitespace().collect::<String>());
        assert_eq!(text(&vb, input, true).lines().count(), 1);
        assert_eq!(text(&vb, "", true), "\n");
        assert_eq!(text(&vb, "", false), "");
    }
}
