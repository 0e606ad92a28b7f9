//! Drafts of reports as PDF: rendered one at a time for each person, and kept for a while by what they show.
//!
//! What is kept here saves work and is missed by nobody: another replica renders the same draft anew.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::entry::hex;
use bytes::Bytes;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::problem::Fault;
use crate::reports::render;
use crate::workers::{Marking, Printed};

/// How many drafts are kept.
const KEPT_MAX: usize = 12;
/// How many bytes of drafts are kept.
const KEPT_BYTES_MAX: usize = 48 * 1024 * 1024;

/// The turn of somebody: whoever holds it has their draft rendered.
type Turn = Arc<tokio::sync::Mutex<()>>;

/// Drafts that were rendered, and who is having one rendered.
#[derive(Debug, Default)]
pub(crate) struct Previews {
    kept: Mutex<VecDeque<(String, Bytes)>>,
    turns: Mutex<BTreeMap<String, Turn>>,
}

/// What a draft shows, by its digest: the content, how far it has come, who signed, and what documents look like.
pub(crate) fn key(printed: &Printed) -> String {
    let look = printed.look.as_ref().map(|look| look.letterhead.to_json());
    let shown = json!([printed.content, printed.signatures, look]);
    hex(&Sha256::digest(shown.to_string().as_bytes()))
}

/// The draft of a report for somebody.
pub(crate) async fn preview(app: &App, who: &str, printed: Printed) -> Result<Bytes, Fault> {
    let key = key(&printed);
    let previews = &app.previews;
    if let Some(kept) = previews.kept(&key) {
        return Ok(kept);
    }
    let turn = Arc::clone(held(&previews.turns).entry(who.to_owned()).or_default());
    let mine = turn.lock().await;
    // Whoever waited may find that the request before rendered the same.
    let rendered = match previews.kept(&key) {
        Some(kept) => Ok(kept),
        None => render(app, printed, Marking::Draft).await,
    };
    drop(mine);
    drop(turn);
    // A turn that nobody else waits for is held by the list alone.
    held(&previews.turns).retain(|_, turn| Arc::strong_count(turn) > 1);
    let bytes = rendered?;
    previews.keep(key, bytes.clone());
    Ok(bytes)
}

impl Previews {
    fn kept(&self, key: &str) -> Option<Bytes> {
        held(&self.kept).iter().find(|(kept, _)| kept == key).map(|(_, bytes)| bytes.clone())
    }

    fn keep(&self, key: String, bytes: Bytes) {
        let mut kept = held(&self.kept);
        if kept.iter().any(|(there, _)| *there == key) {
            return;
        }
        kept.push_back((key, bytes));
        while kept.len() > KEPT_MAX
            || kept.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > KEPT_BYTES_MAX
        {
            if kept.pop_front().is_none() {
                return;
            }
        }
    }
}

/// What a lock holds. Nothing that is done under it leaves it half done, so that a panic elsewhere is no reason to stop.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_are_kept_within_bounds_the_newest_longest() {
        let previews = Previews::default();
        for number in 0..=KEPT_MAX {
            previews.keep(number.to_string(), Bytes::from_static(b"x"));
        }
        assert!(previews.kept("0").is_none() && previews.kept("1").is_some());
        previews.keep("large".to_owned(), Bytes::from(vec![0; KEPT_BYTES_MAX]));
        assert!(previews.kept("large").is_some() && previews.kept("1").is_none());
        previews.keep("too large".to_owned(), Bytes::from(vec![0; KEPT_BYTES_MAX + 1]));
        assert_eq!(held(&previews.kept).len(), 0);
    }
}
