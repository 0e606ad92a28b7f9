//! The questions of setting up a programme, with the answers that they begin with.

use assize_domain::auditee::{AuditeeKind, organization_id};
use assize_domain::kernel::id::{AuditeeId, Id as _, PersonId};
use assize_domain::kernel::time::Date;
use assize_domain::policy::Policy;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::PAGE_ROWS_MAX;

use crate::app::App;
use crate::problem::Fault;
use crate::web::form::{Choice, Control, Node, Posted, Wrong};
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// Somebody, or an auditee, that is not in the register yet.
pub(super) const NEW: &str = "new";
/// The approver who is the manager too.
pub(super) const SAME: &str = "same";
/// The longest answer in one line.
const LINE_CHARS_MAX: usize = 300;
/// The longest answer of several lines.
const TEXT_CHARS_MAX: usize = 4_000;

/// The areas that may matter most: what is sent, and the key of their words.
pub(super) const AREAS: [(&str, &str); 8] = [
    ("suppliers", "setup-area-suppliers"),
    ("access", "setup-area-access"),
    ("development", "setup-area-development"),
    ("operation", "setup-area-operation"),
    ("incidents", "setup-area-incidents"),
    ("people", "setup-area-people"),
    ("places", "setup-area-places"),
    ("privacy", "setup-area-privacy"),
];

/// What the store has already, so that it is not asked for.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) organization: Option<String>,
    /// The policy that programmes begin with.
    pub(super) policy: Policy,
    pub(super) people: Vec<(PersonId, String)>,
    /// Auditees that are the organization itself, or a part of it.
    pub(super) own: Vec<(AuditeeId, String)>,
    /// Who asks.
    pub(super) me: Option<PersonId>,
    pub(super) zone: String,
}

impl Standing {
    pub(super) async fn of(app: &App, visitor: &Visitor) -> Result<Self, Fault> {
        let organization = app.store.record(Key::of(organization_id())).await?;
        let (organization, policy) = match organization.map(|found| found.record) {
            Some(AnyRecord::Organization(organization)) => {
                (Some(organization.name().to_string()), organization.policy().clone())
            }
            _ => (None, Policy::default()),
        };
        let people = app.store.record_page(Kind::Person, None, PAGE_ROWS_MAX).await?;
        let people = visitor.asker.acquainted(people).await?;
        let people = people.into_iter().filter_map(|(_, found)| match found.record {
            AnyRecord::Person(person) => Some((person.id(), person.name().to_string())),
            _ => None,
        });
        let mut people: Vec<(PersonId, String)> = people.collect();
        Words::sort(&mut people, |(_, name)| name);
        let auditees = app.store.record_page(Kind::Auditee, None, PAGE_ROWS_MAX).await?;
        let auditees = visitor.asker.seen(auditees).await?;
        let own = auditees.into_iter().filter_map(|(_, found)| match found.record {
            AnyRecord::Auditee(auditee) if *auditee.kind() == AuditeeKind::Own => {
                Some((auditee.id(), auditee.name().to_string()))
            }
            _ => None,
        });
        Ok(Self {
            organization,
            policy,
            people,
            own: own.collect(),
            me: visitor.person(),
            zone: visitor.words.zone().iana_name().unwrap_or("UTC").to_owned(),
        })
    }
}

/// The answers, as they were typed.
#[derive(Clone, Debug)]
pub(super) struct Answers(Posted);

/// The questions of which each may have one answer.
const SINGLE: [&str; 15] = [
    "/organization",
    "/manager",
    "/manager_name",
    "/me",
    "/competence",
    "/approver",
    "/approver_name",
    "/auditee",
    "/auditee_name",
    "/units",
    "/sites",
    "/zone",
    "/from",
    "/years",
    "/days",
];

impl Answers {
    /// What the form begins with.
    pub(super) fn first(words: &Words, standing: &Standing, today: Date) -> Self {
        let mut first = Posted::default();
        let manager = standing.me.map_or_else(|| NEW.to_owned(), |me| me.to_string());
        // The first of the month after next: time to establish the programme before it begins.
        let month = today.plus_months(1).to_string();
        let from = month.get(..7).map_or(month.clone(), |month| format!("{month}-01"));
        for (at, value) in [
            ("/manager", manager),
            ("/me", "true".to_owned()),
            ("/competence", words.say("setup-competence-first")),
            ("/approver", SAME.to_owned()),
            ("/auditee", standing.own.first().map_or_else(|| NEW.to_owned(), |(id, _)| id.to_string())),
            ("/zone", standing.zone.clone()),
            ("/from", from),
            ("/years", "3".to_owned()),
            ("/days", "5".to_owned()),
        ] {
            first.add(at, value);
        }
        Self(first)
    }

    /// What was sent.
    pub(super) fn sent(posted: &Posted) -> Self {
        Self(posted.clone())
    }

    pub(super) fn text(&self, at: &str) -> &str {
        self.0.filled(at).unwrap_or_default()
    }

    /// The lines of an answer that are not empty.
    pub(super) fn lines(&self, at: &str) -> Vec<&str> {
        self.text(at).split('\n').map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    /// Whether a box of several is ticked.
    pub(super) fn is_ticked(&self, at: &str, value: &str) -> bool {
        self.0.all(at).iter().any(|ticked| ticked == value)
    }

    /// The answer of a question of yes and no.
    pub(super) fn is_yes(&self, at: &str) -> bool {
        self.0.all(at).last().is_some_and(|last| last == "true")
    }

    /// All answers, to be sent along.
    pub(super) fn all(&self) -> Vec<(String, String)> {
        let single = SINGLE.iter().map(|at| ((*at).to_owned(), self.text(at).to_owned()));
        let areas = AREAS.iter().filter(|(area, _)| self.is_ticked("/areas", area));
        single.chain(areas.map(|(area, _)| ("/areas".to_owned(), (*area).to_owned()))).collect()
    }
}

/// The questions that are to be asked, in parts with their headings.
pub(super) fn parts(
    words: &Words,
    standing: &Standing,
    answers: &Answers,
    wrong: &[Wrong],
) -> Vec<(&'static str, Vec<Node>)> {
    let asking = Asking { words, answers, wrong };
    vec![
        ("setup-part-who", who(&asking, standing)),
        ("setup-part-what", what(&asking, standing)),
        ("setup-part-when", when(&asking)),
    ]
}

fn who(asking: &Asking<'_>, standing: &Standing) -> Vec<Node> {
    let words = asking.words;
    let mut nodes = Vec::new();
    if standing.organization.is_none() {
        nodes.push(asking.line("/organization", "setup-organization", "text", true));
    }
    let people = || standing.people.iter().map(|(id, name)| Choice::new(id.uuid().to_string(), name));
    if !standing.people.is_empty() {
        let new = Choice::new(NEW, words.say("setup-somebody-new"));
        nodes.push(asking.one("/manager", "setup-manager", people().chain([new]).collect()));
    }
    nodes.push(asking.line("/manager_name", "setup-manager-name", "text", standing.people.is_empty()));
    if standing.me.is_none() {
        let ticked = Some(asking.answers.is_yes("/me"));
        nodes.push(asking.node("/me", "setup-me", true, Control::Truth { chosen: ticked }));
    }
    nodes.push(asking.line("/competence", "setup-competence", "text", true));
    let choices =
        [Choice::new(SAME, words.say("setup-the-same")), Choice::new(NEW, words.say("setup-somebody-new"))];
    nodes.push(asking.one("/approver", "setup-approver", choices.into_iter().chain(people()).collect()));
    nodes.push(asking.line("/approver_name", "setup-approver-name", "text", false));
    nodes
}

fn what(asking: &Asking<'_>, standing: &Standing) -> Vec<Node> {
    let mut nodes = Vec::new();
    if !standing.own.is_empty() {
        let own = standing.own.iter().map(|(id, name)| Choice::new(id.uuid().to_string(), name));
        let new = Choice::new(NEW, asking.words.say("setup-auditee-new"));
        nodes.push(asking.one("/auditee", "setup-auditee", own.chain([new]).collect()));
    }
    nodes.push(asking.line("/auditee_name", "setup-auditee-name", "text", false));
    nodes.push(asking.lines("/units", "setup-units"));
    nodes.push(asking.lines("/sites", "setup-sites"));
    nodes.push(asking.line("/zone", "setup-zone", "text", true));
    let areas = AREAS.iter().map(|(area, key)| {
        (Choice::new(*area, asking.words.say(key)), asking.answers.is_ticked("/areas", area))
    });
    nodes.push(asking.node("/areas", "setup-areas", false, Control::Ticks { options: areas.collect() }));
    nodes
}

fn when(asking: &Asking<'_>) -> Vec<Node> {
    let words = asking.words;
    let years = vec![
        Choice::new("1", words.say("setup-years-one")),
        Choice::new("3", words.say("setup-years-three")),
    ];
    vec![
        asking.line("/from", "setup-from", "date", true),
        asking.one("/years", "setup-years", years),
        asking.line("/days", "setup-days", "text", true),
    ]
}

/// Questions being asked.
struct Asking<'a> {
    words: &'a Words,
    answers: &'a Answers,
    wrong: &'a [Wrong],
}

impl Asking<'_> {
    fn node(&self, at: &str, key: &str, required: bool, control: Control) -> Node {
        let wrong = self.wrong.iter().filter(|wrong| wrong.at == at);
        Node {
            pointer: at.to_owned(),
            label: self.words.say(key),
            help: self.words.attribute(key, "help"),
            required,
            problems: wrong.map(|wrong| wrong.said(self.words)).collect(),
            offer: false,
            control,
        }
    }

    fn line(&self, at: &str, key: &str, kind: &'static str, required: bool) -> Node {
        let value = self.answers.text(at).to_owned();
        let control = Control::Line { value, kind, chars_max: LINE_CHARS_MAX, list: Vec::new() };
        self.node(at, key, required, control)
    }

    fn lines(&self, at: &str, key: &str) -> Node {
        let value = self.answers.text(at).to_owned();
        self.node(at, key, false, Control::Running { value, chars_max: TEXT_CHARS_MAX })
    }

    fn one(&self, at: &str, key: &str, options: Vec<Choice>) -> Node {
        let chosen = self.answers.text(at).to_owned();
        self.node(at, key, true, Control::One { options, chosen })
    }
}
