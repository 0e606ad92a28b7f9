//! A dossier verifies with no store; whatever is changed in it is found; what is withheld is counted and still proven.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;

use std::io::{Cursor, Read as _, Write as _};

use assize_store::{Store, StoreError, Verdict, Withhold, verify_dossier};
use assize_tlog::SignerKey;
use common::{Base, EVIDENCE, Stood, each_database, give, register, signer, story, take};
use serde_json::json;

struct Made {
    store: Store,
    stood: Stood,
    signer: SignerKey,
    _base: Base,
}

async fn made(base: Base) -> Made {
    let store = base.make().await;
    let stood = story(&store).await;
    register(&store, "In no audit").await;
    let seen =
        json!({ "evidence": stood.evidence.id.to_string(), "what": "received", "remark": "quetzalcoatl" });
    give(&store, Some(stood.manager), "evidence.record_custody", seen).await;
    let signer = signer("example.com/log", 7);
    store.publish(&signer).await.unwrap();
    Made { store, stood, signer, _base: base }
}

impl Made {
    async fn dossier(&self, withhold: &Withhold) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let audit = self.stood.audit.id.to_string().parse().unwrap();
        self.store.export_audit(audit, self.signer.verifier_key(), withhold, &mut out).await.unwrap();
        out.into_inner()
    }
}

fn check(bytes: &[u8], key: Option<&SignerKey>) -> Verdict {
    verify_dossier(Cursor::new(bytes), key.map(SignerKey::verifier_key)).unwrap()
}

/// The files of a zip.
fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|n| {
            let mut file = zip.by_index(n).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn rezip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_verifies_with_no_store_and_says_whether_the_key_was_pinned() {
    for base in each_database().await {
        let made = made(base).await;
        let dossier = made.dossier(&Withhold::default()).await;
        let found = check(&dossier, Some(&made.signer));
        assert_eq!(found.problems, vec![]);
        assert!(
            found.key_pinned && found.records >= 6 && found.evidence == 1 && found.withheld == 0,
            "{found:?}"
        );
        let unpinned = check(&dossier, None);
        assert!(unpinned.is_ok() && !unpinned.key_pinned);
        let text: String = unzip(&dossier)
            .into_iter()
            .map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned())
            .collect();
        assert!(text.contains("quetzalcoatl") && !text.contains("In no audit"));
        assert_eq!(
            made.dossier(&Withhold::default()).await,
            dossier,
            "the same audit and checkpoint give the same bytes"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_or_a_file_withheld_is_not_in_it_and_it_still_verifies() {
    let made = made(Base::sqlite()).await;
    let withhold = Withhold {
        evidence: [made.stood.evidence.id].into(),
        fields: [Withhold::field("evidence.custody_recorded:remark").unwrap()].into(),
    };
    let dossier = made.dossier(&withhold).await;
    let found = check(&dossier, Some(&made.signer));
    assert_eq!(found.problems, vec![]);
    assert_eq!((found.withheld, found.evidence), (2, 0));
    let all: Vec<u8> = unzip(&dossier).into_iter().flat_map(|(_, bytes)| bytes).collect();
    let holds = |words: &str| all.windows(words.len()).any(|window| window == words.as_bytes());
    assert!(!holds("quetzalcoatl") && !holds("names no level"));
    assert!(Withhold::field("no colon").is_none() && Withhold::field(":x").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_hide_nothing_is_refused_every_one_and_nothing_is_written() {
    let made = made(Base::sqlite()).await;
    let audit = made.stood.audit.id.to_string().parse().unwrap();
    let twin = take(&made.store, made.stood.manager, made.stood.audit, "copy.md", EVIDENCE).await;
    made.store.publish(&made.signer).await.unwrap();
    let refused = async |fields: &[&str], evidence: &[uuid::Uuid]| {
        let withhold = Withhold {
            fields: fields.iter().map(|text| Withhold::field(text).unwrap()).collect(),
            evidence: evidence.iter().copied().collect(),
        };
        let mut out = Cursor::new(Vec::new());
        match made.store.export_audit(audit, made.signer.verifier_key(), &withhold, &mut out).await {
            Err(StoreError::Withhold(problems)) if out.get_ref().is_empty() => problems,
            other => panic!("{other:?}"),
        }
    };
    // The first entry is in the store and not in the dossier of this audit.
    let last = made.store.checkpoint_note().await.unwrap().unwrap().lines().nth(1).unwrap().to_owned();
    let beyond = format!("{}:remark", last.parse::<i64>().unwrap() + 1);
    let fields =
        ["evidence.custody_recorded:remrak", "evidence.custody_recordet:remark", "100:remark", &beyond];
    let problems = refused(&fields, &[uuid::Uuid::nil(), made.stood.manager.id]).await;
    assert_eq!(problems.len(), 6, "{problems:#?}");
    let misspelt = problems.iter().find(|problem| problem.contains("remrak")).unwrap();
    assert!(misspelt.contains("remark"), "it says which fields there are: {misspelt}");

    let problems = refused(&[], &[made.stood.evidence.id]).await;
    assert!(problems[0].contains("copy.md") && problems[0].contains("same file"), "{problems:#?}");
    let both = Withhold { evidence: [made.stood.evidence.id, twin.id].into(), ..Withhold::default() };
    let dossier = made.dossier(&both).await;
    assert_eq!(check(&dossier, Some(&made.signer)).evidence, 0);
    assert!(!unzip(&dossier).iter().any(|(_, bytes)| bytes == EVIDENCE));
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_changed_in_a_dossier_is_found() {
    let made = made(Base::sqlite()).await;
    let dossier = made.dossier(&Withhold::default()).await;
    let files = unzip(&dossier);
    assert!(check(&rezip(&files), Some(&made.signer)).is_ok());
    for (n, (name, bytes)) in files.iter().enumerate() {
        if name == "key" || name == "manifest.json" {
            continue;
        }
        let step = (bytes.len() / 60).max(1);
        for at in (0..bytes.len()).step_by(step) {
            let mut changed = files.clone();
            changed[n].1[at] ^= 1;
            let found = verify_dossier(Cursor::new(rezip(&changed)), Some(made.signer.verifier_key()));
            assert!(found.is_err() || found.is_ok_and(|found| !found.is_ok()), "byte {at} of {name}");
        }
        let mut without = files.clone();
        without.remove(n);
        assert!(!check(&rezip(&without), Some(&made.signer)).is_ok(), "without {name}");
    }
    let lines: Vec<&str> = std::str::from_utf8(&files[0].1).unwrap().lines().collect();
    assert_eq!(files[0].0, "journal.jsonl");
    let mut swapped = files.clone();
    let mut order = lines.clone();
    order.swap(3, 4);
    swapped[0].1 = (order.join("\n") + "\n").into_bytes();
    assert!(!check(&rezip(&swapped), Some(&made.signer)).is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_manifest_promises_is_there() {
    let made = made(Base::sqlite()).await;
    let files = unzip(&made.dossier(&Withhold::default()).await);
    let changed = |name: &str, change: &dyn Fn(&str) -> String| {
        let mut files = files.clone();
        let (_, bytes) = files.iter_mut().find(|(file, _)| file == name).unwrap();
        *bytes = change(std::str::from_utf8(bytes).unwrap()).into_bytes();
        check(&rezip(&files), Some(&made.signer)).problems
    };
    let without_last = |text: &str| text.trim_end().rsplit_once('\n').unwrap().0.to_owned() + "\n";
    for name in ["journal.jsonl", "records.jsonl"] {
        let found = changed(name, &without_last);
        assert!(found.iter().any(|trouble| trouble.what.contains("are there")), "{name}: {found:#?}");
    }
    let other =
        |text: &str| text.replace(&made.stood.audit.id.to_string(), "01900000-0000-7000-8000-000000000001");
    let found = changed("manifest.json", &other);
    assert!(found.iter().any(|trouble| trouble.what.contains("not in the dossier")), "{found:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_forged_under_another_key_is_found_by_the_pinned_one() {
    let true_one = made(Base::sqlite()).await;
    let forger = signer("example.com/log", 9);
    let base = Base::sqlite();
    let store = base.make().await;
    let stood = story(&store).await;
    store.publish(&forger).await.unwrap();
    let forged = Made { store, stood, signer: forger, _base: base };
    let dossier = forged.dossier(&Withhold::default()).await;
    let unpinned = check(&dossier, None);
    assert!(
        unpinned.is_ok() && !unpinned.key_pinned,
        "without a pinned key it says only that it agrees with itself"
    );
    let found = check(&dossier, Some(&true_one.signer));
    assert!(found.problems.iter().any(|trouble| trouble.place == "checkpoint"), "{:#?}", found.problems);
}

#[test]
fn what_is_no_dossier_is_said_to_be_none() {
    for bytes in [&b""[..], b"PK\x03\x04", b"not a zip at all", &[0; 4096]] {
        assert!(matches!(verify_dossier(Cursor::new(bytes), None), Err(StoreError::File { .. })));
    }
    let odd = rezip(&[
        ("../../etc/passwd".into(), b"root".to_vec()),
        ("blobs/xyz".into(), vec![]),
        ("manifest.json".into(), b"{".to_vec()),
    ]);
    let found = check(&odd, None);
    assert!(found.problems.len() >= 4, "{:#?}", found.problems);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let line = vec![b' '; 64 * 1024 * 1024];
    let bomb = rezip(&[("journal.jsonl".into(), line.clone()), ("manifest.json".into(), line)]);
    assert!(bomb.len() < 1024 * 1024);
    let found = check(&bomb, None);
    assert!(found.problems.iter().any(|trouble| trouble.what.contains("too long")), "{:#?}", found.problems);
}
