//! The pages, as a table of contents.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::pages::{
    access, accounts, audit, auditee, catalogue, catalogue_edit, catalogue_import, desk, documents,
    documents_review, dossier, draws, files, findings, help, meetings, methods, own, people, plan,
    plan_change, plan_print, programme, records, report, search, security, settings, setup, team, today,
    verify, work,
};
use super::{act, assets, guard, sign_in, upload};
use crate::access::layer;
use crate::app::App;
use crate::around;
use crate::problem::Fault;

/// The pages.
pub(crate) fn router(app: &App) -> Router<App> {
    Router::new()
        .route("/", get(today::page))
        .route("/programmes", get(programme::list))
        .route("/programmes/new", get(setup::ask).post(setup::give))
        .route("/programmes/{id}", get(programme::overview::page))
        .route("/programmes/{id}/plan", get(programme::plan::page))
        .route("/programmes/{id}/staffing", get(programme::staffing::page).post(programme::staffing::give))
        .route("/programmes/{id}/policy", get(programme::policy::page))
        .route("/programmes/{id}/policy/{part}", get(programme::policy::part).post(programme::policy::change))
        .route("/programmes/{id}/coverage", get(programme::coverage::page))
        .route("/programmes/{id}/coverage/cell", get(programme::cell::page))
        .route("/programmes/{id}/risks", get(programme::risks::page))
        .route("/programmes/{id}/review", get(programme::review::page))
        .route("/audits", get(audit::list))
        .route("/audits/{id}", get(audit::one))
        .route("/audits/{id}/team", get(team::page))
        .route("/audits/{id}/documents", get(documents::page))
        .route("/audits/{id}/documents/review", get(documents_review::form).post(documents_review::give))
        .route("/audits/{id}/plan", get(plan::page))
        .route("/audits/{id}/plan/session", get(plan_change::session).post(plan_change::change_session))
        .route("/audits/{id}/plan/item", get(plan_change::item).post(plan_change::change_item))
        .route("/audits/{id}/plan/print", get(plan_print::page))
        .route("/audits/{id}/work", get(work::page))
        .route("/audits/{id}/draws", get(draws::page))
        .route("/draws/{id}", get(draws::one))
        .route("/audits/{id}/meetings", get(meetings::page))
        .route("/audits/{id}/records", get(records::all_of_audit))
        .route("/audits/{id}/journal", get(records::of_audit))
        .route("/audits/{id}/files", get(files::audit))
        .route("/audits/{id}/files/{name}", get(files::of_audit))
        .route("/programmes/{id}/files", get(files::programme))
        .route("/programmes/{id}/files/{name}", get(files::of_programme))
        .route("/statements/{id}/files", get(files::statement))
        .route("/statements/{id}/files/{name}", get(files::of_statement))
        .route("/audits/{id}/dossier", get(dossier::about))
        .route("/audits/{id}/dossier.zip", get(dossier::dossier))
        .route("/audits/{id}/desk", get(desk::page))
        .route("/audits/{id}/report", get(report::page))
        .route("/audits/{id}/report/write", get(report::write))
        .route("/audits/{id}/report/compare", get(report::compare))
        .route("/reports/{id}", get(report::by_report))
        .route("/reports/{id}/preview.pdf", get(report::preview))
        .route("/reports/{id}/report.pdf", get(report::issued))
        .route("/reports/{id}/report.docx", get(report::word))
        .route("/reports/{id}/issue", get(report::before_issue).post(report::issue))
        .route("/audits/{id}/findings", get(findings::of_audit::page))
        .route("/findings", get(findings::register::page))
        .route("/findings/trends", get(findings::trends::page))
        .route("/findings/new", get(findings::composer::new))
        .route("/findings/warnings", post(findings::composer::warnings))
        .route("/findings/{id}", get(findings::one::page))
        .route("/papers/{id}", get(desk::paper))
        .route("/papers/{id}/mark", get(desk::mark))
        .route("/auditees", get(auditee::list))
        .route("/auditees/{id}", get(auditee::one))
        .route("/people", get(people::list))
        .route("/people/{id}", get(people::one))
        .route("/people/{id}/rights", get(access::of_person))
        .route("/access", get(access::page))
        .route("/search", get(search::page))
        .route("/records", get(records::index))
        .route("/records/verify", get(verify::page).post(verify::run))
        .route("/records/retention", get(verify::retention))
        .route("/records/{kind}", get(records::list))
        .route("/records/{kind}/{id}", get(records::one))
        .route("/evidence/{id}/file", get(records::file))
        .route("/help", get(help::first))
        .route("/help/{name}", get(help::one))
        .route("/catalogue", get(catalogue::page))
        .route("/catalogue/adopt", post(catalogue::adopt))
        .route("/catalogue/export", get(catalogue::export))
        .route("/catalogue/import", get(catalogue_import::begin))
        .route("/catalogue/import/{sha256}", get(catalogue_import::look).post(catalogue_import::adopt))
        .route("/catalogue/new", get(catalogue_edit::new).post(catalogue_edit::write))
        .route("/catalogue/tests/{id}", get(catalogue::test))
        .route("/catalogue/tests/{id}/edit", get(catalogue_edit::edit).post(catalogue_edit::write))
        .route("/methods", get(methods::list))
        .route("/methods/{name}", get(methods::one).post(methods::run))
        .route("/settings", get(settings::page))
        .route("/settings/security", get(security::page).post(security::keep))
        .route("/settings/tokens", get(settings::tokens).post(settings::make_token))
        .route("/settings/tokens/{id}/revoke", post(settings::revoke_token))
        .route("/method-uses/{id}/pdf", get(methods::sheet))
        .route("/do/{name}", get(act::form).post(act::give))
        .route("/settings/sign-in", get(own::page))
        .route("/settings/sign-in/passphrase", post(own::set_passphrase))
        .route("/settings/sign-in/codes", post(own::begin_codes))
        .route("/settings/sign-in/codes/confirm", post(own::confirm_codes))
        .route("/settings/sign-in/codes/end", post(own::end_codes))
        .route("/settings/sign-in/recovery", post(own::renew_recovery))
        .route("/settings/sign-in/passkeys", post(own::keep_passkey))
        .route("/settings/sign-in/passkeys/ask", post(own::ask_passkey))
        .route("/settings/sign-in/passkeys/{id}/name", post(own::name_passkey))
        .route("/settings/sign-in/passkeys/{id}/remove", post(own::remove_passkey))
        .route("/settings/sign-in/sessions/others/end", post(own::end_others))
        .route("/settings/sign-in/sessions/{id}/end", post(own::end_session))
        .route("/settings/accounts", get(accounts::page))
        .route("/settings/accounts/invite", post(accounts::invite))
        .route("/settings/accounts/{id}/lock", post(accounts::lock))
        .route("/settings/accounts/{id}/unlock", post(accounts::unlock))
        .route("/settings/accounts/{id}/reset", post(accounts::reset))
        .route("/sign-in", get(sign_in::how).post(sign_in::give))
        .route("/sign-in/over", get(sign_in::over))
        .route("/sign-in/second", get(sign_in::second).post(sign_in::give_second))
        .route("/sign-in/again", get(sign_in::again).post(sign_in::give_again))
        .route("/sign-in/again/ask", post(sign_in::again_ask))
        .route("/sign-in/again/passkey", post(sign_in::again_answer))
        .route("/sign-in/resume", post(sign_in::resume))
        .route("/sign-in/passkey", post(sign_in::answer))
        .route("/sign-in/passkey/ask", post(sign_in::ask_passkey))
        .route("/sign-in/{link}", get(sign_in::ask).post(sign_in::enter))
        .route("/welcome/{invitation}", get(sign_in::welcome).post(sign_in::welcomed))
        .route("/sign-out", post(sign_in::leave))
        .route("/language", post(sign_in::language))
        .layer(from_fn(around::deadline))
        .merge(uploads())
        .route("/assets/{version}/{name}", get(assets::serve))
        .fallback(nothing_here)
        .layer(from_fn_with_state(app.clone(), layer::pages))
        .layer(from_fn(guard::guard))
}

/// What takes files: longer, in bytes and in time.
fn uploads() -> Router<App> {
    Router::new()
        .route("/papers/{id}/evidence", post(upload::take))
        .route("/catalogue/import", post(catalogue_import::take))
        .route("/audits/{id}/evidence", post(upload::take_documents))
        .route("/audits/{id}/draws", post(draws::declare))
        .route("/draws/{id}/sample", post(draws::sample))
        .route("/draws/{id}/replacements", post(draws::replace))
        .route("/draws/{id}/redone", post(draws::redone))
        // The files are streamed, and bounded where they are kept.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn(around::upload_deadline))
}

/// What no page answers.
async fn nothing_here() -> Response {
    Fault::not_found("the address may have been mistyped, or what was here may have been erased")
        .into_response()
}
