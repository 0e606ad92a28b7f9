//! A trail: its steps through the audit tests.

use askama::Template;
use assize_catalogue::{Trail, TrailId};
use assize_domain::kernel::said::say;
use assize_domain::{AnyRecord, Key, Kind};
use axum::response::Response;

use super::{test_href, trail_href};
use crate::app::App;
use crate::problem::Fault;
use crate::query::short;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::library::{entries, library};
use crate::web::pages::act_href;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// A step of a trail.
struct Step {
    title: String,
    href: String,
    carry: String,
}

#[derive(Template)]
#[template(path = "catalogue_trail.html")]
struct TrailPage {
    frame: Frame,
    words: Words,
    case: String,
    about: String,
    steps: Vec<Step>,
    minutes: i64,
    standing: String,
    record: Option<String>,
    retire: Option<String>,
    /// Whether its texts are those of the built-in catalogue, which are English.
    built_in: bool,
}

pub(super) async fn trail_page(app: &App, visitor: &Visitor, trail: &str) -> Result<Response, Fault> {
    let library = library()?;
    let words = &visitor.words;
    let versions = app.store.trail_glances().await?.remove(trail).unwrap_or_default();
    let in_use = versions.iter().find(|(_, is_retired)| !is_retired).or_else(|| versions.first());
    let offered = trail.parse::<TrailId>().ok().and_then(|id| library.catalogue.trail(&id));
    let found = match (offered, in_use) {
        (Some(trail), _) => trail.clone(),
        (None, Some((record, _))) => own_trail(app, record).await?,
        (None, None) => {
            return Err(Fault::not_found(say!("there is no trail `{trail}`", trail = short(trail))));
        }
    };
    let entries = entries(library, &app.store.test_glances(None).await?);
    let entry = |step: &assize_catalogue::TrailStep| entries.get(step.test.as_str());
    let steps = found.steps.iter().map(|step| Step {
        title: entry(step).map_or_else(|| step.test.as_str().to_owned(), |entry| entry.title.clone()),
        href: test_href(step.test.as_str()),
        carry: step.carry.clone(),
    });
    let here = trail_href(trail);
    let retire = in_use.filter(|(_, is_retired)| !is_retired);
    Ok(html(&TrailPage {
        frame: Frame::of(visitor, "/catalogue", found.title.clone())
            .under(words.say("nav-catalogue"), "/catalogue"),
        words: words.clone(),
        steps: steps.collect(),
        minutes: found.steps.iter().filter_map(entry).map(|entry| entry.minutes).sum(),
        standing: words.say(match in_use {
            None => "library-offered",
            Some((_, true)) => "library-retired",
            Some((_, false)) => "library-adopted",
        }),
        record: in_use.map(|(record, _)| format!("/records/audit_trail/{record}")),
        retire: retire.map(|(record, _)| act_href("trail.retire", &[("audit_trail", record)], &here)),
        case: found.case,
        about: found.about,
        built_in: offered.is_some(),
    }))
}

/// A trail that the store has and the built-in catalogue does not.
async fn own_trail(app: &App, record: &str) -> Result<Trail, Fault> {
    let missing = || Fault::not_found("the trail was erased meanwhile");
    let key = Key { kind: Kind::AuditTrail, id: record.parse().map_err(|_| missing())? };
    match app.store.record(key).await?.map(|found| found.record) {
        Some(AnyRecord::AuditTrail(trail)) => Ok(Trail {
            id: trail.trail().as_str().parse().map_err(Fault::internal)?,
            title: trail.title().to_string(),
            case: trail.case().to_string(),
            about: trail.about().to_string(),
            steps: trail
                .steps()
                .iter()
                .filter_map(|step| {
                    let test = step.test.as_str().parse().ok()?;
                    Some(assize_catalogue::TrailStep { test, carry: step.carry.to_string() })
                })
                .collect(),
        }),
        _ => Err(missing()),
    }
}
