//! What the command line says of itself is what docs/reference/command-line.txt holds, so that nobody changes it unseen.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::path::Path;

/// The help of a command and of every command below it.
fn help(folder: &Path, command: &[String], out: &mut String) {
    let mut args: Vec<&str> = command.iter().map(String::as_str).collect();
    args.push("--help");
    let output = shell::assize(folder, &args);
    assert_eq!(output.status.code(), Some(0), "{args:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    out.push_str(&format!("$ assize {}\n\n{}\n\n", args.join(" "), text.trim_end()));
    let below = text.lines().skip_while(|line| *line != "Commands:").skip(1);
    for line in below.take_while(|line| !line.is_empty()) {
        // The name of a command stands two spaces in; what is further in goes on about the one before.
        let Some(name) = line.strip_prefix("  ").filter(|name| !name.starts_with(' ')) else { continue };
        let name = name.split_whitespace().next().unwrap();
        if name != "help" {
            help(folder, &[command, &[name.to_owned()]].concat(), out);
        }
    }
}

#[test]
fn every_help_is_as_the_reference_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = String::new();
    help(folder.path(), &[], &mut text);
    for command in [
        "init",
        "serve",
        "demo",
        "import soa",
        "report issue",
        "export audit",
        "verify",
        "log proof",
        "erase",
        "backup",
        "restore",
        "token new",
        "act",
        "show",
    ] {
        assert!(text.contains(&format!("$ assize {command} --help\n")), "{command}");
    }
    assert!(!text.contains("assize worker"), "what is hidden is not shown");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/command-line.txt");
    if std::env::var_os("ASSIZE_RENEW").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    for (number, (kept, now)) in kept.lines().zip(text.lines()).enumerate() {
        assert_eq!(
            kept,
            now,
            "line {} of docs/reference/command-line.txt is old: read what changed, then run this test with ASSIZE_RENEW=1",
            number + 1
        );
    }
    assert_eq!(
        kept.lines().count(),
        text.lines().count(),
        "docs/reference/command-line.txt is old: run this test with ASSIZE_RENEW=1"
    );
}
