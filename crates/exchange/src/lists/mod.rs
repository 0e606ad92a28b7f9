//! Lists of people and of an auditee's units and sites, in any layout ([`crate::columns`]).

mod parts;
mod people;

use assize_domain::words::{CredentialKind, SiteKind};

pub use parts::parts;
pub use people::{Usual, by_number, people};

use crate::columns::{Columns, SheetOf};
use crate::table::edits::{Deed, RowPlan};

/// What a list comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListRead {
    /// The rows that say something new.
    pub rows: Vec<RowPlan>,
    /// How many rows say what the record says.
    pub unchanged: usize,
    /// A command that is that of all rows together.
    pub whole: Option<Deed>,
}

/// A row of a list by the meanings of its columns.
struct Said<'r> {
    number: u32,
    cells: &'r [String],
    columns: &'r [(usize, &'static str)],
}

impl<'r> Said<'r> {
    fn all(sheet: SheetOf<'r>, columns: &'r Columns) -> impl Iterator<Item = Self> {
        let below = sheet.rows.iter().filter(|(number, _)| *number > columns.header_row);
        below.map(|(number, cells)| Self { number: *number, cells, columns: &columns.columns }).filter(
            |row| {
                row.columns
                    .iter()
                    .any(|(at, _)| row.cells.get(*at).is_some_and(|cell| !cell.trim().is_empty()))
            },
        )
    }

    fn get(&self, word: &str) -> &'r str {
        let at = self.columns.iter().find(|(_, means)| *means == word).map(|(at, _)| *at);
        at.and_then(|at| self.cells.get(at)).map(|cell| cell.trim()).unwrap_or_default()
    }
}

/// Kinds of credentials by words that lists use beside the law's own.
fn credential_kind(text: &str) -> Option<&'static str> {
    let text = text.trim().to_lowercase();
    let known: [(&[&str], CredentialKind); 5] = [
        (&["education", "degree", "study", "ausbildung", "studium"], CredentialKind::Education),
        (&["experience", "practice", "erfahrung", "praxis"], CredentialKind::Experience),
        (&["training", "course", "schulung", "kurs", "lehrgang"], CredentialKind::Training),
        (
            &["qualification", "certificate", "certified", "lead", "zertifi", "qualifikation"],
            CredentialKind::Qualification,
        ),
        (&["skill", "knowledge", "fertigkeit", "kenntnis", "fähigkeit"], CredentialKind::Skill),
    ];
    known.iter().find(|(words, _)| words.iter().any(|word| text.contains(word))).map(|(_, kind)| kind.word())
}

/// Kinds of sites by words that lists use.
fn site_kind(text: &str) -> &'static str {
    let text = text.trim().to_lowercase();
    let is_virtual = ["virtual", "virtuell", "remote", "cloud"].iter().any(|word| text.contains(word));
    if is_virtual { SiteKind::Virtual.word() } else { SiteKind::Physical.word() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_lists_are_words_of_the_law() {
        assert_eq!(credential_kind("ISO 27001 Lead Auditor certificate"), Some("qualification"));
        assert_eq!(credential_kind("Schulung"), Some("training"));
        assert_eq!(credential_kind("?"), None);
        assert_eq!((site_kind("Cloud"), site_kind("Plant")), ("virtual", "physical"));
    }
}
