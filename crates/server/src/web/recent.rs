//! What is only done by somebody who has shown who they are a short while ago: what binds, what cannot be undone, what leaves the house.

use axum::http::Method;

/// Commands that somebody gives who has shown just before who they are.
/// What binds is signed, which shows more.
const COMMANDS: &[&str] = &["record.erase"];

/// Whether a request asks for that.
pub(crate) fn needs_recent(method: &Method, path: &str) -> bool {
    let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
    match (method, parts.as_slice()) {
        (&Method::POST, ["do", name] | ["do", name, "files"]) => COMMANDS.contains(name),
        (&Method::GET, ["audits", _, "dossier.zip"]) => true,
        (&Method::POST, ["audits", _, "field", "out"]) => true,
        // How one signs in, and that of others; a token is one more way in.
        (&Method::POST, ["settings", "sign-in" | "accounts", ..]) => true,
        (&Method::POST, ["settings", "tokens"]) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_binds_cannot_be_undone_or_leaves_the_house_needs_it() {
        for (method, path) in [
            (Method::POST, "/do/record.erase"),
            (Method::GET, "/audits/0198/dossier.zip"),
            (Method::POST, "/audits/0198/field/out"),
            (Method::POST, "/settings/sign-in/passphrase"),
            (Method::POST, "/settings/accounts/0198/lock"),
            (Method::POST, "/settings/tokens"),
        ] {
            assert!(needs_recent(&method, path), "{path}");
        }
        for (method, path) in [
            (Method::GET, "/do/report.approve"),
            (Method::POST, "/do/note.write"),
            (Method::POST, "/do/report.approve"),
            (Method::GET, "/audits/0198/dossier"),
            (Method::GET, "/settings/sign-in"),
            (Method::POST, "/settings/tokens/12/revoke"),
            (Method::POST, "/sign-out"),
        ] {
            assert!(!needs_recent(&method, path), "{path}");
        }
    }

    #[test]
    fn the_commands_are_those_of_the_law() {
        for name in COMMANDS {
            assert!(assize_domain::Command::NAMES.contains(name), "{name}");
        }
    }
}
