//! What to audit when: units and criteria over the years of a programme, by risk, within the days there are.
//!
//! Each pair of unit and criterion gets a score from whole grades and weights that are data, and from it an interval. What is due in the
//! cycle is placed in two passes: first every pair once, so that everything is covered; then the further visits of the risky ones, in each
//! year the choice of greatest score that the days left allow, found exactly. A bound that no plan can pass is reckoned beside it, so that
//! the sheet says how far from the best the proposal can be.

pub mod inputs;

pub mod weights;

mod knapsack;

mod plan;

mod method;

pub use method::audit_extent;

#[cfg(test)]
mod tests;
