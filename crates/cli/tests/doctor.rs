//! `assize doctor`, as whoever runs an installation meets it: it changes nothing, names what is wrong, and what mends it is what it says.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it did not expect fails"
)]

mod shell;

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use shell::{assize, json_of};

/// The code of the answer, and what was looked at with how it stands.
fn looked_at(folder: &Path) -> (i32, BTreeMap<String, String>) {
    let (code, found) = json_of(folder, &["doctor"]);
    let states = found["looked_at"].as_array().unwrap().iter().map(|one| {
        let text = |name: &str| one[name].as_str().unwrap().to_owned();
        assert_eq!(text("state") == "well", text("do").is_empty(), "{one}");
        (text("what"), text("state"))
    });
    (code, states.collect())
}

fn words(folder: &Path) -> String {
    String::from_utf8(assize(folder, &["doctor"]).stdout).unwrap()
}

#[test]
fn what_is_wrong_is_named_and_what_it_says_to_do_mends_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::write(at.join("assize.toml"), "listen = \"127.0.0.1:9\"\n").unwrap();
    let (code, found) = looked_at(at);
    assert_eq!((code, found["store"].as_str()), (1, "bad"), "there is none yet");
    assert!(!at.join("assize.db").exists(), "and none is made by looking");
    assert_eq!(json_of(at, &["init", "--name", "Fernhill"]).0, 0);
    let (code, found) = looked_at(at);
    assert_eq!((code, found["backup"].as_str()), (1, "bad"), "{found:?}");
    assert_eq!(json_of(at, &["backup", "-o", "one.zip"]).0, 0);
    let (code, found) = looked_at(at);
    // No server runs here, and no mail is set up: whoever reads it knows whether that is meant.
    let well = ["assize", "store", "clock", "log", "backup", "evidence", "log key", "secret key"];
    assert!(well.iter().all(|what| found[*what] == "well"), "{found:?}");
    // How much room there is, is the machine's.
    let is_full = i32::from(found["room"] == "bad");
    assert_eq!((code, found["server"].as_str(), found["mail"].as_str()), (is_full, "look", "look"));
    let words = words(at);
    assert!(
        words.contains("look  server: http://127.0.0.1:9") && words.contains("-> start `assize serve`"),
        "{words}"
    );

    let key = at.join("log.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(looked_at(at).1["log key"], "bad", "others can read it");
    std::fs::rename(&key, at.join("away.key")).unwrap();
    assert_eq!(looked_at(at).1["log key"], "bad");
    std::fs::rename(at.join("away.key"), &key).unwrap();
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::rename(at.join("secret.key"), at.join("away.key")).unwrap();
    assert_eq!(looked_at(at).1["secret key"], "bad");
    std::fs::rename(at.join("away.key"), at.join("secret.key")).unwrap();
    assert_eq!(looked_at(at).0, 0);
}

#[test]
fn a_store_of_another_version_is_looked_at_and_not_changed() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    assert_eq!(json_of(at, &["init", "--name", "Fernhill"]).0, 0);
    let before = |sql: &str| {
        let database = at.join("assize.db");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            use sqlx::Connection as _;
            let mut conn = sqlx::SqliteConnection::connect(&database.display().to_string()).await.unwrap();
            sqlx::query(sqlx::AssertSqlSafe(sql.to_owned())).execute(&mut conn).await.unwrap();
            conn.close().await.unwrap();
        });
    };
    before("DELETE FROM _sqlx_migrations WHERE version = (SELECT MAX(version) FROM _sqlx_migrations)");
    for _ in 0..2 {
        let words = words(at);
        assert!(words.contains("bad   store") && words.contains("of an earlier version"), "{words}");
    }
}
