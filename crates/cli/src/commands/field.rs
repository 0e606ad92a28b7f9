//! Work in the field: an audit out, opened, and home again.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use assize_cli::counts::counted;
use assize_cli::work::Processes;
use assize_domain::Actor;
use assize_domain::kernel::id::{AuditId, PersonId};
use assize_server::{Entrance, FieldDesk, Site, serve_field};
use assize_store::{Clock, Documents, FIELD_PASSPHRASE_CHARS_MIN, Field, FieldKey, FieldLock, Lending};
use serde_json::json;
use zeroize::Zeroizing;

use super::link::find;
use super::open;
use super::serve::{bind, ended, logs};
use crate::args::FieldCommands;
use crate::files::{NewFile, read_text};
use crate::out::{Answer, print};
use crate::settings::Settings;

/// The longest file with a passphrase or a key, in bytes.
const SECRET_BYTES_MAX: u64 = 64 * 1024;
/// The variable that has the passphrase, where no file does.
const PASSPHRASE: &str = "ASSIZE_FIELD_PASSPHRASE";

/// `field`.
pub(crate) async fn run(settings: &Settings, args: &FieldCommands, as_json: bool) -> anyhow::Result<Answer> {
    match args {
        FieldCommands::Out { .. } => out(settings, args).await,
        FieldCommands::Open { field, listen, lock_after } => {
            let idle = Duration::from_secs(u64::from(*lock_after) * 60);
            serve(settings, field, listen, idle, as_json).await
        }
        FieldCommands::Home { field, output, key_file, passphrase_file } => {
            home(field, output, key_file.as_deref(), passphrase_file.as_deref()).await
        }
        FieldCommands::In { home, person } => take_in(settings, home, person.as_deref()).await,
    }
}

/// The passphrase of a file's first line, or of the environment.
fn passphrase(file: Option<&Path>) -> anyhow::Result<Option<Zeroizing<String>>> {
    let text = match file {
        Some(file) => Zeroizing::new(read_text(file, SECRET_BYTES_MAX)?),
        None => match std::env::var(PASSPHRASE) {
            Ok(text) => Zeroizing::new(text),
            Err(_) => return Ok(None),
        },
    };
    Ok(Some(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned())))
}

async fn out(settings: &Settings, args: &FieldCommands) -> anyhow::Result<Answer> {
    let FieldCommands::Out { audit, borrower, output, to, passphrase_file, paper, no_files, file, person } =
        args
    else {
        bail!("nothing is lent")
    };
    let audit: AuditId = audit.parse().map_err(|error| anyhow::anyhow!("`{audit}` {error}"))?;
    let lock = match to {
        Some(to) => {
            FieldLock::recipient(to).context("--to: give a recipient of age, which begins with `age1`")?
        }
        None => {
            let text = passphrase(passphrase_file.as_deref())?;
            let text = text.with_context(|| {
                format!("say to what the file is encrypted: --to RECIPIENT, --passphrase-file FILE, or {PASSPHRASE}")
            })?;
            FieldLock::passphrase(&text).with_context(|| {
                format!("the passphrase is too short: whoever finds the laptop can try for as long as they like; give at least {FIELD_PASSPHRASE_CHARS_MIN} characters")
            })?
        }
    };
    let store = open(settings).await?;
    let borrower = find(&store, "--for", borrower).await?;
    let papers = match paper.as_slice() {
        [] => None,
        ids => Some(
            ids.iter()
                .map(|id| id.parse().map_err(|error| anyhow::anyhow!("--paper: `{id}` {error}")))
                .collect::<anyhow::Result<Vec<_>>>()?,
        ),
    };
    let documents = match (no_files, file.as_slice()) {
        (true, _) => Documents::None,
        (false, []) => Documents::All,
        (false, ids) => Documents::Of(
            ids.iter()
                .map(|id| id.parse().with_context(|| format!("--file: `{id}` is no id of evidence")))
                .collect::<anyhow::Result<_>>()?,
        ),
    };
    let by = Actor::Operator { on_behalf_of: Some(on_behalf(person.as_deref(), borrower)?) };
    let lending = Lending { audit, borrower, papers, documents, by };
    let new = NewFile::make(output)?;
    let mut file = BufWriter::new(new.file());
    let lent = store.lend(&lending, &lock, &mut file).await?;
    file.flush()?;
    drop(file);
    new.keep()?;
    let words = format!(
        "{} holds the audit with {} and {}; {} lent.\nOn the laptop: assize field open {}\nIf it is lost: assize act field.revoke, or the page of the audit.",
        output.display(),
        counted(lent.records, "record", "records"),
        counted(lent.files, "file", "files"),
        counted(lent.papers, "working paper is", "working papers are"),
        output.display()
    );
    let json = json!({ "file": output.display().to_string(), "loan": lent.loan.to_string(), "records": lent.records,
        "files": lent.files, "papers": lent.papers });
    Ok(Answer::done(json, words))
}

fn on_behalf(person: Option<&str>, otherwise: PersonId) -> anyhow::Result<PersonId> {
    match person {
        Some(id) => id.parse().map_err(|error| anyhow::anyhow!("--as: `{id}` {error}")),
        None => Ok(otherwise),
    }
}

async fn serve(
    settings: &Settings,
    file: &Path,
    listen: &str,
    idle: Duration,
    as_json: bool,
) -> anyhow::Result<Answer> {
    logs(&settings.log_level)?;
    if !file.exists() {
        bail!("there is no file {}", file.display());
    }
    let listener = bind(listen).await?;
    let address = listener.local_addr()?;
    if !address.ip().is_loopback() {
        bail!("--listen: a field is served to this machine alone, at an address like 127.0.0.1:27010");
    }
    let site = Site::of_listener(address);
    let origin = site.origin().to_owned();
    let entrance = Arc::new(Entrance { site, ..Entrance::default() });
    let set = FieldDesk {
        file: file.to_owned(),
        zone_minutes: zone_minutes(),
        idle,
        clock: Clock::System,
        entrance,
        workers: Arc::new(Processes::own()?),
    };
    let ended = ended()?;
    if as_json {
        print(&json!({ "listening": origin }).to_string())?;
    }
    eprintln!(
        "Open {origin} in a browser of this machine. End with Ctrl-C; what was done is kept, encrypted, beside the file."
    );
    serve_field(listener, set, async move {
        let _ = ended.await;
    })
    .await?;
    Ok(Answer::silent())
}

/// What the time zone of this machine is ahead of UTC now.
fn zone_minutes() -> i64 {
    let offset = jiff::tz::TimeZone::system().to_offset(jiff::Timestamp::now());
    i64::from(offset.seconds() / 60)
}

async fn home(
    file: &Path,
    output: &Path,
    key_file: Option<&Path>,
    passphrase_file: Option<&Path>,
) -> anyhow::Result<Answer> {
    let key = match key_file {
        Some(key_file) => {
            let text = Zeroizing::new(read_text(key_file, SECRET_BYTES_MAX)?);
            FieldKey::identity(&text)
                .with_context(|| format!("{} holds no identity of age", key_file.display()))?
        }
        None => {
            let text = passphrase(passphrase_file)?.with_context(|| {
                format!("say with what the file is opened: --key-file FILE, --passphrase-file FILE, or {PASSPHRASE}")
            })?;
            FieldKey::passphrase(&text)
        }
    };
    let field = Field::open(file, &key, Clock::System, zone_minutes()).await?;
    let new = NewFile::make(output)?;
    let mut out = BufWriter::new(new.file());
    let closed = field.home(&mut out).await?;
    out.flush()?;
    drop(out);
    new.keep()?;
    let mut words = format!(
        "{} holds {} and {}. In the house: assize field in {}",
        output.display(),
        counted(closed.acts, "act", "acts"),
        counted(closed.files, "file", "files"),
        output.display()
    );
    if closed.wiped > 0 {
        let wiped = counted(closed.wiped, "file that may not leave was", "files that may not leave were");
        words.push_str(&format!("\n{wiped} wiped from this laptop."));
    }
    let json = json!({ "file": output.display().to_string(), "acts": closed.acts, "entries": closed.entries,
        "files": closed.files, "wiped": closed.wiped });
    Ok(Answer::done(json, words))
}

async fn take_in(settings: &Settings, file: &Path, person: Option<&str>) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let opened = File::open(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let taken = match person {
        Some(id) => {
            let person = id.parse().map_err(|error| anyhow::anyhow!("--as: `{id}` {error}"))?;
            store.take_in(opened, Some(&Actor::Operator { on_behalf_of: Some(person) })).await?
        }
        None => store.take_in(opened, None).await?,
    };
    let mut words = format!(
        "{} came home: {} carried out, {} for a decision, {} had been taken in before.",
        counted(taken.acts, "act", "acts"),
        counted(taken.carried, "was", "were"),
        counted(taken.waiting, "waits", "wait"),
        taken.before
    );
    if taken.waiting > 0 {
        words.push_str(&format!(
            "\nWhat waits: assize show field_act --link audit={}, or the page of the audit.",
            taken.audit
        ));
    }
    let json = json!({ "loan": taken.loan.to_string(), "audit": taken.audit.to_string(), "acts": taken.acts,
        "carried": taken.carried, "waiting": taken.waiting, "before": taken.before });
    Ok(Answer::done(json, words))
}
