//! Signing in by a passphrase, giving the second factor, and showing once more who one is.
//!
//! Whoever is unknown gets the same answer after the same time as whoever mistypes.

use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::id::PersonId;

use super::account_of;
use super::limits::{Counted, Taken};
use super::second::{CodeUsed, SecondFactor};
use super::sessions::{Begun, Factor, Session, Stage, Visit, begin, is_known, renew};
use crate::Store;
use crate::db::{Arg, Conn, Sql, text};
use crate::error::StoreError;
use crate::mail::{self, NoticeKind};

/// The longest name that somebody may type, in characters.
const WHO_CHARS_MAX: usize = 320;

/// What a try to show who one is came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// It is they.
    Begun(Box<Begun>),
    /// Something that was given is wrong; which is not said.
    Wrong,
    /// Too many tries have failed: this one was not looked at, and the next is in so many seconds.
    Wait {
        /// How many.
        seconds: i64,
    },
    /// It is they, and the account is locked.
    Locked,
    /// It is they, and two factors are required: their passkey signs them in.
    PasskeyNeeded,
}

impl Store {
    /// Signs somebody in by their passphrase. `who` is an address of mail, or a name that is one person's alone. The session is whole, or asks
    /// for the second factor, or for setting one up where the rule requires it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn sign_in(
        &self,
        who: &str,
        passphrase: &str,
        visit: &Visit,
        rule: &SecondFactor,
    ) -> Result<SignIn, StoreError> {
        let mut conn = self.db.conn().await?;
        let person = person_called(&mut conn, who).await?;
        let key = person.map_or_else(|| format!("nobody {}", folded(who)), |person| person.to_string());
        let trial = match Trial::begin(&mut conn, &key, visit).await? {
            Ok(trial) => trial,
            Err(seconds) => return Ok(SignIn::Wait { seconds }),
        };
        // No connection is held while a passphrase is compared.
        drop(conn);
        // Nobody has no hash, and takes as long.
        let nobody = PersonId::from(uuid::Uuid::nil());
        let right = self.is_passphrase(person.unwrap_or(nobody), passphrase).await?;
        let mut conn = self.db.conn().await?;
        let Some(person) = person.filter(|_| right) else {
            trial.failed(&mut conn, person).await?;
            return Ok(SignIn::Wrong);
        };
        trial.succeeded(&mut conn).await?;
        let Some(account) = account_of(&mut conn, person).await? else { return Ok(SignIn::Wrong) };
        if account.locked_at.is_some() {
            return Ok(SignIn::Locked);
        }
        let required = rule.is_required_of(&mut conn, person).await?;
        let stage = match (account.codes_at.is_some(), account.passkeys > 0, required) {
            (true, _, _) => Stage::Second,
            // Whoever has only the passphrase must not be able to set up another second factor beside the owner's.
            (false, true, true) => return Ok(SignIn::PasskeyNeeded),
            (false, false, true) => Stage::Enrol,
            (false, _, false) => Stage::Whole,
        };
        let begun = begin(&mut conn, Some(person), stage, &[Factor::Passphrase], visit).await?;
        if stage == Stage::Whole {
            note_use(&mut conn, person).await?;
        }
        Ok(SignIn::Begun(Box::new(begun)))
    }

    /// Gives the second factor in a session that asks for it: a one-time code or a recovery code.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn give_second(&self, secret: &str, code: &str, visit: &Visit) -> Result<SignIn, StoreError> {
        let Some(session) = self.session_of(secret).await?.filter(|session| session.stage == Stage::Second)
        else {
            return Ok(SignIn::Wrong);
        };
        let Some(person) = session.person else { return Ok(SignIn::Wrong) };
        let factor = match self.use_code(person, code).await? {
            CodeUsed::Code => Factor::Code,
            CodeUsed::Recovery => Factor::Recovery,
            CodeUsed::Wrong => return Ok(SignIn::Wrong),
            CodeUsed::Wait { seconds } => return Ok(SignIn::Wait { seconds }),
        };
        let mut conn = self.db.conn().await?;
        let factors = [session.factors.as_slice(), &[factor]].concat();
        let begun = renew(&mut conn, secret, &session, Stage::Whole, &factors, visit).await?;
        note_use(&mut conn, person).await?;
        Ok(begun.map_or(SignIn::Wrong, |begun| SignIn::Begun(Box::new(begun))))
    }

    /// Shows once more, in a session that is whole, who one is: by the passphrase, and by a code where the account has them. The session gets a
    /// new secret.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn show_again(
        &self,
        secret: &str,
        passphrase: &str,
        code: &str,
        visit: &Visit,
    ) -> Result<SignIn, StoreError> {
        let Some((session, person)) = self.whole(secret).await? else { return Ok(SignIn::Wrong) };
        if let Err(came) = self.try_passphrase(person, passphrase, visit).await? {
            return Ok(came);
        }
        let mut conn = self.db.conn().await?;
        let mut factors = vec![Factor::Passphrase];
        if account_of(&mut conn, person).await?.is_some_and(|account| account.codes_at.is_some()) {
            match self.use_code(person, code).await? {
                CodeUsed::Code => factors.push(Factor::Code),
                CodeUsed::Recovery => factors.push(Factor::Recovery),
                CodeUsed::Wrong => return Ok(SignIn::Wrong),
                CodeUsed::Wait { seconds } => return Ok(SignIn::Wait { seconds }),
            }
        }
        let begun = renew(&mut conn, secret, &session, Stage::Whole, &factors, visit).await?;
        Ok(begun.map_or(SignIn::Wrong, |begun| SignIn::Begun(Box::new(begun))))
    }

    /// Whether a passphrase is that of a person who is signed in, as before it is changed; counted like any other try.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn try_passphrase(
        &self,
        person: PersonId,
        passphrase: &str,
        visit: &Visit,
    ) -> Result<Result<(), SignIn>, StoreError> {
        let mut conn = self.db.conn().await?;
        let trial = match Trial::begin(&mut conn, &person.to_string(), visit).await? {
            Ok(trial) => trial,
            Err(seconds) => return Ok(Err(SignIn::Wait { seconds })),
        };
        drop(conn);
        if !self.is_passphrase(person, passphrase).await? {
            trial.failed(&mut self.db.conn().await?, Some(person)).await?;
            return Ok(Err(SignIn::Wrong));
        }
        trial.succeeded(&mut self.db.conn().await?).await.map(Ok)
    }

    /// Makes a session whole in which somebody has set up how they sign in, where that is enough by the rule. Other sessions in which the
    /// same was being done end. Nothing where something is still to be set up.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn settle(
        &self,
        secret: &str,
        visit: &Visit,
        rule: &SecondFactor,
    ) -> Result<Option<Begun>, StoreError> {
        let found = self.session_of(secret).await?.filter(|session| session.stage == Stage::Enrol);
        let Some((session, person)) =
            found.and_then(|session| session.person.map(|person| (session, person)))
        else {
            return Ok(None);
        };
        let mut conn = self.db.conn().await?;
        let Some(account) = account_of(&mut conn, person).await? else { return Ok(None) };
        let enough = account.has_second() || !rule.is_required_of(&mut conn, person).await?;
        if !account.is_set_up() || !enough || account.locked_at.is_some() {
            return Ok(None);
        }
        let sql = "DELETE FROM web_session WHERE person = $1 AND stage = 'enrol' AND id <> $2";
        let args: [Arg; 2] = [person.to_string().into(), session.id.as_str().into()];
        conn.run("ending other sessions", sql, &args).await?;
        note_use(&mut conn, person).await?;
        renew(&mut conn, secret, &session, Stage::Whole, &session.factors, visit).await
    }

    /// The session of a secret that is whole and a person's.
    pub(super) async fn whole(&self, secret: &str) -> Result<Option<(Session, PersonId)>, StoreError> {
        let session = self.session_of(secret).await?.filter(|session| session.stage == Stage::Whole);
        Ok(session.and_then(|session| session.person.map(|person| (session, person))))
    }
}

/// A try that is counted.
struct Trial {
    own: Counted,
    address: Option<Counted>,
    /// Whether so many have failed before that the next ones wait.
    is_first_to_wait: bool,
}

impl Trial {
    /// Counts a try at an account; or how many seconds it has to wait.
    async fn begin(conn: &mut Conn, who: &str, visit: &Visit) -> Result<Result<Self, i64>, StoreError> {
        let now = conn.now();
        if let Some(device) = &visit.device
            && is_known(conn, who, visit, now).await?
        {
            let own = Counted::device(device);
            return Ok(match own.take_counted(conn, now).await? {
                Taken::Wait(seconds) => Err(seconds),
                taken => Ok(Self { own, address: None, is_first_to_wait: taken == Taken::FirstToWait }),
            });
        }
        let address = visit.address.map(Counted::address);
        if let Some(address) = &address
            && let Some(seconds) = address.take(conn, now).await?
        {
            return Ok(Err(seconds));
        }
        let own = Counted::account(who);
        Ok(match own.take_counted(conn, now).await? {
            Taken::Wait(seconds) => Err(seconds),
            taken => Ok(Self { own, address, is_first_to_wait: taken == Taken::FirstToWait }),
        })
    }

    /// It was wrong: where it is one too many, its owner is told, once for each time that it comes to that.
    async fn failed(self, conn: &mut Conn, person: Option<PersonId>) -> Result<(), StoreError> {
        match person {
            Some(person) if self.is_first_to_wait => mail::note(conn, NoticeKind::ManyFailed, person).await,
            _ => Ok(()),
        }
    }

    /// It was right: it does not count.
    async fn succeeded(self, conn: &mut Conn) -> Result<(), StoreError> {
        self.own.forgive(conn).await?;
        match self.address {
            Some(address) => address.release(conn).await,
            None => Ok(()),
        }
    }
}

/// Notes that somebody signed in.
pub(super) async fn note_use(conn: &mut Conn, person: PersonId) -> Result<(), StoreError> {
    let args: [Arg; 2] = [conn.now().into(), person.to_string().into()];
    let sql = "UPDATE account SET used_at = $1 WHERE person = $2";
    conn.run("noting who signed in", sql, &args).await.map(drop)
}

impl Store {
    /// The one person with an account whom somebody means who signs in under a name or an address: for the security log.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn account_called(&self, who: &str) -> Result<Option<PersonId>, StoreError> {
        person_called(&mut self.db.conn().await?, who).await
    }
}

/// The one person with an account who has an address or a name; nobody where several have it.
async fn person_called(conn: &mut Conn, who: &str) -> Result<Option<PersonId>, StoreError> {
    let typed: String = who.trim().chars().take(WHO_CHARS_MAX).collect();
    // The databases fold ASCII alike and nothing else; what is not ASCII is found as it is written.
    let sql = "SELECT person.id FROM person JOIN account ON account.person = person.id \
               WHERE lower(person.email) = $1 OR lower(person.name) = $1 OR person.name = $2 LIMIT 2";
    let args: [Arg; 2] = [folded(&typed).into(), typed.into()];
    let found = conn.rows("looking for somebody", sql, &args, &[CellType::Text]).await?;
    match found.as_slice() {
        [one] => Ok(text(one.first()).parse().ok()),
        _ => Ok(None),
    }
}

fn folded(who: &str) -> String {
    who.trim().chars().take(WHO_CHARS_MAX).map(|c| c.to_ascii_lowercase()).collect()
}
