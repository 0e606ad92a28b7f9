//! Calendars that people subscribe to: the address is the key, and of it the digest alone is kept.

use std::net::IpAddr;

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{Id as _, PersonId};

use super::limits::Counted;
use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::operate::hash;
use crate::writer::random;
use crate::{Store, rows};

/// What a secret begins with, so that scanners for leaked secrets know it.
const PREFIX: &str = "assizecal_";
/// How long it takes until a feed's use is noted again, in milliseconds.
const USE_NOTED_MILLIS: i64 = 60_000;
/// The most feeds that somebody has at a time.
pub const FEEDS_MAX: usize = 10;
/// For how long what is no longer there is sent as cancelled, in milliseconds: thirty days.
pub const CANCELLED_MILLIS: i64 = 30 * 24 * 60 * 60 * 1_000;

/// A subscription, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFeed {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub person: PersonId,
    /// What it is called.
    pub label: String,
    /// When it was made, in milliseconds after 1970.
    pub made_at: i64,
    /// Until when it holds, likewise; for ever where that is not said.
    pub expires_at: Option<i64>,
    /// When it was used last, to the minute, likewise.
    pub used_at: Option<i64>,
}

/// What came of asking for a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedAsked {
    /// It is theirs.
    Found(CalendarFeed),
    /// There is none, or none any more.
    Unknown,
    /// So many were asked for in vain that the next has to wait for so many seconds.
    Wait(i64),
}

/// How often a feed is read within an hour.
pub const FEED_READS_HOURLY_MAX: i64 = 120;
const HOUR_MILLIS: i64 = 60 * 60 * 1_000;

/// An event as a feed shows it, or showed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEvent {
    /// Its id.
    pub uid: String,
    /// Rises with each change.
    pub sequence: i64,
    /// When it begins and ends, as the feed writes that.
    pub starts: String,
    /// Likewise.
    pub ends: String,
    /// The digest of what it says.
    pub digest: String,
    /// When it changed, in milliseconds after 1970.
    pub changed_at: i64,
    /// When it was taken away, likewise.
    pub cancelled_at: Option<i64>,
}

const SQL: &str = "SELECT id, person, label, made_at, expires_at, used_at FROM calendar_feed";
const TYPES: [CellType; 6] =
    [CellType::Text, CellType::Text, CellType::Text, CellType::Int, CellType::Int, CellType::Int];
/// Whoever's account is locked has no calendar either.
const UNLOCKED: &str = "NOT EXISTS (SELECT 1 FROM account WHERE account.person = calendar_feed.person AND locked_at IS NOT NULL)";

fn feed(row: &[Cell]) -> Option<CalendarFeed> {
    let maybe = |index: usize| Some(int(row.get(index))).filter(|millis| *millis != 0);
    Some(CalendarFeed {
        id: text(row.first()),
        person: text(row.get(1)).parse().ok()?,
        label: text(row.get(2)),
        made_at: int(row.get(3)),
        expires_at: maybe(4),
        used_at: maybe(5),
    })
}

impl Store {
    /// Makes a subscription. Its secret is shown this once and not kept. Nothing where somebody has [`FEEDS_MAX`] already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn make_feed(
        &self,
        person: PersonId,
        label: &str,
        days: Option<u32>,
    ) -> Result<Option<(CalendarFeed, String)>, StoreError> {
        if self.feeds(person).await?.len() >= FEEDS_MAX {
            return Ok(None);
        }
        let secret = format!("{PREFIX}{}", hex(&random::<32>()?));
        let made_at = self.db.now();
        let made = CalendarFeed {
            id: hex(&random::<8>()?),
            person,
            label: label.to_owned(),
            made_at,
            expires_at: days.map(|days| made_at + i64::from(days) * 24 * 60 * 60 * 1_000),
            used_at: None,
        };
        let row = vec![
            made.id.as_str().into(),
            hash(&secret).into(),
            person.to_string().into(),
            label.into(),
            made_at.into(),
            Arg::Int(made.expires_at),
        ];
        let into = "calendar_feed (id, secret_sha256, person, label, made_at, expires_at)";
        rows::insert(&mut self.db.conn().await?, "making a calendar", into, vec![row], "").await?;
        Ok(Some((made, secret)))
    }

    /// The subscriptions of a person that hold, the youngest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn feeds(&self, person: PersonId) -> Result<Vec<CalendarFeed>, StoreError> {
        let sql = format!(
            "{SQL} WHERE person = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2) ORDER BY made_at DESC, id"
        );
        let args: [Arg; 2] = [person.uuid().into(), self.db.now().into()];
        let rows = self.db.conn().await?.rows("listing calendars", &sql, &args, &TYPES).await?;
        Ok(rows.iter().filter_map(|row| feed(row)).collect())
    }

    /// Ends a subscription of a person; whether there was one to end.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn revoke_feed(&self, person: PersonId, id: &str) -> Result<bool, StoreError> {
        let sql =
            "UPDATE calendar_feed SET revoked_at = $1 WHERE id = $2 AND person = $3 AND revoked_at IS NULL";
        let args: [Arg; 3] = [self.db.now().into(), id.into(), person.uuid().into()];
        Ok(self.db.conn().await?.run("ending a calendar", sql, &args).await? > 0)
    }

    /// The subscription of a secret, if it holds now. Notes its use. Who asks for what is none is slowed down by their address.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn feed_of(&self, secret: &str, from: Option<IpAddr>) -> Result<FeedAsked, StoreError> {
        let mut conn = self.db.conn().await?;
        let now = self.db.now();
        if secret.starts_with(PREFIX) && secret.len() <= 200 {
            let sql = format!(
                "{SQL} WHERE secret_sha256 = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2) AND {UNLOCKED}"
            );
            let args: [Arg; 2] = [hash(secret).into(), now.into()];
            let rows = conn.rows("looking a calendar up", &sql, &args, &TYPES).await?;
            if let Some(found) = rows.first().and_then(|row| feed(row)) {
                if found.used_at.is_none_or(|used| used + USE_NOTED_MILLIS < now) {
                    let args: [Arg; 2] = [now.into(), found.id.as_str().into()];
                    let sql = "UPDATE calendar_feed SET used_at = $1 WHERE id = $2";
                    conn.run("noting a calendar's use", sql, &args).await?;
                }
                return Ok(FeedAsked::Found(found));
            }
        }
        let Some(from) = from else { return Ok(FeedAsked::Unknown) };
        Ok(match Counted::address(from).take(&mut conn, now).await? {
            Some(seconds) => FeedAsked::Wait(seconds),
            None => FeedAsked::Unknown,
        })
    }

    /// Takes a place for reading a feed: whether it was read no more than [`FEED_READS_HOURLY_MAX`] times within an hour.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn may_read_feed(&self, id: &str) -> Result<bool, StoreError> {
        let subject = hash(&format!("calendar {id}"));
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        let doing = "counting how often a calendar is read";
        let sql = "INSERT INTO sign_in_try (subject, failures, last_at, until) VALUES ($1, 1, $2, 0) ON CONFLICT (subject) DO UPDATE SET \
                   failures = CASE WHEN sign_in_try.last_at < $3 THEN 1 ELSE sign_in_try.failures + 1 END, \
                   last_at = CASE WHEN sign_in_try.last_at < $3 THEN excluded.last_at ELSE sign_in_try.last_at END";
        let args: [Arg; 3] = [subject.as_str().into(), now.into(), (now - HOUR_MILLIS).into()];
        conn.run(doing, sql, &args).await?;
        let sql = "SELECT failures FROM sign_in_try WHERE subject = $1";
        let rows = conn.rows(doing, sql, &[subject.into()], &[CellType::Int]).await?;
        Ok(int(rows.first().and_then(|row| row.first())) <= FEED_READS_HOURLY_MAX)
    }

    /// Holds what a person's feed says now against what it said before: each with a sequence that rises where it changed, and what is there no
    /// longer, as cancelled, for [`CANCELLED_MILLIS`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn feed_shown(
        &self,
        person: PersonId,
        now_shown: Vec<FeedEvent>,
    ) -> Result<Vec<FeedEvent>, StoreError> {
        const COLUMNS: &str = "uid, sequence, starts, ends, digest, changed_at, cancelled_at";
        let (word, number) = (CellType::Text, CellType::Int);
        let types = [word, number, word, word, word, number, number];
        let id = person.to_string();
        let mut conn = self.db.conn().await?;
        let sql = format!("SELECT {COLUMNS} FROM calendar_shown WHERE person = $1");
        let known = conn.rows("reading what a calendar showed", &sql, &[id.as_str().into()], &types).await?;
        let mut known: std::collections::BTreeMap<String, FeedEvent> = known
            .iter()
            .map(|row| {
                let event = FeedEvent {
                    uid: text(row.first()),
                    sequence: int(row.get(1)),
                    starts: text(row.get(2)),
                    ends: text(row.get(3)),
                    digest: text(row.get(4)),
                    changed_at: int(row.get(5)),
                    cancelled_at: Some(int(row.get(6))).filter(|at| *at != 0),
                };
                (event.uid.clone(), event)
            })
            .collect();
        let now = self.db.now();
        let (mut all, mut changed) = (Vec::new(), Vec::new());
        for mut event in now_shown {
            match known.remove(&event.uid) {
                Some(before) if before.digest == event.digest && before.cancelled_at.is_none() => {
                    all.push(before);
                    continue;
                }
                Some(before) => event.sequence = event.sequence.max(before.sequence + 1),
                None => {}
            }
            (event.changed_at, event.cancelled_at) = (now, None);
            changed.push(event.clone());
            all.push(event);
        }
        for mut gone in known.into_values() {
            match gone.cancelled_at {
                Some(at) if at + CANCELLED_MILLIS < now => {
                    let args: [Arg; 2] = [id.as_str().into(), gone.uid.as_str().into()];
                    let sql = "DELETE FROM calendar_shown WHERE person = $1 AND uid = $2";
                    conn.run("forgetting what a calendar showed", sql, &args).await?;
                    continue;
                }
                Some(_) => {}
                None => {
                    gone.sequence += 1;
                    (gone.changed_at, gone.cancelled_at) = (now, Some(now));
                    changed.push(gone.clone());
                }
            }
            all.push(gone);
        }
        let rows = changed
            .into_iter()
            .map(|event| {
                vec![
                    id.as_str().into(),
                    event.uid.into(),
                    event.sequence.into(),
                    event.starts.into(),
                    event.ends.into(),
                    event.digest.into(),
                    event.changed_at.into(),
                    Arg::Int(event.cancelled_at),
                ]
            })
            .collect();
        let into = format!("calendar_shown (person, {COLUMNS})");
        let on = " ON CONFLICT (person, uid) DO UPDATE SET sequence = excluded.sequence, starts = excluded.starts, ends = excluded.ends, \
                  digest = excluded.digest, changed_at = excluded.changed_at, cancelled_at = excluded.cancelled_at";
        rows::insert(&mut conn, "noting what a calendar shows", &into, rows, on).await?;
        Ok(all)
    }
}
