//! Statements of Applicability: from a file to `soa.enter`.

use assize_domain::kernel::datum::Datum;
use assize_domain::kernel::id::{AuditeeId, EvidenceId};
use assize_domain::kernel::said::{any_of, say};
use assize_domain::kernel::text::{CriteriaId, Line};
use assize_domain::kernel::time::Date;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use crate::app::App;
use crate::body::{media, read};
use crate::caller::Caller;
use crate::commands::{act, answer, command};
use crate::problem::{Fault, MEDIA};
use crate::query::Query;
use crate::reports::work_fault;
use crate::workers::SoaRead;

/// The longest file, in bytes.
pub(crate) const SOA_BYTES_MAX: u64 = 16 * 1024 * 1024;
/// The media types taken, each with a file name of its kind.
pub(crate) const MEDIA_TYPES: [(&str, &str); 2] = [
    ("text/csv", "statement.csv"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "statement.xlsx"),
];

/// `POST /statements-of-applicability`: the body is the file; what is said of it is in the query.
pub(crate) async fn enter(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let mut query = Query::of(&uri);
    let auditee: Option<AuditeeId> = query.needed("auditee");
    let label: Option<Line> = query.needed("label");
    let dated: Option<Date> = query.needed("dated");
    let criteria: Option<CriteriaId> = query.needed("criteria");
    let source: Option<EvidenceId> = query.read("source");
    let said = (|| {
        Some(json!({ "auditee": auditee?.to_string(), "label": label?.as_str(), "dated": dated?.to_string(),
            "criteria": criteria?.as_str(), "source": source.to_json() }))
    })();
    // Whoever has no business here is told so before their file is read.
    caller.asker.demand_form("soa.enter", said.as_ref().unwrap_or(&Value::Null)).await?;
    let said = query.whole(said);
    let media = media(&headers).unwrap_or_default();
    let name = MEDIA_TYPES.iter().find(|(taken, _)| *taken == media).map(|(_, name)| *name);
    let name = name.ok_or_else(|| {
        Fault::new(
            &MEDIA,
            say!(
                "send the file as {types}",
                types = any_of(MEDIA_TYPES.map(|(taken, _)| format!("`{taken}`")))
            ),
        )
    })?;
    let file = read(&headers, body, SOA_BYTES_MAX).await?;
    let permit = app.working.acquire().await.map_err(Fault::internal)?;
    let rows = match app.workers.read_soa(file, name).await.map_err(work_fault)? {
        SoaRead::Rows(rows) => Ok(rows),
        SoaRead::Problems(problems) => Err(problems),
    };
    drop(permit);
    let (mut said, rows) = match (said, rows) {
        (Ok(said), Ok(rows)) => (said, rows),
        (said, rows) => {
            let of = [said.err(), rows.err()].into_iter().flatten().flatten();
            return Err(Fault::invalid(of.collect()));
        }
    };
    if let Some(said) = said.as_object_mut() {
        said.insert("rows".to_owned(), rows.into());
    }
    let act = act(&headers, &caller, "/statements-of-applicability", command("soa.enter", &said)?)?;
    answer(&app, &caller.asker, act).await
}
