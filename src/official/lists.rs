//! The word lists of the wing, loaded once.

use crate::phrases::{Phrases, list};
use crate::scan::{Atom, ids};
use once_cell::sync::Lazy;

list!(
    /// "bộ trưởng", "giám đốc".
    pub(super) HEADS,
    "titles/heads"
);
list!(
    /// "phó", "nguyên".
    pub(super) BEFORE,
    "titles/before"
);
list!(
    /// "thường trực", "điều hành".
    pub(super) AFTER,
    "titles/after"
);
list!(
    /// "Đại tá", "PGS.TS".
    pub(super) RANKS,
    "titles/ranks"
);
list!(
    /// "ông", "đồng chí".
    pub(super) HONORIFICS,
    "titles/honorifics"
);
list!(
    /// Roles that are no position.
    pub(super) NOT,
    "titles/not"
);
list!(
    /// Words at which a body's name ends.
    pub(super) STOPS,
    "titles/stops"
);
list!(
    /// "là", "được bổ nhiệm làm".
    pub(super) LINKS,
    "titles/links"
);
list!(
    /// Heads of private professions.
    pub(super) PRIVATE,
    "titles/private"
);
list!(
    /// Heads of positions in firms.
    pub(super) FIRMS,
    "titles/firms"
);
list!(
    /// Heads that hold their unit.
    pub(super) FUSED,
    "titles/fused"
);
list!(
    /// Heads with a field of duty.
    pub(super) MINISTERS,
    "titles/ministers"
);
list!(
    /// "kinh doanh", "thu mua": what directors of firms are in charge of.
    pub(super) DUTIES,
    "titles/duties"
);
list!(
    /// Heads that are a position only in a named body.
    pub(super) DEPENDENT,
    "titles/dependent"
);
list!(
    /// "ứng cử viên": what only aspires to a title.
    pub(super) CANDIDATES,
    "titles/candidates"
);
list!(
    /// "được giao cho": between a position and who gets it.
    pub(super) HANDED,
    "titles/handed"
);
list!(
    /// "sở", "công ty cổ phần".
    pub(super) BODIES,
    "bodies/heads"
);
list!(
    /// "UBND", "tỉnh ủy": bodies that need no name of their own.
    pub(super) COMPLETE,
    "titles/complete"
);
list!(
    /// "xã", "phường".
    pub(super) SMALL_UNITS,
    "titles/small-units"
);
list!(
    /// Persons of history, after whom streets and schools are named.
    pub(super) HISTORIC,
    "names/historic"
);
list!(
    /// Honours among the ranks that are no position.
    pub(super) HONOURS,
    "titles/honours"
);
list!(
    /// "đường", "giải thưởng": what is named after people.
    pub(super) THINGS,
    "titles/things"
);
list!(
    /// "phòng chống": what only begins like a body.
    pub(super) NOT_BODIES,
    "bodies/not-heads"
);
list!(
    /// "kế hoạch", "đầu tư": small words in the names of bodies.
    pub(super) FIELD_WORDS,
    "bodies/words"
);
list!(
    /// "HĐQT": boards within a body, named with the title.
    pub(super) BOARDS,
    "titles/boards"
);
list!(
    /// "công ty": the heads of bodies whose names often sound like a person's.
    pub(super) TRADERS,
    "bodies/traders"
);
list!(
    /// "chức vụ", "vị trí".
    pub(super) OFFICES,
    "titles/offices"
);
list!(
    /// "bí thư", "ủy viên".
    pub(super) PARTY,
    "titles/party"
);
list!(
    /// "tỉnh ủy", "đảng bộ".
    pub(super) PARTY_BODIES,
    "bodies/party"
);
list!(
    /// "nhỏ và vừa".
    pub(super) SET_PHRASES,
    "bodies/set-phrases"
);
list!(pub(super) MIDDLE, "names/middle");
list!(pub(super) GIVEN, "names/given");

/// Words for administrative units before a place's name.
pub(super) static UNITS: Lazy<Phrases<()>> = Lazy::new(|| {
    Phrases::of_list(
        "tỉnh\nthành phố\ntp\ntp.\nquận\nq.\nhuyện\nthị xã\ntx\ntx.\nxã\nphường\np.\nthị trấn\nbang\nvùng\nkhu vực\nthủ đô\n\
         đặc khu\nthôn\nấp\nlàng\nbản\nkhu phố\ntổ dân phố\nbuôn\nhạt\n",
    )
});

/// "trưởng", "chánh": the chief of the body that follows.
pub(super) fn is_chief(atom: &Atom) -> bool {
    static CHIEF: Lazy<Vec<u32>> = Lazy::new(|| ids("trưởng chánh thường trực CT"));
    CHIEF.contains(&atom.id())
}

/// Whether the atoms begin with a phrase of the list, and how long the longest is; 0 for none.
pub(super) fn length(list: &Phrases<()>, atoms: &[Atom]) -> usize {
    list.longest(atoms).map_or(0, |(length, ())| length)
}
