//! The page of an audit's report.

use askama::Template;
use assize_domain::audit::{Audit, Conclusions, EndFieldwork};
use assize_domain::kernel::id::{AuditId, ReportId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::Sha256;
use assize_domain::report::{
    self, ApproveReport, DraftReport, IssueReport, Report, ReportState, ReviewReport,
};
use assize_domain::report_content::{CHECKLIST, MissingItem, ReportContent, Rule};
use assize_domain::words::Recommendation;
use assize_domain::{Command, Ctx, Event, Key, World};
use assize_store::{StoreError, Which};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse as _, Redirect, Response};

use super::{frame, is_in_work, is_reportable, item_clause, item_name, name, refused, versions, who};
use crate::access::Asker;
use crate::app::App;
use crate::people::now;
use crate::problem::Fault;
use crate::query::id;
use crate::reports::no_pdf;
use crate::web::form::{Posted, Wrong};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::act_href;
use crate::web::pages::audit::{Tab, tabs};
use crate::web::pages::shown::names;
use crate::web::signing::signatures_of;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many entries of a version's history are looked through for remarks of reviewers.
const ENTRIES: i64 = 300;

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    frame: Frame,
    words: Words,
    tabs: Vec<Tab>,
    /// The language the report is written in.
    language: Option<String>,
    next: Next,
    /// What the law asks for before the next step.
    missing: Vec<Wrong>,
    conclusions: Option<Concluded>,
    /// Where conclusions are drawn, while they may be.
    conclude: Option<String>,
    focus: Option<Focus>,
    versions: Vec<Version>,
    /// What reviewers remarked.
    remarks: Vec<Remark>,
    /// The signatures on the version, as a part of the page.
    signatures: String,
}

/// The one next step.
struct Next {
    title: String,
    clause: &'static str,
    first: Option<Deed>,
    others: Vec<Deed>,
}

/// An act: its words, and where it is done.
struct Deed {
    label: String,
    href: String,
}

/// The audit conclusions.
struct Concluded {
    /// Each part: its label and its text.
    parts: Vec<(String, String)>,
    /// Each objective: its text, the word of the outcome, the outcome, and why.
    objectives: Vec<(String, &'static str, String, String)>,
    recommendation: Option<String>,
    drawn: String,
}

/// The version that is looked at.
struct Focus {
    number: u32,
    state: String,
    state_word: &'static str,
    why: Option<String>,
    items: Vec<Item>,
    lacking: usize,
    recipients: Vec<Recipient>,
    acknowledged: usize,
    is_out: bool,
    pdf: String,
    /// The same as a Word file.
    word: String,
    record: String,
}

/// An item of the checklist.
struct Item {
    name: String,
    clause: String,
    /// `missing`, `recorded`, `written` or `omitted`: for its look.
    stands: &'static str,
    /// The same in words.
    said: String,
    /// The text, the reason, or what to do.
    text: Option<String>,
}

/// Somebody on the distribution list.
struct Recipient {
    name: String,
    function: String,
    acknowledged: Option<String>,
    acknowledge: Option<String>,
}

/// A version of the report.
struct Version {
    number: u32,
    state: String,
    state_word: &'static str,
    why: Option<String>,
    /// What was done with it: the word of the state it came to, who, and when.
    steps: Vec<(String, String, String)>,
    href: String,
    pdf: Option<String>,
    compare: Option<String>,
    current: bool,
}

/// What a reviewer remarked.
struct Remark {
    who: String,
    at: String,
    text: Option<String>,
}

/// `GET /reports/{id}`: the page of the report's audit, with this version.
pub(crate) async fn by_report(
    State(app): State<App>,
    _visitor: Visitor,
    Path(report): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let report: ReportId = id(&report)?;
    let of = app.store.ask(|world| {
        let report = world.get::<Report>(report)?;
        Ok((*report.audit(), *report.number()))
    });
    let (audit, number) = of.await.map_err(Fault::unanswered)?;
    let more = uri.query().map(|query| format!("&{query}")).unwrap_or_default();
    Ok(Redirect::to(&format!("/audits/{audit}/report?version={number}{more}")).into_response())
}

/// `GET /audits/{id}/report`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let number: Option<u32> = query.one("version").and_then(|number| number.parse().ok());
    let at = now(&app)?;
    let no_pdf = no_pdf()?;
    let asked = app.store.ask(|world| {
        let ctx = Ctx::new(at, visitor.actor.clone(), [0; 8]);
        Looking { world, ctx: &ctx, visitor: &visitor, no_pdf: &no_pdf }.page(audit, number)
    });
    let (mut page, report) = asked.await.map_err(Fault::unanswered)?;
    if let Some(report) = report {
        page.remarks = remarks(&app, &visitor, report).await?;
        page.signatures = signatures_of(&app, &visitor.words, Key::of(report)).await?;
    }
    page.open_to(&visitor.asker).await?;
    Ok(html(&page))
}

impl ReportPage {
    /// Leaves the ways that are open to who looks.
    async fn open_to(&mut self, asker: &Asker) -> Result<(), StoreError> {
        self.tabs = asker.open_ways(std::mem::take(&mut self.tabs), |tab| &tab.href).await?;
        self.conclude = asker.open_way(self.conclude.take()).await?;
        let deeds = self.next.first.take().into_iter().chain(std::mem::take(&mut self.next.others));
        let mut open = asker.open_ways(deeds.collect(), |deed: &Deed| &deed.href).await?.into_iter();
        self.next.first = open.next();
        self.next.others = open.collect();
        for recipient in self.focus.iter_mut().flat_map(|focus| &mut focus.recipients) {
            recipient.acknowledge = asker.open_way(recipient.acknowledge.take()).await?;
        }
        Ok(())
    }
}

/// What reviewers remarked on a version, the newest first.
async fn remarks(app: &App, visitor: &Visitor, report: ReportId) -> Result<Vec<Remark>, Fault> {
    let words = &visitor.words;
    let entries = app.store.entries(Which::Subject(Key::of(report)), 0, ENTRIES).await?;
    let events = entries.into_iter().flatten().filter_map(|stored| stored.entry.into_event().ok());
    let reviewed: Vec<_> = events
        .filter_map(|(event, stamp)| {
            let Event::ReportReviewed(reviewed) = event else { return None };
            Some((reviewed.remarks, stamp))
        })
        .collect();
    let keys: Vec<Key> = reviewed.iter().filter_map(|(_, stamp)| stamp.by.person().map(Key::of)).collect();
    let known = names(app, visitor, keys).await?;
    let name_of = |key: Key| known.get(&key).cloned().unwrap_or_else(|| words.say("person-erased"));
    let lines = reviewed.into_iter().rev().map(|(text, stamp)| Remark {
        who: stamp.by.person().map_or_else(|| words.say("operator"), |person| name_of(Key::of(person))),
        at: words.time(stamp.at),
        text: text.map(|text| text.to_string()),
    });
    Ok(lines.collect())
}

/// Somebody who looks at the report of an audit.
struct Looking<'l> {
    world: &'l World,
    ctx: &'l Ctx,
    visitor: &'l Visitor,
    no_pdf: &'l Sha256,
}

/// A version as the records stand: what it says and what it lacks.
struct Stands {
    digest: Sha256,
    lacks: Vec<MissingItem>,
}

impl Looking<'_> {
    fn page(&self, id: AuditId, number: Option<u32>) -> Result<(ReportPage, Option<ReportId>), Stop> {
        let words = &self.visitor.words;
        let audit = self.world.get::<Audit>(id)?;
        let all = versions(self.world, id)?;
        let newest = all.first().copied();
        let focus = all.iter().copied().find(|version| Some(*version.number()) == number).or(newest);
        let stands = newest.map(|newest| self.stands(newest)).transpose()?.flatten();
        let (next, tried) = self.next(audit, newest, stands.as_ref())?;
        let missing = match &tried {
            Some(command) => refused(self.world, self.ctx, words, command)?,
            None => Vec::new(),
        };
        let issued = newest.is_some_and(|newest| !is_in_work(newest.state()));
        let title = words.with("report-of", "audit", audit.title().to_string());
        let page = ReportPage {
            frame: frame(self.visitor, audit, title),
            words: words.clone(),
            tabs: tabs(words, id, "report"),
            language: audit.initiation().as_ref().map(|one| language(words, one.language.as_str())),
            next,
            missing,
            conclusions: audit
                .conclusions()
                .as_ref()
                .map(|drawn| self.concluded(audit, drawn))
                .transpose()?,
            conclude: (!issued).then(|| self.act("audit.conclude", audit, &[])),
            focus: focus.map(|focus| self.focus(audit, focus, stands.as_ref())).transpose()?,
            versions: all
                .iter()
                .map(|version| self.version(audit, version, focus))
                .collect::<Result<_, Stop>>()?,
            remarks: Vec::new(),
            signatures: String::new(),
        };
        Ok((page, focus.map(Report::id)))
    }

    /// What a version in work says as the records stand; nothing for one that was issued.
    fn stands(&self, report: &Report) -> Result<Option<Stands>, Stop> {
        if !is_in_work(report.state()) {
            return Ok(None);
        }
        let content: ReportContent = report::content(self.world, Report::id(report))?;
        let digest = content.digest().parse().unwrap_or_else(|_| self.no_pdf.clone());
        Ok(Some(Stands { digest, lacks: content.checklist() }))
    }

    fn back(&self, audit: &Audit) -> String {
        format!("/audits/{}/report", audit.id())
    }

    fn act(&self, command: &str, audit: &Audit, fields: &[(&str, &str)]) -> String {
        let id = audit.id().to_string();
        let own = [("audit", id.as_str())];
        let fields = if fields.is_empty() { &own[..] } else { fields };
        act_href(command, fields, &self.back(audit))
    }

    /// The next step, and the command that is tried for what it would be refused for.
    fn next(
        &self,
        audit: &Audit,
        newest: Option<&Report>,
        stands: Option<&Stands>,
    ) -> Result<(Next, Option<Command>), Stop> {
        let words = &self.visitor.words;
        let deed = |label: String, href: String| Deed { label, href };
        let command =
            |name: &str, fields: &[(&str, &str)]| deed(words.command(name), self.act(name, audit, fields));
        let write = |key: &str| deed(words.say(key), format!("/audits/{}/report/write", audit.id()));
        let step = |title: String, clause, first: Option<Deed>, others: Vec<Deed>| Next {
            title,
            clause,
            first,
            others,
        };
        let Some(report) = newest else {
            let id = audit.id();
            return Ok(if !is_reportable(audit.state()) && audit.conclusions().is_none() {
                let first = command("audit.conclude", &[]);
                (
                    step(words.say("report-next-conclude"), "ISO 19011:2018 6.4.9", Some(first), Vec::new()),
                    None,
                )
            } else if !is_reportable(audit.state()) {
                let first = command("audit.end_fieldwork", &[]);
                let tried = EndFieldwork { audit: id };
                (
                    step(words.say("report-next-end"), "ISO 19011:2018 6.4.10", Some(first), Vec::new()),
                    Some(tried.into()),
                )
            } else {
                let tried = DraftReport {
                    audit: id,
                    amends_why: None,
                    items: Vec::new(),
                    distribution: Vec::new(),
                    whole_papers: false,
                };
                let first = write("report-write");
                (
                    step(words.say("report-next-write"), "ISO 19011:2018 6.5.1", Some(first), Vec::new()),
                    Some(tried.into()),
                )
            });
        };
        let id = Report::id(report);
        let own = id.to_string();
        let (digest, lacking) = match stands {
            Some(stands) => (stands.digest.clone(), stands.lacks.len()),
            None => (self.no_pdf.clone(), 0),
        };
        let seen = digest.to_string();
        let on = [("report", own.as_str()), ("content", seen.as_str())];
        Ok(match report.state() {
            ReportState::Draft if lacking > 0 => {
                let title = words.with("report-next-complete", "count", lacking);
                let others = vec![command("report.review", &on)];
                (step(title, "ISO 19011:2018 6.5.1", Some(write("report-edit")), others), None)
            }
            ReportState::Draft => {
                let first = Some(command("report.review", &on));
                let next = step(
                    words.say("report-next-review"),
                    "ISO 19011:2018 6.5.2",
                    first,
                    vec![write("report-edit")],
                );
                (next, Some(ReviewReport { report: id, content: digest, remarks: None }.into()))
            }
            ReportState::Reviewed { .. } => {
                let first = Some(command("report.approve", &on));
                let next = step(
                    words.say("report-next-approve"),
                    "ISO 19011:2018 6.5.1",
                    first,
                    vec![write("report-edit")],
                );
                (next, Some(ApproveReport { report: id, content: digest }.into()))
            }
            ReportState::Approved { .. } => {
                let first = deed(words.command("report.issue"), format!("/reports/{id}/issue"));
                let next =
                    step(words.say("report-next-issue"), "ISO 19011:2018 6.5.2", Some(first), Vec::new());
                (next, Some(IssueReport { report: id, pdf: self.no_pdf.clone() }.into()))
            }
            ReportState::Issued { .. } | ReportState::Replaced { .. } => {
                let amend = write("report-amend");
                let waiting =
                    report.distribution().iter().find(|recipient| !has_acknowledged(report, recipient));
                let next = match waiting {
                    Some(recipient) => {
                        let person = recipient.person.to_string();
                        let on = [("report", own.as_str()), ("person", person.as_str())];
                        let first = Some(command("report.acknowledge", &on));
                        step(words.say("report-next-acknowledge"), "ISO 19011:2018 6.5.2", first, vec![amend])
                    }
                    None if audit.completion().is_none() => {
                        let first = Some(command("audit.complete", &[]));
                        step(
                            words.say("report-next-complete-audit"),
                            "ISO 19011:2018 6.6",
                            first,
                            vec![amend],
                        )
                    }
                    None => step(words.say("report-over"), "ISO 19011:2018 6.5.2", None, vec![amend]),
                };
                (next, None)
            }
        })
    }

    fn concluded(&self, audit: &Audit, drawn: &Conclusions) -> Result<Concluded, Stop> {
        let words = &self.visitor.words;
        let outcome = |key: &_| drawn.objectives.iter().find(|outcome| outcome.objective == *key);
        let objectives = audit.initiation().iter().flat_map(|initiation| &initiation.objectives);
        let objectives = objectives.map(|objective| match outcome(&objective.key) {
            Some(outcome) => (
                objective.text.to_string(),
                outcome.met.word(),
                words.word("Extent", outcome.met.word()),
                outcome.reason.to_string(),
            ),
            None => (objective.text.to_string(), "open", words.say("report-not-concluded"), String::new()),
        });
        let recommendation = (drawn.recommendation != Recommendation::None).then(|| {
            let word = words.word("Recommendation", drawn.recommendation.word());
            match &drawn.recommendation_reason {
                Some(reason) => format!("{word}: {reason}"),
                None => word,
            }
        });
        Ok(Concluded {
            parts: vec![
                (words.field("Conclusions", "conformity"), drawn.conformity.to_string()),
                (words.field("Conclusions", "effectiveness"), drawn.effectiveness.to_string()),
                (words.field("Conclusions", "trends"), drawn.trends.to_string()),
            ],
            objectives: objectives.collect(),
            recommendation,
            drawn: words.with2(
                "report-by-at",
                "who",
                who(self.world, words, &drawn.stamp)?,
                "at",
                words.time(drawn.stamp.at),
            ),
        })
    }

    fn focus(&self, audit: &Audit, report: &Report, newest: Option<&Stands>) -> Result<Focus, Stop> {
        let words = &self.visitor.words;
        let id = Report::id(report);
        let in_work = is_in_work(report.state());
        let lacks = newest.filter(|_| in_work).map(|stands| stands.lacks.as_slice()).unwrap_or_default();
        let asked = CHECKLIST.iter().filter(|item| item.is_asked_of(*audit.audit_type()));
        let items: Vec<Item> = asked
            .map(|item| {
                let added = report.items().iter().find(|added| added.item.as_str() == item.id);
                let lacking = lacks.iter().any(|missing| missing.id == item.id);
                let (stands, key, text) = match added {
                    _ if lacking && item.rule == Rule::AsFit => {
                        ("missing", "report-item-missing", Some(words.say("report-add-or-omit")))
                    }
                    _ if lacking => ("missing", "report-item-missing", Some(words.say("report-add"))),
                    Some(added) if added.omitted.is_some() => {
                        ("omitted", "report-item-omitted", added.omitted.as_ref().map(ToString::to_string))
                    }
                    Some(added) => {
                        ("written", "report-item-written", added.text.as_ref().map(ToString::to_string))
                    }
                    None => ("recorded", "report-item-recorded", None),
                };
                Item {
                    name: item_name(words, item),
                    clause: item_clause(words, item),
                    stands,
                    said: words.say(key),
                    text,
                }
            })
            .collect();
        let recipients: Vec<Recipient> = report
            .distribution()
            .iter()
            .map(|recipient| self.recipient(audit, report, recipient))
            .collect::<Result<_, Stop>>()?;
        Ok(Focus {
            number: *report.number(),
            state: words.word("ReportState", report.state().word()),
            state_word: report.state().word(),
            why: report.amends_why().as_ref().map(ToString::to_string),
            lacking: lacks.len(),
            items,
            acknowledged: recipients.iter().filter(|one| one.acknowledged.is_some()).count(),
            recipients,
            is_out: !in_work,
            pdf: format!("/reports/{id}/{}.pdf", if in_work { "preview" } else { "report" }),
            word: format!("/reports/{id}/report.docx"),
            record: format!("/records/report/{id}"),
        })
    }

    fn recipient(
        &self,
        audit: &Audit,
        report: &Report,
        recipient: &report::Recipient,
    ) -> Result<Recipient, Stop> {
        let words = &self.visitor.words;
        let there = report.acknowledgements().iter().find(|there| there.person == recipient.person);
        let acknowledged = match there {
            None => None,
            Some(there) => {
                let by = who(self.world, words, &there.stamp)?;
                Some(words.with2("report-by-at", "who", by, "at", words.time(there.stamp.at)))
            }
        };
        let (id, person) = (Report::id(report).to_string(), recipient.person.to_string());
        let on = [("report", id.as_str()), ("person", person.as_str())];
        let open = acknowledged.is_none() && !is_in_work(report.state());
        Ok(Recipient {
            name: name(self.world, words, recipient.person)?,
            function: recipient.function.to_string(),
            acknowledged,
            acknowledge: open.then(|| self.act("report.acknowledge", audit, &on)),
        })
    }

    fn version(&self, audit: &Audit, report: &Report, focus: Option<&Report>) -> Result<Version, Stop> {
        let words = &self.visitor.words;
        let (audit, id, number) = (audit.id(), Report::id(report), *report.number());
        let mut steps = vec![("draft", report.stamp())];
        match report.state() {
            ReportState::Draft => {}
            ReportState::Reviewed { reviewed, .. } => steps.push(("reviewed", reviewed)),
            ReportState::Approved { reviewed_before, approved, .. } => {
                steps.push(("reviewed", reviewed_before));
                steps.push(("approved", approved));
            }
            ReportState::Issued { approved_before, issued, .. } => {
                steps.push(("approved", approved_before));
                steps.push(("issued", issued));
            }
            ReportState::Replaced { issued_before, .. } => steps.push(("issued", issued_before)),
        }
        let steps = steps.into_iter().map(|(word, stamp)| {
            let by = who(self.world, words, stamp)?;
            Ok((words.word("ReportState", word), by, words.time(stamp.at)))
        });
        Ok(Version {
            number,
            state: words.word("ReportState", report.state().word()),
            state_word: report.state().word(),
            why: report.amends_why().as_ref().map(ToString::to_string),
            steps: steps.collect::<Result<_, Stop>>()?,
            href: format!("/audits/{audit}/report?version={number}"),
            pdf: (!is_in_work(report.state())).then(|| format!("/reports/{id}/report.pdf")),
            compare: (number > 1)
                .then(|| format!("/audits/{audit}/report/compare?a={}&b={number}", number - 1)),
            current: focus.is_some_and(|focus| *focus.number() == number),
        })
    }
}

fn has_acknowledged(report: &Report, recipient: &report::Recipient) -> bool {
    report.acknowledgements().iter().any(|there| there.person == recipient.person)
}

/// The language of a report, in words; that its fixed texts are English where we have none in it.
fn language(words: &Words, tag: &str) -> String {
    match tag.split('-').next().unwrap_or_default() {
        "en" => words.say("report-language-en"),
        "de" => words.say("report-language-de"),
        _ => words.with("report-language-other", "tag", tag),
    }
}
