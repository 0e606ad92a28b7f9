//! Commands on a store: making it, acting as its operator, tokens, erasing, backup and restore.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use assize_cli::bridge::set;
use assize_domain::auditee::NameOrganization;
use assize_domain::kernel::act::Scope as TokenScope;
use assize_domain::{Actor, Command};
use assize_store::{Act, Clock, Store};
use serde_json::{Value, json};

use super::open;
use crate::args::{ActArgs, EraseArgs, InitArgs, OutArgs, RestoreArgs, TokenCommands};
use crate::key;
use crate::out::{Answer, refused};
use crate::settings::Settings;

/// `init`.
pub(crate) async fn init(settings: &Settings, args: &InitArgs) -> anyhow::Result<Answer> {
    let name = args.name.parse().with_context(|| format!("`{}` cannot be a name", args.name))?;
    if settings.key_file.exists() {
        bail!("there is a key at {} already; a key is never overwritten", settings.key_file.display());
    }
    let store = Store::make(&settings.addresses, Clock::System).await?;
    let origin = args.origin.clone().unwrap_or_else(|| key::origin(&args.name));
    let signer = key::make(&settings.key_file, &origin)?;
    let named = Act::new(operator(None)?, NameOrganization { name, policy: None });
    if let Err(error) = store.execute(named).await {
        return refused(error);
    }
    store.publish(&signer).await?;
    let key = signer.verifier_key().to_string();
    let words = format!(
        "A store was made at {}.\nThe key that signs its log is in {} (only you can read it). It is in no backup: keep a copy elsewhere.\nGive the other half to whoever shall verify the log:\n  {key}",
        settings.addresses.database,
        settings.key_file.display()
    );
    let json = json!({ "store": settings.addresses.database, "key_file": settings.key_file.display().to_string(), "key": key });
    Ok(Answer::done(json, words))
}

/// The operator, on behalf of a person or of nobody.
pub(crate) fn operator(person: Option<&str>) -> anyhow::Result<Actor> {
    let on_behalf_of =
        person.map(str::parse).transpose().map_err(|error| anyhow::anyhow!("--as: the text {error}"))?;
    Ok(Actor::Operator { on_behalf_of })
}

/// `act`.
pub(crate) async fn act(settings: &Settings, args: &ActArgs) -> anyhow::Result<Answer> {
    let Some(name) = args.name.as_deref().filter(|_| !args.list) else { return Ok(list()) };
    let body = match &args.body {
        Some(file) => {
            std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?
        }
        None => {
            let mut text = String::new();
            std::io::stdin().take(16 * 1024 * 1024).read_to_string(&mut text)?;
            text
        }
    };
    let body: Value = serde_json::from_str(&body).context("the body is not JSON")?;
    give(settings, args.person.as_deref(), name, &body).await
}

/// Gives a command as the operator.
pub(crate) async fn give(
    settings: &Settings,
    person: Option<&str>,
    name: &str,
    body: &Value,
) -> anyhow::Result<Answer> {
    let command = match Command::read(name, body) {
        None => bail!("there is no command `{name}`; `assize act --list` lists them"),
        Some(Err(problems)) => {
            let words: Vec<String> = problems
                .iter()
                .map(|problem| format!("at {}: {}; {}", problem.at, problem.what, problem.hint))
                .collect();
            let list: Vec<Value> = problems
                .iter()
                .map(|problem| json!({ "at": problem.at, "what": problem.what, "hint": problem.hint }))
                .collect();
            return Ok(Answer { json: json!({ "problems": list }), words: words.join("\n"), is_no: true });
        }
        Some(Ok(command)) => command,
    };
    let store = open(settings).await?;
    let done = match store.execute(Act::new(operator(person)?, command)).await {
        Ok(done) => done,
        Err(error) => return refused(error),
    };
    let events: Vec<Value> = done
        .events
        .iter()
        .map(|event| json!({ "seq": event.seq, "kind": event.kind, "subject": { "kind": event.subject.kind.word(), "id": event.subject.id.to_string() }, "version": event.version }))
        .collect();
    let words: Vec<String> = done
        .events
        .iter()
        .map(|event| format!("{} {} {}", event.seq, event.kind, event.subject.id))
        .collect();
    Ok(Answer::done(json!({ "at": done.at.to_string(), "events": events }), words.join("\n")))
}

fn list() -> Answer {
    let fields = |name: &str| -> Vec<String> {
        let schema = Command::schema(name).unwrap_or_default();
        let fields = schema.get("properties").and_then(Value::as_object);
        fields.map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
    };
    let words: Vec<String> =
        Command::NAMES.iter().map(|name| format!("{name:38} {}", fields(name).join(", "))).collect();
    let json: Vec<Value> =
        Command::NAMES.iter().map(|name| json!({ "name": name, "schema": Command::schema(name) })).collect();
    Answer::done(json!({ "commands": json }), words.join("\n"))
}

/// `erase`.
pub(crate) async fn erase(settings: &Settings, args: &EraseArgs) -> anyhow::Result<Answer> {
    let scope = match args.what.as_str() {
        what @ ("audit" | "person" | "evidence") => json!({ "is": what, what: args.id }),
        other => bail!("`{other}` cannot be erased; give `audit`, `person` or `evidence`"),
    };
    let body = json!({ "scope": scope, "authority": args.authority, "reason": args.reason });
    give(settings, args.person.as_deref(), "record.erase", &body).await
}

/// `token`.
pub(crate) async fn token(settings: &Settings, args: &TokenCommands) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    match args {
        TokenCommands::New { label, person, read_only, days } => {
            let person = person
                .as_deref()
                .map(str::parse)
                .transpose()
                .map_err(|error| anyhow::anyhow!("--for: the text {error}"))?;
            let scope = if *read_only { TokenScope::Read } else { TokenScope::Act };
            let (token, secret) = store.make_token(label, person, scope, *days).await?;
            let words = format!(
                "{secret}\nThis is token {}. It is shown this once; it holds for {days} days.",
                token.id
            );
            Ok(Answer::done(
                json!({ "id": token.id, "token": secret, "expires_at": token.expires_at }),
                words,
            ))
        }
        TokenCommands::List => {
            let tokens = store.tokens().await?;
            let words: Vec<String> = tokens
                .iter()
                .map(|token| {
                    let state = if token.revoked_at.is_some() { "revoked" } else { token.scope.word() };
                    let whose =
                        token.person.map_or_else(|| "the operator".to_owned(), |person| person.to_string());
                    format!("{} {state:8} {whose} {}", token.id, token.label)
                })
                .collect();
            let json: Vec<Value> = tokens
                .iter()
                .map(|token| json!({ "id": token.id, "label": token.label, "scope": token.scope.word(),
                    "person": token.person.map(|person| person.to_string()), "made_at": token.made_at,
                    "expires_at": token.expires_at, "used_at": token.used_at, "revoked_at": token.revoked_at }))
                .collect();
            Ok(Answer::done(json!({ "tokens": json }), words.join("\n")))
        }
        TokenCommands::Revoke { id } => {
            if !store.revoke_token(id).await? {
                bail!("there is no token `{id}` that holds");
            }
            Ok(Answer::done(json!({ "id": id, "revoked": true }), format!("Token {id} was revoked.")))
        }
    }
}

/// Makes a file that must not be there yet.
pub(crate) fn new_file(path: &Path) -> anyhow::Result<File> {
    File::options().read(true).write(true).create_new(true).open(path).with_context(|| {
        format!("{} cannot be written; a file that is there is never overwritten", path.display())
    })
}

/// `backup`.
pub(crate) async fn backup(settings: &Settings, args: &OutArgs) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let file = new_file(&args.output)?;
    let done = store.backup(&file).await?;
    file.sync_all()?;
    let words = format!(
        "{} entries and {} files are in {}. The signing key ({}) is not: keep it elsewhere.",
        done.entries,
        done.evidence,
        args.output.display(),
        settings.key_file.display()
    );
    Ok(Answer::done(json!({ "entries": done.entries, "evidence": done.evidence }), words))
}

/// `restore`.
pub(crate) async fn restore(settings: &Settings, args: &RestoreArgs) -> anyhow::Result<Answer> {
    let file = File::open(&args.file).with_context(|| format!("{} cannot be read", args.file.display()))?;
    let restored = Store::restore(file, &settings.addresses, Clock::System).await?;
    let mut words = format!("{} entries and {} files were restored.", restored.entries, restored.evidence);
    if restored.erased_again > 0 {
        words.push_str(&format!(
            "\n{} erasures made since the backup were made again.",
            restored.erased_again
        ));
    }
    for left in &restored.not_erased {
        words.push_str(&format!("\nNot erased again: {left}"));
    }
    let mut json = json!({ "entries": restored.entries, "evidence": restored.evidence, "behind": restored.behind,
        "erased_again": restored.erased_again, "not_erased": restored.not_erased });
    match (&args.new_origin, restored.behind) {
        (Some(origin), _) => {
            let signer = key::make(&settings.key_file, origin)?;
            restored.store.set_meta("origin_began", &format!("{origin} at entry {}", restored.entries)).await?;
            restored.store.publish(&signer).await.context("a new origin needs a log folder of its own: give another --log")?;
            words.push_str(&format!("\nA new origin begins: {origin}. Tell whoever keeps checkpoints of the old one. Its key:\n  {}", signer.verifier_key()));
            set(&mut json, "key", json!(signer.verifier_key().to_string()));
        }
        (None, 0) => words.push_str("\nNothing was published that it does not have; it signs on with the same key."),
        (None, behind) => words.push_str(&format!(
            "\n{behind} entries were published that it does not have. It signs nothing: find a later backup, or begin again with --new-origin NAME and another --log."
        )),
    }
    Ok(Answer::done(json, words))
}
