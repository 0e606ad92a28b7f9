//! What stands in the place of names: the values of a document, by their names, in the words of its language.

use std::collections::BTreeMap;

use assize_domain::document::{
    AuditFacts, DocumentContent, DocumentKind, Followed, MeetingSaid, Nonconformity, PlanSaid, Profile, Says,
    Stamped, Step,
};
use assize_domain::report_content::{EvidenceRef, Location, LocationKind, Response, Session};

use crate::document::{item_said, kind_key, lasts};
use crate::render::RenderContext;
use crate::said::Said;

/// A value, or the rows of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Filled {
    Text(String),
    List(Vec<Group>),
}

impl Filled {
    /// Whether there is something of it.
    pub(super) fn is_there(&self) -> bool {
        match self {
            Self::Text(text) => !text.trim().is_empty(),
            Self::List(rows) => !rows.is_empty(),
        }
    }
}

/// Values by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group(BTreeMap<&'static str, Filled>);

impl Group {
    pub(super) fn get(&self, name: &str) -> Option<&Filled> {
        self.0.get(name)
    }

    pub(super) fn text(&mut self, name: &'static str, text: impl Into<String>) {
        self.0.insert(name, Filled::Text(text.into()));
    }

    /// A text that may not be there: its name is.
    pub(super) fn maybe(&mut self, name: &'static str, text: Option<impl Into<String>>) {
        self.0.insert(name, Filled::Text(text.map(Into::into).unwrap_or_default()));
    }

    pub(super) fn list<T>(
        &mut self,
        name: &'static str,
        rows: impl IntoIterator<Item = T>,
        write: impl Fn(&mut Self, usize, T),
    ) {
        let group = |(index, row)| {
            let mut group = Self::default();
            write(&mut group, index, row);
            group
        };
        self.0.insert(name, Filled::List(rows.into_iter().enumerate().map(group).collect()));
    }

    #[cfg(test)]
    pub(super) fn names(&self) -> impl Iterator<Item = (&'static str, &Filled)> {
        self.0.iter().map(|(name, filled)| (*name, filled))
    }
}

/// What of a document is no part of its content: when it is made, whether it is a draft, the organization's letterhead.
pub(super) fn around(
    group: &mut Group,
    kind: DocumentKind,
    context: &RenderContext,
    is_draft: bool,
    said: &Said,
) {
    let made = jiff::tz::Offset::UTC.to_datetime(context.generated_at).date().to_string();
    group.text("document.kind", said.say(kind_key(kind)));
    group.text("document.made", said.day(&made));
    group.maybe("document.mark", is_draft.then(|| said.say("watermark")));
    let letterhead = context.look.as_ref().map(|look| &look.letterhead);
    group.maybe(
        "organization.address",
        letterhead.and_then(|letterhead| letterhead.address.as_ref()).map(ToString::to_string),
    );
    group.maybe(
        "organization.footer",
        letterhead.and_then(|letterhead| letterhead.footer.as_ref()).map(ToString::to_string),
    );
}

pub(super) fn of_document(
    content: &DocumentContent,
    context: &RenderContext,
    is_draft: bool,
    said: &Said,
) -> Group {
    let mut group = Group::default();
    around(&mut group, content.kind, context, is_draft, said);
    group.text("document.id", &content.id);
    group.maybe("document.version", content.version.map(|version| version.to_string()));
    group.text("document.status", &content.status);
    stamped(&mut group, ["document.by", "document.on"], content.stamped.as_ref(), said);
    group.text("document.confidentiality", &content.mark);
    group.text("organization.name", &content.organization);
    if let Some(audit) = content.audit() {
        group.text("audit.title", &content.title);
        group.text("audit.auditee", &content.about);
        of_audit(&mut group, audit, said);
    }
    match &content.says {
        Says::Plan(plan) => of_plan(&mut group, plan, said),
        Says::Meeting(meeting) => of_meeting(&mut group, meeting, said),
        Says::Followed(followed) => of_followed(&mut group, followed, said),
        Says::Profile(profile) => of_profile(&mut group, content, profile, said),
    }
    group
}

fn stamped(group: &mut Group, [by, on]: [&'static str; 2], stamped: Option<&Stamped>, said: &Said) {
    group.maybe(by, stamped.map(|stamped| stamped.by.clone()));
    group.maybe(on, stamped.map(|stamped| said.day(&stamped.on)));
}

fn of_audit(group: &mut Group, audit: &AuditFacts, said: &Said) {
    group.text("audit.type", &audit.audit_type);
    group.text("audit.client", &audit.client);
    group.text("audit.from", said.day(&audit.period.from));
    group.text("audit.to", said.day(&audit.period.to));
    group.text("audit.period", said.span(&audit.period));
    group.text("audit.scope", &audit.scope);
    group.text("audit.method", &audit.method);
    group.text("audit.days", &audit.days);
    group.maybe("audit.soa", audit.statement_of_applicability.clone());
    group.list("objectives", &audit.objectives, |group, index, text| {
        group.text("number", (index + 1).to_string());
        group.text("text", text);
        group.text("met", "");
        group.text("reason", "");
    });
    group.list("criteria", &audit.criteria, |group, _, name| group.text("name", name));
    group.list("locations", &audit.locations, |group, _, location| of_location(group, location, said));
    group.list("team", &audit.team, |group, _, member| {
        group.text("name", &member.name);
        group.text("role", &member.role);
        group.text("areas", member.areas.join(", "));
    });
    group.list("contacts", &audit.contacts, |group, _, contact| {
        group.text("name", &contact.name);
        group.text("function", &contact.function);
    });
}

pub(super) fn of_location(group: &mut Group, location: &Location, said: &Said) {
    group.text("name", &location.name);
    group.text(
        "kind",
        said.say(match location.kind {
            LocationKind::Physical => "physical",
            LocationKind::Virtual => "virtual",
        }),
    );
    group.text("place", &location.place);
}

pub(super) fn of_session(group: &mut Group, session: &Session, said: &Said) {
    group.text("on", said.day(&session.on));
    group.text("start", &session.start);
    group.text("end", &session.end);
    group.text("zone", &session.zone);
    group.text("subject", &session.subject);
    group.text("requirements", session.requirements.join(", "));
    group.text("place", &session.place);
    group.text("auditors", session.auditors.join(", "));
    group.text("auditees", session.auditees.join(", "));
}

pub(super) fn of_reference(group: &mut Group, evidence: &EvidenceRef) {
    group.text("reference", &evidence.reference);
    group.text("title", &evidence.title);
    group.maybe("sha256", evidence.sha256.clone());
}

pub(super) fn answered(response: &Response, said: &Said) -> String {
    match response {
        Response::None => said.say("unanswered"),
        Response::Acknowledged { by, on } => said.with("acknowledged", &[("by", by), ("day", &said.day(on))]),
        Response::Disputed { by, on, opinion } => {
            let text = said.with("disputed-by", &[("by", by), ("day", &said.day(on))]);
            format!("{} {text}\n{opinion}", said.say("disputed"))
        }
    }
}

fn of_plan(group: &mut Group, plan: &PlanSaid, said: &Said) {
    group.list("sessions", &plan.sessions, |group, _, session| of_session(group, session, said));
    group.maybe("plan.reason", plan.reason.clone());
    group.list("items", &plan.items, |group, _, item| {
        group.text("name", item_said(said, &item.item));
        let text = match (&item.text, &item.omitted) {
            (Some(text), _) => text.clone(),
            (None, Some(why)) => said.with("doc-omitted", &[("reason", why)]),
            (None, None) => said.say("doc-not-said"),
        };
        group.text("text", text);
    });
}

fn of_meeting(group: &mut Group, meeting: &MeetingSaid, said: &Said) {
    group.maybe("meeting.on", meeting.on.as_ref().map(|on| said.day(on)));
    group.maybe("meeting.at", meeting.at.clone());
    group.maybe("meeting.place", meeting.place.clone());
    group.maybe("meeting.minutes", meeting.minutes.clone());
    group.list("agenda", &meeting.agenda, |group, index, point| {
        group.text("number", (index + 1).to_string());
        group.text("point", item_said(said, &point.item));
        let covered = point.covered.map(|covered| if covered { "doc-covered" } else { "doc-not-covered" });
        group.maybe("covered", covered.map(|key| said.say(key)));
        group.maybe("note", point.note.clone());
    });
    group.list("attendance", &meeting.attendance, |group, _, there| {
        group.text("name", &there.name);
        group.text("function", &there.function);
        group.maybe("signed", there.signed.as_ref().map(|on| said.day(on)));
    });
}

fn of_followed(group: &mut Group, followed: &Followed, said: &Said) {
    group.list("nonconformities", &followed.nonconformities, |group, _, one| {
        of_nonconformity(group, one, said);
    });
}

fn of_nonconformity(group: &mut Group, one: &Nonconformity, said: &Said) {
    group.text("number", one.number.to_string());
    group.text("title", &one.title);
    group.maybe("grade", one.grade.clone());
    group.text("state", &one.state);
    group.text("requirements", one.requirements.join("\n"));
    group.text("breaches", one.breaches.join(", "));
    group.text("statement", &one.statement);
    group.maybe("evidence", one.objective_evidence.clone());
    stamped(group, ["raised_by", "raised_on"], Some(&one.written), said);
    group.text("response", answered(&one.response, said));
    let due = one.due.as_ref();
    group.maybe("due_acknowledge", due.map(|due| said.day(&due.acknowledge)));
    group.maybe("due_plan", due.map(|due| said.day(&due.plan)));
    group.maybe("due_implement", due.map(|due| said.day(&due.implement)));
    group.maybe("due_effectiveness", due.and_then(|due| due.effectiveness.as_ref()).map(|day| said.day(day)));
    let text = |step: &Option<Step>| step.as_ref().map(|step| step.text.clone());
    let stamp = |step: &'_ Option<Step>| step.as_ref().map(|step| step.stamped.clone());
    group.maybe("correction", text(&one.correction));
    stamped(group, ["correction_by", "correction_on"], stamp(&one.correction).as_ref(), said);
    group.maybe("cause", text(&one.cause));
    stamped(group, ["cause_by", "cause_on"], stamp(&one.cause).as_ref(), said);
    let action = one.action.as_ref();
    group.maybe("action", action.map(|action| action.text.clone()));
    group.maybe("action_owner", action.map(|action| action.owner.clone()));
    group.maybe("action_due", action.map(|action| said.day(&action.due)));
    stamped(group, ["accepted_by", "accepted_on"], one.accepted.as_ref(), said);
    group.maybe("implementation", text(&one.implementation));
    group.maybe("verification", text(&one.verification));
    stamped(group, ["verification_by", "verification_on"], stamp(&one.verification).as_ref(), said);
    group.maybe("effectiveness", text(&one.effectiveness));
    stamped(group, ["closed_by", "closed_on"], one.closed.as_ref(), said);
    group.list("references", &one.evidence, |group, _, evidence| of_reference(group, evidence));
}

fn of_profile(group: &mut Group, content: &DocumentContent, profile: &Profile, said: &Said) {
    group.text("person.name", &content.title);
    group.text("person.employer", &content.about);
    group.text("person.languages", profile.languages.join(", "));
    let code = profile.code.as_ref().map(|(code, on)| format!("{code}, {}", said.day(on)));
    group.maybe("person.code", code);
    group.list("credentials", &profile.credentials, |group, _, one| {
        group.text("area", &one.area);
        group.text("title", &one.title);
        group.text("kind", &one.kind);
        group.text("issuer", &one.issuer);
        group.maybe("amount", one.amount.clone());
        group.text("valid", lasts(said, &one.from, one.to.as_deref()));
    });
    group.list("development", &profile.development, |group, _, one| {
        group.text("on", said.day(&one.on));
        group.text("what", &one.what);
        group.text("area", &one.area);
        group.text("hours", one.hours.to_string());
    });
    group.list("audits", &profile.audits, |group, _, one| {
        group.text("title", &one.title);
        group.text("auditee", &one.auditee);
        group.text("type", &one.audit_type);
        group.text("role", &one.role);
        group.text("criteria", one.criteria.join(", "));
        group.maybe("last_day", one.last_day.as_ref().map(|day| said.day(day)));
        group.text("days", &one.days);
    });
    group.list("evaluations", &profile.evaluations, |group, _, one| {
        group.text("on", said.day(&one.on));
        group.text("by", &one.by);
        group.text("role", &one.role);
        group.text("method", &one.method);
        group.text("result", &one.result);
        group.text("reasons", &one.reasons);
        let shown = |wanted: bool| {
            let of = one.behaviours.iter().filter(|(_, shown)| *shown == wanted);
            of.map(|(word, _)| word.clone()).collect::<Vec<_>>().join(", ")
        };
        group.text("shown", shown(true));
        group.text("not_shown", shown(false));
        group.maybe("followed", one.followed.clone());
    });
}
