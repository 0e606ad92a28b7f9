//! What documents look like, on the command line.

use std::path::PathBuf;

use clap::Args;

/// What is set; what is not given stays as it is.
#[derive(Args, Debug)]
pub(crate) struct LetterheadArgs {
    /// The logo: PNG, JPEG or SVG, 200 kB at most. It is looked at in a confined process.
    #[arg(long, value_name = "FILE")]
    pub(crate) logo: Option<PathBuf>,
    /// Take the logo away.
    #[arg(long, conflicts_with = "logo")]
    pub(crate) no_logo: bool,
    /// The accent colour, as in #1f4e5f; empty takes it away.
    #[arg(long, value_name = "COLOUR")]
    pub(crate) accent: Option<String>,
    /// The address, in one line; empty takes it away.
    #[arg(long, value_name = "TEXT")]
    pub(crate) address: Option<String>,
    /// What stands at the foot of each page; empty takes it away.
    #[arg(long, value_name = "TEXT")]
    pub(crate) footer: Option<String>,
    /// The id of the person on whose behalf.
    #[arg(long = "as", value_name = "ID")]
    pub(crate) person: Option<String>,
}
