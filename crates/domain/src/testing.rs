//! A bench for tests of the law: a world, a clock, and a small standing house to act in.
//!
//! [`Bench::act`] does with a command what the store does: it decides in a world that holds nothing and loads what the
//! decision asks for, reads every event back from its payload, applies it, and takes every changed record apart and
//! puts it together again. A rule that peeks at what it did not ask for, an event that does not carry all it needs, or
//! a record that does not survive its columns fails the test that came by.

pub(crate) mod carry;
mod coverage;
mod golden;
pub(crate) mod life;

use std::collections::BTreeSet;
use std::str::FromStr;

use crate::audit::{Audit, AuditState, TeamMember};
use crate::auditee::{
    Auditee, AuditeeKind, Contact, Organization, Process, Site, Soa, SoaRow, Unit, organization_id,
};
use crate::auditor::{CodeAcceptance, Credential, Person, code};
use crate::kernel::act::{Actor, Ctx, Stamp};
use crate::kernel::datum::Datum;
use crate::kernel::id::{AuditeeId, Id, PersonId, PlannedAuditId, ProgrammeId, SoaId};
use crate::kernel::record::{Key, Need, Record, Versioned, World, cells_of, links_of};
use crate::kernel::refusal::{Refusal, Rule, Stop};
use crate::kernel::text::{CriteriaId, Sha256, Slug};
use crate::kernel::time::{Date, Period, Timestamp};
use crate::policy::Policy;
use crate::programme::{
    AuditOutline, AuditeePart, Objective, PlannedAudit, PlannedState, Programme, ProgrammeExtent,
    ProgrammeRisk, ProgrammeRole, ProgrammeState, Why,
};
use crate::registry::{AnyRecord, Command, Event};
use crate::words::{
    AuditMethod, AuditType, CredentialKind, Implementation, ProgrammeRiskArea, ProgrammeRoleKind, RiskKind,
    SiteKind, TeamRole,
};

/// Parses any of the newtypes from text that a test knows to be fine.
pub(crate) fn t<T: FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap_or_else(|error| panic!("`{text}`: {error:?}"))
}

/// The id number `n` of a kind.
pub(crate) fn id<I: Id>(n: u128) -> I {
    I::from(uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | n))
}

/// A period; the end may be open.
pub(crate) fn period(from: &str, to: Option<&str>) -> Period {
    Period { from: t(from), to: to.map(t) }
}

/// The one set of criteria that the standing programme audits against.
pub(crate) const CRITERIA: &str = "ISO/IEC 27001:2022+A1:2024";

/// The persons and records of the standing world.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cast {
    /// Manages the programme.
    pub(crate) manager: PersonId,
    /// Approves the programme.
    pub(crate) approver: PersonId,
    /// Competent to lead.
    pub(crate) leader: PersonId,
    /// Competent to audit.
    pub(crate) auditor: PersonId,
    /// Competent to audit in training.
    pub(crate) trainee: PersonId,
    /// Knows the cloud, and nothing of auditing.
    pub(crate) expert: PersonId,
    /// In the register without credentials: an observer.
    pub(crate) observer: PersonId,
    /// The audit client.
    pub(crate) client: PersonId,
    /// A contact of the auditee.
    pub(crate) contact: PersonId,
    /// Reviews audits technically.
    pub(crate) reviewer: PersonId,
    /// Decides on certification.
    pub(crate) decider: PersonId,
    /// Handles complaints and appeals.
    pub(crate) handler: PersonId,
    /// Somebody in the register who has no part in anything.
    pub(crate) stranger: PersonId,
    /// An auditee of kind `own`, with the units `it` and `hr`, the sites `hq` and `cloud`, and the process `build`.
    pub(crate) auditee: AuditeeId,
    /// Its Statement of Applicability: `A.5.1` and `A.8.9` necessary, `A.7.4` excluded with a reason.
    pub(crate) soa: SoaId,
    /// A programme for 2026, being implemented.
    pub(crate) programme: ProgrammeId,
    /// A planned internal audit of the whole auditee, from 2026-09-01 to 2026-10-31, 10 days.
    pub(crate) planned: PlannedAuditId,
}

impl Cast {
    fn new() -> Self {
        Self {
            manager: id(1),
            approver: id(2),
            leader: id(3),
            auditor: id(4),
            trainee: id(5),
            expert: id(6),
            observer: id(7),
            client: id(8),
            contact: id(9),
            reviewer: id(10),
            decider: id(11),
            handler: id(12),
            stranger: id(13),
            auditee: id(101),
            soa: id(102),
            programme: id(103),
            planned: id(104),
        }
    }
}

/// A world to act in, with its clock and its cast.
pub(crate) struct Bench {
    /// The world, which is the whole of it.
    pub(crate) world: World,
    /// The time of the next act.
    pub(crate) now: Timestamp,
    /// Who is who.
    pub(crate) cast: Cast,
    /// Every event that followed from an act here, in order.
    pub(crate) journal: Vec<(Stamp, Event)>,
    /// The digest of the encrypted file in which the files that are named are kept.
    pub(crate) cipher: Option<Sha256>,
    acts: u64,
}

impl Bench {
    /// A world with nothing in it, on 2026-09-01 at 08:00 UTC. The ids of the cast name nobody.
    pub(crate) fn empty() -> Self {
        Self {
            world: World::complete(),
            now: t("2026-09-01T08:00:00Z"),
            cast: Cast::new(),
            journal: vec![],
            cipher: None,
            acts: 0,
        }
    }

    /// The standing world, on 2026-09-01 at 08:00 UTC.
    pub(crate) fn standing() -> Self {
        let mut bench = Self::empty();
        bench.put(Organization {
            id: organization_id(),
            name: t("Example Audits"),
            policy: Policy::default(),
            letterhead: None,
        });
        bench.put_people();
        bench.put_auditee();
        bench.put_programme();
        bench
    }

    /// Puts a record into the world as it is, with no act.
    pub(crate) fn put<R: Record>(&mut self, record: R) {
        self.world.add(record).unwrap();
        let _ = self.world.changes();
    }

    /// Changes a record in the world, with no act.
    pub(crate) fn change<R: Record>(&mut self, id: R::Id, change: impl FnOnce(&mut R)) {
        self.world.edit::<R>(id, change).unwrap();
        let _ = self.world.changes();
    }

    /// A record that is there.
    pub(crate) fn get<R: Record>(&self, id: R::Id) -> &R {
        self.world.find::<R>(id).unwrap().unwrap_or_else(|| panic!("no {} {id}", R::KIND))
    }

    /// The stamp of an act of `person` now.
    pub(crate) fn stamp(&self, person: PersonId) -> Stamp {
        Stamp { at: self.now, by: Actor::Person { person } }
    }

    /// Lets days pass.
    pub(crate) fn pass_days(&mut self, days: u32) {
        let day = 24 * 60 * 60 * 1000;
        self.now = Timestamp::from_millis(self.now.millis() + i64::from(days) * day).unwrap();
    }

    /// Gives a command as a person.
    pub(crate) fn act(&mut self, person: PersonId, command: impl Into<Command>) -> Result<Vec<Event>, Stop> {
        self.act_as(Actor::Person { person }, command)
    }

    /// Gives a command as a person and demands that it is done.
    pub(crate) fn done(&mut self, person: PersonId, command: impl Into<Command>) -> Vec<Event> {
        let command = command.into();
        let name = command.name();
        self.act(person, command).unwrap_or_else(|stop| panic!("{name}: {stop:#?}"))
    }

    /// Gives a command as any actor.
    pub(crate) fn act_as(&mut self, actor: Actor, command: impl Into<Command>) -> Result<Vec<Event>, Stop> {
        let command = command.into();
        let read = Command::read(command.name(), &command.to_json());
        assert_eq!(read, Some(Ok(command.clone())), "a command does not survive its JSON");
        self.acts += 1;
        let ctx = Ctx::new(self.now, actor.clone(), self.acts.to_be_bytes()).with_cipher(self.cipher.clone());
        let mut part = World::empty();
        let events = self.decide_in(&mut part, &command, &ctx)?;
        let stamp = Stamp { at: self.now, by: actor };
        for event in &events {
            let read = Event::read(event.kind(), event.v(), &event.payload()).unwrap();
            assert_eq!(&read, event, "an event does not survive its payload");
            for need in event.touches() {
                self.load(&mut part, need);
            }
            event.apply(&mut part, &stamp).unwrap_or_else(|corrupt| {
                panic!("`{}` cannot be applied to what its decision read: {corrupt}", event.kind())
            });
            event.apply(&mut self.world, &stamp).unwrap();
            self.journal.push((stamp.clone(), event.clone()));
        }
        let changed: Vec<(Key, Option<Versioned>)> =
            self.world.changes().into_iter().map(|change| (change.key, change.after.cloned())).collect();
        for (key, after) in &changed {
            if let Some(after) = after {
                let again = AnyRecord::from_cells(key.kind, cells_of(&after.record));
                assert_eq!(again.as_ref(), Ok(&after.record), "{key} does not survive its columns");
            }
        }
        let in_part: Vec<(Key, Option<Versioned>)> =
            part.changes().into_iter().map(|change| (change.key, change.after.cloned())).collect();
        assert_eq!(in_part, changed, "the events change another world differently");
        Ok(events)
    }

    /// Decides as the store does: with nothing loaded but what was asked for.
    fn decide_in(&self, part: &mut World, command: &Command, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        for _ in 0..1_000 {
            match command.decide(part, ctx) {
                Err(Stop::Need(needs)) => {
                    assert!(needs.iter().any(|need| !part.has(need)), "needs what it has: {needs:?}");
                    for need in needs {
                        self.load(part, need);
                    }
                }
                decided => return decided,
            }
        }
        panic!("`{}` never has enough", command.name());
    }

    fn load(&self, part: &mut World, need: Need) {
        match need {
            Need::Record(key) => {
                let found = self.world.all().find(|(other, _)| *other == key).map(|(_, v)| v.clone());
                part.load(key, found);
            }
            // As the writer does, whose world changes.
            Need::Briefs(key) => self.load(part, Need::List(key.list)),
            Need::List(list) => {
                let ids: BTreeSet<uuid::Uuid> = self
                    .world
                    .all()
                    .filter(|(key, v)| {
                        key.kind == list.kind && links_of(&v.record).contains(&(list.name, list.target))
                    })
                    .map(|(key, _)| key.id)
                    .collect();
                part.load_list(list, ids);
            }
        }
    }

    fn put_people(&mut self) {
        let cast = self.cast;
        let audit = |hours| credential("lead", CredentialKind::Training, "audit", Some(hours));
        let audits = credential("audits", CredentialKind::Experience, "audit", Some(48));
        let course = |hours| credential("course", CredentialKind::Training, "isms", Some(hours));
        let work = credential("work", CredentialKind::Experience, "isms", Some(60));
        let cloud = credential("cloud", CredentialKind::Qualification, "cloud", None);
        let practice = credential("practice", CredentialKind::Experience, "isms", Some(24));
        let people = [
            (cast.manager, "Mara Manager", vec![]),
            (cast.approver, "Arno Approver", vec![]),
            (cast.leader, "Lea Leader", vec![audit(40), audits, course(24), work.clone(), cloud.clone()]),
            (cast.auditor, "Ada Auditor", vec![audit(24), course(16), work]),
            (cast.trainee, "Tim Trainee", vec![audit(8), course(8)]),
            (cast.expert, "Eve Expert", vec![cloud, practice]),
            (cast.observer, "Otto Observer", vec![]),
            (cast.client, "Clara Client", vec![]),
            (cast.contact, "Conrad Contact", vec![]),
            (cast.reviewer, "Rita Reviewer", vec![]),
            (cast.decider, "Dora Decider", vec![]),
            (cast.handler, "Hugo Handler", vec![]),
            (cast.stranger, "Sven Stranger", vec![]),
        ];
        for (person, name, credentials) in people {
            self.put(Person {
                id: person,
                name: t(name),
                email: None,
                employer: t("Example Audits"),
                languages: vec![t("en")],
                zone: t("Europe/Vienna"),
                home: None,
                day_rate_cents: None,
                credentials,
                development: vec![],
                declarations: vec![],
                absences: vec![],
                code: Some(CodeAcceptance { code: t(code::CODE), at: t("2026-01-02T09:00:00Z") }),
            });
        }
    }

    fn put_auditee(&mut self) {
        let cast = self.cast;
        let site = |key, name, kind, place| Site {
            key: t(key),
            name: t(name),
            kind,
            place: t(place),
            zone: t("Europe/Vienna"),
        };
        self.put(Auditee {
            id: cast.auditee,
            name: t("Example Works"),
            kind: AuditeeKind::Own,
            units: vec![
                Unit {
                    key: t("it"),
                    name: t("Information technology"),
                    persons: Some(12),
                    parent: None,
                    shifts: None,
                },
                Unit { key: t("hr"), name: t("People"), persons: Some(4), parent: None, shifts: None },
            ],
            sites: vec![
                site("hq", "Head office", SiteKind::Physical, "Main Street 1, Vienna"),
                site("cloud", "Production environment", SiteKind::Virtual, "reached over the company's VPN"),
            ],
            processes: vec![Process { key: t("build"), name: t("Building software") }],
            contacts: vec![Contact { person: cast.contact, function: t("Head of information security") }],
        });
        let row = |control, necessary, why: Option<&str>, implemented, why_excluded: Option<&str>| SoaRow {
            control: t(control),
            title: None,
            necessary,
            why: why.map(t),
            implemented,
            why_excluded: why_excluded.map(t),
        };
        let stamp = self.stamp(cast.contact);
        self.put(Soa {
            id: cast.soa,
            auditee: cast.auditee,
            label: t("1.0"),
            dated: t("2026-05-01"),
            criteria: t(CRITERIA),
            source: None,
            rows: vec![
                row("A.5.1", true, Some("risk 1"), Implementation::Implemented, None),
                row("A.8.9", true, Some("risk 2"), Implementation::Partly, None),
                row("A.7.4", false, None, Implementation::NotImplemented, Some("no premises of its own")),
            ],
            stamp,
        });
    }

    fn put_programme(&mut self) {
        let cast = self.cast;
        let role = |person, role| ProgrammeRole { person, role, competence: t("ten years of practice") };
        self.put(Programme {
            id: cast.programme,
            title: t("Audit programme 2026"),
            period: period("2026-01-01", Some("2026-12-31")),
            state: ProgrammeState::Implementing {
                approved_before: Stamp {
                    at: t("2026-01-07T09:00:00Z"),
                    by: Actor::Person { person: cast.approver },
                },
                begun: Stamp { at: t("2026-01-08T09:00:00Z"), by: Actor::Person { person: cast.manager } },
            },
            objectives: vec![objective("coverage")],
            extent: Some(extent(cast.auditee)),
            risks: vec![risk("availability", cast.manager)],
            roles: vec![
                role(cast.manager, ProgrammeRoleKind::Manager),
                role(cast.approver, ProgrammeRoleKind::Approver),
                role(cast.reviewer, ProgrammeRoleKind::TechnicalReviewer),
                role(cast.decider, ProgrammeRoleKind::DecisionMaker),
                role(cast.handler, ProgrammeRoleKind::ComplaintHandler),
            ],
            days: t("40"),
            shortfall: None,
            resources: None,
            policy: Policy::default(),
            revisions: vec![],
            reviews: vec![],
            actions: vec![],
        });
        self.put(PlannedAudit {
            id: cast.planned,
            programme: cast.programme,
            auditee: cast.auditee,
            outline: outline(cast.auditee, "2026-09-01", "2026-10-31"),
            state: PlannedState::Planned,
        });
    }
}

/// A credential had since 2020, without an end.
pub(crate) fn credential(key: &str, kind: CredentialKind, area: &str, amount: Option<u32>) -> Credential {
    Credential {
        key: t(key),
        kind,
        area: t(area),
        title: t("Something learned"),
        issuer: t("Example Academy"),
        period: period("2020-01-01", None),
        amount,
        evidence: None,
    }
}

/// An objective of a programme.
pub(crate) fn objective(key: &str) -> Objective {
    Objective {
        key: t(key),
        text: t("Every requirement is audited in every unit"),
        measure: t("coverage of criteria and units"),
        target: t("100 % by December"),
    }
}

/// A risk of a programme.
pub(crate) fn risk(key: &str, owner: PersonId) -> ProgrammeRisk {
    ProgrammeRisk {
        key: t(key),
        area: ProgrammeRiskArea::AuditeeAvailability,
        kind: RiskKind::Risk,
        text: t("The people to be interviewed are away at the end of the quarter"),
        likelihood: 3,
        consequence: 2,
        treatment: t("Windows are agreed three months ahead"),
        owner,
    }
}

/// The extent of a programme: the whole auditee, against one set of criteria.
pub(crate) fn extent(auditee: AuditeeId) -> ProgrammeExtent {
    ProgrammeExtent {
        text: t("The whole management system"),
        auditees: vec![whole(auditee)],
        criteria: vec![t::<CriteriaId>(CRITERIA)],
    }
}

/// The whole of an auditee.
pub(crate) fn whole(auditee: AuditeeId) -> AuditeePart {
    AuditeePart { auditee, units: vec![], sites: vec![], processes: vec![] }
}

/// An internal audit of the whole auditee, 10 days, in a window.
pub(crate) fn outline(auditee: AuditeeId, from: &str, to: &str) -> AuditOutline {
    AuditOutline {
        title: t("Internal audit, autumn"),
        audit_type: AuditType::Internal,
        part: whole(auditee),
        criteria: vec![t::<CriteriaId>(CRITERIA)],
        window: period(from, Some(to)),
        days: t("10"),
        methods: vec![AuditMethod::Hybrid],
        why: Why {
            importance: t("The management system as a whole"),
            risk: t("A new product is about to go live"),
            previous_results: t("Two minor nonconformities in access control"),
            changes: t("A new head of information security"),
        },
    }
}

/// An audit of the standing auditee, opened from what was planned, with this team, and nothing else done yet.
pub(crate) fn audit_of(bench: &Bench, planned: PlannedAuditId, team: &[(PersonId, TeamRole)]) -> Audit {
    let planned = bench.get::<PlannedAudit>(planned);
    let member = |&(person, role): &(PersonId, TeamRole)| TeamMember {
        person,
        role,
        areas: vec![],
        directed_by: matches!(role, TeamRole::Trainee | TeamRole::TechnicalExpert)
            .then_some(bench.cast.leader),
        safeguards: vec![],
    };
    Audit {
        id: planned.id.into(),
        programme: planned.programme,
        auditee: planned.auditee,
        audit_type: planned.outline.audit_type,
        title: planned.outline.title.clone(),
        window: planned.outline.window,
        days_planned: planned.outline.days,
        state: AuditState::Planned,
        contacts: vec![],
        initiation: None,
        feasibility: None,
        team: team.iter().map(member).collect(),
        people: team.iter().map(|(person, _)| *person).collect(),
        document_review: None,
        plan: None,
        scope_changes: vec![],
        findings_numbered: 0,
        conclusions: None,
        report: None,
        completion: None,
        feedback: vec![],
        holds: vec![],
    }
}

/// Demands that a decision was refused by `rule`, and gives that refusal.
#[track_caller]
pub(crate) fn refused_by<T: std::fmt::Debug>(result: Result<T, Stop>, rule: &'static Rule) -> Refusal {
    match result {
        Err(Stop::Refused(refusals)) => refusals
            .iter()
            .find(|refusal| refusal.rule == rule)
            .cloned()
            .unwrap_or_else(|| panic!("not refused by `{}` but by {refusals:#?}", rule.id)),
        other => panic!("not refused by `{}`: {other:#?}", rule.id),
    }
}

/// Demands that a decision was refused by `rule` alone, at `at`.
#[track_caller]
pub(crate) fn refused_at<T: std::fmt::Debug>(result: Result<T, Stop>, rule: &'static Rule, at: &str) {
    let Err(Stop::Refused(refusals)) = result else { panic!("not refused by `{}`: {result:#?}", rule.id) };
    let found: Vec<(&str, &str)> = refusals.iter().map(|r| (r.rule.id, r.at.as_str())).collect();
    assert_eq!(found, [(rule.id, at)], "{refusals:#?}");
}

/// Keys.
pub(crate) fn slugs(keys: &[&str]) -> Vec<Slug> {
    keys.iter().map(|key| t(key)).collect()
}

/// A date.
pub(crate) fn date(text: &str) -> Date {
    t(text)
}

/// Demands that a datum survives JSON and columns.
pub(crate) fn survives<T: Datum + PartialEq + std::fmt::Debug>(datum: &T) {
    use crate::kernel::datum::{Cells, read_json};
    assert_eq!(read_json::<T>(&datum.to_json()).as_ref(), Ok(datum));
    assert_eq!(Cells::of(datum).into_datum::<T>().as_ref(), Ok(datum));
}

#[test]
fn the_standing_world_is_one_the_law_could_have_made() {
    let bench = Bench::standing();
    for (key, versioned) in bench.world.all() {
        let again = AnyRecord::from_cells(key.kind, cells_of(&versioned.record));
        assert_eq!(again.as_ref(), Ok(&versioned.record), "{key}");
    }
    survives(bench.get::<Programme>(bench.cast.programme));
}
