//! Documents out of their content: what stands where, in the words of the language.

use assize_domain::document::{
    Attendee, AuditFacts, DocumentContent, DocumentKind, MeetingSaid, PlanSaid, Point, Profile, Says,
    SpotSaid,
};
use assize_domain::kernel::text::Drawing;
use assize_domain::report_content::LocationKind;

use super::followed::{corrective_actions, nonconformities};
use super::model::{Block, Cell, Column, Document, Drawn, Fact, Table, cell, plain, quiet, strong};
use crate::said::Said;

/// From so many headings of the first level on, a table of contents stands before the text.
const HEADINGS_CONTENTS_MIN: usize = 7;

/// The key of what a kind of document is called.
pub(crate) const fn kind_key(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Report => "audit-report",
        DocumentKind::Plan => "doc-plan",
        DocumentKind::Nonconformities => "doc-nonconformities",
        DocumentKind::CorrectiveActions => "doc-corrective-actions",
        DocumentKind::OpeningMeeting => "doc-opening-meeting",
        DocumentKind::ClosingMeeting => "doc-closing-meeting",
        DocumentKind::Profile => "doc-profile",
    }
}

/// A document, ready to be written.
pub(super) fn composed(content: &DocumentContent, said: &Said) -> Document {
    let mut page = Page { said, blocks: Vec::new() };
    let mut facts = Vec::new();
    if let Some(audit) = content.audit() {
        facts.push(fact(said.say("audit-type"), &audit.audit_type));
        facts.push(fact(said.say("audit-client"), &audit.client));
        facts.push(fact(said.say("audit-dates"), said.span(&audit.period)));
    }
    match &content.says {
        Says::Plan(plan) => page.plan(plan),
        Says::Meeting(meeting) => {
            facts.push(fact(said.say("doc-held"), held(meeting, said)));
            page.meeting(meeting);
        }
        Says::Followed(followed) if content.kind == DocumentKind::CorrectiveActions => {
            corrective_actions(&mut page, followed);
        }
        Says::Followed(followed) => nonconformities(&mut page, followed),
        Says::Profile(profile) => {
            facts.extend(profile_facts(profile, said));
            page.profile(profile);
        }
    }
    let version = content.version.map(|version| version.to_string());
    if let Some(version) = &version {
        facts.push(fact(said.say("version"), version));
    }
    let status = content.stamped.as_ref().map_or_else(
        || content.status.clone(),
        |stamped| format!("{}: {}, {}", content.status, stamped.by, said.day(&stamped.on)),
    );
    facts.push(fact(said.say("status"), status));
    let headings =
        page.blocks.iter().filter(|block| matches!(block, Block::Heading { level: 1, .. })).count();
    Document {
        kind: said.say(kind_key(content.kind)),
        title: content.title.clone(),
        about: content.about.clone(),
        mark: content.mark.clone(),
        foot: match &version {
            Some(version) => said.with("footer", &[("id", &content.id), ("version", version)]),
            None => content.id.clone(),
        },
        facts,
        contents: headings >= HEADINGS_CONTENTS_MIN,
        blocks: page.blocks,
    }
}

/// The text of a document, as far as it is composed.
pub(super) struct Page<'s> {
    pub(super) said: &'s Said,
    pub(super) blocks: Vec<Block>,
}

pub(super) fn fact(name: String, what: impl Into<String>) -> Fact {
    Fact { name, what: cell(what) }
}

impl Page<'_> {
    pub(super) fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading { level, text: text.into() });
    }

    pub(super) fn part(&mut self, level: u8, key: &str) {
        self.heading(level, self.said.say(key));
    }

    pub(super) fn none(&mut self, key: &str) {
        self.blocks.push(Block::Para(vec![quiet(self.said.say(key))]));
    }

    pub(super) fn prose_or(&mut self, text: &str, otherwise: &str) {
        if text.trim().is_empty() {
            self.none(otherwise);
        } else {
            self.blocks.push(Block::Prose(text.to_owned()));
        }
    }

    pub(super) fn table(&mut self, columns: &[(&str, usize)], rows: Vec<Vec<Cell>>) {
        self.sheet(columns, rows, false);
    }

    fn sheet(&mut self, columns: &[(&str, usize)], rows: Vec<Vec<Cell>>, tall: bool) {
        let columns =
            columns.iter().map(|(key, share)| Column { title: self.said.say(key), share: *share }).collect();
        self.blocks.push(Block::Table(Table { columns, rows, tall }));
    }

    fn plan(&mut self, plan: &PlanSaid) {
        if let Some(reason) = &plan.reason {
            let mut spans = vec![strong(self.said.say("doc-replaces")), plain(" ")];
            spans.push(plain(reason.clone()));
            self.blocks.push(Block::Notice(spans));
        }
        self.audit(&plan.audit);
        self.part(1, "doc-sessions");
        if plan.sessions.is_empty() {
            self.none("no-sessions");
        } else {
            self.sessions(plan);
        }
        self.team(&plan.audit);
        if !plan.items.is_empty() {
            self.part(1, "doc-items");
            let rows = plan.items.iter().map(|item| {
                let text = match (&item.text, &item.omitted) {
                    (Some(text), _) => cell(text.clone()),
                    (None, Some(why)) => {
                        vec![vec![quiet(self.said.with("doc-omitted", &[("reason", why)]))]]
                    }
                    (None, None) => vec![vec![quiet(self.said.say("doc-not-said"))]],
                };
                vec![cell(self.item(&item.item)), text]
            });
            let rows = rows.collect();
            self.table(&[("item", 34), ("doc-said", 66)], rows);
        }
        self.signatures(&["doc-leader-signs", "doc-auditee-signs"]);
    }

    fn sessions(&mut self, plan: &PlanSaid) {
        let said = self.said;
        let rows = plan.sessions.iter().map(|session| {
            let mut subject = vec![vec![strong(session.subject.clone())]];
            if !session.requirements.is_empty() {
                subject.push(vec![quiet(session.requirements.join(", "))]);
            }
            let mut people = vec![vec![plain(session.auditors.join(", "))]];
            if !session.auditees.is_empty() {
                people.push(vec![quiet(session.auditees.join(", "))]);
            }
            vec![
                vec![
                    vec![plain(said.day(&session.on))],
                    vec![plain(format!("{}–{}", session.start, session.end))],
                    vec![quiet(session.zone.clone())],
                ],
                subject,
                cell(session.place.clone()),
                people,
            ]
        });
        let rows = rows.collect();
        self.table(&[("when", 21), ("subject", 34), ("where", 21), ("people", 24)], rows);
    }

    /// What the audit is: objectives, scope, criteria, method, locations.
    pub(super) fn audit(&mut self, audit: &AuditFacts) {
        self.part(1, "objectives");
        if audit.objectives.is_empty() {
            self.none("no-objectives");
        } else {
            self.blocks.push(Block::Numbered(audit.objectives.clone()));
        }
        self.part(1, "doc-scope-criteria");
        self.prose_or(&audit.scope, "no-scope");
        let said = self.said;
        let mut facts = Vec::new();
        if !audit.criteria.is_empty() {
            let what = audit.criteria.iter().map(|criterion| vec![plain(criterion.clone())]).collect();
            facts.push(Fact { name: said.say("criteria"), what });
        }
        if let Some(soa) = &audit.statement_of_applicability {
            facts.push(fact(said.say("doc-soa"), soa));
        }
        if !audit.method.is_empty() {
            facts.push(fact(said.say("methods"), &audit.method));
        }
        facts.push(fact(said.say("doc-days"), &audit.days));
        self.blocks.push(Block::Facts(facts));
        if !audit.locations.is_empty() {
            let rows = audit.locations.iter().map(|location| {
                let kind = match location.kind {
                    LocationKind::Physical => "physical",
                    LocationKind::Virtual => "virtual",
                };
                vec![cell(location.name.clone()), cell(said.say(kind)), cell(location.place.clone())]
            });
            let rows = rows.collect();
            self.table(&[("location", 34), ("kind", 20), ("place", 46)], rows);
        }
    }

    fn team(&mut self, audit: &AuditFacts) {
        self.part(1, "doc-team");
        if audit.team.is_empty() {
            self.none("no-team");
        } else {
            let rows = audit.team.iter().map(|member| {
                let areas = if member.areas.is_empty() {
                    vec![vec![quiet(self.said.say("none-recorded"))]]
                } else {
                    cell(member.areas.join(", "))
                };
                vec![cell(member.name.clone()), cell(member.role.clone()), areas]
            });
            let rows = rows.collect();
            self.table(&[("name", 34), ("role", 33), ("competence", 33)], rows);
        }
        if !audit.contacts.is_empty() {
            self.part(1, "doc-contacts");
            let rows = audit
                .contacts
                .iter()
                .map(|contact| vec![cell(contact.name.clone()), cell(contact.function.clone())])
                .collect();
            self.table(&[("name", 40), ("function", 60)], rows);
        }
    }

    fn meeting(&mut self, meeting: &MeetingSaid) {
        self.part(1, "doc-agenda");
        let rows = meeting.agenda.iter().enumerate().map(|(index, point)| self.point(index, point));
        let rows = rows.collect();
        self.table(&[("number", 8), ("doc-point", 46), ("doc-noted", 46)], rows);
        if let Some(minutes) = &meeting.minutes {
            self.part(1, "doc-minutes");
            self.prose_or(minutes, "doc-not-said");
        }
        self.part(1, "doc-attendance");
        if meeting.on.is_none() {
            self.none("doc-expected");
        }
        let said = self.said;
        let row = |there: &Attendee| {
            let signed = there.signed.as_ref().map_or_else(
                || cell(""),
                |on| vec![vec![quiet(said.with("doc-signed", &[("day", &said.day(on))]))]],
            );
            vec![cell(there.name.clone()), cell(there.function.clone()), signed]
        };
        let mut rows: Vec<Vec<Cell>> = meeting.attendance.iter().map(row).collect();
        if meeting.on.is_none() {
            rows.extend((0..4).map(|_| vec![cell(""), cell(""), cell("")]));
        }
        self.sheet(&[("name", 34), ("function", 33), ("doc-signature", 33)], rows, true);
        if !meeting.signatures.is_empty() {
            self.part(1, "doc-spot");
            let drawn = meeting.signatures.iter().map(|one| spot_signed(said, one)).collect();
            self.blocks.push(Block::Signed(drawn));
        }
    }

    fn point(&self, index: usize, point: &Point) -> Vec<Cell> {
        let mut noted: Cell = Vec::new();
        match point.covered {
            Some(true) => noted.push(vec![quiet(self.said.say("doc-covered"))]),
            Some(false) => noted.push(vec![strong(self.said.say("doc-not-covered"))]),
            None => {}
        }
        noted.extend(point.note.iter().map(|note| vec![plain(note.clone())]));
        if noted.is_empty() {
            noted = cell("");
        }
        vec![cell((index + 1).to_string()), cell(self.item(&point.item)), noted]
    }

    /// What an item of a checklist is called; one of the team's own by its key.
    fn item(&self, item: &str) -> String {
        item_said(self.said, item)
    }

    pub(super) fn signatures(&mut self, keys: &[&str]) {
        let lines = keys.iter().map(|key| self.said.say(key)).collect();
        self.blocks.push(Block::Signatures(lines));
    }

    fn profile(&mut self, profile: &Profile) {
        let said = self.said;
        self.part(1, "doc-credentials");
        if profile.credentials.is_empty() {
            self.none("doc-no-credentials");
        } else {
            let rows = profile.credentials.iter().map(|one| {
                let mut what = vec![vec![strong(one.title.clone())]];
                let amount = one.amount.as_ref().map(|amount| format!(", {amount}")).unwrap_or_default();
                what.push(vec![quiet(format!("{}{amount}", one.issuer))]);
                vec![
                    cell(one.area.clone()),
                    what,
                    cell(one.kind.clone()),
                    cell(lasts(said, &one.from, one.to.as_deref())),
                ]
            });
            let rows = rows.collect();
            self.table(&[("doc-area", 18), ("title", 38), ("kind", 20), ("doc-valid", 24)], rows);
        }
        self.part(1, "doc-development");
        if profile.development.is_empty() {
            self.none("doc-no-development");
        } else {
            let rows = profile.development.iter().map(|one| {
                vec![
                    cell(said.day(&one.on)),
                    cell(one.what.clone()),
                    cell(one.area.clone()),
                    cell(one.hours.to_string()),
                ]
            });
            let rows = rows.collect();
            self.table(&[("day", 22), ("doc-what", 44), ("doc-area", 22), ("doc-hours", 12)], rows);
        }
        self.part(1, "doc-audits");
        if profile.audits.is_empty() {
            self.none("doc-no-audits");
        } else {
            let rows = profile.audits.iter().map(|one| {
                let day =
                    one.last_day.as_deref().map_or_else(|| said.say("doc-to-come"), |day| said.day(day));
                vec![
                    vec![vec![strong(one.title.clone())], vec![quiet(one.auditee.clone())]],
                    vec![vec![plain(one.role.clone())], vec![quiet(one.audit_type.clone())]],
                    cell(one.criteria.join(", ")),
                    vec![vec![plain(day)], vec![quiet(one.days.clone())]],
                ]
            });
            let rows = rows.collect();
            self.table(&[("doc-audit", 32), ("role", 22), ("criteria", 24), ("doc-last-day", 22)], rows);
        }
        self.evaluations(profile);
    }

    fn evaluations(&mut self, profile: &Profile) {
        let said = self.said;
        self.part(1, "doc-evaluations");
        if profile.evaluations.is_empty() {
            self.none("doc-no-evaluations");
            return;
        }
        for one in &profile.evaluations {
            self.heading(2, format!("{}, {}", said.day(&one.on), one.method));
            let mut facts = vec![
                fact(said.say("role"), &one.role),
                fact(said.say("doc-by-whom"), &one.by),
                Fact { name: said.say("result"), what: vec![vec![strong(one.result.clone())]] },
                fact(said.say("reason"), &one.reasons),
            ];
            let shown = |wanted: bool| {
                let of = one.behaviours.iter().filter(|(_, shown)| *shown == wanted);
                of.map(|(word, _)| word.clone()).collect::<Vec<_>>().join(", ")
            };
            for (key, list) in [("doc-shown", shown(true)), ("doc-not-shown", shown(false))] {
                if !list.is_empty() {
                    facts.push(fact(said.say(key), list));
                }
            }
            facts.extend(one.followed.iter().map(|followed| fact(said.say("doc-followed"), followed)));
            self.blocks.push(Block::Facts(facts));
        }
    }
}

/// What an item of a checklist is called; one of the team's own by its key, as they wrote it.
pub(crate) fn item_said(said: &Said, item: &str) -> String {
    let key = format!("item-{}", item.replace(['.', '_'], "-"));
    said.find(&key).unwrap_or_else(|| {
        let own = item.rsplit('.').next().unwrap_or_default().replace(['_', '-'], " ");
        let mut signs = own.chars();
        signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
    })
}

/// A signature that was given on the spot: what was drawn, and what it is of.
fn spot_signed(said: &Said, one: &SpotSaid) -> Drawn {
    let attested = said.with("doc-attested", &[("day", &said.day(&one.stamped.on)), ("by", &one.stamped.by)]);
    let mut below = vec![format!("{}, {}", one.name, one.function), attested];
    if one.by_passkey {
        below.push(said.say("doc-by-passkey"));
    }
    below.push(said.with("doc-text-signed", &[("digest", one.shown.get(..16).unwrap_or_default())]));
    if one.is_earlier {
        below.push(said.say("doc-text-earlier"));
    }
    // What is no drawing draws nothing: the content may come from elsewhere.
    let drawing = one.drawing.as_ref().and_then(|drawing| drawing.parse::<Drawing>().ok());
    Drawn {
        name: one.name.clone(),
        svg: drawing.as_ref().map(|drawing| drawing.to_svg().into_bytes()),
        path: drawing.map(|drawing| drawing.to_string()),
        alt: said.with("doc-drawn", &[("name", &one.name)]),
        below,
    }
}

fn held(meeting: &MeetingSaid, said: &Said) -> String {
    let Some(on) = &meeting.on else { return said.say("doc-not-held") };
    let parts = [Some(said.day(on)), meeting.at.clone(), meeting.place.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// How long something is good for.
pub(crate) fn lasts(said: &Said, from: &str, to: Option<&str>) -> String {
    match to {
        Some(to) if to != from => said.with("span", &[("from", &said.day(from)), ("to", &said.day(to))]),
        Some(_) => said.day(from),
        None => said.with("doc-since", &[("day", &said.day(from))]),
    }
}

fn profile_facts(profile: &Profile, said: &Said) -> Vec<Fact> {
    let mut facts = Vec::new();
    if !profile.languages.is_empty() {
        facts.push(fact(said.say("doc-languages"), profile.languages.join(", ")));
    }
    if let Some((code, on)) = &profile.code {
        facts.push(fact(said.say("doc-code"), format!("{code}, {}", said.day(on))));
    }
    facts
}
