//! Those beyond this house who vouch for its log: witnesses (C2SP tlog-witness) and timestamping authorities (RFC 3161). Nobody is asked
//! who is not configured, and they learn size and root of the log, and nothing of what is in it.

use std::time::Duration;

use assize_store::{
    Store, StoreError, TIMESTAMP_BYTES_MAX, TimestampWord, WitnessKey, WitnessQuestion, WitnessWord,
};
use bytes::Bytes;

use crate::problem::causes;

/// How long one of them may take to answer.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(20);
/// The longest answer of a witness, in bytes.
const COSIGNATURE_BYTES_MAX: usize = 16 * 1024;
/// What says that a witness saw the log at another size.
const CONFLICT: u16 = 409;
/// What is said where there is nothing to vouch for.
const UNPUBLISHED: &str = "nothing was published yet: run `assize log publish`";
/// How often a witness is asked again that saw the log at another size than was thought.
const ASKED_AGAIN_MAX: usize = 2;

/// A witness: where it is, and its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    url: String,
    key: WitnessKey,
}

impl Witness {
    /// Reads `https://witness.example/ witness.example/w+1a2b3c4d+BA...`: an address and a key.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn read(text: &str) -> Result<Self, String> {
        let (url, key) =
            text.trim().split_once(char::is_whitespace).ok_or("it is not an address and a key")?;
        let key = key.trim().parse().map_err(|error| format!("its key cannot be read: {error}"))?;
        Ok(Self { url: address(url)?.trim_end_matches('/').to_owned(), key })
    }

    /// Its key.
    #[must_use]
    pub const fn key(&self) -> &WitnessKey {
        &self.key
    }
}

/// The authority that timestamps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    url: String,
}

impl Authority {
    /// Reads the address of an authority.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn read(url: &str) -> Result<Self, String> {
        Ok(Self { url: address(url.trim())?.to_owned() })
    }
}

/// An address of HTTP. What is asked is public and what is answered is signed, so an authority may be asked without TLS, as most are.
fn address(url: &str) -> Result<&str, String> {
    let is_one =
        ["https://", "http://"].iter().any(|scheme| url.len() > scheme.len() && url.starts_with(scheme));
    if is_one { Ok(url) } else { Err(format!("`{url}` is no address like https://witness.example/")) }
}

fn client() -> Result<reqwest::Client, String> {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(ANSWER_TIME_MAX)
        .build()
        .map_err(|error| causes(&error))
}

/// Whether a server at an address is ready.
///
/// # Errors
/// Why it is not, or that nothing answers.
pub async fn answers(origin: &str) -> Result<(), String> {
    let asked = client()?.get(format!("{}/readyz", origin.trim_end_matches('/'))).send().await;
    let answer = asked.map_err(|error| causes(&error.without_url()))?;
    match answer.status().as_u16() {
        200 => Ok(()),
        other => Err(format!("it is not ready (status {other})")),
    }
}

/// Asks a witness to sign the checkpoint that was published last, and keeps its cosignature.
///
/// # Errors
/// Why it did not.
pub async fn ask_witness(store: &Store, witness: &Witness) -> Result<WitnessWord, String> {
    let told = |error: StoreError| causes(&error);
    let client = client()?;
    let log = store.published_key().await.map_err(told)?.ok_or(UNPUBLISHED)?;
    let mut seen = store.witnessed_size(&witness.key).await.map_err(told)?;
    for _ in 0..=ASKED_AGAIN_MAX {
        let question = store.witness_question(seen, &log).await.map_err(told)?;
        let question = question.ok_or(UNPUBLISHED)?;
        let asked = client.post(format!("{}/add-checkpoint", witness.url)).body(body(seen, &question));
        let (status, answer) = answered(asked, COSIGNATURE_BYTES_MAX).await?;
        let text = String::from_utf8(answer.to_vec()).map_err(|_| "the witness's answer is not text")?;
        match status {
            200 => return store.keep_cosignature(&question, &text, &witness.key).await.map_err(told),
            CONFLICT => match text.trim().parse::<u64>() {
                Ok(size) if size != seen => seen = size,
                _ => return Err("the witness saw the log at this size with another root".to_owned()),
            },
            other => return Err(format!("the witness answered with the status {other}: {}", short(&text))),
        }
    }
    Err("the witness says another size each time it is asked".to_owned())
}

/// What is sent to a witness: the size it saw, the proof from there, and the checkpoint.
fn body(seen: u64, question: &WitnessQuestion) -> String {
    let proof: String = question.proof.iter().map(|hash| format!("{}\n", hash.to_base64())).collect();
    format!("old {seen}\n{proof}\n{}", question.note)
}

/// Asks an authority to timestamp the checkpoint that was published last, and keeps its answer.
///
/// # Errors
/// Why it did not.
pub async fn ask_authority(store: &Store, authority: &Authority) -> Result<TimestampWord, String> {
    let told = |error: StoreError| causes(&error);
    let log = store.published_key().await.map_err(told)?.ok_or(UNPUBLISHED)?;
    let question = store.timestamp_question(&log).await.map_err(told)?;
    let question = question.ok_or(UNPUBLISHED)?;
    let asked = client()?
        .post(&authority.url)
        .header("content-type", "application/timestamp-query")
        .header("accept", "application/timestamp-reply")
        .body(question.query.clone());
    let (status, answer) = answered(asked, TIMESTAMP_BYTES_MAX).await?;
    if status != 200 {
        return Err(format!("the authority answered with the status {status}"));
    }
    store.keep_timestamp(&question, answer).await.map_err(told)
}

/// What is answered: the status and the body.
async fn answered(request: reqwest::RequestBuilder, bytes_max: usize) -> Result<(u16, Bytes), String> {
    let mut answer = request.send().await.map_err(|error| causes(&error.without_url()))?;
    let status = answer.status().as_u16();
    let mut all = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| causes(&error.without_url()))? {
        all.extend_from_slice(&chunk);
        if all.len() > bytes_max {
            return Err(format!("the answer is longer than {bytes_max} bytes"));
        }
    }
    Ok((status, Bytes::from(all)))
}

/// The first line of what somebody else says, without signs that could forge another.
fn short(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().filter(|sign| !sign.is_control()).take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_witness_is_an_address_and_a_key() {
        let key = "witness.example/w";
        for bad in
            ["", "https://w.example/", "w.example key", "https://w.example/ key", &format!("ftp://w {key}")]
        {
            assert!(Witness::read(bad).is_err(), "{bad}");
        }
        assert!(Authority::read("http://tsa.example/tsr").is_ok());
        for bad in ["", "tsa.example", "https://", "file:///etc/passwd"] {
            assert!(Authority::read(bad).is_err(), "{bad}");
        }
    }
}
