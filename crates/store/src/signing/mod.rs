//! Signing grants: what somebody is about to sign is put together, they prove that it is they who sign it, and the act spends the grant.
//!
//! A grant is for one person and one digest, good once, and for minutes. It is spent in the transaction of the act, so that an act that
//! binds and its signature are one: there is never the one without the other.

mod check;

use assize_domain::auditor::BindPasskey;
use assize_domain::kernel::act::{SEED_BYTES, check_version};
use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::{SIGNER, canonical, hex};
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::signing::{
    Assertion, BINDINGS, Binding, GRANT_MILLIS, GrantFault, Signature, SigningMethod, Statement, binding_of,
    content_of, not_binding, refused, signed_fields,
};
use assize_domain::{Actor, Command, Ctx, Event, Key, World};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

pub use self::check::SignatureCount;
pub(crate) use self::check::{Beside, LOOSE, Signatures, spot_holds};
use crate::accounts::{RelyingParty, Visit, credential_of, from_hex, signer};
use crate::db::{Arg, Conn, OwnConn, Sql, int, text};
use crate::error::StoreError;
use crate::journal::{Which, bound_entries};
use crate::operate::hash;
use crate::writer::{Act, ActError, Given, random};
use crate::{SignIn, Store, rows};

/// How many grants of a person are kept; the oldest are forgotten.
const GRANTS_MAX: i64 = 100;
/// How many signatures a list holds at the most.
const SIGNATURES_MAX: i64 = 500;
/// The longest one-time code that is looked at: a recovery code is longer, and does not sign.
const CODE_CHARS_MAX: usize = 12;

/// What somebody is asked to sign.
#[derive(Clone, Debug, PartialEq)]
pub struct SigningAsked {
    /// The id of the question, which comes back with the answer.
    pub id: String,
    /// What the act binds to.
    pub binding: &'static Binding,
    /// What is signed.
    pub statement: Statement,
    /// Its digest, in hexadecimal.
    pub digest: String,
    /// Until when the question can be answered, in milliseconds after 1970.
    pub expires_at: i64,
    /// What a browser hands to the authenticator, where the person has a passkey: its challenge is the digest.
    pub options: Option<Value>,
    /// Whether the person can answer by passphrase and code.
    pub codes: bool,
}

/// How somebody proves that it is they who sign.
#[derive(Clone, Copy, Debug)]
pub enum SigningProof<'p> {
    /// A passkey has signed the digest.
    Passkey {
        /// What the authenticator answered.
        answer: &'p Value,
        /// The site.
        party: &'p RelyingParty,
    },
    /// The passphrase and a one-time code, both given for this.
    Codes {
        /// The passphrase.
        passphrase: &'p str,
        /// The code.
        code: &'p str,
        /// From where it is given.
        visit: &'p Visit,
    },
}

/// What a proof came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SigningCame {
    /// It is they: the secret of the grant, and until when it holds, in milliseconds after 1970.
    Granted {
        /// The secret.
        secret: String,
        /// Until when.
        expires_at: i64,
    },
    /// Something that was given is wrong; which is not said.
    Wrong,
    /// Too many tries have failed: this one was not looked at, and the next is in so many seconds.
    Wait {
        /// How many.
        seconds: i64,
    },
    /// There is no such question, or not any more.
    Gone,
}

/// A signature beside an entry of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    /// The entry.
    pub seq: i64,
    /// When the act came about.
    pub at: Timestamp,
    /// The kind of the entry.
    pub kind: String,
    /// The record that it happened to.
    pub subject: Key,
    /// Who acted.
    pub by: Actor,
    /// The name of who signed, as it was then; nothing where nobody did, or where they were erased.
    pub signer: Option<String>,
    /// The signature; nothing beside an entry from before there were any.
    pub signature: Option<Signature>,
    /// For a report, the digest of the content that was signed, or reviewed or approved without.
    pub content: Option<String>,
}

impl Store {
    /// Asks somebody to sign a command: on the version of its record that stands now, or on the one that is expected. The law is asked
    /// first, so that nobody signs what it refuses.
    ///
    /// # Errors
    /// [`ActError`]: what the law refuses, or that the command binds nobody.
    pub async fn ask_signature(
        &self,
        person: PersonId,
        command: &Command,
        expected: Option<i64>,
        party: &RelyingParty,
    ) -> Result<SigningAsked, ActError> {
        let Some(binding) = binding_of(command.name()) else {
            return Err(ActError::Refused(vec![not_binding(command.name())]));
        };
        let now = Timestamp::from_millis(self.clock().millis())
            .map_err(|error| StoreError::Limit(format!("the time {error}")))?;
        let (subject, version, content) = self
            .ask(|world| {
                let ctx = Ctx::new(now, Actor::Person { person }, [0; SEED_BYTES]);
                check_version(world, command.subject(), expected)?;
                let events = command.decide(world, &ctx)?;
                let subject = events.first().map(Event::subject).or(command.subject());
                let subject = subject.unwrap_or(Key::of(person));
                Ok((subject, world.version(subject)?, content_of(world, command)?))
            })
            .await?;
        let statement = Statement {
            act: binding.command.to_owned(),
            meaning: binding.meaning.to_owned(),
            by: person,
            subject,
            version,
            payload: signed_fields(binding, &command.to_json()),
            content,
            nonce: hex(&random::<16>()?),
        };
        let digest = statement.digest();
        let expires_at = self.db.now() + GRANT_MILLIS;
        let id = hex(&random::<16>()?);
        let mut conn = self.db.conn().await?;
        let row = vec![
            id.as_str().into(),
            person.to_string().into(),
            canonical(&statement.to_json()).into(),
            hex(&digest).into(),
            expires_at.into(),
        ];
        let into = "signing_grant (id, person, statement, digest, expires_at)";
        rows::insert(&mut conn, "asking for a signature", into, vec![row], "").await?;
        let sql = "DELETE FROM signing_grant WHERE person = $1 AND id NOT IN \
                   (SELECT id FROM signing_grant WHERE person = $1 ORDER BY expires_at DESC, id LIMIT $2)";
        conn.run("forgetting old grants", sql, &[person.to_string().into(), GRANTS_MAX.into()]).await?;
        drop(conn);
        let account = self.account(person).await?.filter(|account| account.locked_at.is_none());
        let codes = account
            .as_ref()
            .is_some_and(|account| account.codes_at.is_some() && account.passphrase_at.is_some());
        let options = match account {
            Some(account) if account.passkeys > 0 => Some(self.options(person, &digest, party).await?),
            _ => None,
        };
        Ok(SigningAsked { id, binding, statement, digest: hex(&digest), expires_at, options, codes })
    }

    /// What a browser hands to the authenticator.
    async fn options(
        &self,
        person: PersonId,
        digest: &[u8; 32],
        party: &RelyingParty,
    ) -> Result<Value, StoreError> {
        let sql = "SELECT credential FROM account_passkey WHERE person = $1";
        let args: [Arg; 1] = [person.to_string().into()];
        let known = self.db.conn().await?.rows("listing passkeys", sql, &args, &[CellType::Text]).await?;
        let allowed: Value =
            known.iter().map(|row| json!({ "type": "public-key", "id": text(row.first()) })).collect();
        Ok(
            json!({ "challenge": URL_SAFE_NO_PAD.encode(digest), "rpId": party.id, "userVerification": "required",
            "allowCredentials": allowed, "timeout": GRANT_MILLIS }),
        )
    }

    /// Takes the proof that somebody signs what they were asked to. What is right gives a grant, once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn prove_signature(
        &self,
        person: PersonId,
        id: &str,
        proof: SigningProof<'_>,
    ) -> Result<SigningCame, StoreError> {
        let sql = "SELECT digest FROM signing_grant WHERE id = $1 AND person = $2 AND expires_at > $3 AND proven_at IS NULL";
        let args: [Arg; 3] = [id.into(), person.to_string().into(), self.db.now().into()];
        let mut conn = self.db.conn().await?;
        let found = conn.rows("looking a grant up", sql, &args, &[CellType::Text]).await?;
        let Some(digest) = found.first().and_then(|row| from_hex(&text(row.first()))) else {
            return Ok(SigningCame::Gone);
        };
        drop(conn);
        let account = self.account(person).await?.filter(|account| account.locked_at.is_none());
        let Some(account) = account else { return Ok(SigningCame::Wrong) };
        let (method, assertion) = match proof {
            SigningProof::Passkey { answer, party } => {
                let challenge = URL_SAFE_NO_PAD.encode(&digest);
                match self.asserted(person, &challenge, answer, party).await? {
                    Some(assertion) => (SigningMethod::Passkey, Some(assertion)),
                    None => return Ok(SigningCame::Wrong),
                }
            }
            SigningProof::Codes { passphrase, code, visit } => {
                // Nobody is told which of the two is wrong; without codes set up there is nothing that could be right.
                if account.codes_at.is_none() || code.trim().chars().count() > CODE_CHARS_MAX {
                    return Ok(SigningCame::Wrong);
                }
                match self.try_passphrase(person, passphrase, visit).await? {
                    Ok(()) => {}
                    Err(SignIn::Wait { seconds }) => return Ok(SigningCame::Wait { seconds }),
                    Err(_) => return Ok(SigningCame::Wrong),
                }
                match self.use_one_time_code(person, code.trim()).await? {
                    Ok(true) => (SigningMethod::PassphraseAndCode, None),
                    Ok(false) => return Ok(SigningCame::Wrong),
                    Err(seconds) => return Ok(SigningCame::Wait { seconds }),
                }
            }
        };
        self.grant(id, method, assertion.as_ref()).await
    }

    async fn grant(
        &self,
        id: &str,
        method: SigningMethod,
        assertion: Option<&Assertion>,
    ) -> Result<SigningCame, StoreError> {
        let secret = hex(&random::<32>()?);
        let now = self.db.now();
        let expires_at = now + GRANT_MILLIS;
        let assertion = assertion.map(|assertion| serde_json::to_value(assertion).unwrap_or_default());
        let args: [Arg; 6] = [
            now.into(),
            expires_at.into(),
            hash(&secret).into(),
            method.word().into(),
            assertion.map(|assertion| canonical(&assertion)).into(),
            id.into(),
        ];
        let sql = "UPDATE signing_grant SET proven_at = $1, expires_at = $2, secret_sha256 = $3, method = $4, assertion = $5 \
                   WHERE id = $6 AND proven_at IS NULL";
        // Of two answers at a time the first gives the grant.
        if self.db.conn().await?.run("granting a signature", sql, &args).await? == 0 {
            return Ok(SigningCame::Gone);
        }
        Ok(SigningCame::Granted { secret, expires_at })
    }

    /// The assertion of a passkey of a person over a challenge, where it holds. The key is bound to its person in the journal first, if
    /// that has not been done.
    async fn asserted(
        &self,
        person: PersonId,
        challenge: &str,
        answer: &Value,
        party: &RelyingParty,
    ) -> Result<Option<Assertion>, StoreError> {
        let mut conn = self.db.conn().await?;
        if signer(&mut conn, challenge, answer, party).await? != Some(person) {
            return Ok(None);
        }
        drop(conn);
        let Some(credential) = credential_of(answer).map(str::to_owned) else { return Ok(None) };
        let Some(public_key) = self.bind_passkey(person, &credential).await? else { return Ok(None) };
        // Each part as it is written once: an authenticator's bytes, without what may stand behind them.
        let part = |pointer: &str| {
            let text = answer.pointer(pointer).and_then(Value::as_str)?;
            let bytes = URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()?;
            Some(URL_SAFE_NO_PAD.encode(bytes))
        };
        let parts =
            ["/response/authenticatorData", "/response/clientDataJSON", "/response/signature"].map(part);
        let [Some(authenticator_data), Some(client_data), Some(signature)] = parts else { return Ok(None) };
        Ok(Some(Assertion { credential, public_key, authenticator_data, client_data, signature }))
    }

    /// Sees that the journal says whose a passkey is: an act of its person. Its public key in base64url; nothing where there is no such
    /// passkey, or its person is not in the register.
    pub(crate) async fn bind_passkey(
        &self,
        person: PersonId,
        credential: &str,
    ) -> Result<Option<String>, StoreError> {
        let sql = "SELECT public_key, bound_at FROM account_passkey WHERE credential = $1 AND person = $2";
        let args: [Arg; 2] = [credential.into(), person.to_string().into()];
        let mut conn = self.db.conn().await?;
        let types = [CellType::Text, CellType::Int];
        let found = conn.rows("looking a passkey up", sql, &args, &types).await?;
        let Some(row) = found.first() else { return Ok(None) };
        let public_key = URL_SAFE_NO_PAD.encode(from_hex(&text(row.first())).unwrap_or_default());
        if int(row.get(1)) != 0 {
            return Ok(Some(public_key));
        }
        drop(conn);
        let (Ok(named), Ok(key)) = (credential.parse(), public_key.parse()) else { return Ok(None) };
        let act =
            Act::new(Actor::Person { person }, BindPasskey { person, credential: named, public_key: key });
        match self.writer.execute(vec![Given { act, cipher: None, after: None }]).await {
            Ok(_) => {}
            Err(ActError::Fault(error)) => {
                return Err(StoreError::Limit(format!("a passkey could not be bound: {error}")));
            }
            Err(refused) => {
                tracing::warn!(%refused, %person, "a passkey cannot be bound to its person");
                return Ok(None);
            }
        }
        let sql = "UPDATE account_passkey SET bound_at = $1 WHERE credential = $2 AND person = $3";
        let args: [Arg; 3] = [self.db.now().into(), credential.into(), person.to_string().into()];
        self.db.conn().await?.run("noting whose a passkey is", sql, &args).await?;
        Ok(Some(public_key))
    }

    /// The acts that bind on a record or in an audit, with their signatures, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn signatures(&self, which: Which) -> Result<Vec<Signed>, StoreError> {
        let kinds: Vec<&str> = BINDINGS.iter().map(|binding| binding.event).collect();
        let mut conn = self.db.conn().await?;
        let mut found = Vec::new();
        for stored in bound_entries(&mut conn, which, &kinds, SIGNATURES_MAX).await?.into_iter().flatten() {
            // What was erased, or cannot be read, says nothing of who signed it; `verify` tells of it.
            let entry = stored.entry;
            let Ok((event, stamp)) = entry.event() else { continue };
            let signature = entry.signature().ok().flatten();
            let named = match &event {
                Event::ReportReviewed(reviewed) => Some(reviewed.content.to_string()),
                Event::ReportApproved(approved) => Some(approved.content.to_string()),
                _ => None,
            };
            found.push(Signed {
                seq: entry.seq,
                at: entry.at,
                kind: entry.kind.clone(),
                subject: event.subject(),
                by: stamp.by,
                signer: entry.value(SIGNER).and_then(Value::as_str).map(str::to_owned),
                content: signature.as_ref().and_then(|signature| signature.content.clone()).or(named),
                signature,
            });
        }
        Ok(found)
    }
}

/// Forgets grants that nobody can use any more, a day after their time: until then they are told from what was never granted.
pub(crate) async fn forget_old(conn: &mut Conn, now: i64) -> Result<(), StoreError> {
    const KEPT_MILLIS: i64 = 24 * 60 * 60 * 1_000;
    let sql = "DELETE FROM signing_grant WHERE expires_at < $1";
    conn.run("forgetting old grants", sql, &[(now - KEPT_MILLIS).into()]).await.map(drop)
}

/// Spends a grant on an act of a person, in the transaction of the act. What comes back stands beside the entry.
pub(crate) async fn spend(
    conn: &mut OwnConn,
    world: &World,
    act: &Act,
    (binding, subject, person): (&'static Binding, Key, PersonId),
) -> Result<Result<Signature, Stop>, StoreError> {
    let no = |fault: GrantFault| Ok(Err(Stop::Refused(vec![refused(fault)])));
    let secret = act.grant.as_deref().unwrap_or_default();
    let sql = "SELECT id, person, statement, digest, proven_at, expires_at, spent_at, method, assertion FROM signing_grant \
               WHERE secret_sha256 = $1";
    let types = [
        CellType::Text,
        CellType::Text,
        CellType::Text,
        CellType::Text,
        CellType::Int,
        CellType::Int,
        CellType::Int,
        CellType::Text,
        CellType::Text,
    ];
    let found = conn.rows("looking a grant up", sql, &[hash(secret).into()], &types).await?;
    let Some(row) = found.first() else { return no(GrantFault::Unknown) };
    if text(row.get(1)) != person.to_string() {
        return no(GrantFault::Person);
    }
    if int(row.get(6)) != 0 {
        return no(GrantFault::Used);
    }
    let now = conn.now();
    if int(row.get(5)) <= now {
        return no(GrantFault::Old);
    }
    let Some((version, nonce)) = asked_for(row, binding, subject) else { return no(GrantFault::Other) };
    if let Err(stop) = check_version(world, Some(subject), Some(version)) {
        return Ok(Err(stop));
    }
    let content = match content_of(world, &act.command) {
        Ok(content) => content,
        Err(stop) => return Ok(Err(stop)),
    };
    let statement = Statement {
        act: binding.command.to_owned(),
        meaning: binding.meaning.to_owned(),
        by: person,
        subject,
        version,
        payload: signed_fields(binding, &act.command.to_json()),
        content,
        nonce,
    };
    if hex(&statement.digest()) != text(row.get(3)) {
        return no(GrantFault::Other);
    }
    let sql = "UPDATE signing_grant SET spent_at = $1 WHERE id = $2 AND spent_at IS NULL";
    if conn.run("spending a grant", sql, &[now.into(), text(row.first()).into()]).await? == 0 {
        return no(GrantFault::Used);
    }
    let method = text(row.get(7)).parse().unwrap_or(SigningMethod::PassphraseAndCode);
    let assertion = serde_json::from_str(&text(row.get(8))).ok();
    let signed_at = Timestamp::from_millis(int(row.get(4))).map(|at| at.to_string()).unwrap_or_default();
    Ok(Ok(Signature::given(&statement, method, signed_at, assertion)))
}

/// The version and the random bits of what was asked for, where that is this act on this record.
fn asked_for(row: &[Cell], binding: &Binding, subject: Key) -> Option<(i64, String)> {
    let asked: Value = serde_json::from_str(&text(row.get(2))).ok()?;
    let is = |pointer: &str, expected: &str| asked.pointer(pointer).and_then(Value::as_str) == Some(expected);
    let same = is("/act", binding.command)
        && is("/subject/kind", subject.kind.word())
        && is("/subject/id", &subject.id.hyphenated().to_string());
    let nonce = asked.get("nonce").and_then(Value::as_str)?.to_owned();
    Some((asked.get("version").and_then(Value::as_i64)?, nonce)).filter(|_| same)
}
