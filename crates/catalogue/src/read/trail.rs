//! Reading audit trails.

use std::collections::BTreeSet;

use assize_domain::kernel::said::say;

use super::Read;
use super::row::Row;
use crate::id::{TestId, TrailId};
use crate::limits::{ENTRY_CHARS, OBJECTIVE_CHARS, TITLE_CHARS, TRAIL_STEPS, TRAILS_MAX};
use crate::trail::{Trail, TrailStep};

/// Every trail of a file.
pub(super) fn all(head: &Row<'_>, read: &mut Read) {
    for row in head.rows("trail", &(1..=TRAILS_MAX)) {
        let trail = trail(&row, read);
        row.done();
        read.trails.extend(trail.map(|trail| (row.place.clone(), trail)));
    }
}

fn trail(row: &Row<'_>, read: &mut Read) -> Option<Trail> {
    let id: Option<TrailId> = row.parsed("id");
    let title = row.prose("title", &TITLE_CHARS);
    let case = row.prose("case", &ENTRY_CHARS);
    let about = row.prose("about", &OBJECTIVE_CHARS);
    let mut steps = Vec::new();
    let mut seen = BTreeSet::new();
    for step in row.rows("steps", &TRAIL_STEPS) {
        let test: Option<TestId> = step.parsed("test");
        let carry = step.prose("carry", &ENTRY_CHARS);
        step.done();
        let Some(test) = test else { continue };
        read.links.push((step.place.clone(), test.clone()));
        if !seen.insert(test.clone()) {
            step.fault("test", say!("the trail goes to `{test}` twice", test), "make one step of the two");
        }
        steps.extend(carry.map(|carry| TrailStep { test, carry }));
    }
    Some(Trail { id: id?, title: title?, case: case?, about: about?, steps })
}
