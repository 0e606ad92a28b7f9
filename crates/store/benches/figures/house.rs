//! A house full of audits: one audit carried through by commands, and as many like it as are asked for.
//!
//! The one is made through the law. The others are its journal over again under ids of their own, written as a backup
//! and restored: the store applies every event, writes every row, and `verify` accepts what comes of it.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::ops::Range;
use std::path::Path;

use assize_domain::audit::checklists;
use assize_domain::auditor::code::CODE;
use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::entry::{canonical, hex};
use assize_domain::policy::Policy;
use assize_domain::signing::binding_of;
use assize_domain::{Actor, Command, Key, Kind};
use assize_store::{Act, BACKUP_FORM, Store, Which};
use bytes::Bytes;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zip::write::SimpleFileOptions;

use crate::measure::Broken;
use crate::places::{Place, clock};

/// How many audits a programme has.
pub(crate) const PROGRAMME_AUDITS: usize = 500;
/// How many audit tests, and so working papers, an audit of the full house has.
pub(crate) const FEW_TESTS: usize = 4;

const CRITERIA: &str = "ISO/IEC 27001:2022+A1:2024";
const EVIDENCE: &[u8] = b"A method that names no level of acceptance.\n";
const PDF: &[u8] = b"%PDF-1.7 as far as a store looks\n";

/// Who and what stands before any audit does.
#[derive(Clone, Debug)]
pub(crate) struct Cast {
    pub(crate) manager: Key,
    pub(crate) leader: Key,
    pub(crate) auditor: Key,
    pub(crate) reviewer: Key,
    pub(crate) client: Key,
    pub(crate) contact: Key,
    pub(crate) auditee: Key,
    pub(crate) programme: Key,
}

/// An audit under way, with its papers open and evidence attached to each.
#[derive(Clone, Debug)]
pub(crate) struct Fieldwork {
    pub(crate) audit: Key,
    pub(crate) papers: Vec<Key>,
    pub(crate) evidence: Key,
}

/// An act of a person; one that binds is the operator's for them, who signs nothing.
pub(crate) fn act(by: Key, name: &str, body: &Value) -> Result<Act, Broken> {
    let command = Command::read(name, body).ok_or_else(|| format!("there is no command `{name}`"))?;
    let command = command.map_err(|problems| format!("`{name}`: {problems:?}"))?;
    let person = id(by).parse()?;
    let actor = match binding_of(name) {
        Some(_) => Actor::Operator { on_behalf_of: Some(person) },
        None => Actor::Person { person },
    };
    // The files that are taken here were put here.
    let received = body.get("sha256").and_then(Value::as_str).map(str::to_owned);
    Ok(Act { received, ..Act::new(actor, command) })
}

/// Gives a command as a person; answers the last event's subject.
pub(crate) async fn give(store: &Store, by: Key, name: &str, body: Value) -> Result<Key, Broken> {
    let done = store.execute(act(by, name, &body)?).await.map_err(|error| format!("`{name}`: {error}"))?;
    Ok(done.events.last().ok_or_else(|| format!("`{name}` did nothing"))?.subject)
}

async fn first(store: &Store, name: &str, body: Value) -> Result<Key, Broken> {
    let command = Command::read(name, &body).ok_or("no such command")?.map_err(|p| format!("{p:?}"))?;
    let done = store.execute(Act::new(Actor::Operator { on_behalf_of: None }, command)).await?;
    Ok(done.subject().ok_or("nothing was done")?)
}

fn id(key: Key) -> String {
    key.id.hyphenated().to_string()
}

/// The organization, its people, an auditee, and `tests` audit tests.
pub(crate) async fn furnish(store: &Store, tests: usize) -> Result<Cast, Broken> {
    let manager = found(store, tests).await?;
    staff(store, manager).await
}

/// What a store has once: the organization, whoever manages its programmes, and `tests` audit tests.
async fn found(store: &Store, tests: usize) -> Result<Key, Broken> {
    first(store, "organization.name", json!({ "name": "Fernhill Audit Practice" })).await?;
    let manager = first(store, "person.register", person("Mara Lindqvist")).await?;
    adopt(store, manager, 0..tests).await?;
    Ok(manager)
}

fn person(name: &str) -> Value {
    json!({ "name": name, "employer": "Fernhill", "languages": ["en"], "zone": "Europe/Vienna" })
}

/// Whoever carries out the audits of one programme, and its auditee.
async fn staff(store: &Store, manager: Key) -> Result<Cast, Broken> {
    let mut people = Vec::new();
    for name in ["Lea Osei", "Ada Stone", "Rita Varga", "Clara Brandt", "Conrad Iyer"] {
        people.push(first(store, "person.register", person(name)).await?);
    }
    let [leader, auditor, reviewer, client, contact] =
        people.try_into().map_err(|_| "not as many people as parts")?;
    for (person, audit_hours, isms_hours) in [(leader, 40, 24), (auditor, 24, 16)] {
        for (key, kind, area, amount) in [
            ("lead", "training", "audit", audit_hours),
            ("audits", "experience", "audit", 48),
            ("course", "training", "isms", isms_hours),
            ("work", "experience", "isms", 60),
        ] {
            let credential = json!({ "key": key, "kind": kind, "area": area, "title": "Something learned",
                "issuer": "Example Academy", "period": { "from": "2020-01-01" }, "amount": amount });
            give(store, manager, "credential.add", json!({ "person": id(person), "credential": credential }))
                .await?;
        }
        give(store, person, "code.accept", json!({ "person": id(person), "code": CODE })).await?;
        let none = json!({ "person": id(person), "text": "No interests in any auditee", "interests": false });
        give(store, person, "interests.declare", none).await?;
    }
    let auditee = auditee(store, manager, contact).await?;
    let programme = manager;
    Ok(Cast { manager, leader, auditor, reviewer, client, contact, auditee, programme })
}

/// Registers an auditee.
async fn auditee(store: &Store, manager: Key, contact: Key) -> Result<Key, Broken> {
    let auditee = json!({ "name": "Example Works", "kind": "own",
        "units": [{ "key": "it", "name": "Information technology" }, { "key": "hr", "name": "People" }],
        "sites": [{ "key": "hq", "name": "Head office", "kind": "physical", "place": "Main Street 1", "zone": "Europe/Vienna" }],
        "processes": [{ "key": "build", "name": "Building software" }],
        "contacts": [{ "person": id(contact), "function": "Head of information security" }] });
    give(store, manager, "auditee.register", auditee).await
}

/// Adopts audit tests of these numbers.
async fn adopt(store: &Store, manager: Key, numbers: Range<usize>) -> Result<(), Broken> {
    let clauses = ["4.1", "5.2", "6.1.2", "7.2", "8.1", "9.1", "9.2", "10.1"];
    let tests: Vec<Value> = numbers
        .zip(clauses.into_iter().cycle())
        .map(|(n, clause)| {
            json!({ "test": format!("T-{clause}-{n:03}"), "digest": "ab".repeat(32),
                "title": format!("Is what clause {clause} asks for done, in case {n}?"),
                "objective": "To conclude whether it is done, and kept up over the period audited",
                "guidance": "Ask who does it, see the record of the last time, and sample three more",
                "requirements": [{ "criteria": CRITERIA, "id": clause }], "breaches": ["8.1"], "audit_types": [], "minutes": 20 })
        })
        .collect();
    give(store, manager, "test.adopt", json!({ "tests": tests })).await?;
    Ok(())
}

/// A programme that is being written; it becomes the cast's.
pub(crate) async fn draft(store: &Store, cast: &mut Cast) -> Result<(), Broken> {
    let manager = cast.manager;
    let mut text = json!({ "title": "Programme", "period": { "from": "2026-01-01", "to": "2036-12-31" }, "days": "9000" });
    cast.programme = give(store, manager, "programme.draft", text.clone()).await?;
    let rest = json!({
        "objectives": [{ "key": "all", "text": "Audit all", "measure": "coverage", "target": "100 %" }],
        "extent": { "text": "all", "criteria": [CRITERIA],
            "auditees": [{ "auditee": id(cast.auditee), "units": [], "sites": [], "processes": [] }] },
        "risks": [{ "key": "r", "area": "planning", "kind": "risk", "text": "late", "likelihood": 2, "consequence": 2,
            "treatment": "begin early", "owner": id(manager) }],
        "roles": [{ "person": id(manager), "role": "manager", "competence": "ten years" },
            { "person": id(manager), "role": "approver", "competence": "ten years" },
            { "person": id(cast.reviewer), "role": "technical_reviewer", "competence": "ten years" }],
        "policy": Policy::default().to_json() });
    for (key, value) in rest.as_object().into_iter().flatten() {
        text.as_object_mut().ok_or("no object")?.insert(key.clone(), value.clone());
    }
    give(store, manager, "programme.edit", json!({ "programme": id(cast.programme), "text": text })).await?;
    Ok(())
}

/// Plans an audit of the whole auditee.
pub(crate) async fn plan(store: &Store, cast: &Cast) -> Result<Key, Broken> {
    let part = json!({ "auditee": id(cast.auditee), "units": [], "sites": [], "processes": [] });
    let outline = json!({ "title": "Internal audit", "audit_type": "internal", "part": part, "criteria": [CRITERIA],
        "window": { "from": "2026-09-01", "to": "2026-10-31" }, "days": "10", "methods": ["hybrid"],
        "why": { "importance": "The management system as a whole", "risk": "A new product is about to go live",
            "previous_results": "Two minor nonconformities in access control", "changes": "A new head of security" } });
    let body = json!({ "programme": id(cast.programme), "outline": outline });
    give(store, cast.manager, "planned_audit.plan", body).await
}

/// The cast's programme is established and begun.
pub(crate) async fn establish(store: &Store, cast: &Cast) -> Result<(), Broken> {
    let programme = json!({ "programme": id(cast.programme) });
    give(store, cast.manager, "programme.establish", programme.clone()).await?;
    give(store, cast.manager, "programme.begin", programme).await?;
    Ok(())
}

/// A planned audit opened, prepared and begun, with notes, samples and evidence on every paper.
pub(crate) async fn begin(store: &Store, cast: &Cast, planned: Key) -> Result<Fieldwork, Broken> {
    let (manager, leader) = (cast.manager, cast.leader);
    let part = json!({ "auditee": id(cast.auditee), "units": [], "sites": [], "processes": [] });
    let key = give(store, manager, "audit.open", json!({ "planned": id(planned) })).await?;
    let audit = id(key);
    for (person, role) in [(leader, "leader"), (cast.auditor, "auditor")] {
        let body = json!({ "audit": audit, "person": id(person), "role": role, "safeguards": [] });
        give(store, manager, "audit.appoint", body).await?;
    }
    let contact = json!({ "audit": audit, "with": id(cast.contact), "at": "2026-08-31T09:00:00Z",
        "channel": "telephone", "note": "Agreed to send the documents" });
    give(store, leader, "audit.contact", contact).await?;
    let enough = json!({ "enough": true, "remark": "agreed on the telephone" });
    let feasible = json!({ "audit": audit, "information": enough, "cooperation": enough, "time": enough, "resources": enough });
    give(store, leader, "audit.judge_feasibility", feasible).await?;
    let initiation = json!({ "client": id(cast.client),
        "objectives": [{ "key": "conformity", "text": "Determine whether the management system conforms" }],
        "scope": "The whole management system", "part": part, "criteria": [CRITERIA], "method": "hybrid",
        "language": "en", "areas": ["isms"] });
    give(store, leader, "audit.initiate", json!({ "audit": audit, "initiation": initiation })).await?;
    give(store, leader, "papers.make", json!({ "audit": audit, "only": [] })).await?;
    let papers = papers(store, key).await?;
    let ids: Vec<String> = papers.iter().copied().map(id).collect();
    let assign = json!({ "audit": audit, "papers": ids, "assignee": id(cast.auditor) });
    give(store, leader, "papers.assign", assign).await?;
    let sha256 = store.blobs().put(Bytes::from_static(EVIDENCE)).await?.sha256;
    let taken = json!({ "audit": audit, "name": "risk-method.md", "sha256": sha256, "bytes": EVIDENCE.len(),
        "media": "text/markdown", "classification": "confidential" });
    let evidence = give(store, cast.auditor, "evidence.take", taken).await?;
    let items = json!([{ "criteria": CRITERIA, "requirement": "6.1.2", "item": "risk assessment process", "found": "yes",
        "evidence": [id(evidence)] }]);
    let review =
        json!({ "audit": audit, "outcome": "ready", "summary": "The method is there", "items": items });
    give(store, leader, "audit.review_documents", review).await?;
    let items: Vec<Value> =
        checklists::PLAN.iter().map(|item| json!({ "item": item.id, "text": "As agreed" })).collect();
    let session = json!({ "key": "s1", "start": "2026-09-01T09:00:00+02:00", "end": "2026-09-01T11:00:00+02:00",
        "zone": "Europe/Vienna", "site": "hq", "place": "Room 1", "contacts": [id(cast.contact)],
        "auditors": [id(leader), id(cast.auditor)], "subject": "Risk assessment", "requirements": ["6.1.2"], "method": "on_site" });
    let plan = json!({ "audit": audit, "items": items, "sessions": [session] });
    let plan = give(store, leader, "plan.draft", plan).await?;
    give(store, leader, "plan.present", json!({ "plan": id(plan) })).await?;
    give(store, cast.contact, "plan.agree", json!({ "plan": id(plan) })).await?;
    give(store, leader, "audit.prepare", json!({ "audit": audit })).await?;
    give(store, leader, "meeting.record", meeting(cast, &audit, "opening", checklists::OPENING_MEETING))
        .await?;
    give(store, leader, "audit.begin", json!({ "audit": audit })).await?;
    for paper in &papers {
        let note = json!({ "paper": id(*paper), "method": "interview", "role": "head of information security",
            "text": "Showed the record of the last two rounds and explained who decides, and on what." });
        give(store, cast.auditor, "note.write", note).await?;
        let sample = json!({ "population": "rounds since the last audit", "population_size": 12, "size": 3,
            "basis": "the latest, and two drawn at random", "deviations": 0 });
        give(store, cast.auditor, "paper.record_sample", json!({ "paper": id(*paper), "sample": sample }))
            .await?;
        let attach = json!({ "paper": id(*paper), "evidence": id(evidence) });
        give(store, cast.auditor, "paper.attach", attach).await?;
    }
    Ok(Fieldwork { audit: key, papers, evidence })
}

/// Everything from the evaluation of the papers to the end of the audit, and one nonconformity in follow-up.
pub(crate) async fn complete(store: &Store, cast: &Cast, work: &Fieldwork) -> Result<(), Broken> {
    let (leader, auditor, audit) = (cast.leader, cast.auditor, id(work.audit));
    for (n, paper) in work.papers.iter().enumerate() {
        let evaluation = if n == 0 { "does_not_conform" } else { "conforms" };
        give(store, auditor, "paper.evaluate", json!({ "paper": id(*paper), "evaluation": evaluation }))
            .await?;
        give(store, leader, "paper.review", json!({ "paper": id(*paper) })).await?;
    }
    let first = work.papers.first().copied().ok_or("no papers")?;
    let text = json!({ "kind": "nonconformity", "title": "The method leaves acceptance open",
        "statement": "The risk assessment process sets no criteria for accepting risks",
        "objective_evidence": "risk-method.md, section 2, names no level",
        "requirements": [{ "criteria": CRITERIA, "id": "4.1" }], "breaches": [], "grade": "minor",
        "papers": [id(first)], "evidence": [id(work.evidence)] });
    let finding = give(store, auditor, "finding.draft", json!({ "audit": audit, "text": text })).await?;
    give(store, leader, "finding.raise", json!({ "finding": id(finding) })).await?;
    give(store, leader, "meeting.record", meeting(cast, &audit, "closing", checklists::CLOSING_MEETING))
        .await?;
    give(store, leader, "audit.end_fieldwork", json!({ "audit": audit })).await?;
    let conclusions = json!({ "audit": audit, "conformity": "It conforms but for one requirement",
        "effectiveness": "It is kept up", "trends": "None seen", "recommendation": "none",
        "objectives": [{ "objective": "conformity", "met": "yes", "reason": "Every paper was evaluated" }] });
    give(store, leader, "audit.conclude", conclusions).await?;
    issue(store, cast, &audit).await?;
    give(store, cast.contact, "finding.acknowledge", json!({ "finding": id(finding) })).await?;
    let said = |text: &str| json!({ "finding": id(finding), "text": text, "evidence": [] });
    give(store, cast.contact, "finding.correct", said("A level was set for the risks at hand")).await?;
    give(
        store,
        cast.contact,
        "finding.give_cause",
        said("The method was written before the owners were named"),
    )
    .await?;
    let complete = json!({ "audit": audit, "days_used": "9.5", "not_done": [], "lessons": "Ask for the register earlier",
        "feedback_asked": [id(cast.contact)] });
    give(store, leader, "audit.complete", complete).await?;
    let feedback = json!({ "audit": audit, "from": id(cast.contact), "mark": 4 });
    give(store, cast.contact, "audit.give_feedback", feedback).await?;
    Ok(())
}

async fn issue(store: &Store, cast: &Cast, audit: &str) -> Result<(), Broken> {
    let items: Vec<Value> = [
        "summary",
        "obstacles",
        "complaints",
        "plan",
        "process",
        "confidentiality",
        "programme_implications",
        "follow_up",
        "not_covered",
        "good_practices",
    ]
    .into_iter()
    .map(|item| json!({ "item": format!("audit_report.{item}"), "text": "As agreed" }))
    .collect();
    let draft = json!({ "audit": audit, "items": items, "whole_papers": false,
        "distribution": [{ "person": id(cast.client), "function": "audit client" }] });
    let report = give(store, cast.leader, "report.draft", draft).await?;
    for (by, name) in [(cast.reviewer, "report.review"), (cast.leader, "report.approve")] {
        let content = store.ask(|world| assize_domain::report::content(world, report.id.into())).await?;
        give(store, by, name, json!({ "report": id(report), "content": content.digest() })).await?;
    }
    let pdf = store.blobs().put(Bytes::from_static(PDF)).await?.sha256;
    give(store, cast.leader, "report.issue", json!({ "report": id(report), "pdf": pdf })).await?;
    Ok(())
}

fn meeting(cast: &Cast, audit: &str, kind: &str, agenda: &[checklists::Item]) -> Value {
    let agenda: Vec<Value> = agenda.iter().map(|item| json!({ "item": item.id, "covered": true })).collect();
    json!({ "audit": audit, "kind": kind, "held": "2026-09-01T07:00:00Z", "place": "Room 1", "agenda": agenda,
        "attendance": [{ "person": id(cast.leader), "function": "audit team leader" },
            { "person": id(cast.contact), "function": "head of information security" }] })
}

/// The papers of an audit, in the order of their ids.
pub(crate) async fn papers(store: &Store, audit: Key) -> Result<Vec<Key>, Broken> {
    let page = store.linked_page(Kind::Paper, "audit", audit.id, None, 500).await?;
    Ok(page.into_iter().map(|(key, _)| key).collect())
}

/// A store with so many completed audits, in programmes of [`PROGRAMME_AUDITS`] with people of their own, at a place; and its cast, with the first
/// programme.
pub(crate) async fn full(place: &Place, audits: usize) -> Result<(Store, Cast), Broken> {
    let file = place.path("backup.zip");
    let cast = backup(&file, audits, FEW_TESTS).await?;
    let restored = Store::restore(BufReader::new(File::open(&file)?), &place.addresses, clock()).await?;
    std::fs::remove_file(&file)?;
    Ok((restored.store, cast))
}

/// Writes the backup of a store with so many completed audits, each of so many tests.
pub(crate) async fn backup(file: &Path, audits: usize, tests: usize) -> Result<Cast, Broken> {
    let pattern = Place::sqlite()?;
    let store = pattern.make().await?;
    let manager = found(&store, tests).await?;
    let founded = store.head_seq().await?;
    let mut cast = staff(&store, manager).await?;
    draft(&store, &mut cast).await?;
    let drafted = store.head_seq().await?;
    let planned = plan(&store, &cast).await?;
    let thought_out = store.head_seq().await?;
    establish(&store, &cast).await?;
    let established = store.head_seq().await?;
    let work = begin(&store, &cast, planned).await?;
    complete(&store, &cast, &work).await?;
    let mould = Mould::of(&store, [founded, drafted, thought_out, established]).await?;
    store.close().await;
    mould.cast(file, audits)?;
    Ok(cast)
}

/// An audit under way, of an auditee of its own on whom nothing was found before, with papers on the tests of these numbers and
/// on those that are there.
pub(crate) async fn under_way(
    store: &Store,
    cast: &Cast,
    more_tests: Range<usize>,
) -> Result<Fieldwork, Broken> {
    adopt(store, cast.manager, more_tests).await?;
    let mut live = cast.clone();
    live.auditee = auditee(store, cast.manager, cast.contact).await?;
    draft(store, &mut live).await?;
    let planned = plan(store, &live).await?;
    establish(store, &live).await?;
    begin(store, &live, planned).await
}

/// An audit under way with so many papers, and its cast.
pub(crate) async fn establish_field(store: &Store, papers: usize) -> Result<(Cast, Fieldwork), Broken> {
    let cast = furnish(store, FEW_TESTS).await?;
    let work = under_way(store, &cast, FEW_TESTS..papers).await?;
    Ok((cast, work))
}

/// The text of an entry with the ids in it that are another audit's or another programme's in each copy.
enum Piece {
    Text(String),
    OfProgramme(u128),
    OfAudit(u128),
}

/// A journal to make others from, in five parts: what comes once; then, for each programme, its people, its auditee and its drafting, the planning of
/// each of its audits, its beginning, and each audit.
struct Mould {
    parts: [Vec<Vec<Piece>>; 5],
}

impl Mould {
    /// Reads the journal of a store with one audit. `ends` are the numbers of the last entries of all parts but the last.
    async fn of(store: &Store, ends: [i64; 4]) -> Result<Self, Broken> {
        let mut parts: [Vec<Vec<Piece>>; 5] = Default::default();
        let (mut known, mut of_programme) = (HashSet::new(), HashSet::new());
        for entry in store.entries(Which::All, 0, 1_000_000).await? {
            let entry = entry.map_err(|(_, corrupt)| corrupt)?.entry;
            let rest = json!({ "time": entry.at.to_string(), "kind": entry.kind, "v": entry.v, "fields": entry.fields_json() });
            let text = canonical(&rest);
            let part = ends.iter().filter(|end| entry.seq > **end).count();
            let ids = text.split('"').filter_map(uuid_of);
            match part {
                0 => known.extend(ids),
                1 => of_programme.extend(ids.filter(|id| !known.contains(id))),
                _ => {}
            }
            if let Some(part) = parts.get_mut(part) {
                part.push(pieces(&text, &known, &of_programme));
            }
        }
        Ok(Self { parts })
    }

    /// Writes a backup of a store with so many audits.
    fn cast(&self, file: &Path, audits: usize) -> Result<(), Broken> {
        let mut zip = zip::ZipWriter::new(BufWriter::new(File::create(file)?));
        let options =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored).large_file(true);
        zip.start_file("journal.jsonl", options)?;
        let mut seq = 0;
        let mut text = String::new();
        let mut write = |entries: &[Vec<Piece>], programme: usize, audit: usize| -> Result<(), Broken> {
            for entry in entries {
                seq += 1;
                text.clear();
                write!(text, "{{\"seq\":{seq},")?;
                for piece in entry {
                    match piece {
                        Piece::Text(part) => text.push_str(part),
                        Piece::OfProgramme(id) => write!(text, "{}", later(*id, programme).hyphenated())?,
                        Piece::OfAudit(id) => write!(text, "{}", later(*id, audit).hyphenated())?,
                    }
                }
                text.push('\n');
                zip.write_all(text.as_bytes())?;
            }
            Ok(())
        };
        let [once, drafting, planning, beginning, audit] = &self.parts;
        write(once, 0, 0)?;
        let all: Vec<usize> = (0..audits).collect();
        for (programme, numbers) in all.chunks(PROGRAMME_AUDITS).enumerate() {
            write(drafting, programme, 0)?;
            for number in numbers {
                write(planning, programme, *number)?;
            }
            write(beginning, programme, 0)?;
            for number in numbers {
                write(audit, programme, *number)?;
            }
        }
        let manifest = json!({ "form": BACKUP_FORM, "entries": seq, "evidence": 2 });
        zip.start_file("documents.jsonl", options)?;
        for bytes in [EVIDENCE, PDF] {
            zip.start_file(format!("blobs/{}", hex(&Sha256::digest(bytes))), options)?;
            zip.write_all(bytes)?;
        }
        zip.start_file("manifest.json", options)?;
        zip.write_all(canonical(&manifest).as_bytes())?;
        zip.finish()?.into_inner().map_err(|error| error.to_string())?.sync_all()?;
        Ok(())
    }
}

/// The id that comes in the place of another in copy `n`: made `n` milliseconds later, by UUID version 7.
fn later(id: u128, n: usize) -> Uuid {
    Uuid::from_u128(id + ((n as u128) << 80))
}

fn uuid_of(text: &str) -> Option<u128> {
    if text.len() == 36 { Uuid::parse_str(text).ok().map(|id| id.as_u128()) } else { None }
}

fn pieces(text: &str, once: &HashSet<u128>, of_programme: &HashSet<u128>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    // The line's own braces: `{"seq":1,` is written before it.
    let mut plain = String::new();
    for (n, part) in text.trim_start_matches('{').split('"').enumerate() {
        if n > 0 {
            plain.push('"');
        }
        match uuid_of(part) {
            Some(id) if !once.contains(&id) => {
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
                pieces.push(if of_programme.contains(&id) {
                    Piece::OfProgramme(id)
                } else {
                    Piece::OfAudit(id)
                });
            }
            _ => plain.push_str(part),
        }
    }
    pieces.push(Piece::Text(plain));
    pieces
}
