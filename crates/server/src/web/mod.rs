//! The web application: pages over the same commands and queries as the API.
//!
//! A page is a question to the law or the store, a view made of the answer, and a template that shows it. A form names its controls by the
//! places of a command's fields and is sent to one address for all commands, [`act`]; what the law refuses comes back beside
//! the control it is about. Every text stands in the message files under `words/`, every picture is SVG made here, and nothing is asked of another host.

mod act;
mod act_files;
pub(crate) mod assets;
mod choices;
mod code;
mod first;
mod form;
mod frame;
pub(crate) mod guard;
pub(crate) mod library;
mod mapping;
mod pages;
mod picture;
mod pictures;
mod qr;
mod recent;
mod router;
pub(crate) mod sign_in;
mod signing;
mod upload;
pub(crate) mod visitor;
pub(crate) mod words;

pub(crate) use self::form::{Posted, Shape, Spoken};
pub(crate) use self::guard::bare;
pub(crate) use self::library::read_library;
pub(crate) use self::pages::field::{here as field_here, locked as field_locked};
pub(crate) use self::pages::href;
pub(crate) use self::pages::verify::Verifying;
pub(crate) use self::router::router;
pub(crate) use self::visitor::{accepted, is_quiet, session_of};
pub(crate) use self::words::{Language, Words};
