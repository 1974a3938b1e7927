//! Plain tables: columns as wide as their content, the last one wrapped.

use unicode_width::UnicodeWidthStr;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// A column of words is cut down no further than this before one of numbers is.
const NARROW: usize = 20;

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
        self.add_times(1, cells);
    }

    /// Adds a row that is told so many times.
    pub fn add_times<const N: usize>(&mut self, times: usize, cells: [String; N]) {
        self.rows.push((cells.to_vec(), times));
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

    /// Column widths: what the content wants, the widest ones cut down until the row fits; numbers, which stand at the
    /// right, only where there is no other way.
    fn widths(&self, width: usize) -> Vec<usize> {
        let columns = self.aligns.len();
        let mut widths: Vec<usize> =
            (0..columns).map(|n| self.rows.iter().map(|(r, _)| r[n].width()).max().unwrap_or(0)).collect();
        let room = width.saturating_sub(2 + 2 * columns + 4).max(columns * 8);
        while widths.iter().sum::<usize>() > room {
            let text = (0..columns).filter(|&n| self.aligns[n] == Align::Left && widths[n] > NARROW);
            let widest = text.max_by_key(|&n| widths[n]).or_else(|| (0..columns).max_by_key(|&n| widths[n]));
            let Some(widest) = widest else { break };
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
        table.add_times(2, ["Cục".into(), "1".into()]);
        table.add(["Bộ Công".into(), "100".into()]);
        assert_eq!(table.render(60), "  Cục        1  2×\n  Bộ Công  100\n");
        let amount = "210,000,000,000 – 230,000,000,000 VND";
        let mut money = Table::new(&[Align::Right, Align::Left]);
        money.add([amount.into(), "một hai ba bốn năm sáu bảy tám chín mười".into()]);
        assert!(money.render(75).contains(amount), "{}", money.render(75));
        let mut long = Table::new(&[Align::Left, Align::Left]);
        long.add(["một hai ba bốn năm sáu".into(), "x".into()]);
        assert!(long.render(20).lines().count() > 1 && long.render(80).lines().count() == 1);
    }
}
