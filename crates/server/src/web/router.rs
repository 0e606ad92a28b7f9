//! The pages, as a table of contents.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::pages::programme::{self, cell, coverage, overview, plan, review, risks};
use super::pages::{audit, desk, records, setup, today};
use super::{act, assets, guard, sign_in, upload};
use crate::app::App;
use crate::around;
use crate::problem::Fault;

/// The pages.
pub(crate) fn router() -> Router<App> {
    Router::new()
        .route("/", get(today::page))
        .route("/programmes", get(programme::list))
        .route("/programmes/new", get(setup::ask).post(setup::give))
        .route("/programmes/{id}", get(overview::page))
        .route("/programmes/{id}/plan", get(plan::page))
        .route("/programmes/{id}/coverage", get(coverage::page))
        .route("/programmes/{id}/coverage/cell", get(cell::page))
        .route("/programmes/{id}/risks", get(risks::page))
        .route("/programmes/{id}/review", get(review::page))
        .route("/audits", get(audit::list))
        .route("/audits/{id}", get(audit::one))
        .route("/audits/{id}/records", get(records::all_of_audit))
        .route("/audits/{id}/journal", get(records::of_audit))
        .route("/audits/{id}/desk", get(desk::page))
        .route("/papers/{id}", get(desk::paper))
        .route("/papers/{id}/mark", get(desk::mark))
        .route("/records", get(records::index))
        .route("/records/{kind}", get(records::list))
        .route("/records/{kind}/{id}", get(records::one))
        .route("/evidence/{id}/file", get(records::file))
        .route("/do/{name}", get(act::form).post(act::give))
        .route("/sign-in", get(sign_in::how))
        .route("/sign-in/{link}", get(sign_in::ask).post(sign_in::enter))
        .route("/sign-out", post(sign_in::leave))
        .route("/language", post(sign_in::language))
        .layer(from_fn(around::deadline))
        .merge(uploads())
        .route("/assets/{version}/{name}", get(assets::serve))
        .fallback(nothing_here)
        .layer(from_fn(guard::guard))
}

/// What takes files: longer, in bytes and in time.
fn uploads() -> Router<App> {
    Router::new()
        .route("/papers/{id}/evidence", post(upload::take))
        // The files are streamed, and bounded where they are kept.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn(around::upload_deadline))
}

/// What no page answers.
async fn nothing_here() -> Response {
    Fault::not_found("the address may have been mistyped, or what was here may have been erased")
        .into_response()
}
