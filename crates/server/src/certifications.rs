//! What a certification's cycle asks for.

use assize_domain::certification::cycle::{CycleDue, cycle as asked};
use assize_domain::kernel::datum::Datum;
use assize_domain::kernel::id::CertificationId;
use assize_domain::kernel::time::Date;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use crate::app::App;
use crate::body::json;
use crate::caller::Caller;
use crate::people::{on_or_today, with};
use crate::problem::Fault;
use crate::query::{Query, id};

/// `GET /certifications/{id}/cycle?on=`, from the decisions and the audits that were held.
pub(crate) async fn cycle(
    State(app): State<App>,
    _caller: Caller,
    Path(certification): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let certification: CertificationId = id(&certification)?;
    let mut query = Query::of(&uri);
    let on: Option<Date> = query.read("on");
    query.done(Some(()))?;
    let on = on_or_today(&app, on)?;
    let due = app.store.ask(|world| asked(world, certification, on)).await.map_err(Fault::unanswered)?;
    let item = |due: &CycleDue| with(due.to_json(), [("overdue", due.is_overdue(on).into())]);
    let items: Value = due.iter().map(item).collect();
    Ok(json(
        StatusCode::OK,
        &json!({ "certification": certification.to_json(), "on": on.to_string(), "items": items }),
    ))
}
