//! The register of findings over all audits, filtered and paged by the store.

use askama::Template;
use assize_access::Action;
use assize_domain::auditee::Organization;
use assize_domain::finding::FindingStage;
use assize_domain::kernel::id::FindingId;
use assize_domain::kernel::time::Date;
use assize_domain::words::FindingKind;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{
    FINDINGS_NUMBERED_MAX, FINDINGS_SEARCHED_MAX, FindingFilter, FindingGlance, FindingOrder, Named,
};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use uuid::Uuid;

use super::{Awaited, Graded, cut, grade_label};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::web::choices::label;
use crate::web::form::{Choice, Posted};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::href;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many findings a page of the register has.
const LINES: usize = 50;
/// How many programmes can be chosen from.
const PROGRAMMES: i64 = 100;
/// How much of a statement a line shows.
const STATEMENT_CHARS: usize = 130;
/// How many requirements a line names.
const REQUIREMENTS: usize = 3;

/// The word for every stage at which a nonconformity is followed up.
const OPEN: &str = "open";
/// The word for what is overdue.
const OVERDUE: &str = "overdue";
/// What the word of a grade begins with, before its key.
const GRADE: &str = "grade:";

/// What the register was asked for, as it was typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) programme: String,
    pub(crate) auditee: String,
    pub(crate) audit: String,
    /// A kind of finding, or a grade of nonconformities.
    pub(crate) kind: String,
    /// A stage, or one of the two words above.
    pub(crate) state: String,
    pub(crate) requirement: String,
    pub(crate) text: String,
}

impl Asked {
    /// What a query asks for.
    pub(crate) fn of(query: &Posted) -> Self {
        let text = |name: &str| query.filled(name).unwrap_or_default().to_owned();
        Self {
            programme: text("programme"),
            auditee: text("auditee"),
            audit: text("audit"),
            kind: text("kind"),
            state: text("state"),
            requirement: text("requirement"),
            text: text("text"),
        }
    }

    /// As the store's filter; what cannot be read asks for nothing.
    pub(crate) fn filter(&self, today: Date) -> FindingFilter {
        let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
        let named = |text: &String| {
            filled(text).map(|text| text.parse::<Uuid>().map_or_else(|_| Named::Part(text), Named::Id))
        };
        let stages = if self.state == OPEN {
            FindingStage::ALL.iter().copied().filter(|stage| stage.is_open()).collect()
        } else {
            self.state.parse().ok().into_iter().collect()
        };
        // Other findings are not followed up: none of them is open.
        let followed = (self.state == OPEN).then_some(FindingKind::Nonconformity);
        FindingFilter {
            programme: self.programme.parse().ok(),
            auditee: named(&self.auditee),
            audit: named(&self.audit),
            kind: self.kind.parse().ok().or(followed),
            grade: self.kind.strip_prefix(GRADE).and_then(|key| key.parse().ok()),
            stages,
            overdue_on: (self.state == OVERDUE).then_some(today),
            requirement: filled(&self.requirement),
            text: filled(&self.text),
        }
    }

    /// As a query, to be carried along.
    pub(crate) fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.pairs() {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.finish()
    }

    /// Whether nothing in particular is asked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.pairs().iter().all(|(_, value)| value.is_empty())
    }

    fn pairs(&self) -> [(&'static str, &str); 7] {
        [
            ("programme", &self.programme),
            ("auditee", &self.auditee),
            ("audit", &self.audit),
            ("kind", &self.kind),
            ("state", &self.state),
            ("requirement", &self.requirement),
            ("text", &self.text),
        ]
    }
}

/// What the form of the filter offers.
pub(crate) struct Filters {
    pub(crate) asked: Asked,
    pub(crate) programmes: Vec<Choice>,
    pub(crate) kinds: Vec<Choice>,
    pub(crate) states: Vec<Choice>,
    /// Records that are named by their ids: the name of the control, the id, and what they are called.
    pub(crate) fixed: Vec<(&'static str, String, String)>,
    /// The same page without them.
    pub(crate) plain: String,
}

impl Filters {
    /// What can be chosen from in this store.
    pub(crate) async fn of(app: &App, visitor: &Visitor, asked: Asked, path: &str) -> Result<Self, Fault> {
        let words = &visitor.words;
        let programmes = app.store.programme_titles(PROGRAMMES).await?;
        let programmes = visitor.asker.only(Action::See, programmes, |(id, _)| Key::of(*id)).await?;
        let programmes =
            programmes.into_iter().map(|(id, title)| Choice::new(id.to_string(), title.to_string()));
        let mut kinds: Vec<Choice> = FindingKind::WORDS
            .iter()
            .map(|word| Choice::new(*word, words.word("FindingKind", word)))
            .collect();
        let organization = app.store.record_page(Kind::Organization, None, 1).await?.pop();
        if let Some(AnyRecord::Organization(organization)) = organization.map(|(_, found)| found.record) {
            let grades = Organization::policy(&organization).grades.iter();
            let grades = grades.map(|grade| {
                Choice::new(format!("{GRADE}{}", grade.key), grade_label(words, grade.label.as_str()))
            });
            kinds.splice(1..1, grades);
        }
        let mut states = vec![
            Choice::new(OPEN, words.say("findings-open")),
            Choice::new(OVERDUE, words.say("findings-overdue")),
        ];
        states.extend(
            FindingStage::WORDS.iter().map(|word| Choice::new(*word, words.word("FindingStage", word))),
        );
        let mut fixed = Vec::new();
        for (name, kind, given) in
            [("auditee", Kind::Auditee, &asked.auditee), ("audit", Kind::Audit, &asked.audit)]
        {
            let Ok(id) = given.parse::<Uuid>() else { continue };
            let key = Key { kind, id };
            let found = if visitor.asker.names(key).await? { app.store.record(key).await? } else { None };
            let name_of = found.map_or_else(|| given.clone(), |found| label(words, &found.record));
            fixed.push((name, given.clone(), name_of));
        }
        let mut without = asked.clone();
        for (name, _, _) in &fixed {
            match *name {
                "auditee" => without.auditee.clear(),
                _ => without.audit.clear(),
            }
        }
        Ok(Self {
            programmes: programmes.collect(),
            kinds,
            states,
            fixed,
            plain: format!("{path}?{}", without.query()),
            asked,
        })
    }

    /// Whether a record is named by its id, so that its control is not asked.
    pub(crate) fn is_fixed(&self, name: &str) -> bool {
        self.fixed.iter().any(|(fixed, _, _)| *fixed == name)
    }
}

/// A finding in the register.
struct Line {
    number: i64,
    title: String,
    href: String,
    statement: String,
    graded: Graded,
    requirements: String,
    audit: (String, String),
    auditee: String,
    state: String,
    awaited: Awaited,
}

#[derive(Template)]
#[template(path = "findings/register.html")]
struct RegisterPage {
    frame: Frame,
    words: Words,
    filters: Filters,
    lines: Vec<Line>,
    /// How many there are, in words.
    count: String,
    /// How many are overdue, where they are not what is shown already.
    overdue: Option<String>,
    /// That a text was looked for among so many only.
    searched: Option<String>,
    next: Option<String>,
}

/// `GET /findings`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let words = visitor.words.clone();
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let asked = Asked::of(&query);
    let today = now(&app)?.date();
    let filter = asked.filter(today);
    let after: Option<FindingId> = query.filled("after").and_then(|after| after.parse().ok());
    let rows = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let reach = visitor.asker.reach(Kind::Finding).await?;
    let mut glances = app.store.finding_glances(&reach, &filter, FindingOrder::Newest, after, rows).await?;
    let more = glances.len() > LINES;
    glances.truncate(LINES);
    let count = app.store.finding_count(&reach, &filter).await?;
    let overdue = if asked.state == OVERDUE {
        0
    } else {
        let late = FindingFilter { overdue_on: Some(today), ..FindingFilter::default() };
        app.store.finding_count(&reach, &late).await?
    };
    let next = glances.last().filter(|_| more).map(|last| after_href(&asked, last.id));
    Ok(html(&RegisterPage {
        frame: Frame::of(&visitor, "/findings", words.say("nav-findings")),
        count: counted(&words, "findings-count", count),
        overdue: (overdue > 0).then(|| counted(&words, "findings-late", overdue)),
        searched: filter
            .text
            .is_some()
            .then(|| words.with("findings-searched", "count", FINDINGS_SEARCHED_MAX)),
        filters: Filters::of(&app, &visitor, asked, "/findings").await?,
        lines: glances.iter().map(|glance| line(&words, glance, today)).collect(),
        words,
        next,
    }))
}

fn after_href(asked: &Asked, last: FindingId) -> String {
    let query = asked.query();
    let and = if query.is_empty() { "" } else { "&" };
    format!("/findings?{query}{and}after={last}")
}

/// A number that is counted only so far, in words.
fn counted(words: &Words, key: &str, count: i64) -> String {
    if count > FINDINGS_NUMBERED_MAX {
        return words.with("findings-count-more", "count", FINDINGS_NUMBERED_MAX);
    }
    words.with(key, "count", count)
}

fn line(words: &Words, glance: &FindingGlance, today: Date) -> Line {
    let label = glance.grade_label.as_ref().map(|label| label.as_str());
    let title = glance.audit_title.as_ref().map(ToString::to_string);
    Line {
        number: glance.number,
        title: glance.title.to_string(),
        href: href(Key::of(glance.id)),
        statement: cut(glance.statement.as_str(), STATEMENT_CHARS),
        graded: Graded::of(words, glance.kind, label, glance.grade_rank),
        requirements: named(&glance.requirements),
        audit: (title.unwrap_or_default(), format!("/audits/{}/findings", glance.audit)),
        auditee: glance.auditee_name.as_ref().map(ToString::to_string).unwrap_or_default(),
        state: words.word("FindingStage", glance.stage.word()),
        awaited: Awaited::of(
            words,
            glance.kind,
            glance.stage,
            glance.is_disputed,
            glance.due.as_ref(),
            today,
        ),
    }
}

/// The first of some requirements, and how many more there are.
pub(super) fn named(requirements: &[String]) -> String {
    let first: Vec<&str> = requirements.iter().take(REQUIREMENTS).map(String::as_str).collect();
    match requirements.len().saturating_sub(REQUIREMENTS) {
        0 => first.join(", "),
        more => format!("{} +{more}", first.join(", ")),
    }
}
