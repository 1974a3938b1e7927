//! What all records begin with, and how they are written.

use serde::Serialize;
use vanban::record::SCHEMA;
use vanban::{DATA_VERSION, Unit};

/// How offsets are counted, and the versions of the shape and of the data.
#[derive(Serialize)]
pub struct Head {
    offsets: &'static str,
    schema: u32,
    data: &'static str,
}

impl Head {
    /// The head of a record whose offsets are counted in `unit`.
    pub fn new(unit: Unit) -> Head {
        Head { offsets: unit.name(), schema: SCHEMA, data: DATA_VERSION }
    }
}

/// A value as one line of JSON.
pub fn to_json(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|e| e.to_string())
}
