//! Many texts through a function on several threads, out in the order in which they came in.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Applies `each` to the numbers `0..len`. The threads live as long as the call: a process that forks later, as Python's
/// do, finds none that it would wait for in vain.
pub fn in_order<T: Send>(len: usize, threads: usize, each: impl Fn(usize) -> T + Sync) -> Vec<T> {
    if threads.min(len) < 2 {
        return (0..len).map(each).collect();
    }
    let next = AtomicUsize::new(0);
    let all = Mutex::new(Vec::with_capacity(len));
    std::thread::scope(|scope| {
        for _ in 0..threads.min(len) {
            scope.spawn(|| {
                let mut own = Vec::new();
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= len {
                        break;
                    }
                    own.push((n, each(n)));
                }
                all.lock().unwrap_or_else(PoisonError::into_inner).append(&mut own);
            });
        }
    });
    let mut all = all.into_inner().unwrap_or_else(PoisonError::into_inner);
    all.sort_unstable_by_key(|(n, _)| *n);
    all.into_iter().map(|(_, done)| done).collect()
}
