//! Reports: rendered by a confined worker, written as issued or as a draft, and issued.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;
mod support;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::Duration;

use assize_cli::work::{EXTRACT, Processes, RENDER, WORKER};
use assize_domain::kernel::entry::Content;
use assize_domain::kernel::time::Timestamp;
use assize_intake::worker::{Job, SpawnLimits, Spawner, WorkerFailure};
use assize_server::{Marking, Workers as _};
use assize_store::{Addresses, Bucket, Clock, Store, Which};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use shell::{BINARY, act, assize, json_of};

/// The content of a large report: as many tests as asked for.
fn content(tests: usize) -> Value {
    let file = support::root().join("crates/report/tests/fixtures/surveillance.json");
    let mut content: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let few = content["tests"].as_array().unwrap().clone();
    content["tests"] = few.iter().cycle().take(tests).cloned().collect();
    content
}

#[tokio::test]
async fn a_report_of_250_tests_is_rendered_within_the_worker_s_limits() {
    let workers = Processes::of(BINARY.into());
    let at = Timestamp::from_millis(1_788_000_000_000).unwrap();
    let pdf = workers.render_report(content(250).into(), Marking::Final, at).await.unwrap();
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 300_000, "{}", pdf.len());
    let again = workers.render_report(content(250).into(), Marking::Final, at).await.unwrap();
    assert!(pdf == again, "the same content at the same time is the same file");
}

#[test]
fn each_class_of_worker_is_confined_and_does_its_own_jobs_alone() {
    let run = |class: &str, job: &str| {
        let args = vec![OsString::from(WORKER), OsString::from(class)];
        let spawner = Spawner { program: BINARY.into(), args, limits: SpawnLimits::default() };
        let body = json!({ "content": content(3), "millis": 1_788_000_000_000_i64, "draft": true });
        let job = Job { job: job.to_owned(), name: "report".to_owned(), kind: None };
        spawner.run(&job, serde_json::to_vec(&body).unwrap(), Duration::from_secs(60))
    };
    let rendered = run(RENDER, RENDER).unwrap();
    assert!(rendered.confinement.essential_missing().is_none(), "{}", rendered.confinement);
    assert!(rendered.body.starts_with(b"%PDF-"));
    assert!(run(EXTRACT, EXTRACT).unwrap().confinement.essential_missing().is_none());
    for (class, job) in [(EXTRACT, RENDER), (RENDER, EXTRACT)] {
        assert!(matches!(run(class, job), Err(WorkerFailure::Refused { .. })), "{class} does {job}");
    }
    assert!(matches!(run("other", RENDER), Err(WorkerFailure::Crashed { .. })));
}

/// The fields of the first entry of a kind in an audit of the store in ./d, by name.
async fn entry(folder: &Path, audit: &str, kind: &str) -> BTreeMap<String, Value> {
    let part = |name: &str| folder.join("d").join(name).display().to_string();
    let addresses = Addresses {
        database: format!("sqlite:{}", part("assize.db")),
        evidence: part("evidence"),
        log: part("log"),
        bucket: Bucket::default(),
    };
    let store = Store::open(&addresses, Clock::System).await.unwrap();
    let mut after = 0;
    loop {
        let page = store.entries(Which::Audit(audit.parse().unwrap()), after, 500).await.unwrap();
        for stored in page.into_iter().map(Result::unwrap) {
            after = stored.entry.seq;
            if stored.entry.kind == kind {
                store.close().await;
                let fields = stored.entry.fields.into_iter();
                return fields
                    .filter_map(|field| match field.content {
                        Content::Open { value, .. } => Some((field.name, value)),
                        Content::Closed { .. } => None,
                    })
                    .collect();
            }
        }
        assert!(after < 100_000, "no entry is of kind {kind}");
    }
}

fn files_below(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { files_below(&path) } else { 1 }).sum()
}

fn by(entry: &BTreeMap<String, Value>) -> String {
    entry["actor"]["on_behalf_of"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_report_is_amended_reviewed_approved_issued_and_written_as_issued() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let store = ["--store", "sqlite:d/assize.db"];
    let (code, made) = json_of(at, &["demo", "--no-serve", "--dir", "d"]);
    assert_eq!(code, 0, "{made:#}");
    let audit = made["audit"].as_str().unwrap();
    let report = |id: &str, file: &str, more: &[&str]| {
        json_of(at, &[&["report", id, "-o", file], more, &store[..]].concat())
    };

    // The report that was issued is written as it was; a draft of it is another file.
    let (code, first) = report(audit, "first.pdf", &[]);
    assert_eq!(code, 0, "{first:#}");
    assert!(fs::read(at.join("first.pdf")).unwrap() == fs::read(at.join("d/report.pdf")).unwrap());
    assert!(first["content"].is_null());
    assert_eq!(report(audit, "draft.pdf", &["--draft"]).0, 0);
    assert!(fs::read(at.join("draft.pdf")).unwrap() != fs::read(at.join("first.pdf")).unwrap());

    // A new version goes its way; issued before its time it is refused, and nothing is rendered.
    let drafted = entry(at, audit, "report.drafted").await;
    let leader = by(&drafted);
    let reviewer = by(&entry(at, audit, "report.reviewed").await);
    let body = json!({ "audit": audit, "amends_why": "the distribution was to be wider", "whole_papers": false,
        "items": drafted["p.items"], "distribution": drafted["p.distribution"] });
    let (code, begun) = act(at, "report.draft", &body, &[&["--as", leader.as_str()], &store[..]].concat());
    assert_eq!(code, 0, "{begun:#}");
    let second = begun["events"][0]["subject"]["id"].as_str().unwrap();
    let issue = || json_of(at, &[&["report", "issue", second, "--as", &leader], &store[..]].concat());
    let kept = files_below(&at.join("d/evidence"));
    let (code, refused) = issue();
    assert_eq!((code, &refused["refusals"][0]["rule"]), (1, &json!("report.approved")), "{refused:#}");
    assert_eq!(files_below(&at.join("d/evidence")), kept, "a refused report leaves no file");

    let (code, stands) = report(audit, "second-draft.pdf", &[]);
    assert_eq!((code, &stands["report"], &stands["lacks"]), (0, &json!(second), &json!([])), "{stands:#}");
    let body = json!({ "report": second, "content": stands["content"] });
    for (name, who) in [("report.review", &reviewer), ("report.approve", &leader)] {
        let (code, done) = act(at, name, &body, &[&["--as", who.as_str()], &store[..]].concat());
        assert_eq!(code, 0, "{done:#}");
    }
    let (code, issued) = issue();
    assert_eq!((code, issued["pdf"].as_str().unwrap().len()), (0, 64), "{issued:#}");
    let (code, written) = report(second, "second.pdf", &[]);
    assert_eq!(code, 0, "{written:#}");
    let digest: String = Sha256::digest(fs::read(at.join("second.pdf")).unwrap())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(issued["pdf"], json!(digest));
    let (code, again) = issue();
    assert_eq!(code, 1, "a report is issued once");
    let refusal = &again["refusals"][0];
    assert_eq!(refusal["what"], "the report is issued already", "{again:#}");
    assert!(!refusal["hint"].as_str().unwrap().contains("report.approve"), "{again:#}");
    assert_eq!(
        assize(at, &[&["report", audit, "-o", "second.pdf"], &store[..]].concat()).status.code(),
        Some(2)
    );
    assert_eq!(json_of(at, &[&["verify"], &store[..]].concat()).0, 0);
}
