//! Audits in the formats of other programs. What is written is read from the records and nothing else, so that anybody gets the same
//! file from them.
//!
//! - [`oscal`]: the plan, the results, the corrective actions and the Statement of Applicability as OSCAL;
//! - [`calendar`]: sessions and due dates as iCalendar;
//! - [`table`]: lists as XLSX, CSV and JSON Lines.

pub mod calendar;
pub mod oscal;
pub mod table;
