//! How a programme stands.

use assize_domain::kernel::datum::Datum;
use assize_domain::kernel::id::ProgrammeId;
use assize_domain::kernel::time::Date;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;

use crate::app::App;
use crate::body::json;
use crate::caller::Caller;
use crate::people::on_or_today;
use crate::problem::Fault;
use crate::query::{Query, id};

/// `GET /programmes/{id}/indicators?on=`, computed from the records.
pub(crate) async fn indicators(
    State(app): State<App>,
    _caller: Caller,
    Path(programme): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let programme: ProgrammeId = id(&programme)?;
    let mut query = Query::of(&uri);
    let on: Option<Date> = query.read("on");
    query.done(Some(()))?;
    let on = on_or_today(&app, on)?;
    let found = app.store.indicators(programme, on).await.map_err(Fault::unanswered)?;
    Ok(json(StatusCode::OK, &found.to_json()))
}
