//! The key of the installation, for secrets that have to be read again: it stands in a file beside the store, not in it.

use aws_lc_rs::aead::{AES_256_GCM, Aad, Nonce, RandomizedNonceKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, Salt};
use zeroize::Zeroizing;

use assize_domain::kernel::entry::hex;

use crate::error::StoreError;
use crate::writer::random;

/// The length of the key in bytes.
const KEY_BYTES: usize = 32;
/// The length of a nonce of AES-GCM in bytes.
const NONCE_BYTES: usize = 12;
/// What the text of a key begins with, so that one is not taken for another.
const PREFIX: &str = "assize-secret-1:";

/// The key of the installation.
#[derive(Clone)]
pub struct SecretKey(Zeroizing<[u8; KEY_BYTES]>);

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey")
    }
}

impl SecretKey {
    /// A new key.
    ///
    /// # Errors
    /// [`StoreError::Random`].
    pub fn make() -> Result<Self, StoreError> {
        Ok(Self(Zeroizing::new(random::<KEY_BYTES>()?)))
    }

    /// The key of a text that [`Self::to_text`] has made; nothing where it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bytes = from_hex(text.trim().strip_prefix(PREFIX)?)?;
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// The key of these bytes; nothing where they are not as many as a key has.
    pub(crate) fn of_bytes(bytes: Vec<u8>) -> Option<Self> {
        Some(Self(Zeroizing::new(Zeroizing::new(bytes).as_slice().try_into().ok()?)))
    }

    /// Its bytes in hex.
    pub(crate) fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(self.0.as_slice()))
    }

    /// The key as the text of its file.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{PREFIX}{}", hex(self.0.as_slice())))
    }

    /// What a store remembers a key by; nothing can be computed from it but whether a key is the same.
    pub(crate) fn mark(&self) -> Result<String, StoreError> {
        self.derived("mark").map(|mark| hex(mark.as_slice()))
    }

    /// Seals bytes for one use; `of` is whose they are, and what is sealed for one opens for no other.
    pub(crate) fn seal(&self, usage: &str, of: &str, bytes: &[u8]) -> Result<String, StoreError> {
        let mut sealed = bytes.to_vec();
        let nonce = self
            .cipher(usage)?
            .seal_in_place_append_tag(Aad::from(of.as_bytes()), &mut sealed)
            .map_err(|_| broken("sealed"))?;
        Ok(format!("{}{}", hex(nonce.as_ref()), hex(&sealed)))
    }

    /// Opens what was sealed.
    pub(crate) fn open(&self, usage: &str, of: &str, sealed: &str) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let bytes = from_hex(sealed).ok_or_else(|| broken("opened"))?;
        let (nonce, cipher) = bytes.split_at_checked(NONCE_BYTES).ok_or_else(|| broken("opened"))?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| broken("opened"))?;
        let mut cipher = cipher.to_vec();
        let key = self.cipher(usage)?;
        let plain = key
            .open_in_place(nonce, Aad::from(of.as_bytes()), &mut cipher)
            .map_err(|_| broken("opened: it was sealed with another key, or changed"))?;
        Ok(Zeroizing::new(plain.to_vec()))
    }

    fn cipher(&self, usage: &str) -> Result<RandomizedNonceKey, StoreError> {
        RandomizedNonceKey::new(&AES_256_GCM, self.derived(usage)?.as_slice()).map_err(|_| broken("prepared"))
    }

    /// A key for one use.
    fn derived(&self, usage: &str) -> Result<Zeroizing<[u8; KEY_BYTES]>, StoreError> {
        let mut key = Zeroizing::new([0; KEY_BYTES]);
        let parent = Salt::new(HKDF_SHA256, b"assize").extract(self.0.as_slice());
        let info = [usage.as_bytes()];
        parent
            .expand(&info, HKDF_SHA256)
            .and_then(|output| output.fill(key.as_mut_slice()))
            .map_err(|_| broken("derived"))?;
        Ok(key)
    }
}

fn broken(what: &str) -> StoreError {
    StoreError::Limit(format!("a secret could not be {what}"))
}

/// The bytes of a text in hex.
pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| text.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_its_key_for_its_use_and_owner_alone() {
        let key = SecretKey::make().unwrap();
        let sealed = key.seal("totp", "ann", b"secret").unwrap();
        assert!(!sealed.contains(&hex(b"secret")));
        assert_eq!(key.open("totp", "ann", &sealed).unwrap().as_slice(), b"secret");
        assert_ne!(sealed, key.seal("totp", "ann", b"secret").unwrap());
        assert!(key.open("totp", "bob", &sealed).is_err());
        assert!(key.open("mail", "ann", &sealed).is_err());
        assert!(SecretKey::make().unwrap().open("totp", "ann", &sealed).is_err());
        let mut changed = sealed.clone();
        changed.replace_range(30..31, if &sealed[30..31] == "0" { "1" } else { "0" });
        assert!(key.open("totp", "ann", &changed).is_err());
        for damaged in ["", "00", "zz", &sealed[..20]] {
            assert!(key.open("totp", "ann", damaged).is_err(), "{damaged}");
        }
    }

    #[test]
    fn a_key_is_read_from_its_text() {
        let key = SecretKey::make().unwrap();
        let again = SecretKey::read(&format!("{}\n", key.to_text().as_str())).unwrap();
        assert_eq!(key.mark().unwrap(), again.mark().unwrap());
        assert_ne!(key.mark().unwrap(), SecretKey::make().unwrap().mark().unwrap());
        assert!(!key.to_text().contains(&key.mark().unwrap()));
        for other in ["", "assize-secret-1:", "assize-secret-1:00", "00", "assize-secret-1:zz"] {
            assert!(SecretKey::read(other).is_none(), "{other}");
        }
    }
}
