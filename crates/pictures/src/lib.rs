//! Pictures of audits as SVG, each with the table that says the same.
//!
//! A picture is a plain struct of numbers and of labels that are already translated; this crate holds no words of its own. Its method
//! `figure` gives a [`Figure`]: the SVG, and a [`Table`] that says everything that the picture shows. The web pages draw with
//! [`Ink::Web`] (classes, for the [`stylesheet`]), documents with [`Ink::Print`] (attributes). A picture is 640 units wide: on a column
//! of 16 cm its text is set in 8.5 points.
//!
//! - Nothing is shown by colour alone: shape, texture or a word stands beside it.
//! - A picture is bounded by the named limits of its module. What they leave out is counted in the picture and stands in the table.
//! - A label that is too long for its place is cut with an ellipsis and stands whole in a `<title>` beside it.
//! - Labels may hold anything: they are escaped, and signs that XML does not allow are replaced.

mod canvas;
mod day;
mod figure;
mod grade;
mod key;
mod label;
mod paint;
mod scale;

pub mod ageing;
pub mod calendar;
pub mod competence;
pub mod coverage;
pub mod evaluations;
pub mod pareto;
pub mod progress;
pub mod risk;
pub mod sites;
pub mod timeline;
pub mod validity;

pub use day::{Dates, Day};
pub use figure::{Caption, Figure, Ink, Page, Table};
pub use grade::{Grade, GradeWords};
pub use paint::stylesheet;

pub use ageing::Ageing;
pub use calendar::Calendar;
pub use competence::CompetenceMatrix;
pub use coverage::Coverage;
pub use evaluations::Evaluations;
pub use pareto::Pareto;
pub use progress::Progress;
pub use risk::RiskMatrix;
pub use sites::SiteMap;
pub use timeline::Timeline;
pub use validity::Validity;
