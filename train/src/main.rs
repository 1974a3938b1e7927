//! Trains and measures the models.
fn main() {}
