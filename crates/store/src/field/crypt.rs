//! Encryption of field files: the age format, to a passphrase or to a recipient.

use std::fmt;
use std::io::{BufReader, Read, Seek, Write};
use std::str::FromStr as _;

use age::secrecy::{ExposeSecret as _, SecretString};
use age::stream::{StreamReader, StreamWriter};
use age::{Decryptor, Encryptor, Identity, Recipient, scrypt, x25519};
use zeroize::Zeroizing;

use super::FieldBad;
use crate::error::StoreError;

/// The work of a passphrase, as a power of two: about a second, and 256 MiB of memory.
const WORK: u8 = 18;
/// The most work that is done to open a file.
const WORK_MAX: u8 = 20;
/// The fewest characters of a passphrase: it is tried offline by whoever has the file.
pub const FIELD_PASSPHRASE_CHARS_MIN: usize = 14;

/// To what a field file is encrypted.
pub enum FieldLock {
    /// A passphrase.
    Passphrase(SecretString),
    /// A recipient of age, `age1...`.
    Recipient(Box<x25519::Recipient>),
}

/// With what a field file is opened.
#[derive(Clone)]
pub enum FieldKey {
    /// A passphrase.
    Passphrase(SecretString),
    /// An identity of age, `AGE-SECRET-KEY-1...`.
    Identity(Box<x25519::Identity>),
}

impl fmt::Debug for FieldLock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FieldLock")
    }
}

impl fmt::Debug for FieldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FieldKey")
    }
}

impl FieldLock {
    /// A passphrase; nothing where it is shorter than [`FIELD_PASSPHRASE_CHARS_MIN`].
    #[must_use]
    pub fn passphrase(text: &str) -> Option<Self> {
        let is_long = text.chars().count() >= FIELD_PASSPHRASE_CHARS_MIN;
        is_long.then(|| Self::Passphrase(SecretString::from(text.to_owned())))
    }

    /// A recipient; nothing where it is none.
    #[must_use]
    pub fn recipient(text: &str) -> Option<Self> {
        x25519::Recipient::from_str(text.trim()).ok().map(Box::new).map(Self::Recipient)
    }

    /// Begins a file: what is written to the answer is encrypted, and must be finished.
    pub(super) fn begin<W: Write>(&self, out: W) -> Result<StreamWriter<W>, StoreError> {
        let begun = match self {
            Self::Passphrase(passphrase) => {
                let mut recipient = scrypt::Recipient::new(passphrase.clone());
                recipient.set_work_factor(WORK);
                Encryptor::with_recipients(std::iter::once(&recipient as &dyn Recipient))
            }
            Self::Recipient(recipient) => {
                Encryptor::with_recipients(std::iter::once(recipient.as_ref() as &dyn Recipient))
            }
        };
        let encryptor = begun.map_err(|error| StoreError::Limit(format!("the field file: {error}")))?;
        encryptor.wrap_output(out).map_err(StoreError::file("writing the field file"))
    }
}

impl FieldKey {
    /// A passphrase.
    #[must_use]
    pub fn passphrase(text: &str) -> Self {
        Self::Passphrase(SecretString::from(text.to_owned()))
    }

    /// The identity in a text, where lines that begin with `#` are not read; nothing where there is none.
    #[must_use]
    pub fn identity(text: &str) -> Option<Self> {
        let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'))?;
        x25519::Identity::from_str(line).ok().map(Box::new).map(Self::Identity)
    }

    /// A new identity, and the recipient that files are encrypted to for it.
    #[must_use]
    pub fn make() -> (Self, String) {
        let identity = x25519::Identity::generate();
        let recipient = identity.to_public().to_string();
        (Self::Identity(Box::new(identity)), recipient)
    }

    /// The text of an identity; nothing of a passphrase.
    pub(super) fn to_text(&self) -> Option<Zeroizing<String>> {
        match self {
            Self::Passphrase(_) => None,
            Self::Identity(identity) => Some(Zeroizing::new(identity.to_string().expose_secret().to_owned())),
        }
    }

    /// Opens a file with whichever of several identities it is for.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub(super) fn open_any<R: Read + Seek>(
        keys: &[Self],
        file: R,
    ) -> Result<StreamReader<BufReader<R>>, StoreError> {
        let decryptor =
            Decryptor::new_buffered(BufReader::new(file)).map_err(|error| of_decrypting(&error))?;
        let identities = keys.iter().filter_map(|key| match key {
            Self::Passphrase(_) => None,
            Self::Identity(identity) => Some(identity.as_ref() as &dyn Identity),
        });
        decryptor.decrypt(identities).map_err(|error| of_decrypting(&error))
    }

    fn with<T>(&self, then: impl FnOnce(&dyn Identity) -> T) -> T {
        match self {
            Self::Passphrase(passphrase) => {
                let mut identity = scrypt::Identity::new(passphrase.clone());
                identity.set_max_work_factor(WORK_MAX);
                then(&identity)
            }
            Self::Identity(identity) => then(identity.as_ref()),
        }
    }

    /// Opens a file: what is read from the answer was checked.
    ///
    /// # Errors
    /// [`FieldBad::Shut`] where this is not its key; [`FieldBad::Form`] where it is no such file.
    pub(super) fn open<R: Read + Seek>(&self, file: R) -> Result<StreamReader<BufReader<R>>, StoreError> {
        let decryptor =
            Decryptor::new_buffered(BufReader::new(file)).map_err(|error| of_decrypting(&error))?;
        self.with(|identity| decryptor.decrypt(std::iter::once(identity)))
            .map_err(|error| of_decrypting(&error))
    }
}

fn of_decrypting(error: &age::DecryptError) -> StoreError {
    use age::DecryptError as E;
    StoreError::Field(match error {
        E::InvalidHeader | E::UnknownFormat | E::Io(_) => FieldBad::Form,
        E::InvalidMac => FieldBad::Damaged,
        _ => FieldBad::Shut,
    })
}
