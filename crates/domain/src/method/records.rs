//! The records of methods: uses and draws.

use super::tables::TableContent;
use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditId, DrawId, MethodTableId, MethodUseId, OrganizationId, PaperId, ProgrammeId};
use crate::kernel::macros::{data, record, states, words};
use crate::kernel::text::{JsonText, Line, Sha256, Slug, Text};

words! {
    /// How a sample is drawn.
    pub enum DrawMethod {
        /// Every item has the same chance.
        Simple = "simple",
        /// Every so many items from a random start.
        Systematic = "systematic",
        /// From each stratum in proportion to its size.
        Stratified = "stratified",
        /// The chance of an item is in proportion to its value.
        Pps = "pps",
    }
}

data! {
    /// One step of a method's working.
    pub struct MethodStep {
        /// What the step reckons.
        what: Text,
        /// How.
        working: Text,
        /// What came out.
        value: Text,
        /// Standard, table or reason that it rests on.
        source: Option<Text>,
    }

    /// A table of the organization's own by which was calculated.
    pub struct TableUsed {
        /// The table.
        method_table: MethodTableId,
        /// Which version of the table it is, counted from 1.
        revision: u32,
    }

    /// What a sample is drawn from: a table in a file, by its digest.
    pub struct Population {
        /// What it is: "leavers of the year".
        name: Line,
        /// The SHA-256 of the file.
        sha256: Sha256,
        /// How many rows it has, the head not counted.
        rows: u32,
        /// The column that names a row; no two rows have the same.
        key: Line,
        /// The column of values, for draws in proportion to them.
        value: Option<Line>,
        /// The column of strata, for stratified draws.
        stratum: Option<Line>,
        /// How its completeness was checked against another source.
        completeness: Text,
    }

    /// An item that could not be examined, and the one that stands in for it.
    pub struct Replacement {
        /// The item that was drawn.
        item: Line,
        /// What stands in for it: the next in the order of the draw.
        by: Line,
        /// Why.
        reason: Text,
        /// When and by whom.
        stamp: Stamp,
    }
}

states! {
    /// Whether a table is in use.
    pub enum MethodTableState {
        /// It is calculated by.
        InUse = "in_use",
        /// Nothing is calculated by it any more; what was, can be calculated again.
        Retired = "retired" {
            /// Why; none where another version of it has taken its place.
            reason: Option<Text>,
            /// When and by whom.
            retired: Stamp,
        },
    }

    /// The life of a draw. Whatever becomes of it, it stays visible.
    pub enum DrawState {
        /// The population is named; there is no seed yet.
        Declared = "declared",
        /// The seed is made, after the population was in the journal.
        Seeded = "seeded" {
            /// The seed.
            seed: Sha256,
            /// When and by whom.
            seeded: Stamp,
        },
        /// The sample is drawn.
        Drawn = "drawn" {
            /// The seed.
            drawn_seed: Sha256,
            /// The generator and its version.
            algorithm: Line,
            /// When and by whom.
            drawn: Stamp,
        },
        /// Given up.
        Abandoned = "abandoned" {
            /// The seed, if it was made.
            abandoned_seed: Option<Sha256>,
            /// Why.
            reason: Text,
            /// When and by whom.
            abandoned: Stamp,
        },
    }
}

record! {
    /// A use of a method in a programme or an audit: what went in, how it was reckoned, what came out.
    pub struct MethodUse(MethodUseId, links: [programme, audit]) {
        /// The programme it was used for.
        programme: Option<ProgrammeId>,
        /// The audit it was used for.
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
        /// When and by whom.
        stamp: Stamp,
    }

    /// A table of the auditing organization's own, in one of its versions.
    pub struct MethodTable(MethodTableId, links: [organization]) {
        /// The organization.
        organization: OrganizationId,
        /// What the organization calls it, the same for each of its versions.
        key: Slug,
        /// Which version of the table it is, counted from 1.
        revision: u32,
        /// What it holds.
        title: Line,
        /// Where it comes from.
        source: Line,
        /// Of which edition.
        edition: Line,
        /// How far it was checked.
        certainty: Line,
        /// Its numbers.
        content: TableContent,
        /// When it was adopted and by whom.
        stamp: Stamp,
        /// Whether it is in use.
        state: MethodTableState,
    }

    /// A sample drawn by lot for an audit.
    pub struct Draw(DrawId, links: [audit, paper]) {
        /// The audit.
        audit: AuditId,
        /// The working paper it is for.
        paper: Option<PaperId>,
        /// What is drawn from.
        population: Population,
        /// How.
        method: DrawMethod,
        /// How many.
        size: u32,
        /// Why so many: the plan that the size comes from.
        basis: Text,
        /// When and by whom the population was named.
        declared: Stamp,
        /// The keys of the items, in the order in which they were drawn.
        selected: Vec<Line>,
        /// Items that others stand in for.
        replacements: Vec<Replacement>,
        /// How it stands.
        state: DrawState,
    }
}
