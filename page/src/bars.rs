//! The table of sums with a bar each. Bars can be compared within one currency only, so each currency is a group of rows.

use crate::money::{Sum, Total};
use crate::{Lang, Words, html};
use rust_decimal::Decimal;
use std::fmt::Write as _;

/// Writes the table.
pub(crate) fn write(out: &mut String, sums: &[Sum], totals: &[Total], words: Words) {
    html::open(out, &[words.pick("In the text", "Trong văn bản"), words.pick("Value", "Giá trị")]);
    let groups = by_currency(sums);
    for group in &groups {
        let Some(currency) = group.first().map(|s| s.currency.as_str()) else { continue };
        out.push_str("<tbody>");
        if groups.len() > 1 {
            let heading = html::escape(&heading(currency, words));
            let _ = write!(out, "<tr><th scope=\"rowgroup\" colspan=\"2\">{heading}</th></tr>");
        }
        let largest = group.iter().filter_map(|s| s.extent).map(|(_, end)| end).max().unwrap_or_default();
        for sum in group {
            let text = html::noted(&sum.text, &note(sum), &bar(sum, largest));
            let _ = write!(out, "<tr>{text}{}</tr>", html::value(&sum.amount));
        }
        for total in totals.iter().filter(|t| t.currency == currency) {
            let label = format!("<td>{}<small>{}</small></td>", total.label, html::escape(&total.about));
            let _ = write!(out, "<tr class=\"total\">{label}{}</tr>", html::value(&total.amount));
        }
        out.push_str("</tbody>");
    }
    out.push_str("</table>\n");
}

/// The sums currency by currency, that with most rows first.
fn by_currency(sums: &[Sum]) -> Vec<Vec<&Sum>> {
    let mut groups: Vec<Vec<&Sum>> = Vec::new();
    for sum in sums {
        match groups.iter_mut().find(|g| g.first().is_some_and(|s| s.currency == sum.currency)) {
            Some(group) => group.push(sum),
            None => groups.push(vec![sum]),
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups
}

fn heading(currency: &str, words: Words) -> String {
    match words.lang() {
        Lang::En => format!("{currency} (bars compare sums in {currency} only)"),
        Lang::Vi => format!("{currency} (vạch chỉ so các số tiền {currency} với nhau)"),
    }
}

fn note(sum: &Sum) -> String {
    let count = (sum.count > 1).then(|| format!("{}×", sum.count));
    let about = Some(sum.about.clone()).filter(|a| !a.is_empty());
    about.into_iter().chain(count).collect::<Vec<_>>().join(", ")
}

/// A bar as long as the sum is beside the largest of its currency; that of a range is pale from its lower end on.
fn bar(sum: &Sum, largest: Decimal) -> String {
    let Some((low, high)) = sum.extent else { return String::new() };
    let width = percent(high, largest);
    if low == high {
        return format!("<span class=\"bar\" style=\"width:{width}%\"></span>");
    }
    let sure = percent(low, high);
    format!("<span class=\"bar range\" style=\"width:{width}%\"><span style=\"width:{sure}%\"></span></span>")
}

fn percent(part: Decimal, whole: Decimal) -> Decimal {
    let share = part.checked_mul(Decimal::ONE_HUNDRED).and_then(|p| p.checked_div(whole)).unwrap_or_default();
    share.round().clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)
}
