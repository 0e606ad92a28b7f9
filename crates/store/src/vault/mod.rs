//! Files encrypted where they are kept: a key for each, wrapped by a master key that is neither in the database nor in a backup.
//!
//! An encrypted file is an object under its own SHA-256, so that whoever has no key can see that it is the one that was taken. The
//! table `sealed_blob` says which object holds which file, and has its wrapped key. Whoever has the database, the objects and a backup has
//! nothing to read; whoever has lost the master key has lost the files.

mod change;
mod ring;
mod stream;

use assize_domain::kernel::datum::{Cell, CellType};
use zeroize::Zeroizing;

pub(crate) use self::change::rewrap;
pub use self::change::{Encrypted, Rewrapped, SealedCount};
pub use self::ring::KeySource;
pub(crate) use self::ring::Ring;
pub(crate) use self::stream::Broken;
use self::stream::{HEADER, Opener, Part, Sealer};
pub(crate) use self::stream::{SealReader, SealWriter};
use crate::accounts::{SecretKey, from_hex};
use crate::db::{Arg, Db, Sql, int, text};
use crate::error::StoreError;
use crate::writer::random;

/// The length of a data key in bytes.
pub(crate) const DATA_KEY_BYTES: usize = 32;
/// What the text of a master key begins with, so that one is not taken for another.
const PREFIX: &str = "assize-evidence-1:";
/// What data keys are wrapped for, apart from all else that keys of this kind seal.
const WRAPPED_FOR: &str = "evidence";
/// Likewise, the keys of what comes home from the field.
const WRAPPED_FOR_LOAN: &str = "loan";
/// The fact ([`crate::Store::meta`]) that names the master key that new files are wrapped with; none where files are kept as they are.
pub(crate) const MASTER_FACT: &str = "evidence_key";
/// How much of a mark names a key to people.
const NAME_CHARS: usize = 16;
/// How many keys are read from one text.
const KEYS_MAX: usize = 16;

/// The key of one file.
pub(crate) type DataKey = Zeroizing<[u8; DATA_KEY_BYTES]>;

/// A master key. Its name tells it from others and says nothing of it.
#[derive(Clone, Debug)]
pub struct EvidenceKey {
    key: SecretKey,
    name: String,
}

/// Master keys: the first is to wrap with, the others open what was wrapped before.
#[derive(Clone, Debug)]
pub struct EvidenceKeys(Vec<EvidenceKey>);

impl EvidenceKey {
    /// A new key.
    ///
    /// # Errors
    /// [`StoreError::Random`].
    pub fn make() -> Result<Self, StoreError> {
        Self::of(SecretKey::make()?)
    }

    fn of(key: SecretKey) -> Result<Self, StoreError> {
        let name = key.mark()?.chars().take(NAME_CHARS).collect();
        Ok(Self { key, name })
    }

    /// The key of a text that [`Self::to_text`] has made; nothing where it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let bytes = from_hex(text.trim().strip_prefix(PREFIX)?)?;
        Self::of(SecretKey::of_bytes(bytes)?).ok()
    }

    /// The key as the text of its file.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{PREFIX}{}", self.key.to_hex().as_str()))
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Wraps the key of a file for this file alone.
    fn wrap(&self, of: &str, key: &DataKey) -> Result<String, StoreError> {
        self.key.seal(WRAPPED_FOR, of, key.as_slice())
    }

    /// The key of a file out of what [`Self::wrap`] has made.
    fn unwrap(&self, of: &str, wrapped: &str) -> Option<DataKey> {
        let key = self.key.open(WRAPPED_FOR, of, wrapped).ok()?;
        key.as_slice().try_into().ok().map(Zeroizing::new)
    }
}

impl EvidenceKey {
    /// Wraps the key of the way back of a loan, for this loan alone.
    pub(crate) fn wrap_way_back(&self, loan: &str, identity: &str) -> Result<String, StoreError> {
        self.key.seal(WRAPPED_FOR_LOAN, loan, identity.as_bytes())
    }

    /// The key out of what [`Self::wrap_way_back`] has made.
    ///
    /// # Errors
    /// [`StoreError::Limit`] where it was changed, or is another loan's.
    pub(crate) fn unwrap_way_back(&self, loan: &str, wrapped: &str) -> Result<Zeroizing<String>, StoreError> {
        let bytes = self.key.open(WRAPPED_FOR_LOAN, loan, wrapped)?;
        Ok(Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()))
    }
}

impl EvidenceKeys {
    /// Keys, the first of which is to wrap with; nothing where there is none.
    #[must_use]
    pub fn new(keys: Vec<EvidenceKey>) -> Option<Self> {
        (!keys.is_empty() && keys.len() <= KEYS_MAX).then_some(Self(keys))
    }

    /// The keys of a text, one a line or parted by commas; nothing where something in it is no key. Lines that begin with `#` are not read.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
        let keys = lines.flat_map(|line| line.split(',')).map(str::trim).filter(|text| !text.is_empty());
        Self::new(keys.map(EvidenceKey::read).collect::<Option<_>>()?)
    }

    /// The keys, the one to wrap with first.
    #[must_use]
    pub fn all(&self) -> &[EvidenceKey] {
        &self.0
    }

    /// The key to wrap with.
    pub(crate) fn first(&self) -> Option<&EvidenceKey> {
        self.0.first()
    }

    /// The key of a name.
    pub(crate) fn named(&self, name: &str) -> Option<&EvidenceKey> {
        self.0.iter().find(|key| key.name == name)
    }

    /// What they are called.
    pub(crate) fn names(&self) -> String {
        self.0.iter().map(EvidenceKey::name).collect::<Vec<_>>().join(", ")
    }
}

/// A file that is kept encrypted: a row of `sealed_blob`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SealedBlob {
    /// The SHA-256 of the file.
    pub(crate) sha256: String,
    /// The SHA-256 of the encrypted file, under which it is kept.
    pub(crate) cipher: String,
    /// The length of the file.
    pub(crate) bytes: u64,
    /// Its key, wrapped.
    pub(crate) wrapped: String,
    /// The name of the master key that it is wrapped with.
    pub(crate) master: String,
}

const COLUMNS: &str = "sha256, cipher, bytes, wrapped, master";
const TYPES: [CellType; 5] = [CellType::Text, CellType::Text, CellType::Int, CellType::Text, CellType::Text];

impl SealedBlob {
    /// What a wrapped key is bound to: neither can a row take another's key, nor say another file or length of its own.
    fn bound(&self) -> String {
        format!("{}\n{}\n{}", self.sha256, self.cipher, self.bytes)
    }

    /// The key of the file.
    ///
    /// # Errors
    /// [`StoreError::EvidenceKey`] where the master key is not at hand; [`StoreError::Sealed`] where the wrapped key was changed or is
    /// another file's.
    pub(crate) fn key(&self, ring: &Ring) -> Result<DataKey, StoreError> {
        let master = ring.named(&self.master)?;
        master.unwrap(&self.bound(), &self.wrapped).ok_or_else(|| StoreError::Sealed {
            sha256: self.sha256.clone(),
            what: "its wrapped key was changed, or is another file's",
        })
    }

    pub(crate) fn row(&self) -> Vec<Arg> {
        vec![
            self.sha256.as_str().into(),
            self.cipher.as_str().into(),
            i64::try_from(self.bytes).unwrap_or(i64::MAX).into(),
            self.wrapped.as_str().into(),
            self.master.as_str().into(),
        ]
    }

    fn of(row: &[Cell]) -> Self {
        Self {
            sha256: text(row.first()),
            cipher: text(row.get(1)),
            bytes: u64::try_from(int(row.get(2))).unwrap_or_default(),
            wrapped: text(row.get(3)),
            master: text(row.get(4)),
        }
    }
}

/// The row of a file; nothing where it is not kept encrypted.
pub(crate) async fn row_of(sql: &mut impl Sql, sha256: &str) -> Result<Option<SealedBlob>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM sealed_blob WHERE sha256 = $1");
    let rows = sql.rows("looking for an encrypted file", &query, &[sha256.into()], &TYPES).await?;
    Ok(rows.first().map(|row| SealedBlob::of(row)))
}

/// The rows after one, in the order of their digests, so many at the most.
pub(crate) async fn rows_after(
    sql: &mut impl Sql,
    sha256: &str,
    rows_max: i64,
) -> Result<Vec<SealedBlob>, StoreError> {
    let query = format!("SELECT {COLUMNS} FROM sealed_blob WHERE sha256 > $1 ORDER BY sha256 LIMIT $2");
    let args: [Arg; 2] = [sha256.into(), rows_max.into()];
    let rows = sql.rows("listing encrypted files", &query, &args, &TYPES).await?;
    Ok(rows.iter().map(|row| SealedBlob::of(row)).collect())
}

/// The name of the master key that new files are wrapped with; nothing where files are kept as they are.
pub(crate) async fn master(sql: &mut impl Sql) -> Result<Option<String>, StoreError> {
    let query = "SELECT value FROM meta WHERE name = $1";
    let rows =
        sql.rows("asking for the key of evidence", query, &[MASTER_FACT.into()], &[CellType::Text]).await?;
    Ok(rows.first().map(|row| text(row.first())))
}

/// Where the keys of files are: their wrapped keys in the database, their master keys outside of it.
#[derive(Clone, Debug)]
pub(crate) struct Vault {
    pub(crate) db: Db,
    pub(crate) ring: Ring,
}

/// A file on its way in, encrypted as it comes.
pub(crate) struct Sealing {
    key: DataKey,
    sealer: Sealer,
}

impl Sealing {
    /// Begins, with a key that is for this file alone.
    pub(crate) fn begin() -> Result<(Self, bytes::Bytes), StoreError> {
        let key = Zeroizing::new(random::<DATA_KEY_BYTES>()?);
        let sealer = Sealer::new(&key).map_err(|_| unsealable())?;
        Ok((Self { key, sealer }, bytes::Bytes::from_static(HEADER)))
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) -> Result<Vec<bytes::Bytes>, StoreError> {
        self.sealer.push(bytes).map_err(|_| unsealable())
    }

    /// The last piece, and the key.
    pub(crate) fn end(self) -> Result<(bytes::Bytes, DataKey), StoreError> {
        Ok((self.sealer.end().map_err(|_| unsealable())?, self.key))
    }
}

fn unsealable() -> StoreError {
    StoreError::Limit("a file could not be encrypted".to_owned())
}

/// A file on its way out, decrypted as it comes.
pub(crate) struct Opening(Opener);

impl Opening {
    /// Of the whole file.
    pub(crate) fn whole(sealed: &SealedBlob, key: &DataKey) -> Result<Self, Broken> {
        Opener::whole(key, sealed.bytes).map(Self)
    }

    /// Of a part, with where that is to be read.
    pub(crate) fn part(
        sealed: &SealedBlob,
        key: &DataKey,
        range: &std::ops::Range<u64>,
    ) -> Result<(Self, std::ops::Range<u64>), Broken> {
        let part = Part::of(sealed.bytes, range);
        Ok((Self(Opener::part(key, sealed.bytes, &part)?), part.sealed))
    }

    pub(crate) fn push(&mut self, bytes: &[u8]) -> Result<bytes::Bytes, Broken> {
        self.0.push(bytes)
    }

    pub(crate) fn end(self) -> Result<bytes::Bytes, Broken> {
        self.0.end()
    }
}

impl SealedBlob {
    /// A row for a file that was encrypted with `key`, wrapped with `master`.
    pub(crate) fn new(
        sha256: String,
        cipher: String,
        bytes: u64,
        key: &DataKey,
        master: &EvidenceKey,
    ) -> Result<Self, StoreError> {
        let unwrapped = Self { sha256, cipher, bytes, wrapped: String::new(), master: master.name.clone() };
        let wrapped = master.wrap(&unwrapped.bound(), key)?;
        Ok(Self { wrapped, ..unwrapped })
    }

    /// The same, wrapped with another master key.
    pub(crate) fn rewrapped(&self, key: &DataKey, master: &EvidenceKey) -> Result<Self, StoreError> {
        Self::new(self.sha256.clone(), self.cipher.clone(), self.bytes, key, master)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_from_their_text_and_nothing_else_is() {
        let (one, two) = (EvidenceKey::make().unwrap(), EvidenceKey::make().unwrap());
        let text = format!("# keep this\n{}\n\n {} \n", one.to_text().as_str(), two.to_text().as_str());
        let keys = EvidenceKeys::read(&text).unwrap();
        assert_eq!(keys.names(), format!("{}, {}", one.name(), two.name()));
        let flat = format!("{},{}", two.to_text().as_str(), one.to_text().as_str());
        assert_eq!(EvidenceKeys::read(&flat).unwrap().first().unwrap().name(), two.name());
        assert!(!one.to_text().contains(one.name()));
        let secret = SecretKey::make().unwrap();
        for other in ["", "#", "assize-evidence-1:00", secret.to_text().as_str(), &format!("{text} x")] {
            assert!(EvidenceKeys::read(other).is_none(), "{other}");
        }
    }

    #[test]
    fn a_wrapped_key_is_of_its_file_and_its_master_alone() {
        let (one, two) = (EvidenceKey::make().unwrap(), EvidenceKey::make().unwrap());
        let key = Zeroizing::new([7; DATA_KEY_BYTES]);
        let row = |sha256: &str, key: &DataKey| {
            SealedBlob::new(sha256.to_owned(), format!("c{sha256}"), 5, key, &one).unwrap()
        };
        let ring = Ring::of(EvidenceKeys::new(vec![one.clone(), two.clone()]).unwrap());
        let file = row("a", &key);
        assert_eq!(*file.key(&ring).unwrap(), *key);
        let other = row("b", &key);
        for wrong in [
            SealedBlob { wrapped: other.wrapped, ..file.clone() },
            SealedBlob { bytes: 6, ..file.clone() },
            SealedBlob { cipher: "cb".to_owned(), ..file.clone() },
            SealedBlob { master: two.name().to_owned(), ..file.clone() },
        ] {
            assert!(matches!(wrong.key(&ring), Err(StoreError::Sealed { .. })), "{wrong:?}");
        }
        let ring = Ring::of(EvidenceKeys::new(vec![two.clone()]).unwrap());
        assert!(matches!(file.key(&ring), Err(StoreError::EvidenceKey { .. })));
        assert!(matches!(file.key(&Ring::default()), Err(StoreError::EvidenceKey { .. })));
        let again = file.rewrapped(&key, &two).unwrap();
        assert_eq!(*again.key(&ring).unwrap(), *key);
        assert_ne!(again.wrapped, file.wrapped);
    }
}
