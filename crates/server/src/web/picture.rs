//! A picture on a page, with the table that says the same under it.

use askama::Template;
use assize_pictures::{Figure, Ink, Page, Table};

use super::assets;
use super::words::Words;

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

/// The address of the pictures' style, for the head of a page that shows one.
pub(crate) fn style() -> String {
    assets::address("pictures.css")
}
