//! Taking claims, and withdrawing them.

use std::collections::BTreeSet;

use super::{Claim, ClaimKind, ClaimSet, ClaimsState};
use crate::audit::Audit;
use crate::evidence::{Evidence, EvidenceForm, auditing_member, not_over};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, ClaimSetId, EvidenceId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, Slug, Text};
use crate::registry::Event;
use crate::words::Classification;

/// The most claims that a set has.
pub const CLAIMS_MAX: usize = 2_000;

rules! {
    CLAIMS_SOURCE = "claims.source", "ISO 19011:2018 6.4.7", "the file that claims were read from among the evidence of the same audit, and not only seen";
    CLAIMS_OPEN = "claims.open", "ISO 19011:2018 4 d)", "claims taken from a file that the whole team may open";
    CLAIMS_COUNT = "claims.count", "ISO 19011:2018 6.4.7", "at least one claim in a set, and no more than 2,000";
    CLAIMS_PLACE = "claims.place", "ISO 19011:2018 6.4.7", "a place of its own for each claim, by which it is found in its file";
    CLAIMS_ONCE = "claims.once", "ISO 19011:2018 6.4.7", "claims taken from a file once, as long as they stand";
    CLAIMS_STANDING = "claims.standing", "ISO 19011:2018 6.4.7", "claims withdrawn once";
}

command! {
    /// Takes the claims of a file.
    pub struct TakeClaims("claims.take") {
        /// The audit.
        audit: AuditId,
        /// The file they were read from.
        evidence: EvidenceId,
        /// What they are.
        kind: ClaimKind,
        /// What the set is.
        title: Line,
        /// Who says it.
        source: Line,
        /// The layout it was read by.
        layout: Slug,
        /// The claims.
        claims: Vec<Claim>,
    }

    /// Withdraws claims: they were taken by mistake, or the source took them back.
    pub struct WithdrawClaims("claims.withdraw" on claim_set) {
        /// The claims.
        claim_set: ClaimSetId,
        /// Why.
        reason: Text,
    }
}

event! {
    /// Claims were taken.
    pub struct ClaimsTaken("claims.taken" v 1, claim_set in audit) {
        /// The claims.
        claim_set: ClaimSetId,
        /// The audit.
        audit: AuditId,
        /// The file they were read from.
        evidence: EvidenceId,
        /// What they are.
        kind: ClaimKind,
        /// What the set is.
        title: Line,
        /// Who says it.
        source: Line,
        /// The layout it was read by.
        layout: Slug,
        /// The claims.
        claims: Vec<Claim>,
    }

    /// Claims were withdrawn.
    pub struct ClaimsWithdrawn("claims.withdrawn" v 1, claim_set in audit) {
        /// The claims.
        claim_set: ClaimSetId,
        /// The audit.
        audit: AuditId,
        /// Why.
        reason: Text,
    }
}

impl Decide for TakeClaims {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = named::<Audit>(world, self.audit, "/audit")?;
        not_over(audit)?;
        auditing_member(audit, ctx)?;
        let evidence = named::<Evidence>(world, self.evidence, "/evidence")?;
        let mut check = Check::new();
        check.that(
            evidence.audit == self.audit && matches!(evidence.form, EvidenceForm::Taken { .. }),
            &CLAIMS_SOURCE,
            "/evidence",
            "the evidence is of another audit, or was seen and not taken",
            "take the file into this audit first, with `evidence.take`",
        );
        check.that(
            evidence.classification != Classification::Restricted,
            &CLAIMS_OPEN,
            "/evidence",
            "the evidence is restricted, and claims are read by the whole team",
            "ask the leader whether it has to be, and classify it anew with `evidence.classify`",
        );
        check.that(
            (1..=CLAIMS_MAX).contains(&self.claims.len()),
            &CLAIMS_COUNT,
            "/claims",
            say!("there are {count} claims", count = self.claims.len()),
            "split the file, and take each part",
        );
        let mut places: BTreeSet<&Line> = BTreeSet::new();
        for (at, claim) in self.claims.iter().enumerate() {
            check.that(
                places.insert(&claim.place),
                &CLAIMS_PLACE,
                format!("/claims/{at}/place"),
                say!("`{place}` stands twice", place = &claim.place),
                "name the sheet and the row, or an id that is its own",
            );
        }
        let others = world.list::<ClaimSet>("evidence", self.evidence)?;
        let standing = others.iter().any(|other| matches!(other.state, ClaimsState::Standing));
        check.that(
            !standing,
            &CLAIMS_ONCE,
            "/evidence",
            "claims of this file stand already",
            "withdraw them with `claims.withdraw`, or take the file as it is now",
        );
        check.done()?;
        Ok(vec![
            ClaimsTaken {
                claim_set: ctx.id()?,
                audit: self.audit,
                evidence: self.evidence,
                kind: self.kind,
                title: self.title.clone(),
                source: self.source.clone(),
                layout: self.layout.clone(),
                claims: self.claims.clone(),
            }
            .into(),
        ])
    }
}

impl Apply for ClaimsTaken {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(ClaimSet {
            id: self.claim_set,
            audit: self.audit,
            evidence: self.evidence,
            kind: self.kind,
            title: self.title.clone(),
            source: self.source.clone(),
            layout: self.layout.clone(),
            claims: self.claims.clone(),
            taken: stamp.clone(),
            state: ClaimsState::Standing,
        })
    }
}

impl Decide for WithdrawClaims {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let claims = world.get::<ClaimSet>(self.claim_set)?;
        let audit = world.get::<Audit>(claims.audit)?;
        not_over(audit)?;
        auditing_member(audit, ctx)?;
        match claims.state {
            ClaimsState::Standing => Ok(vec![
                ClaimsWithdrawn {
                    claim_set: self.claim_set,
                    audit: claims.audit,
                    reason: self.reason.clone(),
                }
                .into(),
            ]),
            ClaimsState::Withdrawn { .. } => Err(Refusal::new(
                &CLAIMS_STANDING,
                "the claims were withdrawn before",
                "take the file again, if they are to stand",
            )
            .into()),
        }
    }
}

impl Apply for ClaimsWithdrawn {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<ClaimSet>(self.claim_set, |claims| {
            claims.state = ClaimsState::Withdrawn { reason: self.reason.clone(), withdrawn: stamp.clone() };
        })
    }
}
