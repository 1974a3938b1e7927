//! Lines and columns of places in a text.

/// Where in a text the last place was: places that are asked for in order cost one pass over the text.
pub struct Place<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'t> Place<'t> {
    pub fn new(text: &'t str) -> Place<'t> {
        Place { text, at: 0, line: 1, column: 1 }
    }

    /// Line and column, in characters and from 1, of a byte; never before the last one that was asked for.
    pub fn of(&mut self, byte: usize) -> (usize, usize) {
        for c in self.text.get(self.at..byte).unwrap_or("").chars() {
            (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.at = self.at.max(byte);
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_characters() {
        let mut place = Place::new("Đồng\n\nNai 😀 x");
        assert_eq!([0, 9, 10, 13, 18].map(|byte| place.of(byte)), [(1, 1), (3, 1), (3, 2), (3, 5), (3, 7)]);
    }
}
