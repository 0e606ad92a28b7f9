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

use assize_store::{Seal, Store, StoreError, Verdict, Withhold, verify_dossier};
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
        self.store.export_audit(audit, Seal::Signed(&self.signer), withhold, &mut out).await.unwrap();
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
        assert_eq!(found.manifest_signed, Some(true));
        let all = u64::try_from(made.store.head_seq().await.unwrap()).unwrap();
        assert!(found.log_entries == Some(all) && (1..all).contains(&found.entries), "{found:?}");
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
        match made.store.export_audit(audit, Seal::Signed(&made.signer), &withhold, &mut out).await {
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
        if name == "key" {
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
        if name == "manifest.note" {
            let found = check(&rezip(&without), Some(&made.signer));
            assert!(
                found.is_ok() && found.manifest_signed == Some(false),
                "unsigned is said, and is not false"
            );
            continue;
        }
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
async fn what_was_left_out_afterwards_is_found_by_the_signature_of_the_manifest() {
    let made = made(Base::sqlite()).await;
    let files = unzip(&made.dossier(&Withhold::default()).await);
    // A forger leaves the last entry out, and whatever came of it, and counts anew.
    let mut shorter = files.clone();
    let at = |name: &str| files.iter().position(|(file, _)| file == name).unwrap();
    let (journal, records) = (at("journal.jsonl"), at("records.jsonl"));
    let (manifest, seal) = (at("manifest.json"), at("manifest.note"));
    let text = std::str::from_utf8(&files[journal].1).unwrap();
    assert!(text.lines().last().unwrap().contains("quetzalcoatl"));
    shorter[journal].1 = (text.trim_end().rsplit_once('\n').unwrap().0.to_owned() + "\n").into_bytes();
    let kept: String = std::str::from_utf8(&files[records].1)
        .unwrap()
        .lines()
        .filter(|line| !line.contains("quetzalcoatl"))
        .map(|line| line.to_owned() + "\n")
        .collect();
    shorter[records].1 = kept.into_bytes();
    let mut counted: serde_json::Value = serde_json::from_slice(&files[manifest].1).unwrap();
    for (key, lines) in [("entries", journal), ("records", records)] {
        counted[key] = json!(std::str::from_utf8(&shorter[lines].1).unwrap().lines().count());
    }
    for at in [journal, records] {
        use sha2::Digest as _;
        let (name, bytes) = &shorter[at];
        let digest = sha2::Sha256::digest(bytes);
        counted["sha256"][name] = json!(assize_domain::kernel::entry::hex(&digest));
    }
    shorter[manifest].1 = assize_domain::kernel::entry::canonical(&counted).into_bytes();
    let mut unsigned = shorter.clone();
    unsigned.remove(seal);
    let found = check(&rezip(&unsigned), Some(&made.signer));
    assert!(found.is_ok() && found.manifest_signed == Some(false), "nothing else finds it: {found:#?}");
    let found = check(&rezip(&shorter), Some(&made.signer)).problems;
    assert!(found.iter().any(|trouble| trouble.what.contains("another manifest")), "{found:#?}");

    // Signed by somebody else, or for something else, it is no better.
    let forger = signer("example.com/log", 9);
    for text in [
        "assize-dossier/1 manifest\nsha256 00\n".to_owned(),
        String::from_utf8(files[seal].1.clone()).unwrap(),
    ] {
        let text = text.split_once("\n\n").map_or(text.clone(), |(text, _)| format!("{text}\n"));
        let mut forged = shorter.clone();
        forged[seal].1 = assize_tlog::Note::sign(text, &[&forger]).unwrap().to_string().into_bytes();
        let found = check(&rezip(&forged), Some(&made.signer)).problems;
        assert!(found.iter().any(|trouble| trouble.what.contains("not a signature")), "{found:#?}");
    }
    // What the key signed as a checkpoint is no word on a manifest.
    let mut other = files.clone();
    other[seal].1 = files[at("checkpoint")].1.clone();
    let found = check(&rezip(&other), Some(&made.signer)).problems;
    assert!(found.iter().any(|trouble| trouble.what.contains("another manifest")), "{found:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dossier_whose_exporter_has_no_key_says_that_it_is_not_signed() {
    let made = made(Base::sqlite()).await;
    let mut out = Cursor::new(Vec::new());
    let audit = made.stood.audit.id.to_string().parse().unwrap();
    let seal = Seal::Unsigned(made.signer.verifier_key());
    made.store.export_audit(audit, seal, &Withhold::default(), &mut out).await.unwrap();
    let found = check(&out.into_inner(), Some(&made.signer));
    assert!(found.is_ok() && found.manifest_signed == Some(false), "{found:#?}");
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

#[tokio::test(flavor = "multi_thread")]
async fn a_streamed_dossier_leaves_out_what_is_chosen_and_refuses_before_it_begins() {
    use futures::StreamExt as _;
    let made = made(Base::sqlite()).await;
    let audit = made.stood.audit.id.into();
    let mut withhold = Withhold::default();
    withhold.fields.insert(("evidence.custody_recorded".to_owned(), "remark".to_owned()));
    withhold.evidence.insert(made.stood.evidence.id);
    let chunks = made.store.dossier(audit, withhold).await.unwrap();
    let chunks: Vec<_> = chunks.collect().await;
    let bytes: Vec<u8> = chunks.into_iter().flat_map(|chunk| chunk.unwrap().to_vec()).collect();
    let found = check(&bytes, Some(&made.signer));
    assert!(found.is_ok() && found.withheld == 2, "{found:?}");
    assert!(!String::from_utf8_lossy(&bytes).contains("quetzalcoatl"));
    let mut nothing = Withhold::default();
    nothing.fields.insert(("note.written".to_owned(), "text".to_owned()));
    let refused = made.store.dossier(audit, nothing).await.err();
    assert!(matches!(refused, Some(StoreError::Withhold(_))), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_pauses_too_long_gets_an_error_and_not_a_part_for_the_whole() {
    use futures::StreamExt as _;
    use std::time::Duration;
    let made = made(Base::sqlite()).await;
    // More than waits to be read at a time, and nothing that could be packed.
    let mut file = vec![0; 4 * 1024 * 1024];
    getrandom::fill(&mut file).unwrap();
    let file: &'static [u8] = Vec::leak(file);
    take(&made.store, made.stood.manager, made.stood.audit, "long.bin", file).await;
    let audit = made.stood.audit.id.into();
    let pause_max = Duration::from_millis(200);
    made.store.publish(&made.signer).await.unwrap();
    let chunks = made.store.dossier_within(audit, Withhold::default(), pause_max).await.unwrap();
    let mut chunks = Box::pin(chunks);
    let first = chunks.next().await.unwrap();
    assert!(first.is_ok());
    tokio::time::sleep(pause_max * 4).await;
    let rest: Vec<_> = chunks.collect().await;
    assert!(rest.last().unwrap().is_err(), "{} chunks came", rest.len());
    // Whoever reads on gets all of it.
    let chunks = made.store.dossier_within(audit, Withhold::default(), pause_max).await.unwrap();
    let chunks: Vec<_> = chunks.collect().await;
    assert!(chunks.iter().all(Result::is_ok) && chunks.len() > 20, "{}", chunks.len());
}
