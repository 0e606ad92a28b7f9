//! What others say of the log: witnesses who saw its checkpoints, and authorities that say when one was there.
//!
//! Nobody is asked here; what is asked, and what came of it, goes out and comes in. A witness's word stands in the signed note
//! `checkpoint.witnessed`, an authority's in `timestamp/SIZE.tsr` beside the note that it is of; `timestamp/latest` names the size.

use assize_domain::kernel::time::Timestamp;
use assize_tlog::{
    Checkpoint, Hash, Note, NoteSignature, TreeHead, VerifierKey, WitnessKey, consistency_proof,
};
use bytes::Bytes;

use crate::error::StoreError;
use crate::log::opened;
use crate::timestamp::{NONCE_BYTES, TimestampAuthorities, timestamp_of, timestamp_query, timestamp_said};
use crate::verify::{Against, Verdict};
use crate::writer::random;
use crate::{Place, Store};

/// The name of the checkpoint that witnesses signed last, among the log's objects.
pub const WITNESSED: &str = "checkpoint.witnessed";
/// The name of the object that says which checkpoint was timestamped last.
pub const TIMESTAMPED: &str = "timestamp/latest";
/// The earliest and the latest that a cosignature may say, in seconds after 1970: what has a date here.
const COSIGNED_MAX: u64 = 253_402_300_799;

/// What a witness is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessQuestion {
    /// The signed note of the checkpoint.
    pub note: String,
    /// Its size.
    pub size: u64,
    /// That it goes on from the size that the witness saw last.
    pub proof: Vec<Hash>,
}

/// What an authority is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimestampQuestion {
    /// The signed note of the checkpoint that is to be timestamped.
    pub note: String,
    /// Its size.
    pub size: u64,
    /// The question, in DER.
    pub query: Vec<u8>,
    nonce: [u8; NONCE_BYTES],
}

/// A witness's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessWord {
    /// The witness's name.
    pub name: String,
    /// How many entries it saw.
    pub size: u64,
    /// When.
    pub at: Timestamp,
}

/// An authority's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimestampWord {
    /// How many entries there were.
    pub size: u64,
    /// When.
    pub at: Timestamp,
}

impl Store {
    /// What is to be sent to a witness that saw the log at `seen` entries, for the checkpoint that was published last; nothing where none was.
    ///
    /// # Errors
    /// [`StoreError::Log`] where the witness saw more than was published.
    pub async fn witness_question(
        &self,
        seen: u64,
        key: &VerifierKey,
    ) -> Result<Option<WitnessQuestion>, StoreError> {
        let Some(note) = self.checkpoint_note().await? else { return Ok(None) };
        let note = own_lines(&note, key)?;
        let size = opened(&note, key)?.head().size;
        if seen > size {
            return Err(StoreError::Log(format!(
                "a witness saw {seen} entries, and {size} are published: the log was set back"
            )));
        }
        // From nothing, and from the same, nothing needs to be proved.
        let proof = if seen == 0 || seen == size {
            Vec::new()
        } else {
            let leaves = self.leaf_hashes(size).await?;
            consistency_proof(&leaves, seen).map_err(|error| StoreError::Log(error.to_string()))?
        };
        Ok(Some(WitnessQuestion { note, size, proof }))
    }

    /// Keeps what a witness answered: its cosignature of the checkpoint that it was asked about. Answers when it says that it saw it.
    ///
    /// # Errors
    /// [`StoreError::Log`] where it is no cosignature of this witness and checkpoint.
    pub async fn keep_cosignature(
        &self,
        question: &WitnessQuestion,
        answer: &str,
        witness: &WitnessKey,
    ) -> Result<WitnessWord, StoreError> {
        let bad = |error: assize_tlog::NoteError| {
            StoreError::Log(format!(
                "witness `{}` answered no cosignature of its own: {error}",
                witness.name()
            ))
        };
        let asked = Note::parse(question.note.as_bytes()).map_err(bad)?;
        let cosigned = asked.cosigned(answer).map_err(bad)?;
        let at = witness.cosigned_at(&cosigned).map_err(bad)?;
        // What else it may have sent is not kept.
        let own = lines(&cosigned, |line| is_by(line, witness));
        for _ in 0..TRIES_MAX {
            let seen = self.log.see(WITNESSED).await?;
            // What other witnesses said of the same checkpoint stays; what was said of a smaller one goes.
            let kept = seen.bytes.as_deref().and_then(|bytes| Note::parse(bytes).ok());
            let before = match kept {
                Some(kept) if kept.text() == asked.text() => lines(&kept, |line| !is_by(line, witness)),
                Some(kept) if size_of(&kept) > Some(question.size) => break,
                _ => lines(&asked, |_| true),
            };
            let note = format!("{}\n{before}{own}", asked.text());
            if self.log.replace(WITNESSED, &seen, Bytes::from(note)).await? {
                break;
            }
        }
        word(witness, question.size, at)
    }

    /// How many entries a witness has signed for here; none where it has not.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn witnessed_size(&self, witness: &WitnessKey) -> Result<u64, StoreError> {
        let note = self.log.get(WITNESSED).await?.and_then(|bytes| Note::parse(&bytes).ok());
        let note = note.filter(|note| witness.cosigned_at(note).is_ok());
        Ok(note.as_ref().and_then(size_of).unwrap_or_default())
    }

    /// What is to be asked of an authority, for the checkpoint that was published last; nothing where none was.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn timestamp_question(
        &self,
        key: &VerifierKey,
    ) -> Result<Option<TimestampQuestion>, StoreError> {
        let Some(note) = self.checkpoint_note().await? else { return Ok(None) };
        let size = opened(&note, key)?.head().size;
        let nonce = random::<NONCE_BYTES>()?;
        let query = timestamp_query(note.as_bytes(), nonce);
        Ok(Some(TimestampQuestion { note, size, query, nonce }))
    }

    /// Keeps what an authority answered. Answers the time that it says; who trusts its certificate verifies that.
    ///
    /// # Errors
    /// [`StoreError::Log`] where it is no timestamp of this checkpoint, or the answer to another question.
    pub async fn keep_timestamp(
        &self,
        question: &TimestampQuestion,
        answer: Bytes,
    ) -> Result<TimestampWord, StoreError> {
        let TimestampQuestion { note, size, nonce, .. } = question;
        let at = timestamp_said(note.as_bytes(), &answer, Some(*nonce))
            .map_err(|fault| StoreError::Log(format!("the authority's answer is none: {fault}")))?;
        self.log.put(&note_name(*size), Bytes::from(note.clone())).await?;
        self.log.put(&token_name(*size), answer).await?;
        self.log.put(TIMESTAMPED, Bytes::from(format!("{size}\n"))).await?;
        Ok(TimestampWord { size: *size, at })
    }
}

/// How often a note is put in the place of another while others do so too.
const TRIES_MAX: usize = 20;

fn note_name(size: u64) -> String {
    format!("timestamp/{size}.note")
}

fn token_name(size: u64) -> String {
    format!("timestamp/{size}.tsr")
}

/// A note with the lines of the log's own key alone, as a witness wants it.
fn own_lines(note: &str, key: &VerifierKey) -> Result<String, StoreError> {
    let parsed = Note::parse(note.as_bytes()).map_err(|error| StoreError::Log(error.to_string()))?;
    let own = lines(&parsed, |line| line.id() == key.id() && line.name() == key.name());
    Ok(format!("{}\n{own}", parsed.text()))
}

/// The lines of some of a note's signatures.
fn lines(note: &Note, which: impl Fn(&NoteSignature) -> bool) -> String {
    note.signatures().iter().filter(|line| which(line)).map(|line| format!("{line}\n")).collect()
}

fn is_by(line: &NoteSignature, witness: &WitnessKey) -> bool {
    line.id() == witness.id() && line.name() == witness.name()
}

fn size_of(note: &Note) -> Option<u64> {
    Checkpoint::parse(note.to_string().as_bytes()).ok().map(|(checkpoint, _)| checkpoint.head().size)
}

fn word(witness: &WitnessKey, size: u64, at: u64) -> Result<WitnessWord, StoreError> {
    let millis = i64::try_from(at.min(COSIGNED_MAX)).unwrap_or_default() * 1_000;
    let at =
        Timestamp::from_millis(millis).map_err(|bad| StoreError::Log(format!("a witness's time {bad}")))?;
    Ok(WitnessWord { name: witness.name().to_string(), size, at })
}

/// Checks what witnesses and authorities said; answers the heads that it was said of, which the journal must have.
pub(crate) async fn vouched(
    log: &Place,
    key: Option<&VerifierKey>,
    against: &Against,
    verdict: &mut Verdict,
) -> Result<Vec<(&'static str, TreeHead)>, StoreError> {
    let mut heads = Vec::new();
    if !against.witnesses.is_empty() {
        heads.extend(
            witnessed(log, key, &against.witnesses, verdict)
                .await?
                .map(|head| ("witnessed checkpoint", head)),
        );
    }
    if let Some(trusted) = &against.timestamp_authorities {
        heads.extend(
            timestamped(log, key, trusted, verdict).await?.map(|head| ("timestamped checkpoint", head)),
        );
    }
    Ok(heads)
}

async fn witnessed(
    log: &Place,
    key: Option<&VerifierKey>,
    witnesses: &[WitnessKey],
    verdict: &mut Verdict,
) -> Result<Option<TreeHead>, StoreError> {
    let place = "witnessed checkpoint";
    let Some(note) = log.get(WITNESSED).await? else {
        verdict.trouble(place, "no witness has signed a checkpoint: ask them with `assize log witness`");
        return Ok(None);
    };
    let note = match Note::parse(&note) {
        Ok(note) => note,
        Err(error) => {
            verdict.trouble(place, error.to_string());
            return Ok(None);
        }
    };
    let Some(key) = key else { return Ok(None) };
    let head = match opened(&note.to_string(), key) {
        Ok(checkpoint) => checkpoint.head(),
        Err(error) => {
            verdict.trouble(place, error.to_string());
            return Ok(None);
        }
    };
    for witness in witnesses {
        match witness.cosigned_at(&note) {
            Ok(at) => verdict.witnessed.push(word(witness, head.size, at)?),
            Err(error) => verdict.trouble(place, format!("witness `{}`: {error}", witness.name())),
        }
    }
    Ok(Some(head))
}

async fn timestamped(
    log: &Place,
    key: Option<&VerifierKey>,
    trusted: &TimestampAuthorities,
    verdict: &mut Verdict,
) -> Result<Option<TreeHead>, StoreError> {
    let place = "timestamped checkpoint";
    let latest = log.get(TIMESTAMPED).await?;
    let size = latest.and_then(|bytes| std::str::from_utf8(&bytes).ok()?.trim().parse::<u64>().ok());
    let Some(size) = size else {
        verdict.trouble(place, "no checkpoint was timestamped: ask for it with `assize log timestamp`");
        return Ok(None);
    };
    let (Some(note), Some(token)) = (log.get(&note_name(size)).await?, log.get(&token_name(size)).await?)
    else {
        verdict.trouble(place, "the checkpoint that was timestamped last, or its timestamp, is missing");
        return Ok(None);
    };
    match timestamp_of(&note, &token, None, trusted) {
        Ok(at) => verdict.timestamped = Some(TimestampWord { size, at }),
        Err(fault) => verdict.trouble(place, fault.to_string()),
    }
    let Some(key) = key else { return Ok(None) };
    match opened(&String::from_utf8_lossy(&note), key) {
        Ok(checkpoint) if checkpoint.head().size == size => Ok(Some(checkpoint.head())),
        Ok(_) => {
            verdict.trouble(place, "it is of another size than its name says");
            Ok(None)
        }
        Err(error) => {
            verdict.trouble(place, error.to_string());
            Ok(None)
        }
    }
}
