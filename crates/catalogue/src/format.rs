//! Criteria sets and audit tests in and out in the formats of others, through the one reader that the house's TOML goes through.
//!
//! Every importer makes the tree that TOML would give, each value with its place in the foreign file. So one reader checks all
//! of them, and a problem names the row and column, or the path, at which it is. Nothing half-imported is given back.

use assize_domain::kernel::said::Said;
mod base;
mod ciso;
mod oscal;
mod sheet;
mod sheet_draft;
mod sheet_out;
mod toml_out;
mod tree;
mod yaml;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Catalogue;
use crate::check::checked;
use crate::criteria::CriteriaSet;
use crate::id::CriteriaId;
use crate::node::Node;
use crate::problem::{Place, Problem, Problems};
use crate::read::{Read, document, toml_root};

pub use self::sheet::{ColumnMap, MappedSheet, Sheet, SheetRow, keys_of};
pub use self::sheet_draft::{drafted_as, drafted_map, drafted_sheets};
pub use self::sheet_out::{test_cells, test_keys, tests_map, xlsx_map};

/// How a file that departs from its format is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// Every departure is a problem, and nothing is imported.
    Strict,
    /// What can be passed over is passed over, and said.
    Lenient,
}

/// What an importer found: trees for the reader, and what it has to say.
#[derive(Debug, Default)]
pub(crate) struct Found<'a> {
    pub(crate) roots: Vec<Node<'a>>,
    /// What keeps the file from being imported.
    pub(crate) problems: Vec<Problem>,
    /// What was passed over or filled in.
    pub(crate) remarks: Vec<Problem>,
}

/// What came of an import.
#[derive(Debug, Clone)]
pub struct Import {
    /// What was imported, and nothing else; whole only where there is no problem.
    pub catalogue: Catalogue,
    /// What keeps it from being used, every one at its place.
    pub problems: Vec<Problem>,
    /// What was passed over or filled in, every one at its place.
    pub remarks: Vec<Problem>,
    /// Sets that are under the id of one of the base and are not the same, every difference at its place. Whoever imports decides
    /// whether that is a problem; records name a set by its id alone, so that it mostly is.
    pub overrides: Vec<Problem>,
}

/// Imports TOML in the house's own form. What it refers to may be in `base`.
#[must_use]
pub fn import_toml(name: &str, text: &str, base: Option<&Catalogue>) -> Import {
    let mut found = Found::default();
    match toml_root(name, text) {
        Ok(root) => found.roots.push(root),
        Err(problem) => found.problems.push(*problem),
    }
    imported(name, found, base)
}

/// Imports an OSCAL catalog (1.0 to 1.2, JSON), or a profile that selects from `catalogs`, which are given by name and text.
#[must_use]
pub fn import_oscal(
    name: &str,
    text: &str,
    catalogs: &[(&str, &str)],
    strictness: Strictness,
    base: Option<&Catalogue>,
) -> Import {
    imported(name, oscal::read(name, text, catalogs, strictness), base)
}

/// Imports a library of CISO Assistant (YAML): its frameworks become sets of criteria.
#[must_use]
pub fn import_ciso_assistant(
    name: &str,
    text: &str,
    strictness: Strictness,
    base: Option<&Catalogue>,
) -> Import {
    imported(name, ciso::read(name, text, strictness), base)
}

/// Imports the rows of a spreadsheet or a CSV file by a map of its columns.
#[must_use]
pub fn import_sheets(name: &str, sheets: &[Sheet], map: &ColumnMap, base: Option<&Catalogue>) -> Import {
    imported(name, sheet::read(name, sheets, map), base)
}

fn imported(name: &str, found: Found<'_>, base: Option<&Catalogue>) -> Import {
    let problems = RefCell::new(Problems::default());
    for problem in found.problems {
        problems.borrow_mut().push(problem);
    }
    let mut read = Read::default();
    for root in &found.roots {
        document(name, root, &mut read, &problems);
    }
    let (mut remarks, mut overrides) = (Problems::default(), Problems::default());
    found.remarks.into_iter().for_each(|remark| remarks.push(remark));
    if let Some(base) = base {
        base::overridden(&read, base, &mut overrides);
        base::changed(&read, base, &mut remarks);
    }
    let catalogue = checked(read, base, &problems);
    Import {
        catalogue,
        problems: problems.into_inner().into_sorted(),
        remarks: remarks.into_sorted(),
        overrides: overrides.into_sorted(),
    }
}

/// A problem of a file at a path of its format.
pub(crate) fn at(
    name: &str,
    line: Option<usize>,
    path: impl Into<String>,
    what: impl Into<Said>,
    hint: impl Into<Said>,
) -> Problem {
    Place { file: name.to_owned(), line, path: path.into() }.problem(what, hint)
}

impl Catalogue {
    /// A set with its tests, and the trails through no other tests, as TOML in the form of the built-in catalogue; none where the
    /// set is not loaded.
    #[must_use]
    pub fn export_toml(&self, set: &CriteriaId) -> Option<String> {
        Some(toml_out::write(&tree::of_set(self, self.criteria(set)?)))
    }

    /// Everything as one file of TOML; none where it takes several, or where there is nothing.
    #[must_use]
    pub fn export_whole_toml(&self) -> Option<String> {
        tree::whole(self).map(|whole| toml_out::write(&whole))
    }

    /// Everything as TOML, by the set it is of; a set that is not loaded has a file of its tests alone.
    #[must_use]
    pub fn export_all_toml(&self) -> BTreeMap<CriteriaId, String> {
        let sets = self.sets().map(|set| (set.id.clone(), toml_out::write(&tree::of_set(self, set))));
        let mut files: BTreeMap<CriteriaId, String> = sets.collect();
        let named = self.tests().filter_map(|test| Some(&test.requirements.first()?.criteria));
        let others: BTreeSet<&CriteriaId> = named.filter(|id| self.criteria(id).is_none()).collect();
        files.extend(others.into_iter().map(|id| (id.clone(), toml_out::write(&tree::of_tests(self, id)))));
        files
    }

    /// A set with its tests as an OSCAL catalog. `last_modified` is RFC 3339; the ids are UUIDs of version 5, the same for the same set.
    #[must_use]
    pub fn export_oscal(&self, set: &CriteriaId, last_modified: &str) -> Option<serde_json::Value> {
        Some(oscal::write(self, self.criteria(set)?, last_modified))
    }

    /// A set with its tests and trails as a workbook, which [`xlsx_map`] maps back.
    ///
    /// # Errors
    /// What the writer of workbooks says, as of a text longer than a cell can be.
    pub fn export_xlsx(&self, set: &CriteriaSet) -> Result<Vec<u8>, XlsxError> {
        sheet_out::write(&tree::of_set(self, set))
    }
}

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the workbook of the set could not be written")]
pub struct XlsxError(#[from] rust_xlsxwriter::XlsxError);
