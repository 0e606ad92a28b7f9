//! Templates: the organization adopts a Word file of its own for a kind of document, and an audit chooses one.
//!
//! The law sees the file's digest and length. What stands in it, and that every placeholder of it is known and closed, is looked at where
//! the file comes in.

use super::{DocumentKind, Template, TemplateChoice, TemplateState};
use crate::audit::Audit;
use crate::audit::people::by_team_or_manager;
use crate::auditee::{Organization, organization_id};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, OrganizationId, TemplateChoiceId, TemplateId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Refusal, Stop, rules};
use crate::kernel::said::say;
use crate::kernel::text::{Line, Sha256, Text};
use crate::registry::Event;

/// The longest file of a template, in bytes.
pub const TEMPLATE_BYTES_MAX: u32 = 4_000_000;

rules! {
    TEMPLATE_FILE = "template.file", "house rule", "a Word file with nothing but text in it, whose placeholders are known and closed";
    TEMPLATE_RETIRED = "template.retired", "house rule", "a template that is in use";
    TEMPLATE_KIND = "template.kind", "house rule", "a template of the kind of document that is made of it";
}

command! {
    /// Adopts a Word file as the template of a kind of document. The version before it under the same name is retired; audits that chose
    /// that keep it.
    pub struct AdoptTemplate("template.adopt") {
        /// The kind of document that is made of it.
        kind: DocumentKind,
        /// What it is called.
        name: Line,
        /// The SHA-256 of the file.
        sha256: Sha256,
        /// Its length in bytes.
        bytes: u32,
    }

    /// Takes a template out of use: no audit can choose it any more. Audits that chose it keep it.
    pub struct RetireTemplate("template.retire" on template) {
        /// The template.
        template: TemplateId,
        /// Why.
        reason: Text,
    }

    /// Chooses the template that an audit's documents of a kind are made of, or none, for the look that they have anyway.
    pub struct ChooseTemplate("template.choose") {
        /// The audit.
        audit: AuditId,
        /// The kind of document.
        kind: DocumentKind,
        /// The template; none for the look that documents have anyway.
        template: Option<TemplateId>,
    }
}

event! {
    /// A template was adopted.
    pub struct TemplateAdopted("template.adopted" v 1, template) {
        /// Its record.
        template: TemplateId,
        /// The organization.
        organization: OrganizationId,
        /// The kind of document.
        kind: DocumentKind,
        /// What it is called.
        name: Line,
        /// Which version it is of its kind and name, counted from 1.
        revision: u32,
        /// The SHA-256 of the file.
        sha256: Sha256,
        /// Its length in bytes.
        bytes: u32,
    }

    /// A template was taken out of use.
    pub struct TemplateRetired("template.retired" v 1, template) {
        /// The template.
        template: TemplateId,
        /// Why; none where another version has taken its place.
        reason: Option<Text>,
    }

    /// An audit chose a template, or none.
    pub struct TemplateChosen("template.chosen" v 1, template_choice in audit) {
        /// The record of the choice: one of each kind of document.
        template_choice: TemplateChoiceId,
        /// The audit.
        audit: AuditId,
        /// The kind of document.
        kind: DocumentKind,
        /// The template; none for the look that documents have anyway.
        template: Option<TemplateId>,
    }
}

impl Decide for AdoptTemplate {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let organization = organization_id();
        world.get::<Organization>(organization)?;
        if !(1..=TEMPLATE_BYTES_MAX).contains(&self.bytes) {
            return Err(Refusal::new(
                &TEMPLATE_FILE,
                say!("the file has {bytes} bytes", bytes = &self.bytes),
                say!("give one of at most {most} bytes, with smaller pictures", most = TEMPLATE_BYTES_MAX),
            )
            .at("/bytes")
            .into());
        }
        let versions: Vec<&Template> = world
            .list::<Template>("organization", organization)?
            .into_iter()
            .filter(|other| other.kind == self.kind && other.name == self.name)
            .collect();
        let in_use: Vec<&&Template> = versions.iter().filter(|version| version.is_in_use()).collect();
        if in_use.iter().any(|version| version.sha256 == self.sha256) {
            // It is in use byte for byte: nothing happens.
            return Ok(Vec::new());
        }
        let revision = versions.iter().map(|version| version.revision).max().unwrap_or(0) + 1;
        let adopted = TemplateAdopted {
            template: ctx.id()?,
            organization,
            kind: self.kind,
            name: self.name.clone(),
            revision,
            sha256: self.sha256.clone(),
            bytes: self.bytes,
        };
        let retired =
            in_use.iter().map(|version| TemplateRetired { template: version.id, reason: None }.into());
        Ok(std::iter::once(adopted.into()).chain(retired).collect())
    }
}

impl Apply for TemplateAdopted {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(Template {
            id: self.template,
            organization: self.organization,
            kind: self.kind,
            name: self.name.clone(),
            revision: self.revision,
            sha256: self.sha256.clone(),
            bytes: self.bytes,
            stamp: stamp.clone(),
            state: TemplateState::InUse,
        })
    }
}

impl Decide for RetireTemplate {
    fn decide(&self, world: &World, _ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let template = world.get::<Template>(self.template)?;
        if !template.is_in_use() {
            return Err(Refusal::new(
                &TEMPLATE_RETIRED,
                say!("version {revision} of this template is retired already", revision = &template.revision),
                "nothing more is needed",
            )
            .into());
        }
        Ok(vec![TemplateRetired { template: self.template, reason: Some(self.reason.clone()) }.into()])
    }
}

impl Apply for TemplateRetired {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.edit::<Template>(self.template, |template| {
            template.state = TemplateState::Retired { reason: self.reason.clone(), retired: stamp.clone() };
        })
    }
}

impl Decide for ChooseTemplate {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        let audit = world.get::<Audit>(self.audit)?;
        by_team_or_manager(world, audit, ctx)?;
        if self.kind == DocumentKind::Profile {
            return Err(Refusal::new(
                &TEMPLATE_KIND,
                "the profile of an auditor is no document of an audit",
                "nothing is to be chosen: it is made of the template that is in use for it",
            )
            .at("/kind")
            .into());
        }
        if let Some(id) = self.template {
            let template = named::<Template>(world, id, "/template")?;
            if template.kind != self.kind {
                return Err(Refusal::new(
                    &TEMPLATE_KIND,
                    say!(
                        "the template is one for `{of}`, not for `{wanted}`",
                        of = &template.kind,
                        wanted = &self.kind
                    ),
                    "choose one that was adopted for this kind of document",
                )
                .at("/template")
                .into());
            }
            if !template.is_in_use() {
                return Err(Refusal::new(
                    &TEMPLATE_RETIRED,
                    say!("version {revision} of this template is retired", revision = &template.revision),
                    "choose the version that is in use",
                )
                .at("/template")
                .into());
            }
        }
        let held = choice(world, self.audit, self.kind)?;
        if held.map(|held| held.template).unwrap_or_default() == self.template {
            return Ok(Vec::new());
        }
        let template_choice = match held {
            Some(held) => held.id,
            None => ctx.id()?,
        };
        Ok(vec![
            TemplateChosen { template_choice, audit: self.audit, kind: self.kind, template: self.template }
                .into(),
        ])
    }
}

impl Apply for TemplateChosen {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        let is_there = choice(world, self.audit, self.kind).is_ok_and(|held| held.is_some());
        if is_there {
            return world.edit::<TemplateChoice>(self.template_choice, |choice| {
                choice.template = self.template;
                choice.stamp = stamp.clone();
            });
        }
        world.add(TemplateChoice {
            id: self.template_choice,
            audit: self.audit,
            kind: self.kind,
            template: self.template,
            stamp: stamp.clone(),
        })
    }
}

fn choice(world: &World, audit: AuditId, kind: DocumentKind) -> Result<Option<&TemplateChoice>, Stop> {
    Ok(world.list::<TemplateChoice>("audit", audit)?.into_iter().find(|choice| choice.kind == kind))
}

/// The template that a document is made of, where the organization has one for it: that which the audit chose, and for a document of no
/// audit the one in use that was adopted last.
///
/// # Errors
/// [`Stop::Need`] when records were not loaded.
pub fn chosen(world: &World, audit: Option<AuditId>, kind: DocumentKind) -> Result<Option<&Template>, Stop> {
    if let Some(audit) = audit {
        return match choice(world, audit, kind)?.and_then(|choice| choice.template) {
            Some(template) => world.find::<Template>(template),
            None => Ok(None),
        };
    }
    let mut all = world.list::<Template>("organization", organization_id())?;
    all.retain(|template| template.kind == kind && template.is_in_use());
    Ok(all.into_iter().max_by_key(|template| template.stamp.at))
}

impl Template {
    /// Whether it can be chosen.
    #[must_use]
    pub const fn is_in_use(&self) -> bool {
        match self.state {
            TemplateState::InUse => true,
            TemplateState::Retired { .. } => false,
        }
    }
}
