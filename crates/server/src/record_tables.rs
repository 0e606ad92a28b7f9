//! Every kind of record as a table, as far as whoever asks may see it: CSV and JSON Lines, row by row as they are read.

use assize_domain::Kind;
use assize_domain::kernel::datum::Cell;
use assize_domain::kernel::said::say;
use assize_exchange::table::{self, csv_row};
use assize_store::{PAGE_ROWS_MAX, RecordTable, SecurityKind, Store, StoreError, flat_tables};
use axum::body::Body;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::access::Asker;
use crate::access::asker::COUNTED;
use crate::body::json;
use crate::caller::Caller;
use crate::conditions::value;
use crate::problem::Fault;
use crate::query::short;

/// How many records are read at a time.
const RECORDS: usize = 200;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Csv,
    JsonLines,
}

/// The table and the form that the name of a file asks for: `finding.csv`.
fn asked(name: &str) -> Option<(RecordTable, Form)> {
    let (name, form) = match name.rsplit_once('.')? {
        (name, "csv") => (name, Form::Csv),
        (name, "jsonl") => (name, Form::JsonLines),
        _ => return None,
    };
    Some((RecordTable::named(name)?, form))
}

/// `GET /tables`: the tables that there are, with their columns.
pub(crate) async fn list(_caller: Caller) -> Response {
    let item = |table: &RecordTable| json!({ "name": table.name, "kind": table.kind.word(), "columns": table.columns });
    let items: Value = flat_tables().iter().map(item).collect();
    json(StatusCode::OK, &json!({ "items": items }))
}

/// `GET /tables/{name}`.
pub(crate) async fn one(caller: Caller, Path(name): Path<String>) -> Result<Response, Fault> {
    let Some((table, form)) = asked(&name) else {
        return Err(Fault::not_found(say!(
            "there is no table `{name}`; `/api/v1/tables` lists them, each with the ending `.csv` or `.jsonl`",
            name = short(&name)
        )));
    };
    caller.asker.note(SecurityKind::Exported, None, &format!("table {name}")).await?;
    let media = match form {
        Form::Csv => "text/csv; charset=utf-8",
        Form::JsonLines => "application/jsonl",
    };
    let headers = [
        (header::CONTENT_TYPE, value(media)),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}\""))),
        (header::CACHE_CONTROL, value("private, no-store")),
    ];
    let first = head(&table, form);
    let state = Some((caller.asker, table, None, first));
    let rows = futures::stream::try_unfold(state, move |state| async move {
        let Some((asker, table, after, head)) = state else { return Ok::<_, StoreError>(None) };
        let (text, next) = page(&asker, &table, form, after).await?;
        let next = next.map(|next| (asker, table, Some(next), String::new()));
        Ok(Some((head + &text, next)))
    });
    Ok((headers, Body::from_stream(rows)).into_response())
}

/// Rows of the records after one that they may see, and where to go on.
async fn page(
    asker: &Asker,
    table: &RecordTable,
    form: Form,
    after: Option<Uuid>,
) -> Result<(String, Option<Uuid>), StoreError> {
    let (records, next) = asker.records(table.kind, None, after, RECORDS).await?;
    let mut text = String::new();
    for (key, found) in &records {
        // What the record itself does not say to them, its table does not either.
        let hidden = table.kind == Kind::Audit
            && table.is_of_records()
            && asker.told(*key, json!({ COUNTED: 0 })).await?.get(COUNTED).is_none();
        for mut row in table.rows(&key.id.hyphenated().to_string(), found) {
            if hidden {
                hide(table, &mut row);
            }
            text.push_str(&line(table, form, &row));
        }
    }
    Ok((text, next))
}

fn hide(table: &RecordTable, row: &mut [Cell]) {
    for (column, cell) in table.columns.iter().zip(row) {
        if column == COUNTED {
            *cell = Cell::Null;
        }
    }
}

fn head(table: &RecordTable, form: Form) -> String {
    match form {
        Form::Csv => {
            let columns: Vec<table::Cell> = table.columns.iter().map(table::Cell::text).collect();
            csv_row(&columns)
        }
        Form::JsonLines => String::new(),
    }
}

fn line(table: &RecordTable, form: Form, row: &[Cell]) -> String {
    match form {
        Form::Csv => {
            let cell = |cell: &Cell| match cell {
                Cell::Int(int) => table::Cell::Number(*int),
                Cell::Text(text) => table::Cell::Text(text.clone()),
                Cell::Null => table::Cell::Empty,
            };
            csv_row(&row.iter().map(cell).collect::<Vec<_>>())
        }
        Form::JsonLines => {
            let mut object = Map::new();
            for (column, cell) in table.columns.iter().zip(row) {
                match cell {
                    Cell::Int(int) => object.insert(column.clone(), Value::from(*int)),
                    Cell::Text(text) => object.insert(column.clone(), Value::from(text.as_str())),
                    Cell::Null => None,
                };
            }
            format!("{}\n", Value::Object(object))
        }
    }
}

/// Writes a table whole for the operator of a store, by the name of its file; answers how many records it has.
///
/// # Errors
/// In words, where there is no such table, or it cannot be written.
pub async fn write_table(
    store: &Store,
    name: &str,
    out: &mut (dyn std::io::Write + Send),
) -> Result<u64, String> {
    let Some((table, form)) = asked(name) else {
        let names: Vec<String> = flat_tables().into_iter().map(|table| table.name).collect();
        return Err(format!(
            "there is no table `{name}`: give one of these with `.csv` or `.jsonl`: {}",
            names.join(", ")
        ));
    };
    out.write_all(head(&table, form).as_bytes()).map_err(|error| crate::problem::causes(&error))?;
    let (mut after, mut count) = (None, 0);
    loop {
        let page = store
            .record_page(table.kind, after, PAGE_ROWS_MAX)
            .await
            .map_err(|error| crate::problem::causes(&error))?;
        let Some((last, _)) = page.last() else { return Ok(count) };
        after = Some(last.id);
        for (key, found) in &page {
            count += 1;
            for row in table.rows(&key.id.hyphenated().to_string(), found) {
                out.write_all(line(&table, form, &row).as_bytes())
                    .map_err(|error| crate::problem::causes(&error))?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_asked_for_by_its_name_and_how_it_is_written() {
        assert_eq!(
            asked("finding.csv").map(|(table, form)| (table.name, form)),
            Some(("finding".to_owned(), Form::Csv))
        );
        assert_eq!(asked("claim_set_claims.jsonl").map(|(_, form)| form), Some(Form::JsonLines));
        for none in ["finding", "finding.xlsx", "account.csv", "token.jsonl", "../finding.csv", ".csv"] {
            assert!(asked(none).is_none(), "{none}");
        }
    }
}
