//! Passkeys of accounts: challenges that are given out and answered once, keys that are kept, named and removed.

use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::PersonId;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::seal::from_hex;
use super::second::SecondFactor;
use super::sessions::{Factor, Stage, Visit, begin, renew};
use super::sign_in::{SignIn, note_use};
use super::webauthn::{PASSKEY_ALGORITHMS, RelyingParty, credential_of, made_key, signed_by};
use super::{account_of, ensure, links};
use crate::Store;
use crate::db::{Arg, Conn, Sql, int, text};
use crate::error::StoreError;
use crate::mail::{self, NoticeKind};
use crate::rows;
use crate::writer::random;

/// How long a challenge can be answered, in milliseconds.
const CHALLENGE_MILLIS: i64 = 5 * 60 * 1_000;
/// How many passkeys an account may have.
const PASSKEYS_MAX: i64 = 20;
/// The longest name of a passkey, in characters.
const LABEL_CHARS_MAX: usize = 80;

/// A passkey, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Its id, by which it is named and removed.
    pub id: String,
    /// What its owner calls it.
    pub label: String,
    /// When it was made, in milliseconds after 1970.
    pub made_at: i64,
    /// When it signed in last, likewise.
    pub used_at: Option<i64>,
}

/// A challenge that was given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// Its id, which comes back with the answer.
    pub id: String,
    /// What the browser hands to the authenticator: the options of `navigator.credentials`, bytes in base64url.
    pub options: Value,
}

impl Store {
    /// The passkeys of a person, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn passkeys(&self, person: PersonId) -> Result<Vec<Passkey>, StoreError> {
        let sql =
            "SELECT id, label, made_at, used_at FROM account_passkey WHERE person = $1 ORDER BY made_at, id";
        let types = [CellType::Text, CellType::Text, CellType::Int, CellType::Int];
        let mut conn = self.db.conn().await?;
        let found = conn.rows("listing passkeys", sql, &[person.to_string().into()], &types).await?;
        let passkey = |row: &Vec<Cell>| Passkey {
            id: text(row.first()),
            label: text(row.get(1)),
            made_at: int(row.get(2)),
            used_at: Some(int(row.get(3))).filter(|millis| *millis != 0),
        };
        Ok(found.iter().map(passkey).collect())
    }

    /// Asks for a new passkey of a person, `name` is what their authenticator shows.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn ask_new_passkey(
        &self,
        person: PersonId,
        name: &str,
        party: &RelyingParty,
    ) -> Result<Challenge, StoreError> {
        let mut conn = self.db.conn().await?;
        ensure(&mut conn, person).await?;
        let sql = "SELECT handle FROM account WHERE person = $1";
        let found =
            conn.rows("looking an account up", sql, &[person.to_string().into()], &[CellType::Text]).await?;
        let handle = from_hex(&text(found.first().and_then(|row| row.first()))).unwrap_or_default();
        let sql = "SELECT credential FROM account_passkey WHERE person = $1";
        let known =
            conn.rows("listing passkeys", sql, &[person.to_string().into()], &[CellType::Text]).await?;
        let known: Value =
            known.iter().map(|row| json!({ "type": "public-key", "id": text(row.first()) })).collect();
        let algorithms: Value = PASSKEY_ALGORITHMS
            .iter()
            .map(|algorithm| json!({ "type": "public-key", "alg": algorithm }))
            .collect();
        let (id, challenge) = asked(&mut conn, Some(person)).await?;
        let options = json!({
            "challenge": challenge,
            "rp": { "id": party.id, "name": "Assize" },
            "user": { "id": URL_SAFE_NO_PAD.encode(handle), "name": name, "displayName": name },
            "pubKeyCredParams": algorithms,
            "excludeCredentials": known,
            "authenticatorSelection": { "residentKey": "required", "requireResidentKey": true, "userVerification": "required" },
            "attestation": "none",
            "timeout": CHALLENGE_MILLIS,
        });
        Ok(Challenge { id, options })
    }

    /// Keeps the passkey that answers a challenge; whether it does.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keep_passkey(
        &self,
        person: PersonId,
        challenge: &str,
        answer: &Value,
        label: &str,
        party: &RelyingParty,
    ) -> Result<bool, StoreError> {
        let mut conn = self.db.conn().await?;
        let Some((asked, whose)) = answered(&mut conn, challenge).await? else { return Ok(false) };
        let count = account_of(&mut conn, person).await?.map_or(0, |account| account.passkeys);
        if whose != Some(person) || count >= PASSKEYS_MAX {
            return Ok(false);
        }
        let made = match made_key(answer, &asked, party) {
            Ok(made) => made,
            Err(fault) => {
                tracing::warn!(?fault, "a new passkey does not hold");
                return Ok(false);
            }
        };
        let label: String = label.trim().chars().take(LABEL_CHARS_MAX).collect();
        let row = vec![
            hex(&random::<8>()?).into(),
            person.to_string().into(),
            made.credential.as_str().into(),
            hex(&made.public_key).into(),
            if label.is_empty() { "Passkey".into() } else { label.into() },
            i64::from(made.counter).into(),
            self.db.now().into(),
        ];
        let into = "account_passkey (id, person, credential, public_key, label, counter, made_at)";
        // A key that is known already, whoever's, is not made anybody else's.
        let sql = format!(
            "INSERT INTO {into} VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (credential) DO NOTHING"
        );
        let kept = conn.run("keeping a passkey", &sql, &row).await? > 0;
        if kept {
            links::spend_invitations(&mut conn, person).await?;
            mail::note(&mut conn, NoticeKind::PasskeyAdded, person).await?;
            drop(conn);
            // Where that cannot be done now, it is done when the passkey signs an act for the first time.
            if let Err(error) = self.bind_passkey(person, &made.credential).await {
                tracing::error!(%error, %person, "the journal was not told whose a passkey is");
            }
        }
        Ok(kept)
    }

    /// Gives a passkey of a person another name; whether there is one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn name_passkey(&self, person: PersonId, id: &str, label: &str) -> Result<bool, StoreError> {
        let label: String = label.trim().chars().take(LABEL_CHARS_MAX).collect();
        if label.is_empty() {
            return Ok(false);
        }
        let sql = "UPDATE account_passkey SET label = $1 WHERE person = $2 AND id = $3";
        let args: [Arg; 3] = [label.into(), person.to_string().into(), id.into()];
        Ok(self.db.conn().await?.run("naming a passkey", sql, &args).await? > 0)
    }

    /// Removes a passkey of a person; whether there was one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remove_passkey(&self, person: PersonId, id: &str) -> Result<bool, StoreError> {
        let sql = "DELETE FROM account_passkey WHERE person = $1 AND id = $2";
        let args: [Arg; 2] = [person.to_string().into(), id.into()];
        let mut conn = self.db.conn().await?;
        let removed = conn.run("removing a passkey", sql, &args).await? > 0;
        if removed {
            mail::note(&mut conn, NoticeKind::PasskeyRemoved, person).await?;
        }
        Ok(removed)
    }

    /// Asks for a signature by any passkey of this site, of a person alone where one is given.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn ask_passkey(
        &self,
        person: Option<PersonId>,
        party: &RelyingParty,
    ) -> Result<Challenge, StoreError> {
        let mut conn = self.db.conn().await?;
        let (id, challenge) = asked(&mut conn, person).await?;
        let mut allowed = Vec::new();
        if let Some(person) = person {
            let sql = "SELECT credential FROM account_passkey WHERE person = $1";
            let known =
                conn.rows("listing passkeys", sql, &[person.to_string().into()], &[CellType::Text]).await?;
            allowed.extend(known.iter().map(|row| json!({ "type": "public-key", "id": text(row.first()) })));
        }
        let options = json!({ "challenge": challenge, "rpId": party.id, "userVerification": "required",
            "allowCredentials": allowed, "timeout": CHALLENGE_MILLIS });
        Ok(Challenge { id, options })
    }

    /// Signs somebody in by a passkey that answers a challenge. It has verified its owner, and counts for two factors.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sign_in_by_passkey(
        &self,
        challenge: &str,
        answer: &Value,
        party: &RelyingParty,
        visit: &Visit,
    ) -> Result<SignIn, StoreError> {
        let mut conn = self.db.conn().await?;
        let Some((asked, None)) = answered(&mut conn, challenge).await? else { return Ok(SignIn::Wrong) };
        let Some(person) = signer(&mut conn, &asked, answer, party).await? else { return Ok(SignIn::Wrong) };
        let Some(account) = account_of(&mut conn, person).await? else { return Ok(SignIn::Wrong) };
        if account.locked_at.is_some() {
            return Ok(SignIn::Locked);
        }
        note_use(&mut conn, person).await?;
        let begun = begin(&mut conn, Some(person), Stage::Whole, &[Factor::Passkey], visit).await?;
        Ok(SignIn::Begun(Box::new(begun)))
    }

    /// Shows once more, in a session that is whole, who one is, by a passkey.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn show_again_by_passkey(
        &self,
        secret: &str,
        challenge: &str,
        answer: &Value,
        party: &RelyingParty,
        visit: &Visit,
    ) -> Result<SignIn, StoreError> {
        let Some((session, person)) = self.whole(secret).await? else { return Ok(SignIn::Wrong) };
        let mut conn = self.db.conn().await?;
        let Some((asked, whose)) = answered(&mut conn, challenge).await? else { return Ok(SignIn::Wrong) };
        if whose != Some(person) || signer(&mut conn, &asked, answer, party).await? != Some(person) {
            return Ok(SignIn::Wrong);
        }
        let begun = renew(&mut conn, secret, &session, Stage::Whole, &[Factor::Passkey], visit).await?;
        Ok(begun.map_or(SignIn::Wrong, |begun| SignIn::Begun(Box::new(begun))))
    }

    /// Whether a person can take a passkey away and still sign in, with two factors where the rule asks for them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn can_spare_factor(
        &self,
        person: PersonId,
        spared: Factor,
        rule: &SecondFactor,
    ) -> Result<bool, StoreError> {
        let mut conn = self.db.conn().await?;
        let Some(account) = account_of(&mut conn, person).await? else { return Ok(false) };
        let passkeys = account.passkeys - i64::from(spared == Factor::Passkey);
        let codes = account.codes_at.is_some() && spared != Factor::Code;
        let passphrase = account.passphrase_at.is_some() && spared != Factor::Passphrase;
        let required = rule.is_required_of(&mut conn, person).await?;
        Ok(passkeys > 0 || (passphrase && (codes || !required)))
    }
}

/// Gives a challenge out: its id, and itself.
async fn asked(conn: &mut Conn, person: Option<PersonId>) -> Result<(String, String), StoreError> {
    let id = hex(&random::<16>()?);
    let challenge = URL_SAFE_NO_PAD.encode(random::<32>()?);
    let row = vec![
        id.as_str().into(),
        challenge.as_str().into(),
        person.map(|person| person.to_string()).into(),
        (conn.now() + CHALLENGE_MILLIS).into(),
    ];
    rows::insert(
        conn,
        "asking for a passkey",
        "account_challenge (id, challenge, person, expires_at)",
        vec![row],
        "",
    )
    .await?;
    Ok((id, challenge))
}

/// Takes a challenge back, with whom it was for: it is answered once, whatever the answer.
async fn answered(conn: &mut Conn, id: &str) -> Result<Option<(String, Option<PersonId>)>, StoreError> {
    let doing = "taking a challenge back";
    let sql = "SELECT challenge, person FROM account_challenge WHERE id = $1 AND expires_at > $2";
    let args: [Arg; 2] = [id.into(), conn.now().into()];
    let found = conn.rows(doing, sql, &args, &[CellType::Text, CellType::Text]).await?;
    let taken = conn.run(doing, "DELETE FROM account_challenge WHERE id = $1", &[id.into()]).await?;
    let row = found.first().filter(|_| taken > 0);
    Ok(row.map(|row| (text(row.first()), text(row.get(1)).parse().ok())))
}

/// Whose passkey has signed a challenge. Notes its use.
pub(crate) async fn signer(
    conn: &mut Conn,
    asked: &str,
    answer: &Value,
    party: &RelyingParty,
) -> Result<Option<PersonId>, StoreError> {
    let Some(credential) = credential_of(answer) else { return Ok(None) };
    let sql = "SELECT account_passkey.id, account_passkey.person, public_key, counter, handle FROM account_passkey \
               JOIN account ON account.person = account_passkey.person WHERE credential = $1";
    let types = [CellType::Text, CellType::Text, CellType::Text, CellType::Int, CellType::Text];
    let found = conn.rows("looking a passkey up", sql, &[credential.into()], &types).await?;
    let Some(row) = found.first() else { return Ok(None) };
    let key = from_hex(&text(row.get(2))).unwrap_or_default();
    let before = u32::try_from(int(row.get(3))).unwrap_or(u32::MAX);
    let handle =
        answer.pointer("/response/userHandle").and_then(Value::as_str).filter(|handle| !handle.is_empty());
    let own = from_hex(&text(row.get(4))).map(|handle| URL_SAFE_NO_PAD.encode(handle));
    if handle.is_some_and(|handle| Some(handle) != own.as_deref()) {
        return Ok(None);
    }
    let counter = match signed_by(answer, asked, party, &key, before) {
        Ok(counter) => counter,
        Err(fault) => {
            tracing::warn!(?fault, passkey = text(row.first()), "the answer of a passkey does not hold");
            return Ok(None);
        }
    };
    let args: [Arg; 4] =
        [i64::from(counter).into(), conn.now().into(), text(row.first()).into(), i64::from(before).into()];
    // Of two answers with one counter only the first counts.
    let sql = "UPDATE account_passkey SET counter = $1, used_at = $2 WHERE id = $3 AND counter = $4";
    let noted = conn.run("noting a passkey's use", sql, &args).await?;
    Ok(text(row.get(1)).parse().ok().filter(|_| noted > 0))
}
