//! Audits in the formats of other programs, out and in. What is written is read from the records and nothing else, so that anybody gets the same
//! file from them.
//!
//! - [`oscal`]: the plan, the results, the corrective actions and the Statement of Applicability as OSCAL;
//! - [`areas`]: areas of competence as people write them;
//! - [`columns`]: what the columns of a sheet mean, of any layout;
//! - [`claims`]: what others say, out of their checklists, registers and OSCAL files;
//! - [`lists`]: people and the parts of an auditee, out of lists of any layout;
//! - [`calendar`]: sessions and due dates as iCalendar;
//! - [`table`]: lists as XLSX, CSV and JSON Lines, and what came back of them.

pub mod areas;
pub mod calendar;
pub mod claims;
pub mod columns;
pub mod lists;
pub mod oscal;
pub mod table;
