//! Tables as CSV (RFC 4180) and as JSON Lines.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::{Cell, Table};

/// The table as CSV, in UTF-8, headed by the keys of its columns. Text that a spreadsheet would take for a formula gets an apostrophe
/// before it.
#[must_use]
pub fn csv(table: &Table) -> String {
    let mut out = String::new();
    push_record(&mut out, table.columns.iter().map(|column| Cow::Borrowed(column.key)));
    for row in &table.rows {
        push_record(
            &mut out,
            row.iter().map(|cell| match cell {
                Cell::Text(text) => defused(text),
                other => Cow::Owned(other.plain()),
            }),
        );
    }
    out
}

fn push_record<'a>(out: &mut String, fields: impl Iterator<Item = Cow<'a, str>>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            out.push(',');
        }
        if field.contains(['"', ',', '\n', '\r']) || field.trim() != field {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&field);
        }
    }
    out.push_str("\r\n");
}

/// Text that no spreadsheet takes for a formula.
pub(super) fn defused(text: &str) -> Cow<'_, str> {
    let first = text.trim_start_matches(' ').chars().next();
    let is_hot =
        first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠'));
    if is_hot { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// One row of CSV, of a table whose rows come one after the other.
#[must_use]
pub fn csv_row(row: &[Cell]) -> String {
    let mut out = String::new();
    push_record(
        &mut out,
        row.iter().map(|cell| match cell {
            Cell::Text(text) => defused(text),
            other => Cow::Owned(other.plain()),
        }),
    );
    out
}

/// The table as JSON Lines: an object for each row, its members by the keys of the columns, what is empty left out.
#[must_use]
pub fn json_lines(table: &Table) -> String {
    let mut out = String::new();
    for row in &table.rows {
        let mut object = Map::new();
        for (column, cell) in table.columns.iter().zip(row) {
            let value = match cell {
                Cell::Empty => continue,
                Cell::Number(number) => json!(number),
                other => json!(other.plain()),
            };
            object.insert(column.key.to_owned(), value);
        }
        out.push_str(&Value::Object(object).to_string());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Column;

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        let column = |key| Column { key, title: key.to_owned(), width: 10, edit: crate::table::Edit::Fixed };
        Table { key: "t", title: "T".to_owned(), columns: vec![column("a"), column("b")], rows }
    }

    #[test]
    fn text_is_quoted_where_it_must_be_and_never_a_formula() {
        let rows =
            vec![vec![Cell::text("a \"b\", c\nd"), Cell::text("=1+1")], vec![Cell::Number(-5), Cell::Empty]];
        assert_eq!(csv(&table(rows)), "a,b\r\n\"a \"\"b\"\", c\nd\",'=1+1\r\n-5,\r\n");
        for hot in ["=1", "+1", "-1", "@x", "\tx", " =1", "＝1"] {
            assert_eq!(defused(hot), format!("'{hot}"));
        }
        for plain in ["A.5.1", "a=b", "'=1", ""] {
            assert_eq!(defused(plain), plain);
        }
    }

    #[test]
    fn lines_leave_out_what_is_empty() {
        let rows = vec![vec![Cell::text("=1"), Cell::Empty], vec![Cell::Number(3), Cell::Hundredths(-250)]];
        assert_eq!(json_lines(&table(rows)), "{\"a\":\"=1\"}\n{\"a\":3,\"b\":\"-2.50\"}\n");
    }
}
