//! The golden journal: entries as they were written once, which must be read and applied for ever.
//!
//! `fixtures/journal-v1.jsonl` has an entry a line, with the digest of its leaf and the version of its subject after it;
//! `fixtures/records-v1.jsonl` has the records that it comes to. Lines are added, never changed: what the law gains is told
//! at the end of the [life](super::life), and `ASSIZE_GOLDEN=append cargo nextest run -p assize-domain golden` appends
//! the entries that are not there yet and writes the records anew.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Bench, life, t};
use crate::kernel::entry::{Entry, SALT_BYTES, canonical, hex};
use crate::kernel::record::{Key, World};
use crate::registry::{AnyRecord, Event, Kind};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

fn lines(name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(fixture(name)).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// An entry as a line keeps it.
fn read(line: &Value) -> Entry {
    Entry {
        seq: line["seq"].as_i64().unwrap(),
        at: t(line["at"].as_str().unwrap()),
        kind: line["kind"].as_str().unwrap().to_owned(),
        v: line["v"].as_u64().unwrap().try_into().unwrap(),
        fields: Entry::fields_from_json(line["fields"].clone()).unwrap(),
    }
}

fn leaf(entry: &Entry) -> String {
    hex(&Sha256::digest(entry.leaf()))
}

/// The version of a record; 0 where there is none.
fn version(world: &World, key: Key) -> i64 {
    world.version(key).unwrap()
}

/// The life as lines; salts are made from the number of the entry and the field.
fn told(bench: &Bench) -> Vec<Value> {
    let mut world = World::complete();
    let entries = bench.journal.iter().zip(1_i64..).map(|((stamp, event), seq)| {
        let mut field = 0_u8;
        let entry = Entry::new(seq, stamp, event, || {
            field += 1;
            let mut salt = [field; SALT_BYTES];
            salt[..8].copy_from_slice(&seq.to_be_bytes());
            salt
        });
        event.apply(&mut world, stamp).unwrap();
        json!({ "seq": seq, "at": entry.at.to_string(), "kind": entry.kind, "v": entry.v, "leaf": leaf(&entry),
            "version": version(&world, event.subject()), "fields": entry.fields_json() })
    });
    entries.collect()
}

/// The records of a world as lines, in the order of their kinds and ids.
fn records(world: &World) -> Vec<Value> {
    let mut all: Vec<_> = world.all().collect();
    all.sort_by_key(|(key, _)| *key);
    let line = |(key, found): (Key, &crate::kernel::record::Versioned)| {
        json!({ "kind": key.kind.word(),
        "id": key.id.hyphenated().to_string(), "version": found.version, "record": found.record.to_json() })
    };
    all.into_iter().map(line).collect()
}

fn append(bench: &Bench) {
    let there = lines("journal-v1.jsonl").len();
    let write = |lines: &[Value]| lines.iter().map(|line| canonical(line) + "\n").collect::<String>();
    let journal = std::fs::read_to_string(fixture("journal-v1.jsonl")).unwrap_or_default();
    std::fs::create_dir_all(fixture("")).unwrap();
    std::fs::write(fixture("journal-v1.jsonl"), journal + &write(&told(bench)[there..])).unwrap();
    std::fs::write(fixture("records-v1.jsonl"), write(&records(&replayed()))).unwrap();
}

/// The world that the golden journal comes to; every entry is looked at on the way.
fn replayed() -> World {
    let mut world = World::complete();
    for (line, seq) in lines("journal-v1.jsonl").iter().zip(1_i64..) {
        let entry = read(line);
        assert_eq!(entry.seq, seq, "the entries are numbered from 1");
        assert_eq!(leaf(&entry), line["leaf"], "entry {seq} has another leaf than it was written with");
        let (event, stamp) =
            entry.event().unwrap_or_else(|corrupt| panic!("entry {seq}, `{}`: {corrupt}", entry.kind));
        event
            .apply(&mut world, &stamp)
            .unwrap_or_else(|corrupt| panic!("entry {seq}, `{}`: {corrupt}", entry.kind));
        assert_eq!(version(&world, event.subject()), line["version"].as_i64().unwrap(), "entry {seq}");
    }
    world
}

#[test]
fn golden_entries_are_read_and_applied_to_the_records_they_came_to() {
    if std::env::var("ASSIZE_GOLDEN").is_ok_and(|what| what == "append") {
        append(&life::lived());
    }
    let world = replayed();
    let golden = lines("records-v1.jsonl");
    assert_eq!(world.all().count(), golden.len());
    for line in golden {
        let kind: Kind = t(line["kind"].as_str().unwrap());
        let key = Key { kind, id: t(line["id"].as_str().unwrap()) };
        let record =
            AnyRecord::from_json(kind, &line["record"]).unwrap_or_else(|| panic!("{key} cannot be read"));
        let found = world.held(key).unwrap_or_else(|| panic!("{key} is not there"));
        assert_eq!((found.version, &found.record), (line["version"].as_i64().unwrap(), &record), "{key}");
    }
}

#[test]
fn golden_entries_are_there_for_each_kind_and_version() {
    let golden: BTreeSet<(String, u16)> =
        lines("journal-v1.jsonl").iter().map(read).map(|entry| (entry.kind, entry.v)).collect();
    for (kind, v) in Event::KINDS {
        assert!(
            golden.contains(&((*kind).to_owned(), *v)),
            "`{kind}` version {v} has no golden entry: tell of it at the end of `testing/life.rs` and append it"
        );
    }
}

#[test]
fn golden_entries_that_lack_a_field_or_have_another_are_not_read() {
    let line =
        lines("journal-v1.jsonl").into_iter().find(|line| line["kind"] == "person.registered").unwrap();
    let whole = read(&line);
    let mut lacking = whole.clone();
    lacking.fields.retain(|field| field.name != "p.name");
    assert!(lacking.event().is_err());
    let mut other = whole;
    for field in &mut other.fields {
        if field.name == "p.name" {
            field.name = "p.title".to_owned();
        }
    }
    assert!(other.event().is_err());
}
