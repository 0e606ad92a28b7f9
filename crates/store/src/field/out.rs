//! An audit out: the loan as an act, and the file of it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use assize_domain::audit::people::leader;
use assize_domain::evidence::{EvidenceForm, Paper};
use assize_domain::field::LendField;
use assize_domain::kernel::datum::Corrupt;
use assize_domain::kernel::entry::{canonical, hex};
use assize_domain::kernel::id::{AuditId, Id as _, LoanId, PaperId, PersonId};
use assize_domain::kernel::record::Versioned;
use assize_domain::words::Classification;
use assize_domain::{Actor, AnyRecord, Key, Kind};
use assize_tlog::SignerKey;
use bytes::Bytes;
use futures::{SinkExt as _, Stream, StreamExt as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;
use zip::write::SimpleFileOptions;

use super::{BLOBS, FIELD_FORM, FieldKey, FieldLock, MANIFEST, RECORDS, SECRETS, TEXTS};
use crate::accounts::SecretKey;
use crate::db::{DatabaseKind, Sql as _};
use crate::dossier::{add, gathered_versions};
use crate::error::StoreError;
use crate::rows::load_page;
use crate::streamed::{PAUSE_MAX, streamed};
use crate::vault::EvidenceKey;
use crate::verify::blobs_of;
use crate::writer::{Given, random};
use crate::{Act, ActError, Blobs, DocumentText, Store};

/// Kinds of records that are of no use in the field, or nobody's business there.
const LEFT_HOME: [Kind; 7] = [
    Kind::Appraisal,
    Kind::Relation,
    Kind::Complaint,
    Kind::Erasure,
    Kind::AccessGrant,
    Kind::Loan,
    Kind::FieldAct,
];
/// Kinds of which all go out: the criteria and their wording.
const ALL_OF: [Kind; 2] = [Kind::CriteriaSet, Kind::Wording];
/// How many records are read at a time.
const ROWS: i64 = 200;
/// How many parts of a file are read ahead.
const AHEAD: usize = 4;

/// Which files go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Documents {
    /// All that the borrower may open.
    All,
    /// None.
    None,
    /// Those of this evidence, as far as the borrower may open them.
    Of(BTreeSet<Uuid>),
}

/// A loan to be made.
#[derive(Clone, Debug)]
pub struct Lending {
    /// The audit.
    pub audit: AuditId,
    /// To whom.
    pub borrower: PersonId,
    /// Which papers they take to work on; without a word those that are theirs or nobody's.
    pub papers: Option<Vec<PaperId>>,
    /// Which files go out.
    pub documents: Documents,
    /// Who lends it.
    pub by: Actor,
}

/// What went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lent {
    /// The loan.
    pub loan: LoanId,
    /// How many records.
    pub records: u64,
    /// How many files.
    pub files: u64,
    /// How many papers were lent.
    pub papers: usize,
}

impl Store {
    /// Lends an audit: writes the field file, encrypted. The loan is in the record when this returns; if writing fails after it was made, it
    /// stands without a file, and is revoked.
    ///
    /// # Errors
    /// [`ActError::Refused`] where the law refuses the loan, before anything is written; [`ActError::Fault`].
    pub async fn lend(&self, lending: &Lending, lock: &FieldLock, out: impl Write) -> Result<Lent, ActError> {
        let Loaned { lent, going, manifest, secrets } = self.loaned(lending).await?;
        self.write_out(going, &manifest, &secrets, lock, out).await?;
        Ok(lent)
    }

    /// The same, as a stream; what is refused is refused before it begins.
    ///
    /// # Errors
    /// As [`Store::lend`].
    pub async fn lend_streamed(
        &self,
        lending: &Lending,
        lock: FieldLock,
    ) -> Result<(Lent, impl Stream<Item = io::Result<Bytes>> + Send + use<>), ActError> {
        let Loaned { lent, going, manifest, secrets } = self.loaned(lending).await?;
        let store = self.clone();
        let runtime = tokio::runtime::Handle::current();
        let stream = streamed(PAUSE_MAX, "a field file", move |out| {
            runtime.block_on(store.write_out(going, &manifest, &secrets, &lock, out))
        });
        Ok((lent, stream))
    }

    /// The loan, made, and what its file is written from.
    async fn loaned(&self, lending: &Lending) -> Result<Loaned, ActError> {
        let going = self.going(lending).await?;
        let name: String = format!("assize/field/{}", hex(&random::<8>()?));
        let name =
            name.parse().map_err(|_| StoreError::Limit("the key of the loan has no name".to_owned()))?;
        let seed = Zeroizing::new(random::<32>()?);
        let signer = SignerKey::from_seed(name, &seed).map_err(|error| StoreError::Log(error.to_string()))?;
        let (home, back) = FieldKey::make();
        let papers = match &lending.papers {
            Some(papers) => papers.clone(),
            None => going.papers_of(lending),
        };
        let unfit = |_| StoreError::from(Corrupt::new("the key of the loan cannot be written"));
        let lend = LendField {
            audit: lending.audit,
            borrower: lending.borrower,
            papers: papers.clone(),
            key: signer.verifier_key().to_string().parse().map_err(unfit)?,
            content: assize_domain::kernel::text::Sha256::of(Sha256::digest(&going.records).into()),
        };
        let done = self.writer.execute(Given::alone(Act::new(lending.by.clone(), lend), None)).await?;
        let loan = done.subject().map(|key| LoanId::from(key.id)).ok_or(StoreError::Closed)?;
        self.keep_way_back(loan, &home.to_text().unwrap_or_default()).await?;
        let secrets = json!({
            "book": SecretKey::make()?.to_text().as_str(),
            "evidence": EvidenceKey::make()?.to_text().as_str(),
            "home": back,
            "signer": signer.to_secret_text().as_str(),
        });
        let manifest = json!({
            "audit": lending.audit.to_string(),
            "borrower": lending.borrower.to_string(),
            "content": hex(&Sha256::digest(&going.records)),
            "form": FIELD_FORM,
            "lent": done.at.to_string(),
            "loan": loan.to_string(),
        });
        let (records, files) = (going.count, going.blobs.len() as u64);
        let lent = Lent { loan, records, files, papers: papers.len() };
        Ok(Loaned { lent, going, manifest, secrets })
    }

    /// What goes out, as it stands now.
    async fn going(&self, lending: &Lending) -> Result<Going, StoreError> {
        let mut conn = self.db.own_conn().await?;
        let begin = match self.db.kind() {
            DatabaseKind::Sqlite => "BEGIN",
            DatabaseKind::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        conn.run("beginning to lend", begin, &[]).await?;
        let mut found = gathered_versions(&mut conn, lending.audit).await?;
        let earlier: Vec<Key> = found.values().filter_map(previous).collect();
        add(&mut conn, &mut found, earlier).await?;
        for kind in ALL_OF {
            let mut after = String::new();
            loop {
                let page = load_page(&mut conn, kind, &after, ROWS).await?;
                let Some((last, _)) = page.last() else { break };
                after = last.id.hyphenated().to_string();
                found.extend(page);
            }
        }
        conn.run("ending to lend", "ROLLBACK", &[]).await?;
        found.retain(|key, _| !LEFT_HOME.contains(&key.kind));
        Going::of(found, lending)
    }

    async fn write_out(
        &self,
        going: Going,
        manifest: &Value,
        secrets: &Value,
        lock: &FieldLock,
        out: impl Write,
    ) -> Result<(), StoreError> {
        let mut zip = zip::ZipWriter::new_stream(lock.begin(out)?);
        let file = |zip: &mut zip::ZipWriter<_>, name: &str, bytes: &[u8]| -> Result<(), StoreError> {
            begin_file(zip, name)?;
            zip.write_all(bytes).map_err(writing())
        };
        file(&mut zip, MANIFEST, canonical(manifest).as_bytes())?;
        file(&mut zip, SECRETS, Zeroizing::new(canonical(secrets)).as_bytes())?;
        file(&mut zip, RECORDS, &going.records)?;
        let mut texts = String::new();
        for (evidence, audit) in &going.texts {
            if let Some(document) = self.text_of((*evidence).into()).await? {
                texts.push_str(&canonical(&text_json(*evidence, *audit, &document)));
                texts.push('\n');
            }
        }
        file(&mut zip, TEXTS, texts.as_bytes())?;
        for sha256 in &going.blobs {
            add_blob(&mut zip, &self.blobs, sha256).await?;
        }
        let inner = zip.finish().map_err(|error| writing()(std::io::Error::other(error)))?.into_inner();
        inner.finish().and_then(|mut out| out.flush()).map_err(writing())
    }
}

/// The finding of an earlier audit that a paper follows up.
fn previous(stored: &Versioned) -> Option<Key> {
    match &stored.record {
        AnyRecord::Paper(paper) => paper.previous().map(Key::of),
        _ => None,
    }
}

pub(super) fn begin_file<W: Write + std::io::Seek>(
    zip: &mut zip::ZipWriter<W>,
    name: &str,
) -> Result<(), StoreError> {
    // Stored as it is: what is photographed is packed already, and what is encrypted is not to tell its content by its length.
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default())
        .large_file(true);
    zip.start_file(name, options).map_err(|error| writing()(std::io::Error::other(error)))
}

/// Adds a file of evidence. It is read ahead while what was read before is encrypted and written.
pub(super) async fn add_blob<W: Write + std::io::Seek>(
    zip: &mut zip::ZipWriter<W>,
    blobs: &Blobs,
    sha256: &str,
) -> Result<(), StoreError> {
    let Some((length, mut stream)) = blobs.get_stream(sha256).await? else {
        return Err(Corrupt::new(format!("the file {sha256} is named and not there")).into());
    };
    begin_file(zip, &format!("{BLOBS}{sha256}"))?;
    let (mut to, mut from) = futures::channel::mpsc::channel(AHEAD);
    let reading = tokio::spawn(async move {
        while let Some(part) = stream.next().await {
            if to.send(part).await.is_err() {
                return;
            }
        }
    });
    let mut bytes = 0;
    while let Some(part) = from.next().await {
        let part = part.map_err(StoreError::file("reading evidence"))?;
        bytes += part.len() as u64;
        zip.write_all(&part).map_err(writing())?;
    }
    reading.await.map_err(|_| StoreError::Closed)?;
    if bytes != length {
        return Err(Corrupt::new(format!("the file {sha256} has {bytes} bytes, not {length}")).into());
    }
    Ok(())
}

pub(super) fn writing() -> impl FnOnce(std::io::Error) -> StoreError {
    StoreError::file("writing the field file")
}

/// A loan that was made, and what its file is written from.
struct Loaned {
    lent: Lent,
    going: Going,
    manifest: Value,
    secrets: Value,
}

/// What goes out.
struct Going {
    records: Vec<u8>,
    count: u64,
    papers: Vec<(PaperId, Option<PersonId>)>,
    /// Evidence whose text goes too, with its audit.
    texts: Vec<(Uuid, AuditId)>,
    blobs: BTreeSet<String>,
}

impl Going {
    fn of(found: BTreeMap<Key, Versioned>, lending: &Lending) -> Result<Self, StoreError> {
        let leads = match found.get(&Key::of(lending.audit)).map(|stored| &stored.record) {
            Some(AnyRecord::Audit(audit)) => leader(audit) == Some(lending.borrower),
            _ => return Err(StoreError::Missing(format!("audit {}", lending.audit))),
        };
        let mut going = Self {
            records: Vec::new(),
            count: 0,
            papers: Vec::new(),
            texts: Vec::new(),
            blobs: BTreeSet::new(),
        };
        for (key, stored) in &found {
            let line = json!({ "kind": key.kind.word(), "record": stored.record.to_json(), "version": stored.version });
            going.records.extend_from_slice(canonical(&line).as_bytes());
            going.records.push(b'\n');
            going.count += 1;
            match &stored.record {
                AnyRecord::Paper(paper) => going.papers.push((paper.id(), *Paper::assignee(paper))),
                AnyRecord::Evidence(evidence) => {
                    // Restricted evidence opens to the leader and to who took it, as on the pages.
                    let took = evidence.custody().first().and_then(|step| step.stamp.by.person());
                    let opens = leads
                        || *evidence.classification() != Classification::Restricted
                        || took == Some(lending.borrower);
                    let chosen = match &lending.documents {
                        Documents::All => true,
                        Documents::None => false,
                        Documents::Of(ids) => ids.contains(&key.id),
                    };
                    if opens && chosen && matches!(evidence.form(), EvidenceForm::Taken { .. }) {
                        going.blobs.extend(blobs_of(&stored.record).into_iter().map(|blob| blob.sha256));
                        going.texts.push((key.id, *evidence.audit()));
                    }
                }
                AnyRecord::Organization(_) => {
                    going.blobs.extend(blobs_of(&stored.record).into_iter().map(|blob| blob.sha256));
                }
                _ => {}
            }
        }
        Ok(going)
    }

    /// The papers that are the borrower's, or nobody's.
    fn papers_of(&self, lending: &Lending) -> Vec<PaperId> {
        let theirs = |assignee: &Option<PersonId>| assignee.is_none_or(|person| person == lending.borrower);
        self.papers.iter().filter(|(_, assignee)| theirs(assignee)).map(|(paper, _)| *paper).collect()
    }
}

fn text_json(evidence: Uuid, audit: AuditId, document: &DocumentText) -> Value {
    let (state, reason, title, headings, words) = match document {
        DocumentText::Text { title, headings, text } => {
            ("text", "", title.as_deref().unwrap_or_default(), headings.as_str(), text.as_str())
        }
        DocumentText::Unsupported => ("unsupported", "", "", "", ""),
        DocumentText::Unreadable { reason } => ("unreadable", reason.as_str(), "", "", ""),
    };
    json!({ "audit": audit.uuid().to_string(), "evidence": evidence.to_string(), "headings": headings, "reason": reason,
        "state": state, "text": words, "title": title })
}
