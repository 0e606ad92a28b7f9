//! The findings of one audit: what is drafted, what was raised, and what lacks its nonconformity.

use askama::Template;
use assize_domain::audit::{Audit, AuditState};
use assize_domain::evidence::PaperStanding;
use assize_domain::finding::{Finding, FindingStage, RaiseFinding};
use assize_domain::kernel::id::{AuditId, FindingId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::programme::Programme;
use assize_domain::words::{Evaluation, FindingKind};
use assize_domain::{Command, Ctx, Key, World};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::{Awaited, Graded, cut};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::{Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::audit::{Tab, tabs};
use crate::web::pages::{act_href, href};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many findings a page shows.
const LINES: usize = 80;
/// How many papers that lack their nonconformity are named.
const LACKING: usize = 12;
/// How much of a statement a line shows.
const STATEMENT_CHARS: usize = 160;

struct Line {
    id: FindingId,
    number: u32,
    title: String,
    href: String,
    statement: String,
    graded: Graded,
    requirements: String,
    state: String,
    awaited: Awaited,
    is_draft: bool,
}

/// The one next act.
struct Next {
    title: String,
    clause: &'static str,
    why: String,
    act: String,
    href: String,
    missing: Vec<Wrong>,
}

#[derive(Template)]
#[template(path = "findings/of_audit.html")]
struct OfAuditPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    next: Option<Next>,
    drafts: Vec<Line>,
    raised: Vec<Line>,
    /// Papers that do not conform and have no nonconformity: title, and the composer with the paper.
    lacking: Vec<(String, String)>,
    lacking_more: usize,
    compose: Option<String>,
    later: Option<String>,
}

/// `GET /audits/{id}/findings`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let at = now(&app)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let after: u32 = query.filled("after").and_then(|after| after.parse().ok()).unwrap_or_default();
    let page = app.store.ask(|world| {
        let ctx = Ctx::new(at, visitor.actor.clone(), [0; 8]);
        view(world, &ctx, &visitor, audit, after)
    });
    let mut page = page.await.map_err(Fault::unanswered)?;
    let asker = &visitor.asker;
    page.tabs = asker.open_ways(page.tabs, |tab| &tab.href).await?;
    if !asker.may_give("finding.draft", Key::of(audit)).await? {
        page.compose = None;
        page.lacking.clear();
        page.lacking_more = 0;
    }
    if let Some(next) = &mut page.next {
        // Where findings are composed is asked about there, by the audit that is named.
        let composes = next.href.starts_with("/findings/new");
        let opens = asker.opens(&next.href).await?;
        if !(opens && (!composes || page.compose.is_some())) {
            next.href.clear();
        }
    }
    Ok(html(&page))
}

fn view(world: &World, ctx: &Ctx, visitor: &Visitor, id: AuditId, after: u32) -> Result<OfAuditPage, Stop> {
    let words = &visitor.words;
    let audit = world.get::<Audit>(id)?;
    let programme = world.get::<Programme>(*audit.programme())?;
    let mut findings = world.list::<Finding>("audit", id)?;
    findings.sort_by_key(|finding| *finding.number());
    let lacking = lacking(world, audit, &findings)?;
    let next = next(world, ctx, words, audit, &findings, &lacking)?;
    let mut shown: Vec<Line> = findings
        .iter()
        .filter(|finding| *finding.number() > after)
        .map(|finding| line(words, ctx, programme, finding))
        .collect();
    let later = shown.get(LINES).map(|_| ()).and_then(|()| shown.get(LINES - 1)).map(|last| last.number);
    shown.truncate(LINES);
    let (drafts, raised) = shown.into_iter().partition(|line| line.is_draft);
    let is_open = matches!(audit.state(), AuditState::Conducting { .. } | AuditState::Reporting { .. });
    let here = format!("/audits/{id}/findings");
    Ok(OfAuditPage {
        frame: Frame::of(visitor, "/audits", words.say("audit-tab-findings"))
            .under(words.say("nav-audits"), "/audits")
            .under(audit.title().to_string(), href(Key::of(id))),
        words: words.clone(),
        tabs: tabs(words, id, "findings"),
        next,
        drafts,
        raised,
        lacking_more: lacking.len().saturating_sub(LACKING),
        lacking: lacking
            .iter()
            .take(LACKING)
            .map(|paper| (paper.title.to_string(), compose_href(id, Some(paper), &here)))
            .collect(),
        compose: is_open.then(|| compose_href(id, None, &here)),
        later: later.map(|later| format!("{here}?after={later}")),
    })
}

/// The composer of a new finding, with the paper that it rests on, and the page to come back to.
fn compose_href(audit: AuditId, paper: Option<&PaperStanding>, back: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("audit", &audit.to_string());
    if let Some(paper) = paper {
        query.append_pair("paper", &paper.id.to_string());
    }
    query.append_pair("back", back);
    format!("/findings/new?{}", query.finish())
}

/// The papers that do not conform and that no standing nonconformity rests on.
fn lacking(world: &World, audit: &Audit, findings: &[&Finding]) -> Result<Vec<PaperStanding>, Stop> {
    let named: Vec<_> = findings
        .iter()
        .filter(|finding| finding.text().kind == FindingKind::Nonconformity)
        .filter(|finding| finding.state().stage() != FindingStage::Withdrawn)
        .flat_map(|finding| finding.papers())
        .collect();
    let failed = |paper: &&PaperStanding| paper.state.evaluation() == Some(Evaluation::DoesNotConform);
    let papers = world.briefs::<PaperStanding>("audit", audit.id())?;
    Ok(papers.iter().filter(failed).filter(|paper| !named.contains(&&paper.id)).cloned().collect())
}

fn next(
    world: &World,
    ctx: &Ctx,
    words: &Words,
    audit: &Audit,
    findings: &[&Finding],
    lacking: &[PaperStanding],
) -> Result<Option<Next>, Stop> {
    if !matches!(audit.state(), AuditState::Conducting { .. } | AuditState::Reporting { .. }) {
        return Ok(None);
    }
    let here = format!("/audits/{}/findings", audit.id());
    if let Some(paper) = lacking.first() {
        return Ok(Some(Next {
            title: words.with("findings-lacking", "count", lacking.len()),
            clause: "ISO 19011:2018 6.4.8",
            why: paper.title.to_string(),
            act: words.say("findings-compose"),
            href: compose_href(audit.id(), Some(paper), &here),
            missing: Vec::new(),
        }));
    }
    let draft = findings.iter().find(|finding| finding.state().stage() == FindingStage::Drafted);
    if let Some(draft) = draft {
        let raise: Command = RaiseFinding { finding: draft.id() }.into();
        let missing = match raise.decide(world, ctx) {
            Ok(_) => Vec::new(),
            Err(Stop::Refused(refusals)) => {
                refusals.iter().map(|refusal| Wrong::refused(words, refusal)).collect()
            }
            Err(need @ Stop::Need(_)) => return Err(need),
        };
        let finding = draft.id().to_string();
        return Ok(Some(Next {
            title: words.command("finding.raise"),
            clause: "ISO 19011:2018 6.4.8",
            why: format!("{} · {}", draft.number(), draft.text().title),
            act: words.command("finding.raise"),
            href: act_href("finding.raise", &[("finding", &finding)], &here),
            missing,
        }));
    }
    if audit.conclusions().is_some() {
        return Ok(None);
    }
    let id = audit.id().to_string();
    Ok(Some(Next {
        title: words.command("audit.conclude"),
        clause: "ISO 19011:2018 6.4.9",
        why: words.say("findings-all-raised"),
        act: words.command("audit.conclude"),
        href: act_href("audit.conclude", &[("audit", &id)], &here),
        missing: Vec::new(),
    }))
}

fn line(words: &Words, ctx: &Ctx, programme: &Programme, finding: &Finding) -> Line {
    let text = finding.text();
    let stage = finding.state().stage();
    let requirements: Vec<String> = text.requirements.iter().map(|one| one.id.to_string()).collect();
    let is_disputed = assize_domain::finding::diverging_opinion(finding).is_some();
    Line {
        id: finding.id(),
        number: *finding.number(),
        title: text.title.to_string(),
        href: href(Key::of(finding.id())),
        statement: cut(text.statement.as_str(), STATEMENT_CHARS),
        graded: Graded::of_finding(words, programme.policy(), finding),
        requirements: super::register::named(&requirements),
        state: words.word("FindingStage", stage.word()),
        awaited: Awaited::of(words, text.kind, stage, is_disputed, finding.due().as_ref(), ctx.today()),
        is_draft: stage == FindingStage::Drafted,
    }
}
