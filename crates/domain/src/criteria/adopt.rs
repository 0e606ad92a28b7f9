//! Adopting a set of criteria, and retiring it.

use std::collections::{BTreeMap, BTreeSet};

use super::{CriteriaSet, SetRequirement, SetState};
use crate::audit::Audit;
use crate::auditee::{Auditee, organization_id};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditeeId, CriteriaSetId, OrganizationId, digest_uuid};
use crate::kernel::macros::{command, data, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{CriteriaId, Line, RequirementId, Text};
use crate::registry::Event;

rules! {
    CRITERIA_REQUIREMENTS = "criteria.requirements", "ISO 19011:2018 5.5.2", "criteria with requirements that evidence can be compared with";
    CRITERIA_UNIQUE = "criteria.unique", "ISO 19011:2018 5.5.2", "each requirement of a set once, so that a finding names one";
    CRITERIA_ATTRIBUTES = "criteria.attributes", "house rule", "attributes that have values, each named once for a requirement";
    CRITERIA_PARENT = "criteria.parent", "house rule", "a tree: each requirement at the top or below another of its set";
    CRITERIA_EDITION = "criteria.edition", "ISO 19011:2018 6.3.2", "criteria that stay what an audit was planned with: another edition under another id";
    CRITERIA_RETIRED = "criteria.retired", "house rule", "a set of criteria that has not been retired";
    CRITERIA_IN_USE = "criteria.in_use", "ISO 19011:2018 5.5.2", "audits initiated against criteria that are in use";
    CRITERIA_OWN = "criteria.own", "ISO 19011:2018 5.5.2", "an auditee's own criteria for audits of that auditee";
}

data! {
    /// A set of criteria as a catalogue gives it.
    pub struct CriteriaText {
        /// Its id, which names its edition.
        criteria: CriteriaId,
        /// Its title.
        title: Line,
        /// Who publishes it.
        publisher: Line,
        /// The edition in words.
        edition: Line,
        /// Where its numbers and titles come from.
        source: Line,
        /// Its requirements.
        requirements: Vec<SetRequirement>,
    }
}

command! {
    /// Adopts a whole set of criteria. One that was adopted before and is the same is left as it is.
    pub struct AdoptCriteria("criteria.adopt") {
        /// The auditee whose own criteria these are; none for a set that serves for any.
        auditee: Option<AuditeeId>,
        /// The set.
        set: CriteriaText,
    }

    /// Retires a set of criteria: no audit is initiated against it any more, and those that were keep it.
    pub struct RetireCriteria("criteria.retire" on criteria_set) {
        /// The set.
        criteria_set: CriteriaSetId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// A set of criteria was adopted.
    pub struct CriteriaAdopted("criteria.adopted" v 1, criteria_set) {
        /// Its record.
        criteria_set: CriteriaSetId,
        /// The organization.
        organization: OrganizationId,
        /// The auditee whose own criteria these are.
        auditee: Option<AuditeeId>,
        /// The set.
        set: CriteriaText,
    }

    /// A set of criteria was retired.
    pub struct CriteriaRetired("criteria.retired" v 1, criteria_set) {
        /// The set.
        criteria_set: CriteriaSetId,
        /// Why.
        reason: Text,
    }
}

/// The id of a set's record: the same wherever the set is adopted, so that its id is looked up without a list.
#[must_use]
pub fn criteria_set_id(criteria: &CriteriaId) -> CriteriaSetId {
    digest_uuid("assize-criteria-set/1", &[criteria.as_str()]).into()
}

/// Refuses a set that an audit cannot be initiated against; one that was never adopted is not known here, and is not refused.
pub(crate) fn for_audit(
    world: &World,
    audit: &Audit,
    criteria: &CriteriaId,
    at: &str,
    check: &mut Check,
) -> Result<(), Stop> {
    let Some(set) = world.find::<CriteriaSet>(criteria_set_id(criteria))? else { return Ok(()) };
    if let SetState::Retired { reason, .. } = &set.state {
        check.refuse(
            Refusal::new(
                &CRITERIA_IN_USE,
                say!("`{criteria}` is retired: {reason}", criteria, reason),
                "name the set that has taken its place, and bring it into the programme's extent",
            )
            .at(at),
        );
    }
    check.that(
        set.auditee.is_none_or(|auditee| auditee == audit.auditee),
        &CRITERIA_OWN,
        at,
        say!("`{criteria}` are the own criteria of another auditee", criteria),
        "name criteria that are meant for this auditee",
    );
    Ok(())
}

impl Decide for AdoptCriteria {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        if let Some(auditee) = self.auditee {
            named::<Auditee>(world, auditee, "/auditee")?;
        }
        let criteria_set = criteria_set_id(&self.set.criteria);
        let there = world.find::<CriteriaSet>(criteria_set)?;
        let mut check = Check::new();
        check_tree(&self.set.requirements, &mut check);
        check_attributes(&self.set.requirements, &mut check);
        if let Some(there) = there {
            self.check_against(there, &mut check);
        }
        check.done()?;
        if there.is_some() {
            return Ok(Vec::new());
        }
        let (organization, set) = (organization_id(), self.set.clone());
        Ok(vec![CriteriaAdopted { criteria_set, organization, auditee: self.auditee, set }.into()])
    }
}

impl AdoptCriteria {
    /// A set that is there already must be the same, and in use.
    fn check_against(&self, there: &CriteriaSet, check: &mut Check) {
        check.that(
            there.text() == self.set && there.auditee == self.auditee,
            &CRITERIA_EDITION,
            "/set",
            say!("`{criteria}` was adopted before, and this is not the same", criteria = &self.set.criteria),
            "give what has changed an id that names its own edition, and retire the one before it",
        );
        check.that(
            matches!(there.state, SetState::InUse),
            &CRITERIA_RETIRED,
            "/set/criteria",
            say!("`{criteria}` was adopted before and is retired", criteria = &self.set.criteria),
            "give the set an id that names an edition of its own",
        );
    }
}

impl CriteriaSet {
    /// The set as it was given.
    fn text(&self) -> CriteriaText {
        CriteriaText {
            criteria: self.criteria.clone(),
            title: self.title.clone(),
            publisher: self.publisher.clone(),
            edition: self.edition.clone(),
            source: self.source.clone(),
            requirements: self.requirements.clone(),
        }
    }
}

fn check_tree(requirements: &[SetRequirement], check: &mut Check) {
    check.that(
        !requirements.is_empty(),
        &CRITERIA_REQUIREMENTS,
        "/set/requirements",
        "the set has no requirement",
        "give each thing that an auditee can fulfil or not, with a number and a short title",
    );
    let mut parents: BTreeMap<&RequirementId, Option<&RequirementId>> = BTreeMap::new();
    for (index, requirement) in requirements.iter().enumerate() {
        check.that(
            parents.insert(&requirement.id, requirement.parent.as_ref()).is_none(),
            &CRITERIA_UNIQUE,
            format!("/set/requirements/{index}/id"),
            say!("`{id}` stands twice", id = &requirement.id),
            "keep one of them",
        );
    }
    // INVARIANT (rooted): what is in here was followed to the top, or was refused.
    let mut rooted: BTreeSet<&RequirementId> = BTreeSet::new();
    for (index, requirement) in requirements.iter().enumerate() {
        let at = format!("/set/requirements/{index}/parent");
        if let Some(parent) = requirement.parent.as_ref().filter(|parent| !parents.contains_key(parent)) {
            check.refuse(
                Refusal::new(
                    &CRITERIA_PARENT,
                    say!("there is no requirement `{parent}` in the set", parent),
                    "name a requirement of the same set, or none for one at the top",
                )
                .at(&at),
            );
        }
        let mut way = BTreeSet::new();
        let mut next = Some(&requirement.id);
        while let Some(id) = next.filter(|id| !rooted.contains(id)) {
            if !way.insert(id) {
                check.refuse(
                    Refusal::new(
                        &CRITERIA_PARENT,
                        say!("`{id}` lies above itself", id),
                        "name a parent that is not below it",
                    )
                    .at(&at),
                );
                break;
            }
            next = parents.get(id).copied().flatten();
        }
        rooted.extend(way);
    }
}

fn check_attributes(requirements: &[SetRequirement], check: &mut Check) {
    for (index, requirement) in requirements.iter().enumerate() {
        let mut named: BTreeSet<&Line> = BTreeSet::new();
        for (n, attribute) in requirement.attributes.iter().enumerate() {
            check.that(
                named.insert(&attribute.name) && !attribute.values.is_empty(),
                &CRITERIA_ATTRIBUTES,
                format!("/set/requirements/{index}/attributes/{n}"),
                say!("`{name}` stands twice or has no value", name = &attribute.name),
                "give each attribute once, with all of its values",
            );
        }
    }
}

impl Apply for CriteriaAdopted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let set = self.set.clone();
        world.add(CriteriaSet {
            id: self.criteria_set,
            organization: self.organization,
            auditee: self.auditee,
            criteria: set.criteria,
            title: set.title,
            publisher: set.publisher,
            edition: set.edition,
            source: set.source,
            requirements: set.requirements,
            stamp: stamp.clone(),
            state: SetState::InUse,
        })
    }
}

impl Decide for RetireCriteria {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let set = world.get::<CriteriaSet>(self.criteria_set)?;
        match &set.state {
            SetState::InUse => {
                let (criteria_set, reason) = (self.criteria_set, self.reason.clone());
                Ok(vec![CriteriaRetired { criteria_set, reason }.into()])
            }
            SetState::Retired { .. } => Err(Refusal::new(
                &CRITERIA_RETIRED,
                say!("`{criteria}` is retired already", criteria = &set.criteria),
                "nothing more is needed",
            )
            .into()),
        }
    }
}

impl Apply for CriteriaRetired {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<CriteriaSet>(self.criteria_set, |set| {
            set.state = SetState::Retired { reason: self.reason.clone(), retired: stamp.clone() };
        })
    }
}
