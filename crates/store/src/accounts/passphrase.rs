//! Passphrases: which can be had, and how they are kept.
//!
//! They are compared exactly as they were typed: nothing is cut off, folded or normalized.

use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use tokio::sync::Semaphore;

use crate::error::StoreError;
use crate::writer::random;

/// The fewest characters of a passphrase.
pub const PASSPHRASE_CHARS_MIN: usize = 12;
/// The most characters of a passphrase: enough for every sentence, too few to keep the server busy.
pub const PASSPHRASE_CHARS_MAX: usize = 256;

/// Memory of argon2id in KiB, passes, and lanes. These are the least that OWASP names for it (19 MiB, two passes, one lane): a try costs
/// an attacker who has the database some 20 ms of a core and 19 MiB, and a small server can still let thirty people in
/// at nine in the morning. A hash holds the parameters it was made with, so that they can be raised.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
/// How many passphrases are hashed at a time; each takes its memory.
const HASHING_MAX: usize = 4;
static HASHING: Semaphore = Semaphore::const_new(HASHING_MAX);

/// How much of a passphrase is looked at for what is easy to guess; what is longer is judged by its beginning.
const GUESSED_CHARS_MAX: usize = 72;
/// The least that guessing must come to, of 0 to 4: a hundred million tries.
const SCORE_MIN: u8 = 3;
/// Words about a person or their organization are looked for from this length on.
const OWN_WORD_CHARS_MIN: usize = 4;
/// How much must be left of a passphrase without them.
const BESIDE_OWN_WORDS_CHARS_MIN: usize = 8;
/// What everybody who attacks this server would try first, beside what is about the person.
const OUR_WORDS: &[&str] = &[
    "assize",
    "audit",
    "auditor",
    "isms",
    "27001",
    "27007",
    "19011",
    "passphrase",
    "password",
    "kennwort",
    "passwort",
];

/// Why a passphrase cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It has fewer than [`PASSPHRASE_CHARS_MIN`] characters.
    Short,
    /// It has more than [`PASSPHRASE_CHARS_MAX`] characters.
    Long,
    /// It is mostly the person's name, address or organization.
    Own,
    /// It is among those that are guessed first: common passphrases, rows of keys, repetitions, dates.
    Guessable,
}

/// Checks a passphrase. `own` are words about the person: names, the address, where they work. There is no rule of what it must
/// consist of.
///
/// # Errors
/// Why it cannot be had.
pub fn check_passphrase(passphrase: &str, own: &[String]) -> Result<(), Unfit> {
    let chars = passphrase.chars().count();
    if chars < PASSPHRASE_CHARS_MIN {
        return Err(Unfit::Short);
    }
    if chars > PASSPHRASE_CHARS_MAX {
        return Err(Unfit::Long);
    }
    let own: Vec<String> = own.iter().flat_map(|text| own_words(text)).collect();
    let mut rest = passphrase.to_lowercase();
    for word in own.iter().map(String::as_str).chain(OUR_WORDS.iter().copied()) {
        rest = rest.replace(word, "");
    }
    if rest.chars().filter(|c| !c.is_whitespace()).count() < BESIDE_OWN_WORDS_CHARS_MIN {
        return Err(Unfit::Own);
    }
    let begin: String = passphrase.chars().take(GUESSED_CHARS_MAX).collect();
    let known: Vec<&str> = own.iter().map(String::as_str).chain(OUR_WORDS.iter().copied()).collect();
    if u8::from(zxcvbn::zxcvbn(&begin, &known).score()) < SCORE_MIN {
        return Err(Unfit::Guessable);
    }
    Ok(())
}

/// The words in a text about a person, the longest first, so that a part is not taken out of its whole.
fn own_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut words: Vec<String> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= OWN_WORD_CHARS_MIN)
        .map(str::to_owned)
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words
}

/// The hash of a passphrase, with its salt and parameters in it.
///
/// # Errors
/// [`StoreError`].
pub(super) async fn hashed(passphrase: &str) -> Result<String, StoreError> {
    let (passphrase, salt) = (passphrase.to_owned(), random::<16>()?);
    working(move || {
        let hash = hasher()?.hash_password_with_salt(passphrase.as_bytes(), &salt);
        hash.map(|hash| hash.to_string()).map_err(|error| error.to_string())
    })
    .await?
    .map_err(|error| StoreError::Limit(format!("a passphrase could not be hashed: {error}")))
}

/// Whether a passphrase is that of a hash. Without a hash it is that of none, after the same time.
///
/// # Errors
/// [`StoreError`].
pub(super) async fn holds(passphrase: &str, hash: Option<String>) -> Result<bool, StoreError> {
    // What is too long is nobody's, and is not hashed for being long.
    let passphrase: String = passphrase.chars().take(PASSPHRASE_CHARS_MAX + 1).collect();
    let right = working(move || match hash {
        Some(hash) => Ok(hasher()?.verify_password(passphrase.as_bytes(), hash.as_str()).is_ok()),
        None => {
            let spent = hasher()?.hash_password_with_salt(passphrase.as_bytes(), &[0; 16]);
            spent.map(|_| false).map_err(|error| error.to_string())
        }
    });
    right.await?.map_err(|error| StoreError::Limit(format!("a passphrase could not be compared: {error}")))
}

/// Work that takes processor time and memory, away from what answers requests.
async fn working<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
    let _place = HASHING.acquire().await.map_err(|_| StoreError::Closed)?;
    tokio::task::spawn_blocking(work).await.map_err(|_| StoreError::Closed)
}

fn hasher() -> Result<Argon2<'static>, String> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| error.to_string())?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Vec<String> {
        ["Ines Brandt", "ines.brandt@fernhill.example", "Fernhill Audit Practice"].map(str::to_owned).to_vec()
    }

    #[test]
    fn a_passphrase_is_refused_for_one_reason_or_taken() {
        for (text, expected) in [
            ("short 1!aB", Err(Unfit::Short)),
            ("elevenchars", Err(Unfit::Short)),
            ("fernhill ines", Err(Unfit::Own)),
            ("Ines.Brandt.2026", Err(Unfit::Own)),
            ("assize audit 27001", Err(Unfit::Own)),
            ("123456789012", Err(Unfit::Guessable)),
            ("qwertyuiop[]", Err(Unfit::Guessable)),
            ("aaaaaaaaaaaaaaaaaaaa", Err(Unfit::Guessable)),
            ("iloveyouiloveyou", Err(Unfit::Guessable)),
            ("P@ssw0rd1234", Err(Unfit::Guessable)),
            ("abcabcabcabcabc", Err(Unfit::Guessable)),
            // No rule of composition: lower case and spaces, other scripts, signs alone.
            ("walrus under the tram", Ok(())),
            ("съешь же ещё этих", Ok(())),
            ("fernhill tram walrus kettle", Ok(())),
        ] {
            assert_eq!(check_passphrase(text, &own()), expected, "{text}");
        }
        let long = "Walrus kettle, tram 14; ".repeat(11);
        assert_eq!(check_passphrase(&long[..200], &own()).err(), None);
        assert_eq!(check_passphrase(&long, &own()), Err(Unfit::Long));
    }

    #[tokio::test]
    async fn a_hash_is_that_of_its_passphrase_to_the_last_character() {
        let hash = hashed("walrus under the tram").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_ne!(hash, hashed("walrus under the tram").await.unwrap(), "each has a salt of its own");
        for (typed, right) in [
            ("walrus under the tram", true),
            ("walrus under the tra", false),
            ("walrus under the tram ", false),
            ("Walrus under the tram", false),
            ("", false),
        ] {
            assert_eq!(holds(typed, Some(hash.clone())).await.unwrap(), right, "{typed}");
        }
        assert!(!holds("walrus under the tram", None).await.unwrap());
        assert!(!holds("walrus under the tram", Some("no hash".to_owned())).await.unwrap());
    }
}
