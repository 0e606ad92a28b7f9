//! The columns of a Statement of Applicability, by the names that authors give them in English and German.

use std::collections::BTreeMap;

use super::words::normal;
use crate::Row;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Control,
    Title,
    Necessary,
    Why,
    Implemented,
    ImplementedText,
    WhyExcluded,
}

impl Column {
    pub(super) const ALL: [Self; 7] = [
        Self::Control,
        Self::Title,
        Self::Necessary,
        Self::Why,
        Self::Implemented,
        Self::ImplementedText,
        Self::WhyExcluded,
    ];

    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Control => "the control's identifier",
            Self::Title => "the control's title",
            Self::Necessary => "whether a control is necessary",
            Self::Why => "the justification for inclusion",
            Self::Implemented => "whether a control is implemented",
            Self::ImplementedText => "how a control is implemented",
            Self::WhyExcluded => "the reason for exclusion",
        }
    }
}

/// A header row: which column holds what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// Its number, from 1.
    pub(super) row: u32,
    places: BTreeMap<Column, u32>,
    /// The names of columns that mean nothing here.
    pub(super) unread: Vec<String>,
}

/// Longest name of a column, in characters; a longer cell is a sentence, not a name.
const NAME_CHARS_MAX: usize = 80;

impl Header {
    /// The row as a header, where it names at least the control and its necessity.
    pub(super) fn of(row: &Row) -> Option<Self> {
        let mut places = BTreeMap::new();
        let mut unread = Vec::new();
        let mut controls = None;
        for (place, cell) in (1u32..).zip(&row.cells) {
            match meaning_of(cell) {
                Some(Meaning::Column(column)) if !places.contains_key(&column) => {
                    places.insert(column, place);
                }
                Some(Meaning::ControlOrTitle) if controls.is_none() => controls = Some(place),
                _ if cell.trim().is_empty() => {}
                _ => unread.push(cell.trim().to_owned()),
            }
        }
        if let Some(place) = controls {
            // `Control` beside a column of identifiers is the title; alone it is the identifier.
            let column = if places.contains_key(&Column::Control) { Column::Title } else { Column::Control };
            places.entry(column).or_insert(place);
        }
        let is_header = places.contains_key(&Column::Control) && places.contains_key(&Column::Necessary);
        is_header.then_some(Self { row: row.number, places, unread })
    }

    /// The column, from 1.
    pub(super) fn place(&self, column: Column) -> Option<u32> {
        self.places.get(&column).copied()
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }
}

enum Meaning {
    Column(Column),
    /// `Control` alone, which may head identifiers or titles.
    ControlOrTitle,
}

/// What a cell means as the name of a column. Parts of words decide, since authors vary the rest; exclusion comes
/// before justification and status before control, for a name that holds both means the former.
fn meaning_of(cell: &str) -> Option<Meaning> {
    if cell.chars().count() > NAME_CHARS_MAX {
        return None;
    }
    let name = normal(cell);
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    let is = |names: &[&str]| names.contains(&name.as_str());
    let excludes =
        has(&["exclu", "ausschlu", "ausgeschlossen", "nichtanwend", "nicht anwend", "non applicab"]);
    let includes = has(&["inclu", "einschlu", "aufnahme", "auswahl", "selection"]);
    let reasons = has(&["justif", "reason", "rationale", "begruend", "grund", "why", "warum"]);
    let implements = has(&["implement", "umsetzung", "umgesetzt", "status", "realisier"]);
    let column = if excludes && reasons && !includes {
        Column::WhyExcluded
    } else if reasons || is(&["driver", "drivers", "source", "basis"]) {
        Column::Why
    } else if has(&[
        "applicab",
        "necessary",
        "anwendbar",
        "erforderlich",
        "notwendig",
        "zutreffend",
        "relevant",
        "required",
    ]) || is(&["included", "in scope", "inclusion", "einbezogen", "soa"])
    {
        Column::Necessary
    } else if implements
        && has(&["descri", "detail", "how", "comment", "evidence", "note", "beschreib", "wie", "nachweis"])
    {
        Column::ImplementedText
    } else if implements {
        Column::Implemented
    } else if excludes {
        Column::WhyExcluded
    } else if has(&["title", "titel", "name", "bezeichnung", "thema"]) {
        Column::Title
    } else if is(&[
        "control",
        "controls",
        "massnahme",
        "massnahmen",
        "annex a control",
        "annex a",
        "anhang a",
        "iso 27001 control",
    ]) {
        return Some(Meaning::ControlOrTitle);
    } else if is(&[
        "id",
        "no",
        "nr",
        "number",
        "nummer",
        "ref",
        "reference",
        "referenz",
        "clause",
        "kapitel",
        "section",
        "abschnitt",
        "",
    ]) && !cell.trim().is_empty()
        || has(&[
            "control id",
            "control no",
            "control nr",
            "control ref",
            "control number",
            "controlid",
            "ref no",
            "massnahmennr",
            "massnahmen nr",
            "control nummer",
            "annex a ref",
            "referenznummer",
        ])
    {
        Column::Control
    } else {
        return None;
    };
    Some(Meaning::Column(column))
}
