//! The report of an audit: what it rests on and lacks, its versions, and whatever is done with it (ISO 19011:2018 6.4.9, 6.5).

mod compare;
mod issue;
mod issued;
mod page;
mod pdf;
mod write;

pub(crate) use self::compare::page as compare;
pub(crate) use self::issue::{give as issue, page as before_issue};
pub(crate) use self::page::{by_report, page};
pub(crate) use self::pdf::{issued, preview, word};
pub(crate) use self::write::{page as write, with_text};

use assize_domain::audit::{Audit, AuditState};
use assize_domain::auditor::Person;
use assize_domain::kernel::act::{Actor, Stamp};
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::report::{Report, ReportState};
use assize_domain::report_content::ChecklistItem;
use assize_domain::{Command, Ctx, World};

use crate::web::form::Wrong;
use crate::web::frame::Frame;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The versions of an audit's report, the newest first.
fn versions(world: &World, audit: AuditId) -> Result<Vec<&Report>, Stop> {
    let mut versions = world.list::<Report>("audit", audit)?;
    versions.sort_by_key(|version| std::cmp::Reverse(*version.number()));
    Ok(versions)
}

/// Whether a version can still be changed, or issued.
const fn is_in_work(state: &ReportState) -> bool {
    match state {
        ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => true,
        ReportState::Issued { .. } | ReportState::Replaced { .. } => false,
    }
}

/// Whether the fieldwork has ended, so that a report can be written.
const fn is_reportable(state: &AuditState) -> bool {
    match state {
        AuditState::Reporting { .. } | AuditState::Completed { .. } => true,
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Conducting { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => false,
    }
}

/// The name of a person.
fn name(world: &World, words: &Words, person: PersonId) -> Result<String, Stop> {
    let found = world.find::<Person>(person)?;
    Ok(found.map_or_else(|| words.say("person-erased"), |person| person.name().to_string()))
}

/// Who acted.
fn who(world: &World, words: &Words, stamp: &Stamp) -> Result<String, Stop> {
    Ok(match &stamp.by {
        Actor::Person { person } => name(world, words, *person)?,
        Actor::Operator { on_behalf_of: None } => words.say("operator"),
        Actor::Operator { on_behalf_of: Some(person) } => {
            words.with("operator-for", "name", name(world, words, *person)?)
        }
    })
}

/// What the law would refuse of a command now.
fn refused(world: &World, ctx: &Ctx, words: &Words, command: &Command) -> Result<Vec<Wrong>, Stop> {
    match command.decide(world, ctx) {
        Ok(_) => Ok(Vec::new()),
        Err(Stop::Refused(refusals)) => {
            Ok(refusals.iter().map(|refusal| Wrong::refused(words, refusal)).collect())
        }
        Err(need @ Stop::Need(_)) => Err(need),
    }
}

/// The name of an item of the report's checklist.
fn item_name(words: &Words, item: &ChecklistItem) -> String {
    let id = item.id.rsplit('.').next().unwrap_or(item.id);
    words.maybe(&format!("report-item-{id}")).unwrap_or_else(|| item.words.to_owned())
}

/// The clause an item comes from.
fn item_clause(words: &Words, item: &ChecklistItem) -> String {
    if item.source == "house rule" { words.say("report-house-rule") } else { item.source.to_owned() }
}

/// The frame of a page about the report of an audit.
fn frame(visitor: &Visitor, audit: &Audit, title: String) -> Frame {
    let words = &visitor.words;
    Frame::of(visitor, "/audits", title)
        .under(words.say("nav-audits"), "/audits")
        .under(audit.title().to_string(), format!("/audits/{}", audit.id()))
}

/// The frame of a page beside that of the report.
fn frame_beside(visitor: &Visitor, audit: &Audit, title: String) -> Frame {
    let words = &visitor.words;
    frame(visitor, audit, title)
        .under(words.say("audit-tab-report"), format!("/audits/{}/report", audit.id()))
}
