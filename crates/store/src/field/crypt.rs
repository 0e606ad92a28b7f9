//! Encryption of field files: a key of each, in the age format to a passphrase or to a recipient, and the file with that key.

use std::fmt;
use std::io::{Read, Seek, Write};
use std::str::FromStr as _;

use age::secrecy::{ExposeSecret as _, SecretString};
use age::{Decryptor, Encryptor, Identity, Recipient, scrypt, x25519};
use zeroize::Zeroizing;

use super::FieldBad;
use crate::error::StoreError;
use crate::vault::{DATA_KEY_BYTES, DataKey, SealReader, SealWriter};
use crate::writer::random;

/// What a file begins with. Then come the length of the encrypted key in four bytes, the highest first, that key, and the encrypted file.
const MARK: &[u8] = b"assize-locked/1\n";
/// The longest encrypted key that is read, in bytes.
const KEY_BYTES_MAX: u32 = 16 * 1024;
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
    pub(super) fn begin<W: Write>(&self, mut out: W) -> Result<SealWriter<W>, StoreError> {
        let key: DataKey = Zeroizing::new(random::<DATA_KEY_BYTES>()?);
        let locked = self.lock(&key)?;
        let length = u32::try_from(locked.len()).unwrap_or(u32::MAX).to_be_bytes();
        [MARK, &length, &locked]
            .iter()
            .try_for_each(|part| out.write_all(part))
            .and_then(|()| SealWriter::begin(&key, out))
            .map_err(StoreError::file("writing the field file"))
    }

    /// A key, encrypted.
    fn lock(&self, key: &DataKey) -> Result<Vec<u8>, StoreError> {
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
        let mut locked = Vec::new();
        let written = encryptor.wrap_output(&mut locked).and_then(|mut out| {
            out.write_all(key.as_slice())?;
            out.finish().map(drop)
        });
        written.map_err(StoreError::file("encrypting the key of the field file")).map(|()| locked)
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

    /// Opens a file with whichever of several keys it is for: what is read from the answer was checked.
    ///
    /// # Errors
    /// [`FieldBad::Shut`] where it is for none of them; [`FieldBad::Form`] where it is no such file; [`FieldBad::Damaged`] where it was cut off or changed.
    pub(super) fn open_any<R: Read + Seek>(keys: &[Self], mut file: R) -> Result<SealReader<R>, FieldBad> {
        let mut mark = [0; MARK.len()];
        file.read_exact(&mut mark).map_err(|_| FieldBad::Form)?;
        if mark != MARK {
            return Err(FieldBad::Form);
        }
        let mut length = [0; 4];
        file.read_exact(&mut length).map_err(|_| FieldBad::Damaged)?;
        let length = u32::from_be_bytes(length);
        if length > KEY_BYTES_MAX {
            return Err(FieldBad::Damaged);
        }
        let mut locked = Vec::new();
        (&mut file).take(length.into()).read_to_end(&mut locked).map_err(|_| FieldBad::Damaged)?;
        let decryptor = Decryptor::new(locked.as_slice()).map_err(|error| of_decrypting(&error))?;
        let identities: Vec<Box<dyn Identity>> = keys.iter().map(Self::to_identity).collect();
        let mut unlocked =
            decryptor.decrypt(identities.iter().map(AsRef::as_ref)).map_err(|error| of_decrypting(&error))?;
        let mut key: DataKey = Zeroizing::new([0; DATA_KEY_BYTES]);
        unlocked.read_exact(key.as_mut_slice()).map_err(|_| FieldBad::Damaged)?;
        SealReader::open(&key, file).map_err(|_| FieldBad::Damaged)
    }

    fn to_identity(&self) -> Box<dyn Identity> {
        match self {
            Self::Passphrase(passphrase) => {
                let mut identity = scrypt::Identity::new(passphrase.clone());
                identity.set_max_work_factor(WORK_MAX);
                Box::new(identity)
            }
            Self::Identity(identity) => identity.clone(),
        }
    }

    /// Opens a file.
    ///
    /// # Errors
    /// As [`Self::open_any`].
    pub(super) fn open<R: Read + Seek>(&self, file: R) -> Result<SealReader<R>, FieldBad> {
        Self::open_any(std::slice::from_ref(self), file)
    }
}

fn of_decrypting(error: &age::DecryptError) -> FieldBad {
    use age::DecryptError as E;
    match error {
        E::InvalidHeader | E::UnknownFormat | E::Io(_) | E::InvalidMac => FieldBad::Damaged,
        _ => FieldBad::Shut,
    }
}
