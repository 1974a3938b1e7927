//! The guide: six pages that show each task from its beginning to its end. There is no code here, and every example is
//! run as a test.

#[doc = include_str!("../docs/guide/walk.md")]
pub mod walk {}

#[doc = include_str!("../docs/guide/acronyms.md")]
pub mod acronyms {}

#[doc = include_str!("../docs/guide/facts.md")]
pub mod facts {}

#[doc = include_str!("../docs/guide/summaries.md")]
pub mod summaries {}

#[doc = include_str!("../docs/guide/dictionaries.md")]
pub mod dictionaries {}

#[doc = include_str!("../docs/guide/accuracy.md")]
pub mod accuracy {}
