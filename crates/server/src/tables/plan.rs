//! A file's rows as commands: tried by the law, and given as one act.

use std::collections::BTreeMap;

use assize_domain::auditee::organization_id;
use assize_domain::kernel::datum::Problem;
use assize_domain::kernel::entry::hex;
use assize_domain::kernel::id::{AuditId, AuditeeId, PersonId, ProgrammeId, SoaId};
use assize_domain::kernel::refusal::Refusal;
use assize_domain::tables::take::TABLE_ROWS_MAX;
use assize_domain::{Actor, Command};
use assize_exchange::lists::by_number;
use assize_exchange::table::Edit;
use assize_exchange::table::edits::Deed;
use assize_store::{Act, ActError, After, Done, Once, Step, Store};
use bytes::Bytes;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::read::{Desk, FileIn, Read, Said, auditee_of, is_evidence, programme_of};
use super::show::shown;
use crate::problem::Fault;
use crate::web::{Language, Words};
use crate::workers::Workers;

/// How many times the policies bar somebody before no more is asked.
const BARRED_MAX: usize = 20;

/// What a table or a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableOver {
    /// An audit: its papers, findings and nonconformities.
    Audit(AuditId),
    /// A programme: its schedule.
    Programme(ProgrammeId),
    /// A Statement of Applicability.
    Statement(SoaId),
    /// The register of people: what shows their competence, or a list of people.
    People,
    /// An auditee: a list of its units and sites.
    Auditee(AuditeeId),
    /// A person: their calendar.
    Person(PersonId),
}

/// What the law or the policies say of a row.
pub(crate) enum Told {
    /// The law refuses.
    Refused(Refusal),
    /// A value is not as the law writes it.
    Problem(Problem),
    /// Who asks may not.
    Barred(String),
}

/// A file that was read and tried.
pub(crate) struct Tried {
    pub(crate) read: Read,
    /// What is said of each row, by its number among the rows.
    pub(crate) told: BTreeMap<usize, Vec<Told>>,
    /// What is said of the whole.
    pub(crate) told_whole: Vec<Told>,
    /// How many rows would be taken.
    pub(crate) taken: usize,
    steps: Vec<Step>,
    /// The row of each command; none where it is that of the whole.
    rows: Vec<Option<usize>>,
}

/// What came of giving it.
pub(crate) enum Planned {
    /// It was taken.
    Taken(Box<Tried>, Done),
    /// It cannot be, and why.
    Not(Box<Tried>),
}

impl Tried {
    /// Whether all of it can be taken.
    pub(crate) fn can_be_taken(&self) -> bool {
        self.taken > 0
            && !self.read.sheets.is_broken()
            && self.told.is_empty()
            && self.told_whole.is_empty()
            && self.read.rows.iter().all(|row| row.flaws.is_empty())
    }

    /// Whether the file was read and says nothing that the record does not say, so that there is nothing to take and nothing wrong.
    pub(crate) fn is_nothing_new(&self) -> bool {
        self.taken == 0
            && self.read.unfit.is_none()
            && !self.read.sheets.is_broken()
            && self.told_whole.is_empty()
            && self.read.rows.iter().all(|row| row.flaws.is_empty())
    }

    /// Puts what the law says at the rows that it is about.
    fn tell(&mut self, step: usize, refusal: Refusal) {
        match self.rows.get(step).copied().flatten() {
            Some(row) => self.told.entry(row).or_default().push(Told::Refused(refusal)),
            None => self.told_whole.push(Told::Refused(refusal)),
        }
    }
}

impl Desk<'_> {
    /// Reads a file and tries what it comes to. Nothing is written.
    pub(crate) async fn tried(&self, over: TableOver, file: &FileIn, said: &Said) -> Result<Tried, Fault> {
        let read = self.read(over, file, said).await?;
        let mut tried = Tried {
            taken: taken(&read),
            read,
            told: BTreeMap::new(),
            told_whole: Vec::new(),
            steps: Vec::new(),
            rows: Vec::new(),
        };
        if tried.taken == 0 {
            return Ok(tried);
        }
        if tried.taken > usize::try_from(TABLE_ROWS_MAX).unwrap_or(usize::MAX) {
            // The law says so of the number; so many commands are not tried one by one.
            let note = self.note(over, file, &tried).await?;
            let refusals = self.store.rehearse(&[note.into()]).await?.pop().unwrap_or_default();
            tried.told_whole.extend(refusals.into_iter().map(Told::Refused));
            return Ok(tried);
        }
        self.compose(over, file, said, &mut tried).await?;
        self.ask_policies(&mut tried).await?;
        let answers = self.store.rehearse(&tried.steps).await?;
        for (step, refusals) in answers.into_iter().enumerate() {
            for refusal in refusals {
                tried.tell(step, refusal);
            }
        }
        Ok(tried)
    }

    /// The commands: what was taken in, then each row's own, then that of the whole.
    async fn compose(
        &self,
        over: TableOver,
        file: &FileIn,
        said: &Said,
        tried: &mut Tried,
    ) -> Result<(), Fault> {
        if let TableOver::Audit(audit) = over {
            let there = self.store.ask(|world| is_evidence(world, audit, &file.sha256)).await;
            if !there.map_err(Fault::unanswered)? {
                let classification =
                    if said.classification.is_empty() { "internal" } else { &said.classification };
                let body = json!({ "audit": audit.to_string(), "sha256": file.sha256,
                    "bytes": file.bytes.len(), "media": media(&file.name), "name": file.name, "classification": classification });
                let take = Act::new(self.actor.clone(), self.read_command("evidence.take", &body)?);
                tried.push(take.with_file(&file.sha256).into(), None);
            }
        }
        let note = self.note(over, file, tried).await?;
        tried.push(note.into(), None);
        let by_number = by_number(&tried.read.rows);
        let mut begins: BTreeMap<usize, usize> = BTreeMap::new();
        let rows: Vec<Vec<Deed>> = tried.read.rows.iter().map(|row| row.deeds.clone()).collect();
        for (row, deeds) in rows.into_iter().enumerate() {
            begins.insert(row, tried.steps.len());
            let is_flawed = tried.read.rows.get(row).is_some_and(|row| !row.flaws.is_empty());
            for deed in deeds.into_iter().filter(|_| !is_flawed) {
                let after = deed.after.and_then(|(at, number)| {
                    let of = deed.registered_in.and_then(|number| by_number.get(&number)).copied();
                    let begins = begins.get(&of.unwrap_or(row))?;
                    Some(After { at: at.to_owned(), act: begins + number })
                });
                match self.command(&deed) {
                    Ok(command) => {
                        let act = Act {
                            expected: deed.expected.filter(|_| command.subject().is_some()),
                            ..Act::new(self.actor.clone(), command)
                        };
                        tried.push(Step { act, after }, Some(row));
                    }
                    Err(problems) => {
                        let told = tried.told.entry(row).or_default();
                        told.extend(problems.into_iter().map(Told::Problem));
                    }
                }
            }
        }
        if let Some(deed) = tried.read.whole.clone() {
            match self.command(&deed) {
                Ok(command) => tried.push_whole(command, &self.actor, deed.expected),
                Err(problems) => tried.told_whole.extend(problems.into_iter().map(Told::Problem)),
            }
        }
        Ok(())
    }

    fn command(&self, deed: &Deed) -> Result<Command, Vec<Problem>> {
        Command::read(deed.name, &deed.body).unwrap_or_else(|| Err(Vec::new()))
    }

    fn read_command(&self, name: &str, body: &Value) -> Result<Command, Fault> {
        crate::commands::command(name, body)
    }

    /// The entry that says which file was taken in.
    async fn note(&self, over: TableOver, file: &FileIn, tried: &Tried) -> Result<Act, Fault> {
        let rows = tried.taken;
        let command = match over {
            TableOver::Audit(audit) => {
                let table = tried.read.table.map_or("several", |table| table.word());
                let body = json!({ "audit": audit.to_string(), "table": table, "sha256": file.sha256, "rows": rows });
                self.read_command("table_in.take", &body)?
            }
            other => {
                let auditee = match other {
                    TableOver::Auditee(auditee) => Some(auditee),
                    TableOver::Statement(soa) => {
                        let asked = self.store.ask(|world| auditee_of(world, soa)).await;
                        Some(asked.map_err(Fault::unanswered)?)
                    }
                    _ => None,
                };
                let person = match other {
                    TableOver::Person(person) => Some(person.to_string()),
                    _ => None,
                };
                let list = tried.read.listed.map_or("people", |list| list.word());
                let body = json!({ "organization": organization_id().to_string(), "list": list,
                    "programme": programme_of(other).map(|id| id.to_string()), "auditee": auditee.map(|id| id.to_string()),
                    "person": person, "sha256": file.sha256, "bytes": file.bytes.len(), "rows": rows });
                self.read_command("list_in.take", &body)?
            }
        };
        Ok(Act::new(self.actor.clone(), command))
    }

    /// Asks the policies about each command, as at every other door.
    async fn ask_policies(&self, tried: &mut Tried) -> Result<(), Fault> {
        let Some(asker) = self.asker else { return Ok(()) };
        let mut barred = 0;
        for at in 0..tried.steps.len() {
            let Some(step) = tried.steps.get(at) else { break };
            let asked = match &step.after {
                None => asker.demand_command(&step.act.command).await,
                // Somebody who is registered in this act is nobody's business yet but of those who keep the register.
                Some(_) => asker.demand_keeper().await,
            };
            let Err(fault) = asked else { continue };
            barred += 1;
            if barred > BARRED_MAX {
                break;
            }
            let told: Vec<Told> = match fault.refusals() {
                [] if fault.status().is_client_error() => {
                    vec![Told::Barred(self.words.said(fault.detail()))]
                }
                [] => return Err(fault),
                refusals => refusals.iter().cloned().map(Told::Refused).collect(),
            };
            match tried.rows.get(at).copied().flatten() {
                Some(row) => tried.told.entry(row).or_default().extend(told),
                None => tried.told_whole.extend(told),
            }
        }
        Ok(())
    }

    /// Takes a file, if all of it can be taken. The same file sent again under the same key is one act.
    pub(crate) async fn take(
        &self,
        over: TableOver,
        file: &FileIn,
        said: &Said,
        once: Option<&str>,
    ) -> Result<Planned, Fault> {
        let mut tried = self.tried(over, file, said).await?;
        if !tried.can_be_taken() {
            return Ok(Planned::Not(Box::new(tried)));
        }
        // The file of an audit's table is evidence; of any other the journal keeps the digest, and nothing else does.
        if matches!(over, TableOver::Audit(_)) {
            self.store.blobs().put(file.bytes.clone()).await?;
        }
        let mut steps = std::mem::take(&mut tried.steps);
        if let (Some(key), Some(first)) = (once, steps.first_mut()) {
            let bodies: Vec<String> = tried.read.rows.iter().map(|row| format!("{:?}", row.deeds)).collect();
            let body = format!("{} {}", file.sha256, bodies.join("\n"));
            first.act.once = Some(Once {
                principal: self.actor.to_string(),
                route: "tables".to_owned(),
                key: key.to_owned(),
                body: hex(&Sha256::digest(body.as_bytes())),
            });
        }
        match self.store.execute_all(steps).await {
            Ok(done) => {
                self.keep(&tried.read).await?;
                Ok(Planned::Taken(Box::new(tried), done))
            }
            Err(ActError::Refused(refusals)) => {
                // Something came between: what is refused stands at its row, as in a dry run.
                for refusal in refusals {
                    let (step, at) = numbered(&refusal.at);
                    tried.tell(step, refusal.at(at));
                }
                Ok(Planned::Not(Box::new(tried)))
            }
            Err(other) => Err(other.into()),
        }
    }
}

impl Tried {
    fn push(&mut self, step: Step, row: Option<usize>) {
        self.steps.push(step);
        self.rows.push(row);
    }

    fn push_whole(&mut self, command: Command, actor: &Actor, expected: Option<i64>) {
        let expected = expected.filter(|_| command.subject().is_some());
        let act = Act { expected, ..Act::new(actor.clone(), command) };
        self.push(act.into(), None);
    }

    /// The names of the commands that a row comes to.
    pub(crate) fn commands(&self, row: usize) -> Vec<&'static str> {
        self.read
            .rows
            .get(row)
            .map(|row| row.deeds.iter().map(|deed| deed.name).collect())
            .unwrap_or_default()
    }
}

/// The number that a refusal of several acts begins with, and the place in that act.
fn numbered(at: &str) -> (usize, String) {
    let rest = at.strip_prefix('/').unwrap_or(at);
    let (number, place) = rest.find('/').map_or((rest, ""), |cut| rest.split_at(cut));
    (number.parse().unwrap_or(usize::MAX), place.to_owned())
}

/// How many rows change something that may be changed.
fn taken(read: &Read) -> usize {
    read.rows
        .iter()
        .filter(|row| !row.deeds.is_empty() || row.cells.iter().any(|cell| cell.edit == Edit::Open))
        .count()
}

/// The media type of a file, by the end of its name.
fn media(name: &str) -> &'static str {
    match name.rsplit('.').next().map(str::to_ascii_lowercase).as_deref() {
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("csv") => "text/csv",
        Some("ics") => "text/calendar",
        _ => "application/octet-stream",
    }
}

/// A file for the command line, with what is said of it.
#[derive(Clone, Debug)]
pub struct TableIn {
    /// What it is of.
    pub over: TableOver,
    /// The name of the file.
    pub name: String,
    /// Its bytes.
    pub bytes: Bytes,
    /// Why: of a schedule that was established, and of credentials that are changed.
    pub reason: String,
    /// The name of a new version of a Statement of Applicability.
    pub label: String,
    /// Its date.
    pub dated: String,
    /// For whom people of a list work who are not said to work for anybody.
    pub employer: String,
    /// Their time zone.
    pub zone: String,
    /// Whether it is only looked at.
    pub is_dry_run: bool,
}

/// Takes a table in for the command line, or looks at it: what it comes to as JSON, and whether it was taken or could be.
///
/// # Errors
/// In words: what is wrong with the file, or that the store failed.
pub async fn take_in(
    store: &Store,
    workers: &dyn Workers,
    actor: Actor,
    table: TableIn,
) -> Result<(Value, bool), String> {
    let words = Words::new(Language::English, "UTC");
    let desk = Desk { store, workers, actor, asker: None, words };
    let said = Said {
        reason: table.reason,
        label: table.label,
        dated: table.dated,
        employer: table.employer,
        zone: table.zone,
        ..Said::default()
    };
    let file = FileIn::of(table.name, table.bytes);
    let in_words = |fault: Fault| fault.detail().to_string();
    if table.is_dry_run {
        let tried = desk.tried(table.over, &file, &said).await.map_err(in_words)?;
        let can = tried.can_be_taken() || tried.is_nothing_new();
        return Ok((shown(&tried, &desk.words), can));
    }
    match desk.take(table.over, &file, &said, None).await.map_err(in_words)? {
        Planned::Taken(tried, done) => {
            let mut json = shown(&tried, &desk.words);
            if let Some(object) = json.as_object_mut() {
                object.insert("at".to_owned(), json!(done.at.to_string()));
                object.insert("events".to_owned(), json!(done.events.len()));
            }
            Ok((json, true))
        }
        Planned::Not(tried) => Ok((shown(&tried, &desk.words), tried.is_nothing_new())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_of_several_acts_begins_with_the_number_of_its_act() {
        assert_eq!(numbered("/3/text/title"), (3, "/text/title".to_owned()));
        assert_eq!(numbered("/12"), (12, String::new()));
        assert_eq!(numbered("odd").0, usize::MAX);
    }
}
