//! The world of a test: PostgreSQL, places for evidence and log, a store with its keys, and the questions that are asked at the end.

use std::collections::{BTreeMap, BTreeSet};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, Row as _};

use super::clients::Acked;
use super::postgres::Postgres;

/// The built binary.
pub const BINARY: &str = env!("CARGO_BIN_EXE_assize");
/// How long anything is waited for. A machine with much else to do takes its time.
pub const WAIT_MAX: Duration = Duration::from_secs(150);
/// How long each kind of trouble lasts by default, in seconds.
const TROUBLE_SECONDS: u64 = 12;
/// The bucket that the project's test command makes.
const BUCKET: &str = "assize-test";

/// For how long there is trouble.
pub fn trouble() -> Duration {
    let seconds =
        std::env::var("ASSIZE_CHAOS_SECONDS").ok().map(|text| text.parse().expect("a number of seconds"));
    Duration::from_secs(seconds.unwrap_or(TROUBLE_SECONDS))
}

/// Waits until something is so.
pub fn until(what: &str, mut so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !so() {
        assert!(begun.elapsed() < WAIT_MAX, "{what}: not within {} s", WAIT_MAX.as_secs());
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// A port that nobody listens on now.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A store over a PostgreSQL.
pub struct World {
    pub postgres: Postgres,
    pub folder: tempfile::TempDir,
    pub token: String,
    /// The settings of every process, as its environment.
    settings: BTreeMap<String, String>,
}

impl World {
    /// A store with its evidence and log in the bucket, reached by `endpoint` where that is given; in folders where there is no bucket.
    pub fn make(postgres: Postgres, endpoint: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = BTreeMap::new();
        let mut set = |name: &str, value: &str| settings.insert(format!("ASSIZE_{name}"), value.to_owned());
        set("STORE", &postgres.own_address());
        set("WEBHOOK_NETWORKS", "127.0.0.1");
        set("STOP_NOTICE_SECONDS", "0");
        set("LOG_LEVEL", "info,sqlx=warn,assize_server::around=warn");
        for (name, file) in [("KEY_FILE", "log.key"), ("SECRET_FILE", "secret.key")] {
            set(name, &folder.path().join(file).display().to_string());
        }
        if let Some(endpoint) = endpoint {
            let mut bytes = [0_u8; 8];
            getrandom::fill(&mut bytes).unwrap();
            let prefix = format!("s3://{BUCKET}/fleet-{:016x}", u64::from_be_bytes(bytes));
            set("EVIDENCE", &format!("{prefix}/evidence"));
            set("LOG", &format!("{prefix}/log"));
            set("BUCKET_ENDPOINT", endpoint);
            set("BUCKET_REGION", "us-east-1");
            set("BUCKET_ACCESS_KEY_ID", "test");
            set("BUCKET_SECRET_ACCESS_KEY", "test");
        } else {
            set("EVIDENCE", &folder.path().join("evidence").display().to_string());
            set("LOG", &folder.path().join("log").display().to_string());
        }
        let mut world = Self { postgres, folder, token: String::new(), settings };
        world.json(&["init", "--name", "Fernhill Audit Practice"]);
        world.token = world.json(&["token", "new", "--label", "fleet"])["token"].as_str().unwrap().to_owned();
        world
    }

    /// A store as above; none, and said, where there is no PostgreSQL.
    pub fn in_bucket() -> Option<Self> {
        Some(Self::make(Postgres::start(&[])?, endpoint().as_deref()))
    }

    /// The binary with the settings of this world.
    pub fn command(&self, prefix: &[&str]) -> Command {
        let all: Vec<&str> = prefix.iter().copied().chain([BINARY]).collect();
        let mut command = Command::new(all[0]);
        command
            .args(&all[1..])
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .envs(&self.settings);
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(&[]).args(args).arg("--json").output().unwrap()
    }

    /// What a command prints, which succeeds.
    pub fn json(&self, args: &[&str]) -> Value {
        let output = self.run(args);
        assert!(
            output.status.success(),
            "{args:?}: {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The rows of a query, as texts.
    pub fn rows(&self, sql: &str) -> Vec<Vec<String>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut conn = sqlx::PgConnection::connect(&self.postgres.own_address()).await.unwrap();
            let rows = sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(&mut conn).await.unwrap();
            let cells =
                |row: &sqlx::postgres::PgRow| (0..row.len()).map(|at| row.get::<String, _>(at)).collect();
            rows.iter().map(cells).collect()
        })
    }

    /// The one number that a query comes to.
    pub fn number(&self, sql: &str) -> i64 {
        self.rows(&format!("SELECT CAST(({sql}) AS TEXT)"))[0][0].parse().unwrap()
    }

    /// Runs a statement behind everybody's back.
    pub fn run_sql(&self, sql: &str) {
        self.rows(&format!("{sql} RETURNING ''"));
    }

    /// Sees that every act that was acknowledged stands in the record once, as it was acknowledged, and no other twice; that the record verifies and
    /// is published whole.
    pub fn holds(&self, acked: &[Acked]) {
        let people: Vec<Vec<String>> = self.rows("SELECT id, name FROM person");
        let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for row in &people {
            by_name.entry(&row[1]).or_default().push(&row[0]);
        }
        let doubled: Vec<_> = by_name.iter().filter(|(_, ids)| ids.len() > 1).collect();
        assert!(doubled.is_empty(), "acts that came about twice: {doubled:?}");
        let lost: Vec<&Acked> = acked
            .iter()
            .filter(|act| by_name.get(act.name.as_str()) != Some(&vec![act.id.as_str()]))
            .collect();
        assert!(lost.is_empty(), "acts that were acknowledged and are not there as they were: {lost:?}");
        let entries =
            self.rows("SELECT CAST(seq AS TEXT), subject FROM journal WHERE kind = 'person.registered'");
        let entries: BTreeSet<(&str, &str)> =
            entries.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect();
        for act in acked {
            assert!(
                entries.contains(&(act.seq.to_string().as_str(), act.id.as_str())),
                "{act:?} has no such entry"
            );
        }
        self.verifies();
    }

    /// Sees that the record verifies and that all of it is published.
    pub fn verifies(&self) {
        let verdict = self.json(&["verify"]);
        let entries = self.number("SELECT seq FROM head");
        assert_eq!(
            (verdict["ok"].as_bool(), verdict["entries"].as_i64(), verdict["unsigned"].as_i64()),
            (Some(true), Some(entries), Some(0)),
            "{verdict:#}"
        );
    }
}

/// The S3 server of the tests.
pub fn endpoint() -> Option<String> {
    let endpoint = std::env::var("ASSIZE_TEST_S3").ok();
    if endpoint.is_none() {
        eprintln!("ASSIZE_TEST_S3 is not set: evidence and log are in folders that the replicas share");
    }
    endpoint
}

/// What a file says last.
pub fn tail(file: &Path, lines: usize) -> String {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let from = text.lines().count().saturating_sub(lines);
    text.lines().skip(from).collect::<Vec<_>>().join("\n")
}
