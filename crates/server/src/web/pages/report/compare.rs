//! Two versions of a report side by side: what differs, section by section and word by word, and why it was amended.

mod difference;
mod sections;

use askama::Template;
use assize_domain::audit::Audit;
use assize_domain::kernel::id::{AuditId, ReportId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::Sha256;
use assize_domain::report::{self, Report, ReportState};
use assize_domain::report_content::ReportContent;
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use self::difference::How;
use self::sections::{Section, sections};
use super::{frame_beside, is_in_work, versions, who};
use crate::app::App;
use crate::problem::Fault;
use crate::query::id;
use crate::reports::issued_bytes;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pages::report::issued::content_in;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

#[derive(Template)]
#[template(path = "report_compare.html")]
struct ComparePage {
    frame: Frame,
    words: Words,
    /// The numbers of all versions, with their states.
    all: Vec<(u32, String)>,
    a: u32,
    b: u32,
    /// Why the later one came to be, and who began it when.
    why: Option<String>,
    begun: String,
    sections: Vec<Section>,
    /// Changes that are not shown.
    left_out: usize,
    /// The versions whose content cannot be read.
    unread: Vec<u32>,
}

/// A version to be compared.
struct Version {
    id: ReportId,
    number: u32,
    /// The digest of its content, once it was issued.
    issued: Option<Sha256>,
    /// Its content as the records stand, while it is in work.
    stands: Option<ReportContent>,
}

/// `GET /audits/{id}/report/compare?a=&b=`: by default the newest version and the one before.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(audit): Path<String>,
    uri: Uri,
) -> Result<Response, Fault> {
    let audit: AuditId = id(&audit)?;
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let asked = |name: &str| query.one(name).and_then(|number| number.parse::<u32>().ok());
    let words = &visitor.words;
    let found = app.store.ask(|world| {
        let of = world.get::<Audit>(audit)?;
        let all = versions(world, audit)?;
        let newest = all.first().map_or(0, |newest| *newest.number());
        let there = |number: &u32| (1..=newest).contains(number);
        let b = asked("b").filter(there).unwrap_or(newest);
        let a = asked("a").filter(there).unwrap_or(b.saturating_sub(1));
        let later = all.iter().find(|version| *version.number() == a.max(b));
        let begun = match later {
            Some(later) => words.with2(
                "report-by-at",
                "who",
                who(world, words, later.stamp())?,
                "at",
                words.time(later.stamp().at),
            ),
            None => String::new(),
        };
        let one = |number: u32| -> Result<Option<Version>, Stop> {
            let Some(report) = all.iter().find(|version| *version.number() == number) else {
                return Ok(None);
            };
            let stands = is_in_work(report.state());
            let stands = stands.then(|| report::content(world, Report::id(report))).transpose()?;
            Ok(Some(Version {
                id: Report::id(report),
                number,
                issued: issued_content(report.state()),
                stands,
            }))
        };
        let listed = all.iter().map(|one| (*one.number(), words.word("ReportState", one.state().word())));
        let page = ComparePage {
            frame: frame_beside(&visitor, of, words.say("report-compare")),
            words: words.clone(),
            all: listed.collect(),
            a,
            b,
            why: later.and_then(|later| later.amends_why().as_ref()).map(ToString::to_string),
            begun,
            sections: Vec::new(),
            left_out: 0,
            unread: Vec::new(),
        };
        Ok((page, one(a)?, one(b)?))
    });
    let (mut page, a, b) = found.await.map_err(Fault::unanswered)?;
    let (a, b) = (page.read(&app, a).await?, page.read(&app, b).await?);
    if let (Some(a), Some(b)) = (a, b) {
        (page.sections, page.left_out) = sections(words, &a, &b);
    }
    Ok(html(&page))
}

impl ComparePage {
    /// The content of a version: as it was issued, or as it stands.
    async fn read(&mut self, app: &App, version: Option<Version>) -> Result<Option<ReportContent>, Fault> {
        let Some(version) = version else { return Ok(None) };
        let content = match (version.stands, version.issued) {
            (Some(stands), _) => Some(stands),
            (None, Some(digest)) => content_in(&issued_bytes(app, version.id).await?, &digest),
            (None, None) => None,
        };
        if content.is_none() {
            self.unread.push(version.number);
        }
        Ok(content)
    }
}

fn issued_content(state: &ReportState) -> Option<Sha256> {
    match state {
        ReportState::Issued { issued_content, .. } => Some(issued_content.clone()),
        ReportState::Replaced { replaced_content, .. } => Some(replaced_content.clone()),
        ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => None,
    }
}
