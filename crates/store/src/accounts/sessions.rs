//! Sessions of the pages: whose a request is, and when and by what they showed it.
//!
//! The store keeps the SHA-256 of a session's secret alone. The secret is a new one whenever somebody shows who they are, so that one
//! that was seen before is worth nothing after.

use std::net::IpAddr;

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, PersonId};

use super::{door, limits};
use crate::Store;
use crate::db::{Arg, Conn, Sql, int, text};
use crate::error::StoreError;
use crate::operate::hash;
use crate::rows;
use crate::sent::SENT_MILLIS;
use crate::writer::random;

/// How long a session lasts after its last use, in milliseconds, unless it is configured otherwise.
pub const SESSION_IDLE_MILLIS: i64 = 12 * 60 * 60 * 1_000;
/// How long a session lasts at the most, in milliseconds, unless it is configured otherwise.
pub const SESSION_MILLIS: i64 = 7 * 24 * 60 * 60 * 1_000;
/// How long a session lasts in which the second factor was not given yet, in milliseconds.
const SECOND_MILLIS: i64 = 10 * 60 * 1_000;
/// How long a session lasts in which somebody sets up how they sign in, in milliseconds.
const ENROL_MILLIS: i64 = 60 * 60 * 1_000;
/// How long a session by the auditee's door lasts after its last use, in milliseconds; never longer than a member's.
pub const DOOR_IDLE_MILLIS: i64 = 60 * 60 * 1_000;
/// How long it lasts at the most, in milliseconds, likewise.
pub const DOOR_MILLIS: i64 = 8 * 60 * 60 * 1_000;
/// How long a browser is known after somebody signed in with it, in milliseconds.
pub const DEVICE_MILLIS: i64 = 365 * 24 * 60 * 60 * 1_000;
/// How many browsers of a person are known; the oldest are forgotten.
const DEVICES_MAX: i64 = 20;
/// How many sessions a person has at a time; the one that was used longest ago ends.
pub const SESSIONS_MAX: i64 = 20;
/// How long it takes until a session's use is noted again, in milliseconds.
const USE_NOTED_MILLIS: i64 = 60_000;
/// The length of a secret as text.
pub(super) const SECRET_CHARS: usize = 64;
/// How much of a browser's own name is kept, in characters.
const AGENT_CHARS_MAX: usize = 300;

/// By what somebody showed who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// A link that the operator made.
    Link,
    /// An invitation.
    Invitation,
    /// A passphrase.
    Passphrase,
    /// A one-time code by the time.
    Code,
    /// A recovery code.
    Recovery,
    /// A passkey, which has verified its owner: two factors in one.
    Passkey,
    /// A provider of identities.
    Provider,
    /// A code that was sent by mail.
    Mail,
}

impl Factor {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Invitation => "invitation",
            Self::Passphrase => "passphrase",
            Self::Code => "code",
            Self::Recovery => "recovery",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
            Self::Mail => "mail",
        }
    }

    const ALL: [Self; 8] = [
        Self::Link,
        Self::Invitation,
        Self::Passphrase,
        Self::Code,
        Self::Recovery,
        Self::Passkey,
        Self::Provider,
        Self::Mail,
    ];

    fn read(words: &str) -> Vec<Self> {
        words
            .split(' ')
            .filter_map(|word| Self::ALL.into_iter().find(|factor| factor.word() == word))
            .collect()
    }

    pub(super) fn written(factors: &[Self]) -> String {
        factors.iter().map(|factor| factor.word()).collect::<Vec<_>>().join(" ")
    }
}

/// What a session is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Everything.
    Whole,
    /// Giving the second factor.
    Second,
    /// Setting up how one signs in, which has to be done before anything else.
    Enrol,
    /// What the auditee's door of one audit opens, and nothing else.
    Door,
}

impl Stage {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            // A session by a door is told apart by the door that it names; whoever does not know of doors lets it do nothing.
            Self::Second | Self::Door => "second",
            Self::Enrol => "enrol",
        }
    }

    fn read(word: &str) -> Self {
        match word {
            "whole" => Self::Whole,
            "enrol" => Self::Enrol,
            // What is not known is good for the least.
            _ => Self::Second,
        }
    }
}

/// How long sessions last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLimits {
    /// After their last use, in milliseconds.
    pub idle_millis: i64,
    /// At the most, in milliseconds.
    pub millis: i64,
}

impl Default for SessionLimits {
    fn default() -> Self {
        Self { idle_millis: SESSION_IDLE_MILLIS, millis: SESSION_MILLIS }
    }
}

/// From where somebody comes.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The address.
    pub address: Option<IpAddr>,
    /// What their browser calls itself.
    pub agent: Option<String>,
    /// The secret by which their browser is known.
    pub device: Option<String>,
    /// How long a session of theirs lasts.
    pub limits: SessionLimits,
}

/// Whose session it is, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id, by which it is listed and ended; it is no secret.
    pub id: String,
    /// The person; nobody where it is the operator's.
    pub person: Option<PersonId>,
    /// The tag of the language they chose, if they chose one.
    pub language: Option<String>,
    /// What it is good for.
    pub stage: Stage,
    /// The auditee's door that it came by, where it did.
    pub door: Option<Passed>,
    /// By what they showed who they are.
    pub factors: Vec<Factor>,
    /// When they showed it last, in milliseconds after 1970.
    pub authenticated_at: i64,
    /// When it began, likewise.
    pub made_at: i64,
    /// When it was used last, to the minute, likewise.
    pub used_at: i64,
    /// When it ends at the latest, likewise.
    pub expires_at: i64,
    /// From which address it began.
    pub address: Option<String>,
    /// What the browser calls itself.
    pub agent: Option<String>,
}

impl Session {
    /// Whether its person showed who they are within the last `minutes` before `now`, which is a time of [`Store::now`].
    #[must_use]
    pub fn recent(&self, minutes: i64, now: i64) -> bool {
        self.stage == Stage::Whole && self.authenticated_at + minutes * 60_000 > now
    }
}

/// The door that a session came by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Its id.
    pub id: String,
    /// The audit that it opens.
    pub audit: AuditId,
}

/// A session that has begun, or has a new secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Its secret, for the cookie.
    pub secret: String,
    /// The session.
    pub session: Session,
    /// The secret by which the browser is known from now on, where it is a new one.
    pub device: Option<String>,
}

const COLUMNS: &str = "id, person, language, stage, factors, authenticated_at, made_at, used_at, expires_at, address, agent, door, \
     (SELECT door.audit FROM door WHERE door.id = web_session.door)";
const TYPES: [CellType; 13] = [
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Int,
    CellType::Text,
    CellType::Text,
    CellType::Text,
    CellType::Text,
];

fn session(row: &[Cell]) -> Session {
    let maybe = |index: usize| Some(text(row.get(index))).filter(|text| !text.is_empty());
    let door = maybe(11).zip(text(row.get(12)).parse().ok()).map(|(id, audit)| Passed { id, audit });
    let stage = if maybe(11).is_some() { Stage::Door } else { Stage::read(&text(row.get(3))) };
    Session {
        id: text(row.first()),
        person: text(row.get(1)).parse().ok(),
        language: maybe(2),
        stage,
        door,
        factors: Factor::read(&text(row.get(4))),
        authenticated_at: int(row.get(5)),
        made_at: int(row.get(6)),
        used_at: int(row.get(7)),
        expires_at: int(row.get(8)),
        address: maybe(9),
        agent: maybe(10),
    }
}

impl Store {
    /// The session of a secret, if it holds now, whatever it is good for. Notes its use.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn session_of(&self, secret: &str) -> Result<Option<Session>, StoreError> {
        self.session_held(secret, true).await
    }

    /// The same for what a page asks by itself: that is no use of the session.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn session_seen(&self, secret: &str) -> Result<Option<Session>, StoreError> {
        self.session_held(secret, false).await
    }

    async fn session_held(&self, secret: &str, in_use: bool) -> Result<Option<Session>, StoreError> {
        if secret.len() != SECRET_CHARS {
            return Ok(None);
        }
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        let sql = format!(
            "SELECT {COLUMNS} FROM web_session WHERE secret_sha256 = $1 AND expires_at > $2 AND used_at + idle_millis > $2"
        );
        let found =
            conn.rows("looking a session up", &sql, &[hash(secret).into(), now.into()], &TYPES).await?;
        let Some(session) = found.first().map(|row| session(row)) else { return Ok(None) };
        if session.stage == Stage::Door && !door::lets_in(&mut conn, &session, now).await? {
            let sql = "DELETE FROM web_session WHERE secret_sha256 = $1";
            conn.run("ending a session", sql, &[hash(secret).into()]).await?;
            return Ok(None);
        }
        if in_use && session.used_at + USE_NOTED_MILLIS < now {
            let args: [Arg; 2] = [now.into(), hash(secret).into()];
            let sql = "UPDATE web_session SET used_at = $1 WHERE secret_sha256 = $2";
            conn.run("noting a session's use", sql, &args).await?;
        }
        Ok(Some(session))
    }

    /// The sessions of a person that hold, the one used last first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sessions_of(&self, person: PersonId) -> Result<Vec<Session>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM web_session WHERE person = $1 AND expires_at > $2 AND used_at + idle_millis > $2 \
             ORDER BY used_at DESC, id LIMIT $3"
        );
        let args: [Arg; 3] = [person.to_string().into(), self.db.now().into(), crate::PAGE_ROWS_MAX.into()];
        let found = self.db.conn().await?.rows("listing sessions", &sql, &args, &TYPES).await?;
        Ok(found.iter().map(|row| session(row)).collect())
    }

    /// Makes an operator's session that of a person, as when the first person of a store has been registered.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn give_session(&self, secret: &str, person: PersonId) -> Result<(), StoreError> {
        let args: [Arg; 2] = [person.to_string().into(), hash(secret).into()];
        let sql = "UPDATE web_session SET person = $1 WHERE secret_sha256 = $2 AND person IS NULL";
        self.db.conn().await?.run("giving a session to a person", sql, &args).await.map(drop)
    }

    /// Notes the language that somebody chose, for this session and those after it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn choose_language(&self, secret: &str, tag: &str) -> Result<(), StoreError> {
        let args: [Arg; 2] = [tag.into(), hash(secret).into()];
        let mut conn = self.db.conn().await?;
        let sql = "UPDATE web_session SET language = $1 WHERE secret_sha256 = $2";
        conn.run("noting a language", sql, &args).await?;
        let sql = "UPDATE account SET language = $1 WHERE person = (SELECT person FROM web_session WHERE secret_sha256 = $2)";
        conn.run("noting a language", sql, &args).await.map(drop)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_session(&self, secret: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM web_session WHERE secret_sha256 = $1";
        self.db.conn().await?.run("ending a session", sql, &[hash(secret).into()]).await.map(drop)
    }

    /// Ends a session of a person by its id; whether there was one to end.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_session_of(&self, person: PersonId, id: &str) -> Result<bool, StoreError> {
        let sql = "DELETE FROM web_session WHERE person = $1 AND id = $2";
        let args: [Arg; 2] = [person.to_string().into(), id.into()];
        Ok(self.db.conn().await?.run("ending a session", sql, &args).await? > 0)
    }

    /// Ends the sessions of a person, but for the one of an id, and forgets the browsers they are known by but that session's own; how many
    /// have ended.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_other_sessions(&self, person: PersonId, but: Option<&str>) -> Result<u64, StoreError> {
        let sql = "DELETE FROM web_session WHERE person = $1 AND id <> $2";
        let args: [Arg; 2] = [person.to_string().into(), but.unwrap_or_default().into()];
        self.db.conn().await?.run("ending sessions", sql, &args).await
    }

    /// Forgets links, invitations, sessions, challenges, browsers and counts that are past their time.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_old_sessions(&self) -> Result<(), StoreError> {
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        let doing = "forgetting what is past its time";
        for sql in [
            "DELETE FROM sign_in_link WHERE expires_at < $1",
            "DELETE FROM account_invitation WHERE expires_at < $1",
            "DELETE FROM account_challenge WHERE expires_at < $1",
            "DELETE FROM account_provider_asked WHERE expires_at < $1",
            "DELETE FROM account_device WHERE expires_at < $1",
            "DELETE FROM door_code WHERE expires_at < $1",
            "DELETE FROM web_session WHERE expires_at < $1 OR used_at + idle_millis < $1",
        ] {
            conn.run(doing, sql, &[now.into()]).await?;
        }
        let sql = "DELETE FROM import_sent WHERE made_at < $1";
        conn.run(doing, sql, &[(now - SENT_MILLIS).into()]).await?;
        crate::signing::forget_old(&mut conn, now).await?;
        limits::forget_old(&mut conn, now).await
    }
}

/// Begins a session; the browser is known from then on where the session is whole.
pub(super) async fn begin(
    conn: &mut Conn,
    person: Option<PersonId>,
    stage: Stage,
    factors: &[Factor],
    visit: &Visit,
) -> Result<Begun, StoreError> {
    begin_shown(conn, person, (stage, None), factors, visit, conn.now()).await
}

/// Likewise, for somebody who showed who they are at a time that is not now.
pub(super) async fn begin_shown(
    conn: &mut Conn,
    person: Option<PersonId>,
    (stage, door): (Stage, Option<Passed>),
    factors: &[Factor],
    visit: &Visit,
    shown_at: i64,
) -> Result<Begun, StoreError> {
    let secret = hex(&random::<32>()?);
    let now = conn.now();
    let whose = person.map(|person| person.to_string());
    let (idle, most) = lasts(stage, &visit.limits);
    let language = language_of(conn, whose.as_deref()).await?;
    let agent = visit.agent.as_ref().map(|agent| agent.chars().take(AGENT_CHARS_MAX).collect::<String>());
    let session = Session {
        id: hex(&random::<8>()?),
        person,
        language: language.clone(),
        stage,
        door: door.clone(),
        factors: factors.to_vec(),
        authenticated_at: shown_at.min(now),
        made_at: now,
        used_at: now,
        expires_at: now + most,
        address: visit.address.map(|address| address.to_string()),
        agent: agent.clone(),
    };
    let row = vec![
        hash(&secret).into(),
        whose.clone().into(),
        language.into(),
        now.into(),
        now.into(),
        (now + most).into(),
        session.id.as_str().into(),
        stage.word().into(),
        Factor::written(factors).into(),
        session.authenticated_at.into(),
        idle.into(),
        session.address.clone().into(),
        agent.into(),
        door.map(|door| door.id).into(),
    ];
    let into = "web_session (secret_sha256, person, language, made_at, used_at, expires_at, id, stage, factors, \
                authenticated_at, idle_millis, address, agent, door)";
    rows::insert(conn, "beginning a session", into, vec![row], "").await?;
    let device = match (&whose, stage) {
        (Some(whose), Stage::Whole) => {
            keep_few(conn, whose).await?;
            known(conn, whose, visit, now).await?
        }
        _ => None,
    };
    Ok(Begun { secret, session, device })
}

/// Gives a session a new secret, because its person has shown who they are once more; none where it has ended meanwhile. The old secret is
/// good for nothing from then on.
pub(super) async fn renew(
    conn: &mut Conn,
    secret: &str,
    was: &Session,
    stage: Stage,
    factors: &[Factor],
    visit: &Visit,
) -> Result<Option<Begun>, StoreError> {
    let new = hex(&random::<32>()?);
    let now = conn.now();
    let (idle_millis, most) = lasts(stage, &visit.limits);
    // The absolute limit runs from when the session began to be good for what it is good for now.
    let expires_at = if was.stage == stage { was.expires_at } else { now + most };
    let sql = "UPDATE web_session SET secret_sha256 = $1, stage = $2, factors = $3, authenticated_at = $4, used_at = $4, \
               idle_millis = $5, expires_at = $6 WHERE secret_sha256 = $7";
    let args: [Arg; 7] = [
        hash(&new).into(),
        stage.word().into(),
        Factor::written(factors).into(),
        now.into(),
        idle_millis.into(),
        expires_at.into(),
        hash(secret).into(),
    ];
    if conn.run("renewing a session", sql, &args).await? == 0 {
        return Ok(None);
    }
    let device = match (was.person, stage) {
        (Some(person), Stage::Whole) => known(conn, &person.to_string(), visit, now).await?,
        _ => None,
    };
    let session = Session {
        stage,
        factors: factors.to_vec(),
        authenticated_at: now,
        used_at: now,
        expires_at,
        ..was.clone()
    };
    Ok(Some(Begun { secret: new, session, device }))
}

fn lasts(stage: Stage, limits: &SessionLimits) -> (i64, i64) {
    match stage {
        Stage::Whole => (limits.idle_millis, limits.millis),
        Stage::Second => (SECOND_MILLIS, SECOND_MILLIS),
        Stage::Enrol => (ENROL_MILLIS, ENROL_MILLIS),
        Stage::Door => (DOOR_IDLE_MILLIS.min(limits.idle_millis), DOOR_MILLIS.min(limits.millis)),
    }
}

/// The language that a person chose last.
async fn language_of(conn: &mut Conn, person: Option<&str>) -> Result<Option<String>, StoreError> {
    let Some(person) = person else { return Ok(None) };
    let sql = "SELECT language FROM account WHERE person = $1";
    let found = conn.rows("looking a language up", sql, &[person.into()], &[CellType::Text]).await?;
    Ok(found.first().map(|row| text(row.first())).filter(|tag| !tag.is_empty()))
}

/// Sees that the browser is known; the secret where it is a new one.
async fn known(conn: &mut Conn, person: &str, visit: &Visit, now: i64) -> Result<Option<String>, StoreError> {
    if is_known(conn, person, visit, now).await? {
        return Ok(None);
    }
    let secret = hex(&random::<32>()?);
    let row = vec![hash(&secret).into(), person.into(), now.into(), (now + DEVICE_MILLIS).into()];
    let into = "account_device (secret_sha256, person, made_at, expires_at)";
    rows::insert(conn, "knowing a browser", into, vec![row], "").await?;
    let sql = "DELETE FROM account_device WHERE person = $1 AND secret_sha256 NOT IN \
               (SELECT secret_sha256 FROM account_device WHERE person = $1 ORDER BY made_at DESC, secret_sha256 LIMIT $2)";
    conn.run("forgetting old browsers", sql, &[person.into(), DEVICES_MAX.into()]).await?;
    Ok(Some(secret))
}

/// Whether somebody has signed in to an account with this browser before.
pub(super) async fn is_known(
    conn: &mut Conn,
    person: &str,
    visit: &Visit,
    now: i64,
) -> Result<bool, StoreError> {
    let Some(device) = visit.device.as_deref().filter(|device| device.len() == SECRET_CHARS) else {
        return Ok(false);
    };
    let sql =
        "SELECT person FROM account_device WHERE secret_sha256 = $1 AND person = $2 AND expires_at > $3";
    let args: [Arg; 3] = [hash(device).into(), person.into(), now.into()];
    Ok(!conn.rows("looking a browser up", sql, &args, &[CellType::Text]).await?.is_empty())
}

/// Ends the sessions of a person that are past the most there may be.
async fn keep_few(conn: &mut Conn, person: &str) -> Result<(), StoreError> {
    let sql = "DELETE FROM web_session WHERE person = $1 AND secret_sha256 NOT IN \
               (SELECT secret_sha256 FROM web_session WHERE person = $1 ORDER BY used_at DESC, made_at DESC, secret_sha256 LIMIT $2)";
    conn.run("ending old sessions", sql, &[person.into(), SESSIONS_MAX.into()]).await.map(drop)
}
