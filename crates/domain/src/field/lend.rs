//! Lending an audit, and revoking the loan.

use super::{Loan, LoanState};
use crate::audit::Audit;
use crate::audit::people::{OVER, RUNNING, audits, by_leader_or_manager, by_team_or_manager, in_state};
use crate::evidence::Paper;
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, LoanId, PaperId, PersonId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, Sha256, Text};
use crate::registry::Event;

rules! {
    LOAN_BORROWER = "field.borrower", "ISO 19011:2018 6.3.3", "audits lent to auditors of their team";
    LOAN_PAPERS = "field.papers", "ISO 19011:2018 6.3.3", "papers of the audit that is lent";
    LOAN_STANDS = "field.stands", "house rule", "a loan that was not revoked";
}

command! {
    /// Lends an audit to an auditor of its team for work in the field. Given by the store, which makes the file that goes out.
    pub struct LendField("field.lend") {
        /// The audit.
        audit: AuditId,
        /// To whom.
        borrower: PersonId,
        /// Which working papers they take to work on.
        papers: Vec<PaperId>,
        /// The key with which the field's log will be signed, as a verifier key.
        key: Line,
        /// The SHA-256 of the records that go out.
        content: Sha256,
    }

    /// Revokes a loan, as when a laptop was lost. What it brings later waits for a decision.
    pub struct RevokeLoan("field.revoke" on loan) {
        /// The loan.
        loan: LoanId,
        /// Why.
        why: Text,
    }
}

event! {
    /// An audit was lent for work in the field.
    pub struct FieldLent("field.lent" v 1, loan in audit) {
        /// The loan.
        loan: LoanId,
        /// The audit.
        audit: AuditId,
        /// To whom.
        borrower: PersonId,
        /// Which working papers they took to work on.
        papers: Vec<PaperId>,
        /// The key with which the field's log is signed.
        key: Line,
        /// The SHA-256 of the records that went out.
        content: Sha256,
    }

    /// A loan was revoked.
    pub struct LoanRevoked("field.revoked" v 1, loan in audit) {
        /// The loan.
        loan: LoanId,
        /// The audit.
        audit: AuditId,
        /// Why.
        why: Text,
    }
}

impl Decide for LendField {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = named::<Audit>(world, self.audit, "/audit")?;
        // What is lent is what the borrower may see: nobody takes what is another's under their name.
        if by_team_or_manager(world, audit, ctx)? != self.borrower {
            by_leader_or_manager(world, audit, ctx)?;
        }
        in_state(audit, RUNNING, OVER)?;
        let mut check = Check::new();
        check.that(
            audit.team.iter().any(|member| member.person == self.borrower && audits(member.role)),
            &LOAN_BORROWER,
            "/borrower",
            say!(
                "`{borrower}` is no leader, auditor or auditor in training of this audit's team",
                borrower = self.borrower
            ),
            "lend it to somebody of the team who does audit work",
        );
        world.want(self.papers.iter().copied())?;
        for (index, id) in self.papers.iter().enumerate() {
            let is_of_audit = world.find::<Paper>(*id)?.is_some_and(|paper| paper.audit == self.audit);
            check.that(
                is_of_audit,
                &LOAN_PAPERS,
                format!("/papers/{index}"),
                say!("`{id}` is no paper of this audit", id),
                "look the papers up in the audit's list",
            );
        }
        check.done()?;
        Ok(vec![
            FieldLent {
                loan: ctx.id()?,
                audit: self.audit,
                borrower: self.borrower,
                papers: self.papers.clone(),
                key: self.key.clone(),
                content: self.content.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for FieldLent {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Loan {
            id: self.loan,
            audit: self.audit,
            borrower: self.borrower,
            papers: self.papers.clone(),
            key: self.key.clone(),
            content: self.content.clone(),
            stamp: stamp.clone(),
            returns: Vec::new(),
            state: LoanState::Out,
        })
    }
}

impl Decide for RevokeLoan {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let loan = named::<Loan>(world, self.loan, "/loan")?;
        by_leader_or_manager(world, world.get::<Audit>(loan.audit)?, ctx)?;
        match loan.state {
            LoanState::Out => {
                Ok(vec![LoanRevoked { loan: loan.id, audit: loan.audit, why: self.why.clone() }.into()])
            }
            LoanState::Revoked { .. } => {
                Err(Refusal::new(&LOAN_STANDS, "the loan was revoked already", "there is nothing left to do")
                    .at("/loan")
                    .into())
            }
        }
    }
}

impl Apply for LoanRevoked {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Loan>(self.loan, |loan| {
            loan.state = LoanState::Revoked { why: self.why.clone(), revoked: stamp.clone() };
        })
    }
}
