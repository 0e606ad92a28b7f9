//! A Merkle transparency log and its signed checkpoints.
//!
//! A log is a list of entries that only grows. Its root is one hash that stands for all of them in their order, so
//! whoever kept an earlier root can prove that nothing before it was changed, removed or inserted. What is written
//! here follows public specifications, so that software that is not ours can verify what Assize signs:
//!
//! | what | specification | here |
//! |---|---|---|
//! | leaf and node hashes, inclusion and consistency proofs | RFC 6962 section 2.1 | [`leaf_hash`], [`Frontier`], [`verify_inclusion`], [`verify_consistency`] |
//! | tiles and entry bundles | [C2SP tlog-tiles](https://c2sp.org/tlog-tiles) | [`Tile`], [`EntryBundle`], [`TileEdge`], [`TileTree`] |
//! | checkpoints | [C2SP tlog-checkpoint](https://c2sp.org/tlog-checkpoint) | [`Checkpoint`] |
//! | cosignatures of witnesses | [C2SP tlog-cosignature](https://c2sp.org/tlog-cosignature) | [`WitnessKey`] |
//! | notes and their Ed25519 keys | [C2SP signed-note](https://c2sp.org/signed-note) | [`Note`], [`VerifierKey`], [`SignerKey`] |
//!
//! # What this crate must not know
//!
//! - **Audits.** An entry is bytes. No id, clause, person or act has a name here, and no other crate of Assize is a
//!   dependency.
//! - **The world.** No file, network, database, environment or clock, and nothing is async. Tiles come in through
//!   [`TileReader`]; a checkpoint carries no time because the specification has none.
//! - **Randomness.** A key is made from 32 bytes that the caller drew ([`SignerKey::from_seed`]); Ed25519 signatures
//!   are deterministic.
//! - **Trust.** Which key and which earlier checkpoint to believe is the caller's decision. Nothing here remembers one.
//!
//! # Writing a log
//!
//! Keep a [`Frontier`] beside the entries and append a [`leaf_hash`] for each, in the transaction that stores the
//! entry. Publish from time to time: load the [`TileEdge`] of the size last published, give it the leaf hashes since
//! then, write every tile it returns, make them durable, compare [`TileEdge::head`] with the frontier, and only then
//! sign and publish the [`Checkpoint`]. Tiles depend on nothing but the leaves, so publishing again after a crash
//! writes the same bytes.
//!
//! ```
//! use assize_tlog::{Checkpoint, Frontier, SignerKey, leaf_hash};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let signer = SignerKey::from_seed("example.com/log".parse()?, &[7; 32])?;
//! let mut frontier = Frontier::new();
//! for entry in ["first", "second", "third"] {
//!     frontier.append(leaf_hash(entry.as_bytes()))?;
//! }
//! let note = Checkpoint::new("example.com/log".parse()?, frontier.head()).sign(&[&signer])?;
//!
//! let opened = Checkpoint::open(
//!     note.to_string().as_bytes(),
//!     &"example.com/log".parse()?,
//!     &[signer.verifier_key().clone()],
//! )?;
//! assert_eq!(opened.checkpoint.head(), frontier.head());
//! # Ok(())
//! # }
//! ```
//!
//! # Reading a log
//!
//! [`TileTree`] makes proofs from tiles alone and [`verify_inclusion`] and [`verify_consistency`] check them. Everything
//! that is parsed or verified may be hostile: no input makes this crate panic, loop or allocate beyond a small multiple
//! of the input, and each limit is a named constant.

mod checkpoint;
mod cosignature;
mod edge;
mod frontier;
mod hash;
mod key;
mod note;
mod proof;
mod tile;
mod tree;
mod verify;

pub use checkpoint::{
    CHECKPOINT_EXTENSIONS_MAX, CHECKPOINT_LINE_BYTES_MAX, Checkpoint, CheckpointError, Origin,
    VerifiedCheckpoint,
};
pub use cosignature::WitnessKey;
pub use edge::{TileData, TileEdge};
pub use frontier::{Frontier, FrontierError, TreeHead, root};
pub use hash::{HASH_BYTES, Hash, HashError, empty_root, leaf_hash, node_hash};
pub use key::{KEY_NAME_BYTES_MAX, KeyError, KeyId, KeyName, SignerKey, VerifierKey};
pub use note::{NOTE_BYTES_MAX, NOTE_SIGNATURES_MAX, Note, NoteError, NoteSignature, VerifiedNote};
pub use proof::{PROOF_HASHES_MAX, RangeError, consistency_proof, inclusion_proof};
pub use tile::{
    BundleError, ENTRY_BYTES_MAX, EntryBundle, TILE_LEVEL_MAX, TILE_PATH_BYTES_MAX, TILE_WIDTH, Tile,
    TileError, tiles_new,
};
pub use tree::{TileReader, TileTree, TreeError, consistency_tiles, inclusion_tiles};
pub use verify::{ProofError, verify_consistency, verify_inclusion};
