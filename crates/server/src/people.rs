//! Questions about people: competent for a role on a day, barred from an audit.

use assize_access::Action;
use assize_domain::auditee::Organization;
use assize_domain::auditor::competence::competence;
use assize_domain::auditor::impartiality::{bars, relations};
use assize_domain::auditor::{Person, audit_log};
use assize_domain::kernel::datum::Datum;
use assize_domain::kernel::id::{AuditeeId, PersonId};
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::policy::Policy;
use assize_domain::words::{AuditType, TeamRole};
use assize_domain::{AnyRecord, Key, Kind};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde_json::{Value, json};

use crate::app::App;
use crate::body::json;
use crate::caller::Caller;
use crate::problem::Fault;
use crate::query::{Query, id};

/// `GET /people/{id}/competence?role=&on=`, by the organization's policy.
pub(crate) async fn competent(
    State(app): State<App>,
    _caller: Caller,
    Path(person): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let person: PersonId = id(&person)?;
    let mut query = Query::of(&uri);
    let role: Option<TeamRole> = query.needed("role");
    let on: Option<Date> = query.read("on");
    let role = query.done(role)?;
    let on = on_or_today(&app, on)?;
    let policy = policy(&app).await?;
    let shown = app.store.ask(|world| Ok(competence(&policy, world.get::<Person>(person)?, role, on))).await;
    let shown = shown.map_err(Fault::unanswered)?;
    let criteria: Value = shown
        .criteria
        .iter()
        .map(|criterion| with(criterion.to_json(), [("met", criterion.is_met().into())]))
        .collect();
    let areas: Value = shown.areas().iter().map(Datum::to_json).collect();
    let added = [
        ("person", person.to_json()),
        ("met", shown.is_met().into()),
        ("areas", areas),
        ("criteria", criteria),
    ];
    Ok(json(StatusCode::OK, &with(shown.to_json(), added)))
}

/// `GET /people/{id}/impartiality?auditee=&role=&type=&on=`, by the organization's policy.
pub(crate) async fn impartial(
    State(app): State<App>,
    caller: Caller,
    Path(person): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let person: PersonId = id(&person)?;
    let mut query = Query::of(&uri);
    let auditee: Option<AuditeeId> = query.needed("auditee");
    let role: Option<TeamRole> = query.needed("role");
    let audit_type: Option<AuditType> = query.needed("type");
    let on: Option<Date> = query.read("on");
    let asked = auditee.zip(role).zip(audit_type);
    let ((auditee, role), audit_type) = query.done(asked)?;
    caller.asker.demand_any(&[Action::See], Key::of(auditee)).await?;
    let on = on_or_today(&app, on)?;
    let policy = policy(&app).await?;
    let barred = app
        .store
        .ask(|world| {
            world.get::<Person>(person)?;
            world.get::<assize_domain::auditee::Auditee>(auditee)?;
            Ok(bars(&policy, &relations(world, person, auditee)?, role, audit_type, on))
        })
        .await
        .map_err(Fault::unanswered)?;
    let bars: Value = barred.iter().map(Datum::to_json).collect();
    let answer = json!({ "person": person.to_json(), "auditee": auditee.to_json(), "role": role.word(),
        "type": audit_type.word(), "on": on.to_string(), "barred": !barred.is_empty(), "bars": bars });
    Ok(json(StatusCode::OK, &answer))
}

/// `GET /people/{id}/audits`: the audit log, kept from the audits themselves.
pub(crate) async fn log(
    State(app): State<App>,
    caller: Caller,
    Path(person): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let person: PersonId = id(&person)?;
    Query::of(&uri).done(Some(()))?;
    let logged = app.store.ask(|world| {
        world.get::<Person>(person)?;
        audit_log(world, person)
    });
    let logged = logged.await.map_err(Fault::unanswered)?;
    let reach = caller.asker.reach(Kind::Audit).await?;
    let seen = logged.iter().filter(|logged| reach.is_whole(logged.audit));
    let items: Value = seen.map(Datum::to_json).collect();
    Ok(json(StatusCode::OK, &json!({ "person": person.to_json(), "items": items })))
}

/// The organization's policy.
async fn policy(app: &App) -> Result<Policy, Fault> {
    let page = app.store.record_page(Kind::Organization, None, 1).await?;
    match page.into_iter().next().map(|(_, found)| found.record) {
        Some(AnyRecord::Organization(organization)) => Ok(Organization::policy(&organization).clone()),
        _ => Err(Fault::not_found("the auditing organization is not named yet; give `organization.name`")),
    }
}

/// The store's time.
pub(crate) fn now(app: &App) -> Result<Timestamp, Fault> {
    Timestamp::from_millis(app.store.clock().millis()).map_err(Fault::internal)
}

pub(crate) fn on_or_today(app: &App, on: Option<Date>) -> Result<Date, Fault> {
    on.map_or_else(|| Ok(now(app)?.date()), Ok)
}

pub(crate) fn with<const N: usize>(mut object: Value, fields: [(&str, Value); N]) -> Value {
    if let Some(object) = object.as_object_mut() {
        object.extend(fields.into_iter().map(|(name, value)| (name.to_owned(), value)));
    }
    object
}
