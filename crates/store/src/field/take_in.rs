//! Taking in what came home: checked whole first, then each act once, in its order.

use std::collections::BTreeSet;
use std::io::{Read, Seek};

use assize_domain::field::why::{self, Why};
use assize_domain::field::{
    BringField, FieldAct, FieldActState, Loan, LoanState, WaitField, command_of, of_the_field, waiting_id,
};
use assize_domain::kernel::datum::{CellType, Corrupt};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, Id as _, LoanId};
use assize_domain::kernel::record::Record as _;
use assize_domain::kernel::refusal::{Refusal, Stop};
use assize_domain::kernel::time::Timestamp;
use assize_domain::{Actor, Key, Kind};
use bytes::Bytes;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::check::{Brought, CameHome, signed_head};
use super::open::next_part;
use super::read::{Packed, parsed_in, text_in};
use super::{BLOBS, FieldBad, FieldKey, HOME_FORM, JOURNAL, MANIFEST, NOTE};
use crate::blobs::RECEIVING;
use crate::db::{Arg, Sql as _, int};
use crate::error::StoreError;
use crate::named::is_named;
use crate::vault::SealReader;
use crate::writer::Given;
use crate::{Act, ActError, BLOB_BYTES_MAX, PAGE_ROWS_MAX, Store, no_file};

/// What taking in came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenIn {
    /// The loan.
    pub loan: LoanId,
    /// The audit.
    pub audit: AuditId,
    /// How many acts came home.
    pub acts: i64,
    /// How many of them were carried out now.
    pub carried: i64,
    /// How many of them wait since now.
    pub waiting: i64,
    /// How many had been taken in before.
    pub before: i64,
}

/// A file that came home, checked.
struct Home {
    loan: Loan,
    brought: Brought,
    journal: Vec<u8>,
    note: String,
    closed: Timestamp,
}

/// A file that came home, checked, and what it is unpacked from.
type Checked<R> = (Home, Packed<SealReader<R>>);

impl Store {
    /// Takes in what came home, where it is of a loan of this audit, and no file in it is longer than `bytes_max`.
    ///
    /// # Errors
    /// As [`Store::take_in`]; [`FieldBad::Unknown`] where the loan is of another audit; [`FieldBad::TooLong`].
    pub async fn take_in_of(
        &self,
        audit: AuditId,
        file: impl Read + Seek,
        by: &Actor,
        bytes_max: u64,
    ) -> Result<TakenIn, ActError> {
        let checked = self.checked(file, bytes_max).await?;
        if *checked.0.loan.audit() != audit {
            return Err(StoreError::from(FieldBad::Unknown).into());
        }
        self.take(checked, by).await
    }

    /// Takes in what came home. The file is checked whole before anything is recorded. Each act is then carried out once, or waits, whatever
    /// is taken in again; where this is interrupted, taking the same file in again goes on.
    ///
    /// # Errors
    /// [`StoreError::Field`] where the file is not taken, and nothing was done; [`ActError::Fault`].
    pub async fn take_in(&self, file: impl Read + Seek, by: Option<&Actor>) -> Result<TakenIn, ActError> {
        let checked = self.checked(file, BLOB_BYTES_MAX).await?;
        // Where nobody says on whose behalf the operator acts, it is on the borrower's.
        let otherwise = Actor::Operator { on_behalf_of: Some(*checked.0.loan.borrower()) };
        self.take(checked, by.unwrap_or(&otherwise)).await
    }

    async fn take<R: Read + Seek>(&self, checked: Checked<R>, by: &Actor) -> Result<TakenIn, ActError> {
        let (home, mut packed) = checked;
        let mut known = self.known_of(home.loan.id()).await?;
        // Each is checked as it is written, and what is not written as well: whoever names a file has to have it. What was written where a
        // later one is damaged is named by nobody.
        for name in &home.brought.files {
            let is_written =
                self.blobs.length(name).await?.is_none() && self.wants(&home, &known.before, name).await?;
            let mut file = packed.file(&format!("{BLOBS}{name}"))?;
            if !is_written {
                if digest_of(&mut file)? != *name {
                    return Err(StoreError::from(FieldBad::Damaged).into());
                }
            } else {
                let parts =
                    futures::stream::iter(std::iter::from_fn(move || next_part(&mut file).transpose()));
                let stored =
                    self.blobs.put_stream(parts, BLOB_BYTES_MAX).await.map_err(|error| match error {
                        // What is cut or changed on the way does not decrypt.
                        StoreError::File { doing: RECEIVING, .. } => FieldBad::Damaged.into(),
                        other => other,
                    })?;
                if stored.sha256 != *name {
                    return Err(StoreError::from(FieldBad::Damaged).into());
                }
            }
        }
        drop(packed);
        self.bring(&home, by).await?;
        let loan = home.loan.id();
        let mut taken =
            TakenIn { loan, audit: *home.loan.audit(), acts: 0, carried: 0, waiting: 0, before: 0 };
        for act in &home.brought.acts {
            taken.acts += 1;
            match self.carry(&home, act, &mut known, by).await? {
                Outcome::Carried => taken.carried += 1,
                Outcome::Waits => taken.waiting += 1,
                Outcome::Before => taken.before += 1,
            }
        }
        Ok(taken)
    }

    /// Whether a file that came home is written: an act that was not taken in before takes it, or a record misses it. What was erased in the house
    /// since an earlier return is in every later one, and stays erased.
    async fn wants(&self, home: &Home, before: &BTreeSet<i64>, name: &str) -> Result<bool, StoreError> {
        let is_new = |act: &CameHome| !before.contains(&act.field.number) && act.body.contains(name);
        Ok(home.brought.acts.iter().any(is_new) || is_named(&mut self.db.conn().await?, name).await?)
    }

    /// Reads and checks a file that came home, but for the bytes of the files in it.
    async fn checked<R: Read + Seek>(&self, file: R, bytes_max: u64) -> Result<Checked<R>, StoreError> {
        let (keys, shut) = self.ways_back().await?;
        let opened = FieldKey::open_any(&keys, file).map_err(|bad| match (bad, shut) {
            // It may be of a loan whose key does not open.
            (FieldBad::Shut, Some(shut)) => shut,
            // No key of this store: it is no loan of it.
            (FieldBad::Shut, None) => FieldBad::Unknown.into(),
            (other, _) => other.into(),
        })?;
        let mut packed = Packed::open(opened)?;
        let manifest = packed.manifest(MANIFEST, HOME_FORM)?;
        let id: LoanId = parsed_in(&manifest, "loan")?;
        let found = self.record(Key::of(id)).await?;
        let loan = found.and_then(|found| Loan::unwrap(&found.record).cloned()).ok_or(FieldBad::Unknown)?;
        let journal = packed.journal(JOURNAL)?;
        if hex(&Sha256::digest(&journal)) != text_in(&manifest, "journal")? {
            return Err(FieldBad::Damaged.into());
        }
        let note = String::from_utf8(packed.small(NOTE)?).map_err(|_| FieldBad::Damaged)?;
        let mut brought = Brought::read(&journal, &loan)?;
        let head = signed_head(&note, &loan)?;
        if brought.head_at(brought.size()) != Some(head) {
            return Err(FieldBad::Signature.into());
        }
        let says =
            |name: &str| manifest.get(name).and_then(Value::as_i64).and_then(|n| usize::try_from(n).ok());
        if says("acts") != Some(brought.acts.len()) || says("entries") != Some(brought.leaves.len()) {
            return Err(FieldBad::Damaged.into());
        }
        let there: BTreeSet<String> = packed.names(BLOBS).into_iter().collect();
        if !brought.files.iter().all(|name| there.contains(name)) {
            return Err(FieldBad::Damaged.into());
        }
        // What an act takes that says not so itself comes with it or waits.
        let taken = brought.acts.iter().filter_map(CameHome::takes).filter(|name| there.contains(name));
        let taken: Vec<String> = taken.collect();
        brought.files.extend(taken);
        for name in &brought.files {
            if packed.length(&format!("{BLOBS}{name}")).is_none_or(|bytes| bytes > bytes_max) {
                return Err(FieldBad::TooLong { bytes_max }.into());
            }
        }
        let closed = parsed_in(&manifest, "closed")?;
        let home = Home { loan, brought, journal, note, closed };
        self.goes_on(&home).await?;
        Ok((home, packed))
    }

    /// Sees that what came home goes on from what was brought before, or is an earlier state of that.
    async fn goes_on(&self, home: &Home) -> Result<(), StoreError> {
        let Some(last) = home.loan.returns().last() else { return Ok(()) };
        let before = signed_head(last.checkpoint.as_str(), &home.loan)?;
        let fits = match home.brought.head_at(before.size) {
            Some(head) => head == before,
            None => {
                let journal = self.blobs.get(last.journal.as_str()).await?;
                let journal = journal.ok_or_else(|| Corrupt::new("the journal of a loan is not there"))?;
                let known = Brought::read(&journal, &home.loan)?;
                known.head_at(home.brought.size()) == home.brought.head_at(home.brought.size())
            }
        };
        if fits { Ok(()) } else { Err(FieldBad::Branched.into()) }
    }

    /// Records what came home, before its acts are carried out: so one that is lost on the way is missed.
    async fn bring(&self, home: &Home, by: &Actor) -> Result<(), ActError> {
        let stored = self.blobs.put(Bytes::from(home.journal.clone())).await?;
        let unfit = |_| StoreError::from(Corrupt::new("what came home cannot be recorded"));
        let count = |len: usize| i64::try_from(len).unwrap_or(i64::MAX);
        let bring = BringField {
            loan: home.loan.id(),
            acts: count(home.brought.acts.len()),
            entries: count(home.brought.leaves.len()),
            journal: stored.sha256.parse().map_err(|_| StoreError::Closed)?,
            journal_bytes: i64::try_from(stored.bytes).unwrap_or(i64::MAX),
            checkpoint: home.note.parse().map_err(unfit)?,
            closed: home.closed,
        };
        let cipher = match self.blobs.sealed(&stored.sha256).await? {
            Some(sealed) => Some(sealed.cipher.parse().map_err(|_| StoreError::Closed)?),
            None => None,
        };
        self.writer.execute(Given::alone(Act::new(by.clone(), bring), cipher)).await.map(drop)
    }

    /// What is known of the acts of a loan.
    async fn known_of(&self, loan: LoanId) -> Result<Known, StoreError> {
        let sql = "SELECT number FROM field_done WHERE loan = $1";
        let args: [Arg; 1] = [loan.to_string().into()];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("listing acts of the field", sql, &args, &[CellType::Int]).await?;
        drop(conn);
        let before = rows.iter().map(|row| int(row.first())).collect();
        let mut known = Known { before, waits: BTreeSet::new() };
        let mut after = None;
        loop {
            let page = self.linked_page(Kind::FieldAct, "loan", loan.uuid(), after, PAGE_ROWS_MAX).await?;
            let Some((last, _)) = page.last() else { return Ok(known) };
            after = Some(last.id);
            for (_, found) in &page {
                let Some(act) = FieldAct::unwrap(&found.record) else { continue };
                known.before.insert(*act.number());
                if matches!(act.state(), FieldActState::Waiting) {
                    known.waits.extend(command_of(act).ok().and_then(|command| command.subject()));
                }
            }
        }
    }

    async fn carry(
        &self,
        Home { loan, brought, .. }: &Home,
        act: &CameHome,
        known: &mut Known,
        by: &Actor,
    ) -> Result<Outcome, ActError> {
        // Another process may take the same in: what is not known is looked for once more.
        if known.before.contains(&act.field.number)
            || self.record(Key::of(waiting_id(loan.id(), act.field.number))).await?.is_some()
        {
            return Ok(Outcome::Before);
        }
        let subject = act.subject();
        let takes = act.takes();
        let lacks = takes.as_deref().filter(|name| !brought.files.contains(*name));
        // Said before all else: it is known by it when somebody decides.
        let refusals = if let Some(name) = lacks {
            vec![no_file(name, &act.name)]
        } else if matches!(loan.state(), LoanState::Revoked { .. }) {
            vec![why::of_a_revoked_loan()]
        } else if subject.is_some_and(|key| known.waits.contains(&key)) {
            vec![why::behind_another()]
        } else if let Some(command) = &act.command {
            let field = Some(Box::new(act.field.clone()));
            let given = Act { field, received: takes, ..Act::new(by.clone(), command.clone()) };
            match self.execute(given).await {
                Ok(done) if done.repeated => return Ok(Outcome::Before),
                Ok(done) if done.events.is_empty() => vec![why::of_no_effect()],
                Ok(_) => return Ok(Outcome::Carried),
                Err(ActError::Refused(refusals)) => refusals,
                Err(other) => return Err(other),
            }
        } else {
            match of_the_field(&act.name) {
                Err(Stop::Refused(refusals)) => refusals,
                Ok(()) | Err(Stop::Need(_)) => vec![why::of_no_meaning()],
            }
        };
        known.waits.extend(subject);
        self.wait(loan.id(), act, &refusals, by).await
    }

    /// Has an act wait, unless it was carried out before.
    async fn wait(
        &self,
        loan: LoanId,
        act: &CameHome,
        refusals: &[Refusal],
        by: &Actor,
    ) -> Result<Outcome, ActError> {
        let unrecorded = || StoreError::from(Corrupt::new("an act of the field cannot be recorded"));
        let unfit = |_| unrecorded();
        let Why { rule, english, said } = Why::of(refusals).ok_or_else(unrecorded)?;
        let wait = WaitField {
            loan,
            number: act.field.number,
            command: act.name.parse().map_err(unfit)?,
            body: act.body.parse().map_err(unfit)?,
            at: act.field.at,
            zone_minutes: act.field.zone_minutes,
            seed: act.field.seed_text().parse().map_err(unfit)?,
            leaf: act.field.leaf.clone(),
            seen: act.field.seen,
            rule,
            why: english,
            said,
        };
        if self.was_carried(loan, act.field.number).await? {
            return Ok(Outcome::Before);
        }
        self.writer.execute(Given::alone(Act::new(by.clone(), wait), None)).await?;
        Ok(Outcome::Waits)
    }

    /// Whether an act of a loan was carried out.
    async fn was_carried(&self, loan: LoanId, number: i64) -> Result<bool, StoreError> {
        let sql = "SELECT seq FROM field_done WHERE loan = $1 AND number = $2";
        let args: [Arg; 2] = [loan.to_string().into(), number.into()];
        let mut conn = self.db.conn().await?;
        let rows = conn.rows("looking for an act of the field", sql, &args, &[CellType::Int]).await?;
        Ok(!rows.is_empty())
    }
}

/// The digest of the bytes of a file.
fn digest_of(file: &mut impl Read) -> Result<String, StoreError> {
    let mut hash = Sha256::new();
    // What is cut or changed on the way does not decrypt.
    while let Some(part) = next_part(file).map_err(|_| FieldBad::Damaged)? {
        hash.update(&part);
    }
    Ok(hex(&hash.finalize()))
}

/// What is known of the acts of a loan before more of them are taken in.
struct Known {
    /// The numbers of those that were carried out or wait.
    before: BTreeSet<i64>,
    /// The records on which some wait.
    waits: BTreeSet<Key>,
}

/// What becomes of an act that came home.
enum Outcome {
    Carried,
    Waits,
    Before,
}
