//! Briefs of records: a few columns of many, read by themselves and counted by the law as whole records are.

use std::any::TypeId;
use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, Mutex, PoisonError};

use assize_domain::World;
use assize_domain::audit::AuditStanding;
use assize_domain::kernel::brief::{Brief, BriefKey, BriefKind};
use assize_domain::kernel::datum::{CellType, Cells, Corrupt};
use assize_domain::kernel::id::{AuditId, Id as _, PersonId, ProgrammeId};
use assize_domain::kernel::record::{Need, Record};
use assize_domain::kernel::time::Date;
use assize_domain::programme::briefs::ProgrammeBriefs;
use assize_domain::programme::indicators::{Indicators, indicators_of};
use assize_domain::{Key, Kind};
use uuid::Uuid;

use crate::db::{Arg, Sql, int};
use crate::error::StoreError;
use crate::rows::{IDS_MAX, StoredRecord, among, load_lists, load_where};
use crate::tables::Table;
use crate::writer::{self, ActError};
use crate::{PAGE_ROWS_MAX, Store};

/// The records of kind `$1` whose link `$2` points at `$3`.
pub(crate) const LINKED: &str = "IN (SELECT id FROM link WHERE kind = $1 AND name = $2 AND target = $3)";
/// The audits under way of the person `$1`.
const UNDER_WAY: &str = "kind = 'audit' AND name = 'under_way' AND target = $1";
/// The records of kind `$1` whose link `$2` points at an audit of the programme `$3`.
const OF_AUDITS: &str = "IN (SELECT id FROM link WHERE kind = $1 AND name = $2 AND target IN \
     (SELECT id FROM link WHERE kind = 'audit' AND name = 'programme' AND target = $3))";

impl Store {
    /// The indicators of a programme on a date, from the columns that they count and no others.
    ///
    /// # Errors
    /// [`ActError::Refused`] when there is no such programme; [`ActError::Fault`].
    pub async fn indicators(&self, programme: ProgrammeId, on: Date) -> Result<Indicators, ActError> {
        let briefs = self.programme_briefs(programme.uuid()).await?;
        self.ask(|world| indicators_of(world, programme, on, &briefs)).await
    }

    /// The audits under way that a person is on, the one opened last first; `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn person_under_way(
        &self,
        person: PersonId,
        rows_max: i64,
    ) -> Result<Vec<AuditStanding>, StoreError> {
        let filter = format!("IN (SELECT id FROM link WHERE {UNDER_WAY} ORDER BY id DESC LIMIT $2)");
        let args: [Arg; 2] = [person.uuid().into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let mut conn = self.db.conn().await?;
        let mut found: Vec<AuditStanding> = load_by(&mut conn, &filter, &args).await?;
        found.reverse();
        Ok(found)
    }

    /// How many audits under way a person is in.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn person_under_way_count(&self, person: PersonId) -> Result<i64, StoreError> {
        let statement = format!("SELECT COUNT(*) FROM link WHERE {UNDER_WAY}");
        let args: [Arg; 1] = [person.uuid().into()];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("counting audits under way", &statement, &args, &[CellType::Int]).await?;
        Ok(int(rows.first().and_then(|row| row.first())))
    }

    /// Some audits, in the order of their ids; those that are not there are left out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn audit_standings(&self, audits: &[AuditId]) -> Result<Vec<AuditStanding>, StoreError> {
        let mut found = Vec::with_capacity(audits.len());
        let ids: Vec<Uuid> = audits.iter().map(|audit| audit.uuid()).collect();
        let mut conn = self.db.conn().await?;
        for ids in ids.chunks(IDS_MAX) {
            let (filter, args) = among(ids, 0);
            found.extend(load_by::<AuditStanding>(&mut conn, &filter, &args).await?);
        }
        Ok(found)
    }

    async fn programme_briefs(&self, programme: Uuid) -> Result<ProgrammeBriefs, StoreError> {
        let mut conn = self.db.conn().await?;
        Ok(ProgrammeBriefs {
            planned: load(&mut conn, LINKED, "programme", programme).await?,
            audits: load(&mut conn, LINKED, "programme", programme).await?,
            meetings: load(&mut conn, OF_AUDITS, "audit", programme).await?,
            reports: load(&mut conn, OF_AUDITS, "audit", programme).await?,
            findings: load(&mut conn, OF_AUDITS, "audit", programme).await?,
        })
    }
}

/// Loads briefs in the order of their ids. `filter` is one of the two above.
pub(crate) async fn load<B: Brief>(
    sql: &mut impl Sql,
    filter: &str,
    link: &'static str,
    target: Uuid,
) -> Result<Vec<B>, StoreError> {
    let kind: Kind = <B::Of as Record>::KIND;
    load_by(sql, filter, &[kind.word().into(), link.into(), target.into()]).await
}

async fn load_by<B: Brief>(sql: &mut impl Sql, filter: &str, args: &[Arg]) -> Result<Vec<B>, StoreError> {
    let kind: Kind = <B::Of as Record>::KIND;
    let mut stored = load_where(sql, kind, table(kind, BriefKind::of::<B>()), filter, args).await?;
    stored.sort_by_key(|stored| stored.id);
    let read = |stored: StoredRecord| {
        let key = Key { kind, id: stored.id };
        stored.cells.into_datum().map_err(|corrupt| corrupt.within(key))
    };
    Ok(stored.into_iter().map(read).collect::<Result<_, Corrupt>>()?)
}

/// Meets the needs of a question, whose world does not change: briefs by their columns alone, everything else as for an act.
pub(crate) async fn meet(sql: &mut impl Sql, world: &mut World, needs: &[Need]) -> Result<(), StoreError> {
    let mut alike: BTreeMap<(Kind, &'static str, BriefKind), Vec<BriefKey>> = BTreeMap::new();
    for need in needs.iter().filter(|need| !world.has(need)) {
        if let Need::Briefs(key) = need {
            alike.entry((key.list.kind, key.list.name, key.of)).or_default().push(*key);
        }
    }
    for ((kind, name, of), keys) in alike {
        match keys.as_slice() {
            [key] => {
                let args: [Arg; 3] = [kind.word().into(), name.into(), key.list.target.into()];
                let stored = load_where(sql, kind, table(kind, of), LINKED, &args).await?;
                world.load_briefs(*key, in_order(stored))?;
            }
            keys => load_many(sql, world, (kind, name, of), keys).await?,
        }
    }
    writer::meet(sql, world, needs).await
}

/// Loads the briefs of many lists: which records stand in each, and the briefs of all of them.
async fn load_many(
    sql: &mut impl Sql,
    world: &mut World,
    (kind, name, of): (Kind, &'static str, BriefKind),
    keys: &[BriefKey],
) -> Result<(), StoreError> {
    let targets: Vec<Uuid> = keys.iter().map(|key| key.list.target).collect();
    let mut lists = load_lists(sql, kind, name, &targets).await?;
    let mut ids: Vec<Uuid> = lists.values().flatten().copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let mut found: HashMap<Uuid, Cells> = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(IDS_MAX) {
        let (filter, args) = among(ids, 0);
        let stored = load_where(sql, kind, table(kind, of), &filter, &args).await?;
        found.extend(stored.into_iter().map(|stored| (stored.id, stored.cells)));
    }
    for key in keys {
        let ids = lists.remove(&key.list.target).unwrap_or_default();
        // A record may stand in several lists.
        let rows = ids.into_iter().filter_map(|id| Some((id, found.get(&id)?.clone())));
        world.load_briefs(*key, rows.collect())?;
    }
    Ok(())
}

fn in_order(mut stored: Vec<StoredRecord>) -> Vec<(Uuid, Cells)> {
    stored.sort_by_key(|stored| stored.id);
    stored.into_iter().map(|stored| (stored.id, stored.cells)).collect()
}

/// The columns and lists of a kind of brief in the table of its records: made once, as there are few kinds.
fn table(kind: Kind, of: BriefKind) -> &'static Table {
    static TABLES: LazyLock<Mutex<HashMap<TypeId, &'static Table>>> = LazyLock::new(Mutex::default);
    let mut tables = TABLES.lock().unwrap_or_else(PoisonError::into_inner);
    tables
        .entry(of.id())
        .or_insert_with(|| Box::leak(Box::new(Table::new(kind.word().to_owned(), of.shape(), 0))))
}
