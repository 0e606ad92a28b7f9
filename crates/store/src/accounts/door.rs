//! The auditee's door: a way in for one person to one audit, without an account.
//!
//! Whoever leads the audit or manages its programme makes a link; opening it asks for a code, which goes to the address of the register. What
//! begins then is a session of its own stage, for that person and that audit alone. Whether a door holds is asked at every
//! request: it is shut from the moment on that its day is over, its person is locked, erased or no contact any more, or its audit is over.
//!
//! Of link and code the store keeps the hash alone.

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, Id as _, PersonId};

use super::limits::Counted;
use super::sessions::{Factor, Passed, SECRET_CHARS, Session, Stage, Visit, begin_shown};
use super::sign_in::SignIn;
use crate::Store;
use crate::db::{Arg, Conn, Sql, int, text};
use crate::error::StoreError;
use crate::mail::{Letter, post};
use crate::operate::hash;
use crate::rows;
use crate::writer::random;

/// How long a code holds, in milliseconds.
pub const DOOR_CODE_MILLIS: i64 = 10 * 60 * 1_000;
/// How many digits a code has.
pub const DOOR_CODE_CHARS: usize = 8;
/// How often a code may be guessed.
pub const DOOR_CODE_TRIES: i64 = 5;
/// For how many days a door is open at the most.
pub const DOOR_DAYS_MAX: i64 = 400;

/// A door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// Its id, by which it is listed and closed; it is no secret. The journal names it with what was done by it.
    pub id: String,
    /// For whom.
    pub person: PersonId,
    /// To which audit.
    pub audit: AuditId,
    /// Who made it; nobody where it was the operator.
    pub made_by: Option<PersonId>,
    /// When, in milliseconds after 1970.
    pub made_at: i64,
    /// Until when it holds, likewise.
    pub expires_at: i64,
    /// When it was closed, likewise.
    pub closed_at: Option<i64>,
    /// When somebody came by it last, likewise.
    pub used_at: Option<i64>,
    /// Whether it holds now.
    pub holds: bool,
    /// How many sessions by it hold now.
    pub sessions: i64,
}

/// Why no door can be made for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoorNeed {
    /// They are no contact of the auditee.
    Contact,
    /// The register has no address of mail of theirs.
    Address,
    /// Their account is locked.
    Unlocked,
    /// The audit is over.
    AuditRuns,
    /// The day is past, or further away than [`DOOR_DAYS_MAX`].
    Day,
}

/// What asking for a code came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoorCode {
    /// It was posted.
    Posted,
    /// Too many were asked for: the next one in so many seconds.
    Wait {
        /// How many.
        seconds: i64,
    },
    /// The door does not hold.
    Shut,
}

const COLUMNS: &str = "door.id, door.person, door.audit, door.made_by, door.made_at, door.expires_at, door.closed_at, door.used_at";
const TYPES: [CellType; 10] = [
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
];
/// The sessions by a door that hold at `$1`.
const SESSIONS: &str = "(SELECT COUNT(*) FROM web_session WHERE web_session.door = door.id AND web_session.expires_at > $1 \
     AND web_session.used_at + web_session.idle_millis > $1)";
/// Whether an audit still has something for its auditee: it goes on, or was completed and a nonconformity of it is not closed.
const AUDIT_OPEN: &str = "(audit.state IN ('planned', 'initiated', 'prepared', 'conducting', 'reporting') OR (audit.state = 'completed' \
     AND EXISTS (SELECT 1 FROM finding WHERE finding.audit = audit.id AND finding.text_kind = 'nonconformity' \
     AND finding.state NOT IN ('drafted', 'withdrawn', 'closed'))))";
/// Whether a person is there, unlocked, and a contact of the auditee of an audit.
const PERSON_OPEN: &str = "EXISTS (SELECT 1 FROM auditee_contacts JOIN person ON person.id = auditee_contacts.person \
     WHERE auditee_contacts.of_record = audit.auditee AND auditee_contacts.person = door.person) \
     AND NOT EXISTS (SELECT 1 FROM account WHERE account.person = door.person AND account.locked_at IS NOT NULL)";

/// The condition that a door holds at `$1`.
fn holds() -> String {
    format!(
        "door.closed_at IS NULL AND door.expires_at > $1 AND EXISTS (SELECT 1 FROM audit WHERE audit.id = door.audit \
         AND {AUDIT_OPEN} AND {PERSON_OPEN})"
    )
}

fn select(which: &str) -> String {
    let holds = holds();
    format!(
        "SELECT {COLUMNS}, CAST(CASE WHEN {holds} THEN 1 ELSE 0 END AS BIGINT), {SESSIONS} FROM door WHERE {which}"
    )
}

fn door(row: &[Cell]) -> Option<Door> {
    let maybe = |index: usize| Some(int(row.get(index))).filter(|millis| *millis != 0);
    Some(Door {
        id: text(row.first()),
        person: text(row.get(1)).parse().ok()?,
        audit: text(row.get(2)).parse().ok()?,
        made_by: text(row.get(3)).parse().ok(),
        made_at: int(row.get(4)),
        expires_at: int(row.get(5)),
        closed_at: maybe(6),
        used_at: maybe(7),
        holds: int(row.get(8)) == 1,
        sessions: int(row.get(9)),
    })
}

impl Store {
    /// What is lacking for a door for somebody to an audit until a time, in milliseconds after 1970; nothing where it can be made.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn door_needs(
        &self,
        person: PersonId,
        audit: AuditId,
        expires_at: i64,
    ) -> Result<Option<DoorNeed>, StoreError> {
        let sql = format!(
            "SELECT CAST(CASE WHEN {AUDIT_OPEN} THEN 1 ELSE 0 END AS BIGINT), \
             (SELECT COUNT(*) FROM auditee_contacts WHERE of_record = audit.auditee AND person = $2), \
             (SELECT COUNT(*) FROM person WHERE id = $2 AND email IS NOT NULL), \
             (SELECT COUNT(*) FROM account WHERE person = $2 AND locked_at IS NOT NULL) FROM audit WHERE id = $1"
        );
        let args: [Arg; 2] = [audit.uuid().into(), person.uuid().into()];
        let mut conn = self.db.conn().await?;
        let found = conn.rows("looking what a door needs", &sql, &args, &[CellType::Int; 4]).await?;
        let is = |index: usize| found.first().is_some_and(|row| int(row.get(index)) > 0);
        let now = self.db.now();
        let latest = now + DOOR_DAYS_MAX * 24 * 60 * 60 * 1_000;
        Ok(match () {
            () if !is(0) => Some(DoorNeed::AuditRuns),
            () if !is(1) => Some(DoorNeed::Contact),
            () if !is(2) => Some(DoorNeed::Address),
            () if is(3) => Some(DoorNeed::Unlocked),
            () if expires_at <= now || expires_at > latest => Some(DoorNeed::Day),
            () => None,
        })
    }

    /// Makes a door for somebody to an audit until a time, and the secret of its link. Doors of theirs to this audit that were made before are
    /// closed. What is lacking for it ([`Store::door_needs`]) is not asked here: a door for which anything is lacking does not hold.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn make_door(
        &self,
        person: PersonId,
        audit: AuditId,
        by: Option<PersonId>,
        expires_at: i64,
    ) -> Result<(Door, String), StoreError> {
        let (id, secret) = (hex(&random::<8>()?), hex(&random::<32>()?));
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        let sql = "SELECT id FROM door WHERE person = $1 AND audit = $2 AND closed_at IS NULL";
        let args: [Arg; 2] = [person.to_string().into(), audit.to_string().into()];
        for row in conn.rows("looking for doors made before", sql, &args, &[CellType::Text]).await? {
            close(&mut conn, &text(row.first()), now).await?;
        }
        let row = vec![
            id.as_str().into(),
            hash(&secret).into(),
            person.to_string().into(),
            audit.to_string().into(),
            by.map(|by| by.to_string()).into(),
            now.into(),
            expires_at.into(),
        ];
        let into = "door (id, secret_sha256, person, audit, made_by, made_at, expires_at)";
        rows::insert(&mut conn, "making a door", into, vec![row], "").await?;
        let found = one(&mut conn, "door.id = $2", &id).await?;
        let made =
            found.ok_or_else(|| StoreError::Limit("a door is gone that was made just now".to_owned()))?;
        Ok((made, secret))
    }

    /// The doors to an audit, the one made last first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn doors_of(&self, audit: AuditId) -> Result<Vec<Door>, StoreError> {
        let sql = format!("{} ORDER BY door.made_at DESC, door.id LIMIT $3", select("door.audit = $2"));
        let args: [Arg; 3] = [self.db.now().into(), audit.to_string().into(), crate::PAGE_ROWS_MAX.into()];
        let found = self.db.conn().await?.rows("listing doors", &sql, &args, &TYPES).await?;
        Ok(found.iter().filter_map(|row| door(row)).collect())
    }

    /// A door by its id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn door(&self, id: &str) -> Result<Option<Door>, StoreError> {
        one(&mut self.db.conn().await?, "door.id = $2", id).await
    }

    /// The door of a link, where it holds now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn door_of_link(&self, secret: &str) -> Result<Option<Door>, StoreError> {
        if secret.len() != SECRET_CHARS {
            return Ok(None);
        }
        let which = "door.id IN (SELECT id FROM door WHERE secret_sha256 = $2 UNION ALL SELECT door FROM door_link WHERE secret_sha256 = $2)";
        let found = one(&mut self.db.conn().await?, which, &hash(secret)).await?;
        Ok(found.filter(|door| door.holds))
    }

    /// The secret of one more link to the door of somebody to an audit, good as long as the door is; nothing where none holds.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn door_link_for(
        &self,
        person: PersonId,
        audit: AuditId,
    ) -> Result<Option<String>, StoreError> {
        let sql =
            format!("SELECT door.id FROM door WHERE door.person = $2 AND door.audit = $3 AND {}", holds());
        let args: [Arg; 3] = [self.db.now().into(), person.to_string().into(), audit.to_string().into()];
        let mut conn = self.db.conn().await?;
        let found = conn.rows("looking for a door", &sql, &args, &[CellType::Text]).await?;
        let Some(door) = found.first().map(|row| text(row.first())) else { return Ok(None) };
        let secret = hex(&random::<32>()?);
        let row = vec![hash(&secret).into(), door.into(), person.to_string().into()];
        let into = "door_link (secret_sha256, door, person)";
        rows::insert(&mut conn, "making a link to a door", into, vec![row], "").await?;
        Ok(Some(secret))
    }

    /// Closes a door and ends the sessions by it; whether it was open.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn close_door(&self, id: &str) -> Result<bool, StoreError> {
        close(&mut self.db.conn().await?, id, self.db.now()).await
    }

    /// Makes a code for a door, which takes the place of the one before, and posts it in the letter that is written with it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn post_door_code(
        &self,
        secret: &str,
        letter: impl FnOnce(&Door, &str, String) -> Letter + Send,
    ) -> Result<DoorCode, StoreError> {
        let Some(door) = self.door_of_link(secret).await? else { return Ok(DoorCode::Shut) };
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        let sql = "SELECT email FROM person WHERE id = $1";
        let found =
            conn.rows("looking an address up", sql, &[door.person.uuid().into()], &[CellType::Text]).await?;
        let address = found.first().map(|row| text(row.first())).filter(|address| !address.is_empty());
        let Some(address) = address else { return Ok(DoorCode::Shut) };
        if let Some(seconds) = Counted::door_codes(&door.id).take(&mut conn, now).await? {
            return Ok(DoorCode::Wait { seconds });
        }
        let code = code()?;
        let row = vec![
            door.id.as_str().into(),
            door.person.to_string().into(),
            code_hash(&door.id, &code).into(),
            (now + DOOR_CODE_MILLIS).into(),
            0_i64.into(),
        ];
        let on = " ON CONFLICT (door) DO UPDATE SET code_sha256 = excluded.code_sha256, expires_at = excluded.expires_at, tries = 0";
        let into = "door_code (door, person, code_sha256, expires_at, tries)";
        rows::insert(&mut conn, "making a code", into, vec![row], on).await?;
        post(&mut conn, &letter(&door, &code, address)).await?;
        self.posted.notify_one();
        Ok(DoorCode::Posted)
    }

    /// Begins a session by a door with the code that was sent. A code is good once, for [`DOOR_CODE_MILLIS`], and is guessed
    /// [`DOOR_CODE_TRIES`] times at the most, whichever replica is asked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn enter_door(&self, secret: &str, code: &str, visit: &Visit) -> Result<SignIn, StoreError> {
        let Some(door) = self.door_of_link(secret).await? else { return Ok(SignIn::Wrong) };
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        let (own, address) = (Counted::door(&door.id), visit.address.map(Counted::address));
        for counted in address.iter().chain([&own]) {
            if let Some(seconds) = counted.take(&mut conn, now).await? {
                return Ok(SignIn::Wait { seconds });
            }
        }
        // A guess is counted before it is looked at, so that many at a time are not one.
        let sql = "UPDATE door_code SET tries = tries + 1 WHERE door = $1 AND tries < $2 AND expires_at > $3";
        let args: [Arg; 3] = [door.id.as_str().into(), DOOR_CODE_TRIES.into(), now.into()];
        if conn.run("counting a guess", sql, &args).await? == 0 {
            return Ok(SignIn::Wrong);
        }
        let typed: String = code.chars().filter(char::is_ascii_digit).collect();
        // One statement both looks and uses up, so that of two requests one gets a session.
        let sql = "DELETE FROM door_code WHERE door = $1 AND code_sha256 = $2 AND expires_at > $3";
        let args: [Arg; 3] = [door.id.as_str().into(), code_hash(&door.id, &typed).into(), now.into()];
        if typed.len() != DOOR_CODE_CHARS || conn.run("using a code", sql, &args).await? == 0 {
            return Ok(SignIn::Wrong);
        }
        own.forgive(&mut conn).await?;
        Counted::door_codes(&door.id).forgive(&mut conn).await?;
        if let Some(address) = address {
            address.release(&mut conn).await?;
        }
        let sql = "UPDATE door SET used_at = $1 WHERE id = $2";
        conn.run("noting a door's use", sql, &[now.into(), door.id.as_str().into()]).await?;
        let passed = Passed { id: door.id, audit: door.audit };
        let stage = (Stage::Door, Some(passed));
        let begun =
            begin_shown(&mut conn, Some(door.person), stage, &[Factor::Link, Factor::Mail], visit, now)
                .await?;
        Ok(SignIn::Begun(Box::new(begun)))
    }

    /// The letter with a code for a door of somebody that waits to be sent, the last one posted: what the operator reads where no mail is
    /// sent. Nothing where none waits, or its code holds no longer.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn waiting_door_letter(&self, person: PersonId) -> Result<Option<String>, StoreError> {
        let sql = "SELECT body FROM letter WHERE person = $1 AND kind = $2 AND sent_at IS NULL AND made_at > $3 \
                   ORDER BY made_at DESC, id DESC LIMIT 1";
        let since = self.db.now() - DOOR_CODE_MILLIS;
        let args: [Arg; 3] = [person.to_string().into(), "door_code".into(), since.into()];
        let found = self.db.conn().await?.rows("looking for a letter", sql, &args, &[CellType::Text]).await?;
        Ok(found.first().map(|row| text(row.first())))
    }
}

/// Whether the door of a session still lets it in.
pub(super) async fn lets_in(conn: &mut Conn, session: &Session, now: i64) -> Result<bool, StoreError> {
    let Some(passed) = &session.door else { return Ok(false) };
    let sql = format!("SELECT door.id FROM door WHERE door.id = $2 AND door.person = $3 AND {}", holds());
    let whose = session.person.map(|person| person.to_string()).unwrap_or_default();
    let args: [Arg; 3] = [now.into(), passed.id.as_str().into(), whose.into()];
    Ok(!conn.rows("looking whether a door holds", &sql, &args, &[CellType::Text]).await?.is_empty())
}

async fn one(conn: &mut Conn, which: &str, arg: &str) -> Result<Option<Door>, StoreError> {
    let args: [Arg; 2] = [conn.now().into(), arg.into()];
    let found = conn.rows("looking a door up", &select(which), &args, &TYPES).await?;
    Ok(found.first().and_then(|row| door(row)))
}

async fn close(conn: &mut Conn, id: &str, now: i64) -> Result<bool, StoreError> {
    let sql = "UPDATE door SET closed_at = $1 WHERE id = $2 AND closed_at IS NULL";
    let closed = conn.run("closing a door", sql, &[now.into(), id.into()]).await? > 0;
    conn.run("closing a door", "DELETE FROM door_code WHERE door = $1", &[id.into()]).await?;
    conn.run("closing a door", "DELETE FROM door_link WHERE door = $1", &[id.into()]).await?;
    conn.run("ending sessions", "DELETE FROM web_session WHERE door = $1", &[id.into()]).await?;
    Ok(closed)
}

/// A code: digits that nobody can foresee.
fn code() -> Result<String, StoreError> {
    let number = u64::from_be_bytes(random::<8>()?) % 10_u64.pow(u32::try_from(DOOR_CODE_CHARS).unwrap_or(8));
    Ok(format!("{number:0width$}", width = DOOR_CODE_CHARS))
}

/// What the store keeps of a code: with the door in it, so that the same code of two doors is not seen to be the same.
fn code_hash(door: &str, code: &str) -> String {
    hash(&format!("door {door} code {code}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_eight_digits() {
        for _ in 0..100 {
            let code = code().unwrap();
            assert!(
                code.len() == DOOR_CODE_CHARS && code.bytes().all(|byte| byte.is_ascii_digit()),
                "{code}"
            );
        }
        assert_ne!(code_hash("a", "12345678"), code_hash("b", "12345678"));
    }
}
