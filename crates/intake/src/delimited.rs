//! CSV in the dialects that spreadsheets write.

use crate::decode::decode;
use crate::extract::encoding_problem;
use crate::problem::Problems;
use crate::table::SheetBuilder;
use crate::{Limits, Problem, Severity, Table, Unreadable};

/// The delimiters that are told apart; where nothing speaks for another, the first is taken.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Lines that are looked at to find the delimiter.
const SNIFFED_LINES: usize = 20;

/// Reads the rows of a CSV file.
pub(crate) fn read(bytes: &[u8], limits: &Limits, problems: &mut Problems) -> Result<Table, Unreadable> {
    let decoded = decode(bytes);
    problems.extend(encoding_problem(decoded.encoding));
    let (delimiter, skipped_lines) = delimiter_of(&decoded.text);
    let body = skip_lines(&decoded.text, skipped_lines);
    if body.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        let hint = "rows after it may have run together; close it or double it";
        problems.push(Problem::of_file(Severity::Warning, "a quotation mark is never closed", hint));
    }
    let mut cells_left = limits.table_cells_max;
    let mut builder = SheetBuilder::new("", limits, &mut cells_left);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(body.as_bytes());
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|error| Unreadable::damaged("the CSV file", error))? {
        let row = line_of(&record, body).saturating_add(skipped_lines);
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        for (column, field) in (1u32..).zip(&record) {
            if !field.trim().is_empty() {
                builder.put(row, column, field.trim().to_owned())?;
            }
        }
    }
    Ok(Table { sheets: vec![builder.finish()] })
}

/// The line on which a record begins, from 1. The position that the library gives lies before the empty lines it skips.
fn line_of(record: &csv::StringRecord, body: &str) -> usize {
    let Some(position) = record.position() else { return 1 };
    let to_usize = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let rest = body.as_bytes().get(to_usize(position.byte())..).unwrap_or_default();
    let skipped = rest.iter().take_while(|byte| **byte == b'\n').count();
    to_usize(position.line()).saturating_add(skipped)
}

/// The delimiter, and the number of leading lines that only name it (`sep=;`, as Excel reads and writes).
fn delimiter_of(text: &str) -> (u8, usize) {
    let first = text.lines().next().unwrap_or_default();
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] = first.as_bytes()
        && delimiter.is_ascii()
        && !delimiter.is_ascii_alphanumeric()
        && *delimiter != b'"'
    {
        return (*delimiter, 1);
    }
    let mut best = (b',', 0, 0);
    for delimiter in DELIMITERS {
        let (lines, total) = weight(text, delimiter);
        if (lines, total) > (best.1, best.2) {
            best = (delimiter, lines, total);
        }
    }
    (best.0, 0)
}

/// In how many lines the delimiter stands outside quotation marks, and how often.
fn weight(text: &str, delimiter: u8) -> (usize, usize) {
    let (mut lines, mut total) = (0, 0);
    let (mut seen_lines, mut in_line) = (0, 0);
    let mut quoted = false;
    for byte in text.bytes().chain(std::iter::once(b'\n')) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                lines += usize::from(in_line > 0);
                total += in_line;
                in_line = 0;
                seen_lines += 1;
                if seen_lines >= SNIFFED_LINES {
                    break;
                }
            }
            byte if byte == delimiter && !quoted => in_line += 1,
            _ => {}
        }
    }
    (lines, total)
}

fn skip_lines(text: &str, lines: usize) -> &str {
    let mut rest = text;
    for _ in 0..lines {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let table = read(bytes, &Limits::default(), &mut Problems::new(10)).unwrap();
        table.sheets[0].rows.iter().map(|row| (row.number, row.cells.clone())).collect()
    }

    #[test]
    fn each_dialect_gives_the_same_rows() {
        let expected = [(1, "a, b", "c;d"), (3, "e", "f\ng")];
        let dialects: [&[u8]; 4] = [
            b"\"a, b\",c;d\n\ne,\"f\ng\"\n",
            b"\xEF\xBB\xBFa, b;\"c;d\"\r\n\r\ne;\"f\r\ng\"",
            b"a, b\tc;d\n\ne\t\"f\ng\"\n",
            b"sep=|\na, b|c;d\ne|\"f\ng\"",
        ];
        for bytes in dialects {
            let found = rows(bytes);
            assert_eq!(found.len(), 2, "{}", String::from_utf8_lossy(bytes));
            for ((_, cells), (_, first, second)) in found.iter().zip(expected) {
                assert_eq!(cells.as_slice(), [first, second]);
            }
        }
        assert_eq!(rows(dialects[0])[1].0, 3);
        assert_eq!(rows(dialects[3])[0].0, 2);
    }

    #[test]
    fn an_open_quotation_mark_is_named() {
        let mut problems = Problems::new(10);
        read(b"a,\"b\nc,d\n", &Limits::default(), &mut problems).unwrap();
        assert!(problems.into_vec()[0].what.contains("never closed"));
    }
}
