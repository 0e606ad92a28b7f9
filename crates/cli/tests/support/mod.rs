//! What the tests of stories share: a door to the law alone, without a store.

#![allow(dead_code, reason = "each test file uses its own part")]

pub(crate) mod shorebird;

use std::path::{Path, PathBuf};

use assize_cli::story::{Door, Refused, Trouble};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::Timestamp;
use assize_domain::{Actor, Command, Ctx, Key, Kind, Stamp, World};
use assize_intake::worker::{JOB_SOA, Job, Outcome, SoaAnswer, answer};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The commands that adopt the built-in catalogue.
pub(crate) fn catalogue() -> Vec<(&'static str, Value)> {
    assize_cli::bridge::builtin_adoptions().unwrap()
}

/// The names of the files of a folder, in order.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The law in memory: a complete world, to which every command is given and every event applied.
pub(crate) struct LawDoor {
    pub(crate) world: World,
    acts: u64,
}

impl LawDoor {
    pub(crate) fn new() -> Self {
        Self { world: World::complete(), acts: 0 }
    }

    fn give(&mut self, at: i64, by: Option<&str>, name: &str, body: &Value) -> Result<Vec<String>, Trouble> {
        let command = Command::read(name, body)
            .ok_or_else(|| Trouble::Malformed(format!("there is no command `{name}`")))?
            .map_err(|problems| Trouble::Malformed(format!("{body:#}: {problems:#?}")))?;
        self.acts += 1;
        let actor = Actor::Operator { on_behalf_of: by.map(|by| by.parse().unwrap()) };
        let ctx = Ctx::new(Timestamp::from_millis(at).unwrap(), actor.clone(), self.acts.to_be_bytes());
        let events = command.decide(&self.world, &ctx).map_err(|stop| match stop {
            Stop::Refused(refusals) => Trouble::Refused(
                refusals
                    .into_iter()
                    .map(|refusal| Refused {
                        rule: refusal.rule.id.to_owned(),
                        clause: refusal.rule.clause.to_owned(),
                        what: format!("{} [{}]", refusal.what, refusal.at),
                    })
                    .collect(),
            ),
            Stop::Need(needs) => Trouble::Fault(format!("a complete world lacks {needs:?}")),
        })?;
        let stamp = Stamp { at: ctx.now, by: actor };
        let mut subjects = Vec::new();
        for event in events {
            event.apply(&mut self.world, &stamp).map_err(|corrupt| Trouble::Fault(corrupt.to_string()))?;
            subjects.push(event.subject().id.to_string());
        }
        Ok(subjects)
    }
}

impl Door for LawDoor {
    async fn act(
        &mut self,
        at: i64,
        by: Option<&str>,
        name: &str,
        body: &Value,
    ) -> Result<Vec<String>, Trouble> {
        self.give(at, by, name, body)
    }

    async fn take(
        &mut self,
        at: i64,
        by: &str,
        audit: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<String, Trouble> {
        let sha256 = hex(&Sha256::digest(&bytes));
        let body = json!({ "audit": audit, "name": name, "sha256": sha256, "bytes": bytes.len(), "media": "text/plain", "classification": "confidential" });
        self.give(at, Some(by), "evidence.take", &body).map(|ids| ids[0].clone())
    }

    async fn enter_soa(
        &mut self,
        at: i64,
        by: &str,
        body: &Value,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<Vec<String>, Trouble> {
        let job = Job { job: JOB_SOA.to_owned(), name: name.to_owned(), kind: None };
        let answer = answer(&job, &bytes).map_err(Trouble::Malformed)?;
        let answer: SoaAnswer = serde_json::from_slice(&answer).unwrap();
        assert_eq!(answer.problems, vec![]);
        let Outcome::Read(rows) = answer.outcome else { panic!("{:?}", answer.outcome) };
        let mut body = body.clone();
        body["rows"] = assize_cli::bridge::soa_rows(&rows);
        self.give(at, Some(by), "soa.enter", &body)
    }

    async fn list(&mut self, kind: &str, link: &str, id: &str) -> Result<Vec<Value>, Trouble> {
        let kind: Kind = kind.parse().unwrap();
        let target: uuid::Uuid = id.parse().unwrap();
        let mut found: Vec<(Key, Value)> = self
            .world
            .all()
            .filter(|(key, held)| {
                key.kind == kind
                    && assize_domain::kernel::record::links_of(&held.record)
                        .iter()
                        .any(|(name, other)| *name == link && *other == target)
            })
            .map(|(key, held)| (key, held.record.to_json()))
            .collect();
        found.sort_by_key(|(key, _)| key.id);
        Ok(found.into_iter().map(|(_, json)| json).collect())
    }

    async fn content(&mut self, report: &str) -> Result<String, Trouble> {
        let content = assize_domain::report::content(&self.world, report.parse().unwrap())
            .map_err(|stop| Trouble::Fault(format!("{stop:?}")))?;
        Ok(content.digest())
    }

    async fn issue(&mut self, at: i64, by: &str, report: &str) -> Result<(), Trouble> {
        let body = json!({ "report": report, "pdf": "ab".repeat(32) });
        self.give(at, Some(by), "report.issue", &body).map(|_| ())
    }
}
