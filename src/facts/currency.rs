//! Currencies: their names and signs after and before a number.

use super::scene::Scene;
use crate::phrases::{Phrases, lines};
use crate::scan::{Atom, AtomKind, Case, Gap, ids};
use once_cell::sync::Lazy;
use rust_decimal::Decimal;

/// A name or sign of a currency.
#[derive(Debug, Clone, Default)]
pub(super) struct Currency {
    /// ISO 4217.
    pub(super) code: &'static str,
    /// The name is another word as well ("bảng", "yên"): only the sum or the sentence makes it money.
    pub(super) doubtful: bool,
    /// It may stand before its number: "$100", "USD 100".
    leads: bool,
    /// A sign: "$".
    sign: bool,
    /// What one of it is in units of the currency, where not one: "cent", "trđ".
    factor: Option<Decimal>,
    /// For names of up to three plain letters, whose case counts.
    spellings: Vec<&'static str>,
}

impl Currency {
    /// A number of it in units of the currency.
    pub(super) fn amount(&self, number: Decimal) -> Option<Decimal> {
        self.factor.map_or(Some(number), |f| number.checked_mul(f))
    }

    /// A hundredth of the currency has its own name here: "cent".
    pub(super) fn is_cent(&self) -> bool {
        self.factor.is_some_and(|f| f < Decimal::ONE)
    }
}

/// Words that a code belongs to when the number after it is its price.
static QUOTED: Lazy<Vec<u32>> = Lazy::new(|| ids("giá bán mua đồng đổi vào ra của"));

/// Names of parts and multiples: name, code, mantissa and scale of the factor.
const PARTS: [(&str, &str, i64, u32); 12] = [
    // "tr.đ"
    (".đ", "VND", 1, 0),
    ("cent", "USD", 1, 2),
    ("cents", "USD", 1, 2),
    ("UScent", "USD", 1, 2),
    ("US cent", "USD", 1, 2),
    ("cent Mỹ", "USD", 1, 2),
    ("xu Mỹ", "USD", 1, 2),
    ("xen", "USD", 1, 2),
    ("trđ", "VND", 1_000_000, 0),
    ("trđồng", "VND", 1_000_000, 0),
    ("tỷđ", "VND", 1_000_000_000, 0),
    ("nghđ", "VND", 1_000, 0),
];

static CURRENCIES: Lazy<Phrases<Currency>> = Lazy::new(|| {
    let mut all: Phrases<Currency> = Phrases::default();
    for row in lines(include_str!("../../dictionaries/units/currencies.tsv")) {
        let mut columns = row.split('\t').map(|c| c.split(';').filter(|n| !n.is_empty()));
        let code = columns.next().and_then(|mut c| c.next()).unwrap_or("");
        let names = columns.next();
        let signs: Vec<&str> = columns.next().into_iter().flatten().collect();
        let doubtful: Vec<&str> = columns.next().into_iter().flatten().collect();
        for name in names.into_iter().flatten().chain(signs.iter().copied()) {
            let sign = signs.contains(&name);
            let code_like = name == "VNĐ" || (name.is_ascii() && name.chars().all(|c| c.is_ascii_uppercase()));
            let leads = (sign && name != "đ") || (code_like && !doubtful.contains(&name));
            let spellings = if name.is_ascii() && name.len() <= 3 && !sign { vec![name] } else { Vec::new() };
            all.insert(
                name,
                Currency { code, doubtful: doubtful.contains(&name), leads, sign, factor: None, spellings },
            );
        }
    }
    for (name, code, mantissa, scale) in PARTS {
        all.insert(name, Currency { code, factor: Some(Decimal::new(mantissa, scale)), ..Currency::default() });
    }
    all
});

/// What a phrase that begins like a currency means for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Other {
    Always,
    Small,
    Money,
}

static OTHERS: Lazy<Phrases<Other>> = Lazy::new(|| {
    let mut all = Phrases::default();
    for row in lines(include_str!("../../dictionaries/units/not-currency.tsv")) {
        let (phrase, when) = row.split_once('\t').unwrap_or((row, "small"));
        let when = match when {
            "always" => Other::Always,
            "money" => Other::Money,
            _ => Other::Small,
        };
        all.insert(phrase, when);
    }
    all
});

/// The currency whose name or sign follows a number: its length in atoms. `large` says that the number has a scale word
/// or is too big for a count of people and things whose names begin alike ("đồng chí").
pub(super) fn after(scene: &Scene, at: usize, large: bool) -> Option<(usize, &'static Currency)> {
    let atoms = scene.rest(at);
    let (length, currency) = CURRENCIES.prefixes(atoms).filter(|(n, c)| is_spelled(scene, &atoms[..*n], c)).last()?;
    let first = atoms.first()?;
    if first.gap >= Gap::Blank || is_title(first, atoms.get(length)) {
        return None;
    }
    let other = OTHERS.prefixes(atoms).filter(|(n, _)| *n > length).last().map(|(_, other)| *other);
    let blocked = match other {
        Some(Other::Always) => true,
        Some(Other::Small) => !large,
        Some(Other::Money) | None => false,
    };
    // Between the small ones and a longer name ("đồng euro") the name wins, which `longest` above has seen to.
    (!blocked).then_some((length, currency))
}

/// The currency of exactly these atoms.
pub(super) fn named(atoms: &[Atom]) -> Option<&'static Currency> {
    CURRENCIES.get(atoms)
}

/// A capitalised name that goes on with another capital: "3 Real Madrid".
fn is_title(first: &Atom, next: Option<&Atom>) -> bool {
    first.case == Case::Title && first.span().len() > 2 && next.is_some_and(|n| n.case == Case::Title && n.is_word())
}

/// Short plain names are told by their case: "RM" and "Rs"; codes may also be all small ("usd").
fn is_spelled(scene: &Scene, atoms: &[Atom], currency: &Currency) -> bool {
    let [only] = atoms else { return true };
    let text = scene.text(only);
    currency.spellings.is_empty()
        || currency.spellings.iter().any(|s| *s == text || (s.len() == 3 && only.case == Case::Lower))
}

/// The currency that stands directly before a number: where it begins.
pub(super) fn before(scene: &Scene, at: usize) -> Option<(usize, &'static Currency)> {
    let gap = scene.get(at)?.gap;
    (1..=2).rev().find_map(|length| {
        let start = at.checked_sub(length).filter(|s| scene.is_free(*s))?;
        let atoms = scene.slice(start..at);
        let currency = CURRENCIES.get(atoms).filter(|c| c.leads && gap <= Gap::Space)?;
        let whole =
            currency.sign || (atoms.iter().all(|a| a.case == Case::Upper) && is_spelled(scene, atoms, currency));
        // "giá USD 23.000": the code belongs to what stands before it.
        let free =
            gap == Gap::None || currency.sign || !scene.before(start, 1).is_some_and(|b| QUOTED.contains(&b.id()));
        let fresh = !scene.before(start, 1).is_some_and(|b| b.kind == AtomKind::Number && scene.glued(start));
        (whole && free && fresh).then_some((start, currency))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_known_by_itself() {
        for row in lines(include_str!("../../dictionaries/units/currencies.tsv")) {
            let code = row.split('\t').next().unwrap();
            let found = CURRENCIES.get(&crate::scan::scan(code)).map(|c| c.code);
            assert_eq!(found, Some(code));
        }
    }
}
