//! A picture on a page, with the table that says the same under it.

use askama::Template;
use assize_pictures::{Dates, Figure, Ink, Page, Table};

use super::assets;
use super::words::{Language, Words};

/// A picture as a page shows it. In a template: `{{ picture|safe }}`, and in its block `head` a link to [`style`].
#[derive(Template)]
#[template(path = "picture.html")]
pub(crate) struct Picture {
    words: Words,
    svg: String,
    table: Table,
}

impl Picture {
    /// The page that a picture is drawn for; `prefix` is its own among those of its page.
    pub(crate) fn page(prefix: &str) -> Page {
        Page { ink: Ink::Web, prefix: prefix.to_owned() }
    }

    /// A picture that was drawn.
    pub(crate) fn of(words: &Words, figure: Figure) -> Self {
        Self { words: words.clone(), svg: figure.svg, table: figure.table }
    }
}

/// How a picture writes its days: as the page does.
pub(crate) fn dates(words: &Words) -> Dates {
    match words.language {
        Language::English => {
            Dates::Named((1..=12).map(|month: u8| words.month(&month.to_string())).collect())
        }
        Language::German => Dates::Numbered,
    }
}

/// The address of the pictures' style, for the head of a page that shows one.
pub(crate) fn style() -> String {
    assets::address("pictures.css")
}
