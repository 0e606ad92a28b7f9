//! A verifier that is not ours: `verify.py`, plain Python without any package, checks what this crate signs and proves.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "the helpers of a test may fail it")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use assize_tlog::{
    Checkpoint, Frontier, Hash, Note, SignerKey, consistency_proof, inclusion_proof, leaf_hash,
};
use serde_json::{Value, json};

const NAME: &str = "example.com/log";

/// What the verifier says, and whether it accepts; nothing where there is no Python 3.
fn judge(case: &Value) -> Option<(bool, String)> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/verify.py");
    let python = Command::new("python3")
        .args(["-I", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut python = match python {
        Ok(python) => python,
        Err(error) => {
            println!("skipped: python3 could not be started: {error}");
            return None;
        }
    };
    python.stdin.take().unwrap().write_all(case.to_string().as_bytes()).unwrap();
    let output = python.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Some((output.status.success(), said.trim().to_owned()))
}

fn accepts(case: &Value) {
    if let Some(judged) = judge(case) {
        assert_eq!(judged, (true, "ok".to_owned()), "{case}");
    }
}

fn refuses(case: &Value, why: &str) {
    if let Some(judged) = judge(case) {
        assert_eq!(judged, (false, why.to_owned()), "{case}");
    }
}

fn signer(seed: u8) -> SignerKey {
    SignerKey::from_seed(NAME.parse().unwrap(), &[seed; 32]).unwrap()
}

fn entry(index: usize) -> String {
    format!("entry {index}")
}

fn leaves(size: usize) -> Vec<Hash> {
    (0..size).map(|index| leaf_hash(entry(index).as_bytes())).collect()
}

fn signed(size: usize) -> Note {
    let mut frontier = Frontier::new();
    for leaf in leaves(size) {
        frontier.append(leaf).unwrap();
    }
    Checkpoint::new(NAME.parse().unwrap(), frontier.head()).sign(&[&signer(1)]).unwrap()
}

fn texts(path: &[Hash]) -> Vec<String> {
    path.iter().map(Hash::to_string).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A checkpoint, the proof that an entry is in it, and the proof that it follows an older one.
fn case(size: usize, index: usize, old: usize) -> Value {
    json!({
        "key": signer(1).verifier_key().to_string(),
        "origin": NAME,
        "checkpoint": signed(size).to_string(),
        "inclusion": {
            "entry": hex(entry(index).as_bytes()),
            "index": index,
            "path": texts(&inclusion_proof(&leaves(size), index as u64).unwrap()),
        },
        "consistency": {
            "old": signed(old).to_string(),
            "path": texts(&consistency_proof(&leaves(size), old as u64).unwrap()),
        },
    })
}

#[test]
fn python_accepts_what_this_crate_signs_and_proves() {
    for (size, index, old) in [(1, 0, 0), (1, 0, 1), (2, 1, 1), (7, 6, 4), (300, 256, 257), (1_000, 511, 512)]
    {
        accepts(&case(size, index, old));
    }
}

#[test]
fn python_accepts_a_note_with_more_signers() {
    let mut case = case(5, 2, 3);
    let witness = SignerKey::from_seed("witness".parse().unwrap(), &[2; 32]).unwrap();
    let (checkpoint, _) = Checkpoint::parse(signed(5).to_string().as_bytes()).unwrap();
    case["checkpoint"] = json!(checkpoint.sign(&[&witness, &signer(1)]).unwrap().to_string());
    accepts(&case);
}

#[test]
fn python_refuses_what_was_changed() {
    let good = case(300, 123, 77);
    let change = |pointer: &str, value: Value| {
        let mut case = good.clone();
        *case.pointer_mut(pointer).unwrap() = value;
        case
    };
    let zero = "0".repeat(64);
    refuses(&change("/inclusion/path/0", json!(zero)), "the inclusion proof leads to another root");
    refuses(&change("/inclusion/entry", json!("00")), "the inclusion proof leads to another root");
    refuses(&change("/inclusion/index", json!(124)), "the inclusion proof leads to another root");
    refuses(&change("/inclusion/index", json!(300)), "there is no such leaf");
    refuses(&change("/inclusion/path", json!([])), "the proof is too short");
    refuses(&change("/consistency/path/0", json!(zero)), "the consistency proof leads to other roots");
    refuses(&change("/consistency/path", json!([])), "the proof is too short");
    refuses(
        &change("/consistency/old", json!(signed(301).to_string())),
        "the older checkpoint is the larger one",
    );
    refuses(&change("/origin", json!("example.com/other")), "the checkpoint is of another log");
    refuses(&change("/key", json!(signer(2).verifier_key().to_string())), "the key did not sign");
    let checkpoint = good["checkpoint"].as_str().unwrap();
    let larger = checkpoint.replace("\n300\n", "\n301\n");
    refuses(&change("/checkpoint", json!(larger)), "the signature does not hold");
    let key = good["key"].as_str().unwrap().replace("/log", "/lag");
    refuses(&change("/key", json!(key)), "the id of the key is wrong");
}
