//! The whole store out and in: byte for byte the same from one database to the other and back, and nothing taken in that is not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test that meets what it did not expect fails"
)]

mod common;
mod s3;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use assize_domain::kernel::act::Scope;
use assize_store::{
    Against, Clock, DocumentText, EvidenceKey, EvidenceKeys, ExportTo, HowOften, Letter, MADE_ANEW,
    SecretKey, SecurityKind, SecurityNote, Store, StoreError, record_tables, store_tables, verify,
};
use common::{Base, Stood, each_database, give, register, signer, story, take};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

/// A store in which there is something of everything.
async fn lived(base: &Base, key: Option<&EvidenceKey>) -> (Store, Stood) {
    let store = base.make().await;
    store.use_secret_key(SecretKey::make().unwrap()).await.unwrap();
    if let Some(key) = key {
        let keys = EvidenceKeys::new(vec![key.clone()]).unwrap();
        assert!(store.use_evidence_keys(Arc::new(move || Some(keys.clone()))).await.unwrap());
    }
    let stood = story(&store).await;
    let evidence = stood.evidence.id.to_string().parse().unwrap();
    let audit = stood.audit.id.to_string().parse().unwrap();
    let text = DocumentText::Text {
        title: Some("Method".to_owned()),
        headings: "Levels\nÜbersicht".to_owned(),
        text: "A method that names no level of acceptance. \u{1F512}".to_owned(),
    };
    store.keep_text(evidence, audit, &text).await.unwrap();
    let gone = take(&store, stood.manager, stood.audit, "gone.md", b"Taken back.\n").await;
    let manager = stood.manager.id.to_string().parse().unwrap();
    store.make_token("laptop", Some(manager), Scope::Read, 30).await.unwrap();
    store.make_token("operator", None, Scope::Act, 30).await.unwrap();
    store.choose_mail(manager, HowOften::Daily, 0).await.unwrap();
    store.invite(manager, None).await.unwrap();
    store.set_meta("security_days", "90").await.unwrap();
    let note = SecurityNote {
        kind: SecurityKind::Exported,
        who: "operator".to_owned(),
        person: None,
        address: "127.0.0.1".to_owned(),
        route: "GET /x".to_owned(),
        key: None,
        request: "r1".to_owned(),
        why: "a \"table\"\n".to_owned(),
    };
    store.note_security(&note).await.unwrap();
    let letter = |kind: &'static str, body: &str| Letter {
        kind,
        person: Some(manager),
        address: "mara@fernhill.example".to_owned(),
        language: "en".to_owned(),
        subject: "Hello".to_owned(),
        body: body.to_owned(),
    };
    store.post(&letter("test", "sent")).await.unwrap();
    let taken = store.take_letter("one").await.unwrap().unwrap();
    assert!(store.letter_sent(&taken).await.unwrap());
    store.post(&letter("invitation", "https://audits.example/welcome/SECRET-OF-A-LINK")).await.unwrap();
    store.publish(&signer("example.com/log", 7)).await.unwrap();
    let body = json!({ "scope": { "is": "evidence", "evidence": gone.id.to_string() }, "authority": "The auditee", "reason": "Demanded back" });
    give(&store, Some(stood.manager), "record.erase", body).await;
    // Younger than the checkpoint.
    store.publish(&signer("example.com/log", 7)).await.unwrap();
    register(&store, "Zoë Späth").await;
    (store, stood)
}

/// Files by name.
fn read(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

async fn exported(store: &Store) -> (TempDir, PathBuf) {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("out");
    store.export_store(ExportTo::Folder(folder.clone()), |_, _| ()).await.unwrap();
    (place, folder)
}

async fn zipped(store: &Store, place: &Path, name: &str) -> PathBuf {
    let path = place.join(name);
    store.export_store(ExportTo::Zip(File::create_new(&path).unwrap()), |_, _| ()).await.unwrap();
    path
}

async fn imported(from: &Path, base: &Base) -> Store {
    let taken = Store::import_store(from, &base.addresses, Clock::System, |_, _| ()).await;
    taken.unwrap_or_else(|error| panic!("{error}")).store
}

fn same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in one {
        assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&other[name]), "{name}");
    }
}

async fn there_and_back(from: &Base, to: &Base, key: Option<&EvidenceKey>) {
    let (store, _) = lived(from, key).await;
    let (_place, folder) = exported(&store).await;
    let first = read(&folder);
    assert_eq!(store.imported_from().await.unwrap(), None);
    let again = imported(&folder, to).await;
    assert_eq!(again.imported_from().await.unwrap(), Some(hex(&first["manifest.json"])));
    assert_eq!(Store::export_digest(&folder).unwrap(), hex(&first["manifest.json"]));
    let (_place, folder) = exported(&again).await;
    same(&first, &read(&folder));
    let evidence_keys = key.map(|key| EvidenceKeys::new(vec![key.clone()]).unwrap());
    let against = Against { evidence_keys, ..Against::default() };
    let found = verify(&to.addresses, &against, |_, _| ()).await.unwrap();
    assert_eq!((found.problems, found.unopened, found.unsigned), (vec![], 0, 1));
    // It goes on where the other stood: the same log, by the same key.
    register(&again, "After the move").await;
    let note = again.publish(&signer("example.com/log", 7)).await.unwrap().unwrap();
    assert_eq!(i64::try_from(note.size).unwrap(), again.head_seq().await.unwrap());
    again.close().await;
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_out_of_one_database_comes_out_of_the_other_byte_for_byte() {
    for from in 0..each_database().await.len() {
        for to in each_database().await {
            let from = each_database().await.remove(from);
            there_and_back(&from, &to, None).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_stay_where_they_are_are_not_in_it_and_must_be_there() {
    for key in [None, Some(EvidenceKey::make().unwrap())] {
        for mut to in each_database().await {
            let from = Base::sqlite();
            let (store, _) = lived(&from, key.as_ref()).await;
            let (_place, whole) = exported(&store).await;
            let place = tempfile::tempdir().unwrap();
            let folder = place.path().join("out");
            store.export_store(ExportTo::Beside(folder.clone()), |_, _| ()).await.unwrap();
            let (mut all, mut some) = (read(&whole), read(&folder));
            assert!(all.keys().any(|name| name.starts_with("blobs/")));
            all.retain(|name, _| !name.starts_with("blobs/"));
            all.remove("manifest.json");
            some.remove("manifest.json").unwrap();
            same(&all, &some);
            // At another place of evidence nothing comes to its end, and what is missing is named.
            let elsewhere = to.addresses.clone();
            let refused =
                Store::import_store(&folder, &elsewhere, Clock::System, |_, _| ()).await.unwrap_err();
            assert!(refused.to_string().contains("where the manifest says that it stayed"), "{refused}");
            assert!(Store::open(&elsewhere, Clock::System).await.is_err(), "nobody opens what is not whole");
            to.addresses.evidence = from.addresses.evidence.clone();
            let again = imported(&folder, &to).await;
            let evidence_keys = key.clone().map(|key| EvidenceKeys::new(vec![key]).unwrap());
            let against = Against { evidence_keys, ..Against::default() };
            let found = verify(&to.addresses, &against, |_, _| ()).await.unwrap();
            assert_eq!((found.problems, found.unopened), (vec![], 0));
            again.close().await;
            store.close().await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn encrypted_files_go_as_they_are_and_open_with_their_key() {
    for to in each_database().await {
        let key = EvidenceKey::make().unwrap();
        there_and_back(&Base::sqlite(), &to, Some(&key)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bucket_gives_and_takes_as_a_folder_does() {
    let Some(server) = s3::on_server() else { return };
    let base = || server.base(server_endpoint());
    let (one, two) = (base().await, base().await);
    there_and_back(&one, &two, Some(&EvidenceKey::make().unwrap())).await;
    there_and_back(&base().await, &Base::sqlite(), None).await;
}

fn server_endpoint() -> &'static str {
    Box::leak(std::env::var("ASSIZE_TEST_S3").unwrap().into_boxed_str())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_file_is_as_good_as_a_folder_and_two_exports_are_the_same_bytes() {
    let base = Base::sqlite();
    let (store, stood) = lived(&base, None).await;
    let place = tempfile::tempdir().unwrap();
    let (one, two) =
        (zipped(&store, place.path(), "one.zip").await, zipped(&store, place.path(), "two.zip").await);
    assert_eq!(fs::read(&one).unwrap(), fs::read(&two).unwrap());
    let to = Base::sqlite();
    let again = imported(&one, &to).await;
    let three = zipped(&again, place.path(), "three.zip").await;
    assert_eq!(fs::read(&one).unwrap(), fs::read(&three).unwrap());
    // What does not go out as it is was made anew.
    let found =
        again.search_documents(stood.audit.id.to_string().parse().unwrap(), "acceptance", 5).await.unwrap();
    assert_eq!(found.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_goes_out_and_what_is_left_out_is_said() {
    let base = Base::sqlite();
    let (store, stood) = lived(&base, None).await;
    let manager = stood.manager.id.to_string().parse().unwrap();
    let (_, secret) = store.make_token("another", Some(manager), Scope::Act, 3).await.unwrap();
    let (_place, folder) = exported(&store).await;
    let files = read(&folder);
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        for hidden in [secret.as_str(), "SECRET-OF-A-LINK", "Taken back"] {
            assert!(!text.contains(hidden), "{name} has {hidden}");
        }
    }
    let manifest: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    assert_eq!(manifest["form"], "assize-store");
    let left_out = manifest["left_out"].as_object().unwrap();
    for table in ["web_session", "job", "sign_in_link"] {
        assert!(left_out[table].as_str().is_some_and(|why| why.len() > 10), "{table}");
        assert!(!files.contains_key(&format!("tables/{table}.jsonl")));
    }
    assert!(
        files.contains_key("tables/token.jsonl") && files.contains_key("tables/account_invitation.jsonl")
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join("journal.jsonl"))), (0o700, 0o600));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_table_goes_out_is_left_out_with_a_reason_or_is_made_anew() {
    use sqlx::{Connection as _, Row as _};
    let own = ["head", "journal", "_sqlx_migrations"];
    // Columns that a table has and an export does not: who is sending a letter just now.
    let not_exported = ["letter.leased_by", "letter.leased_until"];
    for base in each_database().await {
        base.make().await.close().await;
        let mut columns: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        if let Some(path) = base.addresses.database.strip_prefix("sqlite:") {
            let mut conn = sqlx::SqliteConnection::connect(&format!("sqlite:{path}")).await.unwrap();
            let sql = "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
            for row in sqlx::query(sql).fetch_all(&mut conn).await.unwrap() {
                columns.entry(row.get(0)).or_default().insert(row.get(1));
            }
            // The tables of the index of words, and what SQLite keeps for them.
            columns.retain(|name, _| !name.contains("_search") && !name.starts_with("sqlite_"));
            columns.insert("document_search".to_owned(), BTreeSet::new());
        } else {
            let mut conn = sqlx::PgConnection::connect(&base.addresses.database).await.unwrap();
            let sql = "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'";
            for row in sqlx::query(sql).fetch_all(&mut conn).await.unwrap() {
                columns.entry(row.get(0)).or_default().insert(row.get(1));
            }
        }
        let records: BTreeSet<String> = record_tables().into_iter().collect();
        let others: BTreeMap<&str, Option<&str>> = store_tables().into_iter().collect();
        for name in columns.keys() {
            let ways = [
                own.contains(&name.as_str()),
                MADE_ANEW.contains(&name.as_str()),
                records.contains(name),
                others.contains_key(name.as_str()),
            ];
            assert_eq!(ways.into_iter().filter(|way| *way).count(), 1, "`{name}` must stand in one list");
        }
        for (name, why) in &others {
            assert!(columns.contains_key(*name), "there is no table `{name}`");
            assert!(why.is_none_or(|why| why.len() > 10), "`{name}` is left out without a reason");
        }
        for (table, exported) in assize_store::store_columns() {
            let exported: BTreeSet<String> = exported.into_iter().map(str::to_owned).collect();
            let there: BTreeSet<String> = columns[table]
                .iter()
                .filter(|column| !not_exported.contains(&format!("{table}.{column}").as_str()))
                .cloned()
                .collect();
            assert_eq!(exported, there, "{table}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_with_something_in_it_takes_nothing_in_and_an_empty_one_does() {
    for base in each_database().await {
        let from = Base::sqlite();
        let (store, _) = lived(&from, None).await;
        let (_place, folder) = exported(&store).await;
        let refused = Store::import_store(&folder, &from.addresses, Clock::System, |_, _| ()).await;
        assert!(matches!(refused, Err(StoreError::Exists(_))));
        base.make().await.close().await;
        let again = imported(&folder, &base).await;
        let (_place, other) = exported(&again).await;
        same(&read(&folder), &read(&other));
        again.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_was_interrupted_goes_on_and_nobody_opens_the_store_before() {
    for to in each_database().await {
        let from = Base::sqlite();
        let (store, _) = lived(&from, None).await;
        let (_place, folder) = exported(&store).await;
        let first = read(&folder);
        // A record that is not what its journal comes to is met only after the journal was taken in.
        let persons = folder.join("records/person.jsonl");
        let changed = String::from_utf8(first["records/person.jsonl"].clone())
            .unwrap()
            .replace("Zoë Späth", "Zoë Speth");
        fs::write(&persons, &changed).unwrap();
        let mut manifest: Value = serde_json::from_slice(&first["manifest.json"]).unwrap();
        bind(&mut manifest, "records/person.jsonl", changed.as_bytes());
        let lying = write_manifest(&folder, &manifest);
        let error = Store::import_store(&folder, &to.addresses, Clock::System, |_, _| ()).await.unwrap_err();
        let said = error.to_string();
        assert!(said.contains("records/person.jsonl:") && said.contains("comes to another"), "{said}");
        assert!(matches!(Store::open(&to.addresses, Clock::System).await, Err(StoreError::Unfinished(_))));
        // Another export is not mixed with it; the same one is gone on with.
        fs::write(&persons, &first["records/person.jsonl"]).unwrap();
        fs::write(folder.join("manifest.json"), &first["manifest.json"]).unwrap();
        let other = Store::import_store(&folder, &to.addresses, Clock::System, |_, _| ()).await;
        assert!(matches!(other, Err(StoreError::Exists(_))));
        let sql = format!(
            "UPDATE meta SET value = '{}' WHERE name = 'import_under_way' AND value = '{lying}'",
            hex(&first["manifest.json"])
        );
        to.run(Box::leak(sql.into_boxed_str())).await;
        let taken = Store::import_store(&folder, &to.addresses, Clock::System, |_, _| ()).await.unwrap();
        assert!(taken.resumed);
        let (_place, out) = exported(&taken.store).await;
        same(&first, &read(&out));
        taken.store.close().await;
    }
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Binds a file in the manifest as it now is.
fn bind(manifest: &mut Value, name: &str, bytes: &[u8]) {
    let files = manifest["files"].as_array_mut().unwrap();
    let file = files.iter_mut().find(|file| file["name"] == name).unwrap();
    file["bytes"] = json!(bytes.len());
    file["lines"] = json!(bytes.iter().filter(|byte| **byte == b'\n').count());
    file["sha256"] = json!(hex(bytes));
}

fn write_manifest(folder: &Path, manifest: &Value) -> String {
    let text = manifest.to_string();
    fs::write(folder.join("manifest.json"), &text).unwrap();
    hex(text.as_bytes())
}

/// What is wrong with an export after somebody has laid hands on it.
fn wrong(files: &BTreeMap<String, Vec<u8>>, change: impl FnOnce(&Path, &mut Value)) -> String {
    let place = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = place.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let mut manifest: Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    change(place.path(), &mut manifest);
    write_manifest(place.path(), &manifest);
    match Store::check_export(place.path(), |_, _| ()) {
        Ok(_) => String::new(),
        Err(StoreError::Import(problems)) => problems.iter().map(|problem| format!("{problem}\n")).collect(),
        Err(other) => panic!("{other}"),
    }
}

/// Lines of a file, changed and bound again, as somebody would who has the manifest too.
fn relined(folder: &Path, manifest: &mut Value, name: &str, change: impl FnOnce(&mut Vec<String>)) {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    change(&mut lines);
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    fs::write(folder.join(name), &text).unwrap();
    bind(manifest, name, text.as_bytes());
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_wrong_with_an_export_is_named_at_its_file_and_line() {
    let base = Base::sqlite();
    let (store, _) = lived(&base, None).await;
    let (_place, folder) = exported(&store).await;
    let files = read(&folder);
    assert_eq!(wrong(&files, |_, _| ()), "");
    let blob = files.keys().find(|name| name.starts_with("blobs/")).unwrap().clone();
    type Change<'c> = Box<dyn FnOnce(&Path, &mut Value) + 'c>;
    let cases: Vec<(&str, Change<'_>)> = vec![
        ("manifest.json: it is of version 2", Box::new(|_, manifest| manifest["version"] = json!(2))),
        (
            "manifest.json: its `form` is not",
            Box::new(|_, manifest| manifest["form"] = json!("assize-backup/2")),
        ),
        (
            "journal.jsonl:3: it is entry 4, and entry 3 was to come",
            Box::new(|folder, manifest| {
                relined(folder, manifest, "journal.jsonl", |lines| drop(lines.remove(2)))
            }),
        ),
        (
            "journal.jsonl:4: it is entry 3, and entry 4 was to come",
            Box::new(|folder, manifest| {
                relined(folder, manifest, "journal.jsonl", |lines| lines.insert(2, lines[2].clone()));
            }),
        ),
        (
            "journal.jsonl:2: its `leaf` is not the hash",
            Box::new(|folder, manifest| {
                relined(folder, manifest, "journal.jsonl", |lines| {
                    lines[1] = lines[1].replace("Person 0", "Person X")
                });
            }),
        ),
        (
            "journal.jsonl:5: the line is no JSON",
            Box::new(|folder, manifest| {
                relined(folder, manifest, "journal.jsonl", |lines| lines[4].truncate(40))
            }),
        ),
        (
            "journal.jsonl:1: the line is cut off",
            Box::new(|folder, _| {
                let first = fs::read_to_string(folder.join("journal.jsonl")).unwrap();
                fs::write(folder.join("journal.jsonl"), first.lines().next().unwrap()).unwrap();
            }),
        ),
        (
            "records/person.jsonl:2: the record ",
            Box::new(|folder, manifest| {
                relined(folder, manifest, "records/person.jsonl", |lines| lines.insert(1, lines[0].clone()));
            }),
        ),
        (
            "records/person.jsonl:1: it is no record of the kind `person`",
            Box::new(|folder, manifest| {
                relined(folder, manifest, "records/person.jsonl", |lines| {
                    lines[0] = lines[0].replace("\"name\"", "\"nom\"")
                });
            }),
        ),
        (
            "tables/token.jsonl:1: the table has no column `colour`",
            Box::new(|folder, manifest| {
                relined(folder, manifest, "tables/token.jsonl", |lines| {
                    lines[0] = lines[0].replacen('{', "{\"colour\":\"red\",", 1);
                });
            }),
        ),
        (
            "tables/token.jsonl:2: the column `made_at` holds something of another type",
            Box::new(|folder, manifest| {
                relined(folder, manifest, "tables/token.jsonl", |lines| {
                    lines[1] = lines[1]
                        .replacen("\"made_at\":", "\"made_at\":\"x\",\"was\":", 1)
                        .replace(",\"was\":", ",\"used_at\":");
                });
            }),
        ),
        (
            "tables/spy.jsonl: there is no such table",
            Box::new(|folder, _| fs::write(folder.join("tables/spy.jsonl"), "{}\n").unwrap()),
        ),
        (
            "tables/web_session.jsonl: this table is not taken in",
            Box::new(|folder, _| fs::write(folder.join("tables/web_session.jsonl"), "{}\n").unwrap()),
        ),
        (
            "records/spaceship.jsonl: there is no such kind of record",
            Box::new(|folder, _| fs::write(folder.join("records/spaceship.jsonl"), "{}\n").unwrap()),
        ),
        (
            "blobs/zz/evil.sh: the name of a blob is its SHA-256",
            Box::new(|folder, _| {
                fs::create_dir(folder.join("blobs/zz")).unwrap();
                fs::write(folder.join("blobs/zz/evil.sh"), "x").unwrap();
            }),
        ),
        (
            "its bytes are not those that its name promises",
            Box::new(|folder, _| fs::write(folder.join(&blob), "another").unwrap()),
        ),
        (
            "a record names this file, and it is not there",
            Box::new(|folder, _| fs::remove_file(folder.join(&blob)).unwrap()),
        ),
        (
            "log/checkpoint: the checkpoint is not one of this log",
            Box::new(|folder, manifest| {
                let key = signer("example.com/log", 8).verifier_key().to_string();
                fs::write(folder.join("log/key"), format!("{key}\n")).unwrap();
                bind(manifest, "log/key", format!("{key}\n").as_bytes());
            }),
        ),
        (
            "journal.jsonl: its digest is not that of the manifest",
            Box::new(|folder, _| {
                let text = fs::read_to_string(folder.join("journal.jsonl")).unwrap();
                fs::write(folder.join("journal.jsonl"), text.replacen("{\"", "{ \"", 1)).unwrap();
            }),
        ),
        #[cfg(unix)]
        (
            "notes: it is no plain file",
            Box::new(|folder, _| std::os::unix::fs::symlink("/etc/passwd", folder.join("notes")).unwrap()),
        ),
    ];
    for (expected, change) in cases {
        let said = wrong(&files, change);
        assert!(said.contains(expected), "expected `{expected}` in:\n{said}");
    }
    // Nothing is made of it.
    let to = Base::sqlite();
    fs::write(folder.join(&blob), "another").unwrap();
    let refused = Store::import_store(&folder, &to.addresses, Clock::System, |_, _| ()).await;
    assert!(matches!(refused, Err(StoreError::Import(_))));
    assert!(!to.path("assize.db").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_zip_file_leads_nowhere_else_and_one_that_is_cut_off_is_none() {
    use std::io::Write as _;
    let base = Base::sqlite();
    let (store, _) = lived(&base, None).await;
    let place = tempfile::tempdir().unwrap();
    let whole = zipped(&store, place.path(), "whole.zip").await;
    let bytes = fs::read(&whole).unwrap();
    let cut = place.path().join("cut.zip");
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert!(Store::check_export(&cut, |_, _| ()).is_err());
    let evil = place.path().join("evil.zip");
    let mut zip = zip::ZipWriter::new_append(
        File::options()
            .read(true)
            .write(true)
            .open({
                fs::copy(&whole, &evil).unwrap();
                &evil
            })
            .unwrap(),
    )
    .unwrap();
    zip.start_file("blobs/../../../../tmp/evil", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(b"x").unwrap();
    zip.finish().unwrap();
    let said = Store::check_export(&evil, |_, _| ()).unwrap_err().to_string();
    assert!(said.contains("evil: the name of a blob is its SHA-256"), "{said}");
    for at in (0..bytes.len()).step_by(bytes.len() / 60) {
        let mut bad = bytes.clone();
        bad[at] ^= 1;
        fs::write(&cut, &bad).unwrap();
        let to = Base::sqlite();
        if let Ok(taken) = Store::import_store(&cut, &to.addresses, Clock::System, |_, _| ()).await {
            // A bit that the zip format does not mind: then what was taken in is the same.
            let again = zipped(&taken.store, place.path(), &format!("{at}.zip")).await;
            assert_eq!(fs::read(again).unwrap(), bytes, "byte {at}");
        }
    }
}

/// What a reader says of an export that was written from the description alone; nothing where there is no Python 3.
fn read_by_a_stranger(folder: &Path) -> Option<(bool, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = std::process::Command::new("python3");
    let python =
        python.arg("-I").arg(here.join("tests/read_export.py")).arg(folder).arg(here.join("../tlog/tests"));
    match python.output() {
        Ok(output) => {
            let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
            Some((output.status.success(), said.trim().to_owned()))
        }
        Err(error) => {
            println!("skipped: python3 could not be started: {error}");
            None
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_reads_it_by_its_description_alone() {
    let base = Base::sqlite();
    let (store, _) = lived(&base, None).await;
    let (_place, folder) = exported(&store).await;
    let Some((holds, said)) = read_by_a_stranger(&folder) else { return };
    assert!(holds, "{said}");
    let said: Value = serde_json::from_str(&said).unwrap();
    let head = store.head_seq().await.unwrap();
    assert_eq!((said["entries"].as_i64(), said["published"].as_i64()), (Some(head), Some(head - 1)));
    let journal = fs::read_to_string(folder.join("journal.jsonl")).unwrap();
    let changed = journal.replacen("Person 0", "Person X", 1);
    fs::write(folder.join("journal.jsonl"), &changed).unwrap();
    assert!(!read_by_a_stranger(&folder).unwrap().0);
    let mut manifest: Value =
        serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    bind(&mut manifest, "journal.jsonl", changed.as_bytes());
    write_manifest(&folder, &manifest);
    let (holds, said) = read_by_a_stranger(&folder).unwrap();
    assert!(!holds && said.contains("has another leaf"), "{said}");
}
