//! Notices and tellings: what happened of which people are told, and whom of it.
//!
//! INVARIANT (told once): a notice has one id for what it is about, and is written if there is none of it. Whoever makes tellings of it, and
//! letters of those, marks it in the same transaction and takes everything back where another was first.

use std::collections::BTreeMap;

use assize_domain::finding::{DueDates, FindingStage, Overdue, Turn, awaited_at};
use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::{Entry, hex};
use assize_domain::kernel::id::{Id as _, PersonId};
use assize_domain::kernel::time::Date;
use assize_domain::words;
use assize_domain::words::FindingKind;
use assize_domain::{Key, Kind};
use uuid::Uuid;

use super::letters::{Letter, post};
use super::told::{NoticeKind, called_for};
use crate::db::{Arg, OwnConn, Sql, text};
use crate::error::StoreError;
use crate::writer::random;
use crate::{DatabaseKind, Store, rows};

/// How long after it was due it is still said that something is overdue, in days: so that whoever sets mail up late is not flooded.
const OVERDUE_DAYS_MAX: u32 = 30;
/// How many days before something is due it is said, unless the store's fact [`MAIL_DAYS_FACT`] says otherwise.
pub const MAIL_DAYS: u32 = 7;
/// The least and the most of these days; with 0 nothing is said before the day.
pub const MAIL_DAYS_BOUNDS: (u32, u32) = (0, 60);
/// The name of the fact ([`Store::meta`]) that says how many days before something is due it is said.
pub const MAIL_DAYS_FACT: &str = "mail_days";
/// How many notices and tellings are taken at a time.
const ROWS: i64 = 200;

words! {
    /// How often somebody wants to be written to.
    pub enum HowOften {
        /// As soon as something happens.
        AtOnce = "at_once",
        /// Once a day, in the morning.
        Daily = "daily",
        /// Once a week, on Monday morning.
        Weekly = "weekly",
    }
}

/// Something that happened, of which people are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: String,
    /// What happened.
    pub kind: NoticeKind,
    /// To which record.
    pub subject: Key,
    /// The day that something is due on, where that is what it says.
    pub due: Option<Date>,
    /// The person who did it, where one did.
    pub by: Option<PersonId>,
}

/// What somebody is to be told of now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Who.
    pub person: PersonId,
    /// Of what, the oldest first.
    pub notices: Vec<Notice>,
}

const COLUMNS: &str =
    "notice.id, notice.kind, notice.subject_kind, notice.subject, notice.due, notice.by_person";
const INTO: &str = "notice (id, kind, subject_kind, subject, due, by_person, at)";
const ONCE: &str = " ON CONFLICT (id) DO NOTHING";

fn row(id: String, kind: NoticeKind, subject: Key, due: Option<Date>, by: Option<PersonId>) -> Vec<Arg> {
    vec![
        id.into(),
        kind.word().into(),
        subject.kind.word().into(),
        subject.id.into(),
        due.map(|due| due.to_string()).into(),
        by.map(|by| by.to_string()).into(),
    ]
}

fn notice(row: &[Cell]) -> Option<Notice> {
    let word = |column: usize| text(row.get(column));
    Some(Notice {
        id: word(0),
        kind: word(1).parse().ok()?,
        subject: Key { kind: word(2).parse().ok()?, id: word(3).parse().ok()? },
        due: word(4).parse().ok(),
        by: word(5).parse().ok(),
    })
}

/// The notices that the entries of an act call for, as rows for [`insert_of`].
pub(crate) fn of_entries<'e>(
    entries: impl IntoIterator<Item = (&'e Entry, Option<PersonId>)>,
) -> Vec<Vec<Arg>> {
    entries.into_iter().filter_map(|(entry, by)| of_entry(entry, by)).collect()
}

fn of_entry(entry: &Entry, by: Option<PersonId>) -> Option<Vec<Arg>> {
    let kind = called_for(&entry.kind)?;
    let subject = entry.value("subject")?;
    let part = |name: &str| subject.get(name).and_then(serde_json::Value::as_str);
    if kind == NoticeKind::FieldWaits {
        // Many acts may wait at once: it is said of their audit, once a day for each loan.
        let text = |name: &str| entry.value(name).and_then(serde_json::Value::as_str);
        let audit = Key { kind: Kind::Audit, id: text("audit")?.parse().ok()? };
        return Some(row(format!("waits {} {}", text("p.loan")?, entry.at.date()), kind, audit, None, by));
    }
    let key = Key { kind: part("kind")?.parse().ok()?, id: part("id")?.parse().ok()? };
    Some(row(format!("entry {}", entry.seq), kind, key, None, by))
}

/// Writes notices, as of now: those of an act in the transaction of the act.
pub(crate) async fn insert_of(sql: &mut impl Sql, mut rows: Vec<Vec<Arg>>) -> Result<(), StoreError> {
    let now = sql.now();
    for row in &mut rows {
        row.push(now.into());
    }
    rows::insert(sql, "writing notices", INTO, rows, ONCE).await
}

/// Notes that something changed about how a person signs in: on the connection that changes it.
pub(crate) async fn note(sql: &mut impl Sql, kind: NoticeKind, person: PersonId) -> Result<(), StoreError> {
    let id = format!("account {}", hex(&random::<16>()?));
    insert_of(sql, vec![row(id, kind, Key::of(person), None, None)]).await
}

/// Removes what there is of a record that is erased: that people were to be told of it, and what they are to be told in letters that wait.
pub(crate) async fn erase_of(conn: &mut OwnConn, id: &str) -> Result<(), StoreError> {
    let doing = "removing what people were told of";
    let those = "SELECT id FROM notice WHERE subject = $1";
    // A letter that was sent has no text any more; one that waits may name what is erased.
    for sql in [
        format!(
            "DELETE FROM letter WHERE sent_at IS NULL AND id IN (SELECT letter FROM telling WHERE notice IN ({those}))"
        ),
        format!("DELETE FROM telling WHERE notice IN ({those})"),
        "DELETE FROM notice WHERE subject = $1".to_owned(),
    ] {
        conn.run(doing, &sql, &[id.into()]).await?;
    }
    Ok(())
}

impl Store {
    /// Notices of which nobody was told yet, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn notices_untold(&self) -> Result<Vec<Notice>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM notice WHERE told_at IS NULL ORDER BY at, id LIMIT $1");
        let rows =
            self.db.conn().await?.rows("reading notices", &sql, &[ROWS.into()], &[CellType::Text; 6]).await?;
        Ok(rows.iter().filter_map(|row| notice(row)).collect())
    }

    /// Keeps whom a notice tells, each from which time on, in milliseconds after 1970. Whether it was this call that did; another process may have
    /// been first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tell(&self, notice: &str, whom: &[(PersonId, i64)]) -> Result<bool, StoreError> {
        let mut conn = self.begin().await?;
        let sql = "UPDATE notice SET told_at = $1 WHERE id = $2 AND told_at IS NULL";
        let args: [Arg; 2] = [self.db.now().into(), notice.into()];
        if conn.run("taking a notice", sql, &args).await? == 0 {
            conn.run("leaving a notice", "ROLLBACK", &[]).await?;
            return Ok(false);
        }
        let tellings = whom
            .iter()
            .map(|(person, due_at)| vec![notice.into(), person.to_string().into(), (*due_at).into()])
            .collect();
        let into = "telling (notice, person, due_at)";
        rows::insert(&mut conn, "telling people", into, tellings, " ON CONFLICT (notice, person) DO NOTHING")
            .await?;
        conn.run("telling people", "COMMIT", &[]).await?;
        Ok(true)
    }

    /// What people are to be told of by now, of which no letter was made yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tellings_due(&self) -> Result<Vec<Waiting>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS}, telling.person FROM telling JOIN notice ON notice.id = telling.notice \
             WHERE telling.letter IS NULL AND telling.due_at <= $1 \
             ORDER BY telling.person, notice.at, notice.id LIMIT $2"
        );
        let args: [Arg; 2] = [self.db.now().into(), ROWS.into()];
        let rows = self.db.conn().await?.rows("reading tellings", &sql, &args, &[CellType::Text; 7]).await?;
        let mut found: Vec<Waiting> = Vec::new();
        for row in &rows {
            let (Some(notice), Ok(person)) = (notice(row), text(row.get(6)).parse::<PersonId>()) else {
                continue;
            };
            match found.last_mut() {
                Some(last) if last.person == person => last.notices.push(notice),
                _ => found.push(Waiting { person, notices: vec![notice] }),
            }
        }
        Ok(found)
    }

    /// Posts the letter that tells a person of some notices, or notes that none is to be written. Whether it was this call that did; another
    /// process may have been first, and then no letter is posted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn post_telling(
        &self,
        person: PersonId,
        notices: &[String],
        letter: Option<&Letter>,
    ) -> Result<bool, StoreError> {
        let mut conn = self.begin().await?;
        let id = match letter {
            Some(letter) => post(&mut conn, letter).await?,
            // No letter has this id: nothing is to be said.
            None => "none".to_owned(),
        };
        for notice in notices {
            let sql = "UPDATE telling SET letter = $1 WHERE notice = $2 AND person = $3 AND letter IS NULL";
            let args: [Arg; 3] = [id.as_str().into(), notice.as_str().into(), person.to_string().into()];
            if conn.run("marking a telling", sql, &args).await? == 0 {
                conn.run("leaving a letter", "ROLLBACK", &[]).await?;
                return Ok(false);
            }
        }
        conn.run("posting a letter", "COMMIT", &[]).await?;
        Ok(true)
    }

    /// Writes the notices of what is due: `days` before, on the day, and when it is overdue, each once. `today` is the date of it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn note_due(&self, today: Date, days: u32) -> Result<(), StoreError> {
        let (first, last) = (today.minus_days(OVERDUE_DAYS_MAX), today.plus_days(days));
        let mut conn = self.db.conn().await?;
        let mut found: BTreeMap<String, Vec<Arg>> = BTreeMap::new();
        let mut add = |what: &str, id: Uuid, kind: Kind, due: Date, kinds: [NoticeKind; 3]| {
            let [soon, on_the_day, late] = kinds;
            let (step, kind_of_notice) = match due.cmp(&today) {
                std::cmp::Ordering::Greater => ("soon", soon),
                std::cmp::Ordering::Equal => ("today", on_the_day),
                std::cmp::Ordering::Less => ("late", late),
            };
            let name = format!("due {} {what} {due} {step}", id.hyphenated());
            found.insert(name.clone(), row(name, kind_of_notice, Key { kind, id }, Some(due), None));
        };
        let probe =
            DueDates { acknowledge: today, plan: today, implement: today, effectiveness: Some(today) };
        for stage in FindingStage::ALL {
            let Some((what, _)) = awaited_at(*stage, &probe) else { continue };
            let column = match what {
                Overdue::Acknowledgement => "due_acknowledge",
                Overdue::Plan => "due_plan",
                Overdue::Implementation => "due_implement",
                Overdue::Effectiveness => "due_effectiveness",
            };
            // Whoever disputes a finding has answered.
            let sql = format!(
                "SELECT id, {column} FROM finding WHERE state = $1 AND {column} >= $2 AND {column} <= $3 \
                 AND NOT (state = 'raised' AND response = 'disputed')"
            );
            let kinds = match stage.turn(FindingKind::Nonconformity, false) {
                Some(Turn::Auditee) => {
                    [NoticeKind::StepDueSoon, NoticeKind::StepDueToday, NoticeKind::StepOverdue]
                }
                _ => [NoticeKind::CheckDueSoon, NoticeKind::CheckDueToday, NoticeKind::CheckOverdue],
            };
            let args: [Arg; 3] = [stage.word().into(), first.to_string().into(), last.to_string().into()];
            for (id, due) in dated(&mut conn, &sql, &args).await? {
                add(what.word(), id, Kind::Finding, due, kinds);
            }
        }
        let sql = "SELECT id, due FROM info_request WHERE state IN ('asked', 'returned') AND due >= $1 AND due <= $2";
        let args: [Arg; 2] = [first.to_string().into(), last.to_string().into()];
        let kinds = [NoticeKind::AnswerDueSoon, NoticeKind::AnswerDueToday, NoticeKind::AnswerOverdue];
        for (id, due) in dated(&mut conn, sql, &args).await? {
            add("answer", id, Kind::InfoRequest, due, kinds);
        }
        insert_of(&mut conn, found.into_values().collect()).await
    }

    /// How many days before something is due it is said.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn mail_days(&self) -> Result<u32, StoreError> {
        let said = self.meta(MAIL_DAYS_FACT).await?.and_then(|days| days.parse().ok());
        let (least, most) = MAIL_DAYS_BOUNDS;
        Ok(said.unwrap_or(MAIL_DAYS).clamp(least, most))
    }

    /// How often a person wants to be written to.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn mail_choice(&self, person: PersonId) -> Result<HowOften, StoreError> {
        let sql = "SELECT how_often FROM mail_choice WHERE person = $1";
        let args: [Arg; 1] = [person.uuid().into()];
        let rows =
            self.db.conn().await?.rows("reading a choice of mail", sql, &args, &[CellType::Text]).await?;
        Ok(rows.first().and_then(|row| text(row.first()).parse().ok()).unwrap_or(HowOften::AtOnce))
    }

    /// Notes how often a person wants to be written to. What waits for them already is told at `due_at`, in milliseconds after 1970.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn choose_mail(
        &self,
        person: PersonId,
        how_often: HowOften,
        due_at: i64,
    ) -> Result<(), StoreError> {
        let row = vec![person.uuid().into(), how_often.word().into(), self.db.now().into()];
        let on = " ON CONFLICT (person) DO UPDATE SET how_often = excluded.how_often, at = excluded.at";
        let mut conn = self.db.conn().await?;
        rows::insert(&mut conn, "choosing mail", "mail_choice (person, how_often, at)", vec![row], on)
            .await?;
        let sql = "UPDATE telling SET due_at = $1 WHERE person = $2 AND letter IS NULL";
        let args: [Arg; 2] = [due_at.into(), person.uuid().into()];
        conn.run("choosing mail", sql, &args).await.map(drop)
    }

    /// The tag of the language that a person has chosen for the pages, if they have.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn language_of(&self, person: PersonId) -> Result<Option<String>, StoreError> {
        let sql = "SELECT language FROM account WHERE person = $1";
        let args: [Arg; 1] = [person.uuid().into()];
        let rows = self.db.conn().await?.rows("reading a language", sql, &args, &[CellType::Text]).await?;
        Ok(rows.first().map(|row| text(row.first())).filter(|tag| !tag.is_empty()))
    }

    /// Begins a transaction of its own; dropping the connection takes it back.
    async fn begin(&self) -> Result<OwnConn, StoreError> {
        let mut conn = self.db.own_conn().await?;
        let begin = match self.db.kind() {
            DatabaseKind::Sqlite => "BEGIN IMMEDIATE",
            DatabaseKind::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED",
        };
        conn.run("beginning a transaction", begin, &[]).await?;
        Ok(conn)
    }
}

/// Rows of an id and a date.
async fn dated(sql: &mut impl Sql, query: &str, args: &[Arg]) -> Result<Vec<(Uuid, Date)>, StoreError> {
    let rows = sql.rows("looking for what is due", query, args, &[CellType::Text; 2]).await?;
    let read = |row: &Vec<Cell>| Some((text(row.first()).parse().ok()?, text(row.get(1)).parse().ok()?));
    Ok(rows.iter().filter_map(read).collect())
}
