//! The policies, read once for the whole process, and asked.

use std::collections::{HashMap, HashSet};
use std::str::FromStr as _;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use assize_domain::Kind;
use assize_domain::access::Role;
use assize_domain::words::Classification;
use cedar_policy::{
    Authorizer, Context, Decision, Effect, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicyId,
    PolicySet, Request, RestrictedExpression, Schema,
};

use crate::Action;
use crate::facts::{EVERYONE, GROUPS, OPERATOR, SHELVES, WHOLES};

/// The policies as people read them.
pub const POLICIES: &str = include_str!("../policies/access.cedar");
/// What they can speak of.
pub const SCHEMA: &str = include_str!("../policies/access.cedarschema");

/// Why the policies could not be read: then nobody may do anything.
#[derive(Debug, thiserror::Error)]
#[error("the policies of access cannot be read: {0}")]
pub struct Unreadable(String);

fn unreadable(error: impl std::fmt::Display) -> Unreadable {
    Unreadable(error.to_string())
}

/// A policy, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The name by which it is translated.
    pub id: String,
    /// What it comes to, in a sentence.
    pub title: String,
    /// Whether it permits; it forbids otherwise.
    pub permits: bool,
}

/// Policies and what they are asked about, made ready.
#[derive(Debug)]
pub(crate) struct Engine {
    policies: PolicySet,
    entities: Entities,
    authorizer: Authorizer,
    sentences: Vec<Sentence>,
    by_policy: HashMap<PolicyId, usize>,
    principals: HashMap<&'static str, EntityUid>,
    actions: HashMap<&'static str, EntityUid>,
    resources: HashMap<&'static str, EntityUid>,
    /// What was asked before. There are some thousands of questions at the most, and an answer stays what it is as long as the process runs:
    /// lists ask the same one for each of their records.
    known: RwLock<HashMap<Question, Answer>>,
}

/// Role, action, kind, whether it is released, how sensitive it is.
type Question = (&'static str, Action, &'static str, bool, Option<Classification>);

/// What one asking of the policies came to.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) allowed: bool,
    /// The places of the deciding policies among the sentences.
    pub(crate) by: Arc<[usize]>,
}

/// The engine; nothing where the policies cannot be read, and then nothing is permitted.
pub(crate) fn engine() -> Option<&'static Engine> {
    static ENGINE: OnceLock<Option<Engine>> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::read(POLICIES, SCHEMA).ok()).as_ref()
}

/// Every kind that can be asked about.
pub(crate) fn kinds() -> impl Iterator<Item = &'static str> {
    Kind::WORDS.iter().copied().chain(WHOLES)
}

/// Every role that can be asked about.
pub(crate) fn roles() -> impl Iterator<Item = &'static str> {
    Role::WORDS.iter().copied().chain([EVERYONE, OPERATOR])
}

impl Engine {
    /// Reads policies.
    pub(crate) fn read(policies: &str, schema: &str) -> Result<Self, Unreadable> {
        let (schema, _) = Schema::from_cedarschema_str(schema).map_err(unreadable)?;
        let policies = PolicySet::from_str(policies).map_err(unreadable)?;
        let mut sentences = Vec::new();
        let mut by_policy = HashMap::new();
        for policy in policies.policies() {
            let said = |key: &str| {
                let found = policy.annotation(key).map(str::to_owned);
                found.ok_or_else(|| unreadable(format!("policy `{}` has no @{key}", policy.id())))
            };
            by_policy.insert(policy.id().clone(), sentences.len());
            let permits = policy.effect() == Effect::Permit;
            sentences
                .push((policy.id().clone(), Sentence { id: said("id")?, title: said("title")?, permits }));
        }
        // A set of policies has no order of its own; the file has: `policy0`, `policy1`, ...
        sentences.sort_by_key(|(id, _)| {
            let digits: String = id.to_string().chars().filter(char::is_ascii_digit).collect();
            digits.parse::<usize>().unwrap_or(usize::MAX)
        });
        for (place, (id, _)) in sentences.iter().enumerate() {
            by_policy.insert(id.clone(), place);
        }
        let principals = uids("Role", roles())?;
        let resources = uids("Kind", kinds())?;
        let mut all = entities(&principals, "Group", GROUPS)?;
        all.extend(entities(&resources, "Shelf", SHELVES)?);
        Ok(Self {
            policies,
            entities: Entities::from_entities(all, Some(&schema)).map_err(unreadable)?,
            authorizer: Authorizer::new(),
            sentences: sentences.into_iter().map(|(_, sentence)| sentence).collect(),
            by_policy,
            principals,
            actions: uids("Action", Action::WORDS.iter().copied())?,
            resources,
            known: RwLock::default(),
        })
    }

    /// The policies as sentences, in the order of the file.
    pub(crate) fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Asks for one role. Whatever goes wrong permits nothing.
    pub(crate) fn ask(
        &self,
        role: &str,
        action: Action,
        kind: &str,
        released: bool,
        classification: Option<Classification>,
    ) -> Answer {
        let refused = || Answer { allowed: false, by: Arc::new([]) };
        let named = (self.principals.get_key_value(role), self.resources.get_key_value(kind));
        let (Some((role, principal)), Some((kind, resource))) = named else { return refused() };
        let question = (*role, action, *kind, released, classification);
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&question) {
            return known.clone();
        }
        let answer =
            self.evaluated(principal, action, resource, released, classification).unwrap_or_else(refused);
        self.known.write().unwrap_or_else(PoisonError::into_inner).insert(question, answer.clone());
        answer
    }

    /// Has the policies evaluated; nothing where they cannot be asked.
    fn evaluated(
        &self,
        principal: &EntityUid,
        action: Action,
        resource: &EntityUid,
        released: bool,
        classification: Option<Classification>,
    ) -> Option<Answer> {
        let action = self.actions.get(action.word())?;
        let facts = std::iter::once(("released".to_owned(), RestrictedExpression::new_bool(released)));
        let facts = facts.chain(classification.map(|how| {
            ("classification".to_owned(), RestrictedExpression::new_string(how.word().to_owned()))
        }));
        let context = Context::from_pairs(facts).ok()?;
        let request =
            Request::new(principal.clone(), action.clone(), resource.clone(), context, None).ok()?;
        let response = self.authorizer.is_authorized(&request, &self.policies, &self.entities);
        // A policy that could not be evaluated may be one that forbids.
        let whole = response.diagnostics().errors().next().is_none();
        let mut by: Vec<usize> =
            response.diagnostics().reason().filter_map(|id| self.by_policy.get(id).copied()).collect();
        by.sort_unstable();
        Some(Answer { allowed: whole && response.decision() == Decision::Allow, by: by.into() })
    }
}

fn uids(
    of: &str,
    words: impl Iterator<Item = &'static str>,
) -> Result<HashMap<&'static str, EntityUid>, Unreadable> {
    words.map(|word| Ok((word, uid(of, word)?))).collect()
}

fn uid(of: &str, word: &str) -> Result<EntityUid, Unreadable> {
    let name = EntityTypeName::from_str(of).map_err(unreadable)?;
    Ok(EntityUid::from_type_name_and_id(name, EntityId::new(word)))
}

/// Members with what they stand under, and what they stand under itself.
fn entities(
    members: &HashMap<&'static str, EntityUid>,
    above: &str,
    sets: &[(&str, &[&str])],
) -> Result<Vec<Entity>, Unreadable> {
    let mut all = Vec::new();
    for (word, member) in members {
        let mut parents = HashSet::new();
        for (name, _) in sets.iter().filter(|(_, words)| words.contains(word)) {
            parents.insert(uid(above, name)?);
        }
        all.push(Entity::new_no_attrs(member.clone(), parents));
    }
    for (name, _) in sets {
        all.push(Entity::new_no_attrs(uid(above, name)?, HashSet::new()));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &str =
        "@id(\"all\") @title(\"Everything is permitted.\") permit (principal, action, resource);\n";

    fn asks(policies: &str) -> bool {
        Engine::read(policies, SCHEMA).unwrap().ask("leader", Action::See, "audit", true, None).allowed
    }

    #[test]
    fn what_cannot_be_read_is_no_engine() {
        assert!(Engine::read(POLICIES, SCHEMA).is_ok());
        assert!(Engine::read("permit (principal", SCHEMA).is_err());
        assert!(Engine::read("permit (principal, action, resource);", SCHEMA).is_err(), "it has no sentence");
        assert!(Engine::read(ALL, "entity").is_err());
    }

    #[test]
    fn a_policy_that_cannot_be_evaluated_permits_nothing_and_lets_nothing_through() {
        assert!(asks(ALL));
        let broken = |effect: &str| {
            format!(
                "@id(\"broken\") @title(\"It asks for what is not there.\") {effect} (principal, action, resource) \
                 when {{ context.nowhere == 1 }};"
            )
        };
        assert!(!asks(&broken("permit")));
        assert!(!asks(&format!("{ALL}{}", broken("forbid"))));
    }

    #[test]
    fn what_was_asked_before_is_answered_as_it_would_be_now() {
        let engine = Engine::read(POLICIES, SCHEMA).unwrap();
        let mut number = 0;
        for role in roles() {
            for (kind, action) in
                kinds().flat_map(|kind| Action::ALL.iter().map(move |action| (kind, *action)))
            {
                number += 1;
                // One in some, so that each role, kind and action is among them.
                if number % 23 != 0 {
                    continue;
                }
                let first = engine.ask(role, action, kind, number % 2 == 0, None);
                let again = engine.ask(role, action, kind, number % 2 == 0, None);
                let now = engine
                    .evaluated(
                        &engine.principals[role],
                        action,
                        &engine.resources[kind],
                        number % 2 == 0,
                        None,
                    )
                    .unwrap();
                let said = |answer: &Answer| (answer.allowed, answer.by.to_vec());
                assert_eq!((said(&first), said(&again)), (said(&now), said(&now)), "{role} {action} {kind}");
            }
        }
        assert!(engine.known.read().unwrap().len() > 100);
    }

    #[test]
    fn what_nobody_knows_is_refused() {
        let engine = Engine::read(ALL, SCHEMA).unwrap();
        assert!(engine.ask("leader", Action::See, "audit", false, None).allowed);
        assert!(!engine.ask("emperor", Action::See, "audit", false, None).allowed);
        assert!(!engine.ask("leader", Action::See, "tea", false, None).allowed);
    }
}
