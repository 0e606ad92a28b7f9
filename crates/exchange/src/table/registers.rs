//! The registers that an audit keeps, as tables.

use std::collections::BTreeMap;

use assize_domain::audit::Message;
use assize_domain::auditee::{Auditee, Soa};
use assize_domain::auditor::Person;
use assize_domain::evidence::{Evidence, EvidenceForm, Paper, PaperState, Requirement};
use assize_domain::finding::{Finding, FindingState, overdue};
use assize_domain::kernel::id::{AuditId, EvidenceId, PersonId, ProgrammeId, SoaId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::programme::{PlannedAudit, PlannedState};
use assize_domain::words::FindingKind;
use assize_domain::{Key, World};

use super::{Cell, Column, Table, Wording, edit_of};

pub(super) fn table(key: &'static str, columns: &[(&'static str, u16)], words: &impl Wording) -> Table {
    let column = |(name, width): &(&'static str, u16)| Column {
        key: name,
        title: words.say(&format!("column-{}", name.replace('_', "-"))),
        width: *width,
        edit: edit_of(key, name),
    };
    Table {
        key,
        title: words.say(&format!("table-{}", key.replace('_', "-"))),
        columns: columns.iter().map(column).collect(),
        rows: Vec::new(),
    }
}

/// Requirements in a cell: their ids, with the set where there is more than one.
fn requirements(all: &[Requirement]) -> Cell {
    let first = all.first().map(|requirement| &requirement.criteria);
    let one_set = all.iter().all(|requirement| Some(&requirement.criteria) == first);
    let ids: Vec<String> = all
        .iter()
        .map(|requirement| match one_set {
            true => requirement.id.to_string(),
            false => format!("{} {}", requirement.criteria, requirement.id),
        })
        .collect();
    Cell::text(ids.join("; "))
}

pub(super) fn person(world: &World, person: PersonId) -> Result<Cell, Stop> {
    Ok(Cell::maybe(world.find::<Person>(person)?.map(|person| person.name())))
}

/// The version of a record that a question has loaded.
pub(super) fn version(world: &World, key: Key) -> Result<Cell, Stop> {
    Ok(Cell::Number(world.version(key)?))
}

/// How long something has been open, in the steps by which registers are read.
fn ageing(days: i64, words: &impl Wording) -> Cell {
    Cell::text(words.say(match days {
        ..=30 => "table-age-30",
        31..=60 => "table-age-60",
        61..=90 => "table-age-90",
        _ => "table-age-more",
    }))
}

/// References to evidence as the report has them: `E001` is the first.
pub(super) fn references(evidence: &[&Evidence]) -> BTreeMap<EvidenceId, String> {
    evidence.iter().enumerate().map(|(index, one)| (one.id(), format!("E{:03}", index + 1))).collect()
}

fn referred(all: &[EvidenceId], references: &BTreeMap<EvidenceId, String>) -> Cell {
    let named: Vec<&str> = all.iter().filter_map(|one| references.get(one)).map(String::as_str).collect();
    Cell::text(named.join(", "))
}

/// The working papers of an audit, in the order of their making.
///
/// # Errors
/// [`Stop::Need`].
pub fn papers_register(world: &World, audit: AuditId, words: &impl Wording) -> Result<Table, Stop> {
    let papers = world.list::<Paper>("audit", audit)?;
    let evidence = references(&world.list::<Evidence>("audit", audit)?);
    world.want(papers.iter().filter_map(|paper| *paper.assignee()))?;
    let mut out = table(
        "papers",
        &[
            ("paper", 38),
            ("version", 9),
            ("title", 60),
            ("requirements", 24),
            ("purpose", 18),
            ("assignee", 24),
            ("state", 14),
            ("evaluation", 18),
            ("reason", 50),
            ("evaluated_at", 17),
            ("reviewed_at", 17),
            ("samples", 40),
            ("evidence", 24),
            ("notes", 8),
            ("minutes", 8),
            ("new_note_method", 20),
            ("new_note_role", 24),
            ("new_note", 60),
        ],
        words,
    );
    for paper in papers {
        let evaluation = paper.state().evaluation();
        let reviewed = match paper.state() {
            PaperState::Reviewed { reviewed: Some(stamp), .. } => Cell::Time(stamp.at),
            _ => Cell::Empty,
        };
        let samples: Vec<String> = paper
            .samples()
            .iter()
            .map(|sample| {
                format!(
                    "{}/{} {}: {}",
                    sample.size, sample.population_size, sample.population, sample.deviations
                )
            })
            .collect();
        out.rows.push(vec![
            Cell::text(paper.id()),
            version(world, Key::of(paper.id()))?,
            Cell::text(paper.title()),
            requirements(paper.requirements()),
            Cell::text(words.say_word("PaperPurpose", paper.purpose().word())),
            match *paper.assignee() {
                Some(assignee) => person(world, assignee)?,
                None => Cell::Empty,
            },
            Cell::text(words.say_word("PaperState", paper.state().word())),
            Cell::maybe(evaluation.map(|(evaluation, ..)| words.say_word("Evaluation", evaluation.word()))),
            Cell::maybe(evaluation.and_then(|(_, reason, _)| reason)),
            evaluation.map_or(Cell::Empty, |(.., stamp)| Cell::Time(stamp.at)),
            reviewed,
            Cell::text(samples.join("\n")),
            referred(paper.evidence(), &evidence),
            Cell::Number(i64::from(*paper.notes())),
            Cell::Number(i64::from(*paper.minutes())),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]);
    }
    Ok(out)
}

/// The findings of an audit that were not withdrawn, by their numbers, drafts too.
///
/// # Errors
/// [`Stop::Need`].
pub fn findings_register(
    world: &World,
    audit: AuditId,
    today: Date,
    words: &impl Wording,
) -> Result<Table, Stop> {
    let evidence = references(&world.list::<Evidence>("audit", audit)?);
    let mut findings = world.list::<Finding>("audit", audit)?;
    findings.retain(|finding| !matches!(finding.state(), FindingState::Withdrawn { .. }));
    findings.sort_by_key(|finding| *finding.number());
    findings_table(world, "findings", &findings, &evidence, today, words)
}

/// The nonconformities of an audit that were raised, with how long they have been open and what is late.
///
/// # Errors
/// [`Stop::Need`].
pub fn nonconformities(
    world: &World,
    audit: AuditId,
    today: Date,
    words: &impl Wording,
) -> Result<Table, Stop> {
    let evidence = references(&world.list::<Evidence>("audit", audit)?);
    let mut findings = world.list::<Finding>("audit", audit)?;
    findings.retain(|finding| {
        finding.text().kind == FindingKind::Nonconformity
            && !matches!(finding.state(), FindingState::Drafted | FindingState::Withdrawn { .. })
    });
    findings.sort_by_key(|finding| *finding.number());
    findings_table(world, "nonconformities", &findings, &evidence, today, words)
}

fn findings_table(
    world: &World,
    key: &'static str,
    findings: &[&Finding],
    evidence: &BTreeMap<EvidenceId, String>,
    today: Date,
    words: &impl Wording,
) -> Result<Table, Stop> {
    world.want(findings.iter().filter_map(|finding| finding.action().as_ref().map(|action| action.owner)))?;
    let is_aged = key == "nonconformities";
    let mut columns: Vec<(&'static str, u16)> = vec![
        ("finding", 38),
        ("version", 9),
        ("number", 8),
        ("kind", 18),
        ("grade", 12),
        ("title", 40),
        ("requirements", 20),
        ("breaches", 14),
        ("statement", 60),
        ("objective_evidence", 60),
        ("evidence", 20),
        ("state", 22),
        ("response", 16),
        ("raised", 12),
        ("age_days", 9),
        ("acknowledge_by", 12),
        ("plan_by", 12),
        ("implement_by", 12),
        ("check_by", 12),
        ("late", 8),
        ("correction", 50),
        ("cause", 50),
        ("action", 50),
        ("owner", 24),
        ("action_due", 12),
        ("closed", 12),
    ];
    if is_aged {
        columns.insert(15, ("ageing", 16));
    }
    let mut out = table(key, &columns, words);
    for finding in findings {
        let text = finding.text();
        let due = finding.due().as_ref();
        let closed = match finding.state() {
            FindingState::Closed { closed } => Some(closed.at.date()),
            _ => None,
        };
        let written = finding.stamp().at.date();
        let age = closed.unwrap_or(today).days_since(written);
        let late = overdue(finding, today).is_some();
        let breaches: Vec<String> = text.breaches.iter().map(ToString::to_string).collect();
        let day = |date: Option<Date>| date.map_or(Cell::Empty, Cell::Date);
        let mut row = vec![
            Cell::text(finding.id()),
            version(world, Key::of(finding.id()))?,
            Cell::Number(i64::from(*finding.number())),
            Cell::text(words.say_word("FindingKind", text.kind.word())),
            Cell::maybe(text.grade.as_ref()),
            Cell::text(&text.title),
            requirements(&text.requirements),
            Cell::text(breaches.join("; ")),
            Cell::text(&text.statement),
            Cell::maybe(text.objective_evidence.as_ref()),
            referred(&text.evidence, evidence),
            Cell::text(words.say_word("FindingState", finding.state().word())),
            Cell::text(words.say_word("Response", finding.response().word())),
            Cell::Date(written),
            Cell::Number(age),
            day(due.map(|due| due.acknowledge)),
            day(due.map(|due| due.plan)),
            day(due.map(|due| due.implement)),
            day(due.and_then(|due| due.effectiveness)),
            if late { Cell::text(words.say("table-yes")) } else { Cell::Empty },
            Cell::maybe(finding.correction().as_ref().map(|step| &step.text)),
            Cell::maybe(finding.cause().as_ref().map(|step| &step.text)),
            Cell::maybe(finding.action().as_ref().map(|action| &action.text)),
            match finding.action() {
                Some(action) => person(world, action.owner)?,
                None => Cell::Empty,
            },
            day(finding.action().as_ref().map(|action| action.due)),
            day(closed),
        ];
        if is_aged {
            row.insert(15, ageing(age, words));
        }
        out.rows.push(row);
    }
    Ok(out)
}

/// The evidence of an audit, in the order in which the report refers to it.
///
/// # Errors
/// [`Stop::Need`].
pub fn evidence_register(world: &World, audit: AuditId, words: &impl Wording) -> Result<Table, Stop> {
    let evidence = world.list::<Evidence>("audit", audit)?;
    let numbers = references(&evidence);
    world.want(evidence.iter().filter_map(|one| one.custody().first()?.stamp.by.person()))?;
    let mut out = table(
        "evidence",
        &[
            ("evidence_id", 38),
            ("version", 9),
            ("reference", 10),
            ("name", 50),
            ("form", 16),
            ("classification", 20),
            ("source", 40),
            ("media", 24),
            ("bytes", 12),
            ("sha256", 66),
            ("seen", 50),
            ("place", 30),
            ("collected_at", 17),
            ("collected_by", 24),
            ("classification_reason", 40),
            ("new_custody", 30),
            ("new_custody_remark", 50),
        ],
        words,
    );
    for one in evidence {
        let (media, bytes, sha256, seen, place) = match one.form() {
            EvidenceForm::Taken { sha256, bytes, media } => {
                (Cell::text(media), Cell::Number(*bytes), Cell::text(sha256), Cell::Empty, Cell::Empty)
            }
            EvidenceForm::Seen { what, at_place, seen_sha256, .. } => (
                Cell::Empty,
                Cell::Empty,
                Cell::maybe(seen_sha256.as_ref()),
                Cell::text(what),
                Cell::text(at_place),
            ),
        };
        let first = one.custody().first();
        let by = match first.and_then(|custody| custody.stamp.by.person()) {
            Some(by) => person(world, by)?,
            None => Cell::Empty,
        };
        out.rows.push(vec![
            Cell::text(one.id()),
            version(world, Key::of(one.id()))?,
            Cell::maybe(numbers.get(&one.id())),
            Cell::text(one.name()),
            Cell::text(words.say_word("EvidenceForm", one.form().word())),
            Cell::text(words.say_word("Classification", one.classification().word())),
            Cell::maybe(one.source().as_ref()),
            media,
            bytes,
            sha256,
            seen,
            place,
            first.map_or(Cell::Empty, |custody| Cell::Time(custody.stamp.at)),
            by,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ]);
    }
    Ok(out)
}

/// The log of communication of an audit.
///
/// # Errors
/// [`Stop::Need`].
pub fn messages_log(world: &World, audit: AuditId, words: &impl Wording) -> Result<Table, Stop> {
    let messages = world.list::<Message>("audit", audit)?;
    let told = messages.iter().flat_map(|message| message.told()).copied();
    world.want(told.chain(messages.iter().filter_map(|message| message.stamp().by.person())))?;
    let mut out = table(
        "messages",
        &[("message", 38), ("at", 17), ("kind", 20), ("text", 80), ("told", 40), ("by", 24)],
        words,
    );
    for message in messages {
        let mut told = Vec::new();
        for who in message.told() {
            told.push(person(world, *who)?.plain());
        }
        out.rows.push(vec![
            Cell::text(message.id()),
            Cell::Time(message.stamp().at),
            Cell::text(words.say_word("MessageKind", message.kind().word())),
            Cell::text(message.text()),
            Cell::text(told.join(", ")),
            match message.stamp().by.person() {
                Some(by) => person(world, by)?,
                None => Cell::Empty,
            },
        ]);
    }
    Ok(out)
}

/// The audits that a programme plans, by their windows.
///
/// # Errors
/// [`Stop::Need`].
pub fn planned_audits(world: &World, programme: ProgrammeId, words: &impl Wording) -> Result<Table, Stop> {
    let mut planned = world.list::<PlannedAudit>("programme", programme)?;
    planned.sort_by_key(|planned| planned.outline().window.from);
    world.want(planned.iter().map(|planned| *planned.auditee()))?;
    let mut out = table(
        "schedule",
        &[
            ("planned_audit", 38),
            ("version", 9),
            ("title", 40),
            ("audit_type", 16),
            ("auditee", 30),
            ("from", 12),
            ("to", 12),
            ("days", 8),
            ("methods", 20),
            ("criteria", 30),
            ("importance", 50),
            ("risk", 50),
            ("previous_results", 50),
            ("changes", 50),
            ("state", 14),
        ],
        words,
    );
    for planned in planned {
        let outline = planned.outline();
        let auditee = world.find::<Auditee>(*planned.auditee())?;
        let methods: Vec<String> =
            outline.methods.iter().map(|method| words.say_word("AuditMethod", method.word())).collect();
        let criteria: Vec<String> = outline.criteria.iter().map(ToString::to_string).collect();
        let state = match planned.state() {
            PlannedState::Planned => "planned",
            PlannedState::Withdrawn { .. } => "withdrawn",
        };
        out.rows.push(vec![
            Cell::text(planned.id()),
            version(world, Key::of(planned.id()))?,
            Cell::text(&outline.title),
            Cell::text(words.say_word("AuditType", outline.audit_type.word())),
            Cell::maybe(auditee.map(Auditee::name)),
            Cell::Date(outline.window.from),
            outline.window.to.map_or(Cell::Empty, Cell::Date),
            Cell::Hundredths(i64::from(outline.days.hundredths())),
            Cell::text(methods.join(", ")),
            Cell::text(criteria.join("; ")),
            Cell::text(&outline.why.importance),
            Cell::text(&outline.why.risk),
            Cell::text(&outline.why.previous_results),
            Cell::text(&outline.why.changes),
            Cell::text(words.say_word("PlannedState", state)),
        ]);
    }
    Ok(out)
}

/// A version of a Statement of Applicability.
///
/// # Errors
/// [`Stop::Refused`] when there is no such statement; [`Stop::Need`].
pub fn statement(world: &World, soa: SoaId, words: &impl Wording) -> Result<Table, Stop> {
    let soa = world.get::<Soa>(soa)?;
    let mut out = table(
        "statement",
        &[
            ("control", 14),
            ("title", 50),
            ("necessary", 10),
            ("why", 60),
            ("implemented", 18),
            ("why_excluded", 60),
            ("statement_id", 38),
            ("version", 9),
        ],
        words,
    );
    let version = version(world, Key::of(soa.id()))?;
    for row in soa.rows() {
        out.rows.push(vec![
            Cell::text(&row.control),
            Cell::maybe(row.title.as_ref()),
            Cell::text(words.say(if row.necessary { "table-yes" } else { "table-no" })),
            Cell::maybe(row.why.as_ref()),
            Cell::text(words.say_word("Implementation", row.implemented.word())),
            Cell::maybe(row.why_excluded.as_ref()),
            Cell::text(soa.id()),
            version.clone(),
        ]);
    }
    Ok(out)
}

/// An entry of the journal, for a table: what happened, when, by whom and to which record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// What happened, in the reader's language.
    pub what: String,
    /// Its kind, as the journal names it.
    pub kind: String,
    /// By whom, where that is known and was not erased.
    pub by: Option<PersonId>,
    /// The kind of the record, in the reader's language.
    pub record_kind: String,
    /// The id of the record.
    pub record: String,
    /// The hash of its leaf, by which it is found in the published log.
    pub leaf: String,
}

/// The journal of an audit.
///
/// # Errors
/// [`Stop::Need`].
pub fn journal(world: &World, entries: &[Entry], words: &impl Wording) -> Result<Table, Stop> {
    world.want(entries.iter().filter_map(|entry| entry.by).collect::<std::collections::BTreeSet<_>>())?;
    let mut out = table(
        "journal",
        &[
            ("seq", 10),
            ("at", 17),
            ("what", 40),
            ("event", 28),
            ("by", 28),
            ("record_kind", 22),
            ("record", 38),
            ("leaf", 66),
        ],
        words,
    );
    for entry in entries {
        out.rows.push(vec![
            Cell::Number(entry.seq),
            Cell::Time(entry.at),
            Cell::text(&entry.what),
            Cell::text(&entry.kind),
            match entry.by {
                Some(by) => person(world, by)?,
                None => Cell::Empty,
            },
            Cell::text(&entry.record_kind),
            Cell::text(&entry.record),
            Cell::text(&entry.leaf),
        ]);
    }
    Ok(out)
}
