//! Parts of records that are read by themselves, where many records are counted and little of each is asked.

use super::datum::Datum;
use super::record::Record;

/// Some fields of a record, `id` first, under the names that they have there: their columns and lists are then among the
/// record's, and a store can read them alone. Whatever is counted of briefs is counted alike of whole records.
pub trait Brief: Datum {
    /// The record that it is a part of.
    type Of: Record;
    /// The part of a whole record.
    fn of(record: &Self::Of) -> Self;
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::kernel::datum::{Cells, Shape};

    /// Holds that a brief is a part of its record: in its shape, in its cells, and there and back.
    pub(crate) fn check<B: Brief + PartialEq + std::fmt::Debug>(record: &B::Of) {
        let brief = B::of(record);
        assert_eq!(Shape::of::<B>().columns.first().map(|column| column.name.as_str()), Some("id"));
        let (part, whole) = (Cells::of(&brief), Cells::of(record));
        same(&Shape::of::<B>(), &part, &Shape::of::<B::Of>(), &whole);
        assert_eq!(part.into_datum::<B>().as_ref(), Ok(&brief));
    }

    fn same(part: &Shape, part_cells: &Cells, whole: &Shape, whole_cells: &Cells) {
        for (column, cell) in part.columns.iter().zip(&part_cells.cells) {
            let at = whole.columns.iter().position(|other| other == column);
            let at = at.unwrap_or_else(|| panic!("no such column in the record: {column:?}"));
            assert_eq!(&whole_cells.cells[at], cell, "{}", column.name);
        }
        for ((name, shape), rows) in part.lists.iter().zip(&part_cells.lists) {
            let at = whole.lists.iter().position(|(other, _)| other == name);
            let at = at.unwrap_or_else(|| panic!("no such list in the record: {name}"));
            assert_eq!(whole_cells.lists[at].len(), rows.len(), "{name}");
            for (row, whole_row) in rows.iter().zip(&whole_cells.lists[at]) {
                same(shape, row, &whole.lists[at].1, whole_row);
            }
        }
    }
}
