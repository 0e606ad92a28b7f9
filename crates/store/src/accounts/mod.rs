//! Accounts: who somebody is, shown by a passphrase, by codes, by passkeys, or by a link that is good once.
//!
//! All of it is for signing in and no act of the record; who may then do what is not decided here. Of every secret that can be compared
//! by a hash the store keeps the hash alone; the one that has to be read again, of one-time codes, is sealed with a key that
//! is not in the database ([`SecretKey`]).

mod door;
mod feeds;
mod groups;
mod identities;
mod limits;
mod links;
mod passkeys;
mod passphrase;
mod seal;
mod second;
mod sessions;
mod sign_in;
mod totp;
mod webauthn;

use assize_domain::access::Role;
use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::time::Date;

pub use self::door::{
    DOOR_CODE_CHARS, DOOR_CODE_MILLIS, DOOR_CODE_TRIES, DOOR_DAYS_MAX, Door, DoorCode, DoorNeed,
};
pub use self::feeds::{
    CANCELLED_MILLIS, CalendarFeed, FEED_READS_HOURLY_MAX, FEEDS_MAX, FeedAsked, FeedEvent,
};
pub use self::groups::GROUP_RIGHT_DAYS;
pub use self::identities::{Identity, ProviderAsked};
pub use self::limits::{FREE_TRIES_ACCOUNT, FREE_TRIES_ADDRESS, FREE_TRIES_DEVICE, WAIT_MILLIS_MAX};
pub use self::links::{INVITATION_MILLIS, LINK_MILLIS};
pub(crate) use self::passkeys::signer;
pub use self::passkeys::{Challenge, Passkey};
pub use self::passphrase::{PASSPHRASE_CHARS_MAX, PASSPHRASE_CHARS_MIN, Unfit, check_passphrase};
pub use self::seal::SecretKey;
pub(crate) use self::seal::from_hex;
pub use self::second::{Enrolment, RECOVERY_CODES, SecondFactor};
pub use self::sessions::{
    Begun, DEVICE_MILLIS, DOOR_IDLE_MILLIS, DOOR_MILLIS, Factor, Passed, SESSION_IDLE_MILLIS, SESSION_MILLIS,
    SESSIONS_MAX, Session, SessionLimits, Stage, Visit,
};
pub use self::sign_in::SignIn;
pub use self::totp::totp_at;
pub(crate) use self::webauthn::assertion_holds;
pub use self::webauthn::{
    MadeKey, PASSKEY_ALGORITHMS, PasskeyFault, RelyingParty, credential_of, made_key, signed_by,
};

use crate::Store;
use crate::db::{Arg, Conn, OwnConn, Sql, int, text};
use crate::error::StoreError;
use crate::mail::{self, NoticeKind};
use crate::rows;
use crate::writer::random;

/// The tables of this room.
pub(crate) const TABLES: &[&str] = &[
    "account",
    "account_invitation",
    "account_recovery",
    "account_passkey",
    "account_challenge",
    "account_device",
    "account_identity",
    "account_group_right",
    "door",
    "door_code",
    "door_link",
    "signing_grant",
];

/// How a person can sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The person.
    pub person: PersonId,
    /// When it was made, in milliseconds after 1970.
    pub made_at: i64,
    /// Since when it is locked, likewise; nobody signs in to it then.
    pub locked_at: Option<i64>,
    /// When somebody signed in to it last, likewise.
    pub used_at: Option<i64>,
    /// When the passphrase was set, likewise; nothing where it has none.
    pub passphrase_at: Option<i64>,
    /// When one-time codes were set up, likewise.
    pub codes_at: Option<i64>,
    /// How many recovery codes are left.
    pub recovery_left: i64,
    /// How many passkeys it has.
    pub passkeys: i64,
    /// Until when an invitation to it holds, likewise.
    pub invited_until: Option<i64>,
}

impl Account {
    /// Whether its person can sign in by themselves.
    #[must_use]
    pub const fn is_set_up(&self) -> bool {
        self.passphrase_at.is_some() || self.passkeys > 0
    }

    /// Whether its person can show two factors.
    #[must_use]
    pub const fn has_second(&self) -> bool {
        self.codes_at.is_some() || self.passkeys > 0
    }
}

/// Accounts with what counts of them; `$1` is now.
const ACCOUNT_SQL: &str = "SELECT person, made_at, locked_at, used_at, passphrase_at, totp_confirmed_at, \
     (SELECT COUNT(*) FROM account_recovery WHERE account_recovery.person = account.person AND account_recovery.used_at IS NULL), \
     (SELECT COUNT(*) FROM account_passkey WHERE account_passkey.person = account.person), \
     (SELECT MAX(expires_at) FROM account_invitation WHERE account_invitation.person = account.person AND expires_at > $1) \
     FROM account";
const ACCOUNT_TYPES: [CellType; 9] = [
    CellType::Text,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
];

fn account(row: &[Cell]) -> Option<Account> {
    let maybe = |index: usize| Some(int(row.get(index))).filter(|millis| *millis != 0);
    Some(Account {
        person: text(row.first()).parse().ok()?,
        made_at: int(row.get(1)),
        locked_at: maybe(2),
        used_at: maybe(3),
        passphrase_at: maybe(4),
        codes_at: maybe(5),
        recovery_left: int(row.get(6)),
        passkeys: int(row.get(7)),
        invited_until: maybe(8),
    })
}

impl Store {
    /// Gives the store the key that seals what has to be read again. The first key that a store is given is its key from then on.
    ///
    /// # Errors
    /// [`StoreError::Limit`] where the store's secrets were sealed with another key; [`StoreError`].
    pub async fn use_secret_key(&self, key: SecretKey) -> Result<(), StoreError> {
        let mark = key.mark()?;
        let row = vec![vec!["secret_key".into(), mark.as_str().into()]];
        let mut conn = self.db.conn().await?;
        // Of two processes that begin at once the first one's key stays.
        rows::insert(
            &mut conn,
            "noting the secret key",
            "meta (name, value)",
            row,
            " ON CONFLICT (name) DO NOTHING",
        )
        .await?;
        if self.meta("secret_key").await?.is_some_and(|known| known != mark) {
            return Err(StoreError::Limit(
                "the secret key is another than the one this store's secrets are sealed with: give the file that was made with it".to_owned(),
            ));
        }
        // Whoever gives it twice gives the same.
        let _ = self.secret.set(key);
        Ok(())
    }

    /// Whether the store has a key of its own already, given to this process or not.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn knows_secret_key(&self) -> Result<bool, StoreError> {
        Ok(self.meta("secret_key").await?.is_some())
    }

    pub(crate) fn secret_key(&self) -> Result<&SecretKey, StoreError> {
        self.secret.get().ok_or_else(|| {
            StoreError::Limit(
                "the store was opened without the key that one-time codes are sealed with".to_owned(),
            )
        })
    }

    /// Whether a person looks after accounts on a date: by a right of an administrator that is in force.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn administers(&self, person: PersonId, on: Date) -> Result<bool, StoreError> {
        let standing = self.standing(Some(person), false, on).await?;
        Ok(standing.grants.iter().any(|(role, over)| *role == Role::Administrator && over.is_none()))
    }

    /// The account of a person, if they have one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account(&self, person: PersonId) -> Result<Option<Account>, StoreError> {
        account_of(&mut self.db.conn().await?, person).await
    }

    /// Accounts in the order of their persons' ids, after `after`; as many as a page of a list holds.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn accounts(&self, after: Option<PersonId>) -> Result<Vec<Account>, StoreError> {
        let sql = format!("{ACCOUNT_SQL} WHERE person > $2 ORDER BY person LIMIT $3");
        let after = after.map(|person| person.to_string()).unwrap_or_default();
        let args: [Arg; 3] = [self.db.now().into(), after.into(), crate::PAGE_ROWS_MAX.into()];
        let found = self.db.conn().await?.rows("listing accounts", &sql, &args, &ACCOUNT_TYPES).await?;
        Ok(found.iter().filter_map(|row| account(row)).collect())
    }

    /// The accounts of some people.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn accounts_of(&self, people: &[PersonId]) -> Result<Vec<Account>, StoreError> {
        let mut conn = self.db.conn().await?;
        let mut found = Vec::new();
        for person in people {
            found.extend(account_of(&mut conn, *person).await?);
        }
        Ok(found)
    }

    /// Locks an account: nobody signs in to it any more, and its sessions end. Whether there was one to lock.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn lock_account(&self, person: PersonId) -> Result<bool, StoreError> {
        let mut conn = self.db.conn().await?;
        let sql = "UPDATE account SET locked_at = $1 WHERE person = $2 AND locked_at IS NULL";
        let args: [Arg; 2] = [self.db.now().into(), person.to_string().into()];
        let locked = conn.run("locking an account", sql, &args).await? > 0;
        if locked {
            mail::note(&mut conn, NoticeKind::AccountLocked, person).await?;
        }
        // Sessions end even where it was locked before: whoever asks for it wants nobody in there.
        end_all(&mut conn, person).await?;
        Ok(locked)
    }

    /// Opens a locked account again; whether it was locked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn unlock_account(&self, person: PersonId) -> Result<bool, StoreError> {
        let sql = "UPDATE account SET locked_at = NULL WHERE person = $1 AND locked_at IS NOT NULL";
        let args: [Arg; 1] = [person.to_string().into()];
        let mut conn = self.db.conn().await?;
        let unlocked = conn.run("unlocking an account", sql, &args).await? > 0;
        if unlocked {
            mail::note(&mut conn, NoticeKind::AccountUnlocked, person).await?;
        }
        Ok(unlocked)
    }

    /// Takes everything away by which somebody signs in to an account, and ends its sessions: whoever it is of needs a new invitation. Nobody
    /// chooses a passphrase for another. Whether there was an account.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn reset_account(&self, person: PersonId) -> Result<bool, StoreError> {
        let mut conn = self.db.conn().await?;
        let sql = "UPDATE account SET passphrase = NULL, passphrase_at = NULL, totp_sealed = NULL, totp_confirmed_at = NULL \
                   WHERE person = $1";
        let there = conn.run("resetting an account", sql, &[person.to_string().into()]).await? > 0;
        if there {
            mail::note(&mut conn, NoticeKind::AccountReset, person).await?;
        }
        for table in [
            "account_recovery",
            "account_passkey",
            "account_device",
            "account_invitation",
            "account_identity",
            "signing_grant",
        ] {
            let sql = format!("DELETE FROM {table} WHERE person = $1");
            conn.run("resetting an account", &sql, &[person.to_string().into()]).await?;
        }
        end_all(&mut conn, person).await?;
        Ok(there)
    }

    /// Sets the passphrase of an account. The words about the person that it must not consist of come from the register.
    ///
    /// # Errors
    /// [`StoreError`]; inside is why the passphrase cannot be had.
    pub async fn set_passphrase(
        &self,
        person: PersonId,
        passphrase: &str,
    ) -> Result<Result<(), Unfit>, StoreError> {
        let own = own_words(&mut self.db.conn().await?, person).await?;
        if let Err(unfit) = check_passphrase(passphrase, &own) {
            return Ok(Err(unfit));
        }
        let hashed = passphrase::hashed(passphrase).await?;
        let mut conn = self.db.conn().await?;
        ensure(&mut conn, person).await?;
        let sql = "UPDATE account SET passphrase = $1, passphrase_at = $2 WHERE person = $3";
        let args: [Arg; 3] = [hashed.into(), self.db.now().into(), person.to_string().into()];
        conn.run("setting a passphrase", sql, &args).await?;
        mail::note(&mut conn, NoticeKind::PassphraseSet, person).await?;
        links::spend_invitations(&mut conn, person).await?;
        Ok(Ok(()))
    }

    /// Whether a passphrase is that of an account.
    ///
    /// # Errors
    /// [`StoreError`].
    async fn is_passphrase(&self, person: PersonId, passphrase: &str) -> Result<bool, StoreError> {
        let sql = "SELECT passphrase FROM account WHERE person = $1";
        let found = self
            .db
            .conn()
            .await?
            .rows("looking a passphrase up", sql, &[person.to_string().into()], &[CellType::Text])
            .await?;
        let hash = found.first().map(|row| text(row.first())).filter(|hash| !hash.is_empty());
        passphrase::holds(passphrase, hash).await
    }
}

async fn account_of(conn: &mut Conn, person: PersonId) -> Result<Option<Account>, StoreError> {
    let sql = format!("{ACCOUNT_SQL} WHERE person = $2");
    let args: [Arg; 2] = [conn.now().into(), person.to_string().into()];
    let found = conn.rows("looking an account up", &sql, &args, &ACCOUNT_TYPES).await?;
    Ok(found.first().and_then(|row| account(row)))
}

/// Makes an account for a person who has none.
async fn ensure(conn: &mut Conn, person: PersonId) -> Result<(), StoreError> {
    let row = vec![person.to_string().into(), conn.now().into(), hex(&random::<32>()?).into()];
    let on = " ON CONFLICT (person) DO NOTHING";
    rows::insert(conn, "making an account", "account (person, made_at, handle)", vec![row], on).await
}

async fn end_all(conn: &mut Conn, person: PersonId) -> Result<(), StoreError> {
    let sql = "DELETE FROM web_session WHERE person = $1";
    conn.run("ending sessions", sql, &[person.to_string().into()]).await.map(drop)
}

/// What is about a person: name, address, employer, and the auditing organization's name.
async fn own_words(conn: &mut Conn, person: PersonId) -> Result<Vec<String>, StoreError> {
    let doing = "reading the words about a person";
    let sql = "SELECT name, email, employer FROM person WHERE id = $1";
    let types = [CellType::Text; 3];
    let mut found = conn.rows(doing, sql, &[person.to_string().into()], &types).await?;
    found.extend(conn.rows(doing, "SELECT name FROM organization", &[], &[CellType::Text]).await?);
    let texts = found.iter().flatten().map(|cell| text(Some(cell)));
    Ok(texts.filter(|text| !text.is_empty()).collect())
}

/// Removes what there is of a person who is erased.
pub(crate) async fn erase(conn: &mut OwnConn, person: &str) -> Result<(), StoreError> {
    let tables =
        TABLES.iter().chain(&["web_session", "sign_in_link", "calendar_feed", "calendar_shown", "webhook"]);
    for table in tables {
        let sql = format!("DELETE FROM {table} WHERE person = $1");
        conn.run("removing an account", &sql, &[person.into()]).await?;
    }
    Ok(())
}
