//! Records as flat tables, as they follow from their declarations: one for each kind, one for each list in it.

use assize_domain::Kind;
use assize_domain::kernel::datum::{Cell, Cells};
use assize_domain::kernel::record::{Versioned, cells_of};

use crate::tables::{POSITIONS, Table, table};

/// A table of records, or of a list in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordTable {
    /// Its name: the kind of record, and the lists that lead to it.
    pub name: String,
    /// The kind of record.
    pub kind: Kind,
    /// Its columns. One of a list begins with the id of the record, and the position in it.
    pub columns: Vec<String>,
    /// Which list of which list it is.
    path: Vec<usize>,
}

/// Every table of records, in the order of the kinds.
#[must_use]
pub fn flat_tables() -> Vec<RecordTable> {
    let mut found = Vec::new();
    for kind in Kind::ALL {
        gather(*kind, table(*kind), &mut Vec::new(), &mut found);
    }
    found
}

fn gather(kind: Kind, table: &Table, path: &mut Vec<usize>, found: &mut Vec<RecordTable>) {
    let columns = table.all_columns().into_iter().map(|(name, _)| name).collect();
    found.push(RecordTable { name: table.name.clone(), kind, columns, path: path.clone() });
    for (index, child) in table.children.iter().enumerate() {
        path.push(index);
        gather(kind, child, path, found);
        path.pop();
    }
}

impl RecordTable {
    /// The table of a name; nothing where there is none.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        flat_tables().into_iter().find(|table| table.name == name)
    }

    /// Whether it has a row for each record, and is not that of a list.
    #[must_use]
    pub fn is_of_records(&self) -> bool {
        self.path.is_empty()
    }

    /// Its rows of one record, each with a cell for every column.
    #[must_use]
    pub fn rows(&self, id: &str, found: &Versioned) -> Vec<Vec<Cell>> {
        let cells = cells_of(&found.record);
        if self.path.is_empty() {
            let version = std::iter::once(Cell::Int(found.version));
            return vec![version.chain(cells.cells).collect()];
        }
        let mut rows = Vec::new();
        descend(&cells, &self.path, &mut Vec::new(), id, &mut rows);
        rows
    }
}

fn descend(cells: &Cells, path: &[usize], place: &mut Vec<i64>, id: &str, rows: &mut Vec<Vec<Cell>>) {
    let Some((first, rest)) = path.split_first() else {
        let owner = std::iter::once(Cell::Text(id.to_owned()));
        let places = place.iter().take(POSITIONS.len()).map(|position| Cell::Int(*position));
        rows.push(owner.chain(places).chain(cells.cells.iter().cloned()).collect());
        return;
    };
    for (position, item) in (0..).zip(cells.lists.get(*first).into_iter().flatten()) {
        place.push(position);
        descend(item, rest, place, id, rows);
        place.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_of_records_can_be_had_under_its_name() {
        let names: Vec<String> = flat_tables().into_iter().map(|table| table.name).collect();
        assert_eq!(names, crate::record_tables());
        for name in &names {
            assert_eq!(RecordTable::named(name).unwrap().name, *name);
        }
        assert_eq!(RecordTable::named("account"), None);
        let list = RecordTable::named("claim_set_claims").unwrap();
        assert_eq!(list.columns[..3], ["of_record", "pos", "place"]);
    }
}
