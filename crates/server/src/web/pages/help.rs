//! The guide inside the application: the texts of `docs/guide`, opened at what a page is about.

use std::sync::LazyLock;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::problem::Fault;
use crate::web::assets;
use crate::web::frame::Frame;
use crate::web::guard::html;
use crate::web::pictures::GuidePicture;
use crate::web::visitor::Visitor;
use crate::web::words::{Language, Words};

macro_rules! guide {
    ($( $name:literal ),+ $(,)?) => {
        [ $( ($name, include_str!(concat!("../../../../../docs/guide/", $name, ".md"))) ),+ ]
    };
}

/// The texts: the first says what the others are for.
const TEXTS: [(&str, &str); 7] = guide!(
    "README",
    "programme-manager",
    "auditor",
    "field",
    "auditee",
    "certification-body",
    "administrator"
);

/// What a page is about: the parts of its address, `*` for any, and a heading of the guide. The first that fits is taken.
const ABOUT: [(&str, &str); 34] = [
    ("programmes/*/tables", "programme-manager#planning-audits"),
    ("audits/*/tables", "auditor#editing-a-table-outside"),
    ("people/*/calendar", "programme-manager#teams"),
    ("people/tables", "programme-manager#teams"),
    ("audits/*/field", "field"),
    ("programmes/*/files", "auditor#taking-an-audit-out"),
    ("programmes/new", "programme-manager#a-first-programme"),
    ("programmes/*/coverage", "programme-manager#coverage"),
    ("programmes/*/risks", "programme-manager#the-programme-s-own-risks"),
    ("programmes/*/review", "programme-manager#monitoring-and-review"),
    ("programmes/*/plan", "programme-manager#planning-audits"),
    ("programmes/*/staffing", "programme-manager#teams"),
    ("programmes/*/policy", "programme-manager#teams"),
    ("programmes", "programme-manager"),
    ("audits/*/files", "auditor#taking-an-audit-out"),
    ("statements/*/files", "auditor#taking-an-audit-out"),
    ("audits/*/team", "programme-manager#teams"),
    ("audits/*/documents", "auditor#documents"),
    ("audits/*/plan", "auditor#the-plan"),
    ("audits/*/desk", "auditor#the-desk"),
    ("audits/*/draws", "auditor#samples"),
    ("draws", "auditor#samples"),
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

#[derive(Template)]
#[template(path = "guide_picture.html")]
struct PictureHtml<'p> {
    src: String,
    said: &'p str,
    size: Option<(u32, u32)>,
}

/// A picture as the page shows it, with what it shows in words; nothing where there is no such picture.
fn picture(address: &str, said: &str) -> String {
    let name = address.rsplit('/').next().unwrap_or_default();
    let Some(picture) = GuidePicture::named(name) else { return String::new() };
    let shown = PictureHtml { src: assets::address(name), said, size: picture.size() };
    shown.render().unwrap_or_else(|error| {
        tracing::error!(%error, "a picture cannot be written");
        String::new()
    })
}

/// Puts each picture of a text, with the words within it, as this page shows it.
fn with_pictures(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut shown = Vec::with_capacity(events.len());
    let mut within: Option<(String, String)> = None;
    for event in events {
        match (event, &mut within) {
            (Event::Start(Tag::Image { dest_url, .. }), _) => {
                within = Some((dest_url.to_string(), String::new()))
            }
            (Event::End(TagEnd::Image), Some((address, said))) => {
                shown.push(Event::InlineHtml(CowStr::from(picture(address, said))));
                within = None;
            }
            (Event::Text(text) | Event::Code(text), Some((_, said))) => said.push_str(&text),
            (Event::SoftBreak | Event::HardBreak, Some((_, said))) => said.push(' '),
            (_, Some(_)) => {}
            (event, None) => shown.push(event),
        }
    }
    shown
}

/// Puts each table of a text in a region that scrolls, named by the heading that it stands under.
fn with_tables(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut shown = Vec::with_capacity(events.len());
    let mut heading = String::new();
    for event in events {
        if let Event::Start(Tag::Heading { id: Some(id), .. }) = &event {
            heading = id.to_string();
        }
        if let Event::Start(Tag::Table(_)) = &event {
            let region = format!(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{heading}\">\n"
            );
            shown.push(Event::Html(CowStr::from(region)));
        }
        let is_end = matches!(event, Event::End(TagEnd::Table));
        shown.push(event);
        if is_end {
            shown.push(Event::Html(CowStr::from("</div>\n")));
        }
    }
    shown
}

/// Sets a text: its title by itself, headings with ids, links to other texts as addresses here, pictures as files of this build.
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
    pulldown_cmark::html::push_html(&mut html, with_tables(with_pictures(events)).into_iter());
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
    fn each_picture_is_shown_once_or_more_and_says_what_it_shows() {
        let mut shown = Vec::new();
        for (name, text) in TEXTS {
            let mut parser = Parser::new(text);
            while let Some(event) = parser.next() {
                let Event::Start(Tag::Image { dest_url, .. }) = event else { continue };
                let file = dest_url.strip_prefix("pictures/").unwrap_or_else(|| panic!("{name}: {dest_url}"));
                assert!(GuidePicture::named(file).is_some(), "{name}: there is no picture {file}");
                let said: String = parser
                    .by_ref()
                    .take_while(|event| !matches!(event, Event::End(TagEnd::Image)))
                    .map(|event| if let Event::Text(text) = event { text.to_string() } else { String::new() })
                    .collect();
                assert!(said.len() > 20, "{name}: {file} says only `{said}`");
                shown.push(file.to_owned());
            }
        }
        for picture in crate::web::pictures::GUIDE_PICTURES {
            assert!(shown.iter().any(|name| name == picture.name), "{} is in no text", picture.name);
        }
        let html: String = GUIDES.iter().map(|guide| guide.html.as_str()).collect();
        assert_eq!(html.matches("<img ").count(), shown.len());
        assert_eq!(html.matches(" loading=\"lazy\"").count(), shown.len());
    }

    #[test]
    fn a_picture_that_is_not_there_is_not_shown_and_what_is_said_is_escaped() {
        assert_eq!(picture("pictures/none.webp", "nothing"), "");
        let events: Vec<Event<'_>> = Parser::new("Before ![\"A\" & B](pictures/none.webp) after").collect();
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, with_pictures(events).into_iter());
        assert_eq!(html, "<p>Before  after</p>\n");
        let shown = PictureHtml { src: "/x.webp".to_owned(), said: "A \"B\" & <C>", size: Some((7, 5)) };
        let shown = shown.render().unwrap();
        assert!(!shown.contains("<C>") && !shown.contains("\"B\""), "{shown}");
        assert!(shown.contains("width=\"7\" height=\"5\""), "{shown}");
    }

    #[test]
    fn the_closest_page_is_found() {
        assert_eq!(about("/audits/7/desk"), "/help/auditor#the-desk");
        assert_eq!(about("/audits/7"), "/help/auditor#the-path-of-an-audit");
        assert_eq!(about("/"), "/help");
    }
}
