//! The tables of the records, from their shapes: one for each kind, one for each list in it.

use std::sync::OnceLock;

use assize_domain::Kind;
use assize_domain::kernel::datum::{CellType, Column, Shape};

/// The names of a child table's position columns, outermost first.
pub(crate) const POSITIONS: [&str; 4] = ["pos", "pos_2", "pos_3", "pos_4"];

/// A table of records, or of a list in them.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: String,
    /// The columns of the datum, after `version` in a table of records and after owner and positions in one of a list.
    pub(crate) columns: Vec<Column>,
    /// How many positions a row has: 0 in a table of records.
    pub(crate) depth: usize,
    /// The tables of the lists in it.
    pub(crate) children: Vec<Table>,
    /// The statement that reads all its columns, as far as the table's name.
    pub(crate) select: String,
    /// The types of all its columns.
    pub(crate) types: Vec<CellType>,
}

impl Table {
    /// The table that holds a shape, or those columns and lists of it that the shape names.
    pub(crate) fn new(name: String, shape: Shape, depth: usize) -> Self {
        let children = shape
            .lists
            .into_iter()
            .map(|(list, shape)| Self::new(format!("{name}_{list}"), shape, depth + 1))
            .collect();
        let mut table =
            Self { name, columns: shape.columns, depth, children, select: String::new(), types: Vec::new() };
        let all = table.all_columns();
        let names: Vec<String> = all.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        table.select = format!("SELECT {} FROM \"{}\"", names.join(", "), table.name);
        table.types = all.into_iter().map(|(_, cell)| cell).collect();
        table
    }

    /// The names of the key's columns.
    pub(crate) fn key(&self) -> Vec<&'static str> {
        if self.depth == 0 {
            return vec!["id"];
        }
        std::iter::once("of_record").chain(POSITIONS.into_iter().take(self.depth)).collect()
    }

    /// Every column in the order in which rows are written and read: the key, `version` in a table of records, the rest.
    pub(crate) fn all_columns(&self) -> Vec<(String, CellType)> {
        if self.depth == 0 {
            let version = ("version".to_owned(), CellType::Int);
            let own = self.columns.iter().map(|column| (column.name.clone(), column.cell));
            return std::iter::once(version).chain(own).collect();
        }
        let owner = ("of_record".to_owned(), CellType::Text);
        let positions = POSITIONS.into_iter().take(self.depth).map(|name| (name.to_owned(), CellType::Int));
        let own = self.columns.iter().map(|column| (column.name.clone(), column.cell));
        std::iter::once(owner).chain(positions).chain(own).collect()
    }

    /// Calls `visit` with the table and every table below it.
    pub(crate) fn each<'t>(&'t self, visit: &mut dyn FnMut(&'t Self)) {
        visit(self);
        for child in &self.children {
            child.each(visit);
        }
    }

    /// The statement that makes the table, as it stands in the migrations.
    pub(crate) fn ddl(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        if self.depth == 0 {
            lines.push(format!("\"version\" BIGINT NOT NULL CHECK ({})", number_check("version")));
        } else {
            lines.push("\"of_record\" TEXT NOT NULL".to_owned());
            for name in POSITIONS.into_iter().take(self.depth) {
                lines.push(format!("\"{name}\" BIGINT NOT NULL CHECK ({})", number_check(name)));
            }
        }
        lines.extend(self.columns.iter().map(column_ddl));
        let key: Vec<String> = self.key().iter().map(|name| format!("\"{name}\"")).collect();
        lines.push(format!("PRIMARY KEY ({})", key.join(", ")));
        format!("CREATE TABLE \"{}\" (\n    {}\n);\n", self.name, lines.join(",\n    "))
    }
}

// SQLite holds a text in a column of numbers if it is not one; any text is greater than any number there, so that this
// comparison refuses it. On PostgreSQL it holds of every BIGINT but the greatest.
fn number_check(name: &str) -> String {
    format!("\"{name}\" < 9223372036854775807")
}

fn column_ddl(column: &Column) -> String {
    let name = &column.name;
    let null = if column.nullable { "" } else { " NOT NULL" };
    match (column.cell, column.words) {
        (CellType::Int, _) => format!("\"{name}\" BIGINT{null} CHECK ({})", number_check(name)),
        (CellType::Text, None) => format!("\"{name}\" TEXT{null}"),
        (CellType::Text, Some(words)) => {
            let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
            format!("\"{name}\" TEXT{null} CHECK (\"{name}\" IN ({}))", words.join(", "))
        }
    }
}

/// The table of a kind of record.
pub(crate) fn table(kind: Kind) -> &'static Table {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    static EMPTY: Table = Table {
        name: String::new(),
        columns: Vec::new(),
        depth: 0,
        children: Vec::new(),
        select: String::new(),
        types: Vec::new(),
    };
    let tables = TABLES.get_or_init(|| {
        Kind::ALL.iter().map(|kind| Table::new(kind.word().to_owned(), kind.shape(), 0)).collect()
    });
    // INVARIANT (one table a kind): the tables stand in the order of `Kind::ALL`, which is that of the discriminants.
    tables.get(kind as usize).unwrap_or(&EMPTY)
}

/// Every table of records and of lists in them, by name: what `execute` may write and `operate` may not.
pub fn record_tables() -> Vec<String> {
    let mut names = Vec::new();
    for kind in Kind::ALL {
        table(*kind).each(&mut |table| names.push(table.name.clone()));
    }
    names
}

/// The statements that make the tables of all records, as the migrations hold them.
#[must_use]
pub fn record_ddl() -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        table(*kind).each(&mut |table| {
            text.push_str(&table.ddl());
            text.push('\n');
        });
    }
    text
}
