//! Warnings about how a finding is written. They warn; they do not refuse, because language is not arithmetic, and because an
//! audit may have been begun before its criteria were adopted.

use std::fmt;

use super::FindingText;
use crate::audit::Audit;
use crate::auditee::Soa;
use crate::criteria::{CriteriaSet, criteria_set_id};
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::Line;
use crate::words::FindingKind;

/// Words that prescribe: an auditor states what is not fulfilled, and leaves the solution to the auditee
/// (ISO/IEC 17021-1:2015 9.4.5.3; ISO 19011:2018 A.18.3).
const PRESCRIBING: &[&str] = &[
    "should implement",
    "should be implemented",
    "should introduce",
    "must implement",
    "must introduce",
    "needs to implement",
    "needs to introduce",
    "it is recommended",
    "we recommend",
    "recommend that",
    "recommendation:",
    "we suggest",
    "we advise",
    "the organization should",
    "should establish",
    "should define",
    "should document",
    "ought to",
    "wir empfehlen",
    "wird empfohlen",
    "empfehlung:",
    "wir schlagen vor",
    "sollte eingeführt",
    "sollten eingeführt",
    "sollte umgesetzt",
    "sollten umgesetzt",
    "sollte festgelegt",
    "sollte dokumentiert",
    "sollte erstellt",
    "muss eingeführt",
    "ist einzuführen",
    "sind einzuführen",
];

/// Words that voice an opinion rather than a fact.
const OPINION: &[&str] = &[
    "i think",
    "i believe",
    "we think",
    "we believe",
    "in our opinion",
    "in my opinion",
    "it seems",
    "seems to",
    "appears to be",
    "we feel",
    "i feel",
    "obviously",
    "unfortunately",
    "poorly",
    "sloppy",
    "careless",
    "inadequate effort",
    "apparently",
    "wir glauben",
    "wir meinen",
    "unseres erachtens",
    "meines erachtens",
    "unserer meinung nach",
    "es scheint",
    "scheinbar",
    "anscheinend",
    "offensichtlich",
    "leider",
    "schlampig",
    "nachlässig",
];

/// Forms of address that come before a person's name.
const ADDRESSES: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau"];

/// A warning about how a finding is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// It prescribes a solution, by these words.
    Prescribes(String),
    /// It voices an opinion, by these words.
    Opinion(String),
    /// It names this person.
    NamesPerson(String),
    /// This requirement is not in its set as that was adopted.
    UnknownRequirement(String),
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prescribes(word) => write!(
                f,
                "`{word}` prescribes a solution: say what is not fulfilled, and leave the action to the auditee"
            ),
            Self::Opinion(word) => write!(f, "`{word}` voices an opinion: say what was found"),
            Self::NamesPerson(name) => {
                write!(f, "`{name}` names a person: give the role or the function instead")
            }
            Self::UnknownRequirement(id) => {
                write!(f, "`{id}` is no requirement of its criteria as adopted: look the number up")
            }
        }
    }
}

/// The warnings for a finding; `names` are those of the people known in the audit. Only nonconformities are looked at.
#[must_use]
pub fn warnings(text: &FindingText, names: &[&Line]) -> Vec<Warning> {
    if text.kind != FindingKind::Nonconformity {
        return Vec::new();
    }
    let evidence = text.objective_evidence.as_ref().map(ToString::to_string).unwrap_or_default();
    let whole = format!("{} {} {evidence}", text.title, text.statement);
    let lower = whole.to_lowercase();
    let prescribes = PRESCRIBING.iter().find(|word| lower.contains(*word));
    let opinion = OPINION.iter().find(|word| holds_phrase(&lower, word));
    let owned = |word: &&str| (*word).to_owned();
    [
        prescribes.map(owned).map(Warning::Prescribes),
        opinion.map(owned).map(Warning::Opinion),
        person_named(&whole, names).map(Warning::NamesPerson),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The warnings for requirements that their set, as it was adopted, does not have. A set that was never adopted is not known here; a
/// control of the auditee's own stands in the Statement of Applicability alone.
pub(super) fn unknown_requirements(
    world: &World,
    audit: &Audit,
    text: &FindingText,
) -> Result<Vec<Warning>, Stop> {
    let soa = audit.initiation.as_ref().and_then(|initiation| initiation.soa);
    let soa = soa.map(|soa| world.get::<Soa>(soa)).transpose()?;
    let mut found = Vec::new();
    for requirement in &text.requirements {
        let set = world.find::<CriteriaSet>(criteria_set_id(&requirement.criteria))?;
        let is_own = soa.is_some_and(|soa| soa.rows.iter().any(|row| row.control == requirement.id));
        if set.is_some_and(|set| !set.has(&requirement.id)) && !is_own {
            found.push(Warning::UnknownRequirement(requirement.id.to_string()));
        }
    }
    Ok(found)
}

/// Whether `phrase` stands in `text` between word boundaries.
fn holds_phrase(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(before) && edge(after)
    })
}

fn person_named(text: &str, names: &[&Line]) -> Option<String> {
    let known = names.iter().find(|name| holds_phrase(text, name.as_str())).map(ToString::to_string);
    known.or_else(|| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.windows(2).find_map(|pair| {
            let [address, name] = pair else { return None };
            let address = address.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            let capital = name.chars().next().is_some_and(char::is_uppercase);
            (ADDRESSES.contains(&address.as_str()) && capital).then(|| pair.join(" "))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(statement: &str) -> FindingText {
        FindingText {
            kind: FindingKind::Nonconformity,
            title: "Leavers keep access".parse().unwrap(),
            statement: statement.parse().unwrap(),
            objective_evidence: None,
            requirements: Vec::new(),
            breaches: Vec::new(),
            grade: None,
            papers: Vec::new(),
            evidence: Vec::new(),
        }
    }

    #[test]
    fn a_plain_statement_is_not_warned_of() {
        let name = "Ada Stone".parse().unwrap();
        let plain = text(
            "Accounts of 3 of 12 leavers were active 21 days after the last working day; the rule is one day.",
        );
        assert_eq!(warnings(&plain, &[&name]), Vec::new());
    }

    #[test]
    fn solutions_opinions_and_names_are_warned_of() {
        let name: Line = "Ada Stone".parse().unwrap();
        for (statement, word) in [
            ("The organization should implement a leaver process.", "prescribes"),
            ("We believe that access is not controlled.", "opinion"),
            ("Es wird empfohlen, ein Verfahren für Austritte festzulegen.", "prescribes"),
            ("Leider waren drei Konten noch aktiv.", "opinion"),
            ("Ada Stone did not close the accounts.", "names a person"),
            ("The accounts were left open by Ms. Vega.", "names a person"),
        ] {
            let found = warnings(&text(statement), &[&name]);
            assert!(found.iter().any(|warning| warning.to_string().contains(word)), "{statement}: {found:?}");
        }
    }

    #[test]
    fn good_practices_are_left_alone() {
        let mut praise = text("We believe that this is well done.");
        praise.kind = FindingKind::GoodPractice;
        assert!(warnings(&praise, &[]).is_empty());
    }
}
