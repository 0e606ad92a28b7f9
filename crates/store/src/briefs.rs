//! Briefs of records: a few columns of many, read by themselves and counted by the law as whole records are.

use assize_domain::kernel::brief::Brief;
use assize_domain::kernel::datum::{Corrupt, Shape};
use assize_domain::kernel::id::{Id as _, ProgrammeId};
use assize_domain::kernel::record::Record;
use assize_domain::kernel::time::Date;
use assize_domain::programme::briefs::ProgrammeBriefs;
use assize_domain::programme::indicators::{Indicators, indicators_of};
use assize_domain::{Key, Kind};
use uuid::Uuid;

use crate::Store;
use crate::db::{Arg, Sql};
use crate::error::StoreError;
use crate::rows::load_where;
use crate::tables::Table;
use crate::writer::ActError;

/// The records of kind `$1` whose link `$2` points at `$3`.
pub(crate) const LINKED: &str = "IN (SELECT id FROM link WHERE kind = $1 AND name = $2 AND target = $3)";
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
    let table = Table::new(kind.word().to_owned(), Shape::of::<B>(), 0);
    let args: [Arg; 3] = [kind.word().into(), link.into(), target.into()];
    let mut stored = load_where(sql, kind, &table, filter, &args).await?;
    stored.sort_by_key(|stored| stored.id);
    let read = |stored: crate::rows::StoredRecord| {
        let key = Key { kind, id: stored.id };
        stored.cells.into_datum().map_err(|corrupt| corrupt.within(key))
    };
    Ok(stored.into_iter().map(read).collect::<Result<_, Corrupt>>()?)
}
