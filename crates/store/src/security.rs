//! The security log: who was refused what, who opened what is restricted, who took something out, who signed in.
//!
//! It is no part of the record (ISO/IEC 27001:2022 A.8.15): it goes by `operate`, names records by their keys alone, holds no secret and no
//! content, and is forgotten after [`SECURITY_DAYS`] days unless the store says otherwise.

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::id::PersonId;
use assize_domain::{Key, words};
use uuid::Uuid;

use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::writer::random;
use crate::{PAGE_ROWS_MAX, Store, rows};

/// For how many days the security log is kept, unless the store's fact [`SECURITY_DAYS_FACT`] says otherwise.
pub const SECURITY_DAYS: u32 = 400;
/// The longest and the shortest that it may be kept, in days.
pub const SECURITY_DAYS_BOUNDS: (u32, u32) = (30, 3_650);
/// The name of the fact ([`Store::meta`]) that says for how many days the security log is kept.
pub const SECURITY_DAYS_FACT: &str = "security_days";
/// The longest text of a field, in bytes; the rest is cut off.
const FIELD_BYTES_MAX: usize = 300;
/// A day, in milliseconds.
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1_000;

words! {
    /// What is noted for security.
    pub enum SecurityKind {
        /// A question was refused.
        ReadRefused = "read_refused",
        /// An act was refused by the policies, before the law was asked.
        ActRefused = "act_refused",
        /// Evidence that is restricted or confidential was opened.
        EvidenceOpened = "evidence_opened",
        /// Something was taken out of the store: a dossier, a list as a file.
        Exported = "exported",
        /// Somebody signed in.
        SignedIn = "signed_in",
        /// Somebody tried to sign in, in vain.
        SignInRefused = "sign_in_refused",
        /// The second factor that somebody gave was wrong.
        SecondFactorWrong = "second_factor_wrong",
        /// So many tries had failed that one was not looked at: the next ones wait.
        SignInSlowed = "sign_in_slowed",
        /// A provider of identities did not say who somebody is, or named nobody who has an account here.
        ProviderRefused = "provider_refused",
        /// Somebody signed out, or a session was ended.
        SignedOut = "signed_out",
        /// An account, a factor or a token was made, changed, locked or taken away.
        AccountChanged = "account_changed",
    }
}

/// What is to be noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityNote {
    /// What it is.
    pub kind: SecurityKind,
    /// Who, as the journal names them; empty where nobody is known.
    pub who: String,
    /// The person among them.
    pub person: Option<PersonId>,
    /// The address they came from, as far as it is known.
    pub address: String,
    /// The method and the template of the route, or the name of a command.
    pub route: String,
    /// The record it is about.
    pub key: Option<Key>,
    /// The id of the request.
    pub request: String,
    /// Why: the titles of the policies, or a word of what was done.
    pub why: String,
}

/// What was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecurityEvent {
    /// Its id, in the order of time.
    pub id: Uuid,
    /// When, in milliseconds after 1970, by the clock of the system.
    pub at: i64,
    /// What.
    pub note: SecurityNote,
}

/// Which events. What is left empty asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecurityFilter {
    /// Those of a kind.
    pub kind: Option<SecurityKind>,
    /// Those of a person.
    pub person: Option<PersonId>,
    /// Those about a record.
    pub subject: Option<Uuid>,
    /// Those from a time on, in milliseconds after 1970.
    pub from: Option<i64>,
    /// Those before a time, likewise.
    pub to: Option<i64>,
}

impl Store {
    /// Notes something for security.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn note_security(&self, note: &SecurityNote) -> Result<(), StoreError> {
        let at = self.db.now();
        let row = vec![
            id(at)?.into(),
            at.into(),
            note.kind.word().into(),
            cut(&note.who).into(),
            note.person.map(|person| person.to_string()).into(),
            cut(&note.address).into(),
            cut(&note.route).into(),
            note.key.map(|key| key.kind.word().to_owned()).into(),
            note.key.map(|key| key.id.hyphenated().to_string()).into(),
            cut(&note.request).into(),
            cut(&note.why).into(),
        ];
        let into =
            "security_event (id, at, kind, who, person, address, route, subject_kind, subject, request, why)";
        rows::insert(&mut self.db.conn().await?, "noting something for security", into, vec![row], "").await
    }

    /// Notes something for security, unless the same kind was noted of the same address and route within the last `millis`: what comes by
    /// the thousand is one line.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn note_security_seldom(&self, note: &SecurityNote, millis: i64) -> Result<(), StoreError> {
        let sql = "SELECT id FROM security_event WHERE at > $1 AND kind = $2 AND address = $3 AND route = $4 LIMIT 1";
        let args: [Arg; 4] = [
            (self.db.now() - millis).into(),
            note.kind.word().into(),
            cut(&note.address).into(),
            cut(&note.route).into(),
        ];
        let known =
            self.db.conn().await?.rows("reading the security log", sql, &args, &[CellType::Text]).await?;
        if known.is_empty() { self.note_security(note).await } else { Ok(()) }
    }

    /// A page of what was noted for security, the newest first, before the event `before`; `rows_max` at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn security_events(
        &self,
        filter: &SecurityFilter,
        before: Option<Uuid>,
        rows_max: i64,
    ) -> Result<Vec<SecurityEvent>, StoreError> {
        let SecurityFilter { kind, person, subject, from, to } = filter;
        let mut all: Vec<String> = Vec::new();
        let mut args: Vec<Arg> = Vec::new();
        let mut that = |condition: &str, value: Option<Arg>| {
            if let Some(value) = value {
                args.push(value);
                all.push(format!("{condition} ${}", args.len()));
            }
        };
        that("kind =", kind.map(|kind| kind.word().into()));
        that("person =", person.map(|person| person.to_string().into()));
        that("subject =", subject.map(Into::into));
        that("at >=", from.map(Into::into));
        that("at <", to.map(Into::into));
        that("id <", before.map(Into::into));
        args.push(rows_max.min(PAGE_ROWS_MAX).into());
        let filter = if all.is_empty() { String::new() } else { format!("WHERE {}", all.join(" AND ")) };
        let sql = format!(
            "SELECT id, at, kind, who, person, address, route, subject_kind, subject, request, why FROM security_event \
             {filter} ORDER BY id DESC LIMIT ${}",
            args.len()
        );
        let mut types = [CellType::Text; 11];
        if let Some(at) = types.get_mut(1) {
            *at = CellType::Int;
        }
        let rows = self.db.conn().await?.rows("reading the security log", &sql, &args, &types).await?;
        Ok(rows.iter().filter_map(|row| event(row)).collect())
    }

    /// For how many days the security log is kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn security_days(&self) -> Result<u32, StoreError> {
        let said = self.meta(SECURITY_DAYS_FACT).await?.and_then(|days| days.parse().ok());
        let (least, most) = SECURITY_DAYS_BOUNDS;
        Ok(said.unwrap_or(SECURITY_DAYS).clamp(least, most))
    }

    /// Forgets what was noted for security longer ago than it is kept: how much.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_old_security(&self) -> Result<u64, StoreError> {
        let days = i64::from(self.security_days().await?);
        let args: [Arg; 1] = [(self.db.now() - days * DAY_MILLIS).into()];
        let sql = "DELETE FROM security_event WHERE at < $1";
        self.db.conn().await?.run("forgetting the old security log", sql, &args).await
    }
}

/// A new id: a UUIDv7 of the time, so that ids are in the order of time.
fn id(at: i64) -> Result<Uuid, StoreError> {
    let millis = u64::try_from(at).unwrap_or_default();
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random::<10>()?).into_uuid())
}

/// A text without what is beyond its length, and without signs that could forge a line.
fn cut(text: &str) -> String {
    let mut end = text.len().min(FIELD_BYTES_MAX);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().chars().filter(|sign| !sign.is_control()).collect()
}

/// A row of the log; none where its kind is one that this version does not know.
fn event(row: &[Cell]) -> Option<SecurityEvent> {
    let word = |column: usize| text(row.get(column));
    let key = || Some(Key { kind: word(7).parse().ok()?, id: word(8).parse().ok()? });
    Some(SecurityEvent {
        id: word(0).parse().ok()?,
        at: int(row.get(1)),
        note: SecurityNote {
            kind: word(2).parse().ok()?,
            who: word(3),
            person: word(4).parse().ok(),
            address: word(5),
            route: word(6),
            key: key(),
            request: word(9),
            why: word(10),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_field_is_cut_at_a_letter_and_forges_no_line() {
        assert_eq!(cut("a\r\nb\u{1b}"), "ab");
        let long = "ü".repeat(200);
        assert_eq!(cut(&long).chars().count(), 150);
    }
}
