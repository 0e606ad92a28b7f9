//! The demonstration's store, served by the built binary.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::line::Line;

const BINARY: &str = env!("CARGO_BIN_EXE_assize");

/// A copy of the demonstration that one test has for itself, and the server over it, which ends with it.
pub struct World {
    folder: tempfile::TempDir,
    server: Child,
    base: String,
}

impl World {
    /// Serves a new copy.
    pub fn served() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&demonstration(), folder.path());
        Self::over(folder)
    }

    /// Serves a store as it is after the administrator's first steps: it has a name and the audit tests, and nobody is registered.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for arguments in [&["init", "--name", "Fernhill Audit Practice"][..], &["import", "tests"]] {
            let output = assize(folder.path(), arguments).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
        Self::over(folder)
    }

    /// Likewise, with a line before it that can be cut.
    pub fn served_by_line() -> (Self, Line) {
        let mut world = Self::served();
        let line = Line::to(world.base.strip_prefix("http://").unwrap());
        world.base = line.base();
        (world, line)
    }

    fn over(folder: tempfile::TempDir) -> Self {
        let mut server = assize(folder.path(), &["serve", "--listen", "127.0.0.1:0", "--json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let said: Value = serde_json::from_str(&line).expect("the server says where it listens");
        let base = said["listening"].as_str().unwrap().to_owned();
        Self { folder, server, base }
    }

    /// Where the store is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A browser before this server, signed in by nobody. None, and said, where there is none to test with.
    pub fn browser(&self) -> Option<Browser> {
        Browser::start(&self.base)
    }

    /// Likewise, and the server is called by the name of its machine: passkeys are made for names, not for addresses.
    pub fn browser_by_name(&self) -> Option<Browser> {
        Browser::start(&self.base.replace("127.0.0.1", "localhost"))
    }

    /// A browser of its own for a person, signed in by a link of one use.
    pub fn sign_in(&self, person_name: &str) -> Option<Browser> {
        self.sign_in_by(&["link", "--for", person_name, "--at", &self.base, "--json"])
    }

    /// Likewise, before the server called by the name of its machine, where passkeys can be made.
    pub fn sign_in_by_name(&self, person_name: &str) -> Option<Browser> {
        let named = self.base.replace("127.0.0.1", "localhost");
        let browser = self.browser_by_name()?;
        self.enter(browser, &["link", "--for", person_name, "--at", &named, "--json"])
    }

    /// Signs a person in, in a browser that somebody has used before.
    pub fn sign_in_here(&self, browser: Browser, person_name: &str) -> Browser {
        self.enter(browser, &["link", "--for", person_name, "--at", &self.base, "--json"]).unwrap()
    }

    /// A browser for whoever runs the store, before anybody is registered.
    pub fn sign_in_as_operator(&self) -> Option<Browser> {
        self.sign_in_by(&["link", "--at", &self.base, "--json"])
    }

    fn sign_in_by(&self, arguments: &[&str]) -> Option<Browser> {
        let browser = self.browser()?;
        self.enter(browser, arguments)
    }

    fn enter(&self, browser: Browser, arguments: &[&str]) -> Option<Browser> {
        let output = assize(self.folder.path(), arguments).output().unwrap();
        let said: Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|_| panic!("no link: {}", String::from_utf8_lossy(&output.stderr)));
        browser.open_address(said["link"].as_str().unwrap());
        let buttons = browser.all("main form button");
        assert_eq!(buttons.len(), 1, "the page of signing in has one button:\n{}", browser.text());
        browser.click(&buttons[0]);
        // What a story opens next must not be overtaken by the page that comes after signing in.
        browser.until("the page after signing in", || {
            let at = browser.session.get("/url");
            (!at.as_str().unwrap_or_default().contains("/sign-in")).then_some(())
        });
        Some(browser)
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The binary over the store of a folder, and nothing of this process's environment.
pub fn assize(folder: &Path, arguments: &[&str]) -> Command {
    let part = |name: &str| folder.join(name).display().to_string();
    let mut command = Command::new(BINARY);
    command.env_clear().current_dir(folder).args(arguments);
    command.args(["--store", &format!("sqlite:{}", part("assize.db")), "--evidence", &part("evidence")]);
    command.args(["--log", &part("log"), "--key-file", &part("log.key")]);
    command
}

/// The demonstration, made once for each build of the binary: tests are processes, and the first that comes makes it.
fn demonstration() -> PathBuf {
    let built = std::fs::metadata(BINARY).unwrap().modified().unwrap();
    let nanoseconds = built.duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let place = folder.join(format!("demonstration-{nanoseconds}"));
    let lock = File::create(folder.join("demonstration.lock")).unwrap();
    lock.lock().unwrap();
    if !place.exists() {
        let making = tempfile::tempdir_in(folder).unwrap();
        let made = making.path().join("made");
        let arguments = ["demo", "--no-serve", "--dir", made.to_str().unwrap()];
        let output = Command::new(BINARY).env_clear().args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        std::fs::rename(made, &place).unwrap();
    }
    place
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(std::fs::copy(entry.path(), target).unwrap()),
        }
    }
}

#[test]
fn the_demonstration_is_served_to_a_browser() {
    let world = World::served();
    let Some(browser) = world.browser() else { return };
    browser.open("/api/v1/openapi.json");
    browser.expect_text("openapi");
    assert!(json!(browser.requests()).to_string().contains("/api/v1/openapi.json"));
}
