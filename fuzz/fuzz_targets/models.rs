//! Model files that are cut short or changed: they do not open, or they read every text to its end.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vanban::training::damaged::Kind;

const TEXT: &str = "Phát triển nghề nông thôn\n\nNăm 2018 khép lại với nhiều chuyển biến của Cục (PTNNT).\nCác DN ở TP. HCM \
                    đã nhận 96,480 tỷ đồng cho 215 đề án.\n\nẢnh: An\n";

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, recipe)) = bytes.split_first() else { return };
    let kind = Kind::ALL[usize::from(first) % 4];
    let damaged = damage(kind.file(), recipe).into_boxed_slice();
    // A model borrows its file for good; here the file must go again. Nothing that was read from it outlives this call
    // but the summary's few weights, which are leaked and never looked at again.
    let file = Box::into_raw(damaged);
    let lasting: &'static [u8] = unsafe { &*file };
    let once = kind.read(lasting, TEXT);
    assert_eq!(once, kind.read(lasting, TEXT), "not the same twice");
    drop(unsafe { Box::from_raw(file) });
});

/// The file after a recipe of six bytes a step: what is done, where, and with what.
fn damage(file: &[u8], recipe: &[u8]) -> Vec<u8> {
    let mut bytes = file.to_vec();
    for step in recipe.chunks_exact(6) {
        let place = u32::from_le_bytes([step[1], step[2], step[3], 0]) as usize;
        let at = place % bytes.len().max(1);
        match step[0] % 6 {
            // In the header, and anywhere.
            0 => bytes.get_mut(place % 32).into_iter().for_each(|b| *b = step[4]),
            1 => bytes.get_mut(at).into_iter().for_each(|b| *b = step[4]),
            2 => bytes.truncate(at),
            3 => bytes.extend(std::iter::repeat_n(step[4], usize::from(step[5]))),
            // A long stretch of one value: a table without an empty record among them.
            4 => bytes[at..].iter_mut().take(usize::from(step[5]) << 12).for_each(|b| *b = step[4]),
            _ => bytes.iter_mut().skip(32).for_each(|b| *b ^= step[4] & (*b | step[5])),
        }
    }
    bytes
}
