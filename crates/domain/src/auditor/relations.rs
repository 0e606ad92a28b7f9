//! Declaring interests, and relations to auditees (ISO 19011:2018 4 e); ISO/IEC 17021-1:2015 5.2).

use super::people::overlap;
use super::{Declaration, Person, Relation};
use crate::auditee::Auditee;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditeeId, PersonId, RelationId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, Text};
use crate::kernel::time::{Date, Period};
use crate::registry::Event;
use crate::words::RelationKind;

rules! {
    INTERESTS_OWN = "interests.own", "ISO 19011:2018 4 e)", "a declaration of interests by the person themselves";
    RELATION_PERIOD = "relation.period", "ISO/IEC 17021-1:2015 5.2", "relations that end, when they have ended, after they began";
    RELATION_ONCE = "relation.once", "house rule", "each relation in the record once";
    RELATION_STANDS = "relation.stands", "house rule", "a relation that was not withdrawn";
    RELATION_OPEN = "relation.open", "ISO/IEC 17021-1:2015 5.2", "an end where there is none yet";
    RELATION_OTHER = "relation.other", "ISO 19011:2018 4 e)", "a relation withdrawn by somebody other than whom it bars";
}

command! {
    /// Declares one's interests: in an auditee, or in general; or that there are none.
    pub struct DeclareInterests("interests.declare") {
        /// The person, who must be the one who acts.
        person: PersonId,
        /// The auditee it is about; none for a general one.
        auditee: Option<AuditeeId>,
        /// What is declared.
        text: Text,
        /// Whether there is anything to declare.
        interests: bool,
    }

    /// Enters a relation of a person to an auditee. Anybody who knows of one may.
    pub struct DeclareRelation("relation.declare") {
        /// The person.
        person: PersonId,
        /// The auditee.
        auditee: AuditeeId,
        /// The kind.
        kind: RelationKind,
        /// The part of the auditee it is about; none for the whole.
        part: Option<Line>,
        /// From when to when.
        period: Period,
        /// Remark.
        remark: Option<Text>,
    }

    /// Notes that a relation has ended. Its bar lasts on for the cooling months of the policy.
    pub struct EndRelation("relation.end" on relation) {
        /// The relation.
        relation: RelationId,
        /// Its last day.
        on: Date,
    }

    /// Withdraws an entry that was a mistake. It bars nothing from then on, and stays in the record with the reason.
    pub struct WithdrawRelation("relation.withdraw" on relation) {
        /// The relation.
        relation: RelationId,
        /// Why it was a mistake.
        reason: Text,
    }
}

event! {
    /// A person declared their interests.
    pub struct InterestsDeclared("interests.declared" v 1, person) {
        /// The person.
        person: PersonId,
        /// The auditee it is about.
        auditee: Option<AuditeeId>,
        /// What is declared.
        text: Text,
        /// Whether there is anything to declare.
        interests: bool,
    }

    /// A relation was entered.
    pub struct RelationDeclared("relation.declared" v 1, relation) {
        /// The relation.
        relation: RelationId,
        /// The person.
        person: PersonId,
        /// The auditee.
        auditee: AuditeeId,
        /// The kind.
        kind: RelationKind,
        /// The part of the auditee.
        part: Option<Line>,
        /// From when to when.
        period: Period,
        /// Remark.
        remark: Option<Text>,
    }

    /// A relation ended.
    pub struct RelationEnded("relation.ended" v 1, relation) {
        /// The relation.
        relation: RelationId,
        /// Its last day.
        on: Date,
    }

    /// A relation was withdrawn as a mistake.
    pub struct RelationWithdrawn("relation.withdrawn" v 1, relation) {
        /// The relation.
        relation: RelationId,
        /// Why.
        reason: Text,
    }
}

impl Decide for DeclareInterests {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        world.get::<Person>(self.person)?;
        if let Some(auditee) = self.auditee {
            named::<Auditee>(world, auditee, "/auditee")?;
        }
        let mut check = Check::new();
        check.that(
            ctx.person()? == self.person,
            &INTERESTS_OWN,
            "/person",
            "the declaration would be made on behalf of somebody else",
            "let the person declare it themselves; what others know of is entered with `relation.declare`",
        );
        check.done()?;
        let (auditee, text) = (self.auditee, self.text.clone());
        Ok(vec![InterestsDeclared { person: self.person, auditee, text, interests: self.interests }.into()])
    }
}

impl Apply for InterestsDeclared {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Person>(self.person, |person| {
            person.declarations.push(Declaration {
                stamp: stamp.clone(),
                auditee: self.auditee,
                text: self.text.clone(),
                interests: self.interests,
            });
        })
    }
}

impl Decide for DeclareRelation {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        named::<Person>(world, self.person, "/person")?;
        named::<Auditee>(world, self.auditee, "/auditee")?;
        let others = world.list::<Relation>("person", self.person)?;
        let mut check = Check::new();
        check.that(
            !self.period.is_reversed(),
            &RELATION_PERIOD,
            "/period/to",
            "the relation ends before it begins",
            "give a last day on or after the first",
        );
        let twin = others.iter().any(|other| {
            other.withdrawn.is_none()
                && (other.auditee, other.kind, &other.part) == (self.auditee, self.kind, &self.part)
                && overlap(other.period, self.period)
        });
        check.that(
            !twin,
            &RELATION_ONCE,
            "/period",
            say!("the record has this relation, `{kind}`, at that time already", kind = &self.kind),
            "end or withdraw the other first, or give the days that it leaves out",
        );
        check.done()?;
        Ok(vec![
            RelationDeclared {
                relation: ctx.id()?,
                person: self.person,
                auditee: self.auditee,
                kind: self.kind,
                part: self.part.clone(),
                period: self.period,
                remark: self.remark.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for RelationDeclared {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Relation {
            id: self.relation,
            person: self.person,
            auditee: self.auditee,
            kind: self.kind,
            part: self.part.clone(),
            period: self.period,
            remark: self.remark.clone(),
            stamp: stamp.clone(),
            withdrawn: None,
        })
    }
}

fn stands(relation: &Relation) -> Result<(), Stop> {
    if relation.withdrawn.is_none() {
        return Ok(());
    }
    Err(Refusal::new(
        &RELATION_STANDS,
        "the relation was withdrawn as a mistake",
        "declare it again with `relation.declare` if it was none",
    )
    .at("/relation")
    .into())
}

impl Decide for EndRelation {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let relation = world.get::<Relation>(self.relation)?;
        stands(relation)?;
        let mut check = Check::new();
        check.that(
            relation.period.to.is_none(),
            &RELATION_OPEN,
            "/relation",
            "the relation has an end already",
            "where that end is wrong, withdraw the entry with the reason and declare it anew",
        );
        check.that(
            relation.period.from <= self.on && self.on <= ctx.today(),
            &RELATION_PERIOD,
            "/on",
            say!("{on} is before the relation began, or yet to come", on = &self.on),
            say!("give a day from {from} to today, once it has ended", from = &relation.period.from),
        );
        check.done()?;
        Ok(vec![RelationEnded { relation: self.relation, on: self.on }.into()])
    }
}

impl Apply for RelationEnded {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Relation>(self.relation, |relation| relation.period.to = Some(self.on))
    }
}

impl Decide for WithdrawRelation {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let relation = world.get::<Relation>(self.relation)?;
        stands(relation)?;
        let mut check = Check::new();
        check.that(
            ctx.person()? != relation.person,
            &RELATION_OTHER,
            "",
            "whom the relation bars would lift the bar themselves",
            "let somebody else look at it and withdraw it",
        );
        check.done()?;
        Ok(vec![RelationWithdrawn { relation: self.relation, reason: self.reason.clone() }.into()])
    }
}

impl Apply for RelationWithdrawn {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Relation>(self.relation, |relation| relation.withdrawn = Some(self.reason.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::record::UNKNOWN;
    use crate::testing::{Bench, date, id, period, refused_at, t};

    #[test]
    fn interests_are_declared_by_the_person_themselves() {
        let mut bench = Bench::standing();
        let person = bench.cast.auditor;
        let declare = |auditee| DeclareInterests { person, auditee, text: t("none"), interests: false };
        let auditee = bench.cast.auditee;
        bench.done(person, declare(Some(auditee)));
        assert_eq!(bench.get::<Person>(person).declarations.len(), 1);
        refused_at(bench.act(bench.cast.manager, declare(None)), &INTERESTS_OWN, "/person");
        refused_at(bench.act(person, declare(Some(id(998)))), &UNKNOWN, "/auditee");
    }

    fn declare(bench: &Bench, from: &str, to: Option<&str>) -> DeclareRelation {
        DeclareRelation {
            person: bench.cast.auditor,
            auditee: bench.cast.auditee,
            kind: RelationKind::Consulted,
            part: None,
            period: period(from, to),
            remark: None,
        }
    }

    fn declared(bench: &mut Bench, command: DeclareRelation) -> RelationId {
        let events = bench.done(bench.cast.manager, command);
        let [Event::RelationDeclared(declared)] = events.as_slice() else { panic!("{events:?}") };
        declared.relation
    }

    #[test]
    fn relations_are_entered_once() {
        let mut bench = Bench::standing();
        let by = bench.cast.manager;
        let first = declare(&bench, "2024-01-01", Some("2024-06-30"));
        declared(&mut bench, first.clone());
        let later = declare(&bench, "2024-07-01", None);
        declared(&mut bench, later);
        let elsewhere = DeclareRelation { part: Some(t("backup")), ..first.clone() };
        declared(&mut bench, elsewhere);
        refused_at(bench.act(by, first), &RELATION_ONCE, "/period");
        let reversed = declare(&bench, "2023-02-01", Some("2023-01-31"));
        refused_at(bench.act(by, reversed), &RELATION_PERIOD, "/period/to");
    }

    #[test]
    fn a_relation_ends_once_after_it_began_and_not_in_advance() {
        let mut bench = Bench::standing();
        let by = bench.cast.manager;
        let command = declare(&bench, "2024-01-01", None);
        let relation = declared(&mut bench, command);
        let end = |on: &str| EndRelation { relation, on: date(on) };
        refused_at(bench.act(by, end("2023-12-31")), &RELATION_PERIOD, "/on");
        refused_at(bench.act(by, end("2026-09-02")), &RELATION_PERIOD, "/on");
        bench.done(by, end("2026-09-01"));
        refused_at(bench.act(by, end("2026-09-01")), &RELATION_OPEN, "/relation");
    }

    #[test]
    fn a_mistaken_relation_is_withdrawn_by_somebody_else() {
        let mut bench = Bench::standing();
        let (by, barred) = (bench.cast.manager, bench.cast.auditor);
        let command = declare(&bench, "2024-01-01", None);
        let relation = declared(&mut bench, command.clone());
        let withdraw = WithdrawRelation { relation, reason: t("it was another person of that name") };
        refused_at(bench.act(barred, withdraw.clone()), &RELATION_OTHER, "");
        bench.done(by, withdraw.clone());
        refused_at(bench.act(by, withdraw), &RELATION_STANDS, "/relation");
        refused_at(
            bench.act(by, EndRelation { relation, on: date("2026-01-01") }),
            &RELATION_STANDS,
            "/relation",
        );
        declared(&mut bench, command);
    }
}
