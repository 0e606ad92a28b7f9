//! `access`, in words.

use clap::{Args, Subcommand};

/// Rights.
#[derive(Debug, Subcommand)]
pub(crate) enum AccessCommands {
    /// Show what a person may see and do, and why: the records that name them, what they were given, what each role comes to.
    #[command(after_help = "Example: assize access show \"Ines Brandt\"")]
    Show {
        /// The person: an id, an address of mail, or a name that is one person's alone.
        person: String,
    },
    /// Give somebody a right: administrator, programme manager, or reader of an audit or a programme.
    #[command(
        after_help = "Examples:\n  assize access grant administrator --to \"Ada Lind\" --reason \"Keeps the installation\"\n  assize access grant reader --to 0198... --audit 0198... --until 2027-01-31 --reason \"Peer assessment\" --as 0198..."
    )]
    Grant(AccessGrantArgs),
    /// Withdraw a right. That it was given stays in the record.
    #[command(after_help = "Example: assize access withdraw 0198... --reason \"Left the house\"")]
    Withdraw {
        /// The right: the id that `access show` gives.
        right: String,
        /// Why.
        #[arg(long)]
        reason: String,
        /// The id of the person on whose behalf.
        #[arg(long = "as", value_name = "ID")]
        person: Option<String>,
    },
    /// Print the policies by which every request is decided, each with a sentence as its title.
    #[command(after_help = "Example: assize access policies")]
    Policies,
}

/// What is given, to whom.
#[derive(Args, Debug)]
pub(crate) struct AccessGrantArgs {
    /// Which right.
    #[arg(value_parser = ["administrator", "programme_manager", "reader"])]
    pub(crate) role: String,
    /// To whom: an id, an address of mail, or a name that is one person's alone.
    #[arg(long, value_name = "WHO")]
    pub(crate) to: String,
    /// Over a programme and its audits; the whole organization where neither is given.
    #[arg(long, value_name = "ID", conflicts_with = "audit")]
    pub(crate) programme: Option<String>,
    /// Over an audit.
    #[arg(long, value_name = "ID")]
    pub(crate) audit: Option<String>,
    /// Its first day [default: today].
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    /// Its last day. Reading must have one.
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<String>,
    /// Why.
    #[arg(long)]
    pub(crate) reason: String,
    /// The id of the person on whose behalf.
    #[arg(long = "as", value_name = "ID")]
    pub(crate) person: Option<String>,
}
