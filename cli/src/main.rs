//! The command line of vanban.
fn main() {}
