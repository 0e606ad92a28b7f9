//! The policies say what their table says, and hold what must hold of any policies.
//!
//! `tests/matrix.csv` is every role by every kind by every action. `ASSIZE_RENEW=1` writes it anew; read what changed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::str::FromStr as _;

use assize_access::{Action, Asked, GROUPS, POLICIES, SCHEMA, SHELVES, decide, kinds, sentences};
use assize_domain::Kind;
use assize_domain::access::Role;
use assize_domain::words::Classification;
use cedar_policy::{PolicySet, Schema, ValidationMode, Validator};
use proptest::prelude::*;

fn may(
    roles: &[Role],
    action: Action,
    kind: &str,
    released: bool,
    classification: Option<Classification>,
) -> bool {
    decide(&Asked { action, kind, roles, operator: false, released, classification }).allowed
}

#[test]
fn the_policies_are_valid_by_their_schema() {
    let (schema, warnings) = Schema::from_cedarschema_str(SCHEMA).unwrap();
    assert_eq!(warnings.map(|warning| warning.to_string()).collect::<Vec<_>>(), Vec::<String>::new());
    let policies = PolicySet::from_str(POLICIES).unwrap();
    let found = Validator::new(schema).validate(&policies, ValidationMode::Strict);
    let errors: Vec<String> = found.validation_errors().map(ToString::to_string).collect();
    let warnings: Vec<String> = found.validation_warnings().map(ToString::to_string).collect();
    assert_eq!((errors, warnings), (Vec::new(), Vec::new()));
}

/// The names that the policies use under a type, as in `Group::"auditors"`.
fn used(of: &str) -> BTreeSet<&'static str> {
    let mark = format!("{of}::\"");
    let code = POLICIES.lines().filter(|line| !line.starts_with("//"));
    code.flat_map(|line| {
        line.match_indices(&mark)
            .map(|(at, _)| {
                let rest = &line[at + mark.len()..];
                &rest[..rest.find('"').unwrap()]
            })
            .collect::<Vec<_>>()
    })
    .collect()
}

#[test]
fn every_name_that_a_policy_uses_stands_for_something_and_every_set_is_used() {
    let groups: BTreeSet<&str> = GROUPS.iter().map(|(name, _)| *name).collect();
    let shelves: BTreeSet<&str> = SHELVES.iter().map(|(name, _)| *name).collect();
    assert_eq!(used("Group"), groups);
    assert_eq!(used("Shelf"), shelves);
    let roles: BTreeSet<&str> = Role::WORDS.iter().copied().collect();
    let known = roles.iter().copied().chain(["everyone", "operator"]).collect();
    assert!(used("Role").is_subset(&known), "{:?}", used("Role").difference(&known));
    let kinds: BTreeSet<&str> = kinds().collect();
    assert!(used("Kind").is_subset(&kinds), "{:?}", used("Kind").difference(&kinds));
    for (name, words) in GROUPS {
        assert!(words.iter().all(|word| roles.contains(word)), "{name}");
    }
    for (name, words) in SHELVES {
        assert!(words.iter().all(|word| kinds.contains(word)), "{name}");
    }
}

#[test]
fn every_policy_has_a_name_and_a_sentence_of_its_own() {
    let all = sentences();
    assert_eq!(all.len(), PolicySet::from_str(POLICIES).unwrap().num_of_policies());
    let ids: BTreeSet<&str> = all.iter().map(|one| one.id.as_str()).collect();
    let titles: BTreeSet<&str> = all.iter().map(|one| one.title.as_str()).collect();
    assert_eq!((ids.len(), titles.len()), (all.len(), all.len()));
    for one in all {
        assert!(one.title.ends_with('.') && one.title.len() > 30, "{}", one.title);
    }
    let first = POLICIES.find("@id(\"").map(|at| &POLICIES[at + 5..at + 13]);
    assert_eq!(first, Some(all[0].id.as_str()), "they stand in the order of the file");
}

#[test]
fn what_is_permitted_names_the_policy_that_permits_it_and_what_is_forbidden_the_one_that_forbids() {
    let ask = |roles: &[Role], action, kind| {
        decide(&Asked { action, kind, roles, operator: false, released: false, classification: None })
    };
    let led = ask(&[Role::Leader], Action::Lead, "audit");
    assert!(led.allowed);
    assert_eq!(led.because.len(), 1, "{led:?}");
    assert!(led.because[0].starts_with("The leader leads"), "{led:?}");
    let looked = ask(&[Role::Administrator], Action::Open, "finding");
    assert!(!looked.allowed);
    assert_eq!(looked.because.len(), 1, "{looked:?}");
    assert!(looked.because[0].starts_with("To look after the installation opens no audit"), "{looked:?}");
    let both = ask(&[Role::Administrator, Role::Auditor], Action::Open, "finding");
    assert!(both.allowed, "who audits, audits, whatever else they look after: {both:?}");
    assert!(!both.because.iter().any(|title| title.contains("opens no audit")), "{both:?}");
    let nothing = ask(&[], Action::Open, "finding");
    assert_eq!((nothing.allowed, nothing.because.len()), (false, 0));
    assert!(!ask(&[Role::Leader], Action::See, "no kind of record").allowed);
}

/// The kinds as the table has them: evidence once for each classification.
fn rows() -> Vec<(String, &'static str, Option<Classification>)> {
    let mut rows = Vec::new();
    for kind in kinds() {
        if kind == "evidence" {
            rows.extend(Classification::ALL.iter().map(|how| (format!("{kind} {how}"), kind, Some(*how))));
        } else {
            rows.push((kind.to_owned(), kind, None));
        }
    }
    rows
}

fn matrix() -> String {
    let mut text = format!("role,kind,{}\n", Action::WORDS.join(","));
    let everyone: (&str, &[Role], bool) = ("everyone", &[], false);
    let operator: (&str, &[Role], bool) = ("operator", &[], true);
    let roles = Role::ALL.chunks(1).map(|role| (role[0].word(), role, false));
    for (name, roles, operator) in [everyone, operator].into_iter().chain(roles) {
        for (row, kind, classification) in rows() {
            let cells: Vec<&str> = Action::ALL
                .iter()
                .map(|action| {
                    let ask = |released| {
                        let action = *action;
                        decide(&Asked { action, kind, roles, operator, released, classification }).allowed
                    };
                    match (ask(false), ask(true)) {
                        (true, true) => "yes",
                        (false, true) => "released",
                        (false, false) => "-",
                        (true, false) => panic!("what was released closes: {name} {action} {row}"),
                    }
                })
                .collect();
            text.push_str(&format!("{name},{row},{}\n", cells.join(",")));
        }
    }
    text
}

#[test]
fn every_role_by_every_kind_by_every_action_is_as_the_table_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matrix.csv");
    let now = matrix();
    if std::env::var("ASSIZE_RENEW").is_ok_and(|renew| renew == "1") {
        std::fs::write(&path, &now).unwrap();
    }
    let table = std::fs::read_to_string(&path).unwrap();
    let differ: Vec<(&str, &str)> =
        table.lines().zip(now.lines()).filter(|(table, now)| table != now).collect();
    assert!(differ.is_empty() && table.lines().count() == now.lines().count(), "{differ:#?}");
}

/// What is somebody's audit, and nobody else's business.
fn confidential(kind: &str) -> bool {
    let of_audit = SHELVES.iter().find(|(name, _)| *name == "of the audit").unwrap().1;
    of_audit.contains(&kind)
        || ["evidence", "programme", "planned_audit", "person", "appraisal", "relation", "auditee", "soa"]
            .contains(&kind)
        || ["certification", "complaint", "erasure", "access_grant", "journal"].contains(&kind)
}

#[test]
fn who_is_nothing_to_an_audit_sees_and_does_nothing_in_it() {
    for kind in kinds().filter(|kind| confidential(kind)) {
        for action in Action::ALL {
            for classification in Classification::ALL.iter().copied().map(Some).chain([None]) {
                assert!(!may(&[], *action, kind, true, classification), "{action} {kind}");
            }
        }
    }
}

#[test]
fn an_administrator_sees_nothing_of_an_audit_by_that() {
    for kind in
        kinds().filter(|kind| confidential(kind) && !["person", "access_grant", "erasure"].contains(kind))
    {
        for action in Action::ALL {
            assert!(
                !may(&[Role::Administrator], *action, kind, true, Some(Classification::Public)),
                "{action} {kind}"
            );
        }
    }
    assert!(may(&[Role::Administrator], Action::See, "person", false, None));
    assert!(!may(&[Role::Administrator], Action::Open, "person", false, None));
    assert!(!may(&[Role::Administrator], Action::Keep, "person", false, None));
}

#[test]
fn a_contact_of_the_auditee_sees_what_was_released_and_nothing_the_team_works_out() {
    let contact = [Role::AuditeeContact];
    for kind in ["plan", "finding", "report", "meeting", "info_request"] {
        assert!(may(&contact, Action::See, kind, true, None), "{kind}");
        assert!(!may(&contact, Action::See, kind, false, None), "{kind}");
    }
    for kind in ["paper", "note", "trail_case", "draw", "method_use", "message", "programme"] {
        assert!(!may(&contact, Action::See, kind, true, None), "{kind}");
    }
    for how in [Classification::Internal, Classification::Confidential, Classification::Restricted] {
        // What the auditee gave is released to it, whatever the team took is not.
        for action in [Action::See, Action::Open] {
            assert!(may(&contact, action, "evidence", true, Some(how)), "{how}");
            assert!(!may(&contact, action, "evidence", false, Some(how)), "{how}");
            assert!(!may(&[Role::Guide], action, "evidence", true, Some(how)), "{how}");
        }
        assert!(!may(&contact, Action::Audit, "evidence", true, Some(how)), "{how}");
    }
    assert!(
        may(&contact, Action::See, "audit", true, None) && !may(&contact, Action::Open, "audit", true, None)
    );
}

#[test]
fn whom_a_piece_of_evidence_opens_to_depends_on_how_sensitive_it_is() {
    use Classification::{Confidential, Internal, Public, Restricted};
    for (role, most) in [
        (Role::Leader, Some(Restricted)),
        (Role::ProgrammeManager, Some(Restricted)),
        (Role::Themself, Some(Restricted)),
        (Role::Auditor, Some(Confidential)),
        (Role::TechnicalExpert, Some(Confidential)),
        (Role::TechnicalReviewer, Some(Confidential)),
        (Role::DecisionMaker, Some(Confidential)),
        (Role::ComplaintHandler, Some(Confidential)),
        (Role::Observer, Some(Internal)),
        (Role::Reader, Some(Internal)),
        (Role::Guide, Some(Public)),
        (Role::AuditeeContact, Some(Public)),
        (Role::AuditClient, Some(Public)),
        (Role::Approver, None),
        (Role::Administrator, None),
    ] {
        for how in [Public, Internal, Confidential, Restricted] {
            let opens = may(&[role], Action::Open, "evidence", false, Some(how));
            assert_eq!(opens, most.is_some_and(|most| how <= most), "{role} {how}");
        }
    }
    // Nobody works with what they may not open, and evidence of which nothing is known opens to whom restricted evidence does.
    for role in Role::ALL {
        for how in Classification::ALL {
            let opens = may(&[*role], Action::Open, "evidence", false, Some(*how));
            assert!(opens || !may(&[*role], Action::Audit, "evidence", false, Some(*how)), "{role} {how}");
        }
        let unknown = may(&[*role], Action::Open, "evidence", false, None);
        assert_eq!(unknown, may(&[*role], Action::Open, "evidence", false, Some(Restricted)), "{role}");
    }
}

fn any_role() -> impl Strategy<Value = Role> {
    (0..Role::ALL.len()).prop_map(|n| Role::ALL[n])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_further_role_takes_nothing_away_and_what_is_more_restricted_permits_no_more(
        roles in prop::collection::vec(any_role(), 0..4),
        further in any_role(),
        action in 0..Action::ALL.len(),
        kind in 0..(Kind::ALL.len() + 2),
        released: bool,
        how in 0..4_usize,
        less in 0..4_usize,
    ) {
        let action = Action::ALL[action];
        let kind = kinds().nth(kind).unwrap();
        let how = Classification::ALL[how];
        let less = Classification::ALL[less.min(how as usize)];
        let now = may(&roles, action, kind, released, Some(how));
        let mut more = roles.clone();
        more.push(further);
        prop_assert!(!now || may(&more, action, kind, released, Some(how)));
        prop_assert!(!now || may(&roles, action, kind, released, Some(less)), "{how} permits what {less} does not");
        prop_assert!(!now || may(&roles, action, kind, true, Some(how)));
        // To know what is in something is to know that it is there.
        if action == Action::Open {
            prop_assert!(!now || may(&roles, Action::See, kind, released, Some(how)));
        }
    }
}
