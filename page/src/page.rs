//! A document as a part of a web page: the text with its marks, and the tables beside it.

use crate::heading::Heading;
use crate::html::escape;
use crate::marks::{Found, Kind, Mark, marks};
use crate::tables::Tables;
use crate::{Words, readable};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use vanban::summary::Summarizer;
use vanban::{Document, Span, ZoneKind};

/// A document under report.
pub struct Page<'d, 't> {
    /// The document.
    pub doc: &'d Document<'t>,
    /// What it is called by who hands it over, which goes before its headline.
    pub title: Option<&'d str>,
    /// What it is called where it has neither.
    pub name: &'d str,
    /// The language of the report.
    pub words: Words,
}

impl Page<'_, '_> {
    /// The document's part of the page.
    pub fn write(&self, summarizer: &Summarizer) -> String {
        let found = Found::new(self.doc);
        let chosen: Vec<Span> = self.doc.summarize(summarizer).sentences.iter().map(|s| s.span).collect();
        let mut out = String::from("<section class=\"document\">\n");
        self.text(&mut out, &marks(&found, self.words), &chosen);
        out += "<aside>\n";
        self.key(&mut out);
        self.summary(&mut out, &chosen);
        Tables { doc: self.doc, found: &found, words: self.words }.write(&mut out);
        out += "</aside>\n</section>\n";
        out
    }

    /// What the document is called.
    pub fn heading(&self) -> Heading {
        Heading::of(self.doc, self.title, self.name)
    }

    fn pick(&self, english: &'static str, vietnamese: &'static str) -> &'static str {
        self.words.pick(english, vietnamese)
    }

    /// The text zone by zone; each fact is marked, and the sentences of the summary are underlined.
    fn text(&self, out: &mut String, marks: &[Mark], chosen: &[Span]) {
        out.push_str("<article class=\"text\" lang=\"vi\">\n");
        let heading = self.heading();
        if heading.zone.is_none() {
            let _ = writeln!(out, "<h1>{}</h1>", escape(&heading.text));
        }
        for (n, zone) in self.doc.zones().enumerate() {
            let element = match zone.kind {
                _ if heading.zone == Some(n) => "h1",
                ZoneKind::Heading | ZoneKind::Headline => "h2",
                _ => "p",
            };
            let _ = write!(out, "<{element} class=\"{}\">", zone.kind.name());
            self.stretch(out, zone.span, marks, chosen);
            let _ = writeln!(out, "</{element}>");
        }
        out.push_str("</article>\n");
    }

    /// A stretch of the text with its marks; sentences of the summary are wrapped piece by piece. Marks and sentences are
    /// in order and none overlaps another of its kind.
    fn stretch(&self, out: &mut String, span: Span, marks: &[Mark], chosen: &[Span]) {
        let from = marks.partition_point(|m| m.span.start() < span.start());
        let to = marks.partition_point(|m| m.span.end() <= span.end()).max(from);
        let own = &marks[from..to];
        let mut cuts: BTreeSet<usize> = [span.start(), span.end()].into();
        cuts.extend(own.iter().flat_map(|m| [m.span.start(), m.span.end()]));
        cuts.extend(chosen.iter().flat_map(|s| [s.start(), s.end()]).filter(|c| span.start() < *c && *c < span.end()));
        let cuts: Vec<usize> = cuts.into_iter().collect();
        for pair in cuts.windows(2) {
            let piece = Span::new(pair[0], pair[1]);
            let text = escape(piece.of(self.doc.text()));
            let underlined =
                chosen.get(chosen.partition_point(|s| s.end() <= piece.start())).is_some_and(|s| s.contains(piece));
            let text = if underlined { format!("<span class=\"chosen\">{text}</span>") } else { text };
            let mark =
                own.get(own.partition_point(|m| m.span.end() <= piece.start())).filter(|m| m.span.contains(piece));
            match mark {
                Some(m) => {
                    let (class, why) = (m.kind.class(), escape(&m.why));
                    let _ = write!(
                        out,
                        "<mark class=\"{class}\" tabindex=\"0\">{text}<span class=\"why\" role=\"note\">{why}</span></mark>"
                    );
                }
                None => out.push_str(&text),
            }
        }
    }

    fn key(&self, out: &mut String) {
        let _ = write!(out, "<ul class=\"key\" aria-label=\"{}\">", self.pick("Key", "Chú giải"));
        for kind in Kind::ALL {
            let _ = write!(out, "<li class=\"{}\">{}</li>", kind.class(), kind.name(self.words));
        }
        out.push_str("</ul>\n");
    }

    fn summary(&self, out: &mut String, chosen: &[Span]) {
        let lines = readable(self.doc, chosen, false);
        if lines.is_empty() {
            return;
        }
        let _ = write!(out, "<h2>{}</h2>\n<ul lang=\"vi\">", self.words.summary());
        for line in lines {
            let _ = write!(out, "<li>{}</li>", escape(&line));
        }
        out.push_str("</ul>\n");
    }
}
