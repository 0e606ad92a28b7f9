//! The audit plan: its sessions by day and auditor, what it says on each item of its checklist, its versions, and the
//! objections to it.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use assize_access::Action;
use assize_domain::audit::checklists::{Item, PLAN};
use assize_domain::audit::plan::PLAN_ITEMS;
use assize_domain::audit::{
    Audit, AuditState, DraftPlan, Objection, ObjectionOutcome, Plan, PlanItem, PlanState, PresentPlan,
    Session,
};
use assize_domain::auditee::Auditee;
use assize_domain::kernel::id::{AuditId, PersonId, PlanId};
use assize_domain::kernel::refusal::{Refusal, Stop};
use assize_domain::kernel::text::Slug;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::{Command, Key, Kind, World};
use assize_pictures::calendar::{CalendarDay, CalendarSession, CalendarWords, TimeOfDay};
use assize_pictures::{Calendar, Caption, Day};
use assize_store::StoreError;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::tz::TimeZone;

use super::audit::{Tab, tabs};
use super::checklist;
use super::fieldwork::{Next, as_leader, frame, missing, name, names, refusals, stamped, wrongs};
use super::{act_href, href};
use crate::access::Asker;
use crate::app::App;
use crate::exports::CALENDAR;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::Wrong;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::picture::{self, Picture};
use crate::web::signing::signatures_of;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many days a picture shows; further days have pictures of their own.
const PICTURE_DAYS: usize = assize_pictures::calendar::DAYS_MAX;
/// How many pictures a page shows.
const PICTURES_MAX: usize = 3;
/// How many versions a page shows.
const VERSIONS_MAX: usize = 12;
/// How many changes of a version are named.
const CHANGES_MAX: usize = 20;

/// The days of the week, Monday first: the keys of their words.
const WEEKDAYS: [&str; 7] =
    ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

/// A moment as clocks show it in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Local {
    /// The date there.
    pub(super) date: Date,
    /// Minutes after midnight.
    pub(super) minutes: u16,
}

impl Local {
    /// A moment in a zone; in UTC where the zone is not known.
    pub(super) fn of(at: Timestamp, zone: &TimeZone) -> Self {
        let shown = jiff::Timestamp::from_millisecond(at.millis()).ok().and_then(|instant| {
            let local = instant.to_zoned_datetime(zone.clone());
            let minutes = u16::try_from(local.hour()).ok()? * 60 + u16::try_from(local.minute()).ok()?;
            Some(Self { date: local.date().to_string().parse().ok()?, minutes })
        });
        shown.unwrap_or(Self { date: at.date(), minutes: 0 })
    }

    /// The time of the day, as it is written in both languages.
    pub(super) fn time(self) -> String {
        format!("{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

/// The zone in which a session is shown.
pub(super) fn zone_of(session: &Session) -> TimeZone {
    session.zone.time_zone().unwrap_or(TimeZone::UTC)
}

/// A session as it is shown.
pub(super) struct Row {
    pub(super) key: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) zone: Option<String>,
    pub(super) place: String,
    pub(super) contacts: Vec<String>,
    pub(super) auditors: Vec<String>,
    pub(super) subject: String,
    pub(super) requirements: String,
    pub(super) method: String,
    /// What the law holds against it: clashes, absences, a contact who is none.
    pub(super) wrong: Vec<Wrong>,
}

/// A day of the plan.
pub(super) struct DayShown {
    /// Its weekday and its date.
    pub(super) label: String,
    pub(super) rows: Vec<Row>,
}

/// An item of the checklist as the plan has it.
pub(super) struct ItemShown {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) text: Option<String>,
    pub(super) omitted: Option<String>,
    pub(super) required: bool,
}

/// An objection as it is shown.
struct ObjectionShown {
    text: String,
    from: String,
    at: String,
    outcome: String,
    /// How it was resolved, or why it was overruled.
    said: Option<String>,
    resolve: Option<String>,
    overrule: Option<String>,
}

/// A version of the plan.
struct Version {
    label: String,
    href: String,
    reason: Option<String>,
    changes: Vec<String>,
    more: usize,
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    next: Option<Next>,
    audit: AuditId,
    state: Option<String>,
    zone: String,
    pictures: Vec<Picture>,
    days: Vec<DayShown>,
    /// Whether sessions and items can be changed: as a draft, or as a new version.
    is_open: bool,
    /// Whether its calendar can be taken out.
    takes_calendar: bool,
    items: Vec<ItemShown>,
    objections: Vec<ObjectionShown>,
    versions: Vec<Version>,
    earlier: usize,
    acts: Vec<(String, String)>,
    /// The plan in force.
    in_force: Option<PlanId>,
    /// The signatures on it, as a part of the page.
    signatures: String,
}

/// `GET /audits/{id}/plan`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    if !visitor.asker.may_on_all(Action::See, Kind::Plan, Key::of(audit)).await? {
        // Whom the plan was presented to sees it, and not how the team works at it.
        return Ok(Redirect::to(&format!("/audits/{audit}/plan/print")).into_response());
    }
    let looking = Looking { words: &visitor.words, visitor: &visitor, audit, at: now(&app)? };
    let page = app.store.ask(|world| looking.page(world)).await;
    let mut page = page.map_err(Fault::unanswered)?;
    if let Some(plan) = page.in_force {
        page.signatures = signatures_of(&app, &visitor.words, Key::of(plan)).await?;
    }
    page.open_to(&visitor.asker).await?;
    Ok(html(&page))
}

impl PlanPage {
    /// Leaves the ways that are open to who looks.
    async fn open_to(&mut self, asker: &Asker) -> Result<(), StoreError> {
        let audit = self.audit;
        self.next = Next::open_to(self.next.take(), asker).await?;
        self.tabs = asker.open_ways(std::mem::take(&mut self.tabs), |tab| &tab.href).await?;
        self.acts = asker.open_ways(std::mem::take(&mut self.acts), |(_, way)| way).await?;
        self.is_open = self.is_open && asker.opens(&format!("/audits/{audit}/plan/session")).await?;
        self.takes_calendar = asker.opens(&format!("/audits/{audit}/files/{CALENDAR}")).await?;
        for objection in &mut self.objections {
            objection.resolve = asker.open_way(objection.resolve.take()).await?;
            objection.overrule = asker.open_way(objection.overrule.take()).await?;
        }
        Ok(())
    }
}

struct Looking<'l> {
    words: &'l Words,
    visitor: &'l Visitor,
    audit: AuditId,
    at: Timestamp,
}

/// The plan in force, and what it belongs to.
struct Held<'w> {
    world: &'w World,
    audit: &'w Audit,
    plan: Option<&'w Plan>,
}

impl Looking<'_> {
    fn page(&self, world: &World) -> Result<PlanPage, Stop> {
        let words = self.words;
        let audit = world.get::<Audit>(self.audit)?;
        let auditee = world.find::<Auditee>(*audit.auditee())?;
        let mut plans = world.list::<Plan>("audit", self.audit)?;
        plans.sort_by_key(|plan| *plan.number());
        let plan = audit.plan().and_then(|id| plans.iter().copied().find(|plan| plan.id() == id));
        let held = Held { world, audit, plan };
        let sessions = plan.map(|plan| plan.sessions().as_slice()).unwrap_or_default();
        let found = self.held_against(&held, sessions)?;
        let days = days(world, words, auditee, sessions, &found)?;
        let is_open = is_writable(audit.state());
        Ok(PlanPage {
            frame: frame(self.visitor, audit, "plan"),
            tabs: tabs(words, self.audit, "plan"),
            next: self.next(&held)?,
            audit: self.audit,
            state: plan.map(|plan| {
                let state = words.word("PlanState", plan.state().word());
                words.with2("plan-version", "number", plan.number().to_string(), "state", state)
            }),
            zone: sessions.first().map(|session| session.zone.to_string()).unwrap_or_default(),
            pictures: self.pictures(world, sessions)?,
            days,
            is_open,
            takes_calendar: false,
            items: plan.map(|plan| items(words, plan.items())).unwrap_or_default(),
            objections: match plan {
                Some(plan) => self.objections(world, plan)?,
                None => Vec::new(),
            },
            versions: self.versions(&plans),
            earlier: plans.len().saturating_sub(VERSIONS_MAX),
            acts: plan.map(|plan| self.acts(plan, is_open)).unwrap_or_default(),
            in_force: plan.map(Plan::id),
            signatures: String::new(),
            words: words.clone(),
        })
    }

    /// What the law would hold against the sessions if the plan were written again now, by the session's place.
    fn held_against(
        &self,
        held: &Held<'_>,
        sessions: &[Session],
    ) -> Result<BTreeMap<usize, Vec<Refusal>>, Stop> {
        let mut found: BTreeMap<usize, Vec<Refusal>> = BTreeMap::new();
        let ctx = as_leader(self.visitor, held.audit, self.at);
        let again = DraftPlan {
            audit: self.audit,
            reason: held.plan.and_then(|_| ".".parse().ok()),
            items: Vec::new(),
            sessions: sessions.to_vec(),
        };
        if !is_writable(held.audit.state()) || held.plan.is_none() {
            return Ok(found);
        }
        for refusal in refusals(held.world, &ctx, &again.into())? {
            let place = refusal.at.strip_prefix("/sessions/").and_then(|rest| rest.split('/').next());
            if let Some(place) = place.and_then(|place| place.parse().ok()) {
                found.entry(place).or_default().push(refusal);
            }
        }
        Ok(found)
    }

    fn pictures(&self, world: &World, sessions: &[Session]) -> Result<Vec<Picture>, Stop> {
        let words = self.words;
        let mut people: Vec<PersonId> = Vec::new();
        for session in sessions {
            for auditor in &session.auditors {
                if !people.contains(auditor) {
                    people.push(*auditor);
                }
            }
        }
        let auditors = names(world, words, &people)?;
        let mut by_day: BTreeMap<Date, Vec<CalendarSession>> = BTreeMap::new();
        for session in sessions {
            let zone = zone_of(session);
            let (from, to) = (Local::of(session.start, &zone), Local::of(session.end, &zone));
            // A session past midnight is drawn to the end of its day.
            let until = if to.date > from.date { 24 * 60 } else { to.minutes };
            let (Some(begin), Some(end)) =
                (TimeOfDay::from_minutes(from.minutes), TimeOfDay::from_minutes(until))
            else {
                continue;
            };
            let places = people.iter().enumerate().filter(|(_, person)| session.auditors.contains(person));
            by_day.entry(from.date).or_default().push(CalendarSession {
                label: session.subject.to_string(),
                auditors: places.map(|(place, _)| place).collect(),
                from: begin,
                to: end,
                // The table below says the same, and its rows are where sessions are changed.
                href: None,
            });
        }
        let days: Vec<CalendarDay> = by_day
            .into_iter()
            .filter_map(|(date, sessions)| {
                Some(CalendarDay { day: day(date)?, label: weekday(words, date), sessions })
            })
            .collect();
        let dates = picture::dates(words);
        let pictures = days.chunks(PICTURE_DAYS).take(PICTURES_MAX).enumerate().map(|(number, days)| {
            let first = days.first();
            let first =
                first.map(|day| format!("{}, {}", day.label, dates.said(day.day))).unwrap_or_default();
            let calendar = Calendar {
                caption: Caption {
                    title: words.with("plan-calendar", "day", first),
                    description: words.say("plan-calendar-about"),
                    empty: words.say("plan-sessions-empty"),
                    left_out: words.say("picture-left-out"),
                },
                words: CalendarWords {
                    day: words.say("plan-day"),
                    from: words.field("", "start"),
                    to: words.field("", "end"),
                    session: words.say("plan-session"),
                    auditors: words.field("Session", "auditors"),
                    clash: words.say("plan-clash"),
                    dates: dates.clone(),
                },
                auditors: auditors.clone(),
                days: days.to_vec(),
            };
            Picture::of(words, calendar.figure(&Picture::page(&format!("calendar-{number}"))))
        });
        Ok(pictures.collect())
    }

    fn objections(&self, world: &World, plan: &Plan) -> Result<Vec<ObjectionShown>, Stop> {
        plan.objections().iter().map(|objection| self.objection(world, plan, objection)).collect()
    }

    fn objection(&self, world: &World, plan: &Plan, objection: &Objection) -> Result<ObjectionShown, Stop> {
        let words = self.words;
        let id = plan.id().to_string();
        let act = |command: &str| {
            act_href(command, &[("plan", &id), ("objection", objection.key.as_str())], &self.back())
        };
        let (said, is_open) = match &objection.outcome {
            ObjectionOutcome::Open => (None, true),
            ObjectionOutcome::Resolved { resolved, how } => {
                (Some(format!("{how} ({})", stamped(world, words, resolved)?)), false)
            }
            ObjectionOutcome::Overruled { overruled, why } => {
                (Some(format!("{why} ({})", stamped(world, words, overruled)?)), false)
            }
        };
        Ok(ObjectionShown {
            text: objection.text.to_string(),
            from: name(world, words, objection.from)?,
            at: stamped(world, words, &objection.stamp)?,
            outcome: words.word("ObjectionOutcome", objection.outcome.word()),
            said,
            resolve: is_open.then(|| act("plan.resolve_objection")),
            overrule: is_open.then(|| act("plan.overrule_objection")),
        })
    }

    /// The versions, the latest first, each with what it changed.
    fn versions(&self, plans: &[&Plan]) -> Vec<Version> {
        let words = self.words;
        let versions = plans.iter().enumerate().rev().take(VERSIONS_MAX).map(|(place, plan)| {
            let before = place.checked_sub(1).and_then(|place| plans.get(place));
            let mut changes = before.map(|before| changes(words, before, plan)).unwrap_or_default();
            let more = changes.len().saturating_sub(CHANGES_MAX);
            changes.truncate(CHANGES_MAX);
            let state = words.word("PlanState", plan.state().word());
            Version {
                label: words.with2("plan-version", "number", plan.number().to_string(), "state", state),
                href: href(Key::of(plan.id())),
                reason: plan.reason().as_ref().map(ToString::to_string),
                changes,
                more,
            }
        });
        versions.collect()
    }

    /// The acts on the plan as it stands, but for the next one.
    fn acts(&self, plan: &Plan, is_open: bool) -> Vec<(String, String)> {
        if !is_open {
            return Vec::new();
        }
        let (id, audit) = (plan.id().to_string(), self.audit.to_string());
        let of_plan = |name: &str| (name.to_owned(), act_href(name, &[("plan", &id)], &self.back()));
        let anew = || ("plan.draft".to_owned(), act_href("plan.draft", &[("audit", &audit)], &self.back()));
        let acts = match plan.state() {
            PlanState::Draft => vec![of_plan("plan.edit")],
            PlanState::Presented { .. } => vec![of_plan("plan.object"), anew()],
            PlanState::Agreed { .. } | PlanState::Superseded => vec![anew()],
        };
        acts.into_iter().map(|(name, href)| (self.words.command(&name), href)).collect()
    }

    fn next(&self, held: &Held<'_>) -> Result<Option<Next>, Stop> {
        let words = self.words;
        let id = self.audit.to_string();
        let page = |title: String, path: &str, label: String| Next {
            title,
            clause: "ISO 19011:2018 6.3.2",
            said: None,
            missing: Vec::new(),
            label,
            href: format!("/audits/{id}/{path}"),
        };
        if matches!(held.audit.state(), AuditState::Planned) {
            let href = act_href("audit.initiate", &[("audit", &id)], &self.back());
            let next = page(words.say("step-initiate-next"), "plan", words.command("audit.initiate"));
            return Ok(Some(Next { clause: "ISO 19011:2018 5.5.2", href, ..next }));
        }
        if !is_writable(held.audit.state()) {
            return Ok(None);
        }
        let Some(plan) = held.plan else {
            return Ok(Some(page(words.say("plan-begin"), "plan/session", words.say("plan-add-session"))));
        };
        let of_plan = |command: &str, missing| {
            let href = act_href(command, &[("plan", &plan.id().to_string())], &self.back());
            let next = page(words.command(command), "plan", words.command(command));
            Next { href, missing, ..next }
        };
        Ok(match plan.state() {
            PlanState::Draft => {
                Some(self.before_presenting(held, plan, of_plan("plan.present", Vec::new()))?)
            }
            PlanState::Presented { .. } => {
                let open = plan.objections().iter().find(|one| one.outcome == ObjectionOutcome::Open);
                Some(match open {
                    None => of_plan("plan.agree", Vec::new()),
                    Some(open) => {
                        let (plan, key) = (plan.id().to_string(), open.key.as_str());
                        let fields = [("plan", plan.as_str()), ("objection", key)];
                        let href = act_href("plan.resolve_objection", &fields, &self.back());
                        let command = words.command("plan.resolve_objection");
                        Next { href, said: Some(open.text.to_string()), ..page(command.clone(), "", command) }
                    }
                })
            }
            PlanState::Agreed { .. } if !matches!(held.audit.state(), AuditState::Conducting { .. }) => {
                let next = page(words.say("step-work-next"), "work", words.say("audit-tab-work"));
                Some(Next { clause: "ISO 19011:2018 6.3.3", ..next })
            }
            PlanState::Agreed { .. } | PlanState::Superseded => None,
        })
    }

    /// The presenting of a draft; or where the law still asks for something, the first of that.
    fn before_presenting(&self, held: &Held<'_>, plan: &Plan, present: Next) -> Result<Next, Stop> {
        let ctx = as_leader(self.visitor, held.audit, self.at);
        let command: Command = PresentPlan { plan: plan.id() }.into();
        let refused = refusals(held.world, &ctx, &command)?;
        let missing = missing(self.words, &refused);
        let Some(first) = refused.first() else { return Ok(present) };
        let said = |item: &&Item| plan.items().iter().any(|given| given.item.as_str() == item.id);
        let unsaid = PLAN.iter().find(|item| !said(item)).filter(|_| first.rule.id == PLAN_ITEMS.id);
        let (label, path) = match (unsaid, refused.iter().find_map(|refusal| session_at(plan, refusal))) {
            (Some(item), _) => (self.words.say("plan-say-item"), format!("plan/item?n={}", item.id)),
            (None, Some(session)) => {
                (self.words.say("plan-change-session"), format!("plan/session?n={}", session.key))
            }
            (None, None) => (self.words.say("plan-add-session"), "plan/session".to_owned()),
        };
        Ok(Next { missing, label, href: format!("/audits/{}/{path}", self.audit), ..present })
    }

    fn back(&self) -> String {
        format!("/audits/{}/plan", self.audit)
    }
}

/// The session that a refusal is about.
fn session_at<'p>(plan: &'p Plan, refusal: &Refusal) -> Option<&'p Session> {
    let place = refusal.at.strip_prefix("/sessions/")?.split('/').next()?;
    plan.sessions().get(place.parse::<usize>().ok()?)
}

/// Whether a plan can be written: the audit is initiated and its fieldwork has not ended.
pub(super) const fn is_writable(state: &AuditState) -> bool {
    match state {
        AuditState::Initiated { .. } | AuditState::Prepared { .. } | AuditState::Conducting { .. } => true,
        AuditState::Planned
        | AuditState::Reporting { .. }
        | AuditState::Completed { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => false,
    }
}

/// The sessions by day, in the order of their beginnings.
pub(super) fn days(
    world: &World,
    words: &Words,
    auditee: Option<&Auditee>,
    sessions: &[Session],
    found: &BTreeMap<usize, Vec<Refusal>>,
) -> Result<Vec<DayShown>, Stop> {
    let people: BTreeSet<PersonId> = sessions
        .iter()
        .flat_map(|session| session.auditors.iter().chain(&session.contacts))
        .copied()
        .collect();
    world.want(people)?;
    let main = sessions.first().map(|session| &session.zone);
    let mut rows: Vec<(Local, Row)> = Vec::new();
    for (place, session) in sessions.iter().enumerate() {
        let zone = zone_of(session);
        let (from, to) = (Local::of(session.start, &zone), Local::of(session.end, &zone));
        let site = session.site.as_ref().and_then(|key| site_name(auditee, key));
        let place_said = match site {
            Some(site) => format!("{site} · {}", session.place),
            None => session.place.to_string(),
        };
        let requirements: Vec<&str> = session.requirements.iter().map(|one| one.as_str()).collect();
        let until =
            if to.date == from.date { to.time() } else { format!("{}, {}", words.date(to.date), to.time()) };
        let row = Row {
            key: session.key.to_string(),
            from: from.time(),
            to: until,
            zone: (Some(&session.zone) != main).then(|| session.zone.to_string()),
            place: place_said,
            contacts: names(world, words, &session.contacts)?,
            auditors: names(world, words, &session.auditors)?,
            subject: session.subject.to_string(),
            requirements: requirements.join(", "),
            method: words.word("AuditMethod", session.method.word()),
            wrong: wrongs(words, found.get(&place).into_iter().flatten()),
        };
        rows.push((from, row));
    }
    rows.sort_by_key(|(from, _)| *from);
    let mut days: Vec<(Date, DayShown)> = Vec::new();
    for (from, row) in rows {
        match days.last_mut() {
            Some((date, day)) if *date == from.date => day.rows.push(row),
            _ => {
                let label = format!("{}, {}", weekday(words, from.date), words.date(from.date));
                days.push((from.date, DayShown { label, rows: vec![row] }));
            }
        }
    }
    Ok(days.into_iter().map(|(_, day)| day).collect())
}

/// The name of a site of the auditee.
fn site_name(auditee: Option<&Auditee>, key: &Slug) -> Option<String> {
    auditee?.sites().iter().find(|site| site.key == *key).map(|site| site.name.to_string())
}

/// Every item of the plan's checklist, with what the plan says on it.
pub(super) fn items(words: &Words, given: &[PlanItem]) -> Vec<ItemShown> {
    let item = |item: &Item| {
        let said = given.iter().find(|given| given.item.as_str() == item.id);
        ItemShown {
            id: item.id.to_owned(),
            label: checklist::named(words, item.id),
            text: said.and_then(|said| said.text.as_ref()).map(ToString::to_string),
            omitted: said.and_then(|said| said.omitted.as_ref()).map(ToString::to_string),
            required: item.required,
        }
    };
    PLAN.iter().map(item).collect()
}

/// The name of a weekday.
pub(super) fn weekday(words: &Words, date: Date) -> String {
    let place = usize::try_from(date.days_since_monday()).unwrap_or_default();
    WEEKDAYS.get(place).map(|key| words.say(key)).unwrap_or_default()
}

fn day(date: Date) -> Option<Day> {
    let mut parts = date.to_string();
    let last = parts.split_off(parts.rfind('-')? + 1);
    let year = u16::try_from(date.year()).ok()?;
    Day::new(year, u8::try_from(date.month()).ok()?, last.parse().ok()?)
}

/// What a version changed.
fn changes(words: &Words, before: &Plan, after: &Plan) -> Vec<String> {
    let named = |session: &Session| {
        let from = Local::of(session.start, &zone_of(session));
        format!("{} ({}, {})", session.subject, words.date(from.date), from.time())
    };
    let mut said = Vec::new();
    for session in after.sessions() {
        match before.sessions().iter().find(|old| old.key == session.key) {
            None => said.push(words.with("plan-session-added", "session", named(session))),
            Some(old) if old != session => {
                let fields = differing(words, old, session).join(", ");
                said.push(words.with2("plan-session-changed", "session", named(session), "fields", fields));
            }
            Some(_) => {}
        }
    }
    let gone = |old: &&Session| !after.sessions().iter().any(|session| session.key == old.key);
    let gone = before.sessions().iter().filter(gone);
    said.extend(gone.map(|old| words.with("plan-session-dropped", "session", named(old))));
    for item in PLAN {
        let of = |plan: &Plan| plan.items().iter().find(|given| given.item.as_str() == item.id).cloned();
        if of(before) != of(after) {
            said.push(words.with("plan-item-changed", "item", checklist::named(words, item.id)));
        }
    }
    said
}

/// The labels of the fields in which two sessions differ.
fn differing(words: &Words, old: &Session, new: &Session) -> Vec<String> {
    [
        ("start", old.start != new.start),
        ("end", old.end != new.end),
        ("zone", old.zone != new.zone),
        ("site", old.site != new.site),
        ("place", old.place != new.place),
        ("contacts", old.contacts != new.contacts),
        ("auditors", old.auditors != new.auditors),
        ("subject", old.subject != new.subject),
        ("requirements", old.requirements != new.requirements),
        ("method", old.method != new.method),
    ]
    .into_iter()
    .filter(|(_, differs)| *differs)
    .map(|(field, _)| words.field("Session", field))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_said_as_the_clocks_of_its_zone_show_it() {
        let at: Timestamp = "2026-03-01T23:30:00Z".parse().unwrap();
        let there = Local::of(at, &TimeZone::get("Europe/Berlin").unwrap());
        assert_eq!((there.date.to_string().as_str(), there.time().as_str()), ("2026-03-02", "00:30"));
        assert_eq!(day(there.date), Day::new(2026, 3, 2));
    }
}
