//! Plain tables: columns as wide as their content, the last one wrapped.

use unicode_width::UnicodeWidthStr;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// Rows of cells with one alignment a column.
pub struct Table {
    aligns: Vec<Align>,
    rows: Vec<(Vec<String>, usize)>,
}

impl Table {
    pub fn new(aligns: &[Align]) -> Table {
        Table { aligns: aligns.to_vec(), rows: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn add<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push((cells.to_vec(), 1));
    }

    /// Adds a row unless it stands there already.
    pub fn add_once<const N: usize>(&mut self, cells: [String; N]) {
        if !self.rows.iter().any(|(r, _)| r[..] == cells) {
            self.add(cells);
        }
    }

    /// Adds a row, or counts it where it stands there already.
    pub fn add_counted<const N: usize>(&mut self, cells: [String; N]) {
        match self.rows.iter_mut().find(|(r, _)| r[..] == cells) {
            Some((_, count)) => *count += 1,
            None => self.add(cells),
        }
    }

    /// The table in at most `width` columns of a terminal.
    pub fn render(&self, width: usize) -> String {
        let widths = self.widths(width);
        let mut out = String::new();
        for (cells, count) in &self.rows {
            let wrapped: Vec<Vec<String>> = cells.iter().zip(&widths).map(|(c, &w)| wrap(c, w)).collect();
            let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
            for line in 0..height {
                let mut text = String::from("  ");
                for (n, parts) in wrapped.iter().enumerate() {
                    let cell = parts.get(line).map_or("", String::as_str);
                    let pad = widths[n].saturating_sub(cell.width());
                    let (before, after) = if self.aligns[n] == Align::Right { (pad, 0) } else { (0, pad) };
                    text.extend(std::iter::repeat_n(' ', before));
                    text.push_str(cell);
                    text.extend(std::iter::repeat_n(' ', after + 2));
                }
                if line == 0 && *count > 1 {
                    text.push_str(&format!("{count}×"));
                }
                out.push_str(text.trim_end());
                out.push('\n');
            }
        }
        out
    }

    /// Column widths: what the content wants, the widest ones cut down until the row fits.
    fn widths(&self, width: usize) -> Vec<usize> {
        let columns = self.aligns.len();
        let mut widths: Vec<usize> =
            (0..columns).map(|n| self.rows.iter().map(|(r, _)| r[n].width()).max().unwrap_or(0)).collect();
        let room = width.saturating_sub(2 + 2 * columns + 4).max(columns * 8);
        while widths.iter().sum::<usize>() > room {
            let Some(widest) = (0..columns).max_by_key(|&n| widths[n]) else { break };
            widths[widest] -= 1;
        }
        widths
    }
}

fn wrap(cell: &str, width: usize) -> Vec<String> {
    textwrap::wrap(cell, width.max(1)).into_iter().map(std::borrow::Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_long_cells_wrap() {
        let mut table = Table::new(&[Align::Left, Align::Right]);
        table.add_counted(["Cục".into(), "1".into()]);
        table.add_counted(["Cục".into(), "1".into()]);
        table.add_counted(["Bộ Công".into(), "100".into()]);
        assert_eq!(table.render(60), "  Cục        1  2×\n  Bộ Công  100\n");
        let mut long = Table::new(&[Align::Left, Align::Left]);
        long.add_once(["một hai ba bốn năm sáu".into(), "x".into()]);
        long.add_once(["một hai ba bốn năm sáu".into(), "x".into()]);
        assert!(long.render(20).lines().count() > 1 && long.render(80).lines().count() == 1);
    }
}
