//! Audits in the formats of other programs, out and in. What is written is read from the records and nothing else, so that anybody gets the same
//! file from them.
//!
//! - [`oscal`]: the plan, the results, the corrective actions and the Statement of Applicability as OSCAL;
//! - [`claims`]: what others say, out of their checklists, registers and OSCAL files;
//! - [`calendar`]: sessions and due dates as iCalendar;
//! - [`table`]: lists as XLSX, CSV and JSON Lines.

pub mod calendar;
pub mod claims;
pub mod oscal;
pub mod table;
