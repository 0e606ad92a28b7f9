//! What a table that came back asks for, as commands of the law: each row its own, and what of it cannot be understood said beside its cell.
//!
//! Whether a command may be given and by whom, the law and the policies decide; here it is only read what was meant.

mod audit;
mod evidence;
mod house;

use assize_domain::World;
use assize_domain::auditor::Person;
use assize_domain::evidence::Requirement;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::text::CriteriaId;
use serde_json::{Value, json};

pub use audit::{findings, nonconformities, papers};
pub use evidence::evidence;
pub(crate) use house::fresh_key;
pub use house::{competence, schedule, statement};

use super::Wording;
use super::came::{Came, CameCell, CameRow, Stands};
use crate::claims::date;

/// A command that a row comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Deed {
    /// Its name.
    pub name: &'static str,
    /// Its body.
    pub body: Value,
    /// The version of its record that the table was written from, where the command names one.
    pub expected: Option<i64>,
    /// A place in the body that names the record which an earlier command of the row makes: a JSON pointer, and the number of that command in
    /// the row. Until then another id stands there.
    pub after: Option<(&'static str, usize)>,
    /// The row, by its number in the sheet, whose command that is; the row's own where none is said.
    pub registered_in: Option<u32>,
}

impl Deed {
    /// A command on whatever the present version is.
    #[must_use]
    pub fn new(name: &'static str, body: Value) -> Self {
        Self { name, body, expected: None, after: None, registered_in: None }
    }
}

/// A row with what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct RowPlan {
    /// The sheet.
    pub sheet: String,
    /// Its number in the sheet, counted from 1.
    pub row: u32,
    /// The id of its record; empty for a new one.
    pub id: String,
    /// What its record is called.
    pub title: String,
    /// The version that the row names, and the one the record is at, where they differ.
    pub stale: Option<(i64, i64)>,
    /// Whether it makes a record.
    pub is_new: bool,
    /// The cells that differ.
    pub cells: Vec<CameCell>,
    /// What cannot be taken of it.
    pub flaws: Vec<Flaw>,
    /// What is taken as it stands, and is worth a look.
    pub notes: Vec<Flaw>,
    /// The commands it comes to.
    pub deeds: Vec<Deed>,
}

/// What of a row cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The column, where it is about one.
    pub column: Option<&'static str>,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with a row or a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The record has changed since the table was written.
    Stale,
    /// The row says no version.
    Unversioned,
    /// The id stands twice.
    Twice,
    /// The id names no record of the table.
    Unknown,
    /// The table takes no new rows.
    New,
    /// Nobody of that name can be meant.
    Nobody(String),
    /// Several people of that name can be meant.
    Several(String),
    /// No date, or one that could be two.
    NoDate(String),
    /// No number.
    NoNumber(String),
    /// None of the words that the column knows.
    NoWord(String),
    /// No requirement, or of a set that is not said.
    NoRequirement(String),
    /// No evidence of the audit.
    NoEvidence(String),
    /// No key, tag or id as the law writes them.
    NoKey(String),
    /// The column must say something.
    Needed,
    /// What stands there cannot be taken away by a table.
    Cleared,
    /// It says something only together with another column.
    Alone,
    /// What it stands under is not in the list.
    NoParent(String),
    /// It is a fact of the evidence as it was taken.
    Fact,
    /// An area of competence that nothing asks for. It is taken, and said.
    OwnArea(String),
}

impl Wrong {
    /// Its word, and what was said, where that is of use.
    #[must_use]
    pub fn said(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::Stale => ("stale", None),
            Self::Unversioned => ("unversioned", None),
            Self::Twice => ("twice", None),
            Self::Unknown => ("unknown", None),
            Self::New => ("new", None),
            Self::Nobody(said) => ("nobody", Some(said)),
            Self::Several(said) => ("several", Some(said)),
            Self::NoDate(said) => ("date", Some(said)),
            Self::NoNumber(said) => ("number", Some(said)),
            Self::NoWord(said) => ("word", Some(said)),
            Self::NoRequirement(said) => ("requirement", Some(said)),
            Self::NoEvidence(said) => ("evidence", Some(said)),
            Self::NoKey(said) => ("key", Some(said)),
            Self::Needed => ("needed", None),
            Self::Cleared => ("cleared", None),
            Self::Alone => ("alone", None),
            Self::NoParent(said) => ("parent", Some(said)),
            Self::Fact => ("fact", None),
            Self::OwnArea(said) => ("area", Some(said)),
        }
    }

    /// Every word that [`Wrong::said`] gives.
    pub const WORDS: [&'static str; 19] = [
        "stale",
        "unversioned",
        "twice",
        "unknown",
        "new",
        "nobody",
        "several",
        "date",
        "number",
        "word",
        "requirement",
        "evidence",
        "key",
        "needed",
        "cleared",
        "alone",
        "parent",
        "fact",
        "area",
    ];
}

impl RowPlan {
    /// A row of a list that makes something.
    #[must_use]
    pub fn fresh(sheet: &str, row: u32) -> Self {
        Self {
            sheet: sheet.to_owned(),
            row,
            id: String::new(),
            title: String::new(),
            stale: None,
            is_new: true,
            cells: Vec::new(),
            flaws: Vec::new(),
            notes: Vec::new(),
            deeds: Vec::new(),
        }
    }

    pub(crate) fn of(came: &Came, row: &CameRow, title: impl ToString) -> Self {
        let mut plan = Self {
            id: row.id.clone(),
            title: title.to_string(),
            is_new: row.stands == Stands::New,
            cells: row.cells.clone(),
            ..Self::fresh(&came.sheet, row.row)
        };
        match row.stands {
            Stands::Present { .. } | Stands::New => {}
            Stands::Stale { now, .. } => {
                plan.stale = row.version.map(|version| (version, now));
                plan.flaw(None, Wrong::Stale);
            }
            Stands::Unversioned { .. } => plan.flaw(None, Wrong::Unversioned),
            Stands::Twice => plan.flaw(None, Wrong::Twice),
            Stands::Unknown => plan.flaw(None, Wrong::Unknown),
        }
        plan
    }

    pub(crate) fn flaw(&mut self, column: Option<&'static str>, what: Wrong) {
        self.flaws.push(Flaw { column, what });
    }

    pub(crate) fn note(&mut self, column: &'static str, what: Wrong) {
        self.notes.push(Flaw { column: Some(column), what });
    }

    /// The value that was read, or the flaw beside its cell.
    pub(crate) fn read<T>(&mut self, column: &'static str, read: Result<T, Wrong>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(what) => {
                self.flaw(Some(column), what);
                None
            }
        }
    }

    /// Whether any of some cells may be changed and differ.
    pub(crate) fn changes(&self, columns: &[&str]) -> bool {
        self.cells.iter().any(|cell| columns.contains(&cell.column))
    }
}

/// The words of the law in every language that a table may be written in.
#[derive(Debug)]
pub struct Speech<'l, W> {
    /// The languages.
    pub languages: &'l [W],
}

impl<W: Wording> Speech<'_, W> {
    /// The word of an enumeration that a text is, in any language, or as the law writes it.
    pub(crate) fn word(
        &self,
        kind: &str,
        words: &'static [&'static str],
        text: &str,
    ) -> Result<&'static str, Wrong> {
        let wanted = text.trim().to_lowercase();
        let is = |word: &&&'static str| {
            word.to_lowercase() == wanted
                || self
                    .languages
                    .iter()
                    .any(|language| language.say_word(kind, word).to_lowercase() == wanted)
        };
        words.iter().find(is).copied().ok_or_else(|| Wrong::NoWord(cut(text)))
    }

    /// Whether a text says yes, in any language.
    pub(crate) fn yes(&self, text: &str) -> Result<bool, Wrong> {
        let wanted = text.trim().to_lowercase();
        let says = |key: &str| self.languages.iter().any(|one| one.say(key).to_lowercase() == wanted);
        if says("table-yes") || ["yes", "true", "1", "x"].contains(&wanted.as_str()) {
            Ok(true)
        } else if says("table-no") || ["no", "false", "0"].contains(&wanted.as_str()) {
            Ok(false)
        } else {
            Err(Wrong::NoWord(cut(text)))
        }
    }
}

/// As much of a text as is said again.
pub(crate) fn cut(text: &str) -> String {
    text.trim().chars().take(80).collect()
}

/// Text, or nothing.
pub(crate) fn some(text: &str) -> Value {
    let text = text.trim();
    if text.is_empty() { Value::Null } else { json!(text) }
}

/// A text that must be there.
pub(crate) fn needed(text: &str) -> Result<Value, Wrong> {
    if text.trim().is_empty() { Err(Wrong::Needed) } else { Ok(json!(text.trim())) }
}

/// A date that must be there.
pub(crate) fn day(text: &str) -> Result<String, Wrong> {
    if text.trim().is_empty() {
        return Err(Wrong::Needed);
    }
    date(text).ok_or_else(|| Wrong::NoDate(cut(text)))
}

/// Whom a text names among some: by name, mail address or id. Two of one name are not told apart by it.
pub(crate) fn person(world: &World, among: &[PersonId], text: &str) -> Result<Result<PersonId, Wrong>, Stop> {
    world.want(among.iter().copied())?;
    let wanted = text.trim().to_lowercase();
    let mut found: Vec<PersonId> = Vec::new();
    for id in among {
        let Some(person) = world.find::<Person>(*id)? else { continue };
        let is = person.name().as_str().to_lowercase() == wanted
            || person.email().as_ref().is_some_and(|email| email.as_str().to_lowercase() == wanted)
            || id.to_string() == wanted;
        if is && !found.contains(id) {
            found.push(*id);
        }
    }
    Ok(match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Wrong::Nobody(cut(text))),
        _ => Err(Wrong::Several(cut(text))),
    })
}

/// The requirements that a cell names, as the registers write them: ids of the one set that is meant, or each with its set.
pub(crate) fn requirements(
    text: &str,
    sets: &[CriteriaId],
    usual: Option<&CriteriaId>,
) -> Result<Vec<Requirement>, Wrong> {
    let parts = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let bad = || Wrong::NoRequirement(cut(part));
            let with_set = sets.iter().find_map(|set| {
                let id = part.strip_prefix(set.as_str())?.strip_prefix(' ')?.trim();
                Some((set.clone(), id.to_owned()))
            });
            let alone = || Some((usual?.clone(), part.to_owned()));
            let (criteria, id) = with_set.or_else(alone).ok_or_else(bad)?;
            Ok(Requirement { criteria, id: id.parse().map_err(|_| bad())? })
        })
        .collect()
}
