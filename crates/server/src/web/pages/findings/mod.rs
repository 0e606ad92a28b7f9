//! Findings: the register over all audits, their trends, those of one audit, each by itself, and the composer.

pub(crate) mod composer;
pub(crate) mod of_audit;
pub(crate) mod one;
pub(crate) mod path;
pub(crate) mod register;
pub(crate) mod trends;
mod typical;

use assize_domain::auditor::Person;
use assize_domain::criteria::{CriteriaSet, criteria_set_id};
use assize_domain::finding::{DueDates, Finding, FindingStage, Turn, awaited_at};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::{CriteriaId, RequirementId};
use assize_domain::kernel::time::Date;
use assize_domain::policy::{Grade, Policy};
use assize_domain::words::FindingKind;
use assize_domain::{Actor, World};

use crate::web::library::library;
use crate::web::words::Words;

/// A grade, or the kind of what has none, as it is shown: a colour, a shape and a word.
#[derive(Clone, Debug)]
pub(crate) struct Graded {
    /// The class of its look.
    pub(crate) class: &'static str,
    /// Its word.
    pub(crate) word: String,
}

impl Graded {
    /// Of a kind, with the label and the rank of the grade where it has one.
    pub(crate) fn of(words: &Words, kind: FindingKind, label: Option<&str>, rank: Option<i64>) -> Self {
        let class = match (kind, rank) {
            (FindingKind::Nonconformity, Some(1)) => "grade-major",
            (FindingKind::Nonconformity, _) => "grade-minor",
            (FindingKind::OpportunityForImprovement, _) => "grade-opportunity_for_improvement",
            (FindingKind::GoodPractice, _) => "grade-good_practice",
        };
        let word = match label {
            Some(label) => grade_label(words, label),
            None => words.word("FindingKind", kind.word()),
        };
        Self { class, word }
    }

    /// Of a finding, by its programme's scheme.
    pub(crate) fn of_finding(words: &Words, policy: &Policy, finding: &Finding) -> Self {
        let text = finding.text();
        let grade = text.grade.as_ref().and_then(|key| policy.grade(key));
        Self::of(
            words,
            text.kind,
            grade.map(|grade| grade.label.as_str()),
            grade.map(|grade| i64::from(grade.rank)),
        )
    }
}

/// The label of a grade. Those that a house begins with have their words in each language; others are as the house wrote them.
pub(crate) fn grade_label(words: &Words, label: &str) -> String {
    match label {
        "Major nonconformity" => words.say("grade-label-major"),
        "Minor nonconformity" => words.say("grade-label-minor"),
        other => other.to_owned(),
    }
}

/// What makes a nonconformity one of a grade, likewise.
pub(crate) fn grade_meaning(words: &Words, grade: &Grade) -> String {
    let is_of_house = |key: &str| {
        let house = Policy::default();
        house.grades.iter().any(|own| own.key.as_str() == key && own.meaning == grade.meaning)
    };
    if is_of_house("major") {
        words.say("grade-meaning-major")
    } else if is_of_house("minor") {
        words.say("grade-meaning-minor")
    } else {
        grade.meaning.to_string()
    }
}

/// What is awaited of a finding: who is at turn, what for, and by when.
#[derive(Clone, Debug, Default)]
pub(crate) struct Awaited {
    /// Who is at turn.
    pub(crate) turn: Option<String>,
    /// What is due.
    pub(crate) what: Option<String>,
    /// By when.
    pub(crate) due: Option<String>,
    /// Whether that is past.
    pub(crate) late: bool,
}

impl Awaited {
    /// Of a finding that stands somewhere.
    pub(crate) fn of(
        words: &Words,
        kind: FindingKind,
        stage: FindingStage,
        is_disputed: bool,
        due: Option<&DueDates>,
        today: Date,
    ) -> Self {
        let awaited = due.and_then(|due| awaited_at(stage, due));
        Self {
            turn: stage.turn(kind, is_disputed).map(|turn| turn_word(words, turn)),
            what: awaited.map(|(what, _)| words.word("Overdue", what.word())),
            due: awaited.map(|(_, by)| words.date(by)),
            late: awaited.is_some_and(|(_, by)| by < today),
        }
    }
}

/// Who is at turn, in words.
pub(crate) fn turn_word(words: &Words, turn: Turn) -> String {
    words.word("Turn", turn.word())
}

/// Who did something.
pub(crate) fn by(world: &World, words: &Words, actor: &Actor) -> Result<String, Stop> {
    let name = |person| {
        let found = world.find::<Person>(person)?;
        Ok(found.map_or_else(|| words.say("person-erased"), |person| person.name().to_string()))
    };
    match actor {
        Actor::Person { person } => name(*person),
        Actor::Operator { on_behalf_of: None } => Ok(words.say("operator")),
        Actor::Operator { on_behalf_of: Some(person) } => {
            Ok(words.with("operator-for", "name", name(*person)?))
        }
    }
}

/// A set of criteria of the built-in catalogue, which names what was never adopted.
pub(crate) fn built_in(criteria: &CriteriaId) -> Option<&'static assize_catalogue::CriteriaSet> {
    let mut sets = library().ok()?.catalogue.sets();
    sets.find(|set| set.id.as_str() == criteria.as_str())
}

/// The title of a requirement: in its set as that was adopted, or else in that of the built-in catalogue.
pub(crate) fn title_of(
    world: &World,
    criteria: &CriteriaId,
    requirement: &RequirementId,
) -> Result<Option<String>, Stop> {
    if let Some(set) = world.find::<CriteriaSet>(criteria_set_id(criteria))? {
        let row = set.requirements().iter().find(|row| row.id == *requirement);
        return Ok(row.map(|row| row.title.to_string()));
    }
    let mut rows = built_in(criteria).into_iter().flat_map(|set| set.requirements());
    Ok(rows.find(|row| row.id.as_str() == requirement.as_str()).map(|row| row.title.clone()))
}

/// A set of criteria with the words for its edition.
pub(crate) fn edition_of(world: &World, criteria: &CriteriaId) -> Result<String, Stop> {
    let adopted = world.find::<CriteriaSet>(criteria_set_id(criteria))?.map(|set| set.edition().to_string());
    let edition = adopted.or_else(|| built_in(criteria).map(|set| set.edition.clone()));
    Ok(edition.map_or_else(|| criteria.to_string(), |edition| format!("{criteria}, {edition}")))
}

/// A text of so many characters at most.
pub(crate) fn cut(text: &str, chars_max: usize) -> String {
    if text.chars().count() <= chars_max {
        return text.to_owned();
    }
    text.chars().take(chars_max).chain("…".chars()).collect()
}

/// A day for the pictures.
pub(crate) fn day(date: Date) -> Option<assize_pictures::Day> {
    let text = date.to_string();
    let mut parts = text.splitn(3, '-').map(str::parse::<u16>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    assize_pictures::Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}
