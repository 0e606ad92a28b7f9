//! The layer before every handler: who asks, what the route opens, and whether they may.

use assize_access::Action;
use assize_domain::audit::Audit;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::SecurityKind;
use axum::extract::{FromRequestParts as _, MatchedPath, RawPathParams, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use uuid::Uuid;

use super::asker::{Asker, read_action};
use super::barred::not_there;
use super::doors::{Asks, Door, door, methods};
use crate::app::App;
use crate::caller::Caller;
use crate::exports;
use crate::problem::Fault;
use crate::web::visitor::{Own, Visitor};

/// Before every page.
pub(crate) async fn pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let door = match at(&request) {
        At::Door(door) => door,
        At::Nowhere => return next.run(request).await,
        At::Barred(answer) => return answer,
    };
    if door.asks == Asks::Nothing {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    if door.asks == Asks::Own {
        return match Own::from_request_parts(&mut parts, &app).await {
            Ok(own) => {
                parts.extensions.insert(own);
                next.run(Request::from_parts(parts, body)).await
            }
            Err(outside) => outside.into_response(),
        };
    }
    let visitor = match Visitor::from_request_parts(&mut parts, &app).await {
        Ok(visitor) => visitor,
        Err(outside) => return outside.into_response(),
    };
    let named = named(&mut parts, &app).await;
    if let Err(fault) = ask(&visitor.asker, door, &named).await {
        return fault.into_response();
    }
    parts.extensions.insert(visitor);
    next.run(Request::from_parts(parts, body)).await
}

/// Before every answer of the API.
pub(crate) async fn api(State(app): State<App>, request: Request, next: Next) -> Response {
    let door = match at(&request) {
        At::Door(door) => door,
        At::Nowhere => return next.run(request).await,
        At::Barred(answer) => return answer,
    };
    if door.asks == Asks::Nothing {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let caller = match Caller::from_request_parts(&mut parts, &app).await {
        Ok(caller) => caller,
        Err(fault) => return fault.into_response(),
    };
    let named = named(&mut parts, &app).await;
    if let Err(fault) = ask(&caller.asker, door, &named).await {
        return fault.into_response();
    }
    parts.extensions.insert(caller);
    next.run(Request::from_parts(parts, body)).await
}

/// What is said where there is nothing for who asks.
pub(crate) const NOTHING: &str = "the address may have been mistyped, or what was here may have been erased";

/// Where a request is at.
enum At {
    /// At a door.
    Door(&'static Door),
    /// At no route; what answers there says so.
    Nowhere,
    /// At a route that has no such door.
    Barred(Response),
}

fn at(request: &Request) -> At {
    let Some(path) = request.extensions().get::<MatchedPath>() else { return At::Nowhere };
    let path = path.as_str();
    if let Some(door) = door(request.method().as_str(), path) {
        return At::Door(door);
    }
    let methods = methods(path);
    if methods.is_empty() {
        // A route that nobody has said who may use is used by nobody.
        tracing::error!(path, "the table of doors does not have this route");
        return At::Barred(Fault::not_found("there is nothing at this address").into_response());
    }
    let mut answer = StatusCode::METHOD_NOT_ALLOWED.into_response();
    let mut allowed = methods.join(",");
    if methods.contains(&"GET") {
        allowed.push_str(",HEAD");
    }
    if let Ok(allowed) = HeaderValue::from_str(&allowed) {
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    At::Barred(answer)
}

/// What the parameters of the path name.
#[derive(Debug, Default)]
struct Named {
    id: Option<Uuid>,
    kind: Option<Kind>,
    name: Option<String>,
}

async fn named(parts: &mut axum::http::request::Parts, app: &App) -> Named {
    let mut named = Named::default();
    if let Ok(params) = RawPathParams::from_request_parts(parts, app).await {
        for (name, text) in &params {
            match name {
                "id" => named.id = Uuid::parse_str(text).ok(),
                "kind" => named.kind = text.parse().ok(),
                "name" => named.name = Some(text.to_owned()),
                _ => {}
            }
        }
    }
    named
}

/// Asks what a door asks. Where the path names nothing that could be, the handler says so.
async fn ask(asker: &Asker, door: &Door, named: &Named) -> Result<(), Fault> {
    match door.asks {
        // The commands and the lists are asked about where they are read.
        Asks::Nothing | Asks::SignedIn | Asks::Own | Asks::Across | Asks::Inside | Asks::Command => Ok(()),
        Asks::House(any) => asker.demand_in_house(any).await,
        Asks::AuditFile => match named.id {
            Some(id) => audit_file(asker, Key { kind: Kind::Audit, id }, named.name.as_deref()).await,
            None => Ok(()),
        },
        Asks::Door => match asker.door() {
            Some(door) => asker.demand_any(&[Action::See], Key::of(door.audit)).await,
            None => Err(Fault::not_found(NOTHING)),
        },
        Asks::Record(actions, kind) => match named.id {
            Some(id) => asker.demand_any(actions, Key { kind, id }).await,
            None => Ok(()),
        },
        Asks::Whole(action, of, kind) => match named.id {
            Some(id) => asker.demand_all(action, of, Key { kind, id }).await,
            None => Ok(()),
        },
        Asks::Named => match named.kind.zip(named.id) {
            Some((kind, id)) => asker.demand_any(&[read_action(kind)], Key { kind, id }).await,
            None => Ok(()),
        },
        Asks::Plan => match named.id {
            Some(id) => plan(asker, Key { kind: Kind::Audit, id }).await,
            None => Ok(()),
        },
    }
}

/// Lets pass who may take a file of an audit out. Its calendar, plan and agendas are for whoever is to be there.
async fn audit_file(asker: &Asker, audit: Key, name: Option<&str>) -> Result<(), Fault> {
    if let Some(name) = name.and_then(exports::of_team)
        && !asker.may(Action::Export, audit).await?
        && asker.may(Action::Audit, audit).await?
    {
        return Ok(asker.note(SecurityKind::Exported, Some(audit), name).await?);
    }
    asker.demand_any(&[Action::Export], audit).await
}

/// Lets pass who may see every version of an audit's plan, or the present one.
async fn plan(asker: &Asker, audit: Key) -> Result<(), Fault> {
    if asker.may_on_all(Action::See, Kind::Plan, audit).await? {
        return Ok(());
    }
    let found = asker.store().record(audit).await?.map(|found| found.record);
    let Some(AnyRecord::Audit(found)) = found else { return Err(not_there(audit)) };
    if let Some(plan) = *Audit::plan(&found)
        && asker.may(Action::See, Key::of(plan)).await?
    {
        return Ok(());
    }
    asker.demand_all(Action::See, Kind::Plan, audit).await
}
