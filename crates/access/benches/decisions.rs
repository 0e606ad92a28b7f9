//! What a decision costs: `cargo bench -p assize-access`.
//!
//! A run fails when the benchmark is broken, never because a machine was slow.

use std::hint::black_box;
use std::time::Instant;

use assize_access::{Action, Asked, decide, kinds};
use assize_domain::access::Role;

/// How often each question is asked.
const ROUNDS: u32 = 50;

fn main() {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let begun = Instant::now();
    let asked = Asked {
        action: Action::See,
        kind: "finding",
        roles: &[Role::Leader],
        operator: false,
        released: false,
        classification: None,
    };
    black_box(decide(&asked));
    println!("the first decision, with the reading of the policies: {:?}", begun.elapsed());
    for (name, roles) in [
        ("no role", &[][..]),
        ("one role", &[Role::Auditor][..]),
        ("three roles", &[Role::Administrator, Role::ProgrammeManager, Role::Leader][..]),
    ] {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let begun = Instant::now();
            let mut decisions = 0_u32;
            for kind in kinds() {
                for action in Action::ALL {
                    black_box(decide(&Asked { action: *action, kind, roles, ..asked.clone() }));
                    decisions += 1;
                }
            }
            times.push(begun.elapsed() / decisions.max(1));
        }
        times.sort_unstable();
        println!(
            "a decision for {name}: {:?} in the middle",
            times.get(times.len() / 2).copied().unwrap_or_default()
        );
    }
}
