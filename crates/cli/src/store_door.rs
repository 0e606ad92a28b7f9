//! The door of a store at hand: stories are told to it as its operator, on behalf of their persons.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use assize_domain::kernel::id::ReportId;
use assize_domain::kernel::time::Timestamp;
use assize_domain::report_content::ReportContent;
use assize_domain::{Actor, Command, Kind};
use assize_server::{Marking, Printed, SoaRead, WorkError, Workers, attached, printed_signatures};
use assize_store::{Act, ActError, DocumentText, Store};
use bytes::Bytes;
use serde_json::{Value, json};

use crate::bridge::set;
use crate::story::{Door, Refused, Trouble};

/// A store, its workers, and the clock that the store was opened with.
pub struct StoreDoor {
    store: Store,
    workers: Arc<dyn Workers>,
    clock: Arc<AtomicI64>,
    /// The last report that was rendered as final.
    pub pdf: Option<Bytes>,
    /// Files whose text could not be read, with the reason.
    pub unread: Vec<(String, String)>,
}

impl StoreDoor {
    /// A door to a store that was opened with `Clock::Set` of the same clock.
    pub fn new(store: Store, workers: Arc<dyn Workers>, clock: Arc<AtomicI64>) -> Self {
        Self { store, workers, clock, pdf: None, unread: Vec::new() }
    }

    async fn content_json(&self, report: &str) -> Result<(Value, String), Trouble> {
        let id: ReportId =
            report.parse().map_err(|error| Trouble::Malformed(format!("`{report}` {error}")))?;
        let content =
            self.store.ask(|world| assize_domain::report::content(world, id)).await.map_err(trouble)?;
        let json = serde_json::to_value(&content).map_err(fault)?;
        Ok((json, content.digest()))
    }
}

fn fault(error: impl std::fmt::Display) -> Trouble {
    Trouble::Fault(error.to_string())
}

fn worked(error: WorkError) -> Trouble {
    match error {
        WorkError::Unfit(why) => Trouble::Malformed(why),
        WorkError::Failed(why) => Trouble::Fault(why),
    }
}

fn trouble(error: ActError) -> Trouble {
    match error {
        ActError::Refused(refusals) => Trouble::Refused(
            refusals
                .into_iter()
                .map(|refusal| Refused {
                    rule: refusal.rule.id.to_owned(),
                    clause: refusal.rule.clause.to_owned(),
                    what: refusal.what.to_string(),
                })
                .collect(),
        ),
        other => fault(other),
    }
}

impl Door for StoreDoor {
    async fn act(
        &mut self,
        at: i64,
        by: Option<&str>,
        name: &str,
        body: &Value,
    ) -> Result<Vec<String>, Trouble> {
        self.clock.store(at, Ordering::SeqCst);
        let command = Command::read(name, body)
            .ok_or_else(|| Trouble::Malformed(format!("there is no command `{name}`")))?
            .map_err(|problems| Trouble::Malformed(format!("{problems:?}")))?;
        let on_behalf_of = by.map(str::parse).transpose().map_err(fault)?;
        let act = Act::new(Actor::Operator { on_behalf_of }, command);
        let done = self.store.execute(act).await.map_err(trouble)?;
        Ok(done.events.iter().map(|event| event.subject.id.to_string()).collect())
    }

    async fn take(
        &mut self,
        at: i64,
        by: &str,
        audit: &str,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<String, Trouble> {
        let bytes = Bytes::from(bytes);
        let text = self.workers.read_text(bytes.clone(), name).await.map_err(worked)?;
        let stored = self.store.blobs().put(bytes).await.map_err(fault)?;
        let media = crate::bridge::media_of(name);
        let body = json!({ "audit": audit, "name": name, "sha256": stored.sha256, "bytes": stored.bytes, "media": media,
            "classification": "confidential", "source": "the auditee's policy library" });
        let ids = self.act(at, Some(by), "evidence.take", &body).await?;
        let id = ids.into_iter().next().ok_or_else(|| fault("evidence was taken and has no id"))?;
        if let DocumentText::Unreadable { reason } = &text {
            self.unread.push((name.to_owned(), reason.clone()));
        }
        let (evidence, audit) = (id.parse().map_err(fault)?, audit.parse().map_err(fault)?);
        self.store.keep_text(evidence, audit, &text).await.map_err(fault)?;
        Ok(id)
    }

    async fn enter_soa(
        &mut self,
        at: i64,
        by: &str,
        body: &Value,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<Vec<String>, Trouble> {
        let mut body = body.clone();
        set(
            &mut body,
            "rows",
            match self.workers.read_soa(Bytes::from(bytes), name).await.map_err(worked)? {
                SoaRead::Rows(rows) => Value::Array(rows),
                SoaRead::Problems(problems) => return Err(Trouble::Malformed(format!("{problems:?}"))),
            },
        );
        self.act(at, Some(by), "soa.enter", &body).await
    }

    async fn list(&mut self, kind: &str, link: &str, id: &str) -> Result<Vec<Value>, Trouble> {
        let kind: Kind = kind.parse().map_err(fault)?;
        let target = uuid::Uuid::parse_str(id).map_err(fault)?;
        let mut all = Vec::new();
        let mut after = None;
        loop {
            let page = self.store.linked_page(kind, link, target, after, 500).await.map_err(fault)?;
            let Some((last, _)) = page.last() else { return Ok(all) };
            after = Some(last.id);
            all.extend(page.iter().map(|(_, found)| found.record.to_json()));
        }
    }

    async fn content(&mut self, report: &str) -> Result<String, Trouble> {
        self.content_json(report).await.map(|(_, digest)| digest)
    }

    async fn issue(&mut self, at: i64, by: &str, report: &str) -> Result<(), Trouble> {
        let (content, digest) = self.content_json(report).await?;
        let when = Timestamp::from_millis(at).map_err(fault)?;
        let id = report.parse().map_err(fault)?;
        let signatures = printed_signatures(&self.store, id, &digest).await.map_err(fault)?;
        let said: ReportContent = serde_json::from_value(content.clone()).map_err(fault)?;
        let attached = attached(&self.store, id, &said).await.map_err(trouble)?;
        let printed = Printed { content, signatures, look: None, attached };
        let pdf = self.workers.render_report(printed, Marking::Final, when).await.map_err(worked)?;
        let stored = self.store.blobs().put(pdf.clone()).await.map_err(fault)?;
        self.act(at, Some(by), "report.issue", &json!({ "report": report, "pdf": stored.sha256 })).await?;
        self.pdf = Some(pdf);
        Ok(())
    }
}
