//! Signing in by a provider of the organization's own: which person somebody is there (OpenID Connect Core 1.0).
//!
//! A person is known by the pair of issuer and subject. The first time they are found by an address of mail that the provider has verified, among those
//! who have an account, or whoever is in the register where accounts may be made just in time.

use assize_domain::access::GrantedRole;
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::PersonId;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::second::SecondFactor;
use super::sessions::{Factor, Stage, Visit, begin_shown};
use super::sign_in::{SignIn, note_use};
use super::{account_of, ensure};
use crate::Store;
use crate::db::{Arg, Conn, Sql, text};
use crate::error::StoreError;
use crate::operate::hash;
use crate::rows;
use crate::writer::{ActError, random};

/// How long a provider may take to answer, with whoever signs in there, in milliseconds.
const ASKED_MILLIS: i64 = 10 * 60 * 1_000;

/// What a provider is asked with, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderAsked {
    /// Comes back with the answer, and stands in a cookie of the browser that asks: whoever else brings the answer is not taken for it.
    pub state: String,
    /// Comes back in the token.
    pub nonce: String,
    /// What the code is redeemed with (RFC 7636); the provider has its digest.
    pub verifier: String,
    /// The page to come to.
    pub next: String,
}

/// Who somebody is at a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub issuer: String,
    /// Its own name for them, which never changes.
    pub subject: String,
    /// Their address of mail, where the provider has verified it.
    pub email: Option<String>,
    /// The rights that their groups stand for.
    pub roles: Vec<GrantedRole>,
    /// Whether they showed two factors there.
    pub two_factors: bool,
    /// When they showed there who they are, in milliseconds after 1970; where the provider does not say it, that was long ago.
    pub shown_at: Option<i64>,
}

impl Store {
    /// Notes that a provider is asked.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn ask_provider(&self, next: &str) -> Result<ProviderAsked, StoreError> {
        let asked = ProviderAsked {
            state: hex(&random::<32>()?),
            nonce: hex(&random::<16>()?),
            verifier: URL_SAFE_NO_PAD.encode(random::<48>()?),
            next: next.to_owned(),
        };
        let row = vec![
            hash(&asked.state).into(),
            asked.nonce.as_str().into(),
            asked.verifier.as_str().into(),
            next.into(),
            (self.db.now() + ASKED_MILLIS).into(),
        ];
        let into = "account_provider_asked (state_sha256, nonce, verifier, next, expires_at)";
        rows::insert(&mut self.db.conn().await?, "asking a provider", into, vec![row], "").await?;
        Ok(asked)
    }

    /// Takes back what a provider was asked with: it is answered once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn provider_answered(&self, state: &str) -> Result<Option<ProviderAsked>, StoreError> {
        let doing = "taking back what a provider was asked";
        let mut conn = self.db.conn().await?;
        let sql = "SELECT nonce, verifier, next FROM account_provider_asked WHERE state_sha256 = $1 AND expires_at > $2";
        let args: [Arg; 2] = [hash(state).into(), self.db.now().into()];
        let found = conn.rows(doing, sql, &args, &[CellType::Text; 3]).await?;
        let sql = "DELETE FROM account_provider_asked WHERE state_sha256 = $1";
        let taken = conn.run(doing, sql, &[hash(state).into()]).await?;
        Ok(found.first().filter(|_| taken > 0).map(|row| ProviderAsked {
            state: state.to_owned(),
            nonce: text(row.first()),
            verifier: text(row.get(1)),
            next: text(row.get(2)),
        }))
    }

    /// Signs somebody in whom a provider has named, with the rights that their groups stand for. Where accounts are made just in time, whoever is in the
    /// register gets one.
    ///
    /// # Errors
    /// [`ActError::Fault`].
    pub async fn sign_in_by_provider(
        &self,
        identity: &Identity,
        just_in_time: bool,
        visit: &Visit,
        rule: &SecondFactor,
    ) -> Result<SignIn, ActError> {
        let mut conn = self.db.conn().await?;
        let known = person_of(&mut conn, identity).await?;
        let person = match known {
            Some(person) => Some(person),
            None => by_mail(&mut conn, identity, just_in_time).await?,
        };
        let Some(person) = person else { return Ok(SignIn::Wrong) };
        ensure(&mut conn, person).await?;
        let Some(account) = account_of(&mut conn, person).await? else { return Ok(SignIn::Wrong) };
        if account.locked_at.is_some() {
            return Ok(SignIn::Locked);
        }
        note_identity(&mut conn, identity, person).await?;
        drop(conn);
        self.follow_groups(person, identity).await?;
        let mut conn = self.db.conn().await?;
        let required = rule.is_required_of(&mut conn, person).await?;
        let stage = match (identity.two_factors, account.codes_at.is_some(), account.passkeys > 0, required) {
            (true, _, _, _) | (false, false, _, false) => Stage::Whole,
            (false, true, _, _) => Stage::Second,
            (false, false, true, true) => return Ok(SignIn::PasskeyNeeded),
            (false, false, false, true) => Stage::Enrol,
        };
        if stage == Stage::Whole {
            note_use(&mut conn, person).await?;
        }
        let shown_at = identity.shown_at.unwrap_or_default();
        let begun =
            begin_shown(&mut conn, Some(person), (stage, None), &[Factor::Provider], visit, shown_at).await?;
        Ok(SignIn::Begun(Box::new(begun)))
    }
}

/// The person who was known by this identity before.
async fn person_of(conn: &mut Conn, identity: &Identity) -> Result<Option<PersonId>, StoreError> {
    let sql = "SELECT account_identity.person FROM account_identity JOIN person ON person.id = account_identity.person \
               WHERE issuer = $1 AND subject = $2";
    let args: [Arg; 2] = [identity.issuer.as_str().into(), identity.subject.as_str().into()];
    let found = conn.rows("looking an identity up", sql, &args, &[CellType::Text]).await?;
    Ok(found.first().and_then(|row| text(row.first()).parse().ok()))
}

/// The one person of the register with a verified address, who has an account or may get one now; who is known at this provider by another subject
/// is somebody else.
async fn by_mail(
    conn: &mut Conn,
    identity: &Identity,
    just_in_time: bool,
) -> Result<Option<PersonId>, StoreError> {
    let Some(email) = &identity.email else { return Ok(None) };
    let sql = "SELECT person.id, account.person FROM person LEFT JOIN account ON account.person = person.id \
               WHERE lower(person.email) = $1 \
               AND NOT EXISTS (SELECT 1 FROM account_identity WHERE account_identity.person = person.id AND issuer = $2) LIMIT 2";
    let args: [Arg; 2] = [email.to_ascii_lowercase().into(), identity.issuer.as_str().into()];
    let found = conn.rows("looking for somebody", sql, &args, &[CellType::Text; 2]).await?;
    let [one] = found.as_slice() else { return Ok(None) };
    let has_account = !text(one.get(1)).is_empty();
    Ok(text(one.first()).parse().ok().filter(|_| has_account || just_in_time))
}

/// Notes that somebody was here, with the roles of now.
async fn note_identity(conn: &mut Conn, identity: &Identity, person: PersonId) -> Result<(), StoreError> {
    let now = conn.now();
    let row = vec![
        identity.issuer.as_str().into(),
        identity.subject.as_str().into(),
        person.to_string().into(),
        identity.roles.iter().map(|role| role.word()).collect::<Vec<_>>().join(" ").into(),
        now.into(),
        now.into(),
    ];
    let into = "account_identity (issuer, subject, person, roles, made_at, used_at)";
    let on =
        " ON CONFLICT (issuer, subject) DO UPDATE SET roles = excluded.roles, used_at = excluded.used_at";
    rows::insert(conn, "noting an identity", into, vec![row], on).await
}
