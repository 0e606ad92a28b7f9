//! Documents of an audit beside its report: the plan, the nonconformities, the corrective actions, the agendas of the meetings, and the
//! profile of an auditor. What one says is plain data, put together from the records; how it looks is not decided here.
//!
//! The organization may have a Word file of its own as the [`template`] of a kind of document.

mod assemble;
mod content;
pub mod followed;
mod placeholders;
mod profile;
mod records;
pub mod template;
#[cfg(test)]
mod tests;

pub use assemble::{meeting, plan};
pub use content::*;
pub use followed::{corrective_actions, nonconformities};
pub use placeholders::{Placeholder, placeholders};
pub use profile::profile;
pub use records::*;
pub use template::{
    AdoptTemplate, ChooseTemplate, RetireTemplate, TEMPLATE_BYTES_MAX, TEMPLATE_FILE, TemplateAdopted,
    TemplateChosen, TemplateRetired, chosen,
};

use crate::kernel::refusal::Rule;

/// Every rule of this module.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [followed::RULES, template::RULES].into_iter().flatten().copied()
}
