//! Whatever text a catalogue file is, it is read, or refused with every problem in words.

use assize_catalogue::Catalogue;

/// A catalogue file.
pub(crate) fn file(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Err(problems) = Catalogue::load([("it.toml", text)]) {
        assert!(!problems.is_empty());
        for problem in problems {
            let words = problem.to_string();
            assert!(
                !words.is_empty() && !words.contains('\n') && !problem.hint.to_string().is_empty(),
                "{words}"
            );
        }
    }
}
