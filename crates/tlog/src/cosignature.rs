//! Cosignatures: that a witness saw a checkpoint, and that it goes on from those it saw before. C2SP tlog-cosignature, version 1.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::key::{
    KEY_BYTES, KeyError, KeyId, KeyName, SIGNATURE_BYTES, TYPE_COSIGNATURE, VerifierKey, read_key,
};
use crate::note::{Note, NoteError};

/// The length of the time in a cosignature, in bytes.
const TIME_BYTES: usize = 8;

/// A witness's public key and its name: what a reader must have to verify that the witness signed.
///
/// As text it is `<name>+<id>+<base64(0x04 || public key)>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessKey {
    id: KeyId,
    // The key itself is that of a note's signature; the id is made in another way, so that the two are never taken for each other.
    key: VerifierKey,
}

impl WitnessKey {
    fn new(name: KeyName, public: &[u8; KEY_BYTES]) -> Result<Self, KeyError> {
        let id = KeyId::of_type(&name, TYPE_COSIGNATURE, public);
        Ok(Self { id, key: VerifierKey::new(name, public)? })
    }

    /// Its name.
    pub const fn name(&self) -> &KeyName {
        self.key.name()
    }

    /// Its id.
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// When the witness signed the checkpoint, in seconds after 1970: the latest time of its cosignatures. They say that at this time the
    /// checkpoint was the largest that the witness had seen of the log, and that it goes on from all it had seen.
    ///
    /// # Errors
    /// [`NoteError::Unsigned`] where it has not signed; [`NoteError::Signature`] where a signature in its name does not hold.
    pub fn cosigned_at(&self, note: &Note) -> Result<u64, NoteError> {
        let mut latest = None;
        for line in note.signatures().iter().filter(|line| line.id() == self.id && line.name() == self.name())
        {
            let bad = || NoteError::Signature { name: self.name().clone(), id: self.id };
            let (time, signature) = line.bytes().split_first_chunk::<TIME_BYTES>().ok_or_else(bad)?;
            let time = u64::from_be_bytes(*time);
            let message = format!("cosignature/v1\ntime {time}\n{}", note.text());
            if signature.len() != SIGNATURE_BYTES || !self.key.verifies(&message, signature) {
                return Err(bad());
            }
            latest = latest.max(Some(time));
        }
        latest.ok_or(NoteError::Unsigned)
    }
}

impl fmt::Display for WitnessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut typed = vec![TYPE_COSIGNATURE];
        typed.extend_from_slice(&self.key.public_bytes());
        write!(f, "{}+{}+{}", self.name(), self.id, STANDARD.encode(typed))
    }
}

impl FromStr for WitnessKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (name, id, public) = read_key(text, TYPE_COSIGNATURE, KeyError::VerifierText)?;
        let key = Self::new(name, &public)?;
        if key.id == id { Ok(key) } else { Err(KeyError::Id { written: id, computed: key.id }) }
    }
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::{Signer as _, SigningKey};

    use super::*;
    use crate::{Checkpoint, SignerKey, TreeHead, root};

    fn witness(seed: u8) -> (SigningKey, WitnessKey) {
        let secret = SigningKey::from_bytes(&[seed; 32]);
        let key = WitnessKey::new("witness.example/w".parse().unwrap(), secret.verifying_key().as_bytes());
        (secret, key.unwrap())
    }

    fn line(secret: &SigningKey, key: &WitnessKey, time: u64, text: &str) -> String {
        let signature = secret.sign(format!("cosignature/v1\ntime {time}\n{text}").as_bytes());
        let bytes = [key.id().as_bytes().as_slice(), &time.to_be_bytes(), &signature.to_bytes()].concat();
        format!("\u{2014} {} {}\n", key.name(), STANDARD.encode(bytes))
    }

    fn note() -> Note {
        let signer = SignerKey::from_seed("example.com/log".parse().unwrap(), &[7; 32]).unwrap();
        let head = TreeHead { size: 0, root: root(&[]) };
        Checkpoint::new("example.com/log".parse().unwrap(), head).sign(&[&signer]).unwrap()
    }

    #[test]
    fn a_key_is_read_from_its_text_and_is_not_taken_for_that_of_a_log() {
        let (_, key) = witness(1);
        let text = key.to_string();
        assert_eq!(text.parse::<WitnessKey>(), Ok(key.clone()));
        assert!(text.parse::<VerifierKey>().is_err());
        let log = SignerKey::from_seed("example.com/log".parse().unwrap(), &[7; 32]).unwrap();
        assert!(log.verifier_key().to_string().parse::<WitnessKey>().is_err());
        assert_ne!(key.id(), key.key.id());
    }

    #[test]
    fn a_cosignature_holds_for_its_text_and_time_alone() {
        let (secret, key) = witness(1);
        let note = note();
        assert_eq!(key.cosigned_at(&note), Err(NoteError::Unsigned));
        let good = line(&secret, &key, 1_750_000_000, note.text());
        let cosigned = note.cosigned(&good).unwrap();
        assert_eq!(key.cosigned_at(&cosigned), Ok(1_750_000_000));
        assert_eq!(cosigned.text(), note.text());
        let later = cosigned.cosigned(&line(&secret, &key, 1_750_000_009, note.text())).unwrap();
        assert_eq!(key.cosigned_at(&later), Ok(1_750_000_009));
        let (other, _) = witness(2);
        for bad in [
            line(&secret, &key, 1_750_000_000, "another\n0\n\n"),
            line(&other, &key, 1_750_000_000, note.text()),
        ] {
            assert!(
                note.cosigned(&bad).is_err() || key.cosigned_at(&note.cosigned(&bad).unwrap()).is_err(),
                "{bad}"
            );
        }
    }

    #[test]
    fn lines_that_are_added_change_no_text() {
        let (secret, key) = witness(1);
        let note = note();
        let good = line(&secret, &key, 5, note.text());
        for bad in
            ["", "x\n", "\n", &good[..good.len() - 1], &format!("more\n\n{good}"), &format!("{good}\n{good}")]
        {
            assert!(note.cosigned(bad).is_err(), "{bad:?}");
        }
    }
}
