//! Noting that a table was taken in.

use crate::audit::Audit;
use crate::auditee::{Auditee, Organization};
use crate::auditor::Person;
use crate::evidence::{Evidence, EvidenceForm};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, AuditeeId, OrganizationId, PersonId, ProgrammeId};
use crate::kernel::macros::{command, event, words};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::Sha256;
use crate::programme::Programme;
use crate::registry::Event;

/// The most rows of a file that are taken in one act.
pub const TABLE_ROWS_MAX: u32 = 2_000;

rules! {
    TABLE_SOURCE = "table_in.source", "ISO 19011:2018 5.5.7", "the file that a table was taken from among the evidence of the same audit";
    TABLE_ROWS = "table_in.rows", "house rule", "a table of which something is taken, in bounded parts";
}

words! {
    /// A table of an audit.
    pub enum TableKind {
        /// Working papers.
        Papers = "papers",
        /// Findings.
        Findings = "findings",
        /// Nonconformities and their follow-up.
        Nonconformities = "nonconformities",
        /// Evidence, with what is recorded of it.
        Evidence = "evidence",
        /// Several of them, in one workbook.
        Several = "several",
    }
}

words! {
    /// A list of what belongs to no audit.
    pub enum ListKind {
        /// The audits that a programme plans.
        Schedule = "schedule",
        /// A Statement of Applicability.
        Statement = "statement",
        /// What shows people's competence.
        Competence = "competence",
        /// People: auditors and others.
        People = "people",
        /// Units, sites and processes of an auditee.
        Parts = "parts",
        /// When somebody is busy, from their calendar.
        Calendar = "calendar",
    }
}

command! {
    /// Notes that a table of an audit was edited outside and taken in again. The commands that it comes to are given with it, in one act.
    pub struct TakeTable("table_in.take") {
        /// The audit.
        audit: AuditId,
        /// Which table it is.
        table: TableKind,
        /// The SHA-256 of the file, which is among the audit's evidence.
        sha256: Sha256,
        /// How many rows are taken.
        rows: u32,
    }

    /// Notes that a list of what belongs to no audit was taken in. The commands that it comes to are given with it, in one act.
    pub struct TakeList("list_in.take") {
        /// The organization.
        organization: OrganizationId,
        /// Which list it is.
        list: ListKind,
        /// The programme, of a schedule.
        programme: Option<ProgrammeId>,
        /// The auditee, of its Statement of Applicability and its parts.
        auditee: Option<AuditeeId>,
        /// The person, of a calendar.
        person: Option<PersonId>,
        /// The SHA-256 of the file.
        sha256: Sha256,
        /// How long the file is, in bytes.
        bytes: i64,
        /// How many rows are taken.
        rows: u32,
    }
}

event! {
    /// A table of an audit was taken in.
    pub struct TableTaken("table_in.taken" v 1, audit in audit) {
        /// The audit.
        audit: AuditId,
        /// Which table it is.
        table: TableKind,
        /// The SHA-256 of the file.
        sha256: Sha256,
        /// How many rows were taken.
        rows: u32,
    }

    /// A list of what belongs to no audit was taken in.
    pub struct ListTaken("list_in.taken" v 1, organization) {
        /// The organization.
        organization: OrganizationId,
        /// Which list it is.
        list: ListKind,
        /// The programme.
        programme: Option<ProgrammeId>,
        /// The auditee.
        auditee: Option<AuditeeId>,
        /// The person.
        person: Option<PersonId>,
        /// The SHA-256 of the file.
        sha256: Sha256,
        /// How long the file is, in bytes.
        bytes: i64,
        /// How many rows were taken.
        rows: u32,
    }
}

fn check_rows(rows: u32, check: &mut Check) {
    check.that(
        (1..=TABLE_ROWS_MAX).contains(&rows),
        &TABLE_ROWS,
        "/rows",
        say!("{rows} rows would be taken", rows),
        say!("take 1 to {most} rows of a file; split it where it has more", most = TABLE_ROWS_MAX),
    );
}

impl Decide for TakeTable {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        named::<Audit>(world, self.audit, "/audit")?;
        let evidence = world.list::<Evidence>("audit", self.audit)?;
        let is_there = evidence
            .iter()
            .any(|one| matches!(&one.form, EvidenceForm::Taken { sha256, .. } if *sha256 == self.sha256));
        let mut check = Check::new();
        check.that(
            is_there,
            &TABLE_SOURCE,
            "/sha256",
            say!("no file with the digest {sha256} is among the audit's evidence", sha256 = &self.sha256),
            "take the file into this audit first, with `evidence.take`",
        );
        check_rows(self.rows, &mut check);
        check.done()?;
        let (audit, table, sha256, rows) = (self.audit, self.table, self.sha256.clone(), self.rows);
        Ok(vec![TableTaken { audit, table, sha256, rows }.into()])
    }
}

impl Apply for TableTaken {
    fn apply(&self, _world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        Ok(())
    }
}

impl Decide for TakeList {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        named::<Organization>(world, self.organization, "/organization")?;
        if let Some(programme) = self.programme {
            named::<Programme>(world, programme, "/programme")?;
        }
        if let Some(auditee) = self.auditee {
            named::<Auditee>(world, auditee, "/auditee")?;
        }
        if let Some(person) = self.person {
            named::<Person>(world, person, "/person")?;
        }
        let mut check = Check::new();
        check_rows(self.rows, &mut check);
        check.done()?;
        Ok(vec![
            ListTaken {
                organization: self.organization,
                list: self.list,
                programme: self.programme,
                auditee: self.auditee,
                person: self.person,
                sha256: self.sha256.clone(),
                bytes: self.bytes,
                rows: self.rows,
            }
            .into(),
        ])
    }
}

impl Apply for ListTaken {
    fn apply(&self, _world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        Ok(())
    }
}
