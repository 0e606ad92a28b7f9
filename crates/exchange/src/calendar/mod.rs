//! Sessions, schedules and due dates as iCalendar (RFC 5545).
//!
//! An event has the same `UID` in every file and every feed, and a `SEQUENCE` that rises with the version of the plan: a calendar that took the
//! event in before changes it. What is no longer held is sent as cancelled, not left out, or it would stay in the calendars. A session has its
//! times in the zone of its place, with a `VTIMEZONE` of how the clocks there stand over the events; without a zone they are in UTC. The
//! description has the time at the place too.

mod gather;
mod write;
mod zones;

pub use gather::{audit_events, planned_events, released_events};
pub use write::write;

use assize_domain::kernel::record::Key;
use assize_domain::kernel::text::Zone;
use assize_domain::kernel::time::{Date, Timestamp};

/// What a file or a feed says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// What it is called.
    pub name: String,
    /// When it was made.
    pub at: Timestamp,
    /// What is in it.
    pub events: Vec<Event>,
}

/// Something that happens, or is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The id that it has everywhere.
    pub uid: String,
    /// The record that it is of; none of something that is no longer there.
    pub of: Option<Key>,
    /// When it was changed; when the calendar was made, where that is not known.
    pub changed: Option<Timestamp>,
    /// Rises with each change.
    pub sequence: u32,
    /// What it is.
    pub title: String,
    /// More about it; lines are ended by line feeds.
    pub description: String,
    /// Where.
    pub place: Option<String>,
    /// When.
    pub when: When,
    /// The zone in whose clocks that is told; none where it is in UTC, or of whole days.
    pub zone: Option<Zone>,
    /// Whether it stands.
    pub status: Status,
    /// Who is there: name and address of mail.
    pub attendees: Vec<(String, Option<String>)>,
    /// Where it is shown: an address of the pages.
    pub url: Option<String>,
}

/// When something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From a time to a time.
    Time {
        /// Its beginning.
        from: Timestamp,
        /// Its end.
        to: Timestamp,
    },
    /// Whole days, the last among them. They do not make anybody busy.
    Days {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
}

/// Whether something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is not agreed yet.
    Tentative,
    /// It is held.
    Confirmed,
    /// It is not held.
    Cancelled,
}

/// The words of a calendar, in the language of its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Before the title of an audit's window.
    pub audit: String,
    /// What is due with a nonconformity: its acknowledgement.
    pub acknowledge: String,
    /// Correction, root cause and plan.
    pub plan: String,
    /// Implementation.
    pub implement: String,
    /// The check of effectiveness.
    pub check: String,
    /// An answer to a request for information.
    pub answer: String,
    /// Before the time at the place.
    pub local_time: String,
    /// Before the requirements of a session.
    pub requirements: String,
}
