//! What one room hands to another: rows that were read become rows of the law, tests of the catalogue are adopted.

use assize_intake::soa::{Implementation, SoaRow};
use serde_json::{Value, json};

/// Rows of a Statement of Applicability, as `soa.enter` takes them.
#[must_use]
pub fn soa_rows(rows: &[SoaRow]) -> Value {
    Value::Array(rows.iter().map(soa_row).collect())
}

fn soa_row(row: &SoaRow) -> Value {
    let said = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let implemented = match row.implemented {
        Implementation::Yes => "implemented",
        Implementation::Partly => "partly",
        Implementation::Planned => "planned",
        Implementation::No => "not_implemented",
        Implementation::NotStated => "unstated",
    };
    json!({
        "control": row.control,
        "title": said(&row.title),
        "necessary": row.necessary,
        "why": said(&row.why),
        "implemented": implemented,
        "why_excluded": said(&row.why_excluded),
    })
}
