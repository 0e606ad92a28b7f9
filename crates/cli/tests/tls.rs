//! Served over TLS, with certificates from files; and never in the clear where others could listen.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use shell::{BINARY, made, said};

/// A server that ends with the test.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn serving(folder: &Path) -> (Serving, String, String) {
    let mut child = Command::new(BINARY)
        .args(["serve", "--listen", "127.0.0.1:0", "--json"])
        .current_dir(folder)
        .env_clear()
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let ready: serde_json::Value = serde_json::from_str(&line).unwrap();
    let at = ready["listening"].as_str().unwrap();
    let (scheme, address) = at.split_once("://").unwrap();
    (Serving(child), scheme.to_owned(), address.to_owned())
}

fn openssl(folder: &Path, args: &[&str]) {
    let output = Command::new("openssl").args(args).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// What a client that is not ours is answered, with how it speaks.
fn asked(folder: &Path, address: &str, more: &[&str]) -> (bool, String) {
    let connect = [
        "s_client",
        "-connect",
        address,
        "-servername",
        "localhost",
        "-CAfile",
        "tls.pem",
        "-verify_return_error",
        "-quiet",
        "-no_ign_eof",
    ];
    let mut child = Command::new("openssl")
        .args([&connect[..], more].concat())
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let request = format!("GET /healthz HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    let mut input = child.stdin.take().unwrap();
    let _ = input.write_all(request.as_bytes());
    let mut answer = Vec::new();
    child.stdout.take().unwrap().read_to_end(&mut answer).unwrap();
    drop(input);
    let done = child.wait().unwrap().success();
    (done, String::from_utf8_lossy(&answer).into_owned())
}

#[test]
fn tls_is_spoken_with_certificates_from_files_and_nothing_else_is() {
    let folder = made();
    let at = folder.path();
    openssl(
        at,
        &[
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-keyout",
            "tls.key",
            "-out",
            "tls.pem",
            "-days",
            "30",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
        ],
    );
    std::fs::write(at.join("assize.toml"), "tls_certificates = \"tls.pem\"\ntls_key = \"tls.key\"\n")
        .unwrap();
    let (_serving, scheme, address) = serving(at);
    assert_eq!(scheme, "https");
    for version in ["-tls1_3", "-tls1_2"] {
        let (_, answer) = asked(at, &address, &[version]);
        assert!(answer.starts_with("HTTP/1.1 200"), "{version}: {answer}");
        assert!(answer.contains("strict-transport-security: max-age=31536000"), "{answer}");
    }
    let (done, answer) = asked(at, &address, &["-tls1_1"]);
    assert!(!done && !answer.contains("HTTP/1.1"), "{answer}");
    // In the clear nothing is answered.
    let mut stream = TcpStream::connect(&address).unwrap();
    stream.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    assert!(!String::from_utf8_lossy(&answer).contains("HTTP/1.1"), "{answer:?}");
}

#[test]
fn nothing_is_served_in_the_clear_beyond_this_machine() {
    let folder = made();
    let at = folder.path();
    let (code, told) = said(at, &["serve", "--listen", "0.0.0.0:0"]);
    assert!(code == 2 && told.contains("in the clear"), "{told}");
    for (text, named) in [
        ("tls_certificates = \"tls.pem\"\n", "belong together"),
        ("tls_certificates = \"none.pem\"\ntls_key = \"none.key\"\n", "cannot be read"),
        ("tls_certificates = \"log.key\"\ntls_key = \"log.key\"\n", "no certificate"),
    ] {
        std::fs::write(at.join("assize.toml"), text).unwrap();
        let (code, told) = said(at, &["serve", "--listen", "127.0.0.1:0"]);
        assert!(code == 2 && told.contains(named), "{text}: {told}");
    }
}
