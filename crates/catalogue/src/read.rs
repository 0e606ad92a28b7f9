//! Reading catalogue files: every fault at its place, nothing half-read.

mod row;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use self::row::{Row, Source};
use crate::checklist::{Checklist, ChecklistItem};
use crate::criteria::{CriteriaSet, Heading, Requirement, RequirementRef};
use crate::id::{CriteriaId, Key, RequirementId, TestId};
use crate::limits::{
    ATTRIBUTE_VALUES_MAX, ATTRIBUTES_MAX, CHECKLIST_ITEMS_MAX, CHECKLISTS_MAX, ENTRY_CHARS, FILE_BYTES_MAX,
    LABEL_CHARS, NOTE_CHARS, OBJECTIVE_CHARS, PAIRS_MAX, REQUIREMENTS_MAX, ROLE_CHARS, TEST_EVIDENCE,
    TEST_LINKS_MAX, TEST_MINUTES, TEST_REQUIREMENTS, TEST_SIGNS, TEST_STEPS, TESTS_MAX, TITLE_CHARS,
};
use crate::mapping::{Mapping, Pair};
use crate::problem::{Place, Problems};
use crate::test::{AuditTest, Evidence, How, Question, Sampling};
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
}

/// The lists by which a file shows what it holds; `clauses` and `controls` go together.
const KINDS: &[&[&str]] = &[&["test"], &["clauses", "controls"], &["pairs"], &["checklist"]];

/// Reads one file into `read`.
pub(crate) fn file(name: &str, text: &str, read: &mut Read, problems: &RefCell<Problems>) {
    let fault = |line: usize, what: String, hint: &str| {
        let place = Place { file: name.to_owned(), line, path: String::new() };
        problems.borrow_mut().push(place.problem(what, hint));
    };
    if text.len() > FILE_BYTES_MAX {
        fault(1, format!("has {} bytes", text.len()), "split it; a file has 4 MiB at the most");
        return;
    }
    let source = Source::new(name, text, problems);
    let root = match DeTable::parse(text) {
        Ok(root) => root,
        Err(error) => {
            let line = error.span().map_or(1, |span| source.line(span.start));
            fault(line, error.message().to_owned(), "write TOML in the form of the built-in catalogue");
            return;
        }
    };
    let head = Row::new(&source, root.get_ref(), source.place(1, String::new()));
    let kinds: Vec<&[&str]> =
        KINDS.iter().filter(|kind| kind.iter().any(|list| head.has(list))).copied().collect();
    match kinds.as_slice() {
        [["test"]] => tests(&head, read),
        [["clauses", ..]] => criteria_set(&head, &source, read),
        [["pairs"]] => mapping(&head, read),
        [["checklist"]] => checklists(&head, read),
        [] => {
            fault(
                1,
                "holds no tests, clauses, controls, pairs or checklists".into(),
                "give one of these lists",
            );
            return;
        }
        several => {
            let lists: Vec<String> = several
                .iter()
                .copied()
                .flatten()
                .filter(|list| head.has(list))
                .map(|l| format!("`{l}`"))
                .collect();
            fault(1, format!("holds {}", lists.join(" and ")), "give each sort of list a file of its own");
            return;
        }
    }
    head.done();
}

fn criteria_set(head: &Row<'_>, source: &Source<'_>, read: &mut Read) {
    let before = source.problem_count();
    let id: Option<CriteriaId> = head.parsed("id");
    let title = head.text("title", &LABEL_CHARS);
    let publisher = head.text("publisher", &LABEL_CHARS);
    let edition = head.text("edition", &LABEL_CHARS);
    let from = head.text("source", &LABEL_CHARS);
    let certainty = head.parsed("certainty").unwrap_or(Certainty::OneSource);
    let tested = head.flag("tested");
    let mut requirements = BTreeMap::new();
    let mut places = BTreeMap::new();
    for (list, is_control) in [("clauses", false), ("controls", true)] {
        for row in head.rows(list, &(0..=REQUIREMENTS_MAX)) {
            let requirement = requirement(&row, is_control, certainty);
            row.done();
            let Some(requirement) = requirement else { continue };
            if requirements.contains_key(&requirement.id) {
                row.fault("id", format!("`{}` stands twice", requirement.id), "keep one of them");
                continue;
            }
            places.insert(requirement.id.clone(), row.place.clone());
            requirements.insert(requirement.id.clone(), requirement);
        }
    }
    if requirements.len() > REQUIREMENTS_MAX {
        let what = format!("has {} requirements", requirements.len());
        head.fault("", what, &format!("give {REQUIREMENTS_MAX} at the most"));
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
    let fault = |id: &RequirementId, what: String, hint: &str| {
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
                format!("there is no parent `{parent}`"),
                "name a requirement of the same set",
            );
        }
    }
    let mut rooted: BTreeSet<RequirementId> = BTreeSet::new();
    for start in requirements.values() {
        let mut trail = BTreeSet::new();
        let mut next = Some(start);
        while let Some(requirement) = next.filter(|requirement| !rooted.contains(&requirement.id)) {
            if !trail.insert(requirement.id.clone()) {
                let what = format!("`{}` lies above itself", requirement.id);
                fault(&requirement.id, what, "name a parent that is not below it");
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
    let title = row.text("title", &LABEL_CHARS);
    let parent = row.optional_parsed("parent");
    let documented_information = row.optional("documented_information", &LABEL_CHARS);
    let note = row.optional("note", &NOTE_CHARS);
    let certainty = row.optional_parsed("certainty").unwrap_or(default);
    let attributes =
        row.table("attributes").map(|table| table.named_lists(&(1..=ATTRIBUTE_VALUES_MAX), &LABEL_CHARS));
    let attributes: BTreeMap<_, _> = attributes.into_iter().flatten().collect();
    if attributes.len() > ATTRIBUTES_MAX {
        let what = format!("has {} attributes", attributes.len());
        row.fault("attributes", what, &format!("give {ATTRIBUTES_MAX} at the most"));
    }
    let id = id?;
    let kind = match (is_control, id.is_item()) {
        (true, _) => RequirementKind::Control,
        (false, true) => RequirementKind::Item,
        (false, false) => RequirementKind::Clause,
    };
    Some(Requirement { id, title: title?, parent, kind, documented_information, attributes, certainty, note })
}

fn mapping(head: &Row<'_>, read: &mut Read) {
    let (from, to): (Option<CriteriaId>, Option<CriteriaId>) = (head.parsed("from"), head.parsed("to"));
    let source = head.text("source", &LABEL_CHARS);
    let certainty = head.parsed("certainty").unwrap_or(Certainty::OneSource);
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
    let note = row.optional("note", &NOTE_CHARS);
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
        row.fault("relation", format!("`{relation}` does not fit the two sides"), hint);
    }
    Some(Pair { from, to, relation, certainty, note })
}

fn checklists(head: &Row<'_>, read: &mut Read) {
    for row in head.rows("checklist", &(1..=CHECKLISTS_MAX)) {
        let id: Option<Key> = row.parsed("id");
        let title = row.text("title", &LABEL_CHARS);
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
    let text = row.text("text", &LABEL_CHARS);
    let need = row.parsed("need");
    let source = row.optional("source", &LABEL_CHARS).or_else(|| source.cloned());
    let certainty = row.optional_parsed("certainty").or(certainty);
    let note = row.optional("note", &NOTE_CHARS);
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

fn tests(head: &Row<'_>, read: &mut Read) {
    let criteria: Option<CriteriaId> = head.parsed("criteria");
    let audit_types: Vec<AuditType> = without_places(head.words("audit_types", &(0..=AuditType::ALL.len())));
    for row in head.rows("test", &(1..=TESTS_MAX)) {
        let test = test(&row, criteria.as_ref(), &audit_types, read);
        row.done();
        read.tests.extend(test.map(|test| (row.place.clone(), test)));
    }
}

fn test(
    row: &Row<'_>,
    criteria: Option<&CriteriaId>,
    audit_types: &[AuditType],
    read: &mut Read,
) -> Option<AuditTest> {
    let id: Option<TestId> = row.parsed("id");
    let title = row.text("title", &TITLE_CHARS);
    let objective = row.text("objective", &OBJECTIVE_CHARS);
    let requirements = row.words::<RequirementId>("requirements", &TEST_REQUIREMENTS);
    let own_types = without_places(row.words("audit_types", &(0..=AuditType::ALL.len())));
    let evidence = evidence(row);
    let how = how(row);
    let sampling = sampling(row);
    let conformity = without_places(row.texts("conformity", &TEST_SIGNS, &ENTRY_CHARS));
    let warnings = without_places(row.texts("warnings", &TEST_SIGNS, &ENTRY_CHARS));
    let breaches = row.words::<RequirementId>("breaches", &(0..=TEST_LINKS_MAX));
    let links = row.words::<TestId>("links", &(0..=TEST_LINKS_MAX));
    let minutes = row.needed_number("minutes", &TEST_MINUTES);
    if links.iter().any(|(_, link)| Some(link) == id.as_ref()) {
        row.fault("links", "leads to the test itself", "name other tests");
    }
    let criteria = criteria?;
    let named = |id: &RequirementId| RequirementRef { criteria: criteria.clone(), id: id.clone() };
    read.mentions.extend(requirements.iter().chain(&breaches).map(|(place, id)| (place.clone(), named(id))));
    read.links.extend(links.iter().cloned());
    Some(AuditTest {
        id: id?,
        title: title?,
        requirements: requirements.iter().map(|(_, id)| named(id)).collect(),
        audit_types: if own_types.is_empty() { audit_types.to_vec() } else { own_types },
        objective: objective?,
        evidence,
        how,
        sampling: sampling?,
        conformity,
        warnings,
        breaches: without_places(breaches),
        minutes: minutes?,
        links: without_places(links),
    })
}

fn evidence(row: &Row<'_>) -> Vec<Evidence> {
    let pieces = row.rows("evidence", &TEST_EVIDENCE);
    let read = pieces.iter().filter_map(|piece| {
        let kind = piece.parsed("kind");
        let what = piece.text("what", &ENTRY_CHARS);
        let holder = piece.text("holder", &ROLE_CHARS);
        piece.done();
        Some(Evidence { kind: kind?, what: what?, holder: holder? })
    });
    read.collect()
}

fn how(row: &Row<'_>) -> How {
    let before = ["ask", "observe", "inspect", "reperform"];
    let any = 0..=*TEST_STEPS.end();
    let questions = row.rows("ask", &any);
    let ask: Vec<Question> = questions
        .iter()
        .filter_map(|ask| {
            let (role, question) = (ask.text("role", &ROLE_CHARS), ask.text("question", &ENTRY_CHARS));
            ask.done();
            Some(Question { role: role?, question: question? })
        })
        .collect();
    let steps = |key| without_places(row.texts(key, &any, &ENTRY_CHARS));
    let how =
        How { ask, observe: steps("observe"), inspect: steps("inspect"), reperform: steps("reperform") };
    let count = questions.len() + how.observe.len() + how.inspect.len() + how.reperform.len();
    if !TEST_STEPS.contains(&count) {
        let key = before.into_iter().find(|key| row.has(key)).unwrap_or_default();
        let what = format!("has {count} things to ask, observe, inspect and do again");
        row.fault(key, what, &format!("give {} to {} in all", TEST_STEPS.start(), TEST_STEPS.end()));
    }
    how
}

fn sampling(row: &Row<'_>) -> Option<Sampling> {
    if !row.has("sampling") {
        row.fault("sampling", "is missing", "say what to sample from, and what makes a fair sample");
    }
    let sampling = row.table("sampling")?;
    let (population, note) = (sampling.text("population", &ENTRY_CHARS), sampling.text("note", &ENTRY_CHARS));
    sampling.done();
    Some(Sampling { population: population?, note: note? })
}

fn without_places<T>(list: Vec<(Place, T)>) -> Vec<T> {
    list.into_iter().map(|(_, value)| value).collect()
}
