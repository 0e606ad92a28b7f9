//! The commands on the catalogue, in words.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub(crate) enum CatalogueCommands {
    /// Check the built-in catalogue, or your own files beside it; print the coverage of each set as a table.
    ///
    /// Looked at are shape, ids, links, coverage, copies, reading ease, spelling, and that no sentence of a standard is
    /// repeated. The answer is 0 where nothing is wrong, 1 where something is.
    #[command(
        after_help = "Examples:\n  assize catalogue check\n  assize catalogue check ./our-tests\n  assize catalogue check --against our-copy-of-the-standard.pdf --json"
    )]
    Check(CheckArgs),
    /// Read criteria and tests from a file of another form. Without -o and --adopt it only says what would come of it.
    #[command(
        after_help = "Examples:\n  assize catalogue import NIST_SP-800-53.json --format oscal --lenient -o nist.toml\n  assize catalogue import policy.xlsx --format xlsx --map map.toml\n  assize catalogue import our-tests.toml --format toml --adopt"
    )]
    Import(ImportArgs),
    /// Write a set with its tests, trails and mappings to a file.
    #[command(
        after_help = "Examples:\n  assize catalogue export \"ISO/IEC 27001:2022+A1:2024\" --format oscal -o isms.json\n  assize catalogue export \"Yard rules:2026\" --with yard.toml --format xlsx -o yard.xlsx"
    )]
    Export {
        /// The set, by its id.
        set: String,
        /// A file or folder of TOML with sets and tests that are not built in.
        #[arg(long, value_name = "PATH")]
        with: Vec<PathBuf>,
        /// The form of the file.
        #[arg(long)]
        format: ExportFormat,
        /// The file to write.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Print a map of columns: a draft from the headings of your workbook or CSV file, or the one that reads an exported workbook of a set back.
    #[command(
        after_help = "Examples:\n  assize catalogue map rules.xlsx > map.toml\n  assize catalogue map \"ISO/IEC 27001:2022+A1:2024\" > map.toml"
    )]
    Map {
        /// A workbook or CSV file, or a set by its id.
        of: String,
        /// A file or folder of TOML with sets that are not built in.
        #[arg(long, value_name = "PATH")]
        with: Vec<PathBuf>,
    },
    /// Make digests of texts you hold, so that `check --against` finds their sentences where the texts themselves may not be.
    #[command(after_help = "Example: assize catalogue digest our-copy-of-the-standard.pdf -o digests.txt")]
    Digest {
        /// Texts (txt, md, html, pdf, docx), or files of digests to be put together.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The file to write.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Find audit tests by words.
    #[command(after_help = "Example: assize catalogue search supplier contract")]
    Search {
        /// Words, or their beginnings.
        #[arg(required = true)]
        words: Vec<String>,
        /// How many are shown.
        #[arg(long, default_value_t = 20)]
        count: usize,
    },
    /// Print the ids of the built-in catalogue, as they are kept with a release.
    #[command(after_help = "Example: assize catalogue ids > released.txt")]
    Ids,
}

#[derive(Args, Debug)]
pub(crate) struct CheckArgs {
    /// Files and folders of TOML, checked together with the built-in catalogue.
    pub(crate) paths: Vec<PathBuf>,
    /// A text whose sentences must not be repeated (txt, md, html, pdf, docx), or a file of digests.
    #[arg(long, value_name = "FILE")]
    pub(crate) against: Vec<PathBuf>,
    /// Leave the built-in catalogue out.
    #[arg(long, requires = "paths")]
    pub(crate) alone: bool,
}

#[derive(Args, Debug)]
pub(crate) struct ImportArgs {
    /// The file.
    pub(crate) file: PathBuf,
    /// Its form.
    #[arg(long)]
    pub(crate) format: ImportFormat,
    /// Pass over what departs from the form, and say it.
    #[arg(long)]
    pub(crate) lenient: bool,
    /// Which column holds what, as TOML; for xlsx and csv.
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,
    /// A catalog or a profile that an OSCAL profile selects from.
    #[arg(long, value_name = "FILE")]
    pub(crate) catalog: Vec<PathBuf>,
    /// A file or folder of TOML with sets and tests that the file names and that are not built in.
    #[arg(long, value_name = "PATH")]
    pub(crate) with: Vec<PathBuf>,
    /// Take a set under the id of a built-in one that is not the same.
    #[arg(long)]
    pub(crate) r#override: bool,
    /// Write what was read as TOML.
    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,
    /// Adopt its sets of criteria, audit tests, mappings and trails in the store.
    #[arg(long)]
    pub(crate) adopt: bool,
    /// The auditee whose own criteria the sets are; without it they serve for any.
    #[arg(long, value_name = "ID", requires = "adopt")]
    pub(crate) auditee: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ImportFormat {
    /// An OSCAL catalog or profile, JSON, 1.0 to 1.2.
    Oscal,
    /// A library of CISO Assistant, YAML.
    CisoAssistant,
    /// A workbook, with --map.
    Xlsx,
    /// A CSV file, with --map.
    Csv,
    /// The form of the built-in catalogue.
    Toml,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ExportFormat {
    /// The form of the built-in catalogue.
    Toml,
    /// A workbook.
    Xlsx,
    /// An OSCAL catalog, JSON.
    Oscal,
}
