//! What a scanner reports in a piece of evidence: by weight, by what became of it, and by age.

use askama::Template;
use assize_domain::Key;
use assize_domain::evidence::Evidence;
use axum::extract::{Path, State};
use axum::response::Response;

use super::href;
use crate::app::App;
use crate::evidence::find;
use crate::problem::Fault;
use crate::technical::{AGES, Summary, Technical, technical};
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

#[derive(Template)]
#[template(path = "technical.html")]
struct TechnicalPage {
    frame: Frame,
    words: Words,
    file: String,
    draws: String,
    summary: Option<Summary>,
    /// The day by which ages are reckoned.
    as_of: Option<String>,
    unreadable: Option<String>,
}

impl TechnicalPage {
    /// The heads of the columns of ages.
    fn ages(&self) -> Vec<String> {
        let mut heads: Vec<String> =
            AGES.iter().map(|(_, days)| self.words.with("technical-days", "days", *days)).collect();
        heads.push(self.words.say("technical-older"));
        heads.push(self.words.say("technical-ageless"));
        heads
    }
}

/// `GET /evidence/{id}/technical`.
pub(crate) async fn page(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Fault> {
    let evidence = find(&app, &id).await?;
    let words = visitor.words.clone();
    let (summary, unreadable) = match technical(&app, &evidence).await? {
        Technical::Read(summary) => (Some(*summary), None),
        Technical::None => (None, None),
        Technical::Unreadable(reason) => (None, Some(reason)),
    };
    let record = href(Key::of(Evidence::id(&evidence)));
    let frame = Frame::of(&visitor, "/audits", words.say("technical"))
        .under(words.say("nav-audits"), "/audits")
        .under(evidence.name().to_string(), record);
    Ok(html(&TechnicalPage {
        frame,
        file: format!("/evidence/{}/file", Evidence::id(&evidence)),
        draws: format!("/audits/{}/draws", evidence.audit()),
        as_of: summary.as_ref().and_then(|summary| summary.as_of).map(|day| words.date(day)),
        summary,
        unreadable,
        words,
    }))
}
