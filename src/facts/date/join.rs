//! Ranges and lists: "từ ngày 1/3 đến 5/3/2020", "ngày 9 và 10/7", "năm 2016, 2017 và 2018". What one leaves out is told by
//! the next.

use super::figure::{self, Found};
use super::relative::Distance;
use super::value::Moment;
use super::{Mention, Mentions, context, phrase};
use crate::facts::Grain;
use crate::facts::scene::Scene;
use crate::scan::ids;
use once_cell::sync::Lazy;

static TO: Lazy<Vec<u32>> = Lazy::new(|| ids("đến tới"));

/// How two mentions hang together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tie {
    Dash,
    To,
    List,
}

/// What stands between the end of one mention and the beginning of the next.
fn tie(scene: &Scene, end: usize, at: usize) -> Option<Tie> {
    let (tie, mut next) = if scene.is(end, '-') {
        (Tie::Dash, end + 1)
    } else if scene.is_any(end, &TO) {
        (Tie::To, end + 1)
    } else if scene.is(end, ',') || scene.is(end, ';') || scene.is_any(end, &context::AND) {
        let both = scene.is(end, ',') && scene.is_any(end + 1, &context::AND);
        (Tie::List, end + 1 + usize::from(both))
    } else {
        return None;
    };
    next += phrase::repeated_cue(scene, next);
    (next == at).then_some(tie)
}

/// Whether a comma or an "and" stands at `at`.
pub(super) fn is_list(scene: &Scene, at: usize) -> bool {
    scene.is(at, ',') || scene.is_any(at, &context::AND)
}

/// A figure that is a date because the mention before it goes on in it: "ngày 1/3, 2/4", "năm 2016, 2017".
pub(super) fn continued(scene: &Scene, at: usize, mentions: &Mentions) -> Option<Found> {
    let last = mentions.last_here()?;
    tie(scene, scene.local(last.atoms.end), at)?;
    let found = match last.from.grain() {
        Grain::Day if last.distance.is_none() => figure::dated(scene, at)?,
        Grain::Year if last.distance.is_none() => {
            let year = scene.year(at).filter(|y| last.from.year.is_some_and(|l| y.abs_diff(l) <= 60))?;
            if scene.is_tight(at + 1, '/') || scene.is_tight(at + 1, '-') {
                return None;
            }
            Found::new(at + 1, Moment::of_year(year))
        }
        _ => return None,
    };
    (!context::is_counted(scene, found.end)).then_some(found)
}

/// Ties the last mention, which begins at `at`, to the one before it.
pub(super) fn link(scene: &Scene, at: usize, mentions: &mut Mentions) {
    let sentence = mentions.sentence;
    let Some([before, last]) = mentions.list.last_chunk_mut::<2>() else { return };
    if before.sentence != sentence || before.distance.is_some() || before.lunar || before.clock.is_some() {
        return;
    }
    let Some(tie) = tie(scene, scene.local(before.atoms.end), at) else { return };
    let alike = before.from.grain() == last.from.grain() && before.until.is_none() && last.until.is_none();
    let elliptic = before.from.year.is_none() && last.from.year.is_some();
    let start = scene.local(before.atoms.start);
    let range = match tie {
        Tie::Dash => !last.weekday,
        Tie::To => elliptic || phrase::is_from(scene, start),
        Tie::List => false,
    };
    if alike && range && before.from.before(last.from).is_before(last.from) {
        before.from = before.from.before(last.from);
        before.until = Some(last.from);
        before.atoms.end = last.atoms.end;
        before.distance = last.distance;
        before.yearly = last.yearly;
        before.lunar = last.lunar;
        mentions.list.pop();
    } else if before.from.grain() == last.from.grain() {
        last.linked = true;
        hand_back_year(&mut mentions.list);
    }
}

/// Gives the year of the last mention to those of its list that have none.
fn hand_back_year(list: &mut [Mention]) {
    let Some((last, before)) = list.split_last_mut() else { return };
    if last.from.year.is_none() {
        return;
    }
    let (mut next, mut linked) = (last.from, last.linked);
    for mention in before.iter_mut().rev() {
        if !linked || mention.from.year.is_some() {
            return;
        }
        mention.from = mention.from.before(next);
        mention.until = mention.until.map(|u| u.before(next));
        (next, linked) = (mention.from, mention.linked);
    }
}

/// Takes back a "hôm nay" that the date after it only explains: "hôm nay (26-11)", "sáng nay, 26/11". A year stays, and
/// is that of the date: "năm ngoái, ngày 5/2".
pub(super) fn apposition(scene: &Scene, start: usize, found: Found, mentions: &mut Mentions) -> Option<Distance> {
    let last = mentions.last_here()?;
    let end = scene.local(last.atoms.end);
    let mut at = end;
    at += usize::from(scene.is(at, '(') || scene.is(at, ','));
    at += usize::from(scene.is_any(at, &context::DAY));
    let explains = last.from == Moment::default() && !last.lunar && found.from.day.is_some() && at == start;
    let year = last.distance.filter(|d| explains && d.grain() == Grain::Year);
    if explains && year.is_none() {
        mentions.list.pop();
    }
    year.filter(|d| d.years().is_some_and(|by| by != 0) && found.from.year.is_none())
}
