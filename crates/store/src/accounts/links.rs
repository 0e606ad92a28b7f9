//! Links: the operator's, which sign somebody in once, and invitations, by which somebody sets up how they sign in themselves.
//!
//! Of both, the store keeps the SHA-256 of the secret alone.

use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::PersonId;

use super::second::SecondFactor;
use super::sessions::{Begun, Factor, SECRET_CHARS, Stage, Visit, begin};
use super::{account_of, ensure};
use crate::Store;
use crate::db::{Arg, Conn, Sql, text};
use crate::error::StoreError;
use crate::operate::hash;
use crate::rows;
use crate::writer::random;

/// How long a link of the operator can be used, in milliseconds.
pub const LINK_MILLIS: i64 = 15 * 60 * 1_000;
/// How long an invitation can be used, in milliseconds.
pub const INVITATION_MILLIS: i64 = 72 * 60 * 60 * 1_000;

impl Store {
    /// Makes a link that signs somebody in once, within [`LINK_MILLIS`]: its secret. Nobody is the operator.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn make_link(&self, person: Option<PersonId>) -> Result<String, StoreError> {
        let secret = hex(&random::<32>()?);
        let now = self.db.now();
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
        let args: [Arg; 2] = [hash(secret).into(), self.db.now().into()];
        let found = self.db.conn().await?.rows("looking a link up", sql, &args, &[CellType::Text]).await?;
        Ok(!found.is_empty())
    }

    /// Uses a link up and begins a session. Nothing where the link is unknown, used or past its time, or its person's account is locked.
    ///
    /// A link is the word of whoever holds the host, and counts as that: it asks for no second factor. Where one is required of its
    /// person and there is none yet, it has to be set up first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn begin_session(
        &self,
        link: &str,
        visit: &Visit,
        rule: &SecondFactor,
    ) -> Result<Option<Begun>, StoreError> {
        if link.len() != SECRET_CHARS {
            return Ok(None);
        }
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        // One statement both looks and uses up, so that of two requests one gets a session.
        let sql = "UPDATE sign_in_link SET used_at = $1 WHERE secret_sha256 = $2 AND used_at IS NULL AND expires_at > $1";
        let args: [Arg; 2] = [now.into(), hash(link).into()];
        if conn.run("using a link", sql, &args).await? == 0 {
            return Ok(None);
        }
        let sql = "SELECT person FROM sign_in_link WHERE secret_sha256 = $1";
        let found = conn.rows("reading a link", sql, &[hash(link).into()], &[CellType::Text]).await?;
        let person: Option<PersonId> = found.first().and_then(|row| text(row.first()).parse().ok());
        let mut stage = Stage::Whole;
        if let Some(person) = person {
            let account = account_of(&mut conn, person).await?;
            if account.as_ref().is_some_and(|account| account.locked_at.is_some()) {
                return Ok(None);
            }
            let has_second = account.is_some_and(|account| account.has_second());
            if !has_second && rule.is_required_of(&mut conn, person).await? {
                ensure(&mut conn, person).await?;
                stage = Stage::Enrol;
            }
        }
        begin(&mut conn, person, stage, &[Factor::Link], visit).await.map(Some)
    }

    /// Invites a person of the register: the secret of a link that holds for [`INVITATION_MILLIS`], or until they can sign in by
    /// themselves. Invitations that were made before hold no longer. Nothing where they can sign in already: an invitation goes around no
    /// factor that somebody has, and whoever has lost theirs is reset first ([`Store::reset_account`]).
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn invite(&self, person: PersonId, by: Option<PersonId>) -> Result<Option<String>, StoreError> {
        let secret = hex(&random::<32>()?);
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        ensure(&mut conn, person).await?;
        if account_of(&mut conn, person).await?.is_some_and(|account| account.is_set_up()) {
            return Ok(None);
        }
        spend_invitations(&mut conn, person).await?;
        let row = vec![
            hash(&secret).into(),
            person.to_string().into(),
            by.map(|by| by.to_string()).into(),
            now.into(),
            (now + INVITATION_MILLIS).into(),
        ];
        let into = "account_invitation (secret_sha256, person, made_by, made_at, expires_at)";
        rows::insert(&mut conn, "inviting somebody", into, vec![row], "").await?;
        Ok(Some(secret))
    }

    /// Whom an invitation is for, if it holds now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn invitation_of(&self, secret: &str) -> Result<Option<PersonId>, StoreError> {
        if secret.len() != SECRET_CHARS {
            return Ok(None);
        }
        let sql = "SELECT account_invitation.person FROM account_invitation \
                   JOIN account ON account.person = account_invitation.person \
                   WHERE secret_sha256 = $1 AND expires_at > $2 AND account.locked_at IS NULL";
        let args: [Arg; 2] = [hash(secret).into(), self.db.now().into()];
        let found =
            self.db.conn().await?.rows("looking an invitation up", sql, &args, &[CellType::Text]).await?;
        Ok(found.first().and_then(|row| text(row.first()).parse().ok()))
    }

    /// Begins a session in which whoever was invited sets up how they sign in, and can do nothing else. The invitation holds until they have.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn begin_invited(&self, secret: &str, visit: &Visit) -> Result<Option<Begun>, StoreError> {
        let Some(person) = self.invitation_of(secret).await? else { return Ok(None) };
        let mut conn = self.db.conn().await?;
        begin(&mut conn, Some(person), Stage::Enrol, &[Factor::Invitation], visit).await.map(Some)
    }
}

/// Ends the invitations of a person.
pub(super) async fn spend_invitations(conn: &mut Conn, person: PersonId) -> Result<(), StoreError> {
    let sql = "DELETE FROM account_invitation WHERE person = $1";
    conn.run("ending invitations", sql, &[person.to_string().into()]).await.map(drop)
}
