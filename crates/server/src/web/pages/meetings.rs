//! Meetings of an audit, its log of communication, requests for information, and changes of its scope.

use askama::Template;
use assize_domain::audit::checklists::{CLOSING_MEETING, Item, OPENING_MEETING};
use assize_domain::audit::{
    Audit, AuditState, InfoRequest, Meeting, Message, RequestState, ScopeChange, SpotSignature,
};
use assize_domain::auditee::Auditee;
use assize_domain::evidence::PaperStanding;
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::words::{MeetingKind, MessageKind};
use assize_domain::{Key, World};
use assize_store::StoreError;
use axum::extract::{Path, State};
use axum::response::Response;

use super::audit::{Tab, tabs};
use super::checklist;
use super::fieldwork::{Next, frame, name, names, stamped};
use super::spot::{Signed, signed};
use super::{act_href, href};
use crate::access::Asker;
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many entries of the log, and how many requests, a page shows.
const LINES: usize = 60;

/// An item of a meeting's agenda.
struct AgendaShown {
    label: String,
    covered: bool,
    note: Option<String>,
}

/// A meeting as it is shown.
struct MeetingShown {
    kind: String,
    href: String,
    held: String,
    place: String,
    /// Who was there, their function, and whether they signed by an account of their own.
    attendance: Vec<(String, String, bool)>,
    agenda: Vec<AgendaShown>,
    covered: usize,
    minutes: Option<String>,
    stamp: String,
    /// Signatures that were given on the spot.
    signed: Vec<Signed>,
    /// Each correction of the minutes: when and by whom, why, and what they said before.
    corrections: Vec<(String, String, Option<String>)>,
    acts: Vec<(String, String)>,
}

/// An entry of the log of communication.
struct MessageShown {
    kind: String,
    /// Whether it is one that must be told at once.
    is_risk: bool,
    text: String,
    told: String,
    stamp: String,
    href: String,
}

/// A request for information.
struct RequestShown {
    question: String,
    href: String,
    to: String,
    due: String,
    late: bool,
    state: String,
    answer: Option<String>,
    answered: Option<String>,
    why: Option<String>,
    acts: Vec<(String, String)>,
}

/// A change of scope.
struct ChangeShown {
    what: String,
    reason: String,
    scope: String,
    /// Each acceptance and the telling: its words, and when and by whom, if it was.
    steps: Vec<(String, Option<String>)>,
    acts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "meetings.html")]
struct MeetingsPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    next: Option<Next>,
    meetings: Vec<MeetingShown>,
    /// Where it stands what is to be done before the opening meeting can be recorded, as long as it cannot.
    before: Option<String>,
    messages: Vec<MessageShown>,
    messages_more: usize,
    requests: Vec<RequestShown>,
    requests_more: usize,
    changes: Vec<ChangeShown>,
    /// The ways to record, to log, to ask and to propose; none where the audit is over.
    record: Vec<(String, String)>,
    log: Option<String>,
    ask: Option<String>,
    propose: Option<String>,
}

/// `GET /audits/{id}/meetings`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let looking = Looking { words: &visitor.words, visitor: &visitor, audit, at: now(&app)? };
    let page = app.store.ask(|world| looking.page(world)).await;
    let mut page = page.map_err(Fault::unanswered)?;
    page.open_to(&visitor.asker).await?;
    Ok(html(&page))
}

impl MeetingsPage {
    /// Leaves the ways that are open to who looks.
    async fn open_to(&mut self, asker: &Asker) -> Result<(), StoreError> {
        self.next = Next::open_to(self.next.take(), asker).await?;
        self.tabs = asker.open_ways(std::mem::take(&mut self.tabs), |tab| &tab.href).await?;
        self.record = asker.open_ways(std::mem::take(&mut self.record), |(_, way)| way).await?;
        for way in [&mut self.log, &mut self.ask, &mut self.propose] {
            *way = asker.open_way(way.take()).await?;
        }
        let requests = self.requests.iter_mut().map(|request| &mut request.acts);
        let meetings = self.meetings.iter_mut().map(|meeting| &mut meeting.acts);
        for acts in requests.chain(meetings).chain(self.changes.iter_mut().map(|change| &mut change.acts)) {
            *acts = asker.open_ways(std::mem::take(acts), |(_, way)| way).await?;
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

impl Looking<'_> {
    fn page(&self, world: &World) -> Result<MeetingsPage, Stop> {
        let words = self.words;
        let audit = world.get::<Audit>(self.audit)?;
        let auditee = world.find::<Auditee>(*audit.auditee())?;
        let mut meetings = world.list::<Meeting>("audit", self.audit)?;
        meetings.sort_by_key(|meeting| *meeting.held());
        let mut messages = world.list::<Message>("audit", self.audit)?;
        messages.reverse();
        let mut requests = world.list::<InfoRequest>("audit", self.audit)?;
        // What is at turn comes first, and then the latest.
        requests.sort_by_key(|request| {
            let settled = matches!(request.state(), RequestState::Accepted { .. });
            (settled, std::cmp::Reverse(request.asked().at))
        });
        let attending = meetings.iter().flat_map(|meeting| meeting.attendance().iter().map(|one| one.person));
        world.want(attending.chain(requests.iter().map(|request| *request.to())))?;
        let spot = world.list::<SpotSignature>("audit", self.audit)?;
        world.want(spot.iter().filter_map(|one| one.stamp().by.person()))?;
        let (messages_more, requests_more) =
            (messages.len().saturating_sub(LINES), requests.len().saturating_sub(LINES));
        let runs = is_running(audit.state());
        let id = self.audit.to_string();
        let of_audit = |command: &str, place: &str| {
            runs.then(|| act_href(command, &[("audit", &id)], &format!("{}#{place}", self.back())))
        };
        let changes = audit.scope_changes().iter().rev();
        Ok(MeetingsPage {
            frame: frame(self.visitor, audit, "meetings"),
            tabs: tabs(words, self.audit, "meetings"),
            next: self.next(world, audit, auditee, &meetings, &requests)?,
            meetings: meetings
                .iter()
                .map(|meeting| self.meeting(world, meeting, &spot, runs))
                .collect::<Result<_, Stop>>()?,
            before: matches!(audit.state(), AuditState::Planned | AuditState::Initiated { .. })
                .then(|| format!("/audits/{}", self.audit)),
            messages: messages
                .iter()
                .take(LINES)
                .map(|message| self.message(world, message))
                .collect::<Result<_, Stop>>()?,
            messages_more,
            requests: requests
                .iter()
                .take(LINES)
                .map(|request| self.request(world, request))
                .collect::<Result<_, Stop>>()?,
            requests_more,
            changes: changes.map(|change| self.change(world, change)).collect::<Result<_, Stop>>()?,
            record: self.record(world, audit, auditee, &meetings)?,
            log: of_audit("message.log", "log-title"),
            ask: of_audit("request.ask", "requests-title"),
            propose: of_audit("audit.propose_scope_change", "scope-title"),
            words: words.clone(),
        })
    }

    fn meeting(
        &self,
        world: &World,
        meeting: &Meeting,
        spot: &[&SpotSignature],
        runs: bool,
    ) -> Result<MeetingShown, Stop> {
        let words = self.words;
        let id = meeting.id().to_string();
        let acts = match runs {
            false => Vec::new(),
            true => vec![
                (words.command("meeting.sign_on_the_spot"), format!("/meetings/{id}/sign")),
                (
                    words.command("meeting.correct_minutes"),
                    act_href("meeting.correct_minutes", &[("meeting", &id)], &self.back()),
                ),
            ],
        };
        let corrections = meeting.corrections().iter().map(|one| {
            let stamp = stamped(world, words, &one.stamp)?;
            Ok((stamp, one.why.to_string(), one.before.as_ref().map(ToString::to_string)))
        });
        let has_signed = |person| meeting.signed().iter().any(|stamp| stamp.by.person() == Some(person));
        let attendance = meeting.attendance().iter().map(|there| {
            let who = name(world, words, there.person)?;
            Ok((who, there.function.to_string(), has_signed(there.person)))
        });
        let agenda = meeting.agenda().iter().map(|item| AgendaShown {
            label: checklist::named(words, item.item.as_str()),
            covered: item.covered,
            note: item.note.as_ref().map(ToString::to_string),
        });
        Ok(MeetingShown {
            kind: words.word("MeetingKind", meeting.kind().word()),
            href: href(Key::of(meeting.id())),
            held: words.time(*meeting.held()),
            place: meeting.place().to_string(),
            attendance: attendance.collect::<Result<_, Stop>>()?,
            agenda: agenda.collect(),
            covered: meeting.agenda().iter().filter(|item| item.covered).count(),
            minutes: meeting.minutes().as_ref().map(ToString::to_string),
            stamp: stamped(world, words, meeting.stamp())?,
            signed: signed(world, words, meeting, spot)?,
            corrections: corrections.collect::<Result<_, Stop>>()?,
            acts,
        })
    }

    fn message(&self, world: &World, message: &Message) -> Result<MessageShown, Stop> {
        let words = self.words;
        Ok(MessageShown {
            kind: words.word("MessageKind", message.kind().word()),
            is_risk: *message.kind() == MessageKind::SignificantRisk,
            text: message.text().to_string(),
            told: names(world, words, message.told())?.join(", "),
            stamp: stamped(world, words, message.stamp())?,
            href: href(Key::of(message.id())),
        })
    }

    fn request(&self, world: &World, request: &InfoRequest) -> Result<RequestShown, Stop> {
        let words = self.words;
        let id = request.id().to_string();
        let back = format!("{}#requests-title", self.back());
        let act = |command: &str| (words.command(command), act_href(command, &[("request", &id)], &back));
        let (acts, is_open, why) = match request.state() {
            RequestState::Asked => (vec![act("request.answer")], true, None),
            RequestState::Answered => (vec![act("request.accept"), act("request.return")], false, None),
            RequestState::Accepted { .. } => (Vec::new(), false, None),
            RequestState::Returned { why, .. } => (vec![act("request.answer")], true, Some(why.to_string())),
        };
        let answer = request.answers().last();
        Ok(RequestShown {
            question: request.question().to_string(),
            href: href(Key::of(request.id())),
            to: name(world, words, *request.to())?,
            due: words.date(*request.due()),
            late: is_open && *request.due() < self.at.date(),
            state: words.word("RequestState", request.state().word()),
            answer: answer.map(|answer| answer.text.to_string()),
            answered: answer.map(|answer| stamped(world, words, &answer.stamp)).transpose()?,
            why,
            acts,
        })
    }

    fn change(&self, world: &World, change: &ScopeChange) -> Result<ChangeShown, Stop> {
        let words = self.words;
        let id = self.audit.to_string();
        let fields = [("audit", id.as_str()), ("change", change.key.as_str())];
        let back = format!("{}#scope-title", self.back());
        let act = |command: &str| (words.command(command), act_href(command, &fields, &back));
        let accepted = change.manager.is_some() && change.client.is_some();
        let acts = match (accepted, change.told.is_some()) {
            (false, _) => vec![act("audit.accept_scope_change")],
            (true, false) => vec![act("audit.tell_scope_change")],
            (true, true) => Vec::new(),
        };
        let mut steps = Vec::new();
        for (field, stamp) in [
            ("proposed", Some(&change.proposed)),
            ("manager", change.manager.as_ref()),
            ("client", change.client.as_ref()),
            ("told", change.told.as_ref()),
        ] {
            let said = stamp.map(|stamp| stamped(world, words, stamp)).transpose()?;
            steps.push((words.field("ScopeChange", field), said));
        }
        Ok(ChangeShown {
            what: change.what.to_string(),
            reason: change.reason.to_string(),
            scope: change.scope.to_string(),
            steps,
            acts,
        })
    }

    /// The meetings that can be recorded now, each with its agenda and who would be there.
    fn record(
        &self,
        world: &World,
        audit: &Audit,
        auditee: Option<&Auditee>,
        meetings: &[&Meeting],
    ) -> Result<Vec<(String, String)>, Stop> {
        if !is_running(audit.state()) {
            return Ok(Vec::new());
        }
        let mut record = Vec::new();
        if let Some(kind) = at_turn(audit.state()).filter(|kind| !was_held(meetings, *kind)) {
            let label = self.words.word("MeetingKind", kind.word());
            record.push((label, self.record_href(world, audit, auditee, kind)?));
        }
        let other = MeetingKind::Other;
        let fields = [("audit", self.audit.to_string()), ("kind", other.word().to_owned())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        record.push((
            self.words.word("MeetingKind", other.word()),
            act_href("meeting.record", &fields, &self.back()),
        ));
        Ok(record)
    }

    /// The form of a meeting, with the items of its agenda and with the team and the contacts as those who were there.
    fn record_href(
        &self,
        world: &World,
        audit: &Audit,
        auditee: Option<&Auditee>,
        kind: MeetingKind,
    ) -> Result<String, Stop> {
        let mut fields =
            vec![("audit".to_owned(), self.audit.to_string()), ("kind".to_owned(), kind.word().to_owned())];
        for (place, item) in agenda(kind).iter().enumerate() {
            fields.push((format!("agenda/{place}/item"), item.id.to_owned()));
        }
        let team = audit.team().iter();
        let team = team.map(|member| (member.person, self.words.word("TeamRole", member.role.word())));
        let contacts = auditee.map(|auditee| auditee.contacts().as_slice()).unwrap_or_default();
        let contacts = contacts.iter().map(|contact| (contact.person, contact.function.to_string()));
        let mut there: Vec<_> = team.collect();
        for (person, function) in contacts {
            if !there.iter().any(|(known, _)| *known == person) {
                there.push((person, function));
            }
        }
        world.want(there.iter().map(|(person, _)| *person))?;
        for (place, (person, function)) in there.into_iter().enumerate() {
            fields.push((format!("attendance/{place}/person"), person.to_string()));
            fields.push((format!("attendance/{place}/function"), function));
        }
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        Ok(act_href("meeting.record", &fields, &self.back()))
    }

    fn next(
        &self,
        world: &World,
        audit: &Audit,
        auditee: Option<&Auditee>,
        meetings: &[&Meeting],
        requests: &[&InfoRequest],
    ) -> Result<Option<Next>, Stop> {
        let words = self.words;
        let id = self.audit.to_string();
        let next = |title: String, clause, said, label: String, href: String| Next {
            title,
            clause,
            said,
            missing: Vec::new(),
            label,
            href,
        };
        let answered = requests.iter().find(|request| matches!(request.state(), RequestState::Answered));
        if let Some(request) = answered.filter(|_| is_running(audit.state())) {
            let back = format!("{}#requests-title", self.back());
            let href = act_href("request.accept", &[("request", &request.id().to_string())], &back);
            let said = Some(request.question().to_string());
            let label = words.command("request.accept");
            return Ok(Some(next(words.say("waiting-answer"), "ISO 19011:2018 6.4.7", said, label, href)));
        }
        Ok(match audit.state() {
            AuditState::Prepared { .. } if !was_held(meetings, MeetingKind::Opening) => {
                let href = self.record_href(world, audit, auditee, MeetingKind::Opening)?;
                let label = words.command("meeting.record");
                Some(next(words.say("step-opening-next"), "ISO 19011:2018 6.4.3", None, label, href))
            }
            AuditState::Prepared { .. } => {
                let href = act_href("audit.begin", &[("audit", &id)], &self.back());
                let label = words.command("audit.begin");
                Some(next(words.say("step-begin-next"), "ISO 19011:2018 6.4.2", None, label, href))
            }
            AuditState::Conducting { .. } if !was_held(meetings, MeetingKind::Closing) => {
                Some(self.before_closing(world, audit, auditee)?)
            }
            AuditState::Conducting { .. } => {
                let href = act_href("audit.end_fieldwork", &[("audit", &id)], &self.back());
                let label = words.command("audit.end_fieldwork");
                Some(next(words.say("step-end-next"), "ISO 19011:2018 6.4.10", None, label, href))
            }
            AuditState::Planned
            | AuditState::Initiated { .. }
            | AuditState::Reporting { .. }
            | AuditState::Completed { .. }
            | AuditState::Cancelled { .. }
            | AuditState::Terminated { .. }
            | AuditState::NotFeasible { .. } => None,
        })
    }

    /// The closing meeting; as long as papers are open, the papers.
    fn before_closing(&self, world: &World, audit: &Audit, auditee: Option<&Auditee>) -> Result<Next, Stop> {
        let words = self.words;
        let papers = world.briefs::<PaperStanding>("audit", self.audit)?;
        let concluded = papers.iter().filter(|paper| !paper.state.is_open()).count();
        let said = Some(words.with2("of-papers", "part", concluded, "whole", papers.len()));
        if concluded < papers.len() {
            return Ok(Next {
                title: words.say("step-evidence-next"),
                clause: "ISO 19011:2018 6.4.7",
                said,
                missing: Vec::new(),
                label: words.say("audit-tab-desk"),
                href: format!("/audits/{}/desk", self.audit),
            });
        }
        Ok(Next {
            title: words.say("step-closing-next"),
            clause: "ISO 19011:2018 6.4.10",
            said,
            missing: Vec::new(),
            label: words.command("meeting.record"),
            href: self.record_href(world, audit, auditee, MeetingKind::Closing)?,
        })
    }

    fn back(&self) -> String {
        format!("/audits/{}/meetings", self.audit)
    }
}

fn agenda(kind: MeetingKind) -> &'static [Item] {
    match kind {
        MeetingKind::Opening => OPENING_MEETING,
        MeetingKind::Closing => CLOSING_MEETING,
        MeetingKind::Other => &[],
    }
}

fn was_held(meetings: &[&Meeting], kind: MeetingKind) -> bool {
    meetings.iter().any(|meeting| *meeting.kind() == kind)
}

/// The meeting that the law lets be recorded in a state.
const fn at_turn(state: &AuditState) -> Option<MeetingKind> {
    match state {
        AuditState::Prepared { .. } => Some(MeetingKind::Opening),
        AuditState::Conducting { .. } => Some(MeetingKind::Closing),
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Reporting { .. }
        | AuditState::Completed { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => None,
    }
}

const fn is_running(state: &AuditState) -> bool {
    match state {
        AuditState::Planned
        | AuditState::Initiated { .. }
        | AuditState::Prepared { .. }
        | AuditState::Conducting { .. }
        | AuditState::Reporting { .. } => true,
        AuditState::Completed { .. }
        | AuditState::Cancelled { .. }
        | AuditState::Terminated { .. }
        | AuditState::NotFeasible { .. } => false,
    }
}
