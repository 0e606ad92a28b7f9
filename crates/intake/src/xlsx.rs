//! Workbooks: the cells of each sheet, by calamine.
//!
//! Cells are taken one by one and placed by hand, since a sheet with two cells in opposite corners would otherwise
//! become a table of seventeen thousand million. A formula counts by the value the program last computed for it.

mod seen;

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use quick_xml::events::{BytesStart, Event};

use crate::package::Package;
use crate::problem::Problems;
use crate::table::{Room, Sheet, SheetBuilder};
use crate::text_out::TextOut;
use crate::unreadable::one_line;
use crate::xml::{Xml, raw_values};
use crate::{Limits, Problem, Severity, Table, Unreadable};
use seen::Seen;

/// The text of a workbook: a line for each sheet's name, which is also a heading, then its rows with tabs.
pub(crate) fn text(bytes: &[u8], limits: &Limits, out: &mut TextOut) -> Result<(), Unreadable> {
    let mut problems = Problems::new(limits.problems_max);
    let table = read(bytes, limits, &mut problems)?;
    out.problems.extend(problems.into_vec());
    for sheet in &table.sheets {
        let offset_bytes = out.len();
        out.push_str(&sheet.name);
        out.heading(1, &sheet.name, offset_bytes);
        out.end_line();
        for row in &sheet.rows {
            for (index, cell) in row.cells.iter().enumerate() {
                if index > 0 {
                    out.push_char('\t');
                }
                out.push_str(cell);
            }
            out.end_line();
            if out.is_full() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The sheets of a workbook in their order; charts and macros are left out.
pub(crate) fn read(bytes: &[u8], limits: &Limits, problems: &mut Problems) -> Result<Table, Unreadable> {
    let seen = check_parts(bytes, limits)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let metadata: Vec<calamine::Sheet> = workbook.sheets_metadata().to_vec();
    if metadata.len() > limits.sheets_max {
        return Err(Unreadable::TooManySheets { sheets: metadata.len(), sheets_max: limits.sheets_max });
    }
    let mut sheets = Vec::new();
    let mut room = Room::of(limits);
    for sheet in metadata.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        if sheet.visible != SheetVisible::Visible {
            let problem = Problem::of_file(Severity::Note, "the sheet is hidden", "it is read all the same");
            problems.push(problem.at(&sheet.name, None, None));
        }
        sheets.push(read_sheet(&mut workbook, &sheet.name, limits, &mut room, problems)?);
    }
    seen.tell(problems);
    Ok(Table { sheets })
}

fn read_sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    limits: &Limits,
    room: &mut Room,
    problems: &mut Problems,
) -> Result<Sheet, Unreadable> {
    let mut builder = SheetBuilder::new(name, limits, room);
    let mut reader = workbook.worksheet_cells_reader(name).map_err(damaged)?;
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let (row, column) = (row.saturating_add(1), column.saturating_add(1));
        let text = words(cell.get_value());
        if text.is_empty() {
            continue;
        }
        if let DataRef::Error(_) = cell.get_value() {
            let what = format!("the formula of the cell failed with `{text}`");
            let problem = Problem::of_file(Severity::Warning, what, "mend the formula or write the value");
            problems.push(problem.at(name, Some(row), Some(column)));
        }
        builder.put(row, column, text)?;
    }
    Ok(builder.finish())
}

/// The words of a cell. Dates are written as ISO 8601 has them, so that no reader takes the day for the month.
fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => clean(words),
        DataRef::SharedString(words) => clean(words),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(moment) => moment_words(moment),
        error @ DataRef::Error(_) => Data::from(error.clone()).to_string(),
    }
}

fn clean(words: &str) -> String {
    words.replace("\r\n", "\n").replace(['\r'], "\n").replace('\0', "").trim().to_owned()
}

fn moment_words(moment: &ExcelDateTime) -> String {
    /// The day numbers a spreadsheet can show: 31 December 9999 is the last.
    const DAYS: std::ops::Range<f64> = 0.0..2_958_466.0;
    if !moment.is_datetime() || !DAYS.contains(&moment.as_f64()) {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// Bounds what calamine itself does not: size, depth and entities of every XML part, and what [`check_element`] says. Answers what stands in
/// the parts that a reader of cells does not see.
fn check_parts(bytes: &[u8], limits: &Limits) -> Result<Seen, Unreadable> {
    let mut package = Package::open(bytes, limits)?;
    let mut seen = Seen::of_names(package.names());
    let names: Vec<String> = package
        .names()
        .iter()
        .filter(|name| {
            let lower = name.to_ascii_lowercase();
            lower.ends_with(".xml") || lower.ends_with(".rels")
        })
        .cloned()
        .collect();
    for name in names {
        let text = package.part(&name)?.unwrap_or_default();
        let mut xml = Xml::new(&text, &name, limits);
        while let Some(event) = xml.next()? {
            if let Event::Start(element) | Event::Empty(element) = &event {
                check_element(element, text.len())
                    .map_err(|what| Unreadable::damaged("the workbook", what))?;
                seen.begins(&name, element);
            }
            match &event {
                Event::Empty(element) => seen.ends(&name, element.local_name().as_ref(), limits)?,
                Event::End(element) => seen.ends(&name, element.local_name().as_ref(), limits)?,
                _ => {}
            }
        }
    }
    Ok(seen)
}

/// Refuses what makes calamine overflow or set memory aside as the file declares: references to cells that no sheet
/// has, and a count of shared strings for which their part has no room.
fn check_element(element: &BytesStart<'_>, part_bytes: usize) -> Result<(), String> {
    let name = element.local_name();
    let (attribute, is_sound): (_, fn(&str, usize) -> bool) = match name.as_ref() {
        "c" | "row" => ("r", |value, _| reference(value).is_some()),
        "dimension" => ("ref", |value, _| is_area(value)),
        "sst" => ("uniqueCount", is_room_for),
        _ => return Ok(()),
    };
    for value in raw_values(element, attribute) {
        if !is_sound(&value, part_bytes) {
            return Err(format!("`{}` of a `{}` cannot be", one_line(&value), name.as_ref()));
        }
    }
    Ok(())
}

/// Column letters and row digits of a reference such as `B7` or `7`; `None` beyond three letters or seven digits.
fn reference(text: &str) -> Option<(&str, u32)> {
    let digits_at = text.find(|c: char| !c.is_ascii_alphabetic())?;
    let (letters, digits) = text.split_at(digits_at);
    let is_short = letters.len() <= 3 && digits.len() <= 7;
    let row = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()?;
    is_short.then_some((letters, row))
}

/// Whether text is a reference, or two with the first above and left of the second.
fn is_area(text: &str) -> bool {
    let Some((start, end)) = text.split_once(':') else { return reference(text).is_some() };
    let (Some((left, top)), Some((right, bottom))) = (reference(start), reference(end)) else { return false };
    // Fewer letters are a column further left; of as many, the order of the alphabet decides.
    let columns = |letters: &str| (letters.len(), letters.to_ascii_uppercase());
    columns(left) <= columns(right) && top <= bottom
}

/// Whether a part of this size can hold that many strings. What is no number is ignored by calamine too.
fn is_room_for(count: &str, part_bytes: usize) -> bool {
    count.trim().parse::<u128>().map_or(true, |count| count <= part_bytes as u128)
}

fn damaged(error: XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Protected,
        error => Unreadable::damaged("the workbook", error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_that_no_sheet_has_are_refused() {
        for text in ["A1", "7", "XFD1048576", "zzz9999999"] {
            assert!(reference(text).is_some() && is_area(text), "{text}");
        }
        for text in ["", "A", "AAAA1", "A12345678", "99999999999", "A-1", "A1B", "ä1", "$A$1"] {
            assert!(reference(text).is_none() && !is_area(text), "{text}");
        }
        for (text, is_sound) in
            [("A1:B2", true), ("Z1:AA1", true), ("B1:A1", false), ("A2:A1", false), ("A1:", false)]
        {
            assert_eq!(is_area(text), is_sound, "{text}");
        }
        for (count, is_sound) in [("10", true), ("11", false), ("99999999999999999999", false), ("x", true)] {
            assert_eq!(is_room_for(count, 10), is_sound, "{count}");
        }
    }
}
