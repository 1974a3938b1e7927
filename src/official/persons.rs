//! Who is the same person: full names that are equal, and short ones that end a full one.

use super::{Official, title};
use crate::scan::scan;
use std::collections::{HashMap, HashSet};

/// Gives equal persons equal numbers and drops what says the same again.
pub(super) fn number(officials: &mut Vec<Official>) {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut given: HashMap<String, usize> = HashMap::new();
    let mut count = 0;
    for official in officials.iter_mut() {
        let name = official.name.to_lowercase();
        let last = name.rsplit(' ').next().unwrap_or("").to_owned();
        let short = !name.contains(' ');
        let before = known.get(&name).copied().or_else(|| given.get(&last).copied().filter(|_| short));
        official.person = before.unwrap_or(count);
        count += usize::from(before.is_none());
        known.insert(name, official.person);
        given.insert(last, official.person);
    }
    drop_repeated(officials);
}

/// The words of a title and of its body, to compare by.
type Said = [Vec<String>; 2];

fn said(official: &Official) -> Said {
    let words = |text: &str| text.to_lowercase().split_whitespace().map(|w| w.trim_matches(',').to_owned()).collect();
    [words(&official.title), words(official.organization.as_deref().unwrap_or(""))]
}

/// Whether the first says nothing that the second does not: "Thứ trưởng" of "Thứ trưởng Bộ Y tế", "Chủ tịch UBND tỉnh" of
/// "Chủ tịch UBND tỉnh Hà Giang".
fn is_part([title, body]: &Said, whole: &Said) -> bool {
    *title == whole[0] && (body.is_empty() || whole[1].windows(body.len()).any(|w| w == body))
}

/// The most positions of one person that are compared with one another.
const MOST: usize = 24;

/// Leaves one record for each position of a person: the most complete statement of it, or the first that says as much.
fn drop_repeated(officials: &mut Vec<Official>) {
    let mut of: HashMap<usize, Vec<Said>> = HashMap::new();
    officials.retain(|official| {
        let own = of.entry(official.person).or_default();
        let said = said(official);
        let new = !own.contains(&said);
        if new && own.len() < MOST {
            own.push(said);
        }
        new
    });
    officials.retain(|official| {
        let Some(all) = of.get(&official.person).filter(|all| all.len() > 1) else { return true };
        let said = said(official);
        !all.iter().any(|other| *other != said && is_part(&said, other))
    });
}

/// A rank is no position of a person who has another one in the document.
pub(super) fn drop_ranks(officials: &mut Vec<Official>) {
    let is_rank = |o: &Official| {
        let atoms = scan(&o.title);
        o.organization.is_none() && title::rank(&atoms) == atoms.len()
    };
    let ranks: Vec<bool> = officials.iter().map(is_rank).collect();
    let office: HashSet<usize> =
        officials.iter().zip(&ranks).filter(|(_, rank)| !**rank).map(|(o, _)| o.person).collect();
    let mut at = 0;
    officials.retain(|o| {
        at += 1;
        !ranks[at - 1] || !office.contains(&o.person)
    });
}

#[cfg(test)]
mod tests {
    /// The positions of the persons named in a text.
    fn positions(text: &str) -> Vec<(String, Option<String>)> {
        let found = crate::Analyzer::new().read(text).officials();
        found.into_iter().map(|o| (o.title, o.organization)).collect()
    }

    #[test]
    fn a_position_is_given_once_and_in_full() {
        let text = "Chủ tịch UBND tỉnh Lê Văn Na đến thăm.\n\nÔng Lê Văn Na, Chủ tịch UBND tỉnh Hà Giang, nói về kết quả. \
                    Chủ tịch Na cảm ơn bà con.";
        assert_eq!(positions(text), [("Chủ tịch".to_owned(), Some("UBND tỉnh Hà Giang".to_owned()))]);
        let two = "Ông Lê Văn Na, Chủ tịch Hội Nông dân xã, nguyên là Chủ tịch Hội Cựu chiến binh xã.";
        assert_eq!(positions(two).len(), 2);
    }
}
