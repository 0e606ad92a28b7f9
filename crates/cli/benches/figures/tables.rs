//! A register of ten thousand rows as a workbook, out and in again: written, read by the reader of documents, and compared with the record.

use assize_domain::kernel::time::Timestamp;
use assize_exchange::columns::SheetOf;
use assize_exchange::table::came::compared;
use assize_exchange::table::{Cell, Column, Table, edit_of, xlsx};
use assize_intake::{DocumentKind, Limits, table};

use crate::measure::{Aim, Broken, Watch, figure};

/// How many rows it has.
const ROWS: i64 = 10_000;
/// How often it goes out and in.
const TIMES: usize = 5;
/// Columns like those of working papers.
const COLUMNS: [&str; 18] = [
    "paper",
    "version",
    "title",
    "requirements",
    "purpose",
    "assignee",
    "state",
    "evaluation",
    "reason",
    "evaluated_at",
    "reviewed_at",
    "samples",
    "evidence",
    "notes",
    "minutes",
    "new_note_method",
    "new_note_role",
    "new_note",
];

pub(crate) async fn run() -> Result<(), Broken> {
    let at: Timestamp = "2026-10-02T14:30:00Z".parse()?;
    let register = register(at);
    let registers = vec![vec![register.clone(), register.clone()]];
    let (mut out, mut read, mut with) = (Vec::new(), Vec::new(), Vec::new());
    for _time in 0..TIMES {
        let watch = Watch::start();
        let bytes = xlsx(std::slice::from_ref(&register), "Papers", at)?;
        out.push(watch.stop().cpu);
        let watch = Watch::start();
        let (sheets, _) =
            table(DocumentKind::Xlsx, &bytes, &Limits::default()).map_err(|error| error.to_string())?;
        read.push(watch.stop().cpu);
        let sheet = sheets.sheets.into_iter().next().ok_or("the workbook has no sheet")?;
        let rows: Vec<(u32, Vec<String>)> =
            sheet.rows.into_iter().map(|row| (row.number, row.cells)).collect();
        let watch = Watch::start();
        let came = compared(SheetOf { name: "", rows: &rows }, &registers).ok_or("it is no register")?;
        with.push(watch.stop().cpu);
        if came.rows != usize::try_from(ROWS)? || !came.differing.is_empty() {
            return Err(format!("{} rows came back, and {} differ", came.rows, came.differing.len()).into());
        }
    }
    figure("XLSX of 10,000 rows out", "s of CPU", &out, Aim::Under(0.5));
    let whole: Vec<f64> = read.iter().zip(&with).map(|(read, with)| read + with).collect();
    figure("XLSX of 10,000 rows in, read and compared", "s of CPU", &whole, Aim::Under(1.0));
    figure("of which compared", "s of CPU", &with, Aim::Under(0.3));
    Ok(())
}

fn register(at: Timestamp) -> Table {
    let column = |key: &&'static str| Column {
        key,
        title: format!("Title of {key}"),
        width: 20,
        edit: edit_of("papers", key),
    };
    let row = |n: i64| {
        COLUMNS
            .iter()
            .map(|key| match *key {
                "paper" => Cell::text(format!("01900000-0000-7000-8000-{n:012}")),
                "version" | "notes" | "minutes" => Cell::Number(n % 90 + 1),
                "evaluated_at" | "reviewed_at" => Cell::Time(at),
                "new_note_method" | "new_note_role" | "new_note" => Cell::Empty,
                "title" | "reason" => Cell::text(format!(
                    "Is what is asked for in row {n} done, and does it show in the records of the year?"
                )),
                key => Cell::text(format!("{key} {}", n % 40)),
            })
            .collect()
    };
    Table {
        key: "papers",
        title: "Working papers".to_owned(),
        columns: COLUMNS.iter().map(column).collect(),
        rows: (0..ROWS).map(row).collect(),
    }
}
