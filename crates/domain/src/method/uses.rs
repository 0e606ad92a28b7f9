//! Recording that a method was used.

use serde_json::Value;

use super::{MethodStep, MethodTable, MethodUse, TableUsed};
use crate::audit::Audit;
use crate::audit::people::{OVER, RUNNING, by_team_or_manager, in_state};
use crate::kernel::act::{Apply, Ctx, Decide, Stamp, named};
use crate::kernel::datum::Corrupt;
use crate::kernel::id::{AuditId, MethodUseId, ProgrammeId};
use crate::kernel::macros::{command, event};
use crate::kernel::record::World;
use crate::kernel::refusal::{Check, Refusal, Stop, rules};
use crate::kernel::text::{JsonText, Line, Slug, Text};
use crate::programme::{Programme, by_manager};
use crate::registry::Event;

rules! {
    METHOD_PLACE = "method.place", "ISO 19011:2018 5.5.3", "a method used for one programme or for one audit";
    METHOD_TABLE = "method.table", "ISO 19011:2018 4 f)", "the tables it was calculated by, as they were adopted";
    METHOD_WORKING = "method.working", "ISO 19011:2018 4 f)", "a result that a reader can reckon again: with its working";
}

command! {
    /// Records that a method was used for a programme or an audit, with its working.
    pub struct RecordMethod("method.record") {
        /// The programme; by whoever manages it.
        programme: Option<ProgrammeId>,
        /// The audit; by its team or whoever manages its programme.
        audit: Option<AuditId>,
        /// The method.
        method: Slug,
        /// What carried it out, with its version.
        software: Line,
        /// The organization's own tables by which was calculated; their numbers are among what went in.
        tables: Vec<TableUsed>,
        /// What went in.
        inputs: JsonText,
        /// What came out.
        result: JsonText,
        /// The working, step by step.
        steps: Vec<MethodStep>,
        /// The result in words.
        conclusion: Text,
        /// Why this method, or what follows from the result.
        remark: Option<Text>,
    }
}

event! {
    /// A method was used.
    pub struct MethodUsed("method.used" v 1, method_use in audit) {
        /// The use.
        method_use: MethodUseId,
        /// The programme.
        programme: Option<ProgrammeId>,
        /// The audit.
        audit: Option<AuditId>,
        /// The method.
        method: Slug,
        /// What carried it out, with its version.
        software: Line,
        /// The organization's own tables by which was calculated; their numbers are among what went in.
        tables: Vec<TableUsed>,
        /// What went in.
        inputs: JsonText,
        /// What came out.
        result: JsonText,
        /// The working.
        steps: Vec<MethodStep>,
        /// The result in words.
        conclusion: Text,
        /// Why this method, or what follows from the result.
        remark: Option<Text>,
    }
}

impl Decide for RecordMethod {
    fn decide(&self, world: &World, ctx: &Ctx) -> Result<Vec<Event>, Stop> {
        match (self.programme, self.audit) {
            (Some(programme), None) => {
                by_manager(named::<Programme>(world, programme, "/programme")?, ctx)?;
            }
            (None, Some(audit)) => {
                let audit = named::<Audit>(world, audit, "/audit")?;
                in_state(audit, RUNNING, OVER)?;
                by_team_or_manager(world, audit, ctx)?;
            }
            (Some(_), Some(_)) | (None, None) => {
                return Err(Refusal::new(
                    &METHOD_PLACE,
                    "the use names no place, or two",
                    "name the programme or the audit it was for, and not both",
                )
                .into());
            }
        }
        if self.steps.is_empty() {
            return Err(Refusal::new(
                &METHOD_WORKING,
                "the result comes without its working",
                "give each step with what was reckoned, how, and what came out",
            )
            .at("/steps")
            .into());
        }
        self.check_tables(world)?;
        Ok(vec![
            MethodUsed {
                method_use: ctx.id()?,
                programme: self.programme,
                audit: self.audit,
                method: self.method.clone(),
                software: self.software.clone(),
                tables: self.tables.clone(),
                inputs: self.inputs.clone(),
                result: self.result.clone(),
                steps: self.steps.clone(),
                conclusion: self.conclusion.clone(),
                remark: self.remark.clone(),
            }
            .into(),
        ])
    }
}

impl RecordMethod {
    /// The tables are there in the versions that are named, and their numbers are those that went in.
    fn check_tables(&self, world: &World) -> Result<(), Stop> {
        let inputs: Value = serde_json::from_str(self.inputs.as_str()).unwrap_or_default();
        let mut check = Check::new();
        for (index, used) in self.tables.iter().enumerate() {
            let at = format!("/tables/{index}");
            let table = named::<MethodTable>(world, used.method_table, &format!("{at}/method_table"))?;
            check.that(
                table.revision == used.revision,
                &METHOD_TABLE,
                format!("{at}/revision"),
                format!(
                    "it is version {} of the table `{}`, not {}",
                    table.revision, table.key, used.revision
                ),
                "name the version whose numbers went in",
            );
            check.that(
                table.stands_in(&inputs),
                &METHOD_TABLE,
                format!("{at}/method_table"),
                format!(
                    "the numbers of the table `{}` are not those of the inputs at {}",
                    table.key,
                    table.content.place()
                ),
                "give the inputs with the table's numbers, or do not name the table",
            );
        }
        check.done()
    }
}

impl Apply for MethodUsed {
    fn apply(&self, world: &mut World, stamp: &Stamp) -> Result<(), Corrupt> {
        world.add(MethodUse {
            id: self.method_use,
            programme: self.programme,
            audit: self.audit,
            method: self.method.clone(),
            software: self.software.clone(),
            tables: self.tables.clone(),
            inputs: self.inputs.clone(),
            result: self.result.clone(),
            steps: self.steps.clone(),
            conclusion: self.conclusion.clone(),
            remark: self.remark.clone(),
            stamp: stamp.clone(),
        })
    }
}
