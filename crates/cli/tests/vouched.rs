//! The log vouched for by others: a witness that is not ours (`ASSIZE_TEST_WITNESS` names its program, aics-witness of PyPI, which the
//! project's test command sets), and an authority that timestamps by OpenSSL behind a server of a page.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use shell::{json_of, made, person, said};
use tempfile::TempDir;

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() { copied(&path, &target) } else { assert!(std::fs::copy(&path, &target).is_ok()) }
    }
}

/// A process that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Witness {
    url: String,
    key: String,
    _folder: TempDir,
    _running: Running,
}

/// A witness that knows the log of a store.
fn witness(store: &Path) -> Option<Witness> {
    let Ok(program) = std::env::var("ASSIZE_TEST_WITNESS") else {
        eprintln!("ASSIZE_TEST_WITNESS is not set: not tried with a witness");
        return None;
    };
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let output = Command::new(&program).args(args).current_dir(folder.path()).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let told = run(&["init", "--name", "witness.example.org/w1"]);
    let key =
        told.split_whitespace().find(|word| word.starts_with("witness.example.org/w1+")).unwrap().to_owned();
    let log = json_of(store, &["log", "key"]).1["key"].as_str().unwrap().to_owned();
    let origin = log.split('+').next().unwrap();
    run(&["add-log", "--origin", origin, "--vkey", &log]);
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let child = Command::new(&program)
        .args(["serve", "--listen", &format!("127.0.0.1:{port}")])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let running = Running(child);
    for _ in 0..600 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Some(Witness { url: format!("http://127.0.0.1:{port}"), key, _folder: folder, _running: running })
}

fn configured(store: &Path, witness: &Witness) {
    let text = format!("witnesses = \"{} {}\"\n", witness.url, witness.key);
    std::fs::write(store.join("assize.toml"), text).unwrap();
}

#[test]
fn a_witness_signs_what_goes_on_from_what_it_saw_and_nothing_else() {
    let folder = made();
    let store = folder.path();
    assert_eq!(said(store, &["log", "witness"]).0, 2, "nobody is asked who is not configured");
    let Some(witness) = witness(store) else { return };
    configured(store, &witness);
    let (code, none) = json_of(store, &["verify", "--witness", &witness.key]);
    assert_eq!((code, &none["problems"][0]["where"]), (1, &json!("witnessed checkpoint")));

    let (code, signed) = json_of(store, &["log", "witness"]);
    assert_eq!((code, &signed["signed"][0]["size"]), (0, &json!(1)), "{signed:#}");
    let earlier = tempfile::tempdir().unwrap();
    copied(store, earlier.path());
    for name in ["Ada", "Bo", "Cy"] {
        person(store, name);
    }
    json_of(store, &["log", "publish"]);
    // Signed again, by a proof from the size that was signed before.
    let (code, signed) = json_of(store, &["log", "witness"]);
    assert_eq!((code, &signed["signed"][0]["size"]), (0, &json!(4)), "{signed:#}");
    person(store, "Di");
    json_of(store, &["log", "publish"]);
    let (code, found) = json_of(store, &["verify", "--witness", &witness.key]);
    assert_eq!((code, &found["witnessed"][0]["size"]), (0, &json!(4)), "{found:#}");

    // A history that was written anew from an earlier state, with the log's own key: the witness will not sign it, whatever is said to have
    // been seen, and what it signed is not in it.
    let rewritten = earlier.path();
    for name in ["Xa", "Xo", "Xy", "Xi", "Xe"] {
        person(rewritten, name);
    }
    json_of(rewritten, &["log", "publish"]);
    assert_eq!(json_of(rewritten, &["verify"]).0, 0, "by itself it agrees with itself");
    let (code, refused) = json_of(rewritten, &["log", "witness"]);
    assert_eq!(code, 1, "{refused:#}");
    assert!(refused["refused"][0]["why"].as_str().unwrap().contains("422"), "{refused:#}");
    std::fs::copy(store.join("log/checkpoint.witnessed"), rewritten.join("log/checkpoint.witnessed"))
        .unwrap();
    let (code, found) = json_of(rewritten, &["verify", "--witness", &witness.key]);
    assert_eq!((code, &found["problems"][0]["where"]), (1, &json!("witnessed checkpoint")), "{found:#}");

    // Another witness has not signed, and a line that was changed does not hold.
    let other = "example.com/other+";
    assert_eq!(said(store, &["verify", "--witness", other]).0, 2);
    let note = std::fs::read_to_string(store.join("log/checkpoint.witnessed")).unwrap();
    let line = note.lines().last().unwrap();
    let (head, tail) = line.split_at(line.len() - 12);
    let flipped: String =
        tail.chars().map(|c| if c == 'A' { 'B' } else { 'A' }).take(8).chain("AAA=".chars()).collect();
    std::fs::write(store.join("log/checkpoint.witnessed"), note.replace(line, &format!("{head}{flipped}")))
        .unwrap();
    assert_eq!(json_of(store, &["verify", "--witness", &witness.key]).0, 1);
}

/// Runs OpenSSL in a folder.
fn openssl(folder: &Path, args: &[&str]) {
    let output = Command::new("openssl").args(args).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// An authority of the tests' own: its folder, and the address it answers at until the test ends.
fn authority(key: &[&str], purpose: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
    let ca = [
        "req",
        "-x509",
        "-nodes",
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
        "-days",
        "30",
        "-subj",
        "/CN=Tests",
    ];
    let usage = ["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign"];
    openssl(at, &[&ca[..], &ec, &usage].concat());
    let request = ["req", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Clock"];
    openssl(at, &[&request[..], key].concat());
    std::fs::write(at.join("ext"), format!("basicConstraints=CA:FALSE\nextendedKeyUsage={purpose}\n"))
        .unwrap();
    openssl(
        at,
        &[
            "x509",
            "-req",
            "-in",
            "tsa.csr",
            "-CA",
            "ca.pem",
            "-CAkey",
            "ca.key",
            "-CAcreateserial",
            "-days",
            "30",
            "-extfile",
            "ext",
            "-out",
            "tsa.pem",
        ],
    );
    let config = "[tsa]\ndefault_tsa = here\n[here]\nserial = serial\nsigner_cert = tsa.pem\nsigner_key = tsa.key\ncerts = ca.pem\n\
                  signer_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256, sha384, sha512\naccuracy = secs:1\nordering = yes\n\
                  tsa_name = yes\ness_cert_id_chain = no\ness_cert_id_alg = sha256\n";
    std::fs::write(at.join("tsa.cnf"), config).unwrap();
    std::fs::write(at.join("serial"), "01\n").unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/tsr", listener.local_addr().unwrap());
    let place = at.to_owned();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            answer(stream, &place);
        }
    });
    (folder, url)
}

/// Answers one question of HTTP with what OpenSSL says.
fn answer(mut stream: TcpStream, folder: &Path) {
    let mut bytes = Vec::new();
    let mut part = [0; 4_096];
    loop {
        let read = stream.read(&mut part).unwrap();
        bytes.extend_from_slice(&part[..read]);
        let head = bytes.windows(4).position(|window| window == b"\r\n\r\n").map(|at| at + 4);
        let Some(head) = head else { continue };
        let text = String::from_utf8_lossy(&bytes[..head]).to_ascii_lowercase();
        let length = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))
            .map_or(0, |n| n.parse().unwrap());
        if bytes.len() >= head + length {
            std::fs::write(folder.join("query.tsq"), &bytes[head..head + length]).unwrap();
            break;
        }
    }
    let args = ["ts", "-reply", "-config", "tsa.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr"];
    openssl(folder, &args);
    let reply = std::fs::read(folder.join("reply.tsr")).unwrap();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/timestamp-reply\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        reply.len()
    );
    stream.write_all(&[head.as_bytes(), &reply].concat()).unwrap();
}

fn problem(found: &Value) -> &str {
    found["problems"][0]["what"].as_str().unwrap_or_default()
}

#[test]
fn a_checkpoint_is_timestamped_by_an_authority_and_others_can_verify_it() {
    for key in [&["-newkey", "rsa:2048"][..], &["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]] {
        let folder = made();
        let store = folder.path();
        assert_eq!(said(store, &["log", "timestamp"]).0, 2, "nobody is asked who is not configured");
        let (tsa, url) = authority(key, "critical,timeStamping");
        let ca = tsa.path().join("ca.pem").display().to_string();
        let verify = |ca: &str| json_of(store, &["verify", "--tsa-ca", ca]);
        assert_eq!(verify(&ca).0, 1, "nothing was timestamped yet");
        std::fs::write(store.join("assize.toml"), format!("tsa_url = \"{url}\"\n")).unwrap();
        let (code, told) = json_of(store, &["log", "timestamp"]);
        assert_eq!((code, &told["size"]), (0, &json!(1)), "{told:#}");
        person(store, "Ada");
        json_of(store, &["log", "publish"]);
        let (code, found) = verify(&ca);
        assert_eq!((code, &found["timestamped"]["size"]), (0, &json!(1)), "{found:#}");
        assert_eq!(found["timestamped"]["at"], told["at"]);

        // Software that is not ours says the same of the two files.
        let (note, token) = (store.join("log/timestamp/1.note"), store.join("log/timestamp/1.tsr"));
        let (note_name, token_name) = (note.display().to_string(), token.display().to_string());
        openssl(store, &["ts", "-verify", "-data", &note_name, "-in", &token_name, "-CAfile", &ca]);

        // Another authority, a token of something else, a changed one.
        let (other, other_url) = authority(key, "critical,timeStamping");
        let (code, found) = verify(&other.path().join("ca.pem").display().to_string());
        assert_eq!(code, 1);
        assert!(problem(&found).contains("not one of the authority that is trusted"), "{found:#}");
        let whole = std::fs::read(&token).unwrap();
        for at in [100, whole.len() / 4, whole.len() - 3] {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            std::fs::write(&token, changed).unwrap();
            assert_eq!(verify(&ca).0, 1, "byte {at} of {}", whole.len());
        }
        std::fs::write(&token, &whole).unwrap();
        let text = std::fs::read_to_string(&note).unwrap();
        std::fs::write(&note, format!("{text}\n")).unwrap();
        assert!(problem(&verify(&ca).1).contains("imprint"));
        std::fs::write(&note, text).unwrap();
        assert_eq!(verify(&ca).0, 0);
        std::fs::write(store.join("assize.toml"), format!("tsa_url = \"{other_url}\"\n")).unwrap();
        assert_eq!(json_of(store, &["log", "timestamp"]).0, 0);
        assert_eq!(verify(&ca).0, 1, "the latest is of the other authority");
    }
}

#[test]
fn an_authority_is_a_certificate_that_others_go_back_to() {
    let folder = made();
    let store = folder.path();
    let (tsa, url) = authority(&["-newkey", "rsa:2048"], "critical,timeStamping");
    std::fs::write(store.join("assize.toml"), format!("tsa_url = \"{url}\"\n")).unwrap();
    assert_eq!(json_of(store, &["log", "timestamp"]).0, 0);
    // The clock's own certificate is nobody's authority, and a file without one is none.
    let leaf = tsa.path().join("tsa.pem").display().to_string();
    let (code, text) = said(store, &["verify", "--tsa-ca", &leaf]);
    assert_eq!(code, 1, "{text}");
    std::fs::write(store.join("none.pem"), "no certificate").unwrap();
    assert_eq!(said(store, &["verify", "--tsa-ca", "none.pem"]).0, 2);
}
