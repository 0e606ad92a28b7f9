//! Reading catalogue files: every fault at its place, nothing half-read.

use assize_domain::kernel::said::{Said, all_of, say};
mod row;
mod test;
mod toml_in;
mod trail;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

pub(crate) use self::row::Prose;
use self::row::{Row, Source};
pub(crate) use self::toml_in::root as toml_root;
use crate::checklist::{Checklist, ChecklistItem};
use crate::criteria::{CriteriaSet, Heading, Requirement, RequirementRef};
use crate::id::{CriteriaId, Key, RequirementId, TestId};
use crate::limits::{
    ATTRIBUTE_VALUES_MAX, ATTRIBUTES_MAX, CHECKLIST_ITEMS_MAX, CHECKLISTS_MAX, LABEL_CHARS, MAPPINGS_MAX,
    NOTE_CHARS, PAIRS_MAX, REQUIREMENTS_MAX,
};
use crate::mapping::{Mapping, Pair};
use crate::node::Node;
use crate::problem::{Place, Problems};
use crate::test::AuditTest;
use crate::trail::Trail;
use crate::words::{AuditType, Certainty, Relation, RequirementKind};

/// What the files hold, each thing with its place, and what they say must exist.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) sets: Vec<(Place, CriteriaSet)>,
    pub(crate) tests: Vec<(Place, AuditTest)>,
    pub(crate) mappings: Vec<(Place, Mapping)>,
    pub(crate) checklists: Vec<(Place, Checklist)>,
    /// Where each requirement of the sets stands.
    pub(crate) requirements: BTreeMap<RequirementRef, Place>,
    /// Every mention of a requirement.
    pub(crate) mentions: Vec<(Place, RequirementRef)>,
    /// Every link to a test.
    pub(crate) links: Vec<(Place, TestId)>,
    /// Every item of a checklist.
    pub(crate) items: Vec<(Place, Key)>,
    pub(crate) trails: Vec<(Place, Trail)>,
    /// What each nonconformity of a test breaches.
    pub(crate) breaches: Vec<(Place, Vec<RequirementRef>)>,
    /// The texts in somebody's own words, for those who examine them.
    pub(crate) prose: Prose,
}

/// The lists by which a file shows what it holds; `clauses` and `controls` go together.
const KINDS: &[&[&str]] =
    &[&["clauses", "controls"], &["test"], &["trail"], &["mapping"], &["pairs"], &["checklist"]];

/// Reads one TOML file into `read`.
pub(crate) fn file(name: &str, text: &str, read: &mut Read, problems: &RefCell<Problems>) {
    match toml_in::root(name, text) {
        Ok(root) => document(name, &root, read, problems),
        Err(problem) => problems.borrow_mut().push(*problem),
    }
}

/// Reads what a file of whatever format holds into `read`.
pub(crate) fn document(name: &str, root: &Node<'_>, read: &mut Read, problems: &RefCell<Problems>) {
    let source = Source::new(name, problems, read.prose.alike());
    let head = Row::new(&source, root, source.place(root.line, String::new()));
    let kinds: Vec<&[&str]> =
        KINDS.iter().filter(|kind| kind.iter().any(|list| head.has(list))).copied().collect();
    match kinds.as_slice() {
        [["clauses", ..], beside @ ..]
            if beside.iter().all(|kind| matches!(kind, ["test"] | ["trail"] | ["mapping"])) =>
        {
            criteria_set(&head, &source, read);
            for kind in beside {
                match kind {
                    ["test"] => test::all(&head, "id", read),
                    ["trail"] => trail::all(&head, read),
                    _ => mappings(&head, read),
                }
            }
        }
        [["test"]] => test::all(&head, "criteria", read),
        [["trail"]] => trail::all(&head, read),
        [["mapping"]] => mappings(&head, read),
        [["pairs"]] => mapping(&head, read),
        [["checklist"]] => checklists(&head, read),
        [] => {
            let what = "holds no tests, clauses, controls, mappings, pairs, checklists or trails";
            source.push(head.place.problem(what, "give one of these lists"));
            return;
        }
        several => {
            let lists = several.iter().copied().flatten().filter(|list| head.has(list));
            let lists: Vec<String> = lists.map(|list| format!("`{list}`")).collect();
            let hint = "give each sort of list a file of its own; tests, trails and mappings may stand with their set";
            source.push(head.place.problem(say!("holds {lists}", lists = all_of(lists)), hint));
            return;
        }
    }
    head.done();
    read.prose.append(source.prose.take());
}

fn criteria_set(head: &Row<'_>, source: &Source<'_>, read: &mut Read) {
    let before = source.problem_count();
    let id: Option<CriteriaId> = head.parsed("id");
    let title = head.prose("title", &LABEL_CHARS);
    let publisher = head.text("publisher", &LABEL_CHARS);
    let edition = head.text("edition", &LABEL_CHARS);
    let from = head.text("source", &LABEL_CHARS);
    let certainty = head.optional_parsed("certainty").unwrap_or(Certainty::OneSource);
    let tested = head.flag("tested");
    let mut requirements = BTreeMap::new();
    let mut places = BTreeMap::new();
    for (list, is_control) in [("clauses", false), ("controls", true)] {
        for row in head.rows(list, &(0..=REQUIREMENTS_MAX)) {
            let requirement = requirement(&row, is_control, certainty);
            row.done();
            let Some(requirement) = requirement else { continue };
            if requirements.contains_key(&requirement.id) {
                row.fault("id", say!("`{id}` stands twice", id = requirement.id), "keep one of them");
                continue;
            }
            places.insert(requirement.id.clone(), row.place.clone());
            requirements.insert(requirement.id.clone(), requirement);
        }
    }
    if requirements.len() > REQUIREMENTS_MAX {
        let what = say!("has {count} requirements", count = requirements.len());
        head.fault("", what, say!("give {most} at the most", most = REQUIREMENTS_MAX));
    }
    check_tree(&requirements, &places, source);
    let (Some(id), Some(title), Some(publisher), Some(edition), Some(from)) =
        (id, title, publisher, edition, from)
    else {
        return;
    };
    // A set with a hole would make a fault of every mention of what is missing from it.
    if source.problem_count() > before {
        return;
    }
    for (requirement, place) in places {
        read.requirements.insert(RequirementRef { criteria: id.clone(), id: requirement }, place);
    }
    let heading = Heading { title, publisher, edition, source: from, tested };
    read.sets.push((head.place.clone(), CriteriaSet::new(id, heading, requirements)));
}

/// A parent that is named is there, and nothing lies above itself.
fn check_tree(
    requirements: &BTreeMap<RequirementId, Requirement>,
    places: &BTreeMap<RequirementId, Place>,
    source: &Source<'_>,
) {
    let fault = |id: &RequirementId, what: Said, hint: Said| {
        if let Some(place) = places.get(id) {
            source.push(place.problem(what, hint));
        }
    };
    for requirement in requirements.values() {
        if let Some(parent) = &requirement.parent
            && !requirements.contains_key(parent)
        {
            fault(
                &requirement.id,
                say!("there is no parent `{parent}`", parent),
                "name a requirement of the same set".into(),
            );
        }
    }
    let mut rooted: BTreeSet<RequirementId> = BTreeSet::new();
    for start in requirements.values() {
        let mut trail = BTreeSet::new();
        let mut next = Some(start);
        while let Some(requirement) = next.filter(|requirement| !rooted.contains(&requirement.id)) {
            if !trail.insert(requirement.id.clone()) {
                let what = say!("`{id}` lies above itself", id = requirement.id);
                fault(&requirement.id, what, "name a parent that is not below it".into());
                break;
            }
            let parent = requirement.parent.clone().or_else(|| requirement.id.parent());
            next = parent.and_then(|parent| requirements.get(&parent));
        }
        // Not `append`, which builds the whole set anew each time.
        rooted.extend(trail);
    }
}

fn requirement(row: &Row<'_>, is_control: bool, default: Certainty) -> Option<Requirement> {
    let id: Option<RequirementId> = row.parsed("id");
    let title = row.prose("title", &LABEL_CHARS);
    let parent = row.optional_parsed("parent");
    let documented_information = row.optional_prose("documented_information", &LABEL_CHARS);
    let note = row.optional_prose("note", &NOTE_CHARS);
    let certainty = row.optional_parsed("certainty").unwrap_or(default);
    let attributes =
        row.table("attributes").map(|table| table.named_lists(&(1..=ATTRIBUTE_VALUES_MAX), &LABEL_CHARS));
    let attributes: BTreeMap<_, _> = attributes.into_iter().flatten().collect();
    if attributes.len() > ATTRIBUTES_MAX {
        let what = say!("has {count} attributes", count = attributes.len());
        row.fault("attributes", what, say!("give {most} at the most", most = ATTRIBUTES_MAX));
    }
    let id = id?;
    let kind = match (is_control, id.is_item()) {
        (true, _) => RequirementKind::Control,
        (false, true) => RequirementKind::Item,
        (false, false) => RequirementKind::Clause,
    };
    Some(Requirement { id, title: title?, parent, kind, documented_information, attributes, certainty, note })
}

/// Every mapping of a file that holds several, or that has them with a set.
fn mappings(head: &Row<'_>, read: &mut Read) {
    for row in head.rows("mapping", &(1..=MAPPINGS_MAX)) {
        mapping(&row, read);
        row.done();
    }
}

fn mapping(head: &Row<'_>, read: &mut Read) {
    let (from, to): (Option<CriteriaId>, Option<CriteriaId>) = (head.parsed("from"), head.parsed("to"));
    let source = head.text("source", &LABEL_CHARS);
    let certainty = head.optional_parsed("certainty").unwrap_or(Certainty::OneSource);
    if from.is_some() && from == to {
        head.fault("to", "is the set mapped from", "name two sets");
    }
    let mut pairs = Vec::new();
    let mut seen = BTreeSet::new();
    for row in head.rows("pairs", &(1..=PAIRS_MAX)) {
        let pair = pair(&row, certainty);
        row.done();
        let Some(pair) = pair else { continue };
        for (criteria, id) in [(&from, &pair.from), (&to, &pair.to)] {
            if let (Some(criteria), Some(id)) = (criteria, id) {
                let end = RequirementRef { criteria: criteria.clone(), id: id.clone() };
                read.mentions.push((row.place.clone(), end));
            }
        }
        if !seen.insert((pair.from.clone(), pair.to.clone())) {
            row.fault("", "stands twice", "keep one of the pairs");
        }
        pairs.push(pair);
    }
    if let (Some(from), Some(to), Some(source)) = (from, to, source) {
        read.mappings.push((head.place.clone(), Mapping { from, to, source, pairs }));
    }
}

fn pair(row: &Row<'_>, default: Certainty) -> Option<Pair> {
    let from: Option<RequirementId> = row.optional_parsed("from");
    let to: Option<RequirementId> = row.optional_parsed("to");
    let relation: Option<Relation> = row.parsed("relation");
    let certainty = row.optional_parsed("certainty").unwrap_or(default);
    let note = row.optional_prose("note", &NOTE_CHARS);
    let relation = relation?;
    let (fits, hint) = match relation {
        Relation::New => (!row.has("from") && row.has("to"), "give `to` alone for what is new"),
        Relation::Dropped => (row.has("from") && !row.has("to"), "give `from` alone for what was dropped"),
        Relation::Equal => {
            (row.has("from") && from == to, "give the same number on both sides for what is equal")
        }
        Relation::Renumbered => {
            (row.has("from") && row.has("to") && from != to, "give two numbers for what was renumbered")
        }
        Relation::Changed | Relation::Moved | Relation::Merged | Relation::Split => {
            (row.has("from") && row.has("to"), "give `from` and `to`")
        }
    };
    if !fits {
        row.fault(
            "relation",
            say!("`{relation}` does not fit the two sides", relation = relation.as_str()),
            hint,
        );
    }
    Some(Pair { from, to, relation, certainty, note })
}

fn checklists(head: &Row<'_>, read: &mut Read) {
    for row in head.rows("checklist", &(1..=CHECKLISTS_MAX)) {
        let id: Option<Key> = row.parsed("id");
        let title = row.prose("title", &LABEL_CHARS);
        let source = row.text("source", &LABEL_CHARS);
        let certainty: Option<Certainty> = row.parsed("certainty");
        let mut items = Vec::new();
        for item in row.rows("items", &(1..=CHECKLIST_ITEMS_MAX)) {
            let found = checklist_item(&item, source.as_ref(), certainty);
            item.done();
            let Some(found) = found else { continue };
            read.items.push((item.place.clone(), found.id.clone()));
            read.mentions
                .extend(found.requirement.clone().map(|requirement| (item.place.clone(), requirement)));
            items.push(found);
        }
        row.done();
        if let (Some(id), Some(title)) = (id, title) {
            read.checklists.push((row.place.clone(), Checklist { id, title, items }));
        }
    }
}

fn checklist_item(
    row: &Row<'_>,
    source: Option<&String>,
    certainty: Option<Certainty>,
) -> Option<ChecklistItem> {
    let id = row.parsed("id");
    let text = row.prose("text", &LABEL_CHARS);
    let need = row.parsed("need");
    let source = row.optional("source", &LABEL_CHARS).or_else(|| source.cloned());
    let certainty = row.optional_parsed("certainty").or(certainty);
    let note = row.optional_prose("note", &NOTE_CHARS);
    let (criteria, requirement) = (row.optional_parsed("criteria"), row.optional_parsed("requirement"));
    if row.has("criteria") != row.has("requirement") {
        row.fault(
            "",
            "names a requirement without its set, or a set alone",
            "give `criteria` and `requirement`",
        );
    }
    let audit_types = without_places(row.words("audit_types", &(0..=AuditType::ALL.len())));
    Some(ChecklistItem {
        id: id?,
        text: text?,
        need: need?,
        source: source?,
        certainty: certainty?,
        note,
        requirement: criteria.zip(requirement).map(|(criteria, id)| RequirementRef { criteria, id }),
        audit_types,
    })
}

fn without_places<T>(list: Vec<(Place, T)>) -> Vec<T> {
    list.into_iter().map(|(_, value)| value).collect()
}
