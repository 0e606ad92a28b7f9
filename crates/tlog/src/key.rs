//! The Ed25519 keys of notes and their text: C2SP signed-note.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::hash::hex_decode;

/// The longest [`KeyName`], in bytes. The specification sets no limit.
pub const KEY_NAME_BYTES_MAX: usize = 255;

/// Length of a [`KeyId`] in bytes.
const KEY_ID_BYTES: usize = 4;
/// Says that a key or a signature is of Ed25519.
const TYPE_ED25519: u8 = 0x01;
/// Says that a key or a signature is that of a witness, of Ed25519 too.
pub(crate) const TYPE_COSIGNATURE: u8 = 0x04;
/// Length of a seed and of a public key (RFC 8032 section 5.1.5).
pub(crate) const KEY_BYTES: usize = 32;
/// Length of a signature (RFC 8032 section 5.1.6).
pub(crate) const SIGNATURE_BYTES: usize = 64;
/// A type byte and a key.
const TYPED_KEY_BYTES: usize = 1 + KEY_BYTES;
/// The same in base64, which needs no padding.
const TYPED_KEY_CHARS: usize = TYPED_KEY_BYTES / 3 * 4;
/// What the text of a secret key begins with. No name has a plus sign, so no verifier key does.
const SECRET_PREFIX: &str = "PRIVATE+KEY+";

/// The name of a key: not empty, at most [`KEY_NAME_BYTES_MAX`] bytes, without Unicode white space, plus signs and ASCII
/// control characters.
///
/// The specification recommends a URL without its scheme, such as `example.com/log`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyName(String);

impl KeyName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for KeyName {
    type Err = KeyError;

    fn from_str(name: &str) -> Result<Self, KeyError> {
        if name.is_empty() || name.len() > KEY_NAME_BYTES_MAX {
            return Err(KeyError::NameLength { found_bytes: name.len() });
        }
        // Control characters are forbidden in notes; most of them are no white space.
        match name.chars().find(|char| char.is_whitespace() || *char == '+' || *char < ' ') {
            Some(character) => Err(KeyError::NameCharacter { character }),
            None => Ok(Self(name.to_owned())),
        }
    }
}

/// Tells keys of the same name apart: `SHA-256(name || 0x0A || 0x01 || public key)`, of which the first 4 bytes.
///
/// As text it is 8 lowercase hexadecimal digits. It is too short to identify a key that is not otherwise known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId([u8; KEY_ID_BYTES]);

impl KeyId {
    /// The id with these bytes.
    pub const fn from_bytes(bytes: [u8; KEY_ID_BYTES]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; KEY_ID_BYTES] {
        &self.0
    }

    fn of(name: &KeyName, public: &[u8; KEY_BYTES]) -> Self {
        Self::of_type(name, TYPE_ED25519, public)
    }

    pub(crate) fn of_type(name: &KeyName, kind: u8, public: &[u8; KEY_BYTES]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(name.as_str());
        hasher.update([b'\n', kind]);
        hasher.update(public);
        let hash: [u8; 32] = hasher.finalize().into();
        let [a, b, c, d, ..] = hash;
        Self([a, b, c, d])
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyId({self})")
    }
}

/// A public key and its name: what a reader must have to verify a note.
///
/// As text it is `<name>+<id>+<base64(0x01 || public key)>`, which may be published. A text has only one form: what
/// differs in a character is refused or is another key.
#[derive(Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: KeyName,
    id: KeyId,
    // INVARIANT (sound): canonically encoded and not of small order.
    public: VerifyingKey,
}

impl VerifierKey {
    pub(crate) fn new(name: KeyName, public: &[u8; KEY_BYTES]) -> Result<Self, KeyError> {
        let key = VerifyingKey::from_bytes(public).map_err(|_no_point| KeyError::Public)?;
        // Under a key of small order almost any text has a valid signature; a second encoding would be a second id.
        if key.is_weak() || key.to_edwards().compress().as_bytes() != public {
            return Err(KeyError::Public);
        }
        Ok(Self { id: KeyId::of(&name, public), name, public: key })
    }

    /// Its name.
    pub const fn name(&self) -> &KeyName {
        &self.name
    }

    /// Its id.
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// The bytes of the public key.
    pub(crate) fn public_bytes(&self) -> [u8; KEY_BYTES] {
        self.public.to_bytes()
    }

    /// Whether this key made the signature. Nobody without the key can turn one signature of a text into another that
    /// is accepted too: the scalar must be reduced, the point canonical and not of small order.
    pub(crate) fn verifies(&self, text: &str, signature: &[u8]) -> bool {
        <[u8; SIGNATURE_BYTES]>::try_from(signature).is_ok_and(|bytes| {
            self.public.verify_strict(text.as_bytes(), &Signature::from_bytes(&bytes)).is_ok()
        })
    }

    /// Refuses a key whose text gave it another id.
    fn with_id(self, written: KeyId) -> Result<Self, KeyError> {
        if self.id == written { Ok(self) } else { Err(KeyError::Id { written, computed: self.id }) }
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut typed = [TYPE_ED25519; TYPED_KEY_BYTES];
        let [_type, public @ ..] = &mut typed;
        *public = self.public.to_bytes();
        write!(f, "{}+{}+{}", self.name, self.id, STANDARD.encode(typed))
    }
}

impl fmt::Debug for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifierKey({self})")
    }
}

impl FromStr for VerifierKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (name, id, public) = read_key(text, TYPE_ED25519, KeyError::VerifierText)?;
        Self::new(name, &public)?.with_id(id)
    }
}

/// A secret key and its name: who has it can sign in this name.
///
/// Its memory is overwritten when it is dropped, and [`fmt::Debug`] shows only the public half. There is no
/// [`fmt::Display`]: the secret is written by [`to_secret_text`](Self::to_secret_text) alone.
pub struct SignerKey {
    secret: SigningKey,
    verifier: VerifierKey,
}

impl SignerKey {
    /// The key that RFC 8032 section 5.1.5 makes of 32 secret bytes, which the caller drew at random.
    ///
    /// # Errors
    /// [`KeyError::Public`] if the seed gives a weak key; none is known that does.
    pub fn from_seed(name: KeyName, seed: &[u8; KEY_BYTES]) -> Result<Self, KeyError> {
        let secret = SigningKey::from_bytes(seed);
        let verifier = VerifierKey::new(name, secret.verifying_key().as_bytes())?;
        Ok(Self { secret, verifier })
    }

    /// The public half, to be published.
    pub const fn verifier_key(&self) -> &VerifierKey {
        &self.verifier
    }

    /// The text to be kept in a secret place: `PRIVATE+KEY+<name>+<id>+<base64(0x01 || seed)>`. [`FromStr`] reads it.
    pub fn to_secret_text(&self) -> Zeroizing<String> {
        let mut typed = Zeroizing::new([TYPE_ED25519; TYPED_KEY_BYTES]);
        let [_type, seed @ ..] = &mut *typed;
        seed.copy_from_slice(self.secret.as_bytes());
        let mut encoded = Zeroizing::new([0; TYPED_KEY_CHARS]);
        // The lengths fit, and base64 is ASCII, so neither step fails.
        let encoded = STANDARD
            .encode_slice(*typed, &mut *encoded)
            .ok()
            .and_then(|length| std::str::from_utf8(encoded.get(..length)?).ok())
            .unwrap_or_default();
        let public_part = format!("{SECRET_PREFIX}{}+{}+", self.verifier.name, self.verifier.id);
        // Enough room from the start: a string that grows leaves copies of itself behind.
        let mut text = Zeroizing::new(String::with_capacity(public_part.len() + TYPED_KEY_CHARS));
        text.push_str(&public_part);
        text.push_str(encoded);
        text
    }

    /// The signature of a text.
    pub(crate) fn sign(&self, text: &str) -> [u8; SIGNATURE_BYTES] {
        self.secret.sign(text.as_bytes()).to_bytes()
    }
}

impl fmt::Debug for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignerKey({})", self.verifier)
    }
}

impl FromStr for SignerKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let key = text.strip_prefix(SECRET_PREFIX).ok_or(KeyError::SignerText)?;
        let (name, id, seed) = read_key(key, TYPE_ED25519, KeyError::SignerText)?;
        let Self { secret, verifier } = Self::from_seed(name, &seed)?;
        Ok(Self { secret, verifier: verifier.with_id(id)? })
    }
}

/// A name, an id and a key in the form `<name>+<id>+<base64(type || key)>`; what has not this form is `malformed`.
pub(crate) fn read_key(
    text: &str,
    kind: u8,
    malformed: KeyError,
) -> Result<(KeyName, KeyId, Zeroizing<[u8; KEY_BYTES]>), KeyError> {
    let mut parts = text.splitn(3, '+');
    let (Some(name), Some(id), Some(encoded)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(malformed);
    };
    let name = name.parse()?;
    let Some(id) = hex_decode(id).map(KeyId) else { return Err(malformed) };
    let mut typed = Zeroizing::new([0; TYPED_KEY_BYTES]);
    if encoded.len() != TYPED_KEY_CHARS || STANDARD.decode_slice(encoded, &mut *typed).is_err() {
        return Err(malformed);
    }
    let [found, key @ ..] = &*typed;
    if *found != kind {
        return Err(KeyError::Type { found: *found, wanted: kind });
    }
    Ok((name, id, Zeroizing::new(*key)))
}

/// Why something is not a key or the name of one. No secret is ever part of it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The name is empty or too long.
    #[error("the name of a key has 1 to {KEY_NAME_BYTES_MAX} bytes, this one has {found_bytes}")]
    NameLength {
        /// Its length.
        found_bytes: usize,
    },
    /// The name has a character that names must not have.
    #[error(
        "the name of a key has no {character:?}: no space, control character or plus sign; try a dot or a slash"
    )]
    NameCharacter {
        /// The first such character.
        character: char,
    },
    /// Not the form of a verifier key.
    #[error(
        "not a verifier key; it looks like `example.com/log+1a2b3c4d+AZ...` and is copied whole, without spaces"
    )]
    VerifierText,
    /// Not the form of a signer key.
    #[error(
        "not a signer key; it looks like `PRIVATE+KEY+example.com/log+1a2b3c4d+AZ...` and is copied whole"
    )]
    SignerText,
    /// A key for another kind of signature.
    #[error(
        "the key is of type {found}, not of type {wanted}; a log's key is of type 1, a witness's of type 4"
    )]
    Type {
        /// The type byte.
        found: u8,
        /// The one that was asked for.
        wanted: u8,
    },
    /// The id in the text is not that of the key: one of the two, or the name, was changed.
    #[error("the text gives the key the id `{written}`, but it is `{computed}`; copy the key again")]
    Id {
        /// The id in the text.
        written: KeyId,
        /// The id that follows from name and key.
        computed: KeyId,
    },
    /// Not a public key that may be trusted.
    #[error(
        "not a sound Ed25519 public key: no point, not canonical or of small order; get the key from its owner"
    )]
    Public,
}
