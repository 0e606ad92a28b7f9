//! The flags of a command once more, so that what it says to type next is about the same store.

use super::PlaceArgs;
use crate::settings::shown;

impl PlaceArgs {
    /// The flags that were given, as they are typed again after a command; a password in an address is left out.
    pub(crate) fn again(&self) -> String {
        let file = |file: &Option<std::path::PathBuf>| file.as_ref().map(|file| file.display().to_string());
        let flags = [
            ("--store", self.store.as_deref().map(shown)),
            ("--evidence", self.evidence.clone()),
            ("--log", self.log.clone()),
            ("--key-file", file(&self.key_file)),
            ("--config", file(&self.config)),
            ("--installation", self.installation.as_deref().map(shown)),
            ("--organization", self.organization.clone()),
        ];
        let given = flags.into_iter().filter_map(|(flag, value)| Some((flag, value?)));
        given.map(|(flag, value)| format!(" {flag} {}", quoted(&value))).collect()
    }
}

/// A word as a shell takes it for one.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-./:@=,+%".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_given_again_as_a_shell_takes_them_and_no_password_is() {
        assert_eq!(PlaceArgs::default().again(), "");
        let place = PlaceArgs {
            store: Some("sqlite:d/assize.db".to_owned()),
            log: Some("our log's".to_owned()),
            key_file: Some("keys/log.key".into()),
            ..PlaceArgs::default()
        };
        let again = " --store sqlite:d/assize.db --log 'our log'\\''s' --key-file keys/log.key";
        assert_eq!(place.again(), again);
        let place = PlaceArgs {
            installation: Some("postgres://ann:s3cret@db/assize?schema=a".to_owned()),
            organization: Some("fernhill".to_owned()),
            ..PlaceArgs::default()
        };
        let again = " --installation 'postgres://ann@db/assize?schema=a' --organization fernhill";
        assert_eq!(place.again(), again);
    }
}
