//! The word lists of the wing, loaded once.

use crate::phrases::Phrases;
use crate::scan::Atom;
use once_cell::sync::Lazy;

macro_rules! list {
    ($(#[$doc:meta])* $name:ident, $file:literal) => {
        $(#[$doc])*
        pub(super) static $name: Lazy<Phrases<()>> =
            Lazy::new(|| Phrases::of_list(include_str!(concat!("../../dictionaries/", $file, ".txt"))));
    };
}

list!(
    /// "bộ trưởng", "giám đốc".
    HEADS,
    "titles/heads"
);
list!(
    /// "phó", "nguyên".
    BEFORE,
    "titles/before"
);
list!(
    /// "thường trực", "điều hành".
    AFTER,
    "titles/after"
);
list!(
    /// "Đại tá", "PGS.TS".
    RANKS,
    "titles/ranks"
);
list!(
    /// "ông", "đồng chí".
    HONORIFICS,
    "titles/honorifics"
);
list!(
    /// Roles that are no position.
    NOT,
    "titles/not"
);
list!(
    /// Words at which a body's name ends.
    STOPS,
    "titles/stops"
);
list!(
    /// "là", "được bổ nhiệm làm".
    LINKS,
    "titles/links"
);
list!(
    /// Heads of private professions.
    PRIVATE,
    "titles/private"
);
list!(
    /// Heads of positions in firms.
    FIRMS,
    "titles/firms"
);
list!(
    /// Heads that hold their unit.
    FUSED,
    "titles/fused"
);
list!(
    /// Heads with a field of duty.
    MINISTERS,
    "titles/ministers"
);
list!(
    /// Heads that are a position only in a named body.
    DEPENDENT,
    "titles/dependent"
);
list!(
    /// "ứng cử viên": what only aspires to a title.
    CANDIDATES,
    "titles/candidates"
);
list!(
    /// "sở", "công ty cổ phần".
    BODIES,
    "bodies/heads"
);
list!(
    /// "UBND", "tỉnh ủy": bodies that need no name of their own.
    COMPLETE,
    "titles/complete"
);
list!(
    /// "xã", "phường".
    SMALL_UNITS,
    "titles/small-units"
);
list!(
    /// Persons of history, after whom streets and schools are named.
    HISTORIC,
    "names/historic"
);
list!(
    /// Honours among the ranks that are no position.
    HONOURS,
    "titles/honours"
);
list!(
    /// "đường", "giải thưởng": what is named after people.
    THINGS,
    "titles/things"
);
list!(
    /// "phòng chống": what only begins like a body.
    NOT_BODIES,
    "bodies/not-heads"
);
list!(
    /// "kế hoạch", "đầu tư": small words in the names of bodies.
    FIELD_WORDS,
    "bodies/words"
);
list!(
    /// "HĐQT": boards within a body, named with the title.
    BOARDS,
    "titles/boards"
);
list!(
    /// "chức vụ", "vị trí".
    OFFICES,
    "titles/offices"
);
list!(MIDDLE, "names/middle");
list!(GIVEN, "names/given");

/// Words for administrative units before a place's name.
pub(super) static UNITS: Lazy<Phrases<()>> = Lazy::new(|| {
    Phrases::of_list(
        "tỉnh\nthành phố\ntp\ntp.\nquận\nq.\nhuyện\nthị xã\ntx\ntx.\nxã\nphường\np.\nthị trấn\nbang\nvùng\nkhu vực\nthủ đô\n\
         đặc khu\nthôn\nấp\nlàng\nbản\nkhu phố\ntổ dân phố\nbuôn\nhạt\n",
    )
});

/// Whether the atoms begin with a phrase of the list, and how long the longest is; 0 for none.
pub(super) fn length(list: &Phrases<()>, atoms: &[Atom]) -> usize {
    list.longest(atoms).map_or(0, |(length, ())| length)
}
