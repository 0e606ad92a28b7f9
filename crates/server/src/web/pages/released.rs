//! An audit as its auditee sees it: what was released to them, and the ways to it.

use askama::Template;
use assize_access::Action;
use assize_domain::audit::{Audit, Plan};
use assize_domain::auditee::Auditee;
use assize_domain::finding::Finding;
use assize_domain::kernel::id::{AuditId, Id as _};
use assize_domain::report::Report;
use assize_domain::{Key, Kind};
use assize_store::PAGE_ROWS_MAX;
use axum::response::Response;

use super::{act_href, href, record_href};
use crate::app::App;
use crate::problem::Fault;
use crate::web::choices::label;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// Something that was released: what it is called, where it is, and how it stands.
struct Line {
    label: String,
    href: String,
    state: String,
}

#[derive(Template)]
#[template(path = "audit_released.html")]
struct ReleasedPage {
    frame: Frame,
    words: Words,
    state: String,
    window: String,
    auditee: String,
    /// The page of the plan, where one was presented.
    plan: Option<String>,
    findings: Vec<Line>,
    requests: Vec<Line>,
    meetings: Vec<Line>,
    reports: Vec<Line>,
    complain: String,
}

/// The page of an audit for whoever sees what was released.
pub(super) async fn page(app: &App, visitor: &Visitor, id: AuditId) -> Result<Response, Fault> {
    let words = &visitor.words;
    let asked = app.store.ask(|world| {
        let audit = world.get::<Audit>(id)?;
        let auditee = world.find::<Auditee>(*audit.auditee())?;
        let auditee = auditee.map(|auditee| auditee.name().to_string()).unwrap_or_default();
        let plan = match *audit.plan() {
            Some(plan) => world.find::<Plan>(plan)?.map(Plan::id),
            None => None,
        };
        let title = audit.title().to_string();
        Ok((title, audit.state().word(), words.period(audit.window()), auditee, plan))
    });
    let (title, state, window, auditee, plan) = asked.await.map_err(Fault::unanswered)?;
    let plan = match plan {
        Some(plan) if visitor.asker.may(Action::See, Key::of(plan)).await? => {
            Some(format!("/audits/{id}/plan"))
        }
        _ => None,
    };
    let frame = Frame::of(visitor, "/audits", title).under(words.say("nav-audits"), "/audits");
    Ok(html(&ReleasedPage {
        frame,
        state: words.word("AuditState", state),
        window,
        auditee,
        plan,
        findings: findings(app, visitor, id).await?,
        requests: lines(app, visitor, Kind::InfoRequest, id).await?,
        meetings: lines(app, visitor, Kind::Meeting, id).await?,
        reports: reports(app, visitor, id).await?,
        complain: complain(visitor, id).await?,
        words: words.clone(),
    }))
}

/// Where they complain: about this audit, where they answer for it; else as everybody may.
async fn complain(visitor: &Visitor, audit: AuditId) -> Result<String, Fault> {
    let back = href(Key::of(audit));
    let of_audit = act_href("complaint.receive", &[("audit", &audit.to_string())], &back);
    let open = visitor.asker.open_way(Some(of_audit)).await?;
    Ok(open.unwrap_or_else(|| act_href("complaint.receive", &[], &back)))
}

async fn findings(app: &App, visitor: &Visitor, audit: AuditId) -> Result<Vec<Line>, Fault> {
    let words = &visitor.words;
    let listed = app.store.ask(|world| {
        let listed = world.list::<Finding>("audit", audit)?;
        Ok(listed
            .iter()
            .map(|finding| {
                let title = finding.text().title.to_string();
                (Key::of(finding.id()), *finding.number(), title, finding.state().stage().word())
            })
            .collect::<Vec<_>>())
    });
    let listed = listed.await.map_err(Fault::unanswered)?;
    let seen = visitor.asker.only(Action::See, listed, |(key, ..)| *key).await?;
    Ok(seen
        .into_iter()
        .map(|(key, number, title, stage)| Line {
            label: format!("{number} · {title}"),
            href: href(key),
            state: words.word("FindingStage", stage),
        })
        .collect())
}

async fn reports(app: &App, visitor: &Visitor, audit: AuditId) -> Result<Vec<Line>, Fault> {
    let words = &visitor.words;
    let listed = app.store.ask(|world| {
        let listed = world.list::<Report>("audit", audit)?;
        let line =
            |report: &&Report| (Key::of(report.id()), report.id(), *report.number(), report.state().word());
        Ok(listed.iter().map(line).collect::<Vec<_>>())
    });
    let listed = listed.await.map_err(Fault::unanswered)?;
    let seen = visitor.asker.only(Action::See, listed, |(key, ..)| *key).await?;
    Ok(seen
        .into_iter()
        .map(|(_, report, number, state)| Line {
            label: format!("{} {number}", words.kind(Kind::Report)),
            href: format!("/reports/{report}/report.pdf"),
            state: words.word("ReportState", state),
        })
        .collect())
}

/// The records of a kind that have no page of their own.
async fn lines(app: &App, visitor: &Visitor, kind: Kind, audit: AuditId) -> Result<Vec<Line>, Fault> {
    let page = app.store.linked_page(kind, "audit", audit.uuid(), None, PAGE_ROWS_MAX).await?;
    let page = visitor.asker.seen(page).await?;
    Ok(page
        .iter()
        .map(|(key, found)| Line {
            label: label(&visitor.words, &found.record),
            href: record_href(*key),
            state: String::new(),
        })
        .collect())
}
