//! Audits told as stories: a TOML file with people, a programme, an audit and what came of it, played through the same
//! commands that everybody gives, each by its person at its time.
//!
//! A [`Script`] turns the file into deeds in the order of their times; a [`Door`] carries them out: a store that is at
//! hand, or the JSON API of a server. The two cannot differ in what they may do, because both only give commands.

mod door;
mod fieldwork;
mod frame;
mod play;
mod script;
mod value;

pub use door::{Door, Refused, Trouble};
pub use play::{Played, Step, Stuck, play, prepare};
pub use script::{Deed, Script, What};
pub use value::{Malformed, read};
