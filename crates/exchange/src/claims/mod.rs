//! Claims out of other people's files: checklists and registers of findings of any layout, and OSCAL's results and plans of action.
//!
//! What is read is what the source says, in its words, each at its place; which requirement it is about is looked up in the audit's
//! criteria and nowhere guessed. What was not understood is named. Nothing here evaluates anything.

mod columns;
mod oscal;
mod requirements;

use std::collections::BTreeSet;

use assize_domain::claim::{CLAIMS_MAX, ClaimKind};
use assize_domain::evidence::Requirement;
use assize_domain::kernel::text::{LINE_CHARS_MAX, TEXT_CHARS_MAX};
use serde_json::{Value, json};

pub(crate) use columns::date;
pub use columns::{ClaimColumns, guess, read_sheet};
pub use oscal::read_oscal;
pub use requirements::Requirements;

/// What was read of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimsRead {
    /// What the claims are.
    pub kind: ClaimKind,
    /// The layout it was read by.
    pub layout: &'static str,
    /// The claims, in the order of the file.
    pub claims: Vec<ReadClaim>,
    /// What was not understood, each with its place.
    pub not_understood: Vec<NotUnderstood>,
    /// How many rows were left out, since a set holds no more than [`CLAIMS_MAX`].
    pub left_out: usize,
}

/// One claim as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadClaim {
    /// Where it stands.
    pub place: String,
    /// The requirement it is about.
    pub requirement: Option<Requirement>,
    /// How the source names what it is about.
    pub reference: String,
    /// What it says, in a line.
    pub title: String,
    /// What it says, at length.
    pub text: String,
    /// How it stands, by the source's word.
    pub says: String,
    /// How much it weighs, by the source's word.
    pub weight: String,
    /// Who is to do something.
    pub owner: String,
    /// Until when, a date like `2026-09-15`.
    pub due: Option<String>,
}

/// Something that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// Where.
    pub place: String,
    /// What.
    pub what: Puzzle,
}

/// What can be not understood of a row. The row is taken all the same, but for one that says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Puzzle {
    /// A row that has neither a title nor a text.
    Nothing,
    /// A reference that is no requirement of the audit's criteria.
    Reference(String),
    /// A date that is written in a way that is not known.
    Date(String),
    /// A text of which the end was cut off.
    Cut,
}

impl ClaimsRead {
    fn new(kind: ClaimKind, layout: &'static str) -> Self {
        Self { kind, layout, claims: Vec::new(), not_understood: Vec::new(), left_out: 0 }
    }

    /// How many of the claims are about a requirement of the audit.
    #[must_use]
    pub fn placed(&self) -> usize {
        self.claims.iter().filter(|claim| claim.requirement.is_some()).count()
    }

    /// The claims as `claims.take` takes them.
    #[must_use]
    pub fn to_json(&self) -> Value {
        self.claims.iter().map(ReadClaim::to_json).collect()
    }

    /// Takes a claim in, with its texts as the law takes them.
    fn take(&mut self, mut claim: ReadClaim) {
        if claim.title.trim().is_empty() && claim.text.trim().is_empty() {
            self.puzzled(&claim.place, Puzzle::Nothing);
            return;
        }
        if self.claims.len() >= CLAIMS_MAX {
            self.left_out += 1;
            return;
        }
        let title = line(&claim.title);
        if title.is_empty() {
            claim.title = line(&claim.text);
        } else {
            // A title that does not fit a line is kept whole in the text.
            if claim.title.trim().chars().count() > LINE_CHARS_MAX {
                claim.text = format!("{}\n\n{}", claim.title.trim(), claim.text);
            }
            claim.title = title;
        }
        let (text, is_cut) = text(&claim.text);
        if is_cut {
            self.puzzled(&claim.place, Puzzle::Cut);
        }
        claim.text = text;
        for one in
            [&mut claim.place, &mut claim.reference, &mut claim.says, &mut claim.weight, &mut claim.owner]
        {
            *one = line(one);
        }
        self.claims.push(claim);
    }

    fn puzzled(&mut self, place: &str, what: Puzzle) {
        self.not_understood.push(NotUnderstood { place: line(place), what });
    }

    /// Gives places that stand twice a number, so that each claim has its own.
    fn finished(mut self) -> Self {
        let mut seen = BTreeSet::new();
        for claim in &mut self.claims {
            let mut place = claim.place.clone();
            let mut again = 1;
            while !seen.insert(place.clone()) {
                again += 1;
                place = format!("{} ({again})", claim.place);
            }
            claim.place = place;
        }
        self
    }
}

impl ReadClaim {
    fn to_json(&self) -> Value {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        json!({
            "place": self.place,
            "requirement": self.requirement.as_ref().map(|requirement| {
                json!({ "criteria": requirement.criteria.to_string(), "id": requirement.id.to_string() })
            }),
            "reference": some(&self.reference),
            "title": self.title,
            "text": some(&self.text),
            "says": some(&self.says),
            "weight": some(&self.weight),
            "owner": some(&self.owner),
            "due": self.due,
        })
    }
}

/// A text on one line, cut to the length of a line.
fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let whole = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match whole.char_indices().nth(LINE_CHARS_MAX) {
        None => whole,
        Some(_) => whole.chars().take(LINE_CHARS_MAX - 1).chain(['…']).collect(),
    }
}

/// A text without characters that none may have, cut to its length, and whether it was cut.
fn text(text: &str) -> (String, bool) {
    let clean: String =
        text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let clean = clean.trim();
    match clean.char_indices().nth(TEXT_CHARS_MAX) {
        None => (clean.to_owned(), false),
        Some(_) => (clean.chars().take(TEXT_CHARS_MAX - 1).chain(['…']).collect(), true),
    }
}
