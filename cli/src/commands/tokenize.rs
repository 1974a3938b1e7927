//! `vanban tokenize`

use super::{to_json, unit};
use crate::args::{From, To, Tokenize};
use crate::failure::Failure;
use crate::output::for_output;
use crate::run;
use vanban::record::Layer;
use vanban::summary::{Limit, Summarizer};
use vanban::{Analyzer, Span, TokenKind};

pub fn run(args: &Tokenize) -> Result<bool, Failure> {
    let common = &args.common;
    let vb = run::analyzer(common)?;
    if args.to != To::Text {
        let layers = [Layer::Sentences, Layer::Tokens];
        let none = || Summarizer::new(Limit::Sentences(0));
        return to_json(common, args.to, |i| super::record(&vb, i, unit(common), &layers, none()));
    }
    let one_line = common.from == From::Lines;
    let bad = |_: &_| if one_line { "\n".to_owned() } else { String::new() };
    run::all(common, |i| for_output(text(&vb, &i.text, one_line)), bad, |_, _| Ok(()))
}

/// A sentence a line (or all in one line), words by a space, syllables of a word joined by "_".
fn text(vb: &Analyzer, text: &str, one_line: bool) -> String {
    let doc = vb.read(text);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut sentences = doc.sentences();
    let mut end = sentences.next().map_or(0, Span::end);
    for token in doc.tokens() {
        if token.span.start() >= end {
            end = sentences.next().map_or(usize::MAX, Span::end);
            close(&mut out, one_line);
        } else if !out.is_empty() && !out.ends_with('\n') {
            out.push(' ');
        }
        push_word(&mut out, token.text, token.kind);
    }
    if one_line || !out.is_empty() {
        out.push('\n');
    }
    out
}

fn close(out: &mut String, one_line: bool) {
    if !out.is_empty() {
        out.push(if one_line { ' ' } else { '\n' });
    }
}

/// A word with its inner white space as "_", and a literal "_" as "\_".
fn push_word(out: &mut String, word: &str, _kind: TokenKind) {
    let mut space = false;
    for c in word.chars() {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if space {
            out.push('_');
            space = false;
        }
        if c == '_' {
            out.push('\\');
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_is_the_input_up_to_white_space() {
        let vb = Analyzer::new();
        let input = "Bộ  Công Thương ban hành hôm_nay. Cục\u{A0}CTĐP\nđã_ làm tốt.";
        let back = |s: &str| {
            s.replace("\\_", "\u{1}").replace('_', " ").replace('\u{1}', "_").split_whitespace().collect::<String>()
        };
        assert_eq!(back(&text(&vb, input, true)), input.split_whitespace().collect::<String>());
        assert_eq!(text(&vb, input, true).lines().count(), 1);
        assert_eq!(text(&vb, "", true), "\n");
        assert_eq!(text(&vb, "", false), "");
    }
}
