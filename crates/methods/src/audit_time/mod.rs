//! Audit time: from persons, changes and shares to days, every step shown.
//!
//! A reckoning is carried exactly to its end and rounded once, by the policy given; a result that does not end as a decimal is printed as
//! a fraction in lowest terms (`5/3`). What a scheme sets stands in tables with their sources ([`tables`]), and an auditing organization
//! gives its own in their place. A decision that the scheme wants a reason for is reckoned without one too, and the place of the missing
//! reason is listed in `reasons_missing`, so that whoever records it can ask for it.

pub mod tables;

pub mod persons;

pub mod factors;

pub mod adjust;

pub mod rounding;

pub mod shares;

pub mod single;

pub mod sites;

pub mod integrated;

pub mod internal;

pub mod shorthand;

mod working;

#[cfg(test)]
mod tests;
