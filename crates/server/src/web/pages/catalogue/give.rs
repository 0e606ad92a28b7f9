//! What is taken out of the catalogue, and what is adopted from it.

use assize_catalogue::CriteriaId;
use assize_catalogue::adoption::{adopted_set, adoptions};
use assize_domain::kernel::said::say;
use assize_store::Act;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use serde_json::Value;

use super::set::offered;
use super::set_href;
use crate::app::App;
use crate::body::{JSON_BYTES_MAX, read};
use crate::commands::{command, execute};
use crate::conditions::value;
use crate::people::now;
use crate::problem::Fault;
use crate::query::short;
use crate::web::form::Posted;
use crate::web::library::library;
use crate::web::visitor::Visitor;

/// `GET /catalogue/export`: a set of the built-in catalogue with its tests, as a file.
pub(crate) async fn export(State(app): State<App>, _visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let criteria = query.filled("set").unwrap_or_default();
    let library = library()?;
    let unknown = || {
        Fault::not_found(say!("the built-in catalogue has no set `{criteria}`", criteria = short(criteria)))
    };
    let set = offered(library, criteria).ok_or_else(unknown)?;
    let catalogue = &library.catalogue;
    let (bytes, media, ending) = match query.filled("as") {
        Some("xlsx") => {
            const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (catalogue.export_xlsx(set).map_err(Fault::internal)?, XLSX, "xlsx")
        }
        Some("toml") => {
            (catalogue.export_toml(&set.id).ok_or_else(unknown)?.into_bytes(), "application/toml", "toml")
        }
        Some("oscal") => {
            let oscal = catalogue.export_oscal(&set.id, &now(&app)?.to_string()).ok_or_else(unknown)?;
            (oscal.to_string().into_bytes(), "application/json", "json")
        }
        _ => return Err(Fault::not_found("a set is given out as `xlsx`, `toml` or `oscal`")),
    };
    let name: String = criteria
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
        .collect();
    let headers = [
        (header::CONTENT_TYPE, value(media)),
        (header::CONTENT_DISPOSITION, value(&format!("attachment; filename=\"{name}.{ending}\""))),
    ];
    Ok((headers, bytes).into_response())
}

/// `POST /catalogue/adopt`: the built-in set that `set` names; without it every built-in test, mapping and trail. What was adopted
/// before stays as it is, so that it may be done again.
pub(crate) async fn adopt(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let posted = Posted::read(&read(&headers, body, JSON_BYTES_MAX).await?);
    let catalogue = &library()?.catalogue;
    let (commands, back) = match posted.filled("set") {
        Some(set) => {
            let found = set.parse::<CriteriaId>().ok().and_then(|id| catalogue.criteria(&id));
            let unknown = || {
                Fault::not_found(say!(
                    "the built-in catalogue has no set `{criteria}`",
                    criteria = short(set)
                ))
            };
            let found = found.ok_or_else(unknown)?;
            (vec![("criteria.adopt", adopted_set(found, None))], set_href(set, None))
        }
        None => (adoptions(catalogue), "/catalogue".to_owned()),
    };
    let last = commands.first().map(|(name, _)| *name).unwrap_or_default();
    let seq = give_all(&app, &visitor, commands).await?;
    let more = if back.contains('?') { '&' } else { '?' };
    let seq = seq.map(|seq| format!("&seq={seq}")).unwrap_or_default();
    Ok(Redirect::to(&format!("{back}{more}done={last}{seq}")).into_response())
}

/// Gives commands one after the other; each is read before the first is given. The number of the last entry.
pub(crate) async fn give_all(
    app: &App,
    visitor: &Visitor,
    commands: Vec<(&'static str, Value)>,
) -> Result<Option<i64>, Fault> {
    let read = commands.iter().map(|(name, body)| command(name, body));
    let read = read.collect::<Result<Vec<_>, Fault>>()?;
    let mut last = None;
    for command in read {
        let act = Act {
            actor: visitor.actor.clone(),
            command,
            expected: None,
            once: None,
            grant: None,
            door: None,
            field: None,
            received: None,
        };
        let done = execute(app, &visitor.asker, act).await?;
        last = done.events.last().map(|event| event.seq).or(last);
    }
    Ok(last)
}
