//! Sheets of any layout: what each column means, guessed from its heading in English and German, said otherwise, and remembered.
//!
//! There is one way to do this for everything that comes in by columns. What differs is which meanings there are ([`MapOf`]).

/// How far down the headings are looked for: above them may stand a title.
pub const HEADER_ROWS: usize = 10;
/// Up to this length a word is looked for as a word of its own, so that `no` is not found in `notes`, nor `art` in `party`.
const SHORT_CHARS_MAX: usize = 4;

/// A sheet: its name, which is empty for a file of one, and its rows with their numbers.
#[derive(Clone, Copy, Debug)]
pub struct SheetOf<'s> {
    /// The name.
    pub name: &'s str,
    /// The rows that hold anything.
    pub rows: &'s [(u32, Vec<String>)],
}

/// As what a sheet is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapOf {
    /// Claims of others: a checklist, or a register of findings.
    Claims,
    /// People with what shows their competence.
    People,
    /// Units, sites and processes of an auditee.
    Parts,
}

/// What a column can mean: its word, and parts of headings that mean it. The first that fits counts.
type Meaning = (&'static str, &'static [&'static str]);

const CLAIMS: &[Meaning] = &[
    (
        "reference",
        &[
            "ref_id",
            "requirement id",
            "clause",
            "control id",
            "control no",
            "section",
            "abschnitt",
            "kapitel",
            "reference",
            "referenz",
            "norm",
        ],
    ),
    ("due", &["due", "deadline", "frist", "fällig"]),
    ("owner", &["owner", "responsible", "assignee", "verantwortlich", "zuständig"]),
    ("weight", &["severity", "grade", "priority", "schwere", "einstufung", "priorität"]),
    (
        "says",
        &[
            "compliance",
            "compliant",
            "conform",
            "status",
            "result",
            "answer",
            "bewertung",
            "ergebnis",
            "antwort",
            "erfüllt",
        ],
    ),
    (
        "title",
        &[
            "title",
            "titel",
            "summary",
            "question",
            "frage",
            "requirement",
            "anforderung",
            "finding",
            "feststellung",
            "control",
            "name",
        ],
    ),
    (
        "text",
        &[
            "description",
            "beschreibung",
            "comment",
            "kommentar",
            "remark",
            "bemerkung",
            "evidence",
            "nachweis",
            "observation",
            "justification",
            "begründung",
        ],
    ),
    ("id", &["id", "no", "nr"]),
];

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
    ("shifts", &["shift", "schicht"]),
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

/// How a sheet is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The number of the row that heads the columns.
    pub header_row: u32,
    /// The columns that are read, counted from 0, each with the word of its meaning.
    pub columns: Vec<(usize, &'static str)>,
}

impl Columns {
    /// The word of what a column means; empty where it is not read.
    #[must_use]
    pub fn means(&self, at: usize) -> &'static str {
        self.columns.iter().find(|(column, _)| *column == at).map_or("", |(_, word)| *word)
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.columns.iter().any(|(_, means)| *means == word)
    }
}

impl MapOf {
    const fn meanings(self) -> &'static [Meaning] {
        match self {
            Self::Claims => CLAIMS,
            Self::People => PEOPLE,
            Self::Parts => PARTS,
        }
    }

    /// Of which meanings a sheet must have one to be read.
    const fn needs(self) -> &'static [&'static str] {
        match self {
            Self::Claims => &["title", "text"],
            Self::People | Self::Parts => &["name"],
        }
    }

    /// The meaning that several columns may have, and those whose further columns have it too: the rest of what somebody says.
    const fn repeated(self) -> Option<(&'static str, &'static [&'static str])> {
        match self {
            Self::Claims => Some(("text", &["text", "title"])),
            Self::People | Self::Parts => None,
        }
    }

    /// The words of what a column can mean, in the order in which a page offers them: what a row is called first.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        let mut words: Vec<&'static str> = self.meanings().iter().map(|(word, _)| *word).collect();
        words.sort_by_key(|word| !self.needs().contains(word));
        words.into_iter()
    }

    /// The meaning with a word.
    #[must_use]
    pub fn of_word(self, word: &str) -> Option<&'static str> {
        self.meanings().iter().map(|(known, _)| *known).find(|known| *known == word)
    }

    /// How it is named where meanings are remembered.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::People => "people",
            Self::Parts => "parts",
        }
    }

    /// How a sheet is most likely read, by the words of its headings; nothing where no row looks like headings.
    #[must_use]
    pub fn guess(self, sheet: SheetOf<'_>) -> Option<Columns> {
        let rows = sheet.rows.iter().take(HEADER_ROWS);
        let read = rows.map(|(number, cells)| Columns {
            header_row: *number,
            columns: self.meant(cells, |heading| self.by_words(heading)),
        });
        read.filter(|read| read.columns.len() > 1 && self.needs().iter().any(|word| read.has(word)))
            .max_by_key(|read| (read.columns.len(), std::cmp::Reverse(read.header_row)))
    }

    /// The meanings of headings. One belongs to the first column that has it, but for what several may say.
    pub(crate) fn meant(
        self,
        headings: &[String],
        means: impl Fn(&str) -> Option<&'static str>,
    ) -> Vec<(usize, &'static str)> {
        let mut columns: Vec<(usize, &'static str)> = Vec::new();
        for (at, heading) in headings.iter().enumerate() {
            let Some(word) =
                Some(plain(heading)).filter(|plain| !plain.is_empty()).and_then(|plain| means(&plain))
            else {
                continue;
            };
            let is_free = !columns.iter().any(|(_, other)| *other == word);
            match self.repeated() {
                _ if is_free => columns.push((at, word)),
                Some((repeated, those)) if those.contains(&word) => columns.push((at, repeated)),
                _ => {}
            }
        }
        columns
    }

    fn by_words(self, heading: &str) -> Option<&'static str> {
        let has = |word: &&str| {
            if word.chars().count() <= SHORT_CHARS_MAX {
                heading.split(|c: char| !c.is_alphanumeric()).any(|part| part == *word)
            } else {
                heading.contains(*word)
            }
        };
        let fits = |(word, names): &&Meaning| heading == *word || names.iter().any(has);
        self.meanings().iter().find(fits).map(|(word, _)| *word)
    }
}

/// A heading as it is compared.
pub(crate) fn plain(heading: &str) -> String {
    heading.trim().trim_matches('*').trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(of: MapOf, headings: &[&str]) -> Option<Vec<&'static str>> {
        let rows = vec![
            (1, vec!["Our list".to_owned()]),
            (3, headings.iter().map(|one| (*one).to_owned()).collect()),
        ];
        of.guess(SheetOf { name: "", rows: &rows }).map(|read| {
            assert_eq!(read.header_row, 3);
            read.columns.into_iter().map(|(_, word)| word).collect()
        })
    }

    #[test]
    fn headings_of_people_are_known_in_two_languages() {
        let english = ["Auditor", "E-mail", "Employer", "Languages", "Certificate", "Sector", "Valid until"];
        let wanted = ["name", "email", "employer", "languages", "title", "area", "to"];
        assert_eq!(guessed(MapOf::People, &english).unwrap(), wanted);
        let german = ["Name", "Mail", "Arbeitgeber", "Sprachen", "Zertifikat", "Branche", "Gültig bis"];
        assert_eq!(guessed(MapOf::People, &german).unwrap(), wanted);
        assert!(guessed(MapOf::People, &["Clause", "Answer"]).is_none());
    }

    #[test]
    fn headings_of_parts_are_known_in_two_languages() {
        let wanted = ["key", "name", "parent", "persons", "shifts", "place", "country"];
        let english = ["Code", "Department", "Parent", "Headcount", "Shifts", "Address", "Country"];
        assert_eq!(guessed(MapOf::Parts, &english).unwrap(), wanted);
        let german = ["Kürzel", "Einheit", "Gehört zu", "Mitarbeitende", "Schichten", "Anschrift", "Land"];
        assert_eq!(guessed(MapOf::Parts, &german).unwrap(), wanted);
    }

    #[test]
    fn a_meaning_is_of_one_column_and_what_is_said_at_length_of_several() {
        let headings = ["Clause", "Question", "Question in full", "Status", "Status of 2025", "Remark"];
        let wanted = ["reference", "title", "text", "says", "text"];
        assert_eq!(guessed(MapOf::Claims, &headings).unwrap(), wanted);
        assert_eq!(guessed(MapOf::People, &["Name", "Second name"]), None, "one meaning alone is no list");
        assert_eq!(guessed(MapOf::Claims, &["Notes", "Party"]), None, "short words stand for themselves");
    }

    #[test]
    fn every_meaning_has_a_word_of_its_own() {
        for of in [MapOf::Claims, MapOf::People, MapOf::Parts] {
            let mut words: Vec<&str> = of.words().collect();
            assert!(words.iter().all(|word| of.of_word(word) == Some(*word)));
            assert!(of.needs().iter().any(|word| *word == words[0]));
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), of.meanings().len());
        }
        assert_eq!(MapOf::People.of_word("due"), None);
    }
}
