//! Search: whatever the record has, by its words, each with its place.

use askama::Template;
use assize_access::Action;
use assize_domain::Kind;
use assize_store::{Found, PAGE_ROWS_MAX, Reach, SEARCHED};
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::href;
use crate::access::Asker;
use crate::app::App;
use crate::problem::Fault;
use crate::web::form::Posted;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::Words;

/// How many of each kind are shown at first.
const FEW: usize = 6;
/// How many of a kind are shown where it is looked at alone.
const MANY: usize = 60;
/// The longest search that is made.
const CHARS_MAX: usize = 200;

/// What was found of a kind.
struct Group {
    title: String,
    id: &'static str,
    hits: Vec<Hit>,
    /// Where more of the kind is shown.
    more: Option<String>,
    /// Whether there is more than can be shown.
    cut: bool,
}

/// Something found.
struct Hit {
    name: String,
    href: String,
    place: String,
    word: Option<String>,
    grade: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    frame: Frame,
    words: Words,
    asked: String,
    groups: Vec<Group>,
    /// Where every kind is shown, where one alone is looked at.
    all: Option<String>,
}

/// `GET /search?q=&in=`.
pub(crate) async fn page(State(app): State<App>, visitor: Visitor, uri: Uri) -> Result<Response, Fault> {
    let query = Posted::read(uri.query().unwrap_or_default().as_bytes());
    let asked: String = query.one("q").unwrap_or_default().trim().chars().take(CHARS_MAX).collect();
    let only: Option<Kind> = query.one("in").and_then(|kind| kind.parse().ok());
    let only = only.filter(|kind| SEARCHED.contains(kind));
    let words = visitor.words.clone();
    let mut groups = Vec::new();
    for kind in SEARCHED.into_iter().filter(|kind| only.is_none_or(|only| only == *kind)) {
        let shown = if only.is_some() { MANY } else { FEW };
        let found = found(&app, &visitor.asker, kind, &asked, shown + 1).await?;
        if !found.is_empty() {
            groups.push(group(&words, kind, &asked, found, shown, only.is_some()));
        }
    }
    let all = only.map(|_| address(&asked, None));
    let title = if asked.is_empty() {
        words.say("search")
    } else {
        words.with("search-for", "asked", asked.as_str())
    };
    Ok(html(&SearchPage { frame: Frame::of(&visitor, "/search", title), words, asked, groups, all }))
}

/// What is found of a kind and may be shown; of a document a passage is shown, which only who may open it reads.
async fn found(app: &App, asker: &Asker, kind: Kind, asked: &str, len: usize) -> Result<Vec<Found>, Fault> {
    let reach = asker.reach(kind).await?;
    let narrowed = *reach == Reach::All
        || matches!(kind, Kind::Audit | Kind::Finding | Kind::AuditTest | Kind::Paper | Kind::Note);
    // What is narrowed in the store already is read as far as it is shown; the rest is looked at one by one.
    let rows_max = if narrowed { i64::try_from(len).unwrap_or(i64::MAX) } else { PAGE_ROWS_MAX };
    let found = app.store.search(&reach, kind, asked, rows_max).await?;
    let action = if kind == Kind::Evidence { Action::Open } else { Action::See };
    let mut open = Vec::with_capacity(len);
    for one in found {
        if open.len() == len {
            break;
        }
        if asker.may(action, one.key).await? {
            open.push(one);
        }
    }
    Ok(open)
}

fn address(asked: &str, kind: Option<Kind>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("q", asked);
    if let Some(kind) = kind {
        query.append_pair("in", kind.word());
    }
    format!("/search?{}", query.finish())
}

fn group(words: &Words, kind: Kind, asked: &str, found: Vec<Found>, shown: usize, alone: bool) -> Group {
    let more = found.len() > shown;
    Group {
        title: words.kinds(kind),
        id: kind.word(),
        hits: found.into_iter().take(shown).map(|found| hit(words, found)).collect(),
        more: (more && !alone).then(|| address(asked, Some(kind))),
        cut: more && alone,
    }
}

fn hit(words: &Words, found: Found) -> Hit {
    let state_of = match found.key.kind {
        Kind::Audit => "AuditState",
        Kind::Finding => "FindingState",
        Kind::Paper => "PaperState",
        Kind::Note => "NoteMethod",
        _ => "AuditeeKind",
    };
    let grade = found.grade.map(|grade| {
        let word = match grade.as_str() {
            "opportunity_for_improvement" | "good_practice" | "nonconformity" => {
                words.word("FindingKind", &grade)
            }
            _ => words.with("finding-of-grade", "grade", grade.as_str()),
        };
        (grade, word)
    });
    // A passage is cut out of its text, and says so.
    let place = match found.key.kind {
        Kind::Evidence | Kind::Note => format!("… {} …", found.place),
        _ => found.place,
    };
    Hit {
        name: found.name,
        href: href(found.on.unwrap_or(found.key)),
        place,
        word: found.word.map(|word| words.word(state_of, &word)),
        grade,
    }
}
