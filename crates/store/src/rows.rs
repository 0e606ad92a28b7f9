//! Records to rows and back.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use assize_domain::kernel::datum::{Cell, CellType, Cells, Corrupt};
use assize_domain::kernel::record::{Change, Versioned, cells_of, links_of};
use assize_domain::{AnyRecord, Key, Kind};
use uuid::Uuid;

use crate::db::{Arg, LISTED, Sql, text};
use crate::error::StoreError;
use crate::order::{self, name_of};
use crate::tables::{Table, table};

/// How many records one statement asks for at the most.
pub(crate) const IDS_MAX: usize = 256;
/// How many placeholders a statement that writes rows has at the most.
const WRITE_ARGS_MAX: usize = 512;

/// The rows of a child table by owner: position and cells, in the order of positions.
type Rows = HashMap<String, Vec<(Vec<i64>, Vec<Cell>)>>;

/// Loads records of one kind. Those that are not there are not in the answer.
pub(crate) async fn load(
    sql: &mut impl Sql,
    kind: Kind,
    ids: &[Uuid],
) -> Result<Vec<(Key, Versioned)>, StoreError> {
    let stored = load_stored(sql, kind, ids).await?;
    stored
        .into_iter()
        .map(|stored| {
            let key = Key { kind, id: stored.id };
            let record = AnyRecord::from_cells(kind, stored.cells).map_err(|corrupt| corrupt.within(key))?;
            Ok((key, Versioned { record, version: stored.version }))
        })
        .collect()
}

/// A record as its rows hold it, not yet read by the law.
#[derive(Debug)]
pub(crate) struct StoredRecord {
    pub(crate) id: Uuid,
    pub(crate) version: i64,
    pub(crate) cells: Cells,
}

impl StoredRecord {
    /// The record, checked in full.
    pub(crate) fn record(&self, kind: Kind) -> Result<AnyRecord, Corrupt> {
        AnyRecord::from_cells(kind, self.cells.clone())
            .map_err(|corrupt| corrupt.within(Key { kind, id: self.id }))
    }
}

/// Loads records as the rows hold them.
pub(crate) async fn load_stored(
    sql: &mut impl Sql,
    kind: Kind,
    ids: &[Uuid],
) -> Result<Vec<StoredRecord>, StoreError> {
    let mut stored = Vec::with_capacity(ids.len());
    for ids in ids.chunks(IDS_MAX) {
        stored.extend(load_chunk(sql, kind, ids).await?);
    }
    Ok(stored)
}

/// The condition that something is one of some ids, with its argument: a list is one, so that a statement is the same however many
/// there are, and stays prepared.
pub(crate) fn among(ids: &[Uuid], before: usize) -> (String, Vec<Arg>) {
    (format!("{LISTED}(${})", before + 1), vec![Arg::listed(ids)])
}

/// Loads a page of records of one kind in the order of their ids, after `after`.
pub(crate) async fn load_page(
    sql: &mut impl Sql,
    kind: Kind,
    after: &str,
    rows_max: i64,
) -> Result<Vec<(Key, Versioned)>, StoreError> {
    let ids = ids_page(sql, kind, after, rows_max).await?;
    let mut page = load(sql, kind, &ids).await?;
    page.sort_by_key(|(key, _)| key.id);
    Ok(page)
}

/// The same, as the rows hold them.
pub(crate) async fn load_stored_page(
    sql: &mut impl Sql,
    kind: Kind,
    after: &str,
    rows_max: i64,
) -> Result<Vec<StoredRecord>, StoreError> {
    let ids = ids_page(sql, kind, after, rows_max).await?;
    let mut page = load_stored(sql, kind, &ids).await?;
    page.sort_by_key(|stored| stored.id);
    Ok(page)
}

async fn ids_page(
    sql: &mut impl Sql,
    kind: Kind,
    after: &str,
    rows_max: i64,
) -> Result<Vec<Uuid>, StoreError> {
    let name = &table(kind).name;
    let ids = sql
        .rows(
            "reading a page of records",
            &format!("SELECT \"id\" FROM \"{name}\" WHERE \"id\" > $1 ORDER BY \"id\" LIMIT $2"),
            &[after.into(), rows_max.into()],
            &[CellType::Text],
        )
        .await?;
    Ok(ids.iter().filter_map(|row| Uuid::parse_str(&text(row.first())).ok()).collect())
}

async fn load_chunk(sql: &mut impl Sql, kind: Kind, ids: &[Uuid]) -> Result<Vec<StoredRecord>, StoreError> {
    let (filter, args) = among(ids, 0);
    load_where(sql, kind, table(kind), &filter, &args).await
}

/// Loads what `table` has of the records whose id stands in `filter`: `IN (...)` with `args` for its placeholders.
pub(crate) async fn load_where(
    sql: &mut impl Sql,
    kind: Kind,
    table: &Table,
    filter: &str,
    args: &[Arg],
) -> Result<Vec<StoredRecord>, StoreError> {
    let roots = select(sql, table, &format!("WHERE \"id\" {filter}"), args).await?;
    if roots.is_empty() {
        return Ok(Vec::new());
    }
    let mut children: Vec<&Table> = Vec::new();
    for child in &table.children {
        child.each(&mut |child| children.push(child));
    }
    let mut lists: HashMap<&str, Rows> = HashMap::new();
    for child in children {
        let key: Vec<String> = child.key().iter().map(|name| format!("\"{name}\"")).collect();
        let order = format!("WHERE \"of_record\" {filter} ORDER BY {}", key.join(", "));
        let mut by_owner = Rows::new();
        for mut row in select(sql, child, &order, args).await? {
            let cells = row.split_off(1 + child.depth);
            let mut key = row.into_iter();
            let owner = match key.next() {
                Some(Cell::Text(owner)) => owner,
                _ => return Err(Corrupt::new(format!("a row of `{}` has no owner", child.name)).into()),
            };
            let position = key.map(|cell| if let Cell::Int(int) = cell { int } else { -1 }).collect();
            by_owner.entry(owner).or_default().push((position, cells));
        }
        lists.insert(&child.name, by_owner);
    }
    roots.into_iter().map(|row| assemble(kind, table, row, &mut lists)).collect()
}

fn assemble(
    kind: Kind,
    table: &Table,
    mut row: Vec<Cell>,
    lists: &mut HashMap<&str, Rows>,
) -> Result<StoredRecord, StoreError> {
    let cells = row.split_off(1);
    let version = match row.first() {
        Some(Cell::Int(version)) => *version,
        _ => return Err(Corrupt::new(format!("a row of `{}` has no version", table.name)).into()),
    };
    let owner = text(cells.first());
    let place = format!("{kind} {owner}");
    let id = Uuid::parse_str(&owner).map_err(|_| Corrupt::new("its id is no id").within(&place))?;
    let lists = table
        .children
        .iter()
        .map(|child| list(child, &owner, &[], lists))
        .collect::<Result<_, Corrupt>>()
        .map_err(|corrupt| corrupt.within(&place))?;
    Ok(StoredRecord { id, version, cells: Cells { cells, lists } })
}

/// Takes the rows of a list below `prefix` out of what was read, and puts the list together.
fn list(
    table: &Table,
    owner: &str,
    prefix: &[i64],
    lists: &mut HashMap<&str, Rows>,
) -> Result<Vec<Cells>, Corrupt> {
    let Some(rows) = lists.get_mut(table.name.as_str()) else { return Ok(Vec::new()) };
    let Some(all) = rows.remove(owner) else { return Ok(Vec::new()) };
    let (mine, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(position, _)| position.starts_with(prefix));
    if !others.is_empty() {
        rows.insert(owner.to_owned(), others);
    }
    let mut found = Vec::with_capacity(mine.len());
    for (position, cells) in mine {
        if position.last() != Some(&i64::try_from(found.len()).unwrap_or(-1)) {
            return Err(Corrupt::new(format!("the rows of `{}` are not numbered from 0", table.name)));
        }
        let lists = table
            .children
            .iter()
            .map(|child| list(child, owner, &position, lists))
            .collect::<Result<_, Corrupt>>()?;
        found.push(Cells { cells, lists });
    }
    Ok(found)
}

async fn select(
    sql: &mut impl Sql,
    table: &Table,
    rest: &str,
    args: &[Arg],
) -> Result<Vec<Vec<Cell>>, StoreError> {
    let statement = format!("{} {rest}", table.select);
    sql.rows("reading records", &statement, args, &table.types).await
}

/// The ids of lists of one kind and one link: for each target that has any, those that point at it.
pub(crate) async fn load_lists(
    sql: &mut impl Sql,
    kind: Kind,
    name: &'static str,
    targets: &[Uuid],
) -> Result<HashMap<Uuid, BTreeSet<Uuid>>, StoreError> {
    let mut lists: HashMap<Uuid, BTreeSet<Uuid>> = HashMap::new();
    for targets in targets.chunks(IDS_MAX) {
        let (filter, among) = among(targets, 2);
        let mut args: Vec<Arg> = vec![kind.word().into(), name.into()];
        args.extend(among);
        let statement =
            format!("SELECT target, id FROM link WHERE kind = $1 AND name = $2 AND target {filter}");
        for row in sql.rows("reading lists", &statement, &args, &[CellType::Text; 2]).await? {
            let id = |n: usize| Uuid::parse_str(&text(row.get(n))).ok();
            if let (Some(target), Some(id)) = (id(0), id(1)) {
                lists.entry(target).or_default().insert(id);
            }
        }
    }
    Ok(lists)
}

/// What a batch of changes comes to, table by table.
#[derive(Debug, Default)]
pub(crate) struct Writes {
    /// Rows to put, by table: columns are those of [`Table::all_columns`].
    put: BTreeMap<String, Vec<Vec<Arg>>>,
    tables: BTreeMap<String, &'static Table>,
    /// Rows to take away: table, owner, and position (empty for the whole owner).
    take: Vec<(String, String, Vec<i64>)>,
    links_put: BTreeSet<(Kind, &'static str, Uuid, Uuid)>,
    links_take: BTreeSet<(Kind, &'static str, Uuid, Uuid)>,
    /// Names by which records are listed, where they are new, and records that are listed no more.
    names_put: BTreeMap<(Kind, Uuid), String>,
    names_take: BTreeSet<Uuid>,
}

impl Writes {
    /// Adds the difference that a change makes.
    pub(crate) fn add(&mut self, change: &Change<'_>) {
        let kind = change.key.kind;
        let table = table(kind);
        let owner = change.key.id.hyphenated().to_string();
        let before = change.before.as_ref().map(|v| cells_of(&v.record));
        self.add_links(change);
        self.add_name(change);
        let Some(after) = change.after else {
            if before.is_some() {
                table.each(&mut |table| self.take.push((table.name.clone(), owner.clone(), Vec::new())));
            }
            return;
        };
        let now = cells_of(&after.record);
        let mut row = vec![Arg::from(after.version)];
        row.extend(args_of(table, &now.cells));
        self.put(table, row);
        let nothing = Vec::new();
        for (index, child) in table.children.iter().enumerate() {
            let old = before.as_ref().and_then(|cells| cells.lists.get(index)).unwrap_or(&nothing);
            let new = now.lists.get(index).unwrap_or(&nothing);
            self.add_list(child, &owner, &mut Vec::new(), old, new);
        }
    }

    fn add_list(
        &mut self,
        table: &'static Table,
        owner: &str,
        prefix: &mut Vec<i64>,
        old: &[Cells],
        new: &[Cells],
    ) {
        let nothing = Vec::new();
        for index in 0..old.len().max(new.len()) {
            prefix.push(i64::try_from(index).unwrap_or(i64::MAX));
            let (old, new) = (old.get(index), new.get(index));
            if let Some(new) = new
                && old.map(|old| &old.cells) != Some(&new.cells)
            {
                let mut row = vec![Arg::from(owner)];
                row.extend(prefix.iter().map(|position| Arg::from(*position)));
                row.extend(args_of(table, &new.cells));
                self.put(table, row);
            }
            if new.is_none() {
                self.take.push((table.name.clone(), owner.to_owned(), prefix.clone()));
            }
            for (child_index, child) in table.children.iter().enumerate() {
                let old = old.and_then(|cells| cells.lists.get(child_index)).unwrap_or(&nothing);
                let new = new.and_then(|cells| cells.lists.get(child_index)).unwrap_or(&nothing);
                self.add_list(child, owner, prefix, old, new);
            }
            prefix.pop();
        }
    }

    fn add_name(&mut self, change: &Change<'_>) {
        let old = change.before.as_ref().and_then(|v| name_of(&v.record));
        let new = change.after.and_then(|v| name_of(&v.record));
        match (old, new) {
            (Some(_), None) => {
                self.names_put.remove(&(change.key.kind, change.key.id));
                self.names_take.insert(change.key.id);
            }
            (old, Some(new)) if old != Some(new) => {
                self.names_put.insert((change.key.kind, change.key.id), new.to_owned());
            }
            _ => {}
        }
    }

    fn add_links(&mut self, change: &Change<'_>) {
        let old = change.before.as_ref().map(|v| links_of(&v.record)).unwrap_or_default();
        let new = change.after.map(|v| links_of(&v.record)).unwrap_or_default();
        for (name, target) in old.iter().filter(|link| new.binary_search(link).is_err()) {
            self.links_take.insert((change.key.kind, name, *target, change.key.id));
        }
        for (name, target) in new.iter().filter(|link| old.binary_search(link).is_err()) {
            self.links_put.insert((change.key.kind, name, *target, change.key.id));
        }
    }

    fn put(&mut self, table: &'static Table, row: Vec<Arg>) {
        self.tables.insert(table.name.clone(), table);
        self.put.entry(table.name.clone()).or_default().push(row);
    }

    /// Writes everything.
    pub(crate) async fn write(self, sql: &mut impl Sql) -> Result<(), StoreError> {
        for (name, owner, position) in &self.take {
            let depth = position.len();
            let key = if self.is_root(name) { "id" } else { "of_record" };
            let mut filter = format!("\"{key}\" = $1");
            for (index, column) in crate::tables::POSITIONS.iter().take(depth).enumerate() {
                filter.push_str(&format!(" AND \"{column}\" = ${}", index + 2));
            }
            let mut args = vec![Arg::from(owner.as_str())];
            args.extend(position.iter().map(|position| Arg::from(*position)));
            sql.run("taking rows away", &format!("DELETE FROM \"{name}\" WHERE {filter}"), &args).await?;
        }
        for (name, rows) in self.put {
            let Some(table) = self.tables.get(&name) else { continue };
            upsert(sql, table, rows).await?;
        }
        for id in &self.names_take {
            let id = id.hyphenated().to_string();
            sql.run("taking a name away", "DELETE FROM name_order WHERE id = $1", &[id.as_str().into()])
                .await?;
        }
        for ((kind, id), name) in &self.names_put {
            order::put(sql, *kind, &id.hyphenated().to_string(), name).await?;
        }
        for (kind, name, target, id) in &self.links_take {
            sql.run(
                "taking a link away",
                "DELETE FROM link WHERE kind = $1 AND name = $2 AND target = $3 AND id = $4",
                &[kind.word().into(), (*name).into(), (*target).into(), (*id).into()],
            )
            .await?;
        }
        let links: Vec<Vec<Arg>> = self
            .links_put
            .iter()
            .map(|(kind, name, target, id)| {
                vec![kind.word().into(), (*name).into(), (*target).into(), (*id).into()]
            })
            .collect();
        insert(sql, "writing links", "link (kind, name, target, id)", links, " ON CONFLICT DO NOTHING").await
    }

    fn is_root(&self, name: &str) -> bool {
        Kind::WORDS.contains(&name)
    }
}

fn args_of(table: &Table, cells: &[Cell]) -> Vec<Arg> {
    table.columns.iter().zip(cells).map(|(column, cell)| Arg::of(cell, column.cell)).collect()
}

async fn upsert(sql: &mut impl Sql, table: &Table, rows: Vec<Vec<Arg>>) -> Result<(), StoreError> {
    let key = table.key();
    let columns = table.all_columns();
    let names: Vec<String> = columns.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let set: Vec<String> = columns
        .iter()
        .filter(|(name, _)| !key.contains(&name.as_str()))
        .map(|(name, _)| format!("\"{name}\" = excluded.\"{name}\""))
        .collect();
    let key: Vec<String> = key.iter().map(|name| format!("\"{name}\"")).collect();
    let into = format!("\"{}\" ({})", table.name, names.join(", "));
    let on = if set.is_empty() {
        format!(" ON CONFLICT ({}) DO NOTHING", key.join(", "))
    } else {
        format!(" ON CONFLICT ({}) DO UPDATE SET {}", key.join(", "), set.join(", "))
    };
    // One statement may not touch a row twice: of several states of a record in one batch only the last is written,
    // because changes are taken from the world once a batch.
    insert(sql, "writing records", &into, rows, &on).await
}

/// Inserts rows, many to a statement: as many as the greatest power of four that still fits, so that statements come in
/// a handful of lengths and each stays prepared.
pub(crate) async fn insert(
    sql: &mut impl Sql,
    doing: &'static str,
    into: &str,
    rows: Vec<Vec<Arg>>,
    on: &str,
) -> Result<(), StoreError> {
    let Some(width) = rows.first().map(Vec::len).filter(|width| *width > 0) else { return Ok(()) };
    let mut rest = rows.into_iter();
    while rest.len() > 0 {
        let most = rest.len().min(WRITE_ARGS_MAX / width);
        let len = [64, 16, 4].into_iter().find(|size| *size <= most).unwrap_or(1);
        let tuples: Vec<String> =
            (0..len).map(|row| format!("({})", placeholders(row * width, width))).collect();
        let args: Vec<Arg> = rest.by_ref().take(len).flatten().collect();
        sql.run(doing, &format!("INSERT INTO {into} VALUES {}{on}", tuples.join(", ")), &args).await?;
    }
    Ok(())
}

fn placeholders(before: usize, count: usize) -> String {
    let all: Vec<String> = (1..=count).map(|index| format!("${}", before + index)).collect();
    all.join(", ")
}
