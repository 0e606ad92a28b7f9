//! Signed tree heads: C2SP tlog-checkpoint.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::frontier::TreeHead;
use crate::hash::{Hash, HashError};
use crate::key::{SignerKey, VerifierKey};
use crate::note::{Note, NoteError, NoteSignature};

/// The longest line of a checkpoint's text, in bytes without the newline. The specification sets no limit.
pub const CHECKPOINT_LINE_BYTES_MAX: usize = 1024;
/// The most extension lines that a checkpoint may have. The specification sets no limit, and advises against any.
pub const CHECKPOINT_EXTENSIONS_MAX: usize = 16;

/// Which log a checkpoint is of: one line of text, not empty, without ASCII control characters, at most
/// [`CHECKPOINT_LINE_BYTES_MAX`] bytes.
///
/// The specification recommends a URL without its scheme, the same as the name of the log's key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(String);

impl Origin {
    /// The origin as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Origin {
    type Err = CheckpointError;

    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        if text.is_empty() || text.len() > CHECKPOINT_LINE_BYTES_MAX || text.chars().any(|char| char < ' ') {
            return Err(CheckpointError::Origin);
        }
        Ok(Self(text.to_owned()))
    }
}

/// What a log signs: its origin and the size and root of its tree.
///
/// As text ([`fmt::Display`]) it is the text of the note, which the signatures are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    origin: Origin,
    head: TreeHead,
    // INVARIANT (extensions): at most CHECKPOINT_EXTENSIONS_MAX lines, none empty or longer than
    // CHECKPOINT_LINE_BYTES_MAX.
    extensions: Vec<String>,
}

impl Checkpoint {
    /// The checkpoint of a log at this head, without extensions.
    pub const fn new(origin: Origin, head: TreeHead) -> Self {
        Self { origin, head, extensions: Vec::new() }
    }

    /// Signs it with each key. By the specification the name of the log's own key should be the origin.
    ///
    /// Sign only a head to which everything signed before is consistent; this function cannot know.
    ///
    /// # Errors
    /// [`CheckpointError::Note`] without keys or with too many.
    pub fn sign(&self, signers: &[&SignerKey]) -> Result<Note, CheckpointError> {
        Ok(Note::sign(self.to_string(), signers)?)
    }

    /// Reads a checkpoint of the log with this origin that at least one of the keys signed.
    ///
    /// # Errors
    /// [`CheckpointError::Note`] if it is not a note or the signatures do not hold, [`CheckpointError::OtherLog`] if it
    /// is of another log, and the others if its text is not that of a checkpoint.
    pub fn open(
        bytes: &[u8],
        origin: &Origin,
        keys: &[VerifierKey],
    ) -> Result<VerifiedCheckpoint, CheckpointError> {
        let verified = Note::parse(bytes)?.verify(keys)?;
        let checkpoint = Self::from_text(&verified.text)?;
        if checkpoint.origin != *origin {
            return Err(CheckpointError::OtherLog { expected: origin.clone(), found: checkpoint.origin });
        }
        Ok(VerifiedCheckpoint { checkpoint, signatures: verified.signatures })
    }

    /// Reads a checkpoint that nobody has vouched for: the origin is what it says, and no signature was verified.
    ///
    /// For showing what it claims, or to find the key that its note names; [`open`](Self::open) is for believing it.
    ///
    /// # Errors
    /// [`CheckpointError`], if it is not a checkpoint within the limits.
    pub fn parse(bytes: &[u8]) -> Result<(Self, Note), CheckpointError> {
        let note = Note::parse(bytes)?;
        let checkpoint = Self::from_text(note.text())?;
        Ok((checkpoint, note))
    }

    /// Which log it is of.
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Size and root of the tree.
    pub const fn head(&self) -> TreeHead {
        self.head
    }

    /// The lines after the root, of which the specification says nothing.
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }

    fn from_text(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.strip_suffix('\n').ok_or(CheckpointError::Lines)?.split('\n');
        let (Some(origin), Some(size), Some(root)) = (lines.next(), lines.next(), lines.next()) else {
            return Err(CheckpointError::Lines);
        };
        let head = TreeHead { size: read_size(size)?, root: Hash::from_base64(root)? };
        let mut extensions = Vec::new();
        for line in lines {
            if line.is_empty() || line.len() > CHECKPOINT_LINE_BYTES_MAX {
                return Err(CheckpointError::Extension);
            }
            if extensions.len() == CHECKPOINT_EXTENSIONS_MAX {
                return Err(CheckpointError::ExtensionCount);
            }
            extensions.push(line.to_owned());
        }
        Ok(Self { origin: origin.parse()?, head, extensions })
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.head.size, self.head.root.to_base64())?;
        self.extensions.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

/// A checkpoint that at least one known key signed. Only [`Checkpoint::open`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifiedCheckpoint {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// The signatures that hold, at least one, each key once.
    pub signatures: Vec<NoteSignature>,
}

/// A decimal number as it is written: ASCII digits without sign, space or leading zeroes.
fn read_size(text: &str) -> Result<u64, CheckpointError> {
    let size: u64 = text.parse().map_err(|_number| CheckpointError::Size)?;
    if size.to_string() == text { Ok(size) } else { Err(CheckpointError::Size) }
}

/// Why something is not a checkpoint, or not one to believe.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum CheckpointError {
    /// Not a note, or not one that a known key signed.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The text has fewer than three lines.
    #[error("not a checkpoint: its text is an origin, a size and a root, each on a line of its own")]
    Lines,
    /// Not an origin.
    #[error(
        "not the origin of a log; it is one line of 1 to {CHECKPOINT_LINE_BYTES_MAX} bytes such as `example.com/log`"
    )]
    Origin,
    /// Not a size.
    #[error("the size of the checkpoint is not a decimal number below 2^64 without sign and leading zeroes")]
    Size,
    /// Not a root.
    #[error("the root of the checkpoint cannot be read")]
    Root(#[from] HashError),
    /// An extension line is empty or too long.
    #[error("an extension line of a checkpoint has 1 to {CHECKPOINT_LINE_BYTES_MAX} bytes")]
    Extension,
    /// Too many extension lines.
    #[error("a checkpoint has at most {CHECKPOINT_EXTENSIONS_MAX} extension lines")]
    ExtensionCount,
    /// Signed, but by its origin for another log.
    #[error("the checkpoint is of the log `{found}`, not of `{expected}`; fetch it from the right log")]
    OtherLog {
        /// The origin asked for.
        expected: Origin,
        /// The origin it has.
        found: Origin,
    },
}
