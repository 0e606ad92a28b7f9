//! `doctor`: looks at an installation, changes nothing, and says what to do.

use std::path::Path;

use assize_cli::bridge::set;
use assize_cli::counts::counted;
use assize_domain::kernel::refusal::Stop;
use assize_server::beyond::answers;
use assize_store::{Clock, Health, HostName, Organization, OrganizationState, Registry, Store, StoreError};
use serde_json::json;

use crate::key;
use crate::out::Answer;
use crate::settings::{Installation, Settings};

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
/// How far clocks may be apart: acts are stamped by whichever replica takes them.
const APART_MILLIS_MAX: i64 = 2 * SECOND;
/// How long entries may wait to be published, and notices to be made letters of, where a server runs.
const WAIT_MILLIS_MAX: i64 = 10 * MINUTE;
/// How long a letter that is due may wait.
const LETTER_MILLIS_MAX: i64 = HOUR;
/// The age at which a backup is late, and at which it is none.
const BACKUP_MILLIS: (i64, i64) = (26 * HOUR, 8 * 24 * HOUR);
/// The part of a place, in hundredths, under which its room is short, and runs out.
const ROOM_PERCENT: (u64, u64) = (15, 5);

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    /// As it should.
    Well,
    /// Somebody should look at it.
    Look,
    /// It is broken, or will be soon.
    Bad,
}

impl State {
    const fn word(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Look => "look",
            Self::Bad => "bad",
        }
    }
}

/// What was looked at, and what was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    what: &'static str,
    state: State,
    seen: String,
    /// What to do; nothing where it is well.
    todo: &'static str,
}

const fn finding(what: &'static str, state: State, seen: String, todo: &'static str) -> Finding {
    Finding { what, state, seen, todo }
}

/// `doctor`.
pub(crate) async fn run(settings: &Settings) -> anyhow::Result<Answer> {
    let mut findings =
        vec![finding("assize", State::Well, format!("version {}", env!("CARGO_PKG_VERSION")), "")];
    match Store::open_to_look(&settings.addresses, Clock::System).await {
        Ok(store) => {
            of_store(&store, settings, &mut findings).await;
            store.close().await;
        }
        Err(error) => findings.push(unopened(&error)),
    }
    findings.push(of_server(&settings.door.origin(&settings.listen)).await);
    Ok(said(&findings.into_iter().map(|finding| (None, finding)).collect::<Vec<_>>()))
}

/// `doctor` of an installation: its registry and server, and of each organization how it stands and what is not well.
pub(crate) async fn run_all(installation: &Installation) -> anyhow::Result<Answer> {
    let version = finding("assize", State::Well, format!("version {}", env!("CARGO_PKG_VERSION")), "");
    let mut findings = vec![(None, version)];
    match Registry::open(&installation.registry).await {
        Ok(registry) => {
            let all = registry.view().await?.organizations;
            let seen = format!(
                "{:?}, {}",
                registry.database_kind(),
                counted(all.len(), "organization", "organizations")
            );
            findings.push((None, finding("registry", State::Well, seen, "")));
            registry.close().await;
            for one in &all {
                let own = of_organization(installation, one).await?;
                findings.extend(own.into_iter().map(|found| (Some(one.name.to_string()), found)));
            }
        }
        Err(error) => {
            let todo = "see that its database runs and that --installation is right; `assize organization create` makes a registry";
            findings.push((None, finding("registry", State::Bad, error.to_string(), todo)));
        }
    }
    findings.push((None, of_server(&installation.door.origin(&installation.listen)).await));
    Ok(said(&findings))
}

/// How an organization stands in the registry, and what of its store is not well.
async fn of_organization(installation: &Installation, one: &Organization) -> anyhow::Result<Vec<Finding>> {
    let hosts: Vec<&str> = one.hosts.iter().map(HostName::as_str).collect();
    let seen = format!("{}, at {}", one.state.word(), hosts.join(", "));
    let (state, todo) = match (one.state, &one.old) {
        (OrganizationState::Making, _) => (
            State::Look,
            "it was not made to its end: give `assize organization create` again, with the same hosts",
        ),
        (OrganizationState::Moving, _) => (
            State::Look,
            "it takes no act: see whether the command that moves it still runs, and give it again, or `assize organization move NAME --give-up`",
        ),
        (OrganizationState::Removing, _) => {
            (State::Look, "it was not removed to its end: give `assize organization remove` again")
        }
        (_, Some(_)) => (
            State::Look,
            "where it stood before it was moved is still kept: `assize organization move NAME --forget` removes it",
        ),
        (OrganizationState::Open | OrganizationState::Closed, None) => (State::Well, ""),
    };
    let mut found = vec![finding("organization", state, seen, todo)];
    if !one.state.is_served() {
        return Ok(found);
    }
    let settings = installation.settings_of(one, None)?;
    let mut own = Vec::new();
    match Store::open_to_look(&settings.addresses, Clock::System).await {
        Ok(store) => {
            of_store(&store, &settings, &mut own).await;
            store.close().await;
        }
        Err(error @ StoreError::Missing(_)) => {
            let todo = "bring it to where the registry says that it is, or restore a backup to there with --organization NAME";
            own.push(Finding { todo, ..unopened(&error) });
        }
        Err(error) => own.push(unopened(&error)),
    }
    found.extend(own.into_iter().filter(|finding| finding.state != State::Well));
    Ok(found)
}

/// What was found, each of the installation or of one of its organizations.
fn said(findings: &[(Option<String>, Finding)]) -> Answer {
    let worst = findings.iter().map(|(_, finding)| finding.state).max().unwrap_or(State::Well);
    let lines: Vec<String> = findings.iter().map(|(of, finding)| line(of.as_deref(), finding)).collect();
    let listed: Vec<_> = findings
        .iter()
        .map(|(of, finding)| {
            let mut one =
                json!({ "what": finding.what, "state": finding.state.word(), "seen": finding.seen, "do": finding.todo });
            if let Some(of) = of {
                set(&mut one, "organization", of.as_str());
            }
            one
        })
        .collect();
    let answer = Answer::done(json!({ "state": worst.word(), "looked_at": listed }), lines.join("\n"));
    Answer { is_no: worst == State::Bad, ..answer }
}

fn line(of: Option<&str>, finding: &Finding) -> String {
    let Finding { what, state, seen, todo } = finding;
    let of = of.map(|of| format!("{of}, ")).unwrap_or_default();
    let head = format!("{:<5} {of}{what}: {seen}", state.word());
    if todo.is_empty() { head } else { format!("{head}\n      -> {todo}") }
}

fn unopened(error: &StoreError) -> Finding {
    let todo = match error {
        StoreError::Older(_) => {
            "stop what serves it, write a backup with that version, and start this one: it brings the tables to its own version"
        }
        StoreError::Newer(_) => "install the version that made it, or a later one",
        StoreError::Missing(_) => "give --store, or make a store with `assize init`",
        _ => "see that the database runs and that this address and its rights are right",
    };
    finding("store", State::Bad, format!("{:#}", anyhow::anyhow!(error.to_string())), todo)
}

async fn of_store(store: &Store, settings: &Settings, findings: &mut Vec<Finding>) {
    match (store.database_version().await, store.health().await) {
        (Ok(version), Ok(health)) => {
            let seen = format!(
                "{:?} {version}, {}, tables of this version",
                store.database_kind(),
                counted(health.entries, "entry", "entries")
            );
            findings.push(finding("store", State::Well, seen, ""));
            findings.extend(of_health(&health, settings.post.is_set()));
        }
        (Err(error), _) | (_, Err(error)) => {
            let todo = "see that the database and the place of the log can be reached; `assize verify` says more of the log";
            findings.push(finding("store", State::Bad, error.to_string(), todo));
        }
    }
    findings.push(of_evidence(store, settings).await);
    findings.push(of_log_key(store, settings).await);
    findings.push(of_secret(store, &settings.secret_file).await);
    let organization = store.ask(|world| Ok::<_, Stop>(world.len())).await;
    if let Err(error) = organization {
        findings.push(finding("records", State::Bad, error.to_string(), "run `assize verify`"));
    }
}

/// What follows from the figures alone.
fn of_health(health: &Health, mails: bool) -> Vec<Finding> {
    let mut found = Vec::new();
    let apart = health.database_ahead_millis.abs().max(health.journal_ahead_millis);
    let (state, todo) = match apart {
        ..=APART_MILLIS_MAX => (State::Well, ""),
        _ => (
            State::Bad,
            "set the clocks by NTP, on the database and on every replica: acts bear the time of whoever takes them",
        ),
    };
    let seen = format!(
        "{} from the database's, {} behind the journal",
        age(health.database_ahead_millis.abs()),
        age(health.journal_ahead_millis)
    );
    found.push(finding("clock", state, seen, todo));
    for room in &health.room {
        let percent = room.free.saturating_mul(100) / room.all.max(1);
        let seen = format!("{percent} % of {} are free ({})", room.place, gib(room.free));
        let (state, todo) = match percent {
            free if free < ROOM_PERCENT.1 => (
                State::Bad,
                "make room now: an upload that cannot be kept whole is refused, and without room nobody acts",
            ),
            free if free < ROOM_PERCENT.0 => (State::Look, "make room, or move evidence to a larger place"),
            _ => (State::Well, ""),
        };
        found.push(finding("room", state, seen, todo));
    }
    let late = health.unpublished > 0 && health.unpublished_millis > WAIT_MILLIS_MAX;
    let (state, todo) = if late {
        (
            State::Bad,
            "nobody publishes: see that `assize serve` runs with the log's key, or run `assize log publish`",
        )
    } else {
        (State::Well, "")
    };
    let seen = match health.unpublished {
        0 => "every entry is published".to_owned(),
        count => {
            let entries = counted(count, "entry is", "entries are");
            format!("{entries} not published, the oldest for {}", age(health.unpublished_millis))
        }
    };
    found.push(finding("log", state, seen, todo));
    found.push(of_mail(health, mails));
    let (state, todo) = match health.backup_millis {
        None => (
            State::Bad,
            "write one with `assize backup -o FILE`, have that done each night, and try `assize restore` with it",
        ),
        Some(millis) if millis > BACKUP_MILLIS.1 => {
            (State::Bad, "write one with `assize backup -o FILE`, and see why the nightly one stopped")
        }
        Some(millis) if millis > BACKUP_MILLIS.0 => (State::Look, "see whether last night's was written"),
        Some(_) => (State::Well, ""),
    };
    let seen = health.backup_millis.map_or_else(
        || "none was ever written".to_owned(),
        |millis| format!("the last one is {} old", age(millis)),
    );
    found.push(finding("backup", state, seen, todo));
    found
}

fn of_mail(health: &Health, mails: bool) -> Finding {
    if !mails {
        return finding(
            "mail",
            State::Look,
            "it is not set up: nobody is told of anything".to_owned(),
            "set smtp_url and mail_from, and try it with `assize mail test ADDRESS`",
        );
    }
    let waits = health.notice_millis.unwrap_or_default().max(0);
    let due = health.letter_millis.unwrap_or_default();
    if waits > WAIT_MILLIS_MAX {
        let todo = "no server makes letters of them: see that `assize serve` runs with smtp_url";
        return finding("mail", State::Bad, format!("the oldest notice waits for {}", age(waits)), todo);
    }
    if due > LETTER_MILLIS_MAX {
        let todo = "see why with `assize mail list`; the mail server may be away";
        return finding("mail", State::Bad, format!("a letter is due for {}", age(due)), todo);
    }
    match health.letters_given_up {
        0 => finding("mail", State::Well, "nothing waits for long".to_owned(), ""),
        count => finding(
            "mail",
            State::Look,
            format!("{} given up", counted(count, "letter was", "letters were")),
            "see why with `assize mail list`, mend the address in the register, and try again",
        ),
    }
}

async fn of_evidence(store: &Store, settings: &Settings) -> Finding {
    // No blob has this name; that the place says so is the answer.
    if let Err(error) = store.blobs().get(&"0".repeat(64)).await {
        let todo = "see that the folder or the bucket is there, and that this process may read and write it";
        return finding(
            "evidence",
            State::Bad,
            format!("{} does not answer: {error}", settings.addresses.evidence),
            todo,
        );
    }
    match key::give_evidence_keys(store, settings).await {
        Ok(true) => finding("evidence", State::Well, format!("{} answers", settings.addresses.evidence), ""),
        Ok(false) => finding(
            "evidence",
            State::Bad,
            "it is encrypted, and its key is not at hand".to_owned(),
            "give the file as ASSIZE_EVIDENCE_KEY_FILE: without it no file is read or taken",
        ),
        Err(error) => finding(
            "evidence",
            State::Bad,
            format!("{error:#}"),
            "give the file that was made with the store",
        ),
    }
}

async fn of_log_key(store: &Store, settings: &Settings) -> Finding {
    let todo = "give the key that `assize init` made with --key-file: without it nothing is published";
    let read = key::read(&settings.key_file);
    let signs = match (read, store.checkpoint_note().await) {
        (Err(error), _) => Err(error),
        (Ok(_), Err(error)) => Err(error.into()),
        (Ok(_), Ok(None)) => Ok(()),
        (Ok(signer), Ok(Some(note))) => key::signs_on(&signer, &note),
    };
    match signs {
        Err(error) => finding("log key", State::Bad, format!("{error:#}"), todo),
        Ok(()) => private("log key", &settings.key_file),
    }
}

async fn of_secret(store: &Store, file: &Path) -> Finding {
    match (file.exists(), store.knows_secret_key().await) {
        (false, Ok(false)) => {
            finding("secret key", State::Well, "there is none yet, and nothing is sealed".to_owned(), "")
        }
        (false, _) => finding(
            "secret key",
            State::Bad,
            format!("it is not at {}", file.display()),
            "give the file that was made with the store as ASSIZE_SECRET_FILE: without it no one-time code is checked",
        ),
        (true, _) => private("secret key", file),
    }
}

/// A file that is there, and that nobody else should read.
fn private(what: &'static str, file: &Path) -> Finding {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        if std::fs::metadata(file).is_ok_and(|seen| seen.permissions().mode() & 0o077 != 0) {
            return finding(
                what,
                State::Bad,
                format!("others can read {}", file.display()),
                "run `chmod 600` on it, and change the key where others may have read it",
            );
        }
    }
    finding(what, State::Well, format!("{} is there, for its owner alone", file.display()), "")
}

async fn of_server(origin: &str) -> Finding {
    match answers(origin).await {
        Ok(()) => finding("server", State::Well, format!("{origin} is ready"), ""),
        Err(why) => finding(
            "server",
            State::Look,
            format!("{origin}: {why}"),
            "start `assize serve`, or say with public_url where it is reached; its own log says why it is not ready",
        ),
    }
}

fn age(millis: i64) -> String {
    let units =
        [(48 * HOUR, 24 * HOUR, "days"), (HOUR, HOUR, "h"), (MINUTE, MINUTE, "min"), (SECOND, SECOND, "s")];
    let unit = units.into_iter().find(|(least, _, _)| millis >= *least);
    unit.map_or_else(|| format!("{millis} ms"), |(_, whole, name)| format!("{} {name}", millis / whole))
}

fn gib(bytes: u64) -> String {
    format!("{:.1} GiB", bytes as f64 / f64::from(1_u32 << 30))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn health() -> Health {
        Health {
            entries: 10,
            journal_ahead_millis: 0,
            database_ahead_millis: 3,
            unpublished: 0,
            unpublished_millis: 0,
            notice_millis: None,
            letter_millis: None,
            letters_given_up: 0,
            backup_millis: Some(HOUR),
            room: vec![assize_store::Room { place: "/srv".to_owned(), free: 50, all: 100 }],
        }
    }

    fn states(health: &Health, mails: bool) -> Vec<(&'static str, State)> {
        let found = of_health(health, mails);
        assert!(
            found.iter().all(|finding| (finding.state == State::Well) == finding.todo.is_empty()),
            "{found:?}"
        );
        found
            .into_iter()
            .filter(|finding| finding.state != State::Well)
            .map(|finding| (finding.what, finding.state))
            .collect()
    }

    #[test]
    fn each_figure_that_is_not_well_is_named_alone() {
        assert_eq!(states(&health(), true), []);
        type Case = (fn(&mut Health), &'static str, State);
        let cases: [Case; 12] = [
            (|health| health.database_ahead_millis = -5 * MINUTE, "clock", State::Bad),
            (|health| health.journal_ahead_millis = HOUR, "clock", State::Bad),
            (|health| health.room[0].free = 14, "room", State::Look),
            (|health| health.room[0].free = 4, "room", State::Bad),
            (|health| (health.unpublished, health.unpublished_millis) = (3, HOUR), "log", State::Bad),
            (|health| health.notice_millis = Some(HOUR), "mail", State::Bad),
            (|health| health.letter_millis = Some(2 * HOUR), "mail", State::Bad),
            (|health| health.letters_given_up = 1, "mail", State::Look),
            (|health| health.backup_millis = None, "backup", State::Bad),
            (|health| health.backup_millis = Some(27 * HOUR), "backup", State::Look),
            (|health| health.backup_millis = Some(9 * 24 * HOUR), "backup", State::Bad),
            (|health| health.room[0].all = 0, "room", State::Well),
        ];
        for (change, what, state) in cases {
            let mut seen = health();
            change(&mut seen);
            let expected = if state == State::Well { Vec::new() } else { vec![(what, state)] };
            assert_eq!(states(&seen, true), expected, "{seen:?}");
        }
        assert_eq!(states(&health(), false), [("mail", State::Look)]);
        let mut fresh = health();
        (fresh.unpublished, fresh.unpublished_millis) = (3, SECOND);
        assert_eq!(states(&fresh, true), [], "what was committed just now is published in a moment");
    }
}
