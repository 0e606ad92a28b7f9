//! The hashes of RFC 6962 section 2.1, with SHA-256.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// Length of a [`struct@Hash`] in bytes.
pub const HASH_BYTES: usize = 32;

/// Goes before an entry, so that no entry can pass for two nodes.
const LEAF_PREFIX: u8 = 0x00;
/// Goes before two child hashes.
const NODE_PREFIX: u8 = 0x01;

/// A SHA-256 hash of a leaf, of a node or of a whole tree.
///
/// As text it is 64 lowercase hexadecimal digits ([`fmt::Display`], [`FromStr`]), or base64 where a specification asks
/// for that ([`Hash::to_base64`]).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; HASH_BYTES]);

impl Hash {
    /// The hash with these bytes.
    pub const fn from_bytes(bytes: [u8; HASH_BYTES]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; HASH_BYTES] {
        &self.0
    }

    /// Standard base64 with padding (RFC 4648 section 4), 44 characters.
    pub fn to_base64(&self) -> String {
        STANDARD.encode(self.0)
    }

    /// Reads what [`Hash::to_base64`] writes, and nothing else: no missing padding and no stray bits.
    ///
    /// # Errors
    /// [`HashError::Base64`].
    pub fn from_base64(text: &str) -> Result<Self, HashError> {
        // The length is checked first so that a long text is not decoded to be refused.
        if text.len() != HASH_BYTES.div_ceil(3) * 4 {
            return Err(HashError::Base64);
        }
        let bytes = STANDARD.decode(text).map_err(|_invalid| HashError::Base64)?;
        Self::try_from(bytes.as_slice()).map_err(|_length| HashError::Base64)
    }
}

/// The hash of an entry: `SHA-256(0x00 || entry)`.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([LEAF_PREFIX]);
    hasher.update(entry);
    Hash(hasher.finalize().into())
}

/// The hash of two neighbouring subtrees: `SHA-256(0x01 || left || right)`.
pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update([NODE_PREFIX]);
    hasher.update(left.0);
    hasher.update(right.0);
    Hash(hasher.finalize().into())
}

/// The root of the tree without entries: SHA-256 of nothing.
pub fn empty_root() -> Hash {
    Hash(Sha256::digest([]).into())
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl FromStr for Hash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, HashError> {
        let bytes: [u8; HASH_BYTES] = hex_decode(text).ok_or(HashError::Hex)?;
        Ok(Self(bytes))
    }
}

impl TryFrom<&[u8]> for Hash {
    type Error = HashError;

    fn try_from(bytes: &[u8]) -> Result<Self, HashError> {
        bytes.try_into().map(Self).map_err(|_length| HashError::Length { found_bytes: bytes.len() })
    }
}

/// `N` bytes from exactly `2 * N` lowercase hexadecimal digits. One value has one text, so that texts can be compared.
pub(crate) fn hex_decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    if pairs.len() != N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = hex_digit(*high)? << 4 | hex_digit(*low)?;
    }
    Some(bytes)
}

fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

/// Why something is not a [`struct@Hash`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum HashError {
    /// Not 64 lowercase hexadecimal digits.
    #[error("not a hash in hexadecimal; write 64 digits, lowercase")]
    Hex,
    /// Not 32 bytes in canonical standard base64.
    #[error("not a hash in base64; write 32 bytes in standard base64 with padding, 44 characters")]
    Base64,
    /// Not 32 bytes.
    #[error("a hash has 32 bytes, these are {found_bytes}")]
    Length {
        /// How many bytes there were.
        found_bytes: usize,
    },
}
