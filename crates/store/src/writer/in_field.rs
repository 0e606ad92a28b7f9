//! The writer and the field: acts that come home are carried out once, and what is done in a field is on the disk before it is committed.

use assize_domain::field::{FieldAct, InField, waiting_id};
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::entry::Entry;
use assize_domain::kernel::record::Need;
use assize_domain::kernel::refusal::Stop;
use assize_domain::{Command, Key};

use super::{Act, ActError, Desk, Draft, meet};
use crate::db::{Arg, OwnConn, Sql as _};
use crate::error::StoreError;

impl Desk {
    /// Where an act was done first: one that comes home says so, and one that waited has it in its record.
    pub(super) fn field_of(&self, act: &Act) -> Result<Option<InField>, Stop> {
        if let Some(field) = &act.field {
            return Ok(Some(field.as_ref().clone()));
        }
        let Command::TakeFieldAct(take) = &act.command else { return Ok(None) };
        InField::of(&self.world, self.world.get::<FieldAct>(take.field_act)?).map(Some)
    }

    /// Whether an act of the field was carried out before, or waits.
    pub(super) async fn is_carried(
        &mut self,
        conn: &mut OwnConn,
        field: &InField,
    ) -> Result<bool, StoreError> {
        let waits = Key::of(waiting_id(field.loan, field.number));
        meet(conn, &mut self.world, &[Need::Record(waits)]).await?;
        if self.world.held(waits).is_some() {
            return Ok(true);
        }
        let sql = "SELECT seq FROM field_done WHERE loan = $1 AND number = $2";
        let args: [Arg; 2] = [field.loan.to_string().into(), field.number.into()];
        let rows = conn.rows("looking for an act of the field", sql, &args, &[CellType::Int]).await?;
        Ok(!rows.is_empty())
    }

    /// Commits. In the field, what was done is written to the book first: the database there is in memory alone.
    pub(super) async fn write_down(
        &mut self,
        conn: &mut OwnConn,
        drafts: &[Result<Draft, ActError>],
    ) -> Result<(), StoreError> {
        let Some(mut book) = self.book.take() else { return self.commit(conn, drafts).await };
        let entries: Vec<&Entry> = drafts.iter().flatten().flat_map(|draft| &draft.entries).collect();
        let mut written = book.write(conn, &entries, self.drafted).await;
        if let Ok(before) = written {
            let committed = self.commit(conn, drafts).await;
            if committed.is_err() {
                // A book that cannot be mended takes nothing more.
                let _ = book.take_back(before);
            }
            written = committed.map(|()| before);
        }
        self.book = Some(book);
        written.map(drop)
    }
}
