//! The desk: an audit's working papers, where its hours are spent.

use askama::Template;
use assize_access::Action;
use assize_domain::audit::{Audit, AuditState, audits};
use assize_domain::auditor::Person;
use assize_domain::evidence::{
    AuditTest, Evidence, EvidenceForm, Note, Paper, PaperOutline, PaperStage, PaperState, Requirement,
    TrailCase,
};
use assize_domain::finding::Finding;
use assize_domain::kernel::id::{AuditId, EvidenceId, PaperId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::words::{Classification, Evaluation, NoteMethod};
use assize_domain::{Key, World};
use assize_store::{ClaimGlance, FoundDocument};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use serde_json::json;

use super::audit::{Tab, tabs};
use super::shown::{Names, names};
use super::trails::{Cases, StepShown};
use super::{act_href, away, href};
use crate::app::App;
use crate::problem::Fault;
use crate::query::id;
use crate::web::act::nonce;
use crate::web::assets;
use crate::web::form::{Choice, Posted};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::{IntoWord as _, Words};

/// How many documents a search shows.
const FOUND_MAX: i64 = 12;

/// What the list of papers is filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Filter {
    /// A clause: papers whose requirements begin with it.
    clause: String,
    /// A state of papers, or `unassigned`.
    state: String,
    /// A case that is followed along a trail: the papers it leads to, in its order.
    case: String,
    /// Whose papers.
    by: String,
    /// Whether only one's own are shown.
    mine: bool,
}

impl Filter {
    fn of(query: &Posted) -> Self {
        let text = |name: &str| query.filled(name).unwrap_or_default().to_owned();
        Self {
            clause: text("clause"),
            state: text("state"),
            case: text("case"),
            by: text("by"),
            mine: query.filled("mine").is_some(),
        }
    }

    /// The papers that are shown, in the order in which they are.
    fn papers<'p>(
        &self,
        all: &[&'p PaperOutline],
        cases: &Cases<'_>,
        person: Option<PersonId>,
    ) -> Vec<&'p PaperOutline> {
        let mut shown: Vec<&PaperOutline> =
            all.iter().copied().filter(|paper| self.holds(paper, person)).collect();
        if let Some(way) = cases.papers(&self.case) {
            let place = |paper: &PaperOutline| way.iter().position(|id| *id == paper.id);
            shown.retain(|paper| place(paper).is_some());
            shown.sort_by_key(|paper| place(paper));
        }
        shown
    }

    fn holds(&self, paper: &PaperOutline, person: Option<PersonId>) -> bool {
        let clause = self.clause.is_empty()
            || paper.requirements.iter().any(|one| is_under(one.id.as_str(), &self.clause));
        let state = match self.state.as_str() {
            "" => true,
            "unassigned" => paper.assignee.is_none(),
            other => state_of(&paper.state) == other,
        };
        let by = self.by.is_empty() || paper.assignee.is_some_and(|by| by.to_string() == self.by);
        clause && state && by && (!self.mine || (paper.assignee == person && person.is_some()))
    }

    /// The filter as a query, to be carried along.
    fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let filled =
            [("clause", &self.clause), ("state", &self.state), ("case", &self.case), ("by", &self.by)];
        for (name, value) in filled {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if self.mine {
            query.append_pair("mine", "1");
        }
        query.finish()
    }
}

/// Whether a requirement is `clause` itself or stands under it: `6.1.2 a)` is under `6.1`, `6.10` is not.
pub(super) fn is_under(requirement: &str, clause: &str) -> bool {
    let clause = clause.trim().trim_end_matches('.');
    requirement.strip_prefix(clause).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ' ']))
}

/// The word by which a paper's state is shown: its evaluation, once it has one.
pub(super) fn state_of(state: &PaperStage) -> &'static str {
    state.evaluation().map_or("open", Evaluation::word)
}

/// A paper in the list.
struct Line {
    id: PaperId,
    title: String,
    clause: String,
    state: &'static str,
    state_word: String,
    mine: bool,
    current: bool,
}

/// A part of what the audit test says of how.
struct Guidance {
    /// The key of its kind, for its look: `warning`, `sign`, or none.
    kind: &'static str,
    title: String,
    lines: Vec<String>,
}

/// A note as it is shown.
struct NoteShown {
    id: String,
    author: String,
    own: bool,
    method: String,
    role: Option<String>,
    text: String,
    at: String,
    href: String,
}

/// A piece of evidence as it is shown.
struct EvidenceShown {
    id: String,
    name: String,
    form: String,
    href: String,
    digest: Option<String>,
}

/// A sample as it is shown.
struct SampleShown {
    said: String,
    basis: String,
}

/// The paper that is open.
struct Open {
    id: PaperId,
    /// What changes whenever something on the paper does.
    mark: String,
    title: String,
    requirements: Vec<(String, String)>,
    /// The same, as claims are looked for by.
    about: Vec<Requirement>,
    /// What others say about them.
    claims: Vec<ClaimGlance>,
    objective: Option<String>,
    guidance: Vec<Guidance>,
    minutes: u32,
    assignee: Option<String>,
    /// Who has it out, in the field.
    lent: Vec<String>,
    state: &'static str,
    state_word: String,
    reason: Option<String>,
    reviewed: Option<String>,
    notes: Vec<NoteShown>,
    evidence: Vec<EvidenceShown>,
    samples: Vec<SampleShown>,
    /// The cases followed along trails that lead here.
    steps: Vec<StepShown>,
    /// The findings that rest on it, as far as they may be seen.
    findings: Vec<(String, String, Key)>,
    /// Whether it can be written on now.
    writable: bool,
    previous: Option<String>,
    next: Option<String>,
    next_unassigned: Option<String>,
}

/// A document that was found.
struct Found {
    evidence: String,
    title: String,
    excerpt: String,
    /// The desk with a note that quotes it.
    quote: String,
}

/// What a note begins with, where it quotes a document.
#[derive(Default)]
struct Begun {
    method: String,
    text: String,
}

#[derive(Template)]
#[template(path = "desk.html")]
struct DeskPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    audit: AuditId,
    filter: Filter,
    clauses: Vec<String>,
    states: Vec<Choice>,
    cases: Vec<Choice>,
    team: Vec<Choice>,
    lines: Vec<Line>,
    all: usize,
    done: usize,
    open: Option<Open>,
    methods: Vec<Choice>,
    evaluations: Vec<Choice>,
    classifications: Vec<Choice>,
    /// What was searched for in the documents.
    q: String,
    found: Vec<Found>,
    begun: Begun,
    /// This page without a done act in its address, to come back to.
    back: String,
    script: String,
    /// What makes a note that is sent twice one note.
    once: String,
    make: Option<String>,
    assign: String,
    follow: String,
}

/// `GET /audits/{id}/desk`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let filter = Filter::of(&query);
    let paper: Option<PaperId> = query.filled("paper").and_then(|paper| paper.parse().ok());
    let view = Viewing { words: &visitor.words, visitor: &visitor, audit, filter: &filter, paper };
    let mut desk = app.store.ask(|world| view.desk(world)).await.map_err(Fault::unanswered)?;
    if let Some(open) = &mut desk.open {
        let findings = std::mem::take(&mut open.findings);
        open.findings = visitor.asker.only(Action::See, findings, |(_, _, key)| *key).await?;
        open.claims = app.store.claims_about(audit, &open.about).await?;
    }
    if let (Some(words), Some(open)) = (query.filled("q"), &desk.open) {
        desk.q = words.to_owned();
        let found = app.store.search_documents(audit, words, FOUND_MAX).await?;
        let found =
            visitor.asker.only(Action::Open, found, |found: &FoundDocument| Key::of(found.evidence)).await?;
        let keys: Vec<Key> = found.iter().map(|found| Key::of(found.evidence)).collect();
        let names = names(&app, &visitor, keys).await?;
        desk.found = found.into_iter().map(|found| shown(found, &names, &desk.back, words)).collect();
        let quoted: Option<EvidenceId> = query.filled("quote").and_then(|quote| quote.parse().ok());
        if let Some(quoted) = quoted
            && open.writable
        {
            let key = Key::of(quoted);
            let record = app.store.record(key).await?.map(|found| found.record);
            let passage = desk.found.iter().find(|found| found.evidence == quoted.to_string());
            if let (Some(assize_domain::AnyRecord::Evidence(evidence)), Some(passage)) = (record, passage) {
                desk.begun = quote(&visitor.words, &evidence, &passage.excerpt);
            }
        }
    }
    Ok(away::kept(&app, &visitor, html(&desk)))
}

/// `GET /papers/{id}`: the desk, with the paper open.
pub(crate) async fn paper(
    State(app): State<App>,
    _visitor: Visitor,
    Path(paper): Path<String>,
) -> Result<Response, Fault> {
    use axum::response::{IntoResponse as _, Redirect};
    let paper: PaperId = id(&paper)?;
    let audit = app.store.ask(|world| Ok(*world.get::<Paper>(paper)?.audit())).await;
    let audit = audit.map_err(Fault::unanswered)?;
    Ok(Redirect::to(&format!("/audits/{audit}/desk?paper={paper}")).into_response())
}

/// `GET /papers/{id}/mark`: a text that changes whenever something on the paper does.
pub(crate) async fn mark(
    State(app): State<App>,
    _visitor: Visitor,
    Path(paper): Path<String>,
) -> Result<Response, Fault> {
    let paper: PaperId = id(&paper)?;
    let mark = app.store.ask(|world| mark_of(world, paper)).await.map_err(Fault::unanswered)?;
    Ok(crate::body::json(StatusCode::OK, &json!({ "mark": mark })))
}

fn mark_of(world: &World, paper: PaperId) -> Result<String, Stop> {
    let version = world.version(Key::of(paper))?;
    let notes = world.list::<Note>("paper", paper)?;
    let notes = notes.iter().map(|note| world.version(Key::of(note.id()))).sum::<Result<i64, Stop>>()?;
    Ok(format!("{version}.{notes}"))
}

fn shown(found: FoundDocument, names: &Names, back: &str, words: &str) -> Found {
    let evidence = found.evidence.to_string();
    let more: String = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("q", words), ("quote", &evidence)])
        .finish();
    Found {
        title: names
            .get(&Key::of(found.evidence))
            .cloned()
            .or(found.title)
            .unwrap_or_else(|| evidence.clone()),
        excerpt: found.excerpt,
        quote: format!("{back}&{more}#note"),
        evidence,
    }
}

/// A note that quotes a document by its name and digest.
fn quote(words: &Words, evidence: &Evidence, excerpt: &str) -> Begun {
    let digest = match evidence.form() {
        EvidenceForm::Taken { sha256, .. } => Some(sha256.to_string()),
        EvidenceForm::Seen { seen_sha256, .. } => seen_sha256.as_ref().map(ToString::to_string),
    };
    let digest = digest.map(|digest| format!(" (SHA-256 {digest})")).unwrap_or_default();
    Begun {
        method: NoteMethod::DocumentReview.word().to_owned(),
        text: words.with2(
            "desk-quote",
            "document",
            format!("{}{digest}", evidence.name()),
            "passage",
            excerpt,
        ),
    }
}

struct Viewing<'v> {
    words: &'v Words,
    visitor: &'v Visitor,
    audit: AuditId,
    filter: &'v Filter,
    paper: Option<PaperId>,
}

impl Viewing<'_> {
    fn desk(&self, world: &World) -> Result<DeskPage, Stop> {
        let words = self.words;
        let audit = world.get::<Audit>(self.audit)?;
        Stop::together([
            world.briefs::<PaperOutline>("audit", self.audit).map(drop),
            world.list::<TrailCase>("audit", self.audit).map(drop),
            world.want(audit.team().iter().map(|member| member.person)),
        ])?;
        let outlines = world.briefs::<PaperOutline>("audit", self.audit)?;
        let mut papers: Vec<&PaperOutline> = outlines.iter().collect();
        papers.sort_by_cached_key(|paper| clause_key(paper));
        let person = self.visitor.person();
        let cases = Cases::of(world, self.audit)?;
        let shown = self.filter.papers(&papers, &cases, person);
        let current = self.paper.and_then(|id| papers.iter().copied().find(|paper| paper.id == id));
        let open = match current.or_else(|| shown.first().copied()) {
            Some(paper) => {
                Stop::together([
                    world.want([paper.id]),
                    world.want(paper.assignee),
                    world.list::<Note>("paper", paper.id).map(drop),
                    world.list::<Finding>("papers", paper.id).map(drop),
                ])?;
                let whole = world.get::<Paper>(paper.id)?;
                Some(self.open(world, audit, whole, (&shown, &papers), &cases)?)
            }
            None => None,
        };
        let lines = shown.iter().map(|paper| Line {
            id: paper.id,
            title: paper.title.to_string(),
            clause: clause_of(paper),
            state: state_of(&paper.state),
            state_word: words.word("Evaluation", state_of(&paper.state)),
            mine: person.is_some() && paper.assignee == person,
            current: open.as_ref().is_some_and(|open| open.id == paper.id),
        });
        let mut clauses: Vec<String> = papers.iter().map(|paper| chapter(&clause_of(paper))).collect();
        clauses.sort_by_key(|clause| numbers(clause));
        clauses.dedup();
        let choice = |of: &str, word: &str| Choice::new(word, words.word(of, word));
        let mut states = vec![
            Choice::new("open", words.word("Evaluation", "open")),
            Choice::new("unassigned", words.say("desk-unassigned")),
        ];
        states.extend(Evaluation::WORDS.iter().map(|word| choice("Evaluation", word)));
        let back = self.href(open.as_ref().map(|open| open.id));
        let id = self.audit.to_string();
        Ok(DeskPage {
            frame: Frame::of(self.visitor, "/audits", words.say("audit-tab-desk"))
                .under(words.say("nav-audits"), "/audits")
                .under(audit.title().to_string(), href(Key::of(self.audit))),
            words: words.clone(),
            tabs: tabs(words, self.audit, "desk"),
            audit: self.audit,
            filter: self.filter.clone(),
            clauses,
            states,
            cases: cases.choices(),
            team: self.team(world, audit)?,
            lines: lines.collect(),
            all: papers.len(),
            done: papers.iter().filter(|paper| !paper.state.is_open()).count(),
            open,
            methods: NoteMethod::WORDS.iter().map(|word| choice("NoteMethod", word)).collect(),
            evaluations: Evaluation::WORDS.iter().map(|word| choice("Evaluation", word)).collect(),
            classifications: Classification::WORDS
                .iter()
                .map(|word| choice("Classification", word))
                .collect(),
            q: String::new(),
            found: Vec::new(),
            begun: Begun::default(),
            make: papers.is_empty().then(|| act_href("papers.make", &[("audit", &id)], &back)),
            assign: act_href("papers.assign", &[("audit", &id)], &back),
            follow: act_href("trail.follow", &[("audit", &id)], &back),
            back,
            script: assets::address("desk.js"),
            once: nonce(),
        })
    }

    fn href(&self, paper: Option<PaperId>) -> String {
        let paper = paper.map(|paper| format!("paper={paper}"));
        let query: Vec<String> = paper.into_iter().chain(Some(self.filter.query())).collect();
        let query: Vec<&str> = query.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        format!("/audits/{}/desk?{}", self.audit, query.join("&"))
    }

    fn open(
        &self,
        world: &World,
        audit: &Audit,
        paper: &Paper,
        (shown, all): (&[&PaperOutline], &[&PaperOutline]),
        cases: &Cases<'_>,
    ) -> Result<Open, Stop> {
        let words = self.words;
        let notes = world.list::<Note>("paper", paper.id())?;
        Stop::together([
            world.want(*paper.test()),
            world.want(paper.evidence().iter().copied()),
            world.want(notes.iter().map(|note| *note.author())),
        ])?;
        let at = shown.iter().position(|other| other.id == paper.id());
        let beside = |offset: isize| {
            let index = at?.checked_add_signed(offset)?;
            shown.get(index).map(|other| self.href(Some(other.id)))
        };
        // The next one that nobody has, after this one and then from the first.
        let from = all.iter().position(|other| other.id == paper.id()).unwrap_or_default();
        let unassigned = all.iter().cycle().skip(from + 1).take(all.len());
        let next_unassigned =
            unassigned.filter(|other| other.assignee.is_none()).map(|other| self.href(Some(other.id))).next();
        let test = match *paper.test() {
            Some(test) => world.find::<AuditTest>(test)?,
            None => None,
        };
        let assignee = match *paper.assignee() {
            Some(person) => Some(self.name(world, person)?),
            None => None,
        };
        let evaluation = paper.state().evaluation();
        let state = state_of(&paper.state().into());
        let state_word = words.word("Evaluation", state);
        let reviewed = match paper.state() {
            PaperState::Reviewed { reviewed: Some(stamp), .. } => Some(words.time(stamp.at)),
            PaperState::Reviewed { reviewed: None, .. } => Some(words.say("desk-reviewed-alone")),
            PaperState::Open | PaperState::Evaluated { .. } => None,
        };
        let findings = world.list::<Finding>("papers", paper.id())?;
        Ok(Open {
            id: paper.id(),
            mark: mark_of(world, paper.id())?,
            title: paper.title().to_string(),
            requirements: paper
                .requirements()
                .iter()
                .map(|one| (one.id.to_string(), one.criteria.to_string()))
                .collect(),
            about: paper.requirements().to_vec(),
            claims: Vec::new(),
            objective: test.map(|test| test.objective().to_string()),
            guidance: test.map(|test| guidance(test.guidance().as_str())).unwrap_or_default(),
            minutes: *paper.minutes(),
            assignee,
            lent: super::field::out(world, words, *paper.audit(), Some(paper.id()))?,
            state,
            state_word,
            reason: evaluation.and_then(|(_, reason, _)| reason.map(ToString::to_string)),
            reviewed,
            notes: self.notes(world, paper.id())?,
            evidence: self.evidence(world, paper)?,
            samples: paper
                .samples()
                .iter()
                .map(|sample| SampleShown {
                    said: words.with_all(
                        "desk-sample",
                        &[
                            ("size", sample.size.to_string().as_str().into_word()),
                            ("of", sample.population_size.to_string().as_str().into_word()),
                            ("what", sample.population.as_str().into_word()),
                            ("deviations", sample.deviations.to_string().as_str().into_word()),
                        ],
                    ),
                    basis: sample.basis.to_string(),
                })
                .collect(),
            steps: cases.at(paper.id(), &self.href(Some(paper.id()))),
            findings: findings
                .iter()
                .map(|finding| {
                    let key = Key::of(finding.id());
                    (format!("{} · {}", finding.number(), finding.text().title), href(key), key)
                })
                .collect(),
            writable: matches!(audit.state(), AuditState::Conducting { .. })
                && !matches!(paper.state(), PaperState::Reviewed { .. }),
            previous: beside(-1),
            next: beside(1),
            next_unassigned,
        })
    }

    fn notes(&self, world: &World, paper: PaperId) -> Result<Vec<NoteShown>, Stop> {
        let notes = world.list::<Note>("paper", paper)?;
        world.want(notes.iter().map(|note| *note.author()))?;
        let shown = notes.iter().map(|note| {
            Ok(NoteShown {
                id: note.id().to_string(),
                author: self.name(world, *note.author())?,
                own: self.visitor.person() == Some(*note.author()),
                method: self.words.word("NoteMethod", note.method().word()),
                role: note.role().as_ref().map(ToString::to_string),
                text: note.text().to_string(),
                at: self.words.time(note.stamp().at),
                href: href(Key::of(note.id())),
            })
        });
        shown.collect()
    }

    fn evidence(&self, world: &World, paper: &Paper) -> Result<Vec<EvidenceShown>, Stop> {
        world.want(paper.evidence().iter().copied())?;
        let mut shown = Vec::new();
        for id in paper.evidence() {
            let Some(evidence) = world.find::<Evidence>(*id)? else { continue };
            let digest = match evidence.form() {
                EvidenceForm::Taken { sha256, .. } => Some(sha256.to_string()),
                EvidenceForm::Seen { seen_sha256, .. } => seen_sha256.as_ref().map(ToString::to_string),
            };
            shown.push(EvidenceShown {
                id: id.to_string(),
                name: evidence.name().to_string(),
                form: self.words.word("EvidenceForm", evidence.form().word()),
                href: href(Key::of(*id)),
                digest,
            });
        }
        Ok(shown)
    }

    /// Those who are given papers.
    fn team(&self, world: &World, audit: &Audit) -> Result<Vec<Choice>, Stop> {
        let auditing = audit.team().iter().filter(|member| audits(member.role));
        auditing
            .map(|member| Ok(Choice::new(member.person.to_string(), self.name(world, member.person)?)))
            .collect()
    }

    fn name(&self, world: &World, person: PersonId) -> Result<String, Stop> {
        let found = world.find::<Person>(person)?;
        Ok(found.map_or_else(|| self.words.say("person-erased"), |person| person.name().to_string()))
    }
}

/// What a test says of how, in its parts: a line that is no item begins one.
fn guidance(text: &str) -> Vec<Guidance> {
    let mut parts: Vec<Guidance> = Vec::new();
    for line in text.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        match (line.strip_prefix("- "), parts.last_mut()) {
            (Some(item), Some(part)) => part.lines.push(item.to_owned()),
            _ => parts.push(Guidance {
                kind: match line {
                    "Warning signs" => "warning",
                    "Signs of conformity" => "sign",
                    _ => "plain",
                },
                title: line.to_owned(),
                lines: Vec::new(),
            }),
        }
    }
    parts
}

/// The requirements of a paper, in short.
pub(super) fn clause_of(paper: &PaperOutline) -> String {
    paper.requirements.iter().map(|one| one.id.as_str()).take(2).collect::<Vec<_>>().join(", ")
}

/// The chapter that a requirement is in: `6` of `6.1.2 a)`, `A.5` of `A.5.1`.
pub(super) fn chapter(clause: &str) -> String {
    let parts = if clause.starts_with("A.") { 2 } else { 1 };
    let first = clause.split([',', ' ']).next().unwrap_or_default();
    first.split('.').take(parts).collect::<Vec<_>>().join(".")
}

pub(super) fn clause_key(paper: &PaperOutline) -> (Vec<u32>, String) {
    let clause = clause_of(paper);
    (numbers(&clause), clause)
}

/// The numbers in an id, by which clauses are sorted as numbers; Annex A comes after the body.
pub(super) fn numbers(clause: &str) -> Vec<u32> {
    let first = clause.split(',').next().unwrap_or_default();
    let annex = u32::from(first.starts_with("A."));
    let parts = first.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok());
    std::iter::once(annex).chain(parts).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_under_its_chapter_and_not_under_its_like() {
        assert!(is_under("6.1.2 a)", "6.1") && is_under("6.1", "6.1") && is_under("A.5.1", "A.5"));
        assert!(!is_under("6.10", "6.1") && !is_under("16.1", "6.1") && !is_under("A.5.1", "5"));
    }

    #[test]
    fn clauses_are_sorted_as_numbers() {
        let mut clauses = ["A.5.10", "10.1", "A.5.9", "6.1.2 a)", "9.2"];
        clauses.sort_by_key(|clause| numbers(clause));
        assert_eq!(clauses, ["6.1.2 a)", "9.2", "10.1", "A.5.9", "A.5.10"]);
    }

    #[test]
    fn guidance_is_read_in_its_parts() {
        let parts = guidance("Ask\n- one\n- two\nWarning signs\n- three\n");
        let said: Vec<(&str, usize)> = parts.iter().map(|part| (part.kind, part.lines.len())).collect();
        assert_eq!(said, [("plain", 2), ("warning", 1)]);
    }
}
