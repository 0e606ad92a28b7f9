//! The second factor: of whom it is required, one-time codes, and recovery codes for when the telephone is lost.

use std::collections::BTreeSet;

use assize_domain::access::Role;
use assize_domain::kernel::datum::CellType;
use assize_domain::kernel::id::PersonId;
use assize_domain::words::{ProgrammeRoleKind, TeamRole};

use super::ensure;
use super::limits::{Counted, Taken};
use super::totp::{self, base32};
use crate::Store;
use crate::db::{Arg, Conn, Sql, int, text};
use crate::error::StoreError;
use crate::mail::{self, NoticeKind};
use crate::operate::hash;
use crate::rows;
use crate::writer::random;

/// How many recovery codes are made at a time.
pub const RECOVERY_CODES: usize = 10;
/// The length of a recovery code in bytes: with 120 bits a hash without salt keeps it (OWASP ASVS 5.0, V6.5.2).
const RECOVERY_BYTES: usize = 15;
/// In groups of how many characters a recovery code is written.
const RECOVERY_GROUP: usize = 6;
/// For what the secret of one-time codes is sealed.
const SEALED_FOR: &str = "totp";

/// The word that stands for all of them.
const EVERYONE: &str = "everyone";

/// Of whom a second factor is required.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecondFactor {
    everyone: bool,
    roles: BTreeSet<Role>,
}

impl SecondFactor {
    /// The words that [`Self::read`] knows beside `everyone`: of each [`Role`] but that of being oneself.
    #[must_use]
    pub fn words() -> Vec<&'static str> {
        Role::ALL.iter().filter(|role| **role != Role::Themself).map(|role| role.word()).collect()
    }

    /// Reads a list of words, parted by commas: of roles, or `everyone`.
    ///
    /// # Errors
    /// The first word that is none.
    pub fn read(words: &str) -> Result<Self, String> {
        let mut rule = Self::default();
        for word in words.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            match word.parse::<Role>().ok().filter(|role| *role != Role::Themself) {
                Some(role) => {
                    rule.roles.insert(role);
                }
                None if word == EVERYONE => rule.everyone = true,
                None => return Err(word.to_owned()),
            }
        }
        Ok(rule)
    }

    /// Whether it is required of a person: of everyone, or of somebody with a role that they have anywhere.
    pub(super) async fn is_required_of(&self, conn: &mut Conn, person: PersonId) -> Result<bool, StoreError> {
        if self.everyone {
            return Ok(true);
        }
        if self.roles.is_empty() {
            return Ok(false);
        }
        let roles = roles_anywhere(conn, person).await?;
        Ok(!roles.is_disjoint(&self.roles))
    }
}

/// The roles that the record gives a person, wherever that is and whether it is over or not, since who had one may read of it still; and
/// the rights that they were given.
async fn roles_anywhere(conn: &mut Conn, person: PersonId) -> Result<BTreeSet<Role>, StoreError> {
    let sql = "SELECT DISTINCT role FROM audit_team WHERE person = $1 \
         UNION SELECT DISTINCT role FROM programme_roles WHERE person = $1 \
         UNION SELECT DISTINCT role FROM access_grant WHERE person = $1 AND state = 'given' \
         UNION SELECT 'auditee_contact' FROM auditee_contacts WHERE person = $1 \
         UNION SELECT 'audit_client' FROM audit WHERE initiation_client = $1";
    let found = conn
        .rows("looking for somebody's roles", sql, &[person.to_string().into()], &[CellType::Text])
        .await?;
    Ok(found.iter().filter_map(|row| role_of(&text(row.first()))).collect())
}

/// The role that a word of a team, of a programme or of a right means.
fn role_of(word: &str) -> Option<Role> {
    let of_team = word.parse::<TeamRole>().ok().map(Role::from);
    let of_programme = || word.parse::<ProgrammeRoleKind>().ok().map(Role::from);
    of_team.or_else(of_programme).or_else(|| word.parse().ok())
}

/// One-time codes that are being set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The secret in base32, to be typed into an app by hand.
    pub secret: String,
    /// The same as an address that an app reads from a picture.
    pub uri: String,
}

impl Store {
    /// Whether a second factor is required of a person by a rule.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn second_factor_required(
        &self,
        person: PersonId,
        rule: &SecondFactor,
    ) -> Result<bool, StoreError> {
        rule.is_required_of(&mut self.db.conn().await?, person).await
    }

    /// Makes a secret for one-time codes, which counts once a code of it was given ([`Store::confirm_codes`]). `name` is what the app
    /// shows.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn begin_codes(&self, person: PersonId, name: &str) -> Result<Enrolment, StoreError> {
        let secret = random::<{ totp::SECRET_BYTES }>()?;
        let sealed = self.secret_key()?.seal(SEALED_FOR, &person.to_string(), &secret)?;
        let mut conn = self.db.conn().await?;
        ensure(&mut conn, person).await?;
        // One that counts already is not replaced by one that nobody has confirmed.
        let sql = "UPDATE account SET totp_sealed = $1, totp_step = 0 WHERE person = $2 AND totp_confirmed_at IS NULL";
        let args: [Arg; 2] = [sealed.into(), person.to_string().into()];
        if conn.run("making a secret for one-time codes", sql, &args).await? == 0 {
            return Err(StoreError::Limit("one-time codes are set up already; end them first".to_owned()));
        }
        Ok(enrolment(&secret, name))
    }

    /// What was begun and not confirmed yet, to be shown again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn codes_begun(&self, person: PersonId, name: &str) -> Result<Option<Enrolment>, StoreError> {
        let Some(held) = self.held_codes(person).await?.filter(|held| !held.confirmed) else {
            return Ok(None);
        };
        Ok(Some(enrolment(&held.secret, name)))
    }

    /// Confirms one-time codes by a code of them: they count from now on. The recovery codes, which are shown this once; nothing where
    /// the code is not one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn confirm_codes(
        &self,
        person: PersonId,
        code: &str,
    ) -> Result<Option<Vec<String>>, StoreError> {
        let Some(held) = self.held_codes(person).await?.filter(|held| !held.confirmed) else {
            return Ok(None);
        };
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        let Some(step) = totp::step(&held.secret, code, now, held.step) else { return Ok(None) };
        let sql = "UPDATE account SET totp_confirmed_at = $1, totp_step = $2 WHERE person = $3 AND totp_confirmed_at IS NULL";
        let args: [Arg; 3] = [now.into(), step.into(), person.to_string().into()];
        if conn.run("confirming one-time codes", sql, &args).await? == 0 {
            return Ok(None);
        }
        mail::note(&mut conn, NoticeKind::CodesSetUp, person).await?;
        new_recovery_codes(&mut conn, person).await.map(Some)
    }

    /// Makes new recovery codes; those before hold no longer.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn renew_recovery_codes(&self, person: PersonId) -> Result<Vec<String>, StoreError> {
        let mut conn = self.db.conn().await?;
        mail::note(&mut conn, NoticeKind::RecoveryRenewed, person).await?;
        new_recovery_codes(&mut conn, person).await
    }

    /// Ends one-time codes, and the recovery codes with them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn end_codes(&self, person: PersonId) -> Result<(), StoreError> {
        let mut conn = self.db.conn().await?;
        let sql = "UPDATE account SET totp_sealed = NULL, totp_confirmed_at = NULL, totp_step = 0 WHERE person = $1";
        conn.run("ending one-time codes", sql, &[person.to_string().into()]).await?;
        let sql = "DELETE FROM account_recovery WHERE person = $1";
        conn.run("ending recovery codes", sql, &[person.to_string().into()]).await?;
        mail::note(&mut conn, NoticeKind::CodesEnded, person).await
    }

    /// Checks a one-time code or a recovery code and uses it up. Each is good once, of two requests at the same time for one of them.
    pub(super) async fn use_code(&self, person: PersonId, typed: &str) -> Result<CodeUsed, StoreError> {
        let now = self.db.now();
        let mut conn = self.db.conn().await?;
        let counted = Counted::second(&person.to_string());
        let taken = counted.take_counted(&mut conn, now).await?;
        if let Taken::Wait(seconds) = taken {
            return Ok(CodeUsed::Wait { seconds });
        }
        let mut used = CodeUsed::Wrong;
        if let Some(held) = self.held_codes(person).await?.filter(|held| held.confirmed)
            && let Some(step) = totp::step(&held.secret, typed, now, held.step)
        {
            let sql = "UPDATE account SET totp_step = $1 WHERE person = $2 AND totp_step < $1";
            let args: [Arg; 2] = [step.into(), person.to_string().into()];
            if conn.run("using a one-time code", sql, &args).await? > 0 {
                used = CodeUsed::Code;
            }
        }
        if used == CodeUsed::Wrong && typed.len() > totp::SECRET_BYTES {
            let sql = "UPDATE account_recovery SET used_at = $1 WHERE code_sha256 = $2 AND person = $3 AND used_at IS NULL";
            let args: [Arg; 3] = [now.into(), hash(&plain(typed)).into(), person.to_string().into()];
            if conn.run("using a recovery code", sql, &args).await? > 0 {
                used = CodeUsed::Recovery;
            }
        }
        if used == CodeUsed::Wrong && taken == Taken::FirstToWait {
            mail::note(&mut conn, NoticeKind::ManyFailed, person).await?;
        }
        if used != CodeUsed::Wrong {
            counted.forgive(&mut conn).await?;
        }
        Ok(used)
    }

    /// Checks a one-time code and uses it up, as [`Store::use_code`] does; whether it was one, or how many seconds to wait. What is as long as
    /// a recovery code is not to be given here.
    pub(crate) async fn use_one_time_code(
        &self,
        person: PersonId,
        code: &str,
    ) -> Result<Result<bool, i64>, StoreError> {
        Ok(match self.use_code(person, code).await? {
            CodeUsed::Code => Ok(true),
            CodeUsed::Recovery | CodeUsed::Wrong => Ok(false),
            CodeUsed::Wait { seconds } => Err(seconds),
        })
    }

    async fn held_codes(&self, person: PersonId) -> Result<Option<Held>, StoreError> {
        let sql = "SELECT totp_sealed, totp_step, totp_confirmed_at FROM account WHERE person = $1";
        let types = [CellType::Text, CellType::Int, CellType::Int];
        let mut conn = self.db.conn().await?;
        let found = conn.rows("looking one-time codes up", sql, &[person.to_string().into()], &types).await?;
        let Some(row) = found.first() else { return Ok(None) };
        let sealed = text(row.first());
        if sealed.is_empty() {
            return Ok(None);
        }
        let secret = self.secret_key()?.open(SEALED_FOR, &person.to_string(), &sealed)?;
        Ok(Some(Held { secret: secret.to_vec(), step: int(row.get(1)), confirmed: int(row.get(2)) != 0 }))
    }
}

/// The codes of an account, as they are held.
struct Held {
    secret: Vec<u8>,
    /// The last step of which a code was used.
    step: i64,
    confirmed: bool,
}

/// What a typed code came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CodeUsed {
    /// It was a one-time code.
    Code,
    /// It was a recovery code.
    Recovery,
    /// It was none, or was used before.
    Wrong,
    /// Too many failed: it was not looked at.
    Wait { seconds: i64 },
}

fn enrolment(secret: &[u8], name: &str) -> Enrolment {
    let secret = base32(secret);
    let mut label = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => label.push(char::from(byte)),
            _ => label.push_str(&format!("%{byte:02X}")),
        }
    }
    Enrolment { uri: format!("otpauth://totp/Assize:{label}?secret={secret}&issuer=Assize"), secret }
}

async fn new_recovery_codes(conn: &mut Conn, person: PersonId) -> Result<Vec<String>, StoreError> {
    let sql = "DELETE FROM account_recovery WHERE person = $1";
    conn.run("ending recovery codes", sql, &[person.to_string().into()]).await?;
    let mut codes = Vec::new();
    let mut lines = Vec::new();
    for _ in 0..RECOVERY_CODES {
        let code = base32(&random::<RECOVERY_BYTES>()?);
        lines.push(vec![hash(&code).into(), person.to_string().into()]);
        let letters: Vec<char> = code.chars().collect();
        let groups: Vec<String> =
            letters.chunks(RECOVERY_GROUP).map(|group| group.iter().collect()).collect();
        codes.push(groups.join("-"));
    }
    let into = "account_recovery (code_sha256, person)";
    rows::insert(conn, "making recovery codes", into, lines, "").await?;
    Ok(codes)
}

/// A recovery code as it was made, however it was typed.
fn plain(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_from_its_words() {
        let rule = SecondFactor::read("leader, decision_maker,,").unwrap();
        assert_eq!(rule.roles, BTreeSet::from([Role::DecisionMaker, Role::Leader]));
        assert!(!rule.everyone && SecondFactor::read("everyone").unwrap().everyone);
        assert_eq!(SecondFactor::read("").unwrap(), SecondFactor::default());
        for (words, wrong) in [("leader, boss", "boss"), ("themself", "themself")] {
            assert_eq!(SecondFactor::read(words), Err(wrong.to_owned()));
        }
        assert!(SecondFactor::words().iter().all(|word| SecondFactor::read(word).is_ok()));
        let roles = ["trainee", "manager", "leader", "administrator", "nothing"].map(role_of);
        let expected = [Role::Auditor, Role::ProgrammeManager, Role::Leader, Role::Administrator].map(Some);
        assert_eq!(roles[..4], expected);
        assert_eq!(roles[4], None);
    }

    #[test]
    fn what_an_app_reads_is_plain() {
        let found = enrolment(b"12345678901234567890", "Ines Brandt & Söhne");
        assert_eq!(found.secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(
            found.uri,
            "otpauth://totp/Assize:Ines%20Brandt%20%26%20S%C3%B6hne?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Assize"
        );
        assert_eq!(plain("abcdef-ghij 23"), "ABCDEFGHIJ23");
    }
}
