//! Frames between parent and worker, in both directions.
#![no_main]

use assize_intake::worker::{Job, Reply, read_frame};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = read_frame::<Job>(bytes, 1 << 20);
    let _ = read_frame::<Reply>(bytes, 1 << 20);
});
