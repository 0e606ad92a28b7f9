//! Audit trails: tests in an order in which one sampled case can be followed through the organization.

use serde::Serialize;

use crate::id::{TestId, TrailId};

/// One step of a trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrailStep {
    /// The test to carry out on the case.
    pub test: TestId,
    /// What of the case to take to this step: a name, a date, the number of a ticket.
    pub carry: String,
}

/// A named audit trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trail {
    /// Its id, stable for ever.
    pub id: TrailId,
    /// The question it answers.
    pub title: String,
    /// What one case is, and how to choose it.
    pub case: String,
    /// What the trail shows that its tests by themselves do not.
    pub about: String,
    /// Its steps, in the order in which they are gone.
    pub steps: Vec<TrailStep>,
}
