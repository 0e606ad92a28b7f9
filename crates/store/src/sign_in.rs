//! Signing in to the pages: a link that is good once begins a session, and a session says whose a request is.
//!
//! Of both, the store keeps the SHA-256 of the secret alone: who reads the database signs in as nobody.

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::PersonId;

use crate::Store;
use crate::clock::system_millis;
use crate::db::{Arg, Sql, int, text};
use crate::error::StoreError;
use crate::operate::hash;
use crate::rows;
use crate::writer::random;

/// How long a link can be used, in milliseconds.
pub const LINK_MILLIS: i64 = 15 * 60 * 1_000;
/// How long a session lasts after its last use, in milliseconds.
pub const SESSION_IDLE_MILLIS: i64 = 12 * 60 * 60 * 1_000;
/// How long a session lasts at the most, in milliseconds.
pub const SESSION_MILLIS: i64 = 7 * 24 * 60 * 60 * 1_000;
/// How long it takes until a session's use is noted again, in milliseconds.
const USE_NOTED_MILLIS: i64 = 60_000;
/// The length of a secret as text.
const SECRET_CHARS: usize = 64;

/// Whose session it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The person; nobody where it is the operator's.
    pub person: Option<PersonId>,
    /// The tag of the language they chose, if they chose one.
    pub language: Option<String>,
}

impl Store {
    /// Makes a link that signs somebody in once, within [`LINK_MILLIS`]: its secret. Nobody is the operator.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn make_link(&self, person: Option<PersonId>) -> Result<String, StoreError> {
        let secret = hex(&random::<32>()?);
        let now = system_millis();
        let row = vec![
            hash(&secret).into(),
            person.map(|person| person.to_string()).into(),
            now.into(),
            (now + LINK_MILLIS).into(),
        ];
        let into = "sign_in_link (secret_sha256, person, made_at, expires_at)";
        rows::insert(&mut self.db.conn().await?, "making a link", into, vec![row], "").await?;
        Ok(secret)
    }

    /// Whether a link would sign somebody in now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn link_holds(&self, secret: &str) -> Result<bool, StoreError> {
        if secret.len() != SECRET_CHARS {
            return Ok(false);
        }
        let sql = "SELECT person FROM sign_in_link WHERE secret_sha256 = $1 AND used_at IS NULL AND expires_at > $2";
        let args: [Arg; 2] = [hash(secret).into(), system_millis().into()];
        let found = self.db.conn().await?.rows("looking a link up", sql, &args, &[CellType::Text]).await?;
        Ok(!found.is_empty())
    }

    /// Uses a link up and begins a session: its secret. Nothing where the link is unknown, used or past its time.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn begin_session(&self, link: &str) -> Result<Option<String>, StoreError> {
        if link.len() != SECRET_CHARS {
            return Ok(None);
        }
        let now = system_millis();
        let mut conn = self.db.conn().await?;
        // One statement both looks and uses up, so that of two requests one gets a session.
        let sql = "UPDATE sign_in_link SET used_at = $1 WHERE secret_sha256 = $2 AND used_at IS NULL AND expires_at > $1";
        let args: [Arg; 2] = [now.into(), hash(link).into()];
        if conn.run("using a link", sql, &args).await? == 0 {
            return Ok(None);
        }
        let sql = "SELECT person FROM sign_in_link WHERE secret_sha256 = $1";
        let found = conn.rows("reading a link", sql, &[hash(link).into()], &[CellType::Text]).await?;
        let person = found.first().and_then(|row| row.first()).cloned();
        let secret = hex(&random::<32>()?);
        let person: Option<String> = match person {
            Some(Cell::Text(person)) => Some(person),
            _ => None,
        };
        let row =
            vec![hash(&secret).into(), person.into(), now.into(), now.into(), (now + SESSION_MILLIS).into()];
        let into = "web_session (secret_sha256, person, made_at, used_at, expires_at)";
        rows::insert(&mut conn, "beginning a session", into, vec![row], "").await?;
        Ok(Some(secret))
    }

    /// The session of a secret, if it holds now. Notes its use.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn session_of(&self, secret: &str) -> Result<Option<Session>, StoreError> {
        if secret.len() != SECRET_CHARS {
            return Ok(None);
        }
        let now = system_millis();
        let mut conn = self.db.conn().await?;
        let sql = "SELECT person, language, used_at FROM web_session WHERE secret_sha256 = $1 AND expires_at > $2 AND used_at > $3";
        let args: [Arg; 3] = [hash(secret).into(), now.into(), (now - SESSION_IDLE_MILLIS).into()];
        let types = [CellType::Text, CellType::Text, CellType::Int];
        let found = conn.rows("looking a session up", sql, &args, &types).await?;
        let Some(row) = found.first() else { return Ok(None) };
        if int(row.get(2)) + USE_NOTED_MILLIS < now {
            let args: [Arg; 2] = [now.into(), hash(secret).into()];
            let sql = "UPDATE web_session SET used_at = $1 WHERE secret_sha256 = $2";
            conn.run("noting a session's use", sql, &args).await?;
        }
        let language = Some(text(row.get(1))).filter(|tag| !tag.is_empty());
        Ok(Some(Session { person: text(row.first()).parse().ok(), language }))
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

    /// Notes the language that somebody chose.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn choose_language(&self, secret: &str, tag: &str) -> Result<(), StoreError> {
        let args: [Arg; 2] = [tag.into(), hash(secret).into()];
        let sql = "UPDATE web_session SET language = $1 WHERE secret_sha256 = $2";
        self.db.conn().await?.run("noting a language", sql, &args).await.map(drop)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_session(&self, secret: &str) -> Result<(), StoreError> {
        let sql = "DELETE FROM web_session WHERE secret_sha256 = $1";
        self.db.conn().await?.run("ending a session", sql, &[hash(secret).into()]).await.map(drop)
    }

    /// Forgets links and sessions that are past their time.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget_old_sessions(&self) -> Result<(), StoreError> {
        let now = system_millis();
        let mut conn = self.db.conn().await?;
        let old: [Arg; 1] = [now.into()];
        conn.run("forgetting old links", "DELETE FROM sign_in_link WHERE expires_at < $1", &old).await?;
        let sql = "DELETE FROM web_session WHERE expires_at < $1 OR used_at < $2";
        let old: [Arg; 2] = [now.into(), (now - SESSION_IDLE_MILLIS).into()];
        conn.run("forgetting old sessions", sql, &old).await.map(drop)
    }
}
