//! What is to be delivered to endpoints, and what came of it.

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::time::Timestamp;
use assize_domain::words;
use sha2::{Digest as _, Sha256};

use super::Webhook;
use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::queue::Queue;
use crate::writer::random;
use crate::{DatabaseKind, PAGE_ROWS_MAX, Store, rows};

/// How long a delivery waits after each try that failed, in seconds, each a fifth longer or shorter; after the last it is given up.
pub const WEBHOOK_WAITS_SECONDS: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
/// After how many days in which every delivery failed an endpoint is disabled.
pub const WEBHOOK_FAILING_DAYS: i64 = 5;
/// For how many days it is kept what came of a delivery.
pub const WEBHOOK_DELIVERIES_KEPT_DAYS: i64 = 30;
/// How many entries are looked at for an endpoint at a time.
const ENTRIES: i64 = 500;
/// How long what else waits for an endpoint is held back when a delivery to it failed, in milliseconds, at the most.
const HELD_BACK_MILLIS: i64 = 60_000;
/// The longest that an endpoint can ask to be left alone for, in seconds.
pub const WEBHOOK_ASKED_SECONDS_MAX: i64 = 24 * 60 * 60;
/// The longest answer that is kept, in characters.
const ANSWER_CHARS_MAX: usize = 200;
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1_000;

const QUEUE: Queue = Queue {
    table: "webhook_delivery",
    open: "delivered_at IS NULL AND given_up_at IS NULL",
    lease_millis: 60_000,
};

words! {
    /// Where a delivery stands.
    pub enum DeliveryState {
        /// It waits to be delivered, or to be tried again.
        Waiting = "waiting",
        /// It was delivered.
        Delivered = "delivered",
        /// It was given up, or is not for the endpoint's owner.
        GivenUp = "given_up",
    }
}

/// A delivery, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The message's id, the same however often it is delivered.
    pub id: String,
    /// The entry of the journal that it is of.
    pub seq: i64,
    /// The kind of that event.
    pub kind: String,
    /// When it was put in line, in milliseconds after 1970.
    pub made_at: i64,
    /// When it is tried next, likewise.
    pub due_at: i64,
    /// How often it was tried.
    pub tries: i64,
    /// Where it stands.
    pub state: DeliveryState,
    /// When it was delivered or given up, likewise.
    pub ended_at: Option<i64>,
    /// The status of the last answer; none where there was no answer.
    pub status: Option<i64>,
    /// The beginning of that answer, or why there was none.
    pub answer: Option<String>,
}

/// A delivery that somebody has taken to carry it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenDelivery {
    /// The message's id.
    pub id: String,
    /// The endpoint.
    pub webhook: String,
    /// The entry.
    pub seq: i64,
    /// How often it was tried, this time among them.
    pub tries: i64,
    by: String,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeliveryEnd {
    /// The endpoint has it.
    Delivered,
    /// It is tried again, or given up after the last try.
    Later {
        /// For how many seconds the endpoint asks to be left alone; [`WEBHOOK_ASKED_SECONDS_MAX`] at the most count.
        asked_seconds: Option<i64>,
    },
    /// It is not tried again.
    Never,
}

/// The id of the message that tells an endpoint of an entry.
fn message_of(webhook: &str, seq: i64) -> String {
    let digest = hex(&Sha256::digest(format!("{webhook} {seq}").as_bytes()));
    format!("msg_{}", digest.get(..32).unwrap_or_default())
}

impl Store {
    /// Puts in line for each endpoint what happened since it was looked at; how much that is. Of several processes that do so at a time each
    /// entry is put in line once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn queue_deliveries(&self) -> Result<usize, StoreError> {
        let head = self.head_seq().await?;
        let mut count = 0;
        for webhook in self.webhooks().await? {
            let mut looked_at = webhook.looked_at;
            while webhook.disabled_at.is_none() && looked_at < head {
                let (next, found) = self.queue_for(&webhook, looked_at).await?;
                if next == looked_at {
                    break;
                }
                (looked_at, count) = (next, count + found);
            }
        }
        Ok(count)
    }

    /// Looks at some entries for an endpoint: how far it got, and how many deliveries that made. Where another was faster, no further.
    async fn queue_for(&self, webhook: &Webhook, after: i64) -> Result<(i64, usize), StoreError> {
        let sql = "SELECT seq, kind, audit FROM journal WHERE seq > $1 ORDER BY seq LIMIT $2";
        let args: [Arg; 2] = [after.into(), ENTRIES.into()];
        let types = [CellType::Int, CellType::Text, CellType::Text];
        let page = self.db.conn().await?.rows("looking what happened", sql, &args, &types).await?;
        let Some(last) = page.last().map(|row| int(row.first())) else { return Ok((after, 0)) };
        let now = self.db.now();
        let told: Vec<Vec<Arg>> = page
            .iter()
            .filter(|row| webhook.wanted.is_told_of(&text(row.get(1)), text(row.get(2)).parse().ok()))
            .map(|row| {
                let seq = int(row.first());
                vec![
                    message_of(&webhook.id, seq).into(),
                    webhook.id.as_str().into(),
                    seq.into(),
                    text(row.get(1)).into(),
                    now.into(),
                    now.into(),
                    0_i64.into(),
                ]
            })
            .collect();
        let count = told.len();
        let mut conn = self.db.own_conn().await?;
        let begin = match self.db.kind() {
            DatabaseKind::Sqlite => "BEGIN IMMEDIATE",
            DatabaseKind::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED",
        };
        conn.run("beginning to queue", begin, &[]).await?;
        let sql =
            "UPDATE webhook SET looked_at = $1 WHERE id = $2 AND looked_at = $3 AND disabled_at IS NULL";
        let args: [Arg; 3] = [last.into(), webhook.id.as_str().into(), after.into()];
        if conn.run("noting what was looked at", sql, &args).await? != 1 {
            conn.run("leaving it to another", "ROLLBACK", &[]).await?;
            return Ok((after, 0));
        }
        let into = "webhook_delivery (id, webhook, seq, kind, made_at, due_at, tries)";
        rows::insert(&mut conn, "queueing deliveries", into, told, " ON CONFLICT DO NOTHING").await?;
        conn.run("queueing deliveries", "COMMIT", &[]).await?;
        Ok((last, count))
    }

    /// Takes a delivery that is due, of an endpoint that is not disabled, so that nobody else does for a minute; nothing where none is. `by`
    /// names who takes it, and is another for each.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn take_delivery(&self, by: &str) -> Result<Option<TakenDelivery>, StoreError> {
        let mut conn = self.db.conn().await?;
        let now = self.db.now();
        for due in QUEUE.due(&mut conn, now).await? {
            if !QUEUE.take(&mut conn, &due.id, by, now).await? {
                continue;
            }
            let sql = "SELECT webhook, seq, tries FROM webhook_delivery WHERE id = $1 AND leased_by = $2";
            let types = [CellType::Text, CellType::Int, CellType::Int];
            let args: [Arg; 2] = [due.id.as_str().into(), by.into()];
            let rows = conn.rows("reading a delivery", sql, &args, &types).await?;
            return Ok(rows.first().map(|row| TakenDelivery {
                id: due.id,
                webhook: text(row.first()),
                seq: int(row.get(1)),
                tries: int(row.get(2)),
                by: by.to_owned(),
            }));
        }
        Ok(None)
    }

    /// Gives a delivery back untried: its endpoint is disabled. It waits until that is enabled.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn put_delivery_back(&self, taken: &TakenDelivery) -> Result<(), StoreError> {
        let sql = "UPDATE webhook_delivery SET leased_until = 0, tries = tries - 1, due_at = $1 WHERE id = $2 AND leased_by = $3";
        let args: [Arg; 3] =
            [(self.db.now() + DAY_MILLIS).into(), taken.id.as_str().into(), taken.by.as_str().into()];
        self.db.conn().await?.run("putting a delivery back", sql, &args).await.map(drop)
    }

    /// Notes what came of a try. Whether the endpoint was disabled by it, because nothing was delivered for [`WEBHOOK_FAILING_DAYS`].
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_delivery(
        &self,
        taken: &TakenDelivery,
        end: &DeliveryEnd,
        status: Option<u16>,
        answer: &str,
    ) -> Result<bool, StoreError> {
        let now = self.db.now();
        let wait =
            usize::try_from(taken.tries - 1).ok().and_then(|at| WEBHOOK_WAITS_SECONDS.get(at).copied());
        let asked_millis = match end {
            DeliveryEnd::Later { asked_seconds: Some(asked) } => {
                (*asked).clamp(0, WEBHOOK_ASKED_SECONDS_MAX) * 1_000
            }
            DeliveryEnd::Later { asked_seconds: None } | DeliveryEnd::Delivered | DeliveryEnd::Never => 0,
        };
        let (delivered, given_up, due) = match (end, wait) {
            (DeliveryEnd::Delivered, _) => (Some(now), None, now),
            (DeliveryEnd::Later { .. }, Some(seconds)) => {
                (None, None, now + shaken(seconds * 1_000)?.max(asked_millis))
            }
            (DeliveryEnd::Later { .. }, None) | (DeliveryEnd::Never, _) => (None, Some(now), now),
        };
        let plain: String =
            answer.chars().map(|c| if c.is_control() { ' ' } else { c }).take(ANSWER_CHARS_MAX).collect();
        let sql = "UPDATE webhook_delivery SET delivered_at = $1, given_up_at = $2, due_at = $3, status = $4, answer = $5, leased_until = 0 \
                   WHERE id = $6 AND leased_by = $7 AND delivered_at IS NULL";
        let args: [Arg; 7] = [
            Arg::Int(delivered),
            Arg::Int(given_up),
            due.into(),
            Arg::Int(status.map(i64::from)),
            plain.into(),
            taken.id.as_str().into(),
            taken.by.as_str().into(),
        ];
        let mut conn = self.db.conn().await?;
        if conn.run("noting what came of a delivery", sql, &args).await? == 0 {
            return Ok(false);
        }
        let doing = "noting how an endpoint does";
        match end {
            DeliveryEnd::Delivered => {
                let sql =
                    "UPDATE webhook SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL";
                conn.run(doing, sql, &[taken.webhook.as_str().into()]).await?;
                Ok(false)
            }
            DeliveryEnd::Never => Ok(false),
            DeliveryEnd::Later { .. } => {
                // What else waits for it is not tried at once: others have their turn meanwhile. Where it asks to be left alone, all of it is.
                let sql = "UPDATE webhook_delivery SET due_at = $1 WHERE webhook = $2 AND delivered_at IS NULL \
                           AND given_up_at IS NULL AND due_at < $1 AND leased_until <= $3";
                let held = due.min(now + HELD_BACK_MILLIS).max(now + asked_millis);
                let args: [Arg; 3] = [held.into(), taken.webhook.as_str().into(), now.into()];
                conn.run(doing, sql, &args).await?;
                let sql = "UPDATE webhook SET failing_since = $1 WHERE id = $2 AND failing_since IS NULL";
                conn.run(doing, sql, &[now.into(), taken.webhook.as_str().into()]).await?;
                let sql = "UPDATE webhook SET disabled_at = $1, disabled_why = 'failing' \
                           WHERE id = $2 AND disabled_at IS NULL AND failing_since < $3";
                let args: [Arg; 3] = [
                    now.into(),
                    taken.webhook.as_str().into(),
                    (now - WEBHOOK_FAILING_DAYS * DAY_MILLIS).into(),
                ];
                Ok(conn.run(doing, sql, &args).await? > 0)
            }
        }
    }

    /// Deliveries of an endpoint, of the youngest entries first, before an entry where one is given.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn deliveries(
        &self,
        webhook: &str,
        before: Option<i64>,
        rows_max: i64,
    ) -> Result<Vec<Delivery>, StoreError> {
        let sql = "SELECT id, seq, kind, made_at, due_at, tries, delivered_at, given_up_at, status, answer FROM webhook_delivery \
                   WHERE webhook = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3";
        let args: [Arg; 3] =
            [webhook.into(), before.unwrap_or(i64::MAX - 1).into(), rows_max.min(PAGE_ROWS_MAX).into()];
        let (word, number) = (CellType::Text, CellType::Int);
        let types = [word, number, word, number, number, number, number, number, number, word];
        let rows = self.db.conn().await?.rows("listing deliveries", sql, &args, &types).await?;
        Ok(rows.iter().map(|row| delivery(row)).collect())
    }

    /// Delivers a message again, under the same id. Whether there is one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn replay_delivery(&self, webhook: &str, id: &str) -> Result<bool, StoreError> {
        let sql = "UPDATE webhook_delivery SET delivered_at = NULL, given_up_at = NULL, tries = 0, due_at = $1 \
                   WHERE id = $2 AND webhook = $3";
        let args: [Arg; 3] = [self.db.now().into(), id.into(), webhook.into()];
        Ok(self.db.conn().await?.run("replaying a delivery", sql, &args).await? > 0)
    }

    /// Delivers everything again that happened at a time or later; from which entry on that is, where there is any.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn replay_since(&self, webhook: &str, since: Timestamp) -> Result<Option<i64>, StoreError> {
        let head = self.head_seq().await?;
        let mut conn = self.db.conn().await?;
        // The journal's times never go back: the first entry of a time is found by halving.
        let (mut low, mut high) = (1, head + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            let sql = "SELECT at FROM journal WHERE seq = $1";
            let rows = conn.rows("looking for a time", sql, &[middle.into()], &[CellType::Text]).await?;
            let at: Option<Timestamp> = rows.first().and_then(|row| text(row.first()).parse().ok());
            if at.is_some_and(|at| at < since) { low = middle + 1 } else { high = middle }
        }
        if low > head {
            return Ok(None);
        }
        let doing = "replaying deliveries";
        let sql = "UPDATE webhook_delivery SET delivered_at = NULL, given_up_at = NULL, tries = 0, due_at = $1 \
                   WHERE webhook = $2 AND seq >= $3";
        let args: [Arg; 3] = [self.db.now().into(), webhook.into(), low.into()];
        conn.run(doing, sql, &args).await?;
        let sql = "UPDATE webhook SET looked_at = $1 WHERE id = $2 AND looked_at > $1";
        let args: [Arg; 2] = [(low - 1).into(), webhook.into()];
        conn.run(doing, sql, &args).await?;
        Ok(Some(low))
    }

    /// Lets what waits for an endpoint be tried now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn hasten_deliveries(&self, webhook: &str) -> Result<(), StoreError> {
        let sql = "UPDATE webhook_delivery SET due_at = $1 WHERE webhook = $2 AND delivered_at IS NULL AND given_up_at IS NULL AND due_at > $1";
        let args: [Arg; 2] = [self.db.now().into(), webhook.into()];
        self.db.conn().await?.run("hastening deliveries", sql, &args).await.map(drop)
    }

    /// Forgets deliveries that ended longer ago than that is kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_old_deliveries(&self) -> Result<(), StoreError> {
        let then = self.db.now() - WEBHOOK_DELIVERIES_KEPT_DAYS * DAY_MILLIS;
        let sql = "DELETE FROM webhook_delivery WHERE delivered_at < $1 OR given_up_at < $1";
        self.db.conn().await?.run("forgetting old deliveries", sql, &[then.into()]).await.map(drop)
    }
}

fn delivery(row: &[Cell]) -> Delivery {
    let maybe = |index: usize| match row.get(index) {
        Some(Cell::Int(int)) => Some(*int),
        _ => None,
    };
    let (delivered, given_up) = (maybe(6), maybe(7));
    Delivery {
        id: text(row.first()),
        seq: int(row.get(1)),
        kind: text(row.get(2)),
        made_at: int(row.get(3)),
        due_at: int(row.get(4)),
        tries: int(row.get(5)),
        state: match (delivered, given_up) {
            (Some(_), _) => DeliveryState::Delivered,
            (None, Some(_)) => DeliveryState::GivenUp,
            (None, None) => DeliveryState::Waiting,
        },
        ended_at: delivered.or(given_up),
        status: maybe(8),
        answer: Some(text(row.get(9))).filter(|answer| !answer.is_empty()),
    }
}

/// A time, a fifth longer or shorter by chance, so that what failed together does not come again together.
fn shaken(millis: i64) -> Result<i64, StoreError> {
    let chance = i64::from(u16::from_be_bytes(random::<2>()?));
    Ok(millis - millis / 5 + millis * 2 / 5 * chance / i64::from(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_has_one_id_and_waits_grow() {
        assert_eq!(message_of("a", 7), message_of("a", 7));
        assert_ne!(message_of("a", 7), message_of("a", 8));
        assert_ne!(message_of("a", 7), message_of("b", 7));
        for _ in 0..100 {
            let wait = shaken(10_000).unwrap();
            assert!((8_000..=12_000).contains(&wait), "{wait}");
        }
        assert!(WEBHOOK_WAITS_SECONDS.windows(2).all(|two| two[0] < two[1]));
    }
}
