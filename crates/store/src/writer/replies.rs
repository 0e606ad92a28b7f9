//! Replies that are remembered for a day: who sends the same act again under its key hears what it came to.

use assize_domain::Key;
use assize_domain::kernel::datum::{Cell, CellType};
use assize_domain::kernel::entry::canonical;
use assize_domain::kernel::time::Timestamp;
use uuid::Uuid;

use super::{Done, Given, Happened, Once, REPLY_MILLIS};
use crate::db::{Arg, OwnConn, Sql, int, text};
use crate::error::StoreError;

/// The answer to an act, by its key.
pub(super) struct Reply {
    pub(super) once: Once,
    pub(super) done: Done,
}

impl Reply {
    pub(super) fn is_for(&self, once: &Once) -> bool {
        self.once.principal == once.principal && self.once.route == once.route && self.once.key == once.key
    }
}

pub(super) fn reply_row(once: &Once, done: &Done) -> Vec<Arg> {
    let events: Vec<serde_json::Value> = done
        .events
        .iter()
        .map(|event| {
            serde_json::json!([
                event.seq,
                event.kind,
                event.subject.kind.word(),
                event.subject.id.hyphenated().to_string(),
                event.version
            ])
        })
        .collect();
    vec![
        once.principal.as_str().into(),
        once.route.as_str().into(),
        once.key.as_str().into(),
        once.body.as_str().into(),
        done.at.millis().into(),
        canonical(&serde_json::Value::Array(events)).into(),
    ]
}

/// The replies remembered for the acts' keys at a time, those older than a day left out.
pub(super) async fn recall(
    conn: &mut OwnConn,
    acts: &[&[Given]],
    now: i64,
) -> Result<Vec<Reply>, StoreError> {
    let mut replies = Vec::new();
    for once in acts.iter().filter_map(|given| given.first()?.act.once.as_ref()) {
        let rows = conn
            .rows(
                "looking for a remembered reply",
                "SELECT body, at, done FROM reply WHERE principal = $1 AND route = $2 AND key = $3",
                &[once.principal.as_str().into(), once.route.as_str().into(), once.key.as_str().into()],
                &[CellType::Text, CellType::Int, CellType::Text],
            )
            .await?;
        let Some(row) = rows.first() else { continue };
        let at = int(row.get(1));
        if at + REPLY_MILLIS < now {
            continue;
        }
        let Some(done) = read_done(at, row.get(2)) else { continue };
        replies.push(Reply { once: Once { body: text(row.first()), ..once.clone() }, done });
    }
    Ok(replies)
}

fn read_done(at: i64, cell: Option<&Cell>) -> Option<Done> {
    let json: serde_json::Value = serde_json::from_str(&text(cell)).ok()?;
    let events = json
        .as_array()?
        .iter()
        .map(|event| {
            let part = |index: usize| event.get(index).and_then(serde_json::Value::as_str);
            Some(Happened {
                seq: event.get(0)?.as_i64()?,
                kind: part(1)?.to_owned(),
                subject: Key { kind: part(2)?.parse().ok()?, id: Uuid::parse_str(part(3)?).ok()? },
                version: event.get(4)?.as_i64()?,
            })
        })
        .collect::<Option<Vec<_>>>()?;
    Some(Done { at: Timestamp::from_millis(at).ok()?, events, repeated: true })
}
