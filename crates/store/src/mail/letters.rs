//! Letters that wait to be sent. Who writes a letter posts it here; whoever sends mail takes it from here.
//!
//! INVARIANT (one sender): a letter is taken by a lease ([`Queue`]), of which one statement sees that nobody else has it. What was tried is noted by whoever
//! holds the lease. Where a process ends between the mail server's word and that note, the lease runs out and the letter is sent
//! again, under the same `Message-ID`: its left part is the letter's id.

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::Timestamp;
use assize_domain::words;

use crate::db::{Arg, OwnConn, Sql, int, text};
use crate::error::StoreError;
use crate::queue::Queue;
use crate::writer::random;
use crate::{PAGE_ROWS_MAX, Store, rows};

/// After how long a letter that could not be sent is given up, in milliseconds: three days.
pub const GIVEN_UP_MILLIS: i64 = 3 * 24 * 60 * 60 * 1_000;
/// For how many days it is kept that a letter was sent or given up.
pub const SENT_KEPT_DAYS: i64 = 30;
/// For how many days after it was due it is kept that something was said to be due.
const DUE_KEPT_DAYS: u32 = 90;
/// How long whoever takes a letter has it for themselves, in milliseconds.
const LEASE_MILLIS: i64 = 5 * 60 * 1_000;
/// How long a letter waits after each try that failed for now, in milliseconds; after the last, as long again.
const WAITS_MILLIS: [i64; 7] = [60_000, 300_000, 900_000, 3_600_000, 10_800_000, 21_600_000, 43_200_000];
/// Letters that wait, taken one by one.
const QUEUE: Queue =
    Queue { table: "letter", open: "sent_at IS NULL AND given_up_at IS NULL", lease_millis: LEASE_MILLIS };
/// The longest reason that is kept, in characters.
const REASON_CHARS_MAX: usize = 300;
/// Kinds of letters whose text opens something: it goes when the letter is sent or given up, and such a letter is not sent later.
const SECRET: &str = "'door_code', 'door_link', 'door_notice', 'invitation'";

/// The tables of this room that hold what is a person's.
const TABLES: &[&str] = &["letter", "telling", "mail_choice"];

/// One letter to one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is about, in a word of the program: `door_code`.
    pub kind: &'static str,
    /// Whom it is to, where that is a person of the register.
    pub person: Option<PersonId>,
    /// The address it goes to.
    pub address: String,
    /// The language it is written in.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its text, plain.
    pub body: String,
}

/// A letter that somebody has taken to send it.
#[derive(Clone, PartialEq, Eq)]
pub struct TakenLetter {
    /// Its id, which is the left part of its `Message-ID`.
    pub id: String,
    /// What it is about.
    pub kind: String,
    /// The address it goes to.
    pub address: String,
    /// The language it is written in.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// When it was made, in milliseconds after 1970.
    pub made_at: i64,
    /// How often it was tried, this time among them.
    pub tries: i64,
    /// Who has taken it.
    by: String,
}

/// Addresses and texts come into no log.
impl std::fmt::Debug for TakenLetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TakenLetter").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

words! {
    /// Where a letter stands.
    pub enum LetterState {
        /// It waits to be sent, or to be tried again.
        Waiting = "waiting",
        /// It was sent.
        Sent = "sent",
        /// It was given up.
        GivenUp = "given_up",
    }
}

/// A letter as a list shows it: without its subject and its text, which may name what is not for whoever looks after mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterGlance {
    /// Its id.
    pub id: String,
    /// What it is about, in a word.
    pub kind: String,
    /// Whom it is to.
    pub person: Option<PersonId>,
    /// The address it goes to.
    pub address: String,
    /// When it was made, in milliseconds after 1970.
    pub made_at: i64,
    /// When it is tried next, likewise.
    pub due_at: i64,
    /// How often it was tried.
    pub tries: i64,
    /// Where it stands.
    pub state: LetterState,
    /// When it was sent or given up, likewise.
    pub ended_at: Option<i64>,
    /// Why it could not be sent the last time.
    pub failed: Option<String>,
    /// Whether it can be tried again by hand: its text is there still.
    pub can_retry: bool,
}

/// How many letters stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetterTally {
    /// Letters that wait.
    pub waiting: i64,
    /// Of them, those that were tried in vain.
    pub failing: i64,
    /// Letters that were sent within [`SENT_KEPT_DAYS`].
    pub sent: i64,
    /// Letters that were given up within the same time.
    pub given_up: i64,
}

/// Posts a letter on a connection of the caller's, which may be a transaction.
pub(crate) async fn post(sql: &mut impl Sql, letter: &Letter) -> Result<String, StoreError> {
    let id = hex(&random::<16>()?);
    let now = sql.now();
    let row = vec![
        id.as_str().into(),
        letter.kind.into(),
        letter.person.map(|person| person.to_string()).into(),
        letter.address.as_str().into(),
        letter.language.as_str().into(),
        letter.subject.as_str().into(),
        letter.body.as_str().into(),
        now.into(),
        now.into(),
        0_i64.into(),
    ];
    let into = "letter (id, kind, person, address, language, subject, body, made_at, due_at, tries)";
    rows::insert(sql, "posting a letter", into, vec![row], "").await?;
    Ok(id)
}

/// Removes the letters of a person who is erased.
pub(crate) async fn erase(conn: &mut OwnConn, person: &str) -> Result<(), StoreError> {
    for table in TABLES {
        let sql = format!("DELETE FROM {table} WHERE person = $1");
        conn.run("removing letters", &sql, &[person.into()]).await?;
    }
    let sql = "UPDATE notice SET by_person = NULL WHERE by_person = $1";
    conn.run("removing who did it", sql, &[person.into()]).await.map(drop)
}

impl Store {
    /// Posts a letter: it is sent as soon as somebody sends mail. Its id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn post(&self, letter: &Letter) -> Result<String, StoreError> {
        let id = post(&mut self.db.conn().await?, letter).await?;
        self.posted.notify_one();
        Ok(id)
    }

    /// Is told when a letter was posted by this process: whoever sends mail waits for it.
    pub async fn posted(&self) {
        self.posted.notified().await;
    }

    /// Takes a letter that is due, so that nobody else does for some minutes; nothing where none is. `by` names who takes it, and is another
    /// for each. Letters that have waited for more than [`GIVEN_UP_MILLIS`] are given up instead.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn take_letter(&self, by: &str) -> Result<Option<TakenLetter>, StoreError> {
        let mut conn = self.db.conn().await?;
        let now = self.db.now();
        let due = QUEUE.due(&mut conn, now).await?;
        if due.iter().any(|letter| letter.made_at < now - GIVEN_UP_MILLIS) {
            let sql = format!(
                "UPDATE letter SET given_up_at = $1, failed = COALESCE(failed, 'it waited for longer than three days'), \
             body = CASE WHEN kind IN ({SECRET}) THEN '' ELSE body END WHERE {} AND made_at < $2",
                QUEUE.due_sql()
            );
            let args: [Arg; 2] = [now.into(), (now - GIVEN_UP_MILLIS).into()];
            conn.run("giving letters up", &sql, &args).await?;
        }
        for letter in &due {
            if QUEUE.take(&mut conn, &letter.id, by, now).await? {
                return taken(&mut conn, &letter.id, by).await;
            }
        }
        Ok(None)
    }

    /// Notes that a letter was sent. Its text goes.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn letter_sent(&self, letter: &TakenLetter) -> Result<bool, StoreError> {
        let sql = "UPDATE letter SET sent_at = $1, failed = NULL, leased_until = 0, body = '', subject = '' \
                   WHERE id = $2 AND leased_by = $3 AND sent_at IS NULL";
        let args: [Arg; 3] = [self.db.now().into(), letter.id.as_str().into(), letter.by.as_str().into()];
        Ok(self.db.conn().await?.run("noting that a letter was sent", sql, &args).await? == 1)
    }

    /// Notes that a letter could not be sent now: it is tried again later, each time after a longer wait.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn letter_deferred(&self, letter: &TakenLetter, why: &str) -> Result<(), StoreError> {
        let place = usize::try_from(letter.tries - 1).unwrap_or_default().min(WAITS_MILLIS.len() - 1);
        let wait = WAITS_MILLIS.get(place).copied().unwrap_or(LEASE_MILLIS);
        let sql = "UPDATE letter SET due_at = $1, failed = $2, leased_until = 0 \
                   WHERE id = $3 AND leased_by = $4 AND sent_at IS NULL";
        let args: [Arg; 4] = [
            (self.db.now() + wait).into(),
            reason(why).into(),
            letter.id.as_str().into(),
            letter.by.as_str().into(),
        ];
        self.db.conn().await?.run("noting that a letter waits", sql, &args).await.map(drop)
    }

    /// Notes that a letter is not tried again, since the mail server will not have it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn letter_given_up(&self, letter: &TakenLetter, why: &str) -> Result<(), StoreError> {
        let sql = format!(
            "UPDATE letter SET given_up_at = $1, failed = $2, leased_until = 0, \
             body = CASE WHEN kind IN ({SECRET}) THEN '' ELSE body END \
             WHERE id = $3 AND leased_by = $4 AND sent_at IS NULL"
        );
        let args: [Arg; 4] =
            [self.db.now().into(), reason(why).into(), letter.id.as_str().into(), letter.by.as_str().into()];
        self.db.conn().await?.run("giving a letter up", &sql, &args).await.map(drop)
    }

    /// Has a letter tried again now, whether it waits or was given up. Whether there is one whose text is there still.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn retry_letter(&self, id: &str) -> Result<bool, StoreError> {
        let now = self.db.now();
        // Its three days begin anew.
        let sql = "UPDATE letter SET due_at = $1, made_at = CASE WHEN given_up_at IS NULL THEN made_at ELSE $1 END, \
                   given_up_at = NULL WHERE id = $2 AND sent_at IS NULL AND body <> ''";
        let again =
            self.db.conn().await?.run("trying a letter again", sql, &[now.into(), id.into()]).await? == 1;
        self.posted.notify_one();
        Ok(again)
    }

    /// Letters of a state, or all: the youngest first, made before `before` where that is given; as many as a page of a list holds at most.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn letters(
        &self,
        state: Option<LetterState>,
        before: Option<i64>,
        rows_max: i64,
    ) -> Result<Vec<LetterGlance>, StoreError> {
        let state = match state {
            None => "1 = 1",
            Some(LetterState::Waiting) => "sent_at IS NULL AND given_up_at IS NULL",
            Some(LetterState::Sent) => "sent_at IS NOT NULL",
            Some(LetterState::GivenUp) => "given_up_at IS NOT NULL",
        };
        let sql = format!(
            "SELECT id, kind, person, address, made_at, due_at, tries, sent_at, given_up_at, failed, CAST(CASE WHEN body = '' THEN 0 ELSE 1 END AS BIGINT) \
             FROM letter WHERE {state} AND made_at < $1 ORDER BY made_at DESC, id LIMIT $2"
        );
        let args: [Arg; 2] = [before.unwrap_or(i64::MAX - 1).into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let (word, number) = (CellType::Text, CellType::Int);
        let types = [word, word, word, word, number, number, number, number, number, word, number];
        let rows = self.db.conn().await?.rows("listing letters", &sql, &args, &types).await?;
        Ok(rows.iter().map(|row| glance(row)).collect())
    }

    /// How many letters stand where.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn letter_tally(&self) -> Result<LetterTally, StoreError> {
        let sql = "SELECT COUNT(CASE WHEN sent_at IS NULL AND given_up_at IS NULL THEN 1 END), \
                   COUNT(CASE WHEN sent_at IS NULL AND given_up_at IS NULL AND failed IS NOT NULL THEN 1 END), \
                   COUNT(sent_at), COUNT(given_up_at) FROM letter";
        let rows = self.db.conn().await?.rows("counting letters", sql, &[], &[CellType::Int; 4]).await?;
        let count = |column: usize| int(rows.first().and_then(|row| row.get(column)));
        Ok(LetterTally { waiting: count(0), failing: count(1), sent: count(2), given_up: count(3) })
    }

    /// Forgets letters that were sent or given up longer ago than that is kept, and what led to them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_old_letters(&self) -> Result<(), StoreError> {
        let then = self.db.now() - SENT_KEPT_DAYS * 24 * 60 * 60 * 1_000;
        let mut conn = self.db.conn().await?;
        for sql in [
            "DELETE FROM letter WHERE sent_at < $1 OR given_up_at < $1",
            "DELETE FROM telling WHERE letter IS NOT NULL AND due_at < $1 \
             AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.id = telling.letter)",
            "DELETE FROM notice WHERE told_at < $1 AND due IS NULL \
             AND NOT EXISTS (SELECT 1 FROM telling WHERE telling.notice = notice.id)",
        ] {
            conn.run("forgetting old letters", sql, &[then.into()]).await?;
        }
        // What says once that something is due is remembered for longer than it could be said again.
        let Ok(day) =
            Timestamp::from_millis(self.clock.millis()).map(|now| now.date().minus_days(DUE_KEPT_DAYS))
        else {
            return Ok(());
        };
        let sql = "DELETE FROM notice WHERE told_at < $1 AND due < $2 \
                   AND NOT EXISTS (SELECT 1 FROM telling WHERE telling.notice = notice.id)";
        let args: [Arg; 2] = [then.into(), day.to_string().into()];
        conn.run("forgetting what was due", sql, &args).await?;
        Ok(())
    }
}

async fn taken(sql: &mut impl Sql, id: &str, by: &str) -> Result<Option<TakenLetter>, StoreError> {
    let query = "SELECT kind, address, language, subject, body, made_at, tries FROM letter WHERE id = $1";
    let (word, number) = (CellType::Text, CellType::Int);
    let types = [word, word, word, word, word, number, number];
    let rows = sql.rows("reading a letter", query, &[id.into()], &types).await?;
    Ok(rows.first().map(|row| TakenLetter {
        id: id.to_owned(),
        kind: text(row.first()),
        address: text(row.get(1)),
        language: text(row.get(2)),
        subject: text(row.get(3)),
        body: text(row.get(4)),
        made_at: int(row.get(5)),
        tries: int(row.get(6)),
        by: by.to_owned(),
    }))
}

fn glance(row: &[Cell]) -> LetterGlance {
    let maybe = |column: usize| Some(int(row.get(column))).filter(|millis| *millis != 0);
    let (sent, given_up) = (maybe(7), maybe(8));
    let state = match (sent, given_up) {
        (Some(_), _) => LetterState::Sent,
        (None, Some(_)) => LetterState::GivenUp,
        (None, None) => LetterState::Waiting,
    };
    LetterGlance {
        id: text(row.first()),
        kind: text(row.get(1)),
        person: text(row.get(2)).parse().ok(),
        address: text(row.get(3)),
        made_at: int(row.get(4)),
        due_at: int(row.get(5)),
        tries: int(row.get(6)),
        ended_at: sent.or(given_up),
        can_retry: sent.is_none() && int(row.get(10)) == 1,
        failed: Some(text(row.get(9))).filter(|failed| !failed.is_empty()),
        state,
    }
}

/// A reason without what is beyond its length, and without signs that could forge a line.
fn reason(why: &str) -> String {
    why.chars().filter(|sign| !sign.is_control()).take(REASON_CHARS_MAX).collect()
}
