//! The log: its key, its checkpoints, its proofs.

use anyhow::{Context as _, bail};
use assize_cli::counts::counted;
use assize_server::beyond::{ask_authority, ask_witness};
use assize_tlog::VerifierKey;
use serde_json::json;

use super::open;
use crate::args::LogCommands;
use crate::key;
use crate::out::Answer;
use crate::settings::Settings;

/// `log`.
pub(crate) async fn run(settings: &Settings, args: &LogCommands) -> anyhow::Result<Answer> {
    match args {
        LogCommands::Key => {
            let key = public_key(settings).await?.to_string();
            Ok(Answer::done(json!({ "key": key }), key))
        }
        LogCommands::Publish => {
            let store = open(settings).await?;
            let published = store.publish(&key::read(&settings.key_file)?).await?;
            let Some(published) = published else { bail!("the store has no entry yet") };
            let json = json!({ "size": published.size, "checkpoint": published.note });
            Ok(Answer::done(json, published.note.trim_end()))
        }
        LogCommands::Checkpoint => {
            let Some(note) = open(settings).await?.checkpoint_note().await? else {
                bail!("nothing was published yet: run `assize log publish`")
            };
            Ok(Answer::done(json!({ "checkpoint": note }), note.trim_end()))
        }
        LogCommands::Witness => witness(settings).await,
        LogCommands::Timestamp => timestamp(settings).await,
        LogCommands::Proof { seq } => proof(settings, *seq).await,
    }
}

async fn witness(settings: &Settings) -> anyhow::Result<Answer> {
    let witnesses = &settings.beyond.witnesses;
    if witnesses.is_empty() {
        bail!("no witness is configured: give `witnesses`, each an address and a key");
    }
    let store = open(settings).await?;
    let (mut words, mut signed, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for witness in witnesses {
        let name = witness.key().name().to_string();
        match ask_witness(&store, witness).await {
            Ok(word) => {
                let entries = counted(word.size, "entry", "entries");
                words.push(format!("{} signed for {entries} at {}.", word.name, word.at));
                signed.push(json!({ "witness": name, "size": word.size, "at": word.at.to_string() }));
            }
            Err(why) => {
                words.push(format!("{name} did not sign: {why}."));
                refused.push(json!({ "witness": name, "why": why }));
            }
        }
    }
    let is_done = refused.is_empty();
    let json = json!({ "signed": signed, "refused": refused });
    Ok(if is_done { Answer::done(json, words.join("\n")) } else { Answer::no(json, words.join("\n")) })
}

async fn timestamp(settings: &Settings) -> anyhow::Result<Answer> {
    let Some(authority) = &settings.beyond.authority else {
        bail!("no authority is configured: give `tsa_url`")
    };
    let word = ask_authority(&open(settings).await?, authority).await.map_err(|why| anyhow::anyhow!(why))?;
    let words = format!(
        "The checkpoint of {} was timestamped; the answer says {}. Verify it with `assize verify --tsa-ca FILE`.",
        counted(word.size, "entry", "entries"),
        word.at
    );
    Ok(Answer::done(json!({ "size": word.size, "at": word.at.to_string() }), words))
}

async fn proof(settings: &Settings, seq: i64) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let Some(proof) = store.proof(seq, &public_key(settings).await?).await? else {
        bail!("entry {seq} is not in the checkpoint that was published last: run `assize log publish`")
    };
    let path: Vec<String> = proof.path.iter().map(ToString::to_string).collect();
    let words = format!(
        "leaf {}\nindex {}\nsize {}\n{}\n\n{}",
        proof.leaf,
        proof.index,
        proof.size,
        path.join("\n"),
        proof.note.trim_end()
    );
    let json = json!({ "leaf_hash": proof.leaf.to_string(), "index": proof.index, "size": proof.size, "path": path, "checkpoint": proof.note });
    Ok(Answer::done(json, words))
}

/// The key that verifies the log: of the signing key where it is there, else the one that stands beside the log.
pub(super) async fn public_key(settings: &Settings) -> anyhow::Result<VerifierKey> {
    if settings.key_file.exists() {
        return Ok(key::read(&settings.key_file)?.verifier_key().clone());
    }
    let place = assize_store::Place::open(&settings.addresses.log, &settings.addresses.bucket)?;
    let beside = place.get(assize_store::VERIFIER_KEY).await?;
    let text = beside.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok());
    text.and_then(|text| text.trim().parse().ok()).with_context(|| {
        format!("there is neither a signing key at {} nor a key beside the log", settings.key_file.display())
    })
}
