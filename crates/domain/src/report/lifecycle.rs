//! The report's life: draft, reviewed, approved, issued, acknowledged; amended only by a new version (ISO 19011:2018 6.5).

use super::assemble::{content, reportable};
use super::{Acknowledgement, Recipient, Report, ReportItem, ReportState};
use crate::audit::Audit;
use crate::auditor::Person;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, PersonId, ReportId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::{Said, say};
use crate::kernel::text::{Sha256, Text};
use crate::programme::Programme;
use crate::registry::Event;
use crate::report_content::{CHECKLIST, ReportContent};
use crate::words::{ProgrammeRoleKind, TeamRole};

rules! {
    REPORT_STATE = "report.state", "ISO 19011:2018 6.5.1", "a report on an audit whose fieldwork has ended";
    REPORT_AUTHOR = "report.author", "ISO 19011:2018 6.5.1", "a report written by the audit team leader, or for them by an auditor of the team";
    REPORT_ONE = "report.one", "ISO 19011:2018 6.5.2", "one version of the report in work at a time, and a reason for each version after the first";
    REPORT_DRAFT = "report.draft", "ISO 19011:2018 6.5.2", "changes to a report before it is approved; afterwards by a new version";
    REPORT_ITEM = "report.item", "ISO 19011:2018 6.5.1", "items of the report's checklist, each with a text or with the reason why it has none";
    REPORT_CHECKLIST = "report.checklist", "ISO 19011:2018 6.5.1", "every item of the checklist in the report";
    REPORT_CONTENT = "report.content", "ISO 19011:2018 6.5.2", "what is reviewed and approved to be what stands";
    REPORT_REVIEWER = "report.reviewer", "ISO 19011:2018 6.5.2", "a review by somebody of the team or the programme who did not write the report";
    REPORT_REVIEWED = "report.reviewed", "ISO 19011:2018 6.5.2", "a report reviewed before it is approved";
    REPORT_APPROVER = "report.approver", "ISO 19011:2018 6.5.1", "a report approved by the audit team leader";
    REPORT_APPROVED = "report.approved", "ISO 19011:2018 6.5.2", "a report approved before it is issued";
    REPORT_ISSUED = "report.issued", "ISO 19011:2018 6.5.2", "an issued report to acknowledge";
    REPORT_SEALED = "report.sealed", "ISO 19011:2018 4 d)", "an encrypted file before the record says that there is one";
    REPORT_RECIPIENT = "report.recipient", "ISO 19011:2018 6.5.2", "an acknowledgement by somebody on the distribution list";
}

command! {
    /// Begins a version of the report. The first needs no reason; a later one amends the one that was issued.
    pub struct DraftReport("report.draft") {
        /// The audit.
        audit: AuditId,
        /// Why the issued version is amended.
        amends_why: Option<Text>,
        /// What the leader adds, item by item.
        items: Vec<ReportItem>,
        /// The distribution list.
        distribution: Vec<Recipient>,
        /// Whether the working papers are annexed whole.
        whole_papers: bool,
    }

    /// Changes a draft.
    pub struct EditReport("report.edit" on report) {
        /// The report.
        report: ReportId,
        /// What the leader adds, item by item.
        items: Vec<ReportItem>,
        /// The distribution list.
        distribution: Vec<Recipient>,
        /// Whether the working papers are annexed whole.
        whole_papers: bool,
    }

    /// Says that the report was reviewed, as it then stood.
    pub struct ReviewReport("report.review" on report) {
        /// The report.
        report: ReportId,
        /// The digest of the content that was reviewed.
        content: Sha256,
        /// Remarks.
        remarks: Option<Text>,
    }

    /// Approves the report. What is approved is the digest of its canonical content.
    pub struct ApproveReport("report.approve" on report) {
        /// The report.
        report: ReportId,
        /// The digest of the content that is approved.
        content: Sha256,
    }

    /// Issues the report to its distribution list. The PDF was rendered before, is kept under its digest, and is never
    /// rendered again.
    pub struct IssueReport("report.issue" on report) {
        /// The report.
        report: ReportId,
        /// The digest of the PDF.
        pdf: Sha256,
    }

    /// Records that the PDF of an issued report is kept encrypted now, and the digest of the encrypted file, which the store says.
    pub struct SealReport("report.seal" on report) {
        /// The report.
        report: ReportId,
    }

    /// Records that a recipient has acknowledged the report.
    pub struct AcknowledgeReport("report.acknowledge") {
        /// The report.
        report: ReportId,
        /// The recipient.
        person: PersonId,
    }
}

event! {
    /// A version of the report was begun.
    pub struct ReportDrafted("report.drafted" v 1, report in audit) {
        /// The report.
        report: ReportId,
        /// The audit.
        audit: AuditId,
        /// Its number.
        number: u32,
        /// Why the issued version is amended.
        amends_why: Option<Text>,
        /// What the leader adds.
        items: Vec<ReportItem>,
        /// The distribution list.
        distribution: Vec<Recipient>,
        /// Whether the working papers are annexed whole.
        whole_papers: bool,
    }

    /// A draft was changed.
    pub struct ReportEdited("report.edited" v 1, report in audit) {
        /// The report.
        report: ReportId,
        /// The audit.
        audit: AuditId,
        /// What the leader adds.
        items: Vec<ReportItem>,
        /// The distribution list.
        distribution: Vec<Recipient>,
        /// Whether the working papers are annexed whole.
        whole_papers: bool,
    }

    /// The report was reviewed.
    pub struct ReportReviewed("report.reviewed" v 1, report in audit) {
        /// The report.
        report: ReportId,
        /// The audit.
        audit: AuditId,
        /// The digest of the content that was reviewed.
        content: Sha256,
        /// Remarks.
        remarks: Option<Text>,
    }

    /// The report was approved.
    pub struct ReportApproved("report.approved" v 1, report in audit) {
        /// The report.
        report: ReportId,
        /// The audit.
        audit: AuditId,
        /// The digest of its canonical content.
        content: Sha256,
    }

    /// The report was issued.
    pub struct ReportIssued("report.issued" v 1, report in audit) {
        /// The report.
        report: ReportId,
        /// The audit.
        audit: AuditId,
        /// The digest of the PDF.
        pdf: Sha256,
        /// The version it replaces.
        replaces: Option<ReportId>,
        /// The SHA-256 of the encrypted file that the PDF is kept in; none where it is kept as it is.
        cipher: Option<Sha256>,
    }

    /// The PDF was encrypted where it is kept, or encrypted anew.
    pub struct ReportSealed("report.sealed" v 1, report in audit) {
        /// The report.
        report: ReportId,
        /// The audit.
        audit: AuditId,
        /// The SHA-256 of the encrypted file.
        cipher: Sha256,
    }

    /// A recipient has acknowledged the report.
    pub struct ReportAcknowledged("report.acknowledged" v 1, report in audit) {
        /// The report.
        report: ReportId,
        /// The audit.
        audit: AuditId,
        /// The recipient.
        person: PersonId,
    }
}

fn check_author(audit: &Audit, person: PersonId, check: &mut Check) {
    check.that(
        reportable(audit),
        &REPORT_STATE,
        "",
        say!("the audit is `{state}`", state = &audit.state),
        "hold the closing meeting and end fieldwork with `audit.end_fieldwork`",
    );
    let writes = audit
        .team
        .iter()
        .any(|member| member.person == person && matches!(member.role, TeamRole::Leader | TeamRole::Auditor));
    check.that(
        writes,
        &REPORT_AUTHOR,
        "",
        "who acts neither leads the audit nor audits in it",
        "let the audit team leader write the report",
    );
}

fn check_parts(
    world: &World,
    items: &[ReportItem],
    distribution: &[Recipient],
    check: &mut Check,
) -> Result<(), Stop> {
    for (index, added) in items.iter().enumerate() {
        let id = added.item.as_str();
        let known = CHECKLIST.iter().any(|item| item.id == id);
        check.that(
            known,
            &REPORT_ITEM,
            format!("/items/{index}/item"),
            say!("`{id}` is no item of the report", id),
            "look the items up in the report's checklist",
        );
        check.that(
            added.text.is_some() != added.omitted.is_some(),
            &REPORT_ITEM,
            format!("/items/{index}"),
            say!("`{id}` has neither a text nor a reason, or both", id),
            "give `text`, or give the reason in `omitted`",
        );
        let twice = items.iter().take(index).any(|earlier| earlier.item == added.item);
        check.that(
            !twice,
            &REPORT_ITEM,
            format!("/items/{index}/item"),
            say!("`{id}` is there twice", id),
            "give each item once",
        );
    }
    for (index, recipient) in distribution.iter().enumerate() {
        named::<Person>(world, recipient.person, &format!("/distribution/{index}/person"))?;
    }
    Ok(())
}

impl Decide for DraftReport {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        let versions = world.list::<Report>("audit", self.audit)?;
        let mut check = Check::new();
        check_author(audit, ctx.person()?, &mut check);
        check_parts(world, &self.items, &self.distribution, &mut check)?;
        let in_work = versions.iter().find(|version| {
            matches!(
                version.state,
                ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. }
            )
        });
        if let Some(version) = in_work {
            check.refuse(Refusal::new(
                &REPORT_ONE,
                say!(
                    "version {number} of the report is `{state}`",
                    number = &version.number,
                    state = &version.state
                ),
                "go on with it, or issue it first",
            ));
        }
        check.that(
            versions.is_empty() || self.amends_why.is_some(),
            &REPORT_ONE,
            "/amends_why",
            "a version after the first has no reason",
            "say why the issued report is amended",
        );
        check.done()?;
        Ok(vec![
            ReportDrafted {
                report: ctx.id()?,
                audit: self.audit,
                number: u32::try_from(versions.len()).unwrap_or(u32::MAX).saturating_add(1),
                amends_why: self.amends_why.clone(),
                items: self.items.clone(),
                distribution: self.distribution.clone(),
                whole_papers: self.whole_papers,
            }
            .into(),
        ])
    }
}

impl Apply for ReportDrafted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Report {
            id: self.report,
            audit: self.audit,
            number: self.number,
            amends_why: self.amends_why.clone(),
            items: self.items.clone(),
            distribution: self.distribution.clone(),
            whole_papers: self.whole_papers,
            stamp: stamp.clone(),
            state: ReportState::Draft,
            acknowledgements: Vec::new(),
            edited: None,
            cipher: None,
        })
    }
}

impl Decide for EditReport {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let report = world.get::<Report>(self.report)?;
        let audit = world.get::<Audit>(report.audit)?;
        let mut check = Check::new();
        check_author(audit, ctx.person()?, &mut check);
        check_parts(world, &self.items, &self.distribution, &mut check)?;
        check.that(
            matches!(report.state, ReportState::Draft | ReportState::Reviewed { .. }),
            &REPORT_DRAFT,
            "",
            say!("the report is `{state}`", state = &report.state),
            "issue it and amend it by a new version with `report.draft`",
        );
        check.done()?;
        Ok(vec![
            ReportEdited {
                report: self.report,
                audit: report.audit,
                items: self.items.clone(),
                distribution: self.distribution.clone(),
                whole_papers: self.whole_papers,
            }
            .into(),
        ])
    }
}

impl Apply for ReportEdited {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Report>(self.report, |report| {
            report.items.clone_from(&self.items);
            report.distribution.clone_from(&self.distribution);
            report.whole_papers = self.whole_papers;
            report.state = ReportState::Draft;
            report.edited = Some(stamp.clone());
        })
    }
}

/// Refuses where the content named is not what stands.
fn check_content(stands: &ReportContent, named: &Sha256, check: &mut Check) {
    let digest = stands.digest();
    check.that(
        digest == named.as_str(),
        &REPORT_CONTENT,
        "/content",
        say!("the content that stands has the digest `{digest}`, not `{named}`", digest, named),
        "read the report as it stands now, and act on that",
    );
}

/// Refuses a reviewer who wrote the report or has no part in reviewing one.
fn check_reviewer(world: &World, report: &Report, person: PersonId, check: &mut Check) -> Result<(), Stop> {
    const HINT: &str =
        "let another auditor of the team, a technical reviewer or the programme manager review it";
    let writers = [Some(&report.stamp), report.edited.as_ref()];
    check.that(
        writers.into_iter().flatten().all(|stamp| stamp.by.person() != Some(person)),
        &REPORT_REVIEWER,
        "",
        "who reviews the report has written it",
        HINT,
    );
    let audit = world.get::<Audit>(report.audit)?;
    let programme = world.get::<Programme>(audit.programme)?;
    let in_team = audit
        .team
        .iter()
        .any(|member| member.person == person && matches!(member.role, TeamRole::Leader | TeamRole::Auditor));
    let in_programme = programme.has_role(person, ProgrammeRoleKind::TechnicalReviewer)
        || programme.has_role(person, ProgrammeRoleKind::Manager);
    check.that(
        in_team || in_programme,
        &REPORT_REVIEWER,
        "",
        "who reviews the report neither audits here nor reviews or manages for the programme",
        HINT,
    );
    Ok(())
}

impl Decide for ReviewReport {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let report = world.get::<Report>(self.report)?;
        let person = ctx.person()?;
        let mut check = Check::new();
        check.that(
            matches!(report.state, ReportState::Draft),
            &REPORT_DRAFT,
            "",
            say!("the report is `{state}`", state = &report.state),
            "review drafts; after a change the report is a draft again",
        );
        check_reviewer(world, report, person, &mut check)?;
        check_content(&content(world, self.report)?, &self.content, &mut check);
        check.done()?;
        Ok(vec![
            ReportReviewed {
                report: self.report,
                audit: report.audit,
                content: self.content.clone(),
                remarks: self.remarks.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for ReportReviewed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Report>(self.report, |report| {
            report.state = ReportState::Reviewed {
                reviewed: stamp.clone(),
                reviewed_content: self.content.clone(),
                remarks: self.remarks.clone(),
            };
        })
    }
}

impl Decide for ApproveReport {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let report = world.get::<Report>(self.report)?;
        let audit = world.get::<Audit>(report.audit)?;
        let person = ctx.person()?;
        let stands = content(world, self.report)?;
        let mut check = Check::new();
        let leads =
            audit.team.iter().any(|member| member.person == person && member.role == TeamRole::Leader);
        check.that(
            leads,
            &REPORT_APPROVER,
            "",
            "who approves the report does not lead the audit",
            "let the audit team leader approve it",
        );
        match &report.state {
            ReportState::Reviewed { reviewed_content, .. } => check.that(
                *reviewed_content == self.content,
                &REPORT_CONTENT,
                "/content",
                "the content has changed since it was reviewed",
                "have it reviewed again",
            ),
            ReportState::Draft
            | ReportState::Approved { .. }
            | ReportState::Issued { .. }
            | ReportState::Replaced { .. } => check.refuse(Refusal::new(
                &REPORT_REVIEWED,
                say!("the report is `{state}`, not `reviewed`", state = &report.state),
                "have it reviewed first with `report.review`",
            )),
        }
        check_content(&stands, &self.content, &mut check);
        for missing in stands.checklist() {
            check.refuse(
                Refusal::new(
                    &REPORT_CHECKLIST,
                    say!(
                        "the report lacks {words} ({source}, `{id}`)",
                        words = Said::from(missing.words),
                        source = &missing.source,
                        id = &missing.id
                    ),
                    missing.hint,
                )
                .at("/content"),
            );
        }
        check.done()?;
        let content = self.content.clone();
        Ok(vec![ReportApproved { report: self.report, audit: report.audit, content }.into()])
    }
}

impl Apply for ReportApproved {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Report>(self.report, |report| {
            let reviewed_before = match &report.state {
                ReportState::Reviewed { reviewed, .. } => reviewed.clone(),
                ReportState::Draft
                | ReportState::Approved { .. }
                | ReportState::Issued { .. }
                | ReportState::Replaced { .. } => stamp.clone(),
            };
            report.state = ReportState::Approved {
                reviewed_before,
                approved: stamp.clone(),
                content: self.content.clone(),
            };
        })
    }
}

impl Decide for IssueReport {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let report = world.get::<Report>(self.report)?;
        let audit = world.get::<Audit>(report.audit)?;
        let mut check = Check::new();
        check_author(audit, ctx.person()?, &mut check);
        let ReportState::Approved { content: approved, .. } = &report.state else {
            check.refuse(match &report.state {
                ReportState::Issued { .. } | ReportState::Replaced { .. } => Refusal::new(
                    &REPORT_APPROVED,
                    "the report is issued already",
                    "a report is issued once; amend it by a new version with `report.draft`",
                ),
                ReportState::Draft | ReportState::Reviewed { .. } | ReportState::Approved { .. } => {
                    Refusal::new(
                        &REPORT_APPROVED,
                        say!("the report is `{state}`, not `approved`", state = &report.state),
                        "have it approved first with `report.approve`",
                    )
                }
            });
            check.done()?;
            return Ok(Vec::new());
        };
        check_content(&content(world, self.report)?, approved, &mut check);
        check.done()?;
        Ok(vec![
            ReportIssued {
                report: self.report,
                audit: report.audit,
                pdf: self.pdf.clone(),
                replaces: audit.report.filter(|earlier| *earlier != self.report),
                cipher: ctx.cipher.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for ReportIssued {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Report>(self.report, |report| {
            if let ReportState::Approved { approved, content, .. } = &report.state {
                report.state = ReportState::Issued {
                    approved_before: approved.clone(),
                    issued_content: content.clone(),
                    issued: stamp.clone(),
                    pdf: self.pdf.clone(),
                };
                report.cipher = self.cipher.clone();
            }
        })?;
        if let Some(earlier) = self.replaces {
            world.edit::<Report>(earlier, |report| {
                if let ReportState::Issued { issued_content, issued, pdf, .. } = &report.state {
                    report.state = ReportState::Replaced {
                        replaced_content: issued_content.clone(),
                        replaced_pdf: pdf.clone(),
                        issued_before: issued.clone(),
                    };
                }
            })?;
        }
        world.edit::<Audit>(self.audit, |audit| audit.report = Some(self.report))
    }
}

impl Decide for SealReport {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let report = world.get::<Report>(self.report)?;
        let mut check = Check::new();
        check.that(
            matches!(report.state, ReportState::Issued { .. } | ReportState::Replaced { .. }),
            &REPORT_ISSUED,
            "",
            say!("the report is `{state}`", state = &report.state),
            "issue it first with `report.issue`",
        );
        let Some(cipher) = ctx.cipher.clone() else {
            check.refuse(Refusal::new(
                &REPORT_SEALED,
                "the store keeps no encrypted file of its PDF",
                "have the store encrypt its files first with `assize evidence encrypt`",
            ));
            check.done()?;
            return Ok(Vec::new());
        };
        check.done()?;
        if report.cipher.as_ref() == Some(&cipher) {
            return Ok(Vec::new());
        }
        Ok(vec![ReportSealed { report: self.report, audit: report.audit, cipher }.into()])
    }
}

impl Apply for ReportSealed {
    fn apply(&self, world: &mut World, _stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Report>(self.report, |report| report.cipher = Some(self.cipher.clone()))
    }
}

impl Decide for AcknowledgeReport {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let report = world.get::<Report>(self.report)?;
        let mut check = Check::new();
        check.that(
            matches!(report.state, ReportState::Issued { .. } | ReportState::Replaced { .. }),
            &REPORT_ISSUED,
            "",
            say!("the report is `{state}`", state = &report.state),
            "issue it first with `report.issue`",
        );
        check.that(
            report.distribution.iter().any(|recipient| recipient.person == self.person),
            &REPORT_RECIPIENT,
            "/person",
            say!("`{person}` is not on the distribution list", person = &self.person),
            "name somebody who is",
        );
        check.done()?;
        if report.acknowledgements.iter().any(|there| there.person == self.person) {
            return Ok(Vec::new());
        }
        Ok(vec![ReportAcknowledged { report: self.report, audit: report.audit, person: self.person }.into()])
    }
}

impl Apply for ReportAcknowledged {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Report>(self.report, |report| {
            report.acknowledgements.push(Acknowledgement { person: self.person, stamp: stamp.clone() });
        })
    }
}
