//! A file read into rows with what they come to.

use assize_domain::auditee::{Auditee, Soa};
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, AuditeeId, PersonId, ProgrammeId, SoaId};
use assize_domain::kernel::record::Key;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::tables::{ListKind, TableKind};
use assize_domain::{Actor, Kind, World};
use assize_exchange::columns::{Columns, MapOf, SheetOf};
use assize_exchange::lists::{ListRead, Usual, parts, people};
use assize_exchange::table::came::{Came, compared};
use assize_exchange::table::edits::{
    Deed, RowPlan, Speech, competence, evidence, findings, nonconformities, papers, schedule, statement,
};
use assize_exchange::table::{
    Table, credentials, evidence_register, findings_register, nonconformities as nonconformities_register,
    papers_register, planned_audits, statement as statement_table,
};
use assize_store::Store;
use bytes::Bytes;
use sha2::{Digest as _, Sha256};

use super::calendar::CalendarSeen;
use super::plan::TableOver;
use crate::access::Asker;
use crate::problem::Fault;
use crate::sheets::{self, AskedColumns, Kept, Sheets};
use crate::web::{Language, Words};
use crate::workers::Workers;

/// How many people of a register are compared with a list.
const PEOPLE_MAX: usize = 10_000;
/// How many rows of people are read at once.
const PEOPLE_PAGE: i64 = 500;

/// What is needed to read and take a table: the store, who acts and what they may, the workers that open files.
pub(crate) struct Desk<'d> {
    pub(crate) store: &'d Store,
    pub(crate) workers: &'d dyn Workers,
    /// Who acts.
    pub(crate) actor: Actor,
    /// What they may; whoever runs the command line on the store is asked nothing.
    pub(crate) asker: Option<&'d Asker>,
    pub(crate) words: Words,
}

/// A file that was sent.
pub(crate) struct FileIn {
    pub(crate) name: String,
    pub(crate) sha256: String,
    pub(crate) bytes: Bytes,
}

impl FileIn {
    /// A file, with its digest.
    pub(crate) fn of(name: String, bytes: Bytes) -> Self {
        Self { name, sha256: hex(&Sha256::digest(&bytes)), bytes }
    }
}

/// What is said beside the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    /// Why: of a schedule that was established, and of credentials that are changed.
    pub(crate) reason: String,
    /// The name of a new version of a Statement of Applicability.
    pub(crate) label: String,
    /// Its date.
    pub(crate) dated: String,
    /// How sensitive the file is, as evidence of an audit.
    pub(crate) classification: String,
    /// For whom people of a list work who are not said to work for anybody.
    pub(crate) employer: String,
    /// Their time zone.
    pub(crate) zone: String,
    /// How the columns of a list are read.
    pub(crate) by: AskedColumns,
}

/// A list, with how it was read.
pub(crate) struct ListSeen {
    pub(crate) of: MapOf,
    /// The sheet, from 0.
    pub(crate) sheet: usize,
    pub(crate) columns: Columns,
    /// How many rows say nothing new.
    pub(crate) unchanged: usize,
}

/// What was read of a file.
#[derive(Default)]
pub(crate) struct Read {
    /// Why it cannot be read at all: a reason of the reader, or nothing where none of its sheets is a table that is known here.
    pub(crate) unfit: Option<Option<String>>,
    pub(crate) sheets: Sheets,
    pub(crate) tables: Vec<Came>,
    pub(crate) list: Option<ListSeen>,
    pub(crate) calendar: Option<CalendarSeen>,
    pub(crate) rows: Vec<RowPlan>,
    /// A command that is that of all rows.
    pub(crate) whole: Option<Deed>,
    /// Which table it is, of an audit, and which list of anything else.
    pub(crate) table: Option<TableKind>,
    pub(crate) listed: Option<ListKind>,
}

impl Desk<'_> {
    /// The words of every language, the reader's first.
    fn languages(&self) -> Vec<Words> {
        let own = self.words.language;
        let others = Language::ALL.into_iter().filter(|other| *other != own);
        std::iter::once(own).chain(others).map(|language| Words::new(language, "UTC")).collect()
    }

    pub(crate) fn now(&self) -> Result<Timestamp, Fault> {
        Timestamp::from_millis(self.store.clock().millis()).map_err(Fault::internal)
    }

    /// Reads a file as what can come back of a record.
    pub(crate) async fn read(&self, over: TableOver, file: &FileIn, said: &Said) -> Result<Read, Fault> {
        if let TableOver::Person(person) = over {
            return self.calendar(person, file, said).await;
        }
        let sheets = match Sheets::opened(self.workers, file.bytes.clone(), &file.name).await? {
            Ok(sheets) => sheets,
            Err(reason) => return Ok(Read { unfit: Some(Some(reason)), ..Read::default() }),
        };
        let languages = self.languages();
        let today = self.now()?.date();
        let people = match over {
            TableOver::People => self.people().await?,
            _ => Vec::new(),
        };
        let registers = self
            .store
            .ask(|world| registers(world, over, &people, today, &languages))
            .await
            .map_err(Fault::unanswered)?;
        let tables: Vec<Came> = sheets.iter().filter_map(|sheet| compared(sheet, &registers)).collect();
        if !tables.is_empty() {
            let asked = self.store.ask(|world| edits(world, over, &people, &tables, said, &languages)).await;
            let (rows, whole) = asked.map_err(Fault::unanswered)?;
            return Ok(Read { sheets, ..Read::of_tables(over, tables, rows, whole) });
        }
        let read = match over {
            TableOver::People => self.list(MapOf::People, None, &people, &sheets, (said, today)).await?,
            TableOver::Auditee(auditee) => {
                self.list(MapOf::Parts, Some(auditee), &people, &sheets, (said, today)).await?
            }
            _ => Read { unfit: Some(None), ..Read::default() },
        };
        Ok(Read { sheets, ..read })
    }

    /// Everybody in the register.
    async fn people(&self) -> Result<Vec<PersonId>, Fault> {
        everybody(self.store).await
    }

    async fn list(
        &self,
        of: MapOf,
        auditee: Option<AuditeeId>,
        register: &[PersonId],
        sheets: &Sheets,
        (said, today): (&Said, Date),
    ) -> Result<Read, Fault> {
        let kept = Kept::read(self.store, of, sheets).await?;
        let guess = |sheet: SheetOf<'_>| kept.of(sheet).map(|(_, read)| read).or_else(|| of.guess(sheet));
        let (at, guessed) = sheets.chosen(said.by.sheet, guess, |columns| columns);
        let mut columns = guessed.unwrap_or(Columns { header_row: 1, columns: Vec::new() });
        said.by.over(&mut columns);
        let Some(sheet) = sheets.at(at) else {
            return Ok(Read { unfit: Some(None), ..Read::default() });
        };
        let usual =
            Usual { employer: &said.employer, zone: usual_zone(&said.zone), today: today.to_string() };
        let languages = self.languages();
        let reading = (&usual, languages.as_slice());
        let asked =
            self.store.ask(|world| listed(world, sheet, &columns, (auditee, register), reading)).await;
        let ListRead { rows, unchanged, whole } = asked.map_err(Fault::unanswered)?;
        let listed = match of {
            MapOf::Parts => ListKind::Parts,
            MapOf::People | MapOf::Claims => ListKind::People,
        };
        Ok(Read {
            list: Some(ListSeen { of, sheet: at, columns, unchanged }),
            rows,
            whole,
            listed: Some(listed),
            ..Read::default()
        })
    }

    /// Keeps what the columns of a list meant, for the next with the same headings.
    pub(crate) async fn keep(&self, read: &Read) -> Result<(), Fault> {
        let Some(list) = &read.list else { return Ok(()) };
        let cells = read.sheets.cells(list.sheet, list.columns.header_row);
        sheets::keep(self.store, list.of, cells, list.of.key(), &list.columns).await
    }
}

/// Everybody in the register, by their ids.
pub(crate) async fn everybody(store: &Store) -> Result<Vec<PersonId>, Fault> {
    let mut all = Vec::new();
    let mut after = None;
    while all.len() < PEOPLE_MAX {
        let page = store.record_page(Kind::Person, after, PEOPLE_PAGE).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(last.id);
        all.extend(page.iter().map(|(key, _)| PersonId::from(key.id)));
    }
    Ok(all)
}

fn usual_zone(said: &str) -> &str {
    if said.is_empty() { "UTC" } else { said }
}

impl Read {
    fn of_tables(over: TableOver, tables: Vec<Came>, rows: Vec<RowPlan>, whole: Option<Deed>) -> Self {
        let kind = |key: &str| match key {
            "papers" => TableKind::Papers,
            "findings" => TableKind::Findings,
            "nonconformities" => TableKind::Nonconformities,
            "evidence" => TableKind::Evidence,
            _ => TableKind::Several,
        };
        let mut differing =
            tables.iter().filter(|came| !came.differing.is_empty()).map(|came| kind(came.table));
        let table = match (differing.next(), differing.next()) {
            (Some(one), None) => one,
            _ => TableKind::Several,
        };
        let listed = match over {
            TableOver::Audit(_) => None,
            TableOver::Programme(_) => Some(ListKind::Schedule),
            TableOver::Statement(_) => Some(ListKind::Statement),
            TableOver::People => Some(ListKind::Competence),
            TableOver::Auditee(_) => Some(ListKind::Parts),
            TableOver::Person(_) => Some(ListKind::Calendar),
        };
        let table = matches!(over, TableOver::Audit(_)).then_some(table);
        Self { tables, rows, whole, table, listed, ..Self::default() }
    }
}

/// The registers that can come back of a record, each in every language.
fn registers(
    world: &World,
    over: TableOver,
    people: &[PersonId],
    today: Date,
    languages: &[Words],
) -> Result<Vec<Vec<Table>>, Stop> {
    let each = |made: &dyn Fn(&Words) -> Result<Table, Stop>| -> Result<Vec<Table>, Stop> {
        languages.iter().map(made).collect()
    };
    Ok(match over {
        TableOver::Audit(audit) => {
            world.get::<assize_domain::audit::Audit>(audit)?;
            vec![
                each(&|words| papers_register(world, audit, words))?,
                each(&|words| findings_register(world, audit, today, words))?,
                each(&|words| nonconformities_register(world, audit, today, words))?,
                each(&|words| evidence_register(world, audit, words))?,
            ]
        }
        TableOver::Programme(programme) => {
            world.get::<assize_domain::programme::Programme>(programme)?;
            vec![each(&|words| planned_audits(world, programme, words))?]
        }
        TableOver::Statement(soa) => vec![each(&|words| statement_table(world, soa, words))?],
        TableOver::People => vec![each(&|words| credentials(world, people, words))?],
        TableOver::Auditee(auditee) => {
            world.get::<Auditee>(auditee)?;
            Vec::new()
        }
        TableOver::Person(_) => Vec::new(),
    })
}

fn edits(
    world: &World,
    over: TableOver,
    people: &[PersonId],
    tables: &[Came],
    said: &Said,
    languages: &[Words],
) -> Result<(Vec<RowPlan>, Option<Deed>), Stop> {
    let speech = Speech { languages };
    let mut rows = Vec::new();
    let mut whole = None;
    for came in tables {
        rows.extend(match (over, came.table) {
            (TableOver::Audit(audit), "papers") => papers(world, audit, came, &speech)?,
            (TableOver::Audit(audit), "findings") => findings(world, audit, came, &speech)?,
            (TableOver::Audit(_), "evidence") => evidence(world, came, &speech)?,
            (TableOver::Audit(audit), _) => nonconformities(world, audit, came)?,
            (TableOver::Programme(_), _) => schedule(world, came, &said.reason, &speech)?,
            (TableOver::Statement(soa), _) => {
                let (rows, deed) = statement(world, soa, came, (&said.label, &said.dated), &speech)?;
                whole = deed.or(whole);
                rows
            }
            (TableOver::People, _) => competence(world, people, came, &said.reason, &speech)?,
            (TableOver::Auditee(_) | TableOver::Person(_), _) => Vec::new(),
        });
    }
    Ok((rows, whole))
}

fn listed(
    world: &World,
    sheet: SheetOf<'_>,
    columns: &Columns,
    (auditee, register): (Option<AuditeeId>, &[PersonId]),
    (usual, languages): (&Usual<'_>, &[Words]),
) -> Result<ListRead, Stop> {
    match auditee {
        Some(auditee) => {
            let held = world.get::<Auditee>(auditee)?;
            Ok(parts(sheet, columns, held, world.version(Key::of(auditee))?))
        }
        None => people(world, sheet, columns, register, usual, languages),
    }
}

/// Whose Statement of Applicability it is.
pub(crate) fn auditee_of(world: &World, soa: SoaId) -> Result<AuditeeId, Stop> {
    Ok(*world.get::<Soa>(soa)?.auditee())
}

/// Whether a file is among the evidence of an audit already.
pub(crate) fn is_evidence(world: &World, audit: AuditId, digest: &str) -> Result<bool, Stop> {
    use assize_domain::evidence::{Evidence, EvidenceForm};
    let evidence = world.list::<Evidence>("audit", audit)?;
    Ok(evidence
        .iter()
        .any(|one| matches!(one.form(), EvidenceForm::Taken { sha256, .. } if sha256.as_str() == digest)))
}

/// The programme of what is planned, where a table is of one.
pub(crate) const fn programme_of(over: TableOver) -> Option<ProgrammeId> {
    match over {
        TableOver::Programme(programme) => Some(programme),
        _ => None,
    }
}
