//! Tables as a workbook that one can go on working in.

use assize_domain::kernel::time::{Date, Timestamp};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Cell, Edit, Table};

/// The most characters of a cell that a workbook holds.
const CELL_CHARS_MAX: usize = 32_767;
/// The most characters of a sheet's name.
const NAME_CHARS_MAX: usize = 31;

/// A workbook that cannot be written.
pub type WorkbookError = XlsxError;

/// The tables as a workbook, a sheet each: headings frozen and filtered, dates and numbers as such, text never a formula. `at` is when it is made.
/// Of a table that can come back, the headings of columns that may be changed are yellow, and those of all others grey.
///
/// # Errors
/// [`WorkbookError`] when a table is larger than a sheet can be.
pub fn xlsx(tables: &[Table], title: &str, at: Timestamp) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let made = date_time(at)?;
    workbook.set_properties(
        &DocProperties::new().set_title(title).set_author("Assize").set_creation_datetime(&made),
    );
    let mut names: Vec<String> = Vec::new();
    for table in tables {
        let sheet = workbook.add_worksheet();
        let name = sheet_name(&table.title, &names);
        sheet.set_name(&name)?;
        names.push(name);
        fill(sheet, table)?;
    }
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), WorkbookError> {
    let heading = Format::new()
        .set_bold()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin);
    let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let day = Format::new().set_align(FormatAlign::Top).set_num_format("yyyy-mm-dd");
    let time = Format::new().set_align(FormatAlign::Top).set_num_format("yyyy-mm-dd hh:mm");
    let number = Format::new().set_align(FormatAlign::Top).set_num_format("0");
    let hundredths = Format::new().set_align(FormatAlign::Top).set_num_format("0.00");
    let can_come_back = table.columns.iter().any(|column| column.edit == Edit::Open);
    let open = heading.clone().set_background_color(Color::RGB(0xFF_F2_CC));
    let held = heading.clone().set_font_color(Color::RGB(0x7F_7F_7F));
    for (at, column) in (0u16..).zip(&table.columns) {
        sheet.set_column_width(at, f64::from(column.width))?;
        let look = match column.edit {
            Edit::Open => &open,
            Edit::Id | Edit::Version => &held,
            Edit::Fixed | Edit::Follows if can_come_back => &held,
            Edit::Fixed | Edit::Follows => &heading,
        };
        sheet.write_string_with_format(0, at, &column.title, look)?;
    }
    for (row, cells) in (1u32..).zip(&table.rows) {
        for (at, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(words) => {
                    sheet.write_string_with_format(row, at, bounded(words), &text)?;
                }
                Cell::Number(figure) => {
                    // Numbers of the record are far below 2^53.
                    sheet.write_number_with_format(row, at, *figure as f64, &number)?;
                }
                Cell::Hundredths(figure) => {
                    sheet.write_number_with_format(row, at, *figure as f64 / 100.0, &hundredths)?;
                }
                Cell::Date(date) => {
                    sheet.write_datetime_with_format(row, at, &excel_date(*date)?, &day)?;
                }
                Cell::Time(moment) => {
                    sheet.write_datetime_with_format(row, at, &date_time(*moment)?, &time)?;
                }
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    if !table.columns.is_empty() {
        sheet.autofilter(0, 0, last_row, last_column)?;
    }
    Ok(())
}

/// As much of a text as a cell holds.
fn bounded(text: &str) -> &str {
    text.char_indices().nth(CELL_CHARS_MAX).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn excel_date(date: Date) -> Result<ExcelDateTime, WorkbookError> {
    ExcelDateTime::parse_from_str(&date.to_string())
}

/// A time in UTC, to the second.
fn date_time(at: Timestamp) -> Result<ExcelDateTime, WorkbookError> {
    let text = at.to_string();
    ExcelDateTime::parse_from_str(text.split('.').next().unwrap_or(&text))
}

/// A name that a sheet can have and that none has yet.
fn sheet_name(title: &str, taken: &[String]) -> String {
    let plain: String = title
        .chars()
        .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') { ' ' } else { c })
        .collect();
    let plain: String = plain.trim().chars().take(NAME_CHARS_MAX).collect();
    let plain = if plain.is_empty() { "Table".to_owned() } else { plain };
    let is_taken = |name: &str| taken.iter().any(|other| other.eq_ignore_ascii_case(name));
    if !is_taken(&plain) {
        return plain;
    }
    (2..)
        .map(|n| format!("{} {n}", plain.chars().take(NAME_CHARS_MAX - 4).collect::<String>()))
        .find(|name| !is_taken(name))
        .unwrap_or(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_of_its_own() {
        let taken = vec![sheet_name("Findings: major / minor", &[])];
        assert_eq!(taken, ["Findings  major   minor"]);
        assert_eq!(sheet_name("findings  major   minor", &taken), "findings  major   minor 2");
        assert_eq!(sheet_name("", &[]), "Table");
        assert_eq!(sheet_name(&"x".repeat(50), &[]).len(), 31);
    }

    #[test]
    fn a_text_that_is_too_long_is_cut_between_characters() {
        assert_eq!(bounded(&"ü".repeat(40_000)).chars().count(), CELL_CHARS_MAX);
        assert_eq!(bounded("short"), "short");
    }
}
