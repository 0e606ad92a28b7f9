//! Dossiers out, and verification.

use std::fs::File;
use std::path::Path;

use anyhow::{Context as _, bail};
use assize_cli::bridge::set;
use assize_cli::counts::counted;
use assize_domain::kernel::id::AuditId;
use assize_domain::{Key, Kind};
use assize_store::{Against, Seal, SignatureCount, TimestampAuthorities, Verdict, Withhold, verify_dossier};
use assize_tlog::{Checkpoint, VerifierKey, WitnessKey};
use serde_json::{Value, json};
use uuid::Uuid;

use super::log::public_key;
use super::{open, progress, progress_bytes};
use crate::args::{ExportCommands, VerifyArgs};
use crate::files::{NewFile, read_text};
use crate::key;
use crate::out::Answer;
use crate::settings::Settings;

/// The longest key or checkpoint that is read from a file, in bytes.
const NOTE_BYTES_MAX: u64 = 1024 * 1024;

/// `export`.
pub(crate) async fn export(settings: &Settings, args: &ExportCommands) -> anyhow::Result<Answer> {
    match args {
        ExportCommands::Audit { audit, output, withhold, withhold_evidence } => {
            dossier(settings, audit, output, withhold, withhold_evidence).await
        }
        ExportCommands::Store { output } => super::whole::export(settings, output).await,
        ExportCommands::Table { name, output, .. } => {
            super::whole::table(settings, name.as_deref().zip(output.as_deref())).await
        }
        ExportCommands::File { of, id, name, output, language } => {
            let kind: Kind = of.parse().map_err(|error| anyhow::anyhow!("`{of}` {error}"))?;
            let id = id.parse().map_err(|_| anyhow::anyhow!("`{id}` is not the id of a record"))?;
            let store = open(settings).await?;
            let key = Key { kind, id };
            let bytes = if assize_server::documents::is_document(name) {
                let workers = assize_cli::work::Processes::own()?;
                let made = assize_server::documents::document_file(&store, &workers, key, name, language);
                made.await.map(|bytes| bytes.to_vec())
            } else {
                assize_server::exports::export(&store, key, name, language).await
            };
            let bytes = bytes.map_err(anyhow::Error::msg)?;
            NewFile::whole(output, &bytes)?;
            let json = json!({ "file": output.display().to_string(), "bytes": bytes.len() });
            Ok(Answer::done(
                json,
                format!("{} is written: {}.", output.display(), counted(bytes.len(), "byte", "bytes")),
            ))
        }
    }
}

async fn dossier(
    settings: &Settings,
    audit: &str,
    output: &Path,
    withhold: &[String],
    withhold_evidence: &[String],
) -> anyhow::Result<Answer> {
    let audit: AuditId = audit.parse().map_err(|error| anyhow::anyhow!("`{audit}` {error}"))?;
    let withhold = chosen(withhold, withhold_evidence)?;
    let store = open(settings).await?;
    // Where the key is not at hand, what was published last is exported, and nobody vouches for its being all.
    let signer = if settings.key_file.exists() { Some(key::read(&settings.key_file)?) } else { None };
    if let Some(signer) = &signer {
        store.publish(signer).await?;
    }
    let verifier = public_key(settings).await?;
    let seal = signer.as_ref().map_or(Seal::Unsigned(&verifier), Seal::Signed);
    let file = NewFile::make(output)?;
    let bar = progress_bytes("writing the dossier", None);
    let out = bar.wrap_write(file.file());
    let done = store.export_audit(audit, seal, &withhold, out).await?;
    bar.finish_and_clear();
    file.keep()?;
    let mut words = format!(
        "{} holds {}; {} withheld.",
        output.display(),
        held(done.entries, Some(done.log_entries), done.records, done.evidence),
        counted(done.withheld, "field or file is", "fields and files are"),
    );
    if signer.is_none() {
        words.push_str(&format!(
            "\nIts manifest is not signed, and entries younger than the checkpoint are not in it: there is no key at {}.",
            settings.key_file.display()
        ));
    }
    words.push_str(&format!(
        "\nWhoever has it can check it with: assize verify --key '{verifier}' {}",
        output.display()
    ));
    let json = json!({ "file": output.display().to_string(), "entries": done.entries, "log_entries": done.log_entries, "records": done.records,
        "evidence": done.evidence, "withheld": done.withheld, "manifest": signed_word(signer.is_some()) });
    Ok(Answer::done(json, words))
}

/// What is in a store or a dossier, in words; of a dossier with the number of entries that the whole log has.
fn held(entries: u64, log_entries: Option<u64>, records: u64, files: u64) -> String {
    let of_log = log_entries.map(|all| format!(" of a log of {all}")).unwrap_or_default();
    let entries = counted(entries, "entry", "entries");
    let (records, files) = (counted(records, "record", "records"), counted(files, "file", "files"));
    format!("{entries}{of_log}, {records} and {files}")
}

/// Whether a manifest is signed, as scripts read it.
const fn signed_word(is_signed: bool) -> &'static str {
    if is_signed { "signed" } else { "unsigned" }
}

/// What is to be withheld, read; whether it names anything is seen by the store.
fn chosen(fields: &[String], evidence: &[String]) -> anyhow::Result<Withhold> {
    let mut withhold = Withhold::default();
    for text in fields {
        let Some(field) = Withhold::field(text) else {
            bail!("--withhold takes KIND:FIELD or SEQ:FIELD, such as `note.written:text`, and not `{text}`")
        };
        withhold.fields.insert(field);
    }
    for text in evidence {
        let id =
            Uuid::parse_str(text).with_context(|| format!("--withhold-evidence: `{text}` is not an id"))?;
        withhold.evidence.insert(id);
    }
    Ok(withhold)
}

/// `verify`.
pub(crate) async fn verify(settings: &Settings, args: &VerifyArgs) -> anyhow::Result<Answer> {
    let key: Option<VerifierKey> = args.key.as_deref().map(key_of).transpose()?;
    let since = args.since.as_ref().map(|file| read_text(file, NOTE_BYTES_MAX)).transpose()?;
    let verdict = match &args.dossier {
        Some(file) => {
            if since.is_some() || !args.witness.is_empty() || args.tsa_ca.is_some() {
                bail!(
                    "--since, --witness and --tsa-ca are for a store; a dossier is checked against its own checkpoint"
                );
            }
            let file = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
            let bar = progress_bytes("verifying", file.metadata().ok().map(|file| file.len()));
            let verdict = verify_dossier(bar.wrap_read(file), key.as_ref())?;
            bar.finish_and_clear();
            verdict
        }
        None => {
            there(settings)?;
            if let Some((file, note)) = args.since.as_ref().zip(since.as_ref())
                && let Err(error) = Checkpoint::parse(note.as_bytes())
            {
                bail!("--since: {} holds no checkpoint: {error}", file.display());
            }
            let bar = progress("verifying");
            let step = |done, of| {
                if let Some(bar) = &bar {
                    bar.set_length(of);
                    bar.set_position(done);
                }
            };
            let evidence_keys = key::evidence_keys(settings)?;
            let witnesses =
                args.witness.iter().map(|text| witness_of(text)).collect::<anyhow::Result<_>>()?;
            let timestamp_authorities = args.tsa_ca.as_deref().map(authorities_of).transpose()?;
            let against = Against { key, since, evidence_keys, witnesses, timestamp_authorities };
            let verdict = assize_store::verify(&settings.addresses, &against, step).await?;
            if let Some(bar) = &bar {
                bar.finish_and_clear();
            }
            verdict
        }
    };
    Ok(judged(&verdict))
}

/// Sees that the database's file and the folders to be verified are there, so that a mistyped one is not called a record that does not hold.
fn there(settings: &Settings) -> anyhow::Result<()> {
    let file = settings.addresses.database.strip_prefix("sqlite:");
    if file.is_some_and(|file| !Path::new(file.strip_prefix("//").unwrap_or(file)).exists()) {
        bail!("there is no store at `{}`: give --store, or name a dossier", settings.database_shown());
    }
    let places = [("--evidence", &settings.addresses.evidence), ("--log", &settings.addresses.log)];
    for (flag, place) in places.into_iter().filter(|(_, place)| !place.contains("://")) {
        if !Path::new(place).is_dir() {
            bail!("there is no folder {place}: say with {flag} where it is");
        }
    }
    Ok(())
}

/// A key as it was given: the text, or a file that holds it.
fn key_of(text: &str) -> anyhow::Result<VerifierKey> {
    let path = Path::new(text);
    let text = if path.is_file() { read_text(path, NOTE_BYTES_MAX)? } else { text.to_owned() };
    text.trim().parse().with_context(|| "--key is neither a key nor a file that holds one")
}

/// A witness's key as it was given: the text, or a file that holds it.
fn witness_of(text: &str) -> anyhow::Result<WitnessKey> {
    let path = Path::new(text);
    let text = if path.is_file() { read_text(path, NOTE_BYTES_MAX)? } else { text.to_owned() };
    text.trim().parse().with_context(|| "--witness is neither a witness's key nor a file that holds one")
}

/// The certificates of authorities.
fn authorities_of(file: &Path) -> anyhow::Result<TimestampAuthorities> {
    let text = read_text(file, NOTE_BYTES_MAX)?;
    TimestampAuthorities::read(text.as_bytes())
        .map_err(|why| anyhow::anyhow!("--tsa-ca: {}: {why}", file.display()))
}

/// How the acts that bind were signed; nothing where there are none.
fn signatures(count: &SignatureCount) -> String {
    if *count == SignatureCount::default() {
        return String::new();
    }
    let mut words = format!(
        "\nActs that bind: {} signed by a passkey, which was checked; {} attested by the server; {} attested by the operator of the host, unsigned.",
        count.passkey, count.server, count.operator
    );
    if count.spot > 0 {
        words.push_str(&format!(
            " {} signed on the spot by a passkey of their own, which was checked; whose it is, the auditor attests.",
            count.spot
        ));
    }
    if count.unchecked > 0 {
        words.push_str(&format!(
            " {} could not be checked, since something is withheld or erased.",
            count.unchecked
        ));
    }
    if count.before > 0 {
        words.push_str(&format!(" {} are from before there were signatures.", count.before));
    }
    words
}

fn judged(verdict: &Verdict) -> Answer {
    let pinned = if verdict.key_pinned { "pinned" } else { "unpinned" };
    if !verdict.is_ok() {
        let list: Vec<Value> = verdict
            .problems
            .iter()
            .map(|trouble| json!({ "where": trouble.place, "what": trouble.what }))
            .collect();
        let words: Vec<String> =
            verdict.problems.iter().map(|trouble| format!("{}: {}", trouble.place, trouble.what)).collect();
        let words = format!("It does not hold.\n{}", words.join("\n"));
        return Answer::no(json!({ "ok": false, "problems": list, "key": pinned }), words);
    }
    let mut words = format!(
        "It holds: {}.",
        held(verdict.entries, verdict.log_entries, verdict.records, verdict.evidence)
    );
    if verdict.uncompared > 0 {
        words.push_str(&format!(
            " {} of the records could not be compared with the journal, since an entry of theirs is not whole.",
            verdict.uncompared
        ));
    }
    if verdict.unsigned > 0 {
        let younger = counted(verdict.unsigned, "entry is", "entries are");
        words.push_str(&format!(" {younger} younger than the checkpoint."));
    }
    if verdict.withheld + verdict.erased > 0 {
        words.push_str(&format!(
            " {} withheld, {} erased.",
            counted(verdict.withheld, "field or file is", "fields and files are"),
            counted(verdict.erased, "entry", "entries")
        ));
    }
    if verdict.from_field > 0 {
        words.push_str(&format!(
            "\n{} came home from the field: each is in the record or waits, as their loans' keys have signed.",
            counted(verdict.from_field, "act", "acts")
        ));
    }
    if verdict.encrypted > 0 {
        words.push_str(&format!("\n{} kept encrypted", counted(verdict.encrypted, "file is", "files are")));
        match (verdict.unopened, verdict.unrecorded) {
            (0, _) => words.push_str(", and open with the key that was given."),
            (unopened, 0) => words.push_str(&format!(
                "; {unopened} of them were not opened, since their key was not given: they are byte for byte the encrypted files that the record names."
            )),
            (unopened, unrecorded) => words.push_str(&format!(
                "; {unopened} of them were not opened, since their key was not given. The record does not name {unrecorded} of these: that they are those that were taken is not shown without the key."
            )),
        }
    }
    for word in &verdict.witnessed {
        let entries = counted(word.size, "entry", "entries");
        words.push_str(&format!("\nWitness {} saw {entries} at {}.", word.name, word.at));
    }
    if let Some(word) = &verdict.timestamped {
        let entries = counted(word.size, "entry was", "entries were");
        words.push_str(&format!("\nThe authority says that {entries} there at {}.", word.at));
    }
    words.push_str(&signatures(&verdict.signatures));
    match verdict.manifest_signed {
        Some(true) => words.push_str("\nIts manifest is signed: whoever holds the log's key vouches that nothing else was left out."),
        Some(false) => words.push_str("\nIts manifest is not signed: that nothing else was left out is the word of whoever gave it to you."),
        None => {}
    }
    if !verdict.key_pinned {
        words.push_str("\nThe key came along with what was verified: this shows that it agrees with itself. Give --key to know whose it is.");
    }
    let mut json = json!({ "ok": true, "entries": verdict.entries, "evidence": verdict.evidence, "checkpoint": verdict.checkpoint,
        "key": pinned, "withheld": verdict.withheld, "erased": verdict.erased, "unsigned": verdict.unsigned, "records": verdict.records,
        "uncompared": verdict.uncompared,
        "encrypted": verdict.encrypted, "unopened": verdict.unopened, "unrecorded": verdict.unrecorded,
        "signatures": { "passkey": verdict.signatures.passkey, "spot": verdict.signatures.spot, "server": verdict.signatures.server, "operator": verdict.signatures.operator,
            "unchecked": verdict.signatures.unchecked, "before": verdict.signatures.before } });
    if let Some(all) = verdict.log_entries {
        set(&mut json, "log_entries", all);
    }
    if !verdict.witnessed.is_empty() {
        let words = verdict.witnessed.iter();
        let words =
            words.map(|word| json!({ "witness": word.name, "size": word.size, "at": word.at.to_string() }));
        set(&mut json, "witnessed", words.collect::<Value>());
    }
    if let Some(word) = &verdict.timestamped {
        set(&mut json, "timestamped", json!({ "size": word.size, "at": word.at.to_string() }));
    }
    if let Some(is_signed) = verdict.manifest_signed {
        set(&mut json, "manifest", signed_word(is_signed));
    }
    Answer::done(json, words)
}
