//! Signed texts: C2SP signed-note.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use thiserror::Error;

use crate::key::{KeyError, KeyId, KeyName, SignerKey, VerifierKey};

/// The longest note that is read or made, in bytes.
pub const NOTE_BYTES_MAX: usize = 1 << 20;
/// The most signatures that a note may have. The specification asks for 16 at least.
pub const NOTE_SIGNATURES_MAX: usize = 100;

/// What a signature line begins with: an em dash and a space.
const SIGNATURE_PREFIX: &str = "\u{2014} ";

/// A text and signatures of it, none of which has been verified.
///
/// As text ([`fmt::Display`]) it is, byte for byte, what [`Note::parse`] read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    // INVARIANT (form): the text ends in a newline; 1 to NOTE_SIGNATURES_MAX signatures; the note as a whole has at most
    // NOTE_BYTES_MAX bytes and no ASCII control character but newline.
    text: String,
    signatures: Vec<NoteSignature>,
}

impl Note {
    /// Reads a note. Nothing of it is to be believed before [`verify`](Self::verify).
    ///
    /// # Errors
    /// [`NoteError`], if the bytes are not exactly one note within the limits.
    pub fn parse(bytes: &[u8]) -> Result<Self, NoteError> {
        bounded(bytes.len())?;
        let note = std::str::from_utf8(bytes).map_err(|_invalid| NoteError::Utf8)?;
        without_controls(note)?;
        // The text may have empty lines too: the last one is what ends it.
        let split = note.rfind("\n\n").ok_or(NoteError::Form)?;
        let (text, rest) = note.split_at(split + 1);
        let lines =
            rest.strip_prefix('\n').and_then(|lines| lines.strip_suffix('\n')).ok_or(NoteError::Form)?;
        let mut signatures = Vec::new();
        for line in lines.split('\n') {
            if signatures.len() == NOTE_SIGNATURES_MAX {
                return Err(NoteError::SignatureCount);
            }
            signatures.push(NoteSignature::parse(line, signatures.len() + 1)?);
        }
        Ok(Self { text: text.to_owned(), signatures })
    }

    /// Signs a text, which ends in a newline, with each key.
    ///
    /// # Errors
    /// [`NoteError::TextEnd`], [`NoteError::Control`], [`NoteError::SignatureCount`] without keys or with too many,
    /// [`NoteError::Length`].
    pub fn sign(text: impl Into<String>, signers: &[&SignerKey]) -> Result<Self, NoteError> {
        let text = text.into();
        if !text.ends_with('\n') {
            return Err(NoteError::TextEnd);
        }
        bounded(text.len())?;
        without_controls(&text)?;
        if signers.is_empty() || signers.len() > NOTE_SIGNATURES_MAX {
            return Err(NoteError::SignatureCount);
        }
        let signatures = signers.iter().map(|signer| NoteSignature::of(&text, signer)).collect();
        let note = Self { text, signatures };
        bounded(note.to_string().len())?;
        Ok(note)
    }

    /// The note with signature lines added, each ended by a newline. Nothing is verified.
    ///
    /// # Errors
    /// [`NoteError`], where they are no signature lines or too many.
    pub fn cosigned(&self, lines: &str) -> Result<Self, NoteError> {
        let note = Self::parse(format!("{self}{lines}").as_bytes())?;
        // Lines with an empty one among them would make what stands before it the text.
        if note.text != self.text || note.signatures.len() == self.signatures.len() {
            return Err(NoteError::Form);
        }
        Ok(note)
    }

    /// The signed text, with the newline that ends it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in the order of their lines.
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Verifies the signatures of the keys that the caller trusts.
    ///
    /// A key is known if its name and its id are those of a signature; signatures of other keys prove nothing and are
    /// listed apart.
    ///
    /// # Errors
    /// [`NoteError::Signature`] if a signature of a known key does not hold, [`NoteError::Unsigned`] if none is of a known
    /// key.
    pub fn verify(&self, known: &[VerifierKey]) -> Result<VerifiedNote, NoteError> {
        let mut verified: Vec<NoteSignature> = Vec::new();
        let mut unknown = Vec::new();
        for signature in &self.signatures {
            let mut keys = known.iter().filter(|key| signature.is_by(key)).peekable();
            if keys.peek().is_none() {
                unknown.push(signature.clone());
                continue;
            }
            if !keys.any(|key| key.verifies(&self.text, &signature.bytes)) {
                return Err(NoteError::Signature { name: signature.name.clone(), id: signature.id });
            }
            if !verified.iter().any(|other| other.name == signature.name && other.id == signature.id) {
                verified.push(signature.clone());
            }
        }
        if verified.is_empty() {
            return Err(NoteError::Unsigned);
        }
        Ok(VerifiedNote { text: self.text.clone(), signatures: verified, unknown })
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

/// A line of a note that says: this key signed. Whether it did, [`Note::verify`] finds out.
///
/// As text it is the line without the newline: `— <name> <base64(id || signature)>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteSignature {
    name: KeyName,
    id: KeyId,
    bytes: Vec<u8>,
}

impl NoteSignature {
    fn of(text: &str, signer: &SignerKey) -> Self {
        let key = signer.verifier_key();
        Self { name: key.name().clone(), id: key.id(), bytes: signer.sign(text).to_vec() }
    }

    fn parse(line: &str, number: usize) -> Result<Self, NoteError> {
        let malformed = NoteError::SignatureLine { line: number };
        let Some((name, encoded)) = line.strip_prefix(SIGNATURE_PREFIX).and_then(|line| line.split_once(' '))
        else {
            return Err(malformed);
        };
        let name = name.parse().map_err(|source| NoteError::SignatureName { line: number, source })?;
        let decoded = STANDARD.decode(encoded).unwrap_or_default();
        match decoded.split_first_chunk() {
            Some((id, bytes)) if !bytes.is_empty() => {
                Ok(Self { name, id: KeyId::from_bytes(*id), bytes: bytes.to_vec() })
            }
            _ => Err(malformed),
        }
    }

    /// The name of the key.
    pub const fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id of the key. For kinds of keys other than Ed25519 it is made in other ways.
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// The signature; 64 bytes if it is of an Ed25519 key.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn is_by(&self, key: &VerifierKey) -> bool {
        self.id == key.id() && self.name == *key.name()
    }
}

impl fmt::Display for NoteSignature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [self.id.as_bytes(), self.bytes.as_slice()].concat();
        write!(f, "{SIGNATURE_PREFIX}{} {}", self.name, STANDARD.encode(bytes))
    }
}

/// A text that at least one known key signed. Only [`Note::verify`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifiedNote {
    /// The text, with the newline that ends it.
    pub text: String,
    /// The signatures that hold, at least one, each key once.
    pub signatures: Vec<NoteSignature>,
    /// The signatures of keys that are not known. They prove nothing.
    pub unknown: Vec<NoteSignature>,
}

fn bounded(found_bytes: usize) -> Result<(), NoteError> {
    if found_bytes <= NOTE_BYTES_MAX { Ok(()) } else { Err(NoteError::Length { found_bytes }) }
}

fn without_controls(text: &str) -> Result<(), NoteError> {
    match text.chars().find(|char| *char < ' ' && *char != '\n') {
        Some(character) => Err(NoteError::Control { character }),
        None => Ok(()),
    }
}

/// Why something is not a note, or not one to believe.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum NoteError {
    /// Too long.
    #[error("the note has {found_bytes} bytes; at most {NOTE_BYTES_MAX} are read")]
    Length {
        /// Its length.
        found_bytes: usize,
    },
    /// Not UTF-8.
    #[error("the note is not text in UTF-8; fetch it again")]
    Utf8,
    /// A control character other than newline.
    #[error(
        "the note has the control character {character:?}; only newlines are allowed, without carriage returns"
    )]
    Control {
        /// The first such character.
        character: char,
    },
    /// Not a text, an empty line and signature lines.
    #[error(
        "not a signed note: a text, an empty line, then signature lines, each ended by a newline; fetch it whole"
    )]
    Form,
    /// The text to be signed does not end in a newline.
    #[error("the text does not end in a newline; add one")]
    TextEnd,
    /// A line after the text is not a signature line.
    #[error(
        "signature line {line} is not an em dash, a key name and base64, with one space between; fetch it again"
    )]
    SignatureLine {
        /// Which line, from 1.
        line: usize,
    },
    /// The key of a signature line cannot be so named.
    #[error("signature line {line} has no proper key name")]
    SignatureName {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with the name.
        source: KeyError,
    },
    /// No signature or too many.
    #[error("a note has 1 to {NOTE_SIGNATURES_MAX} signatures")]
    SignatureCount,
    /// A signature in the name of a known key does not hold.
    #[error(
        "the signature of `{name}` with key id `{id}` does not hold; the text or the signature was changed"
    )]
    Signature {
        /// The name of the key.
        name: KeyName,
        /// The id of the key.
        id: KeyId,
    },
    /// No known key signed.
    #[error(
        "none of the signatures is by a known key; compare the key names and ids, or get the signer's key"
    )]
    Unsigned,
}
