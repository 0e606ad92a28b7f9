//! Templates of documents, on the command line.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum TemplateCommands {
    /// Look at a Word file that is to be a template: every placeholder that is not known or not closed is named. No store is needed.
    #[command(after_help = "Example: assize template check plan.docx --kind plan")]
    Check {
        /// The file.
        file: PathBuf,
        /// The kind of document: report, plan, nonconformities, corrective_actions, opening_meeting, closing_meeting, profile.
        #[arg(long, value_name = "KIND")]
        kind: String,
    },
    /// Adopt a Word file as the template of a kind of document. An audit chooses it with `assize act template.choose`.
    #[command(
        after_help = "Example: assize template adopt plan.docx --kind plan --name \"House plan\" --as 0198..."
    )]
    Adopt {
        /// The file.
        file: PathBuf,
        /// The kind of document.
        #[arg(long, value_name = "KIND")]
        kind: String,
        /// What it is called; under the name of one that is there it is its next version.
        #[arg(long, value_name = "TEXT")]
        name: String,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
    /// List the placeholders of a kind of document.
    #[command(after_help = "Example: assize template names --kind plan")]
    Names {
        /// The kind of document.
        #[arg(long, value_name = "KIND")]
        kind: String,
    },
}
