//! Lists of people and of an auditee's units and sites, in any layout: what each column means is guessed from its heading, can be said, and is
//! remembered for the next list with the same headings.

mod parts;
mod people;

use assize_domain::words::{CredentialKind, SiteKind};

pub use parts::parts;
pub use people::{Usual, by_number, people};

use crate::claims::SheetOf;
use crate::table::edits::{Deed, RowPlan};

/// How far down the headings are looked for.
const HEADER_ROWS: usize = 10;

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOf {
    /// People with what shows their competence.
    People,
    /// Units, sites and processes of an auditee.
    Parts,
}

/// What a column of a list means: its word, and parts of headings that mean it, in English and German. The first that fits counts.
type Meaning = (&'static str, &'static [&'static str]);

const PEOPLE: &[Meaning] = &[
    ("email", &["mail"]),
    ("employer", &["employer", "company", "organization", "organisation", "arbeitgeber", "firma"]),
    ("languages", &["language", "sprache"]),
    ("zone", &["zone"]),
    ("home", &["home", "base", "standort", "wohnort"]),
    ("kind", &["kind", "type", "level", "art", "stufe"]),
    ("area", &["area", "sector", "scope", "gebiet", "branche", "sektor"]),
    ("from", &["valid from", "from", "since", "gültig ab", "von", "seit"]),
    ("to", &["valid until", "until", "expir", "valid to", "gültig bis", "bis", "ablauf"]),
    ("amount", &["amount", "hours", "months", "stunden", "monate", "umfang"]),
    ("issuer", &["issuer", "issued by", "body", "aussteller", "stelle"]),
    (
        "title",
        &["competence", "certificate", "qualification", "title", "kompetenz", "zertifikat", "qualifikation"],
    ),
    ("name", &["name", "auditor", "person"]),
];

const PARTS: &[Meaning] = &[
    ("parent", &["parent", "belongs to", "above", "übergeordnet", "gehört zu", "oberein"]),
    ("zone", &["zone"]),
    ("country", &["country", "land", "staat"]),
    ("place", &["address", "place", "location", "street", "city", "adresse", "anschrift", "ort", "straße"]),
    (
        "persons",
        &["headcount", "persons", "people", "staff", "employees", "fte", "mitarbeit", "personen", "köpfe"],
    ),
    ("site_kind", &["physical", "virtual", "physisch", "virtuell"]),
    ("sort", &["kind", "type", "art"]),
    ("key", &["key", "code", "id", "kürzel", "schlüssel", "nr"]),
    ("name", &["name", "unit", "site", "department", "einheit", "abteilung", "bezeichnung"]),
];

impl ListOf {
    const fn meanings(self) -> &'static [Meaning] {
        match self {
            Self::People => PEOPLE,
            Self::Parts => PARTS,
        }
    }

    /// The words of what a column can mean, in the order in which a page offers them.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        let mut words: Vec<&'static str> = self.meanings().iter().map(|(word, _)| *word).collect();
        words.sort_by_key(|word| *word != "name");
        words.into_iter()
    }

    /// The meaning with a word.
    #[must_use]
    pub fn of_word(self, word: &str) -> Option<&'static str> {
        self.words().find(|known| *known == word)
    }

    /// How it is named where meanings are remembered.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Parts => "parts",
        }
    }
}

/// How a list is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListColumns {
    /// The number of the row that heads the columns.
    pub header_row: u32,
    /// The columns that are read, counted from 0, each with the word of its meaning.
    pub columns: Vec<(usize, &'static str)>,
}

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

/// How a sheet is most likely read; nothing where no row names anything.
#[must_use]
pub fn guess_list(sheet: SheetOf<'_>, of: ListOf) -> Option<ListColumns> {
    let rows = sheet
        .rows
        .iter()
        .take(HEADER_ROWS)
        .map(|(number, cells)| ListColumns { header_row: *number, columns: meant(cells, of) });
    rows.filter(|read| read.columns.len() > 1 && read.columns.iter().any(|(_, word)| *word == "name"))
        .max_by_key(|read| (read.columns.len(), std::cmp::Reverse(read.header_row)))
}

fn meant(cells: &[String], of: ListOf) -> Vec<(usize, &'static str)> {
    let mut columns: Vec<(usize, &'static str)> = Vec::new();
    for (at, heading) in cells.iter().enumerate() {
        let heading = heading.trim().to_lowercase();
        let has = |word: &&&str| {
            // A short word is a word of its own.
            if word.chars().count() <= 4 {
                heading.split(|c: char| !c.is_alphanumeric()).any(|part| part == **word)
            } else {
                heading.contains(**word)
            }
        };
        let mut fits = of
            .meanings()
            .iter()
            .filter(|(word, names)| heading == *word || names.iter().any(|name| has(&name)))
            .map(|(word, _)| *word);
        let free = |word: &&'static str| !columns.iter().any(|(_, taken)| taken == word);
        if let Some(word) = fits.find(free) {
            columns.push((at, word));
        }
    }
    columns
}

/// A row of a list by the meanings of its columns.
struct Said<'r> {
    number: u32,
    cells: &'r [String],
    columns: &'r [(usize, &'static str)],
}

impl<'r> Said<'r> {
    fn all(sheet: SheetOf<'r>, columns: &'r ListColumns) -> impl Iterator<Item = Self> {
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

    fn guessed(of: ListOf, headings: &[&str]) -> Option<Vec<(usize, &'static str)>> {
        let rows = vec![
            (1, vec!["Our list".to_owned()]),
            (3, headings.iter().map(|one| (*one).to_owned()).collect()),
        ];
        guess_list(SheetOf { name: "", rows: &rows }, of).map(|read| {
            assert_eq!(read.header_row, 3);
            read.columns
        })
    }

    #[test]
    fn headings_of_people_are_known_in_two_languages() {
        let english = ["Auditor", "E-mail", "Employer", "Languages", "Certificate", "Sector", "Valid until"];
        let wanted = ["name", "email", "employer", "languages", "title", "area", "to"];
        let read = guessed(ListOf::People, &english).unwrap();
        assert_eq!(read.iter().map(|(_, word)| *word).collect::<Vec<_>>(), wanted);
        let german = ["Name", "Mail", "Arbeitgeber", "Sprachen", "Zertifikat", "Branche", "Gültig bis"];
        let read = guessed(ListOf::People, &german).unwrap();
        assert_eq!(read.iter().map(|(_, word)| *word).collect::<Vec<_>>(), wanted);
        assert!(guessed(ListOf::People, &["Clause", "Answer"]).is_none());
    }

    #[test]
    fn headings_of_parts_are_known_in_two_languages() {
        let read =
            guessed(ListOf::Parts, &["Code", "Department", "Parent", "Headcount", "Address", "Country"]);
        let words: Vec<&str> = read.unwrap().iter().map(|(_, word)| *word).collect();
        assert_eq!(words, ["key", "name", "parent", "persons", "place", "country"]);
        let read =
            guessed(ListOf::Parts, &["Kürzel", "Einheit", "Gehört zu", "Mitarbeitende", "Anschrift", "Land"]);
        let words: Vec<&str> = read.unwrap().iter().map(|(_, word)| *word).collect();
        assert_eq!(words, ["key", "name", "parent", "persons", "place", "country"]);
    }

    #[test]
    fn words_of_lists_are_words_of_the_law() {
        assert_eq!(credential_kind("ISO 27001 Lead Auditor certificate"), Some("qualification"));
        assert_eq!(credential_kind("Schulung"), Some("training"));
        assert_eq!(credential_kind("?"), None);
        assert_eq!((site_kind("Cloud"), site_kind("Plant")), ("virtual", "physical"));
    }
}
