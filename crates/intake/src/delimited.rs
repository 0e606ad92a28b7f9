//! CSV in the dialects that spreadsheets write.

use crate::decode::decode;
use crate::extract::encoding_problem;
use crate::extracted::TextEncoding;
use crate::problem::Problems;
use crate::table::{Room, SheetBuilder};
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
    if let Some(line) = unclosed(body, delimiter) {
        let row = u32::try_from(line.saturating_add(skipped_lines)).ok();
        let hint = "all rows after it have run together; close it or double it";
        let problem = Problem::of_file(Severity::Error, "a quotation mark is never closed", hint);
        problems.push(problem.at("", row, None));
    }
    if decoded.encoding != TextEncoding::Utf16
        && let Some(at) = bytes.iter().position(|byte| *byte == 0)
    {
        let lines = bytes.iter().take(at).filter(|byte| **byte == b'\n').count();
        let hint = "save it as CSV in UTF-8; UTF-16 is read where it begins with its mark";
        let problem =
            Problem::of_file(Severity::Error, "the file holds null characters, here the first", hint);
        problems.push(problem.at("", u32::try_from(lines + 1).ok(), None));
    }
    let mut room = Room::of(limits);
    let mut builder = SheetBuilder::new("", limits, &mut room);
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

/// The line, from 1, on which a cell begins whose quotation mark is never closed. A mark within a cell that has none at its beginning is one
/// of the text.
fn unclosed(body: &str, delimiter: u8) -> Option<usize> {
    let (mut line, mut opened, mut is_begin) = (1_usize, None, true);
    let mut bytes = body.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, opened) {
            (b'"', Some(_)) if bytes.peek() == Some(&b'"') => {
                bytes.next();
            }
            (b'"', Some(_)) => (opened, is_begin) = (None, false),
            (b'"', None) if is_begin => opened = Some(line),
            (b'\n', None) => is_begin = true,
            (byte, None) => is_begin = byte == delimiter,
            (_, Some(_)) => {}
        }
        line += usize::from(byte == b'\n');
    }
    opened
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
        let found = |bytes: &[u8]| {
            let mut problems = Problems::new(10);
            read(bytes, &Limits::default(), &mut problems).unwrap();
            problems.into_vec()
        };
        let problem = &found(b"x,y\na,\"b\nc,d\n")[0];
        assert!(problem.what.contains("never closed"));
        assert_eq!((problem.severity, problem.row), (Severity::Error, Some(2)));
        assert_eq!(found(b"pipe of 5\",\"a \"\"quote\"\"\nof two lines\"\n"), []);
    }

    #[test]
    fn null_characters_are_named_at_their_line() {
        let mut problems = Problems::new(10);
        read(b"a,b\nc\0,d\n", &Limits::default(), &mut problems).unwrap();
        let all = problems.into_vec();
        assert_eq!((all.len(), all[0].severity, all[0].row), (1, Severity::Error, Some(2)), "{all:?}");
    }
}
