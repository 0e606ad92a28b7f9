//! Who may give which right, and what a right is over.

use super::grants::{
    GRANT_ADMINISTRATOR, GRANT_LAST, GRANT_ONCE, GRANT_OVER, GRANT_PERIOD, GRANT_READING, GRANT_SELF,
    GRANT_STANDS,
};
use super::{
    AccessGrant, FIELDWORK, GiveAccess, GrantState, GrantedOver, GrantedRole, Role, Standing, Ties,
    WithdrawAccess,
};
use crate::audit::OpenAudit;
use crate::kernel::act::Actor;
use crate::kernel::id::{AuditId, GrantId, PersonId};
use crate::kernel::record::{Key, World};
use crate::kernel::refusal::Stop;
use crate::registry::{Event, Kind};
use crate::testing::{Bench, id, life, period, refused_at, refused_by, t};

const OPERATOR: Actor = Actor::Operator { on_behalf_of: None };

fn give(person: PersonId, role: GrantedRole) -> GiveAccess {
    GiveAccess {
        person,
        role,
        over: GrantedOver::Organization,
        period: period("2026-09-01", None),
        reason: t("keeps the house"),
    }
}

fn read(person: PersonId, over: GrantedOver) -> GiveAccess {
    let period = period("2026-09-01", Some("2026-12-31"));
    GiveAccess { person, role: GrantedRole::Reader, over, period, reason: t("peer assessment") }
}

fn given(events: Result<Vec<Event>, Stop>) -> GrantId {
    let events = events.unwrap();
    events.first().unwrap().subject().id.into()
}

fn withdraw(access_grant: GrantId) -> WithdrawAccess {
    WithdrawAccess { access_grant, reason: t("left the house") }
}

/// The standing world with an administrator, who is the observer of the cast.
fn administered() -> (Bench, PersonId, GrantId) {
    let mut bench = Bench::standing();
    let administrator = bench.cast.observer;
    let grant = given(bench.act_as(OPERATOR, give(administrator, GrantedRole::Administrator)));
    (bench, administrator, grant)
}

#[test]
fn administrators_give_the_rights_of_administrators_and_programme_managers() {
    let (mut bench, administrator, _) = administered();
    let cast = bench.cast;
    for role in [GrantedRole::Administrator, GrantedRole::ProgrammeManager] {
        refused_by(bench.act(cast.manager, give(cast.stranger, role)), &GRANT_ADMINISTRATOR);
        bench.done(administrator, give(cast.stranger, role));
    }
    // Who was made one is one; who was made a programme manager is not.
    bench.done(cast.stranger, give(cast.manager, GrantedRole::ProgrammeManager));
    refused_by(
        bench.act(cast.manager, give(cast.approver, GrantedRole::ProgrammeManager)),
        &GRANT_ADMINISTRATOR,
    );
}

#[test]
fn an_audit_is_opened_to_a_reader_by_whoever_manages_its_programme() {
    let (mut bench, administrator, _) = administered();
    let cast = bench.cast;
    bench.done(cast.manager, OpenAudit { planned: cast.planned });
    let audit = AuditId::from(cast.planned);
    for over in [GrantedOver::Audit { audit }, GrantedOver::Programme { programme: cast.programme }] {
        refused_by(bench.act(administrator, read(cast.stranger, over.clone())), &GRANT_READING);
        refused_by(bench.act(cast.leader, read(cast.stranger, over.clone())), &GRANT_READING);
        bench.done(cast.manager, read(cast.stranger, over));
    }
    // Everything at once nobody can open who does not manage everything.
    refused_by(bench.act(cast.manager, read(cast.handler, GrantedOver::Organization)), &GRANT_READING);
    given(bench.act_as(OPERATOR, read(cast.handler, GrantedOver::Organization)));
    let nowhere = GrantedOver::Audit { audit: id(999) };
    refused_at(
        bench.act(cast.manager, read(cast.handler, nowhere)),
        &crate::kernel::record::UNKNOWN,
        "/over/audit",
    );
}

#[test]
fn nobody_gives_a_right_to_themselves_but_somebody_is_the_first() {
    let (mut bench, administrator, _) = administered();
    refused_by(bench.act(administrator, give(administrator, GrantedRole::ProgrammeManager)), &GRANT_SELF);
    let themself = Actor::Operator { on_behalf_of: Some(administrator) };
    given(bench.act_as(themself, give(administrator, GrantedRole::ProgrammeManager)));
}

#[test]
fn only_reading_is_over_a_part() {
    let (mut bench, administrator, _) = administered();
    let cast = bench.cast;
    let over = GrantedOver::Programme { programme: cast.programme };
    let part = GiveAccess { over, ..give(cast.stranger, GrantedRole::ProgrammeManager) };
    refused_at(bench.act(administrator, part), &GRANT_OVER, "/over");
    bench.done(administrator, give(cast.stranger, GrantedRole::ProgrammeManager));
}

#[test]
fn a_right_is_not_over_before_it_is_given_and_reading_ends() {
    let (mut bench, administrator, _) = administered();
    let cast = bench.cast;
    let over = GrantedOver::Programme { programme: cast.programme };
    for (from, to) in [("2026-08-01", "2026-08-31"), ("2026-10-02", "2026-10-01")] {
        let gone = GiveAccess {
            period: period(from, Some(to)),
            ..give(cast.stranger, GrantedRole::ProgrammeManager)
        };
        refused_at(bench.act(administrator, gone), &GRANT_PERIOD, "/period/to");
    }
    let endless = GiveAccess { period: period("2026-09-01", None), ..read(cast.stranger, over.clone()) };
    refused_at(bench.act(cast.manager, endless), &GRANT_PERIOD, "/period/to");
    bench.done(cast.manager, read(cast.stranger, over));
}

#[test]
fn a_right_is_given_once_and_again_after_it_was_withdrawn() {
    let (mut bench, administrator, _) = administered();
    let cast = bench.cast;
    let right = give(cast.stranger, GrantedRole::ProgrammeManager);
    let grant = given(bench.act(administrator, right.clone()));
    refused_by(bench.act(administrator, right.clone()), &GRANT_ONCE);
    bench.done(administrator, withdraw(grant));
    refused_by(bench.act(administrator, withdraw(grant)), &GRANT_STANDS);
    assert!(matches!(bench.get::<AccessGrant>(grant).state, GrantState::Withdrawn { .. }));
    bench.done(administrator, right);
}

#[test]
fn a_right_is_withdrawn_by_who_may_give_it_by_an_administrator_and_by_whose_it_is() {
    let (mut bench, administrator, _) = administered();
    let cast = bench.cast;
    let over = GrantedOver::Programme { programme: cast.programme };
    let first = given(bench.act(cast.manager, read(cast.stranger, over.clone())));
    refused_by(bench.act(cast.leader, withdraw(first)), &GRANT_READING);
    bench.done(cast.manager, withdraw(first));
    for by in [administrator, cast.stranger] {
        let grant = given(bench.act(cast.manager, read(cast.stranger, over.clone())));
        bench.done(by, withdraw(grant));
    }
    let made = given(bench.act(administrator, give(cast.stranger, GrantedRole::ProgrammeManager)));
    refused_by(bench.act(cast.manager, withdraw(made)), &GRANT_ADMINISTRATOR);
}

#[test]
fn the_last_administrator_stays() {
    let (mut bench, administrator, first) = administered();
    let cast = bench.cast;
    refused_by(bench.act(administrator, withdraw(first)), &GRANT_LAST);
    refused_by(bench.act_as(OPERATOR, withdraw(first)), &GRANT_LAST);
    let ended = GiveAccess {
        period: period("2026-09-01", Some("2026-09-10")),
        ..give(cast.stranger, GrantedRole::Administrator)
    };
    bench.done(administrator, ended);
    bench.pass_days(20);
    refused_by(bench.act(administrator, withdraw(first)), &GRANT_LAST);
    bench.done(administrator, give(cast.approver, GrantedRole::Administrator));
    bench.done(administrator, withdraw(first));
    // What came to an end by itself is no right any more.
    refused_by(
        bench.act(cast.stranger, give(cast.leader, GrantedRole::ProgrammeManager)),
        &GRANT_ADMINISTRATOR,
    );
}

#[test]
fn what_somebody_is_to_a_record_comes_from_the_record_and_from_what_they_were_given_over_it() {
    let (one, other): (PersonId, PersonId) = (id(1), id(2));
    let audit: AuditId = id(20);
    let programme = id(30);
    let ties = Ties {
        key: Key::of(id::<crate::kernel::id::NoteId>(40)),
        audit: Some(audit),
        programme: Some(programme),
        people: vec![(one, Role::Leader), (other, Role::Auditor), (one, Role::ProgrammeManager)],
        released: false,
        classification: None,
    };
    let standing = |person, grants| Standing { person: Some(person), operator: false, grants, door: None };
    assert_eq!(standing(one, vec![]).roles(&ties), [Role::ProgrammeManager, Role::Leader]);
    assert_eq!(standing(id(3), vec![]).roles(&ties), []);
    for over in [Key::of(audit), Key::of(programme), ties.key] {
        assert_eq!(standing(id(3), vec![(Role::Reader, Some(over))]).roles(&ties), [Role::Reader]);
    }
    let elsewhere = Key::of(id::<AuditId>(21));
    assert_eq!(standing(id(3), vec![(Role::Reader, Some(elsewhere))]).roles(&ties), []);
    let whole = |role| standing(id(3), vec![(role, None)]);
    assert_eq!(whole(Role::Reader).roles(&ties), [Role::Reader]);
    // Who drafts programmes is nothing to those of others.
    assert_eq!(whole(Role::ProgrammeManager).roles(&ties), []);
    let register = Ties { audit: None, programme: None, people: vec![], ..ties };
    assert_eq!(whole(Role::ProgrammeManager).roles(&register), [Role::ProgrammeManager]);
}

#[test]
fn acts_of_fieldwork_change_records_of_fieldwork_alone() {
    let mut world = World::complete();
    let mut seen = 0;
    for (stamp, event) in &life::lived().journal {
        event.apply(&mut world, stamp).unwrap();
        let changed: Vec<Kind> = world.changes().iter().map(|change| change.key.kind).collect();
        if FIELDWORK.contains(&event.subject().kind) {
            seen += 1;
            assert!(
                changed.iter().all(|kind| FIELDWORK.contains(kind)),
                "{} changes {changed:?}",
                event.kind()
            );
        }
    }
    assert!(seen > 15, "{seen}");
}
