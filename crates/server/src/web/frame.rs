//! What is around every page: where one is, who one is, and the ways to everywhere else.

use assize_domain::Command;
use assize_domain::kernel::text::Sha256;
use assize_store::House;

use super::assets;
use super::form::Posted;
use super::pages::help;
use super::visitor::Visitor;
use super::words::{Language, Words};

/// A step on the way to a page.
#[derive(Clone, Debug)]
pub(crate) struct Crumb {
    /// Its words.
    pub(crate) label: String,
    /// Where it leads.
    pub(crate) href: String,
}

/// A place in the navigation.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// Its words.
    pub(crate) label: String,
    /// Where it leads.
    pub(crate) href: &'static str,
    /// Whether one is there.
    pub(crate) current: bool,
}

/// The auditing organization beside the name of the program.
#[derive(Clone, Debug)]
pub(crate) struct Sign {
    /// Its name.
    pub(crate) name: String,
    /// The address of its logo, where it has one; the address changes with the file.
    pub(crate) logo: Option<String>,
}

impl Sign {
    /// That of the organization whose store it is.
    pub(crate) fn of(house: &House) -> Self {
        let address = |sha256: &Sha256| {
            format!("/organization/logo?v={}", sha256.as_str().get(..12).unwrap_or_default())
        };
        Self { name: house.name.to_string(), logo: house.logo.as_ref().map(|(sha256, _)| address(sha256)) }
    }
}

/// What is around a page.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The title of the page.
    pub(crate) title: String,
    /// The tag of its language.
    pub(crate) lang: &'static str,
    /// The places to go; none for whoever is not signed in.
    pub(crate) places: Vec<Place>,
    /// The way here.
    pub(crate) crumbs: Vec<Crumb>,
    /// What the guide says about the page.
    pub(crate) help: Option<String>,
    /// Whose pages these are.
    pub(crate) sign: Option<Sign>,
    /// Who is signed in.
    pub(crate) who: Option<String>,
    /// Their id, where they are a person: scripts know by it whose page it is.
    pub(crate) person: Option<String>,
    /// Whether they came by the auditee's door: then it leads to nowhere else.
    pub(crate) at_door: bool,
    /// Whether it is a page of a field: then each says so, and leads to where one locks it and takes it home.
    pub(crate) in_field: bool,
    /// What was done on the way here.
    pub(crate) done: Option<String>,
    /// The page one is on, to come back to it.
    pub(crate) here: String,
    /// The other languages: their tags and their own names.
    pub(crate) languages: Vec<(&'static str, String)>,
    /// The addresses of style and script, which change with what is in them.
    pub(crate) style: String,
    /// Likewise.
    pub(crate) script: String,
}

/// The places of the navigation: the key of their words, and where they lead.
const PLACES: [(&str, &str); 9] = [
    ("nav-today", "/"),
    ("nav-programmes", "/programmes"),
    ("nav-audits", "/audits"),
    ("nav-findings", "/findings"),
    ("nav-people", "/people"),
    ("nav-auditees", "/auditees"),
    ("nav-catalogue", "/catalogue"),
    ("nav-methods", "/methods"),
    ("nav-records", "/records"),
];

impl Frame {
    /// The frame of a page of somebody signed in. `place` is where in the navigation it stands.
    pub(crate) fn of(visitor: &Visitor, place: &str, title: impl Into<String>) -> Self {
        let words = &visitor.words;
        let query = visitor.here.split_once('?').map(|(_, query)| query).unwrap_or_default();
        let places = PLACES
            .iter()
            .filter(|(_, href)| visitor.places.contains(href))
            .map(|(key, href)| Place { label: words.say(key), href, current: *href == place })
            .collect();
        let at_door = visitor.door().is_some();
        let home = Crumb { label: words.say("door-home"), href: "/door".to_owned() };
        let crumbs = if at_door && query_less(&visitor.here) != "/door" { vec![home] } else { Vec::new() };
        Self {
            places,
            sign: visitor.house.as_ref().map(Sign::of),
            who: Some(visitor.name.clone().unwrap_or_else(|| words.say("operator"))),
            person: visitor.person().map(|person| person.to_string()),
            help: (!at_door).then(|| help::about(visitor.here.split('?').next().unwrap_or_default())),
            at_door,
            in_field: visitor.in_field,
            crumbs,
            done: done(words, &Posted::read(query.as_bytes())),
            here: visitor.here.clone(),
            ..Self::outside(words, &title.into())
        }
    }

    /// The frame of a page that needs nobody signed in.
    pub(crate) fn outside(words: &Words, title: &str) -> Self {
        let others = Language::ALL.into_iter().filter(|language| *language != words.language);
        Self {
            title: title.to_owned(),
            lang: words.language.tag(),
            places: Vec::new(),
            crumbs: Vec::new(),
            help: None,
            sign: None,
            who: None,
            person: None,
            at_door: false,
            in_field: false,
            done: None,
            here: "/".to_owned(),
            languages: others
                .map(|language| (language.tag(), Words::new(language, "UTC").say("language-name")))
                .collect(),
            style: assets::address("assize.css"),
            script: assets::address("assize.js"),
        }
    }

    /// Whether what cannot be sent is kept in the browser, and papers that were open: for a person, with an account, at the house's own pages. In
    /// the field nothing is kept outside of what is encrypted.
    pub(crate) const fn keeps(&self) -> bool {
        self.person.is_some() && !self.at_door && !self.in_field
    }

    /// The same, with a step more on the way to the page.
    pub(crate) fn under(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        // Where the way would lead, whoever came by the auditee's door does not get.
        if !self.at_door {
            self.crumbs.push(Crumb { label: label.into(), href: href.into() });
        }
        self
    }
}

fn query_less(path: &str) -> &str {
    path.split('?').next().unwrap_or_default()
}

/// What was done on the way to a page: a command's name and the number of its last entry in the journal.
fn done(words: &Words, query: &Posted) -> Option<String> {
    let name = query.one("done").filter(|name| Command::NAMES.contains(name))?;
    let what = words.command_done(name);
    match query.one("seq").and_then(|seq| seq.parse::<i64>().ok()) {
        Some(seq) => Some(words.with2("done-with-entry", "what", what, "seq", seq.to_string())),
        None => Some(what),
    }
}
