//! The tables of the records, against what the journal gives: every cell of every row, every link, no row too many.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::record::{cells_of, links_of};
use assize_domain::{Key, Kind, World};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::{Pass, ROWS, Trouble, difference};
use crate::db::{OwnConn, Sql, text};
use crate::error::StoreError;
use crate::rows::{StoredRecord, load_stored, load_stored_page};
use crate::tables::table;

impl Pass {
    /// Compares the tables of the records with what the journal gives. While one page is compared, the next is read.
    pub(super) async fn rows(&mut self, conn: &mut OwnConn, world: &Arc<World>) -> Result<(), StoreError> {
        let mut replayed: BTreeMap<Kind, BTreeSet<Key>> = BTreeMap::new();
        for (key, _) in world.all() {
            replayed.entry(key.kind).or_default().insert(key);
        }
        let mut comparing: Option<JoinHandle<Vec<Trouble>>> = None;
        for kind in Kind::ALL {
            let mut expected = replayed.remove(kind).unwrap_or_default();
            let mut after = String::new();
            loop {
                let page = match load_stored_page(conn, *kind, &after, ROWS).await {
                    Ok(page) => page,
                    Err(StoreError::Corrupt(corrupt)) => {
                        after = self.row_by_row(conn, world, *kind, &after, &corrupt, &mut expected).await?;
                        if after.is_empty() {
                            break;
                        }
                        continue;
                    }
                    Err(error) => return Err(error),
                };
                let Some(last) = page.last() else { break };
                after = last.id.hyphenated().to_string();
                for stored in &page {
                    expected.remove(&Key { kind: *kind, id: stored.id });
                }
                self.verdict.records += page.len() as u64;
                let (world, kind) = (Arc::clone(world), *kind);
                let next = tokio::task::spawn_blocking(move || {
                    page.iter().filter_map(|stored| compared(&world, kind, stored)).collect()
                });
                self.found(comparing.replace(next)).await?;
            }
            for key in expected {
                self.verdict.trouble(format!("row {key}"), "the journal has it and the table does not");
            }
            self.links(conn, world, *kind).await?;
        }
        self.found(comparing).await
    }

    async fn found(&mut self, comparing: Option<JoinHandle<Vec<Trouble>>>) -> Result<(), StoreError> {
        let Some(comparing) = comparing else { return Ok(()) };
        for trouble in comparing.await.map_err(|_| StoreError::Closed)? {
            self.verdict.trouble(trouble.place, trouble.what);
        }
        Ok(())
    }

    /// A page with a row that cannot be read: each of its rows by itself, so that the bad one is named.
    async fn row_by_row(
        &mut self,
        conn: &mut OwnConn,
        world: &World,
        kind: Kind,
        after: &str,
        corrupt: &Corrupt,
        expected: &mut BTreeSet<Key>,
    ) -> Result<String, StoreError> {
        let name = &table(kind).name;
        let ids = conn
            .rows(
                "reading the ids of a page",
                &format!("SELECT \"id\" FROM \"{name}\" WHERE \"id\" > $1 ORDER BY \"id\" LIMIT $2"),
                &[after.into(), ROWS.into()],
                &[CellType::Text],
            )
            .await?;
        let mut last = String::new();
        for id in ids.iter().map(|row| text(row.first())) {
            last.clone_from(&id);
            let Ok(uuid) = Uuid::parse_str(&id) else {
                self.verdict.trouble(format!("row {kind} {id}"), corrupt.to_string());
                continue;
            };
            let key = Key { kind, id: uuid };
            expected.remove(&key);
            match load_stored(conn, kind, &[uuid]).await {
                Ok(found) => {
                    self.verdict.records += found.len() as u64;
                    for trouble in found.iter().filter_map(|stored| compared(world, kind, stored)) {
                        self.verdict.trouble(trouble.place, trouble.what);
                    }
                }
                Err(StoreError::Corrupt(corrupt)) => {
                    self.verdict.trouble(format!("row {key}"), corrupt.to_string());
                }
                Err(error) => return Err(error),
            }
        }
        Ok(last)
    }

    async fn links(&mut self, conn: &mut OwnConn, world: &World, kind: Kind) -> Result<(), StoreError> {
        let mut expected: BTreeMap<&str, BTreeSet<(Uuid, Uuid)>> = BTreeMap::new();
        for (key, versioned) in world.all().filter(|(key, _)| key.kind == kind) {
            for (name, target) in links_of(&versioned.record) {
                expected.entry(name).or_default().insert((target, key.id));
            }
        }
        let rows = conn
            .rows(
                "reading links",
                "SELECT name, target, id FROM link WHERE kind = $1",
                &[kind.word().into()],
                &[CellType::Text; 3],
            )
            .await?;
        for row in rows {
            let (name, target, id) = (text(row.first()), text(row.get(1)), text(row.get(2)));
            let is_ours = match (as_written(&target), as_written(&id)) {
                (Some(target), Some(id)) => {
                    expected.get_mut(name.as_str()).is_some_and(|links| links.remove(&(target, id)))
                }
                _ => false,
            };
            if !is_ours {
                self.verdict
                    .trouble(format!("link {kind} {id}"), format!("`{name}` to {target} is in no record"));
            }
        }
        for (name, links) in expected {
            for (target, id) in links {
                self.verdict.trouble(format!("link {kind} {id}"), format!("`{name}` to {target} is missing"));
            }
        }
        Ok(())
    }

    /// Rows of lists whose record is not there.
    pub(super) async fn orphans(&mut self, conn: &mut OwnConn) -> Result<(), StoreError> {
        for kind in Kind::ALL {
            let root = table(*kind);
            let mut lists = Vec::new();
            for child in &root.children {
                child.each(&mut |table| lists.push(table.name.clone()));
            }
            for list in lists {
                let sql = format!(
                    "SELECT \"of_record\" FROM \"{list}\" WHERE \"of_record\" NOT IN (SELECT \"id\" FROM \"{}\") LIMIT 20",
                    root.name
                );
                for row in
                    conn.rows("looking for rows without a record", &sql, &[], &[CellType::Text]).await?
                {
                    let place = format!("row {list} {}", text(row.first()));
                    self.verdict.trouble(place, "belongs to no record");
                }
            }
        }
        Ok(())
    }
}

/// Compares a record cell by cell with what the journal gives. Cells that are the same are those of a record that the
/// law has made, so that only others need to be read.
fn compared(world: &World, kind: Kind, stored: &StoredRecord) -> Option<Trouble> {
    let key = Key { kind, id: stored.id };
    let what = match world.held(key) {
        None => "the table has it and the journal does not".to_owned(),
        Some(ours) if ours.version != stored.version => {
            format!("the table says version {}, the journal {}", stored.version, ours.version)
        }
        Some(ours) if cells_of(&ours.record) != stored.cells => match stored.record(kind) {
            Ok(theirs) => {
                format!("differs from what the journal gives{}", difference(&ours.record, &theirs))
            }
            Err(corrupt) => corrupt.to_string(),
        },
        Some(_) => return None,
    };
    Some(Trouble { place: format!("row {key}"), what })
}

/// An id, where it is written as ids are.
fn as_written(text: &str) -> Option<Uuid> {
    let id = Uuid::parse_str(text).ok()?;
    (*id.hyphenated().encode_lower(&mut Uuid::encode_buffer()) == *text).then_some(id)
}
