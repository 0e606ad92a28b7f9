//! Whatever bytes a dossier is, it verifies, or the answer says why not.

use std::io::Cursor;

use assize_store::verify_dossier;

/// A dossier.
pub(crate) fn dossier(data: &[u8]) {
    if let Ok(verdict) = verify_dossier(Cursor::new(data), None) {
        for trouble in &verdict.problems {
            assert!(!trouble.place.is_empty() && !trouble.what.is_empty());
        }
        assert!(!verdict.key_pinned, "no key was given");
    }
}
