//! Commands on a store: making it, acting as its operator, erasing, backup and restore.

use std::fs::File;
use std::path::Path;

use anyhow::{Context as _, bail};
use assize_cli::bridge::set;
use assize_cli::counts::counted;
use assize_domain::auditee::NameOrganization;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::said::say;
use assize_domain::kernel::time::Date;
use assize_domain::{Actor, Command};
use assize_server::reproduced;
use assize_store::{Act, ActError, CHECKPOINT, Clock, INVITATION_MILLIS, LINK_MILLIS, Place, Store};
use assize_tlog::SignerKey;
use serde_json::{Value, json};

use super::{open, progress_bytes};
use crate::args::{ActArgs, EraseArgs, InitArgs, OutArgs, PlaceArgs, RestoreArgs};
use crate::files::{NewFile, read_bounded, read_text};
use crate::key;
use crate::out::{Answer, happened, malformed, refused};
use crate::settings::Settings;

/// The longest body of a command, in bytes.
pub(crate) const BODY_BYTES_MAX: u64 = 16 * 1024 * 1024;

/// `init`.
pub(crate) async fn init(settings: &Settings, place: &PlaceArgs, args: &InitArgs) -> anyhow::Result<Answer> {
    let name = args.name.parse().map_err(|error| anyhow::anyhow!("--name: the text {error}"))?;
    let origin = args.origin.clone().unwrap_or_else(|| key::origin(&args.name));
    key::named(&origin)?;
    free(settings, args.encrypt_evidence).await?;
    let (store, signer) = made(settings, &origin).await?;
    let named = Act::new(operator(None)?, NameOrganization { name, policy: None });
    if let Err(error) = store.execute(named).await {
        return refused(error);
    }
    key::give_secret(&store, &settings.secret_file).await?;
    let evidence_key = if args.encrypt_evidence { Some(key::make_evidence_key(settings)?) } else { None };
    key::give_evidence_keys(&store, settings).await?;
    let again = Again { serve: place.again(), link: place.again() };
    let way_in = match first_link(settings, args, &again, &store).await? {
        Ok(way_in) => way_in,
        Err(answer) => return Ok(answer),
    };
    store.publish(&signer).await?;
    store.close().await;
    let key = signer.verifier_key().to_string();
    let mut words = format!(
        "A store was made at {}.\nThe key that signs its log was made too, and is in {} (mode 0600: for you alone). It is in no backup: keep a copy elsewhere.\nIts log is called {origin}. Give this half of the key to whoever shall verify it:\n  {key}",
        settings.database_shown(),
        settings.key_file.display()
    );
    if let Some(key) = &evidence_key {
        words.push_str(&format!("\n{}", key::evidence_key_made(settings, key)));
    }
    words.push_str(&format!("\n{}", way_in.words));
    let json = json!({ "store": settings.database_shown(), "key_file": settings.key_file.display().to_string(), "origin": origin, "key": key,
        "secret_file": settings.secret_file.display().to_string(),
        "evidence_key_file": evidence_key.map(|_| settings.evidence_key_file.display().to_string()), "link": way_in.link, "administrator": way_in.person });
    Ok(Answer::done(json, words))
}

/// How somebody gets in to a new store first.
pub(super) struct WayIn {
    pub(super) link: String,
    pub(super) person: Option<String>,
    pub(super) words: String,
}

/// The flags by which a new store is served, and a link to it is made.
pub(super) struct Again {
    pub(super) serve: String,
    pub(super) link: String,
}

/// A link for the first administrator, or for the operator where nobody is named. There is no account and no password but by it.
pub(super) async fn first_link(
    settings: &Settings,
    args: &InitArgs,
    again: &Again,
    store: &Store,
) -> anyhow::Result<Result<WayIn, Answer>> {
    let Again { serve, link: to_link } = again;
    let at = settings.door.origin(&settings.listen);
    let Some(name) = &args.administrator else {
        let link = super::link::made(store, None, &at).await?;
        let minutes = LINK_MILLIS / 60_000;
        let words = format!(
            "Nobody is registered yet. Serve it (`assize serve{serve}`) and sign in as its operator, once, within {minutes} minutes; later `assize link{to_link}` makes another link:\n  {link}"
        );
        return Ok(Ok(WayIn { link, person: None, words }));
    };
    let body = json!({ "name": name, "email": args.email, "employer": args.name, "languages": ["en"], "zone": "UTC" });
    let command = match read("person.register", &body) {
        Ok(command) => command,
        Err(problems) => return Ok(Err(malformed(&problems))),
    };
    let done = match store.execute(Act::new(operator(None)?, command)).await {
        Ok(done) => done,
        Err(error) => return refused(error).map(Err),
    };
    let person: PersonId = done.subject().context("the administrator was not registered")?.id.into();
    // Whoever is first looks after accounts, and can draft a programme; what they may read follows from that.
    for role in ["administrator", "programme_manager"] {
        if let Err(answer) = granted(store, person, role, done.at.date()).await? {
            return Ok(Err(answer));
        }
    }
    let secret = store.invite(person, None).await?.context("the administrator could not be invited")?;
    let link = format!("{at}/welcome/{secret}");
    let hours = INVITATION_MILLIS / 3_600_000;
    let words = format!(
        "{name} is registered. Serve it (`assize serve{serve}`) and give them this link; it holds for {hours} hours, until they have set up how they sign in:\n  {link}"
    );
    Ok(Ok(WayIn { link, person: Some(person.to_string()), words }))
}

/// Gives the first administrator a right over the whole organization.
async fn granted(
    store: &Store,
    person: PersonId,
    role: &str,
    from: Date,
) -> anyhow::Result<Result<(), Answer>> {
    let body = json!({ "person": person.to_string(), "role": role, "over": { "is": "organization" },
        "period": { "from": from.to_string() }, "reason": "The first administrator, named when the store was made" });
    let command = match read("access.grant", &body) {
        Ok(command) => command,
        Err(problems) => return Ok(Err(malformed(&problems))),
    };
    match store.execute(Act::new(operator(None)?, command)).await {
        Ok(_) => Ok(Ok(())),
        Err(error) => refused(error).map(Err),
    }
}

/// Sees that neither a store nor a key nor a log is where a new one is to be, before anything is made.
async fn free(settings: &Settings, encrypt: bool) -> anyhow::Result<()> {
    // What else is there, or cannot be reached, is for the making to say.
    if let Ok(store) = Store::open_to_look(&settings.addresses, Clock::System).await {
        store.close().await;
        bail!(
            "there is a store at `{}` already: serve it, or give another --store",
            settings.database_shown()
        );
    }
    if settings.key_file.exists() {
        bail!(
            "there is a key at {} already, and a key is never overwritten: give another --key-file",
            settings.key_file.display()
        );
    }
    if encrypt && settings.evidence_key_file.exists() {
        bail!(
            "there is a key of evidence at {} already, and a key is never overwritten: leave --encrypt-evidence out to use it, or name another file as evidence_key_file",
            settings.evidence_key_file.display()
        );
    }
    if settings.published().await?.is_some() {
        bail!("a log is published at {} already: give another --log", settings.addresses.log);
    }
    Ok(())
}

/// Makes the key, then the store; where there is no store in the end, there is no key either.
async fn made(settings: &Settings, origin: &str) -> anyhow::Result<(Store, SignerKey)> {
    let signer = key::make(&settings.key_file, origin)?;
    match Store::make(&settings.addresses, Clock::System).await {
        Ok(store) => Ok((store, signer)),
        Err(error) => {
            std::fs::remove_file(&settings.key_file)
                .with_context(|| format!("{error}, and the new key could not be removed"))?;
            Err(error.into())
        }
    }
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
    if Command::schema(name).is_none() {
        bail!("there is no command `{name}`; `assize act --list` lists them");
    }
    let body = match args.body.as_deref().filter(|file| *file != Path::new("-")) {
        Some(file) => read_text(file, BODY_BYTES_MAX)?,
        None => from_standard_input()?,
    };
    let body: Value = serde_json::from_str(&body).context("the body is not JSON")?;
    give(settings, args.person.as_deref(), name, &body).await
}

fn from_standard_input() -> anyhow::Result<String> {
    use std::io::IsTerminal as _;
    let input = std::io::stdin();
    if input.is_terminal() {
        eprintln!("Type the command's body as JSON, then Ctrl-D.");
    }
    let bytes = read_bounded(input.lock(), "standard input", BODY_BYTES_MAX)?;
    String::from_utf8(bytes).context("standard input is not text")
}

/// Gives a command as the operator.
pub(crate) async fn give(
    settings: &Settings,
    person: Option<&str>,
    name: &str,
    body: &Value,
) -> anyhow::Result<Answer> {
    if Command::schema(name).is_none() {
        bail!("there is no command `{name}`; `assize act --list` lists them");
    }
    let actor = operator(person)?;
    match read(name, body) {
        Err(problems) => Ok(malformed(&problems)),
        Ok(command) => give_to(&open(settings).await?, actor, command).await,
    }
}

/// Reads a command from its name and body.
pub(crate) fn read(name: &str, body: &Value) -> Result<Command, Vec<Problem>> {
    Command::read(name, body).unwrap_or_else(|| {
        let hint = "`assize act --list` lists the commands";
        Err(vec![Problem::new("/name", say!("there is no command `{name}`", name), hint)])
    })
}

/// Gives a command to a store.
pub(crate) async fn give_to(store: &Store, actor: Actor, command: Command) -> anyhow::Result<Answer> {
    if let Err(refusals) = reproduced(&command) {
        return refused(ActError::Refused(refusals));
    }
    match store.execute(Act::new(actor, command)).await {
        Ok(done) => Ok(happened(&done)),
        Err(error) => refused(error),
    }
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
        what @ ("audit" | "person" | "evidence" | "wording") => json!({ "is": what, what: args.id }),
        other => bail!("`{other}` cannot be erased; give `audit`, `person`, `evidence` or `wording`"),
    };
    let body = json!({ "scope": scope, "authority": args.authority, "reason": args.reason });
    give(settings, args.person.as_deref(), "record.erase", &body).await
}

/// `backup`.
pub(crate) async fn backup(settings: &Settings, args: &OutArgs) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    let file = NewFile::make(&args.output)?;
    let bar = progress_bytes("backing up", None);
    let done = store.backup(bar.wrap_write(file.file())).await?;
    bar.finish_and_clear();
    file.keep()?;
    let words = format!(
        "{} and {} are in {}. The signing key ({}) is not: keep it elsewhere.",
        counted(done.entries, "entry", "entries"),
        counted(done.evidence, "file", "files"),
        args.output.display(),
        settings.key_file.display()
    );
    let json = json!({ "file": args.output.display().to_string(), "entries": done.entries, "evidence": done.evidence });
    Ok(Answer::done(json, words))
}

/// The place of a log, which must have been published there.
async fn published_at(settings: &Settings, place: &str) -> anyhow::Result<Place> {
    let log = Place::open(place, &settings.addresses.bucket)?;
    if log.get(CHECKPOINT).await?.is_none() {
        bail!("no log is published at {place}: give its place with --old-log, or say --old-log-lost");
    }
    Ok(log)
}

/// `restore`.
pub(crate) async fn restore(settings: &Settings, args: &RestoreArgs) -> anyhow::Result<Answer> {
    if let Some(origin) = &args.new_origin {
        key::named(origin)?;
        free(settings, false).await?;
    }
    let file = File::open(&args.file).with_context(|| format!("{} cannot be read", args.file.display()))?;
    let old_log = match &args.old_log {
        Some(place) => Some(published_at(settings, place).await?),
        None => None,
    };
    let bar = progress_bytes("restoring", file.metadata().ok().map(|file| file.len()));
    let mut restored =
        Store::restore(bar.wrap_read(file), &settings.addresses, Clock::System).await.with_context(|| {
            format!(
                "{} was not restored; a store that was begun at {} by this is not whole",
                args.file.display(),
                settings.database_shown()
            )
        })?;
    bar.finish_and_clear();
    if let Some(old_log) = &old_log {
        restored.after_log(old_log).await.with_context(|| {
            format!(
                "the erasures listed beside the old log were not made again; {} is not to be used",
                settings.database_shown()
            )
        })?;
    }
    let mut words = format!(
        "{} and {} were restored.",
        counted(restored.entries, "entry", "entries"),
        counted(restored.evidence, "file", "files")
    );
    if restored.erased_again > 0 {
        words.push_str(&format!(
            "\n{} made again.",
            counted(
                restored.erased_again,
                "erasure made since the backup was",
                "erasures made since the backup were"
            )
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
            restored.store.publish(&signer).await?;
            words.push_str(&format!(
                "\nA new origin begins: {origin}. Tell whoever keeps checkpoints of the old one. Its key:\n  {}",
                signer.verifier_key()
            ));
            if restored.behind > 0 {
                let behind = counted(restored.behind, "entry of the old log is", "entries of the old log are");
                words.push_str(&format!("\n{behind} not in it."));
            }
            if args.old_log_lost {
                words.push_str("\nWithout the old log nobody knows what was erased since the backup: erase it again with `assize erase`.");
            }
            set(&mut json, "key", signer.verifier_key().to_string());
        }
        (None, 0) => words.push_str(&format!(
            "\nNothing was published that it does not have; {}.",
            signing_on(settings).await?
        )),
        (None, behind) => words.push_str(&format!(
            "\n{} published that it does not have. It signs nothing: find a later backup, or begin again with --new-origin NAME, another --log and another --key-file.",
            counted(behind, "entry was", "entries were")
        )),
    }
    Ok(Answer::done(json, words))
}

/// Whether a restored store signs on: with the key that is there, or once the one that signed what was published is brought.
async fn signing_on(settings: &Settings) -> anyhow::Result<String> {
    let file = settings.key_file.display();
    if !settings.key_file.exists() {
        return Ok(format!(
            "it signs on with the key that signed that, which is not at {file}: bring it there, or give --key-file"
        ));
    }
    let signs = match (key::read(&settings.key_file), settings.published().await?) {
        (Ok(signer), Some(note)) => key::signs_on(&signer, &note),
        (read, _) => read.map(drop),
    };
    Ok(match signs {
        Ok(()) => format!("it signs on with the key that is at {file}"),
        Err(why) => format!("it does not sign on with what is at {file}: {why:#}"),
    })
}
