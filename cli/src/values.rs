//! Values of options, with errors in plain words.

use crate::facts::fact_layers;
use jiff::civil::Date;
use std::time::Duration;
use vanban::Domain;
use vanban::record::Layer;

pub fn domain(name: &str) -> Result<Domain, String> {
    Domain::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = Domain::NAMES.iter().map(|(_, n)| *n).collect();
        format!("no such field; there are {}", names.join(", "))
    })
}

pub fn layer(name: &str) -> Result<Layer, String> {
    Layer::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = Layer::ALL.iter().map(|(_, n)| *n).collect();
        format!("no such layer; there are {}", names.join(", "))
    })
}

pub fn date(text: &str) -> Result<Date, String> {
    let figures = text.bytes().all(|b| b == b'-' || b.is_ascii_digit());
    let written = figures && text.split('-').map(str::len).eq([4, 2, 2]);
    let date = text.parse().ok().filter(|d: &Date| written && d.year() > 0);
    date.ok_or(if written { "there is no such day".into() } else { "a date is written 2018-02-01".into() })
}

pub fn jobs(text: &str) -> Result<u16, String> {
    let jobs = text.parse().ok().filter(|n| (1..=1024).contains(n));
    jobs.ok_or_else(|| "a number of threads from 1 to 1024 is wanted".into())
}

pub fn count(text: &str) -> Result<usize, String> {
    text.parse().map_err(|_| "a whole number such as 3 is wanted".into())
}

/// A layer that holds facts.
pub fn fact_layer(name: &str) -> Result<Layer, String> {
    let facts = fact_layers();
    let named = Layer::from_name(name).filter(|l| facts.contains(l));
    named.ok_or_else(|| {
        let names = Layer::ALL.iter().filter(|(l, _)| facts.contains(l)).map(|(_, n)| *n);
        format!("no facts of that name; there are {}", names.collect::<Vec<_>>().join(", "))
    })
}

pub fn seconds(text: &str) -> Result<Duration, String> {
    let wrong = || "seconds are written 10 or 0.5, above 0".to_string();
    let duration = Duration::try_from_secs_f64(text.parse().map_err(|_| wrong())?).map_err(|_| wrong())?;
    if duration.is_zero() { Err(wrong()) } else { Ok(duration) }
}

pub fn share(text: &str) -> Result<f64, String> {
    let n: f64 = text.parse().map_err(|_| "a number between 0 and 1 is wanted".to_string())?;
    if (0.0..=1.0).contains(&n) { Ok(n) } else { Err("a number between 0 and 1 is wanted".into()) }
}
