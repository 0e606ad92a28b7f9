//! Statements of Applicability from any cells.
#![no_main]

use assize_intake::{Row, Sheet, Table, soa};
use libfuzzer_sys::fuzz_target;

// Cells are parted by the character 1 and rows by 2, which no column name holds.
fuzz_target!(|text: &str| {
    let rows = (1..)
        .zip(text.split('\u{2}'))
        .map(|(number, row)| Row { number, cells: row.split('\u{1}').map(str::to_owned).collect() });
    let table = Table { sheets: vec![Sheet { name: String::new(), rows: rows.collect() }] };
    let _ = soa::read(&table);
});
