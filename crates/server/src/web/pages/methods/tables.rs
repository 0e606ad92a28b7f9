//! The adopted tables that a method can be carried out by: offered beside its form, and put into its inputs.

use assize_domain::method::MethodTable;
use assize_domain::{AnyRecord, Kind};
use assize_methods::Method;
use assize_methods::audit_time::tables::System;
use serde_json::Value;

use crate::app::App;
use crate::methods::with_tables;
use crate::problem::Fault;
use crate::web::form::{Choice, Posted, Wrong};
use crate::web::words::Words;

/// The control that names the tables.
const CONTROL: &str = "tables";
/// How many tables are looked at for those that fit.
const TABLES_MAX: i64 = 200;

/// The tables in use that the method has a place for, each with whether it is chosen.
pub(super) async fn offered(
    app: &App,
    words: &Words,
    method: &Method,
    posted: &Posted,
) -> Result<Vec<(Choice, bool)>, Fault> {
    let page = app.store.record_page(Kind::MethodTable, None, TABLES_MAX).await?;
    let tables = page.into_iter().filter_map(|(_, found)| match found.record {
        AnyRecord::MethodTable(table) if table.is_in_use() => Some(table),
        _ => None,
    });
    let choices = tables.flat_map(|table| choices(words, method, &table));
    let is_chosen = |choice: &Choice| posted.all(CONTROL).contains(&choice.value);
    Ok(choices.map(|choice| (is_chosen(&choice), choice)).map(|(chosen, choice)| (choice, chosen)).collect())
}

/// A table as it can be chosen: once, or once for each management system.
fn choices(words: &Words, method: &Method, table: &MethodTable) -> Vec<Choice> {
    let (id, place) = (table.id().to_string(), table.content().place());
    let title = format!("{} ({}, {})", table.title(), table.source(), table.edition());
    if method.takes(place) {
        return vec![Choice::new(id, title)];
    }
    if !method.takes_by_system(place) {
        return Vec::new();
    }
    let of_system = |system: &System| {
        let named = words.word("System", system.word());
        Choice::new(
            format!("{system}:{id}"),
            words.with2("methods-table-for", "table", title.as_str(), "system", named),
        )
    };
    System::ALL.iter().map(of_system).collect()
}

/// Puts the chosen tables into the inputs; answers with them, or with what is wrong.
pub(super) async fn chosen(
    app: &App,
    words: &Words,
    method: &Method,
    inputs: &mut Value,
    posted: &Posted,
) -> Result<Result<Vec<MethodTable>, Vec<Wrong>>, Fault> {
    let ids: Vec<&str> = posted.all(CONTROL).iter().map(String::as_str).collect();
    let found = with_tables(&app.store, method, inputs, &ids, "").await?;
    Ok(found.map_err(|problems| problems.into_iter().map(|problem| Wrong::of(words, problem)).collect()))
}
