//! The routes, as a table of contents. `openapi.rs` describes each of them.

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{delete, get, post};

use crate::app::App;
use crate::{
    access, accounts, around, auditee_door, certifications, claims, commands, documents, dossiers, draws,
    evidence, exports, field, letterhead, methods, openapi, people, probes, problem, programmes,
    record_tables, records, reports, rights, security, signing, soa, tables, technical, templates, tokens,
    web, webhooks,
};

/// The whole application.
pub fn router(app: App) -> Router {
    let api = Router::new()
        .route("/openapi.json", get(openapi::serve))
        .route("/problems", get(problem::list))
        .route("/rules", get(commands::rules))
        .route("/commands", get(commands::list))
        .route("/commands/{name}", post(commands::give))
        .route("/records/{kind}", get(records::list))
        .route("/records/{kind}/{id}", get(records::one))
        .route("/journal", get(records::journal))
        .route("/audits", get(records::audits))
        .route("/audits/{id}/documents", get(evidence::search))
        .route("/audits/{id}/dossier", get(dossiers::one))
        .route("/audits/{id}/loans", post(field::lend))
        .route("/audits/{id}/doors", get(auditee_door::list).post(auditee_door::make))
        .route("/audits/{id}/doors/{door}", delete(auditee_door::shut))
        .route("/audits/{id}/files/{name}", get(exports::of_audit))
        .route("/programmes/{id}/files/{name}", get(exports::of_programme))
        .route("/statements-of-applicability/{id}/files/{name}", get(exports::of_statement))
        .route("/evidence/{id}/content", get(evidence::content))
        .route("/evidence/{id}/text", get(evidence::text))
        .route("/evidence/{id}/openings", get(security::openings))
        .route("/evidence/{id}/technical", get(technical::summary))
        .route("/evidence/{id}/claims", post(claims::read))
        .route("/statements-of-applicability", post(soa::enter))
        .route("/reports/{id}/content", get(reports::content))
        .route("/reports/{id}/pdf", get(reports::issued).post(reports::draft))
        .route("/reports/{id}/docx", get(reports::docx))
        .route("/reports/{id}/issue", post(reports::issue))
        .route("/organization/logo", get(letterhead::content))
        .route("/people/files/{name}", get(exports::of_people))
        .route("/organization/templates/{id}", get(templates::content))
        .route("/people/{id}/files/{name}", get(documents::of_person))
        .route("/people/{id}/competence", get(people::competent))
        .route("/people/{id}/impartiality", get(people::impartial))
        .route("/people/{id}/audits", get(people::log))
        .route("/people/{id}/rights", get(rights::of_person))
        .route("/access/policies", get(rights::policies))
        .route("/certifications/{id}/cycle", get(certifications::cycle))
        .route("/programmes/{id}/indicators", get(programmes::indicators))
        .route("/methods", get(methods::list))
        .route("/methods/{name}", post(methods::run))
        .route("/method-uses/{id}/redone", get(methods::redone))
        .route("/method-uses/{id}/pdf", get(methods::pdf))
        .route("/accounts", get(accounts::list))
        .route("/accounts/{id}/lock", post(accounts::lock))
        .route("/letters", get(accounts::letters))
        .route("/letters/{id}/retry", post(accounts::retry))
        .route("/security-events", get(security::list))
        .route("/signing-grants", post(signing::ask))
        .route("/signing-grants/{id}", post(signing::prove))
        .route("/webhooks", get(webhooks::api::list).post(webhooks::api::make))
        .route("/webhooks/{id}", delete(webhooks::api::remove))
        .route("/webhooks/{id}/secret", post(webhooks::api::renew))
        .route("/webhooks/{id}/enable", post(webhooks::api::enable))
        .route("/webhooks/{id}/disable", post(webhooks::api::disable))
        .route("/webhooks/{id}/deliveries", get(webhooks::api::deliveries))
        .route("/webhooks/{id}/replay", post(webhooks::api::replay))
        .route("/tables", get(record_tables::list))
        .route("/tables/{name}", get(record_tables::one))
        .route("/tokens", get(tokens::list).post(tokens::make))
        .route("/tokens/{id}", delete(tokens::revoke))
        .layer(from_fn(around::deadline));
    let uploads = Router::new()
        .route("/audits/{id}/evidence", post(evidence::take))
        .route("/audits/{id}/loans/home", post(field::home))
        .route("/organization/logo", post(letterhead::take))
        .route("/audits/{id}/tables", post(tables::of_audit))
        .route("/programmes/{id}/tables", post(tables::of_programme))
        .route("/statements-of-applicability/{id}/tables", post(tables::of_statement))
        .route("/people/tables", post(tables::of_people))
        .route("/people/{id}/calendar", post(tables::of_person))
        .route("/auditees/{id}/tables", post(tables::of_auditee))
        .route("/organization/templates", post(templates::adopt))
        .route("/draws", post(draws::declare))
        .route("/draws/{id}/sample", post(draws::record))
        .route("/draws/{id}/replacements", post(draws::replace))
        .route("/draws/{id}/redone", post(draws::redone))
        .layer(from_fn(around::upload_deadline));
    let probes = Router::new()
        .route("/healthz", get(probes::health))
        .route("/readyz", get(probes::ready))
        .route("/metrics", get(probes::metrics));
    let api = api.merge(uploads).layer(from_fn_with_state(app.clone(), access::layer::api));
    web::router(&app)
        .nest("/api/v1", api.fallback(around::nothing_here))
        .merge(probes)
        .layer(from_fn_with_state(app.clone(), around::around))
        .with_state(app)
}
