//! What slows down whoever guesses, and not the owner.
//!
//! Tries that fail are counted by account and by the address they come from; past a few, each doubles the time until the next is looked
//! at, up to a quarter of an hour. Nobody is ever locked out by it for good. A browser that its owner has signed in with before carries
//! a cookie of its own, and is counted by that alone: tries from elsewhere neither slow it down nor are sped up by it. The counts are
//! rows of the database, so that all replicas share them, and a try is counted before it is carried out, so that many at a
//! time are not one.

use std::net::IpAddr;

use assize_domain::kernel::datum::CellType;

use crate::db::{Arg, Conn, Sql, int};
use crate::error::StoreError;
use crate::operate::hash;

/// How many tries of an account may fail before the next ones wait.
pub const FREE_TRIES_ACCOUNT: i64 = 5;
/// Likewise of an address: an office has one for many people.
pub const FREE_TRIES_ADDRESS: i64 = 20;
/// Likewise of a browser that its owner has signed in with before.
pub const FREE_TRIES_DEVICE: i64 = 10;
/// The longest that a try waits, in milliseconds.
pub const WAIT_MILLIS_MAX: i64 = 15 * 60 * 1_000;
/// After how long without a failed try the count begins anew, in milliseconds.
const FORGOTTEN_MILLIS: i64 = 24 * 60 * 60 * 1_000;
/// How often a count is tried to be taken while others take it.
const TAKES_MAX: usize = 16;

/// What came of taking a place for a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// It is looked at.
    Free,
    /// It is looked at, and is the first after which the next ones wait if it fails too.
    FirstToWait,
    /// It has to wait for so many seconds.
    Wait(i64),
}

/// What tries are counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    /// A hash: whoever reads the table learns no addresses and no names.
    subject: String,
    free: i64,
}

impl Counted {
    /// By account; `who` is a person's id, or what was typed where that is nobody.
    pub(super) fn account(who: &str) -> Self {
        Self { subject: hash(&format!("account {who}")), free: FREE_TRIES_ACCOUNT }
    }

    /// By the account's second factor, which is only asked of whoever has given the first.
    pub(super) fn second(person: &str) -> Self {
        Self { subject: hash(&format!("second {person}")), free: FREE_TRIES_ACCOUNT }
    }

    /// By an auditee's door, of the codes that are typed at it.
    pub(super) fn door(door: &str) -> Self {
        Self { subject: hash(&format!("door {door}")), free: FREE_TRIES_ACCOUNT }
    }

    /// By an auditee's door, of the codes that are asked for at it.
    pub(super) fn door_codes(door: &str) -> Self {
        Self { subject: hash(&format!("door codes {door}")), free: FREE_TRIES_ACCOUNT }
    }

    /// By the browser.
    pub(super) fn device(secret: &str) -> Self {
        Self { subject: hash(&format!("device {secret}")), free: FREE_TRIES_DEVICE }
    }

    /// By the address; of IPv6 the network that one subscriber has.
    pub(super) fn address(address: IpAddr) -> Self {
        let network = match address {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => match address.to_ipv4_mapped() {
                Some(address) => address.to_string(),
                None => format!("{:x?}", address.segments().get(..4).unwrap_or_default()),
            },
        };
        Self { subject: hash(&format!("address {network}")), free: FREE_TRIES_ADDRESS }
    }

    /// How long the next try waits after so many that failed, in milliseconds.
    fn wait_millis(&self, failures: i64) -> i64 {
        if failures <= self.free {
            return 0;
        }
        let doublings = u32::try_from(failures - self.free - 1).unwrap_or(u32::MAX);
        1_i64.checked_shl(doublings).and_then(|times| times.checked_mul(1_000)).map_or(
            WAIT_MILLIS_MAX,
            |wait| {
                if doublings > 30 { WAIT_MILLIS_MAX } else { wait.min(WAIT_MILLIS_MAX) }
            },
        )
    }

    /// Takes a place for a try, which counts as failed until [`Self::forgive`] or [`Self::release`]; or how many seconds the try has to wait.
    pub(super) async fn take(&self, conn: &mut Conn, now: i64) -> Result<Option<i64>, StoreError> {
        Ok(match self.take_counted(conn, now).await? {
            Taken::Wait(seconds) => Some(seconds),
            Taken::Free | Taken::FirstToWait => None,
        })
    }

    /// The same, and whether it is the first after which the next ones wait.
    pub(super) async fn take_counted(&self, conn: &mut Conn, now: i64) -> Result<Taken, StoreError> {
        let doing = "counting tries to sign in";
        for _ in 0..TAKES_MAX {
            let sql = "SELECT failures, last_at, until FROM sign_in_try WHERE subject = $1";
            let types = [CellType::Int; 3];
            let found = conn.rows(doing, sql, &[self.subject.as_str().into()], &types).await?;
            let mut count = 1;
            let taken = match found.first() {
                None => {
                    let sql = "INSERT INTO sign_in_try (subject, failures, last_at, until) VALUES ($1, 1, $2, 0) \
                               ON CONFLICT (subject) DO NOTHING";
                    conn.run(doing, sql, &[self.subject.as_str().into(), now.into()]).await?
                }
                Some(row) => {
                    let (failures, last_at, until) = (int(row.first()), int(row.get(1)), int(row.get(2)));
                    if until > now {
                        return Ok(Taken::Wait((until - now).div_euclid(1_000) + 1));
                    }
                    let next = if last_at + FORGOTTEN_MILLIS < now { 1 } else { failures + 1 };
                    count = next;
                    let sql = "UPDATE sign_in_try SET failures = $1, last_at = $2, until = $3 \
                               WHERE subject = $4 AND failures = $5 AND until = $6";
                    let args: [Arg; 6] = [
                        next.into(),
                        now.into(),
                        (now + self.wait_millis(next)).into(),
                        self.subject.as_str().into(),
                        failures.into(),
                        until.into(),
                    ];
                    conn.run(doing, sql, &args).await?
                }
            };
            if taken > 0 {
                return Ok(if count == self.free + 1 { Taken::FirstToWait } else { Taken::Free });
            }
        }
        // So many at a time are no owner's.
        Ok(Taken::Wait(1))
    }

    /// Begins the count anew: the owner was here.
    pub(super) async fn forgive(&self, conn: &mut Conn) -> Result<(), StoreError> {
        let sql = "DELETE FROM sign_in_try WHERE subject = $1";
        conn.run("forgiving tries", sql, &[self.subject.as_str().into()]).await.map(drop)
    }

    /// Takes back the one try that did not fail. What failed before it stays, so that nobody clears the count of an address by signing
    /// in to an account of their own in between.
    pub(super) async fn release(&self, conn: &mut Conn) -> Result<(), StoreError> {
        let sql =
            "UPDATE sign_in_try SET failures = failures - 1, until = 0 WHERE subject = $1 AND failures > 0";
        conn.run("taking a try back", sql, &[self.subject.as_str().into()]).await.map(drop)
    }
}

/// Forgets counts that would begin anew.
pub(super) async fn forget_old(conn: &mut Conn, now: i64) -> Result<(), StoreError> {
    let sql = "DELETE FROM sign_in_try WHERE last_at < $1 AND until < $2";
    let args: [Arg; 2] = [(now - FORGOTTEN_MILLIS).into(), now.into()];
    conn.run("forgetting old tries", sql, &args).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_to_a_quarter_of_an_hour() {
        let account = Counted::account("ann");
        let waits: Vec<i64> = (4..=9).map(|failures| account.wait_millis(failures)).collect();
        assert_eq!(waits, [0, 0, 1_000, 2_000, 4_000, 8_000]);
        for failures in [16, 40, 63, 64, 70, 1_000, i64::MAX / 2] {
            assert_eq!(account.wait_millis(failures), WAIT_MILLIS_MAX, "{failures}");
        }
        assert_eq!(Counted::address("192.0.2.1".parse().unwrap()).wait_millis(20), 0);
    }

    #[test]
    fn an_address_is_its_subscribers_network() {
        let of = |text: &str| Counted::address(text.parse().unwrap());
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("192.0.2.1"), of("::ffff:192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
        assert!(!of("192.0.2.1").subject.contains("192"));
    }
}
