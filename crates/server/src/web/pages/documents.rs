//! The review of documented information: what the audit's criteria demand, what was found for it, and the documents
//! themselves, with search in their text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use askama::Template;
use assize_access::Action;
use assize_catalogue::Catalogue;
use assize_domain::audit::{Audit, AuditState, DemandedDocument};
use assize_domain::criteria::{CriteriaSet, criteria_set_id};
use assize_domain::evidence::{Evidence, EvidenceForm};
use assize_domain::kernel::id::{AuditId, EvidenceId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::CriteriaId;
use assize_domain::kernel::time::Timestamp;
use assize_domain::words::{Classification, Extent, Readiness};
use assize_domain::{AnyRecord, Key, Kind, World};
use assize_store::{FoundDocument, Reading};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use uuid::Uuid;

use super::audit::{Tab, tabs};
use super::desk::is_under;
use super::fieldwork::{Next, as_leader, before_next_step, frame, missing, stamped};
use super::{act_href, href};
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::web::form::{Choice, Posted};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::{IntoWord as _, Words};

/// How many documents a page lists.
const LINES: usize = 60;
/// How many documents a search shows.
const FOUND_MAX: i64 = 20;
/// The clause on the review.
const CLAUSE: &str = "ISO 19011:2018 6.3.1";

/// The catalogue that comes with the program; it says what documented information its sets demand.
static CATALOGUE: LazyLock<Option<Catalogue>> = LazyLock::new(|| match Catalogue::builtin() {
    Ok(catalogue) => Some(catalogue),
    Err(error) => {
        tracing::error!(?error, "the built-in catalogue cannot be read");
        None
    }
});

/// A document, by its name, and the way to it.
struct Link {
    name: String,
    href: String,
}

/// Something that the criteria demand as documented information.
struct Demanded {
    requirement: String,
    criteria: String,
    item: String,
    /// The word of how far it was found; `unseen` where nobody looked for it yet.
    state: &'static str,
    state_word: String,
    documents: Vec<Link>,
    remark: Option<String>,
    concerns: Vec<String>,
}

/// The conclusion of the review.
struct Conclusion {
    outcome: String,
    summary: String,
    stamp: String,
    /// Concerns about a document, not about a requirement that is demanded.
    concerns: Vec<String>,
}

/// A document of the audit.
struct Document {
    name: String,
    href: String,
    file: Option<String>,
    size: String,
    digest: Option<String>,
    classification: String,
    reading: &'static str,
    reading_word: String,
}

/// A place in a document that a search found.
struct Hit {
    name: String,
    href: String,
    file: Option<String>,
    heading: Option<String>,
    excerpt: String,
}

#[derive(Template)]
#[template(path = "documents.html")]
struct DocumentsPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    next: Option<Next>,
    demanded: Vec<Demanded>,
    /// Found, found in part, not found, not looked for.
    counts: [usize; 4],
    has_unseen: bool,
    conclusion: Option<Conclusion>,
    review: Option<String>,
    is_initiated: bool,
    q: String,
    hits: Vec<Hit>,
    documents: Vec<Document>,
    more: Option<String>,
    take: String,
    /// Whether whoever looks takes evidence in.
    may_take: bool,
    seen: String,
    classifications: Vec<Choice>,
}

/// `GET /audits/{id}/documents`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let at = now(&app)?;
    let asked =
        app.store.ask(|world| Looking { words: &visitor.words, visitor: &visitor, audit, at }.page(world));
    let mut page = asked.await.map_err(Fault::unanswered)?;
    if let Some(words) = query.filled("q") {
        words.clone_into(&mut page.q);
        let found = app.store.search_documents(audit, words, FOUND_MAX).await?;
        let found =
            visitor.asker.only(Action::Open, found, |found: &FoundDocument| Key::of(found.evidence)).await?;
        page.hits = hits(&app, found).await?;
    }
    let after: Option<Uuid> = query.filled("after").and_then(|after| after.parse().ok());
    (page.documents, page.more) = documents(&app, &visitor.words, audit, after).await?;
    let asker = &visitor.asker;
    page.next = Next::open_to(page.next.take(), asker).await?;
    page.tabs = asker.open_ways(page.tabs, |tab| &tab.href).await?;
    page.review = asker.open_way(page.review.take()).await?;
    page.may_take = asker.takes(&page.take).await?;
    Ok(html(&page))
}

async fn hits(app: &App, found: Vec<FoundDocument>) -> Result<Vec<Hit>, Fault> {
    let mut hits = Vec::new();
    for one in found {
        let key = Key::of(one.evidence);
        // What was erased since it was indexed is not shown.
        let Some(AnyRecord::Evidence(evidence)) = app.store.record(key).await?.map(|found| found.record)
        else {
            continue;
        };
        hits.push(Hit {
            name: evidence.name().to_string(),
            href: href(key),
            file: file_href(&evidence),
            heading: one.heading.or(one.title).map(|heading| shortened(&heading)),
            excerpt: one.excerpt,
        });
    }
    Ok(hits)
}

/// A page of the audit's evidence, and where the next one begins.
async fn documents(
    app: &App,
    words: &Words,
    audit: AuditId,
    after: Option<Uuid>,
) -> Result<(Vec<Document>, Option<String>), Fault> {
    let rows = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let key = Key::of(audit);
    let mut found = app.store.linked_page(Kind::Evidence, "audit", key.id, after, rows).await?;
    let more = found.len() > LINES;
    found.truncate(LINES);
    let last = found.last().filter(|_| more).map(|(key, _)| key.id.hyphenated().to_string());
    let (Some((first, _)), Some((end, _))) = (found.first(), found.last()) else {
        return Ok((Vec::new(), None));
    };
    let readings = app.store.readings(audit, first.id.into(), end.id.into()).await?;
    let documents = found.iter().filter_map(|(_, found)| match &found.record {
        AnyRecord::Evidence(evidence) => Some(document(words, evidence, &readings)),
        _ => None,
    });
    Ok((documents.collect(), last.map(|last| format!("?after={last}#documents-title"))))
}

fn document(words: &Words, evidence: &Evidence, readings: &BTreeMap<EvidenceId, Reading>) -> Document {
    let (size, digest) = match evidence.form() {
        EvidenceForm::Taken { sha256, bytes, .. } => (size(words, *bytes), Some(sha256.to_string())),
        EvidenceForm::Seen { seen_sha256, .. } => (
            words.word("EvidenceForm", evidence.form().word()),
            seen_sha256.as_ref().map(ToString::to_string),
        ),
    };
    let (reading, reading_word) = match (evidence.form(), readings.get(&Evidence::id(evidence))) {
        (EvidenceForm::Seen { .. }, _) => ("seen", String::new()),
        (EvidenceForm::Taken { .. }, None) if *evidence.classification() == Classification::Restricted => {
            ("withheld", words.say("reading-withheld"))
        }
        (EvidenceForm::Taken { .. }, None) => ("waiting", words.say("reading-waiting")),
        (EvidenceForm::Taken { .. }, Some(Reading::Read)) => ("read", words.say("reading-read")),
        (EvidenceForm::Taken { .. }, Some(Reading::Unsupported)) => {
            ("unsupported", words.say("reading-unsupported"))
        }
        (EvidenceForm::Taken { .. }, Some(Reading::Unreadable(why))) => {
            ("unreadable", words.with("reading-unreadable", "why", why.as_str()))
        }
    };
    Document {
        name: evidence.name().to_string(),
        href: href(Key::of(Evidence::id(evidence))),
        file: file_href(evidence),
        size,
        digest,
        classification: words.word("Classification", evidence.classification().word()),
        reading,
        reading_word,
    }
}

/// The beginning of a heading: that of a table may be a whole row.
fn shortened(heading: &str) -> String {
    const CHARS_MAX: usize = 80;
    match heading.chars().count() > CHARS_MAX {
        true => heading.chars().take(CHARS_MAX).chain("…".chars()).collect(),
        false => heading.to_owned(),
    }
}

fn file_href(evidence: &Evidence) -> Option<String> {
    let taken = matches!(evidence.form(), EvidenceForm::Taken { .. });
    taken.then(|| format!("/evidence/{}/file", Evidence::id(evidence)))
}

/// A length in bytes as people say it.
fn size(words: &Words, bytes: i64) -> String {
    let tenths = |unit: i64| format!("{}.{}", bytes / unit, bytes % unit * 10 / unit);
    let (number, unit) = match bytes {
        ..1_000 => (bytes.to_string(), "B"),
        1_000..1_000_000 => (tenths(1_000), "kB"),
        _ => (tenths(1_000_000), "MB"),
    };
    format!("{}\u{a0}{unit}", words.number(number))
}

struct Looking<'l> {
    words: &'l Words,
    visitor: &'l Visitor,
    audit: AuditId,
    at: Timestamp,
}

impl Looking<'_> {
    fn page(&self, world: &World) -> Result<DocumentsPage, Stop> {
        let words = self.words;
        let audit = world.get::<Audit>(self.audit)?;
        let demanded = self.demanded(world, audit)?;
        let of = |state: &str| demanded.iter().filter(|one| one.state == state).count();
        let id = self.audit.to_string();
        let may_review = matches!(audit.state(), AuditState::Initiated { .. } | AuditState::Prepared { .. });
        let counts = [of("yes"), of("partly"), of("no"), of("unseen")];
        Ok(DocumentsPage {
            frame: frame(self.visitor, audit, "documents"),
            words: words.clone(),
            tabs: tabs(words, self.audit, "documents"),
            next: self.next(world, audit)?,
            has_unseen: of("unseen") > 0,
            counts,
            demanded,
            conclusion: self.conclusion(world, audit)?,
            review: may_review.then(|| format!("/audits/{id}/documents/review")),
            is_initiated: audit.initiation().is_some(),
            q: String::new(),
            hits: Vec::new(),
            documents: Vec::new(),
            more: None,
            take: format!("/audits/{id}/evidence"),
            may_take: false,
            seen: act_href("evidence.record_seen", &[("audit", &id)], &self.back()),
            classifications: assize_domain::words::Classification::WORDS
                .iter()
                .map(|word| Choice::new(*word, words.word("Classification", word)))
                .collect(),
        })
    }

    /// What the review looked for, and what the criteria demand beside that.
    fn demanded(&self, world: &World, audit: &Audit) -> Result<Vec<Demanded>, Stop> {
        let words = self.words;
        let review = audit.document_review().as_ref();
        let items = review.map(|review| review.items.as_slice()).unwrap_or_default();
        let concerns = review.map(|review| review.concerns.as_slice()).unwrap_or_default();
        world.want(items.iter().flat_map(|item| item.evidence.iter().copied()))?;
        let mut all = Vec::new();
        for item in items {
            let about = concerns.iter().filter(|concern| {
                let about = concern.requirement.as_ref();
                about.is_some_and(|about| about.criteria == item.criteria && about.id == item.requirement)
            });
            all.push(Demanded {
                requirement: item.requirement.to_string(),
                criteria: item.criteria.to_string(),
                item: item.item.to_string(),
                state: item.found.word(),
                state_word: words.say(found_key(item.found)),
                documents: links(world, &item.evidence)?,
                remark: item.remark.as_ref().map(ToString::to_string),
                concerns: about.map(|concern| concern_said(words, concern)).collect(),
            });
        }
        for demand in demands(world, audit)? {
            if !items.iter().any(|item| demand.is_looked_for_by(item)) {
                all.push(Demanded {
                    requirement: demand.requirement,
                    criteria: demand.criteria,
                    item: demand.item,
                    state: "unseen",
                    state_word: words.say("document-unseen"),
                    documents: Vec::new(),
                    remark: None,
                    concerns: Vec::new(),
                });
            }
        }
        Ok(all)
    }

    fn conclusion(&self, world: &World, audit: &Audit) -> Result<Option<Conclusion>, Stop> {
        let words = self.words;
        let Some(review) = audit.document_review() else { return Ok(None) };
        // A concern about a requirement stands beside what was looked for.
        let looked_for: BTreeSet<_> =
            review.items.iter().map(|item| (&item.criteria, &item.requirement)).collect();
        let others = review.concerns.iter().filter(|concern| {
            let about = concern.requirement.as_ref();
            about.is_none_or(|about| !looked_for.contains(&(&about.criteria, &about.id)))
        });
        Ok(Some(Conclusion {
            outcome: words.word("Readiness", review.outcome.word()),
            summary: review.summary.to_string(),
            stamp: stamped(world, words, &review.stamp)?,
            concerns: others.map(|concern| concern_said(words, concern)).collect(),
        }))
    }

    fn next(&self, world: &World, audit: &Audit) -> Result<Option<Next>, Stop> {
        let words = self.words;
        let id = self.audit.to_string();
        let next = |title: String, label: String, href: String| Next {
            title,
            clause: CLAUSE,
            said: None,
            missing: Vec::new(),
            label,
            href,
        };
        let not_ready =
            audit.document_review().as_ref().is_some_and(|review| review.outcome == Readiness::NotReady);
        Ok(match audit.state() {
            AuditState::Planned => Some(Next {
                clause: "ISO 19011:2018 5.5.2",
                ..next(
                    words.say("step-initiate-next"),
                    words.command("audit.initiate"),
                    act_href("audit.initiate", &[("audit", &id)], &self.back()),
                )
            }),
            AuditState::Initiated { .. } if audit.document_review().is_none() || not_ready => {
                let ctx = as_leader(self.visitor, audit, self.at);
                let refused = match not_ready {
                    true => before_next_step(world, &ctx, audit, &["prepare.documents"])?,
                    false => Vec::new(),
                };
                let href = format!("/audits/{id}/documents/review");
                let review = words.command("audit.review_documents");
                Some(Next { missing: missing(words, &refused), ..next(review.clone(), review, href) })
            }
            AuditState::Initiated { .. } => Some(Next {
                clause: "ISO 19011:2018 6.3.2",
                ..next(words.say("step-plan-next"), words.say("audit-tab-plan"), format!("/audits/{id}/plan"))
            }),
            AuditState::Prepared { .. }
            | AuditState::Conducting { .. }
            | AuditState::Reporting { .. }
            | AuditState::Completed { .. }
            | AuditState::Cancelled { .. }
            | AuditState::Terminated { .. }
            | AuditState::NotFeasible { .. } => None,
        })
    }

    fn back(&self) -> String {
        format!("/audits/{}/documents", self.audit)
    }
}

/// Something demanded by a set of criteria.
pub(super) struct Demand {
    pub(super) criteria: String,
    pub(super) requirement: String,
    pub(super) item: String,
}

impl Demand {
    /// Whether an item of a review looks for this: under its requirement, or in the same words under that which it stands below.
    pub(super) fn is_looked_for_by(&self, item: &DemandedDocument) -> bool {
        let requirement = item.requirement.as_str();
        let same = self.requirement == requirement
            || (is_under(&self.requirement, requirement) && self.item == item.item.as_str());
        item.criteria.as_str() == self.criteria && same
    }
}

/// The documented information that the audit's criteria demand: as the adopted sets say, or the catalogue where a set was
/// not adopted.
pub(super) fn demands(world: &World, audit: &Audit) -> Result<Vec<Demand>, Stop> {
    let criteria = audit.initiation().as_ref().map(|initiation| initiation.criteria.as_slice());
    let mut all = Vec::new();
    for set in criteria.unwrap_or_default() {
        match world.find::<CriteriaSet>(criteria_set_id(set))? {
            Some(adopted) => {
                let demanding = adopted.requirements().iter().filter_map(|requirement| {
                    let item = requirement.documented_information.as_ref()?;
                    Some((requirement.id.to_string(), item.to_string()))
                });
                all.extend(demanding.map(|(requirement, item)| Demand {
                    criteria: set.to_string(),
                    requirement,
                    item,
                }));
            }
            None => all.extend(of_catalogue(set)),
        }
    }
    Ok(all)
}

fn of_catalogue(criteria: &CriteriaId) -> Vec<Demand> {
    let Some(catalogue) = CATALOGUE.as_ref() else { return Vec::new() };
    let Some(set) = catalogue.sets().find(|set| set.id.as_str() == criteria.as_str()) else {
        return Vec::new();
    };
    let demanding = set.documented_information().filter_map(|requirement| {
        Some(Demand {
            criteria: criteria.to_string(),
            requirement: requirement.id.to_string(),
            item: requirement.documented_information.clone()?,
        })
    });
    demanding.collect()
}

fn links(world: &World, evidence: &[EvidenceId]) -> Result<Vec<Link>, Stop> {
    let mut links = Vec::new();
    for id in evidence {
        if let Some(found) = world.find::<Evidence>(*id)? {
            links.push(Link { name: found.name().to_string(), href: href(Key::of(*id)) });
        }
    }
    Ok(links)
}

pub(super) const fn found_key(found: Extent) -> &'static str {
    match found {
        Extent::Yes => "document-yes",
        Extent::Partly => "document-partly",
        Extent::No => "document-no",
    }
}

pub(super) fn concern_said(words: &Words, concern: &assize_domain::audit::DocumentConcern) -> String {
    let (missing, consequence) = (concern.missing.as_str(), concern.consequence.as_str());
    words.with_all(
        "document-concern",
        &[("missing", missing.into_word()), ("consequence", consequence.into_word())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::words::Language;

    #[test]
    fn lengths_are_said_in_short() {
        let words = Words::new(Language::German, "UTC");
        assert_eq!(size(&words, 999), "999\u{a0}B");
        assert_eq!(size(&words, 1_250), "1,2\u{a0}kB");
        assert_eq!(size(&words, 12_090_000), "12,0\u{a0}MB");
    }

    #[test]
    fn the_catalogue_says_what_is_demanded() {
        let demands = of_catalogue(&"ISO/IEC 27001:2022+A1:2024".parse().unwrap());
        assert!(demands.iter().any(|one| one.requirement == "4.3") && demands.len() > 10);
        assert!(of_catalogue(&"Nothing:1".parse().unwrap()).is_empty());
    }
}
