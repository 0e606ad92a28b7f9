//! Which requirements of an audit's criteria an audit test serves: those it was written for, and those that these correspond to by
//! the adopted mappings.

use std::collections::{BTreeMap, BTreeSet};

use super::{AuditTest, Requirement, ServedByMapping};
use crate::auditee::organization_id;
use crate::criteria::{Mapping, MappingRelation};
use crate::kernel::id::MappingId;
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::{CriteriaId, RequirementId};
use crate::words::AuditType;

/// What a test serves of an audit's criteria.
pub(super) struct Served {
    /// Every requirement of the criteria, each once; those the test was written for come first.
    pub(super) requirements: Vec<Requirement>,
    /// Those that are served by a mapping alone.
    pub(super) by_mapping: Vec<ServedByMapping>,
}

impl Served {
    /// Whether the test was written for a requirement of the criteria.
    const fn is_direct(&self) -> bool {
        self.requirements.len() > self.by_mapping.len()
    }
}

/// The mappings in use that lead to an audit's criteria.
pub(super) struct Serving<'w> {
    criteria: &'w [CriteriaId],
    ways: Vec<Way<'w>>,
}

/// A mapping, read towards one of the audit's criteria.
struct Way<'w> {
    mapping: MappingId,
    from: &'w CriteriaId,
    to: &'w CriteriaId,
    /// What each requirement leads to; nothing for one of which the mapping says that it has no counterpart.
    pairs: BTreeMap<&'w RequirementId, Vec<(&'w RequirementId, MappingRelation)>>,
}

impl<'w> Way<'w> {
    fn forward(mapping: &'w Mapping) -> Self {
        let sides = mapping.pairs.iter().map(|pair| (pair.from.as_ref(), pair.to.as_ref(), pair.relation));
        Self { mapping: mapping.id, from: &mapping.from, to: &mapping.to, pairs: by_first(sides) }
    }

    fn backward(mapping: &'w Mapping) -> Self {
        let sides = mapping.pairs.iter().map(|pair| (pair.to.as_ref(), pair.from.as_ref(), pair.relation));
        Self { mapping: mapping.id, from: &mapping.to, to: &mapping.from, pairs: by_first(sides) }
    }

    /// What a requirement leads to. An item that the mapping does not name goes where its clause goes.
    fn counterparts(&self, id: &RequirementId) -> &[(&'w RequirementId, MappingRelation)] {
        let clause = || id.as_str().split_once(' ').and_then(|(clause, _)| clause.parse().ok());
        let found = self.pairs.get(id).or_else(|| {
            let clause: RequirementId = clause()?;
            self.pairs.get(&clause)
        });
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

fn by_first<'w>(
    sides: impl Iterator<Item = (Option<&'w RequirementId>, Option<&'w RequirementId>, MappingRelation)>,
) -> BTreeMap<&'w RequirementId, Vec<(&'w RequirementId, MappingRelation)>> {
    let mut pairs: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (first, second, relation) in sides {
        if let Some(first) = first {
            pairs.entry(first).or_default().extend(second.map(|second| (second, relation)));
        }
    }
    pairs
}

impl<'w> Serving<'w> {
    /// What leads to these criteria.
    pub(super) fn of(world: &'w World, criteria: &'w [CriteriaId]) -> Result<Self, Stop> {
        let mut ways = Vec::new();
        for mapping in world.list::<Mapping>("organization", organization_id())? {
            if mapping.is_in_use() && criteria.contains(&mapping.to) {
                ways.push(Way::forward(mapping));
            }
            if mapping.is_in_use() && criteria.contains(&mapping.from) {
                ways.push(Way::backward(mapping));
            }
        }
        Ok(Self { criteria, ways })
    }

    /// The tests in use for a type of audit, each with what it serves. A test of a set that is none of the criteria is among them
    /// where it serves a requirement that no test of the criteria themselves is on.
    pub(super) fn tests(
        &self,
        world: &'w World,
        audit_type: AuditType,
    ) -> Result<Vec<(&'w AuditTest, Served)>, Stop> {
        let tests = world.list::<AuditTest>("organization", organization_id())?;
        let for_type =
            |test: &AuditTest| test.audit_types.is_empty() || test.audit_types.contains(&audit_type);
        let mut all: Vec<(&AuditTest, Served)> = tests
            .into_iter()
            .filter(|test| !test.retired && for_type(test))
            .map(|test| (test, self.served_by(test)))
            .collect();
        let direct: BTreeSet<(&CriteriaId, &RequirementId)> = all
            .iter()
            .flat_map(|(test, _)| &test.requirements)
            .filter(|requirement| self.criteria.contains(&requirement.criteria))
            .map(|requirement| (&requirement.criteria, &requirement.id))
            .collect();
        let has_own_test = |requirement: &Requirement| {
            direct.iter().any(|(criteria, id)| {
                **criteria == requirement.criteria
                    && (is_at_or_below(id, &requirement.id) || is_at_or_below(&requirement.id, id))
            })
        };
        all.retain(|(_, served)| {
            served.is_direct() || served.requirements.iter().any(|requirement| !has_own_test(requirement))
        });
        Ok(all)
    }

    /// What a test serves; nothing where it leads to none of the criteria.
    pub(super) fn served_by(&self, test: &AuditTest) -> Served {
        let mut requirements: Vec<Requirement> = Vec::new();
        for own in test.requirements.iter().filter(|own| self.criteria.contains(&own.criteria)) {
            if !requirements.contains(own) {
                requirements.push(own.clone());
            }
        }
        let mut by_mapping = Vec::new();
        for tested in &test.requirements {
            for way in self.ways.iter().filter(|way| *way.from == tested.criteria) {
                for (id, relation) in way.counterparts(&tested.id) {
                    let served = Requirement { criteria: way.to.clone(), id: (*id).clone() };
                    if requirements.contains(&served) {
                        continue;
                    }
                    requirements.push(served.clone());
                    by_mapping.push(ServedByMapping {
                        served,
                        tested: tested.clone(),
                        relation: *relation,
                        mapping: way.mapping,
                    });
                }
            }
        }
        Served { requirements, by_mapping }
    }
}

/// Whether a requirement is `top` or stands below it: `6.1.2 a)` below `6.1.2` and `6`.
pub(super) fn is_at_or_below(id: &RequirementId, top: &RequirementId) -> bool {
    id.as_str()
        .strip_prefix(top.as_str())
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || rest.starts_with(' '))
}
