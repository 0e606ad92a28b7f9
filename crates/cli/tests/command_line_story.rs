//! A whole audit by the command line alone: the demonstration's story, each deed by the built binary, today.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;
mod support;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use assize_cli::story::{Door, Refused, Trouble, play, read};
use serde_json::{Value, json};
use shell::{BINARY, json_of};
use support::{catalogue, files, root};

/// The command line on a store in a folder. Commands go through one `act --batch`; the rest is a process each.
struct ShellDoor {
    folder: tempfile::TempDir,
    batch: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl ShellDoor {
    fn new(organization: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(json_of(folder.path(), &["init", "--name", organization]).0, 0);
        let mut batch = Command::new(BINARY)
            .args(["act", "--batch", "-", "--keep-going", "--json"])
            .current_dir(folder.path())
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let (to, from) = (batch.stdin.take().unwrap(), BufReader::new(batch.stdout.take().unwrap()));
        Self { folder, batch, to, from }
    }

    fn run(&self, args: &[&str]) -> Result<Value, Trouble> {
        answered(json_of(self.folder.path(), args).1)
    }

    /// Puts a file by itself into a folder, which is made anew.
    fn alone(&self, name: &str, bytes: &[u8]) -> String {
        let folder = self.folder.path().join("in");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join(name), bytes).unwrap();
        format!("in/{name}")
    }

    /// Ends the batch: whether it was done to the end.
    fn end(self) -> (tempfile::TempDir, Option<i32>) {
        let Self { folder, mut batch, to, from: _from } = self;
        drop(to);
        (folder, batch.wait().unwrap().code())
    }
}

fn answered(answer: Value) -> Result<Value, Trouble> {
    if let Some(refusals) = answer["refusals"].as_array() {
        let text = |refusal: &Value, key: &str| refusal[key].as_str().unwrap().to_owned();
        let refused = |refusal: &Value| Refused {
            rule: text(refusal, "rule"),
            clause: text(refusal, "clause"),
            what: text(refusal, "what"),
        };
        return Err(Trouble::Refused(refusals.iter().map(refused).collect()));
    }
    match answer["problems"].is_null() && answer["error"].is_null() {
        true => Ok(answer),
        false => Err(Trouble::Malformed(answer.to_string())),
    }
}

fn subjects(done: &Value) -> Vec<String> {
    let events = done["events"].as_array().cloned().unwrap_or_default();
    events.iter().map(|event| event["subject"]["id"].as_str().unwrap().to_owned()).collect()
}

/// The story is of last summer and is told today: what is due, and until when records are kept, moves on with it.
fn later(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(later),
        Value::Object(object) => {
            for (key, value) in object {
                match key.as_str() {
                    "due" | "retain_until" if value.is_string() => *value = json!("2099-01-01"),
                    _ => later(value),
                }
            }
        }
        _ => {}
    }
}

impl Door for ShellDoor {
    async fn act(
        &mut self,
        _at: i64,
        by: Option<&str>,
        name: &str,
        body: &Value,
    ) -> Result<Vec<String>, Trouble> {
        if name == "organization.name" {
            // `init` has given it.
            return Ok(Vec::new());
        }
        let mut line = json!({ "name": name, "as": by, "body": body });
        later(&mut line["body"]);
        writeln!(self.to, "{line}").unwrap();
        let mut answer = String::new();
        self.from.read_line(&mut answer).unwrap();
        answered(serde_json::from_str(&answer).unwrap()).map(|done| subjects(&done))
    }

    async fn take(
        &mut self,
        _at: i64,
        by: &str,
        audit: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<String, Trouble> {
        self.alone(name, &bytes);
        let done = self.run(&["import", "documents", "in", "--audit", audit, "--as", by])?;
        assert_eq!((&done["unread"], &done["evidence"][0]["name"]), (&json!([]), &json!(name)));
        Ok(done["evidence"][0]["evidence"].as_str().unwrap().to_owned())
    }

    async fn enter_soa(
        &mut self,
        _at: i64,
        by: &str,
        body: &Value,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<Vec<String>, Trouble> {
        let file = self.alone(name, &bytes);
        let mut args = vec!["import", "soa", file.as_str(), "--as", by];
        for (flag, key) in [
            ("--auditee", "auditee"),
            ("--label", "label"),
            ("--dated", "dated"),
            ("--criteria", "criteria"),
            ("--source", "source"),
        ] {
            if let Some(value) = body[key].as_str() {
                args.extend([flag, value]);
            }
        }
        self.run(&args).map(|done| subjects(&done))
    }

    async fn list(&mut self, kind: &str, link: &str, id: &str) -> Result<Vec<Value>, Trouble> {
        let found = self.run(&["show", kind, "--link", &format!("{link}={id}")])?;
        Ok(found["items"].as_array().unwrap().iter().map(|item| item["record"].clone()).collect())
    }

    async fn content(&mut self, report: &str) -> Result<String, Trouble> {
        let file = self.folder.path().join("draft.pdf");
        let _ = std::fs::remove_file(&file);
        let draft = self.run(&["report", report, "-o", "draft.pdf"])?;
        assert_eq!(draft["lacks"], json!([]));
        Ok(draft["content"].as_str().unwrap().to_owned())
    }

    async fn issue(&mut self, _at: i64, by: &str, report: &str) -> Result<(), Trouble> {
        self.run(&["report", "issue", report, "--as", by]).map(drop)
    }
}

#[tokio::test]
async fn a_whole_audit_is_carried_through_the_command_line() {
    let mut story = read(&std::fs::read_to_string(root().join("demo/audit.toml")).unwrap()).unwrap();
    // Whom the law refuses for a relation of last year it may let pass later.
    let relations = story["relation"].as_array_mut().unwrap();
    relations.retain(|relation| relation["outcome"] != "refused");
    let folder = root().join("demo/documents");
    let mut door = ShellDoor::new(story["organization"]["name"].as_str().unwrap());
    let played = play(&story, &folder, &files(&folder), &catalogue(), &mut door, |_| ()).await.unwrap();
    assert!(played.deeds > 500, "{}", played.deeds);
    let (store, code) = door.end();
    assert_eq!(code, Some(0));

    let at = |args: &[&str]| {
        let (code, answer) = json_of(store.path(), args);
        assert_eq!(code, 0, "{args:?}: {answer:#}");
        answer
    };
    let audit = at(&["show", "audit", &played.ids["audit"]]);
    assert_eq!(audit["record"]["state"]["is"], "completed");
    let finding = at(&["show", "finding", &played.ids["finding:NC-01"]]);
    assert_eq!(finding["record"]["state"]["is"], "closed");
    at(&["report", &played.ids["report"], "-o", "report.pdf"]);
    assert!(std::fs::read(store.path().join("report.pdf")).unwrap().starts_with(b"%PDF-"));
    at(&["log", "publish"]);
    let key = at(&["log", "key"])["key"].as_str().unwrap().to_owned();
    let dossier = at(&["export", "audit", &played.ids["audit"], "-o", "dossier.zip"]);
    assert!(dossier["records"].as_u64().unwrap() > 200);
    let verified = at(&["verify", "--key", &key]);
    assert!(verified["entries"].as_u64().unwrap() > 500 && verified["unsigned"] == 0);
    assert_eq!(at(&["verify", "dossier.zip", "--key", &key])["key"], "pinned");
}

fn batch(folder: &Path, lines: &str, more: &[&str]) -> (Option<i32>, Vec<Value>) {
    std::fs::write(folder.join("lines"), lines).unwrap();
    let output = shell::assize(folder, &[&["act", "--batch", "lines", "--json"], more].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    (output.status.code(), text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn a_batch_answers_each_line_and_stops_at_the_first_that_is_not_done() {
    let folder = shell::made();
    let person = |name: &str| json!({ "name": "person.register", "body": { "name": name, "employer": "Us", "languages": ["en"], "zone": "UTC" } });
    let mut twice = person("Bo");
    twice["body"]["languages"] = json!(["en", "en"]);
    let lines = format!(
        "{}\n\n{twice}\n{{\n[]\n{}\n{}\n{}\n{}",
        person("Ada"),
        json!({ "name": "no.such", "body": {} }),
        json!({ "as": "nobody", "more": 1 }),
        json!({ "name": "person.register", "as": null }),
        person("Cy"),
    );
    let (code, answers) = batch(folder.path(), &lines, &[]);
    assert_eq!((code, answers.len()), (Some(1), 2), "{answers:#?}");
    assert_eq!(
        (&answers[0]["line"], &answers[0]["events"][0]["kind"]),
        (&json!(1), &json!("person.registered"))
    );
    assert_eq!(
        (&answers[1]["line"], &answers[1]["refusals"][0]["rule"]),
        (&json!(3), &json!("person.languages"))
    );

    let (code, answers) = batch(folder.path(), &lines, &["--keep-going"]);
    assert_eq!((code, answers.len()), (Some(1), 8), "{answers:#?}");
    let problems = |at: usize| answers[at]["problems"].as_array().map_or(0, Vec::len);
    assert_eq!([2, 3, 4, 5].map(problems), [1, 1, 1, 3], "{answers:#?}");
    assert!(problems(6) >= 3, "every problem of a body: {answers:#?}");
    assert_eq!((&answers[7]["line"], answers[7]["events"].is_array()), (&json!(9), true));
    assert_eq!(json_of(folder.path(), &["show", "person"]).1["items"].as_array().unwrap().len(), 3);

    let long = format!("{{\"name\": \"{}\"}}", "x".repeat(17 * 1024 * 1024));
    assert_eq!(batch(folder.path(), &long, &[]).0, Some(2));
    for args in
        [&["act", "--batch", "missing"][..], &["act", "x", "--batch", "lines"], &["act", "--keep-going", "x"]]
    {
        assert_eq!(shell::said(folder.path(), args).0, 2, "{args:?}");
    }
}

#[test]
fn what_is_shown_is_what_was_asked_for() {
    let folder = shell::made();
    let ada = shell::person(folder.path(), "Ada");
    let (_, one) = json_of(folder.path(), &["show", "person", &ada]);
    assert_eq!((&one["version"], &one["record"]["name"]), (&json!(1), &json!("Ada")));
    let words = String::from_utf8(shell::assize(folder.path(), &["show", "person"]).stdout).unwrap();
    assert!(words.contains(&ada) && words.contains("Ada"), "{words}");
    let by_nobody = format!("audit={ada}");
    assert_eq!(json_of(folder.path(), &["show", "paper", "--link", &by_nobody]).1["items"], json!([]));
    for args in [
        &["show", "nothing"][..],
        &["show", "person", "x"],
        &["show", "person", "0198c0de-0000-7000-8000-000000000000"],
        &["show", "paper", "--link", "audit"],
        &["show", "paper", "--link", "nothing=0198c0de-0000-7000-8000-000000000000"],
    ] {
        let (code, why) = shell::said(folder.path(), args);
        assert!(code == 2 && !why.is_empty(), "{args:?}");
    }
}
