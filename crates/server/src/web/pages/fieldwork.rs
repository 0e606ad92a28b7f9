//! What the pages about the preparation and the conduct of an audit share.

use assize_domain::audit::{Audit, AuditState, BeginAudit, EndFieldwork, PrepareAudit, leader};
use assize_domain::auditor::Person;
use assize_domain::kernel::act::Stamp;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::refusal::{Refusal, Stop};
use assize_domain::kernel::time::Timestamp;
use assize_domain::{Actor, Command, Ctx, Key, World};
use assize_store::StoreError;

use super::href;
use crate::access::Asker;
use crate::web::form::Wrong;
use crate::web::frame::Frame;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// The one obvious next act of a page.
pub(crate) struct Next {
    /// What it is.
    pub(crate) title: String,
    /// The clause that asks for it.
    pub(crate) clause: &'static str,
    /// How far it is, in words.
    pub(crate) said: Option<String>,
    /// What the law still asks for before it.
    pub(crate) missing: Vec<Missing>,
    /// The words of the way there.
    pub(crate) label: String,
    /// The way there.
    pub(crate) href: String,
}

impl Next {
    /// The same to whoever looks: without the way there, where that is not theirs to go.
    pub(crate) async fn open_to(next: Option<Self>, asker: &Asker) -> Result<Option<Self>, StoreError> {
        let Some(mut next) = next else { return Ok(None) };
        if !asker.opens(&next.href).await? {
            next.href.clear();
        }
        Ok(Some(next))
    }
}

/// What a rule still asks for.
pub(crate) struct Missing {
    /// The rule, in words.
    pub(crate) asks: String,
    /// The clause it comes from.
    pub(crate) clause: &'static str,
    /// What breaks it, and what to do about each.
    pub(crate) what: Vec<String>,
    /// How much more breaks it.
    pub(crate) more: usize,
}

/// How much that breaks one rule is said.
const WHAT_MAX: usize = 3;

/// Refusals as what is missing, each rule once.
pub(crate) fn missing(words: &Words, refusals: &[Refusal]) -> Vec<Missing> {
    let mut missing: Vec<Missing> = Vec::new();
    for refusal in refusals {
        let said = Wrong::refused(words, refusal);
        let what = format!("{}: {}", shortened(&said.what), said.hint);
        let asks = words.rule(refusal.rule);
        match missing.iter_mut().find(|known| known.asks == asks) {
            Some(known) if known.what.len() < WHAT_MAX => known.what.push(what),
            Some(known) => known.more += 1,
            None => missing.push(Missing { asks, clause: refusal.rule.clause, what: vec![what], more: 0 }),
        }
    }
    missing
}

/// The beginning of what a rule says: one that names many records may be long, and their page lists them.
fn shortened(what: &str) -> String {
    const CHARS_MAX: usize = 200;
    match what.chars().count() > CHARS_MAX {
        true => what.chars().take(CHARS_MAX).chain("…".chars()).collect(),
        false => what.to_owned(),
    }
}

/// The frame of a page about an audit.
pub(crate) fn frame(visitor: &Visitor, audit: &Audit, tab: &str) -> Frame {
    let words = &visitor.words;
    Frame::of(visitor, "/audits", words.say(&format!("audit-tab-{tab}")))
        .under(words.say("nav-audits"), "/audits")
        .under(audit.title().to_string(), href(Key::of(audit.id())))
}

/// Somebody's name.
pub(crate) fn name(world: &World, words: &Words, person: PersonId) -> Result<String, Stop> {
    let found = world.find::<Person>(person)?;
    Ok(found.map_or_else(|| words.say("person-erased"), |person| person.name().to_string()))
}

/// The names of several.
pub(crate) fn names(world: &World, words: &Words, people: &[PersonId]) -> Result<Vec<String>, Stop> {
    world.want(people.iter().copied())?;
    people.iter().map(|person| name(world, words, *person)).collect()
}

/// When something happened, and who did it.
pub(crate) fn stamped(world: &World, words: &Words, stamp: &Stamp) -> Result<String, Stop> {
    let who = match stamp.by.person() {
        Some(person) => name(world, words, person)?,
        None => words.say("operator"),
    };
    Ok(words.with2("stamped", "at", words.time(stamp.at), "who", who))
}

/// What the law would refuse of a command, were it given.
pub(crate) fn refusals(world: &World, ctx: &Ctx, command: &Command) -> Result<Vec<Refusal>, Stop> {
    ctx.rewind();
    match command.decide(world, ctx) {
        Ok(_) => Ok(Vec::new()),
        Err(Stop::Refused(refusals)) => Ok(refusals),
        Err(need @ Stop::Need(_)) => Err(need),
    }
}

/// Refusals as a page says them.
pub(crate) fn wrongs<'r>(words: &Words, refusals: impl IntoIterator<Item = &'r Refusal>) -> Vec<Wrong> {
    refusals.into_iter().map(|refusal| Wrong::refused(words, refusal)).collect()
}

/// The law asked as if the audit team leader acted: what is missing is missing for whoever looks.
pub(crate) fn as_leader(visitor: &Visitor, audit: &Audit, at: Timestamp) -> Ctx {
    let actor = leader(audit).map_or_else(|| visitor.actor.clone(), |person| Actor::Person { person });
    Ctx::new(at, actor, [0; 8])
}

/// What the law asks for before the next step of the audit, by the rules whose ids begin with one of `prefixes`.
pub(crate) fn before_next_step(
    world: &World,
    ctx: &Ctx,
    audit: &Audit,
    prefixes: &[&str],
) -> Result<Vec<Refusal>, Stop> {
    let id = audit.id();
    let next: Command = match audit.state() {
        AuditState::Initiated { .. } => PrepareAudit { audit: id }.into(),
        AuditState::Prepared { .. } => BeginAudit { audit: id, short_notice: None }.into(),
        AuditState::Conducting { .. } => EndFieldwork { audit: id }.into(),
        AuditState::Planned
        | AuditState::Reporting { .. }
        | AuditState::Completed { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => return Ok(Vec::new()),
    };
    let mut refused = refusals(world, ctx, &next)?;
    refused.retain(|refusal| prefixes.iter().any(|prefix| refusal.rule.id.starts_with(prefix)));
    Ok(refused)
}

/// Whether the team can still change: the fieldwork has not ended.
pub(crate) const fn is_before_reporting(state: &AuditState) -> bool {
    match state {
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Conducting { .. } => true,
        AuditState::Reporting { .. }
        | AuditState::Completed { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => false,
    }
}
