//! The facts of a record, and the text of each.

use serde_json::Value;
use vanban::Unit;
use vanban::record::Layer;

/// The layers that hold facts, each with what one fact of it is called.
const KINDS: [(Layer, &str); 6] = [
    (Layer::Officials, "official"),
    (Layer::Money, "money"),
    (Layer::Dates, "date"),
    (Layer::Percents, "percent"),
    (Layer::Quantities, "quantity"),
    (Layer::Citations, "citation"),
];

/// The key of the layer of facts that are called so.
pub fn layer_of(kind: &str) -> Option<&'static str> {
    let (layer, _) = KINDS.iter().find(|(_, name)| *name == kind)?;
    Layer::ALL.iter().find(|(l, _)| l == layer).map(|(_, name)| *name)
}

/// The layers that hold facts.
pub fn fact_layers() -> Vec<Layer> {
    KINDS.iter().map(|(layer, _)| *layer).collect()
}

/// The facts of a record with what they are called, layer by layer.
pub fn facts_of(record: &Value) -> impl Iterator<Item = (&'static str, &Value)> {
    KINDS.iter().flat_map(move |(layer, kind)| {
        let name = Layer::ALL.iter().find(|(l, _)| l == layer).map_or("", |(_, n)| n);
        record[name].as_array().into_iter().flatten().map(move |fact| (*kind, fact))
    })
}

/// Cuts stretches out of a text by offsets of the caller's unit, each in constant time.
pub struct Cutter<'t> {
    text: &'t str,
    /// The byte where each unit begins, and the end; `None` where units are bytes.
    starts: Option<Vec<usize>>,
}

impl<'t> Cutter<'t> {
    pub fn new(text: &'t str, unit: Unit) -> Cutter<'t> {
        let begins = |units: fn(char) -> usize| {
            let each = text.char_indices().flat_map(move |(at, c)| std::iter::repeat_n(at, units(c)));
            each.chain([text.len()]).collect()
        };
        let starts = match unit {
            Unit::Bytes => None,
            Unit::Utf16 => Some(begins(char::len_utf16)),
            _ => Some(begins(|_| 1)),
        };
        Cutter { text, starts }
    }

    pub fn cut(&self, start: &Value, end: &Value) -> &'t str {
        let byte = |offset: &Value| self.byte(offset.as_u64()?);
        byte(start).zip(byte(end)).and_then(|(start, end)| self.text.get(start..end)).unwrap_or("")
    }

    /// What stands between two offsets, which may lie within a character.
    pub fn around(&self, start: u64, end: u64) -> &'t str {
        let whole = |offset| {
            let at = self.byte(offset).unwrap_or(self.text.len());
            (0..=at).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0)
        };
        self.text.get(whole(start)..whole(end)).unwrap_or("")
    }

    fn byte(&self, offset: u64) -> Option<usize> {
        let offset = usize::try_from(offset).ok()?;
        self.starts.as_ref().map_or(Some(offset), |s| s.get(offset).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn stretches_are_cut_in_every_unit() {
        let text = "😀 Đồng Nai";
        for (offsets, start, end) in [(Unit::Chars, 2, 6), (Unit::Utf16, 3, 7), (Unit::Bytes, 5, 12)] {
            assert_eq!(Cutter::new(text, offsets).cut(&json!(start), &json!(end)), "Đồng");
        }
        assert_eq!(Cutter::new(text, Unit::Chars).cut(&json!(2), &json!(99)), "");
    }
}
