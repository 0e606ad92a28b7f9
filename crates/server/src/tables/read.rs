//! A file read into rows with what they come to.

use assize_domain::auditee::{Auditee, Soa};
use assize_domain::kernel::id::{AuditId, AuditeeId, PersonId, ProgrammeId, SoaId};
use assize_domain::kernel::record::Key;
use assize_domain::kernel::refusal::Stop;
use assize_domain::kernel::time::{Date, Timestamp};
use assize_domain::tables::{ListKind, TableKind};
use assize_domain::{Actor, Kind, World};
use assize_exchange::claims::SheetOf;
use assize_exchange::lists::{ListColumns, ListOf, ListRead, Usual, guess_list, parts, people};
use assize_exchange::table::came::{Came, compared};
use assize_exchange::table::edits::{
    Deed, RowPlan, Speech, competence, evidence, findings, nonconformities, papers, schedule, statement,
};
use assize_exchange::table::{
    Table, credentials, evidence_register, findings_register, nonconformities as nonconformities_register, papers_register,
    planned_audits, statement as statement_table,
};
use assize_store::{ColumnsKept, Store};
use bytes::Bytes;

use super::calendar::CalendarSeen;
use super::plan::TableOver;
use crate::access::Asker;
use crate::claims::SheetRows;
use crate::problem::Fault;
use crate::web::{Language, Words};
use crate::workers::{WorkError, Workers};

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
    /// The sheet of a list, from 0.
    pub(crate) sheet: Option<usize>,
    /// The row of its headings.
    pub(crate) header_row: Option<u32>,
    /// What its columns mean, by their number from 0.
    pub(crate) columns: Option<Vec<(usize, &'static str)>>,
}

/// A list, with how it was read.
pub(crate) struct ListSeen {
    pub(crate) of: ListOf,
    /// The sheet, from 0, and the names of all.
    pub(crate) sheet: usize,
    pub(crate) sheets: Vec<String>,
    /// The headings as they stand.
    pub(crate) headings: Vec<String>,
    pub(crate) columns: ListColumns,
    /// How many rows say nothing new.
    pub(crate) unchanged: usize,
}

/// What was read of a file.
#[derive(Default)]
pub(crate) struct Read {
    /// Why it cannot be read at all: a reason of the reader, or nothing where none of its sheets is a table that is known here.
    pub(crate) unfit: Option<Option<String>>,
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
    /// Opens a file as sheets.
    async fn sheets(&self, file: &FileIn) -> Result<Result<Vec<SheetRows>, String>, Fault> {
        match self.workers.read_sheets(file.bytes.clone(), &file.name).await {
            Ok(sheets) => Ok(Ok(sheets
                .into_iter()
                .map(|sheet| {
                    (sheet.name, sheet.rows.into_iter().map(|row| (row.number, row.cells)).collect())
                })
                .collect())),
            Err(WorkError::Unfit(reason)) => Ok(Err(reason)),
            Err(WorkError::Failed(cause)) => Err(Fault::internal(cause)),
        }
    }

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
        let sheets = match self.sheets(file).await? {
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
        let tables: Vec<Came> = sheets
            .iter()
            .filter_map(|(name, rows)| {
                let name = if sheets.len() == 1 { "" } else { name.as_str() };
                compared(SheetOf { name, rows }, &registers)
            })
            .collect();
        if !tables.is_empty() {
            let asked = self.store.ask(|world| edits(world, over, &people, &tables, said, &languages)).await;
            let (rows, whole) = asked.map_err(Fault::unanswered)?;
            return Ok(Read::of_tables(over, tables, rows, whole));
        }
        match over {
            TableOver::People => self.list(ListOf::People, None, &people, &sheets, (said, today)).await,
            TableOver::Auditee(auditee) => {
                self.list(ListOf::Parts, Some(auditee), &people, &sheets, (said, today)).await
            }
            _ => Ok(Read { unfit: Some(None), ..Read::default() }),
        }
    }

    /// Everybody in the register.
    async fn people(&self) -> Result<Vec<PersonId>, Fault> {
        everybody(self.store).await
    }

    async fn list(
        &self,
        of: ListOf,
        auditee: Option<AuditeeId>,
        register: &[PersonId],
        sheets: &[SheetRows],
        (said, today): (&Said, Date),
    ) -> Result<Read, Fault> {
        let kept = self.kept(of, sheets).await?;
        let of_sheet = |at: usize| {
            let (name, rows) = sheets.get(at)?;
            Some(SheetOf { name: if sheets.len() == 1 { "" } else { name }, rows })
        };
        let guess = |at: usize| {
            let sheet = of_sheet(at)?;
            kept.get(at).cloned().flatten().or_else(|| guess_list(sheet, of))
        };
        // The sheet that is asked for, or else the one of which most is understood.
        let (at, guessed) = match said.sheet {
            Some(at) => (at, guess(at)),
            None => (0..sheets.len())
                .filter_map(|at| Some((at, guess(at)?)))
                .max_by_key(|(at, read)| (read.columns.len(), std::cmp::Reverse(*at)))
                .map_or((0, None), |(at, read)| (at, Some(read))),
        };
        let mut columns = guessed.unwrap_or(ListColumns { header_row: 1, columns: Vec::new() });
        if let Some(header_row) = said.header_row {
            columns.header_row = header_row;
        }
        if let Some(said) = &said.columns {
            columns.columns.clone_from(said);
        }
        let Some(sheet) = of_sheet(at) else {
            return Ok(Read { unfit: Some(None), ..Read::default() });
        };
        let usual =
            Usual { employer: &said.employer, zone: usual_zone(&said.zone), today: today.to_string() };
        let asked = self.store.ask(|world| listed(world, sheet, &columns, (auditee, register), &usual)).await;
        let ListRead { rows, unchanged, whole } = asked.map_err(Fault::unanswered)?;
        let headings = sheet.rows.iter().find(|(number, _)| *number == columns.header_row);
        let headings = headings.map(|(_, cells)| cells.clone()).unwrap_or_default();
        let names = sheets.iter().map(|(name, _)| name.clone()).collect();
        let listed = match of {
            ListOf::People => ListKind::People,
            ListOf::Parts => ListKind::Parts,
        };
        Ok(Read {
            list: Some(ListSeen { of, sheet: at, sheets: names, headings, columns, unchanged }),
            rows,
            whole,
            listed: Some(listed),
            ..Read::default()
        })
    }

    /// The meanings that were last given to the headings of each sheet.
    async fn kept(&self, of: ListOf, sheets: &[SheetRows]) -> Result<Vec<Option<ListColumns>>, Fault> {
        let heads = |rows: &[(u32, Vec<String>)]| -> Vec<(u32, String)> {
            rows.iter().take(10).map(|(number, cells)| (*number, headings(of, cells))).collect()
        };
        let all: Vec<Vec<(u32, String)>> = sheets.iter().map(|(_, rows)| heads(rows)).collect();
        let asked = all.iter().flatten().map(|(_, head)| head.clone()).collect();
        let kept = self.store.columns_kept(asked).await?;
        let one = |heads: &Vec<(u32, String)>| {
            heads.iter().find_map(|(number, head)| {
                let found = kept.get(head)?;
                let columns = found.columns.iter().filter_map(|(at, word)| Some((*at, of.of_word(word)?)));
                Some(ListColumns { header_row: *number, columns: columns.collect() })
            })
        };
        Ok(all.iter().map(one).collect())
    }

    /// Keeps what the columns of a list meant, for the next with the same headings.
    pub(crate) async fn keep(&self, list: &ListSeen) -> Result<(), Fault> {
        let kept = ColumnsKept {
            kind: list.of.key().to_owned(),
            columns: list.columns.columns.iter().map(|(at, word)| (*at, (*word).to_owned())).collect(),
        };
        self.store.keep_columns(&headings(list.of, &list.headings), &kept).await?;
        Ok(())
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

/// By what the headings of a list are known again: those of claims are others.
fn headings(of: ListOf, cells: &[String]) -> String {
    let mut cells = cells.to_vec();
    cells.push(format!("\u{1}{}", of.key()));
    ColumnsKept::headings(&cells)
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
    columns: &ListColumns,
    (auditee, register): (Option<AuditeeId>, &[PersonId]),
    usual: &Usual<'_>,
) -> Result<ListRead, Stop> {
    match auditee {
        Some(auditee) => {
            let held = world.get::<Auditee>(auditee)?;
            Ok(parts(sheet, columns, held, world.version(Key::of(auditee))?))
        }
        None => people(world, sheet, columns, register, usual),
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
