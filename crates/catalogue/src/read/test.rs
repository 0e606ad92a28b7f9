//! Reading audit tests.

use super::row::Row;
use super::{Read, without_places};
use crate::criteria::RequirementRef;
use crate::id::{CriteriaId, Related, RequirementId, TestId};
use crate::limits::{
    ENTRY_CHARS, NONCONFORMITY_BREACHES, OBJECTIVE_CHARS, ROLE_CHARS, TEST_EVIDENCE, TEST_LINKS_MAX,
    TEST_MINUTES, TEST_NONCONFORMITIES, TEST_RELATED_MAX, TEST_REMOTE, TEST_REQUIREMENTS, TEST_SIGNS,
    TEST_STEPS, TESTS_MAX, TITLE_CHARS,
};
use crate::test::{AuditTest, Evidence, How, Nonconformity, Question, Sampling};
use crate::words::AuditType;
use assize_domain::kernel::said::say;

/// Every test of a file, whose set of criteria `criteria_key` names.
pub(super) fn all(head: &Row<'_>, criteria_key: &'static str, read: &mut Read) {
    let criteria: Option<CriteriaId> = head.parsed(criteria_key);
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
    let title = row.prose("title", &TITLE_CHARS);
    let objective = row.prose("objective", &OBJECTIVE_CHARS);
    let requirements = row.words::<RequirementId>("requirements", &TEST_REQUIREMENTS);
    let own_types = without_places(row.words("audit_types", &(0..=AuditType::ALL.len())));
    let evidence = evidence(row);
    let how = how(row);
    let sampling = sampling(row);
    let conformity = row.proses("conformity", &TEST_SIGNS, &ENTRY_CHARS);
    let warnings = row.proses("warnings", &TEST_SIGNS, &ENTRY_CHARS);
    let nonconformities = nonconformities(row, criteria, read);
    let related = row.words::<Related>("related", &(0..=TEST_RELATED_MAX));
    let links = row.words::<TestId>("links", &(0..=TEST_LINKS_MAX));
    let minutes = row.needed_number("minutes", &TEST_MINUTES);
    if links.iter().any(|(_, link)| Some(link) == id.as_ref()) {
        row.fault("links", "leads to the test itself", "name other tests");
    }
    let criteria = criteria?;
    let named = |id: &RequirementId| RequirementRef { criteria: criteria.clone(), id: id.clone() };
    read.mentions.extend(requirements.iter().map(|(place, id)| (place.clone(), named(id))));
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
        nonconformities,
        related: without_places(related),
        minutes: minutes?,
        links: without_places(links),
    })
}

fn evidence(row: &Row<'_>) -> Vec<Evidence> {
    let pieces = row.rows("evidence", &TEST_EVIDENCE);
    let read = pieces.iter().filter_map(|piece| {
        let kind = piece.parsed("kind");
        let what = piece.prose("what", &ENTRY_CHARS);
        let holder = piece.text("holder", &ROLE_CHARS);
        piece.done();
        Some(Evidence { kind: kind?, what: what?, holder: holder? })
    });
    read.collect()
}

fn how(row: &Row<'_>) -> How {
    let any = 0..=*TEST_STEPS.end();
    let questions = row.rows("ask", &any);
    let ask: Vec<Question> = questions
        .iter()
        .filter_map(|ask| {
            let (role, question) = (ask.text("role", &ROLE_CHARS), ask.prose("question", &ENTRY_CHARS));
            ask.done();
            Some(Question { role: role?, question: question? })
        })
        .collect();
    let steps = |key| row.proses(key, &any, &ENTRY_CHARS);
    let how = How {
        ask,
        observe: steps("observe"),
        inspect: steps("inspect"),
        reperform: steps("reperform"),
        remote: row.proses("remote", &TEST_REMOTE, &ENTRY_CHARS),
    };
    let count = questions.len() + how.observe.len() + how.inspect.len() + how.reperform.len();
    if !TEST_STEPS.contains(&count) {
        let key = ["ask", "observe", "inspect", "reperform"]
            .into_iter()
            .find(|key| row.has(key))
            .unwrap_or_default();
        let what = say!("has {count} things to ask, observe, inspect and do again", count);
        row.fault(
            key,
            what,
            say!("give {least} to {most} in all", least = TEST_STEPS.start(), most = TEST_STEPS.end()),
        );
    }
    how
}

fn sampling(row: &Row<'_>) -> Option<Sampling> {
    if !row.has("sampling") {
        row.fault("sampling", "is missing", "say what to sample from, and what makes a fair sample");
    }
    let sampling = row.table("sampling")?;
    let part = |key| sampling.prose(key, &ENTRY_CHARS);
    let (population, fair, small) = (part("population"), part("fair"), part("small"));
    sampling.done();
    Some(Sampling { population: population?, fair: fair?, small: small? })
}

fn nonconformities(row: &Row<'_>, criteria: Option<&CriteriaId>, read: &mut Read) -> Vec<Nonconformity> {
    let mut found = Vec::new();
    for row in row.rows("nonconformities", &TEST_NONCONFORMITIES) {
        let statement = row.prose("statement", &ENTRY_CHARS);
        let breaches = row.words::<RequirementId>("breaches", &NONCONFORMITY_BREACHES);
        let major = row.prose("major", &ENTRY_CHARS);
        row.done();
        if let Some(criteria) = criteria {
            let named = |id: &RequirementId| RequirementRef { criteria: criteria.clone(), id: id.clone() };
            read.mentions.extend(breaches.iter().map(|(place, id)| (place.clone(), named(id))));
            read.breaches.push((row.place.clone(), breaches.iter().map(|(_, id)| named(id)).collect()));
        }
        let breaches = without_places(breaches);
        if let (Some(statement), Some(major)) = (statement, major) {
            found.push(Nonconformity { statement, breaches, major });
        }
    }
    found
}
