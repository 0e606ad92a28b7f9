//! The auditor's arithmetic: audit time, sampling, who audits what and when.
//!
//! Every method is pure and exact: what decides a result is reckoned in whole numbers and [`Ratio`]s, never in `f64`. A method
//! reads its inputs from JSON with every problem at its place, and gives a result and a [`Sheet`] that shows each step in words, so that a
//! reader can redo it by hand. [`METHODS`] lists them all once; the command line and the API offer what stands there.

mod faults;
pub mod method;

pub mod assign;
pub use assize_domain::kernel::ratio;

pub mod audit_time;

pub mod extent;

pub mod sampling;

pub use method::{METHODS, Method, Outcome, Sheet, Step};
pub use ratio::Ratio;
