//! What is acknowledged is on the disk: through `kill -9`, a full disk and a failing fsync.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use assize_store::{Act, Addresses, Against, Bucket, Clock, Store, verify};
use common::{Base, name_organization, operator, person, signer};

/// Where the child finds its store, and the file that makes it stop being well.
const PLACE: &str = "ASSIZE_TEST_PLACE";
const TRIGGER: &str = "ASSIZE_TEST_TRIGGER";

fn addresses(folder: &Path) -> Addresses {
    let part = |name: &str| folder.join(name).display().to_string();
    let database = format!("sqlite:{}", part("assize.db"));
    Addresses { database, evidence: part("evidence"), log: part("log"), bucket: Bucket::default() }
}

/// Not a test by itself: the process that writes until it is killed or refused. Each acknowledged act is one line.
#[test]
#[ignore = "the other tests of this file start it"]
fn child() {
    let Ok(place) = std::env::var(PLACE) else { return };
    let trigger = std::env::var(TRIGGER).ok();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = Store::open(&addresses(Path::new(&place)), Clock::System).await.unwrap();
        println!("READY");
        let mut writers = Vec::new();
        for writer in 0..8 {
            let (store, trigger) = (store.clone(), trigger.clone());
            writers.push(tokio::spawn(async move {
                for n in 0..100_000 {
                    if n == 5
                        && let Some(trigger) = &trigger
                    {
                        std::fs::write(trigger, "now").unwrap();
                    }
                    let name = format!("Writer {writer} of process {} number {n}", std::process::id());
                    match store.execute(Act::new(operator(), person(&name))).await {
                        Ok(_) => println!("ACK {name}"),
                        Err(error) => return println!("ERR {error}"),
                    }
                }
            }));
        }
        for writer in writers {
            writer.await.unwrap();
        }
        println!("END");
    });
}

fn start(program: &mut Command, folder: &Path) -> Child {
    program.env(PLACE, folder).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

fn this_test() -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "child", "--ignored", "--nocapture", "--test-threads=1"]);
    command
}

/// The lines of a child until it ends; `each` may kill it.
fn lines(child: &mut Child, mut each: impl FnMut(&mut Child, &str)) -> Vec<String> {
    let out = BufReader::new(child.stdout.take().unwrap());
    let mut all = Vec::new();
    for line in out.lines() {
        let Ok(line) = line else { break };
        each(child, &line);
        all.push(line);
    }
    child.wait().unwrap();
    all
}

/// Every name of a person in the store, and whether the whole of it verifies.
async fn found(base: &Base) -> std::collections::BTreeSet<String> {
    let store = base.open().await;
    let key = signer("example.com/log", 7);
    store.publish(&key).await.unwrap();
    let mut names = std::collections::BTreeSet::new();
    let mut after = None;
    loop {
        let page = store.record_page(assize_domain::Kind::Person, after, 500).await.unwrap();
        let Some((last, _)) = page.last() else { break };
        after = Some(last.id);
        names.extend(
            page.iter().map(|(_, found)| found.record.to_json()["name"].as_str().unwrap().to_owned()),
        );
    }
    store.close().await;
    drop(store);
    let verdict = verify(&base.addresses, &Against::default(), |_, _| ()).await.unwrap();
    assert_eq!(verdict.problems, vec![]);
    names
}

fn acknowledged(lines: &[String]) -> Vec<String> {
    lines.iter().filter_map(|line| line.split_once("ACK ").map(|(_, name)| name.to_owned())).collect()
}

async fn base() -> Base {
    let base = Base::sqlite();
    let store = base.make().await;
    name_organization(&store).await;
    store.close().await;
    base
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_processes_killed_in_the_middle_of_writing_lose_nothing_acknowledged() {
    let base = base().await;
    let mut promised = Vec::new();
    for round in 0..30_u32 {
        let mut child = start(&mut this_test(), base.folder.path());
        let mut count = 0;
        let lines = lines(&mut child, |child, line| {
            count += u32::from(line.contains("ACK "));
            if count == 1 + round * 3 {
                child.kill().unwrap();
            }
        });
        assert!(!lines.iter().any(|line| line == "END"), "it was to be killed");
        promised.extend(acknowledged(&lines));
    }
    assert!(promised.len() >= 30, "{}", promised.len());
    let found = found(&base).await;
    let lost: Vec<_> = promised.iter().filter(|name| !found.contains(*name)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_an_error_and_no_acknowledgement() {
    let base = base().await;
    let exe = std::env::current_exe().unwrap();
    // No file may grow beyond 3 MiB, and the signal that says so is not deadly.
    let script = "trap '' XFSZ; ulimit -f 3072; exec \"$0\" \"$@\"";
    let mut shell = Command::new("bash");
    shell.args(["-c", script]).arg(exe).args([
        "--exact",
        "child",
        "--ignored",
        "--nocapture",
        "--test-threads=1",
    ]);
    let mut child = start(&mut shell, base.folder.path());
    let all = lines(&mut child, |_, _| ());
    assert!(all.iter().any(|line| line.starts_with("ERR ")), "{:?}", all.last());
    let promised = acknowledged(&all);
    assert!(!promised.is_empty());
    let found = found(&base).await;
    assert!(promised.iter().all(|name| found.contains(name)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failing_fsync_is_an_error_and_no_acknowledgement() {
    let base = base().await;
    let folder = tempfile::tempdir().unwrap();
    let (source, library, trigger) =
        (folder.path().join("sync.c"), folder.path().join("sync.so"), folder.path().join("trigger"));
    std::fs::write(
        &source,
        "#define _GNU_SOURCE\n#include <errno.h>\n#include <stdlib.h>\n#include <unistd.h>\n\
         static int ill(void) { const char *f = getenv(\"ASSIZE_TEST_TRIGGER\"); return f && access(f, F_OK) == 0; }\n\
         int fsync(int fd) { if (ill()) { errno = EIO; return -1; } (void)fd; return 0; }\n\
         int fdatasync(int fd) { return fsync(fd); }\n",
    )
    .unwrap();
    let made = Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(&source).status();
    assert!(made.is_ok_and(|status| status.success()), "this test needs a C compiler, as the build does");
    let mut command = this_test();
    command.env("LD_PRELOAD", &library).env(TRIGGER, &trigger);
    let mut child = start(&mut command, base.folder.path());
    let mut after = Vec::new();
    let all = lines(&mut child, |_, line| {
        if trigger.exists() {
            after.push(line.to_owned());
        }
    });
    assert!(all.iter().any(|line| line.starts_with("ERR ")), "{:?}", all.last());
    let promised = acknowledged(&all);
    // Lines of acts that were durable before may still be on their way when the disk falls ill; a batch at the most.
    assert!(acknowledged(&after).len() <= 16, "{after:?}");
    let found = found(&base).await;
    assert!(promised.iter().all(|name| found.contains(name)));
}
