//! Every bound of the parsers, in one place.

use crate::Unreadable;

/// What the parsers may use for one file. [`Limits::default`] is what the worker uses.
///
/// Any value is a valid bound, so the fields are public; a value of zero refuses everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub input_bytes_max: u64,
    /// Characters of text kept; what lies beyond is cut off and the result is flagged as truncated.
    pub output_chars_max: usize,
    /// Headings kept; further ones are left out and the result is flagged as truncated.
    pub headings_max: usize,
    /// Problems kept for one file; the last one then says how many more there were.
    pub problems_max: usize,
    /// Entries of a ZIP archive (DOCX and XLSX are ZIP archives).
    pub zip_entries_max: usize,
    /// Bytes that all entries of a ZIP archive together may unpack to, counted while unpacking, never as declared.
    pub zip_total_bytes_max: u64,
    /// How many times larger than its packed form an entry may be, once it is larger than [`Self::zip_ratio_free_bytes`].
    pub zip_ratio_max: u64,
    /// Unpacked bytes below which the ratio of an entry is not looked at, since small XML packs very well.
    pub zip_ratio_free_bytes: u64,
    /// Elements of an XML part that may be open at once.
    pub xml_depth_max: usize,
    /// Sheets of a workbook.
    pub sheets_max: usize,
    /// The highest row number of a sheet that may hold a value.
    pub sheet_rows_max: u32,
    /// The highest column number of a sheet that may hold a value.
    pub sheet_columns_max: u32,
    /// Cells of a whole table, counted with the empty cells to the left of a value.
    pub table_cells_max: usize,
    /// Bytes of what all cells of a table say together, each text counted in every cell that shows it.
    pub table_text_bytes_max: usize,
    /// Pages of a PDF that are read; further ones are left out and the result is flagged as truncated.
    pub pages_max: usize,
}

impl Limits {
    /// 64 MiB: larger than any policy, procedure or register met in practice, small beside the worker's memory.
    pub const INPUT_BYTES_MAX: u64 = 64 * 1024 * 1024;
    /// Four million characters, some 1,500 printed pages.
    pub const OUTPUT_CHARS_MAX: usize = 4_000_000;
    /// Ten thousand headings.
    pub const HEADINGS_MAX: usize = 10_000;
    /// Two hundred problems: more than a user will read before mending the cause.
    pub const PROBLEMS_MAX: usize = 200;
    /// 4,096 entries; a DOCX or XLSX written by an office program has some tens.
    pub const ZIP_ENTRIES_MAX: usize = 4_096;
    /// 128 MiB unpacked.
    pub const ZIP_TOTAL_BYTES_MAX: u64 = 128 * 1024 * 1024;
    /// 200 times; deflate can reach about 1,030.
    pub const ZIP_RATIO_MAX: u64 = 200;
    /// 4 MiB.
    pub const ZIP_RATIO_FREE_BYTES: u64 = 4 * 1024 * 1024;
    /// 256 elements deep; deeply nested tables in a DOCX reach about 60.
    pub const XML_DEPTH_MAX: usize = 256;
    /// 256 sheets.
    pub const SHEETS_MAX: usize = 256;
    /// 100,000 rows.
    pub const SHEET_ROWS_MAX: u32 = 100_000;
    /// 1,024 columns.
    pub const SHEET_COLUMNS_MAX: u32 = 1_024;
    /// Two million cells.
    pub const TABLE_CELLS_MAX: usize = 2_000_000;
    /// 64 MiB: a workbook keeps a text once and may show it in a million cells.
    pub const TABLE_TEXT_BYTES_MAX: usize = 64 * 1024 * 1024;
    /// 2,000 pages.
    pub const PAGES_MAX: usize = 2_000;

    /// Refuses a file that is larger than [`Self::input_bytes_max`].
    ///
    /// # Errors
    /// [`Unreadable::TooLarge`].
    pub(crate) fn check_input(&self, bytes: &[u8]) -> Result<(), Unreadable> {
        let size = bytes.len() as u64;
        if size > self.input_bytes_max {
            return Err(Unreadable::TooLarge { bytes: size, bytes_max: self.input_bytes_max });
        }
        Ok(())
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            input_bytes_max: Self::INPUT_BYTES_MAX,
            output_chars_max: Self::OUTPUT_CHARS_MAX,
            headings_max: Self::HEADINGS_MAX,
            problems_max: Self::PROBLEMS_MAX,
            zip_entries_max: Self::ZIP_ENTRIES_MAX,
            zip_total_bytes_max: Self::ZIP_TOTAL_BYTES_MAX,
            zip_ratio_max: Self::ZIP_RATIO_MAX,
            zip_ratio_free_bytes: Self::ZIP_RATIO_FREE_BYTES,
            xml_depth_max: Self::XML_DEPTH_MAX,
            sheets_max: Self::SHEETS_MAX,
            sheet_rows_max: Self::SHEET_ROWS_MAX,
            sheet_columns_max: Self::SHEET_COLUMNS_MAX,
            table_cells_max: Self::TABLE_CELLS_MAX,
            table_text_bytes_max: Self::TABLE_TEXT_BYTES_MAX,
            pages_max: Self::PAGES_MAX,
        }
    }
}
