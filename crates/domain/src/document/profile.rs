//! The profile of an auditor, read from the register.

use super::DocumentKind;
use super::content::{Audited, Credential, Development, DocumentContent, Evaluated, Profile, Says};
use crate::auditee::{Organization, organization_id};
use crate::auditor::{Appraisal, Person, log::audit_log};
use crate::kernel::id::PersonId;
use crate::kernel::record::World;
use crate::kernel::refusal::Stop;
use crate::kernel::text::Language;
use crate::report::people::{actor, day};
use crate::report::tongue::Tongue;
use crate::words::CredentialKind;

/// The profile of an auditor in a language: competence, development, audits and evaluations. Where somebody lives, how they are reached and
/// what a day of theirs costs is not in it. Whoever gives it out takes away the audits and evaluations that the reader may not know of.
///
/// # Errors
/// [`Stop::Refused`] when there is no such person; [`Stop::Need`].
pub fn profile(world: &World, person: PersonId, language: &Language) -> Result<DocumentContent, Stop> {
    let person = world.get::<Person>(person)?;
    let tongue = Tongue::of(language);
    let credentials = person.credentials.iter().map(|one| Credential {
        kind: tongue.word("CredentialKind", one.kind.word()),
        area: one.area.to_string(),
        title: one.title.to_string(),
        issuer: one.issuer.to_string(),
        from: one.period.from.to_string(),
        to: one.period.to.map(|day| day.to_string()),
        amount: one.amount.map(|amount| tongue.amount(one.kind == CredentialKind::Experience, amount)),
    });
    let development = person.development.iter().map(|one| Development {
        on: one.on.to_string(),
        area: one.area.to_string(),
        what: one.what.to_string(),
        hours: one.hours,
    });
    let audits = audit_log(world, person.id)?.into_iter().map(|one| Audited {
        id: one.audit.to_string(),
        title: one.title.to_string(),
        auditee: one.auditee_name.map_or_else(|| tongue.erased().to_owned(), |name| name.to_string()),
        audit_type: tongue.word("AuditType", one.audit_type.word()),
        role: tongue.word("TeamRole", one.role.word()),
        criteria: one.criteria.iter().map(ToString::to_string).collect(),
        last_day: one.last_day.map(|day| day.to_string()),
        days: tongue.days(&one.days.to_string()),
    });
    let mut appraisals = world.list::<Appraisal>("person", person.id)?;
    appraisals.sort_by_key(|appraisal| std::cmp::Reverse(appraisal.stamp.at));
    world.want(appraisals.iter().filter_map(|appraisal| appraisal.stamp.by.person()))?;
    let evaluations = appraisals.into_iter().map(|one| {
        let shown = |note: &crate::auditor::BehaviourNote| {
            (tongue.word("Behaviour", note.behaviour.word()), note.shown)
        };
        Ok(Evaluated {
            id: one.id.to_string(),
            on: day(one.stamp.at),
            by: actor(world, tongue, &one.stamp)?,
            role: tongue.word("TeamRole", one.role.word()),
            method: tongue.word("EvaluationMethod", one.method.word()),
            result: tongue.word("AppraisalResult", one.result.word()),
            reasons: one.reasons.to_string(),
            behaviours: one.behaviours.iter().map(shown).collect(),
            followed: one.followed.as_ref().map(ToString::to_string),
        })
    });
    let says = Profile {
        languages: person.languages.iter().map(ToString::to_string).collect(),
        code: person.code.as_ref().map(|code| (code.code.to_string(), day(code.at))),
        credentials: credentials.collect(),
        development: development.collect(),
        audits: audits.collect(),
        evaluations: evaluations.collect::<Result<_, Stop>>()?,
    };
    let organization = world.find::<Organization>(organization_id())?;
    Ok(DocumentContent {
        kind: DocumentKind::Profile,
        language: language.to_string(),
        organization: organization.map(|organization| organization.name.to_string()).unwrap_or_default(),
        title: person.name.to_string(),
        about: person.employer.to_string(),
        id: person.id.to_string(),
        version: None,
        is_draft: false,
        status: tongue.as_it_stands().to_owned(),
        stamped: None,
        mark: tongue.confidential().to_owned(),
        says: Says::Profile(says),
    })
}
