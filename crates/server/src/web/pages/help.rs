//! The guide inside the application: the texts of `docs/guide`, opened at what a page is about.

use std::sync::LazyLock;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::problem::Fault;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::visitor::Visitor;
use crate::web::words::{Language, Words};

macro_rules! guide {
    ($( $name:literal ),+ $(,)?) => {
        [ $( ($name, include_str!(concat!("../../../../../docs/guide/", $name, ".md"))) ),+ ]
    };
}

/// The texts: the first says what the others are for.
const TEXTS: [(&str, &str); 6] =
    guide!("README", "programme-manager", "auditor", "auditee", "certification-body", "administrator");

/// What a page is about: the parts of its address, `*` for any, and a heading of the guide. The first that fits is taken.
const ABOUT: [(&str, &str); 22] = [
    ("programmes/new", "programme-manager#a-first-programme"),
    ("programmes/*/coverage", "programme-manager#coverage"),
    ("programmes/*/risks", "programme-manager#the-programme-s-own-risks"),
    ("programmes/*/review", "programme-manager#monitoring-and-review"),
    ("programmes/*/plan", "programme-manager#planning-audits"),
    ("programmes", "programme-manager"),
    ("audits/*/team", "programme-manager#teams"),
    ("audits/*/documents", "auditor#documents"),
    ("audits/*/plan", "auditor#the-plan"),
    ("audits/*/desk", "auditor#the-desk"),
    ("audits/*/findings", "auditor#findings"),
    ("audits/*/report", "auditor#conclusions-and-the-report"),
    ("audits", "auditor#the-path-of-an-audit"),
    ("findings/*", "auditor#following-up"),
    ("findings", "auditor#findings"),
    ("catalogue", "auditor#the-catalogue"),
    ("methods", "auditor#samples"),
    ("people/*/rights", "administrator#who-may-see-and-do-what"),
    ("access", "administrator#who-may-see-and-do-what"),
    ("settings", "administrator#where-things-are"),
    ("records/verify", "administrator#verify"),
    ("records/retention", "administrator#retention-and-erasure"),
];

/// A page of the guide.
struct Guide {
    name: &'static str,
    title: String,
    html: String,
}

static GUIDES: LazyLock<Vec<Guide>> =
    LazyLock::new(|| TEXTS.iter().map(|(name, text)| guide(name, text)).collect());

/// The address of what the guide says about a page.
pub(crate) fn about(path: &str) -> String {
    let fits = |pattern: &str| {
        let mut parts = path.trim_start_matches('/').split('/');
        pattern.split('/').all(|want| parts.next().is_some_and(|part| want == "*" || want == part))
    };
    let found = ABOUT.iter().find(|(pattern, _)| fits(pattern));
    found.map_or_else(|| "/help".to_owned(), |(_, place)| format!("/help/{place}"))
}

#[derive(Template)]
#[template(path = "help.html")]
struct HelpPage {
    frame: Frame,
    words: Words,
    /// Whether the guide is in another language than the page.
    is_foreign: bool,
    /// Every page: its title, its address, whether it is this one.
    guides: Vec<(&'static str, String, bool)>,
    html: &'static str,
}

/// `GET /help`.
pub(crate) async fn first(visitor: Visitor) -> Result<Response, Fault> {
    show(&visitor, "README")
}

/// `GET /help/{name}`.
pub(crate) async fn one(visitor: Visitor, Path(name): Path<String>) -> Result<Response, Fault> {
    show(&visitor, &name)
}

fn show(visitor: &Visitor, name: &str) -> Result<Response, Fault> {
    let guide = GUIDES.iter().find(|guide| guide.name == name);
    let guide = guide.ok_or_else(|| Fault::not_found("the guide has no such page"))?;
    let words = visitor.words.clone();
    let address = |name: &str| if name == "README" { "/help".to_owned() } else { format!("/help/{name}") };
    Ok(html(&HelpPage {
        frame: Frame::of(visitor, "/help", guide.title.clone()),
        is_foreign: words.language != Language::English,
        words,
        guides: GUIDES
            .iter()
            .map(|one| (one.title.as_str(), address(one.name), one.name == guide.name))
            .collect(),
        html: &guide.html,
    }))
}

/// Sets a text: its title by itself, headings with ids, links to other texts as addresses here.
fn guide(name: &'static str, text: &str) -> Guide {
    let mut events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    let title = events.iter().skip(1).find_map(|event| match event {
        Event::Text(text) => Some(text.to_string()),
        _ => None,
    });
    // The title stands above, as that of the page.
    let end = events.iter().position(|event| matches!(event, Event::End(TagEnd::Heading(HeadingLevel::H1))));
    events.drain(..end.map_or(0, |end| end + 1));
    let said: Vec<String> = events
        .windows(2)
        .map(|pair| match pair {
            [Event::Start(Tag::Heading { .. }), Event::Text(text)] => slug(text),
            _ => String::new(),
        })
        .collect();
    for (event, said) in events.iter_mut().zip(said) {
        match event {
            Event::Start(Tag::Heading { id, .. }) => *id = Some(CowStr::from(said)),
            Event::Start(Tag::Link { dest_url, .. }) => {
                if let Some(other) = dest_url.strip_suffix(".md") {
                    *dest_url = CowStr::from(format!("/help/{other}"));
                }
            }
            _ => {}
        }
    }
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events.into_iter());
    Guide { name, title: title.unwrap_or_default(), html }
}

/// A heading as an id.
fn slug(heading: &str) -> String {
    let words = heading.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_are_about_stands_in_the_guide() {
        for (pattern, place) in ABOUT {
            let (name, heading) = place.split_once('#').unwrap_or((place, ""));
            let guide = GUIDES.iter().find(|guide| guide.name == name);
            let has = guide
                .is_some_and(|guide| heading.is_empty() || guide.html.contains(&format!("id=\"{heading}\"")));
            assert!(has, "{pattern}: {place}");
        }
    }

    #[test]
    fn the_texts_lead_to_each_other_and_each_has_a_title() {
        for guide in &*GUIDES {
            assert!(!guide.title.is_empty() && !guide.html.contains("<h1"), "{}", guide.name);
            for link in guide.html.split("href=\"/help/").skip(1) {
                let name = link.split('"').next().unwrap_or_default();
                assert!(GUIDES.iter().any(|other| other.name == name), "{}: {name}", guide.name);
            }
        }
    }

    #[test]
    fn the_closest_page_is_found() {
        assert_eq!(about("/audits/7/desk"), "/help/auditor#the-desk");
        assert_eq!(about("/audits/7"), "/help/auditor#the-path-of-an-audit");
        assert_eq!(about("/"), "/help");
    }
}
