//! Sampling: how much is looked at, how it is drawn, and what it says of the rest.
//!
//! Whether a sample meets a risk is decided by [`law`] and [`gamma`], with enclosures that are refined until they tell.

pub mod attribute;

pub mod limit;

pub mod sequential;

pub mod stratified;

pub mod monetary;

pub mod sites;

mod site_choice;

pub mod frequency;

pub mod judgement;

pub mod population;

pub mod draw;

mod generator;

mod allocation;

mod checks;

mod walk;

mod law;

mod gamma;

mod enclosure;

pub use generator::ALGORITHM;
